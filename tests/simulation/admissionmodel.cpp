#include "tests/simulation/admissionmodel.h"

#include "tests/simulation/simsession.h"

#include <cmath>

namespace sluice::sim {

namespace {

using server::Counter;

constexpr std::chrono::minutes kMinute{1};

std::string allOf(const std::string &address)
{
    return "all of " + address;
}

} // namespace

std::optional<ErrorCode> AdmissionModel::judge(Call &call, const QueueModel &queue, size_t ahead)
{
    if (!call.spec || !call.spec->enabled)
        return ErrorCode::MethodNotFound;
    if (m_isClosed)
        return ErrorCode::Draining;
    if (const auto code = judgeCaller(call))
        return code;
    if (!isWithinLimits(call))
        return ErrorCode::RateLimited;
    if (!hasRoom(call, queue, ahead)) {
        withdraw(call);
        return ErrorCode::Overloaded;
    }
    if (call.paramsAreBad && call.spec->checkParams)
        return ErrorCode::InvalidParams;
    return std::nullopt;
}

std::optional<ErrorCode> AdmissionModel::judgeCaller(const Call &call) const
{
    const server::Principal &principal = *call.session->principal();
    if (!call.spec->requiresAuth && call.spec->requiresRole.empty())
        return std::nullopt;
    if (!principal.authenticated)
        return ErrorCode::Unauthorized;
    if (principal.expires && *principal.expires <= m_clock.wallNow())
        return ErrorCode::TokenExpired;
    const auto &roles = call.spec->requiresRole;
    const bool hasOne =
        roles.empty() || std::any_of(roles.begin(), roles.end(), [&principal](const auto &role) {
            return std::find(principal.roles.begin(), principal.roles.end(), role) != principal.roles.end();
        });
    return hasOne ? std::nullopt : std::optional(ErrorCode::Forbidden);
}

// From the widest to the narrowest; one that refuses leaves what the wider ones gave spent.
bool AdmissionModel::isWithinLimits(Call &call)
{
    const server::Config::RateLimits &limits = m_config->rateLimits;
    const server::Principal &principal = *call.session->principal();
    const std::string who = principal.authenticated ? "user " + principal.userId : "address " + call.session->address();
    return spend(call, Counter::RateLimitHitsIp, allOf(call.session->address()), {limits.perIpPerMinute, kMinute})
        && spend(call, Counter::RateLimitHitsUser, who, {limits.perUserPerMinute, kMinute})
        && (!call.spec->rateLimit
            || spend(call, Counter::RateLimitHitsEvent, who + " event " + call.spec->id, *call.spec->rateLimit));
}

bool AdmissionModel::spend(Call &call, Counter scope, const std::string &key, const server::RateLimit &limit)
{
    if (limit.count == 0)
        return true;
    WindowModel &model = m_windows[key];
    if (!model.tryAdmit(call.received, limit.count, limit.window)) {
        m_hit = scope;
        return false;
    }
    call.permits.emplace_back(&model, call.received);
    return true;
}

bool AdmissionModel::takesFault(const std::string &address, TimePoint now)
{
    const int most = m_config->rateLimits.perIpPerMinute;
    if (most == 0 || m_windows[allOf(address)].tryAdmit(now, most, kMinute))
        return true;
    m_hit = Counter::RateLimitHitsIp;
    return false;
}

// Bounds of the depth by lane; at the full queue, drop-oldest leaves it to the queue to make room for the high one.
bool AdmissionModel::hasRoom(const Call &call, const QueueModel &queue, size_t ahead) const
{
    const double capacity = queue.limits().capacity;
    const double drop = m_config->backpressure.dropThreshold;
    const auto depth = static_cast<double>(queue.depth() + ahead);
    switch (call.spec->lane) {
    case server::Lane::Low: return depth < std::max(1.0, std::round(drop * capacity));
    case server::Lane::Normal: return depth < std::max(1.0, std::round((drop + 1) / 2 * capacity));
    case server::Lane::High: break;
    }
    return depth < capacity || m_config->channels.overflow == server::QueueOverflow::DropOldest;
}

void AdmissionModel::withdraw(Call &call)
{
    for (const auto &[window, at] : call.permits)
        window->withdraw(at);
    call.permits.clear();
}

} // namespace sluice::sim

#include "tests/simulation/simhandler.h"

#include <QScopeGuard>

#include <array>
#include <stdexcept>
#include <utility>

namespace sluice::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration kStopLook = 20ms;
constexpr Duration kLongestHang = 12s;

// What storage says, and what a handler says that has seen the deadline or the stop itself.
constexpr std::array kErrors{ErrorCode::NotFound, ErrorCode::Conflict,    ErrorCode::BackendFailed,
                             ErrorCode::Busy,     ErrorCode::StorageFull, ErrorCode::InvalidParams,
                             ErrorCode::Timeout,  ErrorCode::Cancelled};

Fate fateOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Timeout: return Fate::TimedOut;
    case ErrorCode::Cancelled: return Fate::Cancelled;
    default: return Fate::Failed;
    }
}

} // namespace

SimHandler::SimHandler(const Parts &parts, Duration usualTime, std::vector<server::PrincipalPtr> logins)
    : m_parts(parts)
    , m_usualTime(usualTime)
    , m_logins(std::move(logins))
{
}

server::HandlerResult SimHandler::handle(const server::Request &request)
{
    Call &call = m_parts.auditor.begun(request);
    const auto leaving = qScopeGuard([this, &call] { m_parts.auditor.left(call); });
    const int roll = m_parts.dice.between(1, 1000);
    if (roll <= 500)
        return succeed(call, request);
    if (roll <= 800) {
        m_parts.workers.sleep(m_parts.dice.about(m_usualTime));
        return succeed(call, request);
    }
    if (roll <= 900)
        return later(call, request, m_parts.dice.about(m_usualTime * 20));
    return misbehave(call, request, roll);
}

server::HandlerResult SimHandler::misbehave(Call &call, const server::Request &request, int roll)
{
    constexpr int kInternal = static_cast<int>(ErrorCode::InternalError);
    if (roll <= 940)
        return fail(call);
    if (roll <= 950) {
        m_parts.auditor.made(call, Fate::Failed, kInternal);
        if (roll <= 945)
            throw std::runtime_error("a handler's mistake");
        throw roll;
    }
    if (roll <= 960)
        return later(call, request, m_parts.dice.upTo(kLongestHang));
    if (roll <= 970)
        return later(call, request, 0s);
    if (roll <= 990) {
        m_parts.workers.sleep(m_parts.dice.about(m_usualTime * 50));
        return succeed(call, request);
    }
    if (roll <= 997)
        waitForStop(request);
    else
        m_parts.workers.sleep(m_parts.dice.upTo(kLongestHang));
    return succeed(call, request);
}

server::Outcome SimHandler::succeed(Call &call, const server::Request &request)
{
    m_parts.auditor.made(call, Fate::Succeeded, kNoError);
    auto outcome =
        server::Outcome::success(QByteArray(request.params.data(), static_cast<qsizetype>(request.params.size())));
    if (request.spec->id == "sim/publish") {
        server::Publication push;
        push.audience.everyone = true;
        push.event = "sim/news";
        push.params = "{}";
        outcome.publications.push_back(std::move(push));
        ++m_published;
    }
    if (request.spec->id == "sim/login")
        outcome.session = std::make_unique<server::SessionChange>(server::SessionChange{m_parts.dice.pick(m_logins)});
    return outcome;
}

server::Outcome SimHandler::fail(Call &call)
{
    const ErrorCode code = m_parts.dice.pick(kErrors);
    m_parts.auditor.made(call, fateOf(code), static_cast<int>(code));
    return server::Outcome::error({code, {}, {}});
}

server::HandlerResult SimHandler::later(Call &call, const server::Request &request, Duration delay)
{
    QPromise<server::OutcomePtr> &promise = m_promises[call.number];
    promise.start();
    QFuture<server::OutcomePtr> future = promise.future();
    if (delay == 0s) // finished before the worker looks at it
        finish(call, request);
    else
        m_parts.scheduler.after(delay, [this, &call, &request] { finish(call, request); });
    return future;
}

void SimHandler::finish(Call &call, const server::Request &request)
{
    QPromise<server::OutcomePtr> promise = std::move(m_promises.extract(call.number).mapped());
    const int roll = m_parts.dice.between(1, 100);
    if (roll <= 90) {
        promise.addResult(std::make_shared<server::Outcome>(succeed(call, request)));
        promise.finish();
        return;
    }
    m_parts.auditor.made(call, Fate::Failed, static_cast<int>(ErrorCode::InternalError));
    if (roll <= 95)
        promise.setException(std::make_exception_ptr(std::runtime_error("a handler's later mistake")));
    if (roll <= 97)
        promise.finish(); // without a result, or with the exception; else it is given up
}

void SimHandler::waitForStop(const server::Request &request)
{
    while (!request.stop.stop_requested())
        m_parts.workers.sleep(kStopLook);
}

} // namespace sluice::sim

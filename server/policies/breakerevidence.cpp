#include "server/policies/breakerevidence.h"

#include "server/events/handler.h"
#include "shared/base/logging.h"

#include <utility>

namespace sluice::server {

Evidence evidenceOf(const Request &request, const Result<QByteArray> &reply, TimePoint now) noexcept
{
    if (reply)
        return Evidence::Good;
    switch (reply.error().code) {
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::StaleBase: return Evidence::Good;
    case ErrorCode::InternalError:
    case ErrorCode::BackendFailed:
    case ErrorCode::Unavailable:
    case ErrorCode::Busy: return Evidence::Bad;
    case ErrorCode::Timeout: return timeoutEvidence(request, now);
    case ErrorCode::Cancelled: return Evidence::None; // which is outside of the reserved codes as well
    default: return isApplicationCode(static_cast<int>(reply.error().code)) ? Evidence::Good : Evidence::None;
    }
}

Evidence timeoutEvidence(const Request &request, TimePoint now) noexcept
{
    if (!request.started.load(std::memory_order_acquire))
        return Evidence::None;
    const Duration ran = now - request.startedAt;
    if (request.spec->backend && ran >= request.spec->backend->timeout)
        return Evidence::Bad;
    return ran >= request.timeout / 2 && !request.timeoutIsClients ? Evidence::Bad : Evidence::None;
}

void reportToBreaker(Request &request, Evidence evidence, TimePoint now)
{
    const Breaker::Ticket ticket = std::exchange(request.breakerTicket, 0);
    if (ticket == 0)
        return;
    if (const auto change = request.spec->handler->breaker().settle(ticket, evidence, now))
        logBreakerChange(request.spec->handlerName, *change);
}

void logBreakerChange(const std::string &handler, BreakerState state)
{
    switch (state) {
    case BreakerState::Open: qCWarning(lcRouting) << "breaker opened handler=" << handler.c_str(); return;
    case BreakerState::HalfOpen: qCInfo(lcRouting) << "breaker lets probes through handler=" << handler.c_str(); return;
    case BreakerState::Closed: qCInfo(lcRouting) << "breaker closed handler=" << handler.c_str(); return;
    }
}

} // namespace sluice::server

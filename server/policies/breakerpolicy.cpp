#include "server/policies/breakerpolicy.h"

#include "server/events/handler.h"
#include "server/policies/breakerevidence.h"
#include "shared/protocol/codec.h"

#include <algorithm>

namespace sluice::server {

BreakerPolicy::BreakerPolicy(Metrics &metrics, Random &random)
    : m_metrics(metrics)
    , m_random(random)
{
}

std::optional<Refusal> BreakerPolicy::admit(const Request &request, TimePoint now)
{
    Breaker &breaker = request.spec->handler->breaker();
    const Breaker::Admission admission = breaker.tryAdmit(now);
    request.breakerTicket = admission.ticket;
    if (admission.change)
        logBreakerChange(request.spec->handlerName, *admission.change);
    if (admission.ticket != 0)
        return std::nullopt;
    if (request.spec->dryRun) {
        m_metrics.add(request.spec->index, EventCounter::DryRun);
        return std::nullopt;
    }
    breaker.countRefusal();
    return refuse(breaker.retryAfter(now));
}

Refusal BreakerPolicy::refuse(Duration retryAfter)
{
    const auto base = std::max(kMinRetryAfter, std::chrono::ceil<std::chrono::milliseconds>(retryAfter));
    const auto jitter = m_random.below(static_cast<quint64>(base.count()) / 2 + 1);
    return {Error{ErrorCode::Unavailable,
                  protocol::retryData(base + std::chrono::milliseconds(static_cast<qint64>(jitter))),
                  {}},
            true};
}

} // namespace sluice::server

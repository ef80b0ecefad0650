#pragma once

#include "server/metrics/metrics.h"
#include "server/policies/policy.h"
#include "shared/base/random.h"

#include <chrono>

namespace sluice::server {

/// Refuses events whose handler's breaker is open (see Breaker), and gives the others their ticket. A ticket is no
/// permit: the router gives it back when the request ends or is refused after all, whoever's fault that is.
/// An event that is a dry run passes an open breaker, without a ticket as its end says nothing new, and is counted.
/// Errors: Unavailable with `{retryAfterMs, temporary: true}`: until the breaker lets probes through, at least 50 ms
/// and jittered, so that the refused do not return together. Thread: any.
class BreakerPolicy final : public Policy
{
public:
    static constexpr std::chrono::milliseconds kMinRetryAfter{50};

    /// Requires: everything referred to outlives the policy.
    BreakerPolicy(Metrics &metrics, Random &random);

    [[nodiscard]] const char *name() const noexcept override { return "breaker"; }
    /// Requires: the event has a handler.
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;

private:
    [[nodiscard]] Refusal refuse(Duration retryAfter);

    Metrics &m_metrics;
    Random &m_random;
};

} // namespace sluice::server

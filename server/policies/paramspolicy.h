#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/policy.h"

#include <atomic>

namespace sluice::server {

/// Checks a request against the `params` of its event, and its size against the event's `max-message-bytes` (else
/// limits.message-bytes; the event's own only counts when the event is a dry run). Names that the event does not list
/// are let through, for clients newer than the server; null stands for an absent optional parameter; an integer is a
/// number without a fraction between -(2^53-1) and 2^53-1. Errors: InvalidParams with `{field, reason}`; no field when
/// the message as a whole is meant. Thread: any.
class ParamsPolicy final : public Policy
{
public:
    ParamsPolicy(const Config &config, Metrics &metrics);

    void setLimits(const Config &config) noexcept;

    [[nodiscard]] const char *name() const noexcept override { return "params"; }
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;

private:
    [[nodiscard]] std::optional<Refusal> checkSize(const Request &request);

    Metrics &m_metrics;
    std::atomic<int> m_messageBytes;
};

} // namespace sluice::server

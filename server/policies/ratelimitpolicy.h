#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/keyhash.h"
#include "server/policies/policy.h"
#include "server/policies/windowtable.h"
#include "shared/base/random.h"
#include "shared/protocol/codec.h"

#include <atomic>

namespace sluice::server {

/// At most so many events per user, and per user and event type, in any window.
///
/// | option | what it bounds | 0 means |
/// |---|---|---|
/// | rate-limits.per-user-per-minute | all events of a user together | unlimited |
/// | an event's rate-limit | that event of a user | unlimited |
/// | rate-limits.enforce-per-event | false: no event's own rate-limit counts | |
/// | rate-limits.max-keys | windows kept | |
///
/// A user who is not authenticated is known by the address, not by the connection: reconnecting brings no fresh limit.
/// The user's window is asked first; a permit it gave stays spent when the event's refuses, as flooding one event is
/// the client's own fault. A new user whom the full table cannot take is refused too (fail closed), for the server's
/// sake.
/// Errors: RateLimited with `{scope, limit, windowMs, retryAfterMs, temporary: true}`.
/// Thread: any. Gauge: RateLimitKeys, while it lives.
class RateLimitPolicy final : public Policy
{
public:
    RateLimitPolicy(const Config &config, Metrics &metrics, Random &random);
    ~RateLimitPolicy() override;

    /// Applies at each window's next use; what it counted stays counted.
    void setLimits(const Config &config) noexcept;

    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;
    /// Requires: `admitted` is what `admit` was given as `now`.
    void withdraw(const Request &request, TimePoint admitted) override;

    /// Removes windows that no longer matter, at most `most`; for a timer, as a silent server removes none by itself.
    size_t expire(TimePoint now, size_t most) { return m_windows.expire(now, most); }
    [[nodiscard]] size_t keyCount() const noexcept { return m_windows.size(); }

private:
    [[nodiscard]] std::optional<Refusal> admitOne(const KeyHash &key, const RateLimit &limit, protocol::RateScope scope,
                                                  TimePoint now);
    [[nodiscard]] KeyHash userKey(const Request &request) const;
    [[nodiscard]] KeyHash eventKey(const Request &request) const;
    [[nodiscard]] RateLimit userLimit() const noexcept;
    [[nodiscard]] RateLimit eventLimit(const Request &request) const noexcept;

    Metrics &m_metrics;
    const KeyHasher m_hasher;
    WindowTable m_windows;
    std::atomic<int> m_perUserPerMinute;
    std::atomic<bool> m_enforcePerEvent;
};

} // namespace sluice::server

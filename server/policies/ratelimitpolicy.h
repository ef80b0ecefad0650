#pragma once

#include "server/config/config.h"
#include "server/events/eventregistry.h"
#include "server/metrics/metrics.h"
#include "server/policies/demandbook.h"
#include "server/policies/demandmeter.h"
#include "server/policies/globalratelimit.h"
#include "server/policies/keyhash.h"
#include "server/policies/policy.h"
#include "server/policies/windowtable.h"
#include "shared/base/random.h"
#include "shared/protocol/codec.h"

#include <array>
#include <atomic>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace sluice::server {

/// At most so many events of all, per address, per user, and per user and event type, in any window; asked in this
/// order, from the widest to the narrowest.
///
/// | option | what it bounds | 0 means |
/// |---|---|---|
/// | rate-limits.global-per-second | all events of the server together | unlimited |
/// | rate-limits.per-ip-per-minute | all events of an address together, refused ones too | unlimited |
/// | rate-limits.per-user-per-minute | all events of a user together | unlimited |
/// | an event's rate-limit | that event of a user | unlimited |
/// | rate-limits.enforce-per-event | false: no event's own rate-limit counts | |
/// | rate-limits.max-keys | windows kept | |
/// | rate-limits.dry-run, an event's dry-run | limits that only count what they would have refused | |
///
/// A user who is not authenticated is known by the address, not by the connection: reconnecting brings no fresh limit.
/// When a limit of the client's own refuses, permits of the wider ones stay spent, as flooding is the client's own
/// fault; but not the server's own permit, or one client's refused flood would use up what is there for all. A new key
/// that the full table cannot take is refused too (fail closed), for the server's sake: then all comes back.
/// A dry run keeps the windows as the limit would, so that it can be ended at any time.
/// Errors: RateLimited with `{scope, limit, windowMs, retryAfterMs, temporary: true}`.
/// Thread: any. Gauge: RateLimitKeys, while it lives.
class RateLimitPolicy final : public Policy
{
public:
    RateLimitPolicy(const Config &config, Metrics &metrics, Random &random);
    ~RateLimitPolicy() override;

    /// Applies at each window's next use; what it counted stays counted.
    void setLimits(const Config &config) noexcept;

    [[nodiscard]] const char *name() const noexcept override { return "rate-limit"; }
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;
    [[nodiscard]] std::string explain(const Request &request) override;
    /// Requires: `admitted` is what `admit` was given as `now`.
    void withdraw(const Request &request, TimePoint admitted) override;
    /// Spends the address's window, so that who is closed for it and comes again has no fresh limit.
    [[nodiscard]] std::optional<Refusal> admitFault(std::string_view address, TimePoint now) override;

    /// Removes windows that no longer matter, at most `most`; for a timer, as a silent server removes none by itself.
    size_t expire(TimePoint now, size_t most) { return m_windows.expire(now, most); }
    /// Of a million silent users the last is gone 50 s after the first may go, in steps that nobody feels.
    static constexpr size_t kExpiredPerSecond = 20'000;
    [[nodiscard]] size_t keyCount() const noexcept { return m_windows.size(); }

    // --- for operators ---
    using Scope = protocol::RateScope;
    /// Whose window it is; without a user that of the address.
    struct Holder {
        std::string_view user;
        std::string_view address;

        bool operator==(const Holder &) const = default;
    };
    /// What that client's window of a limit says now; nothing when there is none. `event`: for Scope::Event.
    [[nodiscard]] std::optional<WindowTable::Look> look(Scope scope, const Holder &holder, EventIndex event,
                                                        TimePoint now);
    /// How many windows there are for each limit.
    struct WindowCounts {
        std::array<size_t, 3> byScope{}; ///< Events together.
        std::unordered_map<quint32, size_t> byEvent;

        [[nodiscard]] size_t of(Scope scope) const { return byScope[static_cast<size_t>(scope)]; }
    };
    /// Goes through all of them, a few at a time: some 50 ns for each.
    [[nodiscard]] WindowCounts countWindows();
    /// Remembers what was asked since the last time, for replay(); to be called about once a second. Goes through all
    /// windows, as countWindows() does. Thread: admin.
    void foldDemand(TimePoint now);
    /// What another limit would have done within the last ten minutes; nothing where that is not known, as while the
    /// limit is off. Requires: a scope with one limit for all its windows. Thread: admin.
    [[nodiscard]] std::optional<LimitReplay> replay(Scope scope, int limit) const;
    /// What an event's own limit has refused, and what it would have as a dry run.
    struct EventRefusals {
        quint64 refused = 0;
        quint64 dryRun = 0;
    };
    [[nodiscard]] EventRefusals refusals(EventIndex event) const noexcept;

private:
    /// What one limit says to one event.
    struct Answer {
        bool hasPermit = false;
        std::optional<Refusal> refusal;
    };

    [[nodiscard]] Answer askGlobal(TimePoint now);
    [[nodiscard]] Answer askWindow(const KeyHash &key, const RateLimit &limit, Scope scope, TimePoint now);
    /// Takes note of the answer; what is left of it is what the request is to be refused with.
    [[nodiscard]] std::optional<Refusal> conclude(const Request &request, Scope scope, Answer &&answer);
    [[nodiscard]] bool holds(Scope scope, bool isDryRun);
    [[nodiscard]] bool isDryRun(Scope scope) const noexcept;

    [[nodiscard]] quint64 refusedTotal(Scope scope) const;
    void foldGlobalDemand(TimePoint now);
    [[nodiscard]] std::optional<LimitReplay> replayGlobal(int limit) const;
    void countRefusal(const Request &request, bool isDryRun) noexcept;
    [[nodiscard]] KeyHash keyOf(Scope scope, const Request &request) const;
    [[nodiscard]] KeyHash keyOf(Scope scope, const Holder &holder, EventIndex event) const;
    [[nodiscard]] RateLimit limitOf(Scope scope, const Request &request) const noexcept;
    [[nodiscard]] RateLimit addressLimit() const noexcept;

    Metrics &m_metrics;
    const KeyHasher m_hasher;
    GlobalRateLimit m_global;
    WindowTable m_windows;
    std::atomic<int> m_perIpPerMinute;
    std::atomic<int> m_perUserPerMinute;
    std::atomic<bool> m_enforcePerEvent;
    std::atomic<quint8> m_dryRuns; // a bit for each scope

    // What was asked; but for counting, the admin thread's.
    DemandMeter m_globalDemand;
    struct RefusedThen {
        TimePoint at;
        quint64 total = 0;
    };
    std::deque<RefusedThen> m_globalRefused; // about as far back as the meter, one for each fold
    DemandBook m_userDemand;
    DemandBook m_addressDemand;

    struct EventCounts {
        std::atomic<quint64> refused{0};
        std::atomic<quint64> dryRun{0};
    };
    std::array<EventCounts, kMaxEventTypes> m_eventCounts; // of what events' own limits said
};

} // namespace sluice::server

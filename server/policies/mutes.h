#pragma once

#include "server/metrics/metrics.h"
#include "server/policies/policy.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// A user, or an address, whose events are refused for a time.
struct Mute {
    std::string user; ///< Else it is an address.
    std::string address;
    std::chrono::milliseconds length{0};
    TimePoint until;
    WallTime at; ///< When it was made.
    QString by;
    QString reason;
    quint64 id = 0;
    mutable std::atomic<quint64> refused{0}; ///< Events so far.

    /// {id, user, address, lengthMs, leftMs, refused, by, reason, atMs}; what is not set is null.
    [[nodiscard]] QJsonObject toJson(TimePoint now) const;
};
using MutePtr = std::shared_ptr<const Mute>;

/// Who is muted, until when. In memory only: a restart ends all mutes, which are for minutes; who is to be kept out has
/// his tokens revoked.
/// Thread: find() and size() any, all else one at a time.
class Mutes
{
public:
    static constexpr size_t kMost = 1000;

    explicit Mutes(const Clock &clock);

    /// Requires: either a user or an address. Errors: StorageFull when there are kMost of them.
    struct Wanted {
        std::string user;
        std::string address;
        std::chrono::milliseconds length{0};
        QString by;
        QString reason;
    };
    /// In the place of one that is there for the same target.
    [[nodiscard]] Result<MutePtr> add(Wanted wanted);
    /// Errors: NotFound, also for one that has ended.
    [[nodiscard]] Result<MutePtr> lift(quint64 id);
    /// Forgets what has ended. To be called now and then.
    void expire();

    /// Those that have not ended, the newest first.
    [[nodiscard]] std::vector<MutePtr> list() const;
    [[nodiscard]] size_t size() const noexcept { return m_size.load(std::memory_order_relaxed); }
    /// The one by which that user (empty: nobody who has signed in) or address is muted now; null: none.
    [[nodiscard]] MutePtr find(const std::string &user, const std::string &address, TimePoint now) const
        EXCLUDES(m_mutex);

private:
    /// By user and by address.
    struct Index {
        std::unordered_map<std::string, MutePtr> users;
        std::unordered_map<std::string, MutePtr> addresses;
    };

    void publish() EXCLUDES(m_mutex);

    const Clock &m_clock;
    std::map<quint64, MutePtr> m_entries;
    quint64 m_nextId = 1;
    std::atomic<size_t> m_size{0};
    mutable Mutex m_mutex;
    std::shared_ptr<const Index> m_index GUARDED_BY(m_mutex);
};

/// Refuses the events of who is muted, before they spend anything.
/// Errors: RateLimited with `limit: 0`, the mute's length as `windowMs` and what is left of it as `retryAfterMs`.
/// Thread: any.
class MutePolicy final : public Policy
{
public:
    MutePolicy(const Mutes &mutes, Metrics &metrics)
        : m_mutes(mutes)
        , m_metrics(metrics)
    {
    }

    [[nodiscard]] const char *name() const noexcept override { return "mute"; }
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;

private:
    const Mutes &m_mutes;
    Metrics &m_metrics;
};

} // namespace sluice::server

#pragma once

#include "server/metrics/metrics.h"
#include "server/policies/keysetschedule.h"
#include "server/policies/tokenkeys.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace sluice::server {

/// Fetches the identity provider's key set, again and again, in a thread of its own. Redirections are not followed,
/// certificates are checked, and what is larger than allowed is not taken.
/// Thread: any.
class KeySetFetcher
{
public:
    struct Settings {
        QString url; ///< Empty: nothing is fetched.
        std::chrono::milliseconds refresh{0};
        std::chrono::milliseconds timeout{0};
        int maxBytes = 0;

        bool operator==(const Settings &) const = default;
    };
    /// Called in the fetcher's thread.
    using Deliver = std::function<void(const QString &url, KeySet &&set)>;

    /// `metrics` and `clock` live longer.
    KeySetFetcher(Metrics &metrics, const Clock &clock, Deliver deliver);
    ~KeySetFetcher(); ///< As stop().
    KeySetFetcher(const KeySetFetcher &) = delete;
    KeySetFetcher &operator=(const KeySetFetcher &) = delete;

    /// Other settings: fetches at once. The same: does nothing.
    void setSettings(const Settings &settings) EXCLUDES(m_mutex);
    /// A token names a key that is not there. Blocks: never.
    void want() EXCLUDES(m_mutex);
    /// Gives up what is under way and ends. Blocks: up to about a second while a fetch hangs.
    void stop() EXCLUDES(m_mutex);
    /// Since the last fetch that succeeded; zero when nothing is fetched or none has yet.
    [[nodiscard]] std::chrono::seconds age() const;

private:
    void run() EXCLUDES(m_mutex);
    [[nodiscard]] bool waitUntilDue(Settings &settings) EXCLUDES(m_mutex);
    void fetch(const Settings &settings) EXCLUDES(m_mutex);
    void conclude(const Settings &settings, const Result<KeySet> &set) EXCLUDES(m_mutex);
    [[nodiscard]] Result<QByteArray> download(const Settings &settings);

    Metrics &m_metrics;
    const Clock &m_clock;
    const Deliver m_deliver;
    Mutex m_mutex;
    Condition m_changed;
    Settings m_settings GUARDED_BY(m_mutex);
    KeySetSchedule m_schedule GUARDED_BY(m_mutex);
    bool m_isStarted GUARDED_BY(m_mutex) = false;
    bool m_isStopping GUARDED_BY(m_mutex) = false;
    std::atomic<bool> m_givesUp{false};         // what is under way is not wanted any more
    std::atomic<TimePoint::rep> m_fetchedAt{0}; // 0: never
    bool m_isFailing = false;                   // the fetcher's thread only
    std::thread m_thread;
};

} // namespace sluice::server

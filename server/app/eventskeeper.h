#pragma once

#include "server/config/config.h"
#include "server/events/backendhandlers.h"
#include "server/events/eventregistry.h"
#include "server/metrics/metrics.h"
#include "shared/base/mutex.h"

#include <functional>

namespace sluice::server {

/// Reads the events file that the configuration names, again whenever it is told to, and publishes the events as a
/// whole to whoever serves them. A file with a mistake leaves the events before in use. Events keep their index, and
/// with it their counters and windows, as long as the server runs; requests under way keep the description they came
/// in with. How large a message may be that is read at all is settled when a client connects or logs in.
/// Thread: any.
class EventsKeeper
{
public:
    /// `publish` may be called from any thread; all of this lives longer. `backends` null: no event has one.
    EventsKeeper(Metrics &metrics, const HandlerTable &handlers, std::function<void(const EventRegistryPtr &)> publish,
                 BackendHandlers *backends = nullptr);

    /// The events as they are now; null until they are read for the first time.
    [[nodiscard]] EventRegistryPtr current() const EXCLUDES(m_mutex);
    /// Reads the file anew. Errors: InvalidParams; the detail names file, line, key and what was expected, a line each.
    /// Blocks: on the disk.
    [[nodiscard]] Result<EventRegistryPtr> reload(const Config &config, const QString &by)
        EXCLUDES(m_reloadMutex, m_mutex);
    /// Whether `follow` could follow and the hooks' backends are there: for a change of the configuration, before it is
    /// made. Errors: InvalidParams with
    /// `{errors: [{key, reason, expected}]}`. Blocks: on the disk.
    [[nodiscard]] Result<void> check(const Config &config) const EXCLUDES(m_mutex);
    /// Reads the file if the configuration names another one than that in use.
    void follow(const Config &config) EXCLUDES(m_reloadMutex, m_mutex);

private:
    [[nodiscard]] Result<EventRegistryPtr> load(const Config &config) const EXCLUDES(m_mutex);
    void note(const Result<EventRegistryPtr> &events, const QString &by) EXCLUDES(m_mutex);
    [[nodiscard]] bool isInUse(const QString &file) const EXCLUDES(m_mutex);

    Metrics &m_metrics;
    const HandlerTable &m_handlers;
    const std::function<void(const EventRegistryPtr &)> m_publish;
    BackendHandlers *const m_backends;
    // One reload at a time, so that the last one published is the last one read. Lock order: it, then m_mutex.
    Mutex m_reloadMutex;
    mutable Mutex m_mutex;
    QString m_file GUARDED_BY(m_mutex);
    EventRegistryPtr m_current GUARDED_BY(m_mutex);
};

} // namespace sluice::server

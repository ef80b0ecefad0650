#include "server/app/eventskeeper.h"

#include "server/config/configproblem.h"
#include "shared/base/logging.h"

#include <array>

namespace sluice::server {

namespace {

// The backends of the configuration's hooks have to be among those of the events file.
ConfigProblems hookFaults(const Config &config, const EventRegistry &events)
{
    ConfigProblems problems;
    QStringList ids;
    for (const BackendSpecPtr &backend : events.backends())
        ids.append(QString::fromStdString(backend->id));
    const auto check = [&](const char *key, const QString &id) {
        if (!id.isEmpty() && !ids.contains(id))
            problems.push_back(
                {{},
                 QLatin1String(key),
                 QStringLiteral("the events file has no backend '%1'").arg(id),
                 {},
                 ids.isEmpty() ? QStringLiteral("empty, or a [[backend]] of that id") : ids.join(QLatin1String(", "))});
    };
    check("hooks.connect-backend", config.hooks.connectBackend);
    check("hooks.disconnect-backend", config.hooks.disconnectBackend);
    return problems;
}

} // namespace

EventsKeeper::EventsKeeper(Metrics &metrics, const HandlerTable &handlers,
                           std::function<void(const EventRegistryPtr &)> publish, BackendHandlers *backends)
    : m_metrics(metrics)
    , m_handlers(handlers)
    , m_publish(std::move(publish))
    , m_backends(backends)
{
}

EventRegistryPtr EventsKeeper::current() const
{
    const MutexLock lock(m_mutex);
    return m_current;
}

bool EventsKeeper::isInUse(const QString &file) const
{
    const MutexLock lock(m_mutex);
    return m_current && m_file == file;
}

Result<EventRegistryPtr> EventsKeeper::load(const Config &config) const
{
    auto events = readEventsFile(config.eventsFile).and_then([this](EventsText &&own) {
        return EventRegistry::load(std::array{builtInEvents(), std::move(own)}, m_handlers, current().get(),
                                   m_backends);
    });
    if (!events)
        return events;
    const ConfigProblems problems = hookFaults(config, **events);
    return problems.empty() ? std::move(events) : configFailure(problems);
}

Result<EventRegistryPtr> EventsKeeper::reload(const Config &config, const QString &by)
{
    const MutexLock oneAtATime(m_reloadMutex);
    Result<EventRegistryPtr> events = load(config);
    note(events, by);
    if (!events)
        return events;
    m_metrics.reserveEvents((*events)->names().size());
    {
        const MutexLock lock(m_mutex);
        m_file = config.eventsFile;
        m_current = *events;
    }
    m_publish(*events);
    return events;
}

// The first time is the start's, which speaks for itself.
void EventsKeeper::note(const Result<EventRegistryPtr> &events, const QString &by)
{
    if (!current())
        return;
    m_metrics.add(events ? Counter::EventsReloads : Counter::EventsReloadsFailed);
    if (events)
        qCInfo(lcApp).noquote() << "events loaded again by=" << by << "count=" << (*events)->events().size();
    else
        qCWarning(lcApp).noquote() << "events not loaded, those before stay in use by=" << by
                                   << "reason=" << events.error().detail;
}

Result<void> EventsKeeper::check(const Config &config) const
{
    if (isInUse(config.eventsFile)) {
        const ConfigProblems problems = hookFaults(config, *current());
        return problems.empty() ? Result<void>() : configFailure(problems);
    }
    const Result<EventRegistryPtr> events = load(config);
    if (events)
        return {};
    ConfigProblems problems;
    for (const QString &line : events.error().detail.split(u'\n'))
        problems.push_back({{}, QStringLiteral("events-file"), line, {}, QStringLiteral("a valid events file")});
    return configFailure(problems);
}

void EventsKeeper::follow(const Config &config)
{
    if (!isInUse(config.eventsFile)) [[maybe_unused]]
        const auto reloaded = reload(config, QStringLiteral("config")); // it has said why not
}

} // namespace sluice::server

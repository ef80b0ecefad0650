#include "server/app/application.h"

#include "server/events/handler.h"
#include "server/handlers/httphandler.h"
#include "server/handlers/pluginloader.h"
#include "server/handlers/registerhandlers.h"
#include "server/metrics/memorystats.h"
#include "server/policies/overloadpolicy.h"
#include "server/policies/ratelimitpolicy.h"
#include "server/storage/makedatabaseengine.h"
#include "server/storage/migrator.h"
#include "server/transport/clientgateway.h"
#include "shared/base/logging.h"

#include <QJsonObject>

#include <algorithm>
#include <limits>

#include <sys/resource.h>
#include <unistd.h>

namespace sluice::server {

namespace {

// How long hung handlers may keep the process after everything is answered.
constexpr Milliseconds kWorkerStopGrace{500};
// How long the news of the last connections' ends may take to get to their backend.
constexpr Milliseconds kNoticesGrace{2000};
// Clients that are sent away come back within this much more than the spread, at random.
constexpr quint64 kReconnectJitterMs = 4000;
constexpr int kEpochBytes = 8;
constexpr Milliseconds kHousekeepingTick{1000};
// How long the end of an overload may go unnoticed when nothing comes any more, and a want of memory altogether.
constexpr Milliseconds kOverloadTick{250};

// As many descriptors as the system lets this user have.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        qCWarning(lcApp) << "cannot raise the limit of open files reason=" << qt_error_string(errno);
}

int ioThreadCount(const Config &config)
{
    return config.threads.io > 0 ? config.threads.io : std::max(1, QThread::idealThreadCount() / 2);
}

Exporter::BackendRow exporterRow(BackendTotals &&totals)
{
    Exporter::BackendRow row;
    row.backend = std::move(totals.backend);
    for (size_t i = 0; i < kBackendEndings; ++i)
        row.endings.emplace_back(toString(static_cast<BackendEnding>(i)), totals.endings[i]);
    row.retries = totals.retries;
    row.connections = totals.connections;
    row.inFlight = totals.inFlight;
    row.waiting = totals.waiting;
    row.durations = totals.durations;
    return row;
}

ClientGateway &gatewayOf(IoThread &thread)
{
    return static_cast<ClientGateway &>(thread.receiver());
}

} // namespace

Application::Application(LoadedConfig loaded)
    : m_service(m_clock)
    , m_store(std::move(loaded), m_clock)
    , m_hub(m_clock)
    , m_backends(std::make_unique<BackendClient>(m_clock, m_random))
    , m_backendHandlers([this](const std::string &id) {
        return std::make_unique<HttpHandler>(*m_backends, m_backends->lane(id), m_random);
    })
    , m_events(
          m_metrics, m_handlers, [this](const EventRegistryPtr &events) { publishEvents(events); }, &m_backendHandlers)
    , m_tls(m_metrics, [this](const TlsContexts &contexts) { publishTls(contexts); })
    , m_drain(*this, m_clock)
    , m_heapTrimmer(m_metrics, m_clock)
    , m_epoch(QString::fromLatin1(m_random.bytes(kEpochBytes).toHex()))
    , m_startedAt(m_clock.now())
    , m_startedWall(m_clock.wallNow())
{
    // Queued into the main thread, whichever thread patched.
    connect(&m_store, &ConfigStore::changed, this, [this](const ConfigPtr &config) { applyConfig(config); });
    connect(&m_drain, &Drain::finished, this, &Application::stopParts);
    connect(&m_housekeeping, &QTimer::timeout, this, [this] {
        m_log.tellSuppressed();
        m_store.expire();
        m_idempotency->expire(m_clock.now());
        const size_t expired = m_policies.rateLimits->expire(m_clock.now(), RateLimitPolicy::kExpiredPerSecond);
        if (!m_heapTrimmer.tick({expired, m_memoryShort}))
            return;
        for (const auto &thread : m_ioThreads)
            thread->call(&HeapTrimmer::trimOwnArena);
    });
    connect(&m_overloadWatch, &QTimer::timeout, this, &Application::watchOverload);
}

// Where the start failed there may be events on their way, which belong to the I/O threads.
Application::~Application()
{
    if (m_api) // its calls go to the admin plane
        m_api->stop();
    m_backends->endCalls();
}

Result<void> Application::check()
{
    if (auto checked = m_tokens.check(*config()); !checked)
        return checked;
    if (const QString file = config()->errors.sentryDsnFile; !file.isEmpty()) {
        if (const auto dsn = SentryDsn::read(file); !dsn)
            return tl::unexpected(dsn.error());
    }
    // What the handlers are made of; nothing of it opens a file before it is used.
    return makeStorage()
        .and_then([this] { return loadEvents(); })
        .and_then([this] { return m_tls.check(*config()); })
        .and_then([this] { return ApiKeyFile(m_metrics, config()->stateDir, {}).check(*config()); });
}

Result<void> Application::start()
{
    if (auto started = startLog(); !started)
        return started;
    raiseDescriptorLimit();
    m_hub.setConfig(*config());
    return m_service.readListeners()
        .and_then([this] { return openState(); })
        .and_then([this] { return openStorage(); })
        .and_then([this] { return loadEvents(); })
        .and_then([this] {
            makePipeline();
            makeTransport();
            return listen();
        })
        .and_then([this] { return startOperations(); })
        .and_then([this] { return publishPorts(); })
        .map([this] { startWatchdog(); });
}

Result<void> Application::startLog()
{
    if (const QString file = config()->errors.sentryDsnFile; !file.isEmpty()) {
        auto dsn = SentryDsn::read(file);
        if (!dsn)
            return tl::unexpected(dsn.error());
        m_errorReporter = std::make_unique<SentryReporter>(SentryReporter::Parts{m_metrics, m_random}, *std::move(dsn));
        m_errorReporter->start();
        m_log.setReport([this](const ErrorGroup &group) { m_errorReporter->report(group); });
    }
    m_log.setConfig(*config());
    m_log.start();
    return {};
}

Result<void> Application::openState()
{
    if (auto opened = m_state.open(config()->stateDir); !opened)
        return opened;
    m_tls.setStateDir(m_state.path());
    m_tokens.setStateDir(m_state.path());
    return m_revocations.open(m_state.file(QStringLiteral("revocations.json"))).and_then([this] {
        return m_tokens.reload(*config(), QStringLiteral("start"));
    });
}

Result<void> Application::makeStorage()
{
    auto engine = makeDatabaseEngine(*config(), m_state.file(QStringLiteral("sluice.db")), m_clock);
    if (!engine)
        return tl::unexpected(std::move(engine.error()));
    m_database = std::make_unique<Database>(std::move(*engine), config()->timeouts.dbOperation, m_clock);
    m_database->setMaxConnections(config()->storage.maxConnections);
    m_notes = std::make_unique<SqlNoteStore>(*m_database, m_random);
    return {};
}

Result<void> Application::openStorage()
{
    return makeStorage().and_then([this] { return Migrator(*m_database).migrate(); });
}

Result<void> Application::loadEvents()
{
    m_topics = std::make_unique<Topics>(
        m_clock, [this] { return events(); }, m_epoch.toStdString());
    m_topics->setConfig(*config());
    m_handlers = makeHandlers(
        {*m_notes, m_hub, *m_topics, m_verifier, m_clock, [this] { return config(); }, [this] { return events(); }});
    if (auto loaded = loadPlugins(config()->plugins.directory, m_handlers); !loaded)
        return loaded;
    m_breakers = std::make_unique<Breakers>(m_handlers, m_metrics, m_clock, &m_backendHandlers);
    m_breakers->setLimits(*config());
    return m_events.reload(*config(), QStringLiteral("start")).map([](const EventRegistryPtr &) {});
}

void Application::makePipeline()
{
    const ConfigPtr config = this->config();
    m_queue = std::make_unique<BoundedPriorityQueue>(m_clock, QueueLimits::fromConfig(*config));
    m_policies = makeDefaultChain(*config, {*m_queue, m_metrics, m_clock, m_random, &m_mutes});
    m_chain = std::make_unique<PolicyChain>(std::move(m_policies.policies));
    m_broadcaster = std::make_unique<Broadcaster>(
        m_metrics, m_clock, *config, [this](const Delivery &delivery) { deliverToAll(delivery); }, m_topics.get());
    m_topics->setPublications(m_broadcaster.get());
    m_idempotency = std::make_unique<IdempotencyStore>(*config, m_metrics, m_random);
    m_recorder.setSlow(config->recorder.slow);
    m_executor = std::make_unique<Executor>(m_metrics, *m_broadcaster, *m_idempotency, m_clock);
    m_executor->setSettledCallback([this](std::span<const Job> jobs) { return m_queue->settled(jobs); });
    m_workers = std::make_unique<WorkerPool>(*m_queue, *m_executor, m_metrics, m_clock);
    m_workers->setStuckLimits(config->channels.maxStuckWorkers, config->timeouts.serverProcessing);
    connect(&m_workerLook, &QTimer::timeout, this, [this] { m_workers->look(); });
    connect(&m_topicsLook, &QTimer::timeout, this, [this] { m_topics->expire(); });
}

void Application::makeTransport()
{
    const ConfigPtr config = this->config();
    m_gatekeeper = std::make_unique<ClientGatekeeper>(m_hub, m_verifier, config);
    m_hooks = std::make_unique<HttpHooks>(
        HttpHooks::Parts{*m_backends, m_backendHandlers, m_metrics, m_clock, m_random, [this] { return events(); }},
        config);
    const IoThread::Parts parts{m_clock,
                                m_metrics,
                                *m_gatekeeper,
                                m_nextConnectionId,
                                m_outbound,
                                [this](const std::string &user) { return m_hub.addUser(user); },
                                [this](const std::string &user) { m_hub.removeUser(user); },
                                &m_culprits,
                                &m_closed,
                                m_topics.get(),
                                &m_revocations,
                                m_hooks.get()};
    for (int i = 0; i < ioThreadCount(*config); ++i) {
        m_ioThreads.push_back(
            std::make_unique<IoThread>(QStringLiteral("io-%1").arg(i), parts, config, [this](IoThread &thread) {
                const Router::Parts routerParts{m_clock,  m_metrics,      m_gate,     *m_queue,
                                                *m_chain, *m_idempotency, m_recorder, thread};
                return std::make_unique<ClientGateway>(routerParts, this->config(), m_events.current());
            }));
    }
    m_acceptor = std::make_unique<Acceptor>([this](int descriptor) { adopt({descriptor, false}); });
    m_tlsAcceptor = std::make_unique<Acceptor>([this](int descriptor) { adopt({descriptor, true}); });
    registerGauges();
}

void Application::adopt(const AcceptedSocket &accepted)
{
    m_ioThreads[m_nextIoThread]->adopt(accepted);
    m_nextIoThread = (m_nextIoThread + 1) % m_ioThreads.size();
}

void Application::publishEvents(const EventRegistryPtr &events)
{
    for (const auto &thread : m_ioThreads)
        thread->call([events, io = thread.get()] { gatewayOf(*io).router().setRegistry(events); });
}

void Application::publishTls(const TlsContexts &contexts)
{
    for (const auto &thread : m_ioThreads)
        thread->call([context = contexts.clients, io = thread.get()] { io->setTls(context); });
    m_admin->setTls(contexts.operators);
    m_api->setTls(contexts.clients);
}

void Application::reloadFiles(const QString &by)
{
    [[maybe_unused]] const auto events = m_events.reload(*config(), by);
    [[maybe_unused]] const auto tls = reloadTls(by);
    [[maybe_unused]] const auto tokens = m_tokens.reload(*config(), by);
    [[maybe_unused]] const auto keys = m_api->keyFile().reload(*config(), by);
}

void Application::closeRevoked()
{
    for (const auto &thread : m_ioThreads)
        thread->call([io = thread.get()] { io->closeRevoked(); });
}

Result<void> Application::reloadTls(const QString &by)
{
    return m_tls.reload(*config(), by);
}

Result<void> Application::listen()
{
    m_broadcaster->start();
    m_backends->start();
    m_workers->setSize(config()->channels.workerPoolSize);
    for (const auto &thread : m_ioThreads)
        thread->start();
    return m_acceptor->start(config()->listen.clients, m_service.takeListener(QStringLiteral("clients")))
        .and_then([this] {
            return m_tlsAcceptor->start(config()->listen.clientsTls,
                                        m_service.takeListener(QStringLiteral("clients-tls")));
        })
        .map([this] {
            m_clientsPort.store(m_acceptor->port());
            m_clientsTlsPort.store(m_tlsAcceptor->port());
        });
}

Result<void> Application::startOperations()
{
    std::vector<IoThread *> clientThreads;
    for (const auto &thread : m_ioThreads)
        clientThreads.push_back(thread.get());
    const AdminPlane::Parts parts{m_store,
                                  m_metrics,
                                  m_clock,
                                  m_random,
                                  *this,
                                  [this] { return m_events.current(); },
                                  [this] { return facts(); },
                                  [this](const QString &by) { return reloadTls(by); },
                                  [this](const QString &by) { return m_tokens.reload(*config(), by); },
                                  [this](const QString &by) { return m_events.reload(*config(), by); },
                                  *m_breakers,
                                  [this] { return workerSummaries(); },
                                  m_recorder,
                                  m_culprits,
                                  *m_broadcaster,
                                  m_hub,
                                  m_log,
                                  m_closed,
                                  clientThreads,
                                  *m_policies.rateLimits,
                                  *m_topics,
                                  m_revocations,
                                  [this] { closeRevoked(); },
                                  m_mutes};
    m_admin = std::make_unique<AdminPlane>(parts, m_state.path());
    makeApi();
    // Before the admin plane serves anybody, who may want to change the configuration.
    m_store.setCheck([this](const Config &config) {
        return m_events.check(config)
            .and_then([&] { return m_tokens.check(config); })
            .and_then([&] { return m_tls.check(config); })
            .and_then([&] { return m_api->keyFile().check(config); });
    });
    connect(&m_drain, &Drain::progressed, this, &Application::tellDrain);
    return m_admin->start()
        .and_then([this] {
            m_adminPort.store(m_admin->port());
            m_adminTlsPort.store(m_admin->tlsPort());
            return startApi();
        })
        .and_then([this] { return reloadTls(QStringLiteral("start")); })
        .and_then([this] { return startHttp(); });
}

void Application::makeApi()
{
    const ApiPlane::Parts parts{m_store,
                                m_metrics,
                                m_clock,
                                *m_broadcaster,
                                m_hub,
                                *m_topics,
                                [this] { return m_events.current(); },
                                [this] { return facts(); },
                                [this](const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                       const std::function<void(Result<QJsonValue>)> &answer) {
                                    m_admin->ask(caller, method, params, answer);
                                }};
    m_api = std::make_unique<ApiPlane>(parts, m_state.path());
}

Result<void> Application::startApi()
{
    return m_api->start().map([this] {
        m_apiPort.store(m_api->port());
        m_apiTlsPort.store(m_api->tlsPort());
    });
}

Result<void> Application::startHttp()
{
    const auto eventNames = [this] {
        const EventRegistryPtr events = m_events.current();
        return std::vector<std::string>(events->names().begin(), events->names().end());
    };
    const auto breakers = [this] {
        std::vector<Exporter::BreakerRow> rows;
        for (const auto &[handler, status] : m_breakers->list())
            rows.push_back({handler, static_cast<int>(status.state), status.opened, status.refused});
        return rows;
    };
    const auto backends = [this] {
        std::vector<Exporter::BackendRow> rows;
        for (BackendTotals &totals : m_backends->totals())
            rows.push_back(exporterRow(std::move(totals)));
        return rows;
    };
    const auto workers = [this] {
        std::vector<Exporter::WorkerRow> rows;
        for (const WorkerStatus &worker : m_workers->workers())
            rows.push_back({worker.number, worker.processed, worker.errors,
                            std::chrono::duration<double>(worker.busyTime).count()});
        return rows;
    };
    const auto loops = [this] {
        std::vector<Exporter::LoopRow> rows;
        for (const auto &thread : m_ioThreads)
            rows.push_back({thread->name().toStdString(), thread->turnDurations()});
        return rows;
    };
    m_exporter = std::make_unique<Exporter>(
        m_metrics, Exporter::Sources{eventNames, breakers, workers, loops, backends, [this] { return m_api->rows(); }});
    m_http = std::make_unique<HttpListener>(
        HttpListener::Sources{[this] { return m_exporter->text(); }, [this] { return m_ready.load(); }});
    if (!config()->listen.http.enabled)
        return {};
    return m_http->start(config()->listen.http).map([this](quint16 port) { m_httpPort.store(port); });
}

Result<void> Application::publishPorts()
{
    m_housekeeping.start(kHousekeepingTick);
    m_workerLook.start(WorkerPool::kLookInterval);
    m_topicsLook.start(Topics::kExpireInterval);
    m_overloadWatch.start(kOverloadTick);
    m_ready.store(true);
    const QJsonObject ports{
        {QStringLiteral("clients"), m_clientsPort.load()}, {QStringLiteral("clientsTls"), m_clientsTlsPort.load()},
        {QStringLiteral("admin"), m_adminPort.load()},     {QStringLiteral("adminTls"), m_adminTlsPort.load()},
        {QStringLiteral("http"), m_httpPort.load()},       {QStringLiteral("api"), m_apiPort.load()},
        {QStringLiteral("apiTls"), m_apiTlsPort.load()}};
    qCInfo(lcApp).noquote() << "serving clients=" << facts().clientsAddress
                            << "clientsTls=" << facts().clientsTlsAddress << "admin=" << facts().adminAddress
                            << "adminTls=" << facts().adminTlsAddress << "http=" << facts().httpAddress
                            << "api=" << facts().apiAddress << "apiTls=" << facts().apiTlsAddress
                            << "stateDir=" << m_state.path();
    return m_state.writePorts(ports).map([this] { m_service.ready(); });
}

// Last, because the main loop only turns when start() has returned.
void Application::startWatchdog()
{
    m_watchdog = std::make_unique<Watchdog>(m_metrics, m_clock, STDERR_FILENO, [this] { m_service.keepAlive(); });
    m_watchdog->watch("main", [this](std::function<void()> function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    });
    for (const auto &thread : m_ioThreads) {
        m_watchdog->watch(thread->name().toStdString(),
                          [io = thread.get()](std::function<void()> function) { io->call(std::move(function)); });
    }
    m_watchdog->watch("admin", [this](std::function<void()> function) { m_admin->call(std::move(function)); });
    if (m_api->isOn())
        m_watchdog->watch("api", [this](std::function<void()> function) { m_api->call(std::move(function)); });
    m_watchdog->start();
}

ServerFacts Application::facts() const
{
    const auto text = [](const ListenAddress &address, quint16 port) {
        return address.enabled ? QStringLiteral("%1:%2").arg(address.host).arg(port) : QStringLiteral("off");
    };
    const Config::Listen &listen = config()->listen;
    return {m_epoch,
            m_startedAt,
            m_startedWall,
            m_serverState.load(),
            text(listen.clients, m_clientsPort.load()),
            text(listen.clientsTls, m_clientsTlsPort.load()),
            text(listen.admin, m_adminPort.load()),
            text(listen.adminTls, m_adminTlsPort.load()),
            text(listen.http, m_httpPort.load()),
            text(listen.api, m_apiPort.load()),
            text(listen.apiTls, m_apiTlsPort.load())};
}

std::vector<admin::WorkerSummary> Application::workerSummaries() const
{
    const TimePoint now = m_clock.now();
    const auto toMs = [](Duration span) { return std::chrono::duration_cast<Milliseconds>(span).count(); };
    std::vector<admin::WorkerSummary> summaries;
    for (const WorkerStatus &worker : m_workers->workers()) {
        admin::WorkerSummary &summary = summaries.emplace_back();
        summary.number = worker.number;
        summary.processed = worker.processed;
        summary.errors = worker.errors;
        summary.busyMs = toMs(worker.busyTime);
        summary.stuck = worker.stuck;
        summary.event = QString::fromStdString(worker.event);
        if (!worker.event.empty())
            summary.eventMs = toMs(now - worker.eventSince);
    }
    return summaries;
}

void Application::registerGauges()
{
    const auto count = [](auto value) { return static_cast<double>(value); };
    m_metrics.setGauge(Gauge::ConnectionsOpen, [=, this] { return count(connections()); });
    m_metrics.setGauge(Gauge::UsersConnected, [=, this] { return count(m_hub.users()); });
    m_metrics.setGauge(Gauge::QueueDepthHigh, [=, this] { return count(m_queue->depth(Lane::High)); });
    m_metrics.setGauge(Gauge::QueueDepthNormal, [=, this] { return count(m_queue->depth(Lane::Normal)); });
    m_metrics.setGauge(Gauge::QueueDepthLow, [=, this] { return count(m_queue->depth(Lane::Low)); });
    m_metrics.setGauge(Gauge::QueueCapacity, [=, this] { return count(m_queue->capacity()); });
    m_metrics.setGauge(Gauge::EventsInFlight, [=, this] { return count(m_queue->inFlight()); });
    m_metrics.setGauge(Gauge::Topics, [=, this] { return count(m_topics->count()); });
    m_metrics.setGauge(Gauge::TopicSubscriptions, [=, this] { return count(m_topics->subscriptions()); });
    m_metrics.setGauge(Gauge::TopicHistoryBytes, [=, this] { return count(m_topics->historyBytes()); });
    m_metrics.setGauge(Gauge::BroadcastQueueDepth, [=, this] { return count(m_broadcaster->depth()); });
    m_metrics.setGauge(Gauge::TokenKeys, [=, this] { return count(m_verifier.keyCount()); });
    m_metrics.setGauge(Gauge::KeySetAge, [=, this] { return count(m_tokens.keySetAge().count()); });
    m_metrics.setGauge(Gauge::Revocations, [=, this] { return count(m_revocations.size()); });
    m_metrics.setGauge(Gauge::Mutes, [=, this] { return count(m_mutes.size()); });
    m_metrics.setGauge(Gauge::OutboundBytes, [=, this] {
        return count(sumOverThreads([](const IoThread &thread) { return thread.outboundBytes(); }));
    });
    m_metrics.setGauge(Gauge::ConfigRevision, [=, this] { return count(m_store.revision()); });
    m_metrics.setGauge(Gauge::LogQueueLines, [=, this] { return count(m_log.depth()); });
    m_metrics.setGauge(Gauge::StorageConnections, [=, this] { return count(m_database->connectionCount()); });
    m_metrics.setGauge(Gauge::StorageWritesWaiting, [=, this] { return count(m_notes->depth()); });
    m_metrics.setGauge(Gauge::ErrorGroups, [=, this] { return count(m_log.errors().size()); });
}

template <typename Sum>
quint64 Application::sumOverThreads(Sum sum) const
{
    quint64 total = 0;
    for (const auto &thread : m_ioThreads)
        total += sum(*thread);
    return total;
}

void Application::watchOverload()
{
    m_policies.overload->look(m_clock.now());
    m_memoryShort = m_policies.overload->noteMemory(MemoryStats::now().share());
    m_gatekeeper->setMemoryShort(m_memoryShort);
}

void Application::applyConfig(const ConfigPtr &config)
{
    m_log.setConfig(*config);
    m_hub.setConfig(*config);
    m_gatekeeper->setConfig(config);
    m_events.follow(*config);
    m_hooks->setConfig(config); // behind the events, which have its backends
    m_tls.follow(*config);
    m_tokens.follow(*config);
    m_queue->setLimits(QueueLimits::fromConfig(*config));
    m_policies.setLimits(*config);
    m_idempotency->setLimits(*config);
    m_breakers->setLimits(*config);
    m_recorder.setSlow(config->recorder.slow);
    m_workers->setSize(config->channels.workerPoolSize);
    m_workers->setStuckLimits(config->channels.maxStuckWorkers, config->timeouts.serverProcessing);
    m_broadcaster->setConfig(*config);
    m_topics->setConfig(*config);
    m_api->applyConfig(config);
    m_database->setOperationTimeout(config->timeouts.dbOperation);
    m_database->setMaxConnections(config->storage.maxConnections);
    for (const auto &thread : m_ioThreads)
        thread->call([config, io = thread.get()] { io->setConfig(config); });
}

void Application::deliverToAll(const Delivery &delivery)
{
    for (const auto &thread : m_ioThreads)
        thread->post(Delivery(delivery));
}

void Application::requestStop(const QString &by)
{
    if (m_drain.isRunning() && m_drain.exits())
        m_drain.change({DrainChange::Kind::Force, Milliseconds(0), by});
    else
        m_drain.begin(*config(), {{}, {}, QStringLiteral("signal"), by, true});
}

void Application::tellDrain(const admin::DrainProgress &progress)
{
    m_serverState.store(progress.state());
    m_admin->announceDrain(progress);
    if (progress.state() == admin::ServerState::Running) {
        m_service.ready();
        return;
    }
    // A service manager gives whoever says that it stops a time for it, so this comes when there is no way back.
    if (progress.thenExit && !m_drain.allows(DrainChange::Kind::Resume))
        m_service.stopping();
    m_service.showStatus(QStringLiteral("Draining (%1): %2 queued, %3 in flight, %4 clients.")
                             .arg(progress.phase)
                             .arg(progress.queued)
                             .arg(progress.inFlight)
                             .arg(progress.connections));
}

admin::DrainProgress Application::planDrain(const DrainRequest &request) const
{
    return m_drain.plan(*config(), request);
}

admin::DrainProgress Application::beginDrain(const DrainRequest &request)
{
    QMetaObject::invokeMethod(
        this, [this, request] { m_drain.begin(*config(), request); }, Qt::QueuedConnection);
    return m_drain.latest().value_or(planDrain(request));
}

std::optional<admin::DrainProgress> Application::changeDrain(const DrainChange &change)
{
    if (!m_drain.allows(change.kind))
        return std::nullopt;
    auto before = m_drain.latest(); // none may run any more once it is changed
    QMetaObject::invokeMethod(
        this, [this, change] { m_drain.change(change); }, Qt::QueuedConnection);
    return before;
}

void Application::becomeUnready()
{
    m_ready.store(false);
}

// Who stays up keeps answering newcomers, with 503, so that nobody else gets its ports. Who exits leaves them alone:
// what waits in a socket that the service manager holds is for the next one.
void Application::stopAccepting(bool exits)
{
    m_gatekeeper->setDraining(true);
    if (!exits)
        return;
    m_acceptor->pause();
    m_tlsAcceptor->pause();
}

void Application::serveAgain()
{
    m_gate.open();
    m_api->takePushes();
    m_gatekeeper->setDraining(false);
    for (Acceptor *acceptor : {m_acceptor.get(), m_tlsAcceptor.get()}) {
        if (const auto resumed = acceptor->resume(); !resumed)
            qCCritical(lcApp).noquote() << "not accepting again:" << resumed.error().detail;
    }
    m_ready.store(true);
}

void Application::refuseEvents()
{
    m_gate.close();
}

quint64 Application::queued() const
{
    return m_queue->depth();
}

quint64 Application::inFlight() const
{
    const quint64 inside = m_gate.inside();
    return inside - std::min<quint64>(inside, m_queue->depth());
}

quint64 Application::answered() const
{
    return m_metrics.total(Counter::EndedSucceeded) + m_metrics.total(Counter::EndedFailed)
        + m_metrics.total(Counter::EndedTimedOut) + m_metrics.total(Counter::EndedCancelled);
}

quint64 Application::abandoned() const
{
    return m_metrics.total(Counter::EndedAbandoned);
}

void Application::abandonWork()
{
    for (const auto &thread : m_ioThreads)
        thread->call([io = thread.get()] { gatewayOf(*io).router().abandonAll(); });
}

// Of the API: after this everything that somebody was told is queued can be flushed.
void Application::refusePushes()
{
    m_api->refusePushes();
}

bool Application::broadcastsDelivered() const
{
    return !m_api->isPushing() && m_broadcaster->isIdle();
}

quint64 Application::connections() const
{
    return sumOverThreads([](const IoThread &thread) { return thread.openConnections(); });
}

void Application::closeConnections(quint64 count)
{
    const Milliseconds spread = config()->drain.closeSpread;
    quint64 open = connections();
    const bool isAll = count >= open;
    for (const auto &thread : m_ioThreads) {
        // In proportion, and no more than the count together: who is last has what was rounded off.
        const quint64 own = std::min<quint64>(thread->openConnections(), open);
        const quint64 part = own == 0 ? 0 : count * own / open;
        const quint64 share = isAll ? std::numeric_limits<quint64>::max() : part;
        count -= std::min(count, part);
        open -= own;
        thread->call([this, io = thread.get(), share, spread] {
            io->closeSome(share, protocol::CloseCode::ServiceRestart, [this, spread] {
                const quint64 retryAfterMs = static_cast<quint64>(spread.count()) + m_random.below(kReconnectJitterMs);
                return "{\"retryAfterMs\":" + std::to_string(retryAfterMs) + '}';
            });
        });
    }
}

// Everything is answered: stops the parts from the outside in. What handlers hold up for too long is left to the
// kernel, which is safe: what was acknowledged is on the disk.
void Application::stopParts()
{
    m_watchdog->stop(); // this loop waits from now on, and the others end
    m_tokens.stop();
    m_api->stop();
    m_workers->stop();
    const auto stuck = m_workers->waitForStopped(kWorkerStopGrace);
    m_notes->stop();
    m_backends->endCalls();
    m_broadcaster->stop();
    m_http->stop();
    m_admin->stop();
    m_state.removePorts();
    if (!stuck.empty()) {
        qCWarning(lcApp) << "handlers did not return, exiting without them workers=" << stuck.size();
        m_log.flush();
        std::_Exit(0);
    }
    // Last: they own the requests, which workers and saves use until they have ended.
    for (const auto &thread : m_ioThreads)
        thread->stop();
    m_backends->stop(kNoticesGrace);
    qCInfo(lcApp) << "stopped";
    Q_EMIT stopped(0);
}

} // namespace sluice::server

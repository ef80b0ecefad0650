#pragma once

#include "server/admin/adminplane.h"
#include "server/api/apiplane.h"
#include "server/app/drain.h"
#include "server/app/eventskeeper.h"
#include "server/app/heaptrimmer.h"
#include "server/app/servicemanager.h"
#include "server/app/statedirectory.h"
#include "server/app/tlskeeper.h"
#include "server/app/tokenkeeper.h"
#include "server/app/watchdog.h"
#include "server/backend/backendclient.h"
#include "server/broadcast/broadcaster.h"
#include "server/config/configstore.h"
#include "server/events/backendhandlers.h"
#include "server/events/eventregistry.h"
#include "server/http/httplistener.h"
#include "server/log/logsink.h"
#include "server/log/sentryreporter.h"
#include "server/metrics/exporter.h"
#include "server/metrics/metrics.h"
#include "server/policies/breakers.h"
#include "server/policies/defaultchain.h"
#include "server/policies/mutes.h"
#include "server/policies/revocations.h"
#include "server/policies/tokenverifier.h"
#include "server/routing/executor.h"
#include "server/routing/policychain.h"
#include "server/storage/sqlnotestore.h"
#include "server/transport/acceptor.h"
#include "server/transport/clientgatekeeper.h"
#include "server/transport/closedconnections.h"
#include "server/transport/httphooks.h"
#include "server/transport/hub.h"
#include "server/transport/iothread.h"
#include "server/work/boundedpriorityqueue.h"
#include "server/work/gate.h"
#include "server/work/workerpool.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::server {

/// The one place where the parts of a server are made, wired, started and stopped, in order.
/// Thread: main.
class Application final : public QObject, public DrainControl, private DrainTarget
{
    Q_OBJECT

public:
    explicit Application(LoadedConfig loaded);
    ~Application() override;

    /// Reads the files that start() would read (events, keys, certificate) and changes nothing; for an application that
    /// is not started afterwards. Errors: as start().
    [[nodiscard]] Result<void> check();
    [[nodiscard]] EventRegistryPtr events() const { return m_events.current(); }
    /// Starts everything. Errors: the detail says in words what could not be started and why.
    [[nodiscard]] Result<void> start();
    /// The first call drains, the second stops at once.
    void requestStop(const QString &by);
    /// Reads the events and the certificate again, as their own functions do; the log says how that went.
    void reloadFiles(const QString &by);
    /// Reads the TLS certificate and key again; open connections keep theirs. Errors: the detail names the file.
    Result<void> reloadTls(const QString &by);

    // DrainControl
    admin::DrainProgress planDrain(const DrainRequest &request) const override;
    admin::DrainProgress beginDrain(const DrainRequest &request) override;
    std::optional<admin::DrainProgress> changeDrain(const DrainChange &change) override;

Q_SIGNALS:
    /// All parts have stopped; `exitCode` is the process's.
    void stopped(int exitCode);

private:
    // In start order.
    [[nodiscard]] Result<void> startLog();
    [[nodiscard]] Result<void> openState();
    [[nodiscard]] Result<void> makeStorage();
    [[nodiscard]] Result<void> openStorage();
    [[nodiscard]] Result<void> loadEvents();
    void makePipeline();
    void makeTransport();
    [[nodiscard]] Result<void> listen();
    [[nodiscard]] Result<void> startOperations();
    void makeApi();
    [[nodiscard]] Result<void> startApi();
    [[nodiscard]] Result<void> startHttp();
    [[nodiscard]] Result<void> publishPorts();
    void startWatchdog();

    void registerGauges();
    [[nodiscard]] ServerFacts facts() const;
    [[nodiscard]] std::vector<admin::WorkerSummary> workerSummaries() const;
    void watchOverload();
    void tellDrain(const admin::DrainProgress &progress);
    void applyConfig(const ConfigPtr &config);
    void deliverToAll(const Delivery &delivery);
    void adopt(const AcceptedSocket &accepted);
    void publishEvents(const EventRegistryPtr &events);
    void publishTls(const TlsContexts &contexts);
    void closeRevoked();
    void stopParts();
    [[nodiscard]] ConfigPtr config() const { return m_store.current(); }
    template <typename Sum>
    [[nodiscard]] quint64 sumOverThreads(Sum sum) const;

    // DrainTarget
    void becomeUnready() override;
    void stopAccepting(bool exits) override;
    void refuseEvents() override;
    void serveAgain() override;
    quint64 queued() const override;
    quint64 inFlight() const override;
    quint64 answered() const override;
    quint64 abandoned() const override;
    void abandonWork() override;
    void refusePushes() override;
    bool broadcastsDelivered() const override;
    quint64 connections() const override;
    void closeConnections(quint64 count) override;

    // Destroyed from the last to the first: each part outlives what refers to it.
    SystemClock m_clock;
    SystemRandom m_random;
    ServiceManager m_service;
    ConfigStore m_store;
    StateDirectory m_state;
    Metrics m_metrics;
    std::unique_ptr<SentryReporter> m_errorReporter;
    LogSink m_log{m_metrics, m_clock};
    FlightRecorder m_recorder{m_clock};
    Culprits m_culprits{m_clock};
    Hub m_hub;
    ClosedConnections m_closed;
    Gate m_gate;
    Revocations m_revocations{m_clock};
    Mutes m_mutes{m_clock};
    TokenVerifier m_verifier{m_clock, m_metrics, &m_revocations};
    TokenKeeper m_tokens{{m_verifier, m_metrics, m_clock, m_random}};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqlNoteStore> m_notes;
    std::unique_ptr<BackendClient> m_backends;
    BackendHandlers m_backendHandlers;
    HandlerTable m_handlers;
    std::unique_ptr<Breakers> m_breakers;
    EventsKeeper m_events;
    std::unique_ptr<BoundedPriorityQueue> m_queue;
    DefaultChain m_policies;
    std::unique_ptr<PolicyChain> m_chain;
    std::unique_ptr<IdempotencyStore> m_idempotency;
    std::unique_ptr<ClientGatekeeper> m_gatekeeper;
    std::unique_ptr<HttpHooks> m_hooks;
    std::unique_ptr<Topics> m_topics;
    std::unique_ptr<Broadcaster> m_broadcaster;
    std::atomic<quint64> m_nextConnectionId{1};
    OutboundBudget m_outbound;
    std::vector<std::unique_ptr<IoThread>> m_ioThreads;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<WorkerPool> m_workers;
    std::unique_ptr<Acceptor> m_acceptor;
    std::unique_ptr<Acceptor> m_tlsAcceptor;
    size_t m_nextIoThread = 0;
    TlsKeeper m_tls;
    std::unique_ptr<Watchdog> m_watchdog;
    Drain m_drain;
    QTimer m_housekeeping;
    QTimer m_workerLook;
    QTimer m_topicsLook;
    QTimer m_overloadWatch;
    HeapTrimmer m_heapTrimmer;
    bool m_memoryShort = false;
    std::unique_ptr<ApiPlane> m_api;
    std::unique_ptr<AdminPlane> m_admin;
    std::unique_ptr<Exporter> m_exporter;
    std::unique_ptr<HttpListener> m_http;
    // Read by the admin thread, which is there before all listeners are; 0 until then.
    std::atomic<quint16> m_clientsPort{0};
    std::atomic<quint16> m_clientsTlsPort{0};
    std::atomic<quint16> m_adminPort{0};
    std::atomic<quint16> m_adminTlsPort{0};
    std::atomic<quint16> m_httpPort{0};
    std::atomic<quint16> m_apiPort{0};
    std::atomic<quint16> m_apiTlsPort{0};
    const QString m_epoch;
    const TimePoint m_startedAt;
    const WallTime m_startedWall;
    std::atomic<bool> m_ready{false};
    std::atomic<admin::ServerState> m_serverState{admin::ServerState::Running};
};

} // namespace sluice::server

#pragma once

#include "server/admin/admincommands.h"
#include "server/admin/admintokens.h"
#include "server/admin/auditlog.h"
#include "server/config/configstore.h"
#include "server/transport/acceptor.h"
#include "server/transport/iothread.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace sluice::server {

/// The admin socket with everything it needs of its own: listener, I/O thread, tokens, limits and metrics. Clients'
/// load does not reach it, and what it does is not counted as theirs.
/// Thread: main.
class AdminPlane
{
public:
    /// What it works with; all of it outlives the plane.
    struct Parts {
        ConfigStore &config;
        Metrics &metrics; ///< The clients' plane's, which it reports; what is tried on the admin socket counts there.
        const Clock &clock;
        Random &random;
        DrainControl &drain;
        std::function<EventRegistryPtr()> registry;
        std::function<ServerFacts()> facts;                                      ///< Thread: any.
        std::function<Result<void>(const QString &by)> reloadTls;                ///< Thread: any.
        std::function<Result<void>(const QString &by)> reloadTokenKeys;          ///< Thread: any.
        std::function<Result<EventRegistryPtr>(const QString &by)> reloadEvents; ///< Thread: any.
        Breakers &breakers;
        std::function<std::vector<admin::WorkerSummary>()> workers; ///< Thread: any.
        FlightRecorder &recorder;
        Culprits &culprits;
        PublicationSink &publications;
        const UserDirectory &users;
        LogSink &log;
        ClosedConnections &closed;
        std::vector<IoThread *> clientThreads;
        RateLimitPolicy &rateLimits;
        const Topics &topics;
        Revocations &revocations;
        std::function<void()> closeRevoked; ///< Thread: any.
        Mutes &mutes;
    };

    AdminPlane(const Parts &parts, const QString &stateDir);
    ~AdminPlane();

    /// Begins to listen. Errors: the detail names what could not be opened.
    [[nodiscard]] Result<void> start();
    /// Disconnects the consoles, 1012, and stops.
    void stop();
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] quint16 tlsPort() const;
    /// For consoles that connect from now on. Thread: any, from start() on.
    void setTls(const TlsContextPtr &context);
    /// Runs `function` in its thread. Thread: any, from start() on.
    void call(std::function<void()> function) { m_thread->call(std::move(function)); }
    /// Calls a command for somebody who has no console. `answer` is called once, in the admin thread; not any more once
    /// the plane has stopped. Thread: any, from start() on.
    void ask(const AdminCaller &caller, const QString &method, const QJsonObject &params,
             const std::function<void(Result<QJsonValue>)> &answer);
    /// Tells every console how far a drain is.
    void announceDrain(const admin::DrainProgress &progress);

private:
    class Doorkeeper;
    class Gateway;

    const Parts m_parts;
    QString m_stateDir;
    Metrics m_metrics; // of the admin connections themselves
    AuditLog m_audit;
    std::unique_ptr<Doorkeeper> m_doorkeeper;
    std::atomic<quint64> m_nextConnectionId{1};
    OutboundBudget m_outbound;
    std::unique_ptr<IoThread> m_thread;
    std::unique_ptr<Acceptor> m_acceptor;
    std::unique_ptr<Acceptor> m_tlsAcceptor;
};

} // namespace sluice::server

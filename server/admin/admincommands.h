#pragma once

#include "server/admin/auditlog.h"
#include "server/admin/connectioncensus.h"
#include "server/admin/connectioncloser.h"
#include "server/admin/draincontrol.h"
#include "server/admin/limitlist.h"
#include "server/admin/pushes.h"
#include "server/admin/tracetaps.h"
#include "server/admin/whatif.h"
#include "server/config/configstore.h"
#include "server/events/eventregistry.h"
#include "server/events/sinks.h"
#include "server/events/userdirectory.h"
#include "server/log/logsink.h"
#include "server/metrics/culprits.h"
#include "server/metrics/history.h"
#include "server/metrics/metrics.h"
#include "server/policies/breakers.h"
#include "server/transport/closedconnections.h"
#include "shared/admin/admincommand.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <functional>

namespace sluice::server {

class Mutes;
class Revocations;

/// Who calls a command.
struct AdminCaller {
    QString user;
    admin::Role role = admin::Role::Viewer;
    QString address;
    quint64 session = 0; ///< Of the connection it comes by.
};

/// What `server/info` says that does not change by itself.
struct ServerFacts {
    QString epoch;
    TimePoint started;
    WallTime startedWall;
    admin::ServerState state = admin::ServerState::Running;
    QString clientsAddress; ///< "127.0.0.1:7600", with the port that it got; "off".
    QString clientsTlsAddress;
    QString adminAddress;
    QString adminTlsAddress;
    QString httpAddress;
    QString apiAddress;
    QString apiTlsAddress;
};

/// Which server that is, in what state, since when.
[[nodiscard]] QJsonObject describeServer(const ServerFacts &facts, const Clock &clock);

/// The methods of the admin socket, without the socket: who, what, with what -> answer. Every call is checked against
/// adminCommands() first, so that no method can forget its role, and every change is audited.
/// Thread: admin.
class AdminCommands
{
public:
    /// All live longer.
    struct Parts {
        ConfigStore &config;
        const Metrics &metrics;
        const History &history;
        const Clock &clock;
        AuditLog &audit;
        DrainControl &drain;
        std::function<EventRegistryPtr()> registry;
        std::function<ServerFacts()> facts;
        std::function<Result<void>(const QString &by)> reloadTls;
        std::function<Result<void>(const QString &by)> reloadTokenKeys;
        std::function<Result<EventRegistryPtr>(const QString &by)> reloadEvents;
        Breakers &breakers;
        TraceTaps &taps;
        const Culprits &culprits;
        LogSink &log;
        PublicationSink &publications;
        const UserDirectory &users;
        ConnectionCensus &census;
        ConnectionCloser &closer;
        ClosedConnections &closed;
        RateLimitPolicy &rateLimits;
        const Topics &topics;
        Revocations &revocations;
        std::function<void()> closeRevoked; ///< Ends the connections that came with what is revoked.
        Mutes &mutes;
    };

    static constexpr int kMinSampleIntervalMs = 100;
    static constexpr int kMaxSampleIntervalMs = 60'000;

    explicit AdminCommands(Parts parts);

    /// Errors: MethodNotFound; Forbidden with `{required}` when the role is too low; InvalidParams with
    /// `{field, reason}`, or for config/patch with `{errors: [...]}`; StaleBase; Conflict when no drain is under way of
    /// which that can be asked; Busy when it needs a census and there is none; for tls/reload InternalError and for
    /// events/reload and tokens/reload InvalidParams with `{reason}`, which names the file.
    [[nodiscard]] Result<QJsonValue> call(const AdminCaller &caller, const QString &method, const QJsonObject &params);

    /// To be called about once a second.
    void tick();

    /// Whether the answer goes by the last look at all connections, of which there should be a fresh one.
    [[nodiscard]] static bool needsCensus(const QString &method);
    [[nodiscard]] ConnectionCensus &census() noexcept { return m_parts.census; }
    [[nodiscard]] const Clock &clock() const noexcept { return m_parts.clock; }

    [[nodiscard]] TraceTaps &taps() noexcept { return m_parts.taps; }
    [[nodiscard]] const LogHistory &logHistory() const noexcept { return m_parts.log.history(); }

    /// Audits that a change was taken back because nobody confirmed it.
    void configExpired(const ConfigRevision &revision);

private:
    using Method = Result<QJsonValue> (AdminCommands::*)(const AdminCaller &caller, const QJsonObject &params);
    struct Entry {
        const char *method;
        Method run;
    };
    [[nodiscard]] static Method findMethod(const QString &method);

    Result<QJsonValue> serverInfo(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> serverDrain(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> serverShutdown(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> serverResume(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> drainPlan(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> drainExtend(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> drainPause(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> drainContinue(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> drainForce(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> metricsSubscribe(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> metricsHistory(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configSchema(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configGet(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configPatch(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configConfirm(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configRevert(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> configHistory(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> eventsList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> eventsReload(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> tlsReload(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> tokensReload(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> breakersList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> breakersForce(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> traceList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> traceStart(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> traceStop(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> topList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> connectionsList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> connectionsGet(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> connectionsClose(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> connectionsClosed(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> usersList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> auditList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> limitsList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> limitsKeys(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> tokensRevoke(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> tokensRestore(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> tokensList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> mutesAdd(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> mutesLift(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> mutesList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> usersSend(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> broadcastSend(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> topicsList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> topicsSend(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> logSubscribe(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> logUnsubscribe(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> logList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> errorsList(const AdminCaller &caller, const QJsonObject &params);
    Result<QJsonValue> errorsClear(const AdminCaller &caller, const QJsonObject &params);

    Result<QJsonValue> beginDrain(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                  bool thenExit);
    Result<QJsonValue> changeDrain(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                   DrainChange::Kind kind);
    Result<QJsonValue> push(const AdminCaller &caller, const QString &method, const QJsonObject &params, Pushes::To to);
    [[nodiscard]] static tl::unexpected<Error> noCensus();
    [[nodiscard]] static tl::unexpected<Error> needsRole(const QString &what, admin::Role role);
    [[nodiscard]] QJsonObject eventRow(const EventSpec &spec) const;
    [[nodiscard]] QJsonValue unconfirmed() const;
    Result<QJsonValue> reload(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                              const std::function<Result<QJsonObject>(const QString &by)> &read);
    void audit(const AdminCaller &caller, AuditEntry entry, const Result<QJsonValue> &result);

    const Parts m_parts;
    LimitList m_limits;
    WhatIf m_whatIf;
    Pushes m_pushes;
};

} // namespace sluice::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentserver.h"

#include "shared/admin/adminparams.h"
#include "shared/admin/configschema.h"
#include "shared/base/jsontext.h"
#include "shared/protocol/closecode.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <chrono>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace clients = incidentclients;

namespace {

using admin::AdminParams;
using admin::invalidParam;
using State = admin::ServerState;

constexpr qsizetype kFineCapacity = 900;
constexpr qsizetype kCoarseCapacity = 2160;
constexpr int kCoarseSeconds = 10;
constexpr auto kQuarter = 250ms; // a drain is told so often
constexpr int kQuartersASecond = 4;
constexpr qint64 kMaxSpanMs = 86'400'000;
constexpr qint64 kMinStepMs = 1000;
constexpr qint64 kMinIntervalMs = 100;
constexpr qint64 kMaxIntervalMs = 60'000;
constexpr qsizetype kMostUsers = 1000;
constexpr qsizetype kMaxName = 128;
constexpr qsizetype kMaxParamsBytes = 65'536;
// What a lane gains in a second at most: so it fills again after a drain.
constexpr quint64 kLaneGain = 1500;

const QString &operatorName()
{
    static const QString kName = u"you@practice"_s;
    return kName;
}

QJsonObject toJson(const Error &error)
{
    const std::string_view text = errorText(error.code);
    QJsonObject told{{u"code"_s, static_cast<int>(error.code)},
                     {u"message"_s, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))}};
    if (!error.data.isEmpty())
        told[u"data"_s] = QJsonDocument::fromJson(error.data).object();
    return told;
}

Result<QJsonObject> toJson(const Result<admin::DrainProgress> &progress)
{
    return progress.map([](const admin::DrainProgress &told) { return told.toJson(); });
}

/// The answer of a method that takes no parameters.
Result<QJsonObject> withoutParams(const QJsonObject &params, const QJsonObject &answer)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return answer;
}

/// What came and was not refused for its own sake.
quint64 handled(const admin::Snapshot &sample)
{
    return sample.eventsReceived - sample.refusedRateLimited - sample.refusedUnauthorized - sample.refusedInvalid
        - sample.eventsFailed - sample.eventsTimedOut;
}

void appendBounded(QList<admin::Snapshot> &list, const admin::Snapshot &sample, qsizetype capacity)
{
    list.append(sample);
    if (list.size() > capacity)
        list.removeFirst();
}

} // namespace

IncidentServer::IncidentServer(admin::Role role, QObject *parent)
    : LocalServer(parent)
    , m_role(role)
    , m_by(operatorName())
    , m_limits(m_connections, m_events)
    , m_traffic({m_connections, m_mutes})
    , m_whatIf(m_limits, m_fine)
    , m_markers(IncidentCourse::markers())
{
    addMethods();
    addLists();
    addActions();
    addDrain();
    playToOpening();
    m_config.setWhatIf([this](const QString &key, const QJsonValue &after) { return m_whatIf.row(key, after); });
    m_config.setOnMade([this](const IncidentConfig::Revision &revision) { onRevision(revision); });
    m_connections.setMayEnter([this](int client) { return !m_revocations.isBarred(client); });
    connect(&m_timer, &QTimer::timeout, this, &IncidentServer::quarter);
}

void IncidentServer::playToOpening()
{
    applyLimits();
    while (m_course.second() < 0) {
        const admin::Snapshot sample = m_course.next();
        m_events.step(m_course.load());
        m_limits.step(m_course.load());
        keep(sample);
    }
    admin::Snapshot &opening = m_fine.last();
    m_connections.open(
        {.open = opening.connectionsOpen, .accepted = opening.connectionsAccepted, .closed = opening.connectionsClosed},
        m_limits.recent());
    complete(opening);
    [[maybe_unused]] const auto nobody = m_traffic.step(0, m_course.load(), opening);
    [[maybe_unused]] const auto expired = m_config.setNow(nowMs());
}

void IncidentServer::start()
{
    m_timer.start(kQuarter);
}

void IncidentServer::step()
{
    for (int i = 0; i < kQuartersASecond; ++i)
        quarter();
}

void IncidentServer::quarter()
{
    if (m_drain.hasStopped())
        return;
    advanceDrain();
    if (++m_quarters % kQuartersASecond == 0 && !m_drain.hasStopped())
        second();
}

void IncidentServer::second()
{
    m_course.setInfluence(influence());
    admin::Snapshot sample = m_course.next();
    const IncidentCourse::Load &load = m_course.load();
    m_connections.step({.second = m_course.second(),
                        .open = sample.connectionsOpen,
                        .closing = m_course.closing(),
                        .accepts = !m_drain.refusesEvents()},
                       load);
    m_events.step(load);
    m_limits.step(load);
    m_mutes.step(m_course.second(), [this](const auto &isMeant) { return m_connections.rateOf(isMeant); });
    if (const auto expired = m_config.setNow(nowMs()))
        m_audit.append({.atMs = nowMs(),
                        .who = expired->by,
                        .method = u"config/revert"_s,
                        .reason = expired->reason,
                        .before = expired->valuesBefore(),
                        .after = expired->valuesAfter()});
    complete(sample);
    keep(sample);
    Q_EMIT notified(u"metrics/sample"_s, sample.toJson());
    for (const QJsonObject &news : m_traffic.step(m_course.second(), load, sample))
        Q_EMIT notified(u"trace/records"_s, news);
}

IncidentCourse::Influence IncidentServer::influence() const
{
    const auto number = [this](const QString &key) {
        return static_cast<quint64>(std::max(0.0, m_config.value(key).toDouble()));
    };
    const bool isDryRun = m_config.value(u"rate-limits.dry-run"_s).toArray().contains(u"user"_s);
    return {.culprit = m_connections.culpritShare([this](int client) { return m_mutes.isSilent(client); }),
            .workers = number(u"channels.worker-pool-size"_s),
            .queueCapacity = number(u"channels.message-queue-size"_s),
            .alertThreshold = m_config.value(u"backpressure.alert-threshold"_s).toDouble(),
            .dropThreshold = m_config.value(u"backpressure.drop-threshold"_s).toDouble(),
            .perUserPerMinute = isDryRun ? 0 : number(u"rate-limits.per-user-per-minute"_s)};
}

void IncidentServer::complete(admin::Snapshot &sample)
{
    const IncidentConnections::Totals totals = m_connections.totals();
    sample.connectionsOpen = totals.open;
    sample.connectionsAccepted = totals.accepted;
    sample.connectionsClosed = totals.closed;
    sample.usersConnected = totals.users;
    sample.outboundBytes = totals.pendingBytes;
    sample.configRevision = static_cast<quint64>(m_config.revision());
    if (m_drain.isRunning())
        sample.state = m_drain.progress().state();
    sample.eventsAbandoned = m_drain.abandonedInAll();
    if (m_drain.refusesEvents()) {
        m_turnedAway += handled(sample) - handled(m_fine.constLast());
        sample.laneDepth = m_drain.lanes();
        sample.inFlight = m_drain.progress().inFlight;
        sample.workersBusy = sample.inFlight;
        sample.workerBusyShare = sample.workers > 0 ? double(sample.inFlight) / double(sample.workers) : 0;
    } else {
        const admin::Snapshot &before = m_fine.constLast();
        for (size_t lane = 0; lane < sample.laneDepth.size(); ++lane)
            sample.laneDepth[lane] = std::min(sample.laneDepth[lane], before.laneDepth[lane] + kLaneGain);
    }
    sample.refusedDraining = m_turnedAway;
    IncidentCourse::settle(sample);
}

void IncidentServer::keep(const admin::Snapshot &sample)
{
    appendBounded(m_fine, sample, kFineCapacity);
    if (m_course.second() % kCoarseSeconds == 0)
        appendBounded(m_coarse, sample, kCoarseCapacity);
}

void IncidentServer::addMethods()
{
    m_methods[u"server/info"_s] = [this](const QJsonObject &params) { return withoutParams(params, info()); };
    m_methods[u"metrics/history"_s] = [this](const QJsonObject &params) { return history(params); };
    m_methods[u"metrics/subscribe"_s] = [](const QJsonObject &params) -> Result<QJsonObject> {
        AdminParams reader(params, {u"intervalMs"_s});
        const qint64 intervalMs = reader.requiredInteger(u"intervalMs"_s, kMinIntervalMs, kMaxIntervalMs);
        if (reader.fault())
            return tl::unexpected(*reader.fault());
        return QJsonObject{{u"intervalMs"_s, intervalMs}};
    };
    m_methods[u"config/schema"_s] = [](const QJsonObject &params) {
        return withoutParams(params, {{u"options"_s, admin::configOptionsJson()}});
    };
    m_methods[u"config/get"_s] = [this](const QJsonObject &params) { return withoutParams(params, m_config.get()); };
    m_methods[u"config/history"_s] = [this](const QJsonObject &params) {
        return withoutParams(params, m_config.history());
    };
    m_methods[u"config/patch"_s] = [this](const QJsonObject &params) { return m_config.patch(params, m_by); };
    m_methods[u"config/confirm"_s] = [this](const QJsonObject &params) { return m_config.confirm(params); };
    m_methods[u"config/revert"_s] = [this](const QJsonObject &params) { return m_config.revert(params, m_by); };
}

void IncidentServer::addLists()
{
    m_methods[u"events/list"_s] = [this](const QJsonObject &params) { return withoutParams(params, m_events.list()); };
    m_methods[u"connections/list"_s] = [this](const QJsonObject &params) { return m_connections.list(params); };
    m_methods[u"connections/closed"_s] = [this](const QJsonObject &params) { return m_connections.closed(params); };
    m_methods[u"connections/get"_s] = [this](const QJsonObject &params) { return m_traffic.connection(params); };
    m_methods[u"limits/list"_s] = [this](const QJsonObject &params) { return withoutParams(params, m_limits.list()); };
    m_methods[u"limits/keys"_s] = [this](const QJsonObject &params) { return m_limits.keys(params); };
    m_methods[u"top/list"_s] = [this](const QJsonObject &params) { return m_limits.top(params); };
    m_methods[u"mutes/list"_s] = [this](const QJsonObject &params) { return withoutParams(params, m_mutes.list()); };
    m_methods[u"tokens/list"_s] = [this](const QJsonObject &params) { return m_revocations.list(params); };
    m_methods[u"audit/list"_s] = [this](const QJsonObject &params) { return m_audit.list(params); };
    m_methods[u"trace/list"_s] = [this](const QJsonObject &params) { return m_traffic.list(params); };
    m_methods[u"trace/start"_s] = [this](const QJsonObject &params) { return m_traffic.start(params); };
    m_methods[u"trace/stop"_s] = [this](const QJsonObject &params) { return m_traffic.stop(params); };
}

void IncidentServer::addActions()
{
    using Kind = admin::Marker::Kind;
    m_methods[u"connections/close"_s] = [this](const QJsonObject &params) {
        return marked(Kind::ConnectionsClosed, m_connections.close(params));
    };
    m_methods[u"users/send"_s] = [this](const QJsonObject &params) { return sendNotice(params); };
    m_methods[u"mutes/add"_s] = [this](const QJsonObject &params) {
        return marked(Kind::ClientMuted, m_mutes.add(params, m_by));
    };
    m_methods[u"mutes/lift"_s] = [this](const QJsonObject &params) {
        return marked(Kind::MuteLifted, m_mutes.lift(params));
    };
    m_methods[u"tokens/revoke"_s] = [this](const QJsonObject &params) { return revoke(params); };
    m_methods[u"tokens/restore"_s] = [this](const QJsonObject &params) { return m_revocations.restore(params); };
}

void IncidentServer::addDrain()
{
    using Change = IncidentDrain::Change;
    m_methods[u"drain/plan"_s] = [this](const QJsonObject &params) {
        return toJson(m_drain.plan(params, drainDefaults(), inside(), m_by));
    };
    m_methods[u"server/drain"_s] = [this](const QJsonObject &params) { return beginDrain(params, false); };
    m_methods[u"server/shutdown"_s] = [this](const QJsonObject &params) { return beginDrain(params, true); };
    const auto add = [this](const QString &method, Change change) {
        m_methods[method] = [this, change](const QJsonObject &params) { return changeDrain(change, params); };
    };
    add(u"drain/extend"_s, Change::Extend);
    add(u"drain/pause"_s, Change::Pause);
    add(u"drain/continue"_s, Change::Continue);
    add(u"drain/force"_s, Change::Force);
    add(u"server/resume"_s, Change::Resume);
}

QJsonObject IncidentServer::answer(const QString &method, const QJsonObject &params)
{
    const Result<QJsonObject> result = call(operatorName(), method, params);
    if (result)
        return {{u"result"_s, *result}};
    QJsonObject error = toJson(result.error());
    if (result.error().code == ErrorCode::Unavailable)
        error[u"message"_s] = result.error().detail;
    return {{u"error"_s, error}};
}

Result<QJsonObject> IncidentServer::call(const QString &by, const QString &method, const QJsonObject &params)
{
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    if (!command)
        return failure(ErrorCode::MethodNotFound, {}, method);
    if (!m_methods.contains(method))
        return failure(ErrorCode::Unavailable, {}, u"not part of the built-in incident"_s);
    m_by = by;
    Result<QJsonObject> result =
        failure(ErrorCode::Forbidden, jsonText(QJsonObject{{u"required"_s, admin::toString(command->role)}}),
                u"%1 needs the role %2"_s.arg(method, admin::toString(command->role)));
    if (by != operatorName() || m_role >= command->role)
        result = m_methods.value(method)(params);
    audit(method, params, result);
    return result;
}

// What is wrong with the parameters is no deed, and neither is a look.
void IncidentServer::audit(const QString &method, const QJsonObject &params, const Result<QJsonObject> &result)
{
    const bool showsPayloads = method == "trace/start"_L1 && params["payloads"_L1].toBool();
    const bool isDeed = admin::findAdminCommand(method)->writes || showsPayloads;
    const bool isMistake = !result && result.error().code == ErrorCode::InvalidParams;
    if (!isDeed || isMistake || params["checkOnly"_L1].toBool())
        return;
    IncidentAudit::Entry entry{.atMs = nowMs(),
                               .who = m_by,
                               .role = admin::toString(m_by == operatorName() ? m_role : admin::Role::Admin),
                               .address = u"127.0.0.1"_s,
                               .method = method,
                               .reason = params["reason"_L1].toString(),
                               .after = params};
    if (!result)
        entry.result = result.error().detail;
    else if (method.startsWith("config/"_L1) && method != "config/confirm"_L1) {
        entry.before = m_config.latest().valuesBefore();
        entry.after = m_config.latest().valuesAfter();
    } else if (method.startsWith("drain/"_L1) || method.startsWith("server/"_L1))
        entry.after = *result;
    else if (method == "mutes/lift"_L1 || method == "tokens/restore"_L1)
        entry.before = result->begin().value().toObject();
    if (result && method == "connections/close"_L1)
        entry.affected = result->value("closing"_L1).toInteger();
    if (method == "users/send"_L1)
        entry.after[u"params"_s] = u"%1 bytes"_s.arg(jsonText(params["params"_L1]).size());
    m_audit.append(entry);
}

QJsonObject IncidentServer::info() const
{
    const admin::ServerState state = m_drain.isRunning() ? m_drain.progress().state() : State::Running;
    return {{u"name"_s, u"incident"_s},
            {u"version"_s, QLatin1StringView(SLUICE_VERSION)},
            {u"protocol"_s,
             QJsonObject{{u"major"_s, admin::kAdminProtocolMajor}, {u"minor"_s, admin::kAdminProtocolMinor}}},
            {u"epoch"_s, u"incident"_s},
            {u"startedMs"_s, IncidentCourse::kOpenMs - IncidentCourse::kUptimeAtOpenMs},
            {u"timeMs"_s, nowMs()},
            {u"uptimeMs"_s, IncidentCourse::uptimeMsAt(m_course.second())},
            {u"state"_s, admin::toString(state)},
            {u"role"_s, admin::toString(m_role)},
            {u"user"_s, operatorName()},
            {u"configRevision"_s, m_config.revision()},
            {u"listen"_s,
             QJsonObject{{u"clients"_s, u"127.0.0.1:7600"_s},
                         {u"clientsTls"_s, u"off"_s},
                         {u"admin"_s, u"127.0.0.1:7601"_s},
                         {u"adminTls"_s, u"off"_s},
                         {u"http"_s, u"127.0.0.1:7602"_s},
                         {u"api"_s, u"off"_s},
                         {u"apiTls"_s, u"off"_s}}}};
}

Result<QJsonObject> IncidentServer::history(const QJsonObject &params) const
{
    AdminParams reader(params, {u"seconds"_s, u"spanMs"_s, u"stepMs"_s});
    const auto seconds = reader.integer(u"seconds"_s, 1, kMaxSpanMs / 1000);
    const qint64 spanMs = seconds ? *seconds * 1000 : reader.requiredInteger(u"spanMs"_s, 1, kMaxSpanMs);
    const qint64 stepMs = reader.integer(u"stepMs"_s, kMinStepMs, kMaxSpanMs).value_or(0);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const qint64 fromMs = nowMs() - spanMs;
    QJsonArray samples;
    for (const admin::Snapshot &sample : stepMs >= kCoarseSeconds * 1000 ? m_coarse : m_fine) {
        if (sample.timeMs >= fromMs)
            samples.append(sample.toJson());
    }
    QJsonArray markers;
    for (const admin::Marker &marker : m_markers) {
        if (marker.timeMs >= fromMs)
            markers.append(marker.toJson());
    }
    return QJsonObject{{u"samples"_s, samples}, {u"markers"_s, markers}};
}

void IncidentServer::mark(admin::Marker marker)
{
    marker.timeMs = nowMs();
    marker.uptimeMs = IncidentCourse::uptimeMsAt(m_course.second());
    m_markers.append(marker);
    Q_EMIT notified(u"markers/added"_s, marker.toJson());
}

void IncidentServer::mark(admin::Marker::Kind kind, const QString &text, const QString &by, qint64 revision)
{
    mark({.kind = kind, .text = text, .by = by, .revision = static_cast<quint64>(revision)});
}

Result<QJsonObject> IncidentServer::marked(admin::Marker::Kind kind, const Result<QJsonObject> &done)
{
    if (!done)
        return done;
    const QJsonValue mute = done->value("mute"_L1);
    const qint64 closed = done->value("closing"_L1).toInteger();
    if (kind == admin::Marker::Kind::ConnectionsClosed && closed == 0)
        return done;
    admin::Marker marker{.kind = kind, .by = m_by, .user = mute["user"_L1].toString()};
    marker.address = mute["address"_L1].toString();
    if (kind == admin::Marker::Kind::ClientMuted)
        marker.mute = static_cast<quint64>(mute["id"_L1].toInteger());
    marker.count = static_cast<quint64>(closed);
    mark(marker);
    return done;
}

void IncidentServer::onRevision(const IncidentConfig::Revision &revision)
{
    const QString takesBack = revision.reverts > 0 ? u" takes back %1"_s.arg(revision.reverts) : QString();
    const QString keys = revision.valuesAfter().keys().join(u", "_s);
    mark(admin::Marker::Kind::ConfigChanged, u"revision %1%2: %3"_s.arg(revision.number).arg(takesBack, keys),
         revision.by, revision.number);
    applyLimits();
    Q_EMIT notified(u"config/changed"_s,
                    {{u"revision"_s, revision.number}, {u"by"_s, revision.by}, {u"changes"_s, revision.told()}});
}

void IncidentServer::applyLimits()
{
    const auto number = [this](const QString &key) { return m_config.value(key).toInt(); };
    m_limits.setBounds({.globalPerSecond = number(u"rate-limits.global-per-second"_s),
                        .perAddressPerMinute = number(u"rate-limits.per-ip-per-minute"_s),
                        .perUserPerMinute = number(u"rate-limits.per-user-per-minute"_s),
                        .perEvent = m_config.value(u"rate-limits.enforce-per-event"_s).toBool(),
                        .isUserDryRun = m_config.value(u"rate-limits.dry-run"_s).toArray().contains(u"user"_s)});
}

IncidentDrain::Defaults IncidentServer::drainDefaults() const
{
    const auto number = [this](const QString &key) { return m_config.value(key).toInteger(); };
    return {number(u"timeouts.shutdown-grace-ms"_s), number(u"drain.close-spread-ms"_s),
            number(u"drain.balancer-grace-ms"_s)};
}

IncidentDrain::Inside IncidentServer::inside() const
{
    const admin::Snapshot &now = m_fine.constLast();
    return {now.laneDepth, now.inFlight, m_connections.totals().open, now.workers};
}

Result<QJsonObject> IncidentServer::beginDrain(const QJsonObject &params, bool thenExit)
{
    const Result<admin::DrainProgress> begun = m_drain.begin(params, drainDefaults(), inside(), m_by, thenExit);
    if (begun)
        announceDrain(*begun);
    return toJson(begun);
}

Result<QJsonObject> IncidentServer::changeDrain(IncidentDrain::Change change, const QJsonObject &params)
{
    const Result<admin::DrainProgress> changed = m_drain.change(change, params);
    if (changed)
        announceDrain(*changed);
    return toJson(changed);
}

void IncidentServer::advanceDrain()
{
    if (!m_drain.isRunning() || m_state == State::Drained)
        return;
    m_connections.closeSome(m_drain.advance(kQuarter, inside()));
    announceDrain(m_drain.progress());
    if (!m_drain.hasStopped())
        return;
    m_timer.stop();
    Q_EMIT ended({LinkFailureKind::ServerStopped, u"the server has stopped"_s});
}

void IncidentServer::announceDrain(const admin::DrainProgress &progress)
{
    using Kind = admin::Marker::Kind;
    const State before = std::exchange(m_state, progress.state());
    if (before == State::Running && m_state != State::Running)
        mark(Kind::DrainBegan, progress.reason.isEmpty() ? u"drain began"_s : u"drain began: "_s + progress.reason,
             progress.requestedBy);
    if (before != State::Running && m_state == State::Running)
        mark(Kind::DrainResumed, u"drain taken back, serving again"_s, {});
    if (before == State::Draining && (m_state == State::Drained || m_state == State::Stopping))
        mark(Kind::DrainEnded,
             u"drain ended: %1 answered, %2 abandoned"_s.arg(progress.answered).arg(progress.abandoned), {});
    Q_EMIT notified(u"server/drainProgress"_s, progress.toJson());
}

Result<QJsonObject> IncidentServer::revoke(const QJsonObject &params)
{
    const Result<QJsonObject> result =
        m_revocations.revoke(params,
                             {nowMs(), m_by, m_config.value(u"auth.revocation-keep-ms"_s).toInteger(),
                              m_config.value(u"auth.max-revocations"_s).toInteger()});
    if (result)
        m_connections.closeThose([this](int client) { return m_revocations.isNewestAbout(client); },
                                 static_cast<int>(protocol::CloseCode::TokenExpired), "token revoked");
    return result;
}

Result<QJsonObject> IncidentServer::sendNotice(const QJsonObject &params) const
{
    AdminParams reader(params, {u"users"_s, u"event"_s, u"params"_s, u"key"_s, u"ttlMs"_s, u"reason"_s});
    const QJsonArray users = params["users"_L1].toArray();
    const bool areUsers = !users.isEmpty() && users.size() <= kMostUsers
        && std::all_of(users.begin(), users.end(), [](const QJsonValue &user) {
               return !user.toString().isEmpty() && user.toString().size() <= kMaxName;
           });
    const QString event = reader.text(u"event"_s, kMaxName);
    const QJsonObject news = params.contains("params"_L1) ? reader.requiredObject(u"params"_s) : QJsonObject();
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!areUsers)
        return invalidParam("users", "must be a list of 1 to 1000 user ids");
    if (jsonText(news).size() > kMaxParamsBytes)
        return invalidParam("params", "must not be larger than 65536 bytes");
    if (event.isEmpty())
        return invalidParam("event", params.contains("event"_L1) ? "must not be empty" : "is missing");
    qint64 connections = 0;
    QSet<QString> there;
    for (const admin::ConnectionRow &row : m_connections.rows()) {
        const QString user = QString::fromStdString(row.user);
        if (user.isEmpty() || !users.contains(user))
            continue;
        ++connections;
        there.insert(user);
    }
    return QJsonObject{{u"usersConnected"_s, there.size()},
                       {u"connections"_s, connections},
                       {u"queued"_s, true},
                       {u"droppedOldest"_s, false}};
}

} // namespace sluice::console

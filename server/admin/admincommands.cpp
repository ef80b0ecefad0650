#include "server/admin/admincommands.h"

#include "server/policies/mutes.h"
#include "server/policies/revocations.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/configschema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

constexpr qsizetype kMaxHandlerLength = 128;
constexpr qint64 kMinRevertAfterMs = 1000; // looked at once a second
constexpr qint64 kHistoryStepMs = History::kStep.count();
constexpr qint64 kMaxRevertAfterMs = 3'600'000;
constexpr qint64 kMaxRevision = qint64{1} << 53; // the largest that a JSON number holds exactly

constexpr std::array kPriorityNames{QLatin1String("high"), QLatin1String("normal"), QLatin1String("low")};
constexpr std::array kBreakerStates{QLatin1String("closed"), QLatin1String("half-open"), QLatin1String("open")};
constexpr std::array kBreakerModes{QLatin1String("automatic"), QLatin1String("closed"), QLatin1String("open")};

QJsonArray toJson(const std::vector<ConfigChange> &changes)
{
    QJsonArray array;
    for (const ConfigChange &change : changes)
        array.append(change.toJson());
    return array;
}

QJsonObject valuesBefore(const ConfigRevision &revision)
{
    QJsonObject values;
    for (const ConfigChange &change : revision.changes)
        values[change.key] = change.before;
    return values;
}

QJsonObject valuesAfter(const ConfigRevision &revision)
{
    QJsonObject values;
    for (const ConfigChange &change : revision.changes)
        values[change.key] = change.after;
    return values;
}

QJsonValue toJson(const std::optional<RateLimit> &limit)
{
    if (!limit)
        return QJsonValue();
    return QJsonObject{{QStringLiteral("count"), limit->count},
                       {QStringLiteral("windowMs"), static_cast<qint64>(limit->window.count())}};
}

QJsonArray toJson(const std::vector<std::string> &words)
{
    QJsonArray array;
    for (const std::string &word : words)
        array.append(QString::fromStdString(word));
    return array;
}

QJsonObject toJson(const Breakers::Row &row)
{
    const Breaker::Status &status = row.status;
    return {
        {QStringLiteral("handler"), QString::fromStdString(row.handler)},
        {QStringLiteral("state"), kBreakerStates[static_cast<size_t>(status.state)]},
        {QStringLiteral("mode"), kBreakerModes[static_cast<size_t>(status.mode)]},
        {QStringLiteral("failures"), status.failures},
        {QStringLiteral("probes"), status.probes},
        {QStringLiteral("opened"), static_cast<double>(status.opened)},
        {QStringLiteral("refused"), static_cast<double>(status.refused)},
        {QStringLiteral("probesInMs"),
         static_cast<qint64>(std::chrono::ceil<std::chrono::milliseconds>(status.opensAgain).count())},
    };
}

double number(quint64 value)
{
    return static_cast<double>(value);
}

QJsonValue outcomeOf(const ConfigRevision &made)
{
    return QJsonObject{{QStringLiteral("revision"), number(made.revision)},
                       {QStringLiteral("changes"), toJson(made.changes)},
                       {QStringLiteral("warnings"), QJsonArray::fromStringList(made.warnings)},
                       {QStringLiteral("impact"), QJsonArray::fromStringList(made.impact)}};
}

QJsonObject historyRow(const ConfigRevision &made)
{
    return {{QStringLiteral("revision"), number(made.revision)},
            {QStringLiteral("by"), made.by},
            {QStringLiteral("reason"), made.reason},
            {QStringLiteral("atMs"), static_cast<qint64>(toUnixMs(made.at))},
            {QStringLiteral("reverts"), made.reverts > 0 ? QJsonValue(number(made.reverts)) : QJsonValue()},
            {QStringLiteral("persisted"), made.persisted},
            {QStringLiteral("changes"), toJson(made.changes)}};
}

} // namespace

QJsonObject describeServer(const ServerFacts &facts, const Clock &clock)
{
    const auto uptime = std::chrono::duration_cast<std::chrono::milliseconds>(clock.now() - facts.started);
    return {
        {QStringLiteral("name"), QStringLiteral("sluiced")},
        {QStringLiteral("version"), QStringLiteral(SLUICE_VERSION)},
        {QStringLiteral("epoch"), facts.epoch},
        {QStringLiteral("startedMs"), static_cast<qint64>(toUnixMs(facts.startedWall))},
        {QStringLiteral("timeMs"), static_cast<qint64>(toUnixMs(clock.wallNow()))},
        {QStringLiteral("uptimeMs"), static_cast<qint64>(uptime.count())},
        {QStringLiteral("state"), admin::toString(facts.state)},
    };
}

AdminCommands::AdminCommands(Parts parts)
    : m_parts(std::move(parts))
    , m_limits({m_parts.config, m_parts.metrics, m_parts.clock, m_parts.registry, m_parts.rateLimits})
    , m_whatIf({m_parts.rateLimits, m_parts.history, m_parts.clock})
    , m_pushes({m_parts.publications, m_parts.users, m_parts.metrics, m_parts.topics, m_parts.registry})
{
}

void AdminCommands::tick()
{
    m_limits.tick();
    m_whatIf.tick();
    m_parts.revocations.expire();
    m_parts.mutes.expire();
}

tl::unexpected<Error> AdminCommands::needsRole(const QString &what, admin::Role role)
{
    const QJsonObject data{{QStringLiteral("required"), admin::toString(role)}};
    return failure(ErrorCode::Forbidden, QJsonDocument(data).toJson(QJsonDocument::Compact),
                   QStringLiteral("%1 needs the role %2").arg(what, admin::toString(role)));
}

AdminCommands::Method AdminCommands::findMethod(const QString &method)
{
    static constexpr std::array kMethods{
        Entry{"server/info", &AdminCommands::serverInfo},
        Entry{"server/drain", &AdminCommands::serverDrain},
        Entry{"server/shutdown", &AdminCommands::serverShutdown},
        Entry{"server/resume", &AdminCommands::serverResume},
        Entry{"drain/plan", &AdminCommands::drainPlan},
        Entry{"drain/extend", &AdminCommands::drainExtend},
        Entry{"drain/pause", &AdminCommands::drainPause},
        Entry{"drain/continue", &AdminCommands::drainContinue},
        Entry{"drain/force", &AdminCommands::drainForce},
        Entry{"metrics/subscribe", &AdminCommands::metricsSubscribe},
        Entry{"metrics/history", &AdminCommands::metricsHistory},
        Entry{"config/schema", &AdminCommands::configSchema},
        Entry{"config/get", &AdminCommands::configGet},
        Entry{"config/patch", &AdminCommands::configPatch},
        Entry{"config/confirm", &AdminCommands::configConfirm},
        Entry{"config/revert", &AdminCommands::configRevert},
        Entry{"config/history", &AdminCommands::configHistory},
        Entry{"events/list", &AdminCommands::eventsList},
        Entry{"events/reload", &AdminCommands::eventsReload},
        Entry{"tls/reload", &AdminCommands::tlsReload},
        Entry{"tokens/reload", &AdminCommands::tokensReload},
        Entry{"breakers/list", &AdminCommands::breakersList},
        Entry{"breakers/force", &AdminCommands::breakersForce},
        Entry{"trace/list", &AdminCommands::traceList},
        Entry{"trace/start", &AdminCommands::traceStart},
        Entry{"trace/stop", &AdminCommands::traceStop},
        Entry{"top/list", &AdminCommands::topList},
        Entry{"connections/list", &AdminCommands::connectionsList},
        Entry{"connections/get", &AdminCommands::connectionsGet},
        Entry{"connections/close", &AdminCommands::connectionsClose},
        Entry{"connections/closed", &AdminCommands::connectionsClosed},
        Entry{"users/list", &AdminCommands::usersList},
        Entry{"audit/list", &AdminCommands::auditList},
        Entry{"limits/list", &AdminCommands::limitsList},
        Entry{"limits/keys", &AdminCommands::limitsKeys},
        Entry{"tokens/revoke", &AdminCommands::tokensRevoke},
        Entry{"tokens/restore", &AdminCommands::tokensRestore},
        Entry{"tokens/list", &AdminCommands::tokensList},
        Entry{"mutes/add", &AdminCommands::mutesAdd},
        Entry{"mutes/lift", &AdminCommands::mutesLift},
        Entry{"mutes/list", &AdminCommands::mutesList},
        Entry{"users/send", &AdminCommands::usersSend},
        Entry{"broadcast/send", &AdminCommands::broadcastSend},
        Entry{"topics/list", &AdminCommands::topicsList},
        Entry{"topics/send", &AdminCommands::topicsSend},
        Entry{"log/subscribe", &AdminCommands::logSubscribe},
        Entry{"log/unsubscribe", &AdminCommands::logUnsubscribe},
        Entry{"log/list", &AdminCommands::logList},
        Entry{"errors/list", &AdminCommands::errorsList},
        Entry{"errors/clear", &AdminCommands::errorsClear},
    };
    const auto found = std::find_if(kMethods.begin(), kMethods.end(),
                                    [&method](const Entry &entry) { return method == QLatin1String(entry.method); });
    return found == kMethods.end() ? nullptr : found->run;
}

Result<QJsonValue> AdminCommands::call(const AdminCaller &caller, const QString &method, const QJsonObject &params)
{
    const admin::AdminCommand *command = admin::findAdminCommand(method);
    const Method run = findMethod(method);
    if (!command || !run)
        return failure(ErrorCode::MethodNotFound, {}, method);
    if (caller.role < command->role) {
        Result<QJsonValue> refused = needsRole(method, command->role);
        if (command->writes)
            audit(caller, {.method = method}, refused);
        return refused;
    }
    return (this->*run)(caller, params);
}

Result<QJsonValue> AdminCommands::serverInfo(const AdminCaller &caller, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const ServerFacts facts = m_parts.facts();
    QJsonObject info = describeServer(facts, m_parts.clock);
    info[QStringLiteral("protocol")] = QJsonObject{{QStringLiteral("major"), admin::kAdminProtocolMajor},
                                                   {QStringLiteral("minor"), admin::kAdminProtocolMinor}};
    info[QStringLiteral("role")] = admin::toString(caller.role);
    info[QStringLiteral("user")] = caller.user;
    info[QStringLiteral("configRevision")] = number(m_parts.config.revision());
    info[QStringLiteral("listen")] = QJsonObject{
        {QStringLiteral("clients"), facts.clientsAddress}, {QStringLiteral("clientsTls"), facts.clientsTlsAddress},
        {QStringLiteral("admin"), facts.adminAddress},     {QStringLiteral("adminTls"), facts.adminTlsAddress},
        {QStringLiteral("http"), facts.httpAddress},       {QStringLiteral("api"), facts.apiAddress},
        {QStringLiteral("apiTls"), facts.apiTlsAddress}};
    return info;
}

Result<QJsonValue> AdminCommands::tlsReload(const AdminCaller &caller, const QJsonObject &params)
{
    return reload(caller, QStringLiteral("tls/reload"), params,
                  [this](const QString &by) { return m_parts.reloadTls(by).map([] { return QJsonObject(); }); });
}

Result<QJsonValue> AdminCommands::tokensReload(const AdminCaller &caller, const QJsonObject &params)
{
    return reload(caller, QStringLiteral("tokens/reload"), params,
                  [this](const QString &by) { return m_parts.reloadTokenKeys(by).map([] { return QJsonObject(); }); });
}

Result<QJsonValue> AdminCommands::eventsReload(const AdminCaller &caller, const QJsonObject &params)
{
    return reload(caller, QStringLiteral("events/reload"), params, [this](const QString &by) {
        return m_parts.reloadEvents(by).map([](const EventRegistryPtr &events) {
            return QJsonObject{{QStringLiteral("events"), number(events->events().size())}};
        });
    });
}

Result<QJsonValue> AdminCommands::reload(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                                         const std::function<Result<QJsonObject>(const QString &by)> &read)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    Result<QJsonValue> result = read(caller.user).map([](const QJsonObject &answer) { return QJsonValue(answer); });
    if (!result) {
        const QJsonObject data{{QStringLiteral("reason"), result.error().detail}};
        result.error().data = QJsonDocument(data).toJson(QJsonDocument::Compact);
    }
    audit(caller, {.method = method}, result);
    return result;
}

Result<QJsonValue> AdminCommands::metricsSubscribe(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("intervalMs")});
    const qint64 interval =
        reader.requiredInteger(QStringLiteral("intervalMs"), kMinSampleIntervalMs, kMaxSampleIntervalMs);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return QJsonObject{{QStringLiteral("intervalMs"), interval}};
}

Result<QJsonValue> AdminCommands::metricsHistory(const AdminCaller &, const QJsonObject &params)
{
    constexpr qint64 kMostSeconds = 86'400;
    AdminParams reader(params, {QStringLiteral("seconds"), QStringLiteral("spanMs"), QStringLiteral("stepMs")});
    // Consoles of minor version 0 ask in seconds.
    const auto seconds = reader.integer(QStringLiteral("seconds"), 1, kMostSeconds);
    const qint64 spanMs =
        seconds ? *seconds * 1000 : reader.requiredInteger(QStringLiteral("spanMs"), 1, kMostSeconds * 1000);
    const auto stepMs = reader.integer(QStringLiteral("stepMs"), kHistoryStepMs, kMostSeconds * 1000);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const std::chrono::milliseconds span(spanMs);
    QJsonArray samples;
    for (const admin::Snapshot &sample : m_parts.history.last(span, std::chrono::milliseconds(stepMs.value_or(0))))
        samples.append(sample.toJson());
    QJsonArray markers;
    for (const admin::Marker &marker : m_parts.history.markers(span))
        markers.append(marker.toJson());
    return QJsonObject{{QStringLiteral("samples"), samples}, {QStringLiteral("markers"), markers}};
}

Result<QJsonValue> AdminCommands::configSchema(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return QJsonObject{{QStringLiteral("options"), admin::configOptionsJson()}};
}

Result<QJsonValue> AdminCommands::configGet(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const ConfigStore::View view = m_parts.config.view();
    QJsonObject values;
    for (const auto &[key, entry] : view.values) {
        values[key] = QJsonObject{{QStringLiteral("value"), entry.value},
                                  {QStringLiteral("file"), m_parts.config.fileValue(key)},
                                  {QStringLiteral("default"), admin::defaultValue(*admin::findConfigOption(key))},
                                  {QStringLiteral("source"), entry.source}};
    }
    return QJsonObject{{QStringLiteral("revision"), number(view.revision)},
                       {QStringLiteral("values"), values},
                       {QStringLiteral("unconfirmed"), unconfirmed()}};
}

Result<QJsonValue> AdminCommands::configPatch(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params,
                       {QStringLiteral("base"), QStringLiteral("changes"), QStringLiteral("reason"),
                        QStringLiteral("checkOnly"), QStringLiteral("revertAfterMs"), QStringLiteral("persist")});
    ConfigPatch patch;
    patch.base = static_cast<quint64>(reader.requiredInteger(QStringLiteral("base"), 0, kMaxRevision));
    patch.changes = reader.requiredObject(QStringLiteral("changes"));
    patch.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    patch.by = caller.user;
    patch.checkOnly = reader.flag(QStringLiteral("checkOnly"));
    patch.persist = reader.flag(QStringLiteral("persist"));
    if (const auto after = reader.integer(QStringLiteral("revertAfterMs"), kMinRevertAfterMs, kMaxRevertAfterMs))
        patch.revertAfter = Milliseconds(*after);
    if (reader.fault())
        return tl::unexpected(*reader.fault());

    const Result<ConfigRevision> revision = m_parts.config.patch(patch);
    Result<QJsonValue> result = revision.map(outcomeOf);
    if (patch.checkOnly && revision) {
        QJsonObject checked = result->toObject();
        checked[QStringLiteral("whatIf")] = m_whatIf.rows(revision->changes);
        result = checked;
    }
    if (!patch.checkOnly) {
        AuditEntry entry{.method = QStringLiteral("config/patch"), .reason = patch.reason, .after = patch.changes};
        if (revision)
            entry.before = valuesBefore(*revision);
        audit(caller, std::move(entry), result);
    }
    return result;
}

Result<QJsonValue> AdminCommands::configConfirm(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("revision")});
    const auto revision = static_cast<quint64>(reader.requiredInteger(QStringLiteral("revision"), 1, kMaxRevision));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    Result<QJsonValue> result = m_parts.config.confirm(revision).map([revision]() -> QJsonValue {
        return QJsonObject{{QStringLiteral("revision"), number(revision)}};
    });
    audit(caller,
          {.method = QStringLiteral("config/confirm"), .after = {{QStringLiteral("revision"), number(revision)}}},
          result);
    return result;
}

Result<QJsonValue> AdminCommands::configRevert(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("revision"), QStringLiteral("reason")});
    ConfigRevert revert;
    revert.revision = static_cast<quint64>(reader.requiredInteger(QStringLiteral("revision"), 1, kMaxRevision));
    revert.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    revert.by = caller.user;
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const Result<ConfigRevision> made = m_parts.config.revert(revert);
    Result<QJsonValue> result = made.map(outcomeOf);
    AuditEntry entry{.method = QStringLiteral("config/revert"), .reason = revert.reason};
    if (made) {
        entry.before = valuesBefore(*made);
        entry.after = valuesAfter(*made);
    }
    audit(caller, std::move(entry), result);
    return result;
}

Result<QJsonValue> AdminCommands::configHistory(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray revisions;
    for (const ConfigRevision &made : m_parts.config.history())
        revisions.append(historyRow(made));
    return QJsonObject{{QStringLiteral("revisions"), revisions}, {QStringLiteral("unconfirmed"), unconfirmed()}};
}

QJsonValue AdminCommands::unconfirmed() const
{
    const auto waiting = m_parts.config.unconfirmed();
    if (!waiting)
        return QJsonValue::Null;
    const auto left = std::chrono::ceil<Milliseconds>(waiting->revertsAt - m_parts.clock.now());
    return QJsonObject{{QStringLiteral("revision"), number(waiting->revision)},
                       {QStringLiteral("revertsInMs"), static_cast<qint64>(std::max(left, Milliseconds(0)).count())}};
}

void AdminCommands::configExpired(const ConfigRevision &revision)
{
    audit({.user = revision.by, .address = {}},
          {.method = QStringLiteral("config/revert"),
           .reason = revision.reason,
           .before = valuesBefore(revision),
           .after = valuesAfter(revision)},
          QJsonValue());
}

Result<QJsonValue> AdminCommands::eventsList(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray events;
    const EventRegistryPtr registry = m_parts.registry();
    for (const EventSpecPtr &spec : registry->events())
        events.append(eventRow(*spec));
    return QJsonObject{{QStringLiteral("events"), events}};
}

QJsonObject AdminCommands::eventRow(const EventSpec &spec) const
{
    constexpr double kNanosecondsPerMicrosecond = 1000;
    const EventTotals totals = m_parts.metrics.totals(spec.index);
    const HistogramCounts durations = m_parts.metrics.counts(spec.index);
    const auto timeout = spec.timeout.value_or(m_parts.config.current()->timeouts.serverProcessing);
    return {
        {QStringLiteral("id"), QString::fromStdString(spec.id)},
        {QStringLiteral("handler"), QString::fromStdString(spec.handlerName)},
        {QStringLiteral("priority"), kPriorityNames[static_cast<size_t>(spec.lane)]},
        {QStringLiteral("rateLimit"), toJson(spec.rateLimit)},
        {QStringLiteral("timeoutMs"), static_cast<qint64>(timeout.count())},
        {QStringLiteral("requiresAuth"), spec.requiresAuth},
        {QStringLiteral("requiresRole"), toJson(spec.requiresRole)},
        {QStringLiteral("idempotent"), spec.idempotent},
        {QStringLiteral("enabled"), spec.enabled},
        {QStringLiteral("received"), number(totals.received)},
        {QStringLiteral("succeeded"), number(totals.succeeded)},
        {QStringLiteral("failed"), number(totals.failed)},
        {QStringLiteral("timedOut"), number(totals.timedOut)},
        {QStringLiteral("rateLimited"), number(totals.rateLimited)},
        {QStringLiteral("dryRun"), spec.dryRun},
        {QStringLiteral("dryRunRefused"), number(totals.dryRun)},
        {QStringLiteral("p50Us"), durations.percentileNs(0.5) / kNanosecondsPerMicrosecond},
        {QStringLiteral("p99Us"), durations.percentileNs(0.99) / kNanosecondsPerMicrosecond},
    };
}

Result<QJsonValue> AdminCommands::breakersList(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    QJsonArray rows;
    for (const Breakers::Row &row : m_parts.breakers.list())
        rows.append(toJson(row));
    return QJsonObject{{QStringLiteral("breakers"), rows}};
}

Result<QJsonValue> AdminCommands::breakersForce(const AdminCaller &caller, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("handler"), QStringLiteral("mode"), QStringLiteral("reason")});
    const QString handler = reader.text(QStringLiteral("handler"), kMaxHandlerLength);
    const QString mode = reader.text(QStringLiteral("mode"), kMaxHandlerLength);
    const QString reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto named = std::find(kBreakerModes.begin(), kBreakerModes.end(), mode);
    if (named == kBreakerModes.end())
        return invalidParam("mode", "must be open, closed or automatic");

    const auto wanted = static_cast<BreakerMode>(named - kBreakerModes.begin());
    const std::optional<BreakerMode> before = m_parts.breakers.setMode(handler.toStdString(), wanted);
    if (!before)
        return invalidParam("handler", "there is no such handler");
    const QJsonObject after{{QStringLiteral("handler"), handler}, {QStringLiteral("mode"), mode}};
    Result<QJsonValue> result = after;
    audit(caller,
          {.method = QStringLiteral("breakers/force"),
           .reason = reason,
           .before = {{QStringLiteral("mode"), kBreakerModes[static_cast<size_t>(*before)]}},
           .after = after},
          result);
    return result;
}

void AdminCommands::audit(const AdminCaller &caller, AuditEntry entry, const Result<QJsonValue> &result)
{
    entry.user = caller.user;
    entry.address = caller.address;
    if (!caller.address.isEmpty()) // else nobody did it: it was time
        entry.role = admin::toString(caller.role);
    entry.outcome = result ? QStringLiteral("done") : result.error().detail;
    const Config::Admin &limits = m_parts.config.current()->admin;
    m_parts.audit.setLimits({limits.auditFileBytes, limits.auditFiles});
    // A change that cannot be audited has happened all the same; the log says so, loudly.
    (void)m_parts.audit.append(entry);
}

} // namespace sluice::server

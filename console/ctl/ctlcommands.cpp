// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ctl/ctlcommands.h"

#include "console/ctl/ctlclients.h"
#include "console/ctl/ctldiagnosis.h"
#include "console/ctl/ctlsession.h"
#include "console/ctl/ctltokens.h"
#include "console/ctl/ctlwhatif.h"
#include "console/ctl/texttable.h"

#include "shared/admin/configschema.h"
#include "shared/base/jsontext.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMebibyte = 1024 * 1024;

struct Command {
    const char *words;     // "config set"
    const char *arguments; // "KEY=VALUE..."
    int least;             // arguments
    int most;
    const char *help;
    void (*run)(CtlSession &session, const QStringList &arguments);
};

QString valueText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString::fromUtf8(jsonText(value));
}

QString changeText(const QString &key, const QJsonValue &before, const QJsonValue &after)
{
    return u"%1: %2 -> %3"_s.arg(key, valueText(before), valueText(after));
}

QString changeText(const QJsonValue &change)
{
    return changeText(change["key"_L1].toString(), change["before"_L1], change["after"_L1]);
}

QString unknownOption(const QString &key)
{
    const QString nearest = admin::nearestConfigKey(key);
    return nearest.isEmpty() ? u"unknown option %1"_s.arg(key)
                             : u"unknown option %1, did you mean %2?"_s.arg(key, nearest);
}

QString spanText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return u"%1 d %2:%3:%4"_s.arg(seconds / 86'400)
        .arg(seconds / 3600 % 24, 2, 10, QChar(u'0'))
        .arg(seconds / 60 % 60, 2, 10, QChar(u'0'))
        .arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString number(double value)
{
    return QString::number(value, 'f', 0);
}

void info(CtlSession &session, const QStringList &)
{
    session.call(u"server/info"_s, {}, [&session](const QJsonObject &answer) {
        const ServerInfo info = ServerInfo::fromJson(answer);
        QString text = u"%1 %2, %3, up %4\nconfiguration revision %5\nyou are %6 (%7)\n"_s.arg(
            info.name, info.version, admin::toString(info.state), spanText(info.uptimeMs),
            QString::number(info.configRevision), info.user, admin::toString(info.role));
        const QJsonObject listeners = answer.value("listen"_L1).toObject();
        for (auto listener = listeners.begin(); listener != listeners.end(); ++listener)
            text += u"%1: %2\n"_s.arg(listener.key(), valueText(listener.value()));
        session.printAndEnd(answer, text);
    });
}

void events(CtlSession &session, const QStringList &)
{
    session.call(u"events/list"_s, {}, [&session](const QJsonObject &answer) {
        TextTable table({u"EVENT"_s, u"PRIORITY"_s, u"RECEIVED"_s, u"SUCCEEDED"_s, u"FAILED"_s, u"TIMED-OUT"_s,
                         u"LIMITED"_s, u"P50-US"_s, u"P99-US"_s});
        const QJsonArray rows = answer.value("events"_L1).toArray();
        for (const QJsonValue row : rows) {
            table.addRow({row["id"_L1].toString(), row["priority"_L1].toString(), number(row["received"_L1].toDouble()),
                          number(row["succeeded"_L1].toDouble()), number(row["failed"_L1].toDouble()),
                          number(row["timedOut"_L1].toDouble()), number(row["rateLimited"_L1].toDouble()),
                          number(row["p50Us"_L1].toDouble()), number(row["p99Us"_L1].toDouble())});
        }
        session.printAndEnd(answer, table.toText());
    });
}

// ---- The configuration

void showOptions(CtlSession &session, const QStringList &keys, bool onlyChanged)
{
    session.call(u"config/get"_s, {}, [&session, keys, onlyChanged](const QJsonObject &answer) {
        const QJsonObject values = answer.value("values"_L1).toObject();
        for (const QString &key : keys) {
            if (values.contains(key))
                continue;
            session.fail(CtlExit::Usage, unknownOption(key));
            return;
        }
        TextTable table({u"OPTION"_s, u"VALUE"_s, u"DEFAULT"_s, u"FROM"_s});
        QJsonObject shown;
        for (auto entry = values.begin(); entry != values.end(); ++entry) {
            const QJsonValue value = entry.value()["value"_L1];
            const QJsonValue usual = entry.value()["default"_L1];
            if ((!keys.isEmpty() && !keys.contains(entry.key())) || (onlyChanged && value == usual))
                continue;
            table.addRow({entry.key(), valueText(value), valueText(usual), entry.value()["source"_L1].toString()});
            shown[entry.key()] = entry.value();
        }
        session.printAndEnd({{u"revision"_s, answer.value("revision"_L1)},
                             {u"values"_s, shown},
                             {u"unconfirmed"_s, answer.value("unconfirmed"_L1)}},
                            table.toText());
    });
}

void configGet(CtlSession &session, const QStringList &keys)
{
    showOptions(session, keys, false);
}

void configDiff(CtlSession &session, const QStringList &keys)
{
    showOptions(session, keys, true);
}

// The changes that KEY=VALUE... mean; or says what is wrong, and ends the session.
std::optional<QJsonObject> readChanges(CtlSession &session, const QStringList &settings)
{
    QJsonObject changes;
    for (const QString &setting : settings) {
        const QString key = setting.section(u'=', 0, 0);
        const admin::ConfigOption *option = admin::findConfigOption(key);
        const auto value = option ? admin::parseValue(*option, setting.section(u'=', 1)) : std::nullopt;
        if (value && setting.contains(u'=')) {
            changes[key] = *value;
            continue;
        }
        session.fail(CtlExit::Usage,
                     option ? u"%1: expected %2"_s.arg(setting, admin::expectedText(*option)) : unknownOption(key));
        return std::nullopt;
    }
    return changes;
}

QString changesText(const QJsonObject &answer, const CtlOptions &options)
{
    QString text;
    const QJsonArray changes = answer.value("changes"_L1).toArray();
    for (const QJsonValue change : changes)
        text += changeText(change) + u'\n';
    const QJsonArray warnings = answer.value("warnings"_L1).toArray();
    for (const QJsonValue warning : warnings)
        text += u"warning: %1\n"_s.arg(warning.toString());
    const QJsonArray whatIf = answer.value("whatIf"_L1).toArray(); // of a check only
    for (const QJsonValue would : whatIf)
        text += ctlWhatIfText(would.toObject()) + u'\n';
    if (changes.isEmpty())
        return text + u"nothing differs\n"_s;
    if (options.checkOnly)
        return text + u"valid; nothing was changed\n"_s;
    const QString revision = valueText(answer.value("revision"_L1));
    text += u"revision %1\n"_s.arg(revision);
    if (options.revertAfter)
        text += u"goes back in %1 s unless: sluicectl config confirm %2\n"_s.arg(options.revertAfter->count() / 1000)
                    .arg(revision);
    return text;
}

void configSet(CtlSession &session, const QStringList &settings)
{
    const auto changes = readChanges(session, settings);
    if (!changes)
        return;
    session.call(u"config/get"_s, {}, [&session, changes = *changes](const QJsonObject &now) {
        const CtlOptions &options = session.options();
        QJsonObject params{{u"base"_s, now.value("revision"_L1)},
                           {u"changes"_s, changes},
                           {u"reason"_s, options.reason},
                           {u"checkOnly"_s, options.checkOnly},
                           {u"persist"_s, options.persist}};
        if (options.revertAfter)
            params[u"revertAfterMs"_s] = static_cast<qint64>(options.revertAfter->count());
        session.call(u"config/patch"_s, params, [&session](const QJsonObject &answer) {
            session.printAndEnd(answer, changesText(answer, session.options()));
        });
    });
}

std::optional<qint64> readRevision(CtlSession &session, const QString &text)
{
    bool ok = false;
    const qint64 revision = text.toLongLong(&ok);
    if (ok && revision > 0)
        return revision;
    session.fail(CtlExit::Usage, u"%1 is not a revision; config history lists them"_s.arg(text));
    return std::nullopt;
}

void configConfirm(CtlSession &session, const QStringList &arguments)
{
    const auto revision = readRevision(session, arguments.constFirst());
    if (!revision)
        return;
    session.call(u"config/confirm"_s, {{u"revision"_s, *revision}}, [&session, revision](const QJsonObject &answer) {
        session.printAndEnd(answer, u"revision %1 stays\n"_s.arg(*revision));
    });
}

void configRevert(CtlSession &session, const QStringList &arguments)
{
    const auto revision = readRevision(session, arguments.constFirst());
    if (!revision)
        return;
    const QJsonObject params{{u"revision"_s, *revision}, {u"reason"_s, session.options().reason}};
    session.call(u"config/revert"_s, params, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, changesText(answer, session.options()));
    });
}

void configHistory(CtlSession &session, const QStringList &)
{
    session.call(u"config/history"_s, {}, [&session](const QJsonObject &answer) {
        TextTable table({u"REVISION"_s, u"AT"_s, u"BY"_s, u"CHANGES"_s, u"REASON"_s});
        const QJsonArray revisions = answer.value("revisions"_L1).toArray();
        for (const QJsonValue made : revisions) {
            QStringList changes;
            const QJsonArray all = made["changes"_L1].toArray();
            for (const QJsonValue change : all)
                changes.append(changeText(change));
            table.addRow({number(made["revision"_L1].toDouble()),
                          QDateTime::fromMSecsSinceEpoch(made["atMs"_L1].toInteger()).toString(Qt::ISODate),
                          made["by"_L1].toString(), changes.join(u", "_s), made["reason"_L1].toString()});
        }
        session.printAndEnd(answer, table.toText());
    });
}

// ---- What goes on

/// Two pictures and what they say together.
class TopView
{
public:
    /// Nothing for the first picture: rates need two.
    std::optional<QString> show(const admin::Snapshot &now)
    {
        const std::optional<admin::Snapshot> before = std::exchange(m_before, now);
        return before ? std::optional(textOf(*before, now)) : std::nullopt;
    }

private:
    static QString textOf(const admin::Snapshot &before, const admin::Snapshot &now)
    {
        const double seconds = static_cast<double>(now.uptimeMs - before.uptimeMs) / 1000;
        const auto rate = [&](quint64 admin::Snapshot::*total) {
            return seconds > 0 ? static_cast<double>(now.*total - before.*total) / seconds : 0;
        };
        const double refused = rate(&admin::Snapshot::refusedRateLimited) + rate(&admin::Snapshot::refusedOverloaded)
            + rate(&admin::Snapshot::refusedUnauthorized) + rate(&admin::Snapshot::refusedUnknown)
            + rate(&admin::Snapshot::refusedInvalid) + rate(&admin::Snapshot::refusedDraining);
        TextTable table({u"WHAT"_s, u"NOW"_s, u"MORE"_s});
        table.addRow({u"state"_s, admin::toString(now.state), u"up "_s + spanText(now.uptimeMs)});
        table.addRow({u"connections"_s, QString::number(now.connectionsOpen),
                      u"%1 users, %2 refused in all"_s.arg(now.usersConnected).arg(now.connectionsRefused)});
        table.addRow({u"events/s"_s, number(rate(&admin::Snapshot::eventsReceived)),
                      u"%1 succeeded, %2 failed, %3 timed out"_s.arg(number(rate(&admin::Snapshot::eventsSucceeded)),
                                                                     number(rate(&admin::Snapshot::eventsFailed)),
                                                                     number(rate(&admin::Snapshot::eventsTimedOut)))});
        table.addRow({u"refused/s"_s, number(refused),
                      u"%1 rate-limited, %2 overloaded"_s.arg(number(rate(&admin::Snapshot::refusedRateLimited)),
                                                              number(rate(&admin::Snapshot::refusedOverloaded)))});
        table.addRow({u"queue"_s, QString::number(now.queueDepth()),
                      u"of %1; %2 high, %3 normal, %4 low; %5 in flight"_s.arg(now.queueCapacity)
                          .arg(now.laneDepth[0])
                          .arg(now.laneDepth[1])
                          .arg(now.laneDepth[2])
                          .arg(now.inFlight)});
        table.addRow({u"workers busy"_s, QString::number(now.workersBusy), u"of %1"_s.arg(now.workers)});
        table.addRow({u"latency us"_s, number(now.latency.p50Us),
                      u"p50; p95 %1, p99 %2"_s.arg(number(now.latency.p95Us), number(now.latency.p99Us))});
        table.addRow({u"pushes/s"_s, number(rate(&admin::Snapshot::broadcastSends)),
                      u"%1 dropped in all"_s.arg(now.broadcastsDropped)});
        table.addRow({u"memory MB"_s, number(static_cast<double>(now.residentBytes) / kMebibyte),
                      u"CPU %1 %"_s.arg(number(now.cpuShare * 100))});
        return table.toText();
    }

    std::optional<admin::Snapshot> m_before;
};

void top(CtlSession &session, const QStringList &)
{
    auto view = std::make_shared<TopView>();
    QObject::connect(&session.client(), &AdminClient::sampleReceived, &session,
                     [&session, view](const admin::Snapshot &sample) {
                         const std::optional<QString> text = view->show(sample);
                         if (!text)
                             return;
                         const CtlOptions &options = session.options();
                         const QString home = options.once ? QString() : u"\x1b[H\x1b[2J"_s;
                         session.print(sample.toJson(), home + *text);
                         if (options.once)
                             session.end(CtlExit::Done);
                     });
}

QString drainText(const admin::DrainProgress &drain)
{
    return u"%1%2: %3 queued, %4 in flight, %5 of %6 clients left, %7 of %8 ms\n"_s
        .arg(drain.phase, drain.paused ? u" (paused)"_s : QString())
        .arg(drain.queued)
        .arg(drain.inFlight)
        .arg(drain.connections)
        .arg(drain.connectionsAtStart)
        .arg(drain.elapsedMs)
        .arg(drain.graceMs);
}

void watch(CtlSession &session, const QStringList &)
{
    QObject::connect(&session.client(), &AdminClient::configChanged, &session, [&session](const ConfigChange &change) {
        QString text = u"configuration revision %1 by %2\n"_s.arg(change.revision).arg(change.by);
        QJsonArray changes;
        for (const ConfigChange::Item &item : change.changes) {
            text += u"  %1\n"_s.arg(changeText(item.key, item.before, item.after));
            changes.append(QJsonObject{{u"key"_s, item.key}, {u"before"_s, item.before}, {u"after"_s, item.after}});
        }
        session.print(
            {{u"revision"_s, static_cast<qint64>(change.revision)}, {u"by"_s, change.by}, {u"changes"_s, changes}},
            text);
    });
    QObject::connect(
        &session.client(), &AdminClient::drainProgressed, &session,
        [&session](const admin::DrainProgress &progress) { session.print(progress.toJson(), drainText(progress)); });
}

// ---- What is told

QJsonObject drainParams(const CtlOptions &options)
{
    QJsonObject params{{u"reason"_s, options.reason}};
    if (options.grace)
        params[u"graceMs"_s] = static_cast<qint64>(options.grace->count());
    return params;
}

void changeDrain(CtlSession &session, const QString &method, QJsonObject params)
{
    params[u"reason"_s] = session.options().reason;
    session.call(method, params, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, drainText(admin::DrainProgress::fromJson(answer)));
    });
}

void drainBegin(CtlSession &session, const QStringList &)
{
    QObject::connect(&session.client(), &AdminClient::drainProgressed, &session,
                     [&session](const admin::DrainProgress &progress) {
                         session.print(progress.toJson(), drainText(progress));
                         if (progress.phase == u"drained" || progress.phase == u"resumed")
                             session.end(CtlExit::Done);
                     });
    session.call(u"server/drain"_s, drainParams(session.options()), [](const QJsonObject &) {});
}

void drainPlan(CtlSession &session, const QStringList &)
{
    session.call(u"drain/plan"_s, drainParams(session.options()), [&session](const QJsonObject &answer) {
        const auto plan = admin::DrainProgress::fromJson(answer);
        const double seconds = static_cast<double>(plan.closeSpreadMs) / 1000;
        session.printAndEnd(
            answer,
            u"%1 queued, %2 in flight; %3 clients would be closed over %4 s; through after %5 s at the latest\n"_s
                .arg(plan.queued)
                .arg(plan.inFlight)
                .arg(plan.connections)
                .arg(seconds)
                .arg(static_cast<double>(plan.graceMs + 500) / 1000));
    });
}

void drainPause(CtlSession &session, const QStringList &)
{
    changeDrain(session, u"drain/pause"_s, {});
}

void drainContinue(CtlSession &session, const QStringList &)
{
    changeDrain(session, u"drain/continue"_s, {});
}

void drainExtend(CtlSession &session, const QStringList &arguments)
{
    const auto span = parseSpan(arguments.constFirst());
    if (!span) {
        session.fail(CtlExit::Usage, u"not a time span such as 30s: %1"_s.arg(arguments.constFirst()));
        return;
    }
    changeDrain(session, u"drain/extend"_s, {{u"byMs"_s, static_cast<qint64>(span->count())}});
}

void drainForce(CtlSession &session, const QStringList &)
{
    changeDrain(session, u"drain/force"_s, {});
}

void resume(CtlSession &session, const QStringList &)
{
    session.call(u"server/resume"_s, {{u"reason"_s, session.options().reason}},
                 [&session](const QJsonObject &answer) { session.printAndEnd(answer, u"serving again\n"_s); });
}

void shutdown(CtlSession &session, const QStringList &)
{
    watch(session, {});
    session.expectStop();
    session.call(u"server/shutdown"_s, drainParams(session.options()), [](const QJsonObject &) {});
}

void tlsReload(CtlSession &session, const QStringList &)
{
    session.call(u"tls/reload"_s, {}, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, u"the certificate was read again\n"_s);
    });
}

void tokensReload(CtlSession &session, const QStringList &)
{
    session.call(u"tokens/reload"_s, {}, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, u"the keys of tokens were read again\n"_s);
    });
}

// The object that an argument is; or says what is wrong, and ends the session.
std::optional<QJsonObject> readObject(CtlSession &session, const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (document.isObject())
        return document.object();
    session.fail(CtlExit::Usage,
                 u"the parameters are not a JSON object: %1"_s.arg(
                     error.error == QJsonParseError::NoError ? u"another type"_s : error.errorString()));
    return std::nullopt;
}

using Reached = std::function<QString(const QJsonObject &answer)>;

// `to`: who it is for, as the method wants it; `reached`: what to say of whom it reached.
void push(CtlSession &session, const QString &method, QJsonObject to, const QString &event, const QString &paramsText,
          const Reached &reached)
{
    const std::optional<QJsonObject> news = readObject(session, paramsText);
    if (!news)
        return;
    to.insert(u"event"_s, event);
    to.insert(u"params"_s, *news);
    to.insert(u"reason"_s, session.options().reason);
    session.call(method, to, [&session, reached](const QJsonObject &answer) {
        const bool dropped = answer["droppedOldest"_L1].toBool();
        session.printAndEnd(
            answer,
            u"queued%1%2\n"_s.arg(reached(answer),
                                  dropped ? u"; the oldest waiting push was dropped for it"_s : QString()));
    });
}

void send(CtlSession &session, const QStringList &arguments)
{
    const QStringList users = arguments.mid(2);
    push(session, u"users/send"_s, {{u"users"_s, QJsonArray::fromStringList(users)}}, arguments[0], arguments[1],
         [count = users.size()](const QJsonObject &answer) {
             return u"; %1 of %2 users connected"_s.arg(answer["usersConnected"_L1].toInt()).arg(count);
         });
}

void broadcast(CtlSession &session, const QStringList &arguments)
{
    push(session, u"broadcast/send"_s, {}, arguments[0], arguments[1], [](const QJsonObject &) { return QString(); });
}

void publish(CtlSession &session, const QStringList &arguments)
{
    push(session, u"topics/send"_s, {{u"topic"_s, arguments[0]}}, arguments[1], arguments[2],
         [](const QJsonObject &answer) { return u" for %1 subscribers"_s.arg(answer["connections"_L1].toInt()); });
}

void callAny(CtlSession &session, const QStringList &arguments)
{
    const std::optional<QJsonObject> params = arguments.size() > 1 ? readObject(session, arguments[1]) : QJsonObject();
    if (!params)
        return;
    session.call(arguments.constFirst(), *params, [&session](const QJsonObject &answer) {
        session.printAndEnd(answer, QString::fromUtf8(QJsonDocument(answer).toJson()));
    });
}

constexpr int kAny = std::numeric_limits<int>::max();

constexpr std::array kCommands{
    Command{"info", "", 0, 0, "what runs there, and who you are to it", &info},
    Command{"top clients", "[COST]", 0, 1,
            "who causes the load, by events, refusals, handler-time, pushes-lost or pending-bytes", &ctlTopClients},
    Command{"top", "", 0, 0, "the server at work, every second until interrupted", &top},
    Command{"events", "", 0, 0, "the events and their counts", &events},
    Command{"config get", "[KEY...]", 0, kAny, "options, their values and where these come from", &configGet},
    Command{"config diff", "", 0, 0, "options that differ from their defaults", &configDiff},
    Command{"config set", "KEY=VALUE...", 1, kAny, "change options, all or none", &configSet},
    Command{"config confirm", "REVISION", 1, 1, "keep a change made with --revert-after", &configConfirm},
    Command{"config revert", "REVISION", 1, 1, "take back what that revision changed", &configRevert},
    Command{"config history", "", 0, 0, "the changes since the start", &configHistory},
    Command{"watch", "", 0, 0, "changes and drains as they happen, until interrupted", &watch},
    Command{"log", "[KEY=VALUE...]", 0, kAny, "the last lines of the log, of a category or level, up to a limit",
            &ctlLog},
    Command{"tail", "[KEY=VALUE...]", 0, kAny,
            "the log as it is written or, with --events, events as they end, until interrupted", &ctlTail},
    Command{"errors", "", 0, 0, "the errors in the log, how often and since when", &ctlErrors},
    Command{"trace", "[KEY=VALUE...]", 0, kAny,
            "the last events: of a user, connection, event or outcome, slower than a time, up to a limit", &ctlTrace},
    Command{"connections", "[TERM...]", 0, kAny,
            "who is connected: all terms of a filter such as user:u-4* age>1h state:slow; also sort=-in limit=20",
            &ctlConnections},
    Command{"connection", "ID", 1, 1, "one connection, with its last events", &ctlConnection},
    Command{"close", "ID...", 1, kAny, "close connections; the clients are told the reason", &ctlClose},
    Command{"users", "[PATTERN]", 0, kAny, "who is connected, by user; also sort=-received limit=20", &ctlUsers},
    Command{"limits", "", 0, 0, "the rate limits, and what they refuse", &ctlLimits},
    Command{"audit", "[KEY=VALUE...]", 0, kAny, "what operators did: by who, method or filter, up to a limit",
            &ctlAudit},
    Command{"send", "EVENT PARAMS USER...", 3, kAny, "push to all connections of these users; PARAMS is a JSON object",
            &send},
    Command{"broadcast", "EVENT PARAMS", 2, 2, "push to everyone", &broadcast},
    Command{"topics", "[PATTERN]", 0, kAny, "topics by their subscribers; also sort=-seq limit=20", &ctlTopics},
    Command{"publish", "TOPIC EVENT PARAMS", 3, 3, "push to a topic's subscribers", &publish},
    Command{"drain plan", "", 0, 0, "what a drain would be, begun now", &drainPlan},
    Command{"drain begin", "", 0, 0, "take the server out of service, and leave it up; waits until it is drained",
            &drainBegin},
    Command{"drain pause", "", 0, 0, "stop the time of the drain under way", &drainPause},
    Command{"drain continue", "", 0, 0, "go on with a paused drain", &drainContinue},
    Command{"drain extend", "SPAN", 1, 1, "give the drain under way more time", &drainExtend},
    Command{"drain force", "", 0, 0, "skip what is left of the drain under way", &drainForce},
    Command{"resume", "", 0, 0, "take a drain back: serve again", &resume},
    Command{"shutdown", "", 0, 0, "drain the server, then end it; waits for its end", &shutdown},
    Command{"token revoke", "KEY=VALUE...", 1, 4,
            "put clients out: tokens by user=, id= (jti) and issued-before=now, all that is given; also keep=720h",
            &ctlTokenRevoke},
    Command{"token restore", "ID", 1, 1, "take a revocation back", &ctlTokenRestore},
    Command{"token list", "[KEY=VALUE...]", 0, kAny, "what is revoked: by filter, limit and offset", &ctlTokenList},
    Command{"token reload", "", 0, 0, "read the keys that tokens are checked with again", &tokensReload},
    Command{"tls reload", "", 0, 0, "read the certificate and its key again", &tlsReload},
    Command{"call", "METHOD [PARAMS]", 1, 2, "any admin method, with its parameters as a JSON object", &callAny},
    Command{"completion bash", "", 0, 0, "a script for bash: source <(sluicectl completion bash)", nullptr},
};

QStringList wordsOf(const Command &command)
{
    return QString::fromLatin1(command.words).split(u' ');
}

const Command *findCommand(const QStringList &given)
{
    const auto found = std::find_if(kCommands.begin(), kCommands.end(), [&given](const Command &command) {
        const QStringList words = wordsOf(command);
        return given.size() >= words.size() && given.first(words.size()) == words;
    });
    return found == kCommands.end() ? nullptr : &*found;
}

} // namespace

QString ctlCommandHelp()
{
    QString text = u"Commands:\n"_s;
    for (const Command &command : kCommands) {
        const QString usage = u"%1 %2"_s.arg(QLatin1StringView(command.words), QLatin1StringView(command.arguments));
        text += u"  %1 %2\n"_s.arg(usage, -28).arg(QLatin1StringView(command.help));
    }
    return text;
}

QString ctlCommandFault(const QStringList &given)
{
    if (given.isEmpty())
        return u"no command; --help lists them"_s;
    const Command *command = findCommand(given);
    if (!command)
        return u"unknown command %1; --help lists them"_s.arg(given.join(u' '));
    const qsizetype arguments = given.size() - wordsOf(*command).size();
    if (arguments < command->least || arguments > command->most)
        return u"usage: sluicectl %1 %2"_s.arg(QLatin1StringView(command->words), QLatin1StringView(command->arguments))
            .trimmed();
    return {};
}

void runCtlCommand(CtlSession &session)
{
    const QStringList &given = session.options().command;
    const Command *command = findCommand(given);
    command->run(session, given.sliced(wordsOf(*command).size()));
}

QString bashCompletion()
{
    QStringList firsts;
    QStringList cases;
    for (const Command &command : kCommands) {
        const QStringList words = wordsOf(command);
        if (!firsts.contains(words.constFirst()))
            firsts.append(words.constFirst());
    }
    for (const QString &first : std::as_const(firsts)) {
        QStringList seconds;
        for (const Command &command : kCommands) {
            const QStringList words = wordsOf(command);
            if (words.size() > 1 && words.constFirst() == first)
                seconds.append(words.at(1));
        }
        if (!seconds.isEmpty())
            cases.append(u"        %1) words='%2' ;;\n"_s.arg(first, seconds.join(u' ')));
    }
    QStringList keys;
    for (const admin::ConfigOption &option : admin::configOptions())
        keys.append(QString::fromLatin1(option.key));
    return u"_sluicectl() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words\n"
           "    case $before in\n"
           "%2"
           "        get) words='%3' ;;\n"
           "        set) compopt -o nospace; words='%4' ;;\n"
           "        *) words='%1 --server --token-file --json --once --events --check --persist --revert-after "
           "--reason "
           "--grace' ;;\n"
           "    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
           "}\n"
           "complete -F _sluicectl sluicectl\n"_s.arg(firsts.join(u' '), cases.join(QString()), keys.join(u' '),
                                                      keys.join(u"= "_s) + u'=');
}

} // namespace sluice::console

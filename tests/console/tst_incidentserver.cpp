// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentserver.h"
#include "console/models/serversession.h"

#include "shared/admin/configschema.h"
#include "shared/base/random.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

class IncidentServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSameEachTime()
    {
        IncidentServer one;
        IncidentServer other;
        for (IncidentServer *server : {&one, &other}) {
            QVERIFY(isOk(server->answer(u"trace/start"_s, {{u"maxPerSecond"_s, 20}})));
            QVERIFY(isOk(server->answer(u"mutes/add"_s, {{u"user"_s, u"u-1007"_s}, {u"forMs"_s, 60'000}})));
            QVERIFY(isOk(closeAll(*server, u"role:guest age>20m"_s)));
        }
        for (int second = 0; second < 3; ++second) {
            for (const auto &[method, params] : looks(one))
                QVERIFY2(one.answer(method, params) == other.answer(method, params), qPrintable(method));
            QSignalSpy told(&one, &LocalServer::notified);
            QSignalSpy toldToo(&other, &LocalServer::notified);
            one.step();
            QVERIFY(one.answer(u"metrics/history"_s, kSpan) != other.answer(u"metrics/history"_s, kSpan));
            other.step();
            QVERIFY(!told.isEmpty());
            QCOMPARE(QList<QVariantList>(told), QList<QVariantList>(toldToo));
        }
    }

    void everyEventHasOneEnd()
    {
        IncidentServer server;
        for (int second = 0; second < 40; ++second)
            server.step();
        quint64 before = 0;
        for (const QJsonValue &one : result(server, u"metrics/history"_s, kSpan)["samples"_L1].toArray()) {
            const auto sample = admin::Snapshot::fromJson(one.toObject());
            QVERIFY(allEnded(sample));
            QCOMPARE(sample.connectionsAccepted - sample.connectionsClosed, sample.connectionsOpen);
            QVERIFY(sample.eventsSucceeded > before);
            before = sample.eventsSucceeded;
        }
    }

    void theListsAgreeWithTheCharts()
    {
        IncidentServer server;
        for (int second = 0; second < 20; ++second) {
            server.step();
            const admin::Snapshot now = latest(server);
            QCOMPARE(total(server, u"connections/list"_s), static_cast<qint64>(now.connectionsOpen));
        }
        const admin::Snapshot now = latest(server);
        double refused = 0;
        for (const QJsonValue &limit : result(server, u"limits/list"_s)["limits"_L1].toArray())
            refused += limit["refused"_L1].toDouble();
        QVERIFY(std::abs(refused - static_cast<double>(now.refusedRateLimited))
                < 0.01 * static_cast<double>(now.refusedRateLimited));
        double received = 0;
        for (const QJsonValue &event : result(server, u"events/list"_s)["events"_L1].toArray())
            received += event["received"_L1].toDouble();
        QVERIFY(std::abs(received - static_cast<double>(now.eventsReceived))
                < 0.01 * static_cast<double>(now.eventsReceived));
        // Whoever did it is the first of those who did most, and who refused most of it is its limit.
        for (const QString &by : {u"events"_s, u"refusals"_s, u"handler-time"_s}) {
            const QJsonArray rows = result(server, u"top/list"_s, {{u"by"_s, by}})["rows"_L1].toArray();
            QCOMPARE(rows.at(0)["name"_L1].toString(), u"u-4434"_s);
        }
        const QJsonArray rows =
            result(server, u"connections/list"_s, {{u"sort"_s, u"-in"_s}, {u"limit"_s, 4}})["rows"_L1].toArray();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(rows.at(i)["user"_L1].toString() == u"u-4434"_s, i < 3);
    }

    void listsAreFilteredSortedAndPaged()
    {
        IncidentServer server;
        const QString method = u"connections/list"_s;
        QJsonObject params{{u"filter"_s, u"role:guest -state:slow"_s}, {u"sort"_s, u"rtt"_s}, {u"limit"_s, 200}};
        const QJsonObject first = result(server, method, params);
        const qint64 matching = first["matching"_L1].toInteger();
        QVERIFY(matching > 400 && matching < first["total"_L1].toInteger());
        QSet<qint64> ids;
        double rtt = -1;
        for (qint64 offset = 0; offset < matching; offset += 200) {
            params[u"offset"_s] = offset;
            for (const QJsonValue &row : result(server, method, params)["rows"_L1].toArray()) {
                QCOMPARE(row["roles"_L1][0].toString(), u"guest"_s);
                QVERIFY(row["rttMs"_L1].toDouble() >= rtt);
                rtt = row["rttMs"_L1].toDouble();
                ids.insert(row["id"_L1].toInteger());
            }
        }
        QCOMPARE(ids.size(), matching);
        const QJsonObject faulty = server.answer(method, {{u"filter"_s, u"colour:red"_s}})["error"_L1].toObject();
        QCOMPARE(faulty["code"_L1].toInt(), static_cast<int>(ErrorCode::InvalidParams));
        QVERIFY(faulty["data"_L1]["reason"_L1].toString().contains(u"there is no such field"_s));
        QVERIFY(!isOk(server.answer(method, {{u"sort"_s, u"colour"_s}})));
        QVERIFY(!isOk(server.answer(method, {{u"limit"_s, 201}})));
        const QJsonObject closed = result(server, u"connections/closed"_s, {{u"filter"_s, u"code>4000"_s}});
        QVERIFY(closed["matching"_L1].toInteger() > 0);
        for (const QJsonValue &row : closed["rows"_L1].toArray())
            QVERIFY(row["code"_L1].toInt() > 4000);
    }

    void whoIsDisconnectedIsGoneAndComesBack()
    {
        IncidentServer server;
        const QString filter = u"user:u-4434"_s;
        const QJsonObject filtered{{u"filter"_s, filter}};
        QCOMPARE(result(server, u"connections/list"_s, filtered)["matching"_L1].toInteger(), qint64{3});
        // As the server: not those who came meanwhile.
        const QJsonObject grown =
            server.answer(u"connections/close"_s, {{u"filter"_s, filter}, {u"expectedCount"_s, 2}});
        QCOMPARE(grown["error"_L1]["data"_L1]["matching"_L1].toInteger(), qint64{3});
        const qint64 closedBefore = total(server, u"connections/closed"_s);
        const qint64 itsBefore = result(server, u"connections/closed"_s, filtered)["matching"_L1].toInteger();
        QVERIFY(isOk(closeAll(server, filter)));
        QCOMPARE(result(server, u"connections/list"_s, filtered)["matching"_L1].toInteger(), qint64{0});
        const QJsonObject closed = result(server, u"connections/closed"_s, filtered);
        QCOMPARE(closed["matching"_L1].toInteger(), itsBefore + 3);
        QCOMPARE(closed["rows"_L1][0]["reason"_L1].toString(), u"practice"_s);
        QCOMPARE(total(server, u"connections/closed"_s), std::min<qint64>(closedBefore + 3, 10'000));
        const auto isBack = [&] {
            server.step();
            return result(server, u"connections/list"_s, filtered)["matching"_L1].toInteger() == 3;
        };
        bool back = false;
        for (int second = 0; second < 10 && !back; ++second)
            back = isBack();
        QVERIFY(back);
    }

    void closesAreSpread()
    {
        IncidentServer server;
        const QJsonObject guests{{u"filter"_s, u"role:guest"_s}};
        const qint64 count = result(server, u"connections/list"_s, guests)["matching"_L1].toInteger();
        QVERIFY(isOk(
            server.answer(u"connections/close"_s,
                          {{u"filter"_s, u"role:guest"_s}, {u"expectedCount"_s, count}, {u"spreadMs"_s, 10'000}})));
        const auto closing = [&] {
            const QJsonObject answer =
                result(server, u"connections/list"_s, {{u"filter"_s, u"role:guest state:closing"_s}});
            return answer["matching"_L1].toInteger();
        };
        const qint64 first = closing();
        QVERIFY(first > count * 8 / 10 && first < count);
        for (int second = 0; second < 5; ++second)
            server.step();
        QVERIFY(closing() < count / 2 && closing() > 0);
        for (int second = 0; second < 5; ++second)
            server.step();
        QCOMPARE(closing(), qint64{0});
    }

    void mutesAndDisconnectsAreMarked()
    {
        IncidentServer server;
        QSignalSpy told(&server, &LocalServer::notified);
        const QJsonObject mute = result(server, u"mutes/add"_s, {{u"user"_s, u"u-4434"_s}, {u"forMs"_s, 300'000}});
        const qint64 id = mute["mute"_L1]["id"_L1].toInteger();
        QVERIFY(isOk(server.answer(u"mutes/lift"_s, {{u"id"_s, id}})));
        QVERIFY(isOk(closeAll(server, u"user:u-4434"_s)));
        QVERIFY(!isOk(server.answer(u"mutes/lift"_s, {{u"id"_s, id}}))); // it is no more, and nothing is marked
        QList<admin::Marker> markers;
        for (const QVariantList &one : std::as_const(told)) {
            if (one.at(0).toString() == u"markers/added"_s)
                markers.append(admin::Marker::fromJson(one.at(1).toJsonObject()));
        }
        using Kind = admin::Marker::Kind;
        QCOMPARE(markers.size(), 3);
        QVERIFY(markers[0].kind == Kind::ClientMuted && markers[0].user == u"u-4434"_s);
        QCOMPARE(markers[0].mute, static_cast<quint64>(id));
        QVERIFY(markers[1].kind == Kind::MuteLifted && markers[1].user == u"u-4434"_s);
        QVERIFY(markers[2].kind == Kind::ConnectionsClosed && markers[2].count == 3);
    }

    void aMuteEndsTheFlood()
    {
        IncidentServer muted;
        IncidentServer left;
        const QJsonObject answer =
            result(muted, u"mutes/add"_s, {{u"user"_s, u"u-4434"_s}, {u"forMs"_s, 300'000}, {u"reason"_s, u"flood"_s}});
        for (int second = 0; second < 60; ++second) {
            muted.step();
            left.step();
        }
        QVERIFY(latest(left).laneDepth[2] > 25'000);
        QVERIFY(latest(muted).laneDepth[2] < 8'000);
        QJsonObject row = result(muted, u"mutes/list"_s)["rows"_L1][0].toObject();
        QCOMPARE(row["leftMs"_L1].toInteger(), qint64{240'000});
        QVERIFY(row["refused"_L1].toDouble() > 500);
        // Lifted, and it goes on.
        QVERIFY(isOk(muted.answer(u"mutes/lift"_s, {{u"id"_s, answer["mute"_L1]["id"_L1]}})));
        QVERIFY(result(muted, u"mutes/list"_s)["rows"_L1].toArray().isEmpty());
        for (int second = 0; second < 60; ++second)
            muted.step();
        QVERIFY(latest(muted).laneDepth[2] > 25'000);
        QVERIFY(isOk(muted.answer(u"mutes/add"_s, {{u"user"_s, u"u-4434"_s}, {u"forMs"_s, 1000}})));
        muted.step();
        QVERIFY(result(muted, u"mutes/list"_s)["rows"_L1].toArray().isEmpty());
    }

    void revokedTokensKeepOut()
    {
        IncidentServer server;
        const QJsonObject user{{u"filter"_s, u"user:u-4434"_s}};
        const QJsonObject revoked = result(server, u"tokens/revoke"_s, {{u"user"_s, u"u-4434"_s}});
        for (int second = 0; second < 10; ++second) {
            QCOMPARE(result(server, u"connections/list"_s, user)["matching"_L1].toInteger(), qint64{0});
            server.step();
        }
        QCOMPARE(total(server, u"tokens/list"_s), qint64{2});
        QVERIFY(isOk(server.answer(u"tokens/restore"_s, {{u"id"_s, revoked["revocation"_L1]["id"_L1]}})));
        QCOMPARE(total(server, u"tokens/list"_s), qint64{1});
        for (int second = 0; second < 10; ++second)
            server.step();
        QCOMPARE(result(server, u"connections/list"_s, user)["matching"_L1].toInteger(), qint64{3});
    }

    void whatIfTellsWhatALimitDoes()
    {
        IncidentServer server;
        const QString key = u"rate-limits.per-user-per-minute"_s;
        const auto wouldRefuse = [&](int limit) {
            const QJsonObject checked = result(server, u"config/patch"_s, patch(server, key, limit, true));
            return checked["whatIf"_L1][0]["wouldRefuse"_L1].toDouble();
        };
        QVERIFY(wouldRefuse(1000) > wouldRefuse(10'000));
        QVERIFY(wouldRefuse(10'000) > wouldRefuse(50'000));
        QCOMPARE(result(server, u"config/get"_s)["revision"_L1].toInt(), 17);
        const quint64 before = latest(server).refusedRateLimited;
        QVERIFY(isOk(server.answer(u"config/patch"_s, patch(server, key, 1000, false))));
        for (int second = 0; second < 60; ++second)
            server.step();
        // The culprit's 420 a second, less the few that it may.
        QVERIFY(latest(server).refusedRateLimited - before > 60 * 300);
        QVERIFY(latest(server).laneDepth[2] < 9'000);
    }

    void valuesAreRefusedWithTheWordsOfTheSchema()
    {
        IncidentServer server;
        const auto fault = [&](const QString &key, const QJsonValue &value) {
            const QJsonObject error =
                server.answer(u"config/patch"_s, patch(server, key, value, false))["error"_L1].toObject();
            return error["data"_L1]["errors"_L1][0].toObject();
        };
        const QJsonObject range = fault(u"channels.worker-pool-size"_s, 0);
        QCOMPARE(range["key"_L1].toString(), u"channels.worker-pool-size"_s);
        QCOMPARE(range["reason"_L1].toString(),
                 *admin::valueFault(*admin::findConfigOption(u"channels.worker-pool-size"), 0));
        QCOMPARE(fault(u"channels.worker-pool-sise"_s, 5)["expected"_L1].toString(), u"channels.worker-pool-size"_s);
        QVERIFY(fault(u"listen.clients"_s, u"127.0.0.1:1"_s)["reason"_L1].toString().contains(u"restart"_s));
        QCOMPARE(result(server, u"config/get"_s)["revision"_L1].toInt(), 17);
    }

    void anUnconfirmedChangeGoesByItself()
    {
        IncidentServer server;
        const QString key = u"channels.worker-pool-size"_s;
        QJsonObject trial = patch(server, key, 20, false);
        trial[u"revertAfterMs"_s] = 5000;
        QVERIFY(isOk(server.answer(u"config/patch"_s, trial)));
        QCOMPARE(result(server, u"config/get"_s)["unconfirmed"_L1]["revertsInMs"_L1].toInt(), 5000);
        // Nothing else meanwhile.
        const QJsonObject other = server.answer(u"config/patch"_s, patch(server, key, 30, false));
        QCOMPARE(other["error"_L1]["data"_L1]["unconfirmed"_L1].toInt(), 18);
        for (int second = 0; second < 4; ++second)
            server.step();
        QCOMPARE(value(server, key), 20);
        server.step();
        QCOMPARE(value(server, key), 14);
        QCOMPARE(result(server, u"audit/list"_s)["rows"_L1][0]["who"_L1].toString(), u"automatic"_s);
        QCOMPARE(result(server, u"config/history"_s)["revisions"_L1].toArray().last()["reverts"_L1].toInt(), 18);
        // Confirmed, it stays; taken back by hand, it does not.
        trial[u"base"_s] = 19;
        QVERIFY(isOk(server.answer(u"config/patch"_s, trial)));
        QVERIFY(isOk(server.answer(u"config/confirm"_s, {{u"revision"_s, 20}})));
        for (int second = 0; second < 10; ++second)
            server.step();
        QCOMPARE(value(server, key), 20);
        QVERIFY(isOk(server.answer(u"config/revert"_s, {{u"revision"_s, 20}})));
        QCOMPARE(value(server, key), 14);
        QVERIFY(!isOk(server.answer(u"config/revert"_s, {{u"revision"_s, 20}})));
    }

    void aStaleBaseIsRefused()
    {
        IncidentServer server;
        const QString key = u"channels.worker-pool-size"_s;
        const QJsonObject mine = patch(server, key, 20, false);
        QVERIFY(server.call(u"mira@ops"_s, u"config/patch"_s, patch(server, key, 16, false)));
        const QJsonObject error = server.answer(u"config/patch"_s, mine)["error"_L1].toObject();
        QCOMPARE(error["code"_L1].toInt(), static_cast<int>(ErrorCode::StaleBase));
        QCOMPARE(error["data"_L1]["revision"_L1].toInt(), 18);
        QCOMPARE(result(server, u"audit/list"_s)["rows"_L1][1]["who"_L1].toString(), u"mira@ops"_s);
    }

    void aTapSeesWhatIsSent()
    {
        IncidentServer server;
        QSignalSpy told(&server, &LocalServer::notified);
        const QJsonObject wanted{{u"user"_s, u"u-4434"_s}, {u"maxPerSecond"_s, 15}, {u"seconds"_s, 3}};
        const qint64 tap = result(server, u"trace/start"_s, wanted)["tap"_L1].toInteger();
        int records = 0;
        bool ended = false;
        for (int second = 0; second < 5; ++second)
            server.step();
        for (const QVariantList &one : std::as_const(told)) {
            if (one.at(0).toString() != u"trace/records"_s)
                continue;
            const QJsonObject news = one.at(1).toJsonObject();
            QCOMPARE(news["tap"_L1].toInteger(), tap);
            QVERIFY(!ended);
            ended = news["ended"_L1].toBool();
            QVERIFY(news["records"_L1].toArray().size() <= 15 && news["dropped"_L1].toInteger() > 0);
            for (const QJsonValue &record : news["records"_L1].toArray()) {
                QCOMPARE(record["user"_L1].toString(), u"u-4434"_s);
                QVERIFY(!record["verdicts"_L1].toArray().isEmpty());
                ++records;
            }
        }
        QVERIFY(ended);
        QCOMPARE(records, 45);
        QVERIFY(!isOk(server.answer(u"trace/stop"_s, {{u"tap"_s, tap}})));
        const QJsonObject filter{{u"outcome"_s, u"refused"_s}, {u"event"_s, u"notes/query"_s}};
        const QJsonArray refused = result(server, u"trace/list"_s, filter)["records"_L1].toArray();
        QVERIFY(!refused.isEmpty());
        for (const QJsonValue &record : refused)
            QVERIFY(record["outcome"_L1] == u"refused"_s && record["event"_L1] == u"notes/query"_s);
    }

    void aDrainKeepsItsBooks_data()
    {
        QTest::addColumn<qint64>("graceMs");
        QTest::addColumn<bool>("loses");
        QTest::newRow("with time enough") << qint64{120'000} << false;
        QTest::newRow("too short") << qint64{10'000} << true;
    }

    void aDrainKeepsItsBooks()
    {
        QFETCH(qint64, graceMs);
        QFETCH(bool, loses);
        IncidentServer server;
        const QJsonObject wanted{{u"graceMs"_s, graceMs}, {u"reason"_s, u"kernel"_s}};
        const QJsonObject plan = result(server, u"drain/plan"_s, wanted);
        QSignalSpy told(&server, &LocalServer::notified);
        QSignalSpy ended(&server, &LocalServer::ended);
        const QJsonObject begun = result(server, u"server/shutdown"_s, wanted);
        QCOMPARE(begun["queuedAtStart"_L1], plan["queuedAtStart"_L1]);
        for (int second = 0; second < 200 && ended.isEmpty(); ++second)
            server.step();
        QCOMPARE(ended.size(), 1);
        QVERIFY(ended[0][0].value<LinkFailure>().kind == LinkFailureKind::ServerStopped);
        QStringList phases;
        admin::DrainProgress last;
        for (const QVariantList &one : std::as_const(told)) {
            if (one.at(0).toString() != u"server/drainProgress"_s)
                continue;
            last = admin::DrainProgress::fromJson(one.at(1).toJsonObject());
            if (phases.isEmpty() || phases.constLast() != last.phase)
                phases.append(last.phase);
            QCOMPARE(last.answered + last.abandoned + last.queued, last.queuedAtStart);
        }
        QCOMPARE(phases,
                 (QStringList{u"balancer-grace"_s, u"finish-work"_s, u"flush-broadcasts"_s, u"close-clients"_s,
                              u"stopping"_s}));
        QCOMPARE(last.connections, quint64{0});
        quint64 succeeded = 0;
        for (const QJsonValue &one : result(server, u"metrics/history"_s, kSpan)["samples"_L1].toArray()) {
            const auto sample = admin::Snapshot::fromJson(one.toObject());
            QVERIFY(allEnded(sample));
            QVERIFY(sample.eventsSucceeded >= succeeded);
            succeeded = sample.eventsSucceeded;
        }
        QCOMPARE(last.abandoned > 0, loses);
        QVERIFY(last.elapsedMs <= graceMs + 500);
        QCOMPARE(total(server, u"connections/list"_s), qint64{0});
        // It is gone: nothing goes on.
        const QJsonObject history = server.answer(u"metrics/history"_s, kSpan);
        server.step();
        QCOMPARE(server.answer(u"metrics/history"_s, kSpan), history);
    }

    void aDrainIsPausedExtendedAndTakenBack()
    {
        IncidentServer server;
        QVERIFY(!isOk(server.answer(u"drain/pause"_s, {})));
        const admin::Snapshot before = latest(server);
        QVERIFY(isOk(server.answer(u"server/drain"_s, {})));
        server.step();
        server.step();
        const QJsonObject paused = result(server, u"drain/pause"_s);
        for (int second = 0; second < 5; ++second)
            server.step();
        QCOMPARE(result(server, u"drain/extend"_s, {{u"byMs"_s, 30'000}})["elapsedMs"_L1], paused["elapsedMs"_L1]);
        const QJsonObject on = result(server, u"drain/continue"_s);
        QCOMPARE(on["graceMs"_L1].toInteger(), paused["graceMs"_L1].toInteger() + 30'000);
        QVERIFY(latest(server).state == admin::ServerState::Draining);
        QCOMPARE(result(server, u"server/resume"_s)["phase"_L1].toString(), u"resumed"_s);
        for (int second = 0; second < 40; ++second)
            server.step();
        QVERIFY(latest(server).state == admin::ServerState::Running);
        QVERIFY(latest(server).queueDepth() > 20'000);
        const admin::Snapshot after = latest(server);
        QVERIFY(after.refusedDraining > before.refusedDraining);
        QVERIFY(allEnded(after));
        // And once more, to the end: it stays up and can be taken back.
        QVERIFY(isOk(server.answer(u"server/drain"_s, {})));
        QVERIFY(isOk(server.answer(u"drain/force"_s, {})));
        server.step();
        QVERIFY(latest(server).state == admin::ServerState::Drained);
        QCOMPARE(latest(server).connectionsOpen, quint64{0});
        QVERIFY(isOk(server.answer(u"server/resume"_s, {})));
        for (int second = 0; second < 60; ++second)
            server.step();
        QVERIFY(latest(server).connectionsOpen > 12'000);
        const QJsonArray audit = result(server, u"audit/list"_s, {{u"who"_s, u"you@practice"_s}})["rows"_L1].toArray();
        QCOMPARE(audit.size(), 9);
        QCOMPARE(audit.last()["result"_L1].toString(), u"no drain is under way of which that can be asked now"_s);
    }

    void aViewerOnlyLooks()
    {
        IncidentServer server(admin::Role::Viewer);
        for (const admin::AdminCommand &command : admin::adminCommands()) {
            const QString method = QString::fromLatin1(command.method);
            if (!command.writes || !server.methods().contains(method))
                continue;
            const QJsonObject error = server.answer(method, {})["error"_L1].toObject();
            QCOMPARE(error["code"_L1].toInt(), static_cast<int>(ErrorCode::Forbidden));
            QCOMPARE(error["data"_L1]["required"_L1].toString(), admin::toString(command.role));
        }
        QVERIFY(isOk(server.answer(u"connections/list"_s, {})));
    }

    void aSessionShowsItsCourse()
    {
        IncidentServer server;
        ServerSession session(m_clock, m_random);
        session.connectTo(server);
        QTRY_COMPARE(session.history().samples().size(), 900);
        QCOMPARE(session.history().latestMs(), IncidentCourse::kOpenMs);
        QVERIFY(session.history().gaps(session.nowMs(), 900).isEmpty());
        // The queue was over its threshold, and is not now.
        double highest = 0;
        for (const SampleHistory::Sample &sample : session.history().samples())
            highest = std::max(highest, sample.values[static_cast<size_t>(Metric::QueueFill)]);
        QVERIFY(highest > 70);
        QVERIFY(session.history().value(Metric::QueueFill) < 70);
        for (const SampleHistory::Sample &sample : session.history().samples().mid(1))
            QVERIFY(std::isfinite(sample.values[static_cast<size_t>(Metric::ProcessedRate)]));
        QTRY_COMPARE(session.activity().entries().size(), 1);
        QTRY_COMPARE(session.activity().entryAt(0).text, u"worker-pool-size 10 → 14"_s);
        // As from a server: what is older comes with a longer range.
        session.wantRange(IncidentCourse::kHistorySeconds);
        QTRY_COMPARE(session.activity().entries().size(), 2);
        server.step();
        QCOMPARE(session.history().latestMs(), IncidentCourse::kOpenMs + 1000);
    }

    void itsConfigurationCanBeChanged()
    {
        IncidentServer server;
        ServerSession session(m_clock, m_random);
        session.connectTo(server);
        const QString key = u"channels.worker-pool-size"_s;
        QTRY_COMPARE(session.config().runningValue(key).toInt(), 14);
        session.config().edit(key, 20);
        session.patchConfig(u"practice"_s, false, this,
                            [](const ServerSession::PatchReply &reply) { QVERIFY(reply.error.isEmpty()); });
        QTRY_COMPARE(session.config().runningValue(key).toInt(), 20);
        QTRY_COMPARE(session.activity().entryAt(0).text, u"worker-pool-size 14 → 20"_s);
    }

    void whatIsNotPartOfItIsRefused()
    {
        IncidentServer server;
        const QJsonObject error = server.answer(u"topics/list"_s, {})["error"_L1].toObject();
        QCOMPARE(error["message"_L1].toString(), u"not part of the built-in incident"_s);
        QCOMPARE(server.answer(u"no/such"_s, {})["error"_L1]["code"_L1].toInt(),
                 static_cast<int>(ErrorCode::MethodNotFound));
        for (const QString &method : server.methods()) {
            const QJsonObject answer = server.answer(method, {{u"colour"_s, u"red"_s}});
            QVERIFY2(answer["error"_L1]["code"_L1].toInt() == static_cast<int>(ErrorCode::InvalidParams),
                     qPrintable(method));
        }
    }

private:
    using Look = std::pair<QString, QJsonObject>;

    static bool isOk(const QJsonObject &answer) { return answer.contains(u"result"_s); }
    static QJsonObject result(IncidentServer &server, const QString &method, const QJsonObject &params = {})
    {
        const QJsonObject answer = server.answer(method, params);
        if (!isOk(answer))
            qWarning() << method << answer;
        return answer["result"_L1].toObject();
    }
    static qint64 total(IncidentServer &server, const QString &method)
    {
        return result(server, method)["total"_L1].toInteger();
    }
    static admin::Snapshot latest(IncidentServer &server)
    {
        const QJsonArray samples = result(server, u"metrics/history"_s, kSpan)["samples"_L1].toArray();
        return admin::Snapshot::fromJson(samples.last().toObject());
    }
    static bool allEnded(const admin::Snapshot &sample)
    {
        return sample.eventsReceived
            == sample.eventsSucceeded + sample.eventsFailed + sample.eventsTimedOut + sample.eventsAbandoned
            + sample.refusedRateLimited + sample.refusedUnauthorized + sample.refusedInvalid + sample.refusedDraining
            + sample.queueDepth() + sample.inFlight;
    }
    static int value(IncidentServer &server, const QString &key)
    {
        return result(server, u"config/get"_s)["values"_L1][key]["value"_L1].toInt();
    }
    static QJsonObject patch(IncidentServer &server, const QString &key, const QJsonValue &value, bool checkOnly)
    {
        return {{u"base"_s, result(server, u"config/get"_s)["revision"_L1]},
                {u"changes"_s, QJsonObject{{key, value}}},
                {u"checkOnly"_s, checkOnly}};
    }
    static QJsonObject closeAll(IncidentServer &server, const QString &filter)
    {
        const QJsonValue count = result(server, u"connections/list"_s, {{u"filter"_s, filter}})["matching"_L1];
        return server.answer(u"connections/close"_s,
                             {{u"filter"_s, filter}, {u"expectedCount"_s, count}, {u"reason"_s, u"practice"_s}});
    }
    /// Every method that changes nothing.
    static QList<Look> looks(IncidentServer &server)
    {
        const qint64 id =
            result(server, u"connections/list"_s, {{u"sort"_s, u"id"_s}})["rows"_L1][0]["id"_L1].toInteger();
        const QHash<QString, QJsonObject> params{
            {u"metrics/history"_s, kSpan},
            {u"metrics/subscribe"_s, {{u"intervalMs"_s, 1000}}},
            {u"connections/get"_s, {{u"id"_s, id}}},
            {u"limits/keys"_s, {{u"scope"_s, u"user"_s}}},
            {u"top/list"_s, {{u"by"_s, u"pending-bytes"_s}}},
        };
        QList<Look> all;
        for (const QString &method : server.methods()) {
            if (!admin::findAdminCommand(method)->writes && method != u"trace/start"_s && method != u"trace/stop"_s)
                all.append({method, params.value(method)});
        }
        return all;
    }

    static inline const QJsonObject kSpan{{u"spanMs"_s, 900'000}, {u"stepMs"_s, 1000}};
    SystemClock m_clock;
    SystemRandom m_random;
};

QTEST_MAIN(IncidentServerTest)
#include "tst_incidentserver.moc"

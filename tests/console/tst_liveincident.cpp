// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentserver.h"
#include "tests/support/expect.h"

#include <QMap>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;

using Shape = QMap<QString, QSet<QString>>;

/// What an answer is made of: the kinds of its members, by their paths; of a list, those of all its elements.
void collect(const QJsonValue &value, const QString &path, Shape &shape)
{
    static const QStringList kKinds{u"null"_s, u"bool"_s, u"number"_s, u"text"_s, u"list"_s, u"object"_s};
    shape[path].insert(kKinds.value(value.type()));
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray())
            collect(one, path + u"[]"_s, shape);
    }
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        collect(member.value(), path + u'.' + member.key(), shape);
}

Shape shapeOf(const QJsonValue &value)
{
    Shape shape;
    collect(value, {}, shape);
    return shape;
}

} // namespace

/// The built-in incident answers in the form in which a real server does.
class LiveIncidentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<test::TestServer>(u"bench.toml"_s,
                                                      QStringList{u"rate-limits.per-user-per-minute=5"_s,
                                                                  u"rate-limits.global-per-second=1000"_s,
                                                                  u"listen.allowed-origins=https://notes.example"_s});
        SLUICE_START(*m_server);
        QVERIFY(m_admin.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
        // Somebody who has sent something, was refused something, and has answered a ping; and somebody who has left.
        const test::ConnectOptions ada{.bearer = m_server->token({u"ada"_s, {u"user"_s}}),
                                       .origin = "https://notes.example"};
        test::TestClient gone;
        QVERIFY(gone.connectTo(m_server->ports().clients, ada));
        gone.close();
        QVERIFY(m_client.connectTo(m_server->ports().clients, ada));
        for (int i = 0; i < 8; ++i)
            m_client.call(u"bench/echo"_s);
        QTRY_COMPARE(real(u"connections/closed"_s)["total"_L1].toInt(), 1);
        QTRY_VERIFY(!real(u"metrics/history"_s, {{u"spanMs"_s, 5000}})["samples"_L1].toArray().isEmpty());
    }

    void everyAnswerHasItsForm_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QJsonObject>("demoParams");
        for (const Row &row : rows())
            QTest::newRow(qPrintable(row.name)) << row.method() << row.params << row.demoParams;
    }

    void everyAnswerHasItsForm()
    {
        QFETCH(QString, method);
        QFETCH(QJsonObject, params);
        QFETCH(QJsonObject, demoParams);
        if (method == u"connections/get"_s) {
            params[u"id"_s] = real(u"connections/list"_s)["rows"_L1][0]["id"_L1];
            demoParams[u"id"_s] = demo(u"connections/list"_s, {{u"filter"_s, u"user:u-4434"_s}})["rows"_L1][0]["id"_L1];
        }
        compare(method, shapeOf(real(method, params)), shapeOf(demo(method, demoParams)));
    }

    void itAnswersNothingElse()
    {
        // The drain's others answer as server/drain does, which is seen below.
        QSet<QString> tested{u"server/drain"_s, u"server/resume"_s,  u"server/shutdown"_s, u"drain/extend"_s,
                             u"drain/pause"_s,  u"drain/continue"_s, u"drain/force"_s};
        for (const Row &row : rows())
            tested.insert(row.method());
        const QStringList methods = m_demo.methods();
        QCOMPARE(QSet<QString>(methods.begin(), methods.end()), tested);
    }

    void notificationsHaveTheirForm()
    {
        QSignalSpy told(&m_demo, &LocalServer::notified);
        QVERIFY(!real(u"metrics/subscribe"_s, {{u"intervalMs"_s, 100}}).isEmpty());
        QVERIFY(!real(u"trace/start"_s, {{u"maxPerSecond"_s, 5}, {u"seconds"_s, 60}}).isEmpty());
        QVERIFY(!demo(u"trace/start"_s, {{u"maxPerSecond"_s, 5}, {u"seconds"_s, 60}}).isEmpty());
        QVERIFY(!real(u"config/patch"_s, patch(kRevision, false, 7)).isEmpty());
        QVERIFY(!demo(u"config/patch"_s, patch(kDemoRevision, false, 7)).isEmpty());
        m_client.call(u"bench/echo"_s);
        m_demo.step();
        QVERIFY(!real(u"server/drain"_s).isEmpty());
        QVERIFY(!demo(u"server/drain"_s).isEmpty());
        for (const QString &method : {u"metrics/sample"_s, u"trace/records"_s, u"config/changed"_s, u"markers/added"_s,
                                      u"server/drainProgress"_s}) {
            const auto theirs = m_admin.waitForNotification(method);
            QVERIFY2(theirs, qPrintable(method));
            const auto ours = std::find_if(told.cbegin(), told.cend(),
                                           [&](const QVariantList &one) { return one.at(0).toString() == method; });
            QVERIFY2(ours != told.cend(), qPrintable(method));
            compare(method, shapeOf(*theirs), shapeOf(ours->at(1).toJsonObject()));
        }
    }

private:
    /// A method, behind a comma what of it, and what a real server and the built-in one are asked.
    struct Row {
        QString name;
        QJsonObject params = {};
        QJsonObject demoParams = params;

        [[nodiscard]] QString method() const { return name.section(u',', 0, 0); }
    };

    static QList<Row> rows()
    {
        const auto ofBoth = [](const QString &name, const QJsonObject &params = {}) { return Row{name, params}; };
        const QJsonObject tap{{u"maxPerSecond"_s, 5}, {u"seconds"_s, 60}};
        const QJsonObject kernel{{u"graceMs"_s, 60'000}, {u"reason"_s, u"kernel"_s}};
        return {
            ofBoth(u"server/info"_s),
            ofBoth(u"metrics/history"_s, {{u"spanMs"_s, 900'000}}),
            ofBoth(u"metrics/subscribe"_s, {{u"intervalMs"_s, 60'000}}),
            ofBoth(u"config/schema"_s),
            ofBoth(u"config/get"_s),
            {u"config/patch, checked"_s, patch(1, true, 11), patch(17, true, 11)},
            {u"config/patch"_s, patch(1, false, 11), patch(17, false, 11)},
            ofBoth(u"config/get, unconfirmed"_s),
            ofBoth(u"config/history"_s),
            {u"config/confirm"_s, {{u"revision"_s, 2}}, {{u"revision"_s, 18}}},
            {u"config/revert"_s, {{u"revision"_s, 2}}, {{u"revision"_s, 18}}},
            ofBoth(u"events/list"_s),
            {u"connections/list"_s, of(u"ada"_s), of(u"u-4434"_s)},
            {u"connections/closed"_s, of(u"ada"_s), of(u"u-*"_s)},
            ofBoth(u"connections/get"_s),
            ofBoth(u"limits/list"_s),
            ofBoth(u"limits/keys"_s, {{u"scope"_s, u"user"_s}}),
            ofBoth(u"top/list"_s, {{u"by"_s, u"events"_s}}),
            {u"mutes/add"_s, mute(u"ada"_s), mute(u"u-1007"_s)},
            ofBoth(u"mutes/list"_s),
            ofBoth(u"mutes/lift"_s, {{u"id"_s, 1}}),
            {u"users/send"_s, notice(u"ada"_s), notice(u"u-1007"_s)},
            ofBoth(u"trace/list"_s),
            ofBoth(u"trace/start"_s, tap),
            ofBoth(u"trace/stop"_s, {{u"tap"_s, 1}}),
            {u"tokens/revoke"_s, {{u"user"_s, u"bob"_s}}, {{u"user"_s, u"u-1007"_s}}},
            {u"tokens/list"_s, {{u"filter"_s, u"bob"_s}}, {{u"filter"_s, u"u-1007"_s}}},
            {u"tokens/restore"_s, {{u"id"_s, 1}}, {{u"id"_s, 2}}},
            {u"connections/close"_s, {{u"users"_s, QJsonArray{u"nobody"_s}}}},
            ofBoth(u"audit/list"_s, {{u"method"_s, u"connections/close"_s}}),
            ofBoth(u"audit/list, paged"_s, {{u"limit"_s, 1}}),
            ofBoth(u"drain/plan"_s, kernel),
        };
    }

    static QJsonObject patch(int base, bool checkOnly, int workers)
    {
        QJsonObject patch{
            {u"base"_s, base}, {u"changes"_s, QJsonObject{{kWorkers, workers}}}, {u"checkOnly"_s, checkOnly}};
        if (!checkOnly)
            patch[u"revertAfterMs"_s] = 3'600'000;
        return patch;
    }
    static QJsonObject of(const QString &user) { return {{u"filter"_s, u"user:"_s + user}}; }
    static QJsonObject mute(const QString &user) { return {{u"user"_s, user}, {u"forMs"_s, 60'000}}; }
    static QJsonObject notice(const QString &user)
    {
        return {{u"users"_s, QJsonArray{user}}, {u"event"_s, u"notice"_s}, {u"params"_s, QJsonObject()}};
    }

    /// Members that only some rows have, or whose names are no names of members.
    static bool isOfSomeOnly(const QString &path)
    {
        static const QStringList kSome{u".waitMs"_s,   u".handlerMs"_s, u".worker"_s,    u".code"_s,
                                       u".detail"_s,   u".numbers"_s,   u".lane"_s,      u".bytesIn"_s,
                                       u".bytesOut"_s, u".revision"_s,  u".userAgent"_s, u".origin"_s,
                                       u".affected"_s, u".event"_s,     u".warnings[]"_s};
        static const QStringList kValues{u".before."_s, u".after."_s, u".detail."_s, u".numbers."_s, u"workerList[]"_s};
        return std::any_of(kSome.begin(), kSome.end(), [&](const QString &end) { return path.endsWith(end); })
            || std::any_of(kValues.begin(), kValues.end(), [&](const QString &part) { return path.contains(part); });
    }

    /// Below the top an empty list tells nothing of its elements.
    static bool hasOrIsEmpty(const Shape &shape, const QString &path)
    {
        const QString list = path.left(path.lastIndexOf(u"[]"_s));
        return shape.contains(path) || (list != path && list.count(u'.') > 1 && shape.contains(list));
    }

    static void compare(const QString &method, const Shape &theirs, const Shape &ours)
    {
        const QSet<QString> null{u"null"_s};
        for (auto member = theirs.begin(); member != theirs.end(); ++member) {
            const QString path = member.key();
            if (isOfSomeOnly(path))
                continue;
            QVERIFY2(hasOrIsEmpty(ours, path), qPrintable(method + u": the built-in incident lacks "_s + path));
            // What nobody has yet is null; else the kinds are the same.
            const QSet<QString> kinds = ours[path] - null;
            QVERIFY2(kinds.isEmpty() || (member.value() - null).isEmpty() || kinds == member.value() - null,
                     qPrintable(method + u": of another kind is "_s + path));
        }
        for (auto member = ours.begin(); member != ours.end(); ++member)
            QVERIFY2(hasOrIsEmpty(theirs, member.key()) || isOfSomeOnly(member.key()),
                     qPrintable(method + u": the built-in incident invents "_s + member.key()));
    }

    QJsonObject real(const QString &method, const QJsonObject &params = {})
    {
        const test::CallResult answer = m_admin.call(method, params);
        if (!answer.isOk())
            qWarning() << method << answer.text();
        return answer.result.toObject();
    }
    QJsonObject demo(const QString &method, const QJsonObject &params = {})
    {
        const QJsonObject answer = m_demo.answer(method, params);
        if (!answer.contains(u"result"_s))
            qWarning() << method << answer;
        return answer["result"_L1].toObject();
    }

    /// After the rows above.
    static constexpr int kRevision = 3;
    static constexpr int kDemoRevision = 19;
    std::unique_ptr<test::TestServer> m_server;
    test::TestClient m_admin;
    test::TestClient m_client;
    IncidentServer m_demo;
};

QTEST_MAIN(LiveIncidentTest)
#include "tst_liveincident.moc"

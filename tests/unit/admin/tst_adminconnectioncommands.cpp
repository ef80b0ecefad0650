#include "adminfixture.h"

#include "server/admin/adminserver.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace sluice::server;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

admin::ConnectionRow rowOf(quint64 id, const std::string &user, int ageMs, int received)
{
    admin::ConnectionRow row;
    row.id = id;
    row.user = user;
    row.roles = user.empty() ? std::vector<std::string>() : std::vector<std::string>{"member"};
    row.address = "10.0.0." + std::to_string(id % 250);
    row.age = milliseconds(ageMs);
    row.received = static_cast<quint64>(received);
    row.state = user.empty() ? admin::ConnectionState::Anonymous : admin::ConnectionState::Ok;
    row.thread = "io-0";
    return row;
}

} // namespace

/// What operators see of connections and users, and how they close them.
class TestAdminConnectionCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void listsTheOldestFirst();
    void aRowTellsEverything();
    void sorts_data();
    void sorts();
    void pagesDoNotOverlap();
    void refusesABadList_data();
    void refusesABadList();
    void withoutACensusItIsBusy();
    void getsOne();
    void closesByIdsAndTellsWhoIsUnknown();
    void closesByUsers();
    void closesByFilter();
    void refusesWhenMoreMatchThanExpected_data();
    void refusesWhenMoreMatchThanExpected();
    void refusesABadClose_data();
    void refusesABadClose();
    void spreadsItsCloses();
    void closesWaitUpToABound();
    void listsWhoHasClosed();
    void closedOnesAreForgotten();
    void listsUsers();
    void waitsForACensus();
    void oneCensusServesAllWhoWait();
    void aThreadThatHangsIsNotWaitedForForever();
    void aConsoleThatWentIsNotAnswered();
    void aRowThatCameTwiceCountsOnce();

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params = {},
                            admin::Role role = admin::Role::Operator)
    {
        m_fixture->census.begin();
        if (!m_fixture->census.isComplete())
            qFatal("no census");
        return m_commands->call({QStringLiteral("alice"), role, QStringLiteral("127.0.0.1")}, QLatin1String(method),
                                params);
    }
    static QJsonObject data(const Result<QJsonValue> &result)
    {
        return QJsonDocument::fromJson(result.error().data).object();
    }
    static QList<int> idsOf(const Result<QJsonValue> &answer)
    {
        QList<int> ids;
        const QJsonArray rows = answer->toObject().value(u"rows").toArray();
        for (const QJsonValue row : rows)
            ids.append(row[u"id"].toInt());
        return ids;
    }
    QList<int> closed() const
    {
        QList<int> ids;
        for (const CloseOrder &order : m_fixture->closeOrders) {
            QList<int> those;
            for (const quint64 id : *order.ids)
                those.append(static_cast<int>(id));
            std::sort(those.begin(), those.end());
            ids += those;
        }
        return ids;
    }
    void serve();
    void send(quint64 session, const char *text) { m_server->received(session, text); }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
    std::unique_ptr<AdminServer> m_server;
    QMap<quint64, QByteArrayList> m_sent;
};

void TestAdminConnectionCommands::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    m_fixture->connections = {rowOf(5, "bob", 1000, 50), rowOf(2, "ada", 9000, 20), rowOf(7, "ada", 500, 5),
                              rowOf(3, {}, 4000, 0)};
    m_sent.clear();
}

void TestAdminConnectionCommands::serve()
{
    m_server = std::make_unique<AdminServer>(*m_commands, m_fixture->sources(), m_fixture->history);
    for (const quint64 id : {quint64{1}, quint64{2}}) {
        AdminSession session;
        session.id = id;
        session.caller = {QStringLiteral("alice"), admin::Role::Viewer, QStringLiteral("127.0.0.1"), id};
        session.send = [this, id](const std::string &text) { m_sent[id].append(QByteArray::fromStdString(text)); };
        QVERIFY(m_server->opened(session));
    }
}

void TestAdminConnectionCommands::listsTheOldestFirst()
{
    const auto answer = call("connections/list", {}, admin::Role::Viewer);
    QVERIFY(answer);
    QCOMPARE(idsOf(answer), (QList<int>{2, 3, 5, 7}));
    QCOMPARE(answer->toObject().value(u"total"), QJsonValue(4));
    QCOMPARE(answer->toObject().value(u"matching"), QJsonValue(4));
    QCOMPARE(answer->toObject().value(u"offset"), QJsonValue(0));
    const auto some = call("connections/list", {{QStringLiteral("filter"), QStringLiteral("user:ada")}});
    QCOMPARE(idsOf(some), (QList<int>{2, 7}));
    QCOMPARE(some->toObject().value(u"total"), QJsonValue(4));
    QCOMPARE(some->toObject().value(u"matching"), QJsonValue(2));
}

void TestAdminConnectionCommands::aRowTellsEverything()
{
    admin::ConnectionRow row = rowOf(2, "ada", 9000, 20);
    row.rtt = std::chrono::microseconds(1500);
    row.inPerSecond = 2.5;
    row.refused = 3;
    row.limited = 1;
    row.pendingBytes = 77;
    row.isTls = true;
    m_fixture->connections = {row};
    const QJsonObject expected{
        {QStringLiteral("id"), 2},
        {QStringLiteral("user"), QStringLiteral("ada")},
        {QStringLiteral("received"), 20},
        {QStringLiteral("roles"), QJsonArray{QStringLiteral("member")}},
        {QStringLiteral("ageMs"), 9000},
        {QStringLiteral("address"), QStringLiteral("10.0.0.2")},
        {QStringLiteral("rttMs"), 1.5},
        {QStringLiteral("inPerSecond"), 2.5},
        {QStringLiteral("refused"), 3},
        {QStringLiteral("limited"), 1},
        {QStringLiteral("pendingBytes"), 77},
        {QStringLiteral("state"), QStringLiteral("ok")},
        {QStringLiteral("tls"), true},
        {QStringLiteral("thread"), QStringLiteral("io-0")},
    };
    QCOMPARE(call("connections/list")->toObject().value(u"rows")[0].toObject(), expected);
    m_fixture->connections[0].rtt.reset();
    QVERIFY(call("connections/list")->toObject().value(u"rows")[0].toObject().value(u"rttMs").isNull());
}

void TestAdminConnectionCommands::sorts_data()
{
    QTest::addColumn<QString>("sort");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("id") << QStringLiteral("id") << QList<int>{2, 3, 5, 7};
    QTest::newRow("-id") << QStringLiteral("-id") << QList<int>{7, 5, 3, 2};
    QTest::newRow("age") << QStringLiteral("age") << QList<int>{7, 5, 3, 2};
    QTest::newRow("received") << QStringLiteral("received") << QList<int>{3, 7, 2, 5};
    QTest::newRow("-received") << QStringLiteral("-received") << QList<int>{5, 2, 7, 3};
    QTest::newRow("equal ones by id") << QStringLiteral("user") << QList<int>{3, 2, 7, 5};
    QTest::newRow("downwards too") << QStringLiteral("-user") << QList<int>{5, 2, 7, 3};
    QTest::newRow("first role") << QStringLiteral("role") << QList<int>{3, 2, 5, 7};
    QTest::newRow("state") << QStringLiteral("-state") << QList<int>{3, 2, 5, 7};
    QTest::newRow("all equal") << QStringLiteral("-pending") << QList<int>{2, 3, 5, 7};
    QTest::newRow("none has one") << QStringLiteral("rtt") << QList<int>{2, 3, 5, 7};
}

void TestAdminConnectionCommands::sorts()
{
    QFETCH(QString, sort);
    const auto answer = call("connections/list", {{QStringLiteral("sort"), sort}});
    QVERIFY(answer);
    QTEST(idsOf(answer), "ids");
}

void TestAdminConnectionCommands::pagesDoNotOverlap()
{
    constexpr int kAll = 450;
    m_fixture->connections.clear();
    for (int i = 1; i <= kAll; ++i)
        m_fixture->connections.push_back(rowOf(static_cast<quint64>(i), "u", i % 3, 0));
    QSet<int> seen;
    for (int offset = 0; offset < kAll; offset += 200) {
        const auto page = call("connections/list",
                               {{QStringLiteral("offset"), offset},
                                {QStringLiteral("limit"), 200},
                                {QStringLiteral("sort"), QStringLiteral("-age")}});
        const QList<int> ids = idsOf(page);
        QCOMPARE(ids.size(), std::min(200, kAll - offset));
        seen += QSet<int>(ids.begin(), ids.end());
    }
    QCOMPARE(seen.size(), kAll);
    QCOMPARE(idsOf(call("connections/list")).size(), 100);
    QCOMPARE(idsOf(call("connections/list", {{QStringLiteral("offset"), kAll}})).size(), 0);
}

void TestAdminConnectionCommands::refusesABadList_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no column") << QStringLiteral("sort") << QJsonValue(QStringLiteral("colour"));
    QTest::newRow("two signs") << QStringLiteral("sort") << QJsonValue(QStringLiteral("--age"));
    QTest::newRow("empty sort") << QStringLiteral("sort") << QJsonValue(QString());
    QTest::newRow("limit of none") << QStringLiteral("limit") << QJsonValue(0);
    QTest::newRow("limit above the most") << QStringLiteral("limit") << QJsonValue(201);
    QTest::newRow("negative offset") << QStringLiteral("offset") << QJsonValue(-1);
    QTest::newRow("bad filter") << QStringLiteral("filter") << QJsonValue(QStringLiteral("refused>x"));
    QTest::newRow("filter that is no text") << QStringLiteral("filter") << QJsonValue(1);
    QTest::newRow("unknown") << QStringLiteral("page") << QJsonValue(1);
}

void TestAdminConnectionCommands::refusesABadList()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QStringList methods{QStringLiteral("connections/list"), QStringLiteral("connections/closed")};
    if (field != QStringLiteral("filter") || !value.isString()) // any text is a pattern
        methods.append(QStringLiteral("users/list"));
    for (const QString &method : std::as_const(methods)) {
        const auto answer = call(method.toLatin1().constData(), {{field, value}});
        QVERIFY2(!answer, qPrintable(method));
        QCOMPARE(answer.error().code, ErrorCode::InvalidParams);
        QCOMPARE(data(answer).value(u"field").toString(), field);
    }
}

void TestAdminConnectionCommands::withoutACensusItIsBusy()
{
    m_fixture->census.clear();
    const AdminCaller caller{QStringLiteral("alice"), admin::Role::Admin, QStringLiteral("127.0.0.1")};
    const QJsonObject id{{QStringLiteral("id"), 2}};
    const QJsonObject ids{{QStringLiteral("ids"), QJsonArray{2}}};
    for (const auto &[method, params] : std::initializer_list<std::pair<const char *, QJsonObject>>{
             {"connections/list", {}}, {"connections/get", id}, {"connections/close", ids}, {"users/list", {}}}) {
        QVERIFY(AdminCommands::needsCensus(QLatin1String(method)));
        const auto answer = m_commands->call(caller, QLatin1String(method), params);
        QVERIFY2(!answer, method);
        QCOMPARE(answer.error().code, ErrorCode::Busy);
    }
    QVERIFY(!AdminCommands::needsCensus(QStringLiteral("connections/closed")));
    QVERIFY(m_commands->call(caller, QStringLiteral("connections/closed"), {}));
    QVERIFY(m_fixture->closeOrders.empty());
}

void TestAdminConnectionCommands::getsOne()
{
    m_fixture->connections[1].claims =
        std::make_shared<const admin::ClientClaims>(admin::ClientClaims{"agent/1", "https://a.example"});
    FlightRecorder::Ring &ring = m_fixture->recorder.addRing();
    for (quint64 i = 0; i < 30; ++i) {
        FlightRecord record;
        record.connection = {i < 25 ? quint64{2} : quint64{5}};
        record.event = 0;
        record.totalUs = static_cast<quint32>(i);
        ring.write(record);
    }
    const auto answer = call("connections/get", {{QStringLiteral("id"), 2}}, admin::Role::Viewer);
    QVERIFY(answer);
    const QJsonObject row = answer->toObject();
    QCOMPARE(row.value(u"user").toString(), QStringLiteral("ada"));
    QCOMPARE(row.value(u"userAgent").toString(), QStringLiteral("agent/1"));
    QCOMPARE(row.value(u"origin").toString(), QStringLiteral("https://a.example"));
    QCOMPARE(row.value(u"recent").toArray().size(), 20);
    QCOMPARE(row.value(u"recent")[0][u"connection"].toInt(), 2);
    const QJsonObject bob = call("connections/get", {{QStringLiteral("id"), 5}})->toObject();
    QVERIFY(!bob.contains(u"userAgent"));
    QCOMPARE(bob.value(u"recent").toArray().size(), 5);
    QCOMPARE(call("connections/get", {{QStringLiteral("id"), 4}}).error().code, ErrorCode::NotFound);
    QCOMPARE(call("connections/get").error().code, ErrorCode::InvalidParams);
}

void TestAdminConnectionCommands::closesByIdsAndTellsWhoIsUnknown()
{
    const auto answer = call(
        "connections/close",
        {{QStringLiteral("ids"), QJsonArray{7, 5, 99, 7}}, {QStringLiteral("reason"), QStringLiteral("too loud")}});
    QVERIFY(answer);
    QCOMPARE(answer->toObject(),
             (QJsonObject{{QStringLiteral("closing"), 2}, {QStringLiteral("unknown"), QJsonArray{99}}}));
    QCOMPARE(closed(), (QList<int>{5, 7}));
    QCOMPARE(m_fixture->closeOrders.front().code, protocol::CloseCode::Kicked);
    QCOMPARE(m_fixture->closeOrders.front().reason, std::string("too loud"));
    const QJsonObject line = m_fixture->auditLines().last();
    QCOMPARE(line.value(u"method").toString(), QStringLiteral("connections/close"));
    QCOMPARE(line.value(u"affected").toInt(), 2);
    QCOMPARE(line.value(u"role").toString(), QStringLiteral("operator"));
    QCOMPARE(line.value(u"reason").toString(), QStringLiteral("too loud"));
    QCOMPARE(line.value(u"outcome").toString(), QStringLiteral("done"));
}

void TestAdminConnectionCommands::closesByUsers()
{
    const QString ada = QStringLiteral("ada");
    const QString nobody = QStringLiteral("ad*");
    const auto answer = call("connections/close", {{QStringLiteral("users"), QJsonArray{ada, nobody, ada}}});
    QVERIFY(answer);
    QCOMPARE(answer->toObject(),
             (QJsonObject{{QStringLiteral("closing"), 2}, {QStringLiteral("unknown"), QJsonArray{nobody}}}));
    QCOMPARE(closed(), (QList<int>{2, 7}));
    QCOMPARE(m_fixture->auditLines().last().value(u"affected").toInt(), 2);
}

void TestAdminConnectionCommands::closesByFilter()
{
    const auto answer = call("connections/close",
                             {{QStringLiteral("filter"), QStringLiteral("user:ada")},
                              {QStringLiteral("expectedCount"), 2},
                              {QStringLiteral("code"), 4999}});
    QVERIFY(answer);
    QCOMPARE(answer->toObject(),
             (QJsonObject{{QStringLiteral("closing"), 2}, {QStringLiteral("unknown"), QJsonArray()}}));
    QCOMPARE(closed(), (QList<int>{2, 7}));
    QCOMPARE(static_cast<int>(m_fixture->closeOrders.front().code), 4999);
    QCOMPARE(m_fixture->closeOrders.front().reason, std::string("closed by an operator"));
}

void TestAdminConnectionCommands::refusesWhenMoreMatchThanExpected_data()
{
    QTest::addColumn<int>("there");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("as expected") << 10 << true;
    QTest::newRow("fewer") << 3 << true;
    QTest::newRow("a tenth more") << 11 << true;
    QTest::newRow("one beyond") << 12 << false;
}

void TestAdminConnectionCommands::refusesWhenMoreMatchThanExpected()
{
    QFETCH(int, there);
    QFETCH(bool, isClosed);
    m_fixture->connections.clear();
    for (int i = 1; i <= there; ++i)
        m_fixture->connections.push_back(rowOf(static_cast<quint64>(i), "u", 0, 0));
    const auto answer =
        call("connections/close", {{QStringLiteral("filter"), QString()}, {QStringLiteral("expectedCount"), 10}});
    QCOMPARE(answer.has_value(), isClosed);
    QCOMPARE(closed().size(), isClosed ? there : 0);
    QCOMPARE(m_fixture->auditLines().last().value(u"affected").toInt(), isClosed ? there : 0);
    if (isClosed)
        return;
    QCOMPARE(answer.error().code, ErrorCode::Conflict);
    QCOMPARE(data(answer), (QJsonObject{{QStringLiteral("matching"), there}}));
    QVERIFY(m_fixture->auditLines().last().value(u"outcome").toString() != QStringLiteral("done"));
}

void TestAdminConnectionCommands::refusesABadClose_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QJsonObject &params, const char *field) {
        QTest::newRow(name) << params << QString::fromLatin1(field);
    };
    const QString ids = QStringLiteral("ids");
    const QString filter = QStringLiteral("filter");
    const QString expected = QStringLiteral("expectedCount");
    const QString ada = QStringLiteral("user:ada");
    QJsonArray tooMany;
    for (int i = 1; i <= 1001; ++i)
        tooMany.append(i);
    row("nobody", {}, "ids");
    row("both", {{ids, QJsonArray{5}}, {filter, ada}, {expected, 2}}, "ids");
    row("no ids", {{ids, QJsonArray()}}, "ids");
    const QString users = QStringLiteral("users");
    row("users and ids", {{ids, QJsonArray{5}}, {users, QJsonArray{QStringLiteral("ada")}}}, "ids");
    row("no users", {{users, QJsonArray()}}, "users");
    row("a user without a name", {{users, QJsonArray{QString()}}}, "users");
    row("a user that is a number", {{users, QJsonArray{5}}}, "users");
    row("no list", {{ids, 5}}, "ids");
    row("an id that is none", {{ids, QJsonArray{5, 0}}}, "ids");
    row("a fraction", {{ids, QJsonArray{5.5}}}, "ids");
    row("too many", {{ids, tooMany}}, "ids");
    row("without a count", {{filter, ada}}, "expectedCount");
    row("bad filter", {{filter, QStringLiteral("x:y")}, {expected, 2}}, "filter");
    row("code below", {{ids, QJsonArray{5}}, {QStringLiteral("code"), 3999}}, "code");
    row("code above", {{ids, QJsonArray{5}}, {QStringLiteral("code"), 5000}}, "code");
    row("spread above", {{ids, QJsonArray{5}}, {QStringLiteral("spreadMs"), 60'001}}, "spreadMs");
}

void TestAdminConnectionCommands::refusesABadClose()
{
    QFETCH(QJsonObject, params);
    const auto answer = call("connections/close", params);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::InvalidParams);
    QTEST(data(answer).value(u"field").toString(), "field");
    QVERIFY(m_fixture->closeOrders.empty());
}

void TestAdminConnectionCommands::spreadsItsCloses()
{
    QJsonArray ids;
    for (int i = 1; i <= 40; ++i)
        ids.append(i);
    m_fixture->connections.clear();
    for (int i = 1; i <= 40; ++i)
        m_fixture->connections.push_back(rowOf(static_cast<quint64>(i), "u", 0, 0));
    QVERIFY(call("connections/close", {{QStringLiteral("ids"), ids}, {QStringLiteral("spreadMs"), 900}}));
    QCOMPARE(closed(), (QList<int>{1, 2, 3, 4})); // of ten steps the first
    m_fixture->clock.advance(milliseconds(450));
    QTRY_COMPARE(closed().size(), 20);
    // What comes meanwhile does not wait behind them.
    QVERIFY(call("connections/close", {{QStringLiteral("ids"), QJsonArray{40}}}));
    QCOMPARE(closed().last(), 40);
    m_fixture->clock.advance(milliseconds(449));
    QTRY_COMPARE(closed().size(), 37);
    m_fixture->clock.advance(milliseconds(1));
    QTRY_COMPARE(closed().size(), 41);
}

void TestAdminConnectionCommands::closesWaitUpToABound()
{
    std::vector<quint64> many(ConnectionCloser::kMostWaiting);
    for (size_t i = 0; i < many.size(); ++i)
        many[i] = i + 1;
    QVERIFY(m_fixture->closer.close(many, protocol::CloseCode::Kicked, {}, seconds(60)));
    QVERIFY(!m_fixture->closer.close(many, protocol::CloseCode::Kicked, {}, seconds(60)));
}

void TestAdminConnectionCommands::listsWhoHasClosed()
{
    const qint64 nowMs = toUnixMs(m_fixture->clock.wallNow());
    for (int i = 1; i <= 3; ++i) {
        admin::ClosedRow row;
        row.id = static_cast<quint64>(i);
        row.user = i == 2 ? "" : "ada";
        row.closedAtMs = nowMs - 10'000 * i;
        row.lasted = milliseconds(100 * i);
        row.code = 4000 + i;
        row.byClient = i == 1;
        row.reason = "because";
        m_fixture->closed.add(std::move(row));
    }
    const auto answer = call("connections/closed", {}, admin::Role::Viewer);
    QCOMPARE(idsOf(answer), (QList<int>{1, 2, 3})); // the last one first
    QCOMPARE(idsOf(call("connections/closed", {{QStringLiteral("sort"), QStringLiteral("-lasted")}})),
             (QList<int>{3, 2, 1}));
    QCOMPARE(idsOf(call("connections/closed", {{QStringLiteral("filter"), QStringLiteral("user:ada by:server")}})),
             (QList<int>{3}));
    const QJsonObject row = answer->toObject().value(u"rows")[0].toObject();
    const QJsonObject expected{{QStringLiteral("id"), 1},
                               {QStringLiteral("user"), QStringLiteral("ada")},
                               {QStringLiteral("roles"), QJsonArray()},
                               {QStringLiteral("address"), QString()},
                               {QStringLiteral("closedAtMs"), nowMs - 10'000},
                               {QStringLiteral("lastedMs"), 100},
                               {QStringLiteral("code"), 4001},
                               {QStringLiteral("by"), QStringLiteral("client")},
                               {QStringLiteral("reason"), QStringLiteral("because")},
                               {QStringLiteral("received"), 0},
                               {QStringLiteral("refused"), 0}};
    QCOMPARE(row, expected);
}

void TestAdminConnectionCommands::closedOnesAreForgotten()
{
    ClosedConnections closed;
    const auto add = [&closed](quint64 id, qint64 atMs) {
        admin::ClosedRow row;
        row.id = id;
        row.closedAtMs = atMs;
        closed.add(std::move(row));
    };
    constexpr qint64 kKeptMs = milliseconds(ClosedConnections::kKept).count();
    add(1, 0);
    add(2, 1);
    QCOMPARE(closed.list(kKeptMs).size(), size_t{2});
    QCOMPARE(closed.list(kKeptMs + 1).size(), size_t{1});
    QCOMPARE(closed.list(kKeptMs + 2).size(), size_t{0});
    for (quint64 id = 1; id <= ClosedConnections::kMost; ++id)
        add(id, 5000);
    QCOMPARE(closed.list(5000).size(), ClosedConnections::kMost);
    QCOMPARE(closed.list(5000).front()->id, quint64{1});
    add(ClosedConnections::kMost + 1, 5000);
    QCOMPARE(closed.list(5000).size(), ClosedConnections::kMost);
    QCOMPARE(closed.list(5000).front()->id, quint64{2});
    QCOMPARE(closed.list(5000).back()->id, quint64{ClosedConnections::kMost + 1});
}

void TestAdminConnectionCommands::listsUsers()
{
    m_fixture->connections[2].limited = 4;
    m_fixture->connections[2].roles = {"admin"};
    const auto answer = call("users/list", {}, admin::Role::Viewer);
    QCOMPARE(answer->toObject().value(u"total").toInt(), 2); // who is not logged in is none
    const QJsonObject ada{{QStringLiteral("user"), QStringLiteral("ada")},
                          {QStringLiteral("roles"), QJsonArray{QStringLiteral("admin")}},
                          {QStringLiteral("connections"), 2},
                          {QStringLiteral("oldestMs"), 9000},
                          {QStringLiteral("received"), 25},
                          {QStringLiteral("refused"), 0},
                          {QStringLiteral("limited"), 4},
                          {QStringLiteral("pendingBytes"), 0}};
    QCOMPARE(answer->toObject().value(u"rows")[0].toObject(), ada);
    const auto some = call("users/list", {{QStringLiteral("filter"), QStringLiteral("b*")}})->toObject();
    QCOMPARE(some.value(u"matching").toInt(), 1);
    QCOMPARE(some.value(u"rows")[0][u"user"].toString(), QStringLiteral("bob"));
    QCOMPARE(call("users/list", {{QStringLiteral("sort"), QStringLiteral("-received")}})
                 ->toObject()
                 .value(u"rows")[0][u"user"]
                 .toString(),
             QStringLiteral("bob"));
}

void TestAdminConnectionCommands::waitsForACensus()
{
    serve();
    send(1, R"({"jsonrpc":"2.0","id":1,"method":"connections/list"})");
    send(1, R"({"jsonrpc":"2.0","id":2,"method":"server/info"})");
    QCOMPARE(m_sent[1].size(), 1); // who needs none does not wait
    QVERIFY(m_sent[1][0].contains("\"id\":2"));
    QTRY_COMPARE(m_sent[1].size(), 2);
    QVERIFY(m_sent[1][1].contains("\"total\":4"));
    QVERIFY(!m_fixture->census.rows()); // nothing is kept
    send(1, R"([{"jsonrpc":"2.0","id":3,"method":"server/info"},{"jsonrpc":"2.0","id":4,"method":"users/list"}])");
    QCOMPARE(m_sent[1].size(), 2); // too soon after the last one
    m_fixture->clock.advance(CensusQueue::kApart);
    QTRY_COMPARE(m_sent[1].size(), 3);
    QVERIFY(m_sent[1][2].startsWith('['));
    QVERIFY(m_sent[1][2].contains("\"id\":3") && m_sent[1][2].contains("\"total\":2"));
}

void TestAdminConnectionCommands::oneCensusServesAllWhoWait()
{
    int taken = 0;
    ConnectionCensus census({[&taken](const ConnectionCensus::Deliver &deliver) {
        ++taken;
        deliver({});
    }});
    int answered = 0;
    CensusQueue queue(census, m_fixture->clock);
    const auto answer = [&] { answered += census.rows() ? 1 : 0; };
    for (size_t i = 0; i < CensusQueue::kMostWaiting; ++i)
        QVERIFY(queue.wait(1, answer));
    QVERIFY(!queue.wait(1, answer)); // one too many
    QTRY_COMPARE(answered, 1);       // the first began at once
    QCOMPARE(taken, 1);
    m_fixture->clock.advance(CensusQueue::kApart);
    QTRY_COMPARE(answered, static_cast<int>(CensusQueue::kMostWaiting));
    QCOMPARE(taken, 2);
}

void TestAdminConnectionCommands::aThreadThatHangsIsNotWaitedForForever()
{
    ConnectionCensus::Deliver late;
    int taken = 0;
    ConnectionCensus census({[](const ConnectionCensus::Deliver &deliver) { deliver({}); },
                             [&](const ConnectionCensus::Deliver &deliver) {
                                 ++taken;
                                 late = deliver;
                             }});
    QList<bool> answers;
    CensusQueue queue(census, m_fixture->clock);
    const auto answer = [&] { answers.append(census.rows() != nullptr); };
    QVERIFY(queue.wait(1, answer));
    m_fixture->clock.advance(CensusQueue::kPatience);
    QTRY_COMPARE(answers, QList<bool>{false});
    late({rowOf(1, "u", 0, 0)}); // to nobody
    QVERIFY(!census.isComplete());
    // It took its whole patience, so the next one waits for 20 times that.
    QVERIFY(queue.wait(1, answer));
    m_fixture->clock.advance(CensusQueue::kPatience * 18);
    QVERIFY(queue.wait(1, answer));
    QCOMPARE(taken, 1);
    m_fixture->clock.advance(CensusQueue::kPatience);
    QTRY_COMPARE(taken, 2);
    late({});
    QTRY_COMPARE(answers, (QList<bool>{false, true, true}));
}

void TestAdminConnectionCommands::aConsoleThatWentIsNotAnswered()
{
    serve();
    send(1, R"({"jsonrpc":"2.0","id":1,"method":"connections/list"})");
    send(2, R"({"jsonrpc":"2.0","id":1,"method":"connections/list"})");
    m_server->closed(1);
    const auto isAnswered = [this] {
        m_fixture->clock.advance(seconds(1));
        return m_sent[2].size() == 1;
    };
    QTRY_VERIFY(isAnswered());
    QVERIFY(m_sent[1].isEmpty());
}

void TestAdminConnectionCommands::aRowThatCameTwiceCountsOnce()
{
    m_fixture->connections.push_back(rowOf(5, "bob", 1001, 51));
    QCOMPARE(call("connections/list")->toObject().value(u"total").toInt(), 4);
}

QTEST_GUILESS_MAIN(TestAdminConnectionCommands)
#include "tst_adminconnectioncommands.moc"

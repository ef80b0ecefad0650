#include "adminfixture.h"

#include "server/admin/adminserver.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestAdminServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void answersRequests();
    void answers_data();
    void answers();
    void runsNotificationsSilently();
    void refusesWhatIsTooLarge();
    void sendsSamplesToSubscribersOnly();
    void historyContinuesInTheSamplesOfASecond();
    void announcesConfigToAll();
    void announcesDrainToAll();
    void boundsTheConsoles();
    void forgetsClosedConsoles();

private:
    void open(quint64 id, admin::Role role = admin::Role::Admin);
    QJsonObject last(quint64 id) const;
    qsizetype count(quint64 id, const char *method) const;

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
    std::unique_ptr<AdminServer> m_server;
    std::map<quint64, QList<QByteArray>> m_sent;
};

void TestAdminServer::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    m_server = std::make_unique<AdminServer>(*m_commands, m_fixture->sources(), m_fixture->history);
    connect(&m_fixture->config, &ConfigStore::changed, m_server.get(), &AdminServer::announceConfig);
    m_sent.clear();
}

void TestAdminServer::cleanup()
{
    m_server.reset();
}

void TestAdminServer::open(quint64 id, admin::Role role)
{
    const bool kept = m_server->opened(
        {id, {QStringLiteral("alice"), role, QStringLiteral("127.0.0.1")}, 0, [this, id](std::string text) {
             m_sent[id].append(QByteArray::fromStdString(text));
         }});
    QVERIFY(kept);
}

QJsonObject TestAdminServer::last(quint64 id) const
{
    const auto sent = m_sent.find(id);
    return sent == m_sent.end() ? QJsonObject() : QJsonDocument::fromJson(sent->second.last()).object();
}

qsizetype TestAdminServer::count(quint64 id, const char *method) const
{
    const auto sent = m_sent.find(id);
    if (sent == m_sent.end())
        return 0;
    return std::count_if(sent->second.begin(), sent->second.end(), [method](const QByteArray &text) {
        return QJsonDocument::fromJson(text).object().value(u"method").toString() == QLatin1String(method);
    });
}

void TestAdminServer::answersRequests()
{
    open(1, admin::Role::Viewer);
    m_server->received(1, R"({"jsonrpc":"2.0","id":"a","method":"server/info"})");
    QCOMPARE(last(1).value(u"id").toString(), QStringLiteral("a"));
    QCOMPARE(last(1).value(u"result").toObject().value(u"role").toString(), QStringLiteral("viewer"));
}

void TestAdminServer::answers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");

    QTest::newRow("no JSON") << QByteArray("hello") << -32700;
    QTest::newRow("no request") << QByteArray(R"({"id":1})") << -32600;
    QTest::newRow("unknown method") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"x/y"})") << -32601;
    QTest::newRow("params as array") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"server/info","params":[]})")
                                     << -32602;
    QTest::newRow("role too low") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"server/shutdown"})") << -32011;
    QTest::newRow("nested too deep") << QByteArray(100, '[') + QByteArray(100, ']') << -32700;
}

void TestAdminServer::answers()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    open(1, admin::Role::Viewer);
    m_server->received(1, text.toStdString());
    QCOMPARE(m_sent[1].size(), 1);
    QCOMPARE(last(1).value(u"error").toObject().value(u"code"), QJsonValue(code));
}

void TestAdminServer::runsNotificationsSilently()
{
    open(1);
    m_server->received(1, R"({"jsonrpc":"2.0","method":"server/shutdown","params":{}})");
    QCOMPARE(m_fixture->drain.requests.size(), size_t{1});
    QVERIFY(m_sent[1].isEmpty());
    m_server->received(1,
                       R"([{"jsonrpc":"2.0","method":"server/info"},{"jsonrpc":"2.0","id":2,"method":"server/info"}])");
    QCOMPARE(m_sent[1].size(), 1);
    QCOMPARE(QJsonDocument::fromJson(m_sent[1][0]).array().size(), 1);
}

void TestAdminServer::refusesWhatIsTooLarge()
{
    open(1);
    const std::string request = R"({"jsonrpc":"2.0","id":1,"method":"server/info"})";
    m_server->received(1, request + std::string(AdminServer::kMaxTextBytes - request.size(), ' '));
    QVERIFY(last(1).contains(u"result"));
    m_server->received(1, request + std::string(AdminServer::kMaxTextBytes + 1 - request.size(), ' '));
    QCOMPARE(last(1).value(u"error").toObject().value(u"code"), QJsonValue(-32600));
}

void TestAdminServer::sendsSamplesToSubscribersOnly()
{
    m_server->start();
    open(1, admin::Role::Viewer);
    open(2, admin::Role::Viewer);
    m_server->received(1, R"({"jsonrpc":"2.0","id":1,"method":"metrics/subscribe","params":{"intervalMs":100}})");
    QTRY_VERIFY(count(1, "metrics/sample") >= 2);
    QCOMPARE(count(2, "metrics/sample"), 0);
    const QJsonObject sample = last(1).value(u"params").toObject();
    QCOMPARE(sample.value(u"epoch").toString(), QStringLiteral("e1"));
    QCOMPARE(sample.value(u"sequence").toInteger(), count(1, "metrics/sample"));
}

void TestAdminServer::historyContinuesInTheSamplesOfASecond()
{
    m_server->start();
    QTRY_COMPARE(m_fixture->history.size(), size_t{1});
    open(1, admin::Role::Viewer);
    m_server->received(1, R"({"jsonrpc":"2.0","id":1,"method":"metrics/subscribe","params":{"intervalMs":1000}})");
    QTRY_COMPARE(count(1, "metrics/sample"), 1);
    QCOMPARE(last(1).value(u"params").toObject().value(u"sequence"), QJsonValue(2));
    QCOMPARE(m_fixture->history.size(), size_t{2});
}

void TestAdminServer::announcesConfigToAll()
{
    open(1);
    open(2, admin::Role::Viewer);
    m_server->received(
        1, R"({"jsonrpc":"2.0","id":1,"method":"config/patch","params":{"base":1,"changes":{"limits.batch":7}}})");
    QCOMPARE(count(1, "config/changed"), 1);
    const QJsonObject change{{QStringLiteral("key"), QStringLiteral("limits.batch")},
                             {QStringLiteral("before"), 100},
                             {QStringLiteral("after"), 7}};
    const QJsonObject expected{{QStringLiteral("revision"), 2},
                               {QStringLiteral("by"), QStringLiteral("alice")},
                               {QStringLiteral("changes"), QJsonArray{change}}};
    QCOMPARE(last(2).value(u"method").toString(), QStringLiteral("config/changed"));
    QCOMPARE(last(2).value(u"params").toObject(), expected);
}

void TestAdminServer::announcesDrainToAll()
{
    open(1);
    open(2, admin::Role::Viewer);
    admin::DrainProgress progress;
    progress.phase = QStringLiteral("finish-work");
    m_server->announceDrain(progress);
    QCOMPARE(count(1, "server/drainProgress"), 1);
    QCOMPARE(last(2).value(u"params").toObject().value(u"phase").toString(), QStringLiteral("finish-work"));
}

void TestAdminServer::boundsTheConsoles()
{
    for (quint64 id = 1; id <= AdminServer::kMaxSessions; ++id)
        open(id);
    QVERIFY(!m_server->opened({99, {}, 0, [](const std::string &) {}}));
    QCOMPARE(m_server->sessionCount(), AdminServer::kMaxSessions);
    m_server->closed(1);
    open(99);
}

void TestAdminServer::forgetsClosedConsoles()
{
    open(1);
    m_server->received(1, R"({"jsonrpc":"2.0","id":1,"method":"metrics/subscribe","params":{"intervalMs":100}})");
    const qsizetype sent = m_sent[1].size();
    m_server->closed(1);
    m_server->received(1, R"({"jsonrpc":"2.0","id":2,"method":"server/info"})");
    m_server->announceDrain({});
    QCOMPARE(m_sent[1].size(), sent);
    QCOMPARE(m_server->sessionCount(), size_t{0});
    m_server->closed(1);
}

QTEST_GUILESS_MAIN(TestAdminServer)
#include "tst_adminserver.moc"

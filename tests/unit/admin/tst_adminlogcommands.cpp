#include "adminfixture.h"

#include "server/admin/adminserver.h"

#include <QTest>

#include <algorithm>

using namespace sluice;
using namespace sluice::server;

/// What operators see of the log and its errors.
class TestAdminLogCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void listsLines();
    void refusesABadList_data();
    void refusesABadList();
    void listsErrorsAndClearsThem();
    void aViewerClearsNothing();
    void answersWhatASubscriptionIs();
    void sendsLinesToSubscribersOnly();
    void aClosedConsoleGetsNoMore();

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params = {}, admin::Role role = admin::Role::Viewer)
    {
        return m_commands->call({QStringLiteral("alice"), role, QStringLiteral("127.0.0.1")}, QLatin1String(method),
                                params);
    }
    void log(LogLevel level, const QString &message, const char *category = "app")
    {
        m_fixture->log.take({{}, level, QLatin1String(category), message});
    }
    void open(quint64 id);
    qsizetype linesSentTo(quint64 id) const
    {
        const QByteArrayList texts = m_sent.value(id);
        return std::count_if(texts.begin(), texts.end(),
                             [](const QByteArray &text) { return text.contains("\"method\":\"log/lines\""); });
    }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
    std::unique_ptr<AdminServer> m_server;
    QMap<quint64, QByteArrayList> m_sent;
};

void TestAdminLogCommands::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    m_server = std::make_unique<AdminServer>(*m_commands, m_fixture->sources(), m_fixture->history);
    m_sent.clear();
}

void TestAdminLogCommands::open(quint64 id)
{
    AdminSession session;
    session.id = id;
    session.send = [this, id](const std::string &text) { m_sent[id].append(QByteArray::fromStdString(text)); };
    QVERIFY(m_server->opened(session));
}

void TestAdminLogCommands::listsLines()
{
    log(LogLevel::Info, QStringLiteral("a"));
    log(LogLevel::Warning, QStringLiteral("b"), "work");
    log(LogLevel::Critical, QStringLiteral("c"));
    const auto messages = [this](const QJsonObject &params) {
        QStringList texts;
        const QJsonArray lines = call("log/list", params)->toObject().value(u"lines").toArray();
        for (const QJsonValue line : lines)
            texts.append(line[u"message"].toString());
        return texts.join(u' ');
    };
    QCOMPARE(messages({}), QStringLiteral("a b c"));
    QCOMPARE(messages({{QStringLiteral("limit"), 2}}), QStringLiteral("b c"));
    QCOMPARE(messages({{QStringLiteral("level"), QStringLiteral("critical")}}), QStringLiteral("c"));
    QCOMPARE(messages({{QStringLiteral("category"), QStringLiteral("work")}}), QStringLiteral("b"));
    const QJsonObject line = call("log/list")->toObject().value(u"lines")[1].toObject();
    QCOMPARE(line,
             (QJsonObject{{QStringLiteral("timeMs"), qint64{1'700'000'000'000}},
                          {QStringLiteral("level"), QStringLiteral("warning")},
                          {QStringLiteral("category"), QStringLiteral("work")},
                          {QStringLiteral("message"), QStringLiteral("b")}}));
}

void TestAdminLogCommands::refusesABadList_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("limit of none") << QStringLiteral("limit") << QJsonValue(0);
    QTest::newRow("limit above all there are") << QStringLiteral("limit") << QJsonValue(501);
    QTest::newRow("mistyped level") << QStringLiteral("level") << QJsonValue(QStringLiteral("warnign"));
    QTest::newRow("level that is no text") << QStringLiteral("level") << QJsonValue(1);
    QTest::newRow("mistyped category") << QStringLiteral("category") << QJsonValue(QStringLiteral("apps"));
    QTest::newRow("unknown") << QStringLiteral("limits") << QJsonValue(1);
}

void TestAdminLogCommands::refusesABadList()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    const auto result = call("log/list", {{field, value}});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidParams);
    QCOMPARE(QJsonDocument::fromJson(result.error().data).object().value(u"field").toString(), field);
    QVERIFY(call("log/list", {{QStringLiteral("limit"), 500}}));
}

void TestAdminLogCommands::listsErrorsAndClearsThem()
{
    log(LogLevel::Info, QStringLiteral("fine"));
    log(LogLevel::Warning, QStringLiteral("stuck ms=1"));
    log(LogLevel::Warning, QStringLiteral("lost"));
    log(LogLevel::Warning, QStringLiteral("stuck ms=2"));
    const QJsonArray errors = call("errors/list")->toObject().value(u"errors").toArray();
    QCOMPARE(errors.size(), 2);
    QCOMPARE(errors[0][u"sample"].toString(), QStringLiteral("stuck ms=2"));
    QCOMPARE(errors[0][u"count"].toInt(), 2);
    QCOMPARE(call("errors/list", {{QStringLiteral("limit"), 1}})->toObject().value(u"errors").toArray().size(), 1);

    const auto cleared =
        call("errors/clear", {{QStringLiteral("reason"), QStringLiteral("seen")}}, admin::Role::Operator);
    QVERIFY(cleared);
    QCOMPARE(cleared->toObject().value(u"cleared").toInt(), 2);
    QVERIFY(call("errors/list")->toObject().value(u"errors").toArray().isEmpty());
    const QJsonObject line = m_fixture->auditLines().constLast();
    QCOMPARE(line.value(u"method").toString(), QStringLiteral("errors/clear"));
    QCOMPARE(line.value(u"reason").toString(), QStringLiteral("seen"));
    QCOMPARE(line.value(u"outcome").toString(), QStringLiteral("done"));
}

void TestAdminLogCommands::aViewerClearsNothing()
{
    log(LogLevel::Warning, QStringLiteral("lost"));
    const auto refused = call("errors/clear");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(m_fixture->log.errors().size(), 1U);
    QCOMPARE(m_fixture->auditLines().size(), 1);
}

void TestAdminLogCommands::answersWhatASubscriptionIs()
{
    QCOMPARE(call("log/subscribe")->toObject(),
             (QJsonObject{{QStringLiteral("category"), QJsonValue()},
                          {QStringLiteral("level"), QStringLiteral("debug")},
                          {QStringLiteral("maxPerSecond"), 100}}));
    QVERIFY(call("log/subscribe", {{QStringLiteral("maxPerSecond"), 1000}}));
    QVERIFY(!call("log/subscribe", {{QStringLiteral("maxPerSecond"), 1001}}));
    QVERIFY(!call("log/subscribe", {{QStringLiteral("maxPerSecond"), 0}}));
}

void TestAdminLogCommands::sendsLinesToSubscribersOnly()
{
    open(1);
    open(2);
    m_server->received(1, R"({"jsonrpc":"2.0","id":1,"method":"log/subscribe","params":{"level":"warning"}})");
    log(LogLevel::Info, QStringLiteral("fine"));
    log(LogLevel::Warning, QStringLiteral("lost"));
    QTRY_COMPARE(linesSentTo(1), 1);
    QVERIFY(m_sent[1].constLast().contains("lost"));
    QVERIFY(!m_sent[1].constLast().contains("fine"));
    QCOMPARE(linesSentTo(2), 0);

    m_server->received(2, R"({"jsonrpc":"2.0","id":1,"method":"log/subscribe"})");
    m_server->received(1, R"({"jsonrpc":"2.0","id":2,"method":"log/unsubscribe"})");
    log(LogLevel::Warning, QStringLiteral("lost again"));
    QTRY_COMPARE(linesSentTo(2), 1);
    QCOMPARE(linesSentTo(1), 1);
}

void TestAdminLogCommands::aClosedConsoleGetsNoMore()
{
    open(1);
    open(2);
    for (const quint64 id : {quint64{1}, quint64{2}})
        m_server->received(id, R"({"jsonrpc":"2.0","id":1,"method":"log/subscribe"})");
    m_server->closed(1);
    log(LogLevel::Warning, QStringLiteral("lost"));
    QTRY_COMPARE(linesSentTo(2), 1);
    QCOMPARE(linesSentTo(1), 0);
}

QTEST_GUILESS_MAIN(TestAdminLogCommands)
#include "tst_adminlogcommands.moc"

#include "tests/integration/handlertable.h"
#include "tests/support/expect.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kInternalError = -32603;
constexpr int kInvalidParams = -32602;
constexpr int kConflict = -32021;
constexpr int kTimeout = -32031;

constexpr const char *kTrialEvents = R"(
[[event]]
id = "trial/echo"
handler = "plugin:trial.echo"
requires-auth = false
[[event]]
id = "trial/throw"
handler = "plugin:trial.throw"
requires-auth = false
[[event]]
id = "trial/hang"
handler = "plugin:trial.hang"
timeout-ms = 100
requires-auth = false
[[event]]
id = "trial/later"
handler = "plugin:trial.later"
timeout-ms = 1000
requires-auth = false
[[event]]
id = "trial/answer"
handler = "plugin:trial.answer"
requires-auth = false
)";

QByteArray tableEvents()
{
    return handlerTableEvents("table", [](const char *verb) { return QByteArray("plugin:table.") + verb; });
}

} // namespace

/// Plugins on a real server: what they do right, and what they do wrong and nobody else notices.
class PluginsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theExampleWorks();
    void everyKindOfHandlerDoesTheSame_data();
    void everyKindOfHandlerDoesTheSame();
    void itIsTold();
    void whatGoesWrongIsAnswered_data();
    void whatGoesWrongIsAnswered();
    void hangingOnesAreReplaced();
    void aStartWithoutItIsRefused();

private:
    [[nodiscard]] QStringList settings(const QString &directory, const QByteArray &events);
    /// A directory that only we may write, with that plugin.
    [[nodiscard]] QString directoryWith(const char *plugin);
    [[nodiscard]] bool serveTrial(const QStringList &more = {});
    [[nodiscard]] CallResult call(const QString &method, const QJsonObject &params = {})
    {
        return m_client->call(method, params);
    }

    QByteArray m_test; // the one that m_server is for
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

// What goes wrong leaves the server as it was: the rows of one test share it.
void PluginsTest::init()
{
    const QByteArray test = QTest::currentTestFunction();
    if (m_server && test == m_test && (test == "whatGoesWrongIsAnswered" || test == "everyKindOfHandlerDoesTheSame"))
        return;
    m_test = test;
    m_client.reset();
    m_server.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

QStringList PluginsTest::settings(const QString &directory, const QByteArray &events)
{
    const QString file = m_folder->filePath(u"events.toml"_qs);
    QFile text(file);
    if (!text.open(QIODevice::WriteOnly) || text.write(events) != events.size())
        return {};
    return {u"plugins.directory="_qs + directory, u"events-file="_qs + file, u"breaker.failures=0"_qs};
}

QString PluginsTest::directoryWith(const char *plugin)
{
    const QString folder = m_folder->filePath(u"plugins"_qs);
    const QString file = folder + u"/one.so"_qs;
    constexpr QFile::Permissions kOwnOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const bool isThere = QDir().mkdir(folder) && QFile::setPermissions(folder, kOwnOnly)
        && QFile::copy(QString::fromUtf8(plugin), file) && QFile::setPermissions(file, kOwnOnly);
    return isThere ? folder : QString();
}

bool PluginsTest::serveTrial(const QStringList &more)
{
    m_server = std::make_unique<TestServer>(
        u"bench.toml"_qs, settings(directoryWith(SLUICE_TRIAL_PLUGIN), kTrialEvents + tableEvents()) + more);
    m_client = std::make_unique<TestClient>();
    const QString fault = m_server->start();
    if (!fault.isEmpty())
        qWarning("%s", qPrintable(fault));
    return fault.isEmpty() && m_client->connectTo(m_server->ports().clients);
}

void PluginsTest::theExampleWorks()
{
    QFile events(u"" SLUICE_EXAMPLE_EVENTS ""_qs);
    QVERIFY(events.open(QIODevice::ReadOnly));
    TestServer server(u"sluice.toml"_qs, settings(directoryWith(SLUICE_EXAMPLE_PLUGIN), events.readAll()));
    SLUICE_START(server);
    QVERIFY(server.log().contains("plugin loaded file="));
    TestClient ann;
    TestClient bob;
    QVERIFY(ann.connectTo(server.ports().clients, {server.token(u"ann"_qs), {}, {}, u"/"_qs}));
    QVERIFY(bob.connectTo(server.ports().clients, {server.token(u"bob"_qs), {}, {}, u"/"_qs}));

    const CallResult greeted = ann.call(u"example/greet"_qs, QJsonObject{{u"name"_qs, u"bob"_qs}});
    SLUICE_VERIFY_OK(greeted);
    QCOMPARE(greeted.result["greeting"_L1].toString(), u"Hello, bob, from ann"_qs);
    QCOMPARE(bob.waitForNotification(u"example/greeted"_qs).value_or(QJsonValue())["by"_L1].toString(), u"ann"_qs);
    const CallResult refused = ann.call(u"example/greet"_qs, QJsonObject{{u"name"_qs, u""_qs}});
    SLUICE_VERIFY_ERROR(refused, kInvalidParams);
    QCOMPARE(refused.data()["field"_L1].toString(), u"name"_qs);

    const CallResult counted =
        ann.call(u"example/count-words"_qs, QJsonObject{{u"text"_qs, u"Räder müssen rollen, oder?"_qs}});
    SLUICE_VERIFY_OK(counted);
    QCOMPARE(counted.result["words"_L1].toInt(), 4);
}

// The rows that tst_httpbackend plays with the built-in handlers and with an HTTP backend.
void PluginsTest::everyKindOfHandlerDoesTheSame_data()
{
    QTest::addColumn<int>("row");
    const QList<HandlerRow> table = handlerTable();
    for (int row = 0; row < table.size(); ++row)
        QTest::addRow("plugin: %s", table[row].name) << row;
}

void PluginsTest::everyKindOfHandlerDoesTheSame()
{
    QFETCH(int, row);
    if (!m_server)
        QVERIFY(serveTrial());
    QCOMPARE(playHandlerRow(*m_client, u"table"_qs, handlerTable().at(row)), QString());
}

void PluginsTest::itIsTold()
{
    QVERIFY(serveTrial());
    const CallResult told = call(u"trial/echo"_qs, {{u"x"_qs, 1}});
    SLUICE_VERIFY_OK(told);
    QCOMPARE(told.result["id"_L1].toString(), u"trial/echo"_qs);
    QVERIFY(!told.result["authenticated"_L1].toBool());
    QCOMPARE(told.result["params"_L1]["x"_L1].toInt(), 1);
    QVERIFY(told.result["leftMs"_L1].toInt() > 0);
}

void PluginsTest::whatGoesWrongIsAnswered_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *method, const QJsonObject &params, int code) {
        QTest::newRow(name) << QString::fromLatin1(method) << params << code;
    };
    row("it throws", "trial/throw", {}, kInternalError);
    row("it throws something unknown", "trial/throw", {{u"unknown"_qs, true}}, kInternalError);
    row("its future throws", "trial/later", {{u"how"_qs, u"throw"_qs}}, kInternalError);
    row("its promise is given up", "trial/later", {{u"how"_qs, u"give up"_qs}}, kInternalError);
    row("its future is none", "trial/later", {{u"how"_qs, u"nothing"_qs}}, kInternalError);
    row("it blocks", "trial/hang", {}, kTimeout);
    row("it answers what is no JSON", "trial/answer", {{u"result"_qs, u"}"_qs}}, kInternalError);
    row("it answers an error of its own", "trial/answer",
        {{u"code"_qs, kConflict}, {u"data"_qs, u"{\"version\":2}"_qs}}, kConflict);
}

void PluginsTest::whatGoesWrongIsAnswered()
{
    QFETCH(QString, method);
    QFETCH(QJsonObject, params);
    QFETCH(int, code);
    if (!m_server)
        QVERIFY(serveTrial());
    SLUICE_VERIFY_ERROR(call(method, params), code);
    const CallResult next = call(u"trial/later"_qs);
    SLUICE_VERIFY_OK(next);
    QCOMPARE(next.result.toString(), u"later"_qs);
}

// More of them than there are workers, and none looks at its stop token for a while.
void PluginsTest::hangingOnesAreReplaced()
{
    QVERIFY(serveTrial({u"channels.worker-pool-size=2"_qs, u"channels.max-stuck-workers=4"_qs}));
    QList<PendingCall> hanging;
    for (int i = 0; i < 2; ++i)
        hanging << m_client->send(u"trial/hang"_qs, QJsonObject{{u"beyondMs"_qs, 2000}});
    for (const PendingCall &one : std::as_const(hanging))
        SLUICE_VERIFY_ERROR(m_client->waitFor(one), kTimeout);
    SLUICE_VERIFY_OK(call(u"trial/echo"_qs)); // both workers are in the plugin, and it is served
    QCOMPARE(m_server->metric("sluice_workers_got_stuck_total"), 2.0);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->metric("sluice_workers_recovered_total"), 2.0, 10'000);
}

void PluginsTest::aStartWithoutItIsRefused()
{
    const QString folder = m_folder->filePath(u"plugins"_qs);
    QVERIFY(QDir().mkdir(folder)
            && QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QStringList arguments{u"--check-config"_qs, u"--set"_qs, u"state-dir="_qs + m_folder->path()};
    for (const QString &setting : settings(folder, kTrialEvents))
        arguments += {u"--set"_qs, setting};
    const ProgramExit unknown = runProgram(serverProgram(), arguments);
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"events.toml:4: trial/echo handler: unknown plugin; found \"plugin:trial.echo\", "
                                  "expected a plugin from plugins.directory, which has none"_qs),
             qPrintable(unknown.err));

    QVERIFY(QFile::link(u"/bin/true"_qs, folder + u"/broken.so"_qs));
    const ProgramExit broken = runProgram(serverProgram(), arguments);
    QCOMPARE(broken.code, 2);
    QVERIFY2(broken.err.contains(u"true: plugins.directory: is no Qt plugin"_qs), qPrintable(broken.err));
}

QTEST_GUILESS_MAIN(PluginsTest)
#include "tst_plugins.moc"

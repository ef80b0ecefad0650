#include "tests/support/expect.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <csignal>
#include <sys/prctl.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

// A thousand requests, one after another, and a browser's start; both take seconds.
constexpr std::chrono::seconds kExchange{60};

QString adminOf(const TestServer &server)
{
    return QString::fromLatin1(server.token(TokenClaims{u"ada"_qs, {u"admin"_qs}}));
}

// For its owner only, as the server wants secrets and what names them.
bool writePrivately(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size();
}

} // namespace

/// Clients that others wrote, as they come from their packages, get along with the server: request, reply, push, error,
/// and back again after a restart; long texts, in fragments, and from pages in a browser.
class ForeignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientGetsAlong_data();
    void clientGetsAlong();
    void clientExchangesTexts();
    void pageInABrowserExchangesTexts();
    void twoWindowsShareANote();

private:
    void start(const QString &program, const QString &script, const QStringList &arguments);
    /// Whether the client has ended; `m_output` has what it said.
    [[nodiscard]] bool hasEnded();
    [[nodiscard]] bool succeeded() const
    {
        return m_client->exitStatus() == QProcess::NormalExit && m_client->exitCode() == 0;
    }

    std::unique_ptr<QProcess> m_client;
    QByteArray m_output;
};

void ForeignTest::start(const QString &program, const QString &script, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_PATH"_qs, QStringLiteral(SLUICE_NODE_MODULES));
    m_output.clear();
    m_client = std::make_unique<QProcess>();
    m_client->setProcessEnvironment(environment);
    m_client->setProcessChannelMode(QProcess::MergedChannels);
    m_client->start(program, QStringList(QStringLiteral(SLUICE_FOREIGN_SCRIPTS "/") + script) + arguments);
}

bool ForeignTest::hasEnded()
{
    m_output += m_client->readAll();
    return m_client->state() == QProcess::NotRunning;
}

void ForeignTest::clientGetsAlong_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("script");
    QTest::newRow("npm rpc-websockets") << QStringLiteral(SLUICE_NODE) << u"rpcwebsockets.mjs"_qs;
    QTest::newRow("Python websockets") << QStringLiteral(SLUICE_PYTHON) << u"websocketsclient.py"_qs;
}

void ForeignTest::clientGetsAlong()
{
    QFETCH(QString, program);
    QFETCH(QString, script);
    TestServer server(u"bench.toml"_qs, {u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    server.keepPorts();

    start(program, script, {server.clientUrl(), adminOf(server)});
    QVERIFY(m_client->waitForStarted());
    QVERIFY2(waitUntil([&] { return hasEnded() || m_output.contains("restart\n"); }) && !hasEnded(),
             m_output.constData());

    const std::optional<ServerExit> exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
    SLUICE_START(server);
    QVERIFY2(waitUntil([&] { return hasEnded(); }), m_output.constData());
    QVERIFY2(succeeded(), m_output.constData());
}

// Row P6.
void ForeignTest::clientExchangesTexts()
{
    TestServer server(u"bench.toml"_qs);
    SLUICE_START(server);
    start(QStringLiteral(SLUICE_NODE), u"ws.mjs"_qs, {server.clientUrl(), adminOf(server)});
    QVERIFY(m_client->waitForStarted());
    QVERIFY2(waitUntil([&] { return hasEnded(); }, kExchange), m_output.constData());
    QVERIFY2(succeeded(), m_output.constData());
}

// Rows P6 and M8.
void ForeignTest::pageInABrowserExchangesTexts()
{
    start(QStringLiteral(SLUICE_NODE), u"browser.mjs"_qs, {QStringLiteral(SLUICE_CHROMIUM)});
    QVERIFY(m_client->waitForStarted());
    const QByteArray announces = "origin ";
    QVERIFY2(waitUntil([&] { return hasEnded() || m_output.contains('\n'); }) && m_output.startsWith(announces),
             m_output.constData());
    const QString origin = QString::fromLatin1(m_output.mid(announces.size()).trimmed());
    TestServer server(u"bench.toml"_qs, {u"listen.allowed-origins="_qs + origin});
    SLUICE_START(server);
    m_client->write((server.clientUrl() + u' ' + adminOf(server) + u'\n').toLatin1());
    QVERIFY2(waitUntil([&] { return hasEnded(); }, kExchange), m_output.constData());
    QVERIFY2(succeeded(), m_output.constData());
    QVERIFY(server.metric("sluice_connections_refused_total{reason=\"origin\"}") >= 1);
}

// Row M8: the example, as people open it.
void ForeignTest::twoWindowsShareANote()
{
    const QString example = QStringLiteral(SLUICE_EXAMPLE);
    QTemporaryDir folder;
    const QString secret = folder.filePath(u"webhook.secret"_qs);
    const QString eventsFile = folder.filePath(u"events.toml"_qs);
    QVERIFY(writePrivately(secret, "whsec_c2x1aWNlIG5vdGVzIGV4YW1wbGUgb2YgdGhlIHRlc3Q=\n"));
    TestServer server(u"sluice.toml"_qs, {u"events-file="_qs + eventsFile, u"drain.close-spread-ms=0"_qs});
    QProcess pages;
    pages.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    pages.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    pages.start(QStringLiteral(SLUICE_PYTHON),
                {example + u"server.py"_qs, u"--port=0"_qs, u"--state-dir="_qs + server.stateDir(),
                 u"--webhook-secret-file="_qs + secret});
    QVERIFY(waitUntil([&] { return pages.canReadLine(); }));
    const QString page = QString::fromLatin1(pages.readLine()).section(u' ', 1).trimmed();
    QFile events(example + u"events.toml"_qs);
    QVERIFY(events.open(QIODevice::ReadOnly));
    QVERIFY(writePrivately(eventsFile, events.readAll().replace("http://127.0.0.1:7680/", page.toUtf8())));
    server.addSettings({u"listen.allowed-origins="_qs + page.chopped(1)});
    SLUICE_START(server);
    server.keepPorts();

    start(QStringLiteral(SLUICE_NODE), u"notes.mjs"_qs, {QStringLiteral(SLUICE_CHROMIUM), page});
    QVERIFY(m_client->waitForStarted());
    QVERIFY2(waitUntil([&] { return hasEnded() || m_output.contains("restart\n"); }, kExchange) && !hasEnded(),
             m_output.constData());
    const std::optional<ServerExit> exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
    SLUICE_START(server);
    m_client->write("restarted\n");
    QVERIFY2(waitUntil([&] { return hasEnded(); }, kExchange), m_output.constData());
    QVERIFY2(succeeded(), m_output.constData());
}

QTEST_GUILESS_MAIN(ForeignTest)
#include "tst_foreign.moc"

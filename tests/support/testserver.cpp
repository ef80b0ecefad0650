#include "tests/support/testserver.h"

#include "tests/support/httpget.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace sluice::test {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint16 portOf(const QJsonObject &ports, QLatin1String name)
{
    return static_cast<quint16>(ports[name].toInt());
}

QString listenSetting(const char *listener, quint16 port)
{
    return QStringLiteral("listen.%1=127.0.0.1:%2").arg(QLatin1String(listener)).arg(port);
}

constexpr int kReadyStatus = 200;

} // namespace

QString serverProgram()
{
    return QStringLiteral(SLUICE_SERVER_PATH);
}

TestServer::TestServer(QString config, QStringList settings)
    : m_config(std::move(config))
    , m_settings(std::move(settings))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { m_log += m_process.readAll(); });
    m_process.setChildProcessModifier([this] { prepareChild(); });
    keepPorts();
}

TestServer::~TestServer()
{
    if (QTest::currentTestFailed()) {
        constexpr qsizetype kMost = 8192;
        qInfo().noquote().nospace() << "the server " << (isRunning() ? "runs" : "has ended") << "; its log ends with\n"
                                    << log().right(kMost);
    }
    if (isRunning())
        kill();
}

QString TestServer::start()
{
    QFile::remove(statePath(QStringLiteral("ports.json")));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = m_variables.cbegin(); variable != m_variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    m_process.setProcessEnvironment(environment);
    if (m_listener < 0) {
        m_process.start(serverProgram(), arguments());
    } else { // LISTEN_PID is a number that only the process itself knows in time
        m_process.start(
            QStringLiteral("/bin/sh"),
            QStringList{QStringLiteral("-c"), QStringLiteral("LISTEN_PID=$$ exec \"$0\" \"$@\""), serverProgram()}
                + arguments());
    }
    if (!m_process.waitForStarted())
        return failure(QStringLiteral("the process does not start: ") + m_process.errorString());
    if (!waitUntil([this] { return readPorts() || !isRunning(); }) || !isRunning())
        return failure(QStringLiteral("no ports.json"));
    const auto isReady = [this] {
        return !isRunning() || httpGet(m_ports.http, QStringLiteral("/readyz")).status == kReadyStatus;
    };
    if (!waitUntil(isReady) || !isRunning())
        return failure(QStringLiteral("not ready"));
    return {};
}

QString TestServer::setting(QLatin1String key) const
{
    for (auto setting = m_settings.crbegin(); setting != m_settings.crend(); ++setting) {
        if (setting->startsWith(key) && setting->mid(key.size()).startsWith(u'='))
            return setting->mid(key.size() + 1);
    }
    return {};
}

// In the child, before it becomes the server: system calls only.
void TestServer::prepareChild() const
{
    // A test that is killed, as by its time limit, leaves no server behind.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (m_mostDescriptors > 0) {
        const rlimit limit{static_cast<rlim_t>(m_mostDescriptors), static_cast<rlim_t>(m_mostDescriptors)};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (m_listener >= 0) {
        constexpr int kFirstPassed = 3; // sd_listen_fds(3)
        ::dup2(m_listener, kFirstPassed);
    }
    if (m_standardError >= 0)
        ::dup2(m_standardError, STDERR_FILENO);
    if (m_terminal >= 0) {
        ::setsid();
        ::ioctl(m_terminal, TIOCSCTTY, 0);
    }
}

void TestServer::passListener(int descriptor, const QString &name)
{
    m_listener = descriptor;
    setVariable(QStringLiteral("LISTEN_FDS"), QStringLiteral("1"));
    setVariable(QStringLiteral("LISTEN_FDNAMES"), name);
}

void TestServer::keepPorts()
{
    m_settings += {listenSetting("clients", m_ports.clients), listenSetting("admin", m_ports.admin),
                   listenSetting("http", m_ports.http)};
}

QString TestServer::clientUrl() const
{
    return QStringLiteral("ws://127.0.0.1:%1/").arg(m_ports.clients);
}

QString TestServer::metricsUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1/metrics").arg(m_ports.http);
}

QByteArray TestServer::adminToken() const
{
    return readAll(statePath(QStringLiteral("admin.token"))).trimmed();
}

QByteArray TestServer::token(const TokenClaims &claims) const
{
    return makeToken(claims, readTokenKey(statePath(QStringLiteral("jwt.key"))));
}

QByteArray TestServer::log()
{
    m_log += m_process.readAll();
    return m_log;
}

double TestServer::metric(const QByteArray &series) const
{
    const QByteArray page = '\n' + httpGet(m_ports.http, QStringLiteral("/metrics")).body;
    const QByteArray begin = '\n' + series + ' ';
    const qsizetype at = page.indexOf(begin);
    if (at < 0)
        return -1;
    const qsizetype from = at + begin.size();
    return page.mid(from, page.indexOf('\n', from) - from).trimmed().toDouble();
}

void TestServer::sendSignal(int signal)
{
    m_signalled = std::chrono::steady_clock::now();
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
}

std::optional<ServerExit> TestServer::waitForExit(std::chrono::milliseconds limit)
{
    if (!waitUntil([this] { return !isRunning(); }, limit))
        return {};
    const auto took = std::chrono::steady_clock::now() - m_signalled;
    return ServerExit{m_process.exitStatus() == QProcess::NormalExit, m_process.exitCode(),
                      std::chrono::duration_cast<std::chrono::milliseconds>(took)};
}

std::optional<ServerExit> TestServer::terminate()
{
    sendSignal(SIGTERM);
    return waitForExit();
}

void TestServer::kill()
{
    sendSignal(SIGKILL);
    m_process.waitForFinished(static_cast<int>(std::chrono::milliseconds(kPatience).count()));
}

QStringList TestServer::arguments() const
{
    QStringList list{QStringLiteral("--config"),
                     QDir(QStringLiteral(SLUICE_RESOURCES_PATH "/config")).filePath(m_config), QStringLiteral("--set"),
                     QStringLiteral("state-dir=") + m_stateDir.path()};
    // Tests beside this one may keep the admin thread waiting, which must not change what it sends.
    list += {QStringLiteral("--set"), QStringLiteral("admin.cpu-share=0")};
    for (const QString &setting : m_settings)
        list += {QStringLiteral("--set"), setting};
    return list;
}

bool TestServer::readPorts()
{
    const QJsonObject ports = QJsonDocument::fromJson(readAll(statePath(QStringLiteral("ports.json")))).object();
    m_ports = {portOf(ports, QLatin1String("clients")), portOf(ports, QLatin1String("admin")),
               portOf(ports, QLatin1String("http")), portOf(ports, QLatin1String("clientsTls")),
               portOf(ports, QLatin1String("adminTls"))};
    return m_ports.clients != 0 && m_ports.admin != 0 && m_ports.http != 0;
}

QString TestServer::failure(const QString &what)
{
    const QString ending =
        isRunning() ? QStringLiteral("running") : QStringLiteral("ended with %1").arg(m_process.exitCode());
    const QString text = QStringLiteral("%1 (%2); the server's log:\n%3").arg(what, ending, QString::fromUtf8(log()));
    kill();
    return text;
}

} // namespace sluice::test

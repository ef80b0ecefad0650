#pragma once

#include "tests/support/tokens.h"

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>
#include <optional>

namespace sluice::test {

/// Where a server listens.
struct ServerPorts {
    quint16 clients = 0;
    quint16 admin = 0;
    quint16 http = 0;
    quint16 clientsTls = 0; ///< 0: no such listener; so too below.
    quint16 adminTls = 0;
};

/// The server program under test.
[[nodiscard]] QString serverProgram();

/// How a server process ended.
struct ServerExit {
    bool isNormal = false; ///< Ended by itself, not by a signal.
    int code = -1;
    std::chrono::milliseconds took{0}; ///< Since terminate() or kill().
};

/// A real sluiced of its own: a process with a temporary state directory and free ports, which ends with this object.
/// The state outlives restarts. Thread: the test's.
class TestServer
{
public:
    /// `config` is a file of resources/config: "sluice.toml", "bench.toml". `settings`: "key=value", as for --set.
    explicit TestServer(QString config, QStringList settings = {});
    ~TestServer();
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    /// Starts the process and waits until /readyz answers 200. Returns why it did not come to that, or an empty text.
    [[nodiscard]] QString start();
    /// Settings added to those of the constructor from the next start on.
    void addSettings(const QStringList &settings) { m_settings += settings; }
    /// The value of the last setting of that key; empty for none.
    [[nodiscard]] QString setting(QLatin1String key) const;
    /// From the next start on it may have that many open files at most, as under `ulimit -n`.
    void limitDescriptors(int most) { m_mostDescriptors = most; }
    /// From the next start on that terminal (a pseudoterminal's slave) is the one it runs in.
    void giveTerminal(int descriptor) { m_terminal = descriptor; }
    /// From the next start on that descriptor is its standard error; log() then has what it writes to standard output.
    void giveStandardError(int descriptor) { m_standardError = descriptor; }
    /// From the next start on its environment has this variable as well.
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }
    /// From the next start on a service manager has passed this listening socket on to it, under that name.
    void passListener(int descriptor, const QString &name);
    /// Keeps the ports it has now for the next starts, for clients that reconnect.
    void keepPorts();

    [[nodiscard]] const ServerPorts &ports() const { return m_ports; }
    [[nodiscard]] QString stateDir() const { return m_stateDir.path(); }
    [[nodiscard]] QString statePath(const QString &name) const { return m_stateDir.filePath(name); }
    [[nodiscard]] QString clientUrl() const;
    [[nodiscard]] QString metricsUrl() const;
    [[nodiscard]] QByteArray adminToken() const;
    /// A token that this server accepts (unless its lifetime says otherwise).
    [[nodiscard]] QByteArray token(const TokenClaims &claims) const;
    [[nodiscard]] QByteArray token(const QString &user) const { return token(TokenClaims{user, {}}); }
    /// Everything it has logged so far.
    [[nodiscard]] QByteArray log();
    /// A value of /metrics now, as "sluice_events_ended_total{ending=\"succeeded\"}"; -1 when it is not there.
    [[nodiscard]] double metric(const QByteArray &series) const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    void sendSignal(int signal);
    /// Waits for the process to end.
    [[nodiscard]] std::optional<ServerExit> waitForExit(std::chrono::milliseconds limit = std::chrono::seconds(60));
    /// SIGTERM, then the end.
    [[nodiscard]] std::optional<ServerExit> terminate();
    /// SIGKILL, then the end.
    void kill();

private:
    void prepareChild() const;
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] bool readPorts();
    [[nodiscard]] QString failure(const QString &what);

    const QString m_config;
    QStringList m_settings;
    QTemporaryDir m_stateDir;
    QProcess m_process;
    QByteArray m_log;
    ServerPorts m_ports;
    std::chrono::steady_clock::time_point m_signalled;
    int m_mostDescriptors = 0; // 0: as many as this process
    int m_terminal = -1;
    int m_standardError = -1;
    int m_listener = -1;
    QMap<QString, QString> m_variables;
};

} // namespace sluice::test

#include "tests/support/expect.h"

#include <QFile>
#include <QProcess>

#include <array>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kVictim = "--start-a-server-and-wait";

/// A pseudoterminal.
struct Terminal {
    int master = -1;
    int slave = -1;

    Terminal()
    {
        [[maybe_unused]] const int opened = ::openpty(&master, &slave, nullptr, nullptr, nullptr);
        for (const int descriptor : {master, slave})
            ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    ~Terminal() { vanish(); }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void vanish()
    {
        for (int *descriptor : {&slave, &master}) {
            if (*descriptor >= 0)
                ::close(std::exchange(*descriptor, -1));
        }
    }
};

bool isAlive(qint64 process)
{
    QFile status(u"/proc/%1/stat"_qs.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    const QByteArray state = line.mid(line.lastIndexOf(')') + 2, 1);
    return state != "Z" && state != "X"; // where nobody collects orphans, they stay
}

/// Starts a server, names its process and waits to be killed.
int startAndWait()
{
    TestServer server(u"sluice.toml"_qs);
    if (!server.start().isEmpty())
        return 1;
    const QByteArray line = QByteArray::number(server.processId()) + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) != line.size())
        return 1;
    return QCoreApplication::exec();
}

} // namespace

/// What becomes of a server when what it was started from goes away.
class TerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVanishedTerminalStopsTheServer();
    void aHangupWithItsTerminalThereOnlyReloads();
    void aKilledTestLeavesNoServerBehind();
};

void TerminalTest::aVanishedTerminalStopsTheServer()
{
    Terminal terminal;
    QVERIFY(terminal.slave >= 0);
    TestServer server(u"sluice.toml"_qs);
    server.giveTerminal(terminal.slave);
    SLUICE_START(server);
    terminal.vanish(); // the kernel sends SIGHUP
    const auto exit = server.waitForExit();
    QVERIFY(exit);
    QVERIFY2(exit->isNormal && exit->code == 0, server.log());
}

void TerminalTest::aHangupWithItsTerminalThereOnlyReloads()
{
    Terminal terminal;
    QVERIFY(terminal.slave >= 0);
    TestServer server(u"sluice.toml"_qs, {u"listen.clients-tls=127.0.0.1:0"_qs});
    server.giveTerminal(terminal.slave);
    SLUICE_START(server);
    const double before = server.metric("sluice_tls_reloads_total{result=\"done\"}");
    server.sendSignal(SIGHUP);
    QTRY_COMPARE(server.metric("sluice_tls_reloads_total{result=\"done\"}"), before + 1);
    QVERIFY(server.isRunning());
    const auto exit = server.terminate();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
}

void TerminalTest::aKilledTestLeavesNoServerBehind()
{
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(kVictim)});
    QVERIFY(waitUntil([&] { return victim.canReadLine(); }));
    const qint64 server = victim.readLine().trimmed().toLongLong();
    QVERIFY(server > 0 && isAlive(server));
    victim.kill();
    QVERIFY(victim.waitForFinished());
    QTRY_VERIFY(!isAlive(server));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], kVictim) == 0)
        return startAndWait();
    TerminalTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_terminal.moc"

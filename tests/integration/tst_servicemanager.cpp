#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"

#include <csignal>
#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

/// The socket on which a service manager hears of its service.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray bytes = path.toLocal8Bit();
        std::copy_n(bytes.constData(), std::min(static_cast<size_t>(bytes.size()), sizeof address.sun_path - 1),
                    address.sun_path);
        if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("no notify socket");
    }
    ~NotifySocket() { ::close(m_descriptor); }
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    /// How many messages so far had this line.
    int count(const QByteArray &line)
    {
        std::array<char, 4096> buffer{};
        for (;;) {
            const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
            if (size < 0)
                break;
            m_lines += QByteArray(buffer.data(), size).split('\n');
        }
        return static_cast<int>(m_lines.count(line));
    }

private:
    int m_descriptor;
    QList<QByteArray> m_lines;
};

/// A socket that somebody else listens on for the server.
class Listener
{
public:
    Listener()
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), length) != 0
            || ::listen(m_descriptor, 100) != 0
            || ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            qFatal("no listener");
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_descriptor); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    int descriptor() const { return m_descriptor; }
    quint16 port() const { return m_port; }

private:
    int m_descriptor;
    quint16 m_port = 0;
};

} // namespace

/// The server under a service manager, as systemd is one.
class TestServiceManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void hearsOfEachStage();
    void hearsThatAllIsWell();
    void restartLosesNoConnect();
    void unusableSocketsAreRefused_data();
    void unusableSocketsAreRefused();

private:
    std::unique_ptr<TestServer> m_server;
};

void TestServiceManager::init()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_s, QStringList{u"drain.close-spread-ms=0"_s});
}

void TestServiceManager::hearsOfEachStage()
{
    NotifySocket manager(m_server->statePath(u"notify"_s));
    m_server->setVariable(u"NOTIFY_SOCKET"_s, m_server->statePath(u"notify"_s));
    SLUICE_START(*m_server);
    QVERIFY(waitUntil([&] { return manager.count("READY=1") == 1; }));
    QCOMPARE(manager.count("STOPPING=1"), 0);
    m_server->sendSignal(SIGTERM);
    QVERIFY(m_server->waitForExit());
    QCOMPARE(manager.count("STOPPING=1"), 1);
    QCOMPARE(manager.count("WATCHDOG=1"), 0); // it did not ask for that
}

void TestServiceManager::hearsThatAllIsWell()
{
    NotifySocket manager(m_server->statePath(u"notify"_s));
    m_server->setVariable(u"NOTIFY_SOCKET"_s, m_server->statePath(u"notify"_s));
    m_server->setVariable(u"WATCHDOG_USEC"_s, u"900000"_s);
    SLUICE_START(*m_server);
    QVERIFY(waitUntil([&] { return manager.count("WATCHDOG=1") >= 3; }));
}

void TestServiceManager::restartLosesNoConnect()
{
    const Listener listener;
    m_server->passListener(listener.descriptor(), u"clients"_s);
    SLUICE_START(*m_server);
    QCOMPARE(m_server->ports().clients, listener.port());
    TestClient client;
    QVERIFY(client.connectTo(listener.port()));
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
    QVERIFY(m_server->terminate());

    PlainSocket meanwhile(listener.port()); // there is no server
    QVERIFY(meanwhile.isOpen());
    QCOMPARE(meanwhile.send(upgradeRequest()), upgradeRequest().size());
    SLUICE_START(*m_server);
    QCOMPARE(meanwhile.status(), std::optional(101));
}

void TestServiceManager::unusableSocketsAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isListening");
    QTest::addColumn<QString>("why");
    QTest::newRow("unknown name") << u"sluiced.socket"_s << true << u"must be clients or clients-tls"_s;
    QTest::newRow("not a listener") << u"clients"_s << false << u"is not a listening TCP socket"_s;
    QTest::newRow("for a listener that is off") << u"clients-tls"_s << true << u"a listener that is off"_s;
}

void TestServiceManager::unusableSocketsAreRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, isListening);
    QFETCH(QString, why);
    const Listener listener;
    const PlainSocket client(listener.port());
    m_server->addSettings({u"listen.clients-tls=off"_s});
    m_server->passListener(isListening ? listener.descriptor() : client.descriptor(), name);
    const QString problem = m_server->start();
    QVERIFY2(problem.contains(why), qUtf8Printable(problem));
}

QTEST_GUILESS_MAIN(TestServiceManager)
#include "tst_servicemanager.moc"

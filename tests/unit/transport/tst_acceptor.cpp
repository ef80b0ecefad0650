#include "server/transport/acceptor.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace sluice::server;

namespace {

std::atomic<int> warnings{0};

void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtWarningMsg && text.contains(QLatin1String("cannot accept")))
        ++warnings;
}

/// No descriptor can be opened while it lives.
class NoDescriptors
{
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowest = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        ::close(lowest);
        const rlimit none{static_cast<rlim_t>(lowest), m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoDescriptors(const NoDescriptors &) = delete;
    NoDescriptors &operator=(const NoDescriptors &) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// Listening, and what happens when the system gives no more descriptors.
class TestAcceptor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_adopted.clear(); }
    void cleanup()
    {
        for (const int descriptor : m_adopted)
            ::close(descriptor);
    }
    void listens_data();
    void listens();
    void offMeansNoListener();
    void saysWhyItCannotListen();
    void stopsAndStartsAgain();
    void pausesWithoutDescriptors();

private:
    std::vector<int> m_adopted;
    const std::function<void(int)> m_adopt = [this](int descriptor) { m_adopted.push_back(descriptor); };
};

void TestAcceptor::listens_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1");
    QTest::newRow("IPv6") << QStringLiteral("::1");
}

void TestAcceptor::listens()
{
    QFETCH(QString, host);
    Acceptor acceptor(m_adopt);
    QVERIFY(acceptor.start({host, 0}));
    QVERIFY(acceptor.port() != 0);
    QTcpSocket clients[3];
    for (QTcpSocket &client : clients)
        client.connectToHost(host, acceptor.port());
    QTRY_COMPARE(m_adopted.size(), size_t{3});
    for (const int descriptor : m_adopted) {
        QVERIFY(::fcntl(descriptor, F_GETFL) & O_NONBLOCK);
        QVERIFY(::fcntl(descriptor, F_GETFD) & FD_CLOEXEC);
    }
}

void TestAcceptor::offMeansNoListener()
{
    Acceptor acceptor(m_adopt);
    QVERIFY(acceptor.start({{}, 0, false}));
    QCOMPARE(acceptor.port(), quint16{0});
}

void TestAcceptor::saysWhyItCannotListen()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Acceptor acceptor(m_adopt);
    const auto taken = acceptor.start({QStringLiteral("127.0.0.1"), other.serverPort()});
    QVERIFY(!taken);
    QCOMPARE(taken.error().detail,
             QStringLiteral("cannot listen on 127.0.0.1:%1: Address already in use").arg(other.serverPort()));
    const auto named = acceptor.start({QStringLiteral("localhost"), 0});
    QVERIFY(!named);
    QCOMPARE(named.error().detail, QStringLiteral("cannot listen on localhost:0: not an IP address"));
}

void TestAcceptor::stopsAndStartsAgain()
{
    Acceptor acceptor(m_adopt);
    QVERIFY(acceptor.start({QStringLiteral("127.0.0.1"), 0}));
    const quint16 port = acceptor.port();
    acceptor.stop();
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(acceptor.start({QStringLiteral("127.0.0.1"), port}));
    client.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(m_adopted.size(), size_t{1});
}

// accept() fails and the client stays in the backlog: it is tried now and then, not without end.
void TestAcceptor::pausesWithoutDescriptors()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("UndefinedBehaviorSanitizer looks at memory through a pipe, and reports nonsense without descriptors.");
#endif
    Acceptor acceptor(m_adopt);
    QVERIFY(acceptor.start({QStringLiteral("127.0.0.1"), 0}));
    QTcpSocket first;
    first.connectToHost(QHostAddress::LocalHost, acceptor.port());
    QTRY_COMPARE(m_adopted.size(), size_t{1}); // the list was empty once, as it nearly always was
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, acceptor.port());
    warnings = 0;
    const QtMessageHandler before = qInstallMessageHandler(countWarnings);
    {
        const NoDescriptors none;
        QTRY_VERIFY(warnings >= 2);
    }
    const int soFar = warnings;
    QTRY_COMPARE(m_adopted.size(), size_t{2});
    qInstallMessageHandler(before);
    QVERIFY2(soFar <= 20, QByteArray::number(soFar));
}

QTEST_GUILESS_MAIN(TestAcceptor)
#include "tst_acceptor.moc"

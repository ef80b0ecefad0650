#include "server/http/httplistener.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <atomic>

using namespace sluice;
using namespace sluice::server;

class TestHttpListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void servesMetrics();
    void isHealthyWhileItLives();
    void isReadyWhenTheServerIs();
    void refuses_data();
    void refuses();
    void closesAfterOneAnswer();
    void reportsATakenPort();
    void stopsAndStartsAgain();
    void stopsWithASilentClient();

private:
    QByteArray exchange(const QByteArray &request);
    QByteArray get(const QByteArray &path);
    static QByteArray statusOf(const QByteArray &answer) { return answer.mid(9, 3); }

    std::atomic<bool> m_ready{true};
    std::unique_ptr<HttpListener> m_listener;
    quint16 m_port = 0;
};

void TestHttpListener::init()
{
    m_ready = true;
    m_listener = std::make_unique<HttpListener>(
        HttpListener::Sources{[] { return std::string("a_metric 1\n"); }, [this] { return m_ready.load(); }});
    const Result<quint16> port = m_listener->start({QStringLiteral("127.0.0.1"), 0});
    QVERIFY(port);
    QVERIFY(*port != 0);
    m_port = *port;
}

void TestHttpListener::cleanup()
{
    m_listener.reset();
}

QByteArray TestHttpListener::exchange(const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(request);
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000))
        return "the server did not close";
    return socket.readAll();
}

QByteArray TestHttpListener::get(const QByteArray &path)
{
    return exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

// Also to who would take them compressed, which costs more than it is worth.
void TestHttpListener::servesMetrics()
{
    const QByteArray answer = exchange("GET /metrics HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\n\r\n");
    QCOMPARE(statusOf(answer), QByteArray("200"));
    QVERIFY(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\na_metric 1\n"));
}

void TestHttpListener::isHealthyWhileItLives()
{
    m_ready = false;
    QCOMPARE(statusOf(get("/healthz")), QByteArray("200"));
}

void TestHttpListener::isReadyWhenTheServerIs()
{
    QCOMPARE(statusOf(get("/readyz")), QByteArray("200"));
    m_ready = false;
    QCOMPARE(statusOf(get("/readyz")), QByteArray("503"));
    m_ready = true;
    QCOMPARE(statusOf(get("/readyz")), QByteArray("200"));
}

void TestHttpListener::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");

    QTest::newRow("unknown path") << QByteArray("GET /secret HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("404");
    QTest::newRow("root") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n") << QByteArray("404");
    QTest::newRow("path outside") << QByteArray("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n")
                                  << QByteArray("404");
    QTest::newRow("other method") << QByteArray("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                                  << QByteArray("404");
    QTest::newRow("large body") << "POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 1025\r\n\r\n"
            + QByteArray(1025, 'x')
                                << QByteArray("413");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << QByteArray("400");
}

void TestHttpListener::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    QCOMPARE(statusOf(exchange(request)), status);
}

void TestHttpListener::closesAfterOneAnswer()
{
    // Two idle kept-alive connections would otherwise hold both threads.
    const QByteArray answer =
        exchange("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(answer.count("HTTP/1.1 200"), 1);
}

void TestHttpListener::reportsATakenPort()
{
    // Also shows that SO_REUSEPORT is off: with it, this would succeed.
    HttpListener second({[] { return std::string(); }, [] { return true; }});
    const Result<quint16> port = second.start({QStringLiteral("127.0.0.1"), m_port});
    QVERIFY(!port);
    QCOMPARE(port.error().detail, QStringLiteral("listen.http: cannot listen on 127.0.0.1:%1").arg(m_port));
}

void TestHttpListener::stopsAndStartsAgain()
{
    m_listener->stop();
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    QVERIFY(QTest::qWaitFor([&socket] { return socket.error() == QAbstractSocket::ConnectionRefusedError; }));
    const Result<quint16> port = m_listener->start({QStringLiteral("127.0.0.1"), 0});
    QVERIFY(port);
    m_port = *port;
    QCOMPARE(statusOf(get("/healthz")), QByteArray("200"));
}

void TestHttpListener::stopsWithASilentClient()
{
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    QVERIFY(silent.waitForConnected());
    QCOMPARE(statusOf(get("/healthz")), QByteArray("200")); // accepted after the silent one
    QElapsedTimer timer;
    timer.start();
    m_listener->stop();
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestHttpListener)
#include "tst_httplistener.moc"

// clazy:excludeall=non-pod-global-static (constants of the test)
#include "server/transport/forwarded.h"

#include <QTest>

using namespace sluice::server;

/// Whom a proxy speaks for, whatever a client wrote before it.
class TestForwarded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheClient_data();
    void findsTheClient();
    void longLists();
};

namespace {

const std::vector<Network> kProxies{*Network::parse("10.0.0.0/8"), *Network::parse("fd00::/8")};

QByteArray clientOf(const QByteArray &lines)
{
    const std::string head = "GET / HTTP/1.1\r\n" + lines.toStdString() + "\r\n";
    const auto address = forwardedFor(parseHttpRequest(head).value(), kProxies);
    return address ? QByteArray::fromStdString(address->toText()) : QByteArray();
}

} // namespace

void TestForwarded::findsTheClient_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("client"); // empty: nobody
    const QByteArray none;
    const QByteArray client("192.0.2.1");
    const auto row = [](const char *name, const QByteArray &value, const QByteArray &expected) {
        QTest::newRow(name) << "X-Forwarded-For: " + value + "\r\n" << expected;
    };
    QTest::newRow("no header") << QByteArray("Host: a\r\n") << none;
    QTest::newRow("another header") << QByteArray("Forwarded: for=192.0.2.1\r\n") << none;
    QTest::newRow("two lines") << QByteArray("X-Forwarded-For: 192.0.2.9\r\nx-forwarded-for: 192.0.2.1\r\n") << client;
    QTest::newRow("proxies on the last line")
        << QByteArray("X-Forwarded-For: 192.0.2.9,192.0.2.1\r\nX-Forwarded-For: 10.0.0.1, fd00::1\r\n") << client;
    row("one", "192.0.2.1", client);
    row("behind another proxy", "192.0.2.1, 10.1.2.3", client);
    row("what a client wrote", "203.0.113.7, 192.0.2.1, 10.1.2.3", client);
    row("a client that poses as a proxy", "10.9.9.9, 192.0.2.1, 10.1.2.3", client);
    row("nonsense that a client wrote", "'; DROP TABLE, %00, 192.0.2.1", client);
    row("only proxies", "10.0.0.1, 10.0.0.2", "10.0.0.1");
    row("with a port", "192.0.2.1:4711", client);
    row("IPv6", "2001:db8::1", "2001:db8::1");
    row("IPv6 with brackets", "[2001:db8::1]", "2001:db8::1");
    row("IPv6 with a port", "[2001:db8::1]:4711", "2001:db8::1");
    row("IPv4 as IPv6", "::ffff:192.0.2.1", client);
    row("a proxy as IPv6", "192.0.2.1, ::ffff:10.0.0.1", client);
    row("empty members", ", 192.0.2.1 ,,", client);
    row("empty", "", none);
    row("unknown", "unknown", none);
    row("nonsense right of the client", "192.0.2.1, x", none);
    row("nonsense between proxies", "192.0.2.1, x, 10.0.0.1", none);
    row("a name", "client.example", none);
    row("a zone", "fe80::1%eth0", none);
    row("half a bracket", "[2001:db8::1", none);
    row("something behind the bracket", "[2001:db8::1]x", none);
    row("quoted", "\"192.0.2.1\"", none);
    row("a space in it", "192.0.2.1 evil", none);
}

void TestForwarded::findsTheClient()
{
    QFETCH(QByteArray, lines);
    QTEST(clientOf(lines), "client");
}

void TestForwarded::longLists()
{
    const QByteArray proxies = QByteArray("10.0.0.1,").repeated(900);
    QCOMPARE(clientOf("X-Forwarded-For: " + proxies + "\r\n"), QByteArray("10.0.0.1"));
    QCOMPARE(clientOf("X-Forwarded-For: 192.0.2.1," + proxies + "\r\n"), QByteArray("192.0.2.1"));
    QCOMPARE(clientOf("X-Forwarded-For: " + QByteArray(8000, '1') + "\r\n"), QByteArray());
}

QTEST_APPLESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"

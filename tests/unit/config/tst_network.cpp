#include "server/config/network.h"

#include <QTest>

using namespace sluice::server;

/// Addresses and networks as operators and proxies write them.
class TestNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void networks_data();
    void networks();
    void anyOfMany();
};

void TestNetwork::addresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical"); // empty: none
    const QByteArray none;
    QTest::newRow("IPv4") << QByteArray("10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("IPv6") << QByteArray("2001:DB8:0:0::1") << QByteArray("2001:db8::1");
    QTest::newRow("IPv4 as IPv6") << QByteArray("::ffff:10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("IPv4 as IPv6 in hexadecimal") << QByteArray("::ffff:a00:1") << QByteArray("10.0.0.1");
    QTest::newRow("unspecified") << QByteArray("::") << QByteArray("::");
    QTest::newRow("nothing") << none << none;
    QTest::newRow("a name") << QByteArray("localhost") << none;
    QTest::newRow("three parts") << QByteArray("10.0.1") << none;
    QTest::newRow("beyond a byte") << QByteArray("10.0.0.256") << none;
    QTest::newRow("octal or not") << QByteArray("010.0.0.1") << none;
    QTest::newRow("hexadecimal IPv4") << QByteArray("0x0a000001") << none;
    QTest::newRow("a zone") << QByteArray("fe80::1%eth0") << none;
    QTest::newRow("a port") << QByteArray("10.0.0.1:80") << none;
    QTest::newRow("a space") << QByteArray(" 10.0.0.1") << none;
    QTest::newRow("a NUL") << QByteArray("10.0.0.1\0x", 10) << none;
    QTest::newRow("long") << QByteArray(10'000, '1') << none;
}

void TestNetwork::addresses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto address = IpAddress::parse(text.toStdString());
    QCOMPARE(address.has_value(), !canonical.isEmpty());
    if (address)
        QCOMPARE(QByteArray::fromStdString(address->toText()), canonical);
}

void TestNetwork::networks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("inside"); // empty: no network
    QTest::addColumn<QByteArray>("outside");
    const QByteArray none;
    const auto row = [](const char *text, const QByteArray &inside, const QByteArray &outside) {
        QTest::newRow(text) << QByteArray(text) << inside << outside;
    };
    row("10.0.0.5", "10.0.0.5", "10.0.0.4");
    row("10.0.0.5/32", "::ffff:10.0.0.5", "10.0.0.7");
    row("10.0.0.0/8", "10.255.255.255", "11.0.0.0");
    row("192.168.64.0/18", "192.168.127.255", "192.168.128.0");
    row("0.0.0.0/0", "255.1.2.3", "2001:db8::1");
    row("fd00::/8", "fdff::1", "fe00::");
    row("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::");
    row("::1", "::1", "::2");
    row("::/0", "10.0.0.1", none);
    row("10.0.0.1/8", none, none);
    row("10.0.0.0/33", none, none);
    row("10.0.0.0/-1", none, none);
    row("10.0.0.0/", none, none);
    row("10.0.0.0/8x", none, none);
    row("10.0.0.0/8/8", none, none);
    row("fd00::/129", none, none);
    row("/8", none, none);
    row("", none, none);
}

void TestNetwork::networks()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, inside);
    QFETCH(QByteArray, outside);
    const auto network = Network::parse(text.toStdString());
    QCOMPARE(network.has_value(), !inside.isEmpty());
    if (!network)
        return;
    QVERIFY(network->contains(*IpAddress::parse(inside.toStdString())));
    if (!outside.isEmpty())
        QVERIFY(!network->contains(*IpAddress::parse(outside.toStdString())));
}

void TestNetwork::anyOfMany()
{
    const std::vector<Network> networks{*Network::parse("10.0.0.0/8"), *Network::parse("::1")};
    QVERIFY(contains(networks, *IpAddress::parse("::1")));
    QVERIFY(contains(networks, *IpAddress::parse("10.1.1.1")));
    QVERIFY(!contains(networks, *IpAddress::parse("11.1.1.1")));
    QVERIFY(!contains({}, *IpAddress::parse("::1")));
}

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"

#include "server/config/origin.h"

#include <QTest>

using namespace sluice::server;

/// An origin is a scheme, a host and perhaps a port, and nothing that only looks like it.
class TestOrigin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizes_data();
    void normalizes();
    void refuses_data();
    void refuses();
};

void TestOrigin::normalizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("origin");
    const QByteArray plain("https://app.example");
    QTest::newRow("as it is") << plain << plain;
    QTest::newRow("any case") << QByteArray("HTTPS://App.EXAMPLE") << plain;
    QTest::newRow("default port of https") << QByteArray("https://app.example:443") << plain;
    QTest::newRow("port with zeros") << QByteArray("https://app.example:00443") << plain;
    QTest::newRow("default port of http") << QByteArray("http://a:80") << QByteArray("http://a");
    QTest::newRow("another port") << QByteArray("http://a:443") << QByteArray("http://a:443");
    QTest::newRow("IPv4") << QByteArray("http://127.0.0.1:8080") << QByteArray("http://127.0.0.1:8080");
    QTest::newRow("IPv6") << QByteArray("http://[::1]:80") << QByteArray("http://[::1]");
    QTest::newRow("IPv6 without a port") << QByteArray("http://[2001:DB8::1]") << QByteArray("http://[2001:db8::1]");
    QTest::newRow("an extension") << QByteArray("chrome-extension://abcdef") << QByteArray("chrome-extension://abcdef");
    QTest::newRow("greatest port") << QByteArray("http://a:65535") << QByteArray("http://a:65535");
    QTest::newRow("a dot at the end is another host") << plain + '.' << plain + '.';
}

void TestOrigin::normalizes()
{
    QFETCH(QByteArray, text);
    const auto origin = normalizedOrigin(text.toStdString());
    QVERIFY(origin);
    QTEST(QByteArray::fromStdString(*origin), "origin");
}

void TestOrigin::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "null",
                             "*",
                             "https://",
                             "https:/a",
                             "//a",
                             "a",
                             "app.example",
                             "https:a",
                             "https://a/",
                             "https://a/x",
                             "https://a?x",
                             "https://a#x",
                             "https://u@a",
                             "https://u:p@a",
                             "https://a b",
                             "https://a ",
                             " https://a",
                             "https://a:",
                             "https://a:x",
                             "https://a:-1",
                             "https://a:+1",
                             "https://a:65536",
                             "https://a:1:2",
                             "https://a:99999999999999999999",
                             "https://*.example",
                             "https://a,https://b",
                             "https://a https://b",
                             "https://[::1",
                             "https://[::1]x",
                             "https://[a]",
                             "https://[]",
                             "https://[1.2.3.4]",
                             "https://::1",
                             "https://a\\b",
                             "https://a%2eb",
                             "1https://a",
                             "ht_tp://a",
                             "https://a\tb",
                             "https://m\xc3\xbcller.example"})
        QTest::addRow("'%s'", text) << QByteArray(text);
    QTest::newRow("long") << "https://" + QByteArray(300, 'a');
}

void TestOrigin::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!normalizedOrigin(text.toStdString()));
}

QTEST_APPLESS_MAIN(TestOrigin)
#include "tst_origin.moc"

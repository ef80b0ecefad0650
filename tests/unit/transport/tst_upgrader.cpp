#include "server/transport/upgrader.h"

#include <QTest>

using namespace sluice::server;

/// What Qt answers, without a socket.
class TestUpgrader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersTheExampleOfTheRfc();
    void choosesASubprotocol_data();
    void choosesASubprotocol();
    void refusesWhatIsNoHandshake_data();
    void refusesWhatIsNoHandshake();
    void answersOneAfterAnother();
};

namespace {

std::string head(const std::string &more = {})
{
    return "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + more + "\r\n";
}

bool hasLine(const std::string &answer, const std::string &line)
{
    return answer.find("\r\n" + line + "\r\n") != std::string::npos;
}

} // namespace

// RFC 6455, section 1.3.
void TestUpgrader::answersTheExampleOfTheRfc()
{
    Upgrader upgrader;
    const std::string answer = upgrader.answer(head());
    QVERIFY(answer.starts_with("HTTP/1.1 101 "));
    QVERIFY(answer.ends_with("\r\n\r\n"));
    QVERIFY(hasLine(answer, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QCOMPARE(answer.find("\r\n\r\n"), answer.size() - 4); // nothing behind it, no close frame of Qt's
}

void TestUpgrader::choosesASubprotocol_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("chosen");

    QTest::newRow("ours") << QByteArray("jsonrpc") << QByteArray("jsonrpc");
    QTest::newRow("with a token") << QByteArray("bearer, abc") << QByteArray("bearer");
    QTest::newRow("ours of several") << QByteArray("soap, jsonrpc") << QByteArray("jsonrpc");
    QTest::newRow("none that we know") << QByteArray("soap") << QByteArray();
}

void TestUpgrader::choosesASubprotocol()
{
    QFETCH(QByteArray, offered);
    QFETCH(QByteArray, chosen);

    Upgrader upgrader;
    const std::string answer = upgrader.answer(head("Sec-WebSocket-Protocol: " + offered.toStdString() + "\r\n"));
    QVERIFY(answer.starts_with("HTTP/1.1 101 "));
    QCOMPARE(answer.find("Sec-WebSocket-Protocol") == std::string::npos, chosen.isEmpty());
    if (!chosen.isEmpty())
        QVERIFY(hasLine(answer, "Sec-WebSocket-Protocol: " + chosen.toStdString()));
}

void TestUpgrader::refusesWhatIsNoHandshake_data()
{
    QTest::addColumn<QByteArray>("head");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-x\r\n\r\n");
    QTest::newRow("plain HTTP") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("incomplete") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n");
}

void TestUpgrader::refusesWhatIsNoHandshake()
{
    QFETCH(QByteArray, head);

    Upgrader upgrader;
    QCOMPARE(upgrader.answer(head.toStdString()), std::string());
}

// More than the server's list of pending connections would hold.
void TestUpgrader::answersOneAfterAnother()
{
    Upgrader upgrader;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(upgrader.answer("").empty());
        QVERIFY(!upgrader.answer(head()).empty());
    }
}

QTEST_GUILESS_MAIN(TestUpgrader)
#include "tst_upgrader.moc"

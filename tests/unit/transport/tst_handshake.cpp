#include "server/transport/handshake.h"

#include <QTest>

using namespace sluice::server;

/// What makes a request a WebSocket handshake, and where a token may stand in it.
class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upgradeFaults_data();
    void upgradeFaults();
    void presentedTokens_data();
    void presentedTokens();
    void cookies_data();
    void cookies();
    void queryTokens_data();
    void queryTokens();
};

namespace {

/// A good handshake in which the line that begins like `from` is replaced; an empty `to` removes it.
QByteArray handshake(const QByteArray &from = {}, const QByteArray &to = {})
{
    const QByteArrayList lines{
        "GET / HTTP/1.1",      "Host: a.example",           "Upgrade: websocket",
        "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
    QByteArray head;
    for (const QByteArray &line : lines) {
        const QByteArray &chosen = !from.isEmpty() && line.startsWith(from) ? to : line;
        if (!chosen.isEmpty())
            head += chosen + "\r\n";
    }
    return head + "\r\n";
}

QByteArray handshakeWith(const QByteArray &line)
{
    return handshake("Host", "Host: a.example\r\n" + line);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

void TestHandshake::upgradeFaults_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status"); // 0: none
    QTest::newRow("good") << handshake() << 0;
    QTest::newRow("tokens in any case and company") << handshake("Connection", "connection: keep-alive, UPGRADE")
                                                           .replace("Upgrade: websocket", "upgrade: h2c, WebSocket")
                                                    << 0;
    QTest::newRow("another method") << handshake("GET", "POST / HTTP/1.1") << 405;
    QTest::newRow("HTTP/1.0") << handshake("GET", "GET / HTTP/1.0") << 400;
    QTest::newRow("HTTP/2") << handshake("GET", "GET / HTTP/2") << 400;
    QTest::newRow("no host") << handshake("Host") << 400;
    QTest::newRow("two hosts") << handshakeWith("Host: b.example") << 400;
    QTest::newRow("an IPv6 host with a port") << handshake("Host", "Host: [::1]:7600") << 0;
    QTest::newRow("an empty host") << handshake("Host", "Host:") << 400;
    QTest::newRow("userinfo before the host") << handshake("Host", "Host: evil@a.example") << 400;
    QTest::newRow("a path behind the host") << handshake("Host", "Host: a.example/x") << 400;
    QTest::newRow("hosts in one line") << handshake("Host", "Host: a.example, b.example") << 400;
    QTest::newRow("no upgrade") << handshake("Upgrade") << 426;
    QTest::newRow("another upgrade") << handshake("Upgrade", "Upgrade: h2c") << 426;
    QTest::newRow("no connection") << handshake("Connection") << 426;
    QTest::newRow("connection kept alive") << handshake("Connection", "Connection: keep-alive") << 426;
    QTest::newRow("no version") << handshake("Sec-WebSocket-Version") << 426;
    QTest::newRow("an old version") << handshake("Sec-WebSocket-Version", "Sec-WebSocket-Version: 8") << 426;
    QTest::newRow("two versions") << handshakeWith("Sec-WebSocket-Version: 13") << 426;
    QTest::newRow("no key") << handshake("Sec-WebSocket-Key") << 400;
    QTest::newRow("two keys") << handshakeWith("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==") << 400;
    QTest::newRow("an empty key") << handshake("Sec-WebSocket-Key", "Sec-WebSocket-Key:") << 400;
    QTest::newRow("15 bytes of key") << handshake("Sec-WebSocket-Key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j")
                                     << 400;
    QTest::newRow("17 bytes of key") << handshake("Sec-WebSocket-Key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZWQ=")
                                     << 400;
    QTest::newRow("not base64") << handshake("Sec-WebSocket-Key", "Sec-WebSocket-Key: dGhlIHNhbXBs*SBub25jZQ==") << 400;
    QTest::newRow("a body") << handshakeWith("Content-Length: 3") << 400;
    QTest::newRow("a chunked body") << handshakeWith("Transfer-Encoding: chunked") << 400;
}

void TestHandshake::upgradeFaults()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    const auto request = parseHttpRequest(view(head));
    QVERIFY(request);
    const auto fault = upgradeFault(*request);
    QCOMPARE(fault ? fault->status : 0, status);
    if (status == 405)
        QCOMPARE(fault->extraHeader, std::string("Allow: GET"));
}

void TestHandshake::presentedTokens_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray("X: y") << QByteArray();
    QTest::newRow("authorization") << QByteArray("Authorization: Bearer a.b.c") << QByteArray("a.b.c");
    QTest::newRow("scheme in any case") << QByteArray("authorization: bEARER a.b.c") << QByteArray("a.b.c");
    QTest::newRow("scheme without a token") << QByteArray("Authorization: Bearer") << QByteArray();
    QTest::newRow("another scheme") << QByteArray("Authorization: Basic YTpi") << QByteArray();
    QTest::newRow("subprotocols") << QByteArray("Sec-WebSocket-Protocol: bearer, a.b.c") << QByteArray("a.b.c");
    QTest::newRow("subprotocols on two lines")
        << QByteArray("Sec-WebSocket-Protocol: bearer\r\nSec-WebSocket-Protocol: a.b.c") << QByteArray("a.b.c");
    QTest::newRow("bearer alone") << QByteArray("Sec-WebSocket-Protocol: bearer") << QByteArray();
    QTest::newRow("bearer not first") << QByteArray("Sec-WebSocket-Protocol: a.b.c, bearer") << QByteArray();
    QTest::newRow("other subprotocols") << QByteArray("Sec-WebSocket-Protocol: a, b") << QByteArray();
    QTest::newRow("the header before the subprotocol")
        << QByteArray("Sec-WebSocket-Protocol: bearer, one\r\nAuthorization: Bearer two") << QByteArray("two");
}

void TestHandshake::presentedTokens()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, token);
    const QByteArray head = handshakeWith(line);
    const auto request = parseHttpRequest(view(head));
    QVERIFY(request);
    const std::string_view found = presentedToken(*request);
    QCOMPARE(QByteArray(found.data(), static_cast<qsizetype>(found.size())), token);
}

void TestHandshake::cookies_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("value"); // "ambiguous" for nothing
    QTest::newRow("none") << QByteArray("X: session=a") << QByteArray();
    QTest::newRow("alone") << QByteArray("Cookie: session=a.b.c") << QByteArray("a.b.c");
    QTest::newRow("among others") << QByteArray("cookie: x=1;session=a;  y=session=b") << QByteArray("a");
    QTest::newRow("with an equals sign in it") << QByteArray("Cookie: session=a=b") << QByteArray("a=b");
    QTest::newRow("empty") << QByteArray("Cookie: session=") << QByteArray();
    QTest::newRow("no value at all") << QByteArray("Cookie: session") << QByteArray();
    QTest::newRow("names are told apart by case") << QByteArray("Cookie: Session=a") << QByteArray();
    QTest::newRow("of longer names") << QByteArray("Cookie: xsession=a; sessionx=b") << QByteArray();
    QTest::newRow("only separators") << QByteArray("Cookie: ;;; ;") << QByteArray();
    QTest::newRow("twice") << QByteArray("Cookie: session=a; session=b") << QByteArray("ambiguous");
    QTest::newRow("twice the same") << QByteArray("Cookie: session=a; session=a") << QByteArray("ambiguous");
    QTest::newRow("in two headers") << QByteArray("Cookie: session=a\r\nCookie: session=b") << QByteArray("ambiguous");
}

void TestHandshake::cookies()
{
    QFETCH(QByteArray, line);
    const QByteArray head = handshakeWith(line);
    const auto request = parseHttpRequest(view(head));
    QVERIFY(request);
    const auto value = cookieValue(*request, "session");
    QTEST(value ? QByteArray(value->data(), static_cast<qsizetype>(value->size())) : QByteArray("ambiguous"), "value");
}

void TestHandshake::queryTokens_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("none") << QByteArray("/") << QByteArray();
    QTest::newRow("alone") << QByteArray("/?access_token=a.b.c") << QByteArray("a.b.c");
    QTest::newRow("among others") << QByteArray("/?v=1&access_token=a&x=access_token=b") << QByteArray("a");
    QTest::newRow("empty") << QByteArray("/?access_token=&x") << QByteArray();
    QTest::newRow("of longer names") << QByteArray("/?xaccess_token=a&access_tokens=b") << QByteArray();
    QTest::newRow("in the path") << QByteArray("/access_token=a") << QByteArray();
}

void TestHandshake::queryTokens()
{
    QFETCH(QByteArray, target);
    const QByteArray head = handshake("GET", "GET " + target + " HTTP/1.1");
    const auto request = parseHttpRequest(view(head));
    QVERIFY(request);
    const std::string_view token = queryToken(*request);
    QTEST(QByteArray(token.data(), static_cast<qsizetype>(token.size())), "token");
}

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"

#include "server/transport/httprequest.h"

#include <QTest>

using namespace sluice::server;

/// The strict reading of a request head, and what a refused client is told.
class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheEndOfTheHead_data();
    void findsTheEndOfTheHead();
    void readsAGoodHead();
    void targets_data();
    void targets();
    void goodHeads_data();
    void goodHeads();
    void badHeads_data();
    void badHeads();
    void everyControlCharacterIsRefused();
    void fieldsAtTheLimitAndOneBeyond();
    void lineAtTheLimitAndOneBeyond();
    void listsSpanLinesAndSkipEmptyMembers();
    void refusals_data();
    void refusals();
    void everyStatusHasItsReason();
};

namespace {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\n";

QByteArray q(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

std::string headWith(std::string_view lines)
{
    return std::string(kGet).append(lines).append("\r\n");
}

} // namespace

void TestHttpRequest::findsTheEndOfTheHead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("end"); // -1: not there
    QTest::newRow("nothing") << QByteArray() << -1;
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << -1;
    QTest::newRow("all but the last byte") << QByteArray("GET / HTTP/1.1\r\n\r") << -1;
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\n\n") << -1;
    QTest::newRow("a head") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 18;
    QTest::newRow("a head and more") << QByteArray("GET / HTTP/1.1\r\n\r\n\x81\x85\r\n\r\n") << 18;
}

void TestHttpRequest::findsTheEndOfTheHead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, end);
    const auto found = endOfHttpHead(view(bytes));
    QCOMPARE(found ? static_cast<int>(*found) : -1, end);
}

void TestHttpRequest::readsAGoodHead()
{
    const auto request =
        parseHttpRequest("GET /chat?room=1?2 HTTP/1.1\r\nHost: a.example\r\nX-Empty:\r\nCookie: \t b = c \t\r\n\r\n");
    QVERIFY(request);
    QCOMPARE(q(request->method), "GET");
    QCOMPARE(q(request->path), "/chat");
    QCOMPARE(q(request->query), "room=1?2");
    QCOMPARE(q(request->version), "1.1");
    QCOMPARE(request->headers.size(), size_t{3});
    QCOMPARE(q(request->header("hOST")), "a.example");
    QCOMPARE(q(request->header("Cookie")), "b = c");
    QCOMPARE(request->count("X-EMPTY"), size_t{1});
    QVERIFY(request->header("X-Empty").empty());
    QCOMPARE(request->count("Absent"), size_t{0});
    QVERIFY(request->header("Absent").empty());
}

void TestHttpRequest::targets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    const QByteArray none;
    const QByteArray root("/");
    QTest::newRow("root") << root << root << none;
    QTest::newRow("query") << QByteArray("/?x") << root << QByteArray("x");
    QTest::newRow("two slashes") << QByteArray("//") << QByteArray("//") << none;
    QTest::newRow("an escape stays") << QByteArray("/%2f") << QByteArray("/%2f") << none;
    QTest::newRow("absolute") << QByteArray("http://a.example/") << root << none;
    QTest::newRow("absolute, scheme in any case") << QByteArray("WsS://a:1/x?y") << QByteArray("/x") << QByteArray("y");
    QTest::newRow("absolute without a path") << QByteArray("https://a") << root << none;
    QTest::newRow("absolute without a path, with a query") << QByteArray("ws://a?x=/y") << root << QByteArray("x=/y");
    QTest::newRow("absolute with two slashes") << QByteArray("http://a//") << QByteArray("//") << none;
    QTest::newRow("absolute without a host") << QByteArray("http:///") << QByteArray("http:///") << none;
    QTest::newRow("another scheme") << QByteArray("ftp://a/") << QByteArray("ftp://a/") << none;
    QTest::newRow("asterisk") << QByteArray("*") << QByteArray("*") << none;
    QTest::newRow("authority") << QByteArray("a:80") << QByteArray("a:80") << none;
}

void TestHttpRequest::targets()
{
    QFETCH(QByteArray, target);
    const QByteArray head = "GET " + target + " HTTP/1.1\r\n\r\n";
    const auto request = parseHttpRequest(view(head));
    QVERIFY(request);
    QTEST(q(request->path), "path");
    QTEST(q(request->query), "query");
}

void TestHttpRequest::goodHeads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("no fields") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("another method") << QByteArray("M-SEARCH / HTTP/1.1\r\n\r\n");
    QTest::newRow("an older version") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("a colon in the value") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n");
    QTest::newRow("bytes above ASCII in a value") << QByteArray("GET / HTTP/1.1\r\nX: \xc3\xa4\r\n\r\n");
    QTest::newRow("every token character") << QByteArray("GET / HTTP/1.1\r\n!#$%&'*+-.^_`|~09azAZ: 1\r\n\r\n");
}

void TestHttpRequest::goodHeads()
{
    QFETCH(QByteArray, head);
    QVERIFY(parseHttpRequest(view(head)));
}

void TestHttpRequest::badHeads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an empty line") << QByteArray("\r\n");
    QTest::newRow("no empty line at the end") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n");
    QTest::newRow("one word") << QByteArray("GET\r\n\r\n");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
    QTest::newRow("no method") << QByteArray(" / HTTP/1.1\r\n\r\n");
    QTest::newRow("two spaces") << QByteArray("GET  / HTTP/1.1\r\n\r\n");
    QTest::newRow("a space in the target") << QByteArray("GET /a b HTTP/1.1\r\n\r\n");
    QTest::newRow("a slash in the method") << QByteArray("G/T / HTTP/1.1\r\n\r\n");
    QTest::newRow("another protocol") << QByteArray("GET / RTSP/1.1\r\n\r\n");
    QTest::newRow("protocol in lower case") << QByteArray("GET / http/1.1\r\n\r\n");
    QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n");
    QTest::newRow("no name") << QByteArray("GET / HTTP/1.1\r\n: a\r\n\r\n");
    QTest::newRow("a space before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n\r\n");
    QTest::newRow("a folded line") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n");
    QTest::newRow("a folded line with a colon") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n\tc: d\r\n\r\n");
    QTest::newRow("brackets in a name") << QByteArray("GET / HTTP/1.1\r\nA(b): c\r\n\r\n");
    QTest::newRow("bytes above ASCII in a name") << QByteArray("GET / HTTP/1.1\r\n\xc3\xa4: c\r\n\r\n");
    QTest::newRow("a bare line feed") << QByteArray("GET / HTTP/1.1\nHost: a\r\n\r\n");
    QTest::newRow("a bare carriage return") << QByteArray("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n");
    QTest::newRow("NUL in the target") << QByteArray("GET /\0 HTTP/1.1\r\n\r\n", 19);
}

void TestHttpRequest::badHeads()
{
    QFETCH(QByteArray, head);
    const auto request = parseHttpRequest(view(head));
    QVERIFY(!request);
    QCOMPARE(request.error().status, 400);
}

void TestHttpRequest::everyControlCharacterIsRefused()
{
    for (int code = 0; code < 256; ++code) {
        const bool isAllowed = code == '\t' || (code >= 0x20 && code != 0x7f);
        const std::string head = headWith(std::string("X: a").append(1, static_cast<char>(code)).append("b\r\n"));
        QVERIFY2(parseHttpRequest(head).has_value() == isAllowed, qPrintable(QString::number(code)));
    }
}

void TestHttpRequest::fieldsAtTheLimitAndOneBeyond()
{
    std::string lines;
    for (size_t i = 0; i < kHeaderFields; ++i)
        lines += "A: b\r\n";
    const std::string head = headWith(lines);
    const auto request = parseHttpRequest(head);
    QVERIFY(request);
    QCOMPARE(request->count("a"), kHeaderFields);
    QCOMPARE(parseHttpRequest(headWith(lines + "A: b\r\n")).error().status, 431);
}

void TestHttpRequest::lineAtTheLimitAndOneBeyond()
{
    const std::string line = "A: " + std::string(kHeaderLineBytes - 3, 'b');
    QVERIFY(parseHttpRequest(headWith(line + "\r\n")));
    QCOMPARE(parseHttpRequest(headWith(line + "b\r\n")).error().status, 431);
    const std::string target = '/' + std::string(kHeaderLineBytes - kGet.size() + 2, 'a');
    QVERIFY(parseHttpRequest("GET " + target + " HTTP/1.1\r\n\r\n").has_value());
    QCOMPARE(parseHttpRequest("GET " + target + "aa HTTP/1.1\r\n\r\n").error().status, 431);
}

void TestHttpRequest::listsSpanLinesAndSkipEmptyMembers()
{
    const std::string head = headWith("Connection: keep-alive ,Upgrade\r\nX: y\r\nconnection: , ,\tA,\r\n");
    const auto request = parseHttpRequest(head);
    QVERIFY(request);
    const std::vector<std::string_view> expected{"keep-alive", "Upgrade", "A"};
    QVERIFY(request->list("CONNECTION") == expected);
    QVERIFY(request->list("absent").empty());
    QVERIFY(request->hasToken("Connection", "upgrade"));
    QVERIFY(!request->hasToken("Connection", "keep"));
    QVERIFY(!request->hasToken("Connection", ""));
    QVERIFY(equalsIgnoringCase("", ""));
    QVERIFY(!equalsIgnoringCase("a", "ab"));
    QVERIFY(!equalsIgnoringCase("[", "{")); // 0x20 apart, and no letters
}

// Source: RFC 9110, section 15; RFC 6585.
void TestHttpRequest::everyStatusHasItsReason()
{
    const QMap<int, QByteArray> reasons{{400, "Bad Request"},         {401, "Unauthorized"},
                                        {403, "Forbidden"},           {404, "Not Found"},
                                        {405, "Method Not Allowed"},  {426, "Upgrade Required"},
                                        {429, "Too Many Requests"},   {431, "Request Header Fields Too Large"},
                                        {503, "Service Unavailable"}, {599, "Error"}};
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason) {
        const QByteArray line = "HTTP/1.1 " + QByteArray::number(reason.key()) + ' ' + reason.value() + "\r\n";
        QVERIFY2(encodeHttpRefusal({reason.key(), "No."}).starts_with(line.toStdString()), line);
    }
}

void TestHttpRequest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray common("Content-Type: text/plain; charset=utf-8\r\nConnection: close\r\nContent-Length: 4\r\n");
    QTest::newRow("plain") << 400 << 0 << QByteArray() << "HTTP/1.1 400 Bad Request\r\n" + common + "\r\nNo.\n";
    QTest::newRow("retry") << 503 << 5 << QByteArray()
                           << "HTTP/1.1 503 Service Unavailable\r\n" + common + "Retry-After: 5\r\n\r\nNo.\n";
    QTest::newRow("extra header") << 405 << 0 << QByteArray("Allow: GET")
                                  << "HTTP/1.1 405 Method Not Allowed\r\n" + common + "Allow: GET\r\n\r\nNo.\n";
    QTest::newRow("both") << 429 << 1 << QByteArray("X: y")
                          << "HTTP/1.1 429 Too Many Requests\r\n" + common + "Retry-After: 1\r\nX: y\r\n\r\nNo.\n";
}

void TestHttpRequest::refusals()
{
    QFETCH(int, status);
    QFETCH(int, retryAfter);
    QFETCH(QByteArray, extra);
    QFETCH(QByteArray, expected);
    QCOMPARE(q(encodeHttpRefusal({status, "No.", retryAfter, extra.toStdString()})), expected);
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"

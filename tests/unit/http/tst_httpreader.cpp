#include "server/http/httpreader.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr HttpLimits kLimits{.headerBytes = 1024, .bodyBytes = 64};
constexpr char kHead[] = "POST /p?q=1 HTTP/1.1\r\nHost: h\r\n";

/// What came of some bytes: the body, or "refused STATUS", or "more".
std::string read(HttpReader &reader)
{
    for (;;) {
        switch (reader.advance(kLimits)) {
        case HttpReader::Step::Head: break;
        case HttpReader::Step::Body: return reader.takeBody();
        case HttpReader::Step::Refused: return "refused " + std::to_string(reader.refusal().status);
        case HttpReader::Step::More: return "more";
        }
    }
}

} // namespace

class TestHttpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsByteByByte_data() { reads_data(); }
    void readsByteByByte();
    void readsWhatComesBehind();
    void keepsAliveAsAsked_data();
    void keepsAliveAsAsked();
    void saysWhoWaitsForAWord();
    void keepsNoMoreThanItsLimits();
};

void TestHttpReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray head(kHead);
    const auto row = [](const char *name, const QByteArray &text, const char *outcome) {
        QTest::newRow(name) << text << QByteArray(outcome);
    };
    row("no body", head + "\r\n", "");
    row("empty lines before it", "\r\n\r\n" + head + "\r\n", "");
    row("by length", head + "Content-Length: 5\r\n\r\nhello", "hello");
    row("a body at the limit", head + "Content-Length: 64\r\n\r\n" + QByteArray(64, 'x'), QByteArray(64, 'x'));
    row("one byte beyond", head + "Content-Length: 65\r\n\r\n", "refused 413");
    row("less than its length", head + "Content-Length: 6\r\n\r\nhello", "more");
    row("a negative length", head + "Content-Length: -1\r\n\r\n", "refused 400");
    row("a length with a sign", head + "Content-Length: +5\r\n\r\nhello", "refused 400");
    row("a length in hex", head + "Content-Length: 0x5\r\n\r\nhello", "refused 400");
    row("a length that overflows", head + "Content-Length: 99999999999999999999\r\n\r\n", "refused 400");
    row("two lengths", head + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "refused 400");
    row("a list of lengths", head + "Content-Length: 5, 5\r\n\r\nhello", "refused 400");
    row("length and chunks", head + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "refused 400");
    row("chunks", head + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", "hello");
    row("chunks with trailers", head + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n",
        "hello");
    row("chunks in hex", head + "Transfer-Encoding: chunked\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n", "0123456789");
    row("chunks at the limit",
        head + "Transfer-Encoding: chunked\r\n\r\n20\r\n" + QByteArray(32, 'x') + "\r\n20\r\n" + QByteArray(32, 'x')
            + "\r\n0\r\n\r\n",
        QByteArray(64, 'x'));
    row("chunks beyond it", head + "Transfer-Encoding: chunked\r\n\r\n20\r\n" + QByteArray(32, 'x') + "\r\n21\r\n",
        "refused 413");
    row("a huge chunk", head + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", "refused 413");
    row("a chunk without size", head + "Transfer-Encoding: chunked\r\n\r\n\r\n", "refused 400");
    row("a chunk with a sign", head + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", "refused 400");
    row("a chunk that does not end", head + "Transfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n", "refused 400");
    row("a size that does not end", head + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(256, '1'), "refused 400");
    row("endless trailers", head + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("A: b\r\n").repeated(1000),
        "refused 431");
    row("another coding", head + "Transfer-Encoding: gzip\r\n\r\n", "refused 501");
    row("two codings", head + "Transfer-Encoding: gzip, chunked\r\n\r\n", "refused 501");
    row("a coding twice", head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "refused 400");
    row("chunks of HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "refused 400");
    row("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "");
    row("HTTP/2", "GET / HTTP/2.0\r\n\r\n", "refused 505");
    row("no host", "GET / HTTP/1.1\r\n\r\n", "refused 400");
    row("two hosts", head + "Host: i\r\n\r\n", "refused 400");
    row("a head at the limit", head + "A: " + QByteArray(1024 - qsizetype(sizeof kHead) - 6, 'x') + "\r\n\r\n", "");
    row("a head beyond it", head + "A: " + QByteArray(1024, 'x') + "\r\n\r\n", "refused 431");
    row("a folded line", head + " folded\r\n\r\n", "refused 400");
    row("a control character", head + "A: \x01\r\n\r\n", "refused 400");
    row("noise", QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 11), "refused 400");
}

void TestHttpReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, outcome);
    HttpReader reader;
    reader.add(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(read(reader)), outcome);
}

void TestHttpReader::readsByteByByte()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, outcome);
    HttpReader reader;
    std::string last = "more";
    for (qsizetype i = 0; i < text.size() && last == "more"; ++i) {
        reader.add({text.constData() + i, 1});
        last = read(reader);
    }
    QCOMPARE(QByteArray::fromStdString(last), outcome);
}

void TestHttpReader::readsWhatComesBehind()
{
    HttpReader reader;
    QVERIFY(!reader.hasBegun());
    reader.add(std::string(kHead) + "Content-Length: 1\r\n\r\na" + kHead + "Content-Length: 1\r\n\r\nb" + kHead);
    QCOMPARE(read(reader), std::string("a"));
    QCOMPARE(reader.head().path, std::string_view("/p"));
    QCOMPARE(reader.head().query, std::string_view("q=1"));
    reader.next();
    QVERIFY(reader.hasBegun());
    QCOMPARE(read(reader), std::string("b"));
    reader.next();
    QCOMPARE(read(reader), std::string("more"));
    reader.add("\r\n");
    QCOMPARE(read(reader), std::string());
    reader.next();
    QVERIFY(!reader.hasBegun());
}

void TestHttpReader::keepsAliveAsAsked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("as usual") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n") << true;
    QTest::newRow("close") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, Close\r\n\r\n") << false;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
    QTest::newRow("refused") << QByteArray("GET / HTTP/1.1\r\n\r\n") << false;
}

void TestHttpReader::keepsAliveAsAsked()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, keeps);
    HttpReader reader;
    reader.add(text.toStdString());
    read(reader);
    QCOMPARE(reader.keepsAlive(), keeps);
}

void TestHttpReader::saysWhoWaitsForAWord()
{
    HttpReader waiting;
    waiting.add(std::string(kHead) + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(waiting.advance(kLimits), HttpReader::Step::Head);
    QVERIFY(waiting.expectsContinue());

    HttpReader sending;
    sending.add(std::string(kHead) + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhe");
    QCOMPARE(sending.advance(kLimits), HttpReader::Step::Head);
    QVERIFY(!sending.expectsContinue());
}

void TestHttpReader::keepsNoMoreThanItsLimits()
{
    HttpReader reader;
    reader.add(std::string(kHead) + "Transfer-Encoding: chunked\r\n\r\n");
    QCOMPARE(reader.advance(kLimits), HttpReader::Step::Head);
    for (int i = 0; i < 64; ++i) {
        reader.add("1\r\nx\r\n");
        QCOMPARE(reader.advance(kLimits), HttpReader::Step::More);
    }
    reader.add("1\r\nx\r\n");
    QCOMPARE(reader.advance(kLimits), HttpReader::Step::Refused);
    QCOMPARE(reader.advance(kLimits), HttpReader::Step::Refused); // for good
}

QTEST_APPLESS_MAIN(TestHttpReader)
#include "tst_httpreader.moc"

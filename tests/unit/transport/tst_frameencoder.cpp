#include "server/transport/frameencoder.h"

#include <QTest>

using namespace sluice::server;
using sluice::protocol::CloseCode;

/// The server's frames, byte for byte, and how an outbox finds where they end.
class TestFrameEncoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headers_data();
    void headers();
    void appendsBehindWhatIsThere();
    void controlFrames();
    void closeFrames();
    void longCloseReasonIsCutBetweenCharacters();
    void frameSizeFindsEveryBoundary();
    void frameSizeOfACutHeaderIsZero();
};

namespace {

QByteArray q(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

void TestFrameEncoder::headers_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty text") << 1 << quint64(0) << QByteArray::fromHex("8100");
    QTest::newRow("125") << 1 << quint64(125) << QByteArray::fromHex("817d");
    QTest::newRow("126") << 1 << quint64(126) << QByteArray::fromHex("817e007e");
    QTest::newRow("65,535") << 2 << quint64(65535) << QByteArray::fromHex("827effff");
    QTest::newRow("65,536") << 2 << quint64(65536) << QByteArray::fromHex("827f0000000000010000");
    QTest::newRow("5 GiB") << 2 << (quint64(5) << 30) << QByteArray::fromHex("827f0000000140000000");
}

void TestFrameEncoder::headers()
{
    QFETCH(int, opcode);
    QFETCH(quint64, size);
    QFETCH(QByteArray, header);
    std::string out;
    appendFrameHeader(out, static_cast<Opcode>(opcode), size);
    QCOMPARE(q(out).toHex(), header.toHex());
    QVERIFY(out.size() <= kMaxServerHeaderBytes);
    QCOMPARE(frameSize(out), out.size() + size);
}

void TestFrameEncoder::appendsBehindWhatIsThere()
{
    std::string out = "before";
    appendTextFrame(out, "a");
    appendBinaryFrame(out, "bc");
    QCOMPARE(q(out), QByteArray("before") + QByteArray::fromHex("8101") + "a" + QByteArray::fromHex("8202") + "bc");
}

void TestFrameEncoder::controlFrames()
{
    std::string out;
    appendPing(out);
    appendPing(out, "p");
    appendPong(out, std::string(125, 'x'));
    QCOMPARE(q(out).toHex(),
             (QByteArray::fromHex("89008901") + "p" + QByteArray::fromHex("8a7d") + QByteArray(125, 'x')).toHex());
}

void TestFrameEncoder::closeFrames()
{
    std::string out;
    appendClose(out, CloseCode::NoStatus);
    QCOMPARE(q(out).toHex(), QByteArray("8800"));
    out.clear();
    appendClose(out, CloseCode::ServiceRestart);
    QCOMPARE(q(out).toHex(), QByteArray("880203f4"));
    out.clear();
    appendClose(out, CloseCode::SlowConsumer, "slow");
    QCOMPARE(q(out), QByteArray::fromHex("88060fa8") + "slow");
}

void TestFrameEncoder::longCloseReasonIsCutBetweenCharacters()
{
    std::string out;
    appendClose(out, CloseCode::Normal, std::string(123, 'r'));
    QCOMPARE(out.size(), size_t(2 + 125));
    out.clear();
    appendClose(out, CloseCode::Normal, std::string(124, 'r'));
    QCOMPARE(out.size(), size_t(2 + 125));
    out.clear();
    appendClose(out, CloseCode::Normal, std::string(121, 'r') + "\xE2\x82\xAC");
    QCOMPARE(q(out.substr(4)), QByteArray(121, 'r'));
    out.clear();
    appendClose(out, CloseCode::Normal,
                std::string(120, 'r')
                    + "\xE2\x82\xAC"
                      "\xE2\x82\xAC");
    QCOMPARE(q(out.substr(4)), QByteArray(120, 'r') + "\xE2\x82\xAC");
}

void TestFrameEncoder::frameSizeFindsEveryBoundary()
{
    std::string out;
    std::vector<size_t> ends;
    for (const size_t size : {0u, 1u, 125u, 126u, 127u, 65535u, 65536u, 70000u}) {
        appendTextFrame(out, std::string(size, 't'));
        ends.push_back(out.size());
        appendPing(out, "p");
        ends.push_back(out.size());
    }
    size_t at = 0;
    for (const size_t end : ends) {
        at += frameSize(std::string_view(out).substr(at));
        QCOMPARE(at, end);
    }
    QCOMPARE(at, out.size());
}

void TestFrameEncoder::frameSizeOfACutHeaderIsZero()
{
    for (const size_t size : {0u, 125u, 126u, 65536u}) {
        std::string header;
        appendFrameHeader(header, Opcode::Text, size);
        for (size_t cut = 0; cut < header.size(); ++cut)
            QCOMPARE(frameSize(std::string_view(header).substr(0, cut)), size_t(0));
    }
}

QTEST_APPLESS_MAIN(TestFrameEncoder)
#include "tst_frameencoder.moc"

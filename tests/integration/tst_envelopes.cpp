#include "tests/support/badenvelopes.h"
#include "tests/support/expect.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <memory>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint8 kFinalText = 0x81;
constexpr quint8 kText = 0x01;
constexpr quint8 kFinalBinary = 0x82;
constexpr qsizetype kMessageBytes = 65536; // limits.message-bytes
// What an error is and a little more: nothing of a request of any length fits.
constexpr qsizetype kLongestAnswer = 300;

/// The members of an object, sorted.
QStringList membersOf(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

/// Row P7: every bad envelope over a real socket gets the documented error or close, which tells nothing of the inside,
/// and the server goes on.
class EnvelopesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void badEnvelopeGetsItsError_data();
    void badEnvelopeGetsItsError();
    void badFrameGetsItsClose_data();
    void badFrameGetsItsClose();
    void cleanupTestCase();

private:
    void connectAgain();
    [[nodiscard]] std::optional<QByteArray> answer();
    /// Sends a text and returns what is answered before the answer to a ping behind it; nothing for nothing.
    [[nodiscard]] std::optional<QByteArray> answerTo(const QByteArray &text);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<RawClient> m_client;
    int m_lastPing = 0;
};

void EnvelopesTest::initTestCase()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs);
    SLUICE_START(*m_server);
    connectAgain();
}

void EnvelopesTest::init()
{
    QVERIFY(m_client);
}

void EnvelopesTest::connectAgain()
{
    m_client = std::make_unique<RawClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients));
    m_client->sendUpgrade();
    QCOMPARE(m_client->waitForStatus(), 101);
}

std::optional<QByteArray> EnvelopesTest::answer()
{
    const std::optional<RawFrame> frame = m_client->waitForFrame();
    if (!frame || frame->firstByte != kFinalText)
        return std::nullopt;
    return frame->payload;
}

std::optional<QByteArray> EnvelopesTest::answerTo(const QByteArray &text)
{
    const QByteArray ping = "\"ping " + QByteArray::number(++m_lastPing) + '"';
    m_client->sendFrame({kFinalText, text});
    m_client->sendFrame({kFinalText, R"({"jsonrpc":"2.0","method":"rpc.ping","id":)" + ping + '}'});
    const std::optional<QByteArray> first = answer();
    if (!first || first->contains(ping))
        return first ? std::optional(QByteArray()) : std::nullopt;
    const std::optional<QByteArray> second = answer();
    return second && second->contains(ping) ? first : std::nullopt;
}

void EnvelopesTest::badEnvelopeGetsItsError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("id");
    std::vector<BadEnvelopeRow> rows = badEnvelopes();
    QVERIFY(rows.size() >= 150);
    for (BadEnvelopeRow &row : badParams())
        rows.push_back(std::move(row));
    for (const BadEnvelopeRow &row : rows) {
        QTest::newRow(row.name.c_str()) << QByteArray::fromStdString(row.text) << static_cast<int>(row.code)
                                        << QByteArray::fromStdString(row.id);
    }
}

void EnvelopesTest::badEnvelopeGetsItsError()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QByteArray, id);
    if (text.size() > kMessageBytes) { // is not even read
        m_client->sendFrame({kFinalText, text});
        QCOMPARE(m_client->waitForClose(), 1009);
        connectAgain();
        return;
    }
    const std::optional<QByteArray> answered = answerTo(text);
    QVERIFY(answered);
    if (id.isEmpty()) { // a notification
        QCOMPARE(*answered, QByteArray());
        return;
    }
    QVERIFY2(answered->startsWith(R"({"jsonrpc":"2.0","id":)" + id + R"(,"error":{"code":)"), answered->constData());
    const QJsonObject message = QJsonDocument::fromJson(*answered).object();
    QCOMPARE(membersOf(message), (QStringList{u"error"_qs, u"id"_qs, u"jsonrpc"_qs}));
    const QJsonObject error = message["error"_L1].toObject();
    QCOMPARE(error["code"_L1].toInt(), code);
    const std::string_view stable = errorText(static_cast<ErrorCode>(code));
    QCOMPARE(error["message"_L1].toString().toStdString(), std::string(stable));
    for (const QString &member : membersOf(error["data"_L1]))
        QVERIFY2(member == "field"_L1 || member == "reason"_L1, answered->constData());
    // Plain words: no path, no type, no line, no text of the request.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9 \"().,$-]{1,100}\\z"_qs);
    QVERIFY2(plain.match(error["data"_L1]["reason"_L1].toString()).hasMatch(), answered->constData());
    QVERIFY2(answered->size() <= kLongestAnswer, answered->constData());
}

void EnvelopesTest::badFrameGetsItsClose_data()
{
    QTest::addColumn<quint8>("firstByte");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    const QByteArray text = R"({"jsonrpc":"2.0","id":7,"method":"bench/echo","params":[")";
    QTest::newRow("binary") << kFinalBinary << text << 1003;
    QTest::newRow("a byte that is not UTF-8") << kFinalText << text + "\xff\"]}" << 1007;
    QTest::newRow("a surrogate as UTF-8") << kFinalText << text + "\xED\xA0\x80\"]}" << 1007;
    QTest::newRow("an overlong NUL") << kFinalText << text + "\xC0\x80\"]}" << 1007;
    QTest::newRow("cut inside a character") << kFinalText << text + "\xE2\x82" << 1007;
    QTest::newRow("longer than any event takes") << kFinalText << text + QByteArray(1 << 20, 'x') + "\"]}" << 1009;
    QTest::newRow("reserved bit") << quint8(0xC1) << text << 1002;
    QTest::newRow("reserved opcode") << quint8(0x83) << text << 1002;
    QTest::newRow("fragmented ping") << quint8(0x09) << QByteArray() << 1002;
    QTest::newRow("continuation of nothing") << quint8(0x80) << text << 1002;
}

void EnvelopesTest::badFrameGetsItsClose()
{
    QFETCH(quint8, firstByte);
    QFETCH(QByteArray, payload);
    m_client->sendFrame({firstByte, payload});
    const std::optional<int> code = m_client->waitForClose();
    QTEST(code.value_or(0), "code");
    QVERIFY2(m_client->closeReason().size() < 60 && !m_client->closeReason().contains('/'),
             m_client->closeReason().constData());
    connectAgain();
}

void EnvelopesTest::cleanupTestCase()
{
    // In fragments, a character cut in two: nothing of the above has left a trace.
    const QByteArray text = R"({"jsonrpc":"2.0","id":1,"method":"bench/echo","params":["門"]})";
    m_client->sendFrame({kText, text.left(text.size() - 5)});
    m_client->sendFrame({quint8(0x80), text.right(5)});
    QCOMPARE(answer(), std::optional(QByteArray(R"({"jsonrpc":"2.0","id":1,"result":["門"]})")));
    QVERIFY(m_server->isRunning());
}

QTEST_GUILESS_MAIN(EnvelopesTest)
#include "tst_envelopes.moc"

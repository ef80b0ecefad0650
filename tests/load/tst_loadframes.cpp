#include "tests/load/frames.h"

#include <QTest>
#include <QtEndian>

using namespace sluice::load;

namespace {

std::string serverFrame(quint8 firstByte, const std::string &payload)
{
    std::string frame(1, static_cast<char>(firstByte));
    if (payload.size() < 126) {
        frame.push_back(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame += {126, static_cast<char>(payload.size() >> 8), static_cast<char>(payload.size())};
    } else {
        frame.push_back(127);
        for (int shift = 56; shift >= 0; shift -= 8)
            frame.push_back(static_cast<char>(payload.size() >> shift));
    }
    return frame + payload;
}

std::vector<std::string> readAll(MessageReader &reader)
{
    std::vector<std::string> texts;
    while (const std::optional<Message> message = reader.next())
        texts.emplace_back(message->payload);
    return texts;
}

} // namespace

class LoadFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientFrameIsMasked();
    void readsEveryLength_data();
    void readsEveryLength();
    void readsBytesAsTheyCome();
    void joinsFragmentsAroundControlFrames();
    void forbiddenBytesEndReading_data();
    void forbiddenBytesEndReading();
};

void LoadFramesTest::clientFrameIsMasked()
{
    std::string out;
    appendClientFrame(out, Opcode::Text, "Hello", qFromBigEndian<quint32>(0x37fa213dU));
    // Source: RFC 6455, section 5.7.
    QCOMPARE(QByteArray::fromStdString(out).toHex(), QByteArray("818537fa213d7f9f4d5158"));
}

void LoadFramesTest::readsEveryLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 125, 126, 65535, 65536, 1 << 20})
        QTest::addRow("%d bytes", length) << length;
}

void LoadFramesTest::readsEveryLength()
{
    QFETCH(int, length);
    const std::string payload(static_cast<size_t>(length), 'a');
    MessageReader reader;
    reader.feed(serverFrame(0x81, payload) + serverFrame(0x81, "next"));
    QCOMPARE(readAll(reader), (std::vector<std::string>{payload, "next"}));
    QVERIFY(reader.fault().empty());
}

void LoadFramesTest::readsBytesAsTheyCome()
{
    const std::string bytes = serverFrame(0x81, std::string(200, 'b')) + serverFrame(0x81, "c");
    MessageReader reader;
    std::vector<std::string> texts;
    for (const char byte : bytes) {
        reader.feed(std::string_view(&byte, 1));
        for (std::string &text : readAll(reader))
            texts.push_back(std::move(text));
    }
    QCOMPARE(texts, (std::vector<std::string>{std::string(200, 'b'), "c"}));
}

void LoadFramesTest::joinsFragmentsAroundControlFrames()
{
    MessageReader reader;
    reader.feed(serverFrame(0x01, "one ") + serverFrame(0x89, "ping") + serverFrame(0x00, "two ")
                + serverFrame(0x80, "three"));
    QCOMPARE(readAll(reader), (std::vector<std::string>{"ping", "one two three"}));
}

void LoadFramesTest::forbiddenBytesEndReading_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("reserved bit") << QByteArray::fromStdString(serverFrame(0xc1, "x"));
    QTest::newRow("unknown opcode") << QByteArray::fromStdString(serverFrame(0x83, "x"));
    QTest::newRow("masked") << QByteArray::fromHex("818537fa213d7f9f4d5158");
    QTest::newRow("fragmented ping") << QByteArray::fromStdString(serverFrame(0x09, "x"));
    QTest::newRow("long ping") << QByteArray::fromStdString(serverFrame(0x89, std::string(126, 'x')));
    QTest::newRow("continuation of nothing") << QByteArray::fromStdString(serverFrame(0x80, "x"));
    QTest::newRow("text inside a message")
        << QByteArray::fromStdString(serverFrame(0x01, "x") + serverFrame(0x81, "y"));
}

void LoadFramesTest::forbiddenBytesEndReading()
{
    QFETCH(QByteArray, bytes);
    MessageReader reader;
    reader.feed({bytes.constData(), static_cast<size_t>(bytes.size())});
    QVERIFY(!reader.next());
    QVERIFY(!reader.fault().empty());
}

QTEST_APPLESS_MAIN(LoadFramesTest)
#include "tst_loadframes.moc"

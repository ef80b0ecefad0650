#include "tests/support/expect.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kParseError = -32700;
constexpr int kInvalidRequest = -32600;
constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kNotFound = -32020;
constexpr int kConflict = -32021;

QJsonValue parsed(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

/// Requests and what the server says to them.
class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void echoReturnsParams_data();
    void echoReturnsParams();
    void idIsEchoedByteForByte_data();
    void idIsEchoedByteForByte();
    void faultyMessageGetsItsError_data();
    void faultyMessageGetsItsError();
    void unknownMethod();
    void wrongParamsAreNamed_data();
    void wrongParamsAreNamed();
    void notificationIsNotAnswered();
    void batchIsAnsweredAsOneArray();
    void batchOfNotificationsIsNotAnswered();
    void batchAtTheLimitAndBeyond();
    void binaryFrameClosesWith1003();
    void noteLivesThroughItsEvents();
    void staleVersionIsAConflict();
    void strangersNoteDoesNotExist();
    void manyRequestsAtOnceAreAllAnswered();

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

void RequestsTest::initTestCase_data()
{
    QTest::addColumn<int>("ioThreads");
    QTest::newRow("1 I/O thread") << 1;
    QTest::newRow("3 I/O threads") << 3;
}

void RequestsTest::init()
{
    QFETCH_GLOBAL(int, ioThreads);
    if (!m_server || m_server->setting("threads.io"_L1) != QString::number(ioThreads)) {
        // However slow this machine: nothing here is to be refused because it waits.
        m_server = std::make_unique<TestServer>(
            u"bench.toml"_qs, QStringList{u"threads.io=%1"_qs.arg(ioThreads), u"backpressure.interval-ms=0"_qs});
        SLUICE_START(*m_server);
    }
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients, {m_server->token(u"ada"_qs), {}, {}, u"/"_qs}));
}

void RequestsTest::cleanup()
{
    m_client.reset();
}

void RequestsTest::echoReturnsParams_data()
{
    QTest::addColumn<QJsonValue>("params");
    QTest::newRow("empty object") << QJsonValue(QJsonObject());
    QTest::newRow("array") << QJsonValue(QJsonArray{1, u"two"_qs, QJsonValue::Null});
    QTest::newRow("nested") << parsed(u"{\"a\":{\"b\":[{\"c\":null},true,1.5e-7]}}"_qs);
    QTest::newRow("non-ASCII") << QJsonValue(QJsonObject{{u"Schlüssel"_qs, u"水門 🚢 \u2028 \u0001 \" \\"_qs}});
    QTest::newRow("nearly as big as allowed") << QJsonValue(QJsonObject{{u"text"_qs, QString(65000, u'x')}});
    QTest::newRow("big and non-ASCII") << QJsonValue(QJsonObject{{u"text"_qs, QString(20000, u'門')}});
}

void RequestsTest::echoReturnsParams()
{
    QFETCH(QJsonValue, params);
    const CallResult result = m_client->call(u"bench/echo"_qs, params);
    SLUICE_VERIFY_OK(result);
    QCOMPARE(result.result, params);
}

void RequestsTest::idIsEchoedByteForByte_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"0", "-1", "1.50", "1e3", "9007199254740993", R"("")", R"("a\u0062c")", R"("門")"})
        QTest::newRow(id) << QString::fromUtf8(id);
}

void RequestsTest::idIsEchoedByteForByte()
{
    QFETCH(QString, id);
    m_client->takeRaw();
    m_client->sendRaw(u"{\"jsonrpc\":\"2.0\",\"id\":%1,\"method\":\"bench/echo\",\"params\":{}}"_qs.arg(id));
    const std::optional<QString> answer = m_client->waitForRaw();
    QVERIFY(answer);
    QVERIFY2(answer->contains(u"\"id\":%1,"_qs.arg(id)) || answer->contains(u"\"id\":%1}"_qs.arg(id)),
             qPrintable(*answer));
}

void RequestsTest::faultyMessageGetsItsError_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QJsonValue>("id");
    QTest::newRow("no JSON") << u"{\"jsonrpc\""_qs << kParseError << QJsonValue(QJsonValue::Null);
    QTest::newRow("empty array") << u"[]"_qs << kInvalidRequest << QJsonValue(QJsonValue::Null);
    QTest::newRow("a number") << u"1"_qs << kInvalidRequest << QJsonValue(QJsonValue::Null);
    QTest::newRow("no version") << u"{\"id\":1,\"method\":\"bench/echo\"}"_qs << kInvalidRequest << QJsonValue(1);
    QTest::newRow("method is a number") << u"{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":1}"_qs << kInvalidRequest
                                        << QJsonValue(2);
    QTest::newRow("params is a string")
        << u"{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"bench/echo\",\"params\":\"x\"}"_qs << kInvalidRequest
        << QJsonValue(3);
    QTest::newRow("member twice") << u"{\"jsonrpc\":\"2.0\",\"id\":4,\"id\":4,\"method\":\"bench/echo\"}"_qs
                                  << kInvalidRequest << QJsonValue(QJsonValue::Null);
}

void RequestsTest::faultyMessageGetsItsError()
{
    QFETCH(QString, text);
    m_client->takeRaw();
    m_client->sendRaw(text);
    const std::optional<QString> answer = m_client->waitForRaw();
    QVERIFY(answer);
    const QJsonObject object = parsed(*answer).toObject();
    QTEST(object["error"_L1]["code"_L1].toInt(), "code");
    QVERIFY(object.contains("id"_L1) && !object.contains("result"_L1));
    // Of what is not a request the server may, but need not, make out the id.
    QFETCH(QJsonValue, id);
    QVERIFY2(object["id"_L1] == id || object["id"_L1].isNull(), qPrintable(*answer));
}

void RequestsTest::unknownMethod()
{
    SLUICE_VERIFY_ERROR(m_client->call(u"notes/burn"_qs), kMethodNotFound);
}

void RequestsTest::wrongParamsAreNamed_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonValue>("params");
    QTest::addColumn<QString>("field");
    QTest::newRow("missing") << u"bench/sleep"_qs << QJsonValue(QJsonObject()) << u"ms"_qs;
    QTest::newRow("wrong type") << u"bench/sleep"_qs << QJsonValue(QJsonObject{{u"ms"_qs, u"1"_qs}}) << u"ms"_qs;
    QTest::newRow("fraction for an integer")
        << u"bench/sleep"_qs << QJsonValue(QJsonObject{{u"ms"_qs, 1.5}}) << u"ms"_qs;
    QTest::newRow("text for a list") << u"notes/save"_qs
                                     << QJsonValue(QJsonObject{{u"title"_qs, u"t"_qs},
                                                               {u"content"_qs, u"c"_qs},
                                                               {u"collaborators"_qs, u"ada"_qs}})
                                     << u"collaborators"_qs;
}

void RequestsTest::wrongParamsAreNamed()
{
    QFETCH(QString, method);
    QFETCH(QJsonValue, params);
    const CallResult result = m_client->call(method, params);
    SLUICE_VERIFY_ERROR(result, kInvalidParams);
    QTEST(result.data()["field"_L1].toString(), "field");
    QVERIFY(!result.data()["reason"_L1].toString().isEmpty());
}

void RequestsTest::notificationIsNotAnswered()
{
    m_client->takeRaw();
    m_client->sendRaw(u"{\"jsonrpc\":\"2.0\",\"method\":\"bench/echo\",\"params\":{}}"_qs);
    m_client->sendRaw(u"{\"jsonrpc\":\"2.0\",\"method\":\"no/such\"}"_qs);
    m_client->sendRaw(u"{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"rpc.ping\"}"_qs);
    const std::optional<QString> first = m_client->waitForRaw();
    QVERIFY(first);
    QCOMPARE(parsed(*first)["id"_L1], QJsonValue(7));
}

void RequestsTest::batchIsAnsweredAsOneArray()
{
    m_client->takeRaw();
    m_client->sendRaw(u"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"bench/echo\",\"params\":{\"n\":1}},"
                      "{\"jsonrpc\":\"2.0\",\"method\":\"bench/echo\",\"params\":{}},"
                      "{\"jsonrpc\":\"2.0\",\"id\":\"two\",\"method\":\"no/such\"},"
                      "1,"
                      "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"bench/sleep\",\"params\":{\"ms\":5}}]"_qs);
    const std::optional<QString> answer = m_client->waitForRaw();
    QVERIFY(answer);
    const QJsonArray answers = parsed(*answer).toArray();
    QCOMPARE(answers.size(), 4);
    QMap<QString, QJsonObject> byId;
    for (const QJsonValue &element : answers)
        byId.insert(element["id"_L1].toVariant().toString(), element.toObject());
    QCOMPARE(byId.value(u"1"_qs)["result"_L1]["n"_L1], QJsonValue(1));
    QCOMPARE(byId.value(u"two"_qs)["error"_L1]["code"_L1], QJsonValue(kMethodNotFound));
    QCOMPARE(byId.value({})["error"_L1]["code"_L1], QJsonValue(kInvalidRequest));
    QVERIFY(byId.value(u"3"_qs).contains("result"_L1));
}

void RequestsTest::batchOfNotificationsIsNotAnswered()
{
    m_client->takeRaw();
    m_client->sendRaw(
        u"[{\"jsonrpc\":\"2.0\",\"method\":\"bench/echo\"},{\"jsonrpc\":\"2.0\",\"method\":\"no/such\"}]"_qs);
    m_client->sendRaw(u"{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"rpc.ping\"}"_qs);
    const std::optional<QString> first = m_client->waitForRaw();
    QVERIFY(first);
    QCOMPARE(parsed(*first)["id"_L1], QJsonValue(8));
}

void RequestsTest::batchAtTheLimitAndBeyond()
{
    const auto batchOf = [](int count) {
        QStringList requests;
        for (int id = 1; id <= count; ++id)
            requests += u"{\"jsonrpc\":\"2.0\",\"id\":%1,\"method\":\"rpc.ping\"}"_qs.arg(id);
        return u'[' + requests.join(u',') + u']';
    };
    m_client->takeRaw();
    m_client->sendRaw(batchOf(100));
    std::optional<QString> answer = m_client->waitForRaw();
    QVERIFY(answer);
    QCOMPARE(parsed(*answer).toArray().size(), 100);

    m_client->sendRaw(batchOf(101));
    answer = m_client->waitForRaw();
    QVERIFY(answer);
    QCOMPARE(parsed(*answer)["error"_L1]["code"_L1], QJsonValue(kInvalidRequest));
}

void RequestsTest::binaryFrameClosesWith1003()
{
    m_client->sendBinary("{}");
    QCOMPARE(m_client->waitForClose(), 1003);
}

void RequestsTest::noteLivesThroughItsEvents()
{
    const CallResult saved = m_client->call(
        u"notes/save"_qs, QJsonObject{{u"title"_qs, u"Über Schleusen"_qs}, {u"content"_qs, u"The weir holds."_qs}});
    SLUICE_VERIFY_OK(saved);
    const QJsonObject note = saved.result["note"_L1].toObject();
    QCOMPARE(note["author"_L1].toString(), u"ada"_qs);
    QCOMPARE(note["version"_L1].toInt(), 1);
    QVERIFY(note["updatedMs"_L1].toInteger() > 0);

    const QJsonObject reference{{u"id"_qs, note["id"_L1]}};
    const CallResult fetched = m_client->call(u"notes/fetch"_qs, reference);
    SLUICE_VERIFY_OK(fetched);
    QCOMPARE(fetched.result["note"_L1]["content"_L1].toString(), u"The weir holds."_qs);

    for (const auto &[method, params] : {std::pair(u"notes/list"_qs, QJsonObject()),
                                         std::pair(u"notes/search"_qs, QJsonObject{{u"query"_qs, u"weir"_qs}})}) {
        const CallResult found = m_client->call(method, params);
        SLUICE_VERIFY_OK(found);
        const QJsonArray notes = found.result["notes"_L1].toArray();
        QVERIFY2(std::any_of(notes.begin(), notes.end(),
                             [&](const QJsonValue &entry) { return entry["id"_L1] == note["id"_L1]; }),
                 found.text().constData());
    }
    SLUICE_VERIFY_OK(m_client->call(u"users/get"_qs));
}

void RequestsTest::staleVersionIsAConflict()
{
    QJsonObject draft{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"one"_qs}};
    const CallResult first = m_client->call(u"notes/save"_qs, draft);
    SLUICE_VERIFY_OK(first);
    draft[u"id"_qs] = first.result["note"_L1]["id"_L1];
    draft[u"version"_qs] = 1;
    const CallResult second = m_client->call(u"notes/save"_qs, draft);
    SLUICE_VERIFY_OK(second);
    QCOMPARE(second.result["note"_L1]["version"_L1].toInt(), 2);
    const CallResult stale = m_client->call(u"notes/save"_qs, draft);
    SLUICE_VERIFY_ERROR(stale, kConflict);
    QCOMPARE(stale.data()["version"_L1].toInt(), 2);
}

void RequestsTest::strangersNoteDoesNotExist()
{
    const CallResult saved =
        m_client->call(u"notes/save"_qs, QJsonObject{{u"title"_qs, u"t"_qs}, {u"content"_qs, u"secret"_qs}});
    SLUICE_VERIFY_OK(saved);
    TestClient stranger;
    QVERIFY(stranger.connectTo(m_server->ports().clients, {m_server->token(u"eve"_qs), {}, {}, u"/"_qs}));
    SLUICE_VERIFY_ERROR(stranger.call(u"notes/fetch"_qs, QJsonObject{{u"id"_qs, saved.result["note"_L1]["id"_L1]}}),
                        kNotFound);
}

void RequestsTest::manyRequestsAtOnceAreAllAnswered()
{
    constexpr int kRequests = 2000;
    QList<PendingCall> calls;
    for (int i = 0; i < kRequests; ++i)
        calls += m_client->send(u"bench/echo"_qs, QJsonObject{{u"n"_qs, i}});
    for (int i = 0; i < kRequests; ++i) {
        const CallResult result = m_client->waitFor(calls[i]);
        SLUICE_VERIFY_OK(result);
        QCOMPARE(result.result["n"_L1].toInt(), i);
    }
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_requests.moc"

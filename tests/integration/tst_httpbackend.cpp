#include "server/transport/selfsigned.h"
#include "tests/integration/handlertable.h"
#include "tests/support/expect.h"
#include "tests/support/pythonbackend.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using sluice::server::ensureSelfSigned;
using sluice::server::TlsContext;

namespace {

constexpr int kBackendFailed = -32022;
constexpr int kOverloaded = -32030;
constexpr int kTimeout = -32031;
constexpr int kDraining = -32032;
constexpr int kUnavailable = -32033;
constexpr int kCancelled = -32800;

const QByteArray kSecret("a-secret-of-more-than-24-bytes");
const QByteArray kApiKey("hush-this-is-an-api-key");

QByteArray eventText(const char *id, const char *backend, const char *more = "")
{
    return QByteArray("[[event]]\nid = '") + id + "'\nhandler = 'http:" + backend + "'\nrequires-auth = false\n" + more;
}

QByteArray backend(const char *id, const QString &url, const char *more = "")
{
    return QByteArray("[[backend]]\nid = '") + id + "'\nurl = '" + url.toUtf8() + "'\n" + more;
}

QJsonObject how(const QString &way, QJsonObject more = {})
{
    more.insert(u"how"_qs, way);
    return more;
}

} // namespace

/// Events whose code is an HTTP backend in Python: what it is told, what it may answer, and what becomes of events
/// whose backend is slow, dead or mad.
class HttpBackendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void everyKindOfHandlerDoesTheSame_data();
    void everyKindOfHandlerDoesTheSame();
    void whatABackendIsTold();
    void connectionsAreKept();
    void pushesGoToWhoTheyAreFor();
    void errorsAreTheBackendsToChoose_data();
    void errorsAreTheBackendsToChoose();
    void badBackendsHaveTheirErrors_data();
    void badBackendsHaveTheirErrors();
    void onlyWhatIsSafeIsRetried_data();
    void onlyWhatIsSafeIsRetried();
    void aDeadBackendRanNothingAndComesBack();
    void itsTimeIsBounded();
    void aLateResultIsKeptForItsKey();
    void cancellingBreaksItOff();
    void howManyMayWaitIsBounded();
    void othersAreServedMeanwhile();
    void aReloadLosesNothing();
    void tlsIsVerified();
    void theBreakerOpensAndHeals();
    void aShutdownAnswersWhatIsUnderWay();
    void secretsAreInNoLog();

private:
    QString write(const QString &name, const QByteArray &text, bool isPrivate = false);
    [[nodiscard]] QByteArray events(const QString &url) const;
    void reload(const QByteArray &toml);
    [[nodiscard]] double outcomes(const char *backendId, const char *outcome) const
    {
        return m_server->metric(QByteArray("sluice_backend_requests_total{backend=\"") + backendId + "\",outcome=\""
                                + outcome + "\"}");
    }
    [[nodiscard]] double gauge(const char *name, const char *backendId) const
    {
        return m_server->metric(QByteArray(name) + "{backend=\"" + backendId + "\"}");
    }
    [[nodiscard]] qsizetype timesSeen(const QString &eventId) const
    {
        const QJsonArray all = m_backend.seen();
        return std::count_if(all.begin(), all.end(), [&eventId](const QJsonValue &each) {
            return each["body"_L1]["event"_L1].toString() == eventId;
        });
    }

    QTemporaryDir m_directory;
    PythonBackend m_backend;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
};

QString HttpBackendTest::write(const QString &name, const QByteArray &text, bool isPrivate)
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        qWarning("cannot write %s", qPrintable(name));
    if (isPrivate)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return file.fileName();
}

QByteArray HttpBackendTest::events(const QString &url) const
{
    const auto own = [](const char *) { return QByteArray("http:py"); };
    const auto builtIn = [](const char *verb) { return QByteArray("bench.") + verb; };
    return backend("py", url,
                   "timeout-ms = 5000\nmax-response-bytes = 100000\nsecret-file = 'secret'\n"
                   "headers = { X-Api-Key = 'hush-this-is-an-api-key' }\n")
        + backend("quick", url, "timeout-ms = 150\n") + backend("narrow", url, "max-concurrent = 1\nmax-waiting = 1\n")
        + backend("dead", u"http://127.0.0.1:1/"_qs) + handlerTableEvents("http", own)
        + handlerTableEvents("builtin", builtIn) + eventText("test/answer", "py") + eventText("test/bad", "py")
        + eventText("test/count", "py") + eventText("test/flap", "py")
        + eventText("test/idempotent", "py", "idempotent = true\n")
        + eventText("test/hold", "py", "timeout-ms = 30000\n") + eventText("quick/bad", "quick")
        + eventText("quick/sleep", "quick") + eventText("narrow/hold", "narrow", "timeout-ms = 30000\n")
        + eventText("dead/answer", "dead") + "[[topic]]\nname = 'room/*'\n";
}

void HttpBackendTest::initTestCase()
{
    QCOMPARE(m_backend.start(), QString());
    write(u"secret"_qs, kSecret + '\n', true);
    const QString file = write(u"events.toml"_qs, events(m_backend.url()));
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs,
                                            QStringList{u"events-file="_qs + file, u"threads.io=2"_qs,
                                                        u"log.levels=*=debug"_qs, u"log.max-per-second=0"_qs});
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients,
                                {.bearer = m_server->token(TokenClaims{u"ada"_qs, {u"editor"_qs, u"x\"y"_qs}})}));
}

void HttpBackendTest::init()
{
    m_backend.forget();
}

void HttpBackendTest::reload(const QByteArray &toml)
{
    write(u"events.toml"_qs, toml);
    TestClient console;
    QVERIFY(console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    SLUICE_VERIFY_OK(console.call(u"events/reload"_qs));
}

void HttpBackendTest::everyKindOfHandlerDoesTheSame_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("row");
    const QList<HandlerRow> table = handlerTable();
    for (const char *prefix : {"builtin", "http"}) {
        for (int row = 0; row < table.size(); ++row)
            QTest::addRow("%s: %s", prefix, table[row].name) << QString::fromLatin1(prefix) << row;
    }
}

void HttpBackendTest::everyKindOfHandlerDoesTheSame()
{
    QFETCH(QString, prefix);
    QFETCH(int, row);
    QCOMPARE(playHandlerRow(*m_client, prefix, handlerTable().at(row)), QString());
}

void HttpBackendTest::whatABackendIsTold()
{
    // Bytes that no JSON library would write so.
    m_client->sendRaw(
        uR"({"jsonrpc":"2.0","id":1000001,"method":"test/answer","timeoutMs":2000,"idempotencyKey":"k\"1",)"
        uR"("params":{"result" : 12345678901234567890123, "x":1.50 ,"\u00e4":"\u00e4"}})"_qs);
    QVERIFY(waitUntil([this] { return m_backend.seen().size() == 1; }));
    const QJsonObject asked = m_backend.seen().first().toObject();
    const QJsonObject headers = asked["headers"_L1].toObject();
    const QJsonObject body = asked["body"_L1].toObject();
    const QByteArray raw = asked["raw"_L1].toString().toUtf8();
    QVERIFY2(raw.contains(R"("params":{"result" : 12345678901234567890123, "x":1.50 ,"\u00e4":"\u00e4"})"), raw);
    QCOMPARE(body["event"_L1].toString(), u"test/answer"_qs);
    QCOMPARE(body["user"_L1].toObject(),
             (QJsonObject{{u"id"_qs, u"ada"_qs},
                          {u"authenticated"_qs, true},
                          {u"roles"_qs, QJsonArray{u"editor"_qs, u"x\"y"_qs}}}));
    QVERIFY(body["connection"_L1]["id"_L1].toInt() > 0);
    QCOMPARE(body["connection"_L1]["address"_L1].toString(), u"127.0.0.1"_qs);
    QCOMPARE(body["idempotencyKey"_L1].toString(), u"k\"1"_qs);
    const int deadlineMs = body["deadlineMs"_L1].toInt();
    QVERIFY2(deadlineMs > 100 && deadlineMs <= 2000, raw);
    QCOMPARE(headers["sluice-deadline-ms"_L1].toString(), QString::number(deadlineMs));
    QCOMPARE(headers["sluice-event"_L1].toString(), u"test/answer"_qs);
    QCOMPARE(headers["content-type"_L1].toString(), u"application/json"_qs);
    QCOMPARE(headers["x-api-key"_L1].toString().toLatin1(), kApiKey);
    QVERIFY(!headers.contains(u"expect"_qs) && !headers.contains(u"authorization"_qs));
    const QString traceId = body["traceId"_L1].toString();
    QCOMPARE(traceId.size(), 32);
    QVERIFY(QRegularExpression(u"^00-%1-[0-9a-f]{16}-01$"_qs.arg(traceId))
                .match(headers["traceparent"_L1].toString())
                .hasMatch());

    const QByteArray id = headers["webhook-id"_L1].toString().toUtf8();
    const QByteArray timestamp = headers["webhook-timestamp"_L1].toString().toUtf8();
    QVERIFY(qAbs(timestamp.toLongLong() - QDateTime::currentSecsSinceEpoch()) < 60);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(id + '.' + timestamp + '.' + raw, kSecret, QCryptographicHash::Sha256);
    QCOMPARE(headers["webhook-signature"_L1].toString().toUtf8(), "v1," + mac.toBase64());
    // Once more, so that the answer that the client does not wait for has been taken.
    SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
}

void HttpBackendTest::connectionsAreKept()
{
    SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
    const double before = gauge("sluice_backend_connections_opened_total", "py");
    for (int i = 0; i < 20; ++i)
        SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
    QCOMPARE(gauge("sluice_backend_connections_opened_total", "py"), before);
}

void HttpBackendTest::pushesGoToWhoTheyAreFor()
{
    TestClient bob;
    QVERIFY(bob.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"bob"_qs)}));
    SLUICE_VERIFY_OK(bob.call(u"topics/subscribe"_qs, QJsonObject{{u"topic"_qs, u"room/1"_qs}}));
    const auto push = [](const QString &audience, const QJsonValue &who, int n) {
        return QJsonObject{{audience, who},
                           {u"event"_qs, u"test/news"_qs},
                           {u"params"_qs, QJsonObject{{u"n"_qs, n}}},
                           {u"key"_qs, u"k%1"_qs.arg(n)},
                           {u"ttlMs"_qs, 60'000}};
    };
    SLUICE_VERIFY_OK(m_client->call(
        u"test/answer"_qs,
        QJsonObject{{u"result"_qs, 1},
                    {u"publications"_qs,
                     QJsonArray{push(u"users"_qs, QJsonArray{u"bob"_qs}, 1), push(u"topic"_qs, u"room/1"_qs, 2),
                                push(u"everyone"_qs, true, 3), push(u"topic"_qs, u"room/2"_qs, 4)}}}));
    const auto next = [&bob] { return bob.waitForNotification(u"test/news"_qs).value_or(QJsonValue()); };
    QCOMPARE(next()["n"_L1].toInt(), 1);
    const QJsonValue ofTopic = next();
    QCOMPARE(ofTopic["n"_L1].toInt(), 2);
    QCOMPARE(ofTopic["topic"_L1].toString(), u"room/1"_qs);
    QCOMPARE(next()["n"_L1].toInt(), 3);
    QCOMPARE(m_client->waitForNotification(u"test/news"_qs).value_or(QJsonValue())["n"_L1].toInt(), 3);
}

void HttpBackendTest::errorsAreTheBackendsToChoose_data()
{
    QTest::addColumn<QJsonObject>("error");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QJsonValue>("data");
    const QJsonValue data = QJsonObject{{u"version"_qs, 7}};
    const auto row = [&data](const char *name, int given, int code, const QString &message,
                             const QJsonValue &expected) {
        QTest::newRow(name) << QJsonObject{{u"code"_qs, given}, {u"message"_qs, u"sold out"_qs}, {u"data"_qs, data}}
                            << code << message << expected;
    };
    const QJsonValue badAnswer =
        QJsonObject{{u"reason"_qs, u"answer"_qs}, {u"status"_qs, 200}, {u"outcome"_qs, u"unknown"_qs}};
    row("one of ours has our text", -32021, -32021, u"conflict"_qs, data);
    row("one of its own has its text", 1001, 1001, u"sold out"_qs, data);
    row("so has one below the reserved", -40000, -40000, u"sold out"_qs, data);
    row("what the server alone says is none", -32029, kBackendFailed, u"backend failed"_qs, badAnswer);
    row("nor what clients own", -32001, kBackendFailed, u"backend failed"_qs, badAnswer);
}

void HttpBackendTest::errorsAreTheBackendsToChoose()
{
    QFETCH(QJsonObject, error);
    QFETCH(int, code);
    QFETCH(QString, message);
    QFETCH(QJsonValue, data);
    const CallResult answer = m_client->call(u"test/answer"_qs, QJsonObject{{u"error"_qs, error}});
    SLUICE_VERIFY_ERROR(answer, code);
    QCOMPARE(answer.error["message"_L1].toString(), message);
    QCOMPARE(answer.error["data"_L1], data);
}

void HttpBackendTest::badBackendsHaveTheirErrors_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("reason");
    QTest::newRow("status 500") << how(u"status"_qs, {{u"status"_qs, 500}}) << u"status"_qs;
    QTest::newRow("status 404") << how(u"status"_qs, {{u"status"_qs, 404}}) << u"status"_qs;
    QTest::newRow("status 201") << how(u"status"_qs, {{u"status"_qs, 201}}) << u"status"_qs;
    QTest::newRow("a redirect") << how(u"redirect"_qs) << u"redirect"_qs;
    QTest::newRow("a page") << how(u"html"_qs) << u"content-type"_qs;
    QTest::newRow("no content type") << how(u"untyped"_qs) << u"content-type"_qs;
    QTest::newRow("no JSON") << how(u"raw"_qs, {{u"text"_qs, u"{'result': 1}"_qs}}) << u"json"_qs;
    QTest::newRow("half of a JSON") << how(u"raw"_qs, {{u"text"_qs, u"{\"result\": [1"_qs}}) << u"json"_qs;
    QTest::newRow("bad UTF-8") << how(u"raw"_qs, {{u"text"_qs, u"{\"result\": \"\u00e4\"}"_qs}}) << u"json"_qs;
    QTest::newRow("nothing") << how(u"raw"_qs, {{u"text"_qs, QString()}}) << u"json"_qs;
    QTest::newRow("an array") << how(u"raw"_qs, {{u"text"_qs, u"[]"_qs}}) << u"answer"_qs;
    QTest::newRow("neither result nor error") << how(u"raw"_qs, {{u"text"_qs, u"{}"_qs}}) << u"answer"_qs;
    QTest::newRow("both") << how(u"raw"_qs, {{u"text"_qs, u"{\"result\":1,\"error\":{\"code\":1}}"_qs}})
                          << u"answer"_qs;
    QTest::newRow("too large") << how(u"huge"_qs, {{u"bytes"_qs, 100'000}}) << u"too-large"_qs;
    QTest::newRow("endless") << how(u"endless"_qs) << u"too-large"_qs;
    QTest::newRow("endless, and not wanted")
        << how(u"endless"_qs, {{u"type"_qs, u"text/plain"_qs}}) << u"content-type"_qs;
    QTest::newRow("endless headers") << how(u"endless-headers"_qs) << u"malformed"_qs;
    QTest::newRow("cut off") << how(u"truncated"_qs) << u"lost"_qs;
    QTest::newRow("hung up") << how(u"hang-up"_qs) << u"lost"_qs;
    QTest::newRow("no HTTP") << how(u"garbage"_qs) << u"malformed"_qs;
}

void HttpBackendTest::badBackendsHaveTheirErrors()
{
    QFETCH(QJsonObject, params);
    QFETCH(QString, reason);
    const CallResult answer = m_client->call(u"test/bad"_qs, params);
    SLUICE_VERIFY_ERROR(answer, kBackendFailed);
    QCOMPARE(answer.data()["reason"_L1].toString(), reason);
    QCOMPARE(answer.data()["outcome"_L1].toString(), u"unknown"_qs);
    QCOMPARE(timesSeen(u"test/bad"_qs), 1);
    // What does not say that it failed, but that it cannot now.
    for (const int status : {503, 429}) {
        const QJsonObject busy{{u"status"_qs, status}, {u"headers"_qs, QJsonObject{{u"Retry-After"_qs, 3}}}};
        const CallResult unavailable = m_client->call(u"test/bad"_qs, how(u"status"_qs, busy));
        SLUICE_VERIFY_ERROR(unavailable, kUnavailable);
        QCOMPARE(unavailable.data(), (QJsonObject{{u"retryAfterMs"_qs, 3000}, {u"temporary"_qs, true}}));
    }
    SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
}

void HttpBackendTest::onlyWhatIsSafeIsRetried_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QJsonObject>("extra");
    QTest::addColumn<int>("tries"); // that the backend sees
    QTest::addColumn<QString>("reason");
    const QJsonObject key{{u"idempotencyKey"_qs, u"once"_qs}};
    const auto times = [](int count, QJsonObject more = {}) {
        more.insert(u"times"_qs, count);
        more.insert(u"name"_qs, u"n"_qs);
        return more;
    };
    const QJsonObject gateway{{u"status"_qs, 502}};
    // On a kept connection, where libcurl would send it again by itself.
    QTest::newRow("lost") << u"test/flap"_qs << how(u"hang-up"_qs, times(1)) << QJsonObject() << 1 << u"lost"_qs;
    QTest::newRow("lost, idempotent") << u"test/idempotent"_qs << how(u"hang-up"_qs, times(2)) << QJsonObject() << 3
                                      << QString();
    QTest::newRow("lost, with a key") << u"test/flap"_qs << how(u"hang-up"_qs, times(1)) << key << 2 << QString();
    QTest::newRow("lost too often") << u"test/idempotent"_qs << how(u"hang-up"_qs, times(9)) << QJsonObject() << 3
                                    << u"lost"_qs;
    QTest::newRow("502") << u"test/flap"_qs << how(u"status"_qs, times(1, gateway)) << QJsonObject() << 1
                         << u"status"_qs;
    QTest::newRow("502, idempotent") << u"test/idempotent"_qs << how(u"status"_qs, times(1, gateway)) << QJsonObject()
                                     << 2 << QString();
    QTest::newRow("500, idempotent") << u"test/idempotent"_qs << how(u"status"_qs, times(1, {{u"status"_qs, 500}}))
                                     << QJsonObject() << 1 << u"status"_qs;
}

void HttpBackendTest::onlyWhatIsSafeIsRetried()
{
    QFETCH(QString, event);
    QFETCH(QJsonObject, params);
    QFETCH(QJsonObject, extra);
    QFETCH(int, tries);
    QFETCH(QString, reason);
    SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs)); // a connection that is kept
    const double retries = gauge("sluice_backend_retries_total", "py");
    if (!extra.isEmpty())
        extra[u"idempotencyKey"_qs] = QString::fromLatin1(QTest::currentDataTag());
    const CallResult answer = m_client->call(event, params, extra);
    QCOMPARE(answer.data()["reason"_L1].toString(), reason);
    QVERIFY2(answer.isOk() == reason.isEmpty(), answer.text());
    QCOMPARE(timesSeen(event), tries);
    QCOMPARE(gauge("sluice_backend_retries_total", "py"), retries + tries - 1);
    QSet<QString> ids;
    const QJsonArray all = m_backend.seen();
    for (const QJsonValue each : all) {
        if (each["body"_L1]["event"_L1].toString() == event)
            ids.insert(each["headers"_L1]["webhook-id"_L1].toString());
    }
    QCOMPARE(ids.size(), 1); // by which the backend can tell
}

void HttpBackendTest::aDeadBackendRanNothingAndComesBack()
{
    const CallResult dead = m_client->call(u"dead/answer"_qs);
    SLUICE_VERIFY_ERROR(dead, kBackendFailed);
    QCOMPARE(dead.data(), (QJsonObject{{u"reason"_qs, u"connect"_qs}, {u"outcome"_qs, u"not-run"_qs}}));
    QCOMPARE(gauge("sluice_backend_retries_total", "dead"), 2.0); // nothing was sent, so it could not do harm
    for (int round = 0; round < 2; ++round) {
        m_backend.kill();
        SLUICE_VERIFY_ERROR(m_client->call(u"http/echo"_qs), kBackendFailed);
        QCOMPARE(m_backend.start(), QString());
        SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
    }
}

void HttpBackendTest::itsTimeIsBounded()
{
    const QJsonObject longer{{u"ms"_qs, 3000}};
    const CallResult slow = m_client->call(u"quick/sleep"_qs, longer);
    SLUICE_VERIFY_ERROR(slow, kTimeout);
    QCOMPARE(slow.data(), (QJsonObject{{u"timeoutMs"_qs, 150}, {u"outcome"_qs, u"unknown"_qs}}));
    const CallResult drip = m_client->call(u"quick/bad"_qs, how(u"drip"_qs));
    SLUICE_VERIFY_ERROR(drip, kTimeout);
    QCOMPARE(outcomes("quick", "timed-out"), 2.0);
    const CallResult impatient = m_client->call(u"quick/sleep"_qs, longer, {{u"timeoutMs"_qs, 60}});
    SLUICE_VERIFY_ERROR(impatient, kTimeout);
    QCOMPARE(impatient.data(), (QJsonObject{{u"timeoutMs"_qs, 60}, {u"outcome"_qs, u"unknown"_qs}}));
    QVERIFY(m_backend.seen().last()["body"_L1]["deadlineMs"_L1].toInt() <= 60);
    QVERIFY(waitUntil([this] { return gauge("sluice_backend_in_flight", "quick") == 0; }));
}

void HttpBackendTest::aLateResultIsKeptForItsKey()
{
    const QJsonObject slowly{{u"ms"_qs, 300}};
    const QJsonObject key{{u"idempotencyKey"_qs, u"late"_qs}, {u"timeoutMs"_qs, 60}};
    const CallResult first = m_client->call(u"test/count"_qs, slowly, key);
    SLUICE_VERIFY_ERROR(first, kTimeout);
    QCOMPARE(first.data()["outcome"_L1].toString(), u"unknown"_qs);
    const CallResult again = m_client->call(u"test/count"_qs, slowly, {{u"idempotencyKey"_qs, u"late"_qs}});
    SLUICE_VERIFY_OK(again);
    QCOMPARE(again.result["count"_L1].toInt(), 1);
    QCOMPARE(timesSeen(u"test/count"_qs), 1);
}

void HttpBackendTest::cancellingBreaksItOff()
{
    const double before = outcomes("py", "cancelled");
    const PendingCall call = m_client->send(u"test/hold"_qs);
    QVERIFY(waitUntil([this] { return timesSeen(u"test/hold"_qs) == 1; }));
    m_client->cancel(call);
    SLUICE_VERIFY_ERROR(m_client->waitFor(call), kCancelled);
    QVERIFY(waitUntil([this, before] { return outcomes("py", "cancelled") == before + 1; }));
    TestClient leaving;
    QVERIFY(leaving.connectTo(m_server->ports().clients));
    (void)leaving.send(u"test/hold"_qs);
    QVERIFY(waitUntil([this] { return timesSeen(u"test/hold"_qs) == 2; }));
    leaving.abort();
    QVERIFY(waitUntil([this, before] { return outcomes("py", "cancelled") == before + 2; }));
    QCOMPARE(gauge("sluice_backend_in_flight", "py"), 0.0);
    m_backend.release();
}

void HttpBackendTest::howManyMayWaitIsBounded()
{
    const PendingCall first = m_client->send(u"narrow/hold"_qs);
    // It is there for good: on a kept connection that turns out to be dead it is sent once more, behind the second.
    QVERIFY(waitUntil([this] { return timesSeen(u"narrow/hold"_qs) == 1; }));
    const PendingCall second = m_client->send(u"narrow/hold"_qs);
    QVERIFY(waitUntil([this] { return gauge("sluice_backend_waiting", "narrow") == 1; }));
    QCOMPARE(gauge("sluice_backend_in_flight", "narrow"), 1.0);
    const CallResult third = m_client->call(u"narrow/hold"_qs);
    SLUICE_VERIFY_ERROR(third, kOverloaded);
    QCOMPARE(third.data()["temporary"_L1], QJsonValue(true));
    // Whoever waits and is not sent in time has not run.
    m_client->cancel(second);
    SLUICE_VERIFY_ERROR(m_client->waitFor(second), kCancelled);
    // Where the client's deadline comes before that is known, it is told that it is not known.
    QVERIFY(waitUntil([this] {
        const CallResult waited = m_client->call(u"narrow/hold"_qs, QJsonObject(), {{u"timeoutMs"_qs, 100}});
        return waited.code() == kTimeout && waited.data()["outcome"_L1].toString() == u"not-run"_qs;
    }));
    QCOMPARE(timesSeen(u"narrow/hold"_qs), 1);
    m_backend.release();
    SLUICE_VERIFY_OK(m_client->waitFor(first));
    QCOMPARE(outcomes("narrow", "refused"), 1.0);
}

void HttpBackendTest::othersAreServedMeanwhile()
{
    constexpr int kHeld = 100; // more than there are workers, and than the backend's connections
    QList<PendingCall> held;
    for (int i = 0; i < kHeld; ++i)
        held << m_client->send(u"test/hold"_qs);
    QVERIFY(waitUntil([this] { return gauge("sluice_backend_in_flight", "py") == 64; }));
    QCOMPARE(gauge("sluice_backend_waiting", "py"), static_cast<double>(kHeld - 64));
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 20; ++i) {
        SLUICE_VERIFY_OK(m_client->call(u"builtin/echo"_qs));
        SLUICE_VERIFY_ERROR(m_client->call(u"dead/answer"_qs, QJsonObject(), {{u"timeoutMs"_qs, 30}}), kBackendFailed);
    }
    QVERIFY(time.elapsed() < 4000);
    m_backend.release();
    for (const PendingCall call : held)
        SLUICE_VERIFY_OK(m_client->waitFor(call));
}

void HttpBackendTest::aReloadLosesNothing()
{
    PythonBackend other;
    QCOMPARE(other.start(), QString());
    const PendingCall held = m_client->send(u"test/hold"_qs);
    QVERIFY(waitUntil([this] { return timesSeen(u"test/hold"_qs) == 1; }));
    reload(events(other.url()) + backend("new", other.url()) + eventText("new/echo", "new"));
    QVERIFY(waitUntil([this] { return m_client->call(u"new/echo"_qs).isOk(); }));
    SLUICE_VERIFY_OK(m_client->call(u"test/answer"_qs, QJsonObject{{u"result"_qs, 1}}));
    QCOMPARE(timesSeen(u"test/answer"_qs), 0);
    QVERIFY(!other.seen().isEmpty());
    m_backend.release();
    SLUICE_VERIFY_OK(m_client->waitFor(held)); // by the backend that it was sent to
    reload(events(m_backend.url()));
    QVERIFY(waitUntil([this] { return !m_client->call(u"new/echo"_qs).isOk(); }));
    SLUICE_VERIFY_OK(m_client->call(u"http/echo"_qs));
    QCOMPARE(m_server->metric("sluice_breaker_state{handler=\"http:py\"}"), 0.0);
}

void HttpBackendTest::tlsIsVerified()
{
    const TlsContext::Files own{m_directory.filePath(u"own.crt"_qs), m_directory.filePath(u"own.key"_qs)};
    const TlsContext::Files foreign{m_directory.filePath(u"foreign.crt"_qs), m_directory.filePath(u"foreign.key"_qs)};
    QVERIFY(ensureSelfSigned(own) && ensureSelfSigned(foreign));
    PythonBackend secure;
    QCOMPARE(secure.start({u"--tls"_qs, own.certificate, own.key}), QString());
    const QString url = u"https://127.0.0.1:%1/"_qs.arg(secure.port());
    reload(events(m_backend.url()) + backend("good", url, "ca-file = 'own.crt'\n") + eventText("good/echo", "good")
           + backend("wrong", url, "ca-file = 'foreign.crt'\n") + eventText("wrong/echo", "wrong")
           + backend("none", url) + eventText("none/echo", "none")
           + backend("plain", u"http://127.0.0.1:%1/"_qs.arg(secure.port())) + eventText("plain/echo", "plain")
           + backend("notls", m_backend.url().replace(u"http"_qs, u"https"_qs)) + eventText("notls/echo", "notls"));
    QVERIFY(waitUntil([this] { return m_client->call(u"good/echo"_qs).isOk(); }));
    for (const QString &id : {u"wrong/echo"_qs, u"none/echo"_qs, u"notls/echo"_qs}) {
        const CallResult answer = m_client->call(id);
        SLUICE_VERIFY_ERROR(answer, kBackendFailed);
        QCOMPARE(answer.data(), (QJsonObject{{u"reason"_qs, u"tls"_qs}, {u"outcome"_qs, u"not-run"_qs}}));
    }
    SLUICE_VERIFY_ERROR(m_client->call(u"plain/echo"_qs), kBackendFailed);
    reload(events(m_backend.url()));
}

void HttpBackendTest::theBreakerOpensAndHeals()
{
    TestClient console;
    QVERIFY(console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    const auto patch = [&console](int failures, int openMs) {
        const int base = console.call(u"config/get"_qs).result["revision"_L1].toInt();
        const QJsonObject changes{
            {u"breaker.failures"_qs, failures}, {u"breaker.open-ms"_qs, openMs}, {u"breaker.probes"_qs, 1}};
        return console.call(u"config/patch"_qs, QJsonObject{{u"base"_qs, base}, {u"changes"_qs, changes}});
    };
    SLUICE_VERIFY_OK(patch(3, 3'600'000));
    const auto state = [this] { return m_server->metric("sluice_breaker_state{handler=\"http:py\"}"); };
    const QJsonObject broken = how(u"status"_qs, {{u"status"_qs, 500}});
    QVERIFY(waitUntil([&] { return m_client->call(u"test/bad"_qs, broken).code() == kUnavailable; }));
    QCOMPARE(state(), 2.0);
    const CallResult refused = m_client->call(u"http/echo"_qs); // another event of the same backend
    SLUICE_VERIFY_ERROR(refused, kUnavailable);
    QVERIFY(refused.data()["retryAfterMs"_L1].toInt() > 0);
    SLUICE_VERIFY_OK(m_client->call(u"builtin/echo"_qs));
    SLUICE_VERIFY_OK(patch(3, 10));
    QVERIFY(waitUntil([this] { return m_client->call(u"http/echo"_qs).isOk(); }));
    QCOMPARE(state(), 0.0);
    // A backend that hangs opens it as well, by its own timeout, far below the event's.
    SLUICE_VERIFY_OK(patch(3, 3'600'000));
    const QJsonObject longer{{u"ms"_qs, 3000}};
    QVERIFY(waitUntil([&] { return m_client->call(u"quick/sleep"_qs, longer).code() == kUnavailable; }));
    SLUICE_VERIFY_OK(patch(0, 10));
}

void HttpBackendTest::aShutdownAnswersWhatIsUnderWay()
{
    TestServer server(u"bench.toml"_qs,
                      {u"events-file="_qs + m_directory.filePath(u"events.toml"_qs),
                       u"timeouts.shutdown-grace-ms=1000"_qs, u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    const PendingCall held = client.send(u"test/hold"_qs);
    const PendingCall slow = client.send(u"http/sleep"_qs, QJsonObject{{u"ms"_qs, 200}});
    QVERIFY(waitUntil([this] { return timesSeen(u"test/hold"_qs) + timesSeen(u"http/sleep"_qs) == 2; }));
    server.sendSignal(SIGTERM);
    SLUICE_VERIFY_OK(client.waitFor(slow));
    SLUICE_VERIFY_ERROR(client.waitFor(held), kDraining);
    const auto exit = server.waitForExit();
    QVERIFY(exit && exit->isNormal && exit->code == 0);
    m_backend.release();
}

void HttpBackendTest::secretsAreInNoLog()
{
    const QByteArray log = m_server->log();
    QVERIFY(log.contains("backend failed"));
    for (const QByteArray &secret : {kSecret, kApiKey, QByteArray("x-api-key"), QByteArray("Bearer")})
        QVERIFY2(!log.toLower().contains(secret.toLower()), secret);
}

QTEST_GUILESS_MAIN(HttpBackendTest)
#include "tst_httpbackend.moc"

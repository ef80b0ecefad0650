#include "server/handlers/backendanswer.h"

#include "server/handlers/httphandler.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using std::chrono::milliseconds;

namespace {

QByteArray publication(const char *members)
{
    return QByteArray(R"({"result":null,"publications":[{)") + members + "}]}";
}

QString textOf(const Outcome &outcome)
{
    if (outcome.reply)
        return QString::fromUtf8(*outcome.reply);
    const Error &error = outcome.reply.error();
    return QStringLiteral("%1 %2 %3")
        .arg(static_cast<int>(error.code))
        .arg(QString::fromUtf8(error.data), QString::fromUtf8(error.text))
        .trimmed();
}

} // namespace

/// What a backend may say, and what becomes of what it says.
class TestBackendAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void publications();
    void repliesHaveTheirOutcome_data();
    void repliesHaveTheirOutcome();
    void eventsAreTold();
};

void TestBackendAnswer::answers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("outcome"); // or "!" and what is wrong
    const auto row = [](const char *name, const QByteArray &text, const char *outcome) {
        QTest::newRow(name) << text << QString::fromUtf8(outcome);
    };
    row("a result, byte for byte", R"({ "result" : {"a":1.50, "b":12345678901234567890} })",
        R"({"a":1.50, "b":12345678901234567890})");
    row("null", R"({"result":null})", "null");
    row("what is still to come is left alone", R"({"result":1,"more":{}})", "1");
    row("an error of ours", R"({"error":{"code":-32021,"message":"x","data":{"version":7}}})",
        R"(-32021 {"version":7})");
    row("an application's", R"({"error":{"code":7,"message":"sold out"}})", "7  sold out");
    row("just outside of the reserved", R"({"error":{"code":-31999}})", "-31999");
    row("and on the other side", R"({"error":{"code":-32769}})", "-32769");
    row("the last reserved one", R"({"error":{"code":-32000}})", "!error.code -32000 is not a backend's to say");
    row("one that only the server says", R"({"error":{"code":-32031}})", "!error.code -32031");
    row("no code", R"({"error":{"message":"x"}})", "!error.code is no whole number");
    row("half a code", R"({"error":{"code":1.5}})", "!error.code is no whole number");
    row("a huge code", R"({"error":{"code":1e300}})", "!error.code is no whole number");
    row("no object", R"({"error":"x"})", "!error.code is no whole number");
    row("a long message", R"({"error":{"code":1,"message":")" + QByteArray(1025, 'x') + "\"}}",
        "!error.message is longer than 1024");
    row("no JSON", "{", "!is no JSON");
    row("too deep", R"({"result":)" + QByteArray(64, '[') + QByteArray(64, ']') + '}', "!is no JSON");
    row("as deep as may be", R"({"result":)" + QByteArray(63, '[') + QByteArray(63, ']') + '}',
        (QByteArray(63, '[') + QByteArray(63, ']')).constData());
    row("publications are no list", R"({"result":1,"publications":{}})", "!publications is no list");
    row("nobody", publication(R"("event":"a/b")"), "!publications[0]: it is for users, everyone or a topic");
    row("two", publication(R"("event":"a/b","everyone":true,"users":["a"])"), "!publications[0]: it is for users");
    row("a user that is none", publication(R"("event":"a/b","users":[1])"), "!publications[0]: users holds");
    row("no topic", publication(R"("event":"a/b","topic":"a//b")"), "!publications[0]: topic is no topic's name");
    row("no event", publication(R"("everyone":true)"), "!publications[0]: event is no event id");
    row("a reserved event", publication(R"("everyone":true,"event":"rpc.x")"),
        "!publications[0]: event is no event id");
    row("params of a list", publication(R"("everyone":true,"event":"a/b","params":[])"),
        "!publications[0]: params is no object");
    row("a number for a key", publication(R"("everyone":true,"event":"a/b","key":1)"),
        "!publications[0]: key is no text");
    row("negative time", publication(R"("everyone":true,"event":"a/b","ttlMs":-1)"),
        "!publications[0]: ttlMs is out of range");
}

void TestBackendAnswer::answers()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, outcome);
    const auto parsed = parseBackendAnswer({text.constData(), static_cast<size_t>(text.size())});
    if (outcome.startsWith(u'!'))
        QVERIFY2(!parsed && parsed.error().detail.startsWith(outcome.mid(1)),
                 qPrintable(parsed ? textOf(*parsed) : parsed.error().detail));
    else
        QCOMPARE(parsed ? textOf(*parsed) : parsed.error().detail, outcome);
}

void TestBackendAnswer::publications()
{
    const auto parsed = parseBackendAnswer(
        R"({"result":1,"publications":[{"users":["ann","bob"],"event":"a/b","params":{ },"key":"k","ttlMs":5},)"
        R"({"topic":"room/1","event":"a/c","params":{"x":1},"passing":true},{"everyone":true,"event":"a/d"}]})");
    QVERIFY(parsed);
    QCOMPARE(parsed->publications.size(), size_t{3});
    const Publication &first = parsed->publications[0];
    QCOMPARE(first.audience.users, (std::vector<std::string>{"ann", "bob"}));
    QCOMPARE(first.params, QByteArray("{}"));
    QCOMPARE(first.key, std::string("k"));
    QCOMPARE(first.timeToLive, milliseconds(5));
    const Publication &second = parsed->publications[1];
    QCOMPARE(second.audience.topic, std::string("room/1"));
    QCOMPARE(second.params, QByteArray(R"({"x":1})"));
    QVERIFY(second.passing && second.audience.users.empty() && !second.audience.everyone);
    QVERIFY(parsed->publications[2].audience.everyone);
    // At the limit and one beyond.
    const auto many = [](int count) {
        QByteArray text = R"({"result":1,"publications":[)";
        for (int i = 0; i < count; ++i)
            text += QByteArray(i > 0 ? "," : "") + R"({"everyone":true,"event":"a/b"})";
        return (text + "]}").toStdString();
    };
    QVERIFY(parseBackendAnswer(many(1000)));
    QVERIFY(!parseBackendAnswer(many(1001)));
}

void TestBackendAnswer::repliesHaveTheirOutcome_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("ending");
    const auto fault = [](const char *name, BackendFault given, const char *outcome, BackendEnding ending) {
        QTest::newRow(name) << static_cast<int>(given) << 0 << QString::fromLatin1(outcome) << static_cast<int>(ending);
    };
    const auto status = [](const char *name, int given, const char *outcome, BackendEnding ending) {
        QTest::newRow(name) << 0 << given << QString::fromLatin1(outcome) << static_cast<int>(ending);
    };
    fault("connect", BackendFault::Connect, R"(-32022 {"reason":"connect","outcome":"unknown"})",
          BackendEnding::Failed);
    fault("tls", BackendFault::Tls, R"(-32022 {"reason":"tls","outcome":"unknown"})", BackendEnding::Failed);
    fault("lost", BackendFault::Lost, R"(-32022 {"reason":"lost","outcome":"unknown"})", BackendEnding::Failed);
    fault("timeout", BackendFault::TimedOut, R"(-32031 {"timeoutMs":70,"outcome":"unknown"})", BackendEnding::TimedOut);
    fault("cancelled", BackendFault::Cancelled, R"(-32800 {"timeoutMs":70,"outcome":"unknown"})",
          BackendEnding::Cancelled);
    fault("draining", BackendFault::Draining, R"(-32032 {"timeoutMs":70,"outcome":"unknown"})",
          BackendEnding::Cancelled);
    fault("crowded", BackendFault::Crowded, R"(-32030 {"retryAfterMs":500,"temporary":true})", BackendEnding::Refused);
    status("no content", 204, "", BackendEnding::Succeeded);
    status("busy", 503, R"(-32033 {"retryAfterMs":1000,"temporary":true})", BackendEnding::Unavailable);
    status("too many", 429, R"(-32033 {"retryAfterMs":1000,"temporary":true})", BackendEnding::Unavailable);
    status("moved", 308, R"(-32022 {"reason":"redirect","status":308,"outcome":"unknown"})", BackendEnding::Failed);
    status("created", 201, R"(-32022 {"reason":"status","status":201,"outcome":"unknown"})", BackendEnding::Failed);
    status("no type", 200, R"(-32022 {"reason":"content-type","status":200,"outcome":"unknown"})",
           BackendEnding::Failed);
}

void TestBackendAnswer::repliesHaveTheirOutcome()
{
    QFETCH(int, fault);
    QFETCH(int, status);
    QFETCH(QString, outcome);
    QFETCH(int, ending);
    BackendReply reply;
    reply.fault = static_cast<BackendFault>(fault);
    reply.status = status;
    reply.sent = true;
    const BackendOutcome given = outcomeOf(std::move(reply), milliseconds(70));
    QCOMPARE(textOf(given.outcome), outcome);
    QCOMPARE(static_cast<int>(given.verdict.ending), ending);
}

void TestBackendAnswer::eventsAreTold()
{
    auto spec = std::make_shared<EventSpec>();
    spec->id = "a/b";
    auto principal = std::make_shared<Principal>();
    principal->userId = "ann \"x\"";
    principal->authenticated = true;
    principal->roles = {"r1", "r2"};
    Request request;
    request.spec = spec;
    request.principal = principal;
    request.connection = ConnectionId{7};
    QCOMPARE(QString::fromStdString(backendBody(request, "t")),
             QStringLiteral(R"({"event":"a/b","user":{"id":"ann \"x\"","authenticated":true,"roles":["r1","r2"]},)"
                            R"("connection":{"id":7},"params":null,"traceId":"t")"));
    request.params = "[1, 2]";
    request.address = "::1";
    request.idempotencyKey = "k";
    QVERIFY(QString::fromStdString(backendBody(request, "t"))
                .endsWith(QStringLiteral(
                    R"("connection":{"id":7,"address":"::1"},"params":[1, 2],"idempotencyKey":"k","traceId":"t")")));
}

QTEST_GUILESS_MAIN(TestBackendAnswer)
#include "tst_backendanswer.moc"

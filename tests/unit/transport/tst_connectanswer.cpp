#include "server/transport/connectanswer.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

Admission before(bool authenticated)
{
    auto principal = std::make_shared<Principal>();
    principal->userId = authenticated ? "ann" : "";
    principal->authenticated = authenticated;
    principal->roles = {"old"};
    principal->topics = {"old/1"};
    return {std::move(principal), !authenticated};
}

} // namespace

/// What a connect hook may say, and who a client is after it.
class TestConnectAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void overridesWhatItNames();
    void leavesTheRest();
    void nobodyBecomesSomebodyByRolesAlone();
    void refusalsAreForTheClient();
};

void TestConnectAnswer::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("an array") << QByteArray("[true]");
    QTest::newRow("no accept") << QByteArray("{}");
    QTest::newRow("a number") << QByteArray(R"({"accept":1})");
    QTest::newRow("an empty user") << QByteArray(R"({"accept":true,"user":""})");
    QTest::newRow("a long user") << R"({"accept":true,"user":")" + QByteArray(129, 'x') + "\"}";
    QTest::newRow("a line in the user") << QByteArray(R"({"accept":true,"user":"a\nb"})");
    QTest::newRow("a number for a user") << QByteArray(R"({"accept":true,"user":7})");
    QTest::newRow("one role") << QByteArray(R"({"accept":true,"roles":"editor"})");
    QTest::newRow("an empty role") << QByteArray(R"({"accept":true,"roles":[""]})");
    QTest::newRow("topics of numbers") << QByteArray(R"({"accept":true,"topics":[1]})");
    QTest::newRow("no topic") << QByteArray(R"({"accept":true,"subscribe":["a//b"]})");
    QTest::newRow("accepted by status") << QByteArray(R"({"accept":false,"status":200})");
    QTest::newRow("status as a text") << QByteArray(R"({"accept":false,"status":"403"})");
}

void TestConnectAnswer::refuses()
{
    QFETCH(QByteArray, text);
    const auto answer = parseConnectAnswer({text.constData(), static_cast<size_t>(text.size())});
    QVERIFY(!answer);
    QVERIFY(!answer.error().detail.isEmpty());
}

void TestConnectAnswer::overridesWhatItNames()
{
    auto answer = parseConnectAnswer(R"({"accept":true,"user":")" + std::string(128, 'x')
                                     + R"(","roles":["a","b"],"topics":[],"subscribe":["room/1"],"more":1})");
    QVERIFY(answer);
    const auto admission = std::get<Admission>(verdictOf(*std::move(answer), before(false)));
    QCOMPARE(admission.principal->userId, std::string(128, 'x'));
    QVERIFY(admission.principal->authenticated && !admission.loginRequired);
    QCOMPARE(admission.principal->roles, (std::vector<std::string>{"a", "b"}));
    QVERIFY(admission.principal->topics.empty());
    QCOMPARE(admission.subscribe, std::vector<std::string>{"room/1"});
}

void TestConnectAnswer::leavesTheRest()
{
    auto answer = parseConnectAnswer(R"({"accept":true,"user":null,"roles":null})");
    QVERIFY(answer);
    const auto admission = std::get<Admission>(verdictOf(*std::move(answer), before(true)));
    QCOMPARE(admission.principal->userId, std::string("ann"));
    QCOMPARE(admission.principal->roles, std::vector<std::string>{"old"});
    QCOMPARE(admission.principal->topics, std::vector<std::string>{"old/1"});
    QVERIFY(admission.principal->authenticated && admission.subscribe.empty());
}

void TestConnectAnswer::nobodyBecomesSomebodyByRolesAlone()
{
    auto answer = parseConnectAnswer(R"({"accept":true,"roles":["admin"]})");
    QVERIFY(answer);
    const auto admission = std::get<Admission>(verdictOf(*std::move(answer), before(false)));
    QVERIFY(!admission.principal->authenticated && admission.loginRequired);
}

void TestConnectAnswer::refusalsAreForTheClient()
{
    const auto refusal = [](const char *text) {
        return std::get<HttpRefusal>(verdictOf(*parseConnectAnswer(text), before(false)));
    };
    QCOMPARE(refusal(R"({"accept":false})").status, 403);
    QCOMPARE(refusal(R"({"accept":false,"reason":"a\r\nX: y"})").text, std::string("a??X: y"));
    QCOMPARE(refusal(R"({"accept":false,"status":401})").extraHeader, std::string("WWW-Authenticate: Bearer"));
    QVERIFY(refusal(R"({"accept":false,"status":429})").retryAfterSeconds > 0);
    QVERIFY(refusal(R"({"accept":false})").countedAs == Counter::ConnectionsRefusedHook);
}

QTEST_GUILESS_MAIN(TestConnectAnswer)
#include "tst_connectanswer.moc"

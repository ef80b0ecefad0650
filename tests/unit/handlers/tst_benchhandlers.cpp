#include "server/handlers/benchbroadcasthandler.h"
#include "server/handlers/benchechohandler.h"
#include "server/handlers/benchfailhandler.h"
#include "server/handlers/benchhanghandler.h"
#include "server/handlers/benchsleephandler.h"
#include "server/handlers/benchspinhandler.h"
#include "tests/unit/handlers/handlerrequest.h"

#include <QElapsedTimer>
#include <QTest>

#include <stdexcept>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using test::HandlerRequest;
using test::verdictOf;

class TestBenchHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoReturnsItsParamsByteForByte_data();
    void echoReturnsItsParamsByteForByte();
    void sleepTakesItsTime();
    void sleepAndSpinEndWhenNobodyWaits();
    void hangTakesItsTimeThoughNobodyWaits();
    void spinTakesItsTime();
    void badParamsAreRefused();
    void failsAsItIsTold_data();
    void failsAsItIsTold();
    void broadcastGoesToEveryone();
    void broadcastRefusesAList();
};

void TestBenchHandlers::echoReturnsItsParamsByteForByte_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("object") << QByteArray("{ \"a\" : 1.0 }");
    QTest::newRow("list") << QByteArray("[1,\"\\u00e9\",\xC3\xA9]");
    QTest::newRow("absent") << QByteArray();
}

void TestBenchHandlers::echoReturnsItsParamsByteForByte()
{
    QFETCH(QByteArray, params);
    BenchEchoHandler handler;
    HandlerRequest request(params.toStdString());
    QCOMPARE(request.runIn(handler)->reply.value(), params);
}

void TestBenchHandlers::sleepTakesItsTime()
{
    BenchSleepHandler handler;
    HandlerRequest request(R"({"ms":20})");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(request.runIn(handler)->reply.value(), QByteArray(R"({"ms":20})"));
    QVERIFY(timer.elapsed() >= 20);
}

void TestBenchHandlers::sleepAndSpinEndWhenNobodyWaits()
{
    QElapsedTimer timer;
    timer.start();
    BenchSleepHandler sleep;
    HandlerRequest sleeping(R"({"ms":60000})");
    BenchSpinHandler spin;
    HandlerRequest spinning(R"({"us":60000000})");
    {
        const std::jthread stopper([&] {
            sleeping.request().stop.request_stop();
            spinning.request().stop.request_stop();
        });
        QCOMPARE(verdictOf(sleeping.runIn(sleep)), QStringLiteral("-32800"));
        QCOMPARE(verdictOf(spinning.runIn(spin)), QStringLiteral("-32800"));
    }
    QVERIFY(timer.elapsed() < 10'000);
}

void TestBenchHandlers::hangTakesItsTimeThoughNobodyWaits()
{
    BenchHangHandler handler;
    HandlerRequest request(R"({"ms":20})");
    request.request().stop.request_stop();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(request.runIn(handler)->reply.value(), QByteArray(R"({"ms":20})"));
    QVERIFY(timer.elapsed() >= 20);
}

void TestBenchHandlers::spinTakesItsTime()
{
    BenchSpinHandler handler;
    HandlerRequest request(R"({"us":2000})");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(request.runIn(handler)->reply.value(), QByteArray(R"({"us":2000})"));
    QVERIFY(timer.nsecsElapsed() >= 2'000'000);
}

void TestBenchHandlers::badParamsAreRefused()
{
    BenchSleepHandler sleep;
    BenchSpinHandler spin;
    HandlerRequest without("{}");
    QCOMPARE(verdictOf(without.runIn(sleep)), QStringLiteral(R"(-32602 {"field":"ms","reason":"is missing"})"));
    QCOMPARE(verdictOf(without.runIn(spin)), QStringLiteral(R"(-32602 {"field":"us","reason":"is missing"})"));
    HandlerRequest negative(R"({"ms":-1,"us":60000001})");
    QCOMPARE(verdictOf(negative.runIn(sleep)),
             QStringLiteral(R"(-32602 {"field":"ms","reason":"must be from 0 to 3600000"})"));
    QCOMPARE(verdictOf(negative.runIn(spin)),
             QStringLiteral(R"(-32602 {"field":"us","reason":"must be from 0 to 60000000"})"));
}

void TestBenchHandlers::failsAsItIsTold_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("not at all") << QByteArray("{}") << QStringLiteral("ok");
    QTest::newRow("error") << QByteArray(R"({"how":"error"})") << QStringLiteral("-32022");
    QTest::newRow("throw") << QByteArray(R"({"how":"throw"})") << QStringLiteral("threw");
    QTest::newRow("gives up") << QByteArray(R"({"how":"give-up"})") << QStringLiteral("nothing");
    QTest::newRow("not found") << QByteArray(R"({"how":"not-found"})") << QStringLiteral("-32020");
    QTest::newRow("unknown")
        << QByteArray(R"({"how":"x"})")
        << QStringLiteral(R"(-32602 {"field":"how","reason":"must be error, throw, give-up, not-found or absent"})");
}

void TestBenchHandlers::failsAsItIsTold()
{
    QFETCH(QByteArray, params);
    BenchFailHandler handler;
    HandlerRequest request(params.toStdString());
    QString verdict;
    try {
        verdict = verdictOf(request.runIn(handler));
    } catch (const std::runtime_error &) {
        verdict = QStringLiteral("threw");
    }
    QTEST(verdict, "verdict");
}

void TestBenchHandlers::broadcastGoesToEveryone()
{
    BenchBroadcastHandler handler;
    HandlerRequest request(R"({"a":1})");
    const auto outcome = request.runIn(handler);
    QCOMPARE(outcome->reply.value(), QByteArray());
    QCOMPARE(outcome->publications.size(), size_t(1));
    const Publication &push = outcome->publications.front();
    QVERIFY(push.audience.everyone);
    QCOMPARE(push.event, std::string("bench/note"));
    QCOMPARE(push.params, QByteArray(R"({"a":1})"));
}

void TestBenchHandlers::broadcastRefusesAList()
{
    BenchBroadcastHandler handler;
    HandlerRequest request("[1]");
    const auto outcome = request.runIn(handler);
    QCOMPARE(verdictOf(outcome), QStringLiteral(R"(-32602 {"field":"params","reason":"must be an object"})"));
    QVERIFY(outcome->publications.empty());
}

QTEST_GUILESS_MAIN(TestBenchHandlers)
#include "tst_benchhandlers.moc"

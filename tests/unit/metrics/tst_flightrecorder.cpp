#include "server/metrics/flightrecorder.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

/// Every number of it follows from one, so that a mixture of two records shows.
FlightRecord recordOf(quint32 number, FlightOutcome outcome = FlightOutcome::Succeeded)
{
    FlightRecord record;
    record.received = TimePoint(std::chrono::microseconds(number));
    record.connection = {number};
    record.event = number % 7;
    record.waitUs = record.handlerUs = record.bytesIn = record.bytesOut = number;
    record.outcome = outcome;
    record.user = "user-" + std::to_string(number);
    record.id = std::to_string(number);
    record.detail = outcome == FlightOutcome::Succeeded ? std::string() : "detail " + std::to_string(number);
    return record;
}

bool isWhole(const FlightRecord &record)
{
    const auto number = static_cast<quint32>(record.connection.value);
    const FlightRecord expected = recordOf(number, record.outcome);
    return record.received == expected.received && record.event == expected.event && record.waitUs == number
        && record.handlerUs == number && record.bytesIn == number && record.bytesOut == number
        && record.user.view() == expected.user.view() && record.id.view() == expected.id.view()
        && record.detail.view() == expected.detail.view();
}

FlightTrace traceOf(const FlightRecord &record)
{
    FlightTrace trace;
    trace.record = record;
    trace.params = "{\"secret\":1}";
    trace.answer = "{}";
    return trace;
}

} // namespace

class TestFlightRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestFirst();
    void whatWentWrongReachesFurtherBack();
    void slowOnesAreNotable();
    void filters_data();
    void filters();
    void longTextsAreCut();
    void readersNeverSeeHalfARecord();
    void tapsCatchWhatMatches();
    void tapsHaveABudget();
    void tapsEnd();
    void onlySomeTapsSeePayloads();
    void tapsAreBounded();
};

void TestFlightRecorder::listsTheNewestFirst()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    QVERIFY(recorder.list({}, 10).empty());
    FlightRecorder::Ring &one = recorder.addRing();
    FlightRecorder::Ring &other = recorder.addRing();
    for (quint32 i = 1; i <= 10; ++i)
        (i % 2 == 0 ? one : other).write(recordOf(i, i % 3 == 0 ? FlightOutcome::Failed : FlightOutcome::Succeeded));
    const auto all = recorder.list({}, 100);
    QCOMPARE(all.size(), 10UL);
    for (size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].connection.value, 10 - i);
        QVERIFY(isWhole(all[i]));
    }
    QCOMPARE(recorder.list({}, 3).back().connection.value, 8UL);
}

void TestFlightRecorder::whatWentWrongReachesFurtherBack()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    FlightRecorder::Ring &ring = recorder.addRing();
    ring.write(recordOf(1, FlightOutcome::Refused));
    for (quint32 i = 2; i < 3 * FlightRecorder::kPlainKept; ++i)
        ring.write(recordOf(i));
    const auto all = recorder.list({}, 10'000);
    QCOMPARE(all.size(), FlightRecorder::kPlainKept + 1);
    QCOMPARE(all.back().connection.value, 1UL);
    QCOMPARE(all.back().detail.view(), std::string_view("detail 1"));
}

void TestFlightRecorder::slowOnesAreNotable()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    recorder.setSlow(10ms);
    FlightRecorder::Ring &ring = recorder.addRing();
    FlightRecord slow = recordOf(1);
    slow.totalUs = 10'000;
    ring.write(slow);
    for (quint32 i = 2; i < 3 * FlightRecorder::kPlainKept; ++i)
        ring.write(recordOf(i));
    QCOMPARE(recorder.list({.user = {}, .connection = {}, .event = {}, .outcome = {}, .slowerThan = 10ms}, 10).size(),
             1UL);
}

void TestFlightRecorder::filters_data()
{
    QTest::addColumn<FlightFilter>("filter");
    QTest::addColumn<quint64>("found");
    QTest::newRow("user") << FlightFilter{.user = "user-5"} << quint64{1};
    QTest::newRow("no such user") << FlightFilter{.user = "user-"} << quint64{0};
    QTest::newRow("connection") << FlightFilter{.connection = {6}} << quint64{1};
    QTest::newRow("event") << FlightFilter{.event = 0} << quint64{2};
    QTest::newRow("outcome") << FlightFilter{.outcome = FlightOutcome::TimedOut} << quint64{3};
    QTest::newRow("two at once") << FlightFilter{.event = 5, .outcome = FlightOutcome::TimedOut} << quint64{1};
    QTest::newRow("slower") << FlightFilter{.slowerThan = 1ms} << quint64{0};
    QTest::newRow("all") << FlightFilter{} << quint64{14};
}

void TestFlightRecorder::filters()
{
    QFETCH(FlightFilter, filter);
    QFETCH(quint64, found);
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    FlightRecorder::Ring &ring = recorder.addRing();
    for (quint32 i = 1; i <= 14; ++i)
        ring.write(recordOf(i, i % 4 == 0 ? FlightOutcome::TimedOut : FlightOutcome::Succeeded));
    QCOMPARE(recorder.list(filter, 100).size(), found);
}

void TestFlightRecorder::longTextsAreCut()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    FlightRecord record = recordOf(1, FlightOutcome::Failed);
    record.user = std::string(300, 'u');
    record.detail = std::string(300, 'd');
    recorder.addRing().write(record);
    const auto found = recorder.list({.user = std::string(300, 'u')}, 1);
    QCOMPARE(found.size(), 1UL);
    QCOMPARE(found.front().user.view(), std::string(decltype(record.user)::kMost, 'u'));
    QCOMPARE(found.front().detail.view(), std::string(decltype(record.detail)::kMost, 'd'));
}

void TestFlightRecorder::readersNeverSeeHalfARecord()
{
    constexpr quint32 kRecords = 200'000;
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    FlightRecorder::Ring &ring = recorder.addRing();
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (quint32 i = 1; i <= kRecords; ++i)
            ring.write(recordOf(i, i % 2 == 0 ? FlightOutcome::Failed : FlightOutcome::Succeeded));
        done.store(true);
    });
    size_t seen = 0;
    size_t broken = 0;
    bool last = false;
    while (!last) {
        last = done.load();
        for (const FlightRecord &record : recorder.list({}, 10'000)) {
            ++seen;
            broken += isWhole(record) ? 0 : 1;
        }
    }
    writer.join();
    QVERIFY(seen >= FlightRecorder::kPlainKept + FlightRecorder::kNotableKept);
    QCOMPARE(broken, 0UL);
}

void TestFlightRecorder::tapsCatchWhatMatches()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    QVERIFY(!recorder.isTapped());
    const auto tap = recorder.openTap({.filter = {.user = "user-2"}, .until = clock.now() + 1h});
    QVERIFY(tap);
    QVERIFY(recorder.isTapped());
    for (quint32 i = 1; i <= 3; ++i)
        recorder.show(traceOf(recordOf(i)));
    const auto caught = recorder.take(*tap);
    QVERIFY(caught);
    QCOMPARE(caught->traces.size(), 1UL);
    QCOMPARE(caught->traces.front().record.connection.value, 2UL);
    QCOMPARE(recorder.take(*tap)->traces.size(), 0UL);
    recorder.closeTap(*tap);
    QVERIFY(!recorder.take(*tap));
    QVERIFY(!recorder.isTapped());
}

void TestFlightRecorder::tapsHaveABudget()
{
    test::FakeClock clock;
    FlightRecorder recorder(clock);
    const auto tap = recorder.openTap({.mostPerSecond = 2, .until = clock.now() + 1h});
    for (quint32 i = 1; i <= 5; ++i)
        recorder.show(traceOf(recordOf(i)));
    clock.advance(1s);
    recorder.show(traceOf(recordOf(6)));
    const auto caught = recorder.take(*tap);
    QCOMPARE(caught->traces.size(), 3UL);
    QCOMPARE(caught->traces.back().record.connection.value, 6UL);
    QCOMPARE(caught->dropped, 3UL);
    QCOMPARE(recorder.take(*tap)->dropped, 0UL);
}

void TestFlightRecorder::tapsEnd()
{
    test::FakeClock clock;
    FlightRecorder recorder(clock);
    const auto tap = recorder.openTap({.until = clock.now() + 1s});
    recorder.show(traceOf(recordOf(1)));
    clock.advance(1s);
    recorder.show(traceOf(recordOf(2)));
    const auto caught = recorder.take(*tap);
    QCOMPARE(caught->traces.size(), 1UL);
    QVERIFY(caught->hasEnded);
    QVERIFY(!recorder.isTapped());
    QVERIFY(!recorder.take(*tap));
}

void TestFlightRecorder::onlySomeTapsSeePayloads()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    const auto plain = recorder.openTap({.until = clock.now() + 1h});
    QVERIFY(!recorder.wantsPayloads());
    const auto open = recorder.openTap({.payloads = true, .until = clock.now() + 1h});
    QVERIFY(recorder.wantsPayloads());
    recorder.show(traceOf(recordOf(1)));
    QCOMPARE(recorder.take(*plain)->traces.front().params, ""s);
    QCOMPARE(recorder.take(*open)->traces.front().params, "{\"secret\":1}"s);
}

void TestFlightRecorder::tapsAreBounded()
{
    const test::FakeClock clock;
    FlightRecorder recorder(clock);
    for (size_t i = 0; i < FlightRecorder::kMaxTaps; ++i)
        QVERIFY(recorder.openTap({}));
    QVERIFY(!recorder.openTap({}));
}

QTEST_APPLESS_MAIN(TestFlightRecorder)
#include "tst_flightrecorder.moc"

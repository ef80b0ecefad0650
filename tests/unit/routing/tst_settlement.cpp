#include "server/routing/settlement.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/routing/routingfakes.h"

#include <QTest>

#include <array>
#include <barrier>
#include <deque>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

class TestSettlement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void encodesTheAnswer_data();
    void encodesTheAnswer();
    void notificationHasNoAnswer();
    void batchKeepsTheAnswersApart();
    void carriesTheSessionChange();
    void countsWhatSucceededAndWhatFailed();
    void expiredIsAnsweredAsNotRun();
    void lateResultIsCountedAndDropped();
    void lateResultStillPublishes();
    void expiredAfterAClaimIsOnlyHandedBack();
    void exactlyOneOfManyPartiesAnswers();

private:
    void prepare(Request &request, std::string_view id) const;

    test::FakeClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<test::PublicationInbox> m_publications;
    test::SeededRandom m_random{1};
    std::unique_ptr<IdempotencyStore> m_idempotency;
    std::unique_ptr<Settlement> m_settlement;
    EventSpecPtr m_spec;
};

void TestSettlement::init()
{
    m_settlement.reset(); // what refers to the metrics goes before them
    m_idempotency.reset();
    m_metrics = std::make_unique<Metrics>();
    m_metrics->reserveEvents(1);
    m_publications = std::make_unique<test::PublicationInbox>();
    m_idempotency = std::make_unique<IdempotencyStore>(Config(), *m_metrics, m_random);
    m_settlement = std::make_unique<Settlement>(*m_metrics, *m_publications, *m_idempotency);
    m_spec = std::make_shared<EventSpec>();
}

void TestSettlement::prepare(Request &request, std::string_view id) const
{
    request.text = id;
    request.id = request.text;
    request.spec = m_spec;
    request.received = m_clock.now();
    request.timeout = 1500ms;
}

void TestSettlement::encodesTheAnswer_data()
{
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("answer");
    QTest::newRow("result") << QByteArray(R"({"a":1})") << 0 << QByteArray() << test::resultText("\"x\"", R"({"a":1})");
    QTest::newRow("nothing to say") << QByteArray() << 0 << QByteArray() << test::resultText("\"x\"", "null");
    QTest::newRow("error") << QByteArray() << int(ErrorCode::NotFound) << QByteArray()
                           << test::errorText("\"x\"", ErrorCode::NotFound);
    QTest::newRow("error with data") << QByteArray() << int(ErrorCode::Conflict) << QByteArray(R"({"version":3})")
                                     << test::errorText("\"x\"", ErrorCode::Conflict, R"({"version":3})");
}

void TestSettlement::encodesTheAnswer()
{
    QFETCH(QByteArray, result);
    QFETCH(int, code);
    QFETCH(QByteArray, data);
    QFETCH(QString, answer);
    Request request;
    prepare(request, "\"x\"");
    CompletionBatch batch;
    m_settlement->settle(request,
                         code == 0 ? Outcome::success(result)
                                   : Outcome::error({static_cast<ErrorCode>(code), data, QStringLiteral("secret")}),
                         m_clock.now(), batch);
    QCOMPARE(batch.completions.size(), 1u);
    QCOMPARE(test::answerOf(batch, 0), answer);
    QCOMPARE(batch.completions[0].request, &request);
    QVERIFY(batch.completions[0].claimed);
    QCOMPARE(batch.completions[0].ending, code == 0 ? Ending::Succeeded : Ending::Failed);
    QVERIFY(request.isClaimed());
}

void TestSettlement::notificationHasNoAnswer()
{
    Request result;
    Request error;
    Request expired;
    for (Request *request : {&result, &error, &expired})
        prepare(*request, {});
    CompletionBatch batch;
    m_settlement->settle(result, Outcome::success("1"), m_clock.now(), batch);
    m_settlement->settle(error, Outcome::error({ErrorCode::NotFound, {}, {}}), m_clock.now(), batch);
    m_settlement->settleExpired(expired, batch);
    QVERIFY(batch.bytes.empty());
    QCOMPARE(batch.completions.size(), 3u);
    for (const Completion &completion : batch.completions)
        QCOMPARE(completion.length, 0u);
}

void TestSettlement::batchKeepsTheAnswersApart()
{
    std::array<Request, 3> requests;
    CompletionBatch batch;
    prepare(requests[0], "0");
    prepare(requests[1], {});
    prepare(requests[2], "2");
    m_settlement->settle(requests[0], Outcome::success("\"first\""), m_clock.now(), batch);
    m_settlement->settle(requests[1], Outcome::success("\"nobody asked\""), m_clock.now(), batch);
    m_settlement->settle(requests[2], Outcome::error({ErrorCode::Busy, {}, {}}), m_clock.now(), batch);
    QCOMPARE(test::answerOf(batch, 0), test::resultText("0", "\"first\""));
    QCOMPARE(test::answerOf(batch, 1), QString());
    QCOMPARE(test::answerOf(batch, 2), test::errorText("2", ErrorCode::Busy));
}

void TestSettlement::carriesTheSessionChange()
{
    Request request;
    prepare(request, "1");
    Outcome outcome = Outcome::success();
    outcome.session = std::make_unique<SessionChange>();
    const SessionChange *change = outcome.session.get();
    CompletionBatch batch;
    m_settlement->settle(request, std::move(outcome), m_clock.now(), batch);
    QCOMPARE(batch.completions[0].session.get(), change);
}

void TestSettlement::countsWhatSucceededAndWhatFailed()
{
    std::array<Request, 3> requests;
    for (Request &request : requests)
        prepare(request, "1");
    m_clock.advance(7ms);
    CompletionBatch batch;
    m_settlement->settle(requests[0], Outcome::success(), m_clock.now(), batch);
    m_settlement->settle(requests[1], Outcome::success(), m_clock.now(), batch);
    m_settlement->settle(requests[2], Outcome::error({ErrorCode::NotFound, {}, {}}), m_clock.now(), batch);
    QCOMPARE(m_metrics->total(Counter::EndedSucceeded), 2u);
    QCOMPARE(m_metrics->total(Counter::EndedFailed), 1u);
    const EventTotals totals = m_metrics->totals(m_spec->index);
    QCOMPARE(totals.succeeded, 2u);
    QCOMPARE(totals.failed, 1u);
    QCOMPARE(m_metrics->counts(Distribution::EventDuration).count, 3u);
    QCOMPARE(m_metrics->counts(m_spec->index).count, 3u);
}

void TestSettlement::expiredIsAnsweredAsNotRun()
{
    Request request;
    prepare(request, "1");
    CompletionBatch batch;
    m_settlement->settleExpired(request, batch);
    QCOMPARE(test::answerOf(batch, 0),
             test::errorText("1", ErrorCode::Timeout, R"({"timeoutMs":1500,"outcome":"not-run"})"));
    QCOMPARE(batch.completions[0].ending, Ending::TimedOut);
    QCOMPARE(m_metrics->total(Counter::EndedTimedOut), 1u);
    QCOMPARE(m_metrics->totals(m_spec->index).timedOut, 1u);
}

void TestSettlement::lateResultIsCountedAndDropped()
{
    Request request;
    prepare(request, "1");
    QVERIFY(request.claim());
    CompletionBatch batch;
    m_settlement->settle(request, Outcome::success("1"), m_clock.now(), batch);
    QCOMPARE(batch.completions.size(), 1u); // handed back, or nobody could recycle it
    QCOMPARE(batch.completions[0].request, &request);
    QVERIFY(!batch.completions[0].claimed);
    QVERIFY(batch.bytes.empty());
    QCOMPARE(m_metrics->total(Counter::LateResults), 1u);
    QCOMPARE(m_metrics->total(Counter::EndedSucceeded), 0u);
    QCOMPARE(m_metrics->counts(Distribution::EventDuration).count, 0u);
}

void TestSettlement::lateResultStillPublishes()
{
    Request request;
    prepare(request, "1");
    QVERIFY(request.claim());
    Outcome outcome = Outcome::success();
    outcome.publications.push_back({{true, {}}, "notes/updated", R"({"n":1})"});
    outcome.publications.push_back({{true, {}}, "notes/updated", R"({"n":2})"});
    CompletionBatch batch;
    m_settlement->settle(request, std::move(outcome), m_clock.now(), batch);
    QCOMPARE(m_publications->published(),
             (QStringList{QStringLiteral(R"(notes/updated {"n":1})"), QStringLiteral(R"(notes/updated {"n":2})")}));
}

void TestSettlement::expiredAfterAClaimIsOnlyHandedBack()
{
    Request request;
    prepare(request, "1");
    QVERIFY(request.claim());
    CompletionBatch batch;
    m_settlement->settleExpired(request, batch);
    QCOMPARE(batch.completions.size(), 1u);
    QVERIFY(!batch.completions[0].claimed);
    QVERIFY(batch.bytes.empty());
    QCOMPARE(m_metrics->total(Counter::EndedTimedOut), 0u);
    QCOMPARE(m_metrics->total(Counter::LateResults), 0u); // it never ran: there is no result
}

void TestSettlement::exactlyOneOfManyPartiesAnswers()
{
    // A handler's result, a worker that finds it expired, and the I/O thread's deadline, cancel or disconnect.
    constexpr size_t kRequests = 1000;
    constexpr int kRounds = 100;
    std::deque<Request> requests(kRequests);
    CompletionBatch settled;
    CompletionBatch expired;
    std::vector<int> claims(kRequests, 0);
    quint64 wrong = 0;
    quint64 claimedOutside = 0;

    const auto judgeRound = [&]() noexcept {
        for (size_t i = 0; i < kRequests; ++i) {
            const bool bySettle = settled.completions[i].claimed;
            const bool byExpiry = expired.completions[i].claimed;
            const bool answered =
                (settled.completions[i].length > 0) == bySettle && (expired.completions[i].length > 0) == byExpiry;
            wrong += int(bySettle) + int(byExpiry) + claims[i] == 1 && answered ? 0 : 1;
            claimedOutside += static_cast<quint64>(claims[i]);
            requests[i].recycle();
        }
        settled = {};
        expired = {};
        for (Request &request : requests)
            prepare(request, "1");
    };
    for (Request &request : requests)
        prepare(request, "1");

    std::barrier round(3, judgeRound);
    const auto eachRound = [&](auto &&party) {
        return std::thread([&round, &requests, party] {
            for (int i = 0; i < kRounds; ++i) {
                for (size_t at = 0; at < kRequests; ++at)
                    party(at, requests[at]);
                round.arrive_and_wait();
            }
        });
    };
    std::array parties{
        eachRound([&](size_t, Request &request) {
            m_settlement->settle(request, Outcome::success("1"), m_clock.now(), settled);
        }),
        eachRound([&](size_t, Request &request) { m_settlement->settleExpired(request, expired); }),
        eachRound([&](size_t at, Request &request) { claims[at] = request.claim() ? 1 : 0; }),
    };
    for (std::thread &party : parties)
        party.join();

    QCOMPARE(wrong, 0u);
    constexpr quint64 kAll = quint64{kRequests} * kRounds;
    const quint64 succeeded = m_metrics->total(Counter::EndedSucceeded);
    QCOMPARE(succeeded + m_metrics->total(Counter::EndedTimedOut) + claimedOutside, kAll);
    QCOMPARE(m_metrics->total(Counter::LateResults), kAll - succeeded);
}

QTEST_APPLESS_MAIN(TestSettlement)

#include "tst_settlement.moc"

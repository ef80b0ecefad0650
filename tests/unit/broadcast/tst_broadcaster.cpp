#include "server/broadcast/broadcaster.h"

#include "shared/base/clock.h"
#include "tests/support/fakeclock.h"

#include <QSemaphore>
#include <QTest>

#include <mutex>
#include <thread>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr int kPatienceMs = 30'000;
// Longer than any test: only a full batch or a free window ends the wait.
constexpr Milliseconds kNoWindow{3'600'000};

std::string bytesOf(const Delivery &delivery)
{
    std::string bytes;
    for (const SharedFrames &block : delivery.blocks)
        bytes += block->bytes;
    return bytes;
}

/// The I/O threads' end: keeps what is delivered, and its receipts until the test lets go of them.
/// Thread: any (locks inside).
class Recipients
{
public:
    [[nodiscard]] Broadcaster::Deliver sink()
    {
        return [this](const Delivery &delivery) {
            {
                const std::lock_guard lock(m_mutex);
                m_deliveries.push_back(delivery);
                if (!m_keepsReceipts)
                    m_deliveries.back().receipt.reset();
            }
            m_arrived.release();
        };
    }
    [[nodiscard]] bool wait(int deliveries) { return m_arrived.tryAcquire(deliveries, kPatienceMs); }
    [[nodiscard]] bool isQuiet() const { return m_arrived.available() == 0; }
    void keepReceipts() { m_keepsReceipts = true; }
    /// Of the oldest delivery that still has one.
    void freeReceipt()
    {
        std::shared_ptr<void> receipt;
        const std::lock_guard lock(m_mutex);
        for (Delivery &delivery : m_deliveries) {
            if (delivery.receipt) {
                receipt.swap(delivery.receipt);
                return;
            }
        }
    }
    void freeAllReceipts()
    {
        m_keepsReceipts = false;
        std::vector<std::shared_ptr<void>> receipts;
        const std::lock_guard lock(m_mutex);
        for (Delivery &delivery : m_deliveries)
            receipts.push_back(std::exchange(delivery.receipt, nullptr));
    }
    [[nodiscard]] std::vector<Delivery> deliveries() const
    {
        const std::lock_guard lock(m_mutex);
        return m_deliveries;
    }
    /// All bytes in order of arrival.
    [[nodiscard]] std::string bytes() const
    {
        std::string all;
        for (const Delivery &delivery : deliveries())
            all += bytesOf(delivery);
        return all;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Delivery> m_deliveries;
    std::atomic<bool> m_keepsReceipts{false};
    QSemaphore m_arrived;
};

Publication publication(int number, Audience audience)
{
    Publication result;
    result.event = "news";
    result.params = QByteArray::number(number);
    result.audience = std::move(audience);
    return result;
}

Audience everyone()
{
    Audience audience;
    audience.everyone = true;
    return audience;
}

Audience users(std::vector<std::string> names)
{
    Audience audience;
    audience.users = std::move(names);
    return audience;
}

/// The numbers of the messages in `bytes`, in order.
std::vector<int> numbersIn(const std::string &bytes)
{
    std::vector<int> numbers;
    constexpr std::string_view kMark = "\"params\":";
    for (size_t at = bytes.find(kMark); at != std::string::npos; at = bytes.find(kMark, at + 1))
        numbers.push_back(std::stoi(bytes.substr(at + kMark.size())));
    return numbers;
}

std::vector<int> range(int begin, int end)
{
    std::vector<int> numbers;
    for (int i = begin; i < end; ++i)
        numbers.push_back(i);
    return numbers;
}

} // namespace

/// When a window of pushes leaves, what is in it, and what becomes of the rest.
class TestBroadcaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void leavesAtOnceWhenIdle();
    void batchesUnderPressure();
    void aWindowLeavesAfterItsTime();
    void noMoreWindowsThanFour();
    void orderIsKept();
    void orderOfEachPublisherIsKept();
    void theOldestIsDroppedWhenFull();
    void audiencesAreGroupedInRuns();
    void messagesWithAKeyHaveTheirOwnBlock();
    void theLatestOfAKeyReplacesWhatWaits();
    void whatIsReplacedTakesNoRoom();
    void whatHasOutlivedItsTimeIsNotSent();
    void identicalMessagesOfABatchAreSentOnce();
    void topicsAreNumberedAndComplete();
    void idleMeansEverythingDelivered();
    void stopDropsAndCountsWhatWaits();
    void configIsLive();

private:
    void start()
    {
        m_broadcaster = std::make_unique<Broadcaster>(m_metrics, m_clock, m_config, m_recipients->sink());
        m_broadcaster->start();
    }
    void publish(int begin, int end)
    {
        for (int i = begin; i < end; ++i)
            (void)m_broadcaster->publish(publication(i, everyone()));
    }
    // Publishes one and holds it, so that the next ones meet a window under way.
    bool holdOne(int number)
    {
        m_recipients->keepReceipts();
        publish(number, number + 1);
        return m_recipients->wait(1);
    }
    quint64 total(Counter counter) const { return m_metrics.total(counter) - m_before[static_cast<size_t>(counter)]; }

    const SystemClock m_clock{};
    test::FakeClock m_fakeClock;
    Metrics m_metrics;
    std::array<quint64, kCounterCount> m_before{};
    Config m_config;
    std::unique_ptr<Recipients> m_recipients;
    std::unique_ptr<Topics> m_topics;
    std::unique_ptr<Broadcaster> m_broadcaster;
};

void TestBroadcaster::init()
{
    for (const Counter counter : {Counter::BroadcastsDropped, Counter::BroadcastsQueued, Counter::BroadcastsReplaced,
                                  Counter::BroadcastsExpired, Counter::BroadcastsMerged})
        m_before[static_cast<size_t>(counter)] = m_metrics.total(counter);
    m_config = {};
    m_config.broadcast.batchSize = 10;
    m_config.broadcast.batchWindow = kNoWindow;
    m_recipients = std::make_unique<Recipients>();
}

void TestBroadcaster::cleanup()
{
    m_recipients->freeAllReceipts();
    m_broadcaster.reset();
}

void TestBroadcaster::leavesAtOnceWhenIdle()
{
    start();
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY(m_broadcaster->isIdle());
        publish(i, i + 1);
        QVERIFY(m_recipients->wait(1)); // long before the window's time
    }
    QVERIFY(numbersIn(m_recipients->bytes()) == range(0, 5));
    QCOMPARE(total(Counter::BroadcastsQueued), quint64{5});
    QCOMPARE(total(Counter::BroadcastsDropped), quint64{0});
}

void TestBroadcaster::batchesUnderPressure()
{
    start();
    QVERIFY(holdOne(0));
    publish(1, 10);
    QCOMPARE(m_broadcaster->depth(), size_t{9});
    QVERIFY(m_recipients->isQuiet());
    publish(10, 11); // the tenth fills the batch
    QVERIFY(m_recipients->wait(1));
    const Delivery batch = m_recipients->deliveries().back();
    QCOMPARE(batch.messages, quint64{10});
    QVERIFY(batch.everyone);
    QVERIFY(numbersIn(bytesOf(batch)) == range(1, 11));
    QCOMPARE(m_broadcaster->depth(), size_t{0});
}

void TestBroadcaster::aWindowLeavesAfterItsTime()
{
    m_config.broadcast.batchWindow = Milliseconds(20);
    start();
    QVERIFY(holdOne(0));
    const TimePoint before = m_clock.now();
    publish(1, 4);
    QVERIFY(m_recipients->wait(1));
    QVERIFY(m_clock.now() - before >= Milliseconds(20));
    QVERIFY(numbersIn(bytesOf(m_recipients->deliveries().back())) == range(1, 4));
}

void TestBroadcaster::noMoreWindowsThanFour()
{
    m_config.broadcast.batchSize = 1;
    start();
    m_recipients->keepReceipts();
    publish(0, 10);
    QVERIFY(m_recipients->wait(4));
    QCOMPARE(m_broadcaster->depth(), size_t{6});
    QVERIFY(m_recipients->isQuiet());
    m_recipients->freeReceipt();
    QVERIFY(m_recipients->wait(1)); // one gone, one follows
    QCOMPARE(m_broadcaster->depth(), size_t{5});
    m_recipients->freeAllReceipts();
    QVERIFY(m_recipients->wait(5));
    QVERIFY(numbersIn(m_recipients->bytes()) == range(0, 10));
}

void TestBroadcaster::orderIsKept()
{
    m_config.channels.broadcastBufferSize = 100'000;
    m_config.broadcast.batchWindow = Milliseconds(1);
    start();
    publish(0, 5000);
    QTRY_VERIFY_WITH_TIMEOUT(m_broadcaster->isIdle(), kPatienceMs);
    QVERIFY(numbersIn(m_recipients->bytes()) == range(0, 5000));
}

void TestBroadcaster::orderOfEachPublisherIsKept()
{
    constexpr int kEach = 1000;
    m_config.channels.broadcastBufferSize = 100'000;
    m_config.broadcast.batchWindow = Milliseconds(1);
    start();
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([this, thread] { publish(thread * kEach, (thread + 1) * kEach); });
    for (std::thread &thread : threads)
        thread.join();
    QTRY_VERIFY_WITH_TIMEOUT(m_broadcaster->isIdle(), kPatienceMs);
    std::array<std::vector<int>, 4> seen;
    for (const int number : numbersIn(m_recipients->bytes()))
        seen[static_cast<size_t>(number / kEach)].push_back(number);
    for (int thread = 0; thread < 4; ++thread)
        QVERIFY(seen[static_cast<size_t>(thread)] == range(thread * kEach, (thread + 1) * kEach));
}

void TestBroadcaster::theOldestIsDroppedWhenFull()
{
    m_config.channels.broadcastBufferSize = 5;
    start();
    QVERIFY(holdOne(0));
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(m_broadcaster->publish(publication(i, everyone())), PublishResult::Queued);
    for (int i = 6; i <= 8; ++i)
        QCOMPARE(m_broadcaster->publish(publication(i, everyone())), PublishResult::QueuedDroppingOldest);
    QCOMPARE(m_broadcaster->depth(), size_t{5});
    QCOMPARE(total(Counter::BroadcastsDropped), quint64{3});
    m_recipients->freeAllReceipts();
    QVERIFY(m_recipients->wait(1));
    QVERIFY(numbersIn(bytesOf(m_recipients->deliveries().back())) == range(4, 9));
}

void TestBroadcaster::audiencesAreGroupedInRuns()
{
    m_config.broadcast.batchSize = 7;
    start();
    QVERIFY(holdOne(0));
    int number = 1;
    for (const Audience &audience : {everyone(), everyone(), users({"anna"}), users({"anna"}), users({"anna", "bob"}),
                                     everyone(), users({"anna"})})
        (void)m_broadcaster->publish(publication(number++, audience));
    QVERIFY(m_recipients->wait(5));
    const auto all = m_recipients->deliveries();
    const std::vector<std::vector<int>> expected{{1, 2}, {3, 4}, {5}, {6}, {7}};
    QCOMPARE(all.size(), size_t{6});
    for (size_t run = 0; run < expected.size(); ++run) {
        QVERIFY(numbersIn(bytesOf(all[run + 1])) == expected[run]);
        QCOMPARE(all[run + 1].messages, quint64{expected[run].size()});
        QCOMPARE(all[run + 1].everyone, run == 0 || run == 3);
    }
    QVERIFY(all[2].users == std::vector<std::string>{"anna"});
    QVERIFY((all[3].users == std::vector<std::string>{"anna", "bob"}));
}

void TestBroadcaster::messagesWithAKeyHaveTheirOwnBlock()
{
    start();
    QVERIFY(holdOne(0));
    const std::vector<std::string> keys{"", "", "a", "b", "", "c", "", ""};
    for (size_t i = 0; i < keys.size(); ++i) {
        Publication push = publication(static_cast<int>(i) + 1, everyone());
        push.key = keys[i];
        (void)m_broadcaster->publish(std::move(push));
    }
    m_recipients->freeReceipt();
    QVERIFY(m_recipients->wait(1));
    const Delivery delivery = m_recipients->deliveries().back();
    QCOMPARE(delivery.messages, quint64{keys.size()});
    std::vector<std::vector<int>> numbers;
    std::vector<std::string> blockKeys;
    for (const SharedFrames &block : delivery.blocks) {
        numbers.push_back(numbersIn(block->bytes));
        blockKeys.push_back(block->key);
    }
    QVERIFY((numbers == std::vector<std::vector<int>>{{1, 2}, {3}, {4}, {5}, {6}, {7, 8}}));
    const auto full = [](const char *key) { return std::string("news") + '\0' + key; };
    QVERIFY((blockKeys == std::vector<std::string>{"", full("a"), full("b"), "", full("c"), ""}));
}

void TestBroadcaster::theLatestOfAKeyReplacesWhatWaits()
{
    start();
    QVERIFY(holdOne(0));
    const auto keyed = [this](int number, const std::string &key, const Audience &audience) {
        Publication push = publication(number, audience);
        push.key = key;
        (void)m_broadcaster->publish(std::move(push));
    };
    keyed(1, "a", everyone());
    keyed(2, "b", everyone());
    keyed(3, "a", users({"anna"})); // other people's
    keyed(4, "a", everyone());      // instead of 1
    publish(5, 6);
    QCOMPARE(m_broadcaster->depth(), size_t{4});
    QCOMPARE(total(Counter::BroadcastsReplaced), quint64{1});
    m_recipients->freeAllReceipts();
    QTRY_VERIFY_WITH_TIMEOUT(m_broadcaster->isIdle(), kPatienceMs);
    QVERIFY((numbersIn(m_recipients->bytes()) == std::vector{0, 2, 3, 4, 5}));
    QCOMPARE(total(Counter::BroadcastsDropped), quint64{0});
}

void TestBroadcaster::whatIsReplacedTakesNoRoom()
{
    m_config.channels.broadcastBufferSize = 3;
    m_config.broadcast.batchSize = 1000;
    start();
    QVERIFY(holdOne(0));
    publish(1, 3);
    for (int i = 3; i < 100; ++i) {
        Publication push = publication(i, everyone());
        push.key = "k";
        QCOMPARE(m_broadcaster->publish(std::move(push)), PublishResult::Queued);
    }
    QCOMPARE(m_broadcaster->depth(), size_t{3});
    QCOMPARE(m_broadcaster->publish(publication(100, everyone())), PublishResult::QueuedDroppingOldest);
    m_recipients->freeAllReceipts();
    QVERIFY(m_recipients->wait(1));
    QVERIFY((numbersIn(bytesOf(m_recipients->deliveries().back())) == std::vector{2, 99, 100}));
}

void TestBroadcaster::whatHasOutlivedItsTimeIsNotSent()
{
    m_config.broadcast.batchSize = 2;
    m_broadcaster = std::make_unique<Broadcaster>(m_metrics, m_fakeClock, m_config, m_recipients->sink());
    m_broadcaster->start();
    QVERIFY(holdOne(0));
    Publication brief = publication(1, everyone());
    brief.timeToLive = Milliseconds(100);
    (void)m_broadcaster->publish(std::move(brief));
    m_fakeClock.advance(Milliseconds(100));
    Publication longer = publication(2, everyone());
    longer.timeToLive = Milliseconds(100);
    (void)m_broadcaster->publish(std::move(longer));
    QVERIFY(m_recipients->wait(1));
    QVERIFY((numbersIn(bytesOf(m_recipients->deliveries().back())) == std::vector{2}));
    QCOMPARE(total(Counter::BroadcastsExpired), quint64{1});
}

void TestBroadcaster::identicalMessagesOfABatchAreSentOnce()
{
    m_config.broadcast.batchSize = 6;
    start();
    QVERIFY(holdOne(0));
    for (const int number : {1, 2, 1, 3, 2, 4})
        publish(number, number + 1);
    QVERIFY(m_recipients->wait(1));
    // The last of each, so that what was said last stands.
    QVERIFY((numbersIn(bytesOf(m_recipients->deliveries().back())) == std::vector{1, 3, 2, 4}));
    QCOMPARE(m_recipients->deliveries().back().messages, quint64{4});
    QCOMPARE(total(Counter::BroadcastsMerged), quint64{2});
    m_config.broadcast.mergeIdentical = false;
    m_broadcaster->setConfig(m_config);
    for (int i = 0; i < 6; ++i)
        publish(7, 8);
    QVERIFY(m_recipients->wait(1));
    QCOMPARE(m_recipients->deliveries().back().messages, quint64{6});
}

void TestBroadcaster::topicsAreNumberedAndComplete()
{
    const auto registry =
        EventRegistry::load("[[topic]]\nname = 't'\nhistory = 9\nhistory-ms = 60000\n", QStringLiteral("e"), {});
    QVERIFY(registry);
    m_topics = std::make_unique<Topics>(
        m_clock, [events = *registry] { return events; }, "run");
    m_topics->setConfig(m_config);
    m_config.broadcast.batchSize = 4;
    m_broadcaster = std::make_unique<Broadcaster>(m_metrics, m_clock, m_config, m_recipients->sink(), m_topics.get());
    m_broadcaster->start();
    QVERIFY(holdOne(0));
    Audience audience;
    audience.topic = "t";
    for (int i = 0; i < 4; ++i) {
        Publication push;
        push.audience = audience;
        push.event = "news";
        push.params = i == 3 ? "{}" : R"({"a":1})"; // identical ones, too, are each their own
        push.passing = i == 2;
        (void)m_broadcaster->publish(std::move(push));
    }
    QVERIFY(m_recipients->wait(3));
    const auto all = m_recipients->deliveries();
    QCOMPARE(all[1].firstSeq, quint64{1});
    QCOMPARE(all[1].messages, quint64{2});
    QCOMPARE(all[1].frameEnds.back(), bytesOf(all[1]).size());
    QCOMPARE(all[2].firstSeq, quint64{0}); // passes by without a number
    QCOMPARE(all[3].firstSeq, quint64{3});
    const std::string &epoch = all[1].topic->epoch;
    const auto last = R"({"jsonrpc":"2.0","method":"news","params":{"topic":"t","epoch":")" + epoch + R"(","seq":3}})";
    QVERIFY(bytesOf(all[3]).ends_with(last));
    QVERIFY(bytesOf(all[1]).ends_with(R"("seq":2,"a":1}})"));
    const TopicCatchUp kept = m_topics->catchUp(*all[1].topic, TopicPosition{epoch, 1}, 1000);
    QVERIFY(kept.recovered);
    QCOMPARE(kept.missed.size(), size_t{2});
    QCOMPARE(*kept.missed.back(), last);
    QCOMPARE(total(Counter::BroadcastsMerged), quint64{0});
}

void TestBroadcaster::idleMeansEverythingDelivered()
{
    start();
    QVERIFY(m_broadcaster->isIdle());
    QVERIFY(holdOne(0));
    QCOMPARE(m_broadcaster->depth(), size_t{0});
    QVERIFY(!m_broadcaster->isIdle()); // still on its way to the outboxes
    m_recipients->freeAllReceipts();
    QTRY_VERIFY(m_broadcaster->isIdle());
    QCOMPARE(m_metrics.counts(Distribution::BroadcastFanout).count > 0, true);
}

void TestBroadcaster::stopDropsAndCountsWhatWaits()
{
    start();
    QVERIFY(holdOne(0));
    publish(1, 4);
    m_broadcaster->stop();
    QCOMPARE(total(Counter::BroadcastsDropped), quint64{3});
    QCOMPARE(m_broadcaster->depth(), size_t{0});
    publish(4, 5);
    QCOMPARE(total(Counter::BroadcastsDropped), quint64{4});
    m_broadcaster->stop(); // again does nothing
    QCOMPARE(m_recipients->deliveries().size(), size_t{1});
}

void TestBroadcaster::configIsLive()
{
    start();
    QVERIFY(holdOne(0));
    publish(1, 3);
    m_config.broadcast.batchSize = 3;
    m_config.channels.broadcastBufferSize = 3;
    m_broadcaster->setConfig(m_config);
    publish(3, 4);
    QVERIFY(m_recipients->wait(1));
    QVERIFY(numbersIn(bytesOf(m_recipients->deliveries().back())) == range(1, 4));
}

QTEST_GUILESS_MAIN(TestBroadcaster)
#include "tst_broadcaster.moc"

#include "server/work/boundedpriorityqueue.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

#include <thread>

using namespace sluice;
using namespace sluice::server;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG) || defined(QT_DEBUG)
constexpr size_t kJobsPerPusher = 20'000;
#else
constexpr size_t kJobsPerPusher = 200'000;
#endif
constexpr size_t kPushers = 3;
constexpr int kWorkers = 4;
constexpr size_t kCapacity = 500;
constexpr int kPlaces = 2;

/// What became of a job, beside the queue.
struct Fate {
    std::atomic<int> ends{0}; // run, rejected or withdrawn: each job once
    quint32 number = 0;       // in its order
};

/// One user's orders, as the workers see them.
struct OrderSeen {
    std::atomic<int> running{0};
    std::atomic<qint64> last{-1};
};

} // namespace

/// Several threads push and withdraw, several take and settle, of events with every kind of restraint.
class TestQueueStress : public QObject
{
    Q_OBJECT

private:
    static constexpr size_t kTypes = 4; // plain, bounded, ordered, both

    std::array<EventSpecPtr, kTypes> makeSpecs()
    {
        std::array<EventSpecPtr, kTypes> specs;
        for (size_t type = 0; type < kTypes; ++type) {
            auto spec = std::make_shared<EventSpec>();
            spec->index = EventIndex{static_cast<quint32>(type)};
            spec->lane = static_cast<Lane>(type % kLaneCount);
            spec->maxConcurrent = type % 2 == 1 ? kPlaces : 0;
            spec->ordered = type >= 2 ? Ordering::Connection : Ordering::None;
            spec->meanHandlerNs = 1000;
            specs[type] = std::move(spec);
        }
        return specs;
    }

    /// A pusher's jobs: it is the only one who sends on its connections, so it knows the order.
    struct Pusher {
        std::deque<Request> requests;
        std::deque<Fate> fates;
        std::array<OrderSeen, 5> orders;
    };

    std::vector<std::unique_ptr<Pusher>> makePushers(const Clock &clock)
    {
        const auto specs = makeSpecs();
        std::vector<std::unique_ptr<Pusher>> pushers;
        for (size_t p = 0; p < kPushers; ++p) {
            auto pusher = std::make_unique<Pusher>();
            std::array<quint32, 5> numbers{};
            for (size_t i = 0; i < kJobsPerPusher; ++i) {
                Request &request = pusher->requests.emplace_back();
                Fate &fate = pusher->fates.emplace_back();
                const size_t connection = i % 5;
                request.spec = specs[(i / 5) % kTypes];
                request.connection = ConnectionId{p * 100 + connection + 1};
                request.userKey = i % 7;
                request.admitted = clock.now();
                request.poolIndex = i;
                if (request.spec->ordered != Ordering::None)
                    fate.number = ++numbers[connection];
            }
            pushers.push_back(std::move(pusher));
        }
        return pushers;
    }

private Q_SLOTS:
    void nothingIsLostDoubledOrOutOfOrder_data()
    {
        QTest::addColumn<bool>("dropOldest");
        QTest::newRow("reject") << false;
        QTest::newRow("drop-oldest") << true;
    }

    void nothingIsLostDoubledOrOutOfOrder()
    {
        QFETCH(bool, dropOldest);
        SystemClock clock;
        QueueLimits limits;
        limits.capacity = kCapacity;
        limits.maxInFlight = 100;
        limits.overflow = dropOldest ? QueueOverflow::DropOldest : QueueOverflow::Reject;
        BoundedPriorityQueue queue(clock, limits);
        QCOMPARE(queue.setConsumers(kWorkers), kWorkers);
        const auto pushers = makePushers(clock);

        std::array<std::atomic<int>, kTypes> running{};
        std::atomic<int> faults{0};
        const auto pusherOf = [&](Job job) -> Pusher & { return *pushers[job->connection.value / 100]; };
        const auto fateOf = [&](Job job) -> Fate & { return pusherOf(job).fates[job->poolIndex]; };
        const auto orderOf = [&](Job job) -> OrderSeen & {
            return pusherOf(job).orders[(job->connection.value % 100) - 1];
        };
        const auto begin = [&](Job job) {
            const size_t type = job->spec->index.value;
            if (++running[type] > kPlaces && job->spec->maxConcurrent > 0)
                ++faults;
            if (job->spec->ordered == Ordering::None)
                return;
            OrderSeen &order = orderOf(job);
            if (order.running.fetch_add(1) != 0 || order.last.exchange(fateOf(job).number) >= fateOf(job).number)
                ++faults;
        };
        const auto end = [&](Job job) {
            if (job->spec->ordered != Ordering::None)
                --orderOf(job).running;
            --running[job->spec->index.value];
            ++fateOf(job).ends;
        };

        std::vector<std::thread> workers;
        for (int i = 0; i < kWorkers; ++i) {
            workers.emplace_back([&] {
                BoundedPriorityQueue::Consumer consumer;
                std::vector<Job> batch;
                while (queue.pop(consumer, batch) > 0) {
                    if (queue.depth() > kCapacity || queue.inFlight() > 100)
                        ++faults;
                    std::for_each(batch.begin(), batch.end(), begin);
                    std::for_each(batch.begin(), batch.end(), end);
                    queue.settled(batch);
                }
            });
        }
        std::vector<std::thread> threads;
        for (const auto &pusher : pushers) {
            threads.emplace_back([&, own = pusher.get()] {
                std::vector<Job> turn;
                std::vector<Job> back;
                for (size_t i = 0; i < kJobsPerPusher;) {
                    turn.clear();
                    for (size_t count = 1 + i % 40; count > 0 && i < kJobsPerPusher; --count)
                        turn.push_back(&own->requests[i++]);
                    back.clear();
                    queue.push(turn, back);
                    if (i % 3 == 0) // of those some still wait, some are evicted, some are on their way
                        queue.withdraw(std::span(turn).first(turn.size() / 2), back);
                    for (Job job : back)
                        ++fateOf(job).ends;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        queue.close();
        for (std::thread &worker : workers)
            worker.join();

        QCOMPARE(faults.load(), 0);
        QCOMPARE(queue.depth(), 0u);
        QCOMPARE(queue.inFlight(), 0u);
        size_t ends = 0;
        for (const auto &pusher : pushers) {
            for (const Fate &fate : pusher->fates)
                ends += fate.ends == 1 ? 1 : 0;
        }
        QCOMPARE(ends, kPushers * kJobsPerPusher);
        QVERIFY(queue.takeFlow(SystemClock().now()).taken() > 0);
    }
};

QTEST_GUILESS_MAIN(TestQueueStress)
#include "tst_queuestress.moc"

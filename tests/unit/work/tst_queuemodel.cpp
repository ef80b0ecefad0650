#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/work/queuemodel.h"

#include <QTest>

#include <deque>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG) || defined(QT_DEBUG)
constexpr int kSeeds = 20;
#else
constexpr int kSeeds = 150;
#endif
constexpr int kSteps = 1500;

/// A queue and its model live the same random life; whatever the queue does must be what the model does.
class Life
{
public:
    explicit Life(quint64 seed)
        : m_random(seed)
        , m_limits(randomLimits())
        , m_queue(m_clock, m_limits)
        , m_model(m_clock, m_limits)
    {
        static_cast<void>(m_queue.setConsumers(1));
        for (quint32 event = 0; event < 10; ++event)
            m_specs.push_back(makeSpec(event));
        for (int user = 0; user < 6; ++user) {
            for (int copy = 0; copy < 2; ++copy) { // a principal for each connection
                auto principal = std::make_shared<Principal>();
                principal->userId = "user-" + std::to_string(user);
                m_principals.push_back(std::move(principal));
            }
        }
    }

    /// One random step. Returns what is wrong after it, or an empty text.
    QString step()
    {
        switch (m_random.below(20)) {
        case 0: m_clock.advance(std::chrono::milliseconds(m_random.below(3000))); break;
        case 1: return withdraw();
        case 2: changeLimits(); break;
        case 3: m_specs[4] = makeSpec(4); break; // as a new events.toml does
        case 4: return passOrder();
        case 5: return m_random.below(10) == 0 ? drain() : QString();
        case 6:
        case 7:
        case 8:
        case 9:
        case 10: return settle();
        case 11:
        case 12:
        case 13:
        case 14: return push();
        default: return pop();
        }
        return compare();
    }

    /// Closes both; everything that waits must come out.
    QString end()
    {
        m_queue.close();
        m_model.close();
        while (m_model.depth() > 0 || !m_model.returned.empty()) {
            if (QString wrong = pop(); !wrong.isEmpty())
                return wrong;
            if (QString wrong = settle(); !wrong.isEmpty())
                return wrong;
        }
        std::vector<Job> jobs{acquire()};
        std::vector<Job> rejected;
        m_queue.push(jobs, rejected);
        if (rejected != jobs || m_queue.pop(m_consumer, jobs) != 0)
            return QStringLiteral("a closed and empty queue took or gave a job");
        return compare();
    }

private:
    QueueLimits randomLimits()
    {
        QueueLimits limits;
        limits.capacity = static_cast<int>(5 + m_random.below(60));
        for (int &weight : limits.weights)
            weight = static_cast<int>(1 + m_random.below(8));
        limits.ageing = std::chrono::milliseconds(m_random.below(3) * 2000);
        limits.overflow = m_random.below(2) == 0 ? QueueOverflow::Reject : QueueOverflow::DropOldest;
        limits.maxInFlight = static_cast<int>(1 + m_random.below(30));
        return limits;
    }

    EventSpecPtr makeSpec(quint32 event)
    {
        static constexpr std::array kOrders{Ordering::None, Ordering::User, Ordering::Connection};
        auto spec = std::make_shared<EventSpec>();
        spec->index = EventIndex{event};
        spec->lane = static_cast<Lane>(event == 4 ? m_random.below(3) : event % 3);
        if (event >= 3 && event <= 5)
            spec->maxConcurrent = static_cast<int>(m_random.below(event == 4 ? 4 : 3) + (event == 4 ? 0 : 1));
        if (event >= 5)
            spec->ordered = kOrders[1 + event % 2];
        spec->meanHandlerNs = event == 7 ? 200'000 : 3'000;
        return spec;
    }

    Job acquire()
    {
        if (m_free.empty())
            m_free.push_back(&m_requests.emplace_back());
        const Job job = m_free.back();
        m_free.pop_back();
        const quint64 connection = m_random.below(m_principals.size());
        job->spec = m_specs[m_random.below(m_specs.size())];
        job->principal = m_principals[connection];
        job->connection = ConnectionId{connection + 1};
        job->userKey = (connection / 2) % 4; // some users share a key
        job->admitted = m_clock.now();
        return job;
    }

    QString push()
    {
        std::vector<Job> jobs;
        for (quint64 count = 1 + m_random.below(12); count > 0; --count)
            jobs.push_back(acquire());
        std::vector<Job> rejected;
        std::vector<Job> expected;
        m_queue.push(jobs, rejected);
        m_model.push(jobs, expected);
        m_free.insert(m_free.end(), rejected.begin(), rejected.end());
        return rejected == expected ? compare() : QStringLiteral("other jobs were rejected");
    }

    QString pop()
    {
        if (!m_model.mayPop())
            return compare();
        const std::vector<Job> expected = m_model.pop();
        std::vector<Job> jobs;
        m_queue.pop(m_consumer, jobs);
        if (jobs != expected)
            return QStringLiteral("other jobs were handed out");
        if (m_random.below(10) == 0) { // its worker is relieved of what it has not begun
            const size_t done = m_random.below(jobs.size()) + 1;
            m_queue.relieve(m_consumer, std::span(jobs).subspan(done));
            m_model.returned.insert(m_model.returned.end(), jobs.begin() + static_cast<std::ptrdiff_t>(done),
                                    jobs.end());
        }
        return compare();
    }

    std::vector<Job> someOf(const std::vector<Job> &jobs)
    {
        std::vector<Job> some;
        for (Job job : jobs) {
            if (m_random.below(2) == 0)
                some.push_back(job);
        }
        return some;
    }

    QString settle()
    {
        std::vector<Job> jobs = someOf(m_model.inFlight);
        std::erase_if(jobs, [this](Job job) {
            return std::find(m_model.returned.begin(), m_model.returned.end(), job) != m_model.returned.end();
        });
        m_queue.settled(jobs);
        m_model.settle(jobs);
        m_free.insert(m_free.end(), jobs.begin(), jobs.end());
        return compare();
    }

    QString withdraw()
    {
        std::vector<Job> jobs;
        for (Request &request : m_requests) {
            const bool isFree = std::find(m_free.begin(), m_free.end(), &request) != m_free.end();
            if (!isFree && m_random.below(8) == 0)
                jobs.push_back(&request);
        }
        std::vector<Job> out;
        std::vector<Job> expected;
        m_queue.withdraw(jobs, out);
        m_model.withdraw(jobs, expected);
        m_free.insert(m_free.end(), out.begin(), out.end());
        return out == expected ? compare() : QStringLiteral("other jobs were withdrawn");
    }

    QString passOrder()
    {
        if (m_model.inFlight.empty())
            return {};
        const Job job = m_model.inFlight[m_random.below(m_model.inFlight.size())];
        m_queue.passOrder(job);
        m_model.passOrder(job);
        return compare();
    }

    QString drain()
    {
        const std::vector<Job> jobs = m_queue.drainAll();
        const bool same = jobs == m_model.drainAll();
        m_free.insert(m_free.end(), jobs.begin(), jobs.end());
        return same ? compare() : QStringLiteral("other jobs were drained");
    }

    void changeLimits()
    {
        m_limits = randomLimits();
        m_queue.setLimits(m_limits);
        m_model.setLimits(m_limits);
    }

    QString compare()
    {
        const auto waits = m_queue.oldestWaits(m_clock.now());
        for (size_t lane = 0; lane < kLaneCount; ++lane) {
            if (m_queue.depth(static_cast<Lane>(lane)) != m_model.depth(lane))
                return QStringLiteral("depth of lane %1 is %2, not %3")
                    .arg(lane)
                    .arg(m_queue.depth(static_cast<Lane>(lane)))
                    .arg(m_model.depth(lane));
            if (waits[lane] != m_model.oldestWait(lane))
                return QStringLiteral("another job is the oldest of lane %1").arg(lane);
        }
        if (m_queue.depth() != m_model.depth())
            return QStringLiteral("depth");
        if (m_queue.inFlight() != m_model.inFlight.size())
            return QStringLiteral("in flight %1, not %2").arg(m_queue.inFlight()).arg(m_model.inFlight.size());
        if (m_queue.mayPop() != m_model.mayPop())
            return QStringLiteral("whether there is work");
        return {};
    }

    test::SeededRandom m_random;
    test::FakeClock m_clock;
    QueueLimits m_limits;
    BoundedPriorityQueue m_queue;
    QueueModel m_model;
    BoundedPriorityQueue::Consumer m_consumer;
    std::vector<EventSpecPtr> m_specs;
    std::vector<PrincipalPtr> m_principals;
    std::deque<Request> m_requests;
    std::vector<Job> m_free;
};

} // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queueLivesAsItsModel()
    {
        for (quint64 seed = 1; seed <= kSeeds; ++seed) {
            Life life(seed);
            for (int step = 0; step < kSteps; ++step) {
                if (const QString wrong = life.step(); !wrong.isEmpty())
                    QFAIL(qPrintable(QStringLiteral("seed %1 step %2: %3").arg(seed).arg(step).arg(wrong)));
            }
            if (const QString wrong = life.end(); !wrong.isEmpty())
                QFAIL(qPrintable(QStringLiteral("seed %1 at the end: %2").arg(seed).arg(wrong)));
        }
    }
};

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"

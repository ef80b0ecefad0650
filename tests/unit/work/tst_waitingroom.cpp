#include "server/work/waitingroom.h"

#include "tests/unit/work/testjobs.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

/// Who may leave, and in what turn.
class TestWaitingRoom : public QObject
{
    Q_OBJECT

private:
    static constexpr size_t kNormal = static_cast<size_t>(Lane::Normal);

    StoppedClock m_clock;
    std::unique_ptr<TestJobs> m_jobs;
    std::unique_ptr<WaitingRoom> m_room;
    quint32 m_events = 0;

    /// An event type of its own.
    EventSpecPtr eventOf(int maxConcurrent, Ordering ordered = Ordering::None, Lane lane = Lane::Normal)
    {
        auto spec = std::make_shared<EventSpec>();
        spec->index = EventIndex{++m_events};
        spec->lane = lane;
        spec->maxConcurrent = maxConcurrent;
        spec->ordered = ordered;
        return spec;
    }
    std::vector<Job> add(size_t count, const EventSpecPtr &spec, int user, int connection = 0)
    {
        std::vector<Job> jobs;
        for (size_t i = 0; i < count; ++i) {
            jobs.push_back(m_jobs->make(spec, user, connection));
            m_room->add(jobs.back());
        }
        return jobs;
    }
    Job add(const EventSpecPtr &spec, int user, int connection = 0) { return add(1, spec, user, connection).front(); }
    /// Takes the one whose turn it is; null when none may leave.
    Job take(Lane lane = Lane::Normal)
    {
        if (!m_room->hasReady(static_cast<size_t>(lane)))
            return nullptr;
        const Job job = m_room->next(static_cast<size_t>(lane));
        m_room->take(job);
        return job;
    }
    std::vector<Job> takeAll()
    {
        std::vector<Job> jobs;
        while (Job job = take())
            jobs.push_back(job);
        return jobs;
    }
    void settle(Job job)
    {
        HeldOrderList held;
        m_room->settle(job, m_clock.now(), held);
        m_room->passOn(held, m_clock.now());
    }

private Q_SLOTS:
    void init()
    {
        m_jobs = std::make_unique<TestJobs>(m_clock, FairLine::kTurn); // a job is a turn
        m_room = std::make_unique<WaitingRoom>();
    }

    void aFloodDelaysItsSenderOnly()
    {
        const auto flood = add(1000, m_jobs->spec(), 1);
        const Job other = add(m_jobs->spec(), 2);
        const Job third = add(m_jobs->spec(), 3);
        const std::vector<Job> order = takeAll();
        QCOMPARE(order.size(), 1002u);
        QVERIFY(
            (std::vector<Job>(order.begin(), order.begin() + 4) == std::vector<Job>{flood[0], other, third, flood[1]}));
        QVERIFY(std::equal(flood.begin() + 1, flood.end(), order.begin() + 3)); // in the order in which they came
    }

    void aTurnHasSeveralShortJobs()
    {
        TestJobs shortJobs(m_clock, FairLine::kTurn / 3);
        std::vector<Job> ofOne;
        const auto enter = [&](int user) {
            const Job job = shortJobs.make(shortJobs.spec(), user);
            m_room->add(job);
            return job;
        };
        for (int count = 0; count < 6; ++count)
            ofOne.push_back(enter(1));
        const Job other = enter(2);
        const Job third = enter(3);
        for (size_t index = 0; index < 4; ++index) // a turn ends with the job that uses it up
            QCOMPARE(take(), ofOne[index]);
        QCOMPARE(take(), other); // its last: what was left of its turn is nobody's
        QCOMPARE(take(), third);
        QCOMPARE(take(), ofOne[4]);
        const Job fourth = enter(4);
        QCOMPARE(take(), ofOne[5]);
        QCOMPARE(take(), fourth);
    }

    void usersTakeTurnsAndJoinBehindTheOthers()
    {
        const auto a = add(3, m_jobs->spec(), 1);
        const auto b = add(3, m_jobs->spec(), 2);
        QCOMPARE(take(), a[0]);
        const Job c = add(m_jobs->spec(), 3);
        QCOMPARE(take(), b[0]);
        QCOMPARE(take(), a[1]);
        QCOMPARE(take(), c);
        QCOMPARE(take(), b[1]);
    }

    void usersWithOneKeyAreToldApart()
    {
        const auto a = add(2, m_jobs->spec(), 1);
        const Job b = m_jobs->make(m_jobs->spec(), 2);
        b->userKey = a[0]->userKey;
        m_room->add(b);
        QVERIFY((takeAll() == std::vector<Job>{a[0], b, a[1]}));
    }

    void manyUsersAreFound()
    {
        std::vector<Job> first;
        for (int user = 0; user < 5000; ++user)
            first.push_back(add(2, m_jobs->spec(), user).front());
        QVERIFY(takeAll().size() == 10'000u);
        QCOMPARE(m_room->size(), 0u);
    }

    void bulkheadLetsSoManyOutAndNobodyWaitsBehind()
    {
        const EventSpecPtr slow = eventOf(2);
        const auto waiting = add(4, slow, 1);
        const auto plain = add(3, m_jobs->spec(), 1);
        QCOMPARE(m_room->ready(), 7u);
        std::vector<Job> out = takeAll();
        QCOMPARE(out.size(), 5u); // two of the slow ones, and everything else
        QCOMPARE(std::count_if(out.begin(), out.end(), [&](Job job) { return job->spec == slow; }), 2);
        QCOMPARE(m_room->ready(), 0u);
        QCOMPARE(m_room->size(kNormal), 2u);
        settle(waiting[0]);
        QCOMPARE(m_room->ready(), 2u);
        QVERIFY(takeAll() == std::vector<Job>{waiting[2]});
    }

    void usersTakeTurnsBehindABulkhead()
    {
        const EventSpecPtr slow = eventOf(1);
        const auto flood = add(100, slow, 1);
        QCOMPARE(take(), flood[0]);
        const Job other = add(slow, 2);
        settle(flood[0]);
        QCOMPARE(take(), flood[1]);
        settle(flood[1]);
        QCOMPARE(take(), other);
    }

    void aBulkheadsLineGetsATurnForEachOfItsUsers()
    {
        const EventSpecPtr bounded = eventOf(100);
        for (int user = 0; user < 3; ++user)
            add(10, bounded, user);
        for (int user = 10; user < 12; ++user)
            add(10, m_jobs->spec(), user);
        int ofBounded = 0;
        for (int i = 0; i < 20; ++i)
            ofBounded += take()->spec == bounded ? 1 : 0;
        QCOMPARE(ofBounded, 12); // 3 of 5
    }

    void theBoundFollowsTheEventsFile()
    {
        auto spec = std::make_shared<EventSpec>();
        spec->index = EventIndex{7};
        spec->lane = Lane::Normal;
        spec->maxConcurrent = 1;
        const auto before = add(3, spec, 1);
        QCOMPARE(takeAll().size(), 1u);
        auto wider = std::make_shared<EventSpec>();
        wider->index = EventIndex{7};
        wider->lane = Lane::Normal;
        wider->maxConcurrent = 3;
        add(wider, 1);
        QVERIFY((takeAll() == std::vector<Job>{before[1], before[2]}));
    }

    void orderedOnesRunOneAtATimeAcrossTypesAndLanes()
    {
        const EventSpecPtr save = eventOf(0, Ordering::User);
        const EventSpecPtr remove = eventOf(0, Ordering::User, Lane::High);
        const Job first = add(save, 1, 11);
        const Job second = add(remove, 1, 12); // another connection of the user's
        const Job third = add(save, 1, 11);
        const Job others = add(save, 2);
        QVERIFY((takeAll() == std::vector<Job>{first, others}));
        QVERIFY(!m_room->hasReady(0));
        settle(first);
        QCOMPARE(take(Lane::High), second);
        QVERIFY(takeAll().empty());
        settle(second);
        QCOMPARE(take(), third);
    }

    void orderOfAConnectionIsItsOwn()
    {
        const EventSpecPtr ordered = eventOf(0, Ordering::Connection);
        const auto one = add(2, ordered, 1, 11);
        const auto two = add(2, ordered, 1, 12);
        QVERIFY((takeAll() == std::vector<Job>{one[0], two[0]}));
        // Logging in makes another user of it, but not another connection.
        Job asOther = m_jobs->make(ordered, 5, 11);
        m_room->add(asOther);
        QVERIFY(takeAll().empty());
        settle(one[0]);
        QCOMPARE(take(), one[1]);
        settle(one[1]);
        QCOMPARE(take(), asOther);
    }

    void removedOnesLetTheNextGo()
    {
        const EventSpecPtr ordered = eventOf(0, Ordering::Connection);
        const auto jobs = add(4, ordered, 1);
        m_room->remove(jobs[1], m_clock.now()); // parked
        m_room->remove(jobs[0], m_clock.now()); // the one that may run
        QCOMPARE(take(), jobs[2]);
        m_room->passOrder(jobs[2], m_clock.now()); // it is stuck
        QCOMPARE(take(), jobs[3]);
        settle(jobs[2]);
        settle(jobs[3]);
        QCOMPARE(m_room->size(), 0u);
    }

    void oldestIsTheFirstReceivedWhereverItWaits()
    {
        const EventSpecPtr ordered = eventOf(0, Ordering::Connection);
        const EventSpecPtr slow = eventOf(1);
        const auto parked = add(2, ordered, 1);
        take();
        m_clock.advance(1ms);
        const auto behind = add(2, slow, 1);
        take();
        m_clock.advance(1ms);
        const Job plain = add(m_jobs->spec(), 1);
        QCOMPARE(m_room->oldest(kNormal), parked[1]);
        m_room->remove(parked[1], m_clock.now());
        QCOMPARE(m_room->oldest(kNormal), behind[1]);
        m_room->remove(behind[1], m_clock.now());
        QCOMPARE(m_room->oldest(kNormal), plain);
    }

    void ageingCountsFromWhenAJobCouldLeave()
    {
        const EventSpecPtr ordered = eventOf(0, Ordering::Connection);
        const auto jobs = add(2, ordered, 1);
        take();
        m_clock.advance(5s);
        const Job plain = add(m_jobs->spec(), 2);
        m_clock.advance(1s);
        settle(jobs[0]);
        QCOMPARE(m_room->oldestReady(kNormal).job, plain);
        QVERIFY(m_room->oldestReady(kNormal).since == m_clock.now() - 1s);
        const EventSpecPtr slow = eventOf(1);
        const auto bounded = add(2, slow, 3);
        m_room->take(bounded[0]);
        m_clock.advance(9s);
        settle(bounded[0]);
        m_room->remove(plain, m_clock.now());
        m_room->remove(jobs[1], m_clock.now());
        QCOMPARE(m_room->oldestReady(kNormal).job, bounded[1]);
        QVERIFY(m_room->oldestReady(kNormal).since == m_clock.now());
    }
};

QTEST_GUILESS_MAIN(TestWaitingRoom)
#include "tst_waitingroom.moc"

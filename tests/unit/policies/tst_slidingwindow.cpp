#include "server/policies/slidingwindow.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint at(Duration sinceStart)
{
    return TimePoint(std::chrono::hours(1) + sinceStart);
}

/// The definition itself: every admission is remembered, and all of the last window are counted.
class Model
{
public:
    [[nodiscard]] int inWindow(TimePoint now, Duration window) const
    {
        const auto first = std::upper_bound(m_admitted.begin(), m_admitted.end(), now - window);
        return static_cast<int>(m_admitted.end() - first);
    }
    void admit(TimePoint now) { m_admitted.push_back(now); }
    void withdraw(TimePoint admitted) { m_admitted.erase(std::find(m_admitted.begin(), m_admitted.end(), admitted)); }
    void forgetBefore(TimePoint time)
    {
        while (!m_admitted.empty() && m_admitted.front() < time)
            m_admitted.pop_front();
    }
    [[nodiscard]] bool isEmpty() const { return m_admitted.empty(); }
    [[nodiscard]] TimePoint newest() const { return m_admitted.back(); }

private:
    std::deque<TimePoint> m_admitted;
};

/// Steps between admission attempts: mostly dense, sometimes at one instant, sometimes a long silence.
Duration randomStep(std::mt19937_64 &random, Duration window, int limit)
{
    const auto typical = window.count() / (limit + 1);
    // Silences rare enough that the window fills up between them.
    if (random() % static_cast<quint64>(8 * limit + 20) == 0)
        return Duration(static_cast<qint64>(random() % static_cast<quint64>(window.count() * 2)));
    if (random() % 20 == 0)
        return Duration(0);
    return Duration(static_cast<qint64>(random() % static_cast<quint64>(typical + 1)));
}

/// A window and the slow, obvious model of it, a list of times, through the same random history.
class History
{
public:
    History(quint64 seed, int mostLimit)
        : m_random(seed)
        , m_mostLimit(mostLimit)
    {
        reconfigure();
    }

    /// One random step. Returns what the window did that the model does not allow; empty when all is well.
    [[nodiscard]] QString step()
    {
        const quint64 kind = random(m_mostLimit + 20);
        if (kind == 0)
            reconfigure();
        else if (kind <= 3)
            withdraw();
        else
            return admit();
        return {};
    }

private:
    quint64 random(int below) { return m_random() % static_cast<quint64>(below); }

    void reconfigure()
    {
        // Of the window before nothing older than it need be remembered.
        m_remembered = std::max(m_remembered, m_now - Duration(m_window));
        // What is counted, not listed, loses up to a sub-bucket of its age with each new width.
        m_slack += bucket();
        m_limit = static_cast<int>(1 + random(m_mostLimit));
        m_window = std::chrono::milliseconds(1 + random(2000));
        m_slack += bucket();
        m_subject.reconfigure(m_limit, m_window);
    }

    void withdraw()
    {
        if (m_admitted.empty())
            return;
        // One of the last few, and none that may count as gone already, by what its age has lost in buckets.
        const size_t back = std::min(m_admitted.size(), static_cast<size_t>(1 + random(8)));
        const auto one = m_admitted.end() - static_cast<std::ptrdiff_t>(back);
        const Duration lost = m_subject.heapBytes() >= sizeof(BucketCounts) ? bucket() + m_slack : Duration(0);
        if (m_now - *one + lost >= std::min<Duration>(m_window, m_now - m_remembered))
            return;
        m_subject.withdraw(*one);
        m_admitted.erase(one);
    }

    QString admit()
    {
        m_now += randomStep(m_random, m_window, m_limit);
        const bool isCounted = m_subject.heapBytes() >= sizeof(BucketCounts);
        if (!isCounted)
            m_slack = Duration(0);
        // Beyond the window what is counted may count for a sub-bucket more, and for what its age has lost.
        const Duration more = isCounted ? bucket() + m_slack : Duration(0);
        const int atMost = count(m_now - m_window - more);
        const int atLeast = count(std::max(m_now - m_window, m_remembered));
        const Duration wait = m_subject.retryAfter(m_now);
        const bool admits = m_subject.tryAdmit(m_now);
        const auto facts = [&] {
            return QStringLiteral("limit %1, in the window %2 to %3, %4, counted %5")
                .arg(m_limit)
                .arg(atLeast)
                .arg(atMost)
                .arg(admits ? QStringLiteral("admitted") : QStringLiteral("refused"))
                .arg(isCounted);
        };
        if (admits)
            m_admitted.push_back(m_now);
        if (admits ? atLeast >= m_limit : atMost < m_limit)
            return facts();
        if ((wait == Duration::zero()) != admits)
            return QStringLiteral("retry after %1 ns: ").arg(wait.count()) + facts();
        return {};
    }

    [[nodiscard]] int count(TimePoint after) const
    {
        return static_cast<int>(
            std::count_if(m_admitted.begin(), m_admitted.end(), [after](TimePoint time) { return time > after; }));
    }
    [[nodiscard]] Duration bucket() const { return Duration(m_window) / BucketCounts::kBuckets + 1ns; }

    std::mt19937_64 m_random;
    const int m_mostLimit;
    int m_limit = 1;
    std::chrono::milliseconds m_window{1000};
    SlidingWindow m_subject{1, std::chrono::milliseconds(1000)};
    TimePoint m_now = at(0s);
    TimePoint m_remembered = at(-10min);
    Duration m_slack{0};
    std::vector<TimePoint> m_admitted;
};

} // namespace

class TestSlidingWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admitsNAndRefusesNPlusOne_data()
    {
        QTest::addColumn<int>("limit");
        for (int limit : {1, 2, 3, 20, 100, 255, 256, 257, 258, 1000, 10'000})
            QTest::addRow("%d", limit) << limit;
    }

    void admitsNAndRefusesNPlusOne()
    {
        QFETCH(int, limit);
        SlidingWindow window(limit, 60s);
        for (int i = 0; i < limit; ++i)
            QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(!window.tryAdmit(at(0s)));
        QVERIFY(!window.tryAdmit(at(60s - 1ns)));
        QVERIFY(!window.isIdle(at(60s - 1ns)));
        QVERIFY(window.tryAdmit(at(60s + 500ms))); // counted ones may wait for a bucket (469 ms) more
    }

    void edgeOfTheWindowIsExact()
    {
        SlidingWindow window(2, 1s);
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.tryAdmit(at(300ms)));
        QVERIFY(!window.tryAdmit(at(1s - 1ns)));
        QVERIFY(window.retryAfter(at(1s - 1ns)) == 1ns);
        QVERIFY(window.retryAfter(at(1s)) == 0ns);
        QVERIFY(window.tryAdmit(at(1s)));
        QVERIFY(window.retryAfter(at(1s)) == 300ms);
    }

    void zeroMeansUnlimited()
    {
        SlidingWindow window(0, 1s);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.isIdle(at(0s)));
        QVERIFY(window.retryAfter(at(0s)) == 0ns);
    }

    void agreesWithTheModel_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("steps");
        QTest::newRow("one") << 1 << 20'000;
        QTest::newRow("inline") << 2 << 20'000;
        QTest::newRow("small ring") << 7 << 50'000;
        QTest::newRow("default limit") << 100 << 50'000;
        QTest::newRow("largest ring") << 256 << 50'000;
    }

    void agreesWithTheModel()
    {
        QFETCH(int, limit);
        QFETCH(int, steps);
        std::mt19937_64 random(static_cast<quint64>(limit));
        const Duration span = 10s;
        SlidingWindow window(limit, 10s);
        Model model;
        TimePoint now = at(0s);
        int refusals = 0;
        for (int step = 0; step < steps; ++step) {
            now += randomStep(random, span, limit);
            model.forgetBefore(now - 2 * span);
            const bool expected = model.inWindow(now, span) < limit;
            const Duration wait = window.retryAfter(now);
            QCOMPARE(wait == Duration::zero(), expected);
            if (!expected) { // exact: free then, and not a nanosecond before
                QVERIFY(model.inWindow(now + wait, span) < limit);
                QVERIFY(model.inWindow(now + wait - 1ns, span) >= limit);
                ++refusals;
            }
            QCOMPARE(window.isIdle(now), model.inWindow(now, span) == 0);
            QCOMPARE(window.tryAdmit(now), expected);
            if (expected)
                model.admit(now);
            if (expected && random() % 16 == 0) {
                window.withdraw(now);
                model.withdraw(now);
            }
        }
        QVERIFY(refusals > steps / 50);
    }

    void largeLimitsNeverExceedTheModelAndComeClose_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("just counted") << 257;
        QTest::newRow("1000") << 1000;
        QTest::newRow("5000") << 5000;
    }

    void largeLimitsNeverExceedTheModelAndComeClose()
    {
        QFETCH(int, limit);
        std::mt19937_64 random(7);
        const Duration span = 1s;
        SlidingWindow window(limit, 1s);
        std::vector<TimePoint> admitted;
        TimePoint now = at(0s);
        const int steps = 150'000;
        for (int step = 0; step < steps; ++step) {
            now += Duration(static_cast<qint64>(random() % static_cast<quint64>(span.count() / limit)));
            const Duration wait = window.retryAfter(now);
            const bool admits = window.tryAdmit(now);
            QCOMPARE(wait == Duration::zero(), admits);
            if (admits)
                admitted.push_back(now);
        }
        const auto most = static_cast<size_t>(limit);
        for (size_t i = most; i < admitted.size(); ++i)
            QVERIFY2(admitted[i] - admitted[i - most] >= span, "more than the limit in one window");
        // Twice the limit was asked for; 1 / (kBuckets + 1) may be lost.
        const double seconds = std::chrono::duration<double>(now - at(0s)).count();
        const double rate = static_cast<double>(admitted.size()) / seconds;
        QVERIFY2(rate > 0.985 * limit, qPrintable(QString::number(rate)));
    }

    void countedRetryAfterIsEnough()
    {
        SlidingWindow window(300, 1s);
        for (int i = 0; i < 300; ++i)
            QVERIFY(window.tryAdmit(at(i * 1ms)));
        QVERIFY(window.heapBytes() > 256 * sizeof(qint64) / 8);
        const Duration wait = window.retryAfter(at(299ms));
        QVERIFY(wait >= 701ms && wait <= 701ms + 8ms);
        QVERIFY(!window.tryAdmit(at(299ms) + wait - 1ns));
        QVERIFY(window.tryAdmit(at(299ms) + wait));
    }

    void reconfigureKeepsHistory_data()
    {
        QTest::addColumn<int>("used");
        QTest::newRow("timestamps") << 10;
        QTest::newRow("counted") << 300;
    }

    void reconfigureKeepsHistory()
    {
        QFETCH(int, used);
        SlidingWindow window(used, 10s);
        for (int i = 0; i < used; ++i)
            QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(!window.tryAdmit(at(1s)));
        window.reconfigure(used + 1, 10s);
        QVERIFY(window.tryAdmit(at(1s)));
        QVERIFY(!window.tryAdmit(at(1s)));
        window.reconfigure(used / 2, 10s);
        QVERIFY(!window.tryAdmit(at(2s)));
        QVERIFY(window.retryAfter(at(2s)) >= 8s);
        window.reconfigure(used * 2, 20s); // a longer window: what is remembered counts for longer
        QVERIFY(window.tryAdmit(at(9s)));
        window.reconfigure(2, 1s);
        QVERIFY(window.tryAdmit(at(11s)));
        window.reconfigure(0, 1s);
        QVERIFY(window.tryAdmit(at(11s)));
        QCOMPARE(window.heapBytes(), 0u);
    }

    void randomReconfiguringNeverExceedsTheCurrentLimit()
    {
        std::mt19937_64 random(99);
        SlidingWindow window(50, 1s);
        Model model;
        TimePoint now = at(0s);
        int limit = 50;
        for (int step = 0; step < 100'000; ++step) {
            if (step % 997 == 0) {
                limit = static_cast<int>(1 + random() % 600);
                window.reconfigure(limit, 1s);
            }
            now += Duration(static_cast<qint64>(random() % 3'000'000));
            model.forgetBefore(now - 2s);
            if (window.tryAdmit(now)) {
                model.admit(now);
                QVERIFY(model.inWindow(now, 1s) <= limit);
            }
        }
    }

    void randomHistoriesAgreeWithTheModel_data()
    {
        QTest::addColumn<int>("mostLimit");
        QTest::newRow("inline and small rings") << 5;
        QTest::newRow("rings") << 200;
        QTest::newRow("rings and buckets") << 1500;
    }

    // Admissions, withdrawals, new limits and new windows in any order. What a smaller window forgot is forgotten, so
    // after a larger one the model gives two bounds: with all that ever was, and with what can still be remembered.
    void randomHistoriesAgreeWithTheModel()
    {
        QFETCH(int, mostLimit);
        for (quint64 seed = 1; seed <= 40; ++seed) {
            History history(seed, mostLimit);
            for (int step = 0; step < 4000; ++step) {
                const QString fault = history.step();
                QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
            }
        }
    }

    void whatHasLeftTheWindowIsNotWithdrawn()
    {
        SlidingWindow window(2, 1s);
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.tryAdmit(at(1500ms)));
        window.withdraw(at(0s));
        QVERIFY(window.tryAdmit(at(1600ms)));
        QVERIFY(!window.tryAdmit(at(1700ms)));
    }

    void withdrawnPermitIsFreeAgain_data() { reconfigureKeepsHistory_data(); }

    void withdrawnPermitIsFreeAgain()
    {
        QFETCH(int, used);
        SlidingWindow window(used, 10s);
        for (int i = 0; i < used; ++i)
            QVERIFY(window.tryAdmit(at(i * 1ms)));
        window.withdraw(at(5ms)); // somebody else was admitted since
        QVERIFY(window.tryAdmit(at(1s)));
        QVERIFY(!window.tryAdmit(at(1s)));
    }

    void withdrawingFromNothingDoesNothing()
    {
        SlidingWindow window(1, 10s);
        window.withdraw(at(0s));
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(!window.tryAdmit(at(0s)));
    }

    void withdrawingWhatHasExpiredTakesNobodyElses()
    {
        SlidingWindow window(2, 1s);
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.tryAdmit(at(900ms)));
        QVERIFY(window.tryAdmit(at(1s))); // the first has just made room
        window.withdraw(at(0s));
        QVERIFY(!window.tryAdmit(at(1s)));
        QVERIFY(window.tryAdmit(at(1900ms)));
    }

    void aClockReadEarlierCountsAsTheLastOne()
    {
        SlidingWindow window(2, 1s);
        QVERIFY(window.tryAdmit(at(500ms)));
        QVERIFY(window.tryAdmit(at(499ms))); // another thread's older reading
        QVERIFY(!window.tryAdmit(at(1499ms)));
        QVERIFY(window.tryAdmit(at(1500ms)));
    }

    void memoryFollowsUseNotLimit()
    {
        QVERIFY(sizeof(SlidingWindow) <= 32);
        SlidingWindow window(100'000, 60s);
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.tryAdmit(at(0s)));
        QCOMPARE(window.heapBytes(), 0u);
        QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.heapBytes() <= 4 * sizeof(qint64));
        for (int i = 3; i < 100'000; ++i)
            QVERIFY(window.tryAdmit(at(0s)));
        QVERIFY(window.heapBytes() <= 600);
        QVERIFY(window.tryAdmit(at(180s))); // idle since: back to the small form
        QCOMPARE(window.heapBytes(), 0u);
    }

    void movesLeaveAnEmptyWindow()
    {
        SlidingWindow first(3, 1s);
        for (int i = 0; i < 3; ++i)
            QVERIFY(first.tryAdmit(at(0s)));
        SlidingWindow second(std::move(first));
        QVERIFY(!second.tryAdmit(at(0s)));
        SlidingWindow third;
        third = std::move(second);
        QVERIFY(!third.tryAdmit(at(0s)));
        QCOMPARE(third.limit(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSlidingWindow)
#include "tst_slidingwindow.moc"

#include "server/events/breaker.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/events/breakermodel.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

Config::Breaker limitsOf(int failures, double ratio = 0.5)
{
    Config::Breaker limits;
    limits.failures = failures;
    limits.window = 1000ms;
    limits.ratio = ratio;
    limits.open = 500ms;
    limits.probes = 2;
    return limits;
}

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isOffWithoutLimits();
    void opensAtTheLastFailureOnly();
    void failuresCountWithinTheWindowOnly_data();
    void failuresCountWithinTheWindowOnly();
    void opensOnlyAtTheRatio_data();
    void opensOnlyAtTheRatio();
    void successesBeforeTheFirstFailureDoNotCount();
    void whatSaysNothingDoesNotCount();
    void isOpenForItsTimeThenLetsProbesThrough();
    void asManySuccessesAsProbesClose();
    void aFailedProbeOpensAgain();
    void aProbeThatSaysNothingGivesItsPlaceBack();
    void endsOfAnotherEraDoNotCount();
    void aTicketCountsOnce();
    void operatorsForceIt();
    void limitsChangeLive();
    void tellsHowLongToWait();
    void followsTheModel();
    void keepsItsPromisesBetweenThreads();

private:
    void use(const Config::Breaker &limits)
    {
        m_breaker = std::make_unique<Breaker>();
        m_breaker->setLimits(limits);
    }
    Breaker::Ticket admit() { return m_breaker->tryAdmit(m_clock.now()).ticket; }
    std::optional<BreakerState> end(Breaker::Ticket ticket, Evidence evidence)
    {
        return m_breaker->settle(ticket, evidence, m_clock.now());
    }
    std::optional<BreakerState> run(Evidence evidence) { return end(admit(), evidence); }
    void open()
    {
        while (m_breaker->state() != BreakerState::Open)
            run(Evidence::Bad);
    }
    [[nodiscard]] Breaker::Status status() const { return m_breaker->status(m_clock.now()); }

    test::FakeClock m_clock;
    std::unique_ptr<Breaker> m_breaker;
};

void TestBreaker::init()
{
    use(limitsOf(3));
}

void TestBreaker::isOffWithoutLimits()
{
    m_breaker = std::make_unique<Breaker>();
    for (int i = 0; i < 1000; ++i)
        QVERIFY(!run(Evidence::Bad));
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    QCOMPARE(status().failures, 0);
}

void TestBreaker::opensAtTheLastFailureOnly()
{
    QVERIFY(!run(Evidence::Bad));
    QVERIFY(!run(Evidence::Bad));
    QCOMPARE(status().failures, 2);
    QVERIFY(admit() != 0);
    QCOMPARE(run(Evidence::Bad), std::optional(BreakerState::Open));
    QCOMPARE(admit(), 0u);
    QCOMPARE(status().opened, 1u);
}

void TestBreaker::failuresCountWithinTheWindowOnly_data()
{
    QTest::addColumn<int>("apartMs");
    QTest::addColumn<bool>("opens");
    QTest::newRow("at once") << 0 << true;
    QTest::newRow("just within") << 500 << true;
    QTest::newRow("just beyond") << 501 << false;
}

void TestBreaker::failuresCountWithinTheWindowOnly()
{
    QFETCH(int, apartMs);
    for (int i = 0; i < 3; ++i) {
        if (i > 0)
            m_clock.advance(std::chrono::milliseconds(apartMs));
        run(Evidence::Bad);
    }
    QTEST(m_breaker->state() == BreakerState::Open, "opens");
}

void TestBreaker::opensOnlyAtTheRatio_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("good");
    QTest::addColumn<bool>("opens");
    QTest::newRow("half, at it") << 0.5 << 3 << true;
    QTest::newRow("half, below") << 0.5 << 4 << false;
    QTest::newRow("all") << 1.0 << 0 << true;
    QTest::newRow("all but one") << 1.0 << 1 << false;
    QTest::newRow("a tenth, at it") << 0.1 << 27 << true;
    QTest::newRow("a tenth, below") << 0.1 << 28 << false;
}

void TestBreaker::opensOnlyAtTheRatio()
{
    QFETCH(double, ratio);
    QFETCH(int, good);
    use(limitsOf(3, ratio));
    run(Evidence::Bad);
    run(Evidence::Bad);
    for (int i = 0; i < good; ++i)
        QVERIFY(!run(Evidence::Good));
    run(Evidence::Bad);
    QTEST(m_breaker->state() == BreakerState::Open, "opens");
}

void TestBreaker::successesBeforeTheFirstFailureDoNotCount()
{
    for (int i = 0; i < 1000; ++i)
        run(Evidence::Good);
    open();
    QCOMPARE(status().opened, 1u);
}

void TestBreaker::whatSaysNothingDoesNotCount()
{
    run(Evidence::Bad);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!run(Evidence::None));
    run(Evidence::Bad);
    QCOMPARE(run(Evidence::Bad), std::optional(BreakerState::Open));
}

void TestBreaker::isOpenForItsTimeThenLetsProbesThrough()
{
    open();
    m_clock.advance(500ms - 1ns);
    QCOMPARE(admit(), 0u);
    QCOMPARE(status().opensAgain, Duration(1ns));
    m_clock.advance(1ns);
    const Breaker::Admission first = m_breaker->tryAdmit(m_clock.now());
    QVERIFY(first.ticket != 0);
    QCOMPARE(first.change, std::optional(BreakerState::HalfOpen));
    QVERIFY(admit() != 0);
    QCOMPARE(status().probes, 2);
    QCOMPARE(admit(), 0u); // one more than it may be
}

void TestBreaker::asManySuccessesAsProbesClose()
{
    open();
    m_clock.advance(500ms);
    const Breaker::Ticket first = admit();
    const Breaker::Ticket second = admit();
    QVERIFY(!end(first, Evidence::Good));
    QCOMPARE(admit(), 0u); // the second decides
    QCOMPARE(end(second, Evidence::Good), std::optional(BreakerState::Closed));
    QVERIFY(!run(Evidence::Bad)); // what was before is forgotten
    QVERIFY(!run(Evidence::Bad));
}

void TestBreaker::aFailedProbeOpensAgain()
{
    open();
    m_clock.advance(500ms);
    const Breaker::Ticket first = admit();
    const Breaker::Ticket second = admit();
    QVERIFY(!end(first, Evidence::Good));
    QCOMPARE(end(second, Evidence::Bad), std::optional(BreakerState::Open));
    QCOMPARE(status().opened, 2u);
    m_clock.advance(500ms - 1ns);
    QCOMPARE(admit(), 0u);
    m_clock.advance(1ns);
    QVERIFY(admit() != 0);
    QCOMPARE(status().probes, 1); // the success before does not count any more
}

void TestBreaker::aProbeThatSaysNothingGivesItsPlaceBack()
{
    open();
    m_clock.advance(500ms);
    for (int i = 0; i < 100; ++i) {
        const Breaker::Ticket first = admit();
        const Breaker::Ticket second = admit();
        QVERIFY(first != 0 && second != 0);
        QCOMPARE(admit(), 0u);
        QVERIFY(!end(first, Evidence::None));
        QVERIFY(!end(second, Evidence::None));
    }
    QCOMPARE(status().probes, 0);
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
}

void TestBreaker::endsOfAnotherEraDoNotCount()
{
    const std::array before{admit(), admit(), admit(), admit()};
    open();
    QVERIFY(!end(before[0], Evidence::Good));
    QVERIFY(!end(before[1], Evidence::Bad));
    m_clock.advance(500ms);
    const Breaker::Ticket slow = admit();
    QVERIFY(!end(before[2], Evidence::Good));
    QVERIFY(!end(before[3], Evidence::Bad));
    QCOMPARE(status().probes, 1);
    QCOMPARE(end(admit(), Evidence::Bad), std::optional(BreakerState::Open));
    m_clock.advance(500ms);
    QVERIFY(admit() != 0);
    QVERIFY(!end(slow, Evidence::Bad)); // a probe of the half-open before
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
    QCOMPARE(status().probes, 1);
}

void TestBreaker::aTicketCountsOnce()
{
    QVERIFY(!end(0, Evidence::Bad));
    QCOMPARE(status().failures, 0);
}

void TestBreaker::operatorsForceIt()
{
    const Breaker::ModeChange opened = m_breaker->setMode(BreakerMode::ForcedOpen);
    QCOMPARE(opened.before, BreakerMode::Automatic);
    QCOMPARE(opened.change, std::optional(BreakerState::Open));
    m_clock.advance(24h);
    QCOMPARE(admit(), 0u);
    QCOMPARE(m_breaker->retryAfter(m_clock.now()), Duration(500ms));
    QVERIFY(!m_breaker->setMode(BreakerMode::ForcedOpen).change);
    QCOMPARE(status().opened, 1u);

    QCOMPARE(m_breaker->setMode(BreakerMode::ForcedClosed).change, std::optional(BreakerState::Closed));
    for (int i = 0; i < 100; ++i)
        QVERIFY(!run(Evidence::Bad));
    QVERIFY(admit() != 0);
    QCOMPARE(status().mode, BreakerMode::ForcedClosed);

    const Breaker::ModeChange automatic = m_breaker->setMode(BreakerMode::Automatic);
    QCOMPARE(automatic.before, BreakerMode::ForcedClosed);
    QVERIFY(!automatic.change);
    open();
    QCOMPARE(m_breaker->setMode(BreakerMode::ForcedClosed).change, std::optional(BreakerState::Closed));
}

void TestBreaker::limitsChangeLive()
{
    run(Evidence::Bad);
    run(Evidence::Bad);
    m_breaker->setLimits(limitsOf(3)); // the same: goes on counting
    QCOMPARE(run(Evidence::Bad), std::optional(BreakerState::Open));

    Config::Breaker limits = limitsOf(3);
    limits.open = 200ms;
    m_breaker->setLimits(limits);
    m_clock.advance(200ms - 1ns);
    QCOMPARE(admit(), 0u);
    m_clock.advance(1ns);
    QVERIFY(!end(admit(), Evidence::Good));
    limits.open = 1h;
    m_breaker->setLimits(limits);
    QVERIFY(admit() != 0); // it is half-open already
    limits.probes = 1;
    QCOMPARE(m_breaker->setLimits(limits), std::optional(BreakerState::Closed)); // one has passed

    open();
    limits.failures = 0;
    QCOMPARE(m_breaker->setLimits(limits), std::optional(BreakerState::Closed));
    for (int i = 0; i < 100; ++i)
        QVERIFY(!run(Evidence::Bad));
    limits.failures = 1;
    m_breaker->setLimits(limits);
    QCOMPARE(run(Evidence::Bad), std::optional(BreakerState::Open));
    m_breaker->setMode(BreakerMode::ForcedOpen);
    limits.failures = 0;
    QVERIFY(!m_breaker->setLimits(limits)); // an operator's word counts more
    QCOMPARE(admit(), 0u);
}

void TestBreaker::tellsHowLongToWait()
{
    open();
    QCOMPARE(m_breaker->retryAfter(m_clock.now()), Duration(500ms));
    m_clock.advance(400ms);
    QCOMPARE(m_breaker->retryAfter(m_clock.now()), Duration(100ms));
    m_clock.advance(100ms);
    admit();
    admit();
    QCOMPARE(m_breaker->retryAfter(m_clock.now()), Duration(125ms)); // while probes decide
}

namespace {

/// One breaker and its model through the same random history.
class History
{
public:
    explicit History(quint64 seed)
        : m_random(seed)
    {
    }

    /// Empty, or what differs.
    QString run(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            takeStep();
            const Breaker::Status status = m_breaker.status(m_clock.now());
            if (m_differs || status.state != m_model.state() || status.probes != m_model.probesOut()
                || status.opened != m_model.opened) {
                return QStringLiteral("step %1: state %2, model %3; probes %4, model %5; opened %6, model %7")
                    .arg(step)
                    .arg(static_cast<int>(status.state))
                    .arg(static_cast<int>(m_model.state()))
                    .arg(status.probes)
                    .arg(m_model.probesOut())
                    .arg(status.opened)
                    .arg(m_model.opened);
            }
        }
        return {};
    }

private:
    struct Running {
        int request;
        Breaker::Ticket ticket;
    };

    void takeStep()
    {
        const quint64 choice = m_random.below(100);
        if (choice < 45)
            admit();
        else if (choice < 85)
            end();
        else if (choice < 97)
            m_clock.advance(std::chrono::milliseconds(m_random.below(choice < 95 ? 50 : 700)));
        else if (choice < 99)
            setLimits();
        else
            setMode();
        if (m_random.below(50) == 0)
            m_trouble = m_random.below(101); // how many of a hundred end badly: in phases, as with real backends
    }

    void admit()
    {
        const Breaker::Admission admission = m_breaker.tryAdmit(m_clock.now());
        const int request = ++m_lastRequest;
        m_differs = (admission.ticket != 0) != m_model.tryAdmit(request, m_clock.now());
        if (admission.ticket != 0)
            m_running.push_back({request, admission.ticket});
    }

    void end()
    {
        if (m_running.empty())
            return;
        std::swap(m_running[m_random.below(m_running.size())], m_running.back());
        const Running running = m_running.back();
        m_running.pop_back();
        const Evidence evidence = m_random.below(10) == 0 ? Evidence::None
            : m_random.below(100) < m_trouble             ? Evidence::Bad
                                                          : Evidence::Good;
        m_breaker.settle(running.ticket, evidence, m_clock.now());
        m_model.settle(running.request, evidence, m_clock.now());
    }

    void setLimits()
    {
        Config::Breaker limits;
        limits.failures = static_cast<int>(m_random.below(6));
        limits.window = std::chrono::milliseconds(50 + m_random.below(1000));
        limits.ratio = static_cast<double>(1 + m_random.below(10)) / 10;
        limits.open = std::chrono::milliseconds(10 + m_random.below(500));
        limits.probes = static_cast<int>(1 + m_random.below(4));
        m_breaker.setLimits(limits);
        m_model.setLimits(limits);
    }

    void setMode()
    {
        // Mostly automatic: what is forced shows little.
        const quint64 choice = m_random.below(6);
        const auto mode = choice < 4 ? BreakerMode::Automatic : static_cast<BreakerMode>(choice - 3);
        m_breaker.setMode(mode);
        m_model.setMode(mode);
    }

    test::SeededRandom m_random;
    test::FakeClock m_clock;
    Breaker m_breaker;
    test::BreakerModel m_model;
    std::vector<Running> m_running;
    int m_lastRequest = 0;
    quint64 m_trouble = 30;
    bool m_differs = false;
};

} // namespace

void TestBreaker::followsTheModel()
{
    for (quint64 seed = 1; seed <= 500; ++seed) {
        const QString difference = History(seed).run(1000);
        QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("seed %1, %2").arg(seed).arg(difference)));
    }
}

namespace {

/// Probes under way, by the era that their ticket is of.
class ProbeCount
{
public:
    bool enter(Breaker::Ticket ticket, int most)
    {
        return m_out[ticket % m_out.size()].fetch_add(1, std::memory_order_relaxed) < most;
    }
    void leave(Breaker::Ticket ticket) { m_out[ticket % m_out.size()].fetch_sub(1, std::memory_order_relaxed); }

private:
    std::vector<std::atomic<int>> m_out = std::vector<std::atomic<int>>(size_t{1} << 20);
};

} // namespace

void TestBreaker::keepsItsPromisesBetweenThreads()
{
    constexpr int kThreads = 4;
    constexpr int kRequests = 20'000;
    Config::Breaker limits = limitsOf(2);
    limits.open = 0ms; // half-open at once, so that probes are what is tested
    use(limits);
    ProbeCount probes;
    std::atomic<int> tooMany{0};
    std::atomic<int> probed{0};
    const auto work = [&](quint64 seed) {
        test::SeededRandom random(seed);
        std::vector<Breaker::Ticket> held;
        const auto endOne = [&] {
            const Breaker::Ticket ticket = held.back();
            held.pop_back();
            if (ticket % 4 == static_cast<quint32>(BreakerState::HalfOpen))
                probes.leave(ticket);
            m_breaker->settle(ticket, static_cast<Evidence>(random.below(3)), m_clock.now());
        };
        for (int i = 0; i < kRequests; ++i) {
            const Breaker::Ticket ticket = m_breaker->tryAdmit(m_clock.now()).ticket;
            if (ticket != 0)
                held.push_back(ticket);
            if (ticket % 4 == static_cast<quint32>(BreakerState::HalfOpen)) {
                ++probed;
                tooMany += probes.enter(ticket, limits.probes) ? 0 : 1;
            }
            if (held.size() > random.below(4))
                endOne();
        }
        while (!held.empty())
            endOne();
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back(work, static_cast<quint64>(i + 1));
        threads.emplace_back([&](const std::stop_token &stop) {
            for (int i = 0; i < 1000 && !stop.stop_requested(); ++i) {
                m_breaker->setMode(static_cast<BreakerMode>(i % 3));
                static_cast<void>(status());
                m_breaker->setMode(BreakerMode::Automatic);
            }
        });
    }
    QCOMPARE(tooMany.load(), 0);
    QVERIFY(probed > 100);
    QCOMPARE(status().probes, 0);
}

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"

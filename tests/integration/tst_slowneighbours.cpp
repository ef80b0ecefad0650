#include "tests/support/crowd.h"
#include "tests/support/expect.h"
#include "tests/support/processprobe.h"
#include "tests/support/silentclient.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::steady_clock;

namespace {

constexpr int kSlowConsumer = 4008;
constexpr qint64 kMebibyte = 1024 * 1024;
// Times are asserted at so many times the figure, as this may be a machine with much to do.
constexpr int kNoise = 10;

qint64 nowNs()
{
    return nanoseconds(steady_clock::now().time_since_epoch()).count();
}

/// Clients that note how old each push is that says when it was sent.
/// Thread: the test's.
class TimingCrowd
{
public:
    explicit TimingCrowd(std::vector<PlainSocket> clients)
        : m_crowd(std::move(clients), [this](size_t, std::string_view text) { note(text); })
    {
    }

    [[nodiscard]] size_t pushes() const { return m_pushes; }
    [[nodiscard]] bool hasLost() const { return m_crowd.hasLost(); }
    /// Ends the reading. Returns the 99th percentile of the ages of the pushes from number `from` up to `to`.
    [[nodiscard]] nanoseconds p99(size_t from, size_t to)
    {
        m_crowd.stop();
        const auto begin = m_agesNs.begin();
        std::vector<qint64> ages(begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(to));
        const auto at = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() * 99 / 100);
        std::nth_element(ages.begin(), at, ages.end());
        return nanoseconds(*at);
    }

private:
    void note(std::string_view text)
    {
        constexpr std::string_view kBefore = "\"at\":\"";
        const size_t at = text.find(kBefore);
        if (at == std::string_view::npos)
            return;
        qint64 sent = 0;
        std::from_chars(text.data() + at + kBefore.size(), text.data() + text.size(), sent);
        m_agesNs.push_back(nowNs() - sent);
        ++m_pushes;
    }

    std::vector<qint64> m_agesNs; // the crowd's thread's, until it has ended
    std::atomic<size_t> m_pushes{0};
    Crowd m_crowd; // last: it ends first
};

} // namespace

/// What subscribers that never read cost those that do (quality.md, A4, scaled down).
class SlowNeighboursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoReadsIsServedAsIfTheyWereNotThere();

private:
    /// Pushes two kilobytes to everyone every `interval`, until `isDone`. Returns how many it were.
    [[nodiscard]] int push(milliseconds interval, const std::function<bool(int pushes)> &isDone)
    {
        int pushes = 0;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        connect(&timer, &QTimer::timeout, this, [&] {
            m_sender.notify(u"bench/broadcast"_qs,
                            QJsonObject{{u"at"_qs, QString::number(nowNs())}, {u"text"_qs, QString(2000, u'x')}});
            ++pushes;
        });
        timer.start(interval);
        (void)waitUntil([&] { return isDone(pushes); }, std::chrono::seconds(60));
        return pushes;
    }

    TestServer m_server{u"bench.toml"_qs, {u"limits.close-ms=60000"_qs}};
    TestClient m_sender;
};

void SlowNeighboursTest::whoReadsIsServedAsIfTheyWereNotThere()
{
    constexpr size_t kReaders = 150;
    constexpr size_t kSilent = 1000; // as many as must have ended before free memory is given back
    constexpr int kPushesAlone = 200;
    constexpr milliseconds kInterval{10};
    constexpr milliseconds kCutWithin{10'000};
    SLUICE_START(m_server);
    QVERIFY(m_sender.connectTo(m_server.ports().clients, {.bearer = m_server.token(u"ada"_qs)}));
    QVERIFY(raiseDescriptorLimit() > qint64(kReaders + kSilent) + 100);
    TimingCrowd reading(upgradedSockets(m_server.ports().clients, kReaders));
    const auto haveAll = [&](int pushes) { return reading.pushes() >= static_cast<size_t>(pushes) * kReaders; };

    const int alone = push(kInterval, [&](int pushes) { return pushes >= kPushesAlone; });
    QVERIFY(waitUntil([&] { return haveAll(alone); }));
    const size_t pushesAlone = reading.pushes();

    std::vector<SilentClient> silent(kSilent);
    for (SilentClient &client : silent)
        QVERIFY(client.connectTo(m_server.ports().clients));
    const qint64 before = processUse(m_server.processId()).residentBytes;
    qint64 mostResident = 0;
    double mostOutbound = 0;
    QElapsedTimer elapsed;
    elapsed.start();
    int asked = 0;
    const int together = push(kInterval, [&](int pushes) {
        if (pushes - asked < 20)
            return false; // asking costs the server as well
        asked = pushes;
        mostOutbound = std::max(mostOutbound, m_server.metric("sluice_outbound_bytes"));
        mostResident = std::max(mostResident, processUse(m_server.processId()).residentBytes);
        return m_server.metric("sluice_slow_consumers_closed_total{bound=\"own\"}")
            + m_server.metric("sluice_slow_consumers_closed_total{bound=\"total\"}")
            == double(kSilent);
    });
    QVERIFY2(milliseconds(elapsed.elapsed()) <= kNoise * kCutWithin, QByteArray::number(elapsed.elapsed()));
    QVERIFY(waitUntil([&] { return haveAll(alone + together); }));
    QVERIFY(!reading.hasLost());

    // A thousand within the hard bound are more than all may have: the worst ones go for the budget.
    QVERIFY2(mostOutbound <= 256 * kMebibyte * 1.05, qPrintable(QString::number(mostOutbound)));
    QVERIFY2(mostOutbound > 64 * kMebibyte, qPrintable(QString::number(mostOutbound)));
    QVERIFY2(mostResident - before <= 300 * kMebibyte, QByteArray::number(mostResident - before));
    for (SilentClient &client : silent)
        QCOMPARE(client.closeCode(), kSlowConsumer);
    silent.clear();
    const auto resident = [this] { return processUse(m_server.processId()).residentBytes; };
    // With what the server makes once it needs it, as the flight recorder's rings.
    QVERIFY2(waitUntil([&] { return resident() <= before + before / 10 + 4 * kMebibyte; }),
             qPrintable(u"%1 before, %2 at most, %3 after"_qs.arg(before).arg(mostResident).arg(resident())));

    const size_t pushesTogether = reading.pushes();
    const nanoseconds with = reading.p99(pushesAlone, pushesTogether);
    const nanoseconds without = reading.p99(0, pushesAlone);
    // A figure below a scheduler's slice says nothing about the server.
    const nanoseconds allowed = kNoise * 2 * std::max<nanoseconds>(without, milliseconds(1));
    qInfo("delivery p99: %.2f ms without, %.2f ms with %zu that do not read, cut after %d pushes",
          static_cast<double>(without.count()) / 1e6, static_cast<double>(with.count()) / 1e6, kSilent, together);
    QVERIFY(with <= allowed);
}

QTEST_GUILESS_MAIN(SlowNeighboursTest)
#include "tst_slowneighbours.moc"

#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

using namespace sluice::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRateLimited = -32029;
constexpr int kTimeout = -32031;
constexpr int kTokenExpired = 4009;
constexpr int kPerUser = 5;
constexpr int kPingMs = 500;
constexpr int kTimeoutMs = 1000;
// Row X5 says 100 ms. Too early is wrong on any machine; too late is asserted at ten times that.
constexpr int kEarlyMs = 100;
constexpr int kLateMs = 10 * 100;

/// Where Debian has libfaketime: it gives a process a wall clock of our own.
QString fakeTimeLibrary()
{
    const QString triplet = QStringLiteral("/usr/lib/%1-linux-gnu/faketime/libfaketime.so.1");
    for (const QString &machine : {u"x86_64"_s, u"aarch64"_s}) {
        if (QFileInfo::exists(triplet.arg(machine)))
            return triplet.arg(machine);
    }
    return {};
}

} // namespace

/// The wall clock is set while the server runs: what is measured goes on as if nothing had happened, and only what is
/// meant by the wall clock follows it (quality.md, X5).
class ClockStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stepsChangeOnlyTheWallClock_data();
    void stepsChangeOnlyTheWallClock();
    void tokensFollowTheWallClock();

private:
    /// Sets the server's wall clock that far from ours, from its next look on.
    void setClock(std::chrono::seconds offset)
    {
        QSaveFile file(m_directory.filePath(u"clock"_s)); // renamed: nobody reads a half of it
        const QByteArray text = QString::asprintf("%+lld", static_cast<long long>(offset.count())).toLatin1();
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            qWarning("cannot set the clock");
    }
    void startServer(const QStringList &settings)
    {
        setClock(0s);
        m_server = std::make_unique<TestServer>(u"bench.toml"_s, settings + QStringList{u"drain.close-spread-ms=0"_s});
        m_server->setVariable(u"LD_PRELOAD"_s, fakeTimeLibrary());
        m_server->setVariable(u"FAKETIME_TIMESTAMP_FILE"_s, m_directory.filePath(u"clock"_s));
        m_server->setVariable(u"FAKETIME_NO_CACHE"_s, u"1"_s);
        m_server->setVariable(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
        SLUICE_START(*m_server);
        m_admin = std::make_unique<TestClient>();
        QVERIFY(m_admin->connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    }
    /// How far the server's wall clock is from ours.
    [[nodiscard]] qint64 offsetMs()
    {
        return m_admin->call(u"server/info"_s).result["timeMs"_L1].toInteger() - QDateTime::currentMSecsSinceEpoch();
    }
    [[nodiscard]] bool clockIs(std::chrono::seconds offset)
    {
        return waitUntil([this, offset] { return qAbs(offsetMs() - std::chrono::milliseconds(offset).count()) < 900; });
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_admin;
};

void ClockStepsTest::initTestCase()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer has to be loaded before any other library.");
#endif
    QVERIFY2(!fakeTimeLibrary().isEmpty(), "needs Debian's package libfaketime: ./dev setup");
}

void ClockStepsTest::stepsChangeOnlyTheWallClock_data()
{
    QTest::addColumn<QList<std::chrono::seconds>>("steps");
    QTest::newRow("an hour ahead") << QList<std::chrono::seconds>{1h};
    QTest::newRow("an hour back") << QList<std::chrono::seconds>{-1h};
    QTest::newRow("a day ahead") << QList<std::chrono::seconds>{24h};
    QTest::newRow("a day back") << QList<std::chrono::seconds>{-24h};
    QTest::newRow("a second back each second") << QList<std::chrono::seconds>{-1s, -2s, -3s, -4s};
}

void ClockStepsTest::stepsChangeOnlyTheWallClock()
{
    QFETCH(QList<std::chrono::seconds>, steps);
    startServer({u"rate-limits.per-user-per-minute=%1"_s.arg(kPerUser), u"ping.interval-ms=%1"_s.arg(kPingMs),
                 u"ping.timeout-ms=%1"_s.arg(kPingMs)});
    const auto connect = [this](TestClient &client, const QString &user) {
        return client.connectTo(m_server->ports().clients, {.bearer = m_server->token({user, {}, 48h})});
    };
    TestClient busy;
    TestClient waiting;
    QVERIFY(connect(busy, u"ada"_s) && connect(waiting, u"ben"_s));
    for (int i = 0; i < kPerUser; ++i)
        SLUICE_VERIFY_OK(busy.call(u"bench/echo"_s));
    PlainSocket dead(m_server->ports().clients);
    (void)dead.send(upgradeRequest());
    QCOMPARE(dead.status(), std::optional(101)); // from here on it says nothing, and answers no ping

    QElapsedTimer elapsed;
    elapsed.start();
    const QJsonObject timeout{{u"timeoutMs"_s, kTimeoutMs}};
    const PendingCall slow = waiting.send(u"bench/sleep"_s, QJsonObject{{u"ms"_s, 60'000}}, timeout);
    const qint64 deadFromMs = elapsed.elapsed();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QVERIFY(waitUntil([&] { return elapsed.hasExpired(i * 1000 + 100); }));
        setClock(steps[i]);
        QVERIFY(clockIs(steps[i]));
        // The window of a user has moved neither on nor back.
        const CallResult refused = busy.call(u"bench/echo"_s);
        SLUICE_VERIFY_ERROR(refused, kRateLimited);
        const int retryAfterMs = refused.data()["retryAfterMs"_L1].toInt();
        QVERIFY2(retryAfterMs > 0 && retryAfterMs <= 60'000, refused.text().constData());
        if (i > 0)
            continue;
        // A timeout that was running when the clock was set.
        SLUICE_VERIFY_ERROR(waiting.waitFor(slow), kTimeout);
        const qint64 tookMs = elapsed.elapsed();
        QVERIFY2(tookMs >= kTimeoutMs - kEarlyMs && tookMs <= kTimeoutMs + kLateMs, QByteArray::number(tookMs));
    }
    // Heartbeats: who is dead is gone in time, who answers stays.
    QVERIFY(waitUntil([&] { return dead.hasEnded(); }));
    const qint64 deadMs = elapsed.elapsed() - deadFromMs;
    QVERIFY2(deadMs <= qint64(steps.size()) * 1000 + kTimeoutMs + kLateMs + 2 * kPingMs + kLateMs,
             QByteArray::number(deadMs));
    QVERIFY(busy.isConnected() && waiting.isConnected());
    SLUICE_VERIFY_OK(waiting.call(u"bench/echo"_s));
    QVERIFY(m_server->isRunning());
    const std::optional<ServerExit> exit = m_server->terminate();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
}

void ClockStepsTest::tokensFollowTheWallClock()
{
    startServer({u"ping.interval-ms=%1"_s.arg(kPingMs)});
    const QByteArray token = m_server->token({u"ada"_s, {}, 1h});
    const auto isWelcome = [this, &token] {
        PlainSocket socket(m_server->ports().clients);
        (void)socket.send(upgradeRequest("Authorization: Bearer " + token + "\r\n"));
        return socket.status() == 101;
    };
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients, {.bearer = token}));
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
    QVERIFY(isWelcome());

    setClock(2h);
    QVERIFY(clockIs(2h));
    QVERIFY(!isWelcome());
    QCOMPARE(client.waitForClose(), std::optional(kTokenExpired));

    setClock(-2h);
    QVERIFY(clockIs(-2h));
    QVERIFY(isWelcome());
}

QTEST_GUILESS_MAIN(ClockStepsTest)
#include "tst_clocksteps.moc"

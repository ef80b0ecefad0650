#include "tests/support/expect.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMethodNotFound = -32601;
constexpr int kInvalidParams = -32602;
constexpr int kTimeout = -32031;
constexpr int kRateLimited = -32029;

} // namespace

/// What an operator finds out about single events and about who causes the load, over the real admin socket.
class TracesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatHappenedIsListed();
    void refusalsTellTheirNumbers();
    void whoGaveUpIsListed();
    void listsAreFiltered();
    void aTapShowsWhatPoliciesSaid();
    void aTapHasABudget();
    void aTapEndsByItself();
    void aTapEndsWithItsConsole();
    void culpritsAreNamedWhenTheyHaveGone();
    void faultsAreNamed_data();
    void faultsAreNamed();

private:
    [[nodiscard]] QJsonArray records(const QJsonObject &filter);
    [[nodiscard]] QJsonArray caught();
    [[nodiscard]] std::unique_ptr<TestClient> connectAs(const QString &user);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_admin;
};

void TracesTest::init()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs);
    SLUICE_START(*m_server);
    m_admin = std::make_unique<TestClient>();
    QVERIFY(m_admin->connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
}

void TracesTest::cleanup()
{
    m_admin.reset();
}

std::unique_ptr<TestClient> TracesTest::connectAs(const QString &user)
{
    auto client = std::make_unique<TestClient>();
    return client->connectTo(m_server->ports().clients, {.bearer = m_server->token(user)}) ? std::move(client)
                                                                                           : nullptr;
}

QJsonArray TracesTest::records(const QJsonObject &filter)
{
    return m_admin->call(u"trace/list"_qs, filter).result["records"_L1].toArray();
}

/// What the next push of a tap holds.
QJsonArray TracesTest::caught()
{
    const auto push = m_admin->waitForNotification(u"trace/records"_qs);
    return push ? (*push)["records"_L1].toArray() : QJsonArray();
}

void TracesTest::whatHappenedIsListed()
{
    constexpr int kSleepMs = 30;
    const auto ada = connectAs(u"ada"_qs);
    QVERIFY(ada);
    SLUICE_VERIFY_OK(ada->call(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, kSleepMs}}));
    const QJsonArray rows = records({{u"user"_qs, u"ada"_qs}});
    QCOMPARE(rows.size(), 1);
    const QJsonObject row = rows[0].toObject();
    QCOMPARE(row["event"_L1].toString(), u"bench/sleep"_qs);
    QCOMPARE(row["outcome"_L1].toString(), u"succeeded"_qs);
    QCOMPARE(row["id"_L1].toInt(), 1);
    QVERIFY(row["worker"_L1].toInt() > 0);
    QVERIFY(row["connection"_L1].toInt() > 0);
    QVERIFY2(row["handlerMs"_L1].toDouble() >= kSleepMs, qPrintable(QString::number(row["handlerMs"_L1].toDouble())));
    QVERIFY(row["totalMs"_L1].toDouble() >= row["handlerMs"_L1].toDouble());
    QVERIFY(row["bytesIn"_L1].toInt() > 0);
    QVERIFY(row["bytesOut"_L1].toInt() > 0);
    QVERIFY(!row.contains("code"_L1));
}

void TracesTest::refusalsTellTheirNumbers()
{
    SLUICE_VERIFY_OK(
        m_admin->call(u"config/patch"_qs,
                      QJsonObject{{u"base"_qs, 1},
                                  {u"reason"_qs, u"test"_qs},
                                  {u"changes"_qs, QJsonObject{{u"rate-limits.per-user-per-minute"_qs, 1}}}}));
    const auto ada = connectAs(u"ada"_qs);
    QVERIFY(ada);
    SLUICE_VERIFY_OK(ada->call(u"bench/echo"_qs));
    SLUICE_VERIFY_ERROR(ada->call(u"bench/echo"_qs), kRateLimited);
    SLUICE_VERIFY_ERROR(ada->call(u"no/such"_qs), kMethodNotFound);
    const QJsonArray refused = records({{u"outcome"_qs, u"refused"_qs}});
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused[0]["code"_L1].toInt(), kMethodNotFound); // the newest first
    QVERIFY(refused[0]["event"_L1].isNull());
    QCOMPARE(refused[0]["user"_L1].toString(), u"ada"_qs);
    QCOMPARE(refused[1]["code"_L1].toInt(), kRateLimited);
    QCOMPARE(refused[1]["detail"_L1]["scope"_L1].toString(), u"user"_qs);
    QCOMPARE(refused[1]["detail"_L1]["limit"_L1].toInt(), 1);
}

void TracesTest::whoGaveUpIsListed()
{
    constexpr int kTimeoutMs = 50;
    const auto ada = connectAs(u"ada"_qs);
    QVERIFY(ada);
    SLUICE_VERIFY_ERROR(
        ada->call(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 500}}, QJsonObject{{u"timeoutMs"_qs, kTimeoutMs}}),
        kTimeout);
    const QJsonArray late = records({{u"outcome"_qs, u"timed-out"_qs}});
    QCOMPARE(late.size(), 1);
    QCOMPARE(late[0]["code"_L1].toInt(), kTimeout);
    QVERIFY(late[0]["totalMs"_L1].toDouble() >= kTimeoutMs);
    QVERIFY(late[0]["worker"_L1].toInt() > 0);
}

void TracesTest::listsAreFiltered()
{
    const auto ada = connectAs(u"ada"_qs);
    const auto bob = connectAs(u"bob"_qs);
    QVERIFY(ada && bob);
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_OK(ada->call(u"bench/echo"_qs));
    SLUICE_VERIFY_OK(bob->call(u"bench/echo"_qs));
    SLUICE_VERIFY_OK(bob->call(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 20}}));
    QCOMPARE(records({{u"user"_qs, u"ada"_qs}}).size(), 3);
    QCOMPARE(records({{u"user"_qs, u"ada"_qs}, {u"limit"_qs, 2}}).size(), 2);
    QCOMPARE(records({{u"event"_qs, u"bench/echo"_qs}}).size(), 4);
    QCOMPARE(records({{u"slowerThanMs"_qs, 20}}).size(), 1);
    const int connection = records({{u"user"_qs, u"bob"_qs}})[0]["connection"_L1].toInt();
    QCOMPARE(records({{u"connection"_qs, connection}}).size(), 2);
}

void TracesTest::aTapShowsWhatPoliciesSaid()
{
    const auto ada = connectAs(u"ada"_qs);
    const auto bob = connectAs(u"bob"_qs);
    QVERIFY(ada && bob);
    SLUICE_VERIFY_OK(m_admin->call(u"trace/start"_qs, QJsonObject{{u"user"_qs, u"ada"_qs}, {u"payloads"_qs, true}}));
    SLUICE_VERIFY_OK(bob->call(u"bench/echo"_qs));
    SLUICE_VERIFY_OK(ada->call(u"bench/echo"_qs, QJsonObject{{u"text"_qs, u"hello"_qs}}));
    const QJsonArray rows = caught();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0]["user"_L1].toString(), u"ada"_qs);
    QCOMPARE(rows[0]["params"_L1]["text"_L1].toString(), u"hello"_qs);
    QVERIFY(!rows[0]["answer"_L1]["result"_L1].isUndefined());
    QStringList policies;
    const QJsonArray verdicts = rows[0]["verdicts"_L1].toArray();
    for (const QJsonValue verdict : verdicts) {
        QVERIFY(verdict["admitted"_L1].toBool());
        policies.append(verdict["policy"_L1].toString());
        if (policies.last() == u"overload"_qs)
            QCOMPARE(verdict["numbers"_L1]["state"_L1].toString(), u"normal"_qs);
    }
    QCOMPARE(policies,
             QStringList({u"auth"_qs, u"mute"_qs, u"rate-limit"_qs, u"overload"_qs, u"breaker"_qs, u"params"_qs}));
}

void TracesTest::aTapHasABudget()
{
    constexpr int kMost = 5;
    constexpr int kSent = 50;
    const auto ada = connectAs(u"ada"_qs);
    QVERIFY(ada);
    SLUICE_VERIFY_OK(m_admin->call(u"trace/start"_qs, QJsonObject{{u"maxPerSecond"_qs, kMost}}));
    std::vector<PendingCall> calls;
    for (int i = 0; i < kSent; ++i)
        calls.push_back(ada->send(u"bench/echo"_qs));
    for (const PendingCall &call : calls)
        SLUICE_VERIFY_OK(ada->waitFor(call));
    qsizetype shown = 0;
    int dropped = 0;
    while (shown + dropped < kSent) {
        const auto push = m_admin->waitForNotification(u"trace/records"_qs);
        QVERIFY(push);
        shown += (*push)["records"_L1].toArray().size();
        dropped += (*push)["dropped"_L1].toInt();
    }
    QCOMPARE(shown + dropped, qsizetype{kSent});
    QVERIFY2(shown >= kMost && dropped > 0, qPrintable(QString::number(shown)));
}

void TracesTest::aTapEndsByItself()
{
    const CallResult started = m_admin->call(u"trace/start"_qs, QJsonObject{{u"seconds"_qs, 1}});
    SLUICE_VERIFY_OK(started);
    const auto push = m_admin->waitForNotification(u"trace/records"_qs);
    QVERIFY(push);
    QVERIFY((*push)["ended"_L1].toBool());
    SLUICE_VERIFY_ERROR(m_admin->call(u"trace/stop"_qs, QJsonObject{{u"tap"_qs, started.result["tap"_L1]}}),
                        kInvalidParams);
}

// There are as many taps as there may be, and then there are places again.
void TracesTest::aTapEndsWithItsConsole()
{
    constexpr int kMostTaps = 16;
    constexpr int kBusy = -32034;
    TestClient other;
    QVERIFY(other.connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
    const CallResult first = other.call(u"trace/start"_qs);
    SLUICE_VERIFY_OK(first);
    for (int i = 1; i < kMostTaps; ++i)
        SLUICE_VERIFY_OK(other.call(u"trace/start"_qs));
    SLUICE_VERIFY_ERROR(m_admin->call(u"trace/start"_qs), kBusy);
    SLUICE_VERIFY_ERROR(m_admin->call(u"trace/stop"_qs, QJsonObject{{u"tap"_qs, first.result["tap"_L1]}}),
                        kInvalidParams);
    SLUICE_VERIFY_OK(other.call(u"trace/stop"_qs, QJsonObject{{u"tap"_qs, first.result["tap"_L1]}}));
    SLUICE_VERIFY_OK(m_admin->call(u"trace/start"_qs));
    other.abort();
    QVERIFY(waitUntil([this] { return m_admin->call(u"trace/start"_qs).isOk(); }));
}

void TracesTest::culpritsAreNamedWhenTheyHaveGone()
{
    auto ada = connectAs(u"ada"_qs);
    const auto bob = connectAs(u"bob"_qs);
    QVERIFY(ada && bob);
    for (int i = 0; i < 20; ++i)
        SLUICE_VERIFY_OK(ada->call(u"bench/echo"_qs));
    SLUICE_VERIFY_OK(bob->call(u"bench/sleep"_qs, QJsonObject{{u"ms"_qs, 50}}));
    SLUICE_VERIFY_ERROR(bob->call(u"no/such"_qs), kMethodNotFound);
    ada.reset();
    const auto top = [this](const QString &by) {
        return m_admin->call(u"top/list"_qs, QJsonObject{{u"by"_qs, by}}).result["rows"_L1].toArray();
    };
    // They are counted once a second.
    QVERIFY(waitUntil([&top] { return top(u"events"_qs).size() == 2; }));
    const QJsonArray events = top(u"events"_qs);
    QCOMPARE(events[0]["name"_L1].toString(), u"ada"_qs);
    QCOMPARE(events[0]["kind"_L1].toString(), u"user"_qs);
    QCOMPARE(events[0]["amount"_L1].toInt(), 20);
    QCOMPARE(events[0]["error"_L1].toInt(), 0);
    QVERIFY(waitUntil([&top] { return top(u"handler-time"_qs)[0]["name"_L1].toString() == u"bob"_qs; }));
    QVERIFY(top(u"handler-time"_qs)[0]["amount"_L1].toInt() >= 50'000);
    QCOMPARE(top(u"refusals"_qs)[0]["name"_L1].toString(), u"bob"_qs);
}

void TracesTest::faultsAreNamed_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    QTest::newRow("no such event") << u"trace/list"_qs << QJsonObject{{u"event"_qs, u"x"_qs}} << u"event"_qs;
    QTest::newRow("no such outcome") << u"trace/list"_qs << QJsonObject{{u"outcome"_qs, u"x"_qs}} << u"outcome"_qs;
    QTest::newRow("too many") << u"trace/list"_qs << QJsonObject{{u"limit"_qs, 1001}} << u"limit"_qs;
    QTest::newRow("mistyped") << u"trace/start"_qs << QJsonObject{{u"usr"_qs, u"ada"_qs}} << u"usr"_qs;
    QTest::newRow("too long") << u"trace/start"_qs << QJsonObject{{u"seconds"_qs, 3601}} << u"seconds"_qs;
    QTest::newRow("no tap") << u"trace/stop"_qs << QJsonObject() << u"tap"_qs;
    QTest::newRow("no such cost") << u"top/list"_qs << QJsonObject{{u"by"_qs, u"x"_qs}} << u"by"_qs;
}

void TracesTest::faultsAreNamed()
{
    QFETCH(QString, method);
    QFETCH(QJsonObject, params);
    QFETCH(QString, field);
    const CallResult result = m_admin->call(method, params);
    SLUICE_VERIFY_ERROR(result, kInvalidParams);
    QCOMPARE(result.data()["field"_L1].toString(), field);
}

QTEST_GUILESS_MAIN(TracesTest)
#include "tst_traces.moc"

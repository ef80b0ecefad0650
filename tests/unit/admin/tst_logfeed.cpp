#include "server/admin/logfeed.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr quint64 kAlice = 1;
constexpr quint64 kBob = 2;

} // namespace

class TestLogFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sendsWhatIsNewInOneBatch();
    void sendsNothingWhenThereIsNothing();
    void filters();
    void aRateBoundsEachSecond();
    void saysWhatLeftTheHistoryUnread();
    void endsWithTheSubscription();
    void itsTimerRuns();
    void subscriptionsSurviveTheirJson();

private:
    void log(int count, LogLevel level = LogLevel::Info, const char *category = "app");
    QList<QJsonObject> sentTo(quint64 session) { return std::exchange(m_sent[session], {}); }

    std::unique_ptr<LogHistory> m_history;
    std::unique_ptr<LogFeed> m_feed;
    std::map<quint64, QList<QJsonObject>> m_sent;
};

void TestLogFeed::init()
{
    m_sent.clear();
    m_history = std::make_unique<LogHistory>();
    m_feed = std::make_unique<LogFeed>(
        *m_history, [this](quint64 session, const QJsonObject &params) { m_sent[session].append(params); });
}

void TestLogFeed::log(int count, LogLevel level, const char *category)
{
    for (int i = 0; i < count; ++i)
        m_history->append(
            std::make_shared<const LogLine>(LogLine{{}, level, QLatin1String(category), QString::number(i)}));
}

void TestLogFeed::sendsWhatIsNewInOneBatch()
{
    log(1);
    m_feed->subscribe(kAlice, {});
    log(2);
    m_feed->tick();
    const auto sent = sentTo(kAlice);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][QLatin1String("lines")].toArray().size(), 2);
    QCOMPARE(sent[0][QLatin1String("dropped")].toInt(), 0);
    QCOMPARE(sent[0][QLatin1String("lines")][1][QLatin1String("message")].toString(), QStringLiteral("1"));
}

void TestLogFeed::sendsNothingWhenThereIsNothing()
{
    m_feed->subscribe(kAlice, {});
    m_feed->tick();
    QVERIFY(sentTo(kAlice).isEmpty());
}

void TestLogFeed::filters()
{
    m_feed->subscribe(kAlice, {{{}, LogLevel::Warning}});
    m_feed->subscribe(kBob, {{QStringLiteral("work"), LogLevel::Debug}});
    log(1);
    log(2, LogLevel::Warning);
    log(3, LogLevel::Info, "work");
    m_feed->tick();
    QCOMPARE(sentTo(kAlice).value(0)[QLatin1String("lines")].toArray().size(), 2);
    QCOMPARE(sentTo(kBob).value(0)[QLatin1String("lines")].toArray().size(), 3);
}

void TestLogFeed::aRateBoundsEachSecond()
{
    m_feed->subscribe(kAlice, {{}, 5});
    log(5);
    m_feed->tick();
    QCOMPARE(sentTo(kAlice).value(0)[QLatin1String("dropped")].toInt(), 0);
    log(1);
    m_feed->tick();
    const auto over = sentTo(kAlice);
    QCOMPARE(over.value(0)[QLatin1String("lines")].toArray().size(), 0);
    QCOMPARE(over.value(0)[QLatin1String("dropped")].toInt(), 1);
    m_feed->tick();
    m_feed->tick();
    log(6);
    m_feed->tick(); // the next second
    const auto next = sentTo(kAlice);
    QCOMPARE(next.value(0)[QLatin1String("lines")].toArray().size(), 5);
    QCOMPARE(next.value(0)[QLatin1String("dropped")].toInt(), 1);
}

void TestLogFeed::saysWhatLeftTheHistoryUnread()
{
    m_feed->subscribe(kAlice, {{}, LogSubscription::kMaxPerSecond});
    log(static_cast<int>(LogHistory::kCapacity) + 3);
    m_feed->tick();
    const auto sent = sentTo(kAlice);
    QCOMPARE(sent.value(0)[QLatin1String("lines")].toArray().size(), qsizetype(LogHistory::kCapacity));
    QCOMPARE(sent.value(0)[QLatin1String("dropped")].toInt(), 3);
}

void TestLogFeed::endsWithTheSubscription()
{
    m_feed->subscribe(kAlice, {});
    m_feed->subscribe(kBob, {});
    m_feed->unsubscribe(kAlice);
    log(1);
    m_feed->tick();
    QVERIFY(sentTo(kAlice).isEmpty());
    QCOMPARE(sentTo(kBob).size(), 1);
    m_feed->unsubscribe(99); // nobody
}

void TestLogFeed::itsTimerRuns()
{
    m_feed->subscribe(kAlice, {});
    log(1);
    QTRY_COMPARE(m_sent[kAlice].size(), 1);
}

void TestLogFeed::subscriptionsSurviveTheirJson()
{
    const LogSubscription all;
    const LogSubscription some{{QStringLiteral("work"), LogLevel::Critical}, 7};
    QVERIFY(!LogSubscription::fromJson(all.toJson()).filter.category);
    const LogSubscription read = LogSubscription::fromJson(some.toJson());
    QCOMPARE(*read.filter.category, QStringLiteral("work"));
    QVERIFY(read.filter.level == LogLevel::Critical);
    QCOMPARE(read.maxPerSecond, 7);
}

QTEST_GUILESS_MAIN(TestLogFeed)
#include "tst_logfeed.moc"

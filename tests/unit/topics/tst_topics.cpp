#include "server/topics/topics.h"

#include "server/events/sinks.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// \u002a: moc takes a slash and an asterisk for a comment, also here.
constexpr auto kRules = R"(
[[topic]]
name = "kept/\u002a"
history = 3
history-ms = 10000

[[topic]]
name = "room/\u002a"
presence = true
announce = true
max-subscribers = 2

[[topic]]
name = "plain"
)";

constexpr size_t kAnyBytes = 1'000'000;

class Announcements final : public PublicationSink
{
public:
    PublishResult publish(Publication &&publication) override
    {
        areAllPassing = areAllPassing && publication.passing;
        told << QString::fromStdString(publication.event) + u' ' + QString::fromUtf8(publication.params);
        return PublishResult::Queued;
    }
    QStringList told;
    bool areAllPassing = true; // neither numbered nor kept
};

} // namespace

class TestTopics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void numbersBeginWithOneAndLeaveNoGap();
    void whoComesBackGetsWhatTheyMissed();
    void whatIsGoneIsNotRecovered_data();
    void whatIsGoneIsNotRecovered();
    void whatIsReservedAndNotKeptIsNotMissed();
    void historyEndsWithItsAge();
    void allHistoryIsBounded();
    void topicsThatNobodyNeedsAreForgotten();
    void aReconnectIsNeitherALeaveNorAJoin();
    void whoIsAwayForLongerHasLeft();
    void boundsAreKept();

private:
    TopicPtr enter(const std::string &name, const std::string &user = "ann")
    {
        auto topic = m_topics->enter(name, *findTopicRule(m_registry->topics(), name), user);
        return topic ? *topic : nullptr;
    }
    /// As the broadcaster does it.
    void publish(const std::string &name, const std::string &text)
    {
        const auto [topic, seq] = m_topics->reserve(name, 1);
        if (!topic)
            return;
        const std::vector<TopicHistory::Text> texts{std::make_shared<const std::string>(text)};
        m_topics->keep(*topic, seq, 1,
                       topic->rule->history > 0 ? std::span(texts) : std::span<const TopicHistory::Text>());
    }
    static QStringList textsOf(const TopicCatchUp &catchUp)
    {
        QStringList texts;
        for (const TopicHistory::Text &text : catchUp.missed)
            texts << QString::fromStdString(*text);
        return texts;
    }
    void setConfig(int most, qint64 historyBytes)
    {
        Config config;
        config.topics.most = most;
        config.topics.historyBytes = historyBytes;
        m_topics->setConfig(config);
    }

    test::FakeClock m_clock;
    EventRegistryPtr m_registry;
    Announcements m_announcements;
    std::unique_ptr<Topics> m_topics;
};

void TestTopics::init()
{
    const auto registry = EventRegistry::load(kRules, QStringLiteral("e"), {});
    QVERIFY(registry);
    m_registry = *registry;
    m_announcements.told.clear();
    m_topics = std::make_unique<Topics>(
        m_clock, [this] { return m_registry; }, "run");
    m_topics->setPublications(&m_announcements);
    m_topics->setConfig(Config());
}

void TestTopics::numbersBeginWithOneAndLeaveNoGap()
{
    const TopicPtr topic = enter("plain");
    QCOMPARE(m_topics->catchUp(*topic, {}, kAnyBytes).seq, 0u);
    QCOMPARE(m_topics->reserve("plain", 3).second, 1u);
    m_topics->keep(*topic, 1, 3, {});
    QCOMPARE(m_topics->reserve("plain", 1).second, 4u);
    m_topics->keep(*topic, 4, 1, {});
    QCOMPARE(m_topics->catchUp(*topic, {}, kAnyBytes).seq, 4u);
    QVERIFY(!m_topics->reserve("nobody/here", 1).first);
}

void TestTopics::whoComesBackGetsWhatTheyMissed()
{
    publish("kept/a", "1"); // nobody is there, but it is kept
    publish("kept/a", "2");
    publish("kept/a", "3");
    const TopicPtr topic = enter("kept/a");
    const TopicCatchUp some = m_topics->catchUp(*topic, TopicPosition{topic->epoch, 1}, kAnyBytes);
    QVERIFY(some.recovered);
    QCOMPARE(some.seq, 3u);
    QCOMPARE(textsOf(some), (QStringList{u"2"_s, u"3"_s}));
    const TopicCatchUp nothing = m_topics->catchUp(*topic, TopicPosition{topic->epoch, 3}, kAnyBytes);
    QVERIFY(nothing.recovered && nothing.missed.empty());
    // All of the three that are kept, for one who was there before the first.
    QCOMPARE(textsOf(m_topics->catchUp(*topic, TopicPosition{topic->epoch, 0}, kAnyBytes)).size(), 3);
    // Who does not say where they were wants nothing.
    QVERIFY(!m_topics->catchUp(*topic, {}, kAnyBytes).recovered);
}

void TestTopics::whatIsGoneIsNotRecovered_data()
{
    QTest::addColumn<QString>("epoch"); // empty: the right one
    QTest::addColumn<quint64>("seq");
    QTest::addColumn<quint64>("mostBytes");
    QTest::newRow("too long ago") << QString() << quint64{1} << quint64{kAnyBytes};
    QTest::newRow("in the future") << QString() << quint64{6} << quint64{kAnyBytes};
    QTest::newRow("of another epoch") << "run-7" << quint64{5} << quint64{kAnyBytes};
    QTest::newRow("too much") << QString() << quint64{2} << quint64{2};
}

void TestTopics::whatIsGoneIsNotRecovered()
{
    QFETCH(QString, epoch);
    QFETCH(quint64, seq);
    QFETCH(quint64, mostBytes);
    for (const char *text : {"1", "2", "3", "4", "5"})
        publish("kept/a", text);
    const TopicPtr topic = enter("kept/a");
    const TopicPosition since{epoch.isEmpty() ? topic->epoch : epoch.toStdString(), seq};
    const TopicCatchUp catchUp = m_topics->catchUp(*topic, since, mostBytes);
    QVERIFY(!catchUp.recovered && catchUp.missed.empty());
    QCOMPARE(catchUp.seq, 5u);
}

void TestTopics::whatIsReservedAndNotKeptIsNotMissed()
{
    const TopicPtr topic = enter("kept/a");
    publish("kept/a", "1");
    QCOMPARE(m_topics->reserve("kept/a", 1).second, 2u);
    // Who subscribes between the two is told of 1 and will be sent 2.
    QCOMPARE(m_topics->catchUp(*topic, {}, kAnyBytes).seq, 1u);
}

void TestTopics::historyEndsWithItsAge()
{
    const TopicPtr topic = enter("kept/a");
    publish("kept/a", "1");
    m_clock.advance(9s);
    publish("kept/a", "2");
    m_clock.advance(1s);
    publish("kept/a", "3");
    QVERIFY(!m_topics->catchUp(*topic, TopicPosition{topic->epoch, 0}, kAnyBytes).recovered);
    QCOMPARE(textsOf(m_topics->catchUp(*topic, TopicPosition{topic->epoch, 1}, kAnyBytes)),
             (QStringList{u"2"_s, u"3"_s}));
}

void TestTopics::allHistoryIsBounded()
{
    setConfig(100, 10);
    publish("kept/a", "12345");
    publish("kept/b", "12345");
    QCOMPARE(m_topics->historyBytes(), 10u);
    publish("kept/b", "123"); // its own oldest goes, not the other's
    QCOMPARE(m_topics->historyBytes(), 8u);
    const TopicPtr a = enter("kept/a");
    QVERIFY(m_topics->catchUp(*a, TopicPosition{a->epoch, 0}, kAnyBytes).recovered);
    publish("kept/c", "12345678901"); // larger than all that may be
    QCOMPARE(m_topics->historyBytes(), 8u);
}

void TestTopics::topicsThatNobodyNeedsAreForgotten()
{
    const TopicPtr plain = enter("plain");
    publish("kept/a", "1");
    QCOMPARE(m_topics->count(), 2u);
    QCOMPARE(m_topics->subscriptions(), 1u);
    m_topics->leave(plain, "ann");
    m_topics->expire();
    QCOMPARE(m_topics->count(), 1u);
    QCOMPARE(m_topics->subscriptions(), 0u);
    m_clock.advance(10s);
    m_topics->expire();
    QCOMPARE(m_topics->count(), 0u);
    QCOMPARE(m_topics->historyBytes(), 0u);
    // It counts anew, and says so.
    QVERIFY(enter("plain")->epoch != plain->epoch);
}

void TestTopics::aReconnectIsNeitherALeaveNorAJoin()
{
    const TopicPtr room = enter("room/1");
    QCOMPARE(m_announcements.told, (QStringList{uR"(topics/joined {"topic":"room/1","user":"ann"})"_s}));
    m_topics->leave(room, "ann");
    m_clock.advance(2400ms);
    m_topics->expire();
    QCOMPARE(m_topics->present("room/1", 0, 10).first.front().connections, 0u);
    QCOMPARE(enter("room/1"), room); // the same topic, not a new one
    m_clock.advance(1h);
    m_topics->expire();
    QCOMPARE(m_announcements.told.size(), 1);
    QVERIFY(m_announcements.areAllPassing);
    QCOMPARE(m_topics->present("room/1", 0, 10).first.front().connections, 1u);
}

void TestTopics::whoIsAwayForLongerHasLeft()
{
    const TopicPtr room = enter("room/1");
    QVERIFY(enter("room/1")); // a second connection of theirs
    m_topics->leave(room, "ann");
    m_clock.advance(1h);
    m_topics->expire();
    QCOMPARE(m_announcements.told.size(), 1);
    m_topics->leave(room, "ann");
    m_clock.advance(2500ms);
    m_topics->expire();
    QCOMPARE(m_announcements.told.last(), uR"(topics/left {"topic":"room/1","user":"ann"})"_s);
    QCOMPARE(m_topics->present("room/1", 0, 10).second, 0u);
    m_topics->expire();
    QCOMPARE(m_topics->count(), 0u);
}

void TestTopics::boundsAreKept()
{
    QVERIFY(enter("room/1", "ann"));
    QVERIFY(enter("room/1", "bob"));
    QVERIFY(!enter("room/1", "eve"));
    setConfig(2, 1000);
    QVERIFY(enter("room/2"));
    QVERIFY(!enter("room/3"));
    QVERIFY(enter("room/2"));
    QVERIFY(!m_topics->reserve("kept/a", 1).first);
}

QTEST_GUILESS_MAIN(TestTopics)
#include "tst_topics.moc"

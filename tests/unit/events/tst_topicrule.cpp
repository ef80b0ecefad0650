#include "server/events/eventregistry.h"
#include "server/handlers/pinghandler.h"
#include "shared/base/clock.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace Qt::StringLiterals;

class TestTopicRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void patternsMatch_data();
    void patternsMatch();
    void access_data();
    void access();
    void theFirstRuleCounts();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
};

namespace {

Result<EventRegistryPtr> load(const QByteArray &toml)
{
    return EventRegistry::load(toml, QStringLiteral("e"), {});
}

Principal outsider(const std::string &id, std::vector<std::string> roles = {}, std::vector<std::string> topics = {})
{
    Principal principal;
    principal.userId = id;
    principal.roles = std::move(roles);
    principal.topics = std::move(topics);
    return principal;
}

Principal user(const std::string &id, std::vector<std::string> roles = {}, std::vector<std::string> topics = {})
{
    Principal principal = outsider(id, std::move(roles), std::move(topics));
    principal.authenticated = true;
    return principal;
}

} // namespace

void TestTopicRule::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isName");
    QTest::addColumn<bool>("isPattern");
    const auto row = [](const char *title, const QByteArray &text, bool isName, bool isPattern) {
        QTest::newRow(title) << text << isName << isPattern;
    };
    row("one segment", "news", true, true);
    row("segments", "room/1/chat", true, true);
    row("all that is allowed", "a-Z0_9.x@y:z$", true, true);
    row("as long as may be", QByteArray(128, 'a'), true, true);
    row("too long", QByteArray(129, 'a'), false, false);
    row("empty", "", false, false);
    row("begins with a slash", "/news", false, false);
    row("ends with a slash", "news/", false, false);
    row("an empty segment", "a//b", false, false);
    row("a blank", "a b", false, false);
    row("a quote", "a\"b", false, false);
    row("not ASCII", "caf\xc3\xa9", false, false);
    row("any", "room/*", false, true);
    row("part of a segment", "room/a*", false, false);
    row("owner", "inbox/{user}", false, true);
    row("two owners", "{user}/{user}", false, false);
    row("another variable", "inbox/{role}", false, false);
}

void TestTopicRule::names()
{
    QFETCH(QByteArray, text);
    QTEST(isTopicName(text.toStdString()), "isName");
    QTEST(isTopicPattern(text.toStdString()), "isPattern");
}

void TestTopicRule::patternsMatch_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<bool>("matches");
    QTest::newRow("the same") << QByteArray("a/b") << QByteArray("a/b") << true;
    QTest::newRow("another") << QByteArray("a/b") << QByteArray("a/c") << false;
    QTest::newRow("any") << QByteArray("a/*") << QByteArray("a/c") << true;
    QTest::newRow("any is one segment") << QByteArray("a/*") << QByteArray("a/b/c") << false;
    QTest::newRow("any is not none") << QByteArray("a/*") << QByteArray("a") << false;
    QTest::newRow("any first") << QByteArray("*/b") << QByteArray("x/b") << true;
    QTest::newRow("a prefix") << QByteArray("a") << QByteArray("a/b") << false;
    QTest::newRow("an owner") << QByteArray("inbox/{user}") << QByteArray("inbox/eve") << true;
}

void TestTopicRule::patternsMatch()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, topic);
    QTEST(topicMatches(pattern.toStdString(), topic.toStdString()), "matches");
}

void TestTopicRule::access_data()
{
    QTest::addColumn<QByteArray>("access");
    QTest::addColumn<QStringList>("granted"); // of: nobody logged in, ann, ann with the role, ann with the claim, bob
    QTest::newRow("anyone") << QByteArray(R"("anyone")")
                            << QStringList{u"none"_s, u"ann"_s, u"role"_s, u"claim"_s, u"bob"_s};
    QTest::newRow("users") << QByteArray(R"("users")") << QStringList{u"ann"_s, u"role"_s, u"claim"_s, u"bob"_s};
    QTest::newRow("owner") << QByteArray(R"("owner")") << QStringList{u"ann"_s, u"role"_s, u"claim"_s};
    QTest::newRow("claim") << QByteArray(R"("claim")") << QStringList{u"claim"_s};
    QTest::newRow("a role") << QByteArray(R"("role:staff")") << QStringList{u"role"_s};
    QTest::newRow("either") << QByteArray(R"(["claim", "role:staff"])") << QStringList{u"role"_s, u"claim"_s};
}

void TestTopicRule::access()
{
    QFETCH(QByteArray, access);
    QFETCH(QStringList, granted);
    const auto registry =
        load("[[topic]]\nname = 'box/{user}'\nsubscribe = " + access + "\npublish = " + access + "\n");
    QVERIFY2(registry, qPrintable(registry ? QString() : registry.error().detail));
    const TopicRule &rule = *(*registry)->topics().front();
    const std::vector<std::pair<QString, Principal>> everybody{
        {u"none"_s, outsider("ann", {"staff"}, {"box/ann"})}, // says so, but has not logged in
        {u"ann"_s, user("ann")},
        {u"role"_s, user("ann", {"staff"})},
        {u"claim"_s, user("ann", {}, {"other", "box/*"})},
        {u"bob"_s, user("bob")}};
    QStringList may;
    for (const auto &[title, principal] : everybody) {
        QCOMPARE(rule.maySubscribe(principal, "box/ann"), rule.mayPublish(principal, "box/ann"));
        if (rule.maySubscribe(principal, "box/ann"))
            may.append(title);
    }
    QCOMPARE(may, granted);
}

void TestTopicRule::theFirstRuleCounts()
{
    const auto registry = load("[[topic]]\nname = 'a/b'\nhistory = 5\nhistory-ms = 1000\n"
                               "[[topic]]\nname = 'a/*'\npresence = true\nannounce = true\nmax-subscribers = 7\n"
                               "event = 'a/said'\nsummary = 's'\n");
    QVERIFY2(registry, qPrintable(registry ? QString() : registry.error().detail));
    const auto find = [&](std::string_view topic) { return findTopicRule((*registry)->topics(), topic); };
    QCOMPARE((*find("a/b"))->history, 5);
    QCOMPARE((*find("a/b"))->historyAge, std::chrono::seconds(1));
    QCOMPARE((*find("a/c"))->maxSubscribers, 7);
    QVERIFY((*find("a/c"))->presence && (*find("a/c"))->announces);
    QCOMPARE((*find("a/c"))->event, "a/said");
    QVERIFY(!find("b"));
    // Unless it says otherwise: who has logged in gets it, no client publishes.
    QVERIFY((*find("a/b"))->maySubscribe(user("ann"), "a/b"));
    QVERIFY(!(*find("a/b"))->mayPublish(user("ann", {"admin"}), "a/b"));
}

void TestTopicRule::faultsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no name") << QByteArray("history = 0") << "e:1: name: is missing";
    QTest::newRow("a bad name") << QByteArray("name = 'a b'") << "e:2: a b name: is no topic";
    QTest::newRow("name a number") << QByteArray("name = 1") << "e:2: name: must be a text";
    QTest::newRow("unknown") << QByteArray("name = 'a'\nsubscibe = 'users'")
                             << "e:3: a subscibe: unknown field, did you mean subscribe?";
    QTest::newRow("nobody") << QByteArray("name = 'a'\npublish = 'admins'") << "e:3: a publish: is nobody";
    QTest::newRow("no role") << QByteArray("name = 'a'\npublish = 'role:'") << "e:3: a publish: is nobody";
    QTest::newRow("no text") << QByteArray("name = 'a'\npublish = 3")
                             << "e:3: a publish: must be a text or a list of texts";
    QTest::newRow("half a history") << QByteArray("name = 'a'\nhistory = 3") << "e:1: a history: goes with history-ms";
    QTest::newRow("too much history") << QByteArray("name = 'a'\nhistory = 10001\nhistory-ms = 1")
                                      << "e:3: a history: is out of range";
    QTest::newRow("announces nobody") << QByteArray("name = 'a'\nannounce = true") << "e:1: a announce: needs presence";
    QTest::newRow("no owner") << QByteArray("name = 'a/*'\nsubscribe = 'owner'") << "e:1: a/* name: names no owner";
    QTest::newRow("no event") << QByteArray("name = 'a'\nevent = 'x y'") << "e:3: a event: is no event id";
}

void TestTopicRule::faultsNameTheirPlace()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, fault);
    const auto registry = load("[[topic]]\n" + fields + "\n");
    QVERIFY(!registry);
    QVERIFY2(registry.error().detail.startsWith(fault), qPrintable(registry.error().detail));
}

QTEST_GUILESS_MAIN(TestTopicRule)
#include "tst_topicrule.moc"

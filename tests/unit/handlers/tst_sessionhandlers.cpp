#include "server/handlers/discoverhandler.h"
#include "server/handlers/loginhandler.h"
#include "server/handlers/methodlisthandler.h"
#include "server/handlers/pinghandler.h"
#include "server/handlers/registerhandlers.h"
#include "server/handlers/sessionhellohandler.h"
#include "server/handlers/subscriptionhandler.h"
#include "server/handlers/topicsubscribehandler.h"
#include "server/handlers/usergethandler.h"
#include "server/topics/topics.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/handlers/handlerrequest.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>

#include <array>

using namespace sluice;
using namespace sluice::server;
using test::HandlerRequest;
using test::resultOf;
using test::verdictOf;

namespace {

/// Knows one token.
class OneToken final : public Authenticator
{
public:
    explicit OneToken(PrincipalPtr user)
        : m_user(std::move(user))
    {
    }

    Result<PrincipalPtr> authenticate(std::string_view token) const override
    {
        if (token == "old")
            return failure(ErrorCode::TokenExpired);
        if (token != "good")
            return failure(ErrorCode::Unauthorized);
        return m_user;
    }

private:
    const PrincipalPtr m_user;
};

/// Only bob is here.
class OnlyBob final : public UserDirectory
{
public:
    size_t connectionsOf(std::string_view userId) const override { return userId == "bob" ? 1 : 0; }
};

PrincipalPtr ann(std::optional<WallTime> expires = {})
{
    return std::make_shared<Principal>(Principal{"ann", {"admin", "user"}, true, expires});
}

} // namespace

class TestSessionHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loginChangesTheSession();
    void refreshIsForTheSameUser();
    void loginTellsWhenTheTokenEnds();
    void refusedLoginChangesNothing_data();
    void refusedLoginChangesNothing();
    void helloTellsWhoAndWhat();
    void pingTellsTheTime();
    void methodsOfAnEmptyRegistryAreAnEmptyList();
    void methodsAreThoseThatTheCallerMayUse_data();
    void methodsAreThoseThatTheCallerMayUse();
    void documentDescribesEveryField();
    void documentOfTheShippedEventsFits();
    void subscriptionsAreAcknowledged_data();
    void subscriptionsAreAcknowledged();
    void userGet_data();
    void userGet();
    void benchHandlersExistOnlyWhenAskedFor();

private:
    test::FakeClock m_clock;
};

void TestSessionHandlers::loginChangesTheSession()
{
    const PrincipalPtr user = ann();
    const OneToken authenticator(user);
    LoginHandler handler(LoginHandler::Kind::Login, authenticator);
    HandlerRequest request(R"({"token":"good"})", "");
    const auto outcome = request.runIn(handler);
    QCOMPARE(outcome->reply.value(), QByteArray(R"({"roles":["admin","user"],"user":"ann"})"));
    QVERIFY(outcome->session);
    QCOMPARE(outcome->session->principal, user);
}

void TestSessionHandlers::refreshIsForTheSameUser()
{
    const PrincipalPtr user = ann();
    const OneToken authenticator(user);
    LoginHandler handler(LoginHandler::Kind::Refresh, authenticator);
    HandlerRequest own(R"({"token":"good"})", "ann");
    const auto refreshed = own.runIn(handler);
    QCOMPARE(verdictOf(refreshed), QStringLiteral("ok"));
    QVERIFY(refreshed->session && refreshed->session->keepsUser);
    QCOMPARE(refreshed->session->principal, user);
    HandlerRequest other(R"({"token":"good"})", "bob");
    const auto refused = other.runIn(handler);
    QCOMPARE(verdictOf(refused), QStringLiteral("-32011"));
    QVERIFY(!refused->session);
}

void TestSessionHandlers::loginTellsWhenTheTokenEnds()
{
    const OneToken authenticator(ann(WallTime(std::chrono::milliseconds(1234))));
    LoginHandler handler(LoginHandler::Kind::Login, authenticator);
    HandlerRequest request(R"({"token":"good"})", "");
    QCOMPARE(resultOf(request.runIn(handler)).value(QLatin1String("expiresMs")).toInteger(), 1234);
}

void TestSessionHandlers::refusedLoginChangesNothing_data()
{
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("foreign token") << QStringLiteral(R"({"token":"bad"})") << QStringLiteral("-32010");
    QTest::newRow("expired token") << QStringLiteral(R"({"token":"old"})") << QStringLiteral("-32012");
    QTest::newRow("no token") << QStringLiteral("{}")
                              << QStringLiteral(R"(-32602 {"field":"token","reason":"is missing"})");
    QTest::newRow("at the limit") << QStringLiteral(R"({"token":"%1"})").arg(QString(4096, u'x'))
                                  << QStringLiteral("-32010");
    QTest::newRow("beyond the limit") << QStringLiteral(R"({"token":"%1"})").arg(QString(4097, u'x'))
                                      << QStringLiteral(
                                             R"(-32602 {"field":"token","reason":"must have at most 4096 bytes"})");
}

void TestSessionHandlers::refusedLoginChangesNothing()
{
    QFETCH(QString, params);
    const OneToken authenticator(ann());
    LoginHandler handler(LoginHandler::Kind::Login, authenticator);
    HandlerRequest request(params.toStdString(), "");
    const auto outcome = request.runIn(handler);
    QTEST(verdictOf(outcome), "verdict");
    QVERIFY(!outcome->session);
}

void TestSessionHandlers::helloTellsWhoAndWhat()
{
    auto config = std::make_shared<Config>();
    config->limits.messageBytes = 4711;
    config->ping.interval = Milliseconds(12);
    config->timeouts.clientRequest = Milliseconds(34);
    SessionHelloHandler handler([&] { return ConfigPtr(config); });
    HandlerRequest request;
    const auto result = resultOf(request.as(ann()).runIn(handler));
    QCOMPARE(result.value(QLatin1String("server")).toString(), QStringLiteral("sluice"));
    QCOMPARE(result.value(QLatin1String("version")).toString(), QStringLiteral(SLUICE_VERSION));
    QCOMPARE(result.value(QLatin1String("protocol")).toString(), QStringLiteral("1.0"));
    QCOMPARE(result.value(QLatin1String("user")).toString(), QStringLiteral("ann"));
    QCOMPARE(result.value(QLatin1String("authenticated")).toBool(), true);
    QCOMPARE(result.value(QLatin1String("roles")).toArray(),
             QJsonArray({QStringLiteral("admin"), QStringLiteral("user")}));
    QCOMPARE(result.value(QLatin1String("connection")).toInteger(), 7);
    QCOMPARE(result.value(QLatin1String("heartbeatMs")).toInteger(), 12);
    QCOMPARE(result.value(QLatin1String("clientRequestMs")).toInteger(), 34);
    QCOMPARE(result.value(QLatin1String("limits")).toObject().value(QLatin1String("messageBytes")).toInteger(), 4711);

    config->limits.messageBytes = 4712; // as it is now, not as it was
    QCOMPARE(resultOf(request.runIn(handler))
                 .value(QLatin1String("limits"))
                 .toObject()
                 .value(QLatin1String("messageBytes"))
                 .toInteger(),
             4712);
}

void TestSessionHandlers::pingTellsTheTime()
{
    PingHandler handler(m_clock);
    HandlerRequest request;
    QCOMPARE(resultOf(request.runIn(handler)).value(QLatin1String("timeMs")).toInteger(), toUnixMs(m_clock.wallNow()));
    m_clock.stepWall(std::chrono::milliseconds(5));
    QCOMPARE(resultOf(request.runIn(handler)).value(QLatin1String("timeMs")).toInteger(), toUnixMs(m_clock.wallNow()));
}

void TestSessionHandlers::methodsOfAnEmptyRegistryAreAnEmptyList()
{
    MethodListHandler handler([] { return std::make_shared<const EventRegistry>(); });
    HandlerRequest request;
    QCOMPARE(request.runIn(handler)->reply.value(), QByteArray("[]"));
}

namespace {

constexpr const char *kFourEvents = R"(
[[event]]
id = "open/to-all"
handler = "h"
requires-auth = false
[[event]]
id = "for/users"
summary = "What it does."
handler = "h"
params = { s = "string!", i = "integer", n = "number", b = "boolean", o = "object", a = "any", l = "string[]!" }
[[event]]
id = "for/admins"
handler = "h"
requires-role = "admin"
params = {}
[[event]]
id = "for/nobody"
handler = "h"
enabled = false
requires-auth = false
)";

EventRegistryPtr registryOf(const QByteArray &toml)
{
    static const HandlerTable handlers = [] {
        HandlerTable table;
        for (const char *name : {"h",
                                 "users.get",
                                 "notes.save",
                                 "notes.fetch",
                                 "notes.list",
                                 "notes.import",
                                 "notes.search",
                                 "notes.share",
                                 "notes.delete",
                                 "rpc.login",
                                 "rpc.ping",
                                 "rpc.session.hello",
                                 "rpc.session.refresh",
                                 "rpc.list-methods",
                                 "rpc.discover",
                                 "rpc.on",
                                 "rpc.off",
                                 "topics.subscribe",
                                 "topics.unsubscribe",
                                 "topics.publish",
                                 "presence.get"})
            table.emplace(name, std::make_unique<TopicUnsubscribeHandler>());
        return table;
    }();
    auto registry = EventRegistry::load(std::array{builtInEvents(), EventsText{toml, QStringLiteral("e")}}, handlers);
    if (!registry)
        qFatal("%s", qPrintable(registry.error().detail));
    return *std::move(registry);
}

PrincipalPtr callerOf(const QString &kind)
{
    Principal caller{"ann", {}, kind != QLatin1String("anonymous"), {}};
    if (kind == QLatin1String("admin"))
        caller.roles = {"admin"};
    return std::make_shared<Principal>(caller);
}

QJsonObject documentFor(const EventRegistryPtr &registry, const QString &kind)
{
    DiscoverHandler handler([&] { return registry; });
    HandlerRequest request;
    return resultOf(request.as(callerOf(kind)).runIn(handler));
}

QStringList namesIn(const QJsonObject &document)
{
    QStringList names;
    for (const QJsonValue &method : document.value(u"methods").toArray())
        names << method[u"name"].toString();
    return names;
}

QJsonObject methodOf(const QJsonObject &document, const QString &name)
{
    return document.value(u"methods").toArray().at(namesIn(document).indexOf(name)).toObject();
}

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestSessionHandlers::methodsAreThoseThatTheCallerMayUse_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("own");
    const QString all = QStringLiteral("open/to-all");
    const QString users = QStringLiteral("for/users");
    QTest::newRow("anonymous") << QStringLiteral("anonymous") << QStringList{all};
    QTest::newRow("user") << QStringLiteral("user") << QStringList{all, users};
    QTest::newRow("admin") << QStringLiteral("admin") << QStringList{all, users, QStringLiteral("for/admins")};
}

void TestSessionHandlers::methodsAreThoseThatTheCallerMayUse()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, own);
    const EventRegistryPtr registry = registryOf(kFourEvents);
    QStringList expected;
    const EventRegistryPtr builtIn = registryOf("");
    for (const EventSpecPtr &event : builtIn->events()) {
        if (!event->requiresAuth || kind != QLatin1String("anonymous")) // who is nobody has nothing to refresh
            expected << QString::fromStdString(event->id);
    }
    expected << own;

    MethodListHandler handler([&] { return registry; });
    HandlerRequest request;
    const QByteArray names = request.as(callerOf(kind)).runIn(handler)->reply.value();
    QCOMPARE(QJsonDocument::fromJson(names).array(), QJsonArray::fromStringList(expected));
    QCOMPARE(namesIn(documentFor(registry, kind)), expected);
}

void TestSessionHandlers::documentDescribesEveryField()
{
    const QJsonObject document = documentFor(registryOf(kFourEvents), QStringLiteral("admin"));
    QCOMPARE(document.value(u"openrpc").toString(), QStringLiteral("1.2.6"));
    QCOMPARE(document.value(u"info").toObject(), parsed(R"({"title":"Sluice","version":")" SLUICE_VERSION R"("})"));

    const QJsonObject users = methodOf(document, QStringLiteral("for/users"));
    QCOMPARE(users.value(u"summary").toString(), QStringLiteral("What it does."));
    QCOMPARE(users.value(u"paramStructure").toString(), QStringLiteral("by-name"));
    QVERIFY(!users.contains(u"x-any-params"));
    const char *params = R"({"params":[
        {"name":"s","required":true,"schema":{"type":"string"}},
        {"name":"i","required":false,"schema":{"type":"integer"}},
        {"name":"n","required":false,"schema":{"type":"number"}},
        {"name":"b","required":false,"schema":{"type":"boolean"}},
        {"name":"o","required":false,"schema":{"type":"object"}},
        {"name":"a","required":false,"schema":{}},
        {"name":"l","required":true,"schema":{"type":"array","items":{"type":"string"}}}]})";
    // TOML's tables have no order that counts.
    const auto byName = [](const QJsonArray &array) {
        QMap<QString, QJsonValue> map;
        for (const QJsonValue &element : array)
            map.insert(element[u"name"].toString(), element);
        return map;
    };
    QCOMPARE(byName(users.value(u"params").toArray()), byName(parsed(params).value(u"params").toArray()));

    const QJsonObject all = methodOf(document, QStringLiteral("open/to-all"));
    QCOMPARE(all.value(u"x-any-params").toBool(), true);
    QVERIFY(!all.contains(u"summary") && !all.contains(u"paramStructure"));
    const QJsonObject admins = methodOf(document, QStringLiteral("for/admins"));
    QCOMPARE(admins.value(u"params").toArray(), QJsonArray());
    QVERIFY(!admins.contains(u"x-any-params"));

    const auto names = [](const QJsonObject &method) {
        QStringList references;
        for (const QJsonValue &error : method.value(u"errors").toArray())
            references << error[u"$ref"].toString().section(u'/', -1);
        return references;
    };
    QVERIFY(names(users).contains(QStringLiteral("Forbidden")));
    QVERIFY(names(all).contains(QStringLiteral("RateLimited")));
    QVERIFY(!names(all).contains(QStringLiteral("Forbidden")));
    const QJsonObject errors = document.value(u"components")[u"errors"].toObject();
    for (const QString &name : names(users) + names(all))
        QVERIFY2(errors.value(name).toObject().contains(u"code"), qPrintable(name));
    QCOMPARE(errors.value(u"Unavailable").toObject(), parsed(R"({"code":-32033,"message":"unavailable"})"));
}

void TestSessionHandlers::documentOfTheShippedEventsFits()
{
    const EventRegistryPtr registry = registryOf(readEventsFile({})->toml);
    for (const QString &kind : {QStringLiteral("anonymous"), QStringLiteral("user"), QStringLiteral("admin")}) {
        const QJsonObject document = documentFor(registry, kind);
        QStringList expected;
        for (const EventSpecPtr &event : registry->events()) {
            const bool open = !event->requiresAuth
                || (event->requiresRole.empty() && kind != QLatin1String("anonymous"))
                || kind == QLatin1String("admin");
            if (!open)
                continue;
            const auto name = QString::fromStdString(event->id);
            expected << name;
            const QJsonObject method = methodOf(document, name);
            QVERIFY2(!method.value(u"summary").toString().isEmpty(), qPrintable(name));
            QCOMPARE(method.value(u"params").toArray().size(), static_cast<qsizetype>(event->params.size()));
        }
        QCOMPARE(namesIn(document), expected);
    }
}

void TestSessionHandlers::subscriptionsAreAcknowledged_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QByteArray>("reply");
    const QString refused =
        QStringLiteral(R"(-32602 {"field":"params","reason":"must be a list of 1 to 100 event names"})");
    const auto fine = [](const char *name, const QByteArray &params, const QByteArray &reply) {
        QTest::newRow(name) << params << QStringLiteral("ok") << reply;
    };
    const auto bad = [&refused](const char *name, const QByteArray &params) {
        QTest::newRow(name) << params << refused << QByteArray();
    };
    fine("one", R"(["notes/updated"])", R"({"notes/updated":"ok"})");
    fine("two, one twice", R"(["a","b","a"])", R"({"a":"ok","b":"ok"})");
    fine("no event's name", R"(["a b",""])", R"({"":"provided event is invalid","a b":"provided event is invalid"})");
    fine("a hundred", "[" + QByteArray(R"("a",)").repeated(99) + R"("a"])", R"({"a":"ok"})");
    bad("one more", "[" + QByteArray(R"("a",)").repeated(100) + R"("a"])");
    bad("none", "[]");
    bad("a number", R"(["a",1])");
    bad("an object", R"({"events":["a"]})");
    bad("nothing", "");
}

void TestSessionHandlers::subscriptionsAreAcknowledged()
{
    QFETCH(QByteArray, params);
    SubscriptionHandler handler(SubscriptionHandler::Kind::On, [] { return registryOf({}); });
    HandlerRequest request(params.toStdString());
    const auto outcome = request.runIn(handler);
    QTEST(verdictOf(outcome), "verdict");
    QTEST(outcome->reply.value_or(QByteArray()), "reply");
}

void TestSessionHandlers::userGet_data()
{
    QTest::addColumn<QString>("params");
    QTest::addColumn<QByteArray>("reply");
    const QByteArray self(R"({"user":{"connected":true,"id":"ann","roles":["admin","user"]}})");
    QTest::newRow("oneself") << QStringLiteral("{}") << self;
    QTest::newRow("oneself by id") << QStringLiteral(R"({"id":"ann"})") << self;
    QTest::newRow("somebody here, no roles told")
        << QStringLiteral(R"({"id":"bob"})") << QByteArray(R"({"user":{"connected":true,"id":"bob"}})");
    QTest::newRow("somebody else") << QStringLiteral(R"({"id":"eve"})")
                                   << QByteArray(R"({"user":{"connected":false,"id":"eve"}})");
    QTest::newRow("no id") << QStringLiteral(R"({"id":""})") << QByteArray();
}

void TestSessionHandlers::userGet()
{
    QFETCH(QString, params);
    const OnlyBob users;
    UserGetHandler handler(users);
    HandlerRequest request(params.toStdString());
    QTEST(request.as(ann()).runIn(handler)->reply.value_or(QByteArray()), "reply");
}

namespace {

/// Is never asked.
class NoStore final : public NoteStore
{
public:
    QFuture<Result<Note>> save(NoteDraft, TimePoint) override { return {}; }
    QFuture<Result<QStringList>> import(QList<NoteDraft>, TimePoint) override { return {}; }
    Result<Note> fetch(const QString &, const QString &, TimePoint) override { return {}; }
    Result<NotePage> list(const QString &, int, int, TimePoint) override { return {}; }
    Result<QList<NoteSummary>> search(const QString &, const QString &, int, TimePoint) override { return {}; }
    QFuture<Result<Note>> remove(NoteRemoval, TimePoint) override { return {}; }
    QFuture<Result<Note>> share(NoteSharing, TimePoint) override { return {}; }
};

} // namespace

void TestSessionHandlers::benchHandlersExistOnlyWhenAskedFor()
{
    NoStore store;
    const OnlyBob users;
    const OneToken authenticator(ann());
    auto config = std::make_shared<Config>();
    const Topics topics(
        m_clock, [] { return EventRegistryPtr(); }, "run");
    const HandlerDependencies dependencies{store,
                                           users,
                                           topics,
                                           authenticator,
                                           m_clock,
                                           [&] { return ConfigPtr(config); },
                                           [] { return EventRegistryPtr(); }};
    HandlerTable table = makeHandlers(dependencies);
    for (const char *name :
         {"notes.save",        "notes.fetch",         "notes.list",         "notes.import",   "notes.search",
          "notes.delete",      "notes.share",         "users.get",          "rpc.login",      "rpc.ping",
          "rpc.session.hello", "rpc.session.refresh", "rpc.list-methods",   "rpc.discover",   "rpc.on",
          "rpc.off",           "topics.subscribe",    "topics.unsubscribe", "topics.publish", "presence.get"})
        QVERIFY2(table.contains(name), name);
    QVERIFY(!table.contains("bench.echo"));

    config->test.benchEvents = true;
    table = makeHandlers(dependencies);
    for (const char *name : {"bench.echo", "bench.fail", "bench.hang", "bench.sleep", "bench.spin", "bench.broadcast"})
        QVERIFY2(table.contains(name), name);
}

QTEST_GUILESS_MAIN(TestSessionHandlers)
#include "tst_sessionhandlers.moc"

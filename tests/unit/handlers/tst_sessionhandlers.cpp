#include "server/handlers/loginhandler.h"
#include "server/handlers/methodlisthandler.h"
#include "server/handlers/pinghandler.h"
#include "server/handlers/registerhandlers.h"
#include "server/handlers/sessionhellohandler.h"
#include "server/handlers/usergethandler.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/handlers/handlerrequest.h"

#include <QJsonArray>
#include <QTest>

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
    bool isConnected(std::string_view userId) const override { return userId == "bob"; }
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
    void loginTellsWhenTheTokenEnds();
    void refusedLoginChangesNothing_data();
    void refusedLoginChangesNothing();
    void helloTellsWhoAndWhat();
    void pingTellsTheTime();
    void methodsOfAnEmptyRegistryAreAnEmptyList();
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
    LoginHandler handler(authenticator);
    HandlerRequest request(R"({"token":"good"})", "");
    const auto outcome = request.runIn(handler);
    QCOMPARE(outcome->reply.value(), QByteArray(R"({"roles":["admin","user"],"user":"ann"})"));
    QVERIFY(outcome->session);
    QCOMPARE(outcome->session->principal, user);
}

void TestSessionHandlers::loginTellsWhenTheTokenEnds()
{
    const OneToken authenticator(ann(WallTime(std::chrono::milliseconds(1234))));
    LoginHandler handler(authenticator);
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
    LoginHandler handler(authenticator);
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
};

} // namespace

void TestSessionHandlers::benchHandlersExistOnlyWhenAskedFor()
{
    NoStore store;
    const OnlyBob users;
    const OneToken authenticator(ann());
    auto config = std::make_shared<Config>();
    const HandlerDependencies dependencies{
        store, users, authenticator, m_clock, [&] { return ConfigPtr(config); }, [] { return EventRegistryPtr(); }};
    HandlerTable table = makeHandlers(dependencies);
    for (const char *name : {"notes.save", "notes.fetch", "notes.list", "notes.import", "notes.search", "users.get",
                             "rpc.login", "rpc.ping", "rpc.session.hello", "rpc.list-methods"})
        QVERIFY2(table.contains(name), name);
    QVERIFY(!table.contains("bench.echo"));

    config->test.benchEvents = true;
    table = makeHandlers(dependencies);
    for (const char *name : {"bench.echo", "bench.sleep", "bench.spin", "bench.broadcast"})
        QVERIFY2(table.contains(name), name);
}

QTEST_GUILESS_MAIN(TestSessionHandlers)
#include "tst_sessionhandlers.moc"

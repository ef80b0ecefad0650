#include "server/api/apiserver.h"

#include "tests/unit/admin/adminfixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr char kSend[] = R"({"users":["ada"],"event":"a/b","params":{"n":1}})";
constexpr char kClose[] = R"({"users":["ada"]})";

/// A key whose text is its id.
ApiKeysPtr makeKeys()
{
    QByteArray toml;
    const auto add = [&toml](const QByteArray &id, const char *scopes) {
        toml += "[[key]]\nid = '" + id + "'\nsha256 = '" + ApiKeys::hashOf(id.toStdString()).toHex()
            + "'\nscopes = " + scopes + '\n';
    };
    add("all", "['push', 'disconnect', 'read']");
    add("pusher", "'push'");
    add("rooms", "'publish:room/*'");
    add("reader", "'read'");
    auto keys = ApiKeys::parse(toml, QStringLiteral("keys"));
    if (!keys)
        qFatal("%s", qPrintable(keys.error().detail));
    return std::make_shared<const ApiKeys>(*std::move(keys));
}

/// A command that the admin plane was asked for.
struct Asked {
    AdminCaller caller;
    QString method;
    QJsonObject params;
    std::function<void(Result<QJsonValue>)> answer;
};

/// What an exchange looks like from outside.
struct Exchange {
    std::string method = "POST";
    std::string target;
    std::string key = "all";
    std::string body = {};
    std::string headers = "Content-Type: application/json\r\n";
};

QByteArray headerOf(const HttpResponse &response, const char *name)
{
    for (const auto &[header, value] : response.headers) {
        if (header == name)
            return QByteArray::fromStdString(value);
    }
    return {};
}

QJsonObject jsonOf(const HttpResponse &response)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
}

} // namespace

/// The API as HTTP has it, without sockets.
class TestApiServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void descriptionIsTrue();
    void answers_data();
    void answers();
    void pushes();
    void aClosedGateLetsNothingBePushed();
    void publishesWhereTheScopeAllows();
    void disconnectsAsTheAdminPlaneDoes();
    void namesTheFieldAsItWasCalled();
    void listsWithNumbers();
    void aBusyAdminPlaneIsTold();

    void aRepeatGetsTheFirstAnswer();
    void anotherRequestWithTheSameKeyIsRefused();
    void aRepeatOfWhatIsUnderWayIsRefused();
    void whatFailedRunsAgain();
    void keysCountWithinTheirOwner();
    void answersExpire();
    void answersAreBounded();
    void countsByEndpointAndStatus();

private:
    /// Nothing: no answer yet.
    [[nodiscard]] std::shared_ptr<std::optional<HttpResponse>> start(const Exchange &exchange);
    [[nodiscard]] HttpResponse call(const Exchange &exchange);
    [[nodiscard]] HttpResponse post(const char *path, const std::string &body, const std::string &idempotencyKey = {});
    [[nodiscard]] size_t published() const { return m_fixture->publications.publications.size(); }

    std::unique_ptr<AdminFixture> m_fixture;
    std::vector<Asked> m_asked;
    Gate m_gate;
    std::unique_ptr<Pushes> m_pushes;
    std::unique_ptr<ApiCalls> m_calls;
    std::unique_ptr<ApiStats> m_stats;
    std::unique_ptr<ApiServer> m_server;
    Config m_config;
};

void TestApiServer::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_fixture->registry = *EventRegistry::load("[[topic]]\nname = 'room/*'\npresence = true\nevent = 'room/said'\n"
                                               "[[topic]]\nname = 'hall/*'\n",
                                               QStringLiteral("e"), {});
    m_asked.clear();
    m_gate.open();
    m_config = Config();
    const auto registry = [this] { return m_fixture->registry; };
    m_pushes = std::make_unique<Pushes>(
        Pushes::Parts{m_fixture->publications, m_fixture->users, m_fixture->metrics, m_fixture->topics, registry});
    m_calls = std::make_unique<ApiCalls>(
        ApiCalls::Parts{*m_pushes, m_gate, m_fixture->topics, m_fixture->metrics, m_fixture->clock, registry,
                        [] { return ServerFacts(); },
                        [this](const AdminCaller &caller, const QString &method, const QJsonObject &params,
                               const std::function<void(Result<QJsonValue>)> &answer) {
                            m_asked.push_back({caller, method, params, answer});
                        },
                        [](const std::function<void()> &function) { function(); }});
    m_stats = std::make_unique<ApiStats>();
    m_server = std::make_unique<ApiServer>(ApiServer::Parts{*m_calls, *m_stats, m_fixture->metrics, m_fixture->clock},
                                           m_config);
    m_server->setKeys(makeKeys());
}

std::shared_ptr<std::optional<HttpResponse>> TestApiServer::start(const Exchange &exchange)
{
    std::string head = exchange.method + ' ' + exchange.target + " HTTP/1.1\r\nHost: h\r\n" + exchange.headers;
    if (!exchange.key.empty())
        head += "Authorization: Bearer " + exchange.key + "\r\n";
    head += "\r\n";
    const auto request = parseHttpRequest(head);
    if (!request)
        qFatal("no request");
    auto answer = std::make_shared<std::optional<HttpResponse>>();
    auto verdict = m_server->admit(*request, "127.0.0.1");
    if (auto *refusal = std::get_if<HttpResponse>(&verdict))
        *answer = std::move(*refusal);
    else
        std::get<std::shared_ptr<HttpCall>>(verdict)->run(
            exchange.body, [answer](HttpResponse response) { *answer = std::move(response); });
    return answer;
}

HttpResponse TestApiServer::call(const Exchange &exchange)
{
    const auto answer = start(exchange);
    if (!*answer)
        qFatal("no answer");
    return **answer;
}

HttpResponse TestApiServer::post(const char *path, const std::string &body, const std::string &idempotencyKey)
{
    Exchange exchange;
    exchange.target = path;
    exchange.body = body;
    if (!idempotencyKey.empty())
        exchange.headers += "Idempotency-Key: \"" + idempotencyKey + "\"\r\n";
    return call(exchange);
}

// Every route is described, with what it needs, and nothing else is.
void TestApiServer::descriptionIsTrue()
{
    Exchange asking{"GET", "/api/v1/openapi.json", "", {}, {}};
    const HttpResponse response = call(asking);
    QCOMPARE(response.status, 200);
    const QJsonObject description = jsonOf(response);
    QVERIFY(description.value(u"openapi").toString().startsWith(QStringLiteral("3.1")));
    const QJsonObject paths = description.value(u"paths").toObject();
    QStringList described;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList methods = path->toObject().keys();
        for (const QString &method : methods)
            described << method.toUpper() + u' ' + path.key();
    }
    QStringList served;
    for (const ApiCalls::Route &route : ApiCalls::routes()) {
        served << QLatin1String(route.method) + QStringLiteral(" ") + QLatin1String(route.path);
        const QJsonObject operation = paths.value(QLatin1String(route.path))
                                          .toObject()
                                          .value(QString::fromLatin1(route.method).toLower())
                                          .toObject();
        const bool isPublic = operation.value(u"security").isArray();
        QCOMPARE(isPublic, route.right == ApiRight::None);
        constexpr std::array<const char *, 5> kScopes{"", "Scope: push.",
                                                      "Scope: push, or publish:", "Scope: disconnect.", "Scope: read."};
        const auto scope = QString::fromLatin1(kScopes[static_cast<size_t>(route.right)]);
        QVERIFY2(operation.value(u"description").toString().contains(scope), route.path);
    }
    described.sort();
    served.sort();
    QCOMPARE(described, served);
}

void TestApiServer::answers_data()
{
    QTest::addColumn<QStringList>("request"); // method, target, key, headers, body
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    const QString json = QStringLiteral("Content-Type: application/json\r\n");
    const QString send = QStringLiteral("/api/v1/send");
    const auto row = [](const char *name, const QStringList &request, int status, const char *type) {
        QTest::newRow(name) << request << status << QString::fromLatin1(type);
    };
    const QString post = QStringLiteral("POST");
    const QString get = QStringLiteral("GET");
    const QString all = QStringLiteral("all");
    const QString body = QLatin1String(kSend);
    row("no such path", {get, QStringLiteral("/api/v1/nothing"), all, {}, {}}, 404, "no-such-endpoint");
    row("the root", {get, QStringLiteral("/"), {}, {}, {}}, 404, "no-such-endpoint");
    row("a slash more", {post, send + u'/', all, json, body}, 404, "no-such-endpoint");
    row("another method", {get, send, all, {}, {}}, 405, "method-not-allowed");
    row("no key", {post, send, {}, json, body}, 401, "no-key");
    row("a wrong key", {post, send, QStringLiteral("guess"), json, body}, 401, "wrong-key");
    row("a scope less", {post, send, QStringLiteral("reader"), json, body}, 403, "forbidden");
    row("a topic's scope does not send", {post, send, QStringLiteral("rooms"), json, body}, 403, "forbidden");
    row("no list for pushers", {get, QStringLiteral("/api/v1/users"), QStringLiteral("pusher"), {}, {}}, 403,
        "forbidden");
    row("only HTML", {post, send, all, json + QStringLiteral("Accept: text/html\r\n"), body}, 406, "not-acceptable");
    row("HTML, or else anything", {post, send, all, json + QStringLiteral("Accept: text/html, */*;q=0.1\r\n"), body},
        200, "");
    row("JSON by its charset",
        {post, send, all, QStringLiteral("Content-Type: Application/JSON; charset=utf-8\r\n"), body}, 200, "");
    row("a form", {post, send, all, QStringLiteral("Content-Type: application/x-www-form-urlencoded\r\n"), body}, 415,
        "unsupported-media-type");
    row("no type", {post, send, all, {}, body}, 415, "unsupported-media-type");
    row("no body", {post, send, all, json, {}}, 400, "malformed-body");
    row("a list", {post, send, all, json, QStringLiteral("[1]")}, 400, "malformed-body");
    row("half of it", {post, send, all, json, body.left(20)}, 400, "malformed-body");
    row("nested too deep", {post, send, all, json, QStringLiteral("{\"a\":").repeated(5000)}, 400, "malformed-body");
    row("a wrong field", {post, send, all, json, QStringLiteral(R"({"users":"ada","event":"a/b"})")}, 422,
        "invalid-field");
    row("a long Idempotency-Key",
        {post, send, all, json + QStringLiteral("Idempotency-Key: ") + QString(129, u'k') + QStringLiteral("\r\n"),
         body},
        400, "invalid-idempotency-key");
    row("an empty Idempotency-Key", {post, send, all, json + QStringLiteral("Idempotency-Key: \"\"\r\n"), body}, 400,
        "invalid-idempotency-key");
    row("two Idempotency-Keys",
        {post, send, all, json + QStringLiteral("Idempotency-Key: a\r\nIdempotency-Key: b\r\n"), body}, 400,
        "invalid-idempotency-key");
    row("an Idempotency-Key at the limit",
        {post, send, all, json + QStringLiteral("Idempotency-Key: \"") + QString(128, u'k') + QStringLiteral("\"\r\n"),
         body},
        200, "");
    row("a parameter twice", {get, QStringLiteral("/api/v1/info?a=1&a=2"), all, {}, {}}, 422, "invalid-field");
    row("an unknown parameter", {get, QStringLiteral("/api/v1/info?a=1"), all, {}, {}}, 422, "invalid-field");
    row("many parameters", {get, QStringLiteral("/api/v1/info?") + QStringLiteral("a=1&").repeated(100), all, {}, {}},
        400, "malformed");
    row("presence", {get, QStringLiteral("/api/v1/presence?topic=room%2F1"), all, {}, {}}, 200, "");
    row("presence of nothing", {get, QStringLiteral("/api/v1/presence"), all, {}, {}}, 422, "invalid-field");
    row("presence that is not asked for", {get, QStringLiteral("/api/v1/presence?topic=hall/1"), all, {}, {}}, 404,
        "not-found");
    row("presence of no topic", {get, QStringLiteral("/api/v1/presence?topic=nowhere"), all, {}, {}}, 404, "not-found");
    row("a limit that is no number", {get, QStringLiteral("/api/v1/presence?topic=room/1&limit=x"), all, {}, {}}, 422,
        "invalid-field");
    row("head", {QStringLiteral("HEAD"), QStringLiteral("/api/v1/info"), all, {}, {}}, 200, "");
}

void TestApiServer::answers()
{
    QFETCH(QStringList, request);
    QFETCH(int, status);
    QFETCH(QString, type);
    const HttpResponse response = call({request[0].toStdString(), request[1].toStdString(), request[2].toStdString(),
                                        request[4].toStdString(), request[3].toStdString()});
    QVERIFY2(response.status == status, response.body.c_str());
    const QJsonObject body = jsonOf(response);
    if (type.isEmpty()) {
        QCOMPARE(response.contentType, std::string("application/json"));
        return;
    }
    QCOMPARE(response.contentType, std::string("application/problem+json"));
    QCOMPARE(body.value(u"type").toString(), QStringLiteral("urn:sluice:problem:") + type);
    QCOMPARE(body.value(u"status").toInt(), status);
    QVERIFY(!body.value(u"title").toString().isEmpty());
    QCOMPARE(headerOf(response, "WWW-Authenticate").isEmpty(), status != 401);
    QCOMPARE(headerOf(response, "Allow").isEmpty(), status != 405);
    QCOMPARE(published(), 0UL);
}

void TestApiServer::pushes()
{
    const HttpResponse sent = post("/api/v1/send", kSend);
    QCOMPARE(jsonOf(sent),
             (QJsonObject{{QStringLiteral("queued"), true},
                          {QStringLiteral("droppedOldest"), false},
                          {QStringLiteral("usersConnected"), 1},
                          {QStringLiteral("connections"), 2}}));
    QVERIFY(post("/api/v1/broadcast", R"({"event":"c/d","key":"k","ttlMs":5})").status == 200);
    QVERIFY(post("/api/v1/publish", R"({"topic":"room/1","passing":true})").status == 200);
    const auto &publications = m_fixture->publications.publications;
    QCOMPARE(publications.size(), 3UL);
    QCOMPARE(publications[0].audience.users, std::vector<std::string>{"ada"});
    QCOMPARE(publications[0].params, QByteArray(R"({"n":1})"));
    QVERIFY(publications[1].audience.everyone);
    QCOMPARE(publications[1].key, std::string("k"));
    QCOMPARE(publications[1].timeToLive, std::chrono::milliseconds(5));
    QCOMPARE(publications[2].audience.topic, std::string("room/1"));
    QCOMPARE(publications[2].event, std::string("room/said")); // the rule's
    QVERIFY(publications[2].passing);
}

void TestApiServer::aClosedGateLetsNothingBePushed()
{
    m_gate.close();
    const HttpResponse refused = post("/api/v1/send", kSend, "k");
    QCOMPARE(refused.status, 503);
    QVERIFY(headerOf(refused, "Retry-After").toInt() > 0);
    QVERIFY(jsonOf(refused).value(u"retryAfterMs").toInt() > 0);
    QCOMPARE(published(), 0UL);
    QCOMPARE(m_gate.inside(), 0ULL);
    m_gate.open();
    QCOMPARE(post("/api/v1/send", kSend, "k").status, 200);
}

void TestApiServer::publishesWhereTheScopeAllows()
{
    Exchange exchange;
    exchange.target = "/api/v1/publish";
    exchange.key = "rooms";
    exchange.body = R"({"topic":"room/1"})";
    QCOMPARE(call(exchange).status, 200);
    exchange.body = R"({"topic":"hall/1"})";
    QCOMPARE(call(exchange).status, 403);
    exchange.body = R"({"event":"a/b"})";
    QCOMPARE(call(exchange).status, 422);
    exchange.key = "all";
    exchange.body = R"({"topic":"hall/1"})";
    QCOMPARE(call(exchange).status, 200);
    QCOMPARE(published(), 2UL);
}

void TestApiServer::disconnectsAsTheAdminPlaneDoes()
{
    const auto answer =
        start({"POST", "/api/v1/disconnect", "all", R"({"connections":[7],"code":4010,"reason":"r","spreadMs":9})"});
    QVERIFY(!*answer);
    QCOMPARE(m_asked.size(), 1UL);
    QCOMPARE(m_asked[0].method, QStringLiteral("connections/close"));
    QCOMPARE(m_asked[0].caller.user, QStringLiteral("api:all"));
    QCOMPARE(m_asked[0].caller.address, QStringLiteral("127.0.0.1"));
    const QJsonObject expected{{QStringLiteral("ids"), QJsonArray{7}},
                               {QStringLiteral("code"), 4010},
                               {QStringLiteral("reason"), QStringLiteral("r")},
                               {QStringLiteral("spreadMs"), 9}};
    QCOMPARE(m_asked[0].params, expected);
    m_asked[0].answer(QJsonObject{{QStringLiteral("closing"), 1}});
    QCOMPARE((*answer)->status, 200);
    QCOMPARE(jsonOf(**answer).value(u"closing").toInt(), 1);

    for (const char *wrong : {R"({})", R"({"users":["a"],"connections":[1]})", R"({"filter":"user:a"})",
                              R"({"users":["a"],"expectedCount":1})", R"({"ids":[1]})"})
        QCOMPARE(post("/api/v1/disconnect", wrong).status, 422);
    QCOMPARE(m_asked.size(), 1UL);
}

void TestApiServer::namesTheFieldAsItWasCalled()
{
    const auto answer = start({"POST", "/api/v1/disconnect", "all", R"({"connections":["x"]})"});
    m_asked[0].answer(
        failure(ErrorCode::InvalidParams, R"({"field":"ids","reason":"must be a list of 1 to 1000 connection ids"})"));
    QCOMPARE((*answer)->status, 422);
    const QJsonObject error = jsonOf(**answer).value(u"errors").toArray().first().toObject();
    QCOMPARE(error.value(u"field").toString(), QStringLiteral("connections"));
}

void TestApiServer::listsWithNumbers()
{
    const auto answer =
        start({"GET", "/api/v1/connections?filter=user%3Aada+tls&sort=-age&offset=5&limit=10", "reader", {}, {}});
    QVERIFY(!*answer);
    const QJsonObject expected{{QStringLiteral("filter"), QStringLiteral("user:ada tls")},
                               {QStringLiteral("sort"), QStringLiteral("-age")},
                               {QStringLiteral("offset"), 5},
                               {QStringLiteral("limit"), 10}};
    QCOMPARE(m_asked[0].method, QStringLiteral("connections/list"));
    QCOMPARE(m_asked[0].params, expected);
    const auto users = start({"GET", "/api/v1/users?filter=17", "reader", {}, {}});
    QCOMPARE(m_asked[1].params, (QJsonObject{{QStringLiteral("filter"), QStringLiteral("17")}}));
}

void TestApiServer::aBusyAdminPlaneIsTold()
{
    const auto answer = start({"GET", "/api/v1/users", "reader", {}, {}});
    m_asked[0].answer(failure(ErrorCode::Busy, R"({"reason":"the connections could not be looked at in time"})"));
    QCOMPARE((*answer)->status, 503);
    QCOMPARE(headerOf(**answer, "Retry-After"), QByteArray("1"));
}

void TestApiServer::aRepeatGetsTheFirstAnswer()
{
    const HttpResponse first = post("/api/v1/send", kSend, "one");
    const HttpResponse again = post("/api/v1/send", kSend, "one");
    QCOMPARE(first.status, 200);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, first.body);
    QVERIFY(headerOf(first, "Idempotency-Replayed").isEmpty());
    QCOMPARE(headerOf(again, "Idempotency-Replayed"), QByteArray("true"));
    QCOMPARE(published(), 1UL);
    QCOMPARE(m_fixture->metrics.total(Counter::ApiIdempotentRepeats), 1ULL);
    QVERIFY(post("/api/v1/send", kSend, "two").status == 200);
    QCOMPARE(published(), 2UL);
    QVERIFY(m_server->keptBytes() > 0);
}

void TestApiServer::anotherRequestWithTheSameKeyIsRefused()
{
    QVERIFY(post("/api/v1/send", kSend, "one").status == 200);
    const HttpResponse body = post("/api/v1/send", R"({"users":["bob"],"event":"a/b"})", "one");
    QCOMPARE(body.status, 422);
    QCOMPARE(jsonOf(body).value(u"type").toString(), QStringLiteral("urn:sluice:problem:idempotency-key-reused"));
    QCOMPARE(post("/api/v1/broadcast", kSend, "one").status, 422); // the same body elsewhere
    QCOMPARE(post("/api/v1/send", kSend, "one").status, 200);
    QCOMPARE(published(), 1UL);
}

void TestApiServer::aRepeatOfWhatIsUnderWayIsRefused()
{
    Exchange exchange{"POST", "/api/v1/disconnect", "all", kClose};
    exchange.headers += "Idempotency-Key: one\r\n";
    const auto first = start(exchange);
    const HttpResponse early = call(exchange);
    QCOMPARE(early.status, 409);
    QVERIFY(!headerOf(early, "Retry-After").isEmpty());
    m_asked[0].answer(QJsonObject{{QStringLiteral("closing"), 1}});
    QCOMPARE((*first)->status, 200);
    QCOMPARE(call(exchange).body, (*first)->body);
    QCOMPARE(m_asked.size(), 1UL);
}

void TestApiServer::whatFailedRunsAgain()
{
    Exchange exchange{"POST", "/api/v1/disconnect", "all", kClose};
    exchange.headers += "Idempotency-Key: one\r\n";
    const auto first = start(exchange);
    m_asked[0].answer(failure(ErrorCode::Busy));
    QCOMPARE((*first)->status, 503);
    const auto second = start(exchange);
    QCOMPARE(m_asked.size(), 2UL);
    m_asked[1].answer(QJsonObject{{QStringLiteral("closing"), 1}});
    QCOMPARE((*second)->status, 200);
}

void TestApiServer::keysCountWithinTheirOwner()
{
    Exchange exchange{"POST", "/api/v1/send", "all", kSend};
    exchange.headers += "Idempotency-Key: one\r\n";
    QCOMPARE(call(exchange).status, 200);
    exchange.key = "pusher";
    QCOMPARE(call(exchange).status, 200);
    QCOMPARE(published(), 2UL);
}

void TestApiServer::answersExpire()
{
    QVERIFY(post("/api/v1/send", kSend, "one").status == 200);
    m_fixture->clock.advance(m_config.api.idempotency - Milliseconds(1));
    QVERIFY(post("/api/v1/send", kSend, "one").status == 200);
    QCOMPARE(published(), 1UL);
    m_fixture->clock.advance(Milliseconds(1));
    QVERIFY(post("/api/v1/send", kSend, "one").status == 200);
    QCOMPARE(published(), 2UL);
}

void TestApiServer::answersAreBounded()
{
    m_config.api.idempotencyBytes = 4096;
    m_config.api.perKeyPerSecond = 0;
    m_server->setConfig(m_config);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(post("/api/v1/send", kSend, std::to_string(i)).status == 200);
        QVERIFY(m_server->keptBytes() <= 4096);
    }
    QVERIFY(post("/api/v1/send", kSend, "99").status == 200);
    QCOMPARE(published(), 100UL);
    QVERIFY(post("/api/v1/send", kSend, "0").status == 200); // long forgotten
    QCOMPARE(published(), 101UL);
}

void TestApiServer::countsByEndpointAndStatus()
{
    QVERIFY(post("/api/v1/send", kSend).status == 200);
    QVERIFY(post("/api/v1/send", "x").status == 400);
    QVERIFY(call({"GET", "/nothing"}).status == 404);
    QVERIFY(m_server->refuse({413, "too large"}).status == 413);
    QMap<QString, quint64> counts;
    for (const Exporter::ApiRow &row : m_stats->rows())
        counts[QStringLiteral("%1 %2").arg(QString::fromStdString(row.endpoint)).arg(row.status)] = row.count;
    const QMap<QString, quint64> expected{{QStringLiteral("send 200"), 1},
                                          {QStringLiteral("send 400"), 1},
                                          {QStringLiteral("none 404"), 1},
                                          {QStringLiteral("none 413"), 1}};
    QCOMPARE(counts, expected);
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_apiserver.moc"

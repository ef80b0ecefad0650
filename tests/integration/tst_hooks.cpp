#include "tests/support/expect.h"
#include "tests/support/plainsocket.h"
#include "tests/support/pythonbackend.h"

#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kTokenInQuestion("never-mind-this-cookie");

/// A handshake whose User-Agent tells the backend what to answer.
QByteArray handshake(const QJsonObject &wanted, const QByteArray &more = {})
{
    return "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nUser-Agent: "
        + QJsonDocument(wanted).toJson(QJsonDocument::Compact) + "\r\n" + more + "\r\n";
}

QJsonObject answering(const QJsonObject &answer)
{
    return {{u"answer"_qs, answer}};
}

/// A masked text frame (with a mask of zeros), at most 125 bytes.
QByteArray textFrame(const QByteArray &text)
{
    return QByteArray("\x81", 1) + static_cast<char>(0x80 | text.size()) + QByteArray(4, '\0') + text;
}

/// One client on a plain socket.
class Visitor
{
public:
    Visitor(quint16 port, const QByteArray &head)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.write(head);
    }

    /// The answer's status, once its head is there; 0 when the connection ended without one.
    int status()
    {
        const bool isThere = waitUntil([this] {
            m_read += m_socket.readAll();
            return m_read.contains("\r\n\r\n") || m_socket.state() == QAbstractSocket::UnconnectedState;
        });
        return isThere && m_read.startsWith("HTTP/1.1 ") ? m_read.mid(9, 3).toInt() : 0;
    }
    /// Everything so far, until it holds that.
    bool waitFor(const QByteArray &text)
    {
        return waitUntil([&] {
            m_read += m_socket.readAll();
            return m_read.contains(text);
        });
    }
    bool hasAnswer()
    {
        m_read += m_socket.readAll();
        return !m_read.isEmpty();
    }
    [[nodiscard]] const QByteArray &text() const { return m_read; }
    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    void call(const QByteArray &method, const QByteArray &params)
    {
        send(textFrame(R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + '}'));
    }
    void leave() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_read;
};

} // namespace

/// The connect and disconnect hooks, with a real backend behind them.
class HooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_backend.forget(); }

    void isToldWhoWantsIn();
    void answersDecide_data();
    void answersDecide();
    void whoIsAcceptedIsWhoTheHookSays();
    void whatCameWithTheHandshakeIsNotLost();
    void otherChecksComeFirst();
    void badHooksRefuse_data();
    void badHooksRefuse();
    void badHooksAcceptWhereTheyAreToldTo();
    void aClientThatLeavesIsNotWaitedFor();
    void aStormWaitsInLine();
    void aDeadHookIsLeftAlone();
    void disconnectsAreTold();
    void aHookNeedsItsBackend();
    void noSecretIsPassedOn();

private:
    [[nodiscard]] Visitor visitor(const QJsonObject &wanted, const QByteArray &more = {}) const
    {
        return {m_server->ports().clients, handshake(wanted, more)};
    }
    /// Changes the configuration, which the hooks follow a little later: whoever sees the change waits for it.
    [[nodiscard]] CallResult patch(const QJsonObject &changes) const;
    /// Whether a visitor that wants that is answered so, at last.
    [[nodiscard]] bool comesTo(int status, const QJsonObject &wanted) const
    {
        return waitUntil([&] { return visitor(wanted).status() == status; });
    }
    [[nodiscard]] double refused(const char *reason) const
    {
        return m_server->metric(QByteArray("sluice_connections_refused_total{reason=\"") + reason + "\"}");
    }
    [[nodiscard]] double asked(const char *result) const
    {
        return m_server->metric(QByteArray("sluice_connect_hook_total{result=\"") + result + "\"}");
    }
    [[nodiscard]] QJsonArray told(const QString &hook) const;

    QTemporaryDir m_directory;
    PythonBackend m_backend;
    std::unique_ptr<TestServer> m_server;
};

void HooksTest::initTestCase()
{
    QCOMPARE(m_backend.start(), QString());
    QFile file(m_directory.filePath(u"events.toml"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[[backend]]\nid = 'door'\nurl = '" + m_backend.url().toUtf8()
               + "'\nmax-concurrent = 4\nmax-waiting = 20\n[[backend]]\nid = 'dead'\nurl = 'http://127.0.0.1:1/'\n"
                 "[[backend]]\nid = 'farewell'\nurl = '"
               + m_backend.url().toUtf8()
               + "'\n[[event]]\nid = 'test/echo'\nhandler = 'bench.echo'\nrequires-auth = true\n"
                 "requires-role = 'editor'\n[[topic]]\nname = 'room/*'\nsubscribe = 'claim'\n"
                 "[[event]]\nid = 'door/hold'\nhandler = 'http:door'\nrequires-auth = false\ntimeout-ms = 30000\n");
    file.close();
    m_server = std::make_unique<TestServer>(
        u"bench.toml"_qs,
        QStringList{u"events-file="_qs + file.fileName(), u"hooks.connect-backend=door"_qs,
                    u"hooks.disconnect-backend=farewell"_qs, u"hooks.headers=cookie"_qs, u"hooks.timeout-ms=2000"_qs,
                    u"listen.allowed-origins=https://app.example"_qs, u"threads.io=2"_qs, u"log.levels=*=debug"_qs});
    SLUICE_START(*m_server);
}

CallResult HooksTest::patch(const QJsonObject &changes) const
{
    TestClient console;
    if (!console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}))
        return {};
    const int base = console.call(u"config/get"_qs).result["revision"_L1].toInt();
    return console.call(u"config/patch"_qs, QJsonObject{{u"base"_qs, base}, {u"changes"_qs, changes}});
}

QJsonArray HooksTest::told(const QString &hook) const
{
    QJsonArray bodies;
    const QJsonArray all = m_backend.seen();
    for (const QJsonValue each : all) {
        if (each["body"_L1]["hook"_L1].toString() == hook)
            bodies.append(each["body"_L1]);
    }
    return bodies;
}

void HooksTest::isToldWhoWantsIn()
{
    Visitor anonymous = visitor({},
                                "Origin: https://app.example\r\nCookie: session=1\r\nX-Other: no\r\n"
                                "Sec-WebSocket-Protocol: jsonrpc\r\n");
    QCOMPARE(anonymous.status(), 101);
    const QJsonObject question = told(u"connect"_qs).first().toObject();
    QCOMPARE(question["address"_L1].toString(), u"127.0.0.1"_qs);
    QCOMPARE(question["path"_L1].toString(), u"/"_qs);
    QCOMPARE(question["user"_L1].toObject(), (QJsonObject{{u"authenticated"_qs, false}, {u"roles"_qs, QJsonArray()}}));
    QCOMPARE(question["headers"_L1].toObject(),
             (QJsonObject{{u"origin"_qs, u"https://app.example"_qs},
                          {u"user-agent"_qs, u"{}"_qs},
                          {u"cookie"_qs, u"session=1"_qs}}));
    QCOMPARE(question["subprotocols"_L1].toArray(), QJsonArray{u"jsonrpc"_qs});
    const int deadlineMs = question["deadlineMs"_L1].toInt();
    QVERIFY(deadlineMs > 0 && deadlineMs <= 2000);

    Visitor known =
        visitor({}, "Authorization: Bearer " + m_server->token(TokenClaims{u"ada"_qs, {u"editor"_qs}}) + "\r\n");
    QCOMPARE(known.status(), 101);
    QCOMPARE(
        told(u"connect"_qs).last()["user"_L1].toObject(),
        (QJsonObject{{u"id"_qs, u"ada"_qs}, {u"authenticated"_qs, true}, {u"roles"_qs, QJsonArray{u"editor"_qs}}}));
    QVERIFY(!told(u"connect"_qs).last().toObject().contains(u"token"_qs));
}

void HooksTest::answersDecide_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("says");
    const auto no = [](int status) { return QJsonObject{{u"accept"_qs, false}, {u"status"_qs, status}}; };
    QTest::newRow("yes") << QJsonObject{{u"accept"_qs, true}} << 101 << QByteArray("Upgrade");
    QTest::newRow("no") << QJsonObject{{u"accept"_qs, false}} << 403 << QByteArray("operator");
    QTest::newRow("no, and why") << QJsonObject{{u"accept"_qs, false}, {u"reason"_qs, u"banned\r\nX: \u00e4"_qs}} << 403
                                 << QByteArray("banned??X: ??");
    QTest::newRow("log in first") << no(401) << 401 << QByteArray("WWW-Authenticate: Bearer");
    QTest::newRow("too often") << no(429) << 429 << QByteArray("Retry-After: ");
    QTest::newRow("not now") << no(503) << 503 << QByteArray("Retry-After: ");
}

void HooksTest::answersDecide()
{
    QFETCH(QJsonObject, answer);
    QFETCH(int, status);
    QFETCH(QByteArray, says);
    const double refusals = refused("hook");
    Visitor client = visitor(answering(answer));
    QCOMPARE(client.status(), status);
    QVERIFY2(client.waitFor(says), client.text());
    QCOMPARE(refused("hook"), refusals + (status == 101 ? 0 : 1));
}

void HooksTest::whoIsAcceptedIsWhoTheHookSays()
{
    Visitor client = visitor(answering({{u"accept"_qs, true},
                                        {u"user"_qs, u"eve"_qs},
                                        {u"roles"_qs, QJsonArray{u"editor"_qs}},
                                        {u"topics"_qs, QJsonArray{u"room/1"_qs}},
                                        {u"subscribe"_qs, QJsonArray{u"room/7"_qs, u"nowhere/8"_qs}}}));
    QCOMPARE(client.status(), 101);
    client.call("test/echo", R"({"a":1})"); // it has that role
    QVERIFY2(client.waitFor(R"("result":{"a":1})"), client.text());
    client.call("topics/subscribe", R"({"topic":"room/1"})"); // and that topic
    QVERIFY2(client.waitFor(R"("topic":"room/1")"), client.text());
    TestClient console;
    QVERIFY(console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    SLUICE_VERIFY_OK(console.call(u"topics/send"_qs,
                                  QJsonObject{{u"topic"_qs, u"room/7"_qs},
                                              {u"event"_qs, u"room/news"_qs},
                                              {u"params"_qs, QJsonObject{{u"b"_qs, 2}}}}));
    QVERIFY2(client.waitFor(R"("method":"room/news")"), client.text());

    // Without a user the roles do not make it one.
    Visitor nobody = visitor(answering({{u"accept"_qs, true}, {u"roles"_qs, QJsonArray{u"editor"_qs}}}));
    QCOMPARE(nobody.status(), 101);
    nobody.call("test/echo", "{}");
    QVERIFY2(nobody.waitFor("-32010"), nobody.text());
}

void HooksTest::whatCameWithTheHandshakeIsNotLost()
{
    const QByteArray first = textFrame(R"({"jsonrpc":"2.0","id":1,"method":"rpc.ping"})");
    Visitor client(m_server->ports().clients, handshake({{u"sleepMs"_qs, 50}}) + first);
    client.send(textFrame(R"({"jsonrpc":"2.0","id":2,"method":"rpc.ping"})"));
    QVERIFY2(client.waitFor(R"("id":1)"), client.text());
    QVERIFY2(client.waitFor(R"("id":2)"), client.text());
}

void HooksTest::otherChecksComeFirst()
{
    QCOMPARE(visitor({}, "Authorization: Bearer wrong\r\n").status(), 401);
    QCOMPARE(visitor({}, "Origin: https://evil.example\r\n").status(), 403);
    QCOMPARE(told(u"connect"_qs).size(), 0);
    Visitor echo(m_server->ports().clients, handshake({}).replace("GET /", "GET /echo"));
    QCOMPARE(echo.status(), 101); // that is for tests alone
    QCOMPARE(told(u"connect"_qs).size(), 0);
}

void HooksTest::badHooksRefuse_data()
{
    QTest::addColumn<QJsonObject>("wanted");
    QTest::newRow("slow") << QJsonObject{{u"sleepMs"_qs, 500}};
    QTest::newRow("status 500") << QJsonObject{{u"how"_qs, u"status"_qs}, {u"status"_qs, 500}};
    QTest::newRow("a page") << QJsonObject{{u"how"_qs, u"html"_qs}};
    QTest::newRow("a redirect") << QJsonObject{{u"how"_qs, u"redirect"_qs}};
    QTest::newRow("hangs up") << QJsonObject{{u"how"_qs, u"hang-up"_qs}};
    QTest::newRow("endless") << QJsonObject{{u"how"_qs, u"endless"_qs}};
    QTest::newRow("no answer") << answering({});
    QTest::newRow("accept is a text") << answering({{u"accept"_qs, u"true"_qs}});
    QTest::newRow("an empty user") << answering({{u"accept"_qs, true}, {u"user"_qs, QString()}});
    QTest::newRow("another status") << answering({{u"accept"_qs, false}, {u"status"_qs, 200}});
    QTest::newRow("roles of numbers") << answering({{u"accept"_qs, true}, {u"roles"_qs, QJsonArray{1}}});
}

void HooksTest::badHooksRefuse()
{
    QFETCH(QJsonObject, wanted);
    const bool isSlow = qstrcmp(QTest::currentDataTag(), "slow") == 0;
    if (isSlow) {
        SLUICE_VERIFY_OK(patch({{u"hooks.timeout-ms"_qs, 100}}));
        QVERIFY(comesTo(503, wanted));
    }
    const double before = asked("failed");
    Visitor client = visitor(wanted);
    QCOMPARE(client.status(), 503);
    QVERIFY(client.waitFor("Retry-After: "));
    QCOMPARE(asked("failed"), before + 1);
    if (isSlow) {
        SLUICE_VERIFY_OK(patch({{u"hooks.timeout-ms"_qs, 2000}}));
        QVERIFY(comesTo(101, wanted));
    }
}

void HooksTest::badHooksAcceptWhereTheyAreToldTo()
{
    SLUICE_VERIFY_OK(patch({{u"hooks.on-failure"_qs, u"accept"_qs}}));
    QVERIFY(comesTo(101, {{u"how"_qs, u"hang-up"_qs}}));
    Visitor client = visitor({{u"how"_qs, u"hang-up"_qs}});
    QCOMPARE(client.status(), 101);
    client.call("test/echo", "{}"); // as nobody
    QVERIFY2(client.waitFor("-32010"), client.text());
    QCOMPARE(visitor(answering({{u"accept"_qs, false}})).status(), 403); // that is no failure
    SLUICE_VERIFY_OK(patch({{u"hooks.on-failure"_qs, u"refuse"_qs}}));
    QVERIFY(comesTo(503, {{u"how"_qs, u"hang-up"_qs}}));
}

void HooksTest::aClientThatLeavesIsNotWaitedFor()
{
    const auto cancelled = [this] {
        return m_server->metric(R"(sluice_backend_requests_total{backend="door",outcome="cancelled"})");
    };
    const double before = cancelled();
    const double failures = asked("failed");
    Visitor client = visitor({{u"hold"_qs, true}});
    QVERIFY(waitUntil([this] { return told(u"connect"_qs).size() == 1; }));
    client.leave();
    QVERIFY(waitUntil([&] { return cancelled() == before + 1; }));
    QCOMPARE(asked("failed"), failures);
    m_backend.release();
}

void HooksTest::aStormWaitsInLine()
{
    constexpr int kClients = 40; // 4 are asked for, 20 wait, the rest is refused at once
    std::vector<std::unique_ptr<Visitor>> clients;
    for (int i = 0; i < kClients; ++i)
        clients.push_back(std::make_unique<Visitor>(m_server->ports().clients, handshake({{u"hold"_qs, true}})));
    const auto answered = [&clients] {
        return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->hasAnswer(); });
    };
    QVERIFY(waitUntil([&] { return answered() == kClients - 24; }));
    QCOMPARE(m_server->metric(R"(sluice_backend_in_flight{backend="door"})"), 4.0);
    QCOMPARE(m_server->metric(R"(sluice_backend_waiting{backend="door"})"), 20.0);
    QCOMPARE(told(u"connect"_qs).size(), 4);
    m_backend.release();
    int accepted = 0;
    for (const auto &client : clients)
        accepted += client->status() == 101 ? 1 : 0;
    QCOMPARE(accepted, 24);
}

void HooksTest::aDeadHookIsLeftAlone()
{
    SLUICE_VERIFY_OK(patch({{u"hooks.connect-backend"_qs, u"dead"_qs}, {u"breaker.failures"_qs, 3}}));
    QVERIFY(comesTo(503, {}));
    const auto isOpen = [this] { return m_server->metric(R"(sluice_breaker_state{handler="http:dead"})") == 2; };
    QVERIFY(waitUntil([&] { return visitor({}).status() == 503 && isOpen(); }));
    QCOMPARE(visitor({}).status(), 503);
    QVERIFY(m_server->metric(R"(sluice_breaker_refused_total{handler="http:dead"})") >= 1);
    SLUICE_VERIFY_OK(patch({{u"hooks.connect-backend"_qs, u"door"_qs}, {u"breaker.failures"_qs, 0}}));
    QVERIFY(comesTo(101, {}));
}

void HooksTest::disconnectsAreTold()
{
    // Those of the tests before have to be told first.
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == 0; }));
    QVERIFY(waitUntil([this] { return m_server->metric(R"(sluice_backend_in_flight{backend="farewell"})") == 0; }));
    m_backend.forget();
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_qs)}));
    (void)client.call(u"rpc.ping"_qs);
    client.close();
    QVERIFY(waitUntil([this] { return told(u"disconnect"_qs).size() == 1; }));
    const QJsonObject notice = told(u"disconnect"_qs).first().toObject();
    QCOMPARE(notice["user"_L1]["id"_L1].toString(), u"ada"_qs);
    QCOMPARE(notice["code"_L1].toInt(), 1000);
    QCOMPARE(notice["byClient"_L1].toBool(), true);
    QVERIFY(notice["durationMs"_L1].toInt(-1) >= 0);
    QCOMPARE(notice["events"_L1]["received"_L1].toInt(), 1);
    QVERIFY(notice["connection"_L1]["id"_L1].toInt() > 0);

    // Also of those who are there to the end of the server.
    TestServer server(u"bench.toml"_qs,
                      {u"events-file="_qs + m_directory.filePath(u"events.toml"_qs),
                       u"hooks.disconnect-backend=farewell"_qs, u"drain.close-spread-ms=0"_qs});
    SLUICE_START(server);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<TestClient>());
        QVERIFY(clients.back()->connectTo(server.ports().clients));
    }
    m_backend.forget();
    const auto exit = server.terminate();
    QVERIFY(exit && exit->code == 0);
    QCOMPARE(told(u"disconnect"_qs).size(), 50);
    QCOMPARE(told(u"disconnect"_qs).last()["code"_L1].toInt(), 1012);
}

void HooksTest::aHookNeedsItsBackend()
{
    const CallResult unknown = patch({{u"hooks.connect-backend"_qs, u"nobody"_qs}});
    QVERIFY(!unknown.isOk());
    const QJsonObject fault = unknown.data()["errors"_L1].toArray().first().toObject();
    QCOMPARE(fault["key"_L1].toString(), u"hooks.connect-backend"_qs);
    QVERIFY2(fault["reason"_L1].toString().contains(u"no backend 'nobody'"_qs), unknown.text());
    const CallResult tooLong = patch({{u"hooks.timeout-ms"_qs, 6000}});
    QCOMPARE(tooLong.data()["errors"_L1].toArray().first()["key"_L1].toString(), u"hooks.timeout-ms"_qs);
    const CallResult header = patch({{u"hooks.headers"_qs, QJsonArray{u"Authorization"_qs}}});
    QCOMPARE(header.data()["errors"_L1].toArray().first()["key"_L1].toString(), u"hooks.headers"_qs);
    // Nor can it be taken away from the file.
    QFile file(m_directory.filePath(u"events.toml"_qs));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[[event]]\nid = 'test/echo'\nhandler = 'bench.echo'\n");
    file.close();
    TestClient console;
    QVERIFY(console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    const CallResult reloaded = console.call(u"events/reload"_qs);
    QVERIFY2(reloaded.data()["reason"_L1].toString().contains(u"hooks.connect-backend"_qs), reloaded.text());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(before);
}

void HooksTest::noSecretIsPassedOn()
{
    const QByteArray token = m_server->token(u"ada"_qs);
    Visitor client =
        visitor({}, "Sec-WebSocket-Protocol: bearer, " + token + ", jsonrpc\r\nCookie: c=" + kTokenInQuestion + "\r\n");
    QCOMPARE(client.status(), 101);
    const QByteArray question = QJsonDocument(told(u"connect"_qs)).toJson();
    QVERIFY(question.contains("\"jsonrpc\""));
    QVERIFY(!question.contains(token));
    SLUICE_VERIFY_OK(patch({{u"hooks.pass-token"_qs, true}}));
    QVERIFY(waitUntil([&] {
        return visitor({}, "Authorization: Bearer " + token + "\r\n").status() == 101
            && told(u"connect"_qs).last()["token"_L1].toString().toLatin1() == token;
    }));
    const QByteArray log = m_server->log();
    QVERIFY(!log.contains(token) && !log.contains(kTokenInQuestion));
}

QTEST_GUILESS_MAIN(HooksTest)
#include "tst_hooks.moc"

#include "tests/support/expect.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryFile>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const ProgramExit &exit)
{
    return QJsonDocument::fromJson(exit.out.toUtf8()).object();
}

} // namespace

/// The admin socket from a terminal: the real program against a real server.
class TestSluicectl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void refusesAWrongCommandLine_data();
    void refusesAWrongCommandLine();
    void saysWhyThereIsNoLink();
    void saysWhatRuns();
    void changesAndTakesBackOptions();
    void namesWhatIsWrongWithAnOption();
    void checksWithoutChanging();
    void confirmsATrial();
    void showsEventsAndLoad();
    void watchesWhatOthersDo();
    void showsLogAndErrors();
    void showsEventsAndWhoCausesThem();
    void tailsTheLogAndEvents_data();
    void tailsTheLogAndEvents();
    void showsAndClosesConnections();
    void revokesTokens();
    void aCheckTellsWhomALimitWouldHaveRefused();
    void pushesToClients();
    void callsAnyMethod();
    void completesInBash();
    void shutsDownAndWaitsForTheEnd();

private:
    /// With the server and its token.
    QStringList addressed(const QStringList &command) const;
    static ProgramExit run(const QStringList &arguments);
    ProgramExit ctl(const QStringList &command) const { return run(addressed(command)); }

    std::unique_ptr<TestServer> m_server;
};

void TestSluicectl::initTestCase()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_s, QStringList{u"drain.close-spread-ms=0"_s});
    SLUICE_START(*m_server);
}

QStringList TestSluicectl::addressed(const QStringList &command) const
{
    return QStringList{u"--server"_s, u"127.0.0.1:%1"_s.arg(m_server->ports().admin), u"--token-file"_s,
                       m_server->statePath(u"admin.token"_s)}
    + command;
}

ProgramExit TestSluicectl::run(const QStringList &arguments)
{
    return runProgram(QStringLiteral(SLUICE_CTL_PATH), arguments);
}

void TestSluicectl::refusesAWrongCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("why");
    QTest::newRow("nothing") << QStringList{} << u"no command"_s;
    QTest::newRow("unknown") << QStringList{u"explode"_s} << u"unknown command explode"_s;
    QTest::newRow("half a command") << QStringList{u"config"_s} << u"unknown command config"_s;
    QTest::newRow("no argument") << QStringList{u"config"_s, u"set"_s} << u"usage: sluicectl config set KEY=VALUE..."_s;
    QTest::newRow("too many") << QStringList{u"info"_s, u"now"_s} << u"usage: sluicectl info"_s;
    QTest::newRow("bad span") << QStringList{u"info"_s, u"--grace"_s, u"soon"_s} << u"--grace must be a time"_s;
    QTest::newRow("bad server") << QStringList{u"info"_s, u"--server"_s, u"a:b"_s} << u"--server must be"_s;
    QTest::newRow("an argument too many")
        << QStringList{u"top"_s, u"clients"_s, u"events"_s, u"now"_s} << u"usage: sluicectl top clients [COST]"_s;
    QTest::newRow("bad option") << QStringList{u"info"_s, u"--jsn"_s} << u"jsn"_s;
    QTest::newRow("no token file") << QStringList{u"info"_s, u"--token-file"_s, u"/no/such/file"_s}
                                   << u"/no/such/file"_s;
}

void TestSluicectl::refusesAWrongCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, why);
    const ProgramExit done = run(arguments);
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(why), qUtf8Printable(done.err));
    QCOMPARE(done.out, QString());
}

void TestSluicectl::saysWhyThereIsNoLink()
{
    // A port on which something listens that is no admin socket, and then one with a wrong token.
    const ProgramExit noServer = run({u"--server"_s, u"127.0.0.1:%1"_s.arg(m_server->ports().http), u"--token-file"_s,
                                      m_server->statePath(u"admin.token"_s), u"info"_s});
    QCOMPARE(noServer.code, 3);
    QVERIFY(!noServer.err.isEmpty());

    QTemporaryFile token;
    QVERIFY(token.open());
    token.write("not the token\n");
    token.close();
    const ProgramExit stranger = run({u"--server"_s, u"127.0.0.1:%1"_s.arg(m_server->ports().admin), u"--token-file"_s,
                                      token.fileName(), u"info"_s});
    QCOMPARE(stranger.code, 3);
    QVERIFY2(stranger.err.contains(u"the token is not valid"_s), qUtf8Printable(stranger.err));
}

void TestSluicectl::saysWhatRuns()
{
    const ProgramExit text = ctl({u"info"_s});
    QCOMPARE(text.code, 0);
    QCOMPARE(text.err, QString());
    QVERIFY2(text.out.startsWith(u"sluiced "_s) && text.out.contains(u"(admin)"_s), qUtf8Printable(text.out));
    const ProgramExit json = ctl({u"info"_s, u"--json"_s});
    QCOMPARE(json.code, 0);
    QCOMPARE(jsonOf(json).value(u"name"_s).toString(), u"sluiced"_s);
}

void TestSluicectl::changesAndTakesBackOptions()
{
    const ProgramExit set =
        ctl({u"config"_s, u"set"_s, u"limits.batch=7"_s, u"channels.ageing-ms=5"_s, u"--reason"_s, u"a try"_s});
    QVERIFY2(set.code == 0, qUtf8Printable(set.err));
    QVERIFY2(set.out.contains(u"limits.batch: 100 -> 7\n"_s), qUtf8Printable(set.out));
    const QJsonObject now = jsonOf(ctl({u"config"_s, u"get"_s, u"limits.batch"_s, u"--json"_s}));
    QCOMPARE(now[u"values"_s][u"limits.batch"_s][u"value"_s].toInt(), 7);
    const ProgramExit diff = ctl({u"config"_s, u"diff"_s});
    QVERIFY2(diff.out.contains(u"channels.ageing-ms"_s), qUtf8Printable(diff.out));
    QVERIFY(!diff.out.contains(u"limits.json-depth"_s));

    const ProgramExit history = ctl({u"config"_s, u"history"_s, u"--json"_s});
    const QJsonObject last = jsonOf(history)[u"revisions"_s].toArray().last().toObject();
    QCOMPARE(last.value(u"reason"_s).toString(), u"a try"_s);
    QVERIFY(ctl({u"config"_s, u"history"_s}).out.contains(u"a try"_s));
    const QString revision = QString::number(last.value(u"revision"_s).toInt());
    QCOMPARE(ctl({u"config"_s, u"revert"_s, revision}).code, 0);
    const ProgramExit again = ctl({u"config"_s, u"revert"_s, revision});
    QCOMPARE(again.code, 1); // it was changed since: by the revert
    QVERIFY2(again.err.contains(u"(-32021)"_s), qUtf8Printable(again.err));
}

void TestSluicectl::namesWhatIsWrongWithAnOption()
{
    const ProgramExit unknown = ctl({u"config"_s, u"set"_s, u"limits.bach=7"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"did you mean limits.batch?"_s), qUtf8Printable(unknown.err));
    const ProgramExit noNumber = ctl({u"config"_s, u"set"_s, u"limits.batch=many"_s});
    QCOMPARE(noNumber.code, 2);
    QVERIFY2(noNumber.err.contains(u"expected integer, 1 to 10000 requests"_s), qUtf8Printable(noNumber.err));
    const ProgramExit refused = ctl({u"config"_s, u"set"_s, u"limits.batch=0"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"limits.batch: must be between 1 and 10000"_s), qUtf8Printable(refused.err));
    QCOMPARE(ctl({u"config"_s, u"get"_s, u"limits.bach"_s}).code, 2);
    QCOMPARE(ctl({u"config"_s, u"revert"_s, u"last"_s}).code, 2);
}

void TestSluicectl::checksWithoutChanging()
{
    const ProgramExit checked = ctl({u"config"_s, u"set"_s, u"limits.batch=9"_s, u"--check"_s});
    QCOMPARE(checked.code, 0);
    QVERIFY2(checked.out.contains(u"nothing was changed"_s), qUtf8Printable(checked.out));
    QVERIFY(ctl({u"config"_s, u"get"_s, u"limits.batch"_s}).out.contains(u"100"_s));
}

void TestSluicectl::confirmsATrial()
{
    const ProgramExit tried =
        ctl({u"config"_s, u"set"_s, u"limits.batch=11"_s, u"--revert-after"_s, u"1h"_s, u"--json"_s});
    QVERIFY2(tried.code == 0, qUtf8Printable(tried.err));
    const QString revision = QString::number(jsonOf(tried).value(u"revision"_s).toInt());
    QCOMPARE(ctl({u"config"_s, u"set"_s, u"limits.batch=12"_s}).code, 1);
    QCOMPARE(ctl({u"config"_s, u"confirm"_s, revision}).code, 0);
    QCOMPARE(ctl({u"config"_s, u"confirm"_s, revision}).code, 1);
    QCOMPARE(ctl({u"config"_s, u"revert"_s, revision}).code, 0);
}

void TestSluicectl::showsEventsAndLoad()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
    const ProgramExit events = ctl({u"events"_s});
    QCOMPARE(events.code, 0);
    QVERIFY2(events.out.contains(u"bench/echo"_s), qUtf8Printable(events.out));
    const ProgramExit top = ctl({u"top"_s, u"--once"_s, u"--json"_s});
    QVERIFY2(top.code == 0, qUtf8Printable(top.err));
    QVERIFY(!jsonOf(top).isEmpty());
    QVERIFY(ctl({u"top"_s, u"--once"_s}).out.contains(u"connections"_s));
}

void TestSluicectl::watchesWhatOthersDo()
{
    QProcess watcher;
    watcher.start(QStringLiteral(SLUICE_CTL_PATH), addressed({u"watch"_s, u"--json"_s}));
    QVERIFY(watcher.waitForStarted());
    QByteArray seen;
    // It says nothing once it is there, so changes are made until it has seen one.
    int size = 20;
    QVERIFY(waitUntil([&] {
        ctl({u"config"_s, u"set"_s, u"limits.batch=%1"_s.arg(++size)});
        watcher.waitForReadyRead(200);
        seen += watcher.readAllStandardOutput();
        return seen.contains("limits.batch");
    }));
    watcher.terminate();
    QVERIFY(watcher.waitForFinished());
}

void TestSluicectl::showsLogAndErrors()
{
    const ProgramExit log = ctl({u"log"_s, u"level=info"_s, u"category=app"_s, u"limit=100"_s});
    QVERIFY2(log.code == 0, qUtf8Printable(log.err));
    QVERIFY2(log.out.contains(u" info app serving clients="_s), qUtf8Printable(log.out));
    QVERIFY2(!log.out.contains(u" storage "_s), qUtf8Printable(log.out));
    const ProgramExit last = ctl({u"log"_s, u"limit=1"_s, u"--json"_s});
    QCOMPARE(jsonOf(last).value(u"lines"_s).toArray().size(), 1);
    QCOMPARE(ctl({u"log"_s, u"colour=red"_s}).code, 2);
    QCOMPARE(ctl({u"log"_s, u"limit=many"_s}).code, 2);
    QCOMPARE(ctl({u"log"_s, u"level=loud"_s}).code, 1);
    const ProgramExit errors = ctl({u"errors"_s});
    QVERIFY2(errors.code == 0 && errors.out.startsWith(u"COUNT"_s), qUtf8Printable(errors.out + errors.err));
}

void TestSluicectl::showsEventsAndWhoCausesThem()
{
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"trouble"_s)}));
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
    SLUICE_VERIFY_OK(client.call(u"bench/sleep"_s, QJsonObject{{u"ms"_s, 150}}));
    // What it has cost is told from time to time.
    QVERIFY(waitUntil([this] { return ctl({u"top"_s, u"clients"_s}).out.contains(u"trouble"_s); }));
    const ProgramExit clients = ctl({u"top"_s, u"clients"_s, u"handler-time"_s});
    QVERIFY2(clients.code == 0 && clients.out.contains(u" US "_s), qUtf8Printable(clients.out + clients.err));
    QCOMPARE(ctl({u"top"_s, u"clients"_s, u"beauty"_s}).code, 1);

    const ProgramExit all = ctl({u"trace"_s, u"user=trouble"_s});
    QVERIFY2(all.code == 0, qUtf8Printable(all.err));
    QCOMPARE(all.out.count(u'\n'), 4);
    QVERIFY2(all.out.indexOf(u"bench/echo succeeded"_s) < all.out.indexOf(u"bench/sleep succeeded"_s),
             qUtf8Printable(all.out)); // the newest last
    const ProgramExit slow = ctl({u"trace"_s, u"user=trouble"_s, u"slower=100ms"_s, u"--json"_s});
    const QJsonArray records = jsonOf(slow).value(u"records"_s).toArray();
    QVERIFY2(records.size() == 1 && records[0][u"event"_s] == u"bench/sleep"_s, qUtf8Printable(slow.out + slow.err));
    QCOMPARE(ctl({u"trace"_s, u"slower=soon"_s}).code, 2);
}

void TestSluicectl::tailsTheLogAndEvents_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("what");
    QTest::newRow("the log") << QStringList{u"tail"_s, u"category=admin"_s} << QByteArray("console connected");
    QTest::newRow("events") << QStringList{u"tail"_s, u"--events"_s, u"event=bench/echo"_s}
                            << QByteArray("bench/echo succeeded");
}

void TestSluicectl::tailsTheLogAndEvents()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, what);
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    QProcess reader;
    reader.start(QStringLiteral(SLUICE_CTL_PATH), addressed(command));
    QVERIFY(reader.waitForStarted());
    QByteArray seen;
    // It says nothing once it is there, so both things happen until it has seen one.
    QVERIFY(waitUntil([&] {
        client.call(u"bench/echo"_s);
        ctl({u"info"_s});
        seen += reader.readAllStandardOutput();
        return seen.contains(what);
    }));
    reader.terminate();
    QVERIFY(reader.waitForFinished());
}

void TestSluicectl::callsAnyMethod()
{
    const ProgramExit schema = ctl({u"call"_s, u"config/schema"_s});
    QCOMPARE(schema.code, 0);
    QVERIFY(!jsonOf(schema).value(u"options"_s).toArray().isEmpty());
    QCOMPARE(ctl({u"call"_s, u"config/schema"_s, u"[]"_s}).code, 2);
    QCOMPARE(ctl({u"call"_s, u"config/get"_s, u"{\"a\":1}"_s}).code, 1);
    QCOMPARE(ctl({u"call"_s, u"server/explode"_s}).code, 1);
}

void TestSluicectl::completesInBash()
{
    QProcess bash;
    bash.start(u"bash"_s,
               {u"-c"_s,
                u"source <(\"%1\" completion bash); COMP_WORDS=(sluicectl config se); COMP_CWORD=2; "
                "_sluicectl; echo \"${COMPREPLY[@]}\""_s.arg(QStringLiteral(SLUICE_CTL_PATH))});
    QVERIFY(bash.waitForFinished());
    QCOMPARE(bash.readAllStandardError(), QByteArray());
    QCOMPARE(bash.readAllStandardOutput(), QByteArray("set\n"));
}

void TestSluicectl::shutsDownAndWaitsForTheEnd()
{
    const ProgramExit done = ctl({u"shutdown"_s, u"--grace"_s, u"5s"_s, u"--reason"_s, u"the test is over"_s});
    QVERIFY2(done.code == 0, qUtf8Printable(done.err));
    QVERIFY2(done.out.contains(u"stopping"_s), qUtf8Printable(done.out));
    const std::optional<ServerExit> exit = m_server->waitForExit();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
    QCOMPARE(ctl({u"info"_s}).code, 3);
}

void TestSluicectl::showsAndClosesConnections()
{
    TestClient ada;
    QVERIFY(ada.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_s)}));
    SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
    const ProgramExit listed = ctl({u"connections"_s, u"user:ada"_s, u"age>=0s"_s, u"sort=-received"_s, u"limit=1"_s});
    QVERIFY2(listed.out.contains(u"ada"_s), qPrintable(listed.out + listed.err));
    QVERIFY2(listed.out.contains(u"1 of 1 that match"_s), qPrintable(listed.out));
    const QJsonObject answer = jsonOf(ctl({u"--json"_s, u"connections"_s, u"user:ada"_s}));
    const QString id = QString::number(answer["rows"_L1][0]["id"_L1].toInteger());
    const ProgramExit one = ctl({u"connection"_s, id});
    QVERIFY2(one.out.contains(u"bench/echo"_s) && one.out.contains(u"user: \"ada\""_s), qPrintable(one.out + one.err));
    QVERIFY(ctl({u"users"_s, u"ad*"_s}).out.contains(u"ada"_s));
    QVERIFY(ctl({u"limits"_s}).out.contains(u"address"_s));
    const ProgramExit bad = ctl({u"connections"_s, u"age>x"_s});
    QVERIFY2(bad.err.contains(u"age>x"_s), qPrintable(bad.err));

    const ProgramExit closed = ctl({u"--reason"_s, u"tidying up"_s, u"close"_s, id, u"999999"_s});
    QVERIFY2(closed.out.contains(u"closing 1"_s) && closed.out.contains(u"not there: 999999"_s),
             qPrintable(closed.out + closed.err));
    QCOMPARE(ada.waitForClose(), std::optional(4003));
    const ProgramExit audited = ctl({u"audit"_s, u"method=connections/close"_s, u"limit=1"_s});
    QVERIFY2(audited.out.contains(u"tidying up"_s), qPrintable(audited.out + audited.err));
    QVERIFY(!ctl({u"close"_s, u"ada"_s}).err.isEmpty());
}

void TestSluicectl::revokesTokens()
{
    TestClient mallory;
    QVERIFY(mallory.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"mallory"_s)}));
    const ProgramExit revoked =
        ctl({u"--reason"_s, u"stolen"_s, u"token"_s, u"revoke"_s, u"user=mallory"_s, u"keep=2h"_s});
    QVERIFY2(revoked.out.startsWith(u"revoked user=mallory until"_s), qPrintable(revoked.out + revoked.err));
    QCOMPARE(mallory.waitForClose(), std::optional(4009));
    const ProgramExit listed = ctl({u"token"_s, u"list"_s});
    QVERIFY2(listed.out.contains(u"stolen"_s) && listed.out.contains(u"1 of 1"_s), qPrintable(listed.out + listed.err));
    const QJsonObject answer = jsonOf(ctl({u"--json"_s, u"token"_s, u"list"_s, u"filter=MALL"_s}));
    const QString id = QString::number(answer["rows"_L1][0]["id"_L1].toInteger());
    QVERIFY(ctl({u"token"_s, u"restore"_s, id}).out.contains(u"no longer revoked: user=mallory"_s));
    QVERIFY(ctl({u"token"_s, u"list"_s}).out.contains(u"0 of 0"_s));
    QCOMPARE(ctl({u"token"_s, u"restore"_s, id}).code, 1);
    QVERIFY(ctl({u"token"_s, u"revoke"_s, u"user=eve"_s, u"issued-before=now"_s}).out.contains(u"issued-before="_s));
    for (const QString &bad : {u"usr=eve"_s, u"issued-before=yesterday"_s, u"keep=long"_s})
        QCOMPARE(ctl({u"token"_s, u"revoke"_s, bad}).code, 2);
}

void TestSluicectl::aCheckTellsWhomALimitWouldHaveRefused()
{
    const QString limit = u"rate-limits.per-user-per-minute="_s;
    QCOMPARE(ctl({u"config"_s, u"set"_s, limit + u"1000"_s}).code, 0);
    // It remembers from the second on in which the limit was set.
    QVERIFY(waitUntil([&] {
        return !ctl({u"--check"_s, u"config"_s, u"set"_s, limit + u"2"_s}).out.contains(u"is not known"_s);
    }));
    TestClient ada;
    QVERIFY(ada.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_s)}));
    for (int i = 0; i < 3; ++i)
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
    const ProgramExit lower = ctl({u"--check"_s, u"config"_s, u"set"_s, limit + u"2"_s});
    QVERIFY2(lower.out.contains(u"would have refused 1 of 3 in the last "_s), qPrintable(lower.out + lower.err));
    QVERIFY2(lower.out.contains(u"of 1 clients; 0 were refused"_s), qPrintable(lower.out + lower.err));
    const ProgramExit enough = ctl({u"--check"_s, u"config"_s, u"set"_s, limit + u"3"_s});
    QVERIFY2(enough.out.contains(u"would have refused 0 of 3"_s), qPrintable(enough.out + enough.err));
    QCOMPARE(ctl({u"config"_s, u"set"_s, limit + u"0"_s}).code, 0);
}

void TestSluicectl::pushesToClients()
{
    TestClient ada;
    QVERIFY(ada.connectTo(m_server->ports().clients, {.bearer = m_server->token(u"ada"_s)}));
    const ProgramExit sent = ctl({u"send"_s, u"a/b"_s, u"{\"x\":1}"_s, u"ada"_s, u"bob"_s});
    QCOMPARE(sent.out, u"queued; 1 of 2 users connected\n"_s);
    QCOMPARE(sent.code, 0);
    const auto push = ada.waitForNotification(u"a/b"_s);
    QVERIFY(push);
    QCOMPARE((*push)["x"_L1].toInt(), 1);
    QCOMPARE(ctl({u"broadcast"_s, u"c/d"_s, u"{}"_s}).out, u"queued\n"_s);
    QVERIFY(ada.waitForNotification(u"c/d"_s));
    QCOMPARE(ctl({u"broadcast"_s, u"c/d"_s, u"7"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestSluicectl)
#include "tst_sluicectl.moc"

#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/plainsocket.h"
#include "tests/support/program.h"
#include "tests/support/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <map>

#include <sys/stat.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSwitchingProtocols = 101;

QByteArray bearer(const QByteArray &token)
{
    return "Authorization: Bearer " + token + "\r\n";
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What stands between a server and whoever wants in: the operators' door, secrets that stay inside, an audit log that
/// shows tampering, and how the program and its service are built.
class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongTokensLockTheirAddressOut();
    void noAddressTakesAllPlaces();
    void secretsStayInside();
    void compressionIsNotNegotiated();
    void tamperingWithTheAuditLogShows();
    void othersMustNotWriteToTheState();
    void theProgramIsHardened_data();
    void theProgramIsHardened();
    void theServiceIsConfined();
};

/// Row M1 of the quality criteria. The attacker comes from 127.0.0.2, the operator from 127.0.0.1.
void HardeningTest::wrongTokensLockTheirAddressOut()
{
    constexpr int kTries = 500;
    constexpr quint8 kAttacker = 2;
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    const auto tryFrom = [&server](quint8 host, const QByteArray &token) {
        PlainSocket socket(server.ports().admin, host);
        socket.send(upgradeRequest(bearer(token)));
        return socket.status().value_or(0);
    };
    std::map<int, int> statuses;
    qint64 slowest = 0;
    for (int i = 0; i < kTries; ++i) {
        ++statuses[tryFrom(kAttacker, QByteArray::number(i).rightJustified(43, 'A'))];
        if (i % 100 != 99)
            continue;
        QElapsedTimer took;
        took.start();
        TestClient operatorClient;
        QVERIFY(operatorClient.connectTo(server.ports().admin, {server.adminToken()}));
        SLUICE_VERIFY_OK(operatorClient.call(u"server/info"_qs));
        slowest = std::max(slowest, took.elapsed());
    }
    QCOMPARE(statuses[401], 5);
    QCOMPARE(statuses[429], kTries - 5);
    QCOMPARE(statuses[kSwitchingProtocols], 0);
    QVERIFY2(slowest <= 1000, qPrintable(QString::number(slowest)));
    // Locked out is locked out: the right token does not open it from there, nor does it tell that it is right.
    QCOMPARE(tryFrom(kAttacker, server.adminToken()), 429);
    QCOMPARE(server.metric("sluice_admin_logins_refused_total{reason=\"token\"}"), 5.0);
    QVERIFY(server.metric("sluice_admin_logins_refused_total{reason=\"locked-out\"}") >= kTries - 5);
    QVERIFY2(server.log().contains("locked out for wrong tokens address=127.0.0.2 seconds=60"), server.log());
}

void HardeningTest::noAddressTakesAllPlaces()
{
    constexpr int kMost = 40;
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    std::vector<PlainSocket> idle;
    for (int i = 0; i < kMost; ++i)
        idle.emplace_back(server.ports().admin, quint8{2});
    PlainSocket oneMore(server.ports().admin, quint8{2});
    oneMore.send(upgradeRequest(bearer(server.adminToken())));
    QCOMPARE(oneMore.status().value_or(0), 429);
    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {server.adminToken()}));
}

/// Row M9 of the quality criteria: one record is one line, and no secret is anywhere that people or programs read.
void HardeningTest::secretsStayInside()
{
    TestServer server(u"sluice.toml"_qs,
                      {u"log.format=json"_qs, u"log.max-per-second=0"_qs, u"log.levels=*=debug"_qs,
                       u"auth.cookie-name=session"_qs, u"auth.query-token=true"_qs,
                       u"rate-limits.per-ip-connects-per-second=0"_qs, u"listen.clients-tls=127.0.0.1:0"_qs,
                       u"listen.allowed-origins=https://app.example"_qs});
    SLUICE_START(server);
    const QByteArray good = server.token(u"ada"_qs);
    const QByteArrayList canaries{"canary-header-4711", "canary-pair-4711",  "canary-cookie-4711", "canary-query-4711",
                                  "canary-login-4711",  "canary-param-4711", "canary-admin-4711"};
    const QByteArrayList hostile{"\n2026 critical injected",
                                 "\r\ninjected: 1",
                                 "\x1b[2Jinjected",
                                 "%s%n%x",
                                 "\"}\n{\"injected\":1}",
                                 QByteArray("a\0b", 3),
                                 "\xe2\x80\xa8injected",
                                 "${jndi:ldap://injected}",
                                 "\xff\xfe"};
    const auto shake = [&server](const QByteArray &headers, const QByteArray &path = "/") {
        PlainSocket socket(server.ports().clients);
        socket.send(upgradeRequest(headers, path));
        return socket.status().value_or(0);
    };
    QCOMPARE(shake(bearer(canaries[0])), 401);
    QCOMPARE(shake("Sec-WebSocket-Protocol: bearer, " + canaries[1] + "\r\n"), 401);
    QCOMPARE(shake("Origin: https://app.example\r\nCookie: session=" + canaries[2] + "\r\n"), 401);
    QCOMPARE(shake({}, "/?access_token=" + canaries[3]), 401);
    QCOMPARE(shake({}, "/nowhere?access_token=" + canaries[3]), 404);
    for (const QByteArray &text : hostile) {
        (void)shake("User-Agent: " + text + "\r\n");
        (void)shake("Origin: https://" + text + "\r\n");
        (void)shake({}, "/" + text);
    }
    TestClient client;
    QVERIFY(client.connectTo(server.ports().clients, {good}));
    (void)client.call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, QString::fromLatin1(canaries[4])}});
    (void)client.call(u"notes/save"_qs,
                      QJsonObject{{u"title"_qs, QString::fromLatin1(canaries[5])}, {u"content"_qs, 7}});
    TestClient admin;
    QVERIFY(admin.connectTo(server.ports().admin, {server.adminToken()}));
    for (const QByteArray &text : hostile) {
        const QString word = QString::fromUtf8(text);
        // Not waited for: what has a NUL in it is a parse error, which answers no request.
        client.send(word, QJsonObject{{word, word}});
        admin.send(u"server/drain"_qs, QJsonObject{{u"reason"_qs, word}, {u"bogus"_qs, 1}});
        admin.send(u"tokens/revoke"_qs, QJsonObject{{u"tokenId"_qs, word}, {u"reason"_qs, word}});
    }
    {
        PlainSocket wrong(server.ports().admin, quint8{2});
        wrong.send(upgradeRequest(bearer(canaries[6])));
        QCOMPARE(wrong.status().value_or(0), 401);
    }

    SLUICE_VERIFY_OK(client.call(u"rpc.ping"_qs)); // behind all that
    QByteArray seen = httpGet(server.ports().http, u"/metrics"_qs).body;
    for (const char *method : {"config/get", "config/schema", "config/history", "server/info", "log/list",
                               "errors/list", "audit/list", "connections/list", "connections/closed", "users/list",
                               "events/list", "trace/list", "tokens/list", "limits/keys"})
        seen += admin.call(QLatin1String(method)).text() + '\n';
    const QByteArray log = server.log();
    seen += log + readFile(server.statePath(u"audit.log"_qs));
    QByteArrayList secrets = canaries;
    secrets += {good, server.adminToken(), readFile(server.statePath(u"jwt.key"_qs)).trimmed(),
                readFile(server.statePath(u"tls.key"_qs)).mid(30, 40)};
    for (const QByteArray &secret : std::as_const(secrets)) {
        QVERIFY(secret.size() > 10);
        const qsizetype at = seen.indexOf(secret);
        QVERIFY2(at < 0, seen.mid(std::max<qsizetype>(0, at - 300), 400).constData());
    }
    for (const QByteArray &line : log.trimmed().split('\n')) {
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
        QVERIFY2(!line.contains('\x1b'), line.constData());
    }
    // What they are kept in is nobody else's.
    for (const char *name :
         {"jwt.key", "tls.key", "admin.token", "admin.tokens", "audit.log", "revocations.json", "sluice.db"}) {
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(server.statePath(QLatin1String(name))).constData(), &status), 0);
        QVERIFY2((status.st_mode & 077) == 0, name);
    }
}

/// What an attacker sends and what is secret would share a compressor (CRIME, BREACH).
void HardeningTest::compressionIsNotNegotiated()
{
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    RawClient client;
    QVERIFY(client.connectTo(server.ports().clients));
    client.sendUpgrade("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n");
    QCOMPARE(client.waitForStatus(), kSwitchingProtocols);
    QVERIFY2(!client.responseHeader().toLower().contains("extensions"), client.responseHeader().constData());
}

void HardeningTest::tamperingWithTheAuditLogShows()
{
    TestServer server(u"sluice.toml"_qs);
    SLUICE_START(server);
    const auto verify = [&server](const QStringList &more = {}) {
        return runProgram(serverProgram(),
                          QStringList{u"--verify-audit"_qs, u"--set"_qs, u"state-dir="_qs + server.stateDir()} + more);
    };
    {
        TestClient admin;
        QVERIFY(admin.connectTo(server.ports().admin, {server.adminToken()}));
        for (const char *user : {"ada", "ben", "cem"})
            SLUICE_VERIFY_OK(admin.call(u"tokens/revoke"_qs, QJsonObject{{u"user"_qs, QLatin1String(user)}}));
    }
    ProgramExit exit = verify(); // also while the server runs
    QVERIFY2(exit.code == 0 && exit.out.contains("3 entries in 1 files"_L1), qPrintable(exit.out + exit.err));
    const QString head = exit.out.section(u' ', -1).remove(u'.').trimmed();
    QVERIFY(server.terminate());
    SLUICE_START(server); // says where the chain is, so that its end can be checked
    QVERIFY2(server.log().contains("head=" + head.toLatin1()), server.log());
    QCOMPARE(verify({u"--audit-head"_qs, head}).code, 0);

    const QString path = server.statePath(u"audit.log"_qs);
    const QByteArray whole = readFile(path);
    const auto write = [&path](const QByteArray &text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(QByteArray(whole).replace("\"ben\"", "\"bob\"")));
    exit = verify();
    QVERIFY2(exit.code == 1 && exit.err.contains("audit.log:2: the entry was changed"_L1), qPrintable(exit.err));
    QVERIFY(write(whole.left(whole.lastIndexOf('\n', -2) + 1)));
    QCOMPARE(verify().code, 0); // that the end is missing shows only beside the head
    exit = verify({u"--audit-head"_qs, head});
    QVERIFY2(exit.code == 1 && exit.err.contains("cut off"_L1), qPrintable(exit.err));
}

void HardeningTest::othersMustNotWriteToTheState()
{
    TestServer server(u"sluice.toml"_qs);
    QCOMPARE(::chmod(QFile::encodeName(server.stateDir()).constData(), 0777), 0);
    QVERIFY(server.start().contains("others may write to it"_L1));
    QCOMPARE(::chmod(QFile::encodeName(server.stateDir()).constData(), 0700), 0);
    SLUICE_START(server);
}

void HardeningTest::theProgramIsHardened_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("expected");
    const auto readelf = [](const char *name, const QString &what, const QString &expected) {
        QTest::newRow(name) << QStringList{u"readelf"_qs, u"-W"_qs, what} << expected;
    };
    readelf("loaded anywhere (PIE)", u"-h"_qs, u"Type: +DYN "_qs);
    readelf("no code on the stack (NX)", u"-l"_qs, u"GNU_STACK( +0x[0-9a-f]+){5} RW "_qs);
    readelf("tables of functions read-only (RELRO)", u"-l"_qs, u"GNU_RELRO"_qs);
#ifdef NDEBUG // a release build
    readelf("and complete before main() (BIND_NOW)", u"-d"_qs, u"FLAGS_1\\) +Flags: .*NOW"_qs);
    readelf("overwritten stacks end it (stack protector)", u"-s"_qs, u"__stack_chk_fail"_qs);
    readelf("buffers are checked (FORTIFY_SOURCE)", u"-s"_qs,
            u"__(mem|str|f?printf|v?snprintf|read|recv|poll)\\w*_chk"_qs);
#ifdef __CET__
    // Of the program as a whole this can only be said where Debian's own start files have it, too.
    QTest::newRow("indirect jumps end where they may (CET)")
        << QStringList{u"objdump"_qs, u"--no-show-raw-insn"_qs, u"--disassemble=main"_qs}
        << u"<main>:\n +[0-9a-f]+:\tendbr64"_qs;
#endif
#endif
}

void HardeningTest::theProgramIsHardened()
{
    QFETCH(QStringList, command);
    QFETCH(QString, expected);
    const QString program = command.takeFirst();
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("the binutils are not installed");
    const ProgramExit exit = runProgram(program, command + QStringList{serverProgram()});
    QCOMPARE(exit.code, 0);
    QVERIFY2(exit.out.contains(QRegularExpression(expected)), qPrintable(exit.out.left(4000)));
}

/// Row M12 of the quality criteria.
void HardeningTest::theServiceIsConfined()
{
    if (QStandardPaths::findExecutable(u"systemd-analyze"_qs).isEmpty())
        QSKIP("there is no systemd-analyze");
    const QString unit = QStringLiteral(SLUICE_UNIT_PATH);
    const ProgramExit exit =
        runProgram(u"systemd-analyze"_qs, {u"security"_qs, u"--offline=true"_qs, u"--threshold=30"_qs, unit});
    QVERIFY2(exit.code == 0, qPrintable(exit.out.right(2000) + exit.err));
    const QByteArray text = readFile(unit);
    for (const char *line : {"\nDynamicUser=yes\n", "\nNoNewPrivileges=yes\n", "\nProtectSystem=strict\n",
                             "\nCapabilityBoundingSet=\n", "\nSystemCallFilter=@system-service\n",
                             "\nMemoryDenyWriteExecute=yes\n", "\nLimitCORE=0\n", "\nStateDirectory=sluice\n"})
        QVERIFY2(text.contains(line), line);
    QVERIFY(!text.contains("ReadWritePaths")); // but for the state directory nothing can be written
}

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"

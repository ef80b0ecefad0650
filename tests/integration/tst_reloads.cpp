#include "server/transport/selfsigned.h"
#include "tests/support/expect.h"
#include "tests/support/loadclient.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>

#include <csignal>

using namespace sluice::server;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 100;
constexpr int kClients = 100;

QByteArray events(const QStringList &ids)
{
    QByteArray text;
    for (const QString &id : ids)
        text += "[[event]]\nid = '" + id.toUtf8() + "'\nhandler = 'bench.echo'\nrequires-auth = false\n";
    return text;
}

} // namespace

/// The files of a running server read again, good ones and bad ones, while it is under load (quality.md, X8).
class ReloadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badOnesChangeNothingAndGoodOnesAllAtOnce();

private:
    void startServer();
    bool write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_directory.filePath(name));
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    }
    [[nodiscard]] TlsContext::Files pair(int number) const
    {
        return {m_directory.filePath(u"%1.crt"_s.arg(number)), m_directory.filePath(u"%1.key"_s.arg(number))};
    }
    /// Puts a certificate and its key where the server reads them.
    bool install(int number) const
    {
        QFile certificate(pair(number).certificate);
        QFile key(pair(number).key);
        return certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly)
            && write(u"site.crt"_s, certificate.readAll()) && write(u"site.key"_s, key.readAll())
            && QFile::setPermissions(m_directory.filePath(u"site.key"_s), QFile::ReadOwner | QFile::WriteOwner);
    }
    [[nodiscard]] double reloads(const char *what, const char *result) const
    {
        return m_server->metric(QByteArray("sluice_") + what + "_reloads_total{result=\"" + result + "\"}");
    }
    /// Whether the signal has had all its results, which it tells in the log.
    [[nodiscard]] bool toldBySignal(bool isGood) const
    {
        const QList<QByteArray> lines = m_server->log().split('\n');
        const auto isTold = [&lines, this](const char *what) {
            const auto tells = [what](const QByteArray &line) {
                return line.contains(what) && line.contains("SIGHUP");
            };
            return std::count_if(lines.begin(), lines.end(), tells) > m_signals / 2;
        };
        return isTold(isGood ? "events loaded again" : "events not loaded")
            && isTold(isGood ? "certificate loaded" : "certificate not loaded");
    }
    /// Has everything read again, in one of the ways in which that can be asked. Returns whether both results came.
    [[nodiscard]] bool reload(int round, bool isGood);
    [[nodiscard]] QSet<QString> offered()
    {
        QSet<QString> ids;
        const QJsonArray rows = m_console.call(u"events/list"_s).result["events"_L1].toArray();
        for (const QJsonValue row : rows)
            ids.insert(row["id"_L1].toString());
        return ids;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<TestServer> m_server;
    TestClient m_console;
    int m_signals = 0; ///< A bad one and a good one in turn.
};

void ReloadsTest::startServer()
{
    for (int number : {0, 1})
        QVERIFY(ensureSelfSigned(pair(number)));
    QVERIFY(install(0));
    QVERIFY(write(u"events.toml"_s, events({u"bench/echo"_s})));
    m_server = std::make_unique<TestServer>(u"bench.toml"_s,
                                            QStringList{u"threads.io=2"_s,
                                                        u"events-file="_s + m_directory.filePath(u"events.toml"_s),
                                                        u"tls.certificate="_s + m_directory.filePath(u"site.crt"_s),
                                                        u"tls.key="_s + m_directory.filePath(u"site.key"_s)});
    SLUICE_START(*m_server);
    QVERIFY(m_console.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
}

bool ReloadsTest::reload(int round, bool isGood)
{
    if (round % 2 == 0) {
        m_server->sendSignal(SIGHUP);
        const bool isTold = waitUntil([this, isGood] { return toldBySignal(isGood); });
        ++m_signals;
        return isTold;
    }
    const CallResult eventsRead = m_console.call(u"events/reload"_s);
    const CallResult tlsRead = m_console.call(u"tls/reload"_s);
    if (isGood)
        return eventsRead.isOk() && tlsRead.isOk();
    // Who asked is told what is wrong, and where.
    return !eventsRead.isOk() && eventsRead.data()["reason"_L1].toString().contains(m_directory.path())
        && !tlsRead.isOk() && tlsRead.data()["reason"_L1].toString().contains(m_directory.path());
}

void ReloadsTest::badOnesChangeNothingAndGoodOnesAllAtOnce()
{
    startServer();
    const QSet<QString> always = offered() - QSet<QString>{u"bench/echo"_s};
    TestClient encrypted;
    QVERIFY(encrypted.connectTo(m_server->ports().clientsTls, {.trust = pair(0).certificate}));
    LoadClient load({u"--url"_s, m_server->clientUrl(), u"--connections"_s, QString::number(kClients), u"--rate"_s,
                     u"500"_s, u"--seconds"_s, u"600"_s});
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == kClients + 1; }));

    QSet<QString> current{u"bench/echo"_s};
    for (int round = 0; round < kRounds; ++round) {
        QVERIFY(write(u"events.toml"_s, events({u"bench/echo"_s, u"bench/echo"_s}))); // twice is wrong
        QVERIFY(write(u"site.crt"_s, "-----BEGIN CERTIFICATE-----\nAAAA\n"));
        QVERIFY2(reload(round, false), QByteArray::number(round));
        QCOMPARE(offered() - always, current);

        // All that one of these files has comes, and all that only the other has goes.
        const QString name = u"round-%1/%2"_s;
        current = {u"bench/echo"_s, name.arg(round).arg(1), name.arg(round).arg(2)};
        QVERIFY(write(u"events.toml"_s, events(current.values())));
        QVERIFY(install(round % 2));
        QVERIFY2(reload(round, true), QByteArray::number(round));
        QCOMPARE(offered() - always, current);
    }
    for (const char *what : {"events", "tls"}) {
        QCOMPARE(reloads(what, "failed"), double(kRounds));
        QVERIFY(reloads(what, "done") >= kRounds); // the certificate's first reading counts
    }
    SLUICE_VERIFY_OK(encrypted.call(u"bench/echo"_s)); // made under the first certificate
    TestClient newcomer;
    QVERIFY(newcomer.connectTo(m_server->ports().clientsTls, {.trust = pair((kRounds - 1) % 2).certificate}));
    newcomer.abort();

    load.stop();
    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    const QJsonObject connections = (*summary)["connections"_L1].toObject();
    QCOMPARE(connections["opened"_L1].toInt(), kClients);
    QCOMPARE(connections["dropped"_L1].toInt(), 0);
    QCOMPARE(connections["closed"_L1].toObject(), QJsonObject());
    // No event was ever in between.
    const QJsonObject ledger = (*summary)["ledger"_L1].toObject();
    QCOMPARE(ledger["replied"_L1].toInteger(), ledger["sent"_L1].toInteger());
}

QTEST_GUILESS_MAIN(ReloadsTest)
#include "tst_reloads.moc"

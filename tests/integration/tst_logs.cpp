#include "tests/support/expect.h"
#include "tests/support/fakeendpoint.h"
#include "tests/support/smallpipe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

#include <sys/stat.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kInvalidParams = -32602;
constexpr int kPatienceMs = 30'000;

const QByteArray kDroppedFull = QByteArrayLiteral("sluice_log_lines_dropped_total{reason=\"queue-full\"}");
const QByteArray kDroppedUnwritable = QByteArrayLiteral("sluice_log_lines_dropped_total{reason=\"unwritable\"}");

/// bench/fail: `error` leaves a debug message of the handlers, `throw` a warning.
QJsonObject how(const QString &word)
{
    return {{u"how"_qs, word}};
}

QStringList messagesIn(const QJsonValue &lines)
{
    QStringList messages;
    const QJsonArray array = lines.toArray();
    for (const QJsonValue line : array)
        messages.append(line["message"_L1].toString());
    return messages;
}

} // namespace

/// The log and the errors in it, of a real server; row X9: whoever does not take the log holds up nobody.
class LogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aReaderThatDoesNotReadHoldsUpNobody();
    void aServerWhoseLogNobodyReadsStops();
    void aFullDiskHoldsUpNobody();
    void jsonLinesParse();
    void theJournalGetsPriorities();
    void levelsChangeLive();
    void aMistypedLevelIsRefusedWithASuggestion();
    void theLimitIsToldAndChangesLive();
    void consolesSeeNewLines();
    void consolesSeeThePast();
    void errorsAreGroupedAndCleared();
    void newErrorsAreSentAway();
    void aBadSecretIsRefusedAtTheStart();

private:
    void start(const QStringList &settings);
    void flood(int count);
    CallResult patch(const QString &key, const QJsonValue &value);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<TestClient> m_client;
    std::unique_ptr<TestClient> m_admin;
    int m_stderr = -1;
};

void LogsTest::init()
{
    m_stderr = -1;
}

void LogsTest::cleanup()
{
    m_client.reset();
    m_admin.reset();
    m_server.reset();
}

void LogsTest::start(const QStringList &settings)
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs, settings + QStringList{u"drain.close-spread-ms=0"_qs});
    if (m_stderr >= 0)
        m_server->giveStandardError(m_stderr);
    SLUICE_START(*m_server);
    m_client = std::make_unique<TestClient>();
    QVERIFY(m_client->connectTo(m_server->ports().clients));
    m_admin = std::make_unique<TestClient>();
    QVERIFY(m_admin->connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
}

/// So many events that leave a line each.
void LogsTest::flood(int count)
{
    constexpr int kAtOnce = 500;
    for (int sent = 1; sent <= count; ++sent) {
        const PendingCall call = m_client->send(u"bench/fail"_qs, how(u"error"_qs));
        if (sent % kAtOnce == 0 || sent == count)
            QVERIFY(m_client->waitFor(call).isAnswered);
    }
}

CallResult LogsTest::patch(const QString &key, const QJsonValue &value)
{
    const auto base = m_admin->call(u"config/get"_qs).result["revision"_L1].toInt();
    return m_admin->call(u"config/patch"_qs,
                         QJsonObject{{u"base"_qs, base}, {u"changes"_qs, QJsonObject{{key, value}}}});
}

void LogsTest::aReaderThatDoesNotReadHoldsUpNobody()
{
    const SmallPipe pipe;
    pipe.fill();
    m_stderr = pipe.writeEnd();
    start({u"log.levels=handlers=debug"_qs, u"log.max-per-second=0"_qs, u"backpressure.interval-ms=0"_qs});
    flood(6000); // more than the queue of lines has places for
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QVERIFY(m_server->metric(kDroppedFull) > 0);
    QCOMPARE(m_server->metric("sluice_log_queue_lines"), 4096.0);
    const CallResult list = m_admin->call(u"log/list"_qs, QJsonObject{{u"limit"_qs, 1}});
    QVERIFY2(messagesIn(list.result["lines"_L1]).value(0).startsWith("handler failed"_L1), list.text().constData());

    QByteArray read;
    const auto isThrough = [&] {
        read += pipe.readAvailable();
        return read.contains(" log lines dropped count=") && m_server->metric("sluice_log_queue_lines") == 0;
    };
    QVERIFY2(waitUntil(isThrough, std::chrono::minutes(2)), read.right(500).constData()); // two pages at a time
    read += pipe.readAvailable();
    QVERIFY(static_cast<double>(read.count("handler failed")) + m_server->metric(kDroppedFull) >= 6000);
}

void LogsTest::aServerWhoseLogNobodyReadsStops()
{
    const SmallPipe pipe;
    pipe.fill();
    m_stderr = pipe.writeEnd();
    start({});
    const auto exit = m_server->terminate();
    QVERIFY(exit && exit->isNormal);
    QCOMPARE(exit->code, 0);
    QVERIFY2(exit->took < std::chrono::seconds(20), QByteArray::number(qlonglong(exit->took.count())).constData());
}

void LogsTest::aFullDiskHoldsUpNobody()
{
    m_stderr = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    QVERIFY(m_stderr >= 0);
    start({u"log.levels=handlers=debug"_qs});
    flood(10);
    SLUICE_VERIFY_OK(m_client->call(u"bench/echo"_qs));
    QTRY_VERIFY(m_server->metric(kDroppedUnwritable) >= 10);
    QCOMPARE(m_server->metric("sluice_log_lines_written_total"), 0.0);
    ::close(m_stderr);
}

void LogsTest::jsonLinesParse()
{
    start({u"log.format=json"_qs, u"log.levels=handlers=debug"_qs});
    SLUICE_VERIFY_ERROR(m_client->call(u"bench/fail"_qs, how(u"error"_qs)), -32022);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->log().contains("handler failed"), kPatienceMs);
    const QList<QByteArray> lines = m_server->log().trimmed().split('\n');
    QVERIFY(lines.size() > 2);
    QJsonObject last;
    for (const QByteArray &line : lines) {
        last = QJsonDocument::fromJson(line).object();
        for (const char *member : {"time", "level", "category", "message"})
            QVERIFY2(last.value(QLatin1String(member)).isString(), line.constData());
    }
    QCOMPARE(last["message"_L1].toString(), u"handler failed"_qs);
    QCOMPARE(last["level"_L1].toString(), u"debug"_qs);
    QCOMPARE(last["fields"_L1]["event"_L1].toString(), u"bench/fail"_qs);
    QCOMPARE(last["fields"_L1]["detail"_L1].toString(), u"failed as it was told"_qs);
    SLUICE_VERIFY_OK(patch(u"log.format"_qs, u"text"_qs));
    const auto failsInText = [this] {
        flood(1);
        return m_server->log().contains(" debug sluice.handlers handler failed");
    };
    QVERIFY(waitUntil(failsInText));
}

void LogsTest::theJournalGetsPriorities()
{
    const SmallPipe pipe;
    m_stderr = pipe.writeEnd();
    struct stat status = {};
    QCOMPARE(::fstat(pipe.writeEnd(), &status), 0);
    qputenv("JOURNAL_STREAM",
            QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino)));
    start({});
    qunsetenv("JOURNAL_STREAM");
    QByteArray read;
    QVERIFY(waitUntil([&] { return (read += pipe.readAvailable()).contains("serving"); }));
    QVERIFY2(read.contains("\n<6>info sluice.app serving clients="), read.constData());
}

void LogsTest::levelsChangeLive()
{
    start({});
    flood(1);
    SLUICE_VERIFY_OK(patch(u"log.levels"_qs, QJsonArray{u"handlers=debug"_qs}));
    const auto failsLoudly = [this] {
        flood(1);
        return m_server->log().contains(" debug sluice.handlers handler failed");
    };
    QVERIFY(waitUntil(failsLoudly));
    SLUICE_VERIFY_OK(patch(u"log.levels"_qs, QJsonArray{}));
    QTRY_VERIFY_WITH_TIMEOUT(m_server->log().count("configuration changed") == 2, kPatienceMs);
    const auto failsQuietly = [this] {
        const auto before = m_admin->call(u"log/list"_qs).result["lines"_L1].toArray().size();
        flood(1);
        return m_admin->call(u"log/list"_qs).result["lines"_L1].toArray().size() == before;
    };
    QVERIFY(waitUntil(failsQuietly));
}

void LogsTest::aMistypedLevelIsRefusedWithASuggestion()
{
    start({});
    const CallResult refused = patch(u"log.levels"_qs, QJsonArray{u"handelrs=debug"_qs});
    SLUICE_VERIFY_ERROR(refused, kInvalidParams);
    QVERIFY2(refused.text().contains("did you mean handlers?"), refused.text().constData());
}

void LogsTest::theLimitIsToldAndChangesLive()
{
    start({u"log.levels=handlers=debug"_qs, u"log.max-per-second=5"_qs});
    flood(500);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_server->log().contains(" warning sluice.app log lines suppressed category=handlers count="), kPatienceMs);
    const double suppressed = m_server->metric("sluice_log_lines_suppressed_total");
    QVERIFY(suppressed > 0);
    QVERIFY(m_server->log().count("handler failed") < 500);

    SLUICE_VERIFY_OK(patch(u"log.max-per-second"_qs, 0));
    const auto isUnlimited = [this] {
        const double before = m_server->metric("sluice_log_lines_suppressed_total");
        flood(50);
        return m_server->metric("sluice_log_lines_suppressed_total") == before;
    };
    QVERIFY(waitUntil(isUnlimited));
}

void LogsTest::consolesSeeNewLines()
{
    start({u"log.levels=handlers=debug"_qs});
    const CallResult subscribed =
        m_admin->call(u"log/subscribe"_qs, QJsonObject{{u"category"_qs, u"handlers"_qs}, {u"level"_qs, u"debug"_qs}});
    SLUICE_VERIFY_OK(subscribed);
    QCOMPARE(subscribed.result["maxPerSecond"_L1].toInt(), 100);
    flood(1);
    const auto news = m_admin->waitForNotification(u"log/lines"_qs);
    QVERIFY(news);
    QVERIFY(messagesIn((*news)["lines"_L1]).value(0).startsWith("handler failed"_L1));
    QCOMPARE((*news)["dropped"_L1].toInt(), 0);

    SLUICE_VERIFY_OK(m_admin->call(u"log/unsubscribe"_qs));
    flood(1);
    // The samples come on: two of a later time than the next batch of lines would have.
    SLUICE_VERIFY_OK(m_admin->call(u"metrics/subscribe"_qs, QJsonObject{{u"intervalMs"_qs, 500}}));
    QVERIFY(m_admin->waitForNotification(u"metrics/sample"_qs));
    QVERIFY(m_admin->waitForNotification(u"metrics/sample"_qs));
    QCOMPARE(m_admin->notificationCount(u"log/lines"_qs), 0);
    SLUICE_VERIFY_ERROR(m_admin->call(u"log/subscribe"_qs, QJsonObject{{u"category"_qs, u"handelrs"_qs}}),
                        kInvalidParams);
}

void LogsTest::consolesSeeThePast()
{
    start({u"log.levels=handlers=debug"_qs});
    flood(3);
    const CallResult all = m_admin->call(u"log/list"_qs);
    QVERIFY(messagesIn(all.result["lines"_L1]).join(u'\n').contains("serving clients="_L1));
    const CallResult some =
        m_admin->call(u"log/list"_qs, QJsonObject{{u"limit"_qs, 2}, {u"category"_qs, u"handlers"_qs}});
    QCOMPARE(messagesIn(some.result["lines"_L1]).size(), 2);
    const CallResult bad = m_admin->call(u"log/list"_qs, QJsonObject{{u"level"_qs, u"warning"_qs}});
    QCOMPARE(messagesIn(bad.result["lines"_L1]), QStringList());
}

void LogsTest::errorsAreGroupedAndCleared()
{
    start({});
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_client->call(u"bench/fail"_qs, how(u"throw"_qs)).isAnswered);
    const CallResult list = m_admin->call(u"errors/list"_qs);
    SLUICE_VERIFY_OK(list);
    const QJsonObject error = list.result["errors"_L1][0].toObject();
    QCOMPARE(error["count"_L1].toInt(), 3);
    QCOMPARE(error["category"_L1].toString(), u"handlers"_qs);
    QVERIFY(error["fingerprint"_L1].toString().contains("bench/fail"_L1));
    QVERIFY(error["firstMs"_L1].toDouble() > 0);
    QVERIFY(error["lastMs"_L1].toDouble() >= error["firstMs"_L1].toDouble());

    const CallResult cleared = m_admin->call(u"errors/clear"_qs, QJsonObject{{u"reason"_qs, u"seen"_qs}});
    SLUICE_VERIFY_OK(cleared);
    QCOMPARE(cleared.result["cleared"_L1].toInt(), list.result["errors"_L1].toArray().size());
    QCOMPARE(m_admin->call(u"errors/list"_qs).result["errors"_L1].toArray().size(), 0);
    QFile audit(m_server->statePath(u"audit.log"_qs));
    QVERIFY(audit.open(QIODevice::ReadOnly));
    QVERIFY(audit.readAll().contains("\"method\":\"errors/clear\""));
}

void LogsTest::newErrorsAreSentAway()
{
    FakeEndpoint endpoint;
    QTemporaryDir directory;
    const QString file = directory.filePath(u"dsn"_qs);
    {
        QFile dsn(file);
        QVERIFY(dsn.open(QIODevice::WriteOnly));
        dsn.write("http://abc@127.0.0.1:" + QByteArray::number(endpoint.port()) + "/7\n");
        QVERIFY(dsn.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    start({u"errors.sentry-dsn-file="_qs + file});
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_client->call(u"bench/fail"_qs, how(u"throw"_qs)).isAnswered);
    const auto sentOf = [&endpoint](const QByteArray &text) {
        return std::count_if(endpoint.requests().begin(), endpoint.requests().end(),
                             [&text](const EndpointRequest &request) { return request.body.contains(text); });
    };
    QTRY_COMPARE_WITH_TIMEOUT(sentOf("handler threw"), 2, kPatienceMs); // the first and the tenth
    QTRY_VERIFY_WITH_TIMEOUT(m_server->metric("sluice_error_reports_total{result=\"sent\"}") >= 2, kPatienceMs);
}

void LogsTest::aBadSecretIsRefusedAtTheStart()
{
    QTemporaryDir directory;
    const QString file = directory.filePath(u"dsn"_qs);
    {
        QFile dsn(file);
        QVERIFY(dsn.open(QIODevice::WriteOnly));
        dsn.write("https://abc@sentry.example/7\n");
        QVERIFY(dsn.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    }
    TestServer server(u"bench.toml"_qs, {u"errors.sentry-dsn-file="_qs + file});
    const QString fault = server.start();
    QVERIFY2(fault.contains("chmod 600"_L1), qUtf8Printable(fault));
}

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"

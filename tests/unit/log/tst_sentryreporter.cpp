#include "server/log/sentryreporter.h"

#include "tests/support/fakeendpoint.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeEndpoint;
using std::chrono::milliseconds;

namespace {

constexpr int kPatienceMs = 30'000;

ErrorGroup group(const QString &message)
{
    const WallTime at{milliseconds(1'700'000'000'500)};
    return {QStringLiteral("app warning x"), 10, at, at, {at, LogLevel::Critical, QStringLiteral("app"), message}};
}

QJsonObject eventOf(const QByteArray &envelope)
{
    return QJsonDocument::fromJson(envelope.split('\n').value(2)).object();
}

} // namespace

/// Against a real HTTP server.
class TestSentryReporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sendsAnEnvelope();
    void triesAgainLater_data();
    void triesAgainLater();
    void givesUpWhatIsRefused();
    void isBounded();
    void endsWhileNobodyAnswers();

private:
    std::unique_ptr<SentryReporter> start();

    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<FakeEndpoint> m_endpoint;
    SystemRandom m_random;
};

void TestSentryReporter::init()
{
    m_metrics = std::make_unique<Metrics>();
    m_endpoint = std::make_unique<FakeEndpoint>();
}

std::unique_ptr<SentryReporter> TestSentryReporter::start()
{
    const auto dsn = SentryDsn::parse(QStringLiteral("http://abc@127.0.0.1:%1/42").arg(m_endpoint->port()));
    auto reporter =
        std::make_unique<SentryReporter>(SentryReporter::Parts{*m_metrics, m_random, milliseconds(20)}, *dsn);
    reporter->start();
    return reporter;
}

void TestSentryReporter::sendsAnEnvelope()
{
    const auto reporter = start();
    reporter->report(group(QStringLiteral("one")));
    reporter->report(group(QStringLiteral("two")));
    QTRY_COMPARE_WITH_TIMEOUT(m_metrics->total(Counter::ErrorReportsSent), 2U, kPatienceMs);
    QCOMPARE(m_endpoint->requests().size(), 2);

    const QByteArray head = m_endpoint->requests().constFirst().head;
    QVERIFY2(head.startsWith("POST /api/42/envelope/ HTTP/1.1\r\n"), head.constData());
    QVERIFY2(head.contains("sentry_key=abc"), head.constData());
    QVERIFY2(head.contains("application/x-sentry-envelope"), head.constData());
    const QByteArray body = m_endpoint->requests().constFirst().body;
    QCOMPARE(body.count('\n'), 3);
    const QJsonObject event = eventOf(body);
    QCOMPARE(event[QLatin1String("message")][QLatin1String("formatted")].toString(), QStringLiteral("one"));
    QCOMPARE(event[QLatin1String("level")].toString(), QStringLiteral("error"));
    QCOMPARE(event[QLatin1String("logger")].toString(), QStringLiteral("app"));
    QCOMPARE(event[QLatin1String("timestamp")].toDouble(), 1'700'000'000.5);
    QCOMPARE(event[QLatin1String("fingerprint")].toArray(), QJsonArray{QStringLiteral("app warning x")});
    QCOMPARE(event[QLatin1String("extra")][QLatin1String("count")].toInt(), 10);
    QCOMPARE(event[QLatin1String("event_id")].toString().size(), 32);
    const auto idIn = [](const QByteArray &envelope) { return eventOf(envelope).value(QLatin1String("event_id")); };
    QVERIFY(idIn(body) != idIn(m_endpoint->requests().constLast().body));
}

void TestSentryReporter::triesAgainLater_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("server error") << 503;
    QTest::newRow("too many") << 429;
}

void TestSentryReporter::triesAgainLater()
{
    QFETCH(int, status);
    m_endpoint->answerWith(status);
    const auto reporter = start();
    reporter->report(group(QStringLiteral("one")));
    QTRY_VERIFY_WITH_TIMEOUT(m_metrics->total(Counter::ErrorReportsFailed) >= 2, kPatienceMs);
    QCOMPARE(m_metrics->total(Counter::ErrorReportsSent), 0U);
    m_endpoint->answerWith(200);
    QTRY_COMPARE_WITH_TIMEOUT(m_metrics->total(Counter::ErrorReportsSent), 1U, kPatienceMs);
}

void TestSentryReporter::givesUpWhatIsRefused()
{
    m_endpoint->answerWith(400);
    const auto reporter = start();
    reporter->report(group(QStringLiteral("one")));
    reporter->report(group(QStringLiteral("two")));
    QTRY_COMPARE_WITH_TIMEOUT(m_metrics->total(Counter::ErrorReportsFailed), 2U, kPatienceMs);
    QCOMPARE(m_endpoint->requests().size(), 2);
    QCOMPARE(eventOf(m_endpoint->requests().constLast().body)[QLatin1String("message")][QLatin1String("formatted")]
                 .toString(),
             QStringLiteral("two"));
}

void TestSentryReporter::isBounded()
{
    m_endpoint->answerWith(0);
    const auto reporter = start();
    reporter->report(group(QStringLiteral("on its way")));
    QTRY_COMPARE_WITH_TIMEOUT(m_endpoint->requests().size(), 1, kPatienceMs);
    for (size_t i = 0; i < SentryReporter::kCapacity; ++i)
        reporter->report(group(QString::number(i)));
    QCOMPARE(m_metrics->total(Counter::ErrorReportsDropped), 0U);
    reporter->report(group(QStringLiteral("one too many")));
    QCOMPARE(m_metrics->total(Counter::ErrorReportsDropped), 1U);
}

void TestSentryReporter::endsWhileNobodyAnswers()
{
    m_endpoint->answerWith(0);
    auto reporter = start();
    reporter->report(group(QStringLiteral("on its way")));
    QTRY_COMPARE_WITH_TIMEOUT(m_endpoint->requests().size(), 1, kPatienceMs);
    QElapsedTimer timer;
    timer.start();
    reporter.reset();
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
}

QTEST_GUILESS_MAIN(TestSentryReporter)
#include "tst_sentryreporter.moc"

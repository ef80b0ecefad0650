#include "server/metrics/exporter.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace sluice;
using namespace sluice::server;

class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isWellFormed();
    void hasTheValues();
    void histogramsAreCumulative();
    void numbersHaveBoundsOfTheirOwn();
    void namesWorkersAndLoops();
    void namesEvents();
    void namesHandlersWithTheirBreakers();
    void satisfiesPromtool();

private:
    std::map<QString, double> series() const;

    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<Exporter> m_exporter;
};

void TestExporter::init()
{
    m_metrics = std::make_unique<Metrics>();
    m_metrics->reserveEvents(2);
    m_metrics->add(Counter::EventsReceived, 5);
    m_metrics->add(Counter::EndedTimedOut, 2);
    m_metrics->add(Counter::WorkerBusyNs, 1'500'000'000);
    m_metrics->setGauge(Gauge::QueueDepthNormal, [] { return 7.0; });
    m_metrics->record(Distribution::EventDuration, std::chrono::microseconds(100));
    m_metrics->record(Distribution::EventDuration, std::chrono::seconds(2));
    m_metrics->record(Distribution::EventDuration, std::chrono::minutes(2));
    for (const int jobs : {1, 7, 8, 32})
        m_metrics->record(Distribution::WorkerBatchJobs, std::chrono::nanoseconds(jobs));
    m_metrics->add(EventIndex{1}, EventCounter::RateLimited, 3);
    m_metrics->record(EventIndex{1}, std::chrono::milliseconds(3));
    const auto names = [] { return std::vector<std::string>{"notes/save", "odd\"\\\nname"}; };
    const auto breakers = [] {
        return std::vector<Exporter::BreakerRow>{{"notes.fetch", 0, 0, 0}, {"notes.save", 2, 3, 40}};
    };
    const auto workers = [] { return std::vector<Exporter::WorkerRow>{{3, 100, 1, 2.5}}; };
    const auto loops = [] {
        HistogramStripe turns;
        turns.record(std::chrono::milliseconds(1));
        Exporter::LoopRow row{"io-0", {}};
        turns.addTo(row.turns);
        return std::vector{row};
    };
    m_exporter = std::make_unique<Exporter>(*m_metrics, Exporter::Sources{names, breakers, workers, loops});
}

std::map<QString, double> TestExporter::series() const
{
    std::map<QString, double> result;
    for (const QString &line : QString::fromStdString(m_exporter->text()).split(u'\n')) {
        const qsizetype space = line.lastIndexOf(u' ');
        if (!line.startsWith(u'#') && space > 0)
            result[line.left(space)] = line.mid(space + 1).toDouble();
    }
    return result;
}

void TestExporter::isWellFormed()
{
    static const QRegularExpression help(QStringLiteral("\\A# HELP ([a-z_]+) \\S.*\\z"));
    static const QRegularExpression type(QStringLiteral("\\A# TYPE ([a-z_]+) (counter|gauge|histogram)\\z"));
    static const QRegularExpression row(
        QStringLiteral("\\A([a-z_]+?)(?:_bucket|_sum|_count)?(\\{[a-z]+=\"(?:[^\"\\\\]|\\\\[\"\\\\n])*\"(?:,[a-z]+=\"(?"
                       ":[^\"\\\\]|\\\\[\"\\\\n])*\")*\\})? "
                       "([0-9.e+-]+|\\+Inf)\\z"));
    const QString text = QString::fromStdString(m_exporter->text());
    QVERIFY(text.endsWith(u'\n'));
    QString family;
    std::set<QString> families;
    std::set<QString> rows;
    for (const QString &line : text.chopped(1).split(u'\n')) {
        if (const auto match = help.match(line); match.hasMatch()) {
            family = match.captured(1);
            QVERIFY2(families.insert(family).second, qPrintable(line)); // a family comes once, in one piece
            continue;
        }
        if (const auto match = type.match(line); match.hasMatch()) {
            QCOMPARE(match.captured(1), family);
            continue;
        }
        QVERIFY2(row.match(line).hasMatch(), qPrintable(line));
        QVERIFY2(line.startsWith(family), qPrintable(line));
        QVERIFY2(rows.insert(line.left(line.lastIndexOf(u' '))).second, qPrintable(line));
    }
    QVERIFY(families.size() > 20);
}

void TestExporter::hasTheValues()
{
    const auto values = series();
    QCOMPARE(values.at(QStringLiteral("sluice_events_received_total")), 5.0);
    QCOMPARE(values.at(QStringLiteral("sluice_events_ended_total{ending=\"timed-out\"}")), 2.0);
    QCOMPARE(values.at(QStringLiteral("sluice_events_ended_total{ending=\"failed\"}")), 0.0);
    QCOMPARE(values.at(QStringLiteral("sluice_worker_busy_seconds_total")), 1.5);
    QCOMPARE(values.at(QStringLiteral("sluice_queue_depth{lane=\"normal\"}")), 7.0);
    QVERIFY(values.at(QStringLiteral("process_resident_memory_bytes")) > 1e6);
}

void TestExporter::histogramsAreCumulative()
{
    const auto values = series();
    const auto at = [&values](const char *le) {
        return values.at(QStringLiteral("sluice_event_duration_seconds_bucket{le=\"%1\"}").arg(QLatin1String(le)));
    };
    QCOMPARE(at("6.5536e-05"), 0.0);
    QCOMPARE(at("0.000131072"), 1.0);
    QCOMPARE(at("1.073741824"), 1.0);
    QCOMPARE(at("2.147483648"), 2.0);
    QCOMPARE(at("17.179869184"), 2.0);
    QCOMPARE(at("+Inf"), 3.0);
    QCOMPARE(values.at(QStringLiteral("sluice_event_duration_seconds_count")), 3.0);
    QCOMPARE(values.at(QStringLiteral("sluice_event_duration_seconds_sum")), 122.0001);
}

void TestExporter::numbersHaveBoundsOfTheirOwn()
{
    const auto values = series();
    const auto at = [&values](const char *le) {
        return values.at(QStringLiteral("sluice_worker_batch_events_bucket{le=\"%1\"}").arg(QLatin1String(le)));
    };
    QCOMPARE(at("1"), 1.0);
    QCOMPARE(at("7"), 2.0);
    QCOMPARE(at("31"), 3.0);
    QCOMPARE(at("+Inf"), 4.0);
    QCOMPARE(values.at(QStringLiteral("sluice_worker_batch_events_sum")), 48.0);
}

void TestExporter::namesWorkersAndLoops()
{
    const auto values = series();
    QCOMPARE(values.at(QStringLiteral("sluice_per_worker_processed_total{worker=\"3\"}")), 100.0);
    QCOMPARE(values.at(QStringLiteral("sluice_per_worker_busy_seconds_total{worker=\"3\"}")), 2.5);
    QCOMPARE(values.at(QStringLiteral("sluice_loop_turn_seconds_count{thread=\"io-0\"}")), 1.0);
    QVERIFY(values.at(QStringLiteral("process_open_fds")) > 2);
    QVERIFY(values.at(QStringLiteral("process_max_fds")) >= values.at(QStringLiteral("process_open_fds")));
}

void TestExporter::namesEvents()
{
    const auto values = series();
    QCOMPARE(values.at(QStringLiteral("sluice_event_requests_total{event=\"notes/save\",outcome=\"received\"}")), 0.0);
    const auto odd = QStringLiteral("odd\\\"\\\\\\nname");
    QCOMPARE(values.at(QStringLiteral("sluice_event_requests_total{event=\"%1\",outcome=\"rate-limited\"}").arg(odd)),
             3.0);
    QCOMPARE(values.at(QStringLiteral("sluice_event_type_duration_seconds_count{event=\"%1\"}").arg(odd)), 1.0);
}

void TestExporter::namesHandlersWithTheirBreakers()
{
    const auto values = series();
    QCOMPARE(values.at(QStringLiteral("sluice_breaker_state{handler=\"notes.fetch\"}")), 0.0);
    QCOMPARE(values.at(QStringLiteral("sluice_breaker_state{handler=\"notes.save\"}")), 2.0);
    QCOMPARE(values.at(QStringLiteral("sluice_breaker_opened_total{handler=\"notes.save\"}")), 3.0);
    QCOMPARE(values.at(QStringLiteral("sluice_breaker_refused_total{handler=\"notes.save\"}")), 40.0);
}

void TestExporter::satisfiesPromtool()
{
    QProcess process;
    process.start(QStringLiteral("promtool"), {QStringLiteral("check"), QStringLiteral("metrics")});
    QVERIFY(process.waitForStarted());
    process.write(m_exporter->text().c_str());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"

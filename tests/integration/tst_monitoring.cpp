#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>

#include <csignal>

#include <sys/prctl.h>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

ProgramExit promtool(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(u"promtool"_s, arguments, {input, QStringLiteral(SLUICE_MONITORING_PATH)});
}

QByteArray contentsOf(const QString &name)
{
    QFile file(QDir(QStringLiteral(SLUICE_MONITORING_PATH)).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> familiesIn(const QByteArray &exposition)
{
    static const QRegularExpression type(u"^# TYPE (\\S+) "_s, QRegularExpression::MultilineOption);
    QSet<QString> families;
    for (auto match = type.globalMatch(QString::fromUtf8(exposition)); match.hasNext();)
        families.insert(match.next().captured(1));
    return families;
}

QSet<QString> familiesNamedIn(const QByteArray &text)
{
    static const QRegularExpression name(u"\\b(?:sluice|process)_[a-z_]+"_s);
    static const QRegularExpression series(u"_bucket$"_s);
    QSet<QString> families;
    for (auto match = name.globalMatch(QString::fromUtf8(text)); match.hasNext();)
        families.insert(match.next().captured().remove(series));
    return families;
}

} // namespace

/// What monitoring reads of a server, and what we ship for it, checked by Prometheus's own tool.
class TestMonitoring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void expositionIsClean();
    void alertRulesAreValidAndTested();
    void everyAlertHasATest();
    void shippedFilesNameOnlyMetricsThatExist_data();
    void shippedFilesNameOnlyMetricsThatExist();
    void documentationIsTrue();
    void dashboardPanelsAreWhole();
    void prometheusScrapesIt();

private:
    std::unique_ptr<TestServer> m_server;
    QByteArray m_exposition;
};

void TestMonitoring::initTestCase()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_s);
    SLUICE_START(*m_server);
    TestClient client;
    QVERIFY(client.connectTo(m_server->ports().clients));
    SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
    m_exposition = httpGet(m_server->ports().http, u"/metrics"_s).body;
    QVERIFY(m_exposition.contains("sluice_events_received_total 1"));
}

void TestMonitoring::expositionIsClean()
{
    const ProgramExit checked = promtool({u"check"_s, u"metrics"_s}, m_exposition);
    QCOMPARE(checked.out + checked.err, QString());
    QCOMPARE(checked.code, 0);
}

void TestMonitoring::alertRulesAreValidAndTested()
{
    const ProgramExit checked = promtool({u"check"_s, u"rules"_s, u"alerts.yml"_s});
    QVERIFY2(checked.code == 0, qUtf8Printable(checked.out + checked.err));
    const ProgramExit tested = promtool({u"test"_s, u"rules"_s, u"alerts_test.yml"_s});
    QVERIFY2(tested.code == 0, qUtf8Printable(tested.out + tested.err));
}

void TestMonitoring::everyAlertHasATest()
{
    const auto namesIn = [](const QByteArray &text, const QString &pattern) {
        QSet<QString> names;
        const QRegularExpression expression(pattern);
        for (auto match = expression.globalMatch(QString::fromUtf8(text)); match.hasNext();)
            names.insert(match.next().captured(1));
        return names;
    };
    const QSet<QString> alerts = namesIn(contentsOf(u"alerts.yml"_s), u"- alert: (\\w+)"_s);
    const QSet<QString> fired = namesIn(contentsOf(u"alerts_test.yml"_s), u"alertname: (\\w+)\\n\\s+exp_alerts:"_s);
    QVERIFY(!alerts.isEmpty());
    QCOMPARE(fired, alerts);
}

void TestMonitoring::shippedFilesNameOnlyMetricsThatExist_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("alerts") << u"alerts.yml"_s;
    QTest::newRow("dashboard") << u"grafana-dashboard.json"_s;
}

void TestMonitoring::shippedFilesNameOnlyMetricsThatExist()
{
    QFETCH(QString, file);
    const QSet<QString> named = familiesNamedIn(contentsOf(file));
    QVERIFY(named.size() > 5);
    const QSet<QString> unknown = named - familiesIn(m_exposition);
    QVERIFY2(unknown.isEmpty(), qUtf8Printable(QStringList(unknown.values()).join(u' ')));
}

// Each line of metrics.md as the exposition has it, and no metric without one.
void TestMonitoring::documentationIsTrue()
{
    const QString exposition = QString::fromUtf8(m_exposition);
    const QString documentation = QString::fromUtf8(contentsOf(u"metrics.md"_s));
    const QRegularExpression row(u"^\\| `(\\w+)` \\| (\\w+) \\| [^|]* \\| (.+) \\|$"_s,
                                 QRegularExpression::MultilineOption);
    QSet<QString> documented;
    for (auto match = row.globalMatch(documentation); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString name = found.captured(1);
        documented.insert(name);
        QVERIFY2(exposition.contains(u"# HELP %1 %2\n"_s.arg(name, found.captured(3))), qUtf8Printable(name));
        QVERIFY2(exposition.contains(u"# TYPE %1 %2\n"_s.arg(name, found.captured(2))), qUtf8Printable(name));
    }
    QCOMPARE(documented, familiesIn(m_exposition));
}

void TestMonitoring::dashboardPanelsAreWhole()
{
    const QJsonObject dashboard = QJsonDocument::fromJson(contentsOf(u"grafana-dashboard.json"_s)).object();
    const QJsonArray panels = dashboard.value(u"panels"_s).toArray();
    QVERIFY(panels.size() > 10);
    QSet<int> ids;
    for (const QJsonValue panel : panels) {
        const QByteArray title = panel[u"title"_s].toString().toUtf8();
        ids.insert(panel[u"id"_s].toInt());
        if (panel[u"type"_s].toString() == u"row"_s)
            continue;
        QVERIFY2(!panel[u"description"_s].toString().isEmpty(), title.constData());
        QVERIFY2(!panel[u"targets"_s].toArray().isEmpty(), title.constData());
        const QJsonObject place = panel[u"gridPos"_s].toObject();
        QVERIFY2(place.value(u"x"_s).toInt() + place.value(u"w"_s).toInt() <= 24, title.constData());
    }
    QCOMPARE(ids.size(), panels.size());
}

void TestMonitoring::prometheusScrapesIt()
{
    QTcpServer place; // a port that is free; Prometheus does not say which one it has taken
    QVERIFY(place.listen(QHostAddress::LocalHost));
    const quint16 port = place.serverPort();
    place.close();
    QTemporaryDir directory;
    QFile config(directory.filePath(u"prometheus.yml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("global: { scrape_interval: 500ms, scrape_timeout: 500ms }\n"
                 "scrape_configs: [{ job_name: sluice, static_configs: [{ targets: ['127.0.0.1:"
                 + QByteArray::number(m_server->ports().http) + "'] }] }]\n");
    config.close();
    QProcess prometheus;
    prometheus.setProcessChannelMode(QProcess::MergedChannels);
    prometheus.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    prometheus.start(u"prometheus"_s,
                     {u"--config.file="_s + config.fileName(),
                      u"--storage.tsdb.path="_s + directory.filePath(u"data"_s),
                      u"--web.listen-address=127.0.0.1:%1"_s.arg(port)});
    QVERIFY(prometheus.waitForStarted());

    const auto answerTo = [port](const QString &query) {
        const HttpAnswer answer = httpGet(port, u"/api/v1/query?query="_s + query);
        return QJsonDocument::fromJson(answer.body)[u"data"_s][u"result"_s].toArray();
    };
    const auto value = [&answerTo](const QString &query) {
        return answerTo(query).first()[u"value"_s].toArray().last().toString().toDouble();
    };
    QVERIFY2(waitUntil([&] { return value(u"sluice_events_received_total"_s) == 1; }),
             prometheus.readAll().constData());
    QVERIFY(waitUntil([&] { return value(u"up"_s) == 1; }));
    QCOMPARE(value(u"sum(sluice_events_ended_total)"_s), 1.0);
    // Everything that we say we have is there, with the labels that the alerts and the dashboard go by.
    const QJsonArray rows = answerTo(u"count({__name__=~%22sluice_.%2B|process_.%2B%22}) by (__name__)"_s);
    QSet<QString> names;
    for (const QJsonValue row : rows)
        names.insert(row[u"metric"_s][u"__name__"_s].toString());
    for (const QString &family : familiesIn(m_exposition)) {
        // This server has no backends, and its API is off: there are no rows for them.
        if (family.startsWith(u"sluice_backend_"_s) || family == u"sluice_api_requests_total"_s)
            continue;
        QVERIFY2(names.contains(family) || names.contains(family + u"_bucket"_s), qUtf8Printable(family));
    }
    prometheus.terminate();
    QVERIFY(prometheus.waitForFinished());
}

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"

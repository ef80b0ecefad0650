#include "tests/support/expect.h"
#include "tests/support/httpget.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

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
    void dashboardPanelsAreWhole();

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

QTEST_GUILESS_MAIN(TestMonitoring)
#include "tst_monitoring.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/alertlists.h"
#include "console/models/alertmonitor.h"
#include "console/models/metricinfo.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/fakeclock.h"

#include "shared/base/random.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kFill = u"queue.fill"_s;

/// A server in this process, whose samples the test makes.
class Source final : public LocalServer
{
public:
    QJsonObject answer(const QString &method, const QJsonObject &) override
    {
        if (method == "server/info"_L1)
            return test::FakeAdminServer::result({{u"name"_s, u"test"_s},
                                                  {u"protocol"_s, QJsonObject{{u"major"_s, 1}, {u"minor"_s, 0}}},
                                                  {u"epoch"_s, u"a"_s},
                                                  {u"role"_s, u"admin"_s}});
        return test::FakeAdminServer::result({});
    }

    /// What the next sample tells besides.
    admin::Snapshot &now() { return m_now; }

    void sample(double fillPercent, int seconds = 1)
    {
        for (int i = 0; i < seconds; ++i) {
            ++m_now.sequence;
            m_now.uptimeMs += 1000;
            m_now.timeMs += 1000;
            m_now.laneDepth[0] = static_cast<quint64>(fillPercent * 10);
            Q_EMIT notified(u"metrics/sample"_s, m_now.toJson());
        }
    }

private:
    admin::Snapshot m_now = [] {
        admin::Snapshot first;
        first.epoch = u"a"_s;
        first.timeMs = 1'700'000'000'000;
        first.queueCapacity = 1000;
        return first;
    }();
};

AlertRule fillRule(double bound, int forSeconds)
{
    AlertRule rule;
    rule.id = kFill;
    rule.metric = kFill;
    rule.bound = bound;
    rule.forSeconds = forSeconds;
    return rule;
}

} // namespace

class AlertMonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_session = std::make_unique<ServerSession>(m_clock, m_random);
        m_monitor = std::make_unique<AlertMonitor>(*m_session, m_clock, *m_settings);
        m_monitor->watch(u"127.0.0.1:7601"_s);
        m_monitor->setRules({fillRule(70, 5)});
        m_session->connectTo(m_server);
        QTRY_COMPARE(m_session->client().state(), LinkState::Live);
    }

    void cleanup()
    {
        m_monitor.reset();
        m_session.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void everythingSampledCanBeWatched()
    {
        QSet<QString> ids;
        QSet<QString> names;
        for (const auto &[id, name] : AlertRule::subjects()) {
            ids.insert(id);
            names.insert(name);
        }
        for (size_t i = 0; i < kMetricCount; ++i) {
            const auto metric = static_cast<Metric>(i);
            QVERIFY2(ids.contains(metricId(metric)), qPrintable(metricName(metric)));
            QCOMPARE(metricFromId(metricId(metric)), std::optional(metric));
        }
        QCOMPARE(ids.size(), AlertRule::subjects().size());
        QCOMPARE(names.size(), ids.size());
    }

    void whatElseIsSampledMakesAlerts_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("bound"); // just below what it becomes
        QTest::addColumn<QString>("expected");
        QTest::newRow("loop lag") << u"loop.turn-max"_s << 249.0 << u"250"_s;
        QTest::newRow("outbox bytes") << u"outbound.bytes"_s << 2047.0 << u"kB"_s;
        QTest::newRow("handlers that threw") << u"handlers.errors"_s << 3.9 << u"/s"_s;
        QTest::newRow("breakers") << u"breakers.open"_s << 1.0 << u"2"_s;
        QTest::newRow("TLS") << u"connections.tls-failed"_s << 4.9 << u"/s"_s;
        QTest::newRow("memory") << u"server.memory-share"_s << 74.0 << u"%"_s;
        QTest::newRow("saves") << u"storage.waiting"_s << 5.0 << u"6"_s;
        QTest::newRow("mutes") << u"mutes.in-force"_s << 6.0 << u"7"_s;
    }

    void whatElseIsSampledMakesAlerts()
    {
        QFETCH(QString, metric);
        QFETCH(double, bound);
        QFETCH(QString, expected);
        AlertRule rule;
        rule.id = metric;
        rule.metric = metric;
        rule.bound = bound;
        m_monitor->setRules({rule});
        admin::Snapshot &now = m_server.now();
        now.loopTurnMaxUs = 0; // that of the row before
        now.memoryShare = 0;
        for (quint64 *level : {&now.outboundBytes, &now.breakersOpen, &now.writesWaiting, &now.mutes})
            *level = 0;
        m_server.sample(0);
        QCOMPARE(m_monitor->activeCount(), 0);
        now.loopTurnMaxUs = 250'000;
        now.outboundBytes = 2048;
        now.handlerErrors += 4;
        now.breakersOpen = 2;
        now.tlsHandshakesFailed += 5;
        now.memoryShare = 0.75;
        now.writesWaiting = 6;
        now.mutes = 7;
        m_server.sample(0);
        QCOMPARE(m_monitor->activeCount(), 1);
        const QString told = rule.valueText(m_monitor->worst()->value);
        QVERIFY2(told.contains(expected), qPrintable(told));
    }

    void anAlertBeginsWhenTheRuleHasHeldLongEnough()
    {
        QSignalSpy began(m_monitor.get(), &AlertMonitor::began);
        m_server.sample(70, 20); // at the bound is not above it
        QCOMPARE(m_monitor->activeCount(), 0);
        m_server.sample(71, 5); // 4 s from the first to the last of them
        QCOMPARE(m_monitor->activeCount(), 0);
        m_server.sample(75);
        QCOMPARE(m_monitor->activeCount(), 1);
        QCOMPARE(began.size(), 1);
        m_server.sample(90, 10);
        QCOMPARE(began.size(), 1);
        QCOMPARE(m_monitor->worst()->worst, 90.0);
        QCOMPARE(m_session->activity().entryAt(0).kind, ActivityKind::AlertBegan);
    }

    void whatHeldBeforeTheConsoleWasOpenedIsTold()
    {
        m_server.sample(80, 6);
        m_server.sample(50, 60);
        AlertMonitor late(*m_session, m_clock, *m_settings);
        late.watch(u"127.0.0.1:7601"_s);
        QSignalSpy began(&late, &AlertMonitor::began);
        m_server.sample(50);
        QCOMPARE(late.alerts().size(), 1);
        QCOMPARE(late.alerts().constFirst().endedMs - late.alerts().constFirst().beganMs, 6000);
        QVERIFY(began.empty()); // but is no news
    }

    void whatFlickersIsOneAlert()
    {
        m_server.sample(80, 6);
        m_server.sample(50, 4);
        m_server.sample(80, 1);
        m_server.sample(50, 5);
        QCOMPARE(m_monitor->activeCount(), 1);
        m_server.sample(50, 1);
        QCOMPARE(m_monitor->activeCount(), 0);
        QCOMPARE(m_monitor->alerts().size(), 1);
        QVERIFY(!m_monitor->alerts().constFirst().isActive());
        QCOMPARE(m_session->activity().entryAt(0).kind, ActivityKind::AlertEnded);
    }

    void aSilenceHidesUntilItEnds()
    {
        m_monitor->silence(kFill, 10min);
        QSignalSpy began(m_monitor.get(), &AlertMonitor::began);
        m_server.sample(80, 6);
        QCOMPARE(m_monitor->alerts().size(), 1);
        QCOMPARE(m_monitor->activeCount(), 0);
        QVERIFY(!m_monitor->worst());
        QVERIFY(began.empty());
        m_clock.advance(10min);
        m_monitor->tick();
        QVERIFY(!m_monitor->isSilenced(kFill));
        QCOMPARE(m_monitor->activeCount(), 1);
    }

    void theCriticalIsWorseThanTheNewer()
    {
        AlertRule critical = fillRule(70, 0);
        critical.id = u"c"_s;
        critical.isCritical = true;
        m_monitor->setRules({critical, fillRule(75, 0)});
        m_server.sample(72);
        m_server.sample(80);
        QCOMPARE(m_monitor->activeCount(), 2);
        QCOMPARE(m_monitor->worst()->rule.id, u"c"_s);
    }

    void aRuleThatIsOffIsNotWatched()
    {
        m_server.sample(80, 6);
        QCOMPARE(m_monitor->activeCount(), 1);
        AlertRuleList list(*m_monitor);
        QAbstractItemModelTester tester(&list);
        QVERIFY(list.setData(list.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_monitor->activeCount(), 0);
        m_server.sample(80, 6);
        QCOMPARE(m_monitor->activeCount(), 0);
    }

    void aSilentLinkIsAnAlert()
    {
        AlertRule link;
        link.id = AlertRule::kLinkAge;
        link.metric = AlertRule::kLinkAge;
        link.bound = 5;
        m_monitor->setRules({link});
        m_server.sample(1);
        m_clock.advance(5s);
        m_monitor->tick();
        QCOMPARE(m_monitor->activeCount(), 0);
        m_clock.advance(1s);
        m_monitor->tick();
        QCOMPARE(m_monitor->activeCount(), 1);
    }

    void rulesAndSilencesAreKeptForEachServer()
    {
        m_monitor->silence(kFill, 10min);
        m_monitor->watch(u"other:1"_s);
        QCOMPARE(m_monitor->rules().size(), AlertRule::defaults().size());
        QVERIFY(!m_monitor->isSilenced(kFill));
        AlertMonitor again(*m_session, m_clock, *m_settings);
        again.watch(u"127.0.0.1:7601"_s);
        QCOMPARE(again.rules().size(), 1);
        QCOMPARE(again.rules().constFirst().toJson(), fillRule(70, 5).toJson());
        QVERIFY(again.isSilenced(kFill));
    }

    void noRulesAreKeptAsNone()
    {
        m_monitor->setRules({});
        AlertMonitor again(*m_session, m_clock, *m_settings);
        again.watch(u"127.0.0.1:7601"_s);
        QVERIFY(again.rules().isEmpty());
    }

    void theListShowsWhatHoldsFirst()
    {
        AlertList list(*m_monitor);
        QAbstractItemModelTester tester(&list);
        m_server.sample(80, 6);
        m_server.sample(50, 6);
        m_server.sample(90, 6);
        QCOMPARE(list.rowCount(), 2);
        QVERIFY(list.alertAt(0).isActive());
        QCOMPARE(list.index(1, AlertList::StateColumn).data().toString(), u"over"_s);
    }

private:
    test::FakeClock m_clock;
    SystemRandom m_random;
    Source m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<AlertMonitor> m_monitor;
};

QTEST_MAIN(AlertMonitorTest)
#include "tst_alertmonitor.moc"

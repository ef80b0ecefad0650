// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/draincurve.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/widgets/progressring.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

class ShutdownDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<test::FakeAdminServer>();
        QVERIFY(m_server->start());
        m_server->snapshot().laneDepth = {100, 200, 300};
        m_server->snapshot().connectionsOpen = 42;
        m_session = std::make_unique<ServerSession>(m_clock, m_random);
        ConnectionProfile profile;
        profile.port = m_server->port();
        m_session->connectTo(profile.url(), m_server->token());
        QTRY_COMPARE(m_session->client().state(), LinkState::Live);
        m_server->sendSample();
        QTRY_VERIFY(!m_session->history().isEmpty());
        QTRY_VERIFY(m_session->config().rowCount() > 0);
        m_theme = std::make_unique<Theme>(*qApp);
        m_dialog = std::make_unique<ShutdownDialog>(*m_session, *m_theme);
    }

    void cleanup()
    {
        m_dialog.reset();
        m_theme.reset();
        m_session.reset();
        m_server.reset();
    }

    void thePlanNamesWhatWillHappen()
    {
        m_dialog->openFor(console::Environment::Production);
        QVERIFY(!m_dialog->isModal());
        const QString plan = m_dialog->findChild<QLabel *>(u"shutdownPlan"_s)->text();
        QVERIFY2(plan.contains(u"600 queued"_s), qPrintable(plan));
        QVERIFY2(plan.contains(u"42 clients"_s), qPrintable(plan));
        QTRY_COMPARE(m_dialog->findChild<QSpinBox *>(u"shutdownGrace"_s)->value(), 30);
    }

    void thePlanIsTheServers()
    {
        m_server->setMethod(u"drain/plan"_s, [](const QJsonObject &) {
            admin::DrainProgress plan;
            plan.queued = 7;
            plan.connections = 42;
            plan.closeSpreadMs = 2000;
            return test::FakeAdminServer::result(plan.toJson());
        });
        m_dialog->openFor(console::Environment::Production);
        const auto plan = [this] { return m_dialog->findChild<QLabel *>(u"shutdownPlan"_s)->text(); };
        QTRY_VERIFY2(plan().contains(u"7 queued"_s), qPrintable(plan()));
        QVERIFY2(plan().contains(u"over 2 s"_s), qPrintable(plan()));
    }

    void theButtonNeedsTheNameAndTwoSeconds()
    {
        m_dialog->openFor(console::Environment::Production);
        typeName(u"prod-eu-2"_s);
        QVERIFY(!confirm()->isEnabled());
        typeName(u"prod-eu-1"_s);
        QVERIFY(!confirm()->isEnabled());
        QTRY_VERIFY(confirm()->isEnabled());
        typeName(u"prod-eu-"_s);
        QVERIFY(!confirm()->isEnabled());
    }

    void enterNeverFires()
    {
        m_dialog->openFor(console::Environment::Production);
        typeName(u"prod-eu-1"_s);
        QTRY_VERIFY(confirm()->isEnabled());
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"shutdownName"_s), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible()); // nor throws away what was typed
        QVERIFY(m_server->lastParams(u"server/shutdown"_s).isEmpty());
    }

    void aRestartedServerIsAnotherTarget()
    {
        m_dialog->openFor(console::Environment::Production);
        typeName(u"prod-eu-1"_s);
        QTRY_VERIFY(confirm()->isEnabled());
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_VERIFY(!confirm()->isEnabled());
        m_server->restart(u"epoch-2"_s);
        QVERIFY(m_server->start(port));
        m_session->client().retryNow();
        QTRY_COMPARE(m_session->client().state(), LinkState::Live);
        QVERIFY(!confirm()->isEnabled());
    }

    void aRefusalIsShown()
    {
        m_server->setMethod(u"server/shutdown"_s, [](const QJsonObject &) {
            return test::FakeAdminServer::error(static_cast<int>(ErrorCode::Forbidden), u"role admin needed"_s);
        });
        ask();
        QTRY_VERIFY(m_dialog->findChild<QLabel *>(u"shutdownPlan"_s)->text().contains(u"role admin needed"_s));
    }

    void theDrainIsShownToItsEnd()
    {
        m_dialog->openFor(console::Environment::Production);
        m_dialog->findChild<QLineEdit *>(u"shutdownReason"_s)->setText(u"kernel update"_s);
        m_dialog->findChild<QSpinBox *>(u"shutdownGrace"_s)->setValue(20);
        typeName(u"prod-eu-1"_s);
        const QPoint middle = m_dialog->geometry().center();
        QTRY_VERIFY(confirm()->isEnabled());
        confirm()->click();
        QTRY_COMPARE(m_server->lastParams(u"server/shutdown"_s).value(u"graceMs"_s).toInt(), 20'000);
        QCOMPARE(m_server->lastParams(u"server/shutdown"_s).value(u"reason"_s).toString(), u"kernel update"_s);
        auto *queue = m_dialog->findChild<ProgressRow *>(u"drainQueue"_s);
        QTRY_COMPARE(queue->text(), u"600 of 600"_s);
        QVERIFY((m_dialog->geometry().center() - middle).manhattanLength() <= 2);
        QCOMPARE(m_dialog->focusWidget()->objectName(), u"drainClose"_s); // not what takes the drain back
        progress(2000, 400);
        QTRY_COMPARE(queue->text(), u"400 of 600"_s);
        QVERIFY2(m_dialog->sentence().contains(u"Nothing will be lost"_s), qPrintable(m_dialog->sentence()));
        progress(4000, 0);
        QTRY_VERIFY2(m_dialog->sentence().contains(u"Nothing was lost"_s), qPrintable(m_dialog->sentence()));
        m_server->stopAsAsked();
        QTRY_VERIFY(m_session->isStoppedAsAsked());
        QCOMPARE(m_dialog->sentence(), u"Stopped as asked, nothing lost."_s);
        QVERIFY(m_dialog->isVisible());
        const ActivityEntry &end = m_session->activity().entries().constFirst();
        QCOMPARE(end.text, u"The server stopped as asked"_s);
        QCOMPARE(end.note, QString()); // how the link ended is no news
    }

    void whatCanBeDoneIsAsked_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("method");
        QTest::newRow("accept again") << u"drainResume"_s << u"server/resume"_s;
        QTest::newRow("pause") << u"drainPause"_s << u"drain/pause"_s;
        QTest::newRow("more grace") << u"drainExtend"_s << u"drain/extend"_s;
    }

    void whatCanBeDoneIsAsked()
    {
        QFETCH(QString, button);
        QFETCH(QString, method);
        progress(1000, 300);
        QTRY_VERIFY(m_session->drain().has_value());
        m_dialog->openFor(console::Environment::Staging);
        const auto *clicked = m_dialog->findChild<QPushButton *>(button);
        QVERIFY(clicked->isVisible() && clicked->isEnabled());
        m_dialog->findChild<QPushButton *>(button)->click();
        QTRY_COMPARE(m_server->requests().constLast().first, method);
        // The fake does not know it: what the server says against it is shown.
        QTRY_VERIFY2(m_dialog->sentence().startsWith(u"The server refused"_s), qPrintable(m_dialog->sentence()));
    }

    void moreGraceIsWhatIsMissing()
    {
        m_dialog->openFor(console::Environment::Staging);
        progress(1000, 600);
        progress(3000, 580); // 10 a second: 58 s more, 31 beyond the end of the grace
        QTRY_VERIFY2(m_dialog->sentence().contains(u"will be lost"_s), qPrintable(m_dialog->sentence()));
        auto *extend = m_dialog->findChild<QPushButton *>(u"drainExtend"_s);
        QCOMPARE(extend->text(), u"+31 s grace"_s);
        extend->click();
        QTRY_COMPARE(m_server->lastParams(u"drain/extend"_s).value(u"byMs"_s).toInt(), 31'000);
    }

    void stoppingNowNeedsTheName()
    {
        progress(1000, 300);
        QTRY_VERIFY(m_session->drain().has_value());
        m_dialog->openFor(console::Environment::Staging);
        auto *stop = m_dialog->findChild<QPushButton *>(u"drainForce"_s);
        QCOMPARE(stop->text(), u"Stop now, lose 300 events…"_s);
        stop->click();
        auto *certain = m_dialog->findChild<QPushButton *>(u"forceConfirm"_s);
        QVERIFY(!certain->isEnabled());
        auto *name = m_dialog->findChild<QLineEdit *>(u"forceName"_s);
        name->setText(u"prod-eu-1"_s);
        QTRY_VERIFY(certain->isEnabled());
        progress(1250, 280); // the loss that is stated is that of now
        QTRY_COMPARE(certain->text(), u"Stop now, lose 280 events"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_server->lastParams(u"drain/force"_s).isEmpty());
        m_server->setMethod(u"drain/force"_s, [](const QJsonObject &) { return test::FakeAdminServer::result({}); });
        certain->click();
        QTRY_COMPARE(m_server->requests().constLast().first, u"drain/force"_s);
        QTRY_VERIFY(m_dialog->findChild<QPushButton *>(u"drainClose"_s)->isVisible());
    }

    void afterTheClosesBeganNothingIsTakenBack()
    {
        progress(1000, 0, 0, u"close-clients"_s);
        QTRY_VERIFY(m_session->drain().has_value());
        m_dialog->openFor(console::Environment::Staging);
        for (const QString &button : {u"drainResume"_s, u"drainPause"_s, u"drainExtend"_s})
            QVERIFY2(!m_dialog->findChild<QPushButton *>(button)->isVisible(), qPrintable(button));
        QVERIFY(m_dialog->findChild<QPushButton *>(u"drainForce"_s)->isVisible());
    }

    void aViewerOnlyWatches()
    {
        m_server->setRole(admin::Role::Viewer);
        reconnect();
        progress(1000, 300);
        QTRY_VERIFY(m_session->drain().has_value());
        m_dialog->openFor(console::Environment::Staging);
        for (const QString &button : {u"drainResume"_s, u"drainPause"_s, u"drainExtend"_s, u"drainForce"_s})
            QVERIFY2(!m_dialog->findChild<QPushButton *>(button)->isVisible(), qPrintable(button));
    }

    void anOperatorDrainsButDoesNotEndTheProcess()
    {
        m_server->setRole(admin::Role::Operator);
        m_server->setMethod(u"server/drain"_s, [](const QJsonObject &) { return test::FakeAdminServer::result({}); });
        reconnect();
        m_dialog->openFor(console::Environment::Staging);
        QVERIFY(!m_dialog->findChild<QRadioButton *>(u"shutdownExit"_s)->isVisible());
        typeName(u"prod-eu-1"_s);
        QTRY_VERIFY(confirm()->isEnabled());
        QCOMPARE(confirm()->text(), u"Drain"_s);
        confirm()->click();
        QTRY_COMPARE(m_server->lastParams(u"server/drain"_s).value(u"graceMs"_s).toInt(), 30'000);
    }

    void lossesAreStated()
    {
        ask();
        progress(30'000, 0, 12);
        QTRY_VERIFY2(m_dialog->sentence().contains(u"12 events were answered with an error"_s),
                     qPrintable(m_dialog->sentence()));
    }

    void anotherConsolesDrainOpensAtTheProgress()
    {
        progress(1000, 300);
        QTRY_VERIFY(m_session->drain().has_value());
        m_dialog->openFor(console::Environment::Staging);
        QCOMPARE(m_dialog->findChild<ProgressRow *>(u"drainQueue"_s)->text(), u"300 of 600"_s);
    }

    void theProjectionUsesTheMeanRate()
    {
        DrainCurve curve(*m_theme);
        QVERIFY(!curve.projectedEnd());
        curve.append(0, 1000, 30);
        QVERIFY(!curve.projectedEnd());
        curve.append(2, 800, 30);
        QCOMPARE(*curve.projectedEnd(), 10.0);
        curve.append(3, 900, 30);
        curve.append(6, 900, 30);
        QVERIFY(!curve.projectedEnd());
        curve.append(8, 0, 30);
        QCOMPARE(*curve.projectedEnd(), 8.0);
    }

    void theCurveIsExported()
    {
        Theme theme(*qApp);
        DrainCurve curve(theme);
        curve.resize(400, 150);
        curve.append(0.25, 40, 30);
        curve.append(0.5, 31, 35);
        QCOMPARE(curve.toCsv(), QByteArray("seconds,events,grace seconds\r\n0.25,40,35\r\n0.5,31,35\r\n"));
        QCOMPARE(curve.picture(2).size(), QSize(800, 300));
        const QImage drawn = curve.picture(2).toImage();
        curve.append(0.75, 5, 35);
        QVERIFY(curve.picture(2).toImage() != drawn);
        QCOMPARE(curve.actions().size(), 3);
    }

private:
    QPushButton *confirm() const { return m_dialog->findChild<QPushButton *>(u"shutdownConfirm"_s); }

    void typeName(const QString &name) { m_dialog->findChild<QLineEdit *>(u"shutdownName"_s)->setText(name); }

    void ask()
    {
        m_dialog->openFor(console::Environment::Production);
        typeName(u"prod-eu-1"_s);
        [&] { QTRY_VERIFY(confirm()->isEnabled()); }();
        confirm()->click();
        [&] { QTRY_VERIFY(!m_server->lastParams(u"server/shutdown"_s).isEmpty()); }();
    }

    void reconnect()
    {
        m_session->disconnectFrom();
        ConnectionProfile profile;
        profile.port = m_server->port();
        m_session->connectTo(profile.url(), m_server->token());
        [&] { QTRY_COMPARE(m_session->client().state(), LinkState::Live); }();
        m_server->sendSample();
        [&] { QTRY_VERIFY(!m_session->history().isEmpty()); }();
    }

    void progress(qint64 elapsedMs, quint64 queued, quint64 abandoned = 0, const QString &phase = u"finish-work"_s)
    {
        admin::DrainProgress drain;
        drain.phase = phase;
        drain.thenExit = true;
        drain.elapsedMs = elapsedMs;
        drain.graceMs = 30'000;
        drain.queued = queued;
        drain.queuedAtStart = 600;
        drain.connections = drain.connectionsAtStart = 42;
        drain.answered = 600 - queued;
        drain.abandoned = abandoned;
        m_server->sendDrainProgress(drain);
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ShutdownDialog> m_dialog;
};

QTEST_MAIN(ShutdownDialogTest)
#include "tst_shutdowndialog.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/accessibility.h"
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/demo/incidentserver.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/listmodel.h"
#include "console/pages/activityfeed.h"
#include "console/pages/configpage.h"
#include "console/pages/eventspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/revisionspanel.h"
#include "console/pages/serverspage.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/commandbox.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/listtable.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/tile.h"
#include "tests/console/adjustableclock.h"
#include "tests/console/cuttext.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        installAccessibility();
        // English needs a translation too, for its plural forms.
        m_english = std::make_unique<Translations>(QLocale());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_clock = std::make_unique<test::AdjustableClock>();
        m_server = std::make_unique<test::FakeAdminServer>();
        QVERIFY(m_server->start());
        m_window = std::make_unique<MainWindow>(MainWindow::Environment{*m_clock, m_random, *m_settings, *m_theme});
        m_window->resize(1280, 800);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_clock.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void connectingFeedsTilesAndCharts()
    {
        QList<admin::Snapshot> history;
        for (int i = 0; i < 120; ++i)
            history.append(nextSnapshot(250));
        m_server->setHistory(history);
        connectWindow();
        m_server->snapshot().eventsReceived += 250;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::EventsIn).content().value, u"250"_s);
        QCOMPARE(tile(OverviewPage::TileId::Connections).content().value, u"1,200"_s);
        QCOMPARE(tile(OverviewPage::TileId::Queue).content().value, u"20"_s);
        QVERIFY(m_window->overview().legend(OverviewPage::ChartId::Throughput).texts().contains(u"received 250"_s));
        QCOMPARE(m_window->overview().chart(OverviewPage::ChartId::Throughput).scale().maximum(), 320.0);
        QCOMPARE(m_window->header().linkText(), u"● Live"_s);
        QVERIFY(m_window->statusTexts().constFirst().contains(u"admin link ws://127.0.0.1:%1"_s.arg(m_server->port())));
    }

    void theFillOverTheAlertThresholdIsSaid()
    {
        connectWindow();
        m_server->snapshot().laneDepth = {0, 0, 34'999};
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        QVERIFY(m_window->alertStrip().message().isEmpty());
        m_server->snapshot().laneDepth = {0, 0, 35'000};
        m_server->sendSample();
        QTRY_VERIFY(m_window->alertStrip().message().contains(u"over the alert threshold"_s));
        QCOMPARE(tile(OverviewPage::TileId::Queue).content().status, StatusShape::Warning);
        m_server->snapshot().laneDepth = {0, 0, 45'000};
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::Queue).content().status, StatusShape::Critical);
    }

    void aWrongTokenIsExplainedInTheDialog()
    {
        m_window->openConnectDialog(profile());
        ConnectDialog *dialog = m_window->connectDialog();
        dialog->findChild<QLineEdit *>(u"token"_s)->setText(u"wrong"_s);
        dialog->findChild<QPushButton *>(u"connectButton"_s)->click();
        QTRY_VERIFY2(dialog->errorText().contains(u"does not know this token"_s), qPrintable(dialog->errorText()));
        QVERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"token"_s)->setText(QString::fromLatin1(m_server->token()));
        dialog->findChild<QPushButton *>(u"connectButton"_s)->click();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QTRY_VERIFY(!m_window->connectDialog() || !m_window->connectDialog()->isVisible());
        QCOMPARE(ProfileStore(*m_settings).load().port, m_server->port());
    }

    void everyKindOfFailureHasItsOwnWords()
    {
        QSet<QString> texts;
        for (const LinkFailureKind kind :
             {LinkFailureKind::Refused, LinkFailureKind::HostNotFound, LinkFailureKind::Unreachable,
              LinkFailureKind::TokenWrong, LinkFailureKind::RoleTooLow, LinkFailureKind::ProtocolMismatch,
              LinkFailureKind::Closed, LinkFailureKind::Other})
            texts.insert(ConnectDialog::explain({kind, {}}, profile()));
        QCOMPARE(texts.size(), 8);
    }

    void noLineOfAFailureIsCut_data()
    {
        QTest::addColumn<LinkFailureKind>("kind");
        QTest::newRow("one line") << LinkFailureKind::Refused;
        QTest::newRow("a fingerprint") << LinkFailureKind::CertificateUnknown;
        QTest::newRow("two fingerprints") << LinkFailureKind::CertificateChanged;
    }

    void noLineOfAFailureIsCut()
    {
        QFETCH(const LinkFailureKind, kind);
        ConnectionProfile shown = profile();
        shown.security = {.tls = true, .fingerprint = QStringList(32, u"C3"_s).join(u':')};
        m_window->openConnectDialog(shown);
        ConnectDialog *dialog = m_window->connectDialog();
        dialog->showFailure({kind, u"The certificate is self-signed"_s, QStringList(32, u"FE"_s).join(u':')});
        QTRY_COMPARE(test::cutTexts(*dialog), QStringList());
        for (const QString &line : dialog->errorText().split(u'\n')) {
            QVERIFY2(line.contains(u' ') || dialog->fontMetrics().horizontalAdvance(line) < dialog->width(),
                     qPrintable(line));
        }
    }

    void anEmptyTokenIsAskedForBeforeConnecting()
    {
        ConnectionProfile empty = profile();
        empty.token.clear();
        m_window->openConnectDialog(empty);
        m_window->connectDialog()->findChild<QPushButton *>(u"connectButton"_s)->click();
        QVERIFY(m_window->connectDialog()->errorText().contains(u"token"_s));
        QCOMPARE(m_window->session().client().state(), LinkState::Disconnected);
    }

    void connectingCanBeCancelled_data()
    {
        QTest::addColumn<bool>("takesLinks");
        QTest::addColumn<QString>("said");
        QTest::newRow("while connecting") << false << u"Connecting to 127.0.0.1:"_s;
        QTest::newRow("while signing in") << true << u"Signing in at 127.0.0.1:"_s;
    }

    void connectingCanBeCancelled()
    {
        QFETCH(const bool, takesLinks);
        QFETCH(const QString, said);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_server->setMethod(u"server/info"_s, [](const QJsonObject &) { return QJsonObject(); }); // the caller waits
        ConnectionProfile to = profile();
        if (!takesLinks)
            to.port = silent.serverPort();
        m_window->connectTo(to);
        QTRY_VERIFY2(m_window->alertStrip().message().startsWith(said), qPrintable(m_window->alertStrip().message()));
        QPushButton *cancel = button(u"alertVerb"_s);
        QVERIFY(cancel->isVisible());
        QCOMPARE(cancel->text(), u"Cancel"_s);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6); // from the rail to the command box
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(cancel->hasFocus());
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(m_window->session().client().state(), LinkState::Disconnected);
        QVERIFY(m_window->alertStrip().message().isEmpty());
        QVERIFY(button(u"start:connect"_s)->hasFocus());
        QVERIFY(m_window->connectDialog() == nullptr);
    }

    void aChangeIsAppliedAndShownAsRunning()
    {
        connectWindow();
        m_window->showPage(MainWindow::ConfigIndex);
        QTRY_VERIFY(config().runningValue(kWorkers).toInt() == 10);
        QVERIFY(config().setData(config().indexOf(kWorkers, ConfigModel::NewColumn), u"14"_s, Qt::EditRole));
        button(u"configCheck"_s)->click();
        QTRY_VERIFY(m_window->config().pending().message().contains(u"would accept"_s));
        QCOMPARE(m_server->configValue(kWorkers).toInt(), 10);
        m_window->findChild<QLineEdit *>(u"configReason"_s)->setText(u"CPU has room"_s);
        button(u"configApply"_s)->click();
        QTRY_COMPARE(m_server->configValue(kWorkers).toInt(), 14);
        QCOMPARE(m_server->lastParams(u"config/patch"_s).value(u"reason"_s).toString(), u"CPU has room"_s);
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 14);
        QTRY_VERIFY(config().edits().isEmpty());
        QTRY_VERIFY(m_window->config().pending().message().contains(u"1 change applied"_s));
    }

    void aRefusalIsShownAtItsKey()
    {
        connectWindow();
        QTRY_VERIFY(config().runningValue(kWorkers).toInt() == 10);
        m_window->showPage(MainWindow::ConfigIndex);
        config().edit(kWorkers, 9999);
        button(u"configApply"_s)->click();
        QTRY_COMPARE(config().edits().value(kWorkers).fault, u"must be between 1 and 64"_s);
        QVERIFY(m_window->config().pending().message().contains(u"nothing was changed"_s));
        QCOMPARE(m_server->configValue(kWorkers).toInt(), 10);
    }

    void aStaleBaseKeepsTheEdits()
    {
        connectWindow();
        QTRY_VERIFY(config().runningValue(kWorkers).toInt() == 10);
        m_window->showPage(MainWindow::ConfigIndex);
        config().edit(kWorkers, 14);
        // Another console changed it, and the notice has not come yet.
        m_server->setConfigValue(kWorkers, 12);
        ++m_server->snapshot().configRevision;
        button(u"configApply"_s)->click();
        QTRY_VERIFY(m_window->config().pending().message().contains(u"Your edits are kept"_s));
        QCOMPARE(config().revision(), 18U);
        QVERIFY(config().isConflict(kWorkers));
        // Nothing can be applied before it is decided which of both it is.
        QVERIFY(!button(u"configApply"_s)->isEnabled());
        QVERIFY(button(u"configConflicts"_s)->isVisible());
        auto *dialog = m_window->findChild<QDialog *>(u"conflictDialog"_s);
        QVERIFY(dialog != nullptr);
        QVERIFY(!button(u"conflictDone"_s)->isEnabled());
        dialog->findChild<QRadioButton *>(u"keepMine:"_s + kWorkers)->click();
        button(u"conflictDone"_s)->click();
        QVERIFY(!config().isConflict(kWorkers));
        button(u"configApply"_s)->click();
        QTRY_COMPARE(m_server->configValue(kWorkers).toInt(), 14);
    }

    void othersChangesAppear()
    {
        connectWindow();
        QTRY_VERIFY(config().runningValue(kWorkers).toInt() == 10);
        m_server->changeConfig(kWorkers, 20, u"jonas"_s);
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 20);
        QVERIFY(config().sourceText(kWorkers).contains(u"jonas"_s));
    }

    void productionNeedsAReason()
    {
        ConnectionProfile production = profile();
        production.environment = console::Environment::Production;
        connectWindow(production);
        QTRY_VERIFY(config().runningValue(kWorkers).toInt() == 10);
        config().edit(kWorkers, 14);
        QVERIFY(!button(u"configApply"_s)->isEnabled());
        m_window->findChild<QLineEdit *>(u"configReason"_s)->setText(u"why"_s);
        QVERIFY(button(u"configApply"_s)->isEnabled());
    }

    void aViewerSeesNoWritingControls()
    {
        m_server->setRole(admin::Role::Viewer);
        connectWindow();
        m_window->showPage(MainWindow::ConfigIndex);
        QTRY_VERIFY(config().rowCount() > 0);
        QVERIFY(!m_window->config().pending().isVisible());
        QVERIFY(m_window->config().table().isColumnHidden(ConfigModel::NewColumn));
        QVERIFY(!button(u"drainButton"_s)->isVisible());
        QVERIFY(!m_window->drainAction().isVisible());
        QVERIFY(!m_window->drainAction().isEnabled());
    }

    void aRevisionIsRolledBackIntoThePendingChanges()
    {
        showRevisions();
        QPushButton *rollBack = button(u"revisionRollBack"_s);
        QLineEdit *reason = m_window->findChild<QLineEdit *>(u"configReason"_s);
        QVERIFY(!rollBack->isEnabled());
        QCOMPARE(rollBack->toolTip(), u"Select the revision to roll back."_s);
        revisions().select(u"17"_s);
        QVERIFY(rollBack->isEnabled());
        rollBack->click();
        QCOMPARE(config().changes(), (QJsonObject{{kWorkers, 8}}));
        QCOMPARE(reason->text(), u"Roll back revision 17: CPU has room"_s);
        QCOMPARE(m_server->configValue(kWorkers).toInt(), 10);

        // A change that is not to be leaves no reason behind; one that the operator has given stays.
        button(u"configDiscard"_s)->click();
        QVERIFY(reason->text().isEmpty());
        reason->setText(u"back to what was measured"_s);
        rollBack->click();
        QCOMPARE(reason->text(), u"back to what was measured"_s);

        // What runs already need not be put back.
        button(u"configApply"_s)->click();
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 8);
        QTRY_VERIFY(!rollBack->isEnabled());
        QVERIFY(rollBack->toolTip().startsWith(u"There is nothing to put back"_s));
        QCOMPARE(revisions().currentId(), u"17"_s);
    }

    void aRevisionCannotBeRolledBackWithoutALink()
    {
        showRevisions();
        revisions().select(u"17"_s);
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        QVERIFY(!button(u"revisionRollBack"_s)->isEnabled());
        QCOMPARE(button(u"revisionRollBack"_s)->toolTip(), u"There is no link to the server."_s);
        QVERIFY(revisions().model().index(0, 0).data(ListModel::StaleRole).toBool());
    }

    void aViewerReadsTheRevisionsOnly()
    {
        m_server->setRole(admin::Role::Viewer);
        showRevisions();
        QVERIFY(revisions().isVisible());
        QVERIFY(!button(u"revisionRollBack"_s)->isVisible());
    }

    void beforeThereIsAServerTheWindowIsEmpty()
    {
        const auto *connectButton = button(u"start:connect"_s);
        QVERIFY(!m_window->frame().isVisible());
        QVERIFY(!m_window->statusBar()->isVisible());
        QVERIFY(connectButton->isVisible());
        button(u"start:connect"_s)->click();
        QVERIFY(m_window->connectDialog()->isVisible());
        QVERIFY(!connectButton->isVisible());

        // A failure leaves it so.
        ConnectionProfile wrong = profile();
        wrong.token = u"wrong"_s;
        m_window->connectTo(wrong);
        QVERIFY(m_window->frame().isVisible());
        QTRY_VERIFY(!m_window->connectDialog()->errorText().isEmpty());
        QVERIFY(!m_window->frame().isVisible());
        m_window->connectDialog()->reject();
        QVERIFY(connectButton->isVisible());

        // Once there was a server, its pages stay.
        connectWindow();
        QVERIFY(m_window->frame().isVisible());
        QVERIFY(m_window->statusBar()->isVisible());
        m_window->session().disconnectFrom();
        QVERIFY(m_window->frame().isVisible());
    }

    void savedServersAreThereWithoutALink()
    {
        button(u"start:page-9"_s)->click();
        QVERIFY(m_window->servers().isVisible());
    }

    void aLostLinkMakesEverythingLookOld()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        QVERIFY(m_window->drainAction().isEnabled());
        config().edit(kWorkers, 14);
        m_server->crash();
        QTRY_VERIFY(m_window->header().linkText().startsWith(u"■ Link lost"_s));
        QVERIFY(m_window->alertStrip().message().contains(u"No data since"_s));
        m_clock->advance(std::chrono::seconds(84));
        QTRY_VERIFY2(tile(OverviewPage::TileId::Connections).accessibleName().contains(u"1:2"_s),
                     qPrintable(tile(OverviewPage::TileId::Connections).accessibleName()));
        QVERIFY(!m_window->drainAction().isEnabled());
        QVERIFY(!button(u"configApply"_s)->isEnabled());
        QCOMPARE(config().edits().size(), 1);
        QVERIFY(!m_window->connectDialog());
        const QList<ActivityEntry> &entries = m_window->session().activity().entries();
        QVERIFY(std::any_of(entries.cbegin(), entries.cend(),
                            [](const ActivityEntry &entry) { return entry.kind == ActivityKind::Network; }));
        QVERIFY(!m_window->overview().chart(OverviewPage::ChartId::Queue).data().gaps.isEmpty());
    }

    void returnsByItselfAndFillsTheGap()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        QList<admin::Snapshot> ring;
        for (int i = 0; i < 20; ++i)
            ring.append(nextSnapshot(10));
        m_server->setHistory(ring);
        QVERIFY(m_server->start(port));
        button(u"alertVerb"_s)->click();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QTRY_COMPARE(m_window->session().history().samples().size(), 21);
        QVERIFY(m_window->alertStrip().message().isEmpty());
    }

    void reducedUpdatesAreSaidAndNotTakenForALostLink()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_COMPARE(m_window->header().linkText(), u"● Live"_s);
        m_server->snapshot().intervalMs = 5000;
        m_server->sendSample();
        QTRY_COMPARE(m_window->header().linkText(), u"▲ Updates every 5 s"_s);
        QVERIFY2(m_window->alertStrip().message().contains(u"reduced its updates to 0.2 Hz to protect itself"_s),
                 qPrintable(m_window->alertStrip().message()));
        m_clock->advance(std::chrono::seconds(6));
        QCOMPARE(m_window->session().freshness(), ServerSession::Freshness::Live);
        QVERIFY(m_window->session().unheardFor() < std::chrono::seconds(3));
        m_clock->advance(std::chrono::seconds(1));
        QCOMPARE(m_window->session().freshness(), ServerSession::Freshness::Late);

        // What it has not sent meanwhile is fetched when it is over.
        QList<admin::Snapshot> ring{m_server->snapshot()};
        m_server->snapshot().intervalMs = 0;
        for (int i = 0; i < 4; ++i)
            ring.append(nextSnapshot(10));
        m_server->setHistory(ring);
        m_server->snapshot().intervalMs = 1000;
        m_server->sendSample();
        QTRY_COMPARE(m_window->header().linkText(), u"● Live"_s);
        QTRY_COMPARE(m_window->session().history().samples().size(), 7);
        QCOMPARE(m_server->lastParams(u"metrics/history"_s).value(u"spanMs"_s).toInt(), 5000);
        QCOMPARE(m_window->session().history().lostSamples(), 0U);
        QVERIFY(m_window->alertStrip().message().isEmpty());
    }

    void aNewEpochMakesNoSpike()
    {
        connectWindow();
        m_server->snapshot().eventsReceived = 1'000'000;
        m_server->sendSample();
        m_server->snapshot().eventsReceived += 100;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::EventsIn).content().value, u"100"_s);
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        m_server->restart(u"epoch-2"_s);
        QVERIFY(m_server->start(port));
        m_window->session().client().retryNow();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        m_server->snapshot().eventsReceived += 40;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::EventsIn).content().value, u"–"_s);
        m_server->snapshot().eventsReceived += 40;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::EventsIn).content().value, u"40"_s);
        // For a while it is said.
        QCOMPARE(m_window->header().linkText(), u"▲ Restarted 0:02 ago"_s);
        m_server->sendSample(117'000);
        QTRY_COMPARE(m_window->header().linkText(), u"▲ Restarted 1:59 ago"_s);
        m_server->sendSample();
        QTRY_COMPARE(m_window->header().linkText(), u"● Live"_s);
    }

    void aDrainThatStaysUpIsShownUntilItIsResumed()
    {
        connectWindow();
        admin::DrainProgress progress;
        progress.phase = u"finish-work"_s;
        progress.graceMs = 30'000;
        progress.paused = true;
        m_server->sendDrainProgress(progress);
        QTRY_VERIFY(m_window->alertStrip().message().contains(u"Drain paused"_s));
        progress.paused = false;
        progress.phase = u"drained"_s;
        m_server->sendDrainProgress(progress);
        QTRY_COMPARE(m_window->header().linkText(), u"▲ Drained"_s);
        QVERIFY(m_window->alertStrip().message().contains(u"Out of service"_s));
        progress.phase = u"resumed"_s;
        m_server->sendDrainProgress(progress);
        QTRY_COMPARE(m_window->header().linkText(), u"● Live"_s);
        QVERIFY(!m_window->alertStrip().message().contains(u"Out of service"_s));
    }

    void aStopAsAskedIsNeutral()
    {
        connectWindow();
        m_server->sendSample();
        admin::DrainProgress progress;
        progress.phase = u"finish-work"_s;
        progress.graceMs = 30'000;
        m_server->sendDrainProgress(progress);
        QTRY_COMPARE(m_window->header().linkText(), u"▲ Draining"_s);
        QVERIFY(m_window->alertStrip().message().contains(u"Draining"_s));
        m_server->stopAsAsked();
        QTRY_COMPARE(m_window->header().linkText(), u"○ Stopped as asked"_s);
        QVERIFY(m_window->alertStrip().message().contains(u"Nothing was lost"_s));
    }

    void theDrainButtonOpensThePlan()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(button(u"drainButton"_s)->isEnabled());
        button(u"drainButton"_s)->click();
        QVERIFY(m_window->shutdownDialog()->isVisible());
    }

    void pausingFreezesTheViewOnly()
    {
        connectWindow();
        m_server->snapshot().connectionsOpen = 5;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::Connections).content().value, u"5"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(m_window->pauseAction().isChecked());
        m_server->snapshot().connectionsOpen = 9;
        m_server->sendSample();
        QTRY_COMPARE(m_window->session().history().samples().size(), 2);
        QCOMPARE(tile(OverviewPage::TileId::Connections).content().value, u"5"_s);
        QVERIFY(m_window->overview().notice().startsWith(u"Paused 0:01, +1 sample"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(m_window->overview().notice().isEmpty());
        QCOMPARE(tile(OverviewPage::TileId::Connections).content().value, u"9"_s);
    }

    void whatHappenedIsListedAndMarkedOnAllCharts()
    {
        QList<admin::Snapshot> history;
        for (int i = 0; i < 120; ++i)
            history.append(nextSnapshot(250));
        m_server->setHistory(history);
        admin::Marker marker;
        marker.kind = admin::Marker::Kind::ConfigChanged;
        marker.uptimeMs = history.at(59).uptimeMs;
        marker.timeMs = history.at(59).timeMs;
        marker.revision = 17;
        m_server->setMarkers({marker});
        m_server->setRevisions({QJsonObject{
            {u"revision"_s, 17},
            {u"by"_s, u"mira@ops"_s},
            {u"atMs"_s, marker.timeMs},
            {u"changes"_s, QJsonArray{QJsonObject{{u"key"_s, kWorkers}, {u"before"_s, 8}, {u"after"_s, 10}}}}}});
        connectWindow();
        OverviewPage &overview = m_window->overview();
        const auto markers = [&](OverviewPage::ChartId id) { return overview.chart(id).flags().markers(); };
        QTRY_COMPARE(markers(OverviewPage::ChartId::Queue).size(), 1);
        QTRY_COMPARE(markers(OverviewPage::ChartId::Broadcast).constFirst().text, u"worker-pool-size 8 → 10"_s);
        QCOMPARE(markers(OverviewPage::ChartId::Queue).constFirst().seconds, -60.0);
        QCOMPARE(m_window->session().activity().entryAt(0).text, u"worker-pool-size 8 → 10"_s);

        // News come as they happen.
        marker.kind = admin::Marker::Kind::DrainBegan;
        marker.uptimeMs = m_server->snapshot().uptimeMs;
        m_server->notify(u"markers/added"_s, marker.toJson());
        QTRY_COMPARE(markers(OverviewPage::ChartId::Latency).size(), 2);

        // An entry leads to its moment, and its undo to the pending changes, not to the server.
        overview.feed().jumpRequested(history.at(59).timeMs);
        QVERIFY(overview.crosshair().isPinned());
        QCOMPARE(*overview.crosshair().position(), -60.0);
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 10);
        overview.feed().undoRequested(m_window->session().activity().entryAt(1).undo, 17);
        QCOMPARE(config().edits().value(kWorkers).value.toInt(), 8);
        QCOMPARE(m_window->findChild<QLineEdit *>(u"configReason"_s)->text(), u"Roll back revision 17"_s);
        QCOMPARE(m_server->configValue(kWorkers).toInt(), 10);
    }

    void ownMarksAreSetByAKey()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_M);
        QTRY_COMPARE(m_window->overview().chart(OverviewPage::ChartId::Queue).flags().markers().size(), 1);
        QCOMPARE(m_window->session().activity().entryAt(0).kind, ActivityKind::Own);
    }

    void longRangesAskForTheCoarseRing()
    {
        connectWindow();
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_H);
        QTRY_COMPARE(m_server->lastParams(u"metrics/history"_s).value(u"stepMs"_s).toInt(), 10'000);
        QCOMPARE(m_window->overview().chart(OverviewPage::ChartId::Queue).range().seconds, 3600);
        QTest::keyClick(m_window.get(), Qt::Key_1);
        QCOMPARE(m_window->overview().chart(OverviewPage::ChartId::Queue).range().seconds, 60);
    }

    void theCommandBoxFindsSettingsAndActions()
    {
        connectWindow();
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 10);
        CommandBox &box = m_window->header().commands();
        QApplication::setActiveWindow(m_window.get());
        box.setFocus();
        QTRY_VERIFY(box.hasFocus());
        QTest::keyClicks(&box, u"worker"_s);
        QCOMPARE(box.offered(), QStringList{kWorkers});
        QTest::keyClick(&box, Qt::Key_Return);
        QVERIFY(m_window->config().isVisible());
        QCOMPARE(config().settingAt(m_window->config().table().currentIndex())->key, kWorkers);
        box.setFocus();
        QTest::keyClicks(&box, u"over"_s);
        QVERIFY(box.offered().constFirst().startsWith(u"Overview"_s));
        QTest::keyClick(&box, Qt::Key_Return);
        QVERIFY(m_window->overview().isVisible());
        box.setFocus();
        QTest::keyClicks(&box, u"no such thing"_s);
        QVERIFY(box.offered().isEmpty());
    }

    void aSilencedQueueIsNoLongerOnTheStrip()
    {
        connectWindow();
        m_server->snapshot().laneDepth = {0, 0, 40'000};
        m_server->sendSample();
        QTRY_VERIFY(m_window->alertStrip().message().contains(u"over the alert threshold"_s));
        button(u"alertSecondVerb"_s)->click();
        QVERIFY(m_window->alertStrip().message().isEmpty());
        QVERIFY(m_window->alerts().isSilenced(u"queue.fill"_s));
    }

    void theWorstAlertIsOnTheStrip()
    {
        connectWindow();
        m_server->snapshot().workersStuck = 2;
        m_server->sendSample();
        QTRY_VERIFY(m_window->alertStrip().message().startsWith(u"Workers stuck is at 2."_s));
        QVERIFY(m_window->alertStrip().message().contains(u"above 0"_s));
    }

    void theBuiltInIncidentNeedsNoServer()
    {
        m_window->openDemo();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QTRY_VERIFY(!m_window->overview().chart(OverviewPage::ChartId::Queue).flags().markers().isEmpty());
        QCOMPARE(m_window->header().linkText(), u"● Live"_s);
        QVERIFY(m_server->requests().isEmpty());
    }

    // It does not come back, and that is no failure to ask anybody about.
    void theEndOfThePracticeOpensNoDialog()
    {
        IncidentServer server;
        m_window->watchDemo(server);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        Q_EMIT server.ended({LinkFailureKind::ServerStopped, {}});
        QCOMPARE(m_window->session().client().state(), LinkState::LinkLost);
        QVERIFY(m_window->connectDialog() == nullptr);
        QVERIFY(m_window->alertStrip().message().contains(u"The practice is over."_s));
        QVERIFY(ProfileStore(*m_settings).all().isEmpty());
    }

    void screenReadersAreToldWhatThingsAre()
    {
        connectWindow();
        m_server->snapshot().connectionsOpen = 12;
        m_server->sendSample();
        QTRY_COMPARE(tile(OverviewPage::TileId::Connections).content().value, u"12"_s);
        const auto interface = [](QWidget &widget) { return QAccessible::queryAccessibleInterface(&widget); };
        QAccessibleInterface *number = interface(tile(OverviewPage::TileId::Connections));
        QCOMPARE(number->role(), QAccessible::StaticText);
        QCOMPARE(number->text(QAccessible::Value), u"12"_s);
        QVERIFY(number->text(QAccessible::Name).startsWith(u"Connections: 12"_s));
        QAccessibleInterface *chart = interface(m_window->overview().chart(OverviewPage::ChartId::Connections));
        QCOMPARE(chart->role(), QAccessible::Chart);
        QVERIFY(chart->text(QAccessible::Description).contains(u"open 12, from 12 to 12"_s));
        QAccessibleInterface *pipeline = interface(*m_window->findChild<PipelineView *>());
        QCOMPARE(pipeline->childCount(), PipelineView::stageCount());
        QCOMPARE(pipeline->child(0)->text(QAccessible::Name), u"Clients: 12"_s);
        QVERIFY(pipeline->rect().contains(pipeline->child(5)->rect()));
    }

    // Qt 6.4 would tell what is chosen and not of what.
    void comboBoxesSayWhatIsChosenOfWhat()
    {
        auto *range = m_window->header().findChild<QComboBox *>();
        QAccessibleInterface *box = QAccessible::queryAccessibleInterface(range);
        QCOMPARE(box->role(), QAccessible::ComboBox);
        QCOMPARE(box->text(QAccessible::Name), u"Time range of the charts: Last 10 min"_s);
        QCOMPARE(box->text(QAccessible::Value), u"Last 10 min"_s);
        range->setCurrentIndex(0);
        QCOMPARE(box->text(QAccessible::Name), u"Time range of the charts: Last 1 min"_s);
        // What can be chosen is in it, and belongs to it.
        QCOMPARE(box->childCount(), 1);
        QAccessibleInterface *list = box->child(0);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), range->count());
        QCOMPARE(list->parent(), box);
        QCOMPARE(box->indexOfChild(list), 0);
        // It opens and closes.
        for (const bool isOpen : {true, false}) {
            box->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
            QCOMPARE(range->view()->isVisible(), isOpen);
            QCOMPARE(bool(box->state().expanded), isOpen);
        }
        range->setEditable(true);
        QCOMPARE(box->childCount(), 2);
        QCOMPARE(box->child(1)->object(), range->lineEdit());
    }

    void inANarrowWindowTheActivityLiesOverTheCharts()
    {
        connectWindow();
        OverviewPage &overview = m_window->overview();
        QVERIFY(!overview.feed().isVisible());
        const int chartWidth = overview.chart(OverviewPage::ChartId::Queue).width();
        overview.feedButton().click();
        QVERIFY(overview.feed().isVisible());
        QCOMPARE(overview.chart(OverviewPage::ChartId::Queue).width(), chartWidth);
        QVERIFY(overview.rect().contains(overview.feed().geometry()));
        m_window->resize(1500, 800);
        QTRY_VERIFY(!overview.feedButton().isVisible());
        QVERIFY(overview.feed().isVisible());
        QTRY_VERIFY(overview.feed().geometry().left()
                    > overview.card(OverviewPage::ChartId::Latency).geometry().right());
    }

    void altAloneShowsTheMenuBar()
    {
        QVERIFY(!m_window->menuBar()->isVisible());
        QTest::keyPress(m_window.get(), Qt::Key_Alt);
        QTest::keyPress(m_window.get(), Qt::Key_Z, Qt::AltModifier);
        QTest::keyRelease(m_window.get(), Qt::Key_Alt);
        QVERIFY(!m_window->menuBar()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Alt);
        QVERIFY(m_window->menuBar()->isVisible());
        // Every action that has a key is in it, so that it can be found.
        QSet<QAction *> inMenus;
        for (QAction *menu : m_window->menuBar()->actions()) {
            for (QAction *action : menu->menu()->actions())
                inMenus.insert(action);
        }
        QVERIFY(inMenus.contains(&m_window->pauseAction()));
        QVERIFY(inMenus.contains(&m_window->drainAction()));
    }

    void theWallDisplayHidesWhatIsNotWatched()
    {
        connectWindow();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(m_window->isFullScreen());
        QVERIFY(!m_window->findChild<QWidget *>(u"rail"_s)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isFullScreen());
        QVERIFY(m_window->findChild<QWidget *>(u"rail"_s)->isVisible());
    }

    void aZoomStandsStillUntilItEnds()
    {
        QList<admin::Snapshot> history;
        for (int i = 0; i < 120; ++i)
            history.append(nextSnapshot(250));
        m_server->setHistory(history);
        connectWindow();
        QTRY_COMPARE(m_window->session().history().samples().size(), 120);
        OverviewPage &overview = m_window->overview();
        const qint64 endMs = m_window->session().history().latestMs() - 20'000;
        overview.zoom(endMs - 30'000, endMs);
        m_server->sendSample();
        QTRY_COMPARE(m_window->session().history().samples().size(), 121);
        TimeChart &chart = overview.chart(OverviewPage::ChartId::Queue);
        QCOMPARE(chart.data().endMs, endMs);
        QCOMPARE(chart.range().seconds, 30);
        QCOMPARE(chart.data().series.constFirst().constLast().x(), 0.0);
        QVERIFY(!overview.notice().isEmpty());
        overview.endZoom();
        QCOMPARE(chart.range().seconds, 600);
        QVERIFY(overview.notice().isEmpty());
    }

    void eventsAreFetchedWhileWatched()
    {
        connectWindow();
        m_window->showPage(MainWindow::EventsIndex);
        QTRY_COMPARE(m_window->events().table().model()->rowCount(), 4);
    }

    void everyControlHasAName()
    {
        connectWindow();
        const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *control : buttons) {
            // Parts of Qt's own widgets have names from Qt.
            if (control->objectName().startsWith(u"qt_"_s) || control->inherits("QTableCornerButton"))
                continue;
            if (control->isHidden() || qobject_cast<QLineEdit *>(control->parentWidget()))
                continue;
            QVERIFY2(!control->text().isEmpty() || !control->accessibleName().isEmpty(),
                     qPrintable(control->objectName()));
        }
    }

    void commandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("connectNow");
        const auto run = static_cast<int>(CommandLine::Outcome::Run);
        const auto fail = static_cast<int>(CommandLine::Outcome::Fail);
        QTest::newRow("nothing") << QStringList{} << run << false;
        QTest::newRow("host and token") << QStringList{u"--host"_s, u"h"_s, u"--token"_s, u"t"_s} << run << true;
        QTest::newRow("host alone") << QStringList{u"--host"_s, u"h"_s} << run << false;
        QTest::newRow("demo") << QStringList{u"--demo"_s, u"incident"_s} << run << false;
        QTest::newRow("unknown demo") << QStringList{u"--demo"_s, u"moon"_s} << fail << false;
        QTest::newRow("port 0") << QStringList{u"--port"_s, u"0"_s} << fail << false;
        QTest::newRow("port too large") << QStringList{u"--port"_s, u"65536"_s} << fail << false;
        QTest::newRow("unknown option") << QStringList{u"--nope"_s} << fail << false;
        QTest::newRow("unknown environment") << QStringList{u"--environment"_s, u"moon"_s} << fail << false;
        QTest::newRow("left over") << QStringList{u"prod"_s} << fail << false;
        QTest::newRow("help") << QStringList{u"--help"_s} << static_cast<int>(CommandLine::Outcome::Exit) << false;
    }

    void commandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, outcome);
        QFETCH(bool, connectNow);
        const CommandLine parsed = CommandLine::parse(QStringList{u"sluice-console"_s} + arguments, {});
        QCOMPARE(static_cast<int>(parsed.outcome), outcome);
        QCOMPARE(parsed.connectNow, connectNow);
        QCOMPARE(parsed.text.isEmpty(), outcome == static_cast<int>(CommandLine::Outcome::Run));
    }

    void speaksGerman()
    {
        const Translations german(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(!german.own().isEmpty());
        QCOMPARE(ConnectDialog::tr("Cancel"), u"Abbrechen"_s);
        QCOMPARE(ConnectDialog::tr("Connect"), u"Verbinden"_s);
    }

private:
    ConnectionProfile profile() const
    {
        ConnectionProfile result;
        result.port = m_server->port();
        result.token = QString::fromLatin1(m_server->token());
        return result;
    }

    void connectWindow() { connectWindow(profile()); }
    ListTable &revisions() { return m_window->config().revisions().table(); }
    /// On the page of a server that has made revision 17 of workers.
    void showRevisions()
    {
        m_server->setRevisions({QJsonObject{
            {u"revision"_s, 17},
            {u"by"_s, u"mira@ops"_s},
            {u"reason"_s, u"CPU has room"_s},
            {u"atMs"_s, qint64(1'790'000'000'000)},
            {u"changes"_s, QJsonArray{QJsonObject{{u"key"_s, kWorkers}, {u"before"_s, 8}, {u"after"_s, 10}}}}}});
        connectWindow();
        m_window->showPage(MainWindow::ConfigIndex);
        QTRY_COMPARE(revisions().model().rowCount(), 1);
        QTRY_COMPARE(config().runningValue(kWorkers).toInt(), 10);
    }

    void connectWindow(const ConnectionProfile &to)
    {
        m_window->connectTo(to);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
    }

    admin::Snapshot nextSnapshot(quint64 received)
    {
        admin::Snapshot &now = m_server->snapshot();
        ++now.sequence;
        now.timeMs += 1000;
        now.uptimeMs += 1000;
        now.eventsReceived += received;
        now.connectionsOpen = 1200;
        now.laneDepth = {1000, 4000, 5000};
        return now;
    }

    ConfigModel &config() { return m_window->session().config(); }
    Tile &tile(OverviewPage::TileId id) { return m_window->overview().tile(id); }
    QPushButton *button(const QString &name) { return m_window->findChild<QPushButton *>(name); }

    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::AdjustableClock> m_clock;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"

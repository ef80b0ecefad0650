// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/pages/configpage.h"
#include "console/pages/eventspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/tile.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;

/// The machine's clock, moved on by a test at will.
class AdjustableClock final : public Clock
{
public:
    TimePoint now() const noexcept override { return m_system.now() + m_offset; }
    WallTime wallNow() const noexcept override { return m_system.wallNow(); }
    void advance(Duration by) { m_offset += by; }

private:
    SystemClock m_system;
    Duration m_offset{};
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        // English needs a translation too, for its plural forms.
        m_english = std::make_unique<Translations>(QLocale());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_clock = std::make_unique<AdjustableClock>();
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

    void anEmptyTokenIsAskedForBeforeConnecting()
    {
        ConnectionProfile empty = profile();
        empty.token.clear();
        m_window->openConnectDialog(empty);
        m_window->connectDialog()->findChild<QPushButton *>(u"connectButton"_s)->click();
        QVERIFY(m_window->connectDialog()->errorText().contains(u"token"_s));
        QCOMPARE(m_window->session().client().state(), LinkState::Disconnected);
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
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QCOMPARE(tile(OverviewPage::TileId::Connections).content().value, u"9"_s);
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
        QCOMPARE(MainWindow::tr("Overview"), u"Übersicht"_s);
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
    std::unique_ptr<AdjustableClock> m_clock;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"

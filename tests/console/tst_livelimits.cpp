// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/pages/configpage.h"
#include "console/pages/connectiondetails.h"
#include "console/pages/connectionspage.h"
#include "console/pages/limitspage.h"
#include "console/pages/mutespanel.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/revisionspanel.h"
#include "console/pages/revocationspanel.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/listtable.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/toast.h"
#include "tests/support/expect.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kPerUser = u"rate-limits.per-user-per-minute"_s;
const QString kWorkers = u"channels.worker-pool-size"_s;
const QString kQueue = u"channels.message-queue-size"_s;
constexpr int kRateLimited = -32029;

/// One operator's console.
struct Console {
    explicit Console(const Clock &clock, Random &random)
        : settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat)
        , theme(*qApp)
        , window({clock, random, settings, theme})
    {
        window.resize(1280, 800);
        window.show();
    }
    void connectTo(const test::TestServer &server)
    {
        ConnectionProfile profile;
        profile.port = server.ports().admin;
        profile.token = QString::fromLatin1(server.adminToken());
        window.connectTo(profile);
    }
    [[nodiscard]] ConfigModel &config() { return window.session().config(); }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name)
    {
        return window.findChild<Widget *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &name) { return find<QPushButton>(name); }

    QTemporaryDir folder;
    QSettings settings;
    Theme theme;
    MainWindow window;
};

} // namespace

/// What operators do about limits and clients, on a real server: what-if, conflicts between two consoles, changes on
/// trial, mutes and revocations.
class LiveLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_english = std::make_unique<Translations>(QLocale());
    }

    void whatALimitWouldHaveDoneStandsBesideTheChange()
    {
        test::TestServer server(u"bench.toml"_s, {kPerUser + u"=1000"_s});
        SLUICE_START(server);
        Console console(m_clock, m_random);
        console.connectTo(server);
        QTRY_COMPARE(console.config().runningValue(kPerUser).toInt(), 1000);
        console.window.showPage(MainWindow::ConfigIndex);
        const auto edit = [&] { return console.config().edits().value(kPerUser); };
        // The server remembers from its first second on.
        console.config().edit(kPerUser, 900);
        QTRY_VERIFY(
            (console.button(u"configCheck"_s)->click(), edit().whatIf.value("kind"_L1).toString() == u"limit"_s));
        test::TestClient ada;
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        for (int i = 0; i < 12; ++i)
            SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
        // Nobody asks for it: the answer stands there a moment after the edit.
        console.config().edit(kPerUser, 5);
        QTRY_COMPARE(edit().whatIf.value("wouldRefuse"_L1).toInt(), 7);
        const auto shows = [&](const QString &text) {
            const auto labels = console.window.config().pending().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel *label) { return label->text().startsWith(text); });
        };
        QTRY_VERIFY(shows(u"▲ Would have refused 7 more of 12 events"_s));
        console.config().edit(kPerUser, 500);
        QTRY_VERIFY(shows(u"Would have refused none of 12 events"_s));
        console.config().edit(kQueue, 100);
        QTRY_VERIFY(shows(u"0 at the most"_s) || shows(u"0 events at the most"_s));
    }

    void conflictsAreDecidedForEachSetting()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        Console mine(m_clock, m_random);
        Console theirs(m_clock, m_random);
        for (Console *console : {&mine, &theirs})
            openConfig(*console, server);
        mine.config().edit(kWorkers, 14);
        mine.config().edit(kQueue, 40'000);
        mine.config().edit(kPerUser, 77);
        theirs.config().edit(kWorkers, 12);
        theirs.config().edit(kQueue, 30'000);
        theirs.button(u"configApply"_s)->click();
        QTRY_COMPARE(mine.config().runningValue(kWorkers).toInt(), 12);
        // Both edits are kept, and nothing can be applied before they are decided about.
        QCOMPARE(mine.config().conflicts(), (QStringList{kQueue, kWorkers}));
        QCOMPARE(mine.config().edits().size(), 3);
        QVERIFY(!mine.button(u"configApply"_s)->isEnabled());
        QVERIFY(mine.button(u"configConflicts"_s)->isVisible());
        mine.button(u"configConflicts"_s)->click();
        QVERIFY(!mine.button(u"conflictDone"_s)->isEnabled());
        mine.find<QRadioButton>(u"keepMine:"_s + kWorkers)->click();
        QVERIFY(!mine.button(u"conflictDone"_s)->isEnabled());
        mine.find<QRadioButton>(u"takeTheirs:"_s + kQueue)->click();
        QVERIFY(mine.button(u"conflictDone"_s)->isEnabled());
        // They change it once more: what was decided about that is open again, and only that.
        theirs.config().edit(kWorkers, 13);
        QTRY_VERIFY(theirs.button(u"configApply"_s)->isEnabled());
        theirs.button(u"configApply"_s)->click();
        QTRY_COMPARE(mine.config().runningValue(kWorkers).toInt(), 13);
        QVERIFY(!mine.button(u"conflictDone"_s)->isEnabled());
        QVERIFY(mine.find<QRadioButton>(u"takeTheirs:"_s + kQueue)->isChecked());
        mine.find<QRadioButton>(u"keepMine:"_s + kWorkers)->click();
        mine.button(u"conflictDone"_s)->click();
        QVERIFY(mine.config().conflicts().isEmpty());
        QCOMPARE(mine.config().changes(), (QJsonObject{{kWorkers, 14}, {kPerUser, 77}}));
        // Deciding has applied nothing.
        QCOMPARE(server.metric("sluice_workers"), 13.0);
        QTRY_VERIFY(mine.button(u"configApply"_s)->isEnabled());
        mine.button(u"configApply"_s)->click();
        QTRY_COMPARE(theirs.config().runningValue(kWorkers).toInt(), 14);
        QCOMPARE(theirs.config().runningValue(kQueue).toInt(), 30'000);
        QCOMPARE(theirs.config().runningValue(kPerUser).toInt(), 77);
        QTRY_VERIFY(mine.config().edits().isEmpty());
    }

    void aChangeOnTrialIsKeptOrGoesBack()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        Console mine(m_clock, m_random);
        Console theirs(m_clock, m_random);
        for (Console *console : {&mine, &theirs})
            openConfig(*console, server);
        const int width = mine.window.config().pending().width();
        const auto applyOnTrial = [&](int workers) {
            mine.config().edit(kWorkers, workers);
            QTRY_VERIFY(mine.button(u"configApply"_s)->isEnabled());
            mine.find<QCheckBox>(u"configOnTrial"_s)->setChecked(true);
            mine.button(u"configApply"_s)->click();
            QTRY_VERIFY(theirs.button(u"trialKeep"_s)->isVisible());
            QTRY_VERIFY(mine.button(u"trialKeep"_s)->isVisible());
            QTRY_COMPARE(theirs.config().runningValue(kWorkers).toInt(), workers);
        };
        const auto message = [](Console &console) { return console.window.config().pending().message(); };

        // Everybody sees it, and nothing else can be applied meanwhile.
        applyOnTrial(14);
        QTRY_VERIFY(message(mine).contains(u"\n▲"_s)); // the server has much to say
        QCOMPARE(mine.window.config().pending().width(), width);
        theirs.config().edit(kQueue, 30'000);
        QVERIFY(!theirs.button(u"configApply"_s)->isEnabled());
        QVERIFY(theirs.window.alertStrip().message().contains(u"Revision 2 of the configuration goes back in"_s));
        mine.button(u"trialKeep"_s)->click();
        QTRY_COMPARE(message(mine), u"Revision 2 is kept."_s);
        QVERIFY(!mine.button(u"trialKeep"_s)->isVisible());

        applyOnTrial(15);
        theirs.button(u"trialUndo"_s)->click();
        for (Console *console : {&mine, &theirs}) {
            QTRY_COMPARE(message(*console), u"Revision 3 has gone back."_s);
            QTRY_COMPARE(console->config().runningValue(kWorkers).toInt(), 14);
        }
        QTRY_VERIFY(theirs.button(u"configApply"_s)->isEnabled());

        mine.config().edit(kWorkers, 16);
        mine.window.session().tryConfig(u"a second's trial"_s, 1s, &mine.window, [](const auto &) {});
        QTRY_COMPARE(message(mine), u"Revision 5 has gone back."_s);
        QTRY_COMPARE(server.metric("sluice_workers"), 14.0);
    }

    void aRevisionIsRolledBack()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        Console console(m_clock, m_random);
        console.connectTo(server);
        QTRY_COMPARE(console.config().runningValue(kWorkers).toInt(), 10);
        console.window.showPage(MainWindow::ConfigIndex);
        ListTable &revisions = console.window.config().revisions().table();
        const auto shown = [&](const QString &revision, int column) {
            return revisions.model().index(revisions.model().indexOf(revision).row(), column).data().toString();
        };
        const auto apply = [&](quint64 revision) {
            QTRY_VERIFY(console.button(u"configApply"_s)->isEnabled());
            console.button(u"configApply"_s)->click();
            QTRY_COMPARE(console.config().revision(), revision);
            QTRY_VERIFY(console.config().edits().isEmpty());
        };
        console.config().edit(kWorkers, 14);
        console.config().edit(kQueue, 30'000);
        console.find<QLineEdit>(u"configReason"_s)->setText(u"CPU has room"_s);
        apply(2);
        console.config().edit(kWorkers, 15);
        apply(3);
        QTRY_COMPARE(revisions.model().index(0, 0).data().toString(), u"3"_s); // the newest first
        QVERIFY2(shown(u"2"_s, 3).contains(u"worker-pool-size 10 → 14"_s), qPrintable(shown(u"2"_s, 3)));
        QCOMPARE(shown(u"2"_s, 4), u"CPU has room"_s);

        // Back to before revision 2, whatever came after it.
        revisions.select(u"2"_s);
        console.button(u"revisionRollBack"_s)->click();
        QCOMPARE(console.config().changes().value(kWorkers).toInt(), 10);
        QCOMPARE(console.config().changes().size(), 2);
        QCOMPARE(server.metric("sluice_workers"), 15.0); // nothing is applied
        apply(4);
        QTRY_COMPARE(server.metric("sluice_workers"), 10.0);
        QTRY_COMPARE(shown(u"4"_s, 4), u"Roll back revision 2: CPU has room"_s);
        QTRY_VERIFY(!console.button(u"revisionRollBack"_s)->isEnabled());

        // What goes back by itself says so on both sides.
        console.config().edit(kWorkers, 16);
        console.window.session().tryConfig(u"two seconds' trial"_s, 2s, &console.window, [](const auto &) {});
        QTRY_COMPARE(shown(u"5"_s, 5), u"on trial"_s);
        QTRY_COMPARE(shown(u"5"_s, 5), u"taken back by 6"_s);
        QCOMPARE(shown(u"6"_s, 5), u"takes back 5"_s);
    }

    void aClientIsMutedAndTheMuteTakenBack()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        test::TestClient ada;
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        Console console(m_clock, m_random);
        console.connectTo(server);
        QTRY_COMPARE(console.window.session().client().state(), LinkState::Live);
        console.window.showPage(MainWindow::ConnectionsIndex);
        ConnectionsPage &page = console.window.connections();
        PagedModel &open = page.model(ConnectionsPage::OpenTab);
        QTRY_COMPARE(open.rowCount(), 1);
        page.table(ConnectionsPage::OpenTab).table().select(open.idAt(0));
        QPushButton *mute = console.button(u"connectionMute"_s);
        QTRY_VERIFY(mute->isVisible() && mute->isEnabled());
        mute->menu()->actions().constFirst()->trigger();
        QTRY_VERIFY(page.muting().toast() != nullptr && page.muting().toast()->isVisible());
        QCOMPARE(page.muting().toast()->text(), u"ada is muted for 5 min 00 s: events are refused."_s);
        SLUICE_VERIFY_ERROR(ada.call(u"bench/echo"_s), kRateLimited);
        // Listed with the time left.
        console.window.showPage(MainWindow::LimitsIndex);
        console.window.limits().tabs().setCurrentIndex(LimitsPage::MutesTab);
        PagedModel &mutes = console.window.limits().mutes().model();
        QTRY_COMPARE(mutes.rowCount(), 1);
        QCOMPARE(mutes.index(0, 0).data().toString(), u"ada"_s);
        QTRY_COMPARE(mutes.valuesAt(0).value("refused"_L1).toInt(), 1);
        // Undone from the toast.
        page.muting().toast()->findChild<QPushButton *>(u"toastUndo"_s)->click();
        QTRY_COMPARE(mutes.rowCount(), 0);
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
        // Lifted from the list, and that undone as well.
        page.muting().mute({u"ada"_s, {}}, std::chrono::minutes(5));
        QTRY_COMPARE(mutes.rowCount(), 1);
        console.window.limits().mutes().table().table().select(mutes.idAt(0));
        QTRY_VERIFY(console.button(u"muteLift"_s)->isEnabled());
        console.button(u"muteLift"_s)->click();
        QTRY_COMPARE(mutes.rowCount(), 0);
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
        Toast *lifted = console.window.limits().mutes().muting().toast();
        QCOMPARE(lifted->text(), u"ada is no longer muted."_s);
        lifted->findChild<QPushButton *>(u"toastUndo"_s)->click();
        QTRY_COMPARE(mutes.rowCount(), 1);
        SLUICE_VERIFY_ERROR(ada.call(u"bench/echo"_s), kRateLimited);
    }

    void tokensAreRevokedAndThatTakenBack()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        test::TestClient ada;
        const QByteArray token = server.token(u"ada"_s);
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = token}));
        Console console(m_clock, m_random);
        console.connectTo(server);
        QTRY_VERIFY(console.window.session().freshness() == ServerSession::Freshness::Live);
        console.window.showPage(MainWindow::ConnectionsIndex);
        ConnectionsPage &page = console.window.connections();
        QTRY_COMPARE(page.model(ConnectionsPage::OpenTab).rowCount(), 1);
        page.table(ConnectionsPage::OpenTab).table().select(page.model(ConnectionsPage::OpenTab).idAt(0));
        QTRY_VERIFY(console.button(u"connectionRevoke"_s)->isEnabled());
        console.button(u"connectionRevoke"_s)->click();
        ConfirmDialog *dialog = page.revoking().dialog();
        auto *confirm = dialog->findChild<QPushButton *>(u"confirmButton"_s);
        auto *count = dialog->findChild<QLineEdit *>(u"confirmCount"_s);
        dialog->findChild<QComboBox *>(u"revokeWhich"_s)->setCurrentIndex(1);
        dialog->findChild<QLineEdit *>(u"confirmReason"_s)->setText(u"stolen"_s);
        count->setText(u"2"_s);
        QTRY_COMPARE(dialog->count(), qint64{1});
        QVERIFY(!confirm->isEnabled()); // not that number
        count->setText(u"1"_s);
        QVERIFY(confirm->isEnabled());
        confirm->click();
        QTRY_VERIFY(page.message().contains(u"The tokens of ada are revoked"_s));
        QCOMPARE(ada.waitForClose(), std::optional(4009));
        test::TestClient again;
        QVERIFY(!again.connectTo(server.ports().clients, {.bearer = token}));

        console.window.showPage(MainWindow::LimitsIndex);
        console.window.limits().tabs().setCurrentIndex(LimitsPage::RevocationsTab);
        RevocationsPanel &panel = console.window.limits().revocations();
        QTRY_COMPARE(panel.model().rowCount(), 1);
        QCOMPARE(panel.model().valuesAt(0).value("reason"_L1).toString(), u"stolen"_s);
        panel.table().table().select(panel.model().idAt(0));
        QTRY_VERIFY(console.button(u"revocationRestore"_s)->isEnabled());
        console.button(u"revocationRestore"_s)->click();
        panel.revoking().dialog()->findChild<QPushButton *>(u"confirmButton"_s)->click();
        QTRY_COMPARE(panel.model().rowCount(), 0);
        QVERIFY(panel.message().contains(u"taken back"_s));
        test::TestClient back;
        QVERIFY(back.connectTo(server.ports().clients, {.bearer = token}));
    }

private:
    static void openConfig(Console &console, const test::TestServer &server)
    {
        console.connectTo(server);
        QTRY_COMPARE(console.config().runningValue(kWorkers).toInt(), 10);
        console.window.showPage(MainWindow::ConfigIndex);
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(LiveLimitsTest)
#include "tst_livelimits.moc"

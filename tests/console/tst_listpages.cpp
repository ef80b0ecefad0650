// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/dialogs/confirmdialog.h"
#include "console/models/csv.h"
#include "console/models/format.h"
#include "console/pages/auditpage.h"
#include "console/pages/connectiondetails.h"
#include "console/pages/connectionspage.h"
#include "console/pages/limitspage.h"
#include "console/pages/serverspage.h"
#include "console/pages/tappage.h"
#include "console/pages/tracepanel.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/plaincopy.h"
#include "tests/support/fakelists.h"

#include "shared/base/random.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

/// The pages that are lists, in the window they are in.
class ListPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_english = std::make_unique<Translations>(QLocale());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_server = std::make_unique<test::FakeAdminServer>();
        m_lists = std::make_unique<test::FakeLists>(*m_server);
        QVERIFY(m_server->start());
        m_window = std::make_unique<MainWindow>(MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme});
        m_window->resize(1280, 800);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_lists.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void connectionsAreFilteredByTheServer()
    {
        m_lists->addConnections(5);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 5);
        connections().filter().setText(u"role:guest"_s);
        QTRY_COMPARE(open().rowCount(), 2);
        QVERIFY(connections().table(ConnectionsPage::OpenTab).countText().contains(u"2 of 5"_s));
        connections().filter().setText(u"colour:red"_s);
        QTRY_VERIFY(!connections().filter().fault().isEmpty());
        QVERIFY(connections().filter().line().property("fault").toBool());
        connections().filter().setText(u"user:nobody"_s);
        QTRY_COMPARE(open().rowCount(), 0);
        QVERIFY(connections().filter().fault().isEmpty());
        ListTable &table = connections().table(ConnectionsPage::OpenTab).table();
        QVERIFY(table.emptyText().contains(u"user:nobody"_s));
        table.findChild<QPushButton *>(u"wayOut"_s)->click();
        QTRY_COMPARE(open().rowCount(), 5);
    }

    void aTermIsCompleted()
    {
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_Slash);
        QLineEdit &line = connections().filter().line();
        QVERIFY(line.hasFocus());
        QTest::keyClicks(&line, u"role:guest -state:sl"_s);
        QVERIFY(line.completer() != nullptr);
        QCOMPARE(line.completer()->currentCompletion(), u"role:guest -state:slow"_s);
        // In a field a slash and a letter are what they are.
        QTest::keyClicks(&line, u"/t"_s);
        QVERIFY(line.text().endsWith(u"/t"_s));
    }

    void oneConnectionIsShownTappedAndDisconnected()
    {
        m_lists->addConnections(3);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 3);
        select(u"2"_s);
        QCOMPARE(connections().details().id(), 2);
        QTRY_COMPARE(connections().details().events().rowCount(), 1);
        QCOMPARE(m_server->lastParams(u"connections/get"_s).value("id"_L1).toInt(), 2);
        button(u"connectionDisconnect"_s)->click();
        ConfirmDialog *dialog = connections().disconnecting().dialog();
        QVERIFY(dialog && dialog->isVisible());
        // The target is fixed: whatever is selected meanwhile.
        select(u"3"_s);
        dialog->findChild<QPushButton *>(u"confirmButton"_s)->click();
        QTRY_COMPARE(m_lists->connections.size(), 2);
        QCOMPARE(m_server->lastParams(u"connections/close"_s), (QJsonObject{{u"ids"_s, QJsonArray{2}}}));
        QTRY_VERIFY(connections().message().contains(u"1 connection is being closed"_s));
        button(u"connectionTap"_s)->click();
        QVERIFY(m_window->tap().isVisible());
        QCOMPARE(m_window->findChild<QLineEdit *>(u"tapConnection"_s)->text(), u"3"_s);
    }

    void whatMatchesIsCountedTypedAndDisconnected()
    {
        m_lists->addConnections(30);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        connections().filter().setText(u"role:guest"_s);
        QTRY_COMPARE(open().rowCount(), 15);
        connections().disconnecting().disconnectMatching(open().filter());
        ConfirmDialog *dialog = connections().disconnecting().dialog();
        auto *confirm = dialog->findChild<QPushButton *>(u"confirmButton"_s);
        QTRY_COMPARE(confirm->text(), u"Disconnect 15 clients"_s);
        dialog->findChild<QLineEdit *>(u"confirmCount"_s)->setText(u"15"_s);
        QVERIFY(!confirm->isEnabled());
        dialog->findChild<QLineEdit *>(u"confirmReason"_s)->setText(u"they flood us"_s);
        dialog->findChild<QSpinBox *>(u"confirmSpread"_s)->setValue(3);
        // Many more have come since it counted.
        m_lists->addConnections(10);
        confirm->click();
        QTRY_COMPARE(confirm->text(), u"Disconnect 20 clients"_s);
        QCOMPARE(m_lists->connections.size(), 40);
        dialog->findChild<QLineEdit *>(u"confirmCount"_s)->setText(u"20"_s);
        confirm->click();
        QTRY_COMPARE(m_lists->connections.size(), 20);
        const QJsonObject sent = m_server->lastParams(u"connections/close"_s);
        QCOMPARE(sent,
                 (QJsonObject{{u"filter"_s, u"role:guest"_s},
                              {u"expectedCount"_s, 20},
                              {u"spreadMs"_s, 3000},
                              {u"reason"_s, u"they flood us"_s}}));
    }

    void severalNeedMoreInProduction_data()
    {
        QTest::addColumn<bool>("isProduction");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("isTyped");
        QTest::newRow("ten anywhere") << false << 10 << false;
        QTest::newRow("eleven anywhere") << false << 11 << true;
        QTest::newRow("one in production") << true << 1 << false;
        QTest::newRow("two in production") << true << 2 << true;
    }

    void severalNeedMoreInProduction()
    {
        QFETCH(bool, isProduction);
        QFETCH(int, count);
        QFETCH(bool, isTyped);
        m_lists->addConnections(20);
        ConnectionProfile to = profile();
        if (isProduction)
            to.environment = console::Environment::Production;
        connectWindow(to);
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 20);
        QTableView &view = connections().table(ConnectionsPage::OpenTab).table().view();
        for (int row = 0; row < count; ++row)
            view.selectionModel()->select(open().index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Delete);
        ConfirmDialog *dialog = connections().disconnecting().dialog();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLineEdit *>(u"confirmCount"_s)->isVisible(), isTyped);
        QCOMPARE(dialog->findChild<QPushButton *>(u"confirmButton"_s)->isEnabled(), !isTyped);
    }

    void theOrderStandsStillWhileTheTableHasTheFocus()
    {
        m_lists->addConnections(3);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 3);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        PagedTable &table = connections().table(ConnectionsPage::OpenTab);
        table.table().view().setFocus();
        QVERIFY(table.hint().contains(u"order frozen"_s));
        m_lists->addConnections(2);
        QTRY_COMPARE(table.hint(), u"2 new rows, order frozen"_s);
        QCOMPARE(open().rowCount(), 3);
        connections().focusFilter();
        QTRY_COMPARE(open().rowCount(), 5);
        QVERIFY(table.hint().isEmpty());
    }

    void oneThatIsGoneDoesNotMakeTheListOld()
    {
        m_lists->addConnections(3);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 3);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        PagedTable &table = connections().table(ConnectionsPage::OpenTab);
        table.table().view().setFocus();
        m_lists->connections.removeIf(
            [&](const admin::ConnectionRow &row) { return QString::number(row.id) == open().idAt(0); });
        QTRY_VERIFY(open().isStaleAt(0));
        QCOMPARE(table.countText(), u"2 in all"_s);
        QCOMPARE(table.trouble(), QString());
        m_server->crash();
        QTRY_COMPARE(table.trouble(), u"○ old"_s);
    }

    void thoseThatEndedAreListedWithTheReason()
    {
        m_lists->closed = {QJsonObject{{u"id"_s, 9},
                                       {u"user"_s, u"ada"_s},
                                       {u"closedAtMs"_s, qint64{1'700'000'000'000}},
                                       {u"lastedMs"_s, 61'000},
                                       {u"code"_s, 4008},
                                       {u"by"_s, u"server"_s},
                                       {u"reason"_s, u"slow consumer"_s}}};
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        connections().tabs().setCurrentIndex(ConnectionsPage::ClosedTab);
        PagedModel &closed = connections().model(ConnectionsPage::ClosedTab);
        QTRY_COMPARE(closed.rowCount(), 1);
        QCOMPARE(closed.index(0, 4).data().toString(), u"1:01"_s);
        QCOMPARE(closed.index(0, 9).data().toString(), u"slow consumer"_s);
        QVERIFY(!connections().details().isVisible());
    }

    void aViewerSeesNoWritingControls()
    {
        m_server->setRole(admin::Role::Viewer);
        m_lists->addConnections(2);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 2);
        select(u"1"_s);
        QVERIFY(button(u"connectionTap"_s)->isVisible());
        for (const QString &name : {u"connectionDisconnect"_s, u"connectionNotice"_s, u"connectionsAll"_s})
            QVERIFY2(!button(name)->isVisible(), qPrintable(name));
        QTest::keyClick(&connections().table(ConnectionsPage::OpenTab).table().view(), Qt::Key_Delete);
        QVERIFY(!connections().disconnecting().dialog());
        m_window->showPage(MainWindow::TapIndex);
        QVERIFY(!m_window->findChild<QCheckBox *>(u"tapPayloads"_s)->isVisible());
    }

    void aLostLinkDisablesWhatWritesAndSaysWhy()
    {
        m_lists->addConnections(2);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 2);
        select(u"1"_s);
        QVERIFY(button(u"connectionDisconnect"_s)->isEnabled());
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        for (const QString &name : {u"connectionDisconnect"_s, u"connectionTap"_s, u"connectionNotice"_s,
                                    u"connectionsAll"_s, u"connectionsExport"_s}) {
            QVERIFY2(!button(name)->isEnabled(), qPrintable(name));
            QVERIFY2(button(name)->toolTip().contains(u"no link"_s), qPrintable(name));
        }
        QCOMPARE(open().rowCount(), 2);
        QVERIFY(open().index(0, 0).data(ListModel::StaleRole).toBool());
    }

    void idsOfAServerThatRestartedAreNotUsed()
    {
        m_lists->addConnections(3);
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_COMPARE(open().rowCount(), 3);
        select(u"2"_s);
        button(u"connectionDisconnect"_s)->click();
        ConfirmDialog *dialog = connections().disconnecting().dialog();
        auto *confirm = dialog->findChild<QPushButton *>(u"confirmButton"_s);
        QVERIFY(confirm->isEnabled());
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        QVERIFY(!confirm->isEnabled());
        m_server->restart(u"epoch-2"_s);
        QVERIFY(m_server->start(port));
        m_window->session().client().retryNow();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QVERIFY(!confirm->isEnabled());
        QVERIFY(confirm->toolTip().contains(u"restarted"_s));
        QCOMPARE(connections().details().id(), 0);
    }

    void pausedOrHiddenPagesAskForNothing()
    {
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        QTRY_VERIFY(asked(u"connections/list"_s) > 0);
        QCOMPARE(asked(u"audit/list"_s) + asked(u"limits/list"_s), 0);
        m_window->pauseAction().setChecked(true);
        m_window->showPage(MainWindow::AuditIndex);
        m_window->showPage(MainWindow::ConnectionsIndex);
        QCOMPARE(asked(u"audit/list"_s), 0);
        m_window->pauseAction().setChecked(false);
        m_window->showPage(MainWindow::AuditIndex);
        QTRY_COMPARE(asked(u"audit/list"_s), 1);
    }

    void limitsShowWhoIsNearestToThem()
    {
        const auto limit = [](const QString &scope, const QString &key) {
            return QJsonObject{{u"scope"_s, scope},     {u"key"_s, key},           {u"limit"_s, 100},
                               {u"windowMs"_s, 60'000}, {u"mode"_s, u"dry-run"_s}, {u"keys"_s, 2},
                               {u"refused"_s, 0},       {u"wouldRefuse"_s, 12},    {u"refusedPerSecond"_s, 0}};
        };
        QJsonObject ofEvent = limit(u"event"_s, u"events.app/save-note.rate-limit"_s);
        ofEvent[u"event"_s] = u"app/save-note"_s;
        m_lists->limits = {limit(u"user"_s, u"rate-limits.per-user-per-minute"_s), ofEvent};
        m_lists->keys = {QJsonObject{{u"key"_s, u"ada"_s}, {u"used"_s, 97}, {u"limit"_s, 100}, {u"freeInMs"_s, 2500}}};
        m_lists->offenders = {
            QJsonObject{{u"name"_s, u"bob"_s}, {u"kind"_s, u"user"_s}, {u"amount"_s, 1418}, {u"error"_s, 0}}};
        connectWindow();
        m_window->showPage(MainWindow::LimitsIndex);
        LimitsPage &page = m_window->limits();
        QTRY_COMPARE(page.limits().model().rowCount(), 2);
        QTRY_COMPARE(page.keys().model().rowCount(), 1);
        QCOMPARE(m_server->lastParams(u"limits/keys"_s).value("scope"_L1).toString(), u"user"_s);
        QCOMPARE(page.keys().model().index(0, 1).data().toString(), u"97 of 100"_s);
        QCOMPARE(page.limits().model().index(0, 1).data().toString(), u"100 / min"_s);
        page.limits().table().view().selectRow(1);
        QTRY_COMPARE(m_server->lastParams(u"limits/keys"_s).value("event"_L1).toString(), u"app/save-note"_s);
        page.offendersBy().setCurrentIndex(page.offendersBy().findData(u"handler-time"_s));
        QTRY_COMPARE(m_server->lastParams(u"top/list"_s).value("by"_L1).toString(), u"handler-time"_s);
    }

    void aTapNeedsItsBoundsAndShowsEventsAsTheyEnd()
    {
        connectWindow();
        m_window->showPage(MainWindow::TapIndex);
        TapPage &page = m_window->tap();
        QPushButton *start = button(u"tapStart"_s);
        QVERIFY(!start->isEnabled());
        m_window->findChild<QSpinBox *>(u"tapPerSecond"_s)->setValue(20);
        QVERIFY(!start->isEnabled());
        m_window->findChild<QSpinBox *>(u"tapSeconds"_s)->setValue(60);
        QTRY_VERIFY(start->isEnabled());
        start->click();
        QTRY_COMPARE(page.feed().state(), TapFeed::State::Running);
        QCOMPARE(m_server->lastParams(u"trace/start"_s), (QJsonObject{{u"maxPerSecond"_s, 20}, {u"seconds"_s, 60}}));
        sendRecord(u"succeeded"_s, 0, 3);
        QTRY_COMPARE(page.feed().records().rowCount(), 1);
        QVERIFY(page.stateText().contains(u"3 more matched"_s));
        button(u"tapPause"_s)->click();
        sendRecord(u"refused"_s, static_cast<int>(ErrorCode::RateLimited), 0);
        QTRY_COMPARE(page.feed().records().waiting(), 1);
        QCOMPARE(page.feed().records().rowCount(), 1);
        button(u"tapPause"_s)->click();
        QCOMPARE(page.feed().records().rowCount(), 2);
        page.table().view().selectRow(0);
        const QString steps = page.trace().stepTexts().join(u'\n');
        QVERIFY2(steps.contains(u"rate-limit | limit 100, used 100"_s), qPrintable(steps));
        QVERIFY2(steps.contains(u"answered"_s), qPrintable(steps));
        m_server->notify(u"trace/records"_s,
                         {{u"tap"_s, 7}, {u"records"_s, QJsonArray{}}, {u"dropped"_s, 0}, {u"ended"_s, true}});
        QTRY_COMPARE(page.feed().state(), TapFeed::State::Ended);
        QCOMPARE(start->text(), u"Start"_s);
        button(u"tapClear"_s)->click();
        QCOMPARE(page.feed().records().rowCount(), 0);
    }

    void aTapIsStoppedAndEndsWithTheLink()
    {
        connectWindow();
        m_window->showPage(MainWindow::TapIndex);
        TapFeed &feed = m_window->tap().feed();
        feed.start({{u"maxPerSecond"_s, 5}, {u"seconds"_s, 5}});
        QTRY_COMPARE(feed.state(), TapFeed::State::Running);
        feed.stop();
        QTRY_COMPARE(m_server->lastParams(u"trace/stop"_s).value("tap"_L1).toInt(), 7);
        feed.start({{u"maxPerSecond"_s, 5}, {u"seconds"_s, 5}});
        QTRY_COMPARE(feed.state(), TapFeed::State::Running);
        m_server->crash();
        QTRY_COMPARE(feed.state(), TapFeed::State::LinkLost);
    }

    void theListOfATapIsBounded()
    {
        TraceModel model(TraceModel::Extent::Full);
        QJsonArray many;
        for (int i = 0; i < TraceModel::kCapacity + 5; ++i)
            many.append(QJsonObject{{u"connection"_s, i}});
        model.append(many);
        QCOMPARE(model.rowCount(), TraceModel::kCapacity);
        QCOMPARE(model.valuesAt(0).value("connection"_L1).toInt(), TraceModel::kCapacity + 4);
        model.append({QJsonObject{{u"connection"_s, 99'999}}});
        QCOMPARE(model.rowCount(), TraceModel::kCapacity);
        QCOMPARE(model.valuesAt(0).value("connection"_L1).toInt(), 99'999);
        QCOMPARE(model.toJsonLines().count('\n'), TraceModel::kCapacity);
    }

    void whatIsCopiedHasNoMarks()
    {
        QStandardItemModel model(1, 1);
        model.setItem(0, 0, new QStandardItem(format::percent(63)));
        QTableView table;
        table.setModel(&model);
        new PlainCopy(table);
        table.setCurrentIndex(model.index(0, 0));
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"63\u00a0%"_s);
        QCOMPARE(csvLine({format::percent(63), u"a"_s}), QByteArray("63\xc2\xa0%,a\r\n"));
    }

    void anAuditEntryIsShownInFull()
    {
        m_lists->audit = {QJsonObject{{u"seq"_s, 2},
                                      {u"atMs"_s, qint64{1'700'000'000'000}},
                                      {u"who"_s, u"mira"_s},
                                      {u"role"_s, u"admin"_s},
                                      {u"method"_s, u"config/patch"_s},
                                      {u"before"_s, QJsonObject{{u"a"_s, 1}, {u"b"_s, true}}},
                                      {u"after"_s, QJsonObject{{u"a"_s, 2}, {u"b"_s, true}}},
                                      {u"reason"_s, u"room"_s},
                                      {u"result"_s, u"done"_s}}};
        connectWindow();
        m_window->showPage(MainWindow::AuditIndex);
        AuditPage &page = m_window->audit();
        QTRY_COMPARE(page.table().model().rowCount(), 1);
        QCOMPARE(page.table().model().index(0, 4).data().toString(), u"a 1 → 2, b true"_s);
        page.table().table().view().selectRow(0);
        QStringList texts;
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        QVERIFY(texts.contains(u"− 1"_s) && texts.contains(u"+ 2"_s) && texts.contains(u"Reason: room"_s));
    }

    void emptyListsSayWhy()
    {
        connectWindow();
        m_window->showPage(MainWindow::ConnectionsIndex);
        ListTable &table = connections().table(ConnectionsPage::OpenTab).table();
        QTRY_VERIFY(table.emptyText().contains(u"Nobody is connected"_s));
        m_window->showPage(MainWindow::AuditIndex);
        QTRY_VERIFY(m_window->audit().table().table().emptyText().contains(u"No operator"_s));
        m_window->showPage(MainWindow::LimitsIndex);
        QTRY_VERIFY(m_window->limits().limits().table().emptyText().contains(u"limits nothing"_s));
    }

    void serversAreSavedAndCanBeMadeReadOnly()
    {
        connectWindow();
        m_window->showPage(MainWindow::ServersIndex);
        ServersPage &page = m_window->servers();
        QCOMPARE(page.cards().size(), 1);
        QCOMPARE(page.cards().constFirst()->profile().name, u"prod-eu-1"_s);
        QVERIFY(m_window->session().canCall(u"connections/close"_s));
        page.cards().constFirst()->findChild<QCheckBox *>(u"serverReadOnly"_s)->setChecked(true);
        QVERIFY(!m_window->session().canCall(u"connections/close"_s));
        QVERIFY(!m_window->session().canCall(u"config/patch"_s));
        QVERIFY(m_window->session().canCall(u"trace/start"_s));
        // However one comes back to it.
        m_window->connectTo(profile());
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QVERIFY(!m_window->session().canCall(u"config/patch"_s));
        QTRY_COMPARE(page.cards().size(), 1);
        QVERIFY(page.cards().constFirst()->profile().isReadOnly);
        page.cards().constFirst()->findChild<QCheckBox *>(u"serverReadOnly"_s)->setChecked(false);
        QVERIFY(m_window->session().canCall(u"config/patch"_s));
    }

    void otherServersCanBeForgotten()
    {
        ConnectionProfile other;
        other.host = u"elsewhere.example"_s;
        ProfileStore(*m_settings).save(other);
        connectWindow();
        ServersPage &page = m_window->servers();
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_COMPARE(page.cards().size(), 2);
        QVERIFY(!page.cards().at(0)->findChild<QPushButton *>(u"serverForget"_s)->isEnabled());
        page.cards().at(1)->findChild<QPushButton *>(u"serverForget"_s)->click();
        QTRY_COMPARE(page.cards().size(), 1);
        QCOMPARE(ProfileStore(*m_settings).all().size(), 1);
    }

    void everyControlOfThePagesHasAName()
    {
        m_lists->addConnections(1);
        connectWindow();
        for (const auto page : {MainWindow::ConnectionsIndex, MainWindow::LimitsIndex, MainWindow::TapIndex,
                                MainWindow::AuditIndex, MainWindow::ServersIndex}) {
            m_window->showPage(page);
            const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                    || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QLineEdit *>(widget->parentWidget()))
                    continue;
                const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
                const bool isContainer = widget->inherits("QScrollArea") || widget->inherits("QSplitter");
                QVERIFY2(isContainer || (interface && !interface->text(QAccessible::Name).isEmpty()),
                         qPrintable(u"%1 %2 on page %3"_s
                                        .arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName())
                                        .arg(page)));
            }
        }
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

    void select(const QString &id) { connections().table(ConnectionsPage::OpenTab).table().select(id); }

    void sendRecord(const QString &outcome, int code, int dropped)
    {
        const QJsonObject verdict{{u"policy"_s, u"rate-limit"_s},
                                  {u"admitted"_s, code == 0},
                                  {u"numbers"_s, QJsonObject{{u"limit"_s, 100}, {u"used"_s, 100}}}};
        const QJsonObject record{{u"atMs"_s, qint64{1'700'000'000'000}},
                                 {u"connection"_s, 4},
                                 {u"user"_s, u"ada"_s},
                                 {u"event"_s, u"app/get-user"_s},
                                 {u"outcome"_s, outcome},
                                 {u"code"_s, code},
                                 {u"totalMs"_s, 1.5},
                                 {u"verdicts"_s, QJsonArray{verdict}}};
        m_server->notify(
            u"trace/records"_s,
            {{u"tap"_s, 7}, {u"records"_s, QJsonArray{record}}, {u"dropped"_s, dropped}, {u"ended"_s, false}});
    }

    [[nodiscard]] qsizetype asked(const QString &method) const
    {
        return std::count_if(m_server->requests().cbegin(), m_server->requests().cend(),
                             [&](const auto &request) { return request.first == method; });
    }

    ConnectionsPage &connections() { return m_window->connections(); }
    PagedModel &open() { return connections().model(ConnectionsPage::OpenTab); }
    QPushButton *button(const QString &name) { return m_window->findChild<QPushButton *>(name); }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<test::FakeLists> m_lists;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ListPagesTest)
#include "tst_listpages.moc"

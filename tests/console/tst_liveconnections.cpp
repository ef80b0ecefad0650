// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/dialogs/confirmdialog.h"
#include "console/pages/auditpage.h"
#include "console/pages/connectiondetails.h"
#include "console/pages/connectionspage.h"
#include "console/pages/limitspage.h"
#include "console/pages/tappage.h"
#include "console/widgets/filterline.h"
#include "console/widgets/pagedtable.h"
#include "tests/support/expect.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

/// The list pages on a real server with real clients: what the console asks for is what the server offers.
class LiveConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_english = std::make_unique<Translations>(QLocale());
    }

    void clientsAreListedTappedAndDisconnected()
    {
        test::TestServer server(u"bench.toml"_s, {u"rate-limits.per-user-per-minute=1000"_s});
        SLUICE_START(server);
        test::TestClient ada;
        test::TestClient bob;
        QVERIFY(ada.connectTo(server.ports().clients, {.bearer = server.token(u"ada"_s)}));
        QVERIFY(bob.connectTo(server.ports().clients, {.bearer = server.token(u"bob"_s)}));
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
        SLUICE_VERIFY_OK(bob.call(u"bench/echo"_s));

        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        Theme theme(*qApp);
        MainWindow window({m_clock, m_random, settings, theme});
        window.resize(1280, 800);
        window.show();
        ConnectionProfile profile;
        profile.port = server.ports().admin;
        profile.token = QString::fromLatin1(server.adminToken());
        window.connectTo(profile);
        QTRY_COMPARE(window.session().client().state(), LinkState::Live);

        // Both are listed; the server filters, and says what it does not understand.
        window.showPage(MainWindow::ConnectionsIndex);
        ConnectionsPage &page = window.connections();
        PagedModel &open = page.model(ConnectionsPage::OpenTab);
        QTRY_COMPARE(open.rowCount(), 2);
        page.filter().setText(u"colour:red"_s);
        QTRY_VERIFY(page.filter().fault().contains(u"colour"_s));
        page.filter().setText(u"user:ada"_s);
        QTRY_COMPARE(open.rowCount(), 1);
        QCOMPARE(open.status().total, 2);
        for (int column = 0; column < open.columnCount(); ++column)
            open.sortBy(column); // every column that can be clicked is one the server knows
        QTRY_VERIFY(open.status().isKnown && open.status().error.isEmpty());

        // One of them in detail, with what it did.
        page.table(ConnectionsPage::OpenTab).table().select(open.idAt(0));
        QTRY_VERIFY(page.details().events().rowCount() >= 1);
        QCOMPARE(page.details().events().valuesAt(0).value("event"_L1).toString(), u"bench/echo"_s);

        // Its events as they end.
        window.showPage(MainWindow::TapIndex);
        TapFeed &feed = window.tap().feed();
        feed.start({{u"maxPerSecond"_s, 100}, {u"seconds"_s, 60}, {u"user"_s, u"ada"_s}});
        QTRY_COMPARE(feed.state(), TapFeed::State::Running);
        SLUICE_VERIFY_OK(ada.call(u"bench/echo"_s));
        SLUICE_VERIFY_OK(bob.call(u"bench/echo"_s));
        QTRY_COMPARE(feed.records().rowCount(), 1);
        QCOMPARE(feed.records().valuesAt(0).value("user"_L1).toString(), u"ada"_s);
        QVERIFY(!feed.records().valuesAt(0).value("verdicts"_L1).toArray().isEmpty());
        feed.stop();

        // The limits in force, and who is nearest to one.
        window.showPage(MainWindow::LimitsIndex);
        PagedModel &limits = window.limits().limits().model();
        QTRY_VERIFY(limits.rowCount() > 0);
        const auto ofUsers = [&] {
            for (int row = 0; row < limits.rowCount(); ++row) {
                if (limits.valuesAt(row).value("scope"_L1).toString() == "user"_L1)
                    return row;
            }
            return -1;
        };
        QVERIFY(ofUsers() >= 0);
        window.limits().limits().table().view().selectRow(ofUsers());
        PagedModel &keys = window.limits().keys().model();
        QTRY_COMPARE(keys.rowCount(), 2);
        QTRY_VERIFY(window.limits().offenders().model().status().isKnown);

        // Disconnected by filter: counted, typed, and told to the client.
        window.showPage(MainWindow::ConnectionsIndex);
        page.disconnecting().disconnectMatching(u"user:ada"_s);
        ConfirmDialog *dialog = page.disconnecting().dialog();
        auto *confirm = dialog->findChild<QPushButton *>(u"confirmButton"_s);
        QTRY_COMPARE(confirm->text(), u"Disconnect 1 client"_s);
        dialog->findChild<QLineEdit *>(u"confirmCount"_s)->setText(u"1"_s);
        dialog->findChild<QLineEdit *>(u"confirmReason"_s)->setText(u"test of the console"_s);
        confirm->click();
        QVERIFY(ada.waitForClose());
        QVERIFY(bob.isConnected());
        page.filter().setText({});
        QTRY_COMPARE(open.rowCount(), 1);
        page.tabs().setCurrentIndex(ConnectionsPage::ClosedTab);
        PagedModel &closed = page.model(ConnectionsPage::ClosedTab);
        QTRY_COMPARE(closed.rowCount(), 1);
        QCOMPARE(closed.valuesAt(0).value("reason"_L1).toString(), u"test of the console"_s);
        for (int column = 0; column < closed.columnCount(); ++column)
            closed.sortBy(column);
        QTRY_VERIFY(closed.status().isKnown && closed.status().error.isEmpty());

        // All of it is on record.
        window.showPage(MainWindow::AuditIndex);
        PagedModel &audit = window.audit().table().model();
        QTRY_VERIFY(audit.rowCount() > 0);
        QCOMPARE(audit.valuesAt(0).value("method"_L1).toString(), u"connections/close"_s);
        QCOMPARE(audit.valuesAt(0).value("affected"_L1).toInt(), 1);
        QVERIFY(!audit.index(0, 0).data().toString().contains(u"1970"_s));
        window.audit().filter().setText(u"no such thing"_s);
        QTRY_COMPARE(audit.rowCount(), 0);
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(LiveConnectionsTest)
#include "tst_liveconnections.moc"

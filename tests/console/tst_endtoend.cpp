// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/sessionfiles.h"
#include "console/app/translations.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/pages/connectionspage.h"
#include "console/pages/eventspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/recording/sessioncapture.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/tile.h"
#include "tests/support/expect.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

/// The whole way once, with nothing faked: a real server, a real client, the console's own window.
class EndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_english = std::make_unique<Translations>(QLocale()); }

    void watchesChangesAndStopsARealServer()
    {
        test::TestServer server(u"bench.toml"_s, {u"rate-limits.per-user-per-minute=1000"_s});
        SLUICE_START(server);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        Theme theme(*qApp);
        MainWindow window({m_clock, m_random, settings, theme});
        window.show();
        ConnectionProfile profile;
        profile.port = server.ports().admin;
        profile.token = QString::fromLatin1(server.adminToken());
        window.connectTo(profile);
        QTRY_COMPARE(window.session().client().state(), LinkState::Live);

        // What clients do is seen.
        test::TestClient client;
        QVERIFY(client.connectTo(server.ports().clients));
        SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
        auto &connections = window.overview().tile(OverviewPage::TileId::Connections);
        QTRY_COMPARE(connections.content().value, u"1"_s);
        QTRY_VERIFY(window.session().history().latest().eventsReceived >= 1);

        // A limit that is changed here holds there: what was admitted already counts.
        const QString limit = u"rate-limits.per-user-per-minute"_s;
        ConfigModel &config = window.session().config();
        QTRY_COMPARE(config.runningValue(limit).toInt(), 1000);
        window.showPage(MainWindow::ConfigIndex);
        config.edit(limit, 3);
        window.findChild<QPushButton *>(u"configApply"_s)->click();
        QTRY_COMPARE(config.runningValue(limit).toInt(), 3);
        const auto calls = [&] { return client.call(u"bench/echo"_s).code(); };
        QTRY_COMPARE(calls(), static_cast<int>(ErrorCode::RateLimited));

        // The server stops when it is told to, and the console says so calmly.
        window.drainAction().trigger();
        ShutdownDialog *dialog = window.shutdownDialog();
        dialog->findChild<QLineEdit *>(u"shutdownName"_s)->setText(window.session().info().name);
        auto *confirm = dialog->findChild<QPushButton *>(u"shutdownConfirm"_s);
        QTRY_VERIFY(confirm->isEnabled());
        confirm->click();
        QTRY_COMPARE(window.header().linkText(), u"○ Stopped as asked"_s);
        const auto end = server.waitForExit();
        QVERIFY(end && end->isNormal);
        QCOMPARE(end->code, 0);
    }

    // What a real server told is there when it is gone.
    void aSavedSessionOutlivesItsServer()
    {
        test::TestServer server(u"bench.toml"_s);
        SLUICE_START(server);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        Theme theme(*qApp);
        const QString path = folder.filePath(u"real.sluice-session"_s);
        admin::Snapshot last;
        {
            MainWindow window({m_clock, m_random, settings, theme});
            window.show();
            ConnectionProfile profile;
            profile.port = server.ports().admin;
            profile.token = QString::fromLatin1(server.adminToken());
            window.connectTo(profile);
            test::TestClient client;
            QVERIFY(client.connectTo(server.ports().clients));
            SLUICE_VERIFY_OK(client.call(u"bench/echo"_s));
            QTRY_VERIFY(!window.session().history().isEmpty()
                        && window.session().history().latest().connectionsOpen == 1
                        && window.session().history().latest().eventsSucceeded >= 1);
            SessionCapture capture(window.session(), window.alerts());
            last = window.session().history().latest();
            QTRY_VERIFY(capture.isFinished());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray content = capture.recording().toFile();
            QCOMPARE(file.write(content), content.size());
        }
        server.kill();
        MainWindow window({m_clock, m_random, settings, theme});
        window.show();
        window.sessionFiles().open(path);
        QTRY_COMPARE(window.header().linkText(), u"◷ Recording"_s);
        QTRY_VERIFY(!window.session().history().isEmpty());
        QCOMPARE(window.session().history().latest().sequence, last.sequence);
        QCOMPARE(window.session().history().latest().eventsSucceeded, last.eventsSucceeded);
        QTRY_VERIFY(window.session().config().rowCount() > 0);
        window.showPage(MainWindow::ConnectionsIndex);
        auto *table = window.connections().findChild<QTableView *>(u"connectionsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        window.showPage(MainWindow::EventsIndex);
        QTRY_VERIFY(window.events().table().model()->rowCount() > 0);
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(EndToEndTest)
#include "tst_endtoend.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/tile.h"
#include "tests/support/expect.h"

#include "shared/base/random.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
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

private:
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(EndToEndTest)
#include "tst_endtoend.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/charts/chartcard.h"
#include "console/demo/incidentserver.h"
#include "console/models/metricinfo.h"
#include "console/pages/comparison.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/serverspage.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/sparkline.h"
#include "tests/console/adjustableclock.h"
#include "tests/support/fakeadminserver.h"

#include "shared/admin/admincommand.h"
#include "shared/base/random.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

/// Several servers beside each other: their cards, their lines on one axis, and what each one allows.
class ServersTest : public QObject
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
        for (auto *server : {&m_first, &m_second}) {
            *server = std::make_unique<test::FakeAdminServer>();
            QVERIFY((*server)->start());
        }
        // Whose clock is an hour behind, and which has other numbers.
        m_second->snapshot().timeMs -= 3'600'000;
        m_second->snapshot().epoch = u"another"_s;
        m_second->snapshot().connectionsOpen = 77;
        m_second->setHistory(history(*m_second, 40));
        m_first->setHistory(history(*m_first, 100));
        ProfileStore store(*m_settings);
        store.save(profileOf(*m_second, u"south"_s));
        store.save(profileOf(*m_first, u"north"_s));
        openWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_first.reset();
        m_second.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void cardsShowServersThatNoWindowIsOn()
    {
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY(!sparkline(1, 2).trend().points.isEmpty());
        QCOMPARE(sparkline(1, 2).value(), u"77"_s);
        QCOMPARE(sparkline(1, 0).value(), metricOf(40));
        QCOMPARE(sparkline(0, 0).value(), metricOf(100));
        QCOMPARE(sparkline(1, 0).trend().points.constLast().y(), 40.0);
        QTRY_VERIFY(card(1).accessibleDescription().startsWith(u"● live"_s));
        // New samples arrive.
        m_second->snapshot().connectionsOpen = 78;
        m_second->sendSample();
        QTRY_COMPARE(sparkline(1, 2).value(), u"78"_s);
        // A server that goes away is old, with its last numbers.
        m_second->crash();
        QTRY_VERIFY(card(1).accessibleDescription().startsWith(u"■ link lost"_s));
        QCOMPARE(sparkline(1, 2).value(), u"78"_s);
        QVERIFY(sparkline(1, 2).accessibleName().endsWith(u", old"_s));
    }

    void nobodyIsWatchedWhoIsNotLookedAt()
    {
        QCOMPARE(m_second->consoles(), 0);
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_COMPARE(m_second->consoles(), 1);
        m_window->showPage(MainWindow::OverviewIndex);
        QTRY_COMPARE(m_second->consoles(), 0);
        // The one that the window is on has one link, not two.
        m_window->connectTo(profileOf(*m_first, {}));
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_COMPARE(m_second->consoles(), 1);
        QCOMPARE(m_first->consoles(), 1);
    }

    // Though the usual address is that of nothing in particular.
    void aPracticeIsNoSavedServer()
    {
        ConnectionProfile usual;
        usual.name = u"local"_s;
        ProfileStore(*m_settings).save(usual);
        m_window->servers().reload();
        IncidentServer practice;
        m_window->watchDemo(practice);
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY2(card(0).accessibleDescription().startsWith(u"○ not connected"_s),
                     qPrintable(card(0).accessibleDescription()));
        QVERIFY(card(0).findChild<QPushButton *>(u"serverOpen"_s)->isEnabled());
    }

    void whyThereIsNoLinkIsSaid_data()
    {
        QTest::addColumn<QString>("tokenFile");
        QTest::addColumn<QString>("said");
        QTest::newRow("no file is saved") << QString() << u"No token file is saved"_s;
        QTest::newRow("the file is gone") << u"/nowhere/token"_s << u"/nowhere/token"_s;
        QTest::newRow("another token") << u"wrong"_s << u"does not know the saved token"_s;
    }

    void whyThereIsNoLinkIsSaid()
    {
        QFETCH(QString, tokenFile);
        QFETCH(const QString, said);
        if (tokenFile == u"wrong")
            tokenFile = tokenFileWith("not-this-one");
        ConnectionProfile profile = profileOf(*m_second, u"south"_s);
        profile.tokenFile = tokenFile;
        ProfileStore(*m_settings).update(profile);
        m_window->servers().reload();
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY2(card(1).accessibleDescription().contains(said), qPrintable(card(1).accessibleDescription()));
        QVERIFY(card(1).accessibleDescription().startsWith(u"○ not connected"_s));
    }

    void twoAreComparedOnOneAxis()
    {
        Comparison &comparison = m_window->servers().comparison();
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY(!sparkline(0, 0).trend().points.isEmpty() && !sparkline(1, 0).trend().points.isEmpty());
        QVERIFY(!comparison.card());
        compare(0);
        QVERIFY(!comparison.card());
        compare(1);
        QVERIFY(comparison.card());
        const auto lines = [&]() -> const QList<QList<QPointF>> & { return comparison.card()->chart().data().series; };
        QCOMPARE(lines().size(), 2);
        // Their clocks are an hour apart; their lines end at the same place, and have the same moments.
        for (qsizetype i = 0; i < lines().at(0).size(); ++i)
            QCOMPARE(lines().at(0).at(i).x(), lines().at(1).at(i).x());
        QCOMPARE(lines().at(0).constLast(), QPointF(0, 100));
        QCOMPARE(lines().at(1).constLast(), QPointF(0, 40));
        QCOMPARE(comparison.card()->legend().texts().constFirst(), u"north "_s + metricOf(100));
        QCOMPARE(comparison.card()->legend().texts().constLast(), u"south "_s + metricOf(40));
        // Older than what any of them has.
        QVERIFY(std::isnan(lines().at(0).constFirst().y()));
        QVERIFY(!comparison.card()->chart().data().gaps.isEmpty());
        // Another metric.
        auto *metric = comparison.findChild<QComboBox *>(u"comparedMetric"_s);
        metric->setCurrentIndex(metric->findData(static_cast<int>(Metric::Connections)));
        QCOMPARE(lines().at(1).constLast().y(), 77.0);
        QVERIFY(comparison.card()->toCsv().startsWith("time,north,south,markers\r\n"));
        QVERIFY(comparison.card()->toCsv().contains(",77,"));
        // Remembered for the next time, also when servers are saved meanwhile.
        ProfileStore(*m_settings).save(profileOf(*m_first, u"north"_s));
        openWindow();
        QCOMPARE(m_window->servers().comparison().chosenMetric(), Metric::Connections);
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY(m_window->servers().comparison().card());
        // One is no comparison.
        compare(0, false);
        QVERIFY(!m_window->servers().comparison().card());
    }

    void aServerThatFallsSilentEndsEarlier()
    {
        m_window->showPage(MainWindow::ServersIndex);
        QTRY_VERIFY(!sparkline(0, 0).trend().points.isEmpty() && !sparkline(1, 0).trend().points.isEmpty());
        compare(0);
        compare(1);
        m_second->crash();
        m_clock.advance(std::chrono::seconds(30));
        m_first->sendSample();
        const auto isLastKnown = [&](qsizetype line) {
            return std::isfinite(
                m_window->servers().comparison().card()->chart().data().series.at(line).constLast().y());
        };
        QTRY_VERIFY(isLastKnown(0) && !isLastKnown(1));
    }

    void noMoreThanCanBeToldApart()
    {
        ProfileStore store(*m_settings);
        for (quint16 port = 1; port <= 5; ++port) {
            ConnectionProfile other = profileOf(*m_first, u"other"_s);
            other.port = port;
            store.save(other);
        }
        m_window->servers().reload();
        QCOMPARE(m_window->servers().cards().size(), 7);
        for (int i = 0; i < 6; ++i)
            compare(i);
        QVERIFY(!compareBox(6).isEnabled());
        QVERIFY(compareBox(5).isEnabled());
        compare(5, false);
        QVERIFY(compareBox(6).isEnabled());
    }

    // A new window of a server has that server's token and certificate, whichever was used last.
    void theCommandLineKnowsSavedServers()
    {
        ConnectionProfile last;
        last.security = {.tls = true, .fingerprint = u"AA"_s};
        ConnectionProfile other = last;
        other.port = 7702;
        other.tokenFile = u"other.token"_s;
        other.security = {.tls = true, .fingerprint = u"BB"_s};
        const QStringList arguments{u"sluice-console"_s, u"--host"_s, other.host, u"--port"_s, u"7702"_s};
        const CommandLine line = CommandLine::parse(arguments, last, {last, other});
        QCOMPARE(line.profile.security.fingerprint, u"BB"_s);
        QCOMPARE(line.profile.tokenFile, u"other.token"_s);
        QCOMPARE(CommandLine::parse({u"sluice-console"_s}, last, {last, other}).profile.security.fingerprint, u"AA"_s);
    }

    // Each server's own switch hides whatever writes, and only there.
    void readOnlyIsEachServersOwn()
    {
        m_window->showPage(MainWindow::ServersIndex);
        card(0).findChild<QCheckBox *>(u"serverReadOnly"_s)->setChecked(true);
        const auto isWritable = [&] {
            return std::any_of(
                admin::adminCommands().begin(), admin::adminCommands().end(), [&](const admin::AdminCommand &command) {
                    return command.writes && m_window->session().canCall(QString::fromLatin1(command.method));
                });
        };
        m_window->connectTo(profileOf(*m_first, {}));
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QVERIFY(!isWritable());
        QVERIFY(!m_window->drainAction().isVisible());
        for (const auto page : {MainWindow::ConnectionsIndex, MainWindow::ConfigIndex}) {
            m_window->showPage(page);
            for (const QString &name : {u"connectionsAll"_s, u"configApply"_s}) {
                const auto *button = m_window->findChild<QPushButton *>(name);
                QVERIFY(button);
                QVERIFY2(!button->isVisible(), qPrintable(name));
            }
        }
        m_window->connectTo(profileOf(*m_second, {}));
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QVERIFY(isWritable());
        QVERIFY(m_window->drainAction().isVisible());
    }

private:
    /// Two minutes of `rate` events a second; the server goes on from there.
    static QList<admin::Snapshot> history(test::FakeAdminServer &server, quint64 rate)
    {
        QList<admin::Snapshot> samples;
        admin::Snapshot &now = server.snapshot();
        for (int i = 0; i < 120; ++i) {
            ++now.sequence;
            now.timeMs += 1000;
            now.uptimeMs += 1000;
            now.eventsReceived += rate;
            samples.append(now);
        }
        return samples;
    }

    static QString metricOf(double rate) { return metricText(Metric::ReceivedRate, rate); }

    QString tokenFileWith(const QByteArray &token)
    {
        const QString path = m_folder->filePath(u"token-%1"_s.arg(QString::fromLatin1(token)));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(token) != token.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    ConnectionProfile profileOf(const test::FakeAdminServer &server, const QString &name)
    {
        ConnectionProfile profile;
        profile.port = server.port();
        profile.tokenFile = tokenFileWith(server.token());
        profile.name = name;
        return profile;
    }

    void openWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(MainWindow::Environment{m_clock, m_random, *m_settings, *m_theme});
        m_window->resize(1280, 800);
        m_window->show();
    }

    ServerCard &card(int place) { return *m_window->servers().cards().at(place); }
    Sparkline &sparkline(int place, int which) { return *card(place).sparklines().at(which); }
    QCheckBox &compareBox(int place) { return *card(place).findChild<QCheckBox *>(u"serverCompared"_s); }
    void compare(int place, bool isCompared = true) { compareBox(place).setChecked(isCompared); }

    test::AdjustableClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::FakeAdminServer> m_first;
    std::unique_ptr<test::FakeAdminServer> m_second;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(ServersTest)
#include "tst_servers.moc"

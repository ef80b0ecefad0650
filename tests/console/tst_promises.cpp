// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/translations.h"
#include "console/app/windowactions.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/pagedmodel.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/overviewpage.h"
#include "console/recording/recording.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/tile.h"
#include "tests/console/adjustableclock.h"
#include "tests/support/fakelists.h"

#include "shared/base/random.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;

/// What others' work has cost this thread so far, as the kernel counts it.
double waitedMs()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() / 1e6 : 0;
}

/// How long the event loop of this thread was away at most: on the clock, and less what it waited for a processor.
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Watchdog::look);
        m_wall.start();
        m_waited = waitedMs();
        m_timer.start(1);
    }

    double mostWallMs = 0;
    double mostOwnMs = 0;

private:
    void look()
    {
        const double waited = waitedMs();
        const double wall = static_cast<double>(m_wall.nsecsElapsed()) / 1e6;
        mostWallMs = std::max(mostWallMs, wall);
        mostOwnMs = std::max(mostOwnMs, wall - (waited - m_waited));
        m_wall.restart();
        m_waited = waited;
    }

    QTimer m_timer;
    QElapsedTimer m_wall;
    double m_waited = 0;
};

} // namespace

/// What the console promises as a whole (console.md, sections 3.4, 3.6 and 6).
class PromisesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_english = std::make_unique<Translations>(QLocale(QLocale::English)); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp);
        m_clock = std::make_unique<test::AdjustableClock>();
        m_server = std::make_unique<test::FakeAdminServer>();
        m_lists = std::make_unique<test::FakeLists>(*m_server);
        QVERIFY(m_server->start());
        m_window = newWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_lists.reset();
        m_ring.clear();
        m_clock.reset();
        m_theme.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void whatWritesIsThereForWhoMayAndAbsentForAViewer_data()
    {
        QTest::addColumn<bool>("mayWrite");
        QTest::newRow("admin") << true;
        QTest::newRow("viewer") << false;
    }

    void whatWritesIsThereForWhoMayAndAbsentForAViewer()
    {
        QFETCH(bool, mayWrite);
        m_lists->addConnections(20);
        m_server->setRole(mayWrite ? admin::Role::Admin : admin::Role::Viewer);
        connectWindow(*m_window);
        m_server->sendSample();
        QTRY_VERIFY(m_window->session().config().rowCount() > 0);
        const auto isThere = [&](const QString &name) {
            const auto *widget = m_window->findChild<QWidget *>(name);
            return widget != nullptr && widget->isVisible();
        };
        QTRY_COMPARE(m_window->drainAction().isVisible(), mayWrite);
        QCOMPARE(m_window->actions().apply->isVisible(), mayWrite);
        QCOMPARE(isThere(u"drainButton"_s), mayWrite);
        m_window->showPage(MainWindow::ConfigIndex);
        for (const QString &name : {u"configApply"_s, u"configCheck"_s, u"configReason"_s})
            QCOMPARE(isThere(name), mayWrite);
        QCOMPARE(m_window->config().table().isColumnHidden(ConfigModel::NewColumn), !mayWrite);
        const QModelIndex value = m_window->session().config().indexOf(kWorkers, ConfigModel::NewColumn);
        QCOMPARE(value.flags().testFlag(Qt::ItemIsEditable), mayWrite);
        m_window->showPage(MainWindow::ConnectionsIndex);
        ConnectionsPage &page = m_window->connections();
        PagedModel &open = page.model(ConnectionsPage::OpenTab);
        QTRY_COMPARE(open.rowCount(), 20);
        page.table(ConnectionsPage::OpenTab).table().select(open.idAt(0));
        QCOMPARE(isThere(u"connectionsAll"_s), mayWrite);
        for (const QString &name : {u"connectionDisconnect"_s, u"connectionNotice"_s})
            QTRY_VERIFY2(isThere(name) == mayWrite, qPrintable(name));
        for (QAction *action : page.actions()) {
            if (action->shortcut() == QKeySequence(Qt::Key_Delete))
                QCOMPARE(action->isVisible(), mayWrite);
        }
    }

    void aLateSampleIsSaidAndNothingElse()
    {
        connectWindow(*m_window);
        m_server->sendSample();
        QTRY_VERIFY(!m_window->session().history().isEmpty());
        const QColor fresh = chart(*m_window, OverviewPage::ChartId::Queue).seriesColor(0);
        m_clock->advance(3s);
        QTRY_COMPARE(m_window->header().linkText(), u"▲ Sample 3 s old"_s);
        QVERIFY(m_window->drainAction().isEnabled());
        QVERIFY(m_window->alertStrip().message().isEmpty());
        QCOMPARE(chart(*m_window, OverviewPage::ChartId::Queue).seriesColor(0), fresh);
    }

    void aLinkCutForAMinuteLooksOldAndComesBackWhole()
    {
        m_server->setHistory(samples(60));
        connectWindow(*m_window);
        QTRY_COMPARE(m_window->session().history().samples().size(), 60);
        m_window->session().config().edit(kWorkers, 14);
        const QColor fresh = chart(*m_window, OverviewPage::ChartId::Queue).seriesColor(0);
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::LinkLost);
        m_clock->advance(60s);

        // The state table: everything says that it is old, and nothing can be written.
        QTRY_VERIFY2(m_window->header().linkText().startsWith(u"■ Link lost 1:0"_s),
                     qPrintable(m_window->header().linkText()));
        QVERIFY(m_window->alertStrip().message().contains(u"No data since"_s));
        for (int id = 0; id < static_cast<int>(OverviewPage::TileId::Count); ++id) {
            const Tile &tile = m_window->overview().tile(static_cast<OverviewPage::TileId>(id));
            QVERIFY2(tile.accessibleName().contains(u"1:0"_s), qPrintable(tile.accessibleName()));
        }
        for (int id = 0; id < static_cast<int>(OverviewPage::ChartId::Count); ++id) {
            TimeChart &old = chart(*m_window, static_cast<OverviewPage::ChartId>(id));
            QVERIFY(!old.data().gaps.isEmpty());
            QVERIFY(old.data().gaps.constLast().to - old.data().gaps.constLast().from >= 55);
        }
        QVERIFY(chart(*m_window, OverviewPage::ChartId::Queue).seriesColor(0) != fresh);
        QVERIFY(!m_window->drainAction().isEnabled());
        QVERIFY(m_window->drainAction().toolTip().contains(u"no link"_s));
        QVERIFY(!m_window->actions().apply->isEnabled());
        QVERIFY(!m_window->connectDialog());

        // The server went on meanwhile.
        samples(60);
        m_server->setHistory(m_ring);
        QVERIFY(m_server->start(port));
        m_window->session().client().retryNow();
        QTRY_COMPARE(m_window->session().client().state(), LinkState::Live);
        QTRY_COMPARE(m_window->session().history().samples().size(), 120);
        QCOMPARE(m_window->session().config().edits().value(kWorkers).value.toInt(), 14);
        QTRY_COMPARE(m_window->header().linkText(), u"● Live"_s);
        QCOMPARE(chart(*m_window, OverviewPage::ChartId::Queue).seriesColor(0), fresh);
        // As one who comes now sees it: the ring and nothing else.
        const std::unique_ptr<MainWindow> other = newWindow();
        connectWindow(*other);
        QTRY_COMPARE(other->session().history().samples().size(), 120);
        m_server->sendSample();
        QTRY_COMPARE(m_window->session().history().samples().size(), 121);
        QTRY_COMPARE(other->session().history().samples().size(), 121);
        for (int id = 0; id < static_cast<int>(OverviewPage::ChartId::Count); ++id) {
            const auto which = static_cast<OverviewPage::ChartId>(id);
            QTRY_COMPARE(chart(*m_window, which).data().endMs, chart(*other, which).data().endMs);
            const QList<QList<QPointF>> &expected = chart(*other, which).data().series;
            QCOMPARE(chart(*m_window, which).data().series.size(), expected.size());
            for (qsizetype line = 0; line < expected.size(); ++line) {
                QCOMPARE(expected.at(line).size(), 121);
                comparePoints(chart(*m_window, which).data().series.at(line), expected.at(line));
            }
            // Nothing is known from before the ring, and all since then.
            for (const Gap &gap : chart(*m_window, which).data().gaps)
                QVERIFY2(gap.to <= -120, qPrintable(QString::number(gap.to)));
        }
    }

    void enterStopsNoServer()
    {
        connectWindow(*m_window);
        m_server->sendSample();
        QTRY_VERIFY(m_window->drainAction().isEnabled());
        m_window->drainAction().trigger();
        ShutdownDialog &dialog = *m_window->shutdownDialog();
        dialog.findChild<QLineEdit *>(u"shutdownName"_s)->setText(m_window->session().info().name);
        auto *confirm = dialog.findChild<QPushButton *>(u"shutdownConfirm"_s);
        QTRY_VERIFY(confirm->isEnabled());
        for (QWidget *part : dialog.findChildren<QWidget *>()) {
            if (!part->isVisible() || !part->isEnabled() || part->focusPolicy() == Qt::NoFocus
                || part->objectName() == "shutdownCancel"_L1)
                continue;
            QApplication::setActiveWindow(&dialog);
            part->setFocus();
            QTest::keyClick(part, Qt::Key_Return);
            QTest::keyClick(part, Qt::Key_Enter);
            QVERIFY2(dialog.isVisible(), qPrintable(part->objectName()));
        }
        for (const auto &[method, params] : m_server->requests())
            QVERIFY2(method != "server/shutdown"_L1 && method != "server/drain"_L1, qPrintable(method));
        // And it was armed all the time.
        confirm->click();
        QTRY_VERIFY(std::any_of(m_server->requests().cbegin(), m_server->requests().cend(), [](const auto &request) {
            return request.first == "server/shutdown"_L1 || request.first == "server/drain"_L1;
        }));
    }

    void theFirstPictureIsWholeWithinASecond()
    {
        constexpr double kPromisedMs = 1000;
        m_lists->addConnections(10'000);
        m_server->setHistory(samples(600));
        connectWindow(*m_window);
        const double waited = waitedMs();
        QElapsedTimer since;
        since.start();
        const auto isWhole = [this] {
            for (int id = 0; id < static_cast<int>(OverviewPage::ChartId::Count); ++id) {
                const QList<QList<QPointF>> &series =
                    chart(*m_window, static_cast<OverviewPage::ChartId>(id)).data().series;
                if (series.isEmpty() || series.constFirst().size() < 600)
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(isWhole());
        QVERIFY(!m_window->grab().isNull()); // and painted
        const double tookMs = static_cast<double>(since.elapsed()) - (waitedMs() - waited);
        qInfo("the first picture took %.0f ms", tookMs);
        QVERIFY2(tookMs <= kPromisedMs, qPrintable(QString::number(tookMs)));
    }

    void theWindowAnswersAlsoWithTenThousandConnections()
    {
        // Such a stretch is not felt (console.md, section 6); ten times as much is allowed to a machine that others
        // use.
        constexpr double kFeltMs = 50;
        constexpr double kNoise = 10;
        m_lists->addConnections(10'000);
        m_server->setHistory(samples(600));
        connectWindow(*m_window);
        QTRY_COMPARE(m_window->session().history().samples().size(), 600);
        Watchdog dog;
        QTimer pace; // the server's
        connect(&pace, &QTimer::timeout, m_server.get(), [this] { m_server->sendSample(); });
        pace.start(1000);
        for (const auto page : {MainWindow::OverviewIndex, MainWindow::ConnectionsIndex}) {
            m_window->showPage(page);
            const qsizetype before = m_window->session().history().samples().size();
            QTRY_COMPARE_WITH_TIMEOUT(m_window->session().history().samples().size(), before + 4, 20'000);
        }
        QCOMPARE(m_window->connections().model(ConnectionsPage::OpenTab).status().total, 10'000);
        qInfo("the window was away for %.0f ms at most, %.0f ms by its own doing", dog.mostWallMs, dog.mostOwnMs);
        QVERIFY2(dog.mostOwnMs <= kFeltMs * kNoise, qPrintable(QString::number(dog.mostOwnMs)));
    }

    void aFullHourIsOpenedAndPackedAside()
    {
        constexpr double kFeltMs = 50;
        Recording hour = fullHour();
        const QString path = m_folder->filePath(u"hour.sluice-session"_s);
        QElapsedTimer took;
        took.start();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray content = hour.toFile();
            QCOMPARE(file.write(content), content.size());
        }
        const qint64 packingMs = took.restart();
        QVERIFY(Recording::read(path));
        const auto readingMs = static_cast<double>(took.elapsed());
        // Else this would say nothing: it could be done at once, and nobody would feel it.
        QVERIFY2(readingMs > kFeltMs, qPrintable(QString::number(readingMs)));

        Watchdog dog;
        m_window->openSession(path);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->session().history().samples().size(), 900, 20'000);
        QTRY_COMPARE(m_window->session().history(3600).samples().size(), 360);
        qInfo("packed in %lld ms, read in %.0f ms; the window was away for %.0f ms at most, %.0f ms by its own doing",
              packingMs, readingMs, dog.mostWallMs, dog.mostOwnMs);
        QVERIFY2(dog.mostOwnMs < readingMs / 2, qPrintable(QString::number(dog.mostOwnMs)));
    }

private:
    /// As large as an hour gets: every second of a quarter, with all workers, and 200 rows of each list.
    Recording fullHour()
    {
        Recording hour;
        m_server->snapshot().workerList.resize(admin::kMostWorkersListed);
        for (admin::WorkerSummary &worker : m_server->snapshot().workerList)
            worker.event = u"notes/save"_s;
        samples(2700);
        for (qsizetype i = 0; i < m_ring.size(); i += 10)
            hour.coarse.append(m_ring.at(i));
        m_ring.clear();
        hour.fine = samples(900);
        for (qsizetype i = 0; i < hour.fine.size(); i += 10)
            hour.coarse.append(hour.fine.at(i));
        hour.savedMs = hour.fine.constLast().timeMs;
        hour.info = {{u"name"_s, u"prod-eu-1"_s},
                     {u"epoch"_s, m_server->snapshot().epoch},
                     {u"role"_s, u"admin"_s},
                     {u"protocol"_s, QJsonObject{{u"major"_s, admin::kAdminProtocolMajor}}}};
        QJsonArray rows;
        for (int id = 1; id <= 200; ++id)
            rows.append(QJsonObject{{u"id"_s, id}, {u"user"_s, u"u-%1"_s.arg(id)}, {u"ageMs"_s, id * 1000}});
        const QJsonObject page{{u"total"_s, 10'000}, {u"matching"_s, 10'000}, {u"rows"_s, rows}};
        for (int i = 0; i < AnswerLog::kMostPerMethod; ++i)
            hour.answers.append({u"connections/list"_s, {{u"sort"_s, u"-age"_s}, {u"limit"_s, 200 - i}}, page});
        return hour;
    }

    std::unique_ptr<MainWindow> newWindow()
    {
        auto window = std::make_unique<MainWindow>(MainWindow::Environment{*m_clock, m_random, *m_settings, *m_theme});
        window->resize(1280, 800);
        window->show();
        return window;
    }

    void connectWindow(MainWindow &window)
    {
        ConnectionProfile profile;
        profile.port = m_server->port();
        profile.token = QString::fromLatin1(m_server->token());
        window.connectTo(profile);
        QTRY_COMPARE(window.session().client().state(), LinkState::Live);
    }

    static TimeChart &chart(MainWindow &window, OverviewPage::ChartId id) { return window.overview().chart(id); }

    static void comparePoints(const QList<QPointF> &actual, const QList<QPointF> &expected)
    {
        QCOMPARE(actual.size(), expected.size());
        for (qsizetype i = 0; i < actual.size(); ++i) {
            QCOMPARE(actual.at(i).x(), expected.at(i).x());
            QVERIFY(actual.at(i).y() == expected.at(i).y()
                    || (std::isnan(actual.at(i).y()) && std::isnan(expected.at(i).y())));
        }
    }

    /// The server's ring, that many samples longer.
    QList<admin::Snapshot> samples(int count)
    {
        for (int i = 0; i < count; ++i) {
            admin::Snapshot &now = m_server->snapshot();
            ++now.sequence;
            now.timeMs += 1000;
            now.uptimeMs += 1000;
            now.eventsReceived += 100 + static_cast<quint64>(i) * 7 % 90;
            now.connectionsOpen = 1000 + static_cast<quint64>(i) % 17;
            now.laneDepth = {static_cast<quint64>(i) % 50, 4000, 5000};
            m_ring.append(now);
        }
        return m_ring;
    }

    SystemRandom m_random;
    std::unique_ptr<Translations> m_english;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::AdjustableClock> m_clock;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<test::FakeLists> m_lists;
    std::unique_ptr<MainWindow> m_window;
    QList<admin::Snapshot> m_ring;
};

QTEST_MAIN(PromisesTest)
#include "tst_promises.moc"

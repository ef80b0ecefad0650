// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/commandline.h"
#include "console/app/mainwindow.h"
#include "console/app/sessionfiles.h"
#include "console/app/translations.h"
#include "console/app/windowactions.h"
#include "console/demo/incidentserver.h"
#include "console/models/pagedmodel.h"
#include "console/pages/activityfeed.h"
#include "console/pages/alertspage.h"
#include "console/pages/auditpage.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/overviewpage.h"
#include "console/recording/gzip.h"
#include "console/recording/recordedserver.h"
#include "console/recording/recordingbar.h"
#include "console/recording/sessioncapture.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/tile.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QProgressDialog>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

/// A window of the console with settings of its own.
struct Console {
    explicit Console(const Clock &clock, Random &random)
        : settings(folder.filePath(u"console.ini"_s), QSettings::IniFormat)
        , theme(*qApp)
        , window({clock, random, settings, theme})
    {
        window.resize(1400, 900);
        window.show();
    }

    [[nodiscard]] RecordingBar &bar() { return window.frame().recordingBar(); }
    [[nodiscard]] QString tile(OverviewPage::TileId id) { return window.overview().tile(id).content().value; }
    [[nodiscard]] const SampleHistory &history() { return window.session().history(); }

    QTemporaryDir folder;
    QSettings settings;
    Theme theme;
    MainWindow window;
};

/// What a window shows at one instant, as texts.
QStringList shownBy(Console &console)
{
    QStringList texts;
    for (int id = 0; id < static_cast<int>(OverviewPage::TileId::Count); ++id) {
        const Tile::Content &content = console.window.overview().tile(static_cast<OverviewPage::TileId>(id)).content();
        texts << content.value << content.note << QString::number(static_cast<int>(content.status));
    }
    for (int id = 0; id < static_cast<int>(OverviewPage::ChartId::Count); ++id)
        texts << console.window.overview().legend(static_cast<OverviewPage::ChartId>(id)).texts();
    return texts;
}

QByteArray packed(const QJsonObject &object)
{
    return gzip::pack(QJsonDocument(object).toJson());
}

} // namespace

class RecordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_english = std::make_unique<Translations>(QLocale());
        m_recording = record();
        QVERIFY(!m_recording.isEmpty());
    }

    void whatIsPackedComesOut()
    {
        const QByteArray plain = QByteArray(300'000, 'a') + QByteArray::number(7);
        const QByteArray gz = gzip::pack(plain);
        QVERIFY(gz.size() < 2000);
        QCOMPARE(gzip::unpack(gz, plain.size()).value(), plain);
        QVERIFY(gzip::unpack(gz, plain.size() - 1).error() == gzip::Fault::TooLarge);
        QVERIFY(gzip::unpack(gz.chopped(1), plain.size()).error() == gzip::Fault::CutOff);
        QVERIFY(gzip::unpack("plain text", 100).error() == gzip::Fault::NotGzip);
        QByteArray flipped = gz;
        flipped[flipped.size() - 6] = static_cast<char>(flipped.at(flipped.size() - 6) ^ 1); // in the checksum
        QVERIFY(gzip::unpack(flipped, plain.size()).error() == gzip::Fault::Damaged);
    }

    // Saved, opened, moved to instants of the past: what is seen is what was seen at those instants.
    void theSameIsSeenAsThen()
    {
        IncidentServer server;
        Console live(m_clock, m_random);
        live.window.session().connectTo(server);
        QTRY_COMPARE(live.history().samples().size(), 900);
        QHash<qint64, QStringList> seen;
        for (int second = 0; second < 90; ++second) {
            server.step();
            if (second % 15 == 0) {
                QTest::qWait(0);
                seen[live.history().latestMs()] = shownBy(live);
            }
        }
        QCOMPARE(seen.size(), 6);
        SessionCapture capture(live.window.session(), live.window.alerts());
        QTRY_VERIFY(capture.isFinished());

        Console replay(m_clock, m_random);
        replay.window.openSession(fileWith(capture.recording().toFile()));
        QTRY_COMPARE(replay.history().latestMs(), live.history().latestMs());
        QTRY_COMPARE(shownBy(replay), shownBy(live));
        for (auto instant = seen.cbegin(); instant != seen.cend(); ++instant) {
            replay.window.session().seek(instant.key());
            QTRY_COMPARE(replay.history().latestMs(), instant.key());
            QCOMPARE(shownBy(replay), instant.value());
        }
        // Every value that charts draw, not only those that tiles tell.
        for (const SampleHistory::Sample &sample : live.history().samples().mid(1)) {
            const auto found = std::find_if(capture.recording().fine.cbegin(), capture.recording().fine.cend(),
                                            [&](const admin::Snapshot &one) { return one.timeMs == sample.timeMs; });
            QVERIFY(found != capture.recording().fine.cend());
            QJsonObject saved = found->toJson();
            saved.remove(u"timeMs"_s);
            QJsonObject then = sample.snapshot.toJson();
            then.remove(u"timeMs"_s);
            QCOMPARE(saved, then);
        }
    }

    void itSaysThatItIsARecording()
    {
        Console console(m_clock, m_random);
        QVERIFY(console.bar().isHidden());
        open(console);
        QCOMPARE(console.window.header().linkText(), u"◷ Recording"_s);
        QVERIFY(console.bar().title().startsWith(u"Recording of incident, "_s));
        QVERIFY(console.bar().title().contains(u" from "_s));
        QVERIFY(console.bar().positionText().endsWith(u", the end"_s));
        // It does not grow old, and nobody saves it as a server to connect to.
        QCOMPARE(console.window.session().freshness(), ServerSession::Freshness::Live);
        QVERIFY(ProfileStore(console.settings).all().isEmpty());
    }

    void keysMoveIt()
    {
        Console console(m_clock, m_random);
        open(console);
        const qint64 endMs = console.history().latestMs();
        QSlider &slider = console.bar().slider();
        QTest::keyClick(&slider, Qt::Key_Left);
        QTest::keyClick(&slider, Qt::Key_Left);
        QTRY_COMPARE(console.window.session().nowMs(), endMs - 2000);
        QTest::keyClick(&slider, Qt::Key_Right);
        QTRY_COMPARE(console.window.session().nowMs(), endMs - 1000);
        QVERIFY2(console.bar().positionText().endsWith(u", 0:01 before the end"_s),
                 qPrintable(console.bar().positionText()));
        QTest::keyClick(&slider, Qt::Key_Home);
        QTRY_COMPARE(console.window.session().nowMs(), endMs - 3'600'000);
        QCOMPARE(slider.value(), 0);
        // Where there are samples of 10 s, a step is 10 s. Also when another part of the window has the keyboard.
        QTest::keyClick(&console.window, Qt::Key_Right);
        QTRY_COMPARE(console.window.session().nowMs(), endMs - 3'590'000);
        QTest::keyClick(&console.window, Qt::Key_End);
        QTRY_COMPARE(console.window.session().nowMs(), endMs);
        slider.setValue(slider.maximum() - 240); // while the queue was over its threshold
        QTRY_COMPARE(console.window.session().nowMs(), endMs - 240'000);
        QTRY_VERIFY(console.window.alertStrip().message().contains(u"The queue is at"_s));
        QVERIFY(console.tile(OverviewPage::TileId::Queue).toInt() > 70);
    }

    void aClickGoesThere()
    {
        Console console(m_clock, m_random);
        open(console);
        const qint64 endMs = console.history().latestMs();
        QSlider &slider = console.bar().slider();
        QTest::mousePress(&slider, Qt::LeftButton, {}, slider.rect().center());
        QTRY_VERIFY(std::abs(console.window.session().nowMs() - (endMs - 1'800'000)) < 60'000);
        // And is dragged on from there.
        QTest::mouseMove(&slider, slider.rect().center() - QPoint(slider.width() / 4, 0));
        QTRY_VERIFY(std::abs(console.window.session().nowMs() - (endMs - 2'700'000)) < 90'000);
        QTest::mouseRelease(&slider, Qt::LeftButton);
    }

    // An hour back there are samples of 10 s only: tiles and charts have them.
    void farBackTheCoarseSamplesAreShown()
    {
        Console console(m_clock, m_random);
        open(console);
        const qint64 endMs = console.history().latestMs();
        console.window.session().seek(endMs - 1'800'000);
        QCOMPARE(console.history().latestMs(), endMs - 1'800'000);
        QVERIFY(std::isfinite(console.history().value(Metric::ReceivedRate)));
        const ChartData &drawn = console.window.overview().chart(OverviewPage::ChartId::Throughput).data();
        QCOMPARE(drawn.endMs, endMs - 1'800'000);
        QCOMPARE(drawn.series.constFirst().size(), 61); // of 10 min
        QVERIFY(drawn.gaps.isEmpty());
        // A moment later, most of the range is older than the single samples.
        console.window.session().seek(endMs - 840'000);
        QVERIFY(console.window.overview().chart(OverviewPage::ChartId::Throughput).data().gaps.isEmpty());
    }

    void theActivityEndsWithTheInstant()
    {
        Console console(m_clock, m_random);
        open(console);
        const QAbstractItemModel &feed = *console.window.overview().feed().list().model();
        const int all = feed.rowCount();
        QVERIFY(all > 1);
        const qint64 newestMs = feed.index(0, 0).data(ActivityLog::TimeRole).toLongLong();
        console.window.session().seek(newestMs - 1000);
        QVERIFY(feed.rowCount() < all);
        QVERIFY(feed.index(0, 0).data(ActivityLog::TimeRole).toLongLong() < newestMs);
        console.window.session().seek(console.window.session().playback()->toMs());
        QCOMPARE(feed.rowCount(), all);
    }

    void alertsAreThoseOfTheInstant()
    {
        Console console(m_clock, m_random);
        open(console);
        AlertMonitor &alerts = console.window.alerts();
        const qint64 endMs = console.history().latestMs();
        const QList<Alert> all = alerts.alerts();
        QVERIFY(!all.isEmpty());
        const Alert over = all.constLast();
        QVERIFY(!over.isActive());
        console.window.session().seek((over.beganMs + over.endedMs) / 2);
        const QList<Alert> then = alerts.alerts();
        QVERIFY(std::any_of(then.cbegin(), then.cend(),
                            [&](const Alert &one) { return one.rule.id == over.rule.id && one.isActive(); }));
        console.window.session().seek(over.beganMs - 1000);
        QVERIFY(alerts.alerts().size() < all.size());
        console.window.session().seek(endMs);
        QCOMPARE(alerts.alerts().size(), all.size());
        // Nothing of it becomes this operator's own.
        QVERIFY(!console.settings.allKeys().join(u' ').contains(u"alerts"_s));
    }

    // The configuration goes back as well, to the revision that the sample names.
    void settingsAreThoseOfTheInstant()
    {
        IncidentServer server;
        Console live(m_clock, m_random);
        live.window.session().connectTo(server);
        QTRY_COMPARE(live.history().samples().size(), 900);
        const QString key = u"channels.worker-pool-size"_s;
        QTRY_COMPARE(live.window.session().config().runningValue(key).toInt(), 14);
        server.step();
        const qint64 beforeMs = live.history().latestMs();
        const QJsonObject patched =
            server.answer(u"config/patch"_s, {{u"base"_s, 17}, {u"changes"_s, QJsonObject{{key, 31}}}});
        QVERIFY2(patched.contains(u"result"_s), QJsonDocument(patched).toJson());
        server.step();
        SessionCapture capture(live.window.session(), live.window.alerts());
        QTRY_VERIFY(capture.isFinished());
        Console replay(m_clock, m_random);
        replay.window.openSession(fileWith(capture.recording().toFile()));
        const auto value = [&] { return replay.window.session().config().runningValue(key).toInt(); };
        QTRY_COMPARE(value(), 31);
        QTRY_COMPARE(replay.window.session().info().configRevision, 18U);
        replay.window.session().seek(beforeMs);
        QTRY_COMPARE(value(), 14);
        QCOMPARE(replay.window.session().info().configRevision, 17U);
        replay.window.session().seek(beforeMs + 1000);
        QTRY_COMPARE(value(), 31);
    }

    void nothingCanBeWritten()
    {
        Console console(m_clock, m_random);
        open(console);
        for (const admin::AdminCommand &command : admin::adminCommands()) {
            const QString method = QString::fromLatin1(command.method);
            QVERIFY2(!command.writes || !console.window.session().canCall(method), command.method);
        }
        QVERIFY(!console.window.drainAction().isVisible());
        QVERIFY(!console.window.actions().apply->isVisible());
        QVERIFY(!console.window.pauseAction().isEnabled());
        QVERIFY(!console.window.actions().saveSession->isEnabled());
        RecordedServer server(Recording::fromFile(m_recording).value());
        QVERIFY(server.answer(u"config/patch"_s, {}).contains(u"error"_s));
    }

    void aServerAfterwardsIsNotARecording()
    {
        Console console(m_clock, m_random);
        open(console);
        console.window.openDemo();
        QTRY_COMPARE(console.window.header().linkText(), u"● Live"_s);
        QVERIFY(console.bar().isHidden());
        QVERIFY(console.window.drainAction().isVisible());
        QVERIFY(!console.window.alerts().isReplay());
        open(console);
        QVERIFY(!console.bar().isHidden());
    }

    // Tables that were looked at, and those that were not, are as they were.
    void tablesAreKept()
    {
        test::FakeAdminServer server;
        QVERIFY(server.start());
        server.setMethod(u"connections/list"_s, [](const QJsonObject &params) {
            const bool isFiltered = params.contains("filter"_L1);
            QJsonArray rows{QJsonObject{{u"id"_s, 1}, {u"user"_s, u"ann"_s}, {u"ageMs"_s, 5000}}};
            if (!isFiltered)
                rows.append(QJsonObject{{u"id"_s, 2}, {u"user"_s, u"bob"_s}, {u"ageMs"_s, 9000}});
            return test::FakeAdminServer::result({{u"total"_s, 2}, {u"matching"_s, rows.size()}, {u"rows"_s, rows}});
        });
        server.sendSample();
        Console live(m_clock, m_random);
        ConnectionProfile profile;
        profile.port = server.port();
        profile.token = QString::fromLatin1(server.token());
        live.window.connectTo(profile);
        QTRY_COMPARE(live.window.session().client().state(), LinkState::Live);
        server.sendSample();
        server.sendSample();
        QTRY_VERIFY(!live.history().isEmpty());
        SessionCapture capture(live.window.session(), live.window.alerts());
        QTRY_VERIFY(capture.isFinished());
        // Also what no page has asked for yet.
        for (const QString &method : {u"connections/closed"_s, u"events/list"_s, u"limits/list"_s, u"top/list"_s,
                                      u"audit/list"_s, u"mutes/list"_s, u"tokens/list"_s, u"config/history"_s}) {
            QVERIFY2(std::any_of(server.requests().cbegin(), server.requests().cend(),
                                 [&](const auto &request) { return request.first == method; }),
                     qPrintable(method));
        }

        RecordedServer recorded(Recording::fromFile(capture.recording().toFile()).value());
        const auto users = [&](const QJsonObject &params) {
            QStringList result;
            const QJsonArray rows =
                recorded.answer(u"connections/list"_s, params)["result"_L1].toObject()["rows"_L1].toArray();
            for (const QJsonValue &row : rows)
                result.append(row["user"_L1].toString());
            return result.join(u' ');
        };
        QCOMPARE(users({{u"sort"_s, u"-age"_s}, {u"limit"_s, 200}}), u"ann bob"_s); // as the server told it
        QCOMPARE(users({{u"sort"_s, u"age"_s}, {u"limit"_s, 200}}), u"ann bob"_s);
        QCOMPARE(users({{u"sort"_s, u"-user"_s}, {u"limit"_s, 200}}), u"bob ann"_s);
        QCOMPARE(users({{u"filter"_s, u"user:a*"_s}, {u"sort"_s, u"-age"_s}, {u"limit"_s, 200}}), u"ann"_s);
        QCOMPARE(users({{u"filter"_s, u"age>6s"_s}, {u"sort"_s, u"user"_s}, {u"limit"_s, 200}}), u"bob"_s);
        const QJsonObject faulty = recorded.answer(u"connections/list"_s, {{u"filter"_s, u"usr:a*"_s}});
        QCOMPARE(faulty["error"_L1].toObject()["data"_L1].toObject()["field"_L1].toString(), u"filter"_s);
        QVERIFY(recorded.answer(u"topics/list"_s, {})["error"_L1].toObject()["message"_L1].toString().contains(
            u"does not hold"_s));

        // The page shows them.
        Console replay(m_clock, m_random);
        replay.window.openSession(fileWith(capture.recording().toFile()));
        QTRY_VERIFY(!replay.bar().isHidden());
        replay.window.showPage(MainWindow::ConnectionsIndex);
        auto *table = replay.window.connections().findChild<QTableView *>(u"connectionsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(replay.window.session().config().rowCount() > 0);
    }

    // As the server filters and sorts, on the rows that there are.
    void recordedRowsAreFiltered_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *name, const char *method, const char *filter, const char *sort,
                            const char *ids) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(filter)
                                << QString::fromLatin1(sort) << QString::fromLatin1(ids);
        };
        row("all", "connections/list", "", "-age", "1 2 3");
        row("user", "connections/list", "user:u-*", "-age", "1 3");
        row("opposite", "connections/list", "-user:u-*", "-age", "2");
        row("two terms", "connections/list", "user:u-* state:slow", "-age", "3");
        row("number", "connections/list", "rtt>100", "-age", "3");
        row("a word", "connections/list", "10.0.0.2", "-age", "2");
        row("by role", "connections/list", "", "role", "2 1 3");
        row("by round trip", "connections/list", "", "-rtt", "3 1 2");
        row("nothing", "connections/list", "user:nobody", "-age", "");
        row("closed by", "connections/closed", "by:client", "-closedAt", "5");
        row("closed lately", "connections/closed", "ago<60s", "-closedAt", "6");
        row("closed by code", "connections/closed", "", "code", "5 6");
        row("audit", "audit/list", "MUTES", "", "8");
        row("revocations", "tokens/list", "lap", "", "11");
    }

    void recordedRowsAreFiltered()
    {
        QFETCH(QString, method);
        QFETCH(QString, filter);
        QFETCH(QString, sort);
        Recording recording = Recording::fromFile(m_recording).value();
        recording.answers = listAnswers(recording.savedMs);
        RecordedServer server(recording);
        QJsonObject params{{u"limit"_s, 200}};
        if (!filter.isEmpty())
            params[u"filter"_s] = filter;
        if (!sort.isEmpty())
            params[u"sort"_s] = sort;
        const QJsonObject answer = server.answer(method, params)["result"_L1].toObject();
        QStringList ids;
        const QJsonArray rows = answer["rows"_L1].toArray();
        for (const QJsonValue &row : rows)
            ids.append(QString::number(row[method == "audit/list"_L1 ? "seq"_L1 : "id"_L1].toInt()));
        QTEST(ids.join(u' '), "ids");
    }

    // What was not recorded cannot be found, and that is said.
    void aPartOfAListSaysSo()
    {
        Recording recording = Recording::fromFile(m_recording).value();
        recording.answers = listAnswers(recording.savedMs);
        const QString path = fileWith(recording.toFile());
        Console console(m_clock, m_random);
        console.window.openSession(path);
        QTRY_VERIFY(!console.bar().isHidden());
        console.window.showPage(MainWindow::ConnectionsIndex);
        PagedTable &table = console.window.connections().table(ConnectionsPage::OpenTab);
        QTRY_COMPARE(table.countText(), u"only the first 3 of 9,812 rows were recorded"_s);
        console.window.connections().showMatching(u"user:u-*"_s);
        QTRY_COMPARE(table.countText(), u"2 of 3 match · only the first 3 of 9,812 rows were recorded"_s);
        console.window.connections().showMatching(u"user:nobody"_s);
        QTRY_COMPARE(table.countText(), u"only the first 3 of 9,812 rows were recorded"_s);
        console.window.showPage(MainWindow::AuditIndex);
        QTRY_COMPARE(console.window.audit().findChild<PagedTable *>()->countText(),
                     u"only the newest 2 rows were recorded"_s);
        QVERIFY(!console.window.audit().findChild<PagedTable *>()->model().status().hasNext);
    }

    // Another file is opened before the first is read: only that one comes.
    void theLastFileWins()
    {
        Console console(m_clock, m_random);
        QSignalSpy opened(&console.window.sessionFiles(), &SessionFiles::opened);
        console.window.openSession(fileWith(gzip::pack("[]")));
        console.window.openSession(fileWith(m_recording));
        QTRY_VERIFY(!console.bar().isHidden());
        QCOMPARE(opened.size(), 1);
        QVERIFY(console.window.findChild<QMessageBox *>(u"sessionRefused"_s) == nullptr);
    }

    void aReadingThatIsGivenUpChangesNothing()
    {
        Console console(m_clock, m_random);
        QSignalSpy opened(&console.window.sessionFiles(), &SessionFiles::opened);
        console.window.openSession(fileWith(m_recording));
        auto *progress = console.window.findChild<QProgressDialog *>(u"sessionProgress"_s);
        QVERIFY(progress);
        Q_EMIT progress->canceled();
        QTRY_VERIFY(console.window.findChild<QProgressDialog *>(u"sessionProgress"_s) == nullptr);
        QVERIFY(opened.isEmpty());
        QVERIFY(console.bar().isHidden());
    }

    void aReadingStopsWhereItIsGivenUp_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= Recording::kSteps; ++step)
            QTest::addRow("step %d", step) << step;
    }

    void aReadingStopsWhereItIsGivenUp()
    {
        QFETCH(int, step);
        int last = 0;
        const auto recording = Recording::fromFile(m_recording, [&](int done) {
            last = done;
            return done < step;
        });
        QVERIFY(!recording);
        QVERIFY(recording.error().code == ErrorCode::Cancelled);
        QCOMPARE(last, step);
    }

    void aPauseIsSavedAsItWas()
    {
        IncidentServer server;
        Console console(m_clock, m_random);
        console.window.session().connectTo(server);
        QTRY_COMPARE(console.history().samples().size(), 900);
        const qint64 pausedMs = console.history().latestMs();
        console.window.pauseAction().setChecked(true);
        auto *capture = console.window.sessionFiles().findChild<SessionCapture *>();
        QVERIFY(capture);
        for (int second = 0; second < 5; ++second)
            server.step();
        QTRY_VERIFY(capture->isFinished());
        QCOMPARE(capture->recording().fine.constLast().timeMs, pausedMs);
        QCOMPARE(capture->recording().savedMs, pausedMs);
        QVERIFY(capture->recording().coarse.constLast().timeMs <= pausedMs);
        QCOMPARE(console.history().latestMs(), pausedMs + 5000);
    }

    void badFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");

        const QJsonObject good = QJsonDocument::fromJson(gzip::unpack(m_recording, 1 << 28).value()).object();
        const auto with = [&](const QString &key, const QJsonValue &value) {
            QJsonObject object = good;
            object[key] = value;
            return packed(object);
        };
        const auto withSample = [&](int place, const QString &key, const QJsonValue &value) {
            QJsonArray samples = good.value("samples"_L1).toArray();
            QJsonObject sample = samples.at(place).toObject();
            sample[key] = value;
            samples[place] = sample;
            return with(u"samples"_s, samples);
        };
        QTest::newRow("empty") << QByteArray() << u"it is empty"_s;
        QTest::newRow("text") << QByteArray("hello") << u"no saved session of this console"_s;
        QTest::newRow("half of it") << m_recording.left(m_recording.size() / 2) << u"cut off"_s;
        QTest::newRow("one byte less") << m_recording.chopped(1) << u"cut off"_s;
        QByteArray flipped = m_recording;
        flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 0x55);
        QTest::newRow("damaged") << flipped << u"damaged"_s;
        QTest::newRow("not JSON") << gzip::pack("{\"format\": ") << u"is no JSON"_s;
        QTest::newRow("a list") << gzip::pack("[1, 2]") << u"no JSON object"_s;
        QTest::newRow("other JSON") << gzip::pack("{}") << u"no saved session"_s;
        QTest::newRow("later version") << with(u"version"_s, 2) << u"version 2"_s;
        QTest::newRow("no server") << with(u"server"_s, {}) << u"“server”"_s;
        QTest::newRow("no list of samples") << with(u"samples"_s, {}) << u"“samples” is missing"_s;
        QTest::newRow("sample no object") << with(u"samples"_s, QJsonArray{3}) << u"samples[0] is not an object"_s;
        QTest::newRow("sample without time") << withSample(7, u"timeMs"_s, {}) << u"samples[7] has no valid time"_s;
        QTest::newRow("time beyond all") << withSample(7, u"timeMs"_s, 9e18) << u"samples[7] has no valid time"_s;
        QTest::newRow("time goes back") << withSample(7, u"timeMs"_s, 1000) << u"samples[7] is not later"_s;
        QTest::newRow("another year") << withSample(0, u"timeMs"_s, 1000) << u"more than a day apart"_s;
        QTest::newRow("no tables") << with(u"tables"_s, u"none"_s) << u"“tables” is missing"_s;
        QJsonObject empty = good;
        empty[u"samples"_s] = QJsonArray();
        empty[u"samplesOf10Seconds"_s] = QJsonArray();
        QTest::newRow("no samples") << packed(empty) << u"no samples"_s;
        QJsonObject server = good.value("server"_L1).toObject();
        server[u"protocol"_s] = QJsonObject{{u"major"_s, 2}};
        QTest::newRow("other protocol") << with(u"server"_s, server) << u"admin protocol 2"_s;
        QTest::newRow("a bomb") << gzip::pack(QByteArray(Recording::kMostTextBytes + 1, ' ')) << u"more than"_s;
    }

    void badFilesAreRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, said);
        Console console(m_clock, m_random);
        const QString path = fileWith(content);
        console.window.openSession(path);
        QTRY_VERIFY(console.window.findChild<QMessageBox *>(u"sessionRefused"_s));
        auto *box = console.window.findChild<QMessageBox *>(u"sessionRefused"_s);
        QVERIFY2(box->text().contains(said), qPrintable(box->text()));
        QVERIFY2(box->text().contains(path), qPrintable(box->text()));
        QVERIFY(console.bar().isHidden());
        QVERIFY(!console.window.session().isReplay());
    }

    void whatIsNoFileIsRefused()
    {
        QVERIFY(Recording::read(u"/nowhere/x.sluice-session"_s).error().detail.startsWith(u"it cannot be read"_s));
        QVERIFY(Recording::read(QDir::tempPath()).error().detail.contains(u"a folder"_s));
        QFile large(m_folder.filePath(u"large"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(Recording::kMostFileBytes + 1));
        QVERIFY(Recording::read(large.fileName()).error().detail.startsWith(u"it is larger than"_s));
    }

    // No byte of a file may be the end of the console.
    void noFlippedByteCrashes()
    {
        const QByteArray text = gzip::unpack(m_recording, 1 << 28).value();
        quint32 seed = 20'261'129;
        int read = 0;
        for (int i = 0; i < 6; ++i) {
            QByteArray changed = text;
            for (int j = 0; j < 40; ++j) {
                seed = seed * 1'664'525 + 1'013'904'223;
                changed[static_cast<qsizetype>(seed % static_cast<quint32>(changed.size()))] = "0[{\"9-,e"[seed >> 29];
            }
            const Result<Recording> recording = Recording::fromFile(gzip::pack(changed));
            QVERIFY(recording || !recording.error().detail.isEmpty());
            if (!recording)
                continue;
            ++read;
            RecordedServer server(*recording);
            ServerSession session(m_clock, m_random);
            session.replay(server);
            QTRY_VERIFY(!session.playback()->isEmpty() || session.client().state() == LinkState::Disconnected);
            session.seek(0);
        }
        QVERIFY(read < 6);
    }

    void theCommandLineNamesAFile()
    {
        const CommandLine line = CommandLine::parse({u"sluice-console"_s, u"--session"_s, u"x"_s}, {});
        QCOMPARE(line.outcome, CommandLine::Outcome::Run);
        QCOMPARE(line.session, u"x"_s);
        QCOMPARE(CommandLine::parse({u"c"_s, u"--session"_s, u"x"_s, u"--demo"_s, u"incident"_s}, {}).outcome,
                 CommandLine::Outcome::Fail);
        QCOMPARE(CommandLine::parse({u"c"_s, u"--session="_s}, {}).outcome, CommandLine::Outcome::Fail);
    }

private:
    /// A recording of the built-in incident.
    QByteArray record()
    {
        IncidentServer server;
        Console console(m_clock, m_random);
        console.window.session().connectTo(server);
        if (!QTest::qWaitFor([&] { return console.history().samples().size() == 900; }))
            return {};
        SessionCapture capture(console.window.session(), console.window.alerts());
        if (!QTest::qWaitFor([&] { return capture.isFinished(); }))
            return {};
        return capture.recording().toFile();
    }

    /// First pages of lists, two of which were longer.
    static QList<RecordedAnswer> listAnswers(qint64 nowMs)
    {
        const auto open = [](int id, const QString &user, const QString &role, const QString &state,
                             const QJsonValue &rtt) {
            return QJsonObject{{u"id"_s, id},
                               {u"user"_s, user},
                               {u"roles"_s, QJsonArray{role}},
                               {u"state"_s, state},
                               {u"rttMs"_s, rtt},
                               {u"ageMs"_s, 1000 * (10 - id)},
                               {u"address"_s, u"10.0.0.%1"_s.arg(id)}};
        };
        const auto closed = [nowMs](int id, const QString &by, qint64 agoMs, int code) {
            return QJsonObject{{u"id"_s, id}, {u"by"_s, by}, {u"closedAtMs"_s, nowMs - agoMs}, {u"code"_s, code}};
        };
        const QJsonArray openRows{open(1, u"u-1"_s, u"member"_s, u"ok"_s, 12.5),
                                  open(2, u"bob"_s, u"guest"_s, u"slow"_s, QJsonValue()),
                                  open(3, u"u-3"_s, u"owner"_s, u"slow"_s, 240)};
        const QJsonArray closedRows{closed(6, u"server"_s, 30'000, 4008), closed(5, u"client"_s, 90'000, 1000)};
        const QJsonArray auditRows{QJsonObject{{u"seq"_s, 9}, {u"method"_s, u"config/patch"_s}},
                                   QJsonObject{{u"seq"_s, 8}, {u"method"_s, u"mutes/add"_s}}};
        return {{u"connections/list"_s,
                 {{u"limit"_s, 200}, {u"sort"_s, u"-age"_s}},
                 {{u"total"_s, 9812}, {u"matching"_s, 9812}, {u"rows"_s, openRows}}},
                {u"connections/closed"_s,
                 {{u"limit"_s, 200}, {u"sort"_s, u"-closedAt"_s}},
                 {{u"total"_s, 2}, {u"matching"_s, 2}, {u"rows"_s, closedRows}}},
                {u"tokens/list"_s,
                 {{u"limit"_s, 200}},
                 {{u"total"_s, 2},
                  {u"matching"_s, 2},
                  {u"rows"_s,
                   QJsonArray{QJsonObject{{u"id"_s, 11}, {u"user"_s, u"ada"_s}, {u"reason"_s, u"Laptop lost"_s}},
                              QJsonObject{{u"id"_s, 10}, {u"user"_s, u"bob"_s}, {u"reason"_s, u"left"_s}}}}}},
                {u"audit/list"_s, {{u"limit"_s, 200}}, {{u"more"_s, true}, {u"next"_s, 8}, {u"rows"_s, auditRows}}}};
    }

    QString fileWith(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"%1.sluice-session"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    void open(Console &console)
    {
        console.window.openSession(fileWith(m_recording));
        QTRY_VERIFY(console.window.session().playback() && !console.bar().isHidden());
        QTRY_COMPARE(console.history().latestMs(), IncidentCourse::kOpenMs);
        QTRY_COMPARE(console.window.session().playback()->fromMs(), IncidentCourse::kOpenMs - 3'600'000);
    }

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    int m_files = 0;
    QByteArray m_recording;
    std::unique_ptr<Translations> m_english;
};

QTEST_MAIN(RecordingTest)
#include "tst_recording.moc"

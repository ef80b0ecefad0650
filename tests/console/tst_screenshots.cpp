// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"
#include "console/app/statusline.h"
#include "console/app/translations.h"
#include "console/demo/incidentserver.h"
#include "console/dialogs/alertruledialog.h"
#include "console/dialogs/confirmdialog.h"
#include "console/dialogs/conflictdialog.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/disconnectflow.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/metricinfo.h"
#include "console/pages/alertspage.h"
#include "console/pages/auditpage.h"
#include "console/pages/configpage.h"
#include "console/pages/connectiondetails.h"
#include "console/pages/connectionspage.h"
#include "console/pages/limitspage.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/servercard.h"
#include "console/pages/serverspage.h"
#include "console/pages/tappage.h"
#include "console/recording/sessioncapture.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/pagedtable.h"
#include "console/widgets/sparkline.h"
#include "tests/console/screenshot.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QFontDatabase>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;
const QString kPerUser = u"rate-limits.per-user-per-minute"_s;
constexpr std::array kPages{"overview", "connections", "events", "limits", "config",
                            "tap",      "alerts",      "audit",  "servers"};

/// A console on the built-in incident, where no time passes but what the test lets pass.
class Stage
{
public:
    explicit Stage(Theme::Mode mode, const QString &language = u"en"_s, admin::Role role = admin::Role::Admin)
        : m_settings(m_folder.filePath(u"console.ini"_s), QSettings::IniFormat)
        , m_theme(*qApp)
        , m_translations(QLocale(QLocale::English, QLocale::UnitedStates))
        , server(role)
    {
        m_settings.setValue(u"window/theme"_s, static_cast<int>(mode));
        m_translations.use(language);
        m_window = std::make_unique<MainWindow>(
            MainWindow::Environment{m_clock, m_random, m_settings, m_theme, &m_translations});
        m_window->resize(1440, 900);
        m_window->show();
        settle();
    }

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] ConfigModel &config() { return m_window->session().config(); }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    void watch()
    {
        m_window->watchDemo(server);
        settle();
        play(6);
    }

    void play(int seconds)
    {
        for (int second = 0; second < seconds; ++second) {
            m_clock.advance(std::chrono::seconds(1));
            server.step();
            m_window->session().fetchEvents();
            settle();
        }
        m_window->frame().fetchLists();
        settle();
    }

    /// Time passes, and nothing is heard.
    void wait(std::chrono::seconds time)
    {
        m_clock.advance(time);
        tick();
    }

    /// All that is asked and answered, laid out and painted at once.
    static void settle()
    {
        constexpr int kTurns = 30; // an answer leads to the next question, a size to the next
        for (int turn = 0; turn < kTurns; ++turn) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as an event loop does
        }
    }

    void click(const QString &name)
    {
        auto *button = m_window->findChild<QPushButton *>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->click();
        settle();
    }

    void show(int page)
    {
        m_window->showPage(static_cast<MainWindow::Page>(page));
        settle();
        m_window->frame().fetchLists();
        settle();
        if (page == MainWindow::ConnectionsIndex)
            selectTheCulprit();
        if (page == MainWindow::ConfigIndex)
            changeSomething();
        if (page == MainWindow::TapIndex)
            tapSomething();
        if (page == MainWindow::ServersIndex)
            compareServers();
    }

    /// A port that is another each time: pictures show the usual one in its place.
    void hidePort(quint16 port) { m_ports.append(port); }

    /// Without what is another each time.
    QImage grab(QWidget &widget)
    {
        tick();
        const QList<QLabel *> status = m_window->statusBar()->findChildren<QLabel *>();
        status.constFirst()->hide(); // the address and how long it took
        status.constLast()->hide();  // what this process costs
        settle();
        for (QLineEdit *line : widget.findChildren<QLineEdit *>())
            line->setClearButtonEnabled(false); // it fades in by the machine's clock
        settle();
        for (QLabel *label : widget.findChildren<QLabel *>())
            label->setText(withUsualPort(label->text()));
        return widget.grab().toImage();
    }

private:
    [[nodiscard]] QString withUsualPort(QString text) const
    {
        for (const quint16 port : m_ports)
            text.replace(u":%1"_s.arg(port), u":%1"_s.arg(kDefaultAdminPort));
        return text;
    }

    /// What the window's own clock does twice a second.
    void tick()
    {
        m_window->alerts().tick();
        Q_EMIT m_window->session().updated();
        static_cast<StatusLine *>(m_window->statusBar())->refresh();
        settle();
    }

    void selectTheCulprit()
    {
        ConnectionsPage &page = m_window->connections();
        PagedModel &model = page.model(ConnectionsPage::OpenTab);
        model.setSort(u"-in"_s);
        settle();
        page.table(ConnectionsPage::OpenTab).table().select(model.idAt(0));
        settle();
        QVERIFY(page.details().id() != 0);
    }

    void tapSomething()
    {
        m_window->findChild<QSpinBox *>(u"tapPerSecond"_s)->setValue(20);
        m_window->findChild<QSpinBox *>(u"tapSeconds"_s)->setValue(60);
        click(u"tapStart"_s);
        play(2);
        auto *table = m_window->findChild<QTableView *>(u"tapTable"_s);
        table->setCurrentIndex(table->model()->index(3, 0));
        settle();
    }

    /// Of three saved servers one cannot be looked at, and the other two are.
    void compareServers()
    {
        ProfileStore(m_settings).save({.environment = Environment::Staging, .name = u"staging"_s});
        save(u"prod-us-1"_s, 0.6).snapshot().state = admin::ServerState::Draining;
        save(u"prod-eu-1"_s, 1.2);
        m_window->servers().reload();
        const QList<ServerCard *> &cards = m_window->servers().cards();
        for (const int place : {0, 1}) {
            QTRY_VERIFY(cards.at(place)->sparklines().constFirst()->trend().points.size() > 1);
            cards.at(place)->findChild<QCheckBox *>(u"serverCompared"_s)->setChecked(true);
        }
        settle();
    }

    /// A server with what the built-in one had in the last quarter of an hour, times `share`.
    test::FakeAdminServer &save(const QString &name, double share)
    {
        test::FakeAdminServer &saved = *m_saved.emplace_back(std::make_unique<test::FakeAdminServer>());
        QFile token(file(u"admin.token"_s));
        if (!saved.start() || !token.open(QIODevice::WriteOnly) || token.write(saved.token()) < 0)
            qFatal("cannot have a server");
        const QJsonObject wanted{{u"spanMs"_s, 900'000}, {u"stepMs"_s, 1000}};
        const QJsonArray told = server.answer(u"metrics/history"_s, wanted)["result"_L1]["samples"_L1].toArray();
        QList<admin::Snapshot> samples;
        for (const QJsonValue &value : told) {
            admin::Snapshot &sample = samples.emplace_back(admin::Snapshot::fromJson(value.toObject()));
            for (quint64 *number : {&sample.eventsReceived, &sample.connectionsOpen})
                *number = static_cast<quint64>(static_cast<double>(*number) * share);
            sample.latency.p99Us /= share;
        }
        saved.setHistory(samples);
        saved.snapshot() = samples.constLast();
        hidePort(saved.port());
        ProfileStore(m_settings)
            .save({.port = saved.port(),
                   .tokenFile = token.fileName(),
                   .environment = Environment::Production,
                   .name = name});
        return saved;
    }

    void changeSomething()
    {
        config().edit(kWorkers, 18);
        config().edit(kPerUser, 600);
        click(u"configCheck"_s);
    }

    QTemporaryDir m_folder;
    QSettings m_settings;
    Theme m_theme;
    Translations m_translations;
    test::FakeClock m_clock;
    test::SeededRandom m_random{1};
    std::vector<std::unique_ptr<test::FakeAdminServer>> m_saved;
    QList<quint16> m_ports; ///< Of which pictures show nothing.

public:
    IncidentServer server;

private:
    std::unique_ptr<MainWindow> m_window;
};

/// What a state looks like: brings it about, and returns the widget to look at.
using Act = QWidget *(*)(Stage &stage);

struct State {
    const char *name;
    Act act;
    admin::Role role = admin::Role::Admin;
};

QWidget *drainPlan(Stage &stage)
{
    stage.watch();
    stage.window().drainAction().trigger();
    Stage::settle();
    return stage.window().shutdownDialog();
}

QWidget *drainProgress(Stage &stage)
{
    stage.watch();
    stage.play(14);
    const QJsonObject wanted{{u"graceMs"_s, 30'000}, {u"reason"_s, u"kernel update"_s}};
    [[maybe_unused]] const auto begun = stage.server.call(u"mira@ops"_s, u"server/shutdown"_s, wanted);
    stage.window().drainAction().trigger();
    stage.play(9);
    return stage.window().shutdownDialog();
}

QWidget *draining(Stage &stage)
{
    [[maybe_unused]] const QWidget *dialog = drainProgress(stage);
    stage.window().shutdownDialog()->hide();
    return &stage.window();
}

QWidget *stopped(Stage &stage)
{
    [[maybe_unused]] const QWidget *dialog = drainProgress(stage);
    stage.window().shutdownDialog()->hide();
    [[maybe_unused]] const auto extended = stage.server.call(u"mira@ops"_s, u"drain/extend"_s, {{u"byMs"_s, 60'000}});
    stage.play(60);
    stage.wait(std::chrono::seconds(5));
    return &stage.window();
}

QWidget *disconnectMany(Stage &stage)
{
    stage.watch();
    stage.show(MainWindow::ConnectionsIndex);
    stage.window().connections().showMatching(u"state:slow"_s);
    Stage::settle();
    stage.window().connections().disconnecting().disconnectMatching(u"state:slow"_s);
    Stage::settle();
    return stage.window().findChild<ConfirmDialog *>();
}

QWidget *firstStart(Stage &stage)
{
    stage.window().openConnectDialog({});
    Stage::settle();
    return stage.window().connectDialog();
}

/// As SHA-256 fingerprints are written.
QString fingerprint(const char *byte)
{
    return QStringList(32, QString::fromLatin1(byte)).join(u':');
}

QWidget *certificateChanged(Stage &stage)
{
    stage.window().openConnectDialog({.host = u"prod-eu-1"_s,
                                      .tokenFile = u"/etc/sluice/admin.token"_s,
                                      .environment = Environment::Production,
                                      .security = {.tls = true, .fingerprint = fingerprint("5A")}});
    stage.window().connectDialog()->showFailure({LinkFailureKind::CertificateChanged, {}, fingerprint("C3")});
    Stage::settle();
    return stage.window().connectDialog();
}

QWidget *late(Stage &stage)
{
    stage.watch();
    stage.wait(std::chrono::seconds(4));
    return &stage.window();
}

/// The incident's server, with so much to do that it tells how it is every five seconds only.
class BusyServer : public LocalServer
{
public:
    BusyServer(IncidentServer &server, QObject *parent)
        : LocalServer(parent)
        , m_server(server)
    {
        connect(&server, &LocalServer::notified, this, [this](const QString &method, QJsonObject params) {
            if (method == "metrics/sample"_L1 && m_samples++ % kEvery != 0)
                return;
            params[u"intervalMs"_s] = kEvery * 1000;
            Q_EMIT notified(method, params);
        });
    }
    [[nodiscard]] QJsonObject answer(const QString &method, const QJsonObject &params) override
    {
        return m_server.answer(method, params);
    }

private:
    static constexpr int kEvery = 5;
    IncidentServer &m_server;
    int m_samples = 0;
};

QWidget *reducedUpdates(Stage &stage)
{
    auto *busy = new BusyServer(stage.server, &stage.window());
    stage.window().watchDemo(*busy);
    Stage::settle();
    stage.play(16);
    return &stage.window();
}

/// The incident's server after a crash: its clock and its counts begin anew, and its clients come back.
class RestartedServer : public LocalServer
{
public:
    RestartedServer(IncidentServer &server, const admin::Snapshot &last, QObject *parent)
        : LocalServer(parent)
        , m_server(server)
        , m_last(last)
    {
        connect(&server, &LocalServer::notified, this, [this](const QString &method, const QJsonObject &params) {
            const bool isSample = method == "metrics/sample"_L1;
            Q_EMIT notified(method, isSample ? sinceStart(admin::Snapshot::fromJson(params)).toJson() : params);
        });
    }
    [[nodiscard]] QJsonObject answer(const QString &method, const QJsonObject &params) override
    {
        QJsonObject answer = m_server.answer(method, params);
        QJsonObject result = answer["result"_L1].toObject();
        if (method == "server/info"_L1) {
            result[u"epoch"_s] = epoch();
            result[u"uptimeMs"_s] = result["uptimeMs"_L1].toInteger() - m_last.uptimeMs;
        } else if (method == "metrics/history"_L1) {
            const admin::Marker started{admin::Marker::Kind::ServerStarted, m_last.timeMs, 0, {}, {}};
            result = {{u"samples"_s, QJsonArray()}, {u"markers"_s, QJsonArray{started.toJson()}}};
        }
        answer[u"result"_s] = result;
        return answer;
    }

private:
    [[nodiscard]] static QString epoch() { return u"after the crash"_s; }
    [[nodiscard]] admin::Snapshot sinceStart(admin::Snapshot sample) const
    {
        using admin::Snapshot;
        for (quint64 Snapshot::*total :
             {&Snapshot::eventsReceived, &Snapshot::eventsSucceeded, &Snapshot::eventsFailed, &Snapshot::eventsTimedOut,
              &Snapshot::refusedRateLimited, &Snapshot::refusedUnauthorized, &Snapshot::refusedInvalid,
              &Snapshot::broadcastSends, &Snapshot::connectionsAccepted, &Snapshot::connectionsClosed})
            sample.*total -= m_last.*total;
        sample.epoch = epoch();
        sample.uptimeMs -= m_last.uptimeMs;
        const quint64 back = std::min<quint64>(kSecondsToReturn, static_cast<quint64>(sample.uptimeMs) / 1000);
        sample.connectionsOpen = sample.connectionsOpen * back / kSecondsToReturn;
        for (quint64 &depth : sample.laneDepth)
            depth = depth * back / kSecondsToReturn;
        return sample;
    }

    static constexpr quint64 kSecondsToReturn = 30;
    IncidentServer &m_server;
    const admin::Snapshot m_last;
};

QWidget *restarted(Stage &stage)
{
    stage.watch();
    ServerSession &session = stage.window().session();
    const admin::Snapshot last = session.history().latest();
    Q_EMIT stage.server.ended({LinkFailureKind::Closed, u"the remote host closed the connection"_s});
    stage.server.disconnect(&session.client());
    constexpr int kSecondsAway = 9;
    for (int second = 0; second < kSecondsAway; ++second) {
        stage.server.step();
        stage.wait(std::chrono::seconds(1));
    }
    session.client().connectToLocal(*new RestartedServer(stage.server, last, &stage.window()));
    Stage::settle();
    stage.play(20);
    return &stage.window();
}

QWidget *linkLost(Stage &stage)
{
    stage.watch();
    Q_EMIT stage.server.ended({LinkFailureKind::Closed, u"the remote host closed the connection"_s});
    stage.wait(std::chrono::seconds(84));
    return &stage.window();
}

QWidget *paused(Stage &stage)
{
    stage.watch();
    stage.window().pauseAction().trigger();
    stage.play(41);
    stage.wait(std::chrono::seconds(0));
    return &stage.window();
}

QWidget *viewer(Stage &stage)
{
    stage.watch();
    stage.window().showPage(MainWindow::ConfigIndex);
    Stage::settle();
    return &stage.window();
}

QWidget *conflict(Stage &stage)
{
    stage.watch();
    stage.window().showPage(MainWindow::ConfigIndex);
    stage.config().edit(kWorkers, 18);
    stage.config().edit(kPerUser, 600);
    const QJsonObject theirs{{u"base"_s, 17}, {u"changes"_s, QJsonObject{{kWorkers, 12}, {kPerUser, 1000}}}};
    [[maybe_unused]] const auto made = stage.server.call(u"mira@ops"_s, u"config/patch"_s, theirs);
    Stage::settle();
    stage.click(u"configConflicts"_s);
    return stage.window().findChild<ConflictDialog *>();
}

/// A change that goes back by itself, as it is seen when one looks after it.
QWidget *onTrial(Stage &stage)
{
    stage.watch();
    stage.window().showPage(MainWindow::ConfigIndex);
    stage.config().edit(kWorkers, 18);
    stage.window().findChild<QCheckBox *>(u"configOnTrial"_s)->setChecked(true);
    stage.window().findChild<QLineEdit *>(u"configReason"_s)->setText(u"CPU has room"_s);
    stage.click(u"configApply"_s);
    stage.play(3);
    return &stage.window();
}

QWidget *alertRule(Stage &stage)
{
    stage.watch();
    stage.window().alertsPage().addRuleFor(metricId(Metric::QueueFill));
    Stage::settle();
    return stage.window().findChild<AlertRuleDialog *>();
}

QWidget *emptyList(Stage &stage)
{
    stage.watch();
    stage.window().showPage(MainWindow::ConnectionsIndex);
    stage.window().connections().showMatching(u"rtt>9000"_s);
    const PagedModel &model = stage.window().connections().model(ConnectionsPage::OpenTab);
    auto *all = stage.window().findChild<QPushButton *>(u"connectionsAll"_s);
    const bool isEmpty =
        QTest::qWaitFor([&] { return model.rowCount() == 0 && model.status().matching == 0 && !all->isEnabled(); });
    Stage::settle();
    return isEmpty ? &stage.window() : nullptr;
}

QWidget *recording(Stage &stage)
{
    stage.watch();
    SessionCapture capture(stage.window().session(), stage.window().alerts());
    Stage::settle();
    QFile file(stage.file(u"incident.sluice-session"_s));
    if (!capture.isFinished() || !file.open(QIODevice::WriteOnly))
        return nullptr;
    file.write(capture.recording().toFile());
    file.close();
    stage.window().openSession(file.fileName());
    if (!QTest::qWaitFor([&stage] { return stage.window().session().isReplay(); })) // it is read aside
        return nullptr;
    stage.window().session().seek(IncidentCourse::kOpenMs - 180'000);
    Stage::settle();
    return &stage.window();
}

constexpr std::array kStates{
    State{"drain-plan", &drainPlan},
    State{"drain-progress", &drainProgress},
    State{"disconnect-many", &disconnectMany},
    State{"first-start", &firstStart},
    State{"certificate-changed", &certificateChanged},
    State{"late", &late},
    State{"reduced-updates", &reducedUpdates},
    State{"link-lost", &linkLost},
    State{"restarted", &restarted},
    State{"paused", &paused},
    State{"draining", &draining},
    State{"stopped", &stopped},
    State{"viewer", &viewer, admin::Role::Viewer},
    State{"conflict", &conflict},
    State{"trial", &onTrial},
    State{"alert-rule", &alertRule},
    State{"empty-list", &emptyList},
    State{"recording", &recording},
};

QString themeName(Theme::Mode mode)
{
    return mode == Theme::Mode::Dark ? u"dark"_s : u"light"_s;
}

/// A server that takes connections and says nothing.
class SilentServer
{
public:
    SilentServer() { m_isListening = m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] bool isListening() const { return m_isListening; }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QTcpServer m_server;
    bool m_isListening = false;
};

} // namespace

/// What every page and every state of the console looks like, on the built-in incident.
class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Another width of letters moves everything.
        QVERIFY2(QFontDatabase::hasFamily(u"DejaVu Sans Condensed"_s), "install fonts-dejavu-extra");
        QApplication::setCursorFlashTime(0);
    }

    void pages_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("language");
        if (qApp->devicePixelRatio() > 1) {
            QTest::newRow("scale-2") << static_cast<int>(Theme::Mode::Dark) << u"en"_s;
            return;
        }
        QTest::newRow("dark") << static_cast<int>(Theme::Mode::Dark) << u"en"_s;
        QTest::newRow("light") << static_cast<int>(Theme::Mode::Light) << u"en"_s;
        QTest::newRow("right-to-left") << static_cast<int>(Theme::Mode::Dark) << u"ar"_s;
        QTest::newRow("pseudo-language") << static_cast<int>(Theme::Mode::Light)
                                         << QString::fromLatin1(Translations::kPseudo);
    }

    void pages()
    {
        QFETCH(int, mode);
        QFETCH(QString, language);
        Stage stage(static_cast<Theme::Mode>(mode), language);
        stage.watch();
        for (size_t page = 0; page < kPages.size(); ++page) {
            stage.show(static_cast<int>(page));
            note(u"%1/%2"_s.arg(QString::fromLatin1(QTest::currentDataTag()), QLatin1StringView(kPages[page])),
                 stage.grab(stage.window()));
        }
        tellNotes();
    }

    void states_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("mode");
        for (size_t state = 0; state < kStates.size(); ++state) {
            for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light})
                QTest::addRow("%s/%s", qPrintable(themeName(mode)), kStates[state].name)
                    << static_cast<int>(state) << static_cast<int>(mode);
        }
    }

    void states()
    {
        QFETCH(int, state);
        QFETCH(int, mode);
        const State &wanted = kStates[static_cast<size_t>(state)];
        Stage stage(static_cast<Theme::Mode>(mode), u"en"_s, wanted.role);
        QWidget *widget = wanted.act(stage);
        QVERIFY(widget);
        note(QString::fromLatin1(QTest::currentDataTag()), stage.grab(*widget));
        tellNotes();
    }

    void connecting_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("dark/connecting") << static_cast<int>(Theme::Mode::Dark);
        QTest::newRow("light/connecting") << static_cast<int>(Theme::Mode::Light);
    }

    void connecting()
    {
        QFETCH(int, mode);
        const SilentServer silent;
        QVERIFY(silent.isListening());
        Stage stage(static_cast<Theme::Mode>(mode));
        ConnectionProfile profile;
        profile.port = silent.port();
        profile.token = u"practice"_s;
        stage.hidePort(silent.port());
        stage.window().connectTo(profile);
        QTRY_COMPARE(stage.window().session().client().state(), LinkState::Connecting);
        note(QString::fromLatin1(QTest::currentDataTag()), stage.grab(stage.window()));
        tellNotes();
    }

    void twiceTheScale()
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {u"pages"_s});
        QVERIFY(child.waitForFinished(600'000)); // on a busy machine; else some seconds
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, child.readAll().constData());
    }

    void theComparisonFindsWhatMatters()
    {
        Stage stage(Theme::Mode::Dark);
        stage.watch();
        stage.show(MainWindow::ConfigIndex);
        const QImage before = stage.grab(stage.window());
        const auto distance = [&before](const QImage &after) {
            return test::screenshot::difference(test::screenshot::reduced(before), after).worst;
        };
        QCOMPARE(distance(stage.grab(stage.window())), 0.0);
        // Another text shaping moves a text by a pixel at most.
        for (const QPoint shift : {QPoint(1, 0), QPoint(0, 1)}) {
            QImage moved = before;
            for (int y = 1; y < before.height(); ++y) {
                for (int x = 1; x < before.width(); ++x)
                    moved.setPixel(x, y, before.pixel(x - shift.x(), y - shift.y()));
            }
            QVERIFY2(distance(moved) <= test::screenshot::kTolerance, qPrintable(QString::number(distance(moved))));
        }
        auto *button = stage.window().findChild<QPushButton *>(u"configDiscard"_s);
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        button->hide();
        const double hidden = distance(stage.grab(stage.window()));
        QVERIFY2(hidden > 1.3 * test::screenshot::kTolerance, qPrintable(QString::number(hidden)));
        button->show();
        QCOMPARE(distance(stage.grab(stage.window())), 0.0);
        stage.window().header().setLink(u"● Live"_s, ColorRole::Critical, false);
        const double recoloured = distance(stage.window().grab().toImage());
        QVERIFY2(recoloured > 1.3 * test::screenshot::kTolerance, qPrintable(QString::number(recoloured)));
    }

private:
    void note(const QString &name, const QImage &picture)
    {
        if (const QString complaint = test::screenshot::check(name, picture); !complaint.isEmpty())
            m_complaints.append(complaint);
    }
    void tellNotes()
    {
        const QStringList complaints = std::exchange(m_complaints, {});
        for (const QString &complaint : complaints)
            qWarning("%s", qPrintable(complaint));
        QVERIFY2(complaints.isEmpty(), "each is named above");
    }

    QStringList m_complaints;
};

int main(int argc, char *argv[])
{
    // Nothing of the machine's may be seen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    qputenv("QT_FONT_DPI", "96");
    qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); // a busy machine takes its time
    for (const char *variable : {"QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS"})
        qunsetenv(variable);
    QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    ScreenshotsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenshots.moc"

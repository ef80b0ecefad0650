// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"

#include "console/app/alertnotifier.h"
#include "console/app/commandline.h"
#include "console/app/drafts.h"
#include "console/app/places.h"
#include "console/app/startpage.h"
#include "console/app/statusline.h"
#include "console/app/translations.h"
#include "console/app/viewstate.h"
#include "console/app/windowactions.h"
#include "console/demo/incidentserver.h"
#include "console/dialogs/aboutbox.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/keylist.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/metricinfo.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/serverspage.h"
#include "console/recording/recordingbar.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/pageparts.h"
#include "console/widgets/rail.h"
#include "console/widgets/shortcuts.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QProcess>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 500ms;
constexpr int kDefaultRangeSeconds = 600;
constexpr int kSaidMs = 10'000;
constexpr QSize kDefaultSize(1440, 900);

} // namespace

MainWindow::MainWindow(const Environment &environment, QWidget *parent)
    : QMainWindow(parent)
    , m_environment(environment)
    , m_session(environment.clock, environment.random)
    , m_alerts(m_session, environment.clock, environment.settings)
    , m_pendingEdits(m_session, environment.settings)
    , m_tapFeed(m_session, environment.clock)
    , m_situation(m_session, m_alerts)
    , m_headerState(m_session, environment.clock)
    , m_sessionFiles(m_session, m_alerts, *this)
    , m_notifier(new AlertNotifier(m_alerts, *this))
{
    setMinimumSize(1120, 720);
    Content content = newContent();
    while (!content.frame->isBuilt())
        content.frame->buildNext();
    showContent(std::move(content));
    connectSession();
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::onTick);
    m_tick.start(kTick);
    m_rebuild.setSingleShot(true);
    connect(&m_rebuild, &QTimer::timeout, this, &MainWindow::rebuild);
    restoreState();
    refresh();
}

MainWindow::~MainWindow()
{
    hide(); // Pages tell the session when they are hidden; when ~QWidget hides them, the session is gone.
}

MainWindow::Content MainWindow::newContent()
{
    Content content;
    Theme &theme = m_environment.theme;
    content.actions = std::make_unique<WindowActions>(theme);
    if (m_environment.translations)
        content.actions->offerLanguages(m_environment.translations->code());
    content.stack = new QStackedWidget(this);
    content.frame = new Frame(
        {m_session, m_alerts, m_tapFeed, m_environment.clock, m_environment.settings, theme, m_environment.random},
        *content.actions, content.stack);
    return content;
}

/// Requires: its frame is built.
void MainWindow::showContent(Content content)
{
    setWindowTitle(tr("Sluice console"));
    Theme &theme = m_environment.theme;
    m_actions = std::move(content.actions);
    m_actions->addTo(*this);
    m_frame = content.frame;
    m_start =
        new StartPage({m_actions->connectTo, m_actions->practise, m_actions->openSession, m_actions->servers()}, this);
    m_content = content.stack;
    m_content->addWidget(m_start);
    m_content->addWidget(m_frame);
    m_status = new StatusLine(m_session, m_environment.clock, this);
    m_shutdownDialog = new ShutdownDialog(m_session, theme, this);
    setCentralWidget(m_content);
    setStatusBar(m_status);
    m_actions->fill(*menuBar());
    menuBar()->hide();
    connectActions();
    connectFrame();
    gatherShortcuts();
    m_actions->setThemeMode(theme.mode());
    fitColumns();
    ViewState(m_environment.settings).restore(*m_frame);
    refreshStart();
}

void MainWindow::fitColumns()
{
    for (QTableView *table : m_frame->findChildren<QTableView *>())
        fitColumnsToTitles(*table);
}

/// In another language, or with another layout. All at once it takes as long as one feels, so each page gets a turn;
/// meanwhile the window stands still, in the language that it was in.
void MainWindow::rebuild()
{
    if (m_next.frame == nullptr) {
        m_tapFeed.records().retranslate();
        m_session.revisions().retranslate();
        m_next = newContent();
    } else if (!m_next.frame->isBuilt()) {
        m_next.frame->buildNext();
    } else {
        replaceContent();
        setUpdatesEnabled(true);
        return;
    }
    m_rebuild.start(0);
}

void MainWindow::rebuildSoon()
{
    delete m_next.stack; // in a language that is no longer wanted
    m_next = {};
    setUpdatesEnabled(false);
    m_rebuild.start(0);
}

/// The session, what was typed and where the operator was stay.
void MainWindow::replaceContent()
{
    // Where the layout was just given up there is nothing to keep of it.
    if (m_keepsLayout)
        saveView();
    m_keepsLayout = true;
    const Drafts drafts(*m_frame);
    const Places places(*m_frame);
    const OverviewPage::View looking = overview().view();
    const Page page = m_frame->currentPage();
    const bool isPaused = m_actions->pause->isChecked();
    const bool isWall = m_actions->wall->isChecked();
    const bool hasMenuBar = menuBar()->isVisible();
    const bool hasKeys = findChild<KeyList *>() != nullptr;
    const std::optional<Drafts> plan =
        m_shutdownDialog->isVisible() ? std::optional<Drafts>(*m_shutdownDialog) : std::nullopt;
    const std::optional<Drafts> sought = m_connectDialog ? std::optional<Drafts>(*m_connectDialog) : std::nullopt;
    m_frame->hide(); // so that pages tell the session that they no longer watch
    qDeleteAll(findChildren<QDialog *>(Qt::FindDirectChildrenOnly));
    m_actions.release()->setParent(m_content); // which goes, with the frame, in a turn of its own
    delete m_status;
    delete menuBar();
    showContent(std::exchange(m_next, {}));
    refresh();         // what is shown or not has its room from the first layout on
    m_content->show(); // the layout would do so only later
    fitColumns();      // also where narrower ones were kept: those were of the other language
    tellProfile();
    setRange(m_environment.settings.value("window/range"_L1, kDefaultRangeSeconds).toInt());
    m_frame->showPage(page);
    m_frame->rail().setFocus(); // else the first of the window gets it, the command box, which opens
    drafts.putInto(*m_frame);
    m_actions->pause->setChecked(isPaused);
    overview().setView(looking);
    places.putInto(*m_frame);
    m_actions->wall->setChecked(isWall);
    menuBar()->setVisible(hasMenuBar);
    if (hasKeys)
        showKeys();
    if (plan) {
        m_actions->drain->trigger();
        plan->putInto(*m_shutdownDialog);
    }
    if (sought) {
        openConnectDialog(m_profile);
        sought->putInto(*m_connectDialog);
    }
    refreshBadges();
    m_status->refresh();
    m_session.retranslate();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuildSoon();
    QMainWindow::changeEvent(event);
}

void MainWindow::setLanguage(const QString &code)
{
    m_environment.settings.setValue("window/language"_L1, code);
    m_environment.translations->use(code);
}

void MainWindow::resetLayout()
{
    m_keepsLayout = false;
    ViewState(m_environment.settings).clear();
    m_environment.settings.remove("window/range"_L1);
    setWindowState(windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    resize(kDefaultSize);
    rebuildSoon();
}

void MainWindow::gatherShortcuts()
{
    m_shortcuts = std::make_unique<Shortcuts>(m_environment.settings);
    QList<QAction *> actions = m_actions->all();
    for (QAction *action : m_frame->pageActions()) {
        if (!actions.contains(action)) // that of the charts is in both
            actions.append(action);
    }
    for (QAction *action : std::as_const(actions))
        m_shortcuts->add(*action);
}

void MainWindow::connectActions()
{
    const WindowActions &actions = *m_actions;
    const auto run = [this](const QAction *action, auto what) { connect(action, &QAction::triggered, this, what); };
    run(actions.connectTo, [this] { openConnectDialog(m_profile); });
    run(actions.disconnectFrom, [this] { m_session.disconnectFrom(); });
    run(actions.fetch, &MainWindow::fetchNow);
    run(actions.practise, &MainWindow::openDemo);
    run(actions.openSession, [this] { m_sessionFiles.choose(); });
    run(actions.saveSession, [this] { m_sessionFiles.save(); });
    run(actions.apply, [this] { m_frame->applyConfig(); });
    run(actions.drain, [this] { m_shutdownDialog->openFor(m_profile.environment); });
    run(actions.quit, &MainWindow::close);
    run(actions.filter, [this] { m_frame->focusFilter(); });
    run(actions.commandBox, [this] { m_frame->focusCommandBox(); });
    run(actions.nextPane, [this] { m_frame->focusPane(true); });
    run(actions.previousPane, [this] { m_frame->focusPane(false); });
    run(actions.keys, &MainWindow::showKeys);
    run(actions.about, [this] { showAbout(this); });
    connect(actions.wall, &QAction::toggled, this, &MainWindow::setWall);
    connect(actions.pause, &QAction::toggled, this, &MainWindow::setPaused);
    connect(&actions, &WindowActions::pageChosen, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(&actions, &WindowActions::rangeChosen, this, &MainWindow::setRange);
    connect(&actions, &WindowActions::languageChosen, this, &MainWindow::setLanguage);
    run(actions.resetLayout, &MainWindow::resetLayout);
    connect(&actions, &WindowActions::themeChosen, &m_environment.theme, &Theme::setMode);
}

void MainWindow::connectFrame()
{
    connect(&header(), &HeaderBar::rangeSelected, this, &MainWindow::setRange);
    connect(&overview(), &OverviewPage::said, m_status,
            [this](const QString &what) { m_status->showMessage(what, kSaidMs); });
    connect(&m_frame->recordingBar(), &RecordingBar::closeWanted, this, &MainWindow::closeSession);
    connect(&alertStrip(), &AlertStrip::verbClicked, this, &MainWindow::onStripVerb);
    connect(&alertStrip(), &AlertStrip::secondVerbClicked, this, [this] { m_alerts.silence(m_stripRule, 10min); });
    connect(&servers(), &ServersPage::said, m_status,
            [this](const QString &what) { m_status->showMessage(what, kSaidMs); });
    connect(&servers(), &ServersPage::openWanted, this, &MainWindow::connectTo);
    connect(&servers(), &ServersPage::newWindowWanted, this, &MainWindow::openInNewWindow);
    connect(&servers(), &ServersPage::addWanted, this, [this] { openConnectDialog({}); });
    connect(&servers(), &ServersPage::readOnlyChanged, this, &MainWindow::onReadOnlyChanged);
}

void MainWindow::connectSession()
{
    connect(&m_session, &ServerSession::updated, this, &MainWindow::refresh);
    connect(&m_session, &ServerSession::drainChanged, this, &MainWindow::refresh);
    connect(&m_session, &ServerSession::linkChanged, this, &MainWindow::onLinkChanged);
    connect(&m_session.client(), &AdminClient::failed, this, &MainWindow::onFailed);
    connect(&m_session.client(), &AdminClient::roundTripMeasured, this, [this] { m_status->refresh(); });
    connect(&m_session.config(), &ConfigModel::editsChanged, this, [this] {
        refreshBadges();
        m_actions->showState(m_session, m_sessionFiles.canSave());
    });
    connect(&m_pendingEdits, &PendingEdits::restored, this, [this](int count) {
        m_status->showMessage(tr("%n change(s) that you had not applied are pending again.", nullptr, count), kSaidMs);
    });
    connect(&m_sessionFiles, &SessionFiles::opened, this, &MainWindow::onSessionOpened);
    connect(&m_sessionFiles, &SessionFiles::said, this,
            [this](const QString &what) { m_status->showMessage(what, kSaidMs); });
    connect(&m_alerts, &AlertMonitor::changed, this, [this] {
        refreshBadges();
        refreshStrip();
    });
}

void MainWindow::restoreState()
{
    const QSettings &settings = m_environment.settings;
    if (!restoreGeometry(settings.value("window/geometry"_L1).toByteArray()))
        resize(kDefaultSize);
    const int mode = settings.value("window/theme"_L1, static_cast<int>(Theme::Mode::Auto)).toInt();
    m_environment.theme.setMode(static_cast<Theme::Mode>(std::clamp(mode, 0, static_cast<int>(Theme::Mode::Light))));
    m_actions->setThemeMode(m_environment.theme.mode());
    setRange(settings.value("window/range"_L1, kDefaultRangeSeconds).toInt());
    m_frame->showPage(OverviewIndex);
    m_frame->rail().setFocus();
}

void MainWindow::saveState()
{
    QSettings &settings = m_environment.settings;
    settings.setValue("window/geometry"_L1, saveGeometry());
    settings.setValue("window/theme"_L1, static_cast<int>(m_environment.theme.mode()));
    saveView();
}

void MainWindow::saveView()
{
    if (m_isUnderway) // else it was never seen, and has no layout
        ViewState(m_environment.settings).save(*m_frame);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    m_altAlone = event->key() == Qt::Key_Alt;
    // Only what no focused widget wanted comes here, so letters in text fields are safe.
    if (m_frame->recordingBar().useKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Space: m_actions->pause->trigger(); return;
    case Qt::Key_Escape: setWall(false); return;
    default: QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Alt && std::exchange(m_altAlone, false))
        menuBar()->setVisible(!menuBar()->isVisible());
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::setWall(bool wall)
{
    if (m_actions->wall->isChecked() != wall) {
        m_actions->wall->setChecked(wall); // which comes back here
        return;
    }
    if (wall == isFullScreen() && m_frame->rail().isHidden() == wall)
        return;
    m_frame->setWall(wall);
    m_status->setVisible(!wall && m_content->currentWidget() == m_frame);
    menuBar()->hide();
    setWindowState(wall ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::onStripVerb()
{
    const LinkState link = m_session.client().state();
    if (link == LinkState::LinkLost)
        m_session.client().retryNow();
    else if (link == LinkState::Connecting || link == LinkState::SigningIn)
        m_session.disconnectFrom();
    else if (m_stripRule.isEmpty()) // no alert: a change on trial
        showPage(ConfigIndex);
    else if (m_stripRule != metricId(Metric::QueueFill))
        showPage(AlertsIndex);
    else
        showPage(OverviewIndex);
}

void MainWindow::fetchNow()
{
    m_session.client().retryNow();
    m_session.refresh();
    m_frame->fetchLists();
}

void MainWindow::openDemo()
{
    m_demo = std::make_unique<IncidentServer>();
    m_demo->start();
    watchDemo(*m_demo);
}

void MainWindow::watchDemo(LocalServer &server)
{
    m_profile = {};
    m_profile.environment = console::Environment::Development;
    m_session.setReadOnly(false);
    m_alerts.watch(u"demo"_s);
    m_session.connectTo(server);
    refresh();
}

void MainWindow::onSessionOpened()
{
    m_profile = {};
    m_demo.reset();
    m_actions->pause->setChecked(false);
    tellProfile();
    if (m_connectDialog)
        m_connectDialog->close();
    refresh();
}

void MainWindow::closeSession()
{
    m_session.disconnectFrom();
    openConnectDialog(ProfileStore(m_environment.settings).load());
}

void MainWindow::connectTo(const ConnectionProfile &profile)
{
    const Result<QByteArray> token = profile.readToken();
    if (!token) {
        openConnectDialog(profile);
        m_connectDialog->showError(token.error().detail.isEmpty() ? tr("Enter a token or choose a token file.")
                                                                  : token.error().detail);
        return;
    }
    m_profile = profile;
    m_demo.reset();
    // The switch belongs to the server, however one gets there.
    const QList<ConnectionProfile> saved = ProfileStore(m_environment.settings).all();
    m_profile.isReadOnly = std::any_of(saved.cbegin(), saved.cend(), [&](const ConnectionProfile &other) {
        return other.isReadOnly && other.hasSameAddress(profile);
    });
    m_session.setReadOnly(m_profile.isReadOnly);
    tellProfile();
    m_alerts.watch(profile.address());
    m_session.connectTo(profile.url(), *token, profile.security);
    m_pendingEdits.watch(profile.address());
    refresh();
}

/// What pages must know of the server beyond what it says itself.
void MainWindow::tellProfile()
{
    connections().setEnvironment(m_profile.environment);
    servers().setCurrent(m_profile);
    config().pending().setReasonRequired(m_profile.environment == console::Environment::Production);
}

void MainWindow::openConnectDialog(const ConnectionProfile &profile)
{
    if (!m_connectDialog) {
        m_connectDialog = new ConnectDialog(profile, this);
        m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_connectDialog, &ConnectDialog::connectRequested, this, &MainWindow::connectTo);
        connect(m_connectDialog, &ConnectDialog::demoRequested, this, [this] {
            m_connectDialog->close();
            openDemo();
        });
        connect(m_connectDialog, &ConnectDialog::finished, this, &MainWindow::refreshStart);
        connect(m_connectDialog, &ConnectDialog::abandoned, this, [this] { m_session.disconnectFrom(); });
    }
    m_connectDialog->open();
    refreshStart();
}

ConnectDialog *MainWindow::connectDialog() const
{
    return m_connectDialog;
}

QAction &MainWindow::drainAction()
{
    return *m_actions->drain;
}

QAction &MainWindow::pauseAction()
{
    return *m_actions->pause;
}

QStringList MainWindow::statusTexts() const
{
    return m_status->texts();
}

void MainWindow::onTick()
{
    m_alerts.tick();
    refresh();
    m_status->refresh();
    // Ages grow without any news.
    if (m_session.freshness() == ServerSession::Freshness::Lost)
        Q_EMIT m_session.updated();
}

void MainWindow::onLinkChanged()
{
    const LinkState state = m_session.client().state();
    m_headerState.onLinkChanged();
    if (state == LinkState::Live && !m_session.client().url().isEmpty()) { // else it is played in this process
        m_profile.name = m_session.info().name;
        ProfileStore(m_environment.settings).save(m_profile);
        servers().reload();
    }
    if (m_connectDialog)
        m_connectDialog->showState(state);
    refresh();
}

void MainWindow::onFailed(const LinkFailure &failure)
{
    // A link that worked before is found again, or not, without a dialog in the way. What was played in this process
    // has only ended.
    const AdminClient &client = m_session.client();
    if (client.untilRetry() || client.url().isEmpty())
        return;
    openConnectDialog(m_profile);
    m_connectDialog->showFailure(failure);
}

void MainWindow::refresh()
{
    refreshStart();
    m_headerState.show(header(), m_frame->rail(), m_profile.environment);
    refreshStrip();
    m_actions->showState(m_session, m_sessionFiles.canSave());
}

void MainWindow::showPage(Page page)
{
    m_isUnderway = true;
    refreshStart();
    m_frame->showPage(page);
}

void MainWindow::refreshStart()
{
    m_isUnderway = m_isUnderway || !m_session.info().epoch.isEmpty();
    const bool isStart = !m_isUnderway && m_session.client().state() == LinkState::Disconnected;
    m_start->setCardVisible(m_connectDialog == nullptr || !m_connectDialog->isVisible());
    m_status->setHidden(isStart || m_actions->wall->isChecked());
    QWidget *shown = isStart ? static_cast<QWidget *>(m_start) : m_frame;
    if (m_content->currentWidget() == shown)
        return;
    m_content->setCurrentWidget(shown);
    // Else the first of the window gets it, the command box, which opens.
    QWidget *first = isStart ? static_cast<QWidget *>(m_start) : &m_frame->rail();
    first->setFocus();
}

void MainWindow::refreshStrip()
{
    const std::optional<Situation::Message> message = m_situation.message();
    m_stripRule = message ? message->rule : QString();
    if (message)
        alertStrip().show(message->status, message->headline, message->text, message->verb,
                          m_session.isReplay() ? QString() : message->secondVerb);
    else
        alertStrip().clear();
}

void MainWindow::refreshBadges()
{
    m_frame->rail().setBadge(ConfigIndex, static_cast<int>(m_session.config().edits().size()));
    m_frame->rail().setBadge(AlertsIndex, m_alerts.activeCount());
}

void MainWindow::setRange(int seconds)
{
    constexpr std::array kRanges{60, 300, kDefaultRangeSeconds, 3600, 21'600};
    const int range =
        std::find(kRanges.begin(), kRanges.end(), seconds) != kRanges.end() ? seconds : kDefaultRangeSeconds;
    m_frame->setRangeSeconds(range);
    m_environment.settings.setValue("window/range"_L1, range);
}

void MainWindow::setPaused(bool paused)
{
    m_actions->setPaused(paused);
    m_sessionFiles.setPaused(paused);
    m_frame->setPaused(paused);
}

void MainWindow::openInNewWindow(const ConnectionProfile &profile)
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), CommandLine::argumentsFor(profile));
}

void MainWindow::onReadOnlyChanged(const ConnectionProfile &profile)
{
    if (!profile.hasSameAddress(m_profile))
        return;
    m_profile.isReadOnly = profile.isReadOnly;
    m_session.setReadOnly(profile.isReadOnly);
}

void MainWindow::showKeys()
{
    (new KeyList(*m_shortcuts, this))->show();
}

} // namespace sluice::console

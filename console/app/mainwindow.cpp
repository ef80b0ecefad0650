// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/mainwindow.h"

#include "console/app/alertnotifier.h"
#include "console/demo/incidentserver.h"
#include "console/dialogs/connectdialog.h"
#include "console/dialogs/keylist.h"
#include "console/dialogs/shutdowndialog.h"
#include "console/models/format.h"
#include "console/models/metricinfo.h"
#include "console/pages/activityfeed.h"
#include "console/pages/alertspage.h"
#include "console/pages/auditpage.h"
#include "console/pages/configpage.h"
#include "console/pages/connectionspage.h"
#include "console/pages/eventspage.h"
#include "console/pages/limitspage.h"
#include "console/pages/overviewpage.h"
#include "console/pages/pendingpanel.h"
#include "console/pages/serverspage.h"
#include "console/pages/tappage.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/icons.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/rail.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTick = 500ms;
constexpr int kDefaultRangeSeconds = 600;
constexpr int kSaidMs = 10'000;

qint64 toMs(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

MainWindow::MainWindow(const Environment &environment, QWidget *parent)
    : QMainWindow(parent)
    , m_environment(environment)
    , m_session(environment.clock, environment.random)
    , m_alerts(m_session, environment.clock, environment.settings)
    , m_situation(m_session, m_alerts)
    , m_usage(environment.clock)
{
    setWindowTitle(tr("Sluice console"));
    setMinimumSize(1120, 720);
    buildActions();
    buildMenus();
    buildLayout();
    buildAlerts();
    buildViewActions();
    buildMenuBar();
    buildStatusBar();
    connect(&m_session, &ServerSession::updated, this, &MainWindow::refresh);
    connect(&m_session, &ServerSession::drainChanged, this, &MainWindow::refresh);
    connect(&m_session, &ServerSession::linkChanged, this, &MainWindow::onLinkChanged);
    connect(&m_session.client(), &AdminClient::failed, this, &MainWindow::onFailed);
    connect(&m_session.client(), &AdminClient::roundTripMeasured, this, &MainWindow::refreshStatusBar);
    connect(&m_session.config(), &ConfigModel::editsChanged, this, [this] {
        m_rail->setBadge(ConfigIndex, static_cast<int>(m_session.config().edits().size()));
        refreshActions();
    });
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_alerts.tick();
        refresh();
        refreshStatusBar();
        // Ages grow without any news.
        if (m_session.freshness() == ServerSession::Freshness::Lost)
            Q_EMIT m_session.updated();
    });
    m_tick.start(kTick);
    restoreState();
    refresh();
}

MainWindow::~MainWindow()
{
    hide(); // Pages tell the session when they are hidden; when ~QWidget hides them, the session is gone.
}

QAction *MainWindow::addAction(const QString &text, const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    QMainWindow::addAction(action);
    return action;
}

QAction *MainWindow::addThemeAction(const QString &text, Theme::Mode mode)
{
    QAction *action = addAction(text, {}, [this, mode] { m_environment.theme.setMode(mode); });
    action->setCheckable(true);
    action->setData(static_cast<int>(mode));
    m_themeGroup->addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    const Theme &theme = m_environment.theme;
    m_connectAction = addAction(tr("&Connect to a server…"), QKeySequence(u"Ctrl+Shift+S"_s),
                                [this] { openConnectDialog(m_profile); });
    m_disconnectAction = addAction(tr("&Disconnect"), {}, [this] { m_session.disconnectFrom(); });
    m_refreshAction = addAction(tr("&Fetch now"), QKeySequence(Qt::Key_F5), [this] {
        m_session.client().retryNow();
        m_session.refresh();
        for (ListPage *page : listPages())
            page->fetchNow();
    });
    // Space is not a shortcut, because it would take the key from focused buttons; see keyPressEvent.
    m_pauseAction = addAction(tr("&Pause"), {}, [] {});
    m_pauseAction->setCheckable(true);
    m_pauseAction->setIcon(icon(Glyph::Pause, theme));
    m_pauseAction->setToolTip(tr("Freeze the charts (Space)"));
    connect(m_pauseAction, &QAction::toggled, this, &MainWindow::setPaused);
    m_applyAction = addAction(tr("&Apply pending changes"), QKeySequence::Save, [this] { applyConfig(); });
    m_drainAction =
        addAction(tr("Drain && shut down…"), QKeySequence(u"Ctrl+Shift+Q"_s), [this] { openShutdownDialog(); });
    m_drainAction->setIconText(tr("Drain && shut down…"));
    m_drainAction->setIcon(icon(Glyph::Power, theme, ColorRole::Critical));
    m_quitAction = addAction(tr("&Quit"), QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    m_aboutAction = addAction(tr("A&bout…"), {}, [this] { showAbout(); });
    const QStringList pages{tr("&Overview"), tr("Co&nnections"), tr("&Events"), tr("&Limits"), tr("Confi&g"),
                            tr("Live &tap"), tr("Ale&rts"),      tr("&Audit"),  tr("&Servers")};
    for (int page = 0; page < pages.size(); ++page) {
        m_pageActions.append(addAction(pages.at(page), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)),
                                       [this, page] { showPage(static_cast<Page>(page)); }));
    }
    addAction(tr("Filter"), {}, [this] {
        focusFilter();
    })->setShortcuts({QKeySequence(QKeySequence::Find), QKeySequence(Qt::Key_Slash)});
    m_themeGroup = new QActionGroup(this);
    m_themeMenu.addAction(addThemeAction(tr("Auto"), Theme::Mode::Auto));
    m_themeMenu.addAction(addThemeAction(tr("Light"), Theme::Mode::Light));
    m_themeMenu.addAction(addThemeAction(tr("Dark"), Theme::Mode::Dark));
    m_themeMenu.setTitle(tr("&Theme"));
}

void MainWindow::buildMenus()
{
    m_mainMenu.addActions({m_connectAction, m_disconnectAction});
    m_mainMenu.addSeparator();
    m_mainMenu.addActions(m_pageActions);
    m_mainMenu.addSeparator();
    m_mainMenu.addActions({m_refreshAction, m_pauseAction, m_applyAction, m_drainAction});
    m_mainMenu.addSeparator();
    m_mainMenu.addMenu(&m_themeMenu);
    m_mainMenu.addActions({m_aboutAction, m_quitAction});
}

void MainWindow::buildLayout()
{
    Theme &theme = m_environment.theme;
    m_header = new HeaderBar(theme, {*m_pauseAction, *m_drainAction, m_mainMenu, m_themeMenu}, this);
    m_rail = new Rail(theme, this);
    m_strip = new AlertStrip(theme, this);
    m_overview = new OverviewPage(m_session, theme, this);
    m_events = new EventsPage(m_session, theme, this);
    m_config = new ConfigPage(m_session, theme, this);
    m_shutdownDialog = new ShutdownDialog(m_session, theme, this);
    m_pages = new QStackedWidget(this);
    buildListPages();
    for (QWidget *page : std::initializer_list<QWidget *>{m_overview, m_connections, m_events, m_limits, m_config,
                                                          m_tap, m_alertsPage, m_audit, m_servers})
        m_pages->addWidget(page);
    m_rail->addPage(Glyph::Overview, tr("Overview"));
    m_rail->addPage(Glyph::Connections, tr("Connections"));
    m_rail->addPage(Glyph::Events, tr("Events"));
    m_rail->addPage(Glyph::Limits, tr("Limits"));
    m_rail->addPage(Glyph::Config, tr("Config"));
    m_rail->addPage(Glyph::Tap, tr("Live tap"));
    m_rail->addPage(Glyph::Alerts, tr("Alerts"));
    m_rail->addPage(Glyph::Audit, tr("Audit"));
    m_rail->addPage(Glyph::Servers, tr("Servers"));
    connect(m_rail, &Rail::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_header, &HeaderBar::rangeSelected, this, &MainWindow::setRange);
    connect(m_overview, &OverviewPage::resumeRequested, this, [this] { m_pauseAction->setChecked(false); });
    connect(&m_overview->feed(), &ActivityFeed::undoRequested, this, &MainWindow::putIntoPending);
    connect(m_overview, &OverviewPage::stageRequested, this, &MainWindow::showStage);
    connect(m_overview, &OverviewPage::said, this,
            [this](const QString &what) { statusBar()->showMessage(what, kSaidMs); });
    connect(&m_overview->feed(), &ActivityFeed::auditRequested, this, [this] { showPage(AuditIndex); });
    connect(m_strip, &AlertStrip::verbClicked, this, &MainWindow::onStripVerb);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_strip);
    right->addWidget(m_pages, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addLayout(right, 1);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(body, 1);
    setCentralWidget(central);
}

void MainWindow::buildListPages()
{
    const Theme &theme = m_environment.theme;
    m_connections = new ConnectionsPage(m_session, theme, this);
    m_limits = new LimitsPage(m_session, theme, this);
    m_tap = new TapPage(m_session, m_environment.clock, theme, this);
    m_audit = new AuditPage(m_session, theme, this);
    m_alertsPage = new AlertsPage(m_alerts, theme, this);
    m_servers = new ServersPage(m_session, m_environment.settings, theme, this);
    connectListPages();
}

void MainWindow::connectListPages()
{
    connect(m_connections, &ConnectionsPage::tapWanted, this, [this](qint64 connection) {
        showPage(TapIndex);
        m_tap->prepareFor(connection);
    });
    connect(m_limits, &LimitsPage::connectionsWanted, this, [this](const QString &filter) {
        showPage(ConnectionsIndex);
        m_connections->showMatching(filter);
    });
    connect(m_limits, &LimitsPage::settingWanted, this, [this](const QString &key) {
        showPage(ConfigIndex);
        m_config->table().setCurrentIndex(m_session.config().indexOf(key));
    });
    connect(m_servers, &ServersPage::openWanted, this, &MainWindow::connectTo);
    connect(m_servers, &ServersPage::newWindowWanted, this, &MainWindow::openInNewWindow);
    connect(m_servers, &ServersPage::addWanted, this, [this] { openConnectDialog({}); });
    connect(m_servers, &ServersPage::readOnlyChanged, this, [this](const ConnectionProfile &profile) {
        if (!profile.hasSameAddress(m_profile))
            return;
        m_profile.isReadOnly = profile.isReadOnly;
        m_session.setReadOnly(profile.isReadOnly);
    });
}

QList<ListPage *> MainWindow::listPages() const
{
    return {m_connections, m_limits, m_tap, m_audit, m_servers};
}

void MainWindow::buildStatusBar()
{
    m_statusLink = new QLabel(this);
    m_statusSample = new QLabel(this);
    m_statusCost = new QLabel(this);
    for (QLabel *label : {m_statusLink, m_statusSample, m_statusCost})
        statusBar()->addWidget(label);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::restoreState()
{
    const QSettings &settings = m_environment.settings;
    if (!restoreGeometry(settings.value("window/geometry"_L1).toByteArray()))
        resize(1440, 900);
    const int mode = settings.value("window/theme"_L1, static_cast<int>(Theme::Mode::Auto)).toInt();
    const QList<QAction *> themes = m_themeGroup->actions();
    for (QAction *action : themes) {
        if (action->data().toInt() == mode)
            action->trigger();
    }
    setRange(settings.value("window/range"_L1, kDefaultRangeSeconds).toInt());
    showPage(OverviewIndex);
    m_rail->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings &settings = m_environment.settings;
    settings.setValue("window/geometry"_L1, saveGeometry());
    settings.setValue("window/theme"_L1, static_cast<int>(m_environment.theme.mode()));
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    m_altAlone = event->key() == Qt::Key_Alt;
    // Only what no focused widget wanted comes here, so letters in text fields are safe.
    switch (event->key()) {
    case Qt::Key_Space: m_pauseAction->toggle(); return;
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

void MainWindow::buildAlerts()
{
    m_notifier = new AlertNotifier(m_alerts, *this);
    connect(&m_alerts, &AlertMonitor::changed, this, [this] {
        m_rail->setBadge(AlertsIndex, m_alerts.activeCount());
        refreshStrip();
    });
    connect(m_alertsPage, &AlertsPage::showRequested, this, [this](qint64 timeMs) {
        showPage(OverviewIndex);
        m_overview->jumpTo(timeMs);
    });
    connect(m_overview, &OverviewPage::alertRequested, this, [this](Metric metric) {
        showPage(AlertsIndex);
        m_alertsPage->addRuleFor(metricId(metric));
    });
    connect(m_strip, &AlertStrip::secondVerbClicked, this, [this] { m_alerts.silence(m_stripRule, 10min); });
}

void MainWindow::buildViewActions()
{
    struct Range {
        QString text;
        QKeySequence key;
        int seconds;
    };
    const QList<Range> ranges{{tr("Last &minute"), QKeySequence(Qt::Key_1), 60},
                              {tr("Last &5 minutes"), QKeySequence(Qt::Key_5), 300},
                              {tr("Last 1&0 minutes"), QKeySequence(Qt::Key_0), 600},
                              {tr("Last &hour"), QKeySequence(Qt::Key_H), 3600},
                              {tr("Last &6 hours"), QKeySequence(Qt::SHIFT | Qt::Key_H), 21'600}};
    for (const Range &range : ranges)
        m_rangeActions.append(addAction(range.text, range.key, [this, seconds = range.seconds] { setRange(seconds); }));
    m_chartActions = {
        addAction(tr("Set a &mark"), QKeySequence(Qt::Key_M),
                  [this] { m_session.addOwnMark(m_overview->pointedAtMs()); }),
        addAction(tr("Chart as &table, or back"), QKeySequence(u"Ctrl+T"_s), [this] { m_overview->toggleTable(); }),
        addAction(tr("&Whole range again"), {}, [this] { m_overview->endZoom(); })};
    auto *exportAction = new QAction(tr("&Export the chart as CSV…"), m_overview);
    exportAction->setShortcut(QKeySequence(u"Ctrl+E"_s));
    exportAction->setShortcutContext(Qt::WidgetWithChildrenShortcut); // lists have the key on their pages
    connect(exportAction, &QAction::triggered, m_overview, &OverviewPage::exportCurrent);
    m_overview->addAction(exportAction);
    m_chartActions.append(exportAction);
    m_wallAction = addAction(tr("&Wall display"), QKeySequence(Qt::Key_F11), [] {});
    m_wallAction->setCheckable(true);
    connect(m_wallAction, &QAction::toggled, this, &MainWindow::setWall);
    m_keysAction = addAction(tr("&Keys"), {}, [this] { (new KeyList(findChildren<QAction *>(), this))->show(); });
    m_keysAction->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(u"?"_s)});
    addAction(tr("Command box"), QKeySequence(u"Ctrl+K"_s), [this] {
        m_header->commands().setFocus();
        m_header->commands().selectAll();
    });
    m_header->commands().setSource([this] { return commands(); });
    connect(&m_header->commands(), &CommandBox::finished, m_pages, [this] { m_pages->currentWidget()->setFocus(); });
}

void MainWindow::buildMenuBar()
{
    QMenu *server = menuBar()->addMenu(tr("&Server"));
    server->addActions({m_connectAction, m_disconnectAction, m_refreshAction});
    server->addAction(tr("&Practice on a built-in incident"), this, &MainWindow::openDemo);
    server->addSeparator();
    server->addActions({m_applyAction, m_drainAction});
    server->addSeparator();
    server->addAction(m_quitAction);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_pageActions);
    view->addSeparator();
    view->addMenu(&m_themeMenu);
    view->addAction(m_wallAction);
    QMenu *charts = menuBar()->addMenu(tr("&Charts"));
    charts->addActions(m_rangeActions);
    charts->addSeparator();
    charts->addAction(m_pauseAction);
    charts->addActions(m_chartActions);
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_keysAction, m_aboutAction});
    menuBar()->hide();
    m_mainMenu.insertAction(m_aboutAction, m_keysAction);
    m_mainMenu.insertAction(m_aboutAction, m_wallAction);
}

QList<CommandBox::Command> MainWindow::commands()
{
    QList<CommandBox::Command> result;
    const QList<QAction *> actions = findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().isEmpty() || !action->isEnabled() || !action->isVisible() || action->isSeparator()
            || action->menu() || (action->parent() != this && !m_chartActions.contains(action)))
            continue;
        result.append({KeyList::plainText(*action), action->shortcut().toString(QKeySequence::NativeText),
                       [action] { action->trigger(); }});
    }
    const ConfigModel &config = m_session.config();
    for (int row = 0; row < config.rowCount(); ++row) {
        const ConfigSetting *setting = config.settingAt(config.index(row, 0));
        if (!setting)
            continue;
        result.append({setting->key, setting->display(config.runningValue(setting->key)), [this, key = setting->key] {
                           showPage(ConfigIndex);
                           m_config->table().setCurrentIndex(m_session.config().indexOf(key));
                           m_config->table().setFocus();
                       }});
    }
    return result;
}

void MainWindow::setWall(bool wall)
{
    if (m_wallAction->isChecked() != wall) {
        m_wallAction->setChecked(wall); // which comes back here
        return;
    }
    if (wall == isFullScreen() && m_rail->isHidden() == wall)
        return;
    m_rail->setVisible(!wall);
    statusBar()->setVisible(!wall);
    menuBar()->hide();
    setWindowState(wall ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::showStage(int stage)
{
    switch (stage) {
    case PipelineView::Clients: showPage(ConnectionsIndex); return;
    case PipelineView::Policies: showPage(LimitsIndex); return;
    case PipelineView::Handlers: showPage(EventsIndex); return;
    default: break;
    }
    const auto chart =
        stage == PipelineView::Broadcast ? OverviewPage::ChartId::Broadcast : OverviewPage::ChartId::Queue;
    m_overview->chart(chart).setFocus();
}

void MainWindow::onStripVerb()
{
    if (m_session.client().state() == LinkState::LinkLost)
        m_session.client().retryNow();
    else if (!m_stripRule.isEmpty() && m_stripRule != metricId(Metric::QueueFill))
        showPage(AlertsIndex);
    else
        showPage(OverviewIndex);
}

void MainWindow::openDemo()
{
    m_profile = {};
    m_profile.environment = console::Environment::Development;
    m_demo = std::make_unique<IncidentServer>();
    m_demo->start();
    m_session.setReadOnly(false);
    m_alerts.watch(u"demo"_s);
    m_session.connectTo(*m_demo);
    refresh();
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
    m_connections->setEnvironment(profile.environment);
    m_servers->setCurrent(m_profile);
    m_config->pending().setReasonRequired(profile.environment == console::Environment::Production);
    m_alerts.watch(u"%1:%2"_s.arg(profile.host).arg(profile.port));
    m_session.connectTo(profile.url(), *token);
    refresh();
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
        connect(m_connectDialog, &ConnectDialog::abandoned, this, [this] { m_session.disconnectFrom(); });
    }
    m_connectDialog->open();
}

ConnectDialog *MainWindow::connectDialog() const
{
    return m_connectDialog;
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
}

void MainWindow::onLinkChanged()
{
    const LinkState state = m_session.client().state();
    if (state == LinkState::LinkLost)
        m_lostSince = m_environment.clock.now();
    if (state == LinkState::Live && !m_demo) {
        m_profile.name = m_session.info().name;
        ProfileStore(m_environment.settings).save(m_profile);
        m_servers->reload();
    }
    if (m_connectDialog)
        m_connectDialog->showState(state);
    refresh();
}

void MainWindow::onFailed(const LinkFailure &failure)
{
    // A link that worked before is found again, or not, without a dialog in the way.
    const bool tries = m_session.client().untilRetry().has_value();
    if (tries)
        return;
    openConnectDialog(m_profile);
    m_connectDialog->showFailure(failure);
}

void MainWindow::refresh()
{
    refreshHeader();
    refreshLink();
    refreshStrip();
    refreshActions();
}

void MainWindow::refreshHeader()
{
    const ServerInfo &info = m_session.info();
    const bool known = !info.epoch.isEmpty();
    m_header->setServer(known ? info.name : tr("No server"), m_profile.environment);
    const bool readOnly = known && !info.mayCall(u"config/patch"_s);
    m_header->setRoleNote(!readOnly ? QString() : info.isReadOnly ? tr("read-only") : admin::toString(info.role));
    m_header->setDrainOffered(!known || info.mayCall(u"server/shutdown"_s));
    m_rail->setUser(known ? u"%1 · %2"_s.arg(info.user, admin::toString(info.role)) : QString());
    if (!known) {
        m_header->setFacts({});
        return;
    }
    if (m_session.freshness() == ServerSession::Freshness::Lost) {
        const QTime last = QDateTime::fromMSecsSinceEpoch(m_session.history().latestMs()).time();
        m_header->setFacts(tr("last sample %1, values below are old").arg(last.toString(u"HH:mm:ss"_s)));
        return;
    }
    m_header->setFacts(tr("up %1 · v%2 · config rev %3")
                           .arg(format::uptime(m_session.uptimeMs()), info.version)
                           .arg(info.configRevision));
}

void MainWindow::refreshLink()
{
    const AdminClient &client = m_session.client();
    const auto lostText = [&] {
        const QString lost = format::clockSpan(toMs(m_environment.clock.now() - m_lostSince));
        const auto retry = client.untilRetry();
        return retry
            ? tr("■ Link lost %1 · retry in %2 s").arg(lost).arg(std::ceil(static_cast<double>(retry->count()) / 1000))
            : tr("■ Link lost %1 · trying…").arg(lost);
    };
    switch (client.state()) {
    case LinkState::Disconnected: m_header->setLink(tr("○ Not connected"), ColorRole::Text3, false); return;
    case LinkState::Connecting: m_header->setLink(tr("○ Connecting…"), ColorRole::Accent, false); return;
    case LinkState::SigningIn: m_header->setLink(tr("○ Signing in…"), ColorRole::Accent, false); return;
    case LinkState::LinkLost:
        if (m_session.isStoppedAsAsked())
            m_header->setLink(tr("○ Stopped as asked"), ColorRole::Text2, false);
        else
            m_header->setLink(lostText(), ColorRole::Critical, true);
        return;
    case LinkState::Live: break;
    }
    if (m_session.info().state == admin::ServerState::Drained)
        m_header->setLink(tr("▲ Drained"), ColorRole::Warn, true);
    else if (m_session.info().state != admin::ServerState::Running)
        m_header->setLink(tr("▲ Draining"), ColorRole::Warn, true);
    else if (m_session.freshness() == ServerSession::Freshness::Late)
        m_header->setLink(tr("▲ Sample %1 s old").arg(m_session.sampleAge() / 1s), ColorRole::Warn, false);
    else
        m_header->setLink(tr("● Live"), ColorRole::Ok, false);
}

void MainWindow::refreshStrip()
{
    const std::optional<Situation::Message> message = m_situation.message();
    m_stripRule = message ? message->rule : QString();
    if (message)
        m_strip->show(message->status, message->headline, message->text, message->verb, message->secondVerb);
    else
        m_strip->clear();
}

void MainWindow::refreshStatusBar()
{
    const AdminClient &client = m_session.client();
    const QString address =
        client.url().isEmpty() ? tr("no admin link") : tr("admin link %1").arg(client.url().toString(QUrl::RemovePath));
    const auto roundTrip = client.roundTrip();
    m_statusLink->setText(roundTrip && client.state() == LinkState::Live
                              ? tr("%1 · RTT %2 ms").arg(address).arg(roundTrip->count())
                              : address);
    m_statusSample->setText(
        m_session.history().isEmpty()
            ? tr("no sample yet")
            : tr("sample %1 s ago · %2 lost")
                  .arg(QLocale().toString(static_cast<double>(m_session.sampleAge().count()) / 1000.0, 'f', 1))
                  .arg(m_session.history().lostSamples()));
    const ResourceUsage::Reading &usage = m_usage.read();
    m_statusCost->setText(
        tr("console CPU %1 · %2").arg(format::percent(usage.cpuPercent), format::bytes(usage.residentBytes)));
}

QStringList MainWindow::statusTexts() const
{
    return {m_statusLink->text(), m_statusSample->text(), m_statusCost->text()};
}

void MainWindow::refreshActions()
{
    const bool linked = m_session.client().state() == LinkState::Live;
    const bool running = m_session.client().state() != LinkState::Disconnected;
    const ServerInfo &info = m_session.info();
    const bool known = !info.epoch.isEmpty();
    m_disconnectAction->setEnabled(running);
    m_applyAction->setVisible(!known || info.mayCall(u"config/patch"_s));
    m_applyAction->setEnabled(m_session.canCall(u"config/patch"_s) && !m_session.config().edits().isEmpty());
    // A drain that runs, or has just ended, can always be looked at.
    const bool drains = m_session.drain().has_value();
    m_drainAction->setVisible(!known || drains || info.mayCall(u"server/drain"_s));
    m_drainAction->setEnabled(drains || m_session.canCall(u"server/drain"_s));
    m_drainAction->setToolTip(linked ? tr("Drain and shut down the server (Ctrl+Shift+Q)")
                                     : tr("Not possible: there is no link to the server."));
}

void MainWindow::setRange(int seconds)
{
    constexpr std::array kRanges{60, 300, kDefaultRangeSeconds, 3600, 21'600};
    const int range =
        std::find(kRanges.begin(), kRanges.end(), seconds) != kRanges.end() ? seconds : kDefaultRangeSeconds;
    m_header->setRangeSeconds(range);
    m_overview->setRangeSeconds(range);
    m_environment.settings.setValue("window/range"_L1, range);
}

void MainWindow::setPaused(bool paused)
{
    m_pauseAction->setText(paused ? tr("&Resume") : tr("&Pause"));
    m_pauseAction->setIcon(icon(paused ? Glyph::Resume : Glyph::Pause, m_environment.theme,
                                paused ? ColorRole::Accent : ColorRole::Text2));
    m_overview->setPaused(paused);
    for (ListPage *page : listPages())
        page->setPaused(paused);
}

void MainWindow::focusFilter()
{
    auto *page = qobject_cast<ListPage *>(m_pages->currentWidget());
    if (page != nullptr && page->focusFilter())
        return;
    showPage(ConfigIndex);
    m_config->focusFilter();
}

void MainWindow::openInNewWindow(const ConnectionProfile &profile)
{
    QStringList arguments{u"--host"_s, profile.host, u"--port"_s, QString::number(profile.port)};
    if (!profile.tokenFile.isEmpty())
        arguments << u"--token-file"_s << profile.tokenFile;
    if (profile.environment != console::Environment::Unnamed)
        arguments << u"--environment"_s << toString(profile.environment);
    QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments);
}

void MainWindow::openShutdownDialog()
{
    m_shutdownDialog->openFor(m_profile.environment);
}

void MainWindow::applyConfig()
{
    // From another page the operator sees first what is about to be applied.
    if (m_pages->currentIndex() == ConfigIndex)
        m_config->pending().apply();
    else
        showPage(ConfigIndex);
}

void MainWindow::putIntoPending(const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        m_session.config().edit(value.key(), value.value());
    showPage(ConfigIndex);
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About"),
                                tr("Sluice console %1\nThe operator console of the Sluice event server.\n\n"
                                   "GPL-3.0-or-later. Made with Qt %2 and Qt Charts.")
                                    .arg(QLatin1StringView(SLUICE_VERSION), QLatin1StringView(qVersion())),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace sluice::console

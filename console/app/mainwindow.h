// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/resourceusage.h"
#include "console/app/situation.h"
#include "console/client/connectionprofile.h"
#include "console/models/alertmonitor.h"
#include "console/models/serversession.h"
#include "console/widgets/commandbox.h"
#include "console/widgets/theme.h"

#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QTimer>

#include <memory>

class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;

namespace sluice::console {

class AlertNotifier;
class AlertStrip;
class AlertsPage;
class AuditPage;
class ConfigPage;
class ConnectDialog;
class ConnectionsPage;
class EventsPage;
class HeaderBar;
class IncidentServer;
class LimitsPage;
class ListPage;
class OverviewPage;
class Rail;
class ServersPage;
class ShutdownDialog;
class TapPage;

/// The console's window: header, rail, alert strip, pages, status bar; one server at a time.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page {
        OverviewIndex,
        ConnectionsIndex,
        EventsIndex,
        LimitsIndex,
        ConfigIndex,
        TapIndex,
        AlertsIndex,
        AuditIndex,
        ServersIndex,
    };

    /// What the window needs from the outside; all of it outlives the window.
    struct Environment {
        const Clock &clock;
        Random &random;
        QSettings &settings;
        Theme &theme;
    };

    explicit MainWindow(const Environment &environment, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Errors: none; what fails is shown in the connect dialog.
    void connectTo(const ConnectionProfile &profile);
    void openConnectDialog(const ConnectionProfile &profile);
    /// The built-in incident in the place of a server.
    void openDemo();
    void showPage(Page page);

    [[nodiscard]] ServerSession &session() { return m_session; }
    [[nodiscard]] OverviewPage &overview() { return *m_overview; }
    [[nodiscard]] EventsPage &events() { return *m_events; }
    [[nodiscard]] ConfigPage &config() { return *m_config; }
    [[nodiscard]] ConnectionsPage &connections() { return *m_connections; }
    [[nodiscard]] LimitsPage &limits() { return *m_limits; }
    [[nodiscard]] TapPage &tap() { return *m_tap; }
    [[nodiscard]] AuditPage &audit() { return *m_audit; }
    [[nodiscard]] ServersPage &servers() { return *m_servers; }
    [[nodiscard]] AlertsPage &alertsPage() { return *m_alertsPage; }
    [[nodiscard]] AlertMonitor &alerts() { return m_alerts; }
    [[nodiscard]] HeaderBar &header() { return *m_header; }
    [[nodiscard]] AlertStrip &alertStrip() { return *m_strip; }
    [[nodiscard]] ConnectDialog *connectDialog() const;
    [[nodiscard]] ShutdownDialog *shutdownDialog() { return m_shutdownDialog; }
    [[nodiscard]] QAction &drainAction() { return *m_drainAction; }
    [[nodiscard]] QAction &pauseAction() { return *m_pauseAction; }
    /// The texts of the status bar, left to right.
    [[nodiscard]] QStringList statusTexts() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildActions();
    void buildMenus();
    void buildMenuBar();
    void buildViewActions();
    void buildAlerts();
    void buildLayout();
    void buildListPages();
    void connectListPages();
    void buildStatusBar();
    void restoreState();
    QAction *addAction(const QString &text, const QKeySequence &shortcut, std::function<void()> run);
    QAction *addThemeAction(const QString &text, Theme::Mode mode);

    void onLinkChanged();
    void onFailed(const LinkFailure &failure);
    void refresh();
    void refreshHeader();
    void refreshLink();
    void refreshStrip();
    void refreshStatusBar();
    void refreshActions();
    void onStripVerb();
    void showStage(int stage);
    void setWall(bool wall);
    [[nodiscard]] QList<CommandBox::Command> commands();
    void setRange(int seconds);
    void setPaused(bool paused);
    void openShutdownDialog();
    void applyConfig();
    void focusFilter();
    void openInNewWindow(const ConnectionProfile &profile);
    /// The list pages, in the order of the rail.
    [[nodiscard]] QList<ListPage *> listPages() const;
    /// As edits that are not yet applied, on the page that shows them.
    void putIntoPending(const QJsonObject &values);
    void showAbout();

    Environment m_environment;
    ServerSession m_session;
    AlertMonitor m_alerts;
    const Situation m_situation;
    std::unique_ptr<IncidentServer> m_demo;
    AlertNotifier *m_notifier = nullptr;
    bool m_altAlone = false; ///< Alt is down, and no other key since.
    QString m_stripRule;     ///< Whose alert the strip tells of; empty: none.
    ConnectionProfile m_profile;
    ResourceUsage m_usage;
    QTimer m_tick;
    TimePoint m_lostSince;

    QMenu m_mainMenu;
    QMenu m_themeMenu;
    QAction *m_connectAction = nullptr;
    QAction *m_disconnectAction = nullptr;
    QAction *m_refreshAction = nullptr;
    QAction *m_pauseAction = nullptr;
    QAction *m_applyAction = nullptr;
    QAction *m_drainAction = nullptr;
    QAction *m_quitAction = nullptr;
    QAction *m_aboutAction = nullptr;
    QAction *m_keysAction = nullptr;
    QAction *m_wallAction = nullptr;
    QList<QAction *> m_rangeActions;
    QList<QAction *> m_chartActions;
    QList<QAction *> m_pageActions;
    QActionGroup *m_themeGroup = nullptr;

    HeaderBar *m_header = nullptr;
    Rail *m_rail = nullptr;
    AlertStrip *m_strip = nullptr;
    QStackedWidget *m_pages = nullptr;
    OverviewPage *m_overview = nullptr;
    EventsPage *m_events = nullptr;
    ConfigPage *m_config = nullptr;
    ConnectionsPage *m_connections = nullptr;
    LimitsPage *m_limits = nullptr;
    TapPage *m_tap = nullptr;
    AuditPage *m_audit = nullptr;
    ServersPage *m_servers = nullptr;
    AlertsPage *m_alertsPage = nullptr;
    QLabel *m_statusLink = nullptr;
    QLabel *m_statusSample = nullptr;
    QLabel *m_statusCost = nullptr;
    QPointer<ConnectDialog> m_connectDialog;
    ShutdownDialog *m_shutdownDialog = nullptr;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/resourceusage.h"
#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QMainWindow>
#include <QMenu>
#include <QPointer>
#include <QTimer>

class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;

namespace sluice::console {

class AlertStrip;
class ConfigPage;
class ConnectDialog;
class EventsPage;
class HeaderBar;
class OverviewPage;
class Rail;
class ShutdownDialog;

/// The console's window: header, rail, alert strip, pages, status bar; one server at a time.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { OverviewIndex, EventsIndex, ConfigIndex };

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
    void showPage(Page page);

    [[nodiscard]] ServerSession &session() { return m_session; }
    [[nodiscard]] OverviewPage &overview() { return *m_overview; }
    [[nodiscard]] EventsPage &events() { return *m_events; }
    [[nodiscard]] ConfigPage &config() { return *m_config; }
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
    void closeEvent(QCloseEvent *event) override;

private:
    void buildActions();
    void buildMenus();
    void buildLayout();
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
    void showLostStrip();
    [[nodiscard]] bool showDrainStrip();
    [[nodiscard]] bool showQueueStrip();
    void setRange(int seconds);
    void setPaused(bool paused);
    void openShutdownDialog();
    void applyConfig();
    void showAbout();

    Environment m_environment;
    ServerSession m_session;
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
    QList<QAction *> m_pageActions;
    QActionGroup *m_themeGroup = nullptr;

    HeaderBar *m_header = nullptr;
    Rail *m_rail = nullptr;
    AlertStrip *m_strip = nullptr;
    QStackedWidget *m_pages = nullptr;
    OverviewPage *m_overview = nullptr;
    EventsPage *m_events = nullptr;
    ConfigPage *m_config = nullptr;
    QLabel *m_statusLink = nullptr;
    QLabel *m_statusSample = nullptr;
    QLabel *m_statusCost = nullptr;
    QPointer<ConnectDialog> m_connectDialog;
    ShutdownDialog *m_shutdownDialog = nullptr;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/app/frame.h"
#include "console/app/headerstate.h"
#include "console/app/sessionfiles.h"
#include "console/app/situation.h"
#include "console/client/connectionprofile.h"
#include "console/models/alertmonitor.h"
#include "console/models/pendingedits.h"
#include "console/models/serversession.h"
#include "console/models/tapfeed.h"
#include "console/widgets/theme.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <memory>

class QSettings;
class QStackedWidget;

namespace sluice::console {

class AlertNotifier;
class ConnectDialog;
class IncidentServer;
class Shortcuts;
class ShutdownDialog;
class StartPage;
class StatusLine;
class Translations;
class WindowActions;

/// The console's window: it has the session with one server at a time, and what shows it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using Page = Frame::Page;
    using enum Frame::Page;

    /// What the window needs from the outside; all of it outlives the window.
    struct Environment {
        const Clock &clock;
        Random &random;
        QSettings &settings;
        Theme &theme;
        Translations *translations = nullptr; ///< Null: the language is not the window's to change.
    };

    explicit MainWindow(const Environment &environment, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Errors: none; what fails is shown in the connect dialog.
    void connectTo(const ConnectionProfile &profile);
    void openConnectDialog(const ConnectionProfile &profile);
    /// The built-in incident in the place of a server.
    void openDemo();
    /// The same with one that somebody else has and plays. Requires: `server` outlives the window.
    void watchDemo(LocalServer &server);
    /// A saved session in the place of a server; a message says why when it cannot be opened.
    void openSession(const QString &path) { m_sessionFiles.open(path); }
    /// Also where there is no server yet.
    void showPage(Page page);

    [[nodiscard]] ServerSession &session() { return m_session; }
    [[nodiscard]] AlertMonitor &alerts() { return m_alerts; }
    [[nodiscard]] Frame &frame() { return *m_frame; }
    [[nodiscard]] SessionFiles &sessionFiles() { return m_sessionFiles; }
    [[nodiscard]] WindowActions &actions() { return *m_actions; }
    [[nodiscard]] Shortcuts &shortcuts() { return *m_shortcuts; }
    [[nodiscard]] OverviewPage &overview() { return m_frame->overview(); }
    [[nodiscard]] EventsPage &events() { return m_frame->events(); }
    [[nodiscard]] ConfigPage &config() { return m_frame->config(); }
    [[nodiscard]] ConnectionsPage &connections() { return m_frame->connections(); }
    [[nodiscard]] LimitsPage &limits() { return m_frame->limits(); }
    [[nodiscard]] TapPage &tap() { return m_frame->tap(); }
    [[nodiscard]] AuditPage &audit() { return m_frame->audit(); }
    [[nodiscard]] ServersPage &servers() { return m_frame->servers(); }
    [[nodiscard]] AlertsPage &alertsPage() { return m_frame->alertsPage(); }
    [[nodiscard]] HeaderBar &header() { return m_frame->header(); }
    [[nodiscard]] AlertStrip &alertStrip() { return m_frame->strip(); }
    [[nodiscard]] ConnectDialog *connectDialog() const;
    [[nodiscard]] ShutdownDialog *shutdownDialog() { return m_shutdownDialog; }
    [[nodiscard]] QAction &drainAction();
    [[nodiscard]] QAction &pauseAction();
    /// The texts of the status bar, left to right.
    [[nodiscard]] QStringList statusTexts() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What is shown, and what it is built with.
    struct Content {
        std::unique_ptr<WindowActions> actions;
        QStackedWidget *stack = nullptr; ///< That the frame is in.
        Frame *frame = nullptr;
    };

    [[nodiscard]] Content newContent();
    void showContent(Content content);
    void rebuild();
    void rebuildSoon();
    void replaceContent();
    void fitColumns();
    void gatherShortcuts();
    void connectActions();
    void connectFrame();
    void connectSession();
    void restoreState();
    void saveState();
    void saveView();
    void resetLayout();
    void setLanguage(const QString &code);

    void onTick();
    void onLinkChanged();
    void onSessionOpened();
    void closeSession();
    void onFailed(const LinkFailure &failure);
    void refresh();
    void refreshStart();
    void refreshStrip();
    void refreshBadges();
    void onStripVerb();
    void setWall(bool wall);
    void setRange(int seconds);
    void setPaused(bool paused);
    void fetchNow();
    void tellProfile();
    void openInNewWindow(const ConnectionProfile &profile);
    void onReadOnlyChanged(const ConnectionProfile &profile);
    void showKeys();

    Environment m_environment;
    ServerSession m_session;
    AlertMonitor m_alerts;
    PendingEdits m_pendingEdits;
    TapFeed m_tapFeed;
    const Situation m_situation;
    HeaderState m_headerState;
    std::unique_ptr<IncidentServer> m_demo;
    SessionFiles m_sessionFiles;
    AlertNotifier *m_notifier;
    bool m_isUnderway = false; ///< There was a server, or the operator wanted a page without one.
    bool m_altAlone = false;   ///< Alt is down, and no other key since.
    QString m_stripRule;       ///< Whose alert the strip tells of; empty: none.
    ConnectionProfile m_profile;
    QTimer m_tick;
    bool m_keepsLayout = true; ///< When the content is built anew.
    QTimer m_rebuild;          ///< After all that changes with the language has changed.
    Content m_next;            ///< That is being built; none: null.

    std::unique_ptr<WindowActions> m_actions;
    std::unique_ptr<Shortcuts> m_shortcuts;
    QStackedWidget *m_content = nullptr; ///< The start page or the frame.
    StartPage *m_start = nullptr;
    Frame *m_frame = nullptr;
    StatusLine *m_status = nullptr;
    QPointer<ConnectDialog> m_connectDialog;
    ShutdownDialog *m_shutdownDialog = nullptr;
};

} // namespace sluice::console

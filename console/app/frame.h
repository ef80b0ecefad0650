// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"
#include "console/models/serversession.h"
#include "console/widgets/commandbox.h"
#include "console/widgets/theme.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace sluice::console {

class AlertStrip;
class AlertsPage;
class AuditPage;
class ConfigPage;
class ConnectionsPage;
class EventsPage;
class HeaderBar;
class LimitsPage;
class ListPage;
class OverviewPage;
class Rail;
class RecordingBar;
class ServersPage;
class TapFeed;
class TapPage;
class WindowActions;

/// What is in the window: header, rail, alert strip and pages, and what leads from one page to another. It shows the
/// session and owns nothing that must outlive a change of the language. Requires: before anything else is asked of it,
/// it is built. Thread: main.
class Frame : public QWidget
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

    /// What is shown; all of it lives longer.
    struct Subject {
        ServerSession &session;
        AlertMonitor &alerts;
        TapFeed &tap;
        const Clock &clock;
        QSettings &settings;
        Theme &theme;
        Random &random;
    };

    Frame(const Subject &subject, WindowActions &actions, QWidget *parent = nullptr);

    /// The next page: all at once they take as long as one feels.
    void buildNext();
    [[nodiscard]] bool isBuilt() const;

    void showPage(Page page);
    [[nodiscard]] Page currentPage() const;
    void setRangeSeconds(int seconds);
    void setPaused(bool paused);
    /// Only the pages, as on a screen on the wall.
    void setWall(bool wall);
    /// To the filter of this page, or to that of the settings.
    void focusFilter();
    void focusCommandBox();
    /// To the next part of the window, or to the one before.
    void focusPane(bool forward);
    /// Those of all pages.
    [[nodiscard]] QList<QAction *> pageActions() const;
    void showSetting(const QString &key);
    /// Asks again for what lists show.
    void fetchLists();
    /// From another page the operator sees first what is about to be applied.
    void applyConfig();

    [[nodiscard]] OverviewPage &overview() { return *m_overview; }
    [[nodiscard]] EventsPage &events() { return *m_events; }
    [[nodiscard]] ConfigPage &config() { return *m_config; }
    [[nodiscard]] ConnectionsPage &connections() { return *m_connections; }
    [[nodiscard]] LimitsPage &limits() { return *m_limits; }
    [[nodiscard]] TapPage &tap() { return *m_tap; }
    [[nodiscard]] AuditPage &audit() { return *m_audit; }
    [[nodiscard]] ServersPage &servers() { return *m_servers; }
    [[nodiscard]] AlertsPage &alertsPage() { return *m_alertsPage; }
    [[nodiscard]] HeaderBar &header() { return *m_header; }
    [[nodiscard]] Rail &rail() { return *m_rail; }
    [[nodiscard]] RecordingBar &recordingBar() { return *m_recording; }
    [[nodiscard]] AlertStrip &strip() { return *m_strip; }
    [[nodiscard]] QStackedWidget &pages() { return *m_pages; }

private:
    [[nodiscard]] QWidget *buildPage(int page);
    void buildRail();
    void layOut();
    void connectOverview();
    void connectLists();
    void showStage(int stage);
    [[nodiscard]] QList<QList<QWidget *>> overviewPanes();
    void rollBack(const QJsonObject &values, quint64 revision);
    [[nodiscard]] QList<CommandBox::Command> commands();
    /// The list pages, in the order of the rail.
    [[nodiscard]] QList<ListPage *> listPages() const;

    const Subject m_subject;
    WindowActions &m_actions;
    HeaderBar *m_header;
    Rail *m_rail;
    AlertStrip *m_strip;
    RecordingBar *m_recording;
    QStackedWidget *m_pages;
    OverviewPage *m_overview = nullptr;
    EventsPage *m_events = nullptr;
    ConfigPage *m_config = nullptr;
    ConnectionsPage *m_connections = nullptr;
    LimitsPage *m_limits = nullptr;
    TapPage *m_tap = nullptr;
    AuditPage *m_audit = nullptr;
    ServersPage *m_servers = nullptr;
    AlertsPage *m_alertsPage = nullptr;
};

} // namespace sluice::console

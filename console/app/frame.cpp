// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/frame.h"

#include "console/app/panes.h"
#include "console/app/windowactions.h"
#include "console/dialogs/muteflow.h"
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
#include "console/recording/recordingbar.h"
#include "console/widgets/alertstrip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/icons.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/rail.h"
#include "console/widgets/shortcuts.h"
#include "console/widgets/tile.h"

#include <QAction>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

Frame::Frame(const Subject &subject, WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_actions(actions)
    , m_header(
          new HeaderBar(subject.theme, {*actions.pause, *actions.drain, actions.mainMenu(), actions.themeMenu()}, this))
    , m_rail(new Rail(subject.theme, this))
    , m_strip(new AlertStrip(subject.theme, this))
    , m_recording(new RecordingBar(subject.session, this))
    , m_pages(new QStackedWidget(this))
{
    buildRail();
    layOut();
    m_header->commands().setSource([this] { return commands(); });
    connect(&m_header->commands(), &CommandBox::finished, m_pages, [this] { m_pages->currentWidget()->setFocus(); });
}

void Frame::buildNext()
{
    QWidget *page = buildPage(m_pages->count());
    m_pages->addWidget(page);
    m_subject.theme.addPage(*page);
    page->ensurePolished(); // else all are when the frame is shown
    if (!isBuilt())
        return;
    connectOverview();
    connectLists();
    connect(m_pages, &QStackedWidget::currentChanged, this,
            [this] { m_actions.setPageActions(m_pages->currentWidget()->actions()); });
}

bool Frame::isBuilt() const
{
    return m_pages->count() > ServersIndex;
}

QWidget *Frame::buildPage(int page)
{
    ServerSession &session = m_subject.session;
    const Theme &theme = m_subject.theme;
    switch (page) {
    case OverviewIndex: return m_overview = new OverviewPage(session, theme, m_pages);
    case ConnectionsIndex: return m_connections = new ConnectionsPage(session, theme, m_pages);
    case EventsIndex: return m_events = new EventsPage(session, theme, m_pages);
    case LimitsIndex: return m_limits = new LimitsPage(session, theme, m_pages);
    case ConfigIndex: return m_config = new ConfigPage(session, theme, m_pages);
    case TapIndex: return m_tap = new TapPage(session, m_subject.tap, theme, m_pages);
    case AlertsIndex: return m_alertsPage = new AlertsPage(m_subject.alerts, theme, m_pages);
    case AuditIndex: return m_audit = new AuditPage(session, theme, m_pages);
    default: break;
    }
    Q_ASSERT(page == ServersIndex);
    return m_servers =
               new ServersPage({session, m_subject.settings, m_subject.clock, m_subject.random}, theme, m_pages);
}

void Frame::buildRail()
{
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
}

void Frame::layOut()
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_strip);
    right->addWidget(m_pages, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_recording);
    layout->addLayout(body, 1);
}

void Frame::connectOverview()
{
    auto *exportAction = new QAction(tr("&Export the chart as CSV…"), m_overview);
    exportAction->setObjectName(u"export-chart"_s);
    exportAction->setShortcut(QKeySequence(u"Ctrl+E"_s));
    exportAction->setShortcutContext(Qt::WidgetWithChildrenShortcut); // lists have the key on their pages
    connect(exportAction, &QAction::triggered, m_overview, &OverviewPage::exportCurrent);
    m_overview->addAction(exportAction);
    m_actions.addChartAction(*exportAction);
    connect(m_actions.mark, &QAction::triggered, m_overview,
            [this] { m_subject.session.addOwnMark(m_overview->pointedAtMs()); });
    connect(m_actions.table, &QAction::triggered, m_overview, &OverviewPage::toggleTable);
    connect(m_actions.wholeRange, &QAction::triggered, m_overview, &OverviewPage::endZoom);
    connect(m_overview, &OverviewPage::resumeRequested, m_actions.pause,
            [this] { m_actions.pause->setChecked(false); });
    connect(m_overview, &OverviewPage::stageRequested, this, &Frame::showStage);
    connect(m_overview, &OverviewPage::alertRequested, this, [this](Metric metric) {
        showPage(AlertsIndex);
        m_alertsPage->addRuleFor(metricId(metric));
    });
    connect(&m_overview->feed(), &ActivityFeed::undoRequested, this, &Frame::rollBack);
    auto *muting = new MuteFlow(m_subject.session, m_overview);
    connect(&m_overview->feed(), &ActivityFeed::liftRequested, muting, [muting](const ActivityEntry::Mute &mute) {
        muting->lift(static_cast<qint64>(mute.id), {mute.user, mute.address});
    });
    connect(&m_overview->feed(), &ActivityFeed::auditRequested, this, [this] { showPage(AuditIndex); });
}

void Frame::connectLists()
{
    connect(m_connections, &ConnectionsPage::tapWanted, this, [this](qint64 connection) {
        showPage(TapIndex);
        m_tap->prepareFor(connection);
    });
    connect(m_limits, &LimitsPage::connectionsWanted, this, [this](const QString &filter) {
        showPage(ConnectionsIndex);
        m_connections->showMatching(filter);
    });
    connect(m_limits, &LimitsPage::settingWanted, this, &Frame::showSetting);
    connect(m_alertsPage, &AlertsPage::showRequested, this, [this](qint64 timeMs) {
        showPage(OverviewIndex);
        m_overview->jumpTo(timeMs);
    });
}

QList<ListPage *> Frame::listPages() const
{
    return {m_connections, m_limits, m_tap, m_audit, m_servers};
}

QList<CommandBox::Command> Frame::commands()
{
    QList<CommandBox::Command> result;
    for (QAction *action : m_actions.all()) {
        if (action->isEnabled() && action->isVisible())
            result.append({Shortcuts::plainText(*action), action->shortcut().toString(QKeySequence::NativeText),
                           [action] { action->trigger(); }});
    }
    const ConfigModel &config = m_subject.session.config();
    for (int row = 0; row < config.rowCount(); ++row) {
        const ConfigSetting *setting = config.settingAt(config.index(row, 0));
        if (!setting)
            continue;
        result.append({setting->key, setting->display(config.runningValue(setting->key)), [this, key = setting->key] {
                           showSetting(key);
                           m_config->table().setFocus();
                       }});
    }
    return result;
}

void Frame::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
}

Frame::Page Frame::currentPage() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

QList<QAction *> Frame::pageActions() const
{
    QList<QAction *> actions;
    for (int page = 0; page < m_pages->count(); ++page)
        actions += m_pages->widget(page)->actions();
    return actions;
}

void Frame::focusPane(bool forward)
{
    // Through the header's buttons goes Tab.
    QList<Panes::Pane> panes{{m_rail}, {&m_header->commands()}, {m_strip}};
    if (currentPage() == OverviewIndex)
        panes += overviewPanes();
    else
        panes += Panes::of(*m_pages->currentWidget());
    Panes(panes).moveFocus(forward);
}

QList<QList<QWidget *>> Frame::overviewPanes()
{
    QList<QWidget *> tiles;
    QList<QWidget *> charts;
    for (int id = 0; id < static_cast<int>(OverviewPage::TileId::Count); ++id)
        tiles.append(&m_overview->tile(static_cast<OverviewPage::TileId>(id)));
    for (int id = 0; id < static_cast<int>(OverviewPage::ChartId::Count); ++id)
        charts.append(&m_overview->card(static_cast<OverviewPage::ChartId>(id)));
    return {tiles, charts, {&m_overview->feed()}};
}

void Frame::setRangeSeconds(int seconds)
{
    m_header->setRangeSeconds(seconds);
    m_overview->setRangeSeconds(seconds);
    m_servers->setRangeSeconds(seconds);
}

void Frame::setPaused(bool paused)
{
    m_overview->setPaused(paused);
    m_events->setPaused(paused);
    for (ListPage *page : listPages())
        page->setPaused(paused);
}

void Frame::setWall(bool wall)
{
    m_rail->setVisible(!wall);
}

void Frame::focusFilter()
{
    auto *page = qobject_cast<ListPage *>(m_pages->currentWidget());
    if (page != nullptr && page->focusFilter())
        return;
    showPage(ConfigIndex);
    m_config->focusFilter();
}

void Frame::focusCommandBox()
{
    m_header->commands().setFocus();
    m_header->commands().selectAll();
}

void Frame::showSetting(const QString &key)
{
    showPage(ConfigIndex);
    m_config->table().setCurrentIndex(m_subject.session.config().indexOf(key));
}

void Frame::fetchLists()
{
    for (ListPage *page : listPages())
        page->fetchNow();
}

void Frame::applyConfig()
{
    if (currentPage() == ConfigIndex)
        m_config->pending().apply();
    else
        showPage(ConfigIndex);
}

void Frame::rollBack(const QJsonObject &values, quint64 revision)
{
    m_config->rollBack(values, revision);
    showPage(ConfigIndex);
}

void Frame::showStage(int stage)
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

} // namespace sluice::console

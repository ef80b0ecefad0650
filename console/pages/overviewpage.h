// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/chartcard.h"
#include "console/charts/crosshair.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QFrame;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace sluice::console {

class ActivityFeed;
class PipelineView;
class Tile;

/// The server at a glance: tiles, the pipeline, six charts on one time line, and what happened.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    enum class ChartId { Queue, Throughput, Latency, RateLimited, Connections, Broadcast, Count };
    enum class TileId { Connections, EventsIn, Queue, Latency, RateLimited, Dropped, Count };

    /// A frozen picture.
    struct Pause {
        SampleHistory history;
        SampleHistory coarse;
        qint64 endMs = 0;
        quint64 sequence = 0;
    };
    /// What the operator has chosen to look at.
    struct View {
        std::optional<Pause> pause;
        std::optional<TimeRange> zoom;
        std::optional<qint64> pinnedMs; ///< Where the crosshair is pinned. Units: ms since the Unix epoch.
        int pinnedChart = 0;            ///< That shows its box; so too below: a ChartId.
        int enlarged = -1;              ///< -1: none.
        QList<int> asTables = {};
    };

    OverviewPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    void setRangeSeconds(int seconds);
    /// Freezes everything at this instant; samples go on being collected.
    void setPaused(bool paused);
    /// Shows a fixed stretch of time on all charts. Units: ms since the Unix epoch.
    void zoom(qint64 fromMs, qint64 toMs);
    void endZoom();
    [[nodiscard]] bool isZoomed() const { return m_zoom.has_value(); }
    /// For a page that takes the place of this one.
    [[nodiscard]] View view() const;
    void setView(const View &view);
    /// Moves the crosshair of all charts there, out of a zoom that does not show it. Units: ms since the Unix epoch.
    void jumpTo(qint64 timeMs);
    /// The moment under the crosshair, or the right edge. Units: ms since the Unix epoch.
    [[nodiscard]] qint64 pointedAtMs() const;
    /// The chart that has the focus, or the first one, as a table; or back.
    void toggleTable();
    void exportCurrent();
    /// What the row above the charts says: that they are paused or zoomed. Empty: neither.
    [[nodiscard]] QString notice() const;

    [[nodiscard]] TimeChart &chart(ChartId id);
    [[nodiscard]] const ChartLegend &legend(ChartId id) const;
    [[nodiscard]] ChartCard &card(ChartId id) { return *m_cards[static_cast<size_t>(id)]; }
    [[nodiscard]] ActivityFeed &feed() { return *m_feed; }
    [[nodiscard]] Crosshair &crosshair() { return m_crosshair; }
    [[nodiscard]] QToolButton &feedButton() { return *m_feedButton; }
    [[nodiscard]] Tile &tile(TileId id) { return *m_tiles[static_cast<size_t>(id)]; }

Q_SIGNALS:
    /// A stage of the pipeline, or a tile's context menu, leads elsewhere.
    void alertRequested(sluice::console::Metric metric);
    void stageRequested(int stage);
    /// What came of saving a file.
    void said(const QString &what);
    /// The operator ends the pause here.
    void resumeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildTiles();
    void buildCharts();
    void buildNotice();
    void buildFeed();
    [[nodiscard]] QHBoxLayout *tileRow();
    [[nodiscard]] QGridLayout *chartGrid();
    void placeFeed();
    void enlarge(ChartCard *card);
    [[nodiscard]] ChartCard &currentCard();
    [[nodiscard]] int indexOf(const ChartCard *card) const;
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] const SampleHistory &historyFor(const TimeRange &range, qint64 endMs) const;
    [[nodiscard]] QList<ChartMarker> markersIn(qint64 endMs, int seconds) const;
    [[nodiscard]] TimeRange range() const { return m_zoom.value_or(TimeRange{m_rangeSeconds, {}}); }
    void showRange();
    void refreshNotice();
    void refresh();
    void refreshTiles();
    void refreshCharts();
    void refreshStaleness();
    void offerAlerts(bool isOffered);
    [[nodiscard]] const SampleHistory &shown() const;
    /// Where tiles and pipeline stand in time.
    [[nodiscard]] qint64 shownEndMs() const;
    /// The right edge of the charts.
    [[nodiscard]] qint64 chartsEndMs() const { return m_zoom ? *m_zoom->endMs : shownEndMs(); }

    ServerSession &m_session;
    const Theme &m_theme;
    Crosshair m_crosshair;
    int m_rangeSeconds = 600;
    std::optional<Pause> m_pause;
    std::optional<TimeRange> m_zoom;
    qint64 m_drawnEndMs = 0;
    ChartCard *m_enlarged = nullptr;
    QFrame *m_notice = nullptr;
    QLabel *m_noticeText = nullptr;
    QPushButton *m_noticeVerb = nullptr;
    ActivityFeed *m_feed = nullptr;
    QToolButton *m_feedButton = nullptr;
    std::array<Tile *, static_cast<size_t>(TileId::Count)> m_tiles{};
    std::array<ChartCard *, static_cast<size_t>(ChartId::Count)> m_cards{};
    PipelineView *m_pipeline;
};

} // namespace sluice::console

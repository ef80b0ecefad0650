// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/chartcard.h"
#include "console/charts/crosshair.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QWidget>

#include <array>
#include <optional>

namespace sluice::console {

class PipelineView;
class Tile;

/// The server at a glance: tiles, the pipeline, six charts on one time line.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    enum class ChartId { Queue, Throughput, Latency, RateLimited, Connections, Broadcast, Count };
    enum class TileId { Connections, EventsIn, Queue, Latency, RateLimited, Dropped, Count };

    OverviewPage(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    void setRangeSeconds(int seconds);
    /// Freezes everything at this instant; samples go on being collected.
    void setPaused(bool paused);

    [[nodiscard]] TimeChart &chart(ChartId id);
    [[nodiscard]] const ChartLegend &legend(ChartId id) const;
    [[nodiscard]] Tile &tile(TileId id) { return *m_tiles[static_cast<size_t>(id)]; }

private:
    /// A frozen picture.
    struct Pause {
        SampleHistory history;
        qint64 endMs = 0;
    };

    void buildTiles();
    void buildCharts();
    void refresh();
    void refreshTiles();
    void refreshCharts();
    void refreshStaleness();
    [[nodiscard]] const SampleHistory &shown() const;
    [[nodiscard]] qint64 shownEndMs() const;

    ServerSession &m_session;
    const Theme &m_theme;
    Crosshair m_crosshair;
    int m_rangeSeconds = 600;
    std::optional<Pause> m_pause;
    std::array<Tile *, static_cast<size_t>(TileId::Count)> m_tiles{};
    std::array<ChartCard *, static_cast<size_t>(ChartId::Count)> m_cards{};
    PipelineView *m_pipeline;
};

} // namespace sluice::console

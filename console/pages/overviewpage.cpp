// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/overviewpage.h"

#include "console/models/format.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/tile.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 10;
constexpr int kTrendSeconds = 60;
constexpr qint64 kComparisonMs = 60'000;

/// Which metrics the lines of each chart are, in the order of ChartId.
// clazy:excludeall=non-pod-global-static (built once, before any chart)
const std::array<QList<Metric>, static_cast<size_t>(OverviewPage::ChartId::Count)> kChartMetrics{
    QList<Metric>{Metric::LaneHigh, Metric::LaneNormal, Metric::LaneLow},
    QList<Metric>{Metric::ReceivedRate, Metric::ProcessedRate},
    QList<Metric>{Metric::LatencyP50, Metric::LatencyP95, Metric::LatencyP99},
    QList<Metric>{Metric::RateLimitedRate},
    QList<Metric>{Metric::Connections},
    QList<Metric>{Metric::BroadcastRate},
};

QList<ChartSpec> chartSpecs()
{
    const auto rate = [](double value) { return format::compact(value); };
    return {
        {OverviewPage::tr("Queue depth"),
         {{OverviewPage::tr("high"), ColorRole::Ok},
          {OverviewPage::tr("normal"), ColorRole::Accent},
          {OverviewPage::tr("low"), ColorRole::Violet}},
         NiceScale::Kind::Percent,
         false,
         format::percent},
        {OverviewPage::tr("Throughput /s"),
         {{OverviewPage::tr("received"), ColorRole::Cyan}, {OverviewPage::tr("processed"), ColorRole::Ok}},
         NiceScale::Kind::FromZero,
         false,
         rate},
        {OverviewPage::tr("Latency, ms"),
         {{u"p50"_s, ColorRole::Violet, 0.45}, {u"p95"_s, ColorRole::Violet, 0.7}, {u"p99"_s, ColorRole::Violet, 1}},
         NiceScale::Kind::FromZero,
         false,
         format::milliseconds},
        {OverviewPage::tr("Rate-limit hits /s"),
         {{OverviewPage::tr("all events"), ColorRole::Warn}},
         NiceScale::Kind::FromZero,
         true,
         rate},
        {OverviewPage::tr("Connections"),
         {{OverviewPage::tr("open"), ColorRole::Accent}},
         NiceScale::Kind::Floating,
         true,
         format::count},
        {OverviewPage::tr("Broadcast sends /s"),
         {{OverviewPage::tr("sends"), ColorRole::Cyan}},
         NiceScale::Kind::FromZero,
         true,
         rate},
    };
}

QString changeText(double now, double before)
{
    if (!std::isfinite(before))
        return {};
    const double change = now - before;
    const QString number = format::compact(std::abs(change));
    const QString sign = change >= 0 ? u"+"_s : u"−"_s;
    return OverviewPage::tr("%1 in 1 min", "change of a number").arg(sign + number);
}

StatusShape statusOf(bool critical, bool warning)
{
    return critical ? StatusShape::Critical : warning ? StatusShape::Warning : StatusShape::Ok;
}

} // namespace

OverviewPage::OverviewPage(ServerSession &session, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_pipeline(new PipelineView(theme, this))
{
    buildTiles();
    buildCharts();
    auto *tiles = new QHBoxLayout;
    tiles->setSpacing(kGap);
    for (Tile *tile : m_tiles)
        tiles->addWidget(tile);
    auto *charts = new QGridLayout;
    charts->setSpacing(kGap);
    for (size_t i = 0; i < m_cards.size(); ++i)
        charts->addWidget(m_cards[i], static_cast<int>(i) / 3, static_cast<int>(i) % 3);
    for (int column = 0; column < 3; ++column)
        charts->setColumnStretch(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kGap);
    layout->addLayout(tiles);
    layout->addWidget(m_pipeline);
    layout->addLayout(charts, 1);
    connect(&m_session, &ServerSession::sampled, this, &OverviewPage::refresh);
    connect(&m_session, &ServerSession::linkChanged, this, &OverviewPage::refresh);
    connect(&m_session, &ServerSession::updated, this, &OverviewPage::refreshStaleness);
}

void OverviewPage::buildTiles()
{
    struct Spec {
        QString title;
        ColorRole color;
        ChartId chart;
    };
    const std::array<Spec, static_cast<size_t>(TileId::Count)> specs{{
        {tr("Connections"), ColorRole::Accent, ChartId::Connections},
        {tr("Events in"), ColorRole::Cyan, ChartId::Throughput},
        {tr("Queue"), ColorRole::Warn, ChartId::Queue},
        {tr("Latency p99"), ColorRole::Violet, ChartId::Latency},
        {tr("Rate-limited"), ColorRole::Ok, ChartId::RateLimited},
        {tr("Refused, overloaded"), ColorRole::Critical, ChartId::Throughput},
    }};
    for (size_t i = 0; i < specs.size(); ++i) {
        m_tiles[i] = new Tile(specs[i].title, specs[i].color, m_theme, this);
        const ChartId target = specs[i].chart;
        connect(m_tiles[i], &Tile::clicked, this, [this, target] { chart(target).setFocus(); });
    }
}

void OverviewPage::buildCharts()
{
    const QList<ChartSpec> specs = chartSpecs();
    for (qsizetype i = 0; i < specs.size(); ++i)
        m_cards[static_cast<size_t>(i)] = new ChartCard(specs.at(i), m_crosshair, m_theme, this);
}

TimeChart &OverviewPage::chart(ChartId id)
{
    return m_cards[static_cast<size_t>(id)]->chart();
}

const ChartLegend &OverviewPage::legend(ChartId id) const
{
    return m_cards[static_cast<size_t>(id)]->legend();
}

void OverviewPage::setRangeSeconds(int seconds)
{
    m_rangeSeconds = seconds;
    for (ChartCard *card : m_cards)
        card->chart().setRangeSeconds(seconds);
    refreshCharts();
}

void OverviewPage::setPaused(bool paused)
{
    if (paused)
        m_pause = Pause{m_session.history(), m_session.nowMs()};
    else
        m_pause.reset();
    for (ChartCard *card : m_cards)
        card->chart().setPaused(paused);
    refresh();
}

const SampleHistory &OverviewPage::shown() const
{
    return m_pause ? m_pause->history : m_session.history();
}

qint64 OverviewPage::shownEndMs() const
{
    return m_pause ? m_pause->endMs : m_session.nowMs();
}

void OverviewPage::refresh()
{
    refreshStaleness();
    if (shown().isEmpty())
        return;
    refreshTiles();
    refreshCharts();
    m_pipeline->setHistory(shown());
}

void OverviewPage::refreshTiles()
{
    const SampleHistory &history = shown();
    const admin::Snapshot &now = history.latest();
    const auto value = [&](Metric metric) { return history.value(metric); };
    const auto trend = [&](Metric metric) { return history.points(metric, shownEndMs(), kTrendSeconds); };
    const auto change = [&](Metric metric) {
        return changeText(value(metric), history.valueAgo(metric, kComparisonMs));
    };

    tile(TileId::Connections)
        .setContent({format::count(value(Metric::Connections)),
                     {},
                     change(Metric::Connections),
                     StatusShape::Ok,
                     trend(Metric::Connections),
                     -1});
    tile(TileId::EventsIn)
        .setContent({format::compact(value(Metric::ReceivedRate)), u"/s"_s, change(Metric::ReceivedRate),
                     StatusShape::Ok, trend(Metric::ReceivedRate), 0});
    const double fill = value(Metric::QueueFill);
    tile(TileId::Queue)
        .setContent({QLocale().toString(fill, 'f', fill > 0 && fill < 9.95 ? 1 : 0), u"%"_s,
                     tr("of %1").arg(format::compact(static_cast<double>(now.queueCapacity))),
                     statusOf(fill >= now.dropThreshold * 100, fill >= now.alertThreshold * 100),
                     trend(Metric::QueueFill), 0});
    tile(TileId::Latency)
        .setContent({format::milliseconds(value(Metric::LatencyP99)), u"ms"_s,
                     tr("p50 %1 ms").arg(format::milliseconds(value(Metric::LatencyP50))), StatusShape::Ok,
                     trend(Metric::LatencyP99), 0});
    tile(TileId::RateLimited)
        .setContent({format::rate(value(Metric::RateLimitedRate)), u"/s"_s,
                     tr("%1 since start").arg(format::compact(static_cast<double>(now.refusedRateLimited))),
                     StatusShape::Ok, trend(Metric::RateLimitedRate), 0});
    tile(TileId::Dropped)
        .setContent({format::rate(value(Metric::OverloadRate)), u"/s"_s,
                     tr("%1 since start").arg(format::compact(static_cast<double>(now.refusedOverloaded))),
                     statusOf(value(Metric::OverloadRate) > 0 || now.overload == admin::OverloadState::Shedding,
                              now.overload == admin::OverloadState::Alert),
                     trend(Metric::OverloadRate), 0});
}

void OverviewPage::refreshCharts()
{
    const SampleHistory &history = shown();
    if (history.isEmpty())
        return;
    const qint64 endMs = shownEndMs();
    const QList<Gap> gaps = history.gaps(endMs, m_rangeSeconds);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        ChartData shownData{{}, gaps, endMs};
        for (const Metric metric : kChartMetrics[i])
            shownData.series.append(history.points(metric, endMs, m_rangeSeconds));
        m_cards[i]->chart().setData(std::move(shownData));
    }
    const admin::Snapshot &now = history.latest();
    chart(ChartId::Queue)
        .setThresholds(
            {{now.alertThreshold * 100, ColorRole::Warn, tr("alert %1").arg(format::percent(now.alertThreshold * 100))},
             {now.dropThreshold * 100, ColorRole::Critical,
              tr("drop %1").arg(format::percent(now.dropThreshold * 100))}});
}

void OverviewPage::refreshStaleness()
{
    const bool lost = m_session.freshness() == ServerSession::Freshness::Lost;
    const QString note =
        lost ? tr("%1 old", "age of a number").arg(format::clockSpan(m_session.sampleAge().count())) : QString();
    for (Tile *tile : m_tiles)
        tile->setStale(note);
    for (ChartCard *card : m_cards)
        card->chart().setStale(lost);
    m_pipeline->setStale(lost);
    // The right edge moves on without samples, so that the hole is seen to grow.
    if (lost && !m_pause)
        refreshCharts();
}

} // namespace sluice::console

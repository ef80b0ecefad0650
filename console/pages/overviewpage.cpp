// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/overviewpage.h"

#include "console/charts/markerlook.h"
#include "console/dialogs/muteflow.h"
#include "console/models/format.h"
#include "console/pages/activityfeed.h"
#include "console/widgets/pipelineview.h"
#include "console/widgets/tile.h"

#include <QApplication>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGap = 10;
constexpr int kTrendSeconds = 60;
constexpr qint64 kComparisonMs = 60'000;
// A narrower window shows the activity on demand only. Units: logical pixels.
constexpr int kFeedWindowWidth = 1400;
constexpr int kLeastZoomSeconds = 10;

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
    buildNotice();
    buildFeed();
    auto *left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addLayout(tileRow());
    left->addWidget(m_pipeline);
    left->addWidget(m_notice);
    left->addLayout(chartGrid(), 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kGap);
    layout->addLayout(left, 1);
    layout->addWidget(m_feedButton);
    layout->addWidget(m_feed);
    connect(m_pipeline, &PipelineView::stageClicked, this, &OverviewPage::stageRequested);
    connect(&m_session.activity(), &ActivityLog::changed, this, [this] {
        if (isSeen())
            refreshCharts();
    });
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
        Metric metric;
    };
    const std::array<Spec, static_cast<size_t>(TileId::Count)> specs{{
        {tr("Connections"), ColorRole::Accent, ChartId::Connections, Metric::Connections},
        {tr("Events in"), ColorRole::Cyan, ChartId::Throughput, Metric::ReceivedRate},
        {tr("Queue"), ColorRole::Warn, ChartId::Queue, Metric::QueueFill},
        {tr("Latency p99"), ColorRole::Violet, ChartId::Latency, Metric::LatencyP99},
        {tr("Rate-limited"), ColorRole::Ok, ChartId::RateLimited, Metric::RateLimitedRate},
        {tr("Refused, overloaded"), ColorRole::Critical, ChartId::Throughput, Metric::OverloadRate},
    }};
    for (size_t i = 0; i < specs.size(); ++i) {
        m_tiles[i] = new Tile(specs[i].title, specs[i].color, m_theme, this);
        const ChartId target = specs[i].chart;
        connect(m_tiles[i], &Tile::clicked, this, [this, target] { chart(target).setFocus(); });
        auto *alert = new QAction(tr("Alert on this…"), m_tiles[i]);
        const Metric metric = specs[i].metric;
        connect(alert, &QAction::triggered, this, [this, metric] { Q_EMIT alertRequested(metric); });
        m_tiles[i]->addAction(alert);
    }
}

void OverviewPage::buildCharts()
{
    const QList<ChartSpec> specs = chartSpecs();
    for (size_t i = 0; i < m_cards.size(); ++i) {
        auto *card = new ChartCard(specs.at(static_cast<qsizetype>(i)), m_crosshair, m_theme, this);
        m_cards[i] = card;
        connect(card, &ChartCard::enlargeRequested, this, [this, card] { enlarge(m_enlarged ? nullptr : card); });
        connect(card, &ChartCard::said, this, &OverviewPage::said);
        connect(card, &ChartCard::alertRequested, this, [this, i] { Q_EMIT alertRequested(kChartMetrics[i].last()); });
        connect(&card->chart(), &TimeChart::zoomRequested, this, [this](double from, double to) {
            zoom(chartsEndMs() + std::llround(from * 1000), chartsEndMs() + std::llround(to * 1000));
        });
        connect(&card->chart(), &TimeChart::zoomEndRequested, this, &OverviewPage::endZoom);
    }
}

QHBoxLayout *OverviewPage::tileRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (Tile *tile : m_tiles)
        row->addWidget(tile);
    return row;
}

QGridLayout *OverviewPage::chartGrid()
{
    auto *grid = new QGridLayout;
    grid->setSpacing(kGap);
    for (size_t i = 0; i < m_cards.size(); ++i)
        grid->addWidget(m_cards[i], static_cast<int>(i) / 3, static_cast<int>(i) % 3);
    return grid;
}

void OverviewPage::buildNotice()
{
    m_notice = new QFrame(this);
    m_notice->setObjectName(u"notice"_s);
    m_noticeText = new QLabel(m_notice);
    m_noticeVerb = new QPushButton(m_notice);
    m_noticeVerb->setProperty("verb", true);
    auto *layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(12, 1, 4, 1);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(m_noticeVerb);
    m_noticeVerb->setText(u"–"_s);
    m_notice->hide();
    connect(m_noticeVerb, &QPushButton::clicked, this, [this] {
        if (m_zoom)
            endZoom();
        else
            Q_EMIT resumeRequested();
    });
}

void OverviewPage::buildFeed()
{
    m_feed = new ActivityFeed(m_session.activity(), m_theme, this);
    m_feedButton = new QToolButton(this);
    m_feedButton->setCheckable(true);
    m_feedButton->setText(u"‹"_s);
    m_feedButton->setAccessibleName(tr("Activity"));
    m_feedButton->setToolTip(tr("Show what happened"));
    m_feedButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_feedButton, &QToolButton::toggled, this, &OverviewPage::placeFeed);
    connect(m_feed, &ActivityFeed::jumpRequested, this, &OverviewPage::jumpTo);
    placeFeed();
}

void OverviewPage::placeFeed()
{
    const bool isNarrow = window()->width() < kFeedWindowWidth;
    const bool isOpen = m_feedButton->isChecked();
    m_feedButton->setVisible(isNarrow);
    m_feedButton->setText(isOpen ? u"›"_s : u"‹"_s);
    m_feed->setVisible(!isNarrow || isOpen);
    if (!layout())
        return;
    // Beside the charts where there is room, else over them: they would become too narrow to read.
    if (!isNarrow) {
        if (layout()->indexOf(m_feed) < 0)
            layout()->addWidget(m_feed);
        return;
    }
    layout()->removeWidget(m_feed);
    const QRect inner = contentsRect().marginsRemoved(layout()->contentsMargins());
    const int right = inner.right() - m_feedButton->sizeHint().width() - kGap;
    m_feed->setGeometry(right - m_feed->width(), inner.top(), m_feed->width(), inner.height());
    m_feed->raise();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFeed();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeFeed();
    refresh();
}

bool OverviewPage::isSeen() const
{
    return isVisible() && !window()->isMinimized();
}

void OverviewPage::enlarge(ChartCard *card)
{
    m_enlarged = card;
    for (ChartCard *other : m_cards) {
        other->setVisible(!card || other == card);
        other->setEnlarged(other == card);
    }
    (card ? card : m_cards.front())->setFocus();
}

ChartCard &OverviewPage::currentCard()
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [](ChartCard *card) { return card->isAncestorOf(QApplication::focusWidget()); });
    if (found != m_cards.end())
        return **found;
    return m_enlarged ? *m_enlarged : *m_cards.front();
}

void OverviewPage::toggleTable()
{
    ChartCard &card = currentCard();
    card.setTable(!card.isTable());
}

void OverviewPage::exportCurrent()
{
    currentCard().saveCsv();
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
    m_zoom.reset();
    m_session.wantRange(seconds);
    showRange();
}

void OverviewPage::zoom(qint64 fromMs, qint64 toMs)
{
    const auto seconds = static_cast<int>(std::max<qint64>(kLeastZoomSeconds, (toMs - fromMs + 999) / 1000));
    m_zoom = TimeRange{seconds, std::max(toMs, fromMs + kLeastZoomSeconds * 1000)};
    showRange();
}

void OverviewPage::endZoom()
{
    if (!m_zoom)
        return;
    m_zoom.reset();
    showRange();
}

void OverviewPage::showRange()
{
    m_crosshair.release();
    m_drawnEndMs = 0;
    for (ChartCard *card : m_cards)
        card->chart().setRange(range());
    refreshCharts();
    refreshNotice();
}

int OverviewPage::indexOf(const ChartCard *card) const
{
    const auto found = std::find(m_cards.begin(), m_cards.end(), card);
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

OverviewPage::View OverviewPage::view() const
{
    View view{m_pause, m_zoom, {}, 0, indexOf(m_enlarged)};
    for (int id = 0; id < static_cast<int>(ChartId::Count); ++id) {
        ChartCard &card = *m_cards[static_cast<size_t>(id)];
        if (card.isTable())
            view.asTables.append(id);
        if (m_crosshair.owner() == &card.chart())
            view.pinnedChart = id;
    }
    if (m_crosshair.isPinned())
        view.pinnedMs = pointedAtMs();
    return view;
}

void OverviewPage::setView(const View &view)
{
    m_pause = view.pause;
    m_zoom = view.zoom;
    if (view.enlarged >= 0)
        enlarge(m_cards[static_cast<size_t>(view.enlarged)]);
    for (const int id : view.asTables)
        m_cards[static_cast<size_t>(id)]->setTable(true);
    showRange();
    refresh();
    m_drawnEndMs = chartsEndMs();
    if (view.pinnedMs)
        m_crosshair.pin(std::min(0.0, static_cast<double>(*view.pinnedMs - chartsEndMs()) / 1000.0),
                        &m_cards[static_cast<size_t>(view.pinnedChart)]->chart());
}

void OverviewPage::jumpTo(qint64 timeMs)
{
    if (timeMs > shownEndMs())
        m_session.seek(timeMs); // in a recording: forward to it
    const auto secondsAt = [&] { return static_cast<double>(timeMs - chartsEndMs()) / 1000.0; };
    if (m_zoom && (secondsAt() > 0 || secondsAt() < -m_zoom->seconds))
        endZoom();
    if (secondsAt() < -range().seconds) // older than what is shown: it comes into view
        zoom(timeMs - m_rangeSeconds * 500LL, timeMs + m_rangeSeconds * 500LL);
    m_crosshair.pin(std::min(0.0, secondsAt()), &currentCard().chart());
}

qint64 OverviewPage::pointedAtMs() const
{
    return chartsEndMs() + std::llround(m_crosshair.position().value_or(0) * 1000);
}

void OverviewPage::setPaused(bool paused)
{
    if (paused)
        m_pause = Pause{m_session.history(), m_session.history(SampleHistory::kCapacity + 1), m_session.nowMs(),
                        m_session.history().isEmpty() ? 0 : m_session.history().latest().sequence};
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

QString OverviewPage::notice() const
{
    return m_notice->isHidden() ? QString() : m_noticeText->text();
}

void OverviewPage::refreshNotice()
{
    QStringList texts;
    if (m_pause) {
        const quint64 newest = m_session.history().isEmpty() ? 0 : m_session.history().latest().sequence;
        const auto waiting = static_cast<int>(newest > m_pause->sequence ? newest - m_pause->sequence : 0);
        const QString span = format::clockSpan(std::max<qint64>(0, m_session.nowMs() - m_pause->endMs));
        texts.append(tr("Paused %1, +%n sample(s) waiting.", nullptr, waiting).arg(span));
    }
    if (m_zoom) {
        const auto clock = [](qint64 ms) {
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), u"HH:mm:ss"_s);
        };
        texts.append(tr("All charts show %1 to %2.")
                         .arg(clock(*m_zoom->endMs - m_zoom->seconds * 1000LL), clock(*m_zoom->endMs)));
    }
    m_notice->setVisible(!texts.isEmpty());
    m_noticeText->setText(texts.join(u' '));
    m_noticeVerb->setText(m_zoom ? tr("Show up to now (double click)") : tr("Go on (Space)"));
}

const SampleHistory &OverviewPage::historyFor(const TimeRange &range, qint64 endMs) const
{
    const SampleHistory &fine = shown();
    const SampleHistory &coarse = m_pause ? m_pause->coarse : m_session.history(SampleHistory::kCapacity + 1);
    const qint64 startMs = endMs - range.seconds * 1000LL;
    const bool isKept = !fine.isEmpty() && fine.samples().constFirst().timeMs <= startMs;
    return isKept || coarse.isEmpty() || coarse.samples().constFirst().timeMs >= fine.samples().constFirst().timeMs
        ? fine
        : coarse;
}

QList<ChartMarker> OverviewPage::markersIn(qint64 endMs, int seconds) const
{
    QList<ChartMarker> result;
    for (const ActivityEntry &entry : m_session.activity().entries()) {
        const double before = static_cast<double>(entry.timeMs - endMs) / 1000.0;
        if (before <= 0 && before >= -seconds)
            result.prepend({before, markerLetter(entry.kind), markerColor(entry), entry.text});
    }
    return result;
}

void OverviewPage::refresh()
{
    if (!isSeen())
        return;
    refreshStaleness();
    refreshNotice();
    if (shown().isEmpty())
        return;
    m_feed->setEnd(m_session.isReplay() ? std::optional(m_session.nowMs()) : std::nullopt);
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
    if (shown().isEmpty())
        return;
    const TimeRange visible = range();
    const qint64 endMs = chartsEndMs();
    const SampleHistory &history = historyFor(visible, endMs);
    if (history.isEmpty())
        return;
    if (m_drawnEndMs != 0)
        m_crosshair.shift(static_cast<double>(endMs - m_drawnEndMs) / 1000.0, visible.seconds);
    m_drawnEndMs = endMs;
    const QList<Gap> gaps = history.gaps(endMs, visible.seconds);
    const QList<ChartMarker> markers = markersIn(endMs, visible.seconds);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        ChartData content{{}, gaps, endMs, markers, static_cast<double>(history.gapMs()) / 1000.0};
        for (const Metric metric : kChartMetrics[i])
            content.series.append(history.points(metric, endMs, visible.seconds));
        m_cards[i]->chart().setData(std::move(content));
    }
    const admin::Snapshot &now = shown().latest();
    chart(ChartId::Queue)
        .setThresholds(
            {{now.alertThreshold * 100, ColorRole::Warn, tr("alert %1").arg(format::percent(now.alertThreshold * 100))},
             {now.dropThreshold * 100, ColorRole::Critical,
              tr("drop %1").arg(format::percent(now.dropThreshold * 100))}});
}

void OverviewPage::offerAlerts(bool isOffered)
{
    for (ChartCard *card : m_cards)
        card->setAlertOffered(isOffered);
    for (Tile *tile : m_tiles)
        tile->setContextMenuPolicy(isOffered ? Qt::ActionsContextMenu : Qt::NoContextMenu);
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
    offerAlerts(!m_session.isReplay()); // nothing is watched in a recording
    m_feed->setUndoable({m_session.canCall(u"config/patch"_s), m_session.canCall(MuteFlow::kLiftMethod)});
    // The right edge moves on without samples, so that the hole is seen to grow.
    if (lost && !m_pause && isSeen())
        refreshCharts();
}

} // namespace sluice::console

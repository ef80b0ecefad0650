// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/pipelineview.h"

#include "console/models/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPadding = 12;
constexpr double kArrow = 38;
constexpr double kExit = 24;
// Shares of the width left beside the arrows.
constexpr std::array kWeights{1.0, 1.35, 2.3, 1.6, 1.1, 1.1};

QString perSecond(double value)
{
    return format::withUnit(format::rate(value), u"/s"_s);
}

} // namespace

PipelineView::PipelineView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("A click leads to the page of that stage."));
    describe();
}

void PipelineView::setHistory(const SampleHistory &history)
{
    m_history = history;
    describe();
    update();
}

void PipelineView::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    update();
}

void PipelineView::describe()
{
    setAccessibleName(tr("Way of the events"));
    if (m_history.isEmpty())
        return;
    setAccessibleDescription(tr("%1 clients; %2 events received per second; queue %3; %4 of %5 workers busy; p99 %6 ms")
                                 .arg(format::count(value(Metric::Connections)),
                                      format::rate(value(Metric::ReceivedRate)),
                                      format::percent(value(Metric::QueueFill)))
                                 .arg(m_history.latest().workersBusy)
                                 .arg(m_history.latest().workers)
                                 .arg(format::milliseconds(value(Metric::LatencyP99))));
}

QString PipelineView::stageText(int stage) const
{
    if (m_history.isEmpty())
        return {};
    const admin::Snapshot &now = m_history.latest();
    switch (stage) {
    case Clients: return tr("Clients: %1").arg(format::count(value(Metric::Connections)));
    case Policies: return tr("Policies: %1 refused by rate limits").arg(perSecond(value(Metric::RateLimitedRate)));
    case Lanes:
        return tr("Queue lanes: high %1, normal %2, low %3")
            .arg(format::percent(value(Metric::LaneHigh)), format::percent(value(Metric::LaneNormal)),
                 format::percent(value(Metric::LaneLow)));
    case Workers: return tr("Workers: %1 of %2 busy").arg(now.workersBusy).arg(now.workers);
    case Handlers: return tr("Handlers: p99 %1 ms").arg(format::milliseconds(value(Metric::LatencyP99)));
    case Broadcast: return tr("Broadcast: %1 sent").arg(perSecond(value(Metric::BroadcastRate)));
    default: return {};
    }
}

void PipelineView::mouseReleaseEvent(QMouseEvent *event)
{
    for (int stage = 0; stage < StageCount; ++stage) {
        if (event->button() == Qt::LeftButton && stageBox(stage).contains(event->position().toPoint()))
            Q_EMIT stageClicked(stage);
    }
}

QColor PipelineView::ink(ColorRole role) const
{
    return m_theme.color(m_stale ? ColorRole::Text3 : role);
}

QRectF PipelineView::mirrored(const QRectF &around, const QRectF &part) const
{
    if (layoutDirection() == Qt::LeftToRight)
        return part;
    return {around.left() + around.right() - part.right(), part.top(), part.width(), part.height()};
}

QRectF PipelineView::stageRect(Stage stage) const
{
    double total = 0;
    double before = 0;
    for (int i = 0; i < StageCount; ++i) {
        total += kWeights[static_cast<size_t>(i)];
        if (i < stage)
            before += kWeights[static_cast<size_t>(i)];
    }
    const double free = width() - 2 * kPadding - (StageCount - 1) * kArrow;
    const QRectF box(kPadding + before / total * free + static_cast<int>(stage) * kArrow, kPadding,
                     kWeights[static_cast<size_t>(stage)] / total * free, height() - 2 * kPadding - kExit);
    return mirrored(rect(), box);
}

void PipelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::Line), 1));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (m_history.isEmpty())
        return;
    const admin::Snapshot &now = m_history.latest();
    paintStage(painter, Clients, tr("Clients"));
    paintNumber(painter, Clients, format::compact(value(Metric::Connections)),
                {u"\u2066+%1  −%2 /s\u2069"_s.arg(format::rate(value(Metric::AcceptedRate)),
                                                  format::rate(value(Metric::ClosedRate))),
                 tr("%n user(s)", nullptr, static_cast<int>(now.usersConnected))});
    paintPolicies(painter);
    paintLanes(painter);
    paintWorkers(painter);
    paintStage(painter, Handlers, tr("Handlers"));
    paintNumber(painter, Handlers, format::milliseconds(value(Metric::LatencyP99)),
                {tr("ms p99 (p50 %1)").arg(format::milliseconds(value(Metric::LatencyP50))),
                 tr("time-outs %1 · errors %2")
                     .arg(format::rate(value(Metric::TimedOutRate)), format::rate(value(Metric::FailedRate)))});
    paintStage(painter, Broadcast, tr("Broadcast"));
    paintNumber(painter, Broadcast, format::compact(value(Metric::BroadcastRate)),
                {tr("sends/s"), tr("%1 waiting").arg(format::count(static_cast<double>(now.broadcastsQueued)))});

    const bool draining = now.state != admin::ServerState::Running;
    const QString received = format::compact(value(Metric::ReceivedRate));
    const QString processed = format::compact(value(Metric::ProcessedRate));
    paintArrow(painter, Clients, received, draining ? ColorRole::Critical : ColorRole::Accent);
    paintArrow(painter, Policies, received, ColorRole::Accent);
    paintArrow(painter, Lanes, processed, ColorRole::Accent);
    paintArrow(painter, Workers, processed, ColorRole::Accent);
    paintArrow(painter, Handlers, format::compact(value(Metric::BroadcastRate)), ColorRole::Accent);
    const double rejected =
        value(Metric::RateLimitedRate) + value(Metric::UnauthorizedRate) + value(Metric::InvalidRate);
    paintExit(painter, Policies, tr("rejected %1").arg(perSecond(rejected)), rejected > 0);
    const double overload = value(Metric::OverloadRate);
    paintExit(painter, Lanes, tr("refused, overloaded %1").arg(perSecond(overload)), overload > 0);
    const double dropped = value(Metric::BroadcastDropRate);
    paintExit(painter, Broadcast, tr("dropped %1").arg(perSecond(dropped)), dropped > 0);
}

void PipelineView::paintStage(QPainter &painter, Stage stage, const QString &title, const QString &note) const
{
    const QRectF box = stageRect(stage);
    painter.setPen(QPen(m_theme.color(ColorRole::Line), 1));
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF head = box.adjusted(9, 7, -9, 0);
    painter.setFont(Theme::font(Theme::kBodyPoints, QFont::Bold));
    painter.setPen(m_theme.color(ColorRole::Text2));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, title);
    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.setPen(m_theme.color(ColorRole::Text3));
    const int titleWidth = QFontMetrics(Theme::font(Theme::kBodyPoints, QFont::Bold)).horizontalAdvance(title);
    const int room = static_cast<int>(head.width()) - titleWidth - 8;
    painter.drawText(head, Qt::AlignRight | Qt::AlignTop, painter.fontMetrics().elidedText(note, Qt::ElideRight, room));
}

void PipelineView::paintNumber(QPainter &painter, Stage stage, const QString &number, const QStringList &notes) const
{
    const QRectF box = stageRect(stage).adjusted(9, 0, -6, 0);
    painter.setFont(Theme::font(14, QFont::Bold));
    painter.setPen(ink(ColorRole::Text));
    painter.drawText(box.adjusted(0, 25, 0, 0), Qt::AlignLeft | Qt::AlignTop, number);
    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.setPen(m_theme.color(ColorRole::Text3));
    double top = 53;
    for (const QString &note : notes) {
        painter.drawText(box.adjusted(0, top, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(note, Qt::ElideRight, static_cast<int>(box.width())));
        top += 19;
    }
}

void PipelineView::paintPolicies(QPainter &painter) const
{
    paintStage(painter, Policies, tr("Policies"), tr("refusals"));
    struct Row {
        QString name;
        Metric metric;
    };
    const std::array rows{Row{tr("access"), Metric::UnauthorizedRate}, Row{tr("rate limit"), Metric::RateLimitedRate},
                          Row{tr("invalid"), Metric::InvalidRate}};
    const QRectF box = stageRect(Policies).adjusted(8, 28, -8, 0);
    for (size_t i = 0; i < rows.size(); ++i) {
        const QRectF row(box.left(), box.top() + static_cast<double>(i) * 25, box.width(), 21);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Window, 0.55));
        painter.drawRoundedRect(row, 4, 4);
        const double refusals = value(rows[i].metric);
        painter.setFont(Theme::font(Theme::kSmallPoints));
        painter.setPen(m_theme.color(ColorRole::Text2));
        const QRectF inside = row.adjusted(7, 0, -7, 0);
        const QString number = perSecond(refusals);
        const QFontMetrics metrics = painter.fontMetrics();
        const int room = static_cast<int>(inside.width()) - metrics.horizontalAdvance(number) - 4;
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(rows[i].name, Qt::ElideRight, room));
        painter.setPen(ink(refusals > 0 ? ColorRole::Warn : ColorRole::Text3));
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, number);
    }
}

void PipelineView::paintLanes(QPainter &painter) const
{
    const admin::Snapshot &now = m_history.latest();
    paintStage(painter, Lanes, tr("Queue lanes"),
               tr("capacity %1").arg(format::compact(static_cast<double>(now.queueCapacity))));
    const std::array names{tr("high"), tr("normal"), tr("low")};
    const std::array metrics{Metric::LaneHigh, Metric::LaneNormal, Metric::LaneLow};
    const QRectF box = stageRect(Lanes).adjusted(9, 30, -9, 0);
    const QFontMetrics metricsOfText(Theme::font(Theme::kSmallPoints));
    double nameWidth = 46;
    for (const QString &name : names)
        nameWidth = std::max(nameWidth, metricsOfText.horizontalAdvance(name) + 8.0);
    const double textWidth = 84;
    for (size_t lane = 0; lane < names.size(); ++lane) {
        const QRectF row(box.left(), box.top() + static_cast<double>(lane) * 25, box.width(), 20);
        const double fill = value(metrics[lane]) / 100.0;
        painter.setFont(Theme::font(Theme::kSmallPoints));
        painter.setPen(m_theme.color(ColorRole::Text2));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, names[lane]);
        painter.setPen(ink(ColorRole::Text));
        painter.drawText(
            row, Qt::AlignRight | Qt::AlignVCenter,
            u"%1  %2"_s.arg(format::percent(fill * 100), format::compact(static_cast<double>(now.laneDepth[lane]))));
        const QRectF track = mirrored(
            row, QRectF(row.left() + nameWidth, row.center().y() - 4.5, row.width() - nameWidth - textWidth, 9));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Window, 0.7));
        painter.drawRoundedRect(track, 3, 3);
        if (fill > 0) {
            QRectF bar = track;
            bar.setWidth(std::max(2.0, track.width() * std::min(1.0, fill)));
            painter.setBrush(ink(ColorRole::Accent));
            painter.drawRoundedRect(mirrored(track, bar), 3, 3);
        }
        for (const auto &[threshold, color] :
             {std::pair(now.alertThreshold, ColorRole::Warn), std::pair(now.dropThreshold, ColorRole::Critical)}) {
            const QRectF upTo(track.left(), track.top(), track.width() * threshold, track.height());
            const double end = layoutDirection() == Qt::RightToLeft ? mirrored(track, upTo).left() : upTo.right();
            const double x = std::floor(end) + 0.5;
            painter.setPen(QPen(ink(color), 1));
            painter.drawLine(QPointF(x, track.top() - 2), QPointF(x, track.bottom() + 2));
        }
    }
}

void PipelineView::paintWorkers(QPainter &painter) const
{
    const admin::Snapshot &now = m_history.latest();
    paintStage(painter, Workers, tr("Workers"), tr("%1/%2 busy").arg(now.workersBusy).arg(now.workers));
    const QRectF box = stageRect(Workers).adjusted(9, 30, -9, -24);
    const auto count = static_cast<int>(std::min<quint64>(now.workers, 64));
    const int rows = count > 32 ? 3 : count > 8 ? 2 : 1;
    const int columns = std::max(1, (count + rows - 1) / rows);
    const double gap = columns > 12 ? 2 : 4;
    const double cellWidth = std::min(16.0, (box.width() - (columns - 1) * gap) / columns);
    const double cellHeight = (box.height() - (rows - 1) * 4) / rows;
    const auto busy = static_cast<int>(std::min<quint64>(now.workersBusy, static_cast<quint64>(count)));
    for (int i = 0; i < count; ++i) {
        const int row = i / columns;
        const QRectF cell(box.left() + i % columns * (cellWidth + gap), box.top() + row * (cellHeight + 4), cellWidth,
                          cellHeight);
        painter.setPen(QPen(m_theme.color(ColorRole::Line), 1));
        painter.setBrush(i < busy ? QBrush(ink(ColorRole::Ok)) : QBrush(m_theme.color(ColorRole::Window, 0.55)));
        painter.drawRoundedRect(mirrored(box, cell).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    painter.setFont(Theme::font(Theme::kSmallPoints));
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.drawText(stageRect(Workers).adjusted(9, 0, -9, -6), Qt::AlignLeft | Qt::AlignBottom,
                     tr("utilisation %1").arg(format::percent(now.workerBusyShare * 100)));
}

void PipelineView::paintArrow(QPainter &painter, Stage from, const QString &label, ColorRole color) const
{
    const QRectF left = stageRect(from);
    const QRectF right = stageRect(static_cast<Stage>(from + 1));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double start = mirrored ? left.left() - 3 : left.right() + 3;
    const double end = mirrored ? right.right() + 3 : right.left() - 3;
    const double back = mirrored ? 6 : -6;
    const double y = left.center().y() + 4;
    painter.setPen(QPen(ink(color), 2));
    painter.drawLine(QPointF(start, y), QPointF(end + back, y));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink(color));
    painter.drawPolygon(QPolygonF({QPointF(end, y), QPointF(end + back, y - 4), QPointF(end + back, y + 4)}));
    painter.setFont(Theme::font(Theme::kSmallPoints - 0.5));
    painter.setPen(ink(color));
    painter.drawText(QRectF(std::min(start, end) - 4, y - 19, std::abs(end - start) + 8, 14), Qt::AlignCenter, label);
}

void PipelineView::paintExit(QPainter &painter, Stage stage, const QString &label, bool active) const
{
    const QRectF box = stageRect(stage);
    const QColor color = active ? ink(ColorRole::Warn) : m_theme.color(ColorRole::Text3);
    const QRectF whole = rect();
    painter.setFont(Theme::font(Theme::kSmallPoints));
    const double labelWidth = painter.fontMetrics().horizontalAdvance(label) + 2.0;
    // Where the last one's text would leave the card, all of it moves in.
    const double least = layoutDirection() == Qt::RightToLeft ? whole.right() - box.right() : box.left();
    const double start = std::min(least + 14, whole.width() - labelWidth - 9 - kPadding);
    const QRectF text = mirrored(whole, QRectF(start + 9, box.bottom() + 4, labelWidth, 16));
    const double x = layoutDirection() == Qt::RightToLeft ? whole.right() - start : start;
    painter.setPen(QPen(color, 2));
    painter.drawLine(QPointF(x, box.bottom() + 2), QPointF(x, box.bottom() + 12));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {QPointF(x, box.bottom() + 18), QPointF(x - 4, box.bottom() + 12), QPointF(x + 4, box.bottom() + 12)}));
    painter.setPen(color);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, label);
}

} // namespace sluice::console

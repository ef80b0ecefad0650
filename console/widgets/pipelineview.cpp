// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/pipelineview.h"

#include "console/models/format.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPadding = 12;
constexpr double kArrow = 38;
constexpr double kExit = 24;
// Shares of the width left beside the arrows.
constexpr std::array kWeights{1.0, 1.35, 2.3, 1.6, 1.1, 1.1};

constexpr double kInset = 9;
constexpr double kLaneValue = 84;
constexpr double kLeastTrack = 36;

double textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

QFont titleFont(double scale = 1)
{
    return Theme::font(Theme::kBodyPoints * scale, QFont::Bold);
}

QFont numberFont()
{
    return Theme::font(14, QFont::Bold);
}

QFont smallFont(double scale = 1)
{
    return Theme::font(Theme::kSmallPoints * scale);
}

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
    describe();
}

void PipelineView::setHistory(const SampleHistory &history)
{
    m_history = history;
    describe();
    noteNeeds();
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
    setAccessibleDescription(
        tr("clients: %1; events received per second: %2; queue: %3; workers busy: %4 of %5; p99: %6 ms")
            .arg(format::count(value(Metric::Connections)), format::rate(value(Metric::ReceivedRate)),
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

int PipelineView::stageAt(const QPoint &place) const
{
    for (int stage = 0; stage < StageCount; ++stage) {
        if (stageBox(stage).contains(place))
            return stage;
    }
    return -1;
}

void PipelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const int stage = stageAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && stage >= 0)
        Q_EMIT stageClicked(stage);
}

bool PipelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int stage = stageAt(help->pos());
    const QString text = stage < 0 ? QString() : stageText(stage);
    const QString hint = tr("A click leads to the page of that stage.");
    QToolTip::showText(help->globalPos(), text.isEmpty() ? hint : text + u'\n' + hint, this);
    return true;
}

void PipelineView::resizeEvent(QResizeEvent *event)
{
    m_needed = {};
    noteNeeds();
    QWidget::resizeEvent(event);
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
    const Widths boxes = widths();
    const auto end = boxes.begin() + static_cast<qsizetype>(stage);
    const double left = kPadding + std::accumulate(boxes.begin(), end, 0.0) + static_cast<int>(stage) * kArrow;
    return mirrored(rect(), QRectF(left, kPadding, *end, height() - 2 * kPadding - kExit));
}

/// By their weights; a stage with long words takes what others have to spare.
PipelineView::Widths PipelineView::widths() const
{
    const double free = width() - 2 * kPadding - (StageCount - 1) * kArrow;
    const double weights = std::accumulate(kWeights.begin(), kWeights.end(), 0.0);
    Widths boxes{};
    double missing = 0;
    double spare = 0;
    for (size_t i = 0; i < boxes.size(); ++i) {
        boxes[i] = kWeights[i] / weights * free;
        missing += std::max(0.0, m_needed[i] - boxes[i]);
        spare += std::max(0.0, boxes[i] - m_needed[i]);
    }
    if (missing <= 0 || spare <= 0)
        return boxes;
    const double moved = std::min(missing, spare);
    for (size_t i = 0; i < boxes.size(); ++i) {
        const double lacks = m_needed[i] - boxes[i];
        boxes[i] += lacks > 0 ? lacks * moved / missing : lacks * moved / spare;
    }
    return boxes;
}

/// Less than 1 where all stages together have no room for their words at the usual size.
double PipelineView::textScale() const
{
    constexpr double kLeast = 0.7;
    constexpr double kBesideText = 2 * kInset + 1;
    const Widths boxes = widths();
    double scale = 1;
    for (size_t i = 0; i < boxes.size(); ++i) {
        if (m_needed[i] > kBesideText)
            scale = std::min(scale, (boxes[i] - kBesideText) / (m_needed[i] - kBesideText));
    }
    return std::max(scale, kLeast);
}

double PipelineView::neededWidth(Stage stage) const
{
    const Content content = contentOf(stage);
    double most = textWidth(titleFont(), content.title);
    if (!content.note.isEmpty())
        most += 8 + textWidth(smallFont(), content.note);
    most = std::max(most, textWidth(numberFont(), content.number));
    for (const QString &line : content.lines)
        most = std::max(most, textWidth(smallFont(), line));
    if (stage == Policies) {
        for (const Row &row : policyRows())
            most = std::max(
                most, textWidth(smallFont(), row.name) + textWidth(smallFont(), perSecond(value(row.metric))) + 4 + 14);
    }
    if (stage == Lanes) {
        for (const Row &row : laneRows())
            most = std::max(most, textWidth(smallFont(), row.name) + 8 + kLeastTrack + kLaneValue);
    }
    return std::ceil(most) + 2 * kInset + 1;
}

void PipelineView::noteNeeds()
{
    if (m_history.isEmpty())
        return;
    for (int stage = 0; stage < StageCount; ++stage) {
        double &needed = m_needed[static_cast<size_t>(stage)];
        needed = std::max(needed, neededWidth(static_cast<Stage>(stage)));
    }
}

PipelineView::Content PipelineView::contentOf(Stage stage) const
{
    const admin::Snapshot &now = m_history.latest();
    switch (stage) {
    case Clients:
        return {tr("Clients"),
                {},
                format::compact(value(Metric::Connections)),
                {u"\u2066+%1  −%2 /s\u2069"_s.arg(format::rate(value(Metric::AcceptedRate)),
                                                  format::rate(value(Metric::ClosedRate))),
                 tr("%n user(s)", nullptr, static_cast<int>(now.usersConnected))}};
    case Policies: return {tr("Policies"), tr("refusals")};
    case Lanes:
        return {tr("Queue lanes"), tr("capacity %1").arg(format::compact(static_cast<double>(now.queueCapacity)))};
    case Workers:
        return {tr("Workers"),
                tr("%1/%2 busy").arg(now.workersBusy).arg(now.workers),
                {},
                {tr("utilisation %1").arg(format::percent(now.workerBusyShare * 100))}};
    case Handlers:
        return {tr("Handlers"),
                {},
                format::milliseconds(value(Metric::LatencyP99)),
                {tr("ms p99 (p50 %1)").arg(format::milliseconds(value(Metric::LatencyP50))),
                 tr("time-outs %1").arg(format::rate(value(Metric::TimedOutRate))),
                 tr("errors %1").arg(format::rate(value(Metric::FailedRate)))}};
    case Broadcast:
        return {tr("Broadcast"),
                {},
                format::compact(value(Metric::BroadcastRate)),
                {tr("sends/s"), tr("%1 waiting").arg(format::count(static_cast<double>(now.broadcastsQueued)))}};
    default: return {};
    }
}

std::array<PipelineView::Row, 3> PipelineView::policyRows()
{
    return {Row{tr("access"), Metric::UnauthorizedRate}, Row{tr("rate limit"), Metric::RateLimitedRate},
            Row{tr("invalid"), Metric::InvalidRate}};
}

std::array<PipelineView::Row, 3> PipelineView::laneRows()
{
    return {Row{tr("high"), Metric::LaneHigh}, Row{tr("normal"), Metric::LaneNormal}, Row{tr("low"), Metric::LaneLow}};
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
    for (int stage = 0; stage < StageCount; ++stage)
        paintStage(painter, static_cast<Stage>(stage));
    for (const Stage stage : {Clients, Handlers, Broadcast})
        paintNumber(painter, stage);
    paintPolicies(painter);
    paintLanes(painter);
    paintWorkers(painter);

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

void PipelineView::paintStage(QPainter &painter, Stage stage) const
{
    const Content content = contentOf(stage);
    const QRectF box = stageRect(stage);
    painter.setPen(QPen(m_theme.color(ColorRole::Line), 1));
    painter.setBrush(m_theme.color(ColorRole::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRectF head = box.adjusted(kInset, 7, -kInset, 0);
    painter.setFont(titleFont(textScale()));
    painter.setPen(m_theme.color(ColorRole::Text2));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, content.title);
    painter.setFont(smallFont(textScale()));
    painter.setPen(m_theme.color(ColorRole::Text3));
    const int room = static_cast<int>(head.width() - textWidth(titleFont(textScale()), content.title)) - 8;
    painter.drawText(head, Qt::AlignRight | Qt::AlignTop,
                     painter.fontMetrics().elidedText(content.note, Qt::ElideRight, room));
}

void PipelineView::paintNumber(QPainter &painter, Stage stage) const
{
    constexpr double kLineHeight = 17;
    const Content content = contentOf(stage);
    const QRectF box = stageRect(stage).adjusted(kInset, 0, -6, 0);
    painter.setFont(numberFont());
    painter.setPen(ink(ColorRole::Text));
    painter.drawText(box.adjusted(0, 25, 0, 0), Qt::AlignLeft | Qt::AlignTop, content.number);
    painter.setFont(smallFont(textScale()));
    painter.setPen(m_theme.color(ColorRole::Text3));
    double top = 53;
    for (const QString &line : content.lines) {
        painter.drawText(box.adjusted(0, top, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(box.width())));
        top += kLineHeight;
    }
}

void PipelineView::paintPolicies(QPainter &painter) const
{
    const std::array rows = policyRows();
    const QRectF box = stageRect(Policies).adjusted(8, 28, -8, 0);
    for (size_t i = 0; i < rows.size(); ++i) {
        const QRectF row(box.left(), box.top() + static_cast<double>(i) * 25, box.width(), 21);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Window, 0.55));
        painter.drawRoundedRect(row, 4, 4);
        const double refusals = value(rows[i].metric);
        painter.setFont(smallFont(textScale()));
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
    const std::array lanes = laneRows();
    const QRectF box = stageRect(Lanes).adjusted(kInset, 30, -kInset, 0);
    double nameWidth = 46;
    for (const Row &lane : lanes)
        nameWidth = std::max(nameWidth, textWidth(smallFont(), lane.name) + 8);
    for (size_t lane = 0; lane < lanes.size(); ++lane) {
        const QRectF row(box.left(), box.top() + static_cast<double>(lane) * 25, box.width(), 20);
        const double fill = value(lanes[lane].metric) / 100.0;
        painter.setFont(smallFont(textScale()));
        painter.setPen(m_theme.color(ColorRole::Text2));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, lanes[lane].name);
        painter.setPen(ink(ColorRole::Text));
        painter.drawText(
            row, Qt::AlignRight | Qt::AlignVCenter,
            u"%1  %2"_s.arg(format::percent(fill * 100), format::compact(static_cast<double>(now.laneDepth[lane]))));
        const QRectF track = mirrored(
            row, QRectF(row.left() + nameWidth, row.center().y() - 4.5, row.width() - nameWidth - kLaneValue, 9));
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
    painter.setFont(smallFont(textScale()));
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.drawText(stageRect(Workers).adjusted(kInset, 0, -kInset, -6), Qt::AlignLeft | Qt::AlignBottom,
                     contentOf(Workers).lines.constFirst());
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
    painter.setFont(smallFont(textScale()));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/draincurve.h"

#include "console/models/csv.h"
#include "console/models/format.h"
#include "console/widgets/savefile.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// The rate is the mean over so long, the best guess for bursty queues. Units: seconds.
constexpr double kRateWindow = 3;
// 4 Hz over the longest grace that the server allows (10 min), and some.
constexpr qsizetype kPointLimit = 3000;
constexpr double kSavedFactor = 2;

} // namespace

DrainCurve::DrainCurve(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Events still in the server"));
    addMenu();
}

void DrainCurve::addMenu()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString &text, auto run) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
    };
    add(tr("Copy &image"), [this] { QGuiApplication::clipboard()->setPixmap(picture(kSavedFactor)); });
    add(tr("&Save as PNG…"), [this] { saveImage(); });
    add(tr("Export as CS&V…"), [this] {
        saveFile(this, tr("Drain") + u".csv"_s, toCsv(), [this](const QString &what) { Q_EMIT said(what); });
    });
}

void DrainCurve::saveImage()
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture(kSavedFactor).save(&buffer, "PNG");
    saveFile(this, tr("Drain") + u".png"_s, png, [this](const QString &what) { Q_EMIT said(what); });
}

QPixmap DrainCurve::picture(double factor)
{
    QPixmap result(size() * factor);
    result.setDevicePixelRatio(factor);
    result.fill(m_theme.color(ColorRole::Panel));
    render(&result, {}, {}, DrawChildren);
    return result;
}

QByteArray DrainCurve::toCsv() const
{
    QByteArray csv = csvLine({u"seconds"_s, u"events"_s, u"grace seconds"_s});
    for (const QPointF &point : m_points)
        csv += csvLine({QString::number(point.x()), QString::number(point.y()), QString::number(m_graceSeconds)});
    return csv;
}

void DrainCurve::clear()
{
    m_points.clear();
    m_scale = NiceScale(NiceScale::Kind::FromZero);
    update();
}

void DrainCurve::append(double seconds, double events, double graceSeconds)
{
    m_graceSeconds = std::max(graceSeconds, 1.0); // also while the drain is paused
    update();
    if (!m_points.isEmpty() && seconds <= m_points.constLast().x())
        return;
    if (m_points.size() >= kPointLimit)
        m_points.removeFirst();
    m_points.append({seconds, events});
    double high = 0;
    for (const QPointF &point : std::as_const(m_points))
        high = std::max(high, point.y());
    m_scale.fit(0, high, std::llround(seconds * 1000));
}

std::optional<double> DrainCurve::projectedEnd() const
{
    if (m_points.size() < 2)
        return std::nullopt;
    const QPointF last = m_points.constLast();
    if (last.y() <= 0)
        return last.x();
    const auto first = std::find_if(m_points.cbegin(), m_points.cend(),
                                    [&](const QPointF &point) { return point.x() >= last.x() - kRateWindow; });
    const double rate = (first->y() - last.y()) / std::max(1e-3, last.x() - first->x());
    if (rate <= 0)
        return std::nullopt;
    return last.x() + last.y() / rate;
}

QRectF DrainCurve::plotRect() const
{
    return QRectF(rect()).adjusted(42, 12, -18, -22);
}

QPointF DrainCurve::place(const QPointF &point) const
{
    const QRectF plot = plotRect();
    const double span = std::max(m_graceSeconds, m_points.isEmpty() ? 0.0 : m_points.constLast().x());
    return {plot.left() + point.x() / span * plot.width(),
            plot.bottom() - point.y() / m_scale.maximum() * plot.height()};
}

void DrainCurve::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(Theme::font(Theme::kSmallPoints));
    paintGrid(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGraceEnd(painter);
    paintCurve(painter);
}

void DrainCurve::paintGrid(QPainter &painter) const
{
    const QRectF plot = plotRect();
    for (int tick = 0; tick <= NiceScale::kIntervals; tick += 2) {
        const double value = m_scale.step() * tick;
        const double y = std::floor(place({0, value}).y()) + 0.5;
        painter.setPen(m_theme.color(ColorRole::Line));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(m_theme.color(ColorRole::Text3));
        painter.drawText(QRectF(0, y - 8, plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         format::axisLabel(value, m_scale.step()));
    }
    for (int tick = 0; tick <= 3; ++tick) {
        const double seconds = m_graceSeconds * tick / 3;
        const double x = place({seconds, 0}).x();
        painter.drawText(QRectF(x - 30, plot.bottom() + 4, 60, 16), Qt::AlignCenter,
                         format::withUnit(format::compact(std::round(seconds * 10) / 10), tr("s", "seconds")));
    }
}

void DrainCurve::paintGraceEnd(QPainter &painter) const
{
    const QRectF plot = plotRect();
    const double x = std::floor(place({m_graceSeconds, 0}).x()) + 0.5;
    painter.setPen(QPen(m_theme.color(ColorRole::Critical), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top() - 6), QPointF(x, plot.bottom()));
    painter.drawText(QRectF(x - 160, plot.top() - 10, 154, 16), Qt::AlignRight | Qt::AlignVCenter, tr("grace ends"));
}

void DrainCurve::paintCurve(QPainter &painter) const
{
    if (m_points.isEmpty())
        return;
    QList<QLineF> lines;
    for (qsizetype i = 1; i < m_points.size(); ++i)
        lines.append({place(m_points.at(i - 1)), place(m_points.at(i))});
    const QColor color = m_theme.color(ColorRole::Accent);
    painter.setPen(QPen(color, 1.8));
    painter.drawLines(lines);
    const QPointF last = m_points.constLast();
    const std::optional<double> end = projectedEnd();
    if (end && last.y() > 0) {
        painter.setPen(QPen(color, 1.4, Qt::DotLine));
        painter.save();
        painter.setClipRect(plotRect());
        painter.drawLine(place(last), place({*end, 0}));
        painter.restore();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(place(last), 3, 3);
}

} // namespace sluice::console

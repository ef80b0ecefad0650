// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartaxes.h"

#include "console/models/format.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLineSeries>
#include <QLocale>

#include <cmath>

namespace sluice::console {

namespace {

int ticksOf(const TimeRange &range)
{
    // Round labels, and not more than have room: Qt Charts cuts the others short.
    if (range.endMs || range.seconds % 21'600 == 0)
        return 3;
    return range.seconds % 3600 == 0 || range.seconds == 60 ? 4 : 5;
}

void clear(QCategoryAxis &axis)
{
    const QStringList labels = axis.categoriesLabels();
    for (const QString &label : labels)
        axis.remove(label);
}

} // namespace

ChartAxes::ChartAxes(QChart &chart)
    : m_time(new QCategoryAxis(&chart))
    , m_values(new QCategoryAxis(&chart))
{
    for (QCategoryAxis *axis : {m_time, m_values}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLineVisible(false);
        axis->setLabelsFont(Theme::font(Theme::kSmallPoints));
    }
    m_time->setGridLineVisible(false);
    chart.addAxis(m_time, Qt::AlignBottom);
    chart.addAxis(m_values, Qt::AlignLeft);
}

void ChartAxes::attach(QLineSeries &line) const
{
    line.attachAxis(m_time);
    line.attachAxis(m_values);
}

QString ChartAxes::timeLabel(double seconds)
{
    const auto number = [&](double unit) { return QLocale().toString(std::llround(-seconds / unit)); };
    if (seconds == 0)
        return tr("now", "right end of a time axis");
    if (std::fmod(seconds, 3600) == 0)
        return tr("−%1 h", "hours ago on a time axis").arg(number(3600));
    if (std::fmod(seconds, 60) == 0)
        return tr("−%1 m", "minutes ago on a time axis").arg(number(60));
    return tr("−%1 s", "seconds ago on a time axis").arg(number(1));
}

void ChartAxes::labelTime(const TimeRange &range, const std::function<QString(double)> &clockText)
{
    clear(*m_time);
    m_time->setRange(-range.seconds, 0);
    const int ticks = ticksOf(range);
    for (int tick = 0; tick <= ticks; ++tick) {
        const double seconds = -static_cast<double>(range.seconds) * (ticks - tick) / ticks;
        m_time->append(range.endMs ? clockText(seconds) : timeLabel(seconds), seconds);
    }
}

void ChartAxes::labelValues(const NiceScale &scale)
{
    clear(*m_values);
    m_values->setRange(scale.minimum(), scale.maximum());
    for (int tick = 0; tick <= NiceScale::kIntervals; ++tick) {
        const double value = scale.minimum() + scale.step() * tick;
        m_values->append(format::axisLabel(value, scale.step()), value);
    }
}

void ChartAxes::restyle(const Theme &theme)
{
    for (QCategoryAxis *axis : {m_time, m_values}) {
        axis->setLabelsColor(theme.color(ColorRole::Text3));
        axis->setGridLineColor(theme.color(ColorRole::Line, 0.7));
    }
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartcard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace sluice::console {

namespace {

constexpr int kDash = 8;
constexpr int kGap = 10;
constexpr int kHeight = 18;

} // namespace

ChartLegend::ChartLegend(const TimeChart &chart, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&chart, &TimeChart::shownValuesChanged, this, qOverload<>(&QWidget::update));
}

QStringList ChartLegend::texts() const
{
    QStringList result;
    const ChartSpec &spec = m_chart.spec();
    for (qsizetype i = 0; i < spec.series.size(); ++i)
        result.append(QStringLiteral("%1 %2").arg(spec.series.at(i).name, spec.format(m_chart.shownValue(i))));
    return result;
}

QSize ChartLegend::sizeHint() const
{
    return {120, kHeight};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = Theme::font(Theme::kSmallPoints);
    const QFont bold = Theme::font(Theme::kSmallPoints, QFont::Bold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics boldMetrics(bold);
    const ChartSpec &spec = m_chart.spec();
    // From the right end, so that what does not fit is the name at the left, never the newest value.
    int right = width();
    for (qsizetype i = spec.series.size(); i-- > 0;) {
        const QString value = spec.format(m_chart.shownValue(i));
        const QString name = spec.series.at(i).name;
        const int valueWidth = boldMetrics.horizontalAdvance(value);
        const int nameWidth = plainMetrics.horizontalAdvance(name) + 5;
        painter.setFont(bold);
        painter.setPen(m_theme.color(ColorRole::Text));
        painter.drawText(QRect(right - valueWidth, 0, valueWidth, height()), Qt::AlignCenter, value);
        painter.setFont(plain);
        painter.setPen(m_theme.color(ColorRole::Text2));
        painter.drawText(QRect(right - valueWidth - nameWidth, 0, nameWidth, height()),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        const double dash = right - valueWidth - nameWidth - kDash - 4;
        painter.setPen(QPen(m_chart.seriesColor(i), 2));
        painter.drawLine(QPointF(dash, height() / 2.0), QPointF(dash + kDash, height() / 2.0));
        right = static_cast<int>(dash) - kGap;
    }
}

ChartCard::ChartCard(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_chart(new TimeChart(std::move(spec), crosshair, theme, this))
    , m_legend(new ChartLegend(*m_chart, theme, this))
{
    setObjectName(QStringLiteral("card"));
    auto *title = new QLabel(m_chart->spec().title, this);
    title->setProperty("tone", QStringLiteral("title"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 14, 0);
    row->addWidget(title);
    row->addWidget(m_legend, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 9, 1, 4);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_chart, 1);
    setFocusProxy(m_chart);
}

} // namespace sluice::console

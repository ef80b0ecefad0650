// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/comparison.h"

#include "console/charts/chartcard.h"
#include "console/models/metricinfo.h"
#include "console/widgets/pageparts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <limits>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostPoints = 900;

struct Look {
    ColorRole color;
    double opacity;
};

// Red and amber are kept for what is wrong.
constexpr std::array<Look, Comparison::kMostServers> kLooks{{{ColorRole::Accent, 1},
                                                             {ColorRole::Ok, 1},
                                                             {ColorRole::Violet, 1},
                                                             {ColorRole::Cyan, 1},
                                                             {ColorRole::Accent, 0.5},
                                                             {ColorRole::Violet, 0.5}}};

NiceScale::Kind scaleOf(Metric metric)
{
    // A server with several cores uses more than all of one.
    return metricUnit(metric) == u"%" && metric != Metric::ServerCpu ? NiceScale::Kind::Percent
                                                                     : NiceScale::Kind::FromZero;
}

/// The line at every `stepSeconds` before the right edge, so that the lines of all servers have their points at the
/// same moments, whenever each server samples.
QList<QPointF> onGrid(const QList<QPointF> &points, int seconds, int stepSeconds, double gapSeconds)
{
    QList<QPointF> result;
    auto next = points.cbegin();
    QPointF last(-std::numeric_limits<double>::infinity(), kUnknown);
    for (int x = -seconds; x <= 0; x += stepSeconds) {
        for (; next != points.cend() && next->x() <= x; ++next)
            last = *next;
        result.append({static_cast<double>(x), x - last.x() <= gapSeconds ? last.y() : kUnknown});
    }
    return result;
}

// Where no server has anything.
QList<Gap> commonGaps(const QList<QList<QPointF>> &series)
{
    QList<Gap> result;
    std::optional<double> since;
    for (qsizetype i = 0; i < series.constFirst().size(); ++i) {
        const double x = series.constFirst().at(i).x();
        const bool isKnown = std::any_of(series.cbegin(), series.cend(),
                                         [i](const QList<QPointF> &line) { return std::isfinite(line.at(i).y()); });
        if (!isKnown && !since)
            since = x;
        if (isKnown && since) {
            result.append({*since, x});
            since.reset();
        }
    }
    if (since)
        result.append({*since, 0});
    return result;
}

} // namespace

Comparison::Comparison(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_metric(new QComboBox(this))
    , m_hint(tonedLabel({}, u"muted"_s, this))
    , m_layout(new QVBoxLayout(this))
{
    m_metric->setObjectName(u"comparedMetric"_s);
    m_metric->setAccessibleName(tr("What is compared"));
    for (size_t i = 0; i < kMetricCount; ++i)
        m_metric->addItem(metricName(static_cast<Metric>(i)), static_cast<int>(i));
    setMetric(Metric::ReceivedRate);
    auto *head = new QHBoxLayout;
    head->setSpacing(kPartGap);
    head->addWidget(tonedLabel(tr("Servers compared"), u"title"_s, this));
    head->addWidget(m_metric);
    head->addWidget(m_hint, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kPartGap);
    m_layout->addLayout(head);
    m_layout->setAlignment(Qt::AlignTop);
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        draw();
        Q_EMIT metricChanged();
    });
    draw();
}

Metric Comparison::chosenMetric() const
{
    return static_cast<Metric>(m_metric->currentData().toInt());
}

void Comparison::setMetric(Metric metric)
{
    m_metric->setCurrentIndex(m_metric->findData(static_cast<int>(metric)));
}

void Comparison::show(const QList<Server> &servers)
{
    m_servers = servers.mid(0, kMostServers);
    draw();
}

void Comparison::setRangeSeconds(int seconds)
{
    m_rangeSeconds = seconds;
    m_crosshair.release();
    draw();
}

void Comparison::rebuild()
{
    QStringList wanted;
    if (m_servers.size() > 1) {
        wanted.append(metricId(chosenMetric()));
        for (const Server &server : std::as_const(m_servers))
            wanted.append(server.name);
    }
    m_hint->setText(wanted.isEmpty() ? tr("Tick two or more servers to see them on one axis.")
                                     : tr("Each line ends at its own server's now."));
    if (wanted == m_builtFor)
        return;
    m_builtFor = wanted;
    m_crosshair.release();
    m_drawnMs = 0;
    delete m_card;
    m_card = nullptr;
    if (wanted.isEmpty())
        return;
    ChartSpec spec{
        metricName(chosenMetric()), {}, scaleOf(chosenMetric()), false, [shown = chosenMetric()](double value) {
            return metricText(shown, value);
        }};
    for (qsizetype i = 0; i < m_servers.size(); ++i) {
        const Look &look = kLooks.at(static_cast<size_t>(i));
        spec.series.append({m_servers.at(i).name, look.color, look.opacity});
    }
    m_card = new ChartCard(spec, m_crosshair, m_theme, this);
    m_card->setAlertOffered(false); // rules are of one server
    m_card->setMinimumHeight(220);
    connect(m_card, &ChartCard::enlargeRequested, this, &Comparison::enlargeRequested);
    connect(m_card, &ChartCard::said, this, &Comparison::said);
    m_layout->addWidget(m_card, 1);
}

void Comparison::draw()
{
    rebuild();
    if (m_card == nullptr)
        return;
    const int step = std::max(1, m_rangeSeconds / kMostPoints);
    ChartData content;
    for (const Server &server : std::as_const(m_servers)) {
        const double gapSeconds = std::max<double>(step, static_cast<double>(server.history->gapMs()) / 1000);
        content.series.append(onGrid(server.history->points(chosenMetric(), server.nowMs, m_rangeSeconds),
                                     m_rangeSeconds, step, gapSeconds));
    }
    content.gaps = commonGaps(content.series);
    content.endMs = m_servers.constFirst().nowMs;
    if (m_drawnMs != 0)
        m_crosshair.shift(static_cast<double>(content.endMs - m_drawnMs) / 1000.0, m_rangeSeconds);
    m_drawnMs = content.endMs;
    content.gapSeconds = 2.5 * step;
    m_card->chart().setRange({m_rangeSeconds, {}});
    m_card->chart().setData(std::move(content));
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/servercard.h"

#include "console/models/metricinfo.h"
#include "console/widgets/chip.h"
#include "console/widgets/headerbar.h"
#include "console/widgets/pageparts.h"
#include "console/widgets/sparkline.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Units: logical pixels.
constexpr int kBandWidth = 4;
constexpr int kTrendSeconds = 300;

struct Trend {
    Metric metric;
    ColorRole color;
    double floor; ///< As TrendLine's.
};

constexpr std::array kTrends{Trend{Metric::ReceivedRate, ColorRole::Cyan, 0},
                             Trend{Metric::LatencyP99, ColorRole::Violet, 0},
                             Trend{Metric::Connections, ColorRole::Accent, -1}};

} // namespace

ServerCard::ServerCard(const ConnectionProfile &profile, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_profile(profile)
    , m_theme(theme)
    , m_environment(new Chip(theme, this))
    , m_state(new Chip(theme, this))
    , m_facts(tonedLabel({}, u"secondary"_s, this))
    , m_readOnly(new QCheckBox(tr("Read-only from this console"), this))
    , m_compared(new QCheckBox(tr("Compare"), this))
    , m_open(new QPushButton(tr("Open here"), this))
    , m_window(new QPushButton(tr("New window"), this))
    , m_forget(new QPushButton(tr("Forget"), this))
{
    setObjectName(u"panelCard"_s);
    build();
    connect(m_open, &QPushButton::clicked, this, &ServerCard::openWanted);
    connect(m_window, &QPushButton::clicked, this, &ServerCard::newWindowWanted);
    connect(m_forget, &QPushButton::clicked, this, &ServerCard::forgetWanted);
    connect(m_readOnly, &QCheckBox::toggled, this, &ServerCard::readOnlyChanged);
    connect(m_compared, &QCheckBox::toggled, this, &ServerCard::comparedChanged);
}

void ServerCard::build()
{
    const QString name = m_profile.name.isEmpty() ? m_profile.address() : m_profile.name;
    setAccessibleName(name);
    const EnvironmentLook look = lookOf(m_profile.environment);
    m_environment->setContent(look.word, look.color);
    m_facts->setWordWrap(true);
    m_readOnly->setObjectName(u"serverReadOnly"_s);
    m_readOnly->setChecked(m_profile.isReadOnly);
    m_readOnly->setToolTip(tr("Nothing that changes this server is offered while it is on."));
    m_compared->setObjectName(u"serverCompared"_s);
    m_compared->setAccessibleName(tr("Compare %1 with others").arg(name));
    auto *trends = new QHBoxLayout;
    trends->setSpacing(12);
    for (const Trend &trend : kTrends) {
        m_sparklines.append(new Sparkline(metricName(trend.metric), trend.color, m_theme, this));
        trends->addWidget(m_sparklines.constLast());
    }
    auto *switches = new QHBoxLayout;
    switches->addWidget(m_readOnly);
    switches->addStretch();
    switches->addWidget(m_compared);
    m_open->setObjectName(u"serverOpen"_s);
    m_open->setAccessibleName(tr("Open %1 here").arg(name));
    m_window->setObjectName(u"serverWindow"_s);
    m_window->setAccessibleName(tr("Open %1 in a new window").arg(name));
    m_forget->setObjectName(u"serverForget"_s);
    m_forget->setAccessibleName(tr("Forget %1").arg(name));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(tonedLabel(name, u"heading"_s, this));
    head->addWidget(m_environment);
    head->addStretch();
    head->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_window);
    buttons->addStretch();
    buttons->addWidget(m_forget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 14, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(tonedLabel(m_profile.address(), u"muted"_s, this));
    layout->addWidget(m_facts);
    layout->addLayout(trends);
    layout->addStretch(); // beside a higher one
    layout->addLayout(switches);
    layout->addSpacing(4);
    layout->addLayout(buttons);
}

void ServerCard::showState(const State &state)
{
    m_state->setContent(state.text, state.color);
    m_facts->setText(state.facts);
    m_open->setEnabled(!state.isCurrent);
    m_open->setToolTip(state.isCurrent ? tr("It is open in this window.") : QString());
    m_forget->setEnabled(!state.isCurrent);
    m_forget->setToolTip(state.isCurrent ? tr("It is open in this window.") : QString());
    setAccessibleDescription(u"%1, %2"_s.arg(state.text, state.facts));
    showSparklines(state);
}

void ServerCard::showSparklines(const State &state)
{
    for (qsizetype i = 0; i < m_sparklines.size(); ++i) {
        const Trend &trend = kTrends.at(static_cast<size_t>(i));
        const bool isKnown = state.history != nullptr && !state.history->isEmpty();
        m_sparklines.at(i)->setContent(
            isKnown ? metricText(trend.metric, state.history->value(trend.metric)) : u"–"_s,
            {isKnown ? state.history->points(trend.metric, state.nowMs, kTrendSeconds) : QList<QPointF>(), trend.floor,
             kTrendSeconds},
            state.isOld);
    }
}

void ServerCard::setCompared(bool isCompared)
{
    m_compared->setChecked(isCompared);
}

void ServerCard::setComparable(bool isComparable)
{
    m_compared->setEnabled(isComparable || m_compared->isChecked());
    m_compared->setToolTip(m_compared->isEnabled() ? tr("On one axis with the others that are ticked")
                                                   : tr("More servers cannot be told apart on one axis."));
}

void ServerCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const EnvironmentLook look = lookOf(m_profile.environment);
    const bool isNamed = m_profile.environment != Environment::Unnamed;
    painter.setBrush(m_theme.color(isNamed ? look.color : ColorRole::Line));
    QRect band(8, 14, kBandWidth, height() - 28);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), band), kBandWidth / 2.0, kBandWidth / 2.0);
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/alertruledialog.h"

#include "console/models/metricinfo.h"
#include "console/widgets/pageparts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUuid>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLargestBound = 1e12;
constexpr int kLongestSeconds = 3600;
constexpr int kWidth = 400; // Units: logical pixels.

} // namespace

AlertRuleDialog::AlertRuleDialog(AlertMonitor &monitor, const AlertRule &rule, QWidget *parent)
    : QDialog(parent)
    , m_monitor(monitor)
    , m_rule(rule)
    , m_metric(new QComboBox(this))
    , m_event(new QComboBox(this))
    , m_comparison(new QComboBox(this))
    , m_bound(new QDoubleSpinBox(this))
    , m_for(new QSpinBox(this))
    , m_severity(new QComboBox(this))
    , m_now(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(rule.id.isEmpty() ? tr("New alert rule") : tr("Change alert rule"));
    setMinimumWidth(kWidth);
    m_metric->setObjectName(u"alertMetric"_s);
    m_bound->setObjectName(u"alertBound"_s);
    m_event->setEditable(true);
    m_event->lineEdit()->setAccessibleName(tr("Event type")); // to screen readers it is a part of its own
    m_bound->setRange(0, kLargestBound);
    m_bound->setDecimals(1);
    m_bound->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_for->setRange(0, kLongestSeconds);
    m_for->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_for->setSuffix(tr(" s", "seconds, after a number"));
    m_now->setProperty("tone", u"muted"_s);
    fill();
    build();
    connect(m_metric, &QComboBox::currentIndexChanged, this, &AlertRuleDialog::showSubject);
    connect(m_event, &QComboBox::currentTextChanged, this, &AlertRuleDialog::showSubject);
    showSubject();
}

void AlertRuleDialog::build()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("&What"), m_metric);
    form->addRow(tr("&Event type"), m_event);
    form->addRow(tr("&Comparison"), m_comparison);
    form->addRow(tr("&Bound"), m_bound);
    form->addRow(QString(), m_now);
    form->addRow(tr("&For at least"), m_for);
    form->addRow(tr("&Severity"), m_severity);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *accept = new QPushButton(m_rule.id.isEmpty() ? tr("Add rule") : tr("Save rule"), this);
    accept->setProperty("primary", true);
    accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(tonedLabel(windowTitle(), u"heading"_s, this));
    layout->addLayout(form);
    layout->addLayout(buttons);
    connect(accept, &QPushButton::clicked, this, &AlertRuleDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AlertRuleDialog::fill()
{
    const QList<std::pair<QString, QString>> subjects = AlertRule::subjects();
    for (const auto &[id, name] : subjects)
        m_metric->addItem(name, id);
    m_metric->setCurrentIndex(std::max(0, m_metric->findData(m_rule.metric)));
    m_event->addItems(m_monitor.session().events().ids());
    m_event->setCurrentText(m_rule.event);
    m_comparison->addItem(tr("above"), true);
    m_comparison->addItem(tr("below"), false);
    m_comparison->setCurrentIndex(m_rule.isAbove ? 0 : 1);
    m_bound->setValue(m_rule.bound);
    m_for->setValue(m_rule.forSeconds);
    m_severity->addItem(tr("▲ warning"), false);
    m_severity->addItem(tr("■ critical"), true);
    m_severity->setCurrentIndex(m_rule.isCritical ? 1 : 0);
}

AlertRule AlertRuleDialog::rule() const
{
    AlertRule rule = m_rule;
    rule.metric = m_metric->currentData().toString();
    rule.event = rule.isOfEvent() ? m_event->currentText().trimmed() : QString();
    rule.isAbove = m_comparison->currentData().toBool();
    rule.bound = m_bound->value();
    rule.forSeconds = m_for->value();
    rule.isCritical = m_severity->currentData().toBool();
    return rule;
}

void AlertRuleDialog::showSubject()
{
    const AlertRule current = rule();
    m_event->setEnabled(current.isOfEvent());
    const std::optional<Metric> metric = metricFromId(current.metric);
    const QString unit = metric                 ? metricUnit(*metric)
        : current.metric == AlertRule::kLinkAge ? u"s"_s
        : current.metric == "event.p99"_L1      ? u"ms"_s
                                                : u"/s"_s;
    m_bound->setSuffix(unit.isEmpty() ? QString() : u' ' + unit);
    m_now->setText(tr("It is %1 now.").arg(current.valueText(m_monitor.valueFor(current))));
}

void AlertRuleDialog::save()
{
    AlertRule accepted = rule();
    if (accepted.id.isEmpty())
        accepted.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_monitor.setRule(accepted);
    accept();
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/alertspage.h"

#include "console/dialogs/alertruledialog.h"
#include "console/widgets/plaincopy.h"

#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QFrame *card(QWidget *parent, const QString &title, QLabel *note, QTableView *table,
             const QList<QPushButton *> &buttons)
{
    auto *frame = new QFrame(parent);
    frame->setObjectName(u"card"_s);
    auto *heading = new QLabel(title, frame);
    heading->setProperty("tone", u"title"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(heading, 1);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(14, 10, 10, 10);
    layout->addLayout(row);
    layout->addWidget(note);
    layout->addWidget(table, 1);
    return frame;
}

} // namespace

AlertsPage::AlertsPage(AlertMonitor &monitor, const Theme &, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_alertList(monitor)
    , m_ruleList(monitor)
    , m_alerts(tableFor(m_alertList, tr("Alerts"), AlertList::SubjectColumn))
    , m_rules(tableFor(m_ruleList, tr("Rules"), AlertRuleList::RuleColumn))
{
    m_alerts->setObjectName(u"alertsTable"_s);
    m_rules->setObjectName(u"alertRulesTable"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(alertsCard(), 1);
    layout->addWidget(rulesCard(), 1);
    connect(&m_monitor, &AlertMonitor::changed, this, &AlertsPage::updateButtons);
    connect(&m_monitor.session(), &ServerSession::sampled, this, [this] {
        if (!isVisible())
            return;
        m_alertList.refresh();
        m_ruleList.refreshValues();
    });
    for (QTableView *table : {m_alerts, m_rules})
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AlertsPage::updateButtons);
    connect(m_rules, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { editRule(m_ruleList.ruleAt(index.row())); });
    updateButtons();
}

QTableView *AlertsPage::tableFor(QAbstractItemModel &model, const QString &name, int stretched)
{
    auto *table = new QTableView(this);
    table->setModel(&model);
    new PlainCopy(*table);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(28);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setDefaultSectionSize(110);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

QPushButton *AlertsPage::addButton(const QString &text, std::function<void()> run)
{
    auto *button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, std::move(run));
    return button;
}

QWidget *AlertsPage::alertsCard()
{
    const auto withAlert = [this](auto act) {
        return [this, act] {
            if (const Alert *alert = selectedAlert())
                act(*alert);
        };
    };
    m_alertButtons = {
        addButton(tr("Show on the charts"),
                  withAlert([this](const Alert &alert) { Q_EMIT showRequested(alert.beganMs); })),
        addButton(tr("Silence 10 min"),
                  withAlert([this](const Alert &alert) { m_monitor.silence(alert.rule.id, 10min); })),
        addButton(tr("Silence 1 h"),
                  withAlert([this](const Alert &alert) { m_monitor.silence(alert.rule.id, 60min); })),
        addButton(tr("End silence"), withAlert([this](const Alert &alert) { m_monitor.endSilence(alert.rule.id); }))};
    m_empty = new QLabel(
        tr("Nothing holds and nothing held since this console watches. The rules below say what would."), this);
    m_empty->setProperty("tone", u"muted"_s);
    m_empty->setWordWrap(true);
    return card(this, tr("Active and past"), m_empty, m_alerts, m_alertButtons);
}

QWidget *AlertsPage::rulesCard()
{
    m_add = addButton(tr("Add rule…"), [this] { editRule({}); });
    m_ruleButtons = {addButton(tr("Change…"),
                               [this] {
                                   if (const AlertRule *rule = selectedRule())
                                       editRule(*rule);
                               }),
                     addButton(tr("Remove"), [this] {
                         if (const AlertRule *rule = selectedRule())
                             m_monitor.removeRule(rule->id);
                     })};
    auto *note = new QLabel(
        tr("Rules are this operator's own and kept for each server. They are watched while this console runs."), this);
    note->setProperty("tone", u"muted"_s);
    note->setWordWrap(true);
    return card(this, tr("Rules"), note, m_rules, QList<QPushButton *>{m_add} + m_ruleButtons);
}

const Alert *AlertsPage::selectedAlert() const
{
    const QModelIndexList rows = m_alerts->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_alertList.alertAt(rows.constFirst().row());
}

const AlertRule *AlertsPage::selectedRule() const
{
    const QModelIndexList rows = m_rules->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_ruleList.ruleAt(rows.constFirst().row());
}

void AlertsPage::updateButtons()
{
    m_empty->setVisible(m_alertList.rowCount() == 0);
    // In a recording there is nothing to silence and nothing to watch for.
    const bool isReplay = m_monitor.isReplay();
    for (QPushButton *button : std::as_const(m_alertButtons)) {
        button->setEnabled(selectedAlert() != nullptr);
        button->setVisible(!isReplay || button == m_alertButtons.constFirst());
    }
    for (QPushButton *button : std::as_const(m_ruleButtons)) {
        button->setEnabled(selectedRule() != nullptr);
        button->setVisible(!isReplay);
    }
    m_add->setVisible(!isReplay);
}

void AlertsPage::addRuleFor(const QString &metric)
{
    AlertRule rule;
    rule.metric = metric;
    // A bound that is not reached at this moment is what one wants to be told of.
    const double now = m_monitor.valueFor(rule);
    rule.bound = std::isfinite(now) ? std::ceil(now * 1.5) : 0;
    rule.forSeconds = 10;
    editRule(rule);
}

void AlertsPage::editRule(const AlertRule &rule)
{
    if (m_monitor.isReplay())
        return;
    (new AlertRuleDialog(m_monitor, rule, this))->open();
}

void AlertsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_alertList.refresh();
    m_ruleList.refreshValues();
    updateButtons();
}

} // namespace sluice::console

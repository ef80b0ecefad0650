// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/alertlists.h"

#include "console/models/format.h"

#include <QDateTime>
#include <QLocale>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

QString clockText(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), u"HH:mm:ss"_s);
}

QString silenceText(const AlertMonitor &monitor, const QString &ruleId)
{
    const qint64 untilMs = monitor.silencedUntilMs(ruleId);
    return untilMs == 0 ? QString() : AlertList::tr("silenced until %1").arg(clockText(untilMs));
}

// Word and shape, so that neither colour nor the word alone carries it.
QString severityText(bool isCritical)
{
    return isCritical ? AlertList::tr("■ critical") : AlertList::tr("▲ warning");
}

} // namespace

AlertList::AlertList(const AlertMonitor &monitor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
    , m_alerts(monitor.alerts())
{
    connect(&monitor, &AlertMonitor::changed, this, &AlertList::refresh);
}

void AlertList::refresh()
{
    const QList<Alert> alerts = m_monitor.alerts();
    if (alerts.size() != m_alerts.size()) {
        beginResetModel();
        m_alerts = alerts;
        endResetModel();
        return;
    }
    m_alerts = alerts;
    if (!m_alerts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AlertList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.size());
}

int AlertList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertList::data(const QModelIndex &index, int role) const
{
    const Alert &alert = m_alerts.at(index.row());
    if (role == Qt::ToolTipRole)
        return alert.rule.text();
    return role == Qt::DisplayRole ? text(alert, index.column()) : QVariant();
}

QString AlertList::text(const Alert &alert, int column) const
{
    const qint64 endMs = alert.isActive() ? m_monitor.nowMs() : alert.endedMs;
    switch (column) {
    case SeverityColumn: return severityText(alert.rule.isCritical);
    case SubjectColumn: return alert.rule.text();
    case ValueColumn: return alert.isActive() ? alert.rule.valueText(alert.value) : u"–"_s;
    case WorstColumn: return alert.rule.valueText(alert.worst);
    case BeganColumn: return clockText(alert.beganMs);
    case LastedColumn: return format::clockSpan(endMs - alert.beganMs);
    case StateColumn: break;
    }
    if (!alert.isActive())
        return tr("over");
    const QString silence = silenceText(m_monitor, alert.rule.id);
    return silence.isEmpty() ? tr("active") : silence;
}

QVariant AlertList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeverityColumn: return tr("Severity");
    case SubjectColumn: return tr("Rule");
    case ValueColumn: return tr("Now");
    case WorstColumn: return tr("At worst");
    case BeganColumn: return tr("Began");
    case LastedColumn: return tr("Lasts");
    default: return tr("State");
    }
}

AlertRuleList::AlertRuleList(AlertMonitor &monitor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
    , m_rows(static_cast<int>(monitor.rules().size()))
{
    connect(&monitor, &AlertMonitor::rulesChanged, this, [this] {
        beginResetModel();
        m_rows = static_cast<int>(m_monitor.rules().size());
        endResetModel();
    });
    connect(&monitor, &AlertMonitor::changed, this, &AlertRuleList::refreshValues);
}

void AlertRuleList::refreshValues()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, NowColumn), index(m_rows - 1, SilenceColumn));
}

int AlertRuleList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int AlertRuleList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertRuleList::data(const QModelIndex &index, int role) const
{
    const AlertRule &rule = ruleAt(index.row());
    if (role == Qt::CheckStateRole && index.column() == RuleColumn)
        return rule.isEnabled ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case RuleColumn: return u"%1: %2"_s.arg(severityText(rule.isCritical), rule.text());
    case NowColumn: return rule.valueText(m_monitor.valueFor(rule));
    default: return silenceText(m_monitor, rule.id);
    }
}

bool AlertRuleList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != RuleColumn)
        return false;
    AlertRule rule = ruleAt(index.row());
    rule.isEnabled = value.toInt() == Qt::Checked;
    m_monitor.setRule(rule);
    return true;
}

Qt::ItemFlags AlertRuleList::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == RuleColumn && !m_monitor.isReplay() ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant AlertRuleList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RuleColumn: return tr("Rule");
    case NowColumn: return tr("Now");
    default: return tr("Silence");
    }
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/eventsmodel.h"

#include "console/models/format.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

bool isNumberColumn(int column)
{
    return column >= EventsModel::LimitColumn && column <= EventsModel::LimitedColumn;
}

} // namespace

EventsModel::EventsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

EventsModel::Row EventsModel::rowFromJson(const QJsonObject &object)
{
    const auto count = [&](QLatin1StringView name) {
        return static_cast<quint64>(std::max<qint64>(0, object.value(name).toInteger()));
    };
    Row row;
    row.id = object.value("id"_L1).toString();
    row.handler = object.value("handler"_L1).toString();
    row.priority = object.value("priority"_L1).toString();
    row.requiresAuth = object.value("requiresAuth"_L1).toBool();
    QStringList roles;
    for (const QJsonValue &role : object.value("requiresRole"_L1).toArray())
        roles.append(role.toString());
    row.requiresRole = roles.join(u", "_s);
    if (const QJsonValue limit = object.value("rateLimit"_L1); limit.isObject()) {
        row.limitCount = static_cast<quint64>(std::max<qint64>(0, limit["count"_L1].toInteger()));
        row.limitWindowMs = limit["windowMs"_L1].toInteger();
    }
    row.timeoutMs = object.value("timeoutMs"_L1).toInteger();
    row.received = count("received"_L1);
    row.failed = count("failed"_L1);
    row.timedOut = count("timedOut"_L1);
    row.rateLimited = count("rateLimited"_L1);
    row.p50Us = object.value("p50Us"_L1).toDouble();
    row.p99Us = object.value("p99Us"_L1).toDouble();
    return row;
}

void EventsModel::update(const QJsonArray &events, qint64 uptimeMs)
{
    QList<Row> rows;
    rows.reserve(events.size());
    for (const QJsonValue &event : events)
        rows.append(rowFromJson(event.toObject()));
    const qint64 elapsedMs = uptimeMs - m_uptimeMs;
    for (Row &row : rows) {
        const auto before =
            std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &old) { return old.id == row.id; });
        if (before == m_rows.cend())
            continue;
        const auto rate = [&](quint64 Row::*total, std::optional<double> Row::*perSecond) {
            if (elapsedMs > 0 && row.*total >= (*before).*total)
                row.*perSecond =
                    static_cast<double>(row.*total - (*before).*total) * 1000.0 / static_cast<double>(elapsedMs);
            else if (elapsedMs == 0)
                row.*perSecond = (*before).*perSecond;
        };
        rate(&Row::received, &Row::ratePerSecond);
        rate(&Row::failed, &Row::failedPerSecond);
        rate(&Row::timedOut, &Row::timedOutPerSecond);
        rate(&Row::rateLimited, &Row::limitedPerSecond);
    }
    m_uptimeMs = uptimeMs;
    m_receivedAll = std::accumulate(rows.cbegin(), rows.cend(), quint64{0},
                                    [](quint64 sum, const Row &row) { return sum + row.received; });
    replaceRows(std::move(rows));
}

void EventsModel::replaceRows(QList<Row> rows)
{
    const bool sameTypes = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                      [](const Row &a, const Row &b) { return a.id == b.id; });
    if (!sameTypes) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventsModel::clear()
{
    m_uptimeMs = 0;
    m_receivedAll = 0;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QStringList EventsModel::ids() const
{
    QStringList result;
    for (const Row &row : m_rows)
        result.append(row.id);
    return result;
}

std::optional<double> EventsModel::value(const QString &event, const QString &what) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &one) { return one.id == event; });
    if (row == m_rows.cend())
        return std::nullopt;
    if (what == "rate"_L1)
        return row->ratePerSecond;
    if (what == "failed"_L1)
        return row->failedPerSecond;
    if (what == "timed-out"_L1)
        return row->timedOutPerSecond;
    if (what == "limited"_L1)
        return row->limitedPerSecond;
    return what == "p99"_L1 ? std::optional(row->p99Us / 1000.0) : std::nullopt;
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventsModel::accessText(const Row &row)
{
    if (!row.requiresRole.isEmpty())
        return row.requiresRole;
    return row.requiresAuth ? tr("(signed in)") : tr("(anyone)");
}

QString EventsModel::limitText(const Row &row)
{
    if (!row.limitCount)
        return u"–"_s;
    return format::perWindow(*row.limitCount, row.limitWindowMs);
}

double EventsModel::share(const Row &row) const
{
    return m_receivedAll == 0 ? 0.0 : static_cast<double>(row.received) / static_cast<double>(m_receivedAll);
}

QString EventsModel::text(const Row &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case EventColumn: return row.id;
    case PriorityColumn: return row.priority;
    case AccessColumn: return accessText(row);
    case LimitColumn: return limitText(row);
    case TimeoutColumn: return locale.toString(row.timeoutMs);
    case RateColumn: return row.ratePerSecond ? format::rate(*row.ratePerSecond) : u"–"_s;
    case P50Column: return format::milliseconds(row.p50Us / 1000.0);
    case P99Column: return format::milliseconds(row.p99Us / 1000.0);
    case FailedColumn: return locale.toString(row.failed);
    case TimedOutColumn: return locale.toString(row.timedOut);
    case LimitedColumn: return locale.toString(row.rateLimited);
    case ShareColumn: return format::percent(100.0 * share(row));
    default: return {};
    }
}

QVariant EventsModel::toolTip(const Row &row, int column)
{
    if (column == AccessColumn)
        return accessText(row);
    return column == EventColumn ? u"%1\n%2"_s.arg(row.id, tr("Handler: %1").arg(row.handler)) : QVariant();
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isNumberColumn(column) ? format::kNumberAlignment : format::kTextAlignment);
    case ShareRole: return column == ShareColumn ? QVariant(share(row)) : QVariant();
    case WarningRole:
        return (column == FailedColumn && row.failed > 0) || (column == TimedOutColumn && row.timedOut > 0)
            || (column == LimitedColumn && row.rateLimited > 0);
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(isNumberColumn(section) ? format::kNumberAlignment : format::kTextAlignment);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case EventColumn: return tr("Event");
    case PriorityColumn: return tr("Priority");
    case AccessColumn: return tr("Role");
    case LimitColumn: return tr("Limit");
    case TimeoutColumn: return tr("Time-out ms");
    case RateColumn: return tr("Rate /s");
    case P50Column: return tr("p50 ms");
    case P99Column: return tr("p99 ms");
    case FailedColumn: return tr("Errors");
    case TimedOutColumn: return tr("Time-outs");
    case LimitedColumn: return tr("Limited");
    case ShareColumn: return tr("Share of events");
    default: return {};
    }
}

} // namespace sluice::console

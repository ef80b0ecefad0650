// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/tracemodel.h"

#include "console/models/format.h"
#include "console/models/listvalues.h"
#include "shared/base/errorcode.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace show = listvalues;

namespace {

ListColumn::Text milliseconds(const QString &field)
{
    return [field](const QJsonObject &row) {
        const QJsonValue value = row.value(field);
        return value.isDouble() ? format::milliseconds(value.toDouble()) : u"–"_s;
    };
}

QString eventText(const QJsonObject &row)
{
    const QString name = row.value("event"_L1).toString();
    return name.isEmpty() ? TraceModel::tr("(unknown)") : name;
}

QString errorOf(int code)
{
    const std::string_view text = errorText(static_cast<ErrorCode>(code));
    return text.empty() ? QString::number(code) : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

TraceModel::TraceModel(Extent extent, QObject *parent)
    : ListModel(columnsOf(extent), parent)
    , m_extent(extent)
{
}

QList<ListColumn> TraceModel::columnsOf(Extent extent)
{
    const ListColumn time{.title = tr("Time"), .width = 94, .text = timeText};
    const ListColumn briefTime{.title = tr("Time"), .width = 80, .text = [](const QJsonObject &row) {
                                   return timeText(row).chopped(2); // tenths of a second do
                               }};
    const ListColumn event{.title = tr("Event"),
                           .width = 110,
                           .leastWidth = 80,
                           .text = eventText,
                           .tone = show::always(Tone::Plain),
                           .takesRest = true,
                           .toolTip = eventText};
    const ListColumn outcome{.title = tr("Result"),
                             .width = extent == Extent::Brief ? 88 : 150,
                             .leastWidth = 70,
                             .text = outcomeText,
                             .tone = outcomeTone,
                             .toolTip = outcomeText};
    const ListColumn total{.title = tr("ms"), .width = 50, .isNumber = true, .text = milliseconds(u"totalMs"_s)};
    if (extent == Extent::Brief)
        return {briefTime, event, outcome, total};
    return {
        time,
        event,
        {.title = tr("User"), .width = 104, .text = show::text(u"user"_s), .toolTip = show::text(u"user"_s)},
        {.title = tr("Connection"),
         .width = 84,
         .isNumber = true,
         .text = [](const QJsonObject &row) { return QString::number(row.value("connection"_L1).toInteger()); }},
        outcome,
        {.title = tr("Lane"), .width = 70, .text = show::text(u"lane"_s)},
        {.title = tr("Wait ms"), .width = 76, .isNumber = true, .text = milliseconds(u"waitMs"_s)},
        {.title = tr("Handler ms"), .width = 92, .isNumber = true, .text = milliseconds(u"handlerMs"_s)},
        total,
    };
}

void TraceModel::append(const QJsonArray &records)
{
    QList<QJsonObject> fresh;
    for (const QJsonValue &record : records)
        fresh.append(record.toObject());
    if (m_paused) {
        m_waiting += fresh;
        if (m_waiting.size() > kCapacity)
            m_waiting.remove(0, m_waiting.size() - kCapacity);
        return;
    }
    if (fresh.size() > kCapacity)
        fresh.remove(0, fresh.size() - kCapacity);
    if (fresh.isEmpty())
        return;
    if (const qsizetype excess = m_rows.size() + fresh.size() - kCapacity; excess > 0) {
        beginRemoveRows({}, static_cast<int>(m_rows.size() - excess), rowCount() - 1);
        m_rows.remove(m_rows.size() - excess, excess);
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(fresh.size()) - 1);
    for (const QJsonObject &record : std::as_const(fresh))
        m_rows.prepend({++m_count, record});
    endInsertRows();
}

void TraceModel::replace(const QJsonArray &records)
{
    const auto isSame = [](const Row &row, const QJsonValue &record) { return row.values == record.toObject(); };
    if (std::equal(m_rows.cbegin(), m_rows.cend(), records.cbegin(), records.cend(), isSame))
        return;
    beginResetModel();
    m_rows.clear();
    for (const QJsonValue &record : records)
        m_rows.append({++m_count, record.toObject()});
    endResetModel();
}

void TraceModel::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        return;
    QJsonArray waited;
    for (const QJsonObject &record : std::as_const(m_waiting))
        waited.append(record);
    m_waiting.clear();
    append(waited);
}

void TraceModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_waiting.clear();
    endResetModel();
}

void TraceModel::retranslate()
{
    setColumns(columnsOf(m_extent));
}

void TraceModel::setStale(bool stale)
{
    if (m_stale == stale)
        return;
    m_stale = stale;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QByteArray TraceModel::toJsonLines() const
{
    QByteArray lines;
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row)
        lines += QJsonDocument(row->values).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

QString TraceModel::outcomeText(const QJsonObject &record)
{
    const QString outcome = record.value("outcome"_L1).toString();
    const int code = record.value("code"_L1).toInt();
    if (outcome == "succeeded"_L1)
        return tr("ok");
    if (outcome == "refused"_L1 && code != 0)
        return errorOf(code);
    if (outcome == "failed"_L1 && code != 0)
        return tr("failed: %1").arg(errorOf(code));
    if (outcome == "timed-out"_L1)
        return tr("timed out");
    if (outcome == "connection-gone"_L1)
        return tr("connection gone");
    if (outcome == "cancelled"_L1)
        return tr("cancelled");
    return outcome == "abandoned"_L1 ? tr("abandoned") : outcome;
}

Tone TraceModel::outcomeTone(const QJsonObject &record)
{
    const QString outcome = record.value("outcome"_L1).toString();
    if (outcome == "succeeded"_L1)
        return Tone::Ok;
    if (outcome == "refused"_L1)
        return Tone::Warn;
    return outcome == "cancelled"_L1 || outcome == "connection-gone"_L1 ? Tone::Muted : Tone::Critical;
}

QString TraceModel::timeText(const QJsonObject &record)
{
    return QDateTime::fromMSecsSinceEpoch(record.value("atMs"_L1).toInteger()).time().toString(u"HH:mm:ss.zzz"_s);
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

} // namespace sluice::console

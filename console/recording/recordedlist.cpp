// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/recording/recordedlist.h"

#include "shared/admin/connectioncolumns.h"
#include "shared/admin/connectionfilter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// Of a revocation: what a filter looks into.
constexpr std::array kRevocationTexts{QLatin1StringView("user"), QLatin1StringView("tokenId"),
                                      QLatin1StringView("reason"), QLatin1StringView("by")};

QString fieldOfRows(const QJsonObject &answer)
{
    const auto list = std::find_if(answer.begin(), answer.end(),
                                   [](const QJsonValue &one) { return one.toArray().first().isObject(); });
    return list == answer.end() ? QString() : list.key();
}

// Servers sort by "used" what they tell as "usedMs".
QString fieldOfColumn(const QJsonObject &row, const QString &column)
{
    if (row.contains(column))
        return column;
    const QStringList names = row.keys();
    const auto found = std::find_if(names.cbegin(), names.cend(), [&](const QString &name) {
        return name.startsWith(column) && name.size() > column.size() && name.at(column.size()).isUpper();
    });
    return found == names.cend() ? QString() : *found;
}

bool isLess(const QJsonValue &one, const QJsonValue &other)
{
    if (one.isDouble() || other.isDouble())
        return one.toDouble() < other.toDouble();
    return one.toVariant().toString() < other.toVariant().toString();
}

tl::unexpected<Error> badFilter(const admin::FilterFault &fault)
{
    return failure(ErrorCode::InvalidParams, {}, fault.text());
}

} // namespace

RecordedList::RecordedList(const RecordedAnswer &page, qint64 nowMs)
    : m_page(page)
    , m_nowMs(nowMs)
    , m_field(fieldOfRows(page.result))
{
    const QJsonArray rows = page.result.value(m_field).toArray();
    for (const QJsonValue &row : rows)
        m_rows.append(row.toObject());
    m_recorded = m_rows.size();
}

template <typename Matches>
void RecordedList::keepIf(const Matches &matches)
{
    m_rows.removeIf([&](const QJsonObject &row) { return !matches(row); });
}

Result<void> RecordedList::filter(const QString &text)
{
    if (m_page.method == "connections/list"_L1) {
        const auto filter = admin::ConnectionFilter::parse(text);
        if (!filter)
            return badFilter(filter.error());
        keepIf([&](const QJsonObject &row) { return filter->matches(admin::ConnectionRow::fromJson(row)); });
    } else if (m_page.method == "connections/closed"_L1) {
        const auto filter = admin::ClosedFilter::parse(text);
        if (!filter)
            return badFilter(filter.error());
        keepIf([&](const QJsonObject &row) { return filter->matches(admin::ClosedRow::fromJson(row), m_nowMs); });
    } else if (m_page.method == "tokens/list"_L1) {
        keepIf([&](const QJsonObject &row) {
            return std::any_of(kRevocationTexts.begin(), kRevocationTexts.end(), [&](QLatin1StringView field) {
                return row.value(field).toString().contains(text, Qt::CaseInsensitive);
            });
        });
    } else if (m_page.method == "audit/list"_L1) {
        keepIf([&](const QJsonObject &row) {
            const QString entry = QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact));
            return entry.contains(text, Qt::CaseInsensitive);
        });
    } else {
        return failure(ErrorCode::Unavailable, {}, tr("A recorded list of this kind cannot be filtered."));
    }
    return {};
}

template <typename Row>
bool RecordedList::sortBy(std::span<const admin::SortColumn<Row>> columns, const QString &name, bool isDescending)
{
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const admin::SortColumn<Row> &one) { return name == one.name; });
    if (column == columns.end())
        return false;
    std::vector<std::pair<Row, QJsonObject>> order;
    for (const QJsonObject &row : std::as_const(m_rows))
        order.emplace_back(Row::fromJson(row), row);
    std::stable_sort(order.begin(), order.end(), [&](const auto &one, const auto &other) {
        return isDescending ? column->isLess(other.first, one.first) : column->isLess(one.first, other.first);
    });
    std::transform(order.begin(), order.end(), m_rows.begin(), [](const auto &one) { return one.second; });
    return true;
}

Result<void> RecordedList::sort(const QString &column)
{
    if (m_rows.isEmpty() || column == m_page.params.value("sort"_L1).toString())
        return {};
    const bool isDescending = column.startsWith(u'-');
    const QString name = isDescending ? column.mid(1) : column;
    if ((m_page.method == "connections/list"_L1 && sortBy(admin::openColumns(), name, isDescending))
        || (m_page.method == "connections/closed"_L1 && sortBy(admin::closedColumns(), name, isDescending)))
        return {};
    const QString field = fieldOfColumn(m_rows.constFirst(), name);
    if (field.isEmpty())
        return failure(ErrorCode::Unavailable, {}, tr("A recorded list cannot be put into this order."));
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const QJsonObject &one, const QJsonObject &other) {
        return isDescending ? isLess(other.value(field), one.value(field))
                            : isLess(one.value(field), other.value(field));
    });
    return {};
}

QJsonObject RecordedList::answer() const
{
    QJsonObject result = m_page.result;
    if (m_field.isEmpty())
        return result;
    QJsonArray rows;
    for (const QJsonObject &row : m_rows)
        rows.append(row);
    result[m_field] = rows;
    const auto recorded = static_cast<qint64>(m_recorded);
    if (const qint64 all = m_page.result.value("matching"_L1).toInteger(-1); all >= 0) {
        result[u"total"_s] = recorded;
        result[u"matching"_s] = static_cast<qint64>(m_rows.size());
        if (all > recorded)
            result[u"recorded"_s] = QJsonObject{{u"rows"_s, recorded}, {u"of"_s, all}};
    } else if (m_page.result.value("more"_L1).toBool()) {
        result[u"more"_s] = false;
        result.remove(u"next"_s);
        result[u"recorded"_s] = QJsonObject{{u"rows"_s, recorded}};
    }
    return result;
}

} // namespace sluice::console

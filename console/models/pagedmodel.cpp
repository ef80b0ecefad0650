// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/pagedmodel.h"

#include "console/models/requesttext.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

PagedModel::PagedModel(ServerSession &session, ListSpec spec, QObject *parent)
    : ListModel(spec.columns, parent)
    , m_session(session)
    , m_spec(std::move(spec))
    , m_sort(m_spec.sort)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &PagedModel::poll);
    connect(&session, &ServerSession::linkChanged, this, &PagedModel::onLinkChanged);
}

QJsonObject PagedModel::firstPage(const ListSpec &spec)
{
    QJsonObject params = spec.params;
    if (!spec.sort.isEmpty())
        params[u"sort"_s] = spec.sort;
    if (spec.pageRows > 0)
        params[u"limit"_s] = spec.pageRows;
    return params;
}

void PagedModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (!active) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    fetch();
}

void PagedModel::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    if (!frozen)
        fetch();
    Q_EMIT statusChanged();
}

void PagedModel::setFilter(const QString &filter)
{
    const QString wanted = filter.simplified();
    if (m_filter == wanted)
        return;
    m_filter = wanted;
    askForAnother();
}

void PagedModel::setParams(const QJsonObject &params)
{
    if (m_spec.params == params)
        return;
    m_spec.params = params;
    clear();
    askForAnother();
}

void PagedModel::sortBy(int column)
{
    const QString key = columns().at(column).sortKey;
    if (key.isEmpty())
        return;
    // Of numbers the largest are looked for, of names the first.
    const bool isSame = sortColumn() == column;
    const bool descending = isSame ? !isDescending() : columns().at(column).isNumber;
    m_sort = descending ? u'-' + key : key;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    askForAnother();
}

void PagedModel::setSort(const QString &sortKey)
{
    const QString before = std::exchange(m_sort, sortKey);
    if (sortColumn() < 0 || before == sortKey) {
        m_sort = before;
        return;
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    askForAnother();
}

int PagedModel::sortColumn() const
{
    const QString key = isDescending() ? m_sort.mid(1) : m_sort;
    for (int column = 0; column < columns().size(); ++column) {
        if (!key.isEmpty() && columns().at(column).sortKey == key)
            return column;
    }
    return -1;
}

void PagedModel::showNextPage()
{
    if (!m_status.hasNext)
        return;
    if (m_spec.paging == Paging::Cursor)
        m_cursors.append(m_nextCursor);
    m_status.first += m_spec.pageRows;
    ++m_asked;
    m_isAnotherList = true;
    fetch();
}

void PagedModel::showPreviousPage()
{
    if (m_status.first == 0)
        return;
    if (!m_cursors.isEmpty())
        m_cursors.removeLast();
    m_status.first = std::max<qint64>(0, m_status.first - m_spec.pageRows);
    ++m_asked;
    m_isAnotherList = true;
    fetch();
}

void PagedModel::askForAnother()
{
    ++m_asked;
    m_isAnotherList = true;
    m_cursors.clear();
    m_status.first = 0;
    fetch();
}

QJsonObject PagedModel::query() const
{
    QJsonObject params = m_spec.params;
    if (!m_filter.isEmpty())
        params[u"filter"_s] = m_filter;
    if (!m_sort.isEmpty())
        params[u"sort"_s] = m_sort;
    return params;
}

QJsonObject PagedModel::pageParams() const
{
    QJsonObject params = query();
    if (m_spec.pageRows > 0)
        params[u"limit"_s] = m_spec.pageRows;
    if (m_spec.paging == Paging::Offset && m_status.first > 0)
        params[u"offset"_s] = m_status.first;
    if (m_spec.paging == Paging::Cursor && !m_cursors.isEmpty())
        params[u"before"_s] = m_cursors.constLast();
    return params;
}

void PagedModel::poll()
{
    if (m_pending) {
        if (!m_status.isLate) {
            m_status.isLate = true;
            Q_EMIT statusChanged();
        }
        return;
    }
    // What is further back in a list of the past does not change.
    if (m_cursors.isEmpty())
        fetch();
}

void PagedModel::fetch()
{
    if (!m_active || m_unsupported || !isReachable())
        return;
    if (m_pending) {
        m_again = true;
        return;
    }
    m_pending = true;
    m_again = false;
    m_session.client().request(
        this, m_spec.method, pageParams(), [this, asked = m_asked](const AdminReply &reply) { onReply(asked, reply); },
        kTimeLimit);
}

void PagedModel::onReply(quint64 asked, const AdminReply &reply)
{
    m_pending = false;
    m_status.isLate = false;
    const bool isOutdated = asked != m_asked;
    if (!isOutdated && reply.error) {
        onError(*reply.error);
    } else if (!isOutdated) {
        m_status.isKnown = true;
        m_status.error.clear();
        m_status.filterFault.clear();
        const QList<Row> rows = readRows(reply.result);
        takePage(reply.result, rows.size());
        if (m_frozen && !m_isAnotherList && !m_rows.isEmpty())
            updateInPlace(rows);
        else
            follow(rows);
        m_isAnotherList = false;
        Q_EMIT refreshed();
    }
    Q_EMIT statusChanged();
    if (isOutdated || m_again)
        fetch();
}

void PagedModel::onError(const RequestError &error)
{
    if (error.kind == RequestError::Kind::LinkLost || error.kind == RequestError::Kind::NotLive)
        return;
    if (error.is(ErrorCode::InvalidParams) && error.data.value("field"_L1).toString() == "filter"_L1) {
        m_status.filterFault = error.data.value("reason"_L1).toString();
        return;
    }
    m_unsupported = error.is(ErrorCode::MethodNotFound);
    m_status.error = m_unsupported ? tr("This server does not tell it: it is older than this console.") : textOf(error);
}

void PagedModel::onLinkChanged()
{
    m_unsupported = false;
    if (m_session.info().epoch != m_epoch) {
        m_epoch = m_session.info().epoch;
        clear();
        askForAnother();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT statusChanged();
    fetch();
}

void PagedModel::takePage(const QJsonObject &answer, qsizetype count)
{
    const bool isWhole = m_spec.paging == Paging::Whole;
    m_status.total = isWhole ? count : answer.value("total"_L1).toInteger(-1);
    m_status.matching = isWhole ? count : answer.value("matching"_L1).toInteger(-1);
    m_status.isCut = isWhole && m_spec.pageRows > 0 && count >= m_spec.pageRows;
    m_status.hasNext = m_spec.paging == Paging::Cursor ? answer.value("more"_L1).toBool()
                                                       : !isWhole && m_status.first + count < m_status.matching;
    const QJsonValue recorded = answer.value("recorded"_L1);
    m_status.recorded = recorded["rows"_L1].toInteger(-1);
    m_status.recordedOf = recorded["of"_L1].toInteger(-1);
    m_nextCursor = answer.value("next"_L1).toInteger();
    // The list has become shorter than where this page begins.
    if (m_spec.paging == Paging::Offset && count == 0 && m_status.first > 0)
        askForAnother();
}

QList<PagedModel::Row> PagedModel::readRows(const QJsonObject &answer) const
{
    const QJsonArray given = answer.value(m_spec.rowsField).toArray();
    QList<Row> rows;
    rows.reserve(given.size());
    QSet<QString> seen; // a server that repeats itself is shown once
    for (const QJsonValue &value : given) {
        const QJsonObject values = value.toObject();
        const QString id = m_spec.id(values);
        if (seen.contains(id))
            continue;
        seen.insert(id);
        rows.append({id, values, false});
    }
    return rows;
}

void PagedModel::updateInPlace(const QList<Row> &rows)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < rows.size(); ++i)
        places.insert(rows.at(i).id, i);
    qsizetype known = 0;
    for (int place = 0; place < rowCount(); ++place) {
        const auto found = places.constFind(m_rows.at(place).id);
        if (found != places.cend()) {
            ++known;
            setRow(place, rows.at(*found));
        } else if (!m_rows.at(place).hasLeft) {
            m_rows[place].hasLeft = true;
            Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
        }
    }
    m_status.waiting = rows.size() - known;
}

void PagedModel::follow(const QList<Row> &rows)
{
    m_status.waiting = 0;
    removeOthers(rows);
    reorder(rows);
    insertMissing(rows);
    for (int place = 0; place < rowCount(); ++place)
        setRow(place, rows.at(place));
}

void PagedModel::removeOthers(const QList<Row> &rows)
{
    QSet<QString> wanted;
    for (const Row &row : rows)
        wanted.insert(row.id);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void PagedModel::reorder(const QList<Row> &rows)
{
    QHash<QString, qsizetype> wanted;
    for (qsizetype i = 0; i < rows.size(); ++i)
        wanted.insert(rows.at(i).id, i);
    const auto before = [&](const Row &a, const Row &b) { return wanted.value(a.id) < wanted.value(b.id); };
    if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &old : from)
        ids.append(m_rows.at(old.row()).id);
    std::stable_sort(m_rows.begin(), m_rows.end(), before);
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(indexOf(ids.at(i)).row(), from.at(i).column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void PagedModel::insertMissing(const QList<Row> &rows)
{
    for (int first = 0; first < rows.size(); ++first) {
        const auto isThere = [&](int place) { return first < rowCount() && rows.at(place).id == m_rows.at(first).id; };
        if (isThere(first))
            continue;
        int last = first;
        while (last + 1 < rows.size() && !isThere(last + 1))
            ++last;
        beginInsertRows({}, first, last);
        for (int place = first; place <= last; ++place)
            m_rows.insert(place, rows.at(place));
        endInsertRows();
        first = last;
    }
}

void PagedModel::setRow(int place, const Row &row)
{
    const Row before = std::exchange(m_rows[place], row);
    if (before.hasLeft) {
        Q_EMIT dataChanged(index(place, 0), index(place, columnCount() - 1));
        return;
    }
    if (before.values == row.values)
        return;
    const auto differs = [&](const ListColumn &column) {
        return column.text(before.values) != column.text(row.values)
            || (column.share && column.share(before.values) != column.share(row.values))
            || (column.tone && column.tone(before.values) != column.tone(row.values));
    };
    const QList<ListColumn> &all = columns();
    const auto first = std::find_if(all.cbegin(), all.cend(), differs);
    if (first == all.cend())
        return;
    const auto last = std::find_if(all.crbegin(), all.crend(), differs);
    Q_EMIT dataChanged(index(place, static_cast<int>(first - all.cbegin())),
                       index(place, static_cast<int>(all.crend() - last) - 1));
}

void PagedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    m_status = {};
    Q_EMIT statusChanged();
}

std::optional<QJsonObject> PagedModel::row(const QString &id) const
{
    const QModelIndex found = indexOf(id);
    return found.isValid() ? std::optional(valuesAt(found.row())) : std::nullopt;
}

bool PagedModel::isStaleAt(int row) const
{
    return m_rows.at(row).hasLeft || !isReachable();
}

QVariant PagedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant plain = ListModel::headerData(section, orientation, role);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section != sortColumn())
        return plain;
    return plain.toString() + (isDescending() ? u" ▾"_s : u" ▴"_s);
}

int PagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

} // namespace sluice::console

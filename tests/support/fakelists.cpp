// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakelists.h"

#include "shared/admin/connectionfilter.h"
#include "shared/base/errorcode.h"

#include <algorithm>
#include <limits>

namespace sluice::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rowsOf(const QJsonArray &rows)
{
    return FakeAdminServer::result({{u"total"_s, rows.size()}, {u"matching"_s, rows.size()}, {u"rows"_s, rows}});
}

QJsonObject invalidFilter(const QString &reason)
{
    return FakeAdminServer::error(static_cast<int>(ErrorCode::InvalidParams), u"invalid params"_s,
                                  {{u"field"_s, u"filter"_s}, {u"reason"_s, reason}});
}

QList<admin::ConnectionRow> matching(const QList<admin::ConnectionRow> &rows, const admin::ConnectionFilter &filter)
{
    QList<admin::ConnectionRow> found;
    for (const admin::ConnectionRow &row : rows) {
        if (filter.matches(row))
            found.append(row);
    }
    return found;
}

} // namespace

FakeLists::FakeLists(FakeAdminServer &server)
{
    server.setMethod(u"connections/list"_s, [this](const QJsonObject &params) { return list(params); });
    server.setMethod(u"connections/get"_s, [this](const QJsonObject &params) { return get(params); });
    server.setMethod(u"connections/close"_s, [this](const QJsonObject &params) { return close(params); });
    server.setMethod(u"connections/closed"_s, [this](const QJsonObject &) { return rowsOf(closed); });
    server.setMethod(u"limits/list"_s, [this](const QJsonObject &) {
        return FakeAdminServer::result({{u"limits"_s, limits}});
    });
    server.setMethod(u"limits/keys"_s, [this](const QJsonObject &) { return rowsOf(keys); });
    server.setMethod(u"top/list"_s, [this](const QJsonObject &) { return rowsOf(offenders); });
    server.setMethod(u"audit/list"_s, [this](const QJsonObject &params) { return auditPage(params); });
    server.setMethod(u"trace/start"_s, [](const QJsonObject &params) {
        return FakeAdminServer::result({{u"tap"_s, 7}, {u"seconds"_s, params.value("seconds"_L1)}});
    });
    server.setMethod(u"trace/stop"_s, [](const QJsonObject &) { return FakeAdminServer::result({}); });
}

void FakeLists::addConnections(int count)
{
    for (int i = 0; i < count; ++i) {
        const int number = ++m_count;
        admin::ConnectionRow row;
        row.id = static_cast<quint64>(number);
        row.user = "user-" + std::to_string(number);
        row.roles = {number % 2 == 0 ? "guest" : "user"};
        row.address = "10.0.0." + std::to_string(number % 250) + ":4000";
        row.age = std::chrono::seconds(number);
        row.rtt = std::chrono::milliseconds(number);
        row.thread = "0";
        connections.append(row);
    }
}

QJsonObject FakeLists::list(const QJsonObject &params) const
{
    const auto filter = admin::ConnectionFilter::parse(params.value("filter"_L1).toString());
    if (!filter)
        return invalidFilter(filter.error().text());
    QList<admin::ConnectionRow> found = matching(connections, *filter);
    const QString sort = params.value("sort"_L1).toString(u"-age"_s);
    std::sort(found.begin(), found.end(), [&](const admin::ConnectionRow &a, const admin::ConnectionRow &b) {
        if (sort == "-age"_L1)
            return a.age > b.age;
        if (sort == "-id"_L1)
            return a.id > b.id;
        return sort == "age"_L1 ? a.age < b.age : a.id < b.id;
    });
    QJsonArray rows;
    for (const admin::ConnectionRow &row :
         found.mid(params.value("offset"_L1).toInteger(), params.value("limit"_L1).toInteger(100)))
        rows.append(row.toJson());
    return FakeAdminServer::result(
        {{u"total"_s, connections.size()}, {u"matching"_s, found.size()}, {u"rows"_s, rows}});
}

QJsonObject FakeLists::get(const QJsonObject &params) const
{
    for (const admin::ConnectionRow &row : connections) {
        if (static_cast<qint64>(row.id) != params.value("id"_L1).toInteger())
            continue;
        QJsonObject answer = row.toJson();
        answer[u"recent"_s] = QJsonArray{QJsonObject{{u"atMs"_s, qint64{1'700'000'000'000}},
                                                     {u"event"_s, u"app/save-note"_s},
                                                     {u"outcome"_s, u"succeeded"_s},
                                                     {u"totalMs"_s, 3.5}}};
        answer[u"userAgent"_s] = u"Firefox 132"_s;
        return FakeAdminServer::result(answer);
    }
    return FakeAdminServer::error(static_cast<int>(ErrorCode::NotFound), u"not found"_s);
}

QJsonObject FakeLists::close(const QJsonObject &params)
{
    QList<admin::ConnectionRow> targets;
    if (params.contains(u"filter"_s)) {
        targets = matching(connections, *admin::ConnectionFilter::parse(params.value("filter"_L1).toString()));
        if (static_cast<double>(targets.size()) > 1.1 * params.value("expectedCount"_L1).toDouble())
            return FakeAdminServer::error(static_cast<int>(ErrorCode::Conflict), u"conflict"_s,
                                          {{u"matching"_s, targets.size()}});
    }
    const QJsonArray ids = params.value("ids"_L1).toArray();
    for (const admin::ConnectionRow &row : std::as_const(connections)) {
        if (ids.contains(static_cast<qint64>(row.id)))
            targets.append(row);
    }
    for (const admin::ConnectionRow &target : std::as_const(targets))
        connections.removeIf([&](const admin::ConnectionRow &row) { return row.id == target.id; });
    return FakeAdminServer::result({{u"closing"_s, targets.size()}, {u"unknown"_s, QJsonArray{}}});
}

QJsonObject FakeLists::auditPage(const QJsonObject &params) const
{
    const qint64 before = params.value("before"_L1).toInteger(std::numeric_limits<qint64>::max());
    const qint64 limit = params.value("limit"_L1).toInteger(100);
    QJsonArray rows;
    bool more = false;
    for (const QJsonValue &row : audit) {
        if (row["seq"_L1].toInteger() >= before)
            continue;
        more = rows.size() == limit;
        if (more)
            break;
        rows.append(row);
    }
    QJsonObject answer{{u"rows"_s, rows}, {u"more"_s, more}};
    if (more)
        answer[u"next"_s] = rows.last()["seq"_L1];
    return FakeAdminServer::result(answer);
}

} // namespace sluice::test

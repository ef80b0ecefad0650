// The commands of AdminCommands that show connections and users, and close them.

#include "server/admin/admincommands.h"
#include "server/admin/userrow.h"
#include "shared/admin/adminpage.h"
#include "shared/admin/adminparams.h"
#include "shared/admin/closerequest.h"
#include "shared/admin/connectioncolumns.h"
#include "shared/admin/connectionfilter.h"
#include "shared/base/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace sluice::server {

using admin::AdminParams;
using admin::hasLesserRole;
using admin::invalidParam;
using admin::isLess;
using admin::PageRequest;
using admin::SortColumn;

namespace {

using admin::ClosedRow;
using admin::ConnectionFilter;
using admin::ConnectionRow;

constexpr qint64 kMaxId = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qsizetype kMaxName = 256;
constexpr size_t kRecentRecords = 20;

constexpr std::array kUserColumns{
    SortColumn<UserRow>{QLatin1String("user"), &isLess<&UserRow::user>},
    SortColumn<UserRow>{QLatin1String("role"), &hasLesserRole},
    SortColumn<UserRow>{QLatin1String("connections"), &isLess<&UserRow::connections>},
    SortColumn<UserRow>{QLatin1String("oldest"), &isLess<&UserRow::oldest>},
    SortColumn<UserRow>{QLatin1String("received"), &isLess<&UserRow::received>},
    SortColumn<UserRow>{QLatin1String("refused"), &isLess<&UserRow::refused>},
    SortColumn<UserRow>{QLatin1String("limited"), &isLess<&UserRow::limited>},
    SortColumn<UserRow>{QLatin1String("pending"), &isLess<&UserRow::pendingBytes>},
};

double number(size_t value)
{
    return static_cast<double>(value);
}

} // namespace

tl::unexpected<Error> AdminCommands::noCensus()
{
    return failure(ErrorCode::Busy, R"({"reason":"the connections could not be looked at in time","temporary":true})",
                   QStringLiteral("the connections could not be looked at in time"));
}

bool AdminCommands::needsCensus(const QString &method)
{
    constexpr std::array kMethods{QLatin1String("connections/list"), QLatin1String("connections/get"),
                                  QLatin1String("connections/close"), QLatin1String("users/list"),
                                  QLatin1String("limits/keys")};
    return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

Result<QJsonValue> AdminCommands::connectionsList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, PageRequest::fields());
    const std::span<const SortColumn<ConnectionRow>> columns = admin::openColumns();
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-age"));
    const QString text = reader.text(QStringLiteral("filter"), admin::kMaxFilterLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto filter = ConnectionFilter::parse(text);
    if (!filter)
        return admin::badFilter(filter.error());
    const ConnectionCensus::Rows *all = m_parts.census.rows();
    if (!all)
        return noCensus();
    std::vector<const ConnectionRow *> matching;
    for (const ConnectionRow &row : *all) {
        if (filter->matches(row))
            matching.push_back(&row);
    }
    return page.answer(all->size(), std::move(matching), columns);
}

Result<QJsonValue> AdminCommands::connectionsGet(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, {QStringLiteral("id")});
    const auto id = static_cast<quint64>(reader.requiredInteger(QStringLiteral("id"), 1, kMaxId));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const ConnectionCensus::Rows *all = m_parts.census.rows();
    if (!all)
        return noCensus();
    const ConnectionRow *found = admin::findConnection(*all, id);
    if (!found)
        return failure(ErrorCode::NotFound, R"({"reason":"there is no such connection, or no more"})",
                       QStringLiteral("there is no connection %1").arg(id));
    QJsonObject row = found->toJson();
    FlightFilter itsOwn;
    itsOwn.connection = {id};
    row[QStringLiteral("recent")] = m_parts.taps.list(itsOwn, kRecentRecords);
    if (found->claims && !found->claims->userAgent.empty())
        row[QStringLiteral("userAgent")] = QString::fromStdString(found->claims->userAgent);
    if (found->claims && !found->claims->origin.empty())
        row[QStringLiteral("origin")] = QString::fromStdString(found->claims->origin);
    return row;
}

Result<QJsonValue> AdminCommands::connectionsClose(const AdminCaller &caller, const QJsonObject &params)
{
    const Result<admin::CloseRequest> request = admin::CloseRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const ConnectionCensus::Rows *all = m_parts.census.rows();
    if (!all)
        return noCensus();
    const admin::CloseTargets targets = request->targets(*all);
    const size_t count = targets.ids.size();
    Result<QJsonValue> result =
        QJsonObject{{QStringLiteral("closing"), number(count)}, {QStringLiteral("unknown"), targets.unknown}};
    if (request->hasGrown(count))
        result =
            failure(ErrorCode::Conflict, jsonText(QJsonObject{{QStringLiteral("matching"), number(count)}}),
                    QStringLiteral("%1 connections match, %2 were expected").arg(count).arg(request->expectedCount));
    else if (!m_parts.closer.close(targets.ids, request->code, request->closeReason(), request->spread))
        result = failure(ErrorCode::Busy, R"({"reason":"too many connections wait for their close","temporary":true})",
                         QStringLiteral("too many connections wait for their close"));
    audit(caller,
          {.method = QStringLiteral("connections/close"),
           .reason = request->reason,
           .after = params,
           .affected = result ? static_cast<qint64>(count) : 0},
          result);
    return result;
}

Result<QJsonValue> AdminCommands::connectionsClosed(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, PageRequest::fields());
    const std::span<const SortColumn<ClosedRow>> columns = admin::closedColumns();
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-closedAt"));
    const QString text = reader.text(QStringLiteral("filter"), admin::kMaxFilterLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto filter = admin::ClosedFilter::parse(text);
    if (!filter)
        return admin::badFilter(filter.error());
    const auto nowMs = static_cast<qint64>(toUnixMs(m_parts.clock.wallNow()));
    const std::vector<ClosedConnections::RowPtr> all = m_parts.closed.list(nowMs);
    std::vector<const ClosedRow *> matching;
    for (const ClosedConnections::RowPtr &row : all) {
        if (filter->matches(*row, nowMs))
            matching.push_back(row.get());
    }
    return page.answer(all.size(), std::move(matching), columns);
}

Result<QJsonValue> AdminCommands::usersList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params, PageRequest::fields());
    const std::span<const SortColumn<UserRow>> columns(kUserColumns);
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-connections"));
    const QString text = reader.text(QStringLiteral("filter"), kMaxName);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const ConnectionCensus::Rows *all = m_parts.census.rows();
    if (!all)
        return noCensus();
    const std::vector<UserRow> users = usersOf(*all);
    const admin::TextPattern pattern(text.isEmpty() ? "*" : text.toStdString());
    std::vector<const UserRow *> matching;
    for (const UserRow &user : users) {
        if (pattern.matches(user.user))
            matching.push_back(&user);
    }
    return page.answer(users.size(), std::move(matching), columns);
}

} // namespace sluice::server

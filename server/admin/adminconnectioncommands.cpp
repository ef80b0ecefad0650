// The commands of AdminCommands that show connections and users, and close them.

#include "server/admin/admincommands.h"
#include "server/admin/adminpage.h"
#include "server/admin/adminparams.h"
#include "server/admin/userrow.h"
#include "shared/admin/connectionfilter.h"
#include "shared/base/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace sluice::server {

namespace {

using admin::ClosedRow;
using admin::ConnectionFilter;
using admin::ConnectionRow;

constexpr qint64 kMaxId = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qsizetype kMostIds = 1000;
constexpr qsizetype kMaxName = 256;
constexpr size_t kRecentRecords = 20;
constexpr qint64 kMinCode = 4000;
constexpr qint64 kMaxCode = 4999;
constexpr qint64 kMaxSpreadMs = 60'000;

const std::string &firstRole(const std::vector<std::string> &roles)
{
    static const std::string kNone;
    return roles.empty() ? kNone : roles.front();
}

template <auto kMember>
bool isLess(const auto &a, const auto &b)
{
    return a.*kMember < b.*kMember;
}

bool hasLesserRole(const auto &a, const auto &b)
{
    return firstRole(a.roles) < firstRole(b.roles);
}

constexpr std::array kOpenColumns{
    SortColumn<ConnectionRow>{QLatin1String("id"), &isLess<&ConnectionRow::id>},
    SortColumn<ConnectionRow>{QLatin1String("user"), &isLess<&ConnectionRow::user>},
    SortColumn<ConnectionRow>{QLatin1String("role"), &hasLesserRole},
    SortColumn<ConnectionRow>{QLatin1String("address"), &isLess<&ConnectionRow::address>},
    SortColumn<ConnectionRow>{QLatin1String("age"), &isLess<&ConnectionRow::age>},
    SortColumn<ConnectionRow>{QLatin1String("rtt"), &isLess<&ConnectionRow::rtt>},
    SortColumn<ConnectionRow>{QLatin1String("in"), &isLess<&ConnectionRow::inPerSecond>},
    SortColumn<ConnectionRow>{QLatin1String("received"), &isLess<&ConnectionRow::received>},
    SortColumn<ConnectionRow>{QLatin1String("limited"), &isLess<&ConnectionRow::limited>},
    SortColumn<ConnectionRow>{QLatin1String("refused"), &isLess<&ConnectionRow::refused>},
    SortColumn<ConnectionRow>{QLatin1String("pending"), &isLess<&ConnectionRow::pendingBytes>},
    SortColumn<ConnectionRow>{QLatin1String("state"), &isLess<&ConnectionRow::state>},
};

constexpr std::array kClosedColumns{
    SortColumn<ClosedRow>{QLatin1String("id"), &isLess<&ClosedRow::id>},
    SortColumn<ClosedRow>{QLatin1String("user"), &isLess<&ClosedRow::user>},
    SortColumn<ClosedRow>{QLatin1String("role"), &hasLesserRole},
    SortColumn<ClosedRow>{QLatin1String("address"), &isLess<&ClosedRow::address>},
    SortColumn<ClosedRow>{QLatin1String("closedAt"), &isLess<&ClosedRow::closedAtMs>},
    SortColumn<ClosedRow>{QLatin1String("lasted"), &isLess<&ClosedRow::lasted>},
    SortColumn<ClosedRow>{QLatin1String("code"), &isLess<&ClosedRow::code>},
    SortColumn<ClosedRow>{QLatin1String("by"), &isLess<&ClosedRow::byClient>},
    SortColumn<ClosedRow>{QLatin1String("reason"), &isLess<&ClosedRow::reason>},
    SortColumn<ClosedRow>{QLatin1String("received"), &isLess<&ClosedRow::received>},
    SortColumn<ClosedRow>{QLatin1String("refused"), &isLess<&ClosedRow::refused>},
};

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

tl::unexpected<Error> badFilter(const admin::FilterFault &fault)
{
    return invalidParam("filter", fault.text().toStdString());
}

double number(size_t value)
{
    return static_cast<double>(value);
}

/// What connections/close was asked for.
struct CloseRequest {
    std::vector<quint64> ids; ///< Empty: by users, or by filter.
    QStringList users;        ///< All connections of these.
    std::optional<ConnectionFilter> filter;
    qint64 expectedCount = 0;
    protocol::CloseCode code = protocol::CloseCode::Kicked;
    QString reason;
    std::chrono::milliseconds spread{0};
};

/// Nothing unless it is a list of ids.
std::optional<std::vector<quint64>> idsOf(const QJsonValue &value)
{
    const QJsonArray given = value.toArray();
    std::vector<quint64> ids;
    for (const QJsonValue id : given) {
        const qint64 number = id.toInteger(0);
        if (number < 1 || number > kMaxId)
            return std::nullopt;
        ids.push_back(static_cast<quint64>(number));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.empty() || given.size() > kMostIds)
        return std::nullopt;
    return ids;
}

/// Nothing unless it is a list of user ids.
std::optional<QStringList> usersOfList(const QJsonValue &value)
{
    const QJsonArray given = value.toArray();
    QStringList users;
    for (const QJsonValue user : given) {
        if (user.toString().isEmpty() || user.toString().size() > kMaxName)
            return std::nullopt;
        users.append(user.toString());
    }
    users.removeDuplicates();
    if (users.isEmpty() || given.size() > kMostIds)
        return std::nullopt;
    return users;
}

/// Whom it is about.
Result<void> readTargets(const QJsonObject &params, const QString &filter, CloseRequest &request)
{
    if (params.contains(u"filter")) {
        auto parsed = ConnectionFilter::parse(filter);
        if (!parsed)
            return badFilter(parsed.error());
        request.filter = *std::move(parsed);
    } else if (params.contains(u"users")) {
        auto users = usersOfList(params.value(u"users"));
        if (!users)
            return invalidParam("users", "must be a list of 1 to 1000 user ids");
        request.users = *std::move(users);
    } else {
        auto ids = idsOf(params.value(u"ids"));
        if (!ids)
            return invalidParam("ids", "must be a list of 1 to 1000 connection ids");
        request.ids = *std::move(ids);
    }
    return {};
}

Result<CloseRequest> readCloseRequest(const QJsonObject &params)
{
    AdminParams reader(params,
                       {QStringLiteral("ids"), QStringLiteral("users"), QStringLiteral("filter"),
                        QStringLiteral("expectedCount"), QStringLiteral("reason"), QStringLiteral("code"),
                        QStringLiteral("spreadMs")});
    CloseRequest request;
    request.reason = reader.text(QStringLiteral("reason"), AdminParams::kMaxReasonLength);
    const qint64 usualCode = static_cast<qint64>(protocol::CloseCode::Kicked);
    request.code = static_cast<protocol::CloseCode>(
        reader.integer(QStringLiteral("code"), kMinCode, kMaxCode).value_or(usualCode));
    request.spread = std::chrono::milliseconds(reader.integer(QStringLiteral("spreadMs"), 0, kMaxSpreadMs).value_or(0));
    const QString filter = reader.text(QStringLiteral("filter"), admin::kMaxFilterLength);
    const bool isByFilter = params.contains(u"filter");
    if (isByFilter)
        request.expectedCount = reader.requiredInteger(QStringLiteral("expectedCount"), 0, kMaxId);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const int ways = isByFilter + params.contains(u"ids") + params.contains(u"users");
    if (ways != 1)
        return invalidParam("ids", "either ids, users or a filter must be given");
    return readTargets(params, filter, request).map([&] { return std::move(request); });
}

const ConnectionRow *findRow(const ConnectionCensus::Rows &rows, quint64 id)
{
    const auto found = std::lower_bound(rows.begin(), rows.end(), id,
                                        [](const ConnectionRow &row, quint64 wanted) { return row.id < wanted; });
    return found != rows.end() && found->id == id ? &*found : nullptr;
}

/// Whom a close is about, and who of them is not there.
struct CloseTargets {
    std::vector<quint64> ids;
    QJsonArray unknown;
};

CloseTargets targetsOfUsers(const QStringList &users, const ConnectionCensus::Rows &rows)
{
    std::unordered_map<std::string, bool> found; // whether they have a connection
    for (const QString &user : users)
        found.try_emplace(user.toStdString(), false);
    CloseTargets targets;
    for (const ConnectionRow &row : rows) {
        if (const auto place = found.find(row.user); place != found.end()) {
            place->second = true;
            targets.ids.push_back(row.id);
        }
    }
    for (const QString &user : users) {
        if (!found[user.toStdString()])
            targets.unknown.append(user);
    }
    return targets;
}

CloseTargets targetsOf(const CloseRequest &request, const ConnectionCensus::Rows &rows)
{
    CloseTargets targets;
    if (request.filter) {
        for (const ConnectionRow &row : rows) {
            if (request.filter->matches(row))
                targets.ids.push_back(row.id);
        }
        return targets;
    }
    if (!request.users.isEmpty())
        return targetsOfUsers(request.users, rows);
    for (const quint64 id : request.ids) {
        if (findRow(rows, id))
            targets.ids.push_back(id);
        else
            targets.unknown.append(number(id));
    }
    return targets;
}

// The operator's word is what the client is told as well.
std::string closeReason(const QString &reason)
{
    return reason.isEmpty() ? "closed by an operator" : reason.toStdString();
}

bool hasGrown(size_t matching, qint64 expected)
{
    constexpr double kTolerance = 1.1;
    return number(matching) > static_cast<double>(expected) * kTolerance;
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
    const std::span<const SortColumn<ConnectionRow>> columns(kOpenColumns);
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-age"));
    const QString text = reader.text(QStringLiteral("filter"), admin::kMaxFilterLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto filter = ConnectionFilter::parse(text);
    if (!filter)
        return badFilter(filter.error());
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
    const ConnectionRow *found = findRow(*all, id);
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
    const Result<CloseRequest> request = readCloseRequest(params);
    if (!request)
        return tl::unexpected(request.error());
    const ConnectionCensus::Rows *all = m_parts.census.rows();
    if (!all)
        return noCensus();
    const CloseTargets targets = targetsOf(*request, *all);
    const size_t count = targets.ids.size();
    Result<QJsonValue> result =
        QJsonObject{{QStringLiteral("closing"), number(count)}, {QStringLiteral("unknown"), targets.unknown}};
    if (request->filter && hasGrown(count, request->expectedCount))
        result =
            failure(ErrorCode::Conflict, jsonText(QJsonObject{{QStringLiteral("matching"), number(count)}}),
                    QStringLiteral("%1 connections match, %2 were expected").arg(count).arg(request->expectedCount));
    else if (!m_parts.closer.close(targets.ids, request->code, closeReason(request->reason), request->spread))
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
    const std::span<const SortColumn<ClosedRow>> columns(kClosedColumns);
    const PageRequest page = PageRequest::read(reader, columns, QStringLiteral("-closedAt"));
    const QString text = reader.text(QStringLiteral("filter"), admin::kMaxFilterLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto filter = admin::ClosedFilter::parse(text);
    if (!filter)
        return badFilter(filter.error());
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

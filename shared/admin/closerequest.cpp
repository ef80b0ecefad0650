#include "shared/admin/closerequest.h"

#include "shared/admin/adminparams.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace sluice::admin {

namespace {

constexpr qint64 kMaxId = qint64{1} << 53; // the largest that a JSON number holds exactly
constexpr qsizetype kMostIds = 1000;
constexpr qsizetype kMaxName = 256;
constexpr qint64 kMinCode = 4000;
constexpr qint64 kMaxCode = 4999;
constexpr qint64 kMaxSpreadMs = 60'000;

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

CloseTargets targetsOfUsers(const QStringList &users, std::span<const ConnectionRow> rows)
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

} // namespace

Result<CloseRequest> CloseRequest::read(const QJsonObject &params)
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
    const QString filter = reader.text(QStringLiteral("filter"), kMaxFilterLength);
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

CloseTargets CloseRequest::targets(std::span<const ConnectionRow> rows) const
{
    CloseTargets found;
    if (filter) {
        for (const ConnectionRow &row : rows) {
            if (filter->matches(row))
                found.ids.push_back(row.id);
        }
        return found;
    }
    if (!users.isEmpty())
        return targetsOfUsers(users, rows);
    for (const quint64 id : ids) {
        if (findConnection(rows, id))
            found.ids.push_back(id);
        else
            found.unknown.append(static_cast<double>(id));
    }
    return found;
}

bool CloseRequest::hasGrown(size_t matching) const
{
    constexpr double kTolerance = 1.1;
    return filter && static_cast<double>(matching) > static_cast<double>(expectedCount) * kTolerance;
}

std::string CloseRequest::closeReason() const
{
    return reason.isEmpty() ? "closed by an operator" : reason.toStdString();
}

const ConnectionRow *findConnection(std::span<const ConnectionRow> rows, quint64 id)
{
    const auto found = std::lower_bound(rows.begin(), rows.end(), id,
                                        [](const ConnectionRow &row, quint64 wanted) { return row.id < wanted; });
    return found != rows.end() && found->id == id ? &*found : nullptr;
}

tl::unexpected<Error> badFilter(const FilterFault &fault)
{
    return invalidParam("filter", fault.text().toStdString());
}

} // namespace sluice::admin

// The commands of AdminCommands that show the rate limits and whose windows are fullest.

#include "server/admin/admincommands.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace sluice::server {

using admin::AdminParams;
using admin::invalidParam;

namespace {

using Holder = RateLimitPolicy::Holder;
using Scope = RateLimitPolicy::Scope;

constexpr qint64 kMostKeys = 100;
constexpr qsizetype kMaxName = 256;

/// One window with whose it is.
struct Used {
    std::string_view key;
    WindowTable::Look look;
};

/// Whose windows there can be, each once: who is connected, and who was until lately.
class Holders
{
public:
    explicit Holders(Scope scope)
        : m_isByAddress(scope == Scope::Ip)
    {
    }

    void add(const auto &row)
    {
        const bool isUser = !m_isByAddress && !row.user.empty();
        m_seen.emplace(isUser, isUser ? std::string_view(row.user) : std::string_view(row.address));
    }
    [[nodiscard]] const std::set<std::pair<bool, std::string_view>> &all() const { return m_seen; }
    [[nodiscard]] static Holder holderOf(const std::pair<bool, std::string_view> &one)
    {
        return one.first ? Holder{one.second, {}} : Holder{{}, one.second};
    }

private:
    const bool m_isByAddress;
    std::set<std::pair<bool, std::string_view>> m_seen; // whether it is a user, and the name
};

QJsonArray windowsJson(std::vector<Used> windows, bool isAscending, size_t most, int limit)
{
    std::sort(windows.begin(), windows.end(), [isAscending](const Used &a, const Used &b) {
        if (a.look.used != b.look.used)
            return isAscending ? a.look.used < b.look.used : a.look.used > b.look.used;
        return a.key < b.key;
    });
    windows.resize(std::min(windows.size(), most));
    QJsonArray rows;
    for (const Used &window : windows)
        rows.append(QJsonObject{
            {QStringLiteral("key"), QString::fromUtf8(window.key.data(), static_cast<qsizetype>(window.key.size()))},
            {QStringLiteral("used"), window.look.used},
            {QStringLiteral("limit"), limit},
            {QStringLiteral("freeInMs"),
             static_cast<qint64>(std::chrono::ceil<std::chrono::milliseconds>(window.look.freeIn).count())}});
    return rows;
}

} // namespace

Result<QJsonValue> AdminCommands::limitsList(const AdminCaller &, const QJsonObject &params)
{
    const AdminParams reader(params, {});
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    return QJsonObject{{QStringLiteral("limits"), m_limits.toJson()}};
}

Result<QJsonValue> AdminCommands::limitsKeys(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(
        params, {QStringLiteral("scope"), QStringLiteral("event"), QStringLiteral("sort"), QStringLiteral("limit")});
    const QString scope = reader.choice(QStringLiteral("scope"),
                                        {QStringLiteral("address"), QStringLiteral("user"), QStringLiteral("event")});
    const QString event = reader.text(QStringLiteral("event"), kMaxName);
    const QString sort = reader.choice(QStringLiteral("sort"), {QStringLiteral("used"), QStringLiteral("-used")});
    const auto most = static_cast<size_t>(reader.integer(QStringLiteral("limit"), 1, kMostKeys).value_or(kMostKeys));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (scope.isEmpty())
        return invalidParam("scope", "is missing");
    const auto limit = m_limits.find(scope, event);
    if (!limit)
        return invalidParam("event", "there is no such limit");
    const ConnectionCensus::Rows *connections = m_parts.census.rows();
    if (!connections)
        return noCensus();

    Holders holders(limit->scope);
    for (const admin::ConnectionRow &row : *connections)
        holders.add(row);
    const auto closed = m_parts.closed.list(static_cast<qint64>(toUnixMs(m_parts.clock.wallNow())));
    for (const ClosedConnections::RowPtr &row : closed)
        holders.add(*row);
    std::vector<Used> windows;
    const EventIndex index = limit->event ? limit->event->index : EventIndex{};
    for (const auto &one : holders.all()) {
        const auto look = m_parts.rateLimits.look(limit->scope, Holders::holderOf(one), index, m_parts.clock.now());
        if (look && look->used > 0)
            windows.push_back({one.second, *look});
    }
    return QJsonObject{
        {QStringLiteral("rows"), windowsJson(std::move(windows), sort == u"used", most, limit->limit.count)}};
}

} // namespace sluice::server

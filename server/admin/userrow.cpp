#include "server/admin/userrow.h"

#include <QJsonArray>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace sluice::server {

QJsonObject UserRow::toJson() const
{
    QJsonArray words;
    for (const std::string &role : roles)
        words.append(QString::fromStdString(role));
    const auto number = [](quint64 value) { return static_cast<double>(value); };
    return {
        {QStringLiteral("user"), QString::fromStdString(user)},
        {QStringLiteral("roles"), words},
        {QStringLiteral("connections"), number(connections)},
        {QStringLiteral("oldestMs"), static_cast<qint64>(oldest.count())},
        {QStringLiteral("received"), number(received)},
        {QStringLiteral("refused"), number(refused)},
        {QStringLiteral("limited"), number(limited)},
        {QStringLiteral("pendingBytes"), number(pendingBytes)},
    };
}

std::vector<UserRow> usersOf(const ConnectionCensus::Rows &connections)
{
    std::vector<UserRow> users;
    std::unordered_map<std::string_view, size_t> places;
    for (const admin::ConnectionRow &connection : connections) {
        if (connection.user.empty())
            continue;
        const auto [place, isNew] = places.try_emplace(connection.user, users.size());
        if (isNew)
            users.emplace_back().user = connection.user;
        UserRow &row = users[place->second];
        row.roles = connection.roles;
        ++row.connections;
        row.oldest = std::max(row.oldest, connection.age);
        row.received += connection.received;
        row.refused += connection.refused;
        row.limited += connection.limited;
        row.pendingBytes += connection.pendingBytes;
    }
    return users;
}

} // namespace sluice::server

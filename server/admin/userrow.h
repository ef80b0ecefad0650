#pragma once

#include "server/admin/connectioncensus.h"

#include <QJsonObject>

#include <chrono>
#include <string>
#include <vector>

namespace sluice::server {

/// A user with all their open connections together: a row of `users/list`.
/// Thread: any (a value).
struct UserRow {
    std::string user;
    std::vector<std::string> roles; ///< Those of the newest connection.
    quint64 connections = 0;
    std::chrono::milliseconds oldest{0};
    quint64 received = 0; ///< Events; so too the next two.
    quint64 refused = 0;
    quint64 limited = 0;
    quint64 pendingBytes = 0;

    [[nodiscard]] QJsonObject toJson() const;
};

/// Those who are logged in. Requires: `connections` are sorted by id.
[[nodiscard]] std::vector<UserRow> usersOf(const ConnectionCensus::Rows &connections);

} // namespace sluice::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/connectionrow.h"

#include <memory>
#include <string>
#include <vector>

namespace sluice::console {

/// Who the clients of the built-in incident are, by their numbers from 0: most with a user of their own, some not
/// signed in, some a second one of their user. Nearly all are connected at a time. Thread: any (pure).
namespace incidentclients {

inline constexpr int kUsers = 9812;
inline constexpr int kCount = 12'560;
/// Who floods the server, with three clients.
inline constexpr const char *kCulprit = "u-4434";
inline constexpr int kCulpritClients = 3;

/// The number of its user; -1: it has not signed in.
[[nodiscard]] int userNumber(int client);
[[nodiscard]] std::string nameOf(int userNumber);
[[nodiscard]] std::string userOf(int client);
[[nodiscard]] bool isCulprit(int client);
[[nodiscard]] std::vector<std::string> rolesOf(int client);
[[nodiscard]] std::string addressOf(int client);
[[nodiscard]] bool isTls(int client);
[[nodiscard]] std::shared_ptr<const admin::ClientClaims> claimsOf(int client);
/// Events it usually sends. Units: per second.
[[nodiscard]] double usualRate(int client);
/// The share of them that limits of single events refuse.
[[nodiscard]] double usualRefusals(int client);
/// What it has not read yet. Units: bytes.
[[nodiscard]] quint64 pendingBytes(int client, int second);
[[nodiscard]] bool isSlow(int client);
[[nodiscard]] std::chrono::microseconds roundTrip(int client, int second);

} // namespace incidentclients

} // namespace sluice::console

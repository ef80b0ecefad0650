#pragma once

#include "server/config/config.h"

namespace sluice::server {

/// What is kept of the process's file descriptors, and for whom. Units: descriptors.
/// Thread: any.

/// For the databases, logs, operators, epoll and eventfd: what must work when clients have taken all they may.
inline constexpr int kReservedDescriptors = 64;

/// As many as the process may have open (RLIMIT_NOFILE).
[[nodiscard]] int descriptorLimit();

/// As many connections as the backend API may have: api.max-connections, but at most an eighth of all descriptors. 0
/// when it is off.
[[nodiscard]] int apiDescriptors(const Config &config);

} // namespace sluice::server

#pragma once

#include "server/config/network.h"
#include "server/transport/httprequest.h"

#include <optional>
#include <vector>

namespace sluice::server {

/// Whom a trusted proxy speaks for: the rightmost address of X-Forwarded-For (all its lines, in order) that is no
/// trusted proxy, or the leftmost when all are. What a client wrote stands left of what the proxies added, so it cannot
/// pose as another. A port behind an address does not count.
/// Errors: nothing when there is none, or what is not an address stands before it is found.
/// Thread: any (pure).
[[nodiscard]] std::optional<IpAddress> forwardedFor(const HttpRequest &request, const std::vector<Network> &proxies);

} // namespace sluice::server

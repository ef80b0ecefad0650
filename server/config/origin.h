#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sluice::server {

/// An origin as one is compared with another: "https://app.example:8443", scheme and host in lower case, the scheme's
/// default port left out.
/// Errors: nothing for "null" and for whatever is not exactly a scheme, a host and perhaps a port.
/// Source: RFC 6454, sections 4 and 6.2. Thread: any (pure).
[[nodiscard]] std::optional<std::string> normalizedOrigin(std::string_view text);

} // namespace sluice::server

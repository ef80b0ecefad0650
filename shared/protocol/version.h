#pragma once

#include <string_view>

namespace sluice::protocol {

/// The client protocol's version, told by `rpc.session.hello` and `server/info`. A client of the same major version
/// works; minor versions only add.
inline constexpr int kProtocolMajor = 1;
inline constexpr int kProtocolMinor = 0;

/// The value of `jsonrpc` in every message.
inline constexpr std::string_view kJsonRpcVersion = "2.0";

/// The subprotocol of a client that names one: JSON-RPC text. A client that names none speaks it too.
inline constexpr std::string_view kJsonRpcSubprotocol = "jsonrpc";
/// The first of the pair `bearer, <token>` in Sec-WebSocket-Protocol, for browsers, which cannot set headers.
inline constexpr std::string_view kBearerSubprotocol = "bearer";

} // namespace sluice::protocol

#pragma once

#include <string>

namespace sluice::server {

/// The address of a socket's peer, without the port. An IPv4 client of an IPv6 listener counts as what it is. Empty
/// when it is gone again already.
[[nodiscard]] std::string peerAddress(int descriptor);

} // namespace sluice::server

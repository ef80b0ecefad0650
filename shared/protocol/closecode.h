#pragma once

#include <cstdint>

namespace sluice::protocol {

/// Why a WebSocket is closed: RFC 6455's codes as far as Sluice sends them, then its own (protocol.md's table).
/// Source: RFC 6455, section 7.4; IANA's registry for 1012 and 1013.
enum class CloseCode : std::uint16_t {
    Normal = 1000,          ///< The answer to a client's own close. Never for a stop: rpc-websockets then gives up.
    GoingAway = 1001,       ///< A client left its page.
    ProtocolError = 1002,   ///< Broke RFC 6455; the client must mend itself.
    UnsupportedData = 1003, ///< A binary frame: only text is spoken so far.
    NoStatus = 1005,        ///< The peer's close frame had no code. Never on the wire.
    Lost = 1006,            ///< Ended without a close frame. Never on the wire.
    InvalidText = 1007,     ///< A text message or close reason was not UTF-8.
    PolicyViolation = 1008, ///< Refused too often; do not reconnect.
    MessageTooBig = 1009,   ///< Over the message limit.
    InternalError = 1011,   ///< The server failed.
    ServiceRestart = 1012,  ///< The server drains or stops; reconnect.
    TryAgainLater = 1013,   ///< Overload; back off.
    Unauthenticated = 4001, ///< Too long without a login; reconnect.
    Kicked = 4003,          ///< Removed for good by an operator; do not reconnect.
    SlowConsumer = 4008,    ///< Did not read what it was sent; reconnect.
    TokenExpired = 4009,    ///< Log in again; reconnect.
};

/// Whether a close frame may carry the code: the RFC's and IANA's named ones, and 3000 to 4999 for libraries and
/// applications.
[[nodiscard]] constexpr bool mayCloseWith(std::uint16_t code) noexcept
{
    const bool named = code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
    return named || (code >= 3000 && code <= 4999);
}

} // namespace sluice::protocol

#pragma once

#include <QtGlobal>

namespace sluice::server {

/// What a WebSocket frame is. Source: RFC 6455, section 11.8.
enum class Opcode : quint8 { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

/// Control frames are never fragmented and carry at most kMaxControlPayloadBytes.
[[nodiscard]] constexpr bool isControl(Opcode opcode) noexcept
{
    return (static_cast<quint8>(opcode) & 0x8U) != 0;
}

inline constexpr size_t kMaxControlPayloadBytes = 125;

} // namespace sluice::server

#pragma once

#include "server/transport/opcode.h"
#include "shared/protocol/closecode.h"

#include <string>
#include <string_view>

namespace sluice::server {

// The server's side of RFC 6455 writing: unmasked, unfragmented frames, appended to a buffer that may hold others.
// Source: RFC 6455, section 5.2. Thread: any.

/// The most that a header of ours takes.
inline constexpr size_t kMaxServerHeaderBytes = 10;
/// What a close frame's reason may have.
inline constexpr size_t kMaxCloseReasonBytes = kMaxControlPayloadBytes - 2;

/// The header alone, for a payload that the caller appends in pieces.
void appendFrameHeader(std::string &out, Opcode opcode, size_t payloadBytes);
/// A whole text message. Requires: UTF-8.
void appendTextFrame(std::string &out, std::string_view payload);
void appendBinaryFrame(std::string &out, std::string_view payload);
/// Requires: at most kMaxControlPayloadBytes.
void appendPing(std::string &out, std::string_view payload = {});
/// Requires: at most kMaxControlPayloadBytes.
void appendPong(std::string &out, std::string_view payload);
/// NoStatus makes a frame without a payload. A reason that is too long is cut between characters. Requires: UTF-8.
void appendClose(std::string &out, protocol::CloseCode code, std::string_view reason = {});

/// The size, header and payload, of the server's frame that begins at `bytes`; it may reach beyond them. 0 when the
/// header itself is cut. For finding frame boundaries in an outbox.
[[nodiscard]] size_t frameSize(std::string_view bytes) noexcept;

} // namespace sluice::server

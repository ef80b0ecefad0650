#include "server/transport/frameencoder.h"

namespace sluice::server {

namespace {

constexpr quint8 kFinalBit = 0x80;
constexpr size_t kMaxLength7 = 125;
constexpr size_t kMaxLength16 = 65535;
constexpr quint8 kLength16 = 126;
constexpr quint8 kLength64 = 127;

void appendBigEndian(std::string &out, size_t value, size_t bytes)
{
    for (size_t shift = bytes * 8; shift > 0; shift -= 8)
        out.push_back(static_cast<char>(value >> (shift - 8)));
}

void appendControl(std::string &out, Opcode opcode, std::string_view payload)
{
    Q_ASSERT(payload.size() <= kMaxControlPayloadBytes);
    appendFrameHeader(out, opcode, payload.size());
    out += payload;
}

/// The longest beginning that fits and does not cut a character.
std::string_view fittingReason(std::string_view reason) noexcept
{
    if (reason.size() <= kMaxCloseReasonBytes)
        return reason;
    size_t end = kMaxCloseReasonBytes;
    while (end > 0 && (static_cast<quint8>(reason[end]) & 0xC0) == 0x80)
        --end;
    return reason.substr(0, end);
}

} // namespace

void appendFrameHeader(std::string &out, Opcode opcode, size_t payloadBytes)
{
    out.push_back(static_cast<char>(kFinalBit | static_cast<quint8>(opcode)));
    if (payloadBytes <= kMaxLength7) {
        out.push_back(static_cast<char>(payloadBytes));
    } else if (payloadBytes <= kMaxLength16) {
        out.push_back(static_cast<char>(kLength16));
        appendBigEndian(out, payloadBytes, 2);
    } else {
        out.push_back(static_cast<char>(kLength64));
        appendBigEndian(out, payloadBytes, 8);
    }
}

void appendTextFrame(std::string &out, std::string_view payload)
{
    appendFrameHeader(out, Opcode::Text, payload.size());
    out += payload;
}

void appendBinaryFrame(std::string &out, std::string_view payload)
{
    appendFrameHeader(out, Opcode::Binary, payload.size());
    out += payload;
}

void appendPing(std::string &out, std::string_view payload)
{
    appendControl(out, Opcode::Ping, payload);
}

void appendPong(std::string &out, std::string_view payload)
{
    appendControl(out, Opcode::Pong, payload);
}

void appendClose(std::string &out, protocol::CloseCode code, std::string_view reason)
{
    if (code == protocol::CloseCode::NoStatus)
        return appendControl(out, Opcode::Close, {});
    reason = fittingReason(reason);
    appendFrameHeader(out, Opcode::Close, 2 + reason.size());
    appendBigEndian(out, static_cast<quint16>(code), 2);
    out += reason;
}

size_t frameSize(std::string_view bytes) noexcept
{
    if (bytes.size() < 2)
        return 0;
    const auto first = static_cast<quint8>(bytes[1]);
    const size_t lengthBytes = first == kLength16 ? 2 : first == kLength64 ? 8 : 0;
    const size_t headerBytes = 2 + lengthBytes;
    if (bytes.size() < headerBytes)
        return 0;
    size_t payloadBytes = lengthBytes == 0 ? first : 0;
    for (const char byte : bytes.substr(2, lengthBytes))
        payloadBytes = (payloadBytes << 8) | static_cast<quint8>(byte);
    return headerBytes + payloadBytes;
}

} // namespace sluice::server

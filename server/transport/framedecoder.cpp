#include "server/transport/framedecoder.h"

#include "server/transport/utf8validator.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace sluice::server {

using protocol::CloseCode;

namespace {

constexpr quint8 kFinalBit = 0x80;
constexpr quint8 kReservedBits = 0x70;
constexpr quint8 kMaskBit = 0x80;
constexpr quint8 kLength16 = 126;
constexpr quint8 kLength64 = 127;
constexpr size_t kMaskBytes = 4;

constexpr bool isKnown(quint8 opcode) noexcept
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

quint64 bigEndian(std::span<const char> bytes) noexcept
{
    quint64 value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<quint8>(byte);
    return value;
}

} // namespace

/// Kept while a frame is cut or a message unfinished. Control frames may stand between the fragments of a message.
struct FrameDecoder::Pending {
    std::string message;                  ///< What has come of the message, unmasked. Grows with what came, not with
                                          ///< what a header promised.
    Opcode opcode = Opcode::Continuation; ///< Of the message; Continuation while there is none.
    size_t fragments = 0;                 ///< Whole frames of it so far.
    Utf8Validator utf8;
    std::array<char, kMaxControlPayloadBytes> control{};
    size_t controlBytes = 0;
};

/// What lasts for one call of decode().
struct FrameDecoder::Call {
    const FrameLimits &limits;
    FrameVisitor &visitor;
    FrameFlow flow = FrameFlow::Continue;
};

FrameDecoder::FrameDecoder() noexcept = default;
FrameDecoder::~FrameDecoder() = default;

size_t FrameDecoder::decode(std::span<char> bytes, const FrameLimits &limits, FrameVisitor &visitor)
{
    Call call{limits, visitor};
    size_t taken = 0;
    while (taken < bytes.size() && !m_finished && call.flow == FrameFlow::Continue) {
        if (!m_inPayload)
            taken += takeHeader(bytes.subspan(taken), call);
        if (m_inPayload)
            taken += takePayload(bytes.subspan(taken), call);
    }
    return m_finished ? bytes.size() : taken;
}

bool FrameDecoder::isInProgress() const noexcept
{
    return !m_finished && (m_headerBytes > 0 || m_inPayload || m_pending);
}

bool FrameDecoder::isMessageOpen() const noexcept
{
    return m_pending && m_pending->opcode != Opcode::Continuation;
}

FrameDecoder::Pending &FrameDecoder::pending()
{
    if (!m_pending)
        m_pending = std::make_unique<Pending>();
    return *m_pending;
}

/// Straight from the caller's buffer, or byte by byte when an earlier call ended inside this header.
size_t FrameDecoder::takeHeader(std::span<const char> bytes, Call &call)
{
    size_t taken = 0;
    if (m_headerBytes == 0) {
        taken = parseHeader(bytes, call);
        if (m_inPayload || m_finished)
            return taken;
        std::copy(bytes.begin(), bytes.end(), m_header.begin());
        m_headerBytes = static_cast<quint8>(bytes.size());
        return bytes.size();
    }
    while (taken < bytes.size() && !m_inPayload && !m_finished) {
        m_header[m_headerBytes++] = bytes[taken++];
        parseHeader(std::span<const char>(m_header).first(m_headerBytes), call);
    }
    return taken;
}

/// Judges what is there in the order in which it came, so that a bad byte is told at once and the same however it was
/// cut. Gives the header's size when it is complete, else 0.
size_t FrameDecoder::parseHeader(std::span<const char> bytes, Call &call)
{
    if (!acceptFirstByte(static_cast<quint8>(bytes[0]), call) || bytes.size() < 2)
        return 0;
    const auto second = static_cast<quint8>(bytes[1]);
    if ((second & kMaskBit) == 0) {
        refuse(CloseCode::ProtocolError, "unmasked frame", call);
        return 0;
    }
    const auto shortLength = static_cast<quint8>(second & ~kMaskBit);
    if (isControl(m_opcode) && shortLength > kMaxControlPayloadBytes) {
        refuse(CloseCode::ProtocolError, "control frame too long", call);
        return 0;
    }
    const size_t lengthBytes = shortLength == kLength16 ? 2 : shortLength == kLength64 ? 8 : 0;
    const size_t headerBytes = 2 + lengthBytes + kMaskBytes;
    if (bytes.size() < 2 + lengthBytes)
        return 0;
    const quint64 length = lengthBytes == 0 ? shortLength : bigEndian(bytes.subspan(2, lengthBytes));
    const quint64 shortest = lengthBytes == 0 ? 0 : lengthBytes == 2 ? kLength16 : 65536;
    if (!acceptLength(length, shortest, call) || bytes.size() < headerBytes)
        return 0;
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(headerBytes - kMaskBytes), kMaskBytes, m_mask.begin());
    m_payloadLeft = length;
    m_tiny = !isControl(m_opcode) && !m_final && length < kTinyFragmentBytes;
    m_inPayload = true;
    m_headerBytes = 0;
    return headerBytes;
}

bool FrameDecoder::acceptFirstByte(quint8 first, Call &call)
{
    const auto broken = [this, &call](std::string_view reason) {
        refuse(CloseCode::ProtocolError, reason, call);
        return false;
    };
    if ((first & kReservedBits) != 0)
        return broken("reserved bits set");
    const auto opcode = static_cast<quint8>(first & 0xF);
    if (!isKnown(opcode))
        return broken("reserved opcode");
    m_opcode = static_cast<Opcode>(opcode);
    m_final = (first & kFinalBit) != 0;
    if (isControl(m_opcode))
        return m_final || broken("fragmented control frame");
    if (m_opcode != Opcode::Continuation)
        return !isMessageOpen() || broken("new message inside a fragmented one");
    if (!isMessageOpen())
        return broken("nothing to continue");
    if (m_pending->fragments >= call.limits.fragments) {
        refuse(CloseCode::PolicyViolation, "too many fragments", call);
        return false;
    }
    return true;
}

bool FrameDecoder::acceptLength(quint64 length, quint64 shortest, Call &call)
{
    constexpr quint64 kTopBit = quint64{1} << 63;
    if ((length & kTopBit) != 0 || length < shortest) {
        refuse(CloseCode::ProtocolError, "frame length not in its shortest form", call);
        return false;
    }
    if (isControl(m_opcode)) {
        if (m_opcode == Opcode::Close && length == 1)
            refuse(CloseCode::ProtocolError, "close code cut", call);
        return !m_finished;
    }
    const size_t before = isMessageOpen() ? m_pending->message.size() : 0;
    if (length > call.limits.messageBytes || before > call.limits.messageBytes - length) {
        refuse(CloseCode::MessageTooBig, "message too big", call);
        return false;
    }
    return true;
}

size_t FrameDecoder::takePayload(std::span<char> bytes, Call &call)
{
    const auto size = static_cast<size_t>(std::min<quint64>(m_payloadLeft, bytes.size()));
    if (size == 0 && m_payloadLeft > 0)
        return 0;
    const std::span<char> part = bytes.first(size);
    unmask(part);
    m_payloadLeft -= size;
    m_inPayload = m_payloadLeft > 0;
    if (isControl(m_opcode))
        takeControl(std::string_view(part.data(), part.size()), call);
    else
        takeData(std::string_view(part.data(), part.size()), call);
    return size;
}

void FrameDecoder::takeControl(std::string_view part, Call &call)
{
    if (!m_inPayload && (!m_pending || m_pending->controlBytes == 0))
        return tellControl(part, call);
    Pending &kept = pending();
    std::copy(part.begin(), part.end(), kept.control.begin() + static_cast<std::ptrdiff_t>(kept.controlBytes));
    kept.controlBytes += part.size();
    if (m_inPayload)
        return;
    const std::array<char, kMaxControlPayloadBytes> payload = kept.control;
    const size_t size = std::exchange(kept.controlBytes, 0);
    if (!isMessageOpen())
        m_pending.reset();
    tellControl(std::string_view(payload.data(), size), call);
}

void FrameDecoder::takeData(std::string_view part, Call &call)
{
    if (!m_inPayload && m_final && !isMessageOpen())
        return tellMessage(m_opcode, part, call);
    Pending &kept = pending();
    if (kept.opcode == Opcode::Continuation)
        kept.opcode = m_opcode;
    if (kept.opcode == Opcode::Text && !kept.utf8.feed(part))
        return refuse(CloseCode::InvalidText, "text is not UTF-8", call);
    kept.message.append(part);
    if (m_inPayload)
        return;
    ++kept.fragments;
    if (m_tiny)
        call.flow = call.visitor.tinyFragmentReceived();
    if (!m_final)
        return;
    if (!kept.utf8.isComplete())
        return refuse(CloseCode::InvalidText, "text is not UTF-8", call);
    const std::unique_ptr<Pending> done = std::move(m_pending);
    call.flow = done->opcode == Opcode::Text ? call.visitor.textReceived(done->message)
                                             : call.visitor.binaryReceived(done->message);
}

/// A message that came whole.
void FrameDecoder::tellMessage(Opcode opcode, std::string_view message, Call &call)
{
    if (opcode == Opcode::Binary)
        call.flow = call.visitor.binaryReceived(message);
    else if (isUtf8(message))
        call.flow = call.visitor.textReceived(message);
    else
        refuse(CloseCode::InvalidText, "text is not UTF-8", call);
}

void FrameDecoder::tellControl(std::string_view payload, Call &call)
{
    if (m_opcode == Opcode::Ping)
        call.flow = call.visitor.pingReceived(payload);
    else if (m_opcode == Opcode::Pong)
        call.flow = call.visitor.pongReceived(payload);
    else
        tellClose(payload, call);
}

void FrameDecoder::tellClose(std::string_view payload, Call &call)
{
    auto code = CloseCode::NoStatus;
    if (!payload.empty()) {
        const auto number = static_cast<quint16>(bigEndian(std::span(payload).first(2)));
        if (!protocol::mayCloseWith(number))
            return refuse(CloseCode::ProtocolError, "close code not allowed", call);
        code = static_cast<CloseCode>(number);
        payload.remove_prefix(2);
    }
    if (!isUtf8(payload))
        return refuse(CloseCode::InvalidText, "close reason is not UTF-8", call);
    m_finished = true;
    m_pending.reset();
    call.visitor.closeReceived(code, payload);
}

void FrameDecoder::refuse(CloseCode code, std::string_view reason, Call &call)
{
    m_finished = true;
    m_pending.reset();
    call.visitor.frameRefused(code, reason);
}

/// Eight bytes at a time; leaves the mask turned for what follows of the frame.
void FrameDecoder::unmask(std::span<char> payload) noexcept
{
    quint64 wide = 0;
    std::memcpy(&wide, m_mask.data(), kMaskBytes);
    std::memcpy(reinterpret_cast<char *>(&wide) + kMaskBytes, m_mask.data(), kMaskBytes);
    size_t at = 0;
    for (; payload.size() - at >= sizeof wide; at += sizeof wide) {
        quint64 word = 0;
        std::memcpy(&word, payload.data() + at, sizeof word);
        word ^= wide;
        std::memcpy(payload.data() + at, &word, sizeof word);
    }
    for (; at < payload.size(); ++at)
        payload[at] = static_cast<char>(payload[at] ^ m_mask[at % kMaskBytes]);
    // By hand: g++ 12 warns of an overflow inside std::rotate.
    const auto before = m_mask;
    for (size_t i = 0; i < kMaskBytes; ++i)
        m_mask[i] = before[(i + payload.size()) % kMaskBytes];
}

} // namespace sluice::server

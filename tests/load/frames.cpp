#include "tests/load/frames.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace sluice::load {

namespace {

constexpr quint8 kFinal = 0x80;
constexpr quint8 kMasked = 0x80;
constexpr quint8 kReservedBits = 0x70;
constexpr quint8 kLength16 = 126;
constexpr quint8 kLength64 = 127;
constexpr quint64 kMaxMessageBytes = 64 << 20;
constexpr quint64 kMaxControlBytes = 125;

template <typename Integer>
void appendBigEndian(std::string &out, Integer value)
{
    std::array<char, sizeof(Integer)> bytes{};
    qToBigEndian(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}

[[nodiscard]] bool isControl(Opcode opcode)
{
    return (static_cast<quint8>(opcode) & 0x8) != 0;
}

[[nodiscard]] bool isKnown(quint8 opcode)
{
    return opcode <= static_cast<quint8>(Opcode::Binary)
        || (opcode >= static_cast<quint8>(Opcode::Close) && opcode <= static_cast<quint8>(Opcode::Pong));
}

void appendMasked(std::string &out, std::string_view payload, quint32 mask)
{
    std::array<char, 4> key{};
    std::memcpy(key.data(), &mask, key.size());
    out.append(key.data(), key.size());
    const size_t start = out.size();
    out.append(payload);
    for (size_t i = 0; i < payload.size(); ++i)
        out[start + i] = static_cast<char>(out[start + i] ^ key[i & 3]);
}

} // namespace

void appendClientFrame(std::string &out, Opcode opcode, std::string_view payload, quint32 mask)
{
    out.push_back(static_cast<char>(kFinal | static_cast<quint8>(opcode)));
    if (payload.size() < kLength16) {
        out.push_back(static_cast<char>(kMasked | payload.size()));
    } else if (payload.size() <= 0xffff) {
        out.push_back(static_cast<char>(kMasked | kLength16));
        appendBigEndian(out, static_cast<quint16>(payload.size()));
    } else {
        out.push_back(static_cast<char>(kMasked | kLength64));
        appendBigEndian(out, static_cast<quint64>(payload.size()));
    }
    appendMasked(out, payload, mask);
}

std::string closePayload(quint16 code, std::string_view reason)
{
    std::string payload;
    appendBigEndian(payload, code);
    payload.append(reason);
    return payload;
}

void MessageReader::feed(std::string_view bytes)
{
    if (m_consumed == m_buffer.size()) {
        m_buffer.clear();
        m_consumed = 0;
    } else if (m_consumed > m_buffer.size() / 2) {
        m_buffer.erase(0, m_consumed);
        m_consumed = 0;
    }
    m_buffer.append(bytes);
}

std::optional<Message> MessageReader::next()
{
    while (m_fault.empty()) {
        const std::optional<Header> head = header();
        if (!head || m_buffer.size() - m_consumed < head->headerBytes + head->payloadBytes)
            return {};
        const std::string_view payload(m_buffer.data() + m_consumed + head->headerBytes,
                                       static_cast<size_t>(head->payloadBytes));
        m_consumed += head->headerBytes + payload.size();
        if (const std::optional<Message> message = take(*head, payload))
            return message;
    }
    return {};
}

std::optional<MessageReader::Header> MessageReader::header()
{
    const size_t available = m_buffer.size() - m_consumed;
    const char *bytes = m_buffer.data() + m_consumed;
    if (available < 2)
        return {};
    const auto first = static_cast<quint8>(bytes[0]);
    const auto second = static_cast<quint8>(bytes[1]);
    if ((first & kReservedBits) != 0 || !isKnown(first & 0x0f) || (second & kMasked) != 0) {
        fail("the server sent reserved bits, an unknown opcode or a masked frame");
        return {};
    }
    Header result{static_cast<Opcode>(first & 0x0f), (first & kFinal) != 0, 2, second};
    if (second == kLength16)
        result.headerBytes = 4;
    else if (second == kLength64)
        result.headerBytes = 10;
    if (available < result.headerBytes)
        return {};
    if (second == kLength16)
        result.payloadBytes = qFromBigEndian<quint16>(bytes + 2);
    else if (second == kLength64)
        result.payloadBytes = qFromBigEndian<quint64>(bytes + 2);
    if (result.payloadBytes > (isControl(result.opcode) ? kMaxControlBytes : kMaxMessageBytes)) {
        fail("the server sent a frame that is too long");
        return {};
    }
    return result;
}

std::optional<Message> MessageReader::take(const Header &header, std::string_view payload)
{
    if (isControl(header.opcode)) {
        if (!header.final)
            fail("the server fragmented a control frame");
        return header.final ? std::optional(Message{header.opcode, payload}) : std::nullopt;
    }
    if ((header.opcode == Opcode::Continuation) != m_fragmented.has_value()) {
        fail("the server mixed up the fragments of messages");
        return {};
    }
    if (header.final && !m_fragmented)
        return Message{header.opcode, payload};
    if (!m_fragmented) {
        m_fragmented = header.opcode;
        m_joined.clear();
    }
    m_joined.append(payload);
    if (!header.final)
        return {};
    const Message whole{*m_fragmented, m_joined};
    m_fragmented.reset();
    return whole;
}

} // namespace sluice::load

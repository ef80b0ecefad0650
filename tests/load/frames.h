#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace sluice::load {

/// Source: RFC 6455, section 11.8.
enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Appends one final, masked frame, as a client has to send it.
void appendClientFrame(std::string &out, Opcode opcode, std::string_view payload, quint32 mask);

/// The payload of a Close frame.
[[nodiscard]] std::string closePayload(quint16 code, std::string_view reason = {});

/// A whole message (its fragments joined) or a control frame from the server.
struct Message {
    Opcode opcode = Opcode::Text;
    std::string_view payload; ///< Valid until the reader is called again.
};

/// Takes the server's bytes apart. Strict: what RFC 6455 forbids a server to send ends the reading with a fault.
/// Thread: its owner's.
class MessageReader
{
public:
    void feed(std::string_view bytes);
    /// The next message, or nothing until more bytes come.
    [[nodiscard]] std::optional<Message> next();
    /// Why reading stopped for good, or empty.
    [[nodiscard]] const std::string &fault() const { return m_fault; }

private:
    struct Header {
        Opcode opcode = Opcode::Text;
        bool final = false;
        size_t headerBytes = 0;
        quint64 payloadBytes = 0;
    };

    [[nodiscard]] std::optional<Header> header();
    [[nodiscard]] std::optional<Message> take(const Header &header, std::string_view payload);
    void fail(std::string_view what) { m_fault = what; }

    std::string m_buffer;
    size_t m_consumed = 0;
    std::string m_joined; ///< The fragments so far, then the whole message.
    std::optional<Opcode> m_fragmented;
    std::string m_fault;
};

} // namespace sluice::load

#pragma once

#include "server/transport/httprequest.h"

#include <string>
#include <string_view>

namespace sluice::server {

/// What is kept of a request at most. Units: bytes.
struct HttpLimits {
    size_t headerBytes = 16 * 1024;
    size_t bodyBytes = 256 * 1024;
};

/// Takes the requests of one connection apart as their bytes come: heads, and bodies by length or in chunks. It keeps a
/// head and a body of at most their limits, and what was added behind them.
/// Source: RFC 9112.
/// Thread: none (its owner's).
class HttpReader
{
public:
    /// More: of the bytes. Head: head() is there, the body comes. Body: the request is complete. Refused: refusal()
    /// says why, and nothing that follows can be understood.
    enum class Step { More, Head, Body, Refused };

    HttpReader() = default;
    HttpReader(const HttpReader &) = delete;
    HttpReader &operator=(const HttpReader &) = delete;

    void add(std::string_view bytes) { m_input.append(bytes); }
    /// The next step. Call again after Head; after Body only behind next().
    [[nodiscard]] Step advance(const HttpLimits &limits);
    /// Begins with the next request of the connection.
    void next();

    /// From Head until next(). The views are this reader's.
    [[nodiscard]] const HttpRequest &head() const noexcept { return m_head; }
    /// After Body.
    [[nodiscard]] std::string takeBody() { return std::move(m_body); }
    [[nodiscard]] const HttpRefusal &refusal() const noexcept { return m_refusal; }
    /// Whether the client waits for a word before it sends the body, and has not sent any of it.
    [[nodiscard]] bool expectsContinue() const;
    /// Whether the client wants to send another request on the same connection.
    [[nodiscard]] bool keepsAlive() const;
    /// Whether anything of a request has come that is not complete.
    [[nodiscard]] bool hasBegun() const noexcept { return m_state != State::Head || !m_input.empty(); }

private:
    enum class State { Head, Sized, ChunkSize, ChunkData, ChunkEnd, Trailers, Complete, Refused };

    [[nodiscard]] Step readHead(const HttpLimits &limits);
    [[nodiscard]] bool readFraming(const HttpLimits &limits);
    [[nodiscard]] bool readLength(std::string_view text, const HttpLimits &limits);
    [[nodiscard]] Step readBody(const HttpLimits &limits);
    [[nodiscard]] bool readChunkSize(const HttpLimits &limits);
    [[nodiscard]] bool readTrailer();
    [[nodiscard]] bool takeData();
    [[nodiscard]] Step refuse(int status, const char *text);
    [[nodiscard]] std::string_view rest() const { return std::string_view(m_input).substr(m_at); }
    void forgetRead();

    State m_state = State::Head;
    std::string m_input;
    size_t m_at = 0; // of the input: what is before it has been read
    std::string m_headBytes;
    HttpRequest m_head;
    std::string m_body;
    size_t m_left = 0; // of the body, or of the chunk
    size_t m_trailerBytes = 0;
    HttpRefusal m_refusal;
};

} // namespace sluice::server

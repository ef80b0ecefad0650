#pragma once

#include "server/transport/framedecoder.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace sluice::test {

/// Writes down what a FrameDecoder tells, one event a line (`text hello`, `refused 1002 unmasked frame`), and pauses
/// when asked to.
class FrameRecorder final : public server::FrameVisitor
{
public:
    /// Answers whether to pause after the event.
    std::function<bool()> pauses = [] { return false; };

    [[nodiscard]] const std::string &log() const noexcept { return m_log; }
    [[nodiscard]] size_t events() const noexcept { return m_events; }
    void clear()
    {
        m_log.clear();
        m_events = 0;
    }

    server::FrameFlow textReceived(std::string_view text) override { return note("text ", text); }
    server::FrameFlow binaryReceived(std::string_view bytes) override { return note("binary ", bytes); }
    server::FrameFlow pingReceived(std::string_view payload) override { return note("ping ", payload); }
    server::FrameFlow pongReceived(std::string_view payload) override { return note("pong ", payload); }
    void closeReceived(protocol::CloseCode code, std::string_view reason) override { noteEnd("close ", code, reason); }
    void frameRefused(protocol::CloseCode code, std::string_view reason) override { noteEnd("refused ", code, reason); }

private:
    server::FrameFlow note(std::string_view kind, std::string_view payload)
    {
        m_log.append(kind).append(payload).append("\n");
        ++m_events;
        return pauses() ? server::FrameFlow::Pause : server::FrameFlow::Continue;
    }
    void noteEnd(std::string_view kind, protocol::CloseCode code, std::string_view reason)
    {
        m_log.append(kind).append(std::to_string(static_cast<quint16>(code))).append(" ").append(reason).append("\n");
        ++m_events;
    }

    std::string m_log;
    size_t m_events = 0;
};

/// Gives the decoder the bytes in pieces of the sizes that `nextPiece` names, each in a buffer of exactly its size, and
/// again what a pause left over.
inline void feedInPieces(server::FrameDecoder &decoder, std::string_view bytes, const server::FrameLimits &limits,
                         FrameRecorder &recorder, const std::function<size_t()> &nextPiece)
{
    while (!bytes.empty()) {
        const size_t size = std::clamp<size_t>(nextPiece(), 1, bytes.size());
        std::vector<char> piece(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        bytes.remove_prefix(size);
        std::span<char> rest(piece);
        while (!rest.empty())
            rest = rest.subspan(decoder.decode(rest, limits, recorder));
    }
}

} // namespace sluice::test

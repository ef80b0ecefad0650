#pragma once

#include "server/transport/opcode.h"
#include "shared/protocol/closecode.h"

#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace sluice::server {

/// What a client may send; checked at every frame header, so it may change between calls.
struct FrameLimits {
    size_t messageBytes = 65536; ///< Refused with 1009 from the header, before anything is buffered.
    size_t fragments = 1024;     ///< Frames of one message; one more is 1008.
};

/// A smaller fragment costs far more to take than to send.
inline constexpr size_t kTinyFragmentBytes = 16;

/// Whether FrameDecoder goes on to the next frame.
enum class FrameFlow { Continue, Pause };

/// Who is told what a client's bytes mean. The views are valid during the call only.
/// Requires: no call destroys the decoder or decodes with it.
class FrameVisitor
{
public:
    virtual ~FrameVisitor() = default;

    virtual FrameFlow textReceived(std::string_view text) = 0;
    virtual FrameFlow binaryReceived(std::string_view bytes) = 0;
    virtual FrameFlow pingReceived(std::string_view payload) = 0;
    virtual FrameFlow pongReceived(std::string_view payload) = 0;
    /// A fragment below kTinyFragmentBytes that is not its message's last: legal, but not how honest clients cut.
    virtual FrameFlow tinyFragmentReceived() { return FrameFlow::Continue; }
    /// The client closes; nothing follows. A frame without a code gives CloseCode::NoStatus; the code may be a number
    /// that CloseCode does not name.
    virtual void closeReceived(protocol::CloseCode code, std::string_view reason) = 0;
    /// The client broke a rule; nothing follows. `reason` is a literal, fit for the close frame.
    virtual void frameRefused(protocol::CloseCode code, std::string_view reason) = 0;
};

/// The server's side of RFC 6455 reading: whole messages go out as views into the caller's buffer, and only what is cut
/// is kept here, so an idle connection costs this object and no more. Text is checked as it arrives, not at its end.
/// Invariant: what is told does not depend on where the bytes were cut.
/// Source: RFC 6455, sections 5 and 7.4. Thread: its I/O thread.
class FrameDecoder
{
public:
    FrameDecoder() noexcept;
    ~FrameDecoder();
    FrameDecoder(const FrameDecoder &) = delete;
    FrameDecoder &operator=(const FrameDecoder &) = delete;

    /// Reads on in `bytes`, unmasking them in place, and tells the visitor what it finds. Gives how many bytes it has
    /// taken. All of them, unless the visitor paused: then the rest is untouched and comes again, first in the next
    /// call. After a close or a refusal it takes everything and tells nothing.
    size_t decode(std::span<char> bytes, const FrameLimits &limits, FrameVisitor &visitor);

    /// Something has begun that must end within the message deadline: a cut frame or an unfinished message.
    [[nodiscard]] bool isInProgress() const noexcept;
    /// A close or a refusal was told.
    [[nodiscard]] bool isFinished() const noexcept { return m_finished; }

private:
    struct Pending;
    struct Call;

    size_t takeHeader(std::span<const char> bytes, Call &call);
    size_t parseHeader(std::span<const char> bytes, Call &call);
    bool acceptFirstByte(quint8 first, Call &call);
    bool acceptLength(quint64 length, quint64 shortest, Call &call);
    size_t takePayload(std::span<char> bytes, Call &call);
    void takeControl(std::string_view part, Call &call);
    void takeData(std::string_view part, Call &call);
    void tellControl(std::string_view payload, Call &call);
    void tellClose(std::string_view payload, Call &call);
    void tellMessage(Opcode opcode, std::string_view message, Call &call);
    void refuse(protocol::CloseCode code, std::string_view reason, Call &call);
    void unmask(std::span<char> payload) noexcept;
    [[nodiscard]] bool isMessageOpen() const noexcept;
    Pending &pending();

    static constexpr size_t kMaxHeaderBytes = 14;

    std::unique_ptr<Pending> m_pending; ///< What a cut frame or an unfinished message needs; null when idle.
    quint64 m_payloadLeft = 0;          ///< Of the frame whose header is complete.
    std::array<char, 4> m_mask{};       ///< Turned so that it begins with the next byte's.
    std::array<char, kMaxHeaderBytes> m_header{};
    quint8 m_headerBytes = 0; ///< How much of a cut header is in m_header.
    Opcode m_opcode = Opcode::Continuation;
    bool m_final = false;
    bool m_inPayload = false;
    bool m_tiny = false; ///< The frame is a tiny fragment.
    bool m_finished = false;
};

} // namespace sluice::server

#pragma once

#include "shared/base/clock.h"
#include "shared/base/errorcode.h"
#include "shared/base/ids.h"
#include "shared/base/mutex.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// What became of an event, as its client saw it.
enum class FlightOutcome : quint8 {
    Succeeded,
    Failed,
    TimedOut,
    Cancelled,
    ConnectionGone,
    Abandoned,
    Refused,
};

/// A short text of a fixed size; what is longer is cut.
template <size_t kSize>
class ShortText
{
public:
    ShortText &operator=(std::string_view text) noexcept
    {
        m_size = static_cast<quint8>(std::min(text.size(), m_text.size()));
        std::copy_n(text.data(), m_size, m_text.data());
        return *this;
    }
    [[nodiscard]] std::string_view view() const noexcept { return {m_text.data(), m_size}; }
    static constexpr size_t kMost = kSize - 1;

private:
    static_assert(kSize <= 256);
    quint8 m_size = 0;
    std::array<char, kMost> m_text; // NOLINT(cppcoreguidelines-pro-type-member-init): filled up to m_size
};

/// The decisions on one event. Plain memory, so that it can be copied by words.
struct FlightRecord {
    static constexpr quint32 kNoEvent = ~quint32{0};
    static constexpr quint16 kNoWorker = 0xffff;

    TimePoint received;
    ConnectionId connection;
    quint32 event = kNoEvent; ///< An EventIndex; none where the method is unknown or the message malformed.
    qint32 code = 0;          ///< The ErrorCode the client was told; 0: none.
    quint32 waitUs = 0;       ///< From admission until a worker took it.
    quint32 handlerUs = 0;
    quint32 totalUs = 0; ///< From receipt to the answer.
    quint32 bytesIn = 0;
    quint32 bytesOut = 0;
    quint16 worker = kNoWorker; ///< Who ran it.
    quint8 lane = 0;
    FlightOutcome outcome = FlightOutcome::Succeeded;
    ShortText<48> user;
    ShortText<24> id; ///< Raw JSON; empty for a notification.
    // What follows is for what did not succeed.
    ShortText<128> detail; ///< The error's data as JSON: which limit with its numbers, when to come again.
};

/// Which events somebody wants to see; what is not set or empty does not matter.
struct FlightFilter {
    std::string user = {};
    ConnectionId connection = {};
    std::optional<quint32> event = {};
    std::optional<FlightOutcome> outcome = {};
    Duration slowerThan{0};

    [[nodiscard]] bool matches(const FlightRecord &record) const noexcept;
};

/// What one policy said to an event that is traced.
struct FlightVerdict {
    const char *policy = "";
    bool admitted = true;
    std::string numbers; ///< JSON object: what it had to decide by. Empty: nothing to tell.
};

/// What a traced event carries with it, and what is told of it.
struct FlightTrace {
    FlightRecord record;
    std::vector<FlightVerdict> verdicts;
    std::string params; ///< Raw JSON, cut at kMaxPayloadBytes; only where the tap asked for payloads. So too `answer`.
    std::string answer;

    static constexpr size_t kMaxPayloadBytes = 4096;
};

/// What somebody watches live, and what that may cost.
struct FlightTap {
    FlightFilter filter = {};
    bool payloads = false;
    int mostPerSecond = 50;
    TimePoint until = {}; ///< Then it ends by itself.
};

/// Always on: what became of the last events, in rings of plain memory that only their I/O thread writes: one for what
/// went well (a sample of it under high load, see FlightLog), and one for all that did not succeed or was slow, which
/// therefore reaches further back. And taps: somebody
/// who wants to see certain events as they end, within a budget. Thread: any; write() that of the ring.
class FlightRecorder
{
public:
    class Ring;

    /// Per I/O thread. Units: events.
    static constexpr size_t kPlainKept = 2048;
    static constexpr size_t kNotableKept = 2048;
    static constexpr size_t kMaxTaps = 16;

    explicit FlightRecorder(const Clock &clock);
    ~FlightRecorder();
    FlightRecorder(const FlightRecorder &) = delete;
    FlightRecorder &operator=(const FlightRecorder &) = delete;

    /// For one thread that writes; lives as long as this.
    [[nodiscard]] Ring &addRing() EXCLUDES(m_mutex);
    /// From this duration on an event is notable even when it succeeded. 0: never.
    void setSlow(Duration slow) noexcept { m_slowUs.store(microseconds(slow), std::memory_order_relaxed); }

    /// The newest records that match, newest first: those still in a ring. What is overwritten while it is read is
    /// left out.
    [[nodiscard]] std::vector<FlightRecord> list(const FlightFilter &filter, size_t most) const EXCLUDES(m_mutex);

    /// Nothing when there are kMaxTaps.
    [[nodiscard]] std::optional<quint64> openTap(FlightTap tap) EXCLUDES(m_mutex);
    void closeTap(quint64 tap) EXCLUDES(m_mutex);
    struct Catch {
        std::vector<FlightTrace> traces; ///< Oldest first.
        quint64 dropped = 0;             ///< Matched beyond the budget, since the last time.
        bool hasEnded = false;           ///< Its time was over; it is closed.
    };
    /// What a tap has caught since the last time; nothing for one that is closed.
    [[nodiscard]] std::optional<Catch> take(quint64 tap) EXCLUDES(m_mutex);

    /// Whether anybody watches: then events carry what a tap might show.
    [[nodiscard]] bool isTapped() const noexcept { return m_tapCount.load(std::memory_order_relaxed) > 0; }
    [[nodiscard]] bool wantsPayloads() const noexcept { return m_payloads.load(std::memory_order_relaxed); }
    /// Shows an event to the taps. Thread: that which wrote its record. Blocks: for a moment when another thread is at
    /// it.
    void show(FlightTrace &&trace) EXCLUDES(m_mutex);

    [[nodiscard]] static quint32 microseconds(Duration duration) noexcept;

private:
    struct OpenTap {
        quint64 id;
        FlightTap tap;
        TimePoint second; ///< The one that is counted.
        int inSecond = 0;
        std::vector<FlightTrace> caught;
        quint64 dropped = 0;
    };
    void tapsChanged() REQUIRES(m_mutex);

    const Clock &m_clock;
    std::atomic<quint32> m_slowUs{0};
    std::atomic<size_t> m_tapCount{0};
    std::atomic<bool> m_payloads{false};
    mutable Mutex m_mutex;
    std::deque<Ring> m_rings GUARDED_BY(m_mutex); // never moved: their threads hold references
    std::vector<OpenTap> m_taps GUARDED_BY(m_mutex);
    quint64 m_lastTap GUARDED_BY(m_mutex) = 0;
};

/// Where one thread writes; whoever reads does not make it wait.
/// Thread: write() one, its owner's; FlightRecorder reads from any.
class FlightRecorder::Ring
{
public:
    explicit Ring(const FlightRecorder &recorder);
    ~Ring();
    Ring(const Ring &) = delete;
    Ring &operator=(const Ring &) = delete;

    void write(const FlightRecord &record) noexcept;
    /// Whether one that ended so is not notable.
    [[nodiscard]] bool isPlain(FlightOutcome outcome, quint32 totalUs) const noexcept
    {
        const quint32 slowUs = m_recorder.m_slowUs.load(std::memory_order_relaxed);
        return outcome == FlightOutcome::Succeeded && (slowUs == 0 || totalUs < slowUs);
    }

private:
    friend class FlightRecorder;
    class Track;

    const FlightRecorder &m_recorder;
    std::unique_ptr<Track> m_plain;
    std::unique_ptr<Track> m_notable;
};

} // namespace sluice::server

#pragma once

#include "server/events/sinks.h"
#include "server/metrics/flightrecorder.h"
#include "server/routing/session.h"

#include <string_view>

namespace sluice::server {

/// How one event ended, for the flight recorder.
struct FlightEnd {
    FlightOutcome outcome = FlightOutcome::Succeeded;
    qint32 code = 0;         ///< The ErrorCode that its client was told; 0: none.
    std::string_view detail; ///< That error's data, JSON.
    std::string_view answer; ///< All of it; empty for none.
};

/// Notes in the flight recorder how each event of one I/O thread ended.
/// Thread: its I/O thread.
class FlightLog
{
public:
    /// Of what went well in one loop turn so many are recorded, the first ones. A turn has more only when events come
    /// by the hundred thousand a second: the ring would hold some milliseconds of them, and writing all would cost each
    /// event one twentieth more.
    static constexpr int kPlainPerTurn = 16;

    explicit FlightLog(FlightRecorder &recorder);

    /// A loop turn begins.
    void beginTurn() noexcept { m_plainLeft = kPlainPerTurn; }
    /// Requires: it has been claimed and not been recycled.
    void note(const Request &request, const FlightEnd &end, TimePoint now);
    /// One that a worker has answered, with that answer.
    void note(const Request &request, const Completion &completion, std::string_view answer, TimePoint now);
    /// What has not become a request.
    void note(const Session &session, std::string_view id, const FlightEnd &end, TimePoint now);

    [[nodiscard]] static FlightOutcome outcomeOf(Ending ending) noexcept;
    /// Whether events shall carry what a tap might show: what the policies said.
    [[nodiscard]] bool isTapped() const noexcept { return m_recorder.isTapped(); }

private:
    [[nodiscard]] bool isLeftOut(const Request &request, FlightOutcome outcome, TimePoint now) noexcept;
    void write(FlightRecord &record, const FlightEnd &end, TimePoint now);
    void show(const FlightRecord &record, const Request *request, std::string_view answer);

    FlightRecorder &m_recorder;
    FlightRecorder::Ring &m_ring;
    int m_plainLeft = kPlainPerTurn;
};

} // namespace sluice::server

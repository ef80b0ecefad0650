#pragma once

#include "server/events/eventregistry.h"
#include "server/metrics/flightrecorder.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace sluice::server {

/// What operators see of the flight recorder: its records as JSON, and the taps that consoles have opened.
/// Thread: admin.
class TraceTaps
{
public:
    /// All live longer.
    struct Parts {
        FlightRecorder &recorder;
        const Clock &clock;
        std::function<EventRegistryPtr()> registry;
    };
    /// What is to be sent to a console.
    struct News {
        quint64 session = 0;
        QJsonObject params;
    };

    explicit TraceTaps(Parts parts);

    /// The newest records that match, newest first.
    [[nodiscard]] QJsonArray list(const FlightFilter &filter, size_t most) const;

    /// Errors: Busy when there are as many taps as there may be.
    [[nodiscard]] Result<quint64> open(quint64 session, FlightTap tap);
    /// False when that console has no such tap.
    bool close(quint64 session, quint64 tap);
    void closeAll(quint64 session);
    [[nodiscard]] bool isEmpty() const noexcept { return m_sessions.empty(); }
    /// What the taps have caught since the last time; nothing of those that have nothing to tell.
    [[nodiscard]] std::vector<News> collect();

private:
    [[nodiscard]] QJsonObject toJson(const FlightRecord &record, const EventRegistry &events) const;
    [[nodiscard]] QJsonObject toJson(const FlightTrace &trace, const EventRegistry &events) const;

    const Parts m_parts;
    std::map<quint64, quint64> m_sessions; // by tap
};

/// As `trace/list` names them.
[[nodiscard]] QStringList flightOutcomeNames();
/// Nothing for what is none.
[[nodiscard]] std::optional<FlightOutcome> flightOutcomeFromString(const QString &text);

} // namespace sluice::server

#pragma once

#include "server/admin/connectioncensus.h"
#include "shared/base/clock.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace sluice::server {

/// What consoles and backends have asked that needs a look at all connections. Each question waits for a census that
/// begins after it came, so what an operator is told is never older than the question. One census serves all who wait;
/// the next begins no sooner than kApart after, and no sooner than 20 times as long as the last one took: however many
/// consoles ask, an I/O thread spends at most a twentieth of its time on them. Thread: admin, where its timer runs.
class CensusQueue
{
public:
    static constexpr std::chrono::milliseconds kApart{200};
    /// Until then all I/O threads must have told; one that hangs does not.
    static constexpr std::chrono::seconds kPatience{2};
    static constexpr size_t kMostWaiting = 64;

    /// Called once, when there is a census, or when there is none in time: rows() says which.
    using Answer = std::function<void()>;

    /// Requires: `census` and `clock` live longer.
    CensusQueue(ConnectionCensus &census, const Clock &clock);

    /// False when as many wait as may. `session`: the console that asks; 0 for others.
    [[nodiscard]] bool wait(quint64 session, Answer answer);
    /// Drops what that console has waiting.
    void forget(quint64 session);

private:
    struct Waiting {
        quint64 session;
        Answer answer;
    };

    void look();
    void begin(TimePoint now);
    void conclude(TimePoint now);

    ConnectionCensus &m_census;
    const Clock &m_clock;
    std::vector<Waiting> m_served; // by the census under way
    std::vector<Waiting> m_next;   // by the one after
    bool m_isUnderWay = false;
    TimePoint m_began{};
    TimePoint m_notBefore{}; // the next one
    QTimer m_timer;          // while anybody waits
};

} // namespace sluice::server

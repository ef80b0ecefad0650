#pragma once

#include "server/events/backendspec.h"
#include "server/metrics/histogram.h"

#include <array>
#include <atomic>
#include <string>

namespace sluice::server {

/// How a request to a backend ended, as it is counted.
enum class BackendEnding : quint8 { Succeeded, Failed, Unavailable, TimedOut, Cancelled, Refused, Count_ };
inline constexpr size_t kBackendEndings = static_cast<size_t>(BackendEnding::Count_);
/// "succeeded", as the metric's label has it.
[[nodiscard]] const char *toString(BackendEnding ending) noexcept;

/// One backend as operators see it.
struct BackendTotals {
    std::string backend;
    std::array<quint64, kBackendEndings> endings{};
    quint64 retries = 0;
    quint64 connections = 0; ///< Opened to it.
    quint64 inFlight = 0;
    quint64 waiting = 0;
    HistogramCounts durations; ///< From hand-over to end, retries and waiting included.
};

/// The places and the counts of one backend. They outlive reloads of the events file: a place is given back to the lane
/// that it was taken from.
/// Thread: any (atomics).
class BackendLane
{
public:
    explicit BackendLane(std::string id)
        : m_id(std::move(id))
    {
    }

    [[nodiscard]] const std::string &id() const noexcept { return m_id; }

    /// Takes one of max-concurrent and max-waiting places; false: there is none.
    [[nodiscard]] bool tryEnter(const BackendSpec &spec) noexcept;
    void leave() noexcept { m_inside.fetch_sub(1, std::memory_order_relaxed); }

    void count(BackendEnding ending, Duration took) noexcept;
    void countRetry() noexcept { m_retries.fetch_add(1, std::memory_order_relaxed); }
    void countConnections(quint64 opened) noexcept { m_connections.fetch_add(opened, std::memory_order_relaxed); }
    void noteActive(int active) noexcept { m_active.store(active, std::memory_order_relaxed); }
    [[nodiscard]] BackendTotals totals() const;

private:
    const std::string m_id;
    std::atomic<int> m_inside{0}; // on their way, waiting, or resting before a retry
    std::atomic<int> m_active{0}; // written by the client's thread
    std::array<std::atomic<quint64>, kBackendEndings> m_endings{};
    std::atomic<quint64> m_retries{0};
    std::atomic<quint64> m_connections{0};
    HistogramStripe m_durations;
};

} // namespace sluice::server

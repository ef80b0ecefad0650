#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <array>

namespace sluice::server {

/// How many jobs a second leave a queue: the mean over its last few windows, each of which is closed once it has enough
/// jobs to mean something, or is long. So a fast queue is known within tens of milliseconds, and a pause of the whole
/// process does not count for much. Thread: none (its owner locks).
class DrainMeter
{
public:
    /// That many left in that time. The caller notes only times in which jobs waited: a queue that runs empty says
    /// nothing about how fast it could be.
    void note(quint64 jobs, Duration elapsed);
    void forget() { *this = {}; }
    /// Units: jobs a second; 0 = not known.
    [[nodiscard]] double perSecond() const;

private:
    static constexpr size_t kWindows = 8;
    static constexpr quint64 kEnoughJobs = 16;
    static constexpr std::chrono::milliseconds kEnoughTime{10};
    static constexpr std::chrono::milliseconds kLongest{100};

    struct Window {
        quint64 jobs = 0;
        Duration elapsed = Duration::zero();
    };

    std::array<Window, kWindows> m_windows{};
    size_t m_oldest = 0;
    Window m_sum; // of the closed ones
    Window m_open;
};

} // namespace sluice::server

#pragma once

#include <QtGlobal>

#include <chrono>

namespace sluice::server {

/// What the operating system says about this process; 0 where it says nothing.
/// Thread: any (a value).
/// Source: proc(5), /proc/self/statm, /proc/self/stat and /proc/self/fd; getrlimit(2)
struct ProcessStats {
    quint64 residentBytes = 0;
    std::chrono::milliseconds cpuTime{0}; ///< User and system, all threads, since the start.
    quint64 openDescriptors = 0;
    quint64 mostDescriptors = 0; ///< The soft limit; RLIM_INFINITY where there is none.

    /// Blocks: for some reads of /proc.
    [[nodiscard]] static ProcessStats now();
};

/// User and system time of the calling thread since it began.
[[nodiscard]] std::chrono::nanoseconds threadCpuTime();

} // namespace sluice::server

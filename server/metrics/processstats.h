#pragma once

#include <QtGlobal>

#include <chrono>

namespace sluice::server {

/// What the operating system says about this process; 0 where it says nothing.
/// Thread: any (a value).
/// Source: proc(5), /proc/self/statm and /proc/self/stat
struct ProcessStats {
    quint64 residentBytes = 0;
    std::chrono::milliseconds cpuTime{0}; ///< User and system, all threads, since the start.

    /// Blocks: for two reads of /proc.
    [[nodiscard]] static ProcessStats now();
};

} // namespace sluice::server

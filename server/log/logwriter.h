#pragma once

#include "server/log/logformat.h"
#include "server/log/logline.h"
#include "server/metrics/metrics.h"

#include <chrono>
#include <memory>

class QThread;

namespace sluice::server {

/// Writes lines to a descriptor from a thread of its own, so that a disk that is full or a reader that does not read
/// holds up nobody who logs. Lines that find the queue full, or cannot be written, are dropped and counted
/// (Counter::LogLinesDroppedFull, LogLinesDroppedUnwritable); the log says how many as soon as it takes lines again.
/// Thread: any, start() and stop() its owner's.
class LogWriter
{
public:
    /// At most 16 MiB with messages of the greatest length.
    static constexpr size_t kCapacityLines = 4096;

    /// Requires: `metrics` lives longer; the descriptor stays open.
    LogWriter(Metrics &metrics, int descriptor);
    /// Stops, and leaves behind what cannot be written by then.
    ~LogWriter();
    LogWriter(const LogWriter &) = delete;
    LogWriter &operator=(const LogWriter &) = delete;

    void start();
    /// Writes what waits, for so long at most. Nothing is written any more when it returns.
    void stop(std::chrono::milliseconds limit);

    /// For the lines from now on.
    void setStyle(LogStyle style);
    /// Never blocks.
    void push(const LogLinePtr &line);
    /// Waits until what was pushed before is written or dropped. False when it took longer.
    bool flush(std::chrono::milliseconds limit);
    /// Lines that wait.
    [[nodiscard]] size_t depth() const;

private:
    class Queue;
    class Work;

    std::shared_ptr<Queue> m_queue;
    std::shared_ptr<Work> m_work;
    std::unique_ptr<QThread> m_thread;
};

} // namespace sluice::server

#pragma once

#include "server/config/config.h"
#include "server/log/errortracker.h"
#include "server/log/loghistory.h"
#include "server/log/loglimits.h"
#include "server/log/logwriter.h"
#include "server/metrics/metrics.h"
#include "shared/base/clock.h"

#include <chrono>
#include <functional>

#include <unistd.h>

namespace sluice::server {

/// The log of the process: every message that Qt is given passes through here, is counted against its category's limit,
/// kept for operators, tracked when it is a warning or worse, and written by a thread of its own. Nobody who logs
/// waits. Thread: any, but where it says main.
class LogSink
{
public:
    /// Hears of new errors and of those that have become ten times as many.
    /// Thread: whichever logs. Requires: does not log, does not block.
    using Report = std::function<void(const ErrorGroup &group)>;

    /// How long a stop and the end by a fatal message wait for what is not written yet.
    static constexpr std::chrono::milliseconds kFlushLimit{500};

    /// Requires: `metrics` and `clock` live longer.
    LogSink(Metrics &metrics, const Clock &clock, int descriptor = STDERR_FILENO);
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    /// Requires: not started.
    void setReport(Report report) { m_report = std::move(report); }
    /// From now on the process's messages come here; of several sinks the one that started last gets them.
    /// Thread: main.
    void start();
    /// Gives the messages back to Qt and writes what waits, for kFlushLimit at most. Thread: main.
    void stop();

    /// Takes log.* over: style, levels (those of the whole process) and limits. Thread: main.
    void setConfig(const Config &config);
    /// Says what the limits have suppressed. To be called about once a second.
    void tellSuppressed();
    /// Takes one line, as if it had been logged.
    void take(LogLine line);
    /// Waits for kFlushLimit at most until what was logged before is written.
    void flush() { m_writer.flush(kFlushLimit); }

    [[nodiscard]] const LogHistory &history() const noexcept { return m_history; }
    [[nodiscard]] ErrorTracker &errors() noexcept { return m_errors; }
    [[nodiscard]] size_t depth() const { return m_writer.depth(); }

private:
    void keepAndWrite(LogLine line);

    Metrics &m_metrics;
    const Clock &m_clock;
    const bool m_isJournal;
    Report m_report;
    LogLimits m_limits;
    LogHistory m_history;
    ErrorTracker m_errors;
    LogWriter m_writer;
};

} // namespace sluice::server

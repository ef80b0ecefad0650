#pragma once

#include "server/metrics/metrics.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

class QThread;

namespace sluice::server {

/// Finds event loops that have stopped turning. It asks each a few times a second to run a function; when that has not
/// happened for kStuckAfter it says so once, counts Counter::LoopStalls and writes the stacks of all threads, which
/// show what the loop hangs in. It says once more when the loop turns again.
/// Thread: the one that owns it; look() its own while it is started.
class Watchdog final
{
public:
    /// Runs a function in a loop, behind what waits there. Thread: it is called in the watchdog's.
    using Post = std::function<void(std::function<void()>)>;

    static constexpr std::chrono::milliseconds kInterval{250};
    static constexpr std::chrono::milliseconds kStuckAfter{1000};

    /// `stacks`: the descriptor that stacks are written to. `healthy` is called at each look that finds no loop stuck.
    Watchdog(Metrics &metrics, const Clock &clock, int stacks = STDERR_FILENO, std::function<void()> healthy = {});
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// Requires: not started. `post` works until stop() has returned; what it was given last may run later still.
    void watch(std::string name, Post post);
    void start();
    /// Blocks: until its thread has ended.
    void stop();

    /// Looks at all loops once.
    void look();

private:
    struct Loop;

    void run();
    void lookAt(Loop &loop, TimePoint now);
    void report(Loop &loop, TimePoint now);

    Metrics &m_metrics;
    const Clock &m_clock;
    const int m_stacks;
    const std::function<void()> m_healthy;
    std::vector<std::unique_ptr<Loop>> m_loops;
    TimePoint m_lastLook;
    std::unique_ptr<QThread> m_thread;
    Mutex m_mutex;
    Condition m_changed;
    bool m_stopping GUARDED_BY(m_mutex) = false;
};

} // namespace sluice::server

#pragma once

#include "server/config/config.h"
#include "server/events/sinks.h"
#include "server/metrics/metrics.h"
#include "server/transport/iothread.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QThread;

namespace sluice::server {

/// Sends publications: encodes each once, puts the same bytes before every recipient, one hand-over per I/O thread and
/// window. At once when nothing is under way; under pressure a window leaves at broadcast.batch-size messages or after
/// broadcast.batch-window-ms, and when windows cannot be delivered as fast as messages come, the oldest waiting message
/// is dropped and counted.
/// Order: two publications that one thread publishes one after the other reach every common recipient in that order.
/// Thread: publish() and the counts any; start() and stop() the thread that owns it.
class Broadcaster final : public PublicationSink
{
public:
    /// Puts prepared frames before all I/O threads.
    using Deliver = std::function<void(const Delivery &)>;

    Broadcaster(Metrics &metrics, const Clock &clock, const Config &config, Deliver deliver);
    ~Broadcaster() override;

    void start();
    /// Ends the thread; what still waits is dropped and counted. Blocks: until it has ended.
    void stop();
    void setConfig(const Config &config) EXCLUDES(m_mutex);

    PublishResult publish(Publication &&publication) override EXCLUDES(m_mutex);

    /// Messages waiting and windows on their way to the outboxes; both zero: everything has been delivered.
    [[nodiscard]] size_t depth() const EXCLUDES(m_mutex);
    [[nodiscard]] bool isIdle() const EXCLUDES(m_mutex);

private:
    class Receipt;
    struct Waiting {
        Publication publication;
        TimePoint since;
    };

    void run();
    [[nodiscard]] bool takeWindow(std::vector<Publication> &window) EXCLUDES(m_mutex);
    [[nodiscard]] bool mustWait() const REQUIRES(m_mutex);
    void send(std::vector<Publication> &&window);
    void windowDelivered(TimePoint since) EXCLUDES(m_mutex);

    Metrics &m_metrics;
    const Clock &m_clock;
    Deliver m_deliver;
    std::unique_ptr<QThread> m_thread;

    mutable Mutex m_mutex;
    Condition m_changed;
    std::deque<Waiting> m_waiting GUARDED_BY(m_mutex);
    size_t m_windowsUnderWay GUARDED_BY(m_mutex) = 0;
    size_t m_capacity GUARDED_BY(m_mutex) = 0;
    size_t m_batchSize GUARDED_BY(m_mutex) = 0;
    Milliseconds m_batchWindow GUARDED_BY(m_mutex){0};
    bool m_stopping GUARDED_BY(m_mutex) = false;
};

} // namespace sluice::server

#pragma once

#include "server/config/config.h"
#include "server/events/sinks.h"
#include "server/metrics/metrics.h"
#include "server/topics/topics.h"
#include "server/transport/iothread.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

class QThread;

namespace sluice::server {

/// Sends publications: encodes each once, puts the same bytes before every recipient, one hand-over per I/O thread and
/// window. At once when nothing is under way; under pressure a window leaves at broadcast.batch-size messages or after
/// broadcast.batch-window-ms, and when windows cannot be delivered as fast as messages come, the oldest waiting message
/// is dropped and counted.
/// Of what waits, a later message replaces an earlier one of the same audience, event and key; what has outlived its
/// time to live is dropped; and of identical messages to the same users in one window the last is sent. A topic's
/// messages are numbered when they are sent, so that none of this leaves a gap. Order: two publications that one thread
/// publishes one after the other reach every common recipient in that order. Thread: publish() and the counts any;
/// start() and stop() the thread that owns it.
class Broadcaster final : public PublicationSink
{
public:
    /// Puts prepared frames before all I/O threads.
    using Deliver = std::function<void(const Delivery &)>;

    /// `topics` numbers and keeps what is for topics; null: nobody is subscribed to any.
    Broadcaster(Metrics &metrics, const Clock &clock, const Config &config, Deliver deliver, Topics *topics = nullptr);
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
        std::string keyedAs = {}; ///< How m_latest knows it; empty: not at all.
        bool replaced = false;
    };

    void run();
    [[nodiscard]] bool takeWindow(std::vector<Publication> &window) EXCLUDES(m_mutex);
    [[nodiscard]] bool mustWait() const REQUIRES(m_mutex);
    void replaceEarlier(Waiting &latest) REQUIRES(m_mutex);
    void forgetReplaced() REQUIRES(m_mutex);
    Waiting takeOldest() REQUIRES(m_mutex);
    void send(std::vector<Publication> &&window);
    void sendRun(std::span<Publication> run, const std::shared_ptr<void> &receipt);
    void sendTopicRun(std::span<Publication> run, const Delivery &delivery);
    void sendTopicPart(std::span<Publication> part, Delivery delivery);
    void windowDelivered(TimePoint since) EXCLUDES(m_mutex);

    Metrics &m_metrics;
    const Clock &m_clock;
    Deliver m_deliver;
    Topics *const m_topics;
    std::unique_ptr<QThread> m_thread;

    mutable Mutex m_mutex;
    Condition m_changed;
    std::deque<Waiting> m_waiting GUARDED_BY(m_mutex);
    quint64 m_taken GUARDED_BY(m_mutex) = 0;   // the number of m_waiting's first, counted since the start
    size_t m_replaced GUARDED_BY(m_mutex) = 0; // of those waiting: they only hold their place
    std::unordered_map<std::string, quint64> m_latest GUARDED_BY(m_mutex); // number of the one waiting with that key
    size_t m_windowsUnderWay GUARDED_BY(m_mutex) = 0;
    size_t m_capacity GUARDED_BY(m_mutex) = 0;
    size_t m_batchSize GUARDED_BY(m_mutex) = 0;
    Milliseconds m_batchWindow GUARDED_BY(m_mutex){0};
    std::atomic<bool> m_mergesIdentical{true};
    bool m_stopping GUARDED_BY(m_mutex) = false;
};

} // namespace sluice::server

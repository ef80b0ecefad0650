#include "server/broadcast/broadcaster.h"

#include "server/transport/frameencoder.h"
#include "shared/protocol/codec.h"

#include <QThread>

#include <span>
#include <utility>

namespace sluice::server {

namespace {

// Windows that may be on their way to the outboxes at once; more would only move the queue into the mailboxes.
constexpr size_t kWindowsUnderWay = 4;

bool isSameAudience(const Audience &a, const Audience &b)
{
    return a.everyone == b.everyone && (a.everyone || a.users == b.users);
}

void appendMessage(std::string &frames, std::string &scratch, const Publication &publication)
{
    scratch.clear();
    protocol::appendNotification(scratch, publication.event,
                                 {publication.params.constData(), static_cast<size_t>(publication.params.size())});
    appendTextFrame(frames, scratch);
}

// The frames of messages that have the same recipients: in one block, but each message with a key in its own.
std::vector<SharedFrames> encode(std::span<const Publication> run)
{
    std::vector<SharedFrames> blocks;
    std::string scratch;
    FrameBlock block;
    const auto finish = [&] {
        if (!block.bytes.empty())
            blocks.push_back(std::make_shared<const FrameBlock>(std::exchange(block, {})));
    };
    for (const Publication &publication : run) {
        if (!publication.key.empty())
            finish();
        appendMessage(block.bytes, scratch, publication);
        if (publication.key.empty())
            continue;
        block.key = publication.event + '\0' + publication.key;
        finish();
    }
    finish();
    return blocks;
}

} // namespace

/// Lives as long as any I/O thread has still to deliver its window.
class Broadcaster::Receipt
{
public:
    Receipt(Broadcaster &broadcaster, TimePoint since)
        : m_broadcaster(broadcaster)
        , m_since(since)
    {
    }
    ~Receipt() { m_broadcaster.windowDelivered(m_since); }
    Receipt(const Receipt &) = delete;
    Receipt &operator=(const Receipt &) = delete;

private:
    Broadcaster &m_broadcaster;
    TimePoint m_since;
};

Broadcaster::Broadcaster(Metrics &metrics, const Clock &clock, const Config &config, Deliver deliver)
    : m_metrics(metrics)
    , m_clock(clock)
    , m_deliver(std::move(deliver))
{
    setConfig(config);
}

Broadcaster::~Broadcaster()
{
    stop();
}

void Broadcaster::start()
{
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("bcast"));
    m_thread->start();
}

void Broadcaster::stop()
{
    if (!m_thread)
        return;
    {
        const MutexLock lock(m_mutex);
        m_stopping = true;
        m_metrics.add(Counter::BroadcastsDropped, m_waiting.size());
        m_waiting.clear();
    }
    m_changed.notifyAll();
    m_thread->wait();
    m_thread.reset();
}

void Broadcaster::setConfig(const Config &config)
{
    const MutexLock lock(m_mutex);
    m_capacity = static_cast<size_t>(config.channels.broadcastBufferSize);
    m_batchSize = static_cast<size_t>(config.broadcast.batchSize);
    m_batchWindow = config.broadcast.batchWindow;
}

PublishResult Broadcaster::publish(Publication &&publication)
{
    bool dropped = false;
    bool wake = false;
    {
        const MutexLock lock(m_mutex);
        if (m_stopping) {
            m_metrics.add(Counter::BroadcastsDropped);
            return PublishResult::QueuedDroppingOldest;
        }
        if (m_waiting.size() >= m_capacity) {
            m_waiting.pop_front();
            dropped = true;
        }
        m_waiting.push_back({std::move(publication), m_clock.now()});
        // Between the first and a full window the thread has nothing new to decide.
        wake = m_waiting.size() == 1 || m_waiting.size() == m_batchSize;
    }
    if (wake)
        m_changed.notifyOne();
    m_metrics.add(Counter::BroadcastsQueued);
    if (dropped)
        m_metrics.add(Counter::BroadcastsDropped);
    return dropped ? PublishResult::QueuedDroppingOldest : PublishResult::Queued;
}

size_t Broadcaster::depth() const
{
    const MutexLock lock(m_mutex);
    return m_waiting.size();
}

bool Broadcaster::isIdle() const
{
    const MutexLock lock(m_mutex);
    return m_waiting.empty() && m_windowsUnderWay == 0;
}

void Broadcaster::run()
{
    std::vector<Publication> window;
    while (takeWindow(window))
        send(std::exchange(window, {}));
}

// Waits for the next window. False when the broadcaster stops.
bool Broadcaster::takeWindow(std::vector<Publication> &window)
{
    const MutexLock lock(m_mutex);
    while (!m_stopping && mustWait()) {
        if (m_waiting.empty() || m_windowsUnderWay >= kWindowsUnderWay)
            m_changed.wait(m_mutex);
        else
            m_changed.waitUntil(m_mutex, m_waiting.front().since + m_batchWindow);
    }
    if (m_stopping)
        return false;
    while (!m_waiting.empty() && window.size() < m_batchSize) {
        window.push_back(std::move(m_waiting.front().publication));
        m_waiting.pop_front();
    }
    ++m_windowsUnderWay;
    return true;
}

bool Broadcaster::mustWait() const
{
    if (m_waiting.empty() || m_windowsUnderWay >= kWindowsUnderWay)
        return true;
    if (m_windowsUnderWay == 0)
        return false;
    return m_waiting.size() < m_batchSize && m_clock.now() < m_waiting.front().since + m_batchWindow;
}

void Broadcaster::send(std::vector<Publication> &&window)
{
    const auto receipt = std::make_shared<Receipt>(*this, m_clock.now());
    for (size_t begin = 0; begin < window.size();) {
        // A run of messages to the same recipients goes as one.
        size_t end = begin + 1;
        while (end < window.size() && isSameAudience(window[end].audience, window[begin].audience))
            ++end;
        Delivery delivery;
        delivery.blocks = encode(std::span(window).subspan(begin, end - begin));
        delivery.everyone = window[begin].audience.everyone;
        delivery.users = std::move(window[begin].audience.users);
        delivery.messages = end - begin;
        delivery.receipt = receipt;
        m_deliver(delivery);
        begin = end;
    }
}

void Broadcaster::windowDelivered(TimePoint since)
{
    m_metrics.record(Distribution::BroadcastFanout, m_clock.now() - since);
    {
        const MutexLock lock(m_mutex);
        --m_windowsUnderWay;
    }
    m_changed.notifyOne();
}

} // namespace sluice::server

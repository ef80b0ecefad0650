#include "server/broadcast/broadcaster.h"

#include "server/transport/frameencoder.h"
#include "shared/protocol/codec.h"

#include <QThread>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sluice::server {

namespace {

// Windows that may be on their way to the outboxes at once; more would only move the queue into the mailboxes.
constexpr size_t kWindowsUnderWay = 4;

bool isSameAudience(const Audience &a, const Audience &b)
{
    return a.everyone == b.everyone && a.topic == b.topic && (a.everyone || a.users == b.users);
}

/// What a later message of the same replaces it by: audience, event and key, which NULs keep apart.
std::string keyedAs(const Publication &publication)
{
    if (publication.key.empty())
        return {};
    std::string text = publication.event + '\0' + publication.key + '\0' + publication.audience.topic + '\0';
    text += publication.audience.everyone ? '*' : '-';
    for (const std::string &user : publication.audience.users)
        text += user + '\0';
    return text;
}

/// Drops those of which an identical one comes later. Returns how many.
size_t mergeIdentical(std::vector<Publication> &window, size_t begin, size_t &end)
{
    std::unordered_set<std::string> seen;
    std::vector<Publication> kept; // backwards
    for (size_t i = end; i > begin; --i) {
        Publication &publication = window[i - 1];
        if (seen.insert(publication.event + '\0' + publication.params.toStdString()).second)
            kept.push_back(std::move(publication));
    }
    const size_t merged = end - begin - kept.size();
    std::move(kept.rbegin(), kept.rend(), window.begin() + static_cast<std::ptrdiff_t>(begin));
    end -= merged;
    return merged;
}

/// The frames of messages that have the same recipients: in one block, but each message with a key in its own.
class FrameWriter
{
public:
    void add(const Publication &publication, std::string_view text)
    {
        if (!publication.key.empty())
            finishBlock();
        const size_t before = m_block.bytes.size();
        appendTextFrame(m_block.bytes, text);
        m_bytes += m_block.bytes.size() - before;
        m_ends.push_back(m_bytes);
        if (publication.key.empty())
            return;
        m_block.key = publication.event + '\0' + publication.key;
        finishBlock();
    }
    void finish(Delivery &delivery)
    {
        finishBlock();
        delivery.blocks = std::move(m_blocks);
        delivery.messages = m_ends.size();
        if (delivery.topic)
            delivery.frameEnds = std::move(m_ends);
    }

private:
    void finishBlock()
    {
        if (!m_block.bytes.empty())
            m_blocks.push_back(std::make_shared<const FrameBlock>(std::exchange(m_block, {})));
    }

    FrameBlock m_block;
    std::vector<SharedFrames> m_blocks;
    std::vector<size_t> m_ends;
    size_t m_bytes = 0;
};

void appendMessage(std::string &text, const Publication &publication)
{
    protocol::appendNotification(text, publication.event,
                                 {publication.params.constData(), static_cast<size_t>(publication.params.size())});
}

// With the members that say where in the topic it stands. Names and epochs of topics need no escapes.
void appendMessage(std::string &text, const Publication &publication, const Topic &topic, quint64 seq)
{
    std::string params =
        "{\"topic\":\"" + topic.name + "\",\"epoch\":\"" + topic.epoch + "\",\"seq\":" + std::to_string(seq);
    const std::string_view members(publication.params.constData() + 1,
                                   static_cast<size_t>(publication.params.size()) - 1);
    if (members != "}")
        params += ',';
    params += members;
    protocol::appendNotification(text, publication.event, params);
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

Broadcaster::Broadcaster(Metrics &metrics, const Clock &clock, const Config &config, Deliver deliver, Topics *topics)
    : m_metrics(metrics)
    , m_clock(clock)
    , m_deliver(std::move(deliver))
    , m_topics(topics)
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
        m_metrics.add(Counter::BroadcastsDropped, m_waiting.size() - m_replaced);
        m_waiting.clear();
        m_latest.clear();
        m_replaced = 0;
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
    m_mergesIdentical = config.broadcast.mergeIdentical;
}

PublishResult Broadcaster::publish(Publication &&publication)
{
    std::string key = keyedAs(publication);
    bool dropped = false;
    bool wake = false;
    {
        const MutexLock lock(m_mutex);
        if (m_stopping) {
            m_metrics.add(Counter::BroadcastsDropped);
            return PublishResult::QueuedDroppingOldest;
        }
        m_waiting.push_back({std::move(publication), m_clock.now(), std::move(key)});
        if (!m_waiting.back().keyedAs.empty())
            replaceEarlier(m_waiting.back());
        if (m_replaced > m_capacity)
            forgetReplaced();
        while (m_waiting.size() - m_replaced > m_capacity)
            dropped = !takeOldest().replaced || dropped;
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

// What waits with the same key only holds its place from now on.
void Broadcaster::replaceEarlier(Waiting &latest)
{
    const quint64 number = m_taken + m_waiting.size() - 1;
    const auto [known, isFirst] = m_latest.try_emplace(latest.keyedAs, number);
    if (isFirst)
        return;
    Waiting &earlier = m_waiting[known->second - m_taken];
    earlier.replaced = true;
    earlier.publication = {};
    known->second = number;
    ++m_replaced;
    m_metrics.add(Counter::BroadcastsReplaced);
}

// As many as may wait at all: so that each one is moved once, on average, and they take no more room than the others.
void Broadcaster::forgetReplaced()
{
    std::erase_if(m_waiting, [](const Waiting &waiting) { return waiting.replaced; });
    m_replaced = 0;
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        if (!m_waiting[i].keyedAs.empty())
            m_latest[m_waiting[i].keyedAs] = m_taken + i;
    }
}

Broadcaster::Waiting Broadcaster::takeOldest()
{
    Waiting oldest = std::move(m_waiting.front());
    m_waiting.pop_front();
    ++m_taken;
    if (oldest.replaced)
        --m_replaced;
    else if (!oldest.keyedAs.empty())
        m_latest.erase(oldest.keyedAs);
    return oldest;
}

size_t Broadcaster::depth() const
{
    const MutexLock lock(m_mutex);
    return m_waiting.size() - m_replaced;
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
    const TimePoint now = m_clock.now();
    while (!m_waiting.empty() && window.size() < m_batchSize) {
        Waiting oldest = takeOldest();
        const Milliseconds lives = oldest.publication.timeToLive;
        if (oldest.replaced)
            continue;
        if (lives.count() > 0 && now - oldest.since >= lives)
            m_metrics.add(Counter::BroadcastsExpired);
        else
            window.push_back(std::move(oldest.publication));
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
        const size_t next = end;
        // Who is subscribed to a topic gets all of its messages.
        if (end - begin > 1 && window[begin].audience.topic.empty() && m_mergesIdentical)
            m_metrics.add(Counter::BroadcastsMerged, mergeIdentical(window, begin, end));
        sendRun(std::span(window).subspan(begin, end - begin), receipt);
        begin = next;
    }
}

void Broadcaster::sendRun(std::span<Publication> run, const std::shared_ptr<void> &receipt)
{
    Delivery delivery;
    delivery.everyone = run.front().audience.everyone;
    delivery.users = run.front().audience.users;
    delivery.receipt = receipt;
    FrameWriter frames;
    std::string text;
    if (run.front().audience.topic.empty()) {
        for (const Publication &publication : run) {
            text.clear();
            appendMessage(text, publication);
            frames.add(publication, text);
        }
        frames.finish(delivery);
        m_deliver(delivery);
        return;
    }
    if (m_topics)
        sendTopicRun(run, delivery);
}

// Numbered ones and those that only pass by go each on their own, so that a run has its numbers without a gap.
void Broadcaster::sendTopicRun(std::span<Publication> run, const Delivery &delivery)
{
    while (!run.empty()) {
        const bool passing = run.front().passing;
        const auto end = std::find_if(run.begin(), run.end(), [passing](const Publication &publication) {
            return publication.passing != passing;
        });
        sendTopicPart(run.first(static_cast<size_t>(end - run.begin())), delivery);
        run = run.subspan(static_cast<size_t>(end - run.begin()));
    }
}

void Broadcaster::sendTopicPart(std::span<Publication> part, Delivery delivery)
{
    const bool passing = part.front().passing;
    const auto [topic, first] = m_topics->reserve(part.front().audience.topic, passing ? 0 : part.size());
    if (!topic)
        return; // nobody is there and nothing is kept
    delivery.topic = topic;
    delivery.firstSeq = passing ? 0 : first;
    FrameWriter frames;
    std::vector<TopicHistory::Text> kept;
    std::string text;
    for (size_t i = 0; i < part.size(); ++i) {
        text.clear();
        if (passing)
            appendMessage(text, part[i]);
        else
            appendMessage(text, part[i], *topic, first + i);
        frames.add(part[i], text);
        if (!passing && topic->rule->history > 0)
            kept.push_back(std::make_shared<const std::string>(text));
    }
    if (!passing)
        m_topics->keep(*topic, first, part.size(), kept);
    frames.finish(delivery);
    m_deliver(delivery);
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

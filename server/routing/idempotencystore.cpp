#include "server/routing/idempotencystore.h"

#include "shared/protocol/codec.h"

namespace sluice::server {

IdempotencyStore::IdempotencyStore(const Config &config, Metrics &metrics, Random &random)
    : m_metrics(metrics)
    , m_hasher(random)
{
    setLimits(config);
    m_metrics.setGauge(Gauge::IdempotencyKeys, [this] { return static_cast<double>(m_keys.load()); });
    m_metrics.setGauge(Gauge::IdempotencyBytes, [this] { return static_cast<double>(m_bytes.load()); });
}

IdempotencyStore::~IdempotencyStore()
{
    m_metrics.setGauge(Gauge::IdempotencyKeys, {});
    m_metrics.setGauge(Gauge::IdempotencyBytes, {});
}

void IdempotencyStore::setLimits(const Config &config) noexcept
{
    m_keepMs.store(config.idempotency.keep.count(), std::memory_order_relaxed);
    m_mostBytes.store(static_cast<size_t>(config.idempotency.maxBytes) / kShards, std::memory_order_relaxed);
}

Result<IdempotencyStore::Entrance> IdempotencyStore::enter(Request &request, TimePoint now)
{
    const KeyHash key = keyOf(request);
    const KeyHash params = m_hasher(request.params);
    Shard &shard = shardOf(key);
    const MutexLock lock(shard.mutex);
    forgetOldest(shard, now);
    const auto [found, isNew] = shard.entries.try_emplace(key);
    Entry &entry = found->second;
    if (isNew) {
        entry.params = params;
        request.holdsKey = true;
        ++m_keys;
        return Entrance{};
    }
    if (entry.params != params)
        return failure(ErrorCode::InvalidParams,
                       protocol::invalidParamsData("idempotencyKey", "was used with other params"));
    m_metrics.add(Counter::IdempotentRepeats);
    if (entry.isSettled)
        return Entrance{Part::Repeated, entry.result};
    entry.waiting.push_back(&request);
    request.waitsForKey = true;
    return Entrance{Part::Waiting, {}};
}

std::vector<Request *> IdempotencyStore::settle(Request &request, const Result<QByteArray> &reply, TimePoint now)
{
    if (!reply)
        return abandon(request);
    const KeyHash key = keyOf(request);
    request.holdsKey = false;
    Shard &shard = shardOf(key);
    const MutexLock lock(shard.mutex);
    Entry &entry = shard.entries[key];
    entry.isSettled = true;
    entry.result = *reply;
    entry.settledAt = now;
    shard.settled.push_back(key);
    shard.bytes += bytesOf(entry);
    m_bytes += bytesOf(entry);
    std::vector<Request *> waiting = std::exchange(entry.waiting, {});
    forgetOldest(shard, now);
    return waiting;
}

std::vector<Request *> IdempotencyStore::abandon(Request &request)
{
    const KeyHash key = keyOf(request);
    request.holdsKey = false;
    Shard &shard = shardOf(key);
    const MutexLock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    std::vector<Request *> waiting = std::move(found->second.waiting);
    shard.entries.erase(found);
    --m_keys;
    return waiting;
}

bool IdempotencyStore::leave(Request &request)
{
    const KeyHash key = keyOf(request);
    Shard &shard = shardOf(key);
    const MutexLock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    return found != shard.entries.end() && std::erase(found->second.waiting, &request) > 0;
}

void IdempotencyStore::expire(TimePoint now)
{
    for (Shard &shard : m_shards) {
        const MutexLock lock(shard.mutex);
        forgetOldest(shard, now);
    }
}

KeyHash IdempotencyStore::keyOf(const Request &request) const
{
    // No part but the last can have a NUL.
    std::string text(1, request.principal ? 'u' : 'c');
    text += request.principal ? request.principal->userId : std::to_string(request.connection.value);
    text += '\0';
    text += request.spec->id;
    text += '\0';
    text += request.idempotencyKey;
    return m_hasher(text);
}

void IdempotencyStore::forgetOldest(Shard &shard, TimePoint now)
{
    const std::chrono::milliseconds keep(m_keepMs.load(std::memory_order_relaxed));
    const size_t most = m_mostBytes.load(std::memory_order_relaxed);
    while (!shard.settled.empty()) {
        const auto oldest = shard.entries.find(shard.settled.front());
        if (now - oldest->second.settledAt < keep && shard.bytes <= most)
            return;
        m_bytes -= bytesOf(oldest->second);
        shard.bytes -= bytesOf(oldest->second);
        shard.entries.erase(oldest);
        shard.settled.pop_front();
        --m_keys;
    }
}

} // namespace sluice::server

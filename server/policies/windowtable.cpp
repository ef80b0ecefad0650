#include "server/policies/windowtable.h"

#include <algorithm>

namespace sluice::server {

WindowTable::WindowTable(size_t maxKeys)
    : m_maxKeys(maxKeys)
{
}

WindowTable::Decision WindowTable::tryAdmit(const KeyHash &key, const RateLimit &limit, TimePoint now)
{
    const size_t index = shardIndex(key);
    Shard &shard = m_shards[index];
    {
        MutexLock lock(shard.mutex);
        const auto found = shard.entries.find(key);
        if (found != shard.entries.end()) {
            const Decision decision = admitIn(shard, *found, limit, now);
            expireIn(shard, now, kExpiredPerAccess);
            return decision;
        }
    }
    // A place is reserved without a lock held, as making room may have to look into other shards.
    if (!reserveKey(index, now))
        return {Verdict::TableFull, Duration::zero()};

    MutexLock lock(shard.mutex);
    const auto [position, isNew] = shard.entries.try_emplace(key);
    if (isNew)
        shard.linkNewest(*position);
    else
        m_size.fetch_sub(1, std::memory_order_relaxed); // another thread brought the same key meanwhile
    const Decision decision = admitIn(shard, *position, limit, now);
    expireIn(shard, now, kExpiredPerAccess);
    return decision;
}

WindowTable::Decision WindowTable::admitIn(Shard &shard, Node &node, const RateLimit &limit, TimePoint now)
{
    shard.touch(node);
    SlidingWindow &window = node.second.window;
    window.reconfigure(limit.count, limit.window);
    const bool isAdmitted = window.tryAdmit(now);
    const auto used = static_cast<quint32>(window.used());
    Demand &demand = node.second.demand;
    if (demand.asked++ == 0)
        demand.before = used - (isAdmitted ? 1 : 0);
    demand.peak = std::max(demand.peak, used);
    if (isAdmitted)
        return {};
    return {Verdict::Limited, window.retryAfter(now)};
}

void WindowTable::withdraw(const KeyHash &key, TimePoint admitted)
{
    Shard &shard = m_shards[shardIndex(key)];
    MutexLock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    if (found == shard.entries.end())
        return;
    found->second.window.withdraw(admitted);
    if (found->second.demand.asked > 0)
        --found->second.demand.asked;
}

int WindowTable::used(const KeyHash &key)
{
    Shard &shard = m_shards[shardIndex(key)];
    MutexLock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    return found == shard.entries.end() ? 0 : found->second.window.used();
}

std::optional<WindowTable::Look> WindowTable::look(const KeyHash &key, TimePoint now)
{
    Shard &shard = m_shards[shardIndex(key)];
    MutexLock lock(shard.mutex);
    const auto found = shard.entries.find(key);
    if (found == shard.entries.end())
        return std::nullopt;
    const SlidingWindow &window = found->second.window;
    const int used = window.used(now);
    return Look{used, used < window.limit() ? Duration::zero() : window.retryAfter(now)};
}

// A few buckets at a time. When a shard has grown meanwhile, all of it have moved.
template <typename Show>
void WindowTable::eachEntry(WhenMoved whenMoved, const Show &show)
{
    for (Shard &shard : m_shards) {
        size_t buckets = 0;
        for (size_t from = 0; from == 0 || from < buckets; from += kBucketsPerVisit) {
            MutexLock lock(shard.mutex);
            if (whenMoved == WhenMoved::BeginAnew && buckets != shard.entries.bucket_count())
                from = 0;
            buckets = shard.entries.bucket_count();
            for (size_t bucket = from; bucket < std::min(from + kBucketsPerVisit, buckets); ++bucket) {
                for (auto entry = shard.entries.begin(bucket); entry != shard.entries.end(bucket); ++entry)
                    show(*entry);
            }
        }
    }
}

void WindowTable::visit(const std::function<void(const KeyHash &key, const SlidingWindow &window)> &show)
{
    eachEntry(WhenMoved::GoOn, [&show](const Node &node) { show(node.first, node.second.window); });
}

// Those that were shown have nothing left.
void WindowTable::collect(const std::function<void(const KeyHash &key, const Demand &demand)> &show)
{
    eachEntry(WhenMoved::BeginAnew, [&show](Node &node) {
        if (node.second.demand.asked > 0)
            show(node.first, std::exchange(node.second.demand, {}));
    });
}

size_t WindowTable::expire(TimePoint now, size_t most)
{
    size_t removed = 0;
    for (size_t visited = 0; visited < kShards && removed < most; ++visited) {
        Shard &shard = m_shards[m_nextShardToExpire.fetch_add(1, std::memory_order_relaxed) % kShards];
        MutexLock lock(shard.mutex);
        removed += expireIn(shard, now, most - removed);
    }
    return removed;
}

size_t WindowTable::shardIndex(const KeyHash &key) noexcept
{
    return key.high % kShards; // the map inside uses the low half
}

bool WindowTable::reserveKey(size_t firstShard, TimePoint now)
{
    size_t size = m_size.load(std::memory_order_relaxed);
    for (;;) {
        if (size < m_maxKeys.load(std::memory_order_relaxed)) {
            if (m_size.compare_exchange_weak(size, size + 1, std::memory_order_relaxed))
                return true;
        } else {
            if (!evictIdle(firstShard, now))
                return false;
            size = m_size.load(std::memory_order_relaxed);
        }
    }
}

bool WindowTable::evictIdle(size_t firstShard, TimePoint now)
{
    for (size_t i = 0; i < kShards; ++i) {
        Shard &shard = m_shards[(firstShard + i) % kShards];
        MutexLock lock(shard.mutex);
        if (expireIn(shard, now, 1) > 0)
            return true;
    }
    return false;
}

size_t WindowTable::expireIn(Shard &shard, TimePoint now, size_t most)
{
    size_t removed = 0;
    while (removed < most && shard.removeOldestIfIdle(now))
        ++removed;
    if (removed > 0) {
        m_size.fetch_sub(removed, std::memory_order_relaxed);
        shard.shrink();
    }
    return removed;
}

void WindowTable::Shard::linkNewest(Node &node)
{
    node.second.newer = nullptr;
    node.second.older = newest;
    (newest != nullptr ? newest->second.newer : oldest) = &node;
    newest = &node;
}

void WindowTable::Shard::unlink(Node &node)
{
    const Entry &entry = node.second;
    (entry.newer != nullptr ? entry.newer->second.older : newest) = entry.older;
    (entry.older != nullptr ? entry.older->second.newer : oldest) = entry.newer;
}

void WindowTable::Shard::touch(Node &node)
{
    if (newest == &node)
        return;
    unlink(node);
    linkNewest(node);
}

bool WindowTable::Shard::removeOldestIfIdle(TimePoint now)
{
    if (oldest == nullptr || !oldest->second.window.isIdle(now))
        return false;
    Node &node = *oldest;
    unlink(node);
    const KeyHash key = node.first; // erase() must not read what it frees
    entries.erase(key);
    return true;
}

void WindowTable::Shard::shrink()
{
    // A table that was large once gives its buckets back; the factor keeps a table in use from doing so again and
    // again.
    if (entries.bucket_count() > kBucketsKept && entries.size() < entries.bucket_count() / 16)
        entries.rehash(entries.size() * 2);
}

} // namespace sluice::server

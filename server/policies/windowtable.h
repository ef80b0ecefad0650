#pragma once

#include "server/events/eventspec.h"
#include "server/policies/keyhash.h"
#include "server/policies/slidingwindow.h"
#include "shared/base/cacheline.h"
#include "shared/base/mutex.h"

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

namespace sluice::server {

/// The sliding windows of many keys, bounded in number. A key lives from its first admission until its window is idle
/// and the table needs the place or gets around to it: each access also removes a few idle keys of its shard, least
/// recently used first, and `expire` does the same for shards that nobody uses. Memory per key: below 100 bytes plus
/// the timestamps beyond the first two.
/// Full: the least recently used idle key goes. An active key never goes, because its user would get a fresh limit;
/// when every key is active the new one is refused.
/// Thread: any (one lock per shard inside).
class WindowTable
{
public:
    enum class Verdict { Admitted, Limited, TableFull };
    struct Decision {
        Verdict verdict = Verdict::Admitted;
        Duration retryAfter{0}; ///< When Limited.
    };

    explicit WindowTable(size_t maxKeys);

    /// A smaller number than there are keys removes none by itself.
    void setMaxKeys(size_t maxKeys) noexcept { m_maxKeys.store(maxKeys, std::memory_order_relaxed); }

    /// One permit of that key's window, decided and recorded in one step. The limit is given each time, so that a
    /// changed one applies at the next use and the history stays.
    [[nodiscard]] Decision tryAdmit(const KeyHash &key, const RateLimit &limit, TimePoint now);
    /// Gives back the permit that the key got at `admitted`.
    void withdraw(const KeyHash &key, TimePoint admitted);
    /// How many permits the key's window holds, as of its last use.
    [[nodiscard]] int used(const KeyHash &key);
    /// What a key's window would say now, without asking it for a permit.
    struct Look {
        int used = 0;
        Duration freeIn{0}; ///< Until there is a permit; zero when there is one.
    };
    /// Nothing when the key has no window.
    [[nodiscard]] std::optional<Look> look(const KeyHash &key, TimePoint now);
    /// Shows all windows, a few at a time, so that no admission waits for long. Those that come, go or move meanwhile
    /// may be left out or shown twice. Requires: `show` does not use the table.
    void visit(const std::function<void(const KeyHash &key, const SlidingWindow &window)> &show);
    /// What a key's window was asked since it was collected last.
    struct Demand {
        quint32 asked = 0;  ///< For permits, the refused ones too, less those that were given back.
        quint32 before = 0; ///< Permits that it held when the first of them asked.
        quint32 peak = 0;   ///< The most that it held.
    };
    /// Shows what all windows were asked and begins anew, a few at a time as visit() does, and nobody twice for one
    /// permit. Thread: one at a time. Requires: `show` does not use the table.
    void collect(const std::function<void(const KeyHash &key, const Demand &demand)> &show);
    /// Removes idle keys, at most `most`, from the shards in turn; returns how many. For a timer.
    size_t expire(TimePoint now, size_t most);

    [[nodiscard]] size_t size() const noexcept { return m_size.load(std::memory_order_relaxed); }

private:
    static constexpr size_t kShards = 64;
    static constexpr size_t kExpiredPerAccess = 2;
    static constexpr size_t kBucketsKept = 1024;
    static constexpr size_t kBucketsPerVisit = 256; // of a shard, in one go

    struct Entry;
    using Node = std::pair<const KeyHash, Entry>; // what the map holds; 96 bytes of heap each
    struct Entry {
        SlidingWindow window;
        Node *newer = nullptr; // towards the most recently used
        Node *older = nullptr;
        Demand demand;
    };
    struct alignas(kCacheLine) Shard {
        // A bucket takes 8 bytes, and there may be a million keys.
        Shard() { entries.max_load_factor(2); }

        Mutex mutex;
        std::unordered_map<KeyHash, Entry> entries GUARDED_BY(mutex);
        Node *newest GUARDED_BY(mutex) = nullptr;
        Node *oldest GUARDED_BY(mutex) = nullptr;

        void linkNewest(Node &node) REQUIRES(mutex);
        void unlink(Node &node) REQUIRES(mutex);
        void touch(Node &node) REQUIRES(mutex);
        [[nodiscard]] bool removeOldestIfIdle(TimePoint now) REQUIRES(mutex);
        void shrink() REQUIRES(mutex);
    };

    enum class WhenMoved { GoOn, BeginAnew };
    template <typename Show>
    void eachEntry(WhenMoved whenMoved, const Show &show);
    [[nodiscard]] static size_t shardIndex(const KeyHash &key) noexcept;
    [[nodiscard]] static Decision admitIn(Shard &shard, Node &node, const RateLimit &limit, TimePoint now)
        REQUIRES(shard.mutex);
    [[nodiscard]] bool reserveKey(size_t firstShard, TimePoint now);
    [[nodiscard]] bool evictIdle(size_t firstShard, TimePoint now);
    size_t expireIn(Shard &shard, TimePoint now, size_t most) REQUIRES(shard.mutex);

    std::array<Shard, kShards> m_shards;
    std::atomic<size_t> m_maxKeys;
    std::atomic<size_t> m_size{0};
    std::atomic<size_t> m_nextShardToExpire{0};
};

} // namespace sluice::server

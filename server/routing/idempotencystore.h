#pragma once

#include "server/config/config.h"
#include "server/events/request.h"
#include "server/metrics/metrics.h"
#include "server/policies/keyhash.h"
#include "shared/base/cacheline.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"

#include <array>
#include <atomic>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// What became of requests that came with an idempotency key, so that a retry is not run a second time.
///
/// A key counts within its user (an anonymous client's: its connection) and event; events that are `idempotent` need
/// none, and theirs are ignored. The first request with a key runs. While it is on its way, later ones wait for it and
/// are answered as it is, or time out by themselves. What it did is kept when it succeeded, also when that came too
/// late for its client, and later requests get that at once. When it failed it has done nothing, and the key is free
/// again; so too when it never ran, but then those that wait have no answer coming and are told to try again.
///
/// Kept results are bounded in bytes and time, the oldest go first. Keys on their way and who waits for them are
/// bounded by what is in flight. Nothing outlives the process. Thread: any (one lock per shard).
class IdempotencyStore
{
public:
    /// What a request is that comes with a key.
    enum class Part {
        First,   ///< It holds the key now. Whoever ends it says so: settle() or abandon().
        Waiting, ///< For the one that holds the key: that one's end gives it back.
        Repeated ///< It is answered with the first one's result.
    };
    struct Entrance {
        Part part = Part::First;
        QByteArray result; ///< When repeated.
    };

    IdempotencyStore(const Config &config, Metrics &metrics, Random &random);
    ~IdempotencyStore();

    void setLimits(const Config &config) noexcept;

    /// Requires: it has a key, and its event is not idempotent. Errors: InvalidParams when the key was used with other
    /// params. Thread: its I/O thread.
    [[nodiscard]] Result<Entrance> enter(Request &request, TimePoint now);
    /// The handler of the one that holds a key has come to an end. Returns those that waited: the caller's to answer.
    [[nodiscard]] std::vector<Request *> settle(Request &request, const Result<QByteArray> &reply, TimePoint now);
    /// It never ran, and will not. Returns those that waited: the caller's to answer.
    [[nodiscard]] std::vector<Request *> abandon(Request &request);
    /// One that waited has ended by itself. Returns whether it was still waiting: else its completion is on the way.
    [[nodiscard]] bool leave(Request &request);
    /// Forgets what is too old; for a timer.
    void expire(TimePoint now);

private:
    static constexpr size_t kShards = 16;
    // About what an entry costs beside its result.
    static constexpr size_t kEntryBytes = 200;

    struct Entry {
        KeyHash params;
        bool isSettled = false;
        QByteArray result;
        TimePoint settledAt;
        std::vector<Request *> waiting;
    };
    using Entries = std::unordered_map<KeyHash, Entry>;
    struct alignas(kCacheLine) Shard {
        Mutex mutex;
        Entries entries GUARDED_BY(mutex);
        std::deque<KeyHash> settled GUARDED_BY(mutex); // the oldest first
        size_t bytes GUARDED_BY(mutex) = 0;            // of the settled
    };

    [[nodiscard]] KeyHash keyOf(const Request &request) const;
    [[nodiscard]] Shard &shardOf(const KeyHash &key) noexcept { return m_shards[key.high % kShards]; }
    [[nodiscard]] static size_t bytesOf(const Entry &entry)
    {
        return kEntryBytes + static_cast<size_t>(entry.result.size());
    }
    void forgetOldest(Shard &shard, TimePoint now) REQUIRES(shard.mutex);

    Metrics &m_metrics;
    KeyHasher m_hasher;
    std::atomic<qint64> m_keepMs{0};
    std::atomic<size_t> m_mostBytes{0}; // of each shard
    std::atomic<size_t> m_keys{0};
    std::atomic<size_t> m_bytes{0}; // of all shards
    std::array<Shard, kShards> m_shards;
};

} // namespace sluice::server

#include "server/policies/limitreplay.h"

#include "server/policies/bucketcounts.h"
#include "server/policies/slidingwindow.h"

#include <algorithm>

namespace sluice::server {

namespace {

/// How many are admitted when each slot takes what the slots before it have left of the limit, as far back as
/// `reaches` says.
template <typename Reaches>
quint64 admitted(std::span<const DemandSlot> slots, quint64 limit, const Reaches &reaches)
{
    std::vector<quint64> taken(slots.size());
    quint64 counting = 0;
    quint64 total = 0;
    size_t oldest = 0;
    for (size_t i = 0; i < slots.size(); ++i) {
        while (oldest < i && !reaches(slots[i], slots[oldest]))
            counting -= taken[oldest++];
        taken[i] = std::min(slots[i].asked, limit - std::min(limit, counting));
        counting += taken[i];
        total += taken[i];
    }
    return total;
}

} // namespace

ReplayBounds replayLimit(std::span<const DemandSlot> slots, int limit, Duration window)
{
    if (limit <= 0)
        return {};
    quint64 asked = 0;
    for (const DemandSlot &slot : slots)
        asked += slot.asked;
    const auto count = static_cast<quint64>(limit);
    // Windows that are counted by sub-buckets forget up to one of these too late.
    const bool isCounted = limit > SlidingWindow::kMaxExactEntries;
    const Duration longest = isCounted ? Duration(window + window / (BucketCounts::kBuckets - 1)) : window;
    const quint64 most = admitted(slots, count, [window](const DemandSlot &slot, const DemandSlot &before) {
        return slot.end - before.begin < window;
    });
    const quint64 least = admitted(slots, count, [longest](const DemandSlot &slot, const DemandSlot &before) {
        return slot.begin - before.end <= longest;
    });
    return {asked - most, asked - least};
}

} // namespace sluice::server

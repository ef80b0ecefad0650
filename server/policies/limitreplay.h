#pragma once

#include "shared/base/clock.h"

#include <span>
#include <vector>

namespace sluice::server {

/// How many asked for a permit of one window within a stretch of time; when exactly is not known.
struct DemandSlot {
    TimePoint begin; ///< None of them asked before.
    TimePoint end;   ///< None of them asked later.
    quint64 asked = 0;
};

/// Between these is what is told.
struct ReplayBounds {
    quint64 least = 0;
    quint64 most = 0;

    bool operator==(const ReplayBounds &) const = default;
};

/// How many of those who asked a sliding window of that limit would have refused, had it been empty before the first:
/// whenever in its slot each has asked, no fewer than `least` and no more than `most`. Slots in the order of their
/// ends; they may overlap. Limit 0 refuses nobody.
///
/// In slots that lie within one window no more than the limit is admitted; taking as many as possible as early as
/// possible admits the most. And somebody is refused only if the limit was admitted in the window before, all of it in
/// slots that touch it; so who takes only what these have left admits no more than the limit does.
[[nodiscard]] ReplayBounds replayLimit(std::span<const DemandSlot> slots, int limit, Duration window);

} // namespace sluice::server

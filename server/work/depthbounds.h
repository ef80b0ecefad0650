#pragma once

#include "server/config/config.h"
#include "server/events/eventspec.h"

#include <array>
#include <limits>

namespace sluice::server {

/// At which depth of the queue, all lanes together, something happens. By default nothing does.
/// Units: jobs that wait already. Thread: any (a value).
struct DepthBounds {
    static constexpr size_t kNever = std::numeric_limits<size_t>::max();

    size_t alert = kNever;                                         ///< Accepted, and counted as under pressure.
    std::array<size_t, kLaneCount> refuse{kNever, kNever, kNever}; ///< Refused, by lane.

    /// Low from backpressure.drop-threshold on, normal from halfway there to full, high at full only, which
    /// channels.overflow decides. None is below 1: an empty queue takes everything.
    [[nodiscard]] static DepthBounds fromConfig(const Config &config);
};

} // namespace sluice::server

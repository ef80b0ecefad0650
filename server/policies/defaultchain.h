#pragma once

#include "server/config/config.h"
#include "server/policies/policy.h"

#include <memory>
#include <vector>

namespace sluice {
class Random;
}

namespace sluice::server {

class BoundedPriorityQueue;
class Metrics;
class Mutes;
class OverloadPolicy;
class ParamsPolicy;
class RateLimitPolicy;

/// What the policies of the default chain need; everything outlives the chain.
struct ChainParts {
    BoundedPriorityQueue &queue;
    Metrics &metrics;
    const Clock &clock;
    Random &random;
    const Mutes *mutes = nullptr; ///< Null: nobody can be muted.
};

/// The policies in the order in which they are asked, and those of them that have limits to change.
struct DefaultChain {
    std::vector<std::unique_ptr<Policy>> policies;
    RateLimitPolicy *rateLimits = nullptr;
    OverloadPolicy *overload = nullptr;
    ParamsPolicy *params = nullptr;

    /// Applies a changed configuration to all of them. Thread: any.
    void setLimits(const Config &config);
};

/// Thread: any.
[[nodiscard]] DefaultChain makeDefaultChain(const Config &config, const ChainParts &parts);

} // namespace sluice::server

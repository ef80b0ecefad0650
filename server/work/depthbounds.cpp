#include "server/work/depthbounds.h"

#include <algorithm>
#include <cmath>

namespace sluice::server {

namespace {

size_t shareOf(int capacity, double share)
{
    return std::max<size_t>(1, static_cast<size_t>(std::lround(share * capacity)));
}

} // namespace

DepthBounds DepthBounds::fromConfig(const Config &config)
{
    const int capacity = config.channels.messageQueueSize;
    const double drop = config.backpressure.dropThreshold;
    DepthBounds bounds;
    bounds.alert = shareOf(capacity, config.backpressure.alertThreshold);
    bounds.refuse[static_cast<size_t>(Lane::Normal)] = shareOf(capacity, (drop + 1) / 2);
    bounds.refuse[static_cast<size_t>(Lane::Low)] = shareOf(capacity, drop);
    return bounds;
}

} // namespace sluice::server

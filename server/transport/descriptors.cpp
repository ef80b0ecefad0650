#include "server/transport/descriptors.h"

#include <algorithm>

#include <sys/resource.h>

namespace sluice::server {

int descriptorLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1u << 30));
}

int apiDescriptors(const Config &config)
{
    constexpr int kShare = 8;
    if (!config.listen.api.enabled && !config.listen.apiTls.enabled)
        return 0;
    return std::min(config.api.maxConnections, std::max(1, descriptorLimit() / kShare));
}

} // namespace sluice::server

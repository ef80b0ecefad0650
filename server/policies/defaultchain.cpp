#include "server/policies/defaultchain.h"

#include "server/policies/authpolicy.h"
#include "server/policies/breakerpolicy.h"
#include "server/policies/mutes.h"
#include "server/policies/overloadpolicy.h"
#include "server/policies/paramspolicy.h"
#include "server/policies/ratelimitpolicy.h"

namespace sluice::server {

void DefaultChain::setLimits(const Config &config)
{
    rateLimits->setLimits(config);
    overload->setLimits(config);
    params->setLimits(config);
}

DefaultChain makeDefaultChain(const Config &config, const ChainParts &parts)
{
    DefaultChain chain;

    // Who asks, and may they? First, because it costs next to nothing and nobody may learn more or spend anything
    // before it is answered. The role comes with it: both look at the principal only.
    chain.policies.push_back(std::make_unique<AuthPolicy>(parts.clock));

    // Who is muted spends nothing, and learns nothing that others would not be told.
    if (parts.mutes)
        chain.policies.push_back(std::make_unique<MutePolicy>(*parts.mutes, parts.metrics));

    // Before overload: a user who floods has to see the own limit, and must not take room by being refused for load.
    // Inside, the widest comes first: what is for all is asked before windows are looked up.
    auto rateLimits = std::make_unique<RateLimitPolicy>(config, parts.metrics, parts.random);
    chain.rateLimits = rateLimits.get();
    chain.policies.push_back(std::move(rateLimits));

    // After the limits, which give their permits back when the server cannot take what they admitted.
    auto overload = std::make_unique<OverloadPolicy>(config, parts.queue, parts.metrics, parts.random);
    chain.overload = overload.get();
    chain.policies.push_back(std::move(overload));

    // After overload, so that its few probes are requests that the queue takes. Its refusals give the limits' permits
    // back, as the client cannot help that a handler fails.
    chain.policies.push_back(std::make_unique<BreakerPolicy>(parts.metrics, parts.random));

    // Last, because reading the parameters is the only check that costs more the longer the message is.
    auto params = std::make_unique<ParamsPolicy>(config, parts.metrics);
    chain.params = params.get();
    chain.policies.push_back(std::move(params));

    return chain;
}

} // namespace sluice::server

#include "server/routing/policychain.h"

namespace sluice::server {

PolicyChain::PolicyChain(std::vector<std::unique_ptr<Policy>> policies)
    : m_policies(std::move(policies))
{
}

std::optional<Refusal> PolicyChain::admit(const Request &request, TimePoint now)
{
    for (size_t i = 0; i < m_policies.size(); ++i) {
        Policy &policy = *m_policies[i];
        auto refusal = policy.admit(request, now);
        if (request.verdicts)
            request.verdicts->push_back({policy.name(), !refusal, policy.explain(request)});
        if (!refusal)
            continue;
        if (refusal->serverFault)
            withdraw(request, now, i);
        return refusal;
    }
    return std::nullopt;
}

std::optional<Refusal> PolicyChain::admitFault(std::string_view address, TimePoint now)
{
    for (const auto &policy : m_policies) {
        if (auto refusal = policy->admitFault(address, now))
            return refusal;
    }
    return std::nullopt;
}

Error PolicyChain::turnAway(const Request &request)
{
    withdraw(request, request.admitted, m_policies.size());
    for (const auto &policy : m_policies) {
        if (auto error = policy->turnAway(request))
            return *std::move(error);
    }
    return {ErrorCode::Overloaded, {}, {}};
}

void PolicyChain::withdraw(const Request &request, TimePoint now, size_t count)
{
    while (count > 0)
        m_policies[--count]->withdraw(request, now);
}

} // namespace sluice::server

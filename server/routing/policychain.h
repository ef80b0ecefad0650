#pragma once

#include "server/policies/policy.h"

#include <memory>
#include <optional>
#include <vector>

namespace sluice::server {

/// Asks the policies in order; the first refusal ends it. What earlier ones recorded is given back when the refusal
/// is the server's fault, and stays spent when it is the client's.
/// Thread: I/O threads, several at once. Blocks: never.
class PolicyChain
{
public:
    explicit PolicyChain(std::vector<std::unique_ptr<Policy>> policies);

    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now);
    /// Records what was refused for the client's own fault before `admit` came to the limits. What it returns is told
    /// in place of the fault.
    [[nodiscard]] std::optional<Refusal> admitFault(std::string_view address, TimePoint now);
    /// Gives back everything that `admit` recorded for an admitted request that did not fit into the queue.
    /// Returns what to tell its client.
    [[nodiscard]] Error turnAway(const Request &request);

private:
    void withdraw(const Request &request, TimePoint now, size_t count);

    std::vector<std::unique_ptr<Policy>> m_policies;
};

} // namespace sluice::server

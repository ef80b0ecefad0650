#pragma once

#include "server/events/request.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace sluice::server {

/// Why a policy refused, and whether the event's own limits and permits should be given back: a refusal for the
/// server's sake (overload, breaker) gives them back, one for the client's own fault does not.
struct Refusal {
    Error error;
    bool serverFault = false;
};

/// One admission rule. The chain asks each in turn; the first that refuses ends it.
/// Thread: I/O threads, several at once. Blocks: never.
class Policy
{
public:
    virtual ~Policy() = default;

    /// For traces.
    [[nodiscard]] virtual const char *name() const noexcept = 0;
    /// Decides and records in one step. Nothing: admitted.
    [[nodiscard]] virtual std::optional<Refusal> admit(const Request &request, TimePoint now) = 0;
    /// Gives back what `admit` took, because a later policy or the queue refused for the server's sake.
    virtual void withdraw(const Request &, TimePoint) { }
    /// Records a message from that address that was refused for the client's own fault before the limits were asked:
    /// malformed, unknown, unauthorized. What it refuses is told in place of the fault.
    [[nodiscard]] virtual std::optional<Refusal> admitFault(std::string_view address, TimePoint now)
    {
        Q_UNUSED(address)
        Q_UNUSED(now)
        return std::nullopt;
    }
    /// What to tell the client of an admitted request that the queue did not take, from the policy that knows.
    [[nodiscard]] virtual std::optional<Error> turnAway(const Request &) { return std::nullopt; }
    /// What `admit` has just decided this request by, as a JSON object; empty: nothing to tell. For traces.
    [[nodiscard]] virtual std::string explain(const Request &) { return {}; }
};

} // namespace sluice::server

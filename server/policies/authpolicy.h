#pragma once

#include "server/policies/policy.h"
#include "shared/base/clock.h"

namespace sluice::server {

/// Who may call an event: `requires-auth` and `requires-role` of events.toml. Default deny: without a principal, or
/// with one that is not explicitly authenticated, only events that ask for neither pass.
/// Errors: Unauthorized; TokenExpired once the principal's token ended (wall clock); Forbidden when it has none of the
/// roles. Events open to everybody stay open to an expired token, or nobody could log in again.
/// Thread: any (no state).
class AuthPolicy final : public Policy
{
public:
    explicit AuthPolicy(const Clock &clock);

    [[nodiscard]] const char *name() const noexcept override { return "auth"; }
    [[nodiscard]] std::optional<Refusal> admit(const Request &request, TimePoint now) override;

private:
    [[nodiscard]] bool isExpired(const Principal &principal) const noexcept;

    const Clock &m_clock;
};

} // namespace sluice::server

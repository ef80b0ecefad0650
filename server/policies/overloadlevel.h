#pragma once

#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"

#include <optional>
#include <utility>

namespace sluice::server {

/// The state that operators see: it rises at once and falls only after kCalm without cause, so that neither they nor
/// the log see it flutter. Thread: none (its owner locks).
class OverloadLevel
{
public:
    static constexpr std::chrono::seconds kCalm{1};

    /// What there is cause for at present. Returns the state before when it changes now.
    std::optional<admin::OverloadState> update(admin::OverloadState cause, TimePoint now)
    {
        const bool falls = cause < m_state && now - m_causeAt >= kCalm;
        if (cause >= m_state)
            m_causeAt = now;
        if (cause <= m_state && !falls)
            return std::nullopt;
        m_causeAt = now;
        return std::exchange(m_state, cause);
    }
    [[nodiscard]] admin::OverloadState state() const { return m_state; }

private:
    admin::OverloadState m_state = admin::OverloadState::Normal;
    TimePoint m_causeAt; // when there was last cause for it
};

} // namespace sluice::server

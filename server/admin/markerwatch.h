#pragma once

#include "server/config/configstore.h"
#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"

#include <optional>
#include <vector>

namespace sluice::server {

/// Makes markers of what the admin side hears of: each drain, overload episode and change of the configuration once.
/// Thread: admin.
class MarkerWatch
{
public:
    /// `started`: the server. Requires: `clock` lives longer.
    MarkerWatch(const Clock &clock, TimePoint started);

    [[nodiscard]] admin::Marker serverStarted() const;
    [[nodiscard]] admin::Marker configChanged(const ConfigRevision &revision) const;
    /// Nothing for what is only another step of the same drain.
    [[nodiscard]] std::optional<admin::Marker> drainProgressed(const admin::DrainProgress &progress);
    /// Begun or ended overload since the sample before, also an episode that was over before anybody looked.
    [[nodiscard]] std::vector<admin::Marker> sampled(const admin::Snapshot &sample);

private:
    [[nodiscard]] admin::Marker now(admin::Marker::Kind kind, const QString &text, const QString &by = {}) const;

    const Clock &m_clock;
    const TimePoint m_started;
    admin::ServerState m_state = admin::ServerState::Running;
    bool m_sheds = false;
    quint64 m_episodes = 0;
};

} // namespace sluice::server

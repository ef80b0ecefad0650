#pragma once

#include "server/config/configstore.h"
#include "shared/admin/marker.h"
#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sluice::server {

/// A command as it was called.
struct AdminCall {
    QString by;
    QString method;
    QJsonObject params;
};

/// Makes markers of what the admin side hears of: each drain, overload episode, change of the configuration, mute and
/// kick once.
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
    /// What a command that succeeded did to clients: muted them, lifted a mute, closed connections. Nothing for all
    /// others.
    [[nodiscard]] std::optional<admin::Marker> commanded(const AdminCall &call, const QJsonValue &answer) const;
    /// Begun or ended overload since the sample before, also an episode that was over before anybody looked.
    [[nodiscard]] std::vector<admin::Marker> sampled(const admin::Snapshot &sample);

private:
    [[nodiscard]] admin::Marker muted(const AdminCall &call, const QJsonObject &mute) const;
    [[nodiscard]] admin::Marker now(admin::Marker::Kind kind, const QString &text, const QString &by = {}) const;

    const Clock &m_clock;
    const TimePoint m_started;
    admin::ServerState m_state = admin::ServerState::Running;
    bool m_sheds = false;
    quint64 m_episodes = 0;
};

} // namespace sluice::server

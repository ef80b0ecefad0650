// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/adminclient.h"
#include "console/client/connectionprofile.h"
#include "console/models/samplehistory.h"

#include <QObject>
#include <QTimer>

namespace sluice::console {

/// A saved server seen from the side: a link of its own, for samples only, while it is looked at.
/// Thread: main.
class ServerWatch : public QObject
{
    Q_OBJECT

public:
    /// A server that could not be reached is tried again so often.
    static constexpr std::chrono::milliseconds kRetry{10'000};

    /// `clock` and `random` outlive this.
    ServerWatch(ConnectionProfile profile, const Clock &clock, Random &random, QObject *parent = nullptr);

    /// Connects, and goes on trying; or lets go. What was heard stays.
    void setActive(bool active);

    [[nodiscard]] const ConnectionProfile &profile() const { return m_profile; }
    [[nodiscard]] LinkState state() const { return m_client.state(); }
    [[nodiscard]] bool isLive() const { return state() == LinkState::Live; }
    [[nodiscard]] const ServerInfo &info() const { return m_info; }
    [[nodiscard]] const SampleHistory &history() const { return m_history; }
    /// Where the server's time line stands: the newest sample, or later when it is old. Units: ms since the Unix epoch.
    [[nodiscard]] qint64 nowMs() const;
    /// Why there is no link; empty: there is one, or none was tried.
    [[nodiscard]] const QString &obstacle() const { return m_obstacle; }

Q_SIGNALS:
    void changed();

private:
    void connectNow();
    void onFailed(const LinkFailure &failure);

    const ConnectionProfile m_profile;
    const Clock &m_clock;
    AdminClient m_client;
    ServerInfo m_info;
    SampleHistory m_history;
    TimePoint m_sampleAt;
    QString m_obstacle;
    QTimer m_retry;
    bool m_active = false;
};

} // namespace sluice::console

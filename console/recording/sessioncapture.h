// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"
#include "console/models/listspec.h"
#include "console/recording/recording.h"

#include <QObject>

namespace sluice::console {

/// Takes a recording of one instant: what the console holds at once, and the tables that nobody has looked at yet from
/// the server, if there is a link.
/// Thread: main.
class SessionCapture : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kTimeLimit{5000};

    /// Both outlive this. Requires: the session has a sample.
    SessionCapture(ServerSession &session, const AlertMonitor &alerts, QObject *parent = nullptr);

    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// Requires: it is finished.
    [[nodiscard]] const Recording &recording() const { return m_recording; }

Q_SIGNALS:
    /// Later than the constructor, in any case.
    void finished();

private:
    void askForTables();
    void ask(const QString &method, const QJsonObject &params, std::function<void(const QJsonObject &)> then = {});
    void askForKeys(const QJsonObject &limits);
    void finish();

    ServerSession &m_session;
    Recording m_recording;
    int m_open = 0; ///< Requests without an answer.
    bool m_finished = false;
};

} // namespace sluice::console

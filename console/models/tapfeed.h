// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"
#include "console/models/tracemodel.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace sluice::console {

/// One tap on the server: events that match are shown as they end, within a budget and for a time. Thread: main.
class TapFeed : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< None was started yet, or the last one was stopped.
        Starting,
        Running,
        Ended,    ///< Its time is over.
        LinkLost, ///< It ended with the link.
        Refused,  ///< `error()` says why.
    };

    TapFeed(ServerSession &session, const Clock &clock, QObject *parent = nullptr);

    /// `params` as of trace/start. Requires: none is starting or running.
    void start(const QJsonObject &params);
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOn() const { return m_state == State::Starting || m_state == State::Running; }
    [[nodiscard]] const QString &error() const { return m_error; }
    /// Those that matched beyond the budget.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] std::chrono::seconds left() const;
    [[nodiscard]] TraceModel &records() { return m_records; }
    [[nodiscard]] const TraceModel &records() const { return m_records; }

Q_SIGNALS:
    void changed();

private:
    void onNotified(const QString &method, const QJsonObject &params);
    void setState(State state);

    ServerSession &m_session;
    const Clock &m_clock;
    TraceModel m_records{TraceModel::Extent::Full};
    State m_state = State::Idle;
    QString m_error;
    QUrl m_url; ///< Of the server that the records are from.
    std::optional<qint64> m_tap;
    quint64 m_dropped = 0;
    TimePoint m_until;
    bool m_stopWanted = false; ///< Before the server had told the tap's number.
};

} // namespace sluice::console

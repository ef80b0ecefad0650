// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"
#include "console/models/serversession.h"
#include "console/widgets/icons.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace sluice::console {

/// What is worst about the server now, as one sentence with numbers, and what can be done about it: a lost link, or one
/// that is not there yet, before a drain before the queue before alerts before a change on trial before reduced updates
/// before what is foreseen.
/// Thread: main.
class Situation
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::Situation)

public:
    struct Message {
        StatusShape status = StatusShape::Ok;
        QString headline;
        QString text;
        QString verb = {}; ///< Empty: nothing to do.
        QString secondVerb = {};
        QString rule = {}; ///< Whose alert it is; empty: none.
    };

    /// Both live longer.
    Situation(const ServerSession &session, const AlertMonitor &alerts)
        : m_session(session)
        , m_alerts(alerts)
    {
    }

    /// Nothing when all is well.
    [[nodiscard]] std::optional<Message> message() const;

private:
    [[nodiscard]] Message lost() const;
    [[nodiscard]] std::optional<Message> connecting() const;
    [[nodiscard]] std::optional<Message> drain() const;
    [[nodiscard]] std::optional<Message> queue() const;
    [[nodiscard]] std::optional<Message> alert() const;
    [[nodiscard]] std::optional<Message> reduced() const;
    [[nodiscard]] bool knowsQueue() const;
    [[nodiscard]] Message aboutQueue(StatusShape status, const QString &headline, const QString &text) const;
    [[nodiscard]] double queueRise() const;
    [[nodiscard]] QString flow() const;
    [[nodiscard]] std::optional<Message> forecast() const;
    [[nodiscard]] std::optional<Message> trial() const;

    const ServerSession &m_session;
    const AlertMonitor &m_alerts;
};

} // namespace sluice::console

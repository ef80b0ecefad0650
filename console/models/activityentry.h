// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>

namespace sluice::console {

/// What an entry of the activity list is about; each has its letter and colour (charts/markerlook).
enum class ActivityKind {
    Config,
    Drain,
    Restart,
    AlertBegan,
    AlertEnded,
    Mute,    ///< And what else operators do to clients.
    Network, ///< Of the admin link.
    Own,     ///< Set by this operator.
};

/// Something that happened and explains what the charts show: the same text stands in the activity list and in the box
/// of its flag. Thread: any (a value).
struct ActivityEntry {
    struct Mute {
        quint64 id = 0; ///< 0: none.
        QString user = {};
        QString address = {}; ///< Without a user.
    };

    ActivityKind kind = ActivityKind::Own;
    qint64 timeMs = 0; ///< On the charts' time line. Units: ms since the Unix epoch.
    QString text = {}; ///< One line: what.
    QString note = {}; ///< Who and why; may be empty.
    bool isCritical = false;
    quint64 revision = 0;  ///< Config only; 0: none.
    QJsonObject undo = {}; ///< Config only: the values before. Empty: nothing can be taken back.
    Mute mute = {};        ///< Mute only: what can be lifted.
    /// Writes text and note in the language of the moment; empty: they are data, and stay.
    std::function<void(ActivityEntry &)> word = {};
};

} // namespace sluice::console

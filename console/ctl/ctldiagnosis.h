// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sluice::console {

class CtlSession;

// The commands of sluicectl that look into a server: its log, its errors, single events, and who causes its load.
// `arguments` of most are KEY=VALUE, which narrow what is shown; an unknown key ends the run, and nothing is sent.
// Thread: main.

/// The clients that cost most, by the cost that is named, or by events.
void ctlTopClients(CtlSession &session, const QStringList &arguments);
/// The last lines of the log.
void ctlLog(CtlSession &session, const QStringList &arguments);
/// New lines of the log or, with --events, events as they end; until interrupted.
void ctlTail(CtlSession &session, const QStringList &arguments);
/// The errors in the log, by what they have in common.
void ctlErrors(CtlSession &session, const QStringList &arguments);
/// The last events of the flight recorder.
void ctlTrace(CtlSession &session, const QStringList &arguments);

} // namespace sluice::console

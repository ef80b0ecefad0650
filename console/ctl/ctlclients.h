// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sluice::console {

class CtlSession;

// The commands of sluicectl that show who is connected, and what limits and operators did to them.
// Thread: main.

/// Open connections: what is given is the filter, but for sort=COLUMN, limit=N and offset=N.
void ctlConnections(CtlSession &session, const QStringList &arguments);
/// One of them, with its last events.
void ctlConnection(CtlSession &session, const QStringList &arguments);
/// Closes those.
void ctlClose(CtlSession &session, const QStringList &arguments);
/// Users, all or those of a pattern.
void ctlUsers(CtlSession &session, const QStringList &arguments);
/// Topics, all or those of a pattern.
void ctlTopics(CtlSession &session, const QStringList &arguments);
/// The rate limits and what they refuse.
void ctlLimits(CtlSession &session, const QStringList &arguments);
/// What operators did, the newest last.
void ctlAudit(CtlSession &session, const QStringList &arguments);

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sluice::console {

class CtlSession;

// The commands of sluicectl about clients' tokens that hold no more. Thread: main.

/// Revokes tokens by user=, id= or issued-before=, of which all that are given must be so.
void ctlTokenRevoke(CtlSession &session, const QStringList &arguments);
/// Takes a revocation back.
void ctlTokenRestore(CtlSession &session, const QStringList &arguments);
/// What is revoked.
void ctlTokenList(CtlSession &session, const QStringList &arguments);

} // namespace sluice::console

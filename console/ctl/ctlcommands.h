// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sluice::console {

class CtlSession;

/// The commands with what they take and do, a line each.
[[nodiscard]] QString ctlCommandHelp();

/// Why that is no command, or empty.
[[nodiscard]] QString ctlCommandFault(const QStringList &given);

/// Carries out the session's command, which ends the session. Requires: the link is live.
void runCtlCommand(CtlSession &session);

/// A script that makes bash complete commands and options: `source <(sluicectl completion bash)`.
[[nodiscard]] QString bashCompletion();

} // namespace sluice::console

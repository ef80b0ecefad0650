// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"

#include <QCoreApplication>
#include <QStringList>

namespace sluice::console {

/// What the command line asks for.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(sluice::console::CommandLine)

public:
    enum class Outcome { Run, Exit, Fail };

    Outcome outcome = Outcome::Run;
    QString text; ///< To print before Exit (stdout) or Fail (stderr).
    ConnectionProfile profile;
    bool demo = false;       ///< The built-in incident instead of a server.
    QString language = {};   ///< Of Translations; empty: as it was set.
    QString session;         ///< A saved session instead of a server; empty: none.
    bool connectNow = false; ///< A host or port and a token were given.

    /// What is not given comes from the one of `saved` with that address, or from `remembered`.
    [[nodiscard]] static CommandLine parse(const QStringList &arguments, const ConnectionProfile &remembered,
                                           const QList<ConnectionProfile> &saved = {});
    /// What lets another console open that server.
    [[nodiscard]] static QStringList argumentsFor(const ConnectionProfile &profile);
};

} // namespace sluice::console

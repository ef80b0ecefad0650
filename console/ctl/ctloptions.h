// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace sluice::console {

/// How sluicectl ends, for scripts.
enum class CtlExit {
    Done = 0,
    Refused = 1,  ///< The server said no; standard error says why.
    Usage = 2,    ///< The command line is wrong; nothing was sent.
    NoLink = 3,   ///< The server was not reached, or the link ended first: what became of it is unknown.
    NoAnswer = 4, ///< No answer in time: what became of it is unknown.
};

/// The command line of sluicectl, read and checked.
struct CtlOptions {
    enum class Outcome { Run, Exit, Fail };

    Outcome outcome = Outcome::Run;
    QString text; ///< To print before Exit (stdout) or Fail (stderr).
    ConnectionProfile profile;
    QStringList command; ///< What to do and with what: "config", "set", "limits.batch=7".
    bool json = false;
    bool once = false;
    bool events = false;
    bool checkOnly = false;
    bool persist = false;
    QString reason;
    std::optional<std::chrono::milliseconds> revertAfter;
    std::optional<std::chrono::milliseconds> grace;

    [[nodiscard]] static CtlOptions parse(const QStringList &arguments);
};

/// Reads "500ms", "30s", "5m" or "1h"; nothing when it is none of these.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseSpan(const QString &text);

} // namespace sluice::console

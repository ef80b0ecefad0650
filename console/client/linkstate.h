// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace sluice::console {

/// Where the admin link stands. LinkLost means that it was Live before and the client is trying again by itself.
enum class LinkState { Disconnected, Connecting, SigningIn, Live, LinkLost };

/// Why there is no link, in the kinds that an operator acts on differently.
enum class LinkFailureKind {
    None,
    Refused,          ///< Nothing listens there.
    HostNotFound,     ///< The name does not resolve.
    Unreachable,      ///< No answer in time, or no route.
    TokenWrong,       ///< HTTP 401 before the upgrade.
    RoleTooLow,       ///< The token is known, but may not do this.
    ProtocolMismatch, ///< Another major version of the admin protocol, or no Sluice admin socket at all.
    Closed,           ///< The server or the network ended a link that worked.
    ServerStopped,    ///< Closed with 1012: it was asked to stop.
    Other,
};

/// Thread: any (a value).
struct LinkFailure {
    LinkFailureKind kind = LinkFailureKind::None;
    QString detail; ///< What the system or the server said; for the small print.

    /// Whether trying again without a change by the operator can help.
    [[nodiscard]] bool isTransient() const
    {
        return kind != LinkFailureKind::TokenWrong && kind != LinkFailureKind::RoleTooLow
            && kind != LinkFailureKind::ProtocolMismatch;
    }
};

} // namespace sluice::console

Q_DECLARE_METATYPE(sluice::console::LinkState)
Q_DECLARE_METATYPE(sluice::console::LinkFailure)

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
    Refused,            ///< Nothing listens there.
    HostNotFound,       ///< The name does not resolve.
    Unreachable,        ///< No answer in time, or no route.
    TokenWrong,         ///< HTTP 401 before the upgrade.
    RoleTooLow,         ///< The token is known, but may not do this.
    ProtocolMismatch,   ///< Another major version of the admin protocol, or no Sluice admin socket at all.
    CertificateUnknown, ///< TLS: nobody trusted vouches for the server's certificate.
    CertificateChanged, ///< TLS: so too, and it is not the one that was confirmed.
    CertificateWanted,  ///< TLS: the server asks for a certificate of the operator's, or for another one.
    Closed,             ///< The server or the network ended a link that worked.
    ServerStopped,      ///< Closed with 1012: it was asked to stop.
    Other,
};

/// Thread: any (a value).
struct LinkFailure {
    LinkFailureKind kind = LinkFailureKind::None;
    QString detail;           ///< What the system or the server said; for the small print.
    QString fingerprint = {}; ///< Of the server's certificate, when that is why.

    /// Whether trying again without a change by the operator can help.
    [[nodiscard]] bool isTransient() const
    {
        return kind != LinkFailureKind::TokenWrong && kind != LinkFailureKind::RoleTooLow
            && kind != LinkFailureKind::ProtocolMismatch && kind != LinkFailureKind::CertificateUnknown
            && kind != LinkFailureKind::CertificateChanged && kind != LinkFailureKind::CertificateWanted;
    }
};

} // namespace sluice::console

Q_DECLARE_METATYPE(sluice::console::LinkState)
Q_DECLARE_METATYPE(sluice::console::LinkFailure)

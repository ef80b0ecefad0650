// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>

namespace sluice::console {

/// How a link with TLS knows the server, and shows who itself is. The system's authorities are trusted, those of
/// `authorityFile` as well, and the one certificate whose fingerprint the operator has confirmed.
/// Thread: any (a value).
struct LinkSecurity {
    bool tls = false;
    QString authorityFile;   ///< PEM; empty: only the system's.
    QString certificateFile; ///< PEM, what the server may ask for; empty: none.
    QString keyFile;         ///< PEM; empty: in certificateFile.
    QString fingerprint;     ///< As fingerprintOf(); empty: none was confirmed.

    /// Reads the files. Errors: Unavailable when one cannot be read, InvalidParams when nothing of its kind is in it;
    /// the detail names the file. Blocks: on the disk.
    [[nodiscard]] Result<QSslConfiguration> configuration() const;

    bool operator==(const LinkSecurity &) const = default;
};

/// SHA-256, as `openssl x509 -fingerprint -sha256` prints it: "AB:CD:…".
[[nodiscard]] QString fingerprintOf(const QSslCertificate &certificate);

} // namespace sluice::console

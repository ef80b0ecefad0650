#pragma once

#include "shared/base/result.h"

#include <QString>

#include <memory>

#include <openssl/ssl.h>

namespace sluice::server {

/// What a server's end of TLS needs: certificate, key and rules, shared by all its sessions. A new one replaces it for
/// new sessions; those that are open keep theirs.
/// Thread: any (immutable once made).
class TlsContext
{
public:
    struct Files {
        QString certificate; ///< PEM: the server's certificate, then the chain.
        QString key;         ///< PEM, not encrypted.
    };
    enum class MinVersion { Tls12, Tls13 };

    /// Reads the files. With `clientAuthorities` (PEM) only who shows a certificate of one of them gets in.
    /// Errors: InternalError; the detail names the file and what is wrong with it.
    [[nodiscard]] static Result<std::shared_ptr<const TlsContext>> load(const Files &files, MinVersion minVersion,
                                                                        const QString &clientAuthorities = {});
    /// Reads such a file and keeps nothing of it. Errors: as load().
    [[nodiscard]] static Result<void> checkAuthorities(const QString &file);

    /// When the certificate ends, as `2027-12-31T23:59:59Z`.
    [[nodiscard]] QString expires() const;
    /// OpenSSL counts references itself and locks what sessions share.
    [[nodiscard]] SSL_CTX *get() const noexcept { return m_context.get(); }

private:
    struct Release {
        void operator()(SSL_CTX *context) const noexcept { SSL_CTX_free(context); }
    };

    TlsContext() = default;

    std::unique_ptr<SSL_CTX, Release> m_context;
};

using TlsContextPtr = std::shared_ptr<const TlsContext>;

} // namespace sluice::server

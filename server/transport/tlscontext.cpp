#include "server/transport/tlscontext.h"

#include <QDateTime>
#include <QFile>

#include <array>
#include <ctime>

#include <openssl/err.h>

namespace sluice::server {

namespace {

// Forward secrecy and authenticated encryption only; TLS 1.3 has nothing else.
// Source: RFC 9325, section 4.2.
constexpr const char *kTls12Ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";
// To come back without a whole handshake; OpenSSL's default of two is for browsers that open several at once.
constexpr size_t kTickets = 1;

tl::unexpected<Error> refuse(const char *what, const QString &file)
{
    const unsigned long code = ERR_peek_error();
    // Of what the system says OpenSSL has the number only.
    const QString reason = code == 0 ? QStringLiteral("not readable")
        : ERR_SYSTEM_ERROR(code)     ? qt_error_string(ERR_GET_REASON(code))
                                     : QString::fromLatin1(ERR_reason_error_string(code));
    ERR_clear_error();
    return failure(ErrorCode::InternalError, {},
                   QStringLiteral("%1 %2: %3").arg(QString::fromLatin1(what), file, reason));
}

// An encrypted key would make OpenSSL ask on the terminal.
int noPassword(char *, int, int, void *)
{
    return 0;
}

// OpenSSL resumes no session of clients with certificates without one. Tickets have keys of their own in each context,
// so that none of a listener which asks for no certificate is taken here.
constexpr std::array<unsigned char, 6> kSessionContext{'s', 'l', 'u', 'i', 'c', 'e'};

Result<void> requireClientsOf(SSL_CTX *context, const QString &authorities)
{
    const QByteArray path = QFile::encodeName(authorities);
    ERR_clear_error();
    STACK_OF(X509_NAME) *names = SSL_load_client_CA_file(path.constData());
    if (!names || SSL_CTX_load_verify_locations(context, path.constData(), nullptr) != 1) {
        sk_X509_NAME_pop_free(names, X509_NAME_free);
        return refuse("file of authorities", authorities);
    }
    SSL_CTX_set_client_CA_list(context, names); // owns them now
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_session_id_context(context, kSessionContext.data(), kSessionContext.size());
    return {};
}

} // namespace

Result<void> TlsContext::checkAuthorities(const QString &file)
{
    const std::unique_ptr<SSL_CTX, Release> context(SSL_CTX_new(TLS_server_method()));
    return context ? requireClientsOf(context.get(), file) : refuse("cannot make a TLS context for", file);
}

Result<TlsContextPtr> TlsContext::load(const Files &files, MinVersion minVersion, const QString &clientAuthorities)
{
    std::shared_ptr<TlsContext> made(new TlsContext);
    made->m_context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX *context = made->m_context.get();
    if (!context)
        return refuse("cannot make a TLS context for", files.certificate);
    SSL_CTX_set_min_proto_version(context, minVersion == MinVersion::Tls13 ? TLS1_3_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context, kTls12Ciphers);
    SSL_CTX_set_options(context,
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE
                            | SSL_OP_PRIORITIZE_CHACHA);
    // Buffers only while there is something in them; whole reads instead of header, then body.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_read_ahead(context, 1);
    // Resumption is by tickets, which the client keeps.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, kTickets);
    SSL_CTX_set_default_passwd_cb(context, noPassword);

    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context, QFile::encodeName(files.certificate).constData()) != 1)
        return refuse("certificate file", files.certificate);
    if (SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(files.key).constData(), SSL_FILETYPE_PEM) != 1)
        return refuse("key file", files.key);
    if (SSL_CTX_check_private_key(context) != 1)
        return refuse("key file", files.key);
    if (!clientAuthorities.isEmpty()) {
        if (auto required = requireClientsOf(context, clientAuthorities); !required)
            return tl::unexpected(required.error());
    }
    return TlsContextPtr(std::move(made));
}

QString TlsContext::expires() const
{
    tm time{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(SSL_CTX_get0_certificate(m_context.get())), &time) != 1)
        return {};
    return QDateTime::fromSecsSinceEpoch(timegm(&time), Qt::UTC).toString(Qt::ISODate);
}

} // namespace sluice::server

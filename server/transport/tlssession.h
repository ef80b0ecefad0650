#pragma once

#include "server/transport/tlscontext.h"

#include <QtGlobal>

#include <span>
#include <string>

#include <sys/uio.h>

namespace sluice::server {

/// How a step of input or output went. Ended: the peer has left, or the connection is broken; nothing more will come.
enum class IoStatus : quint8 { Done, WouldBlock, Ended };

struct IoResult {
    IoStatus status = IoStatus::WouldBlock;
    size_t bytes = 0; ///< More than 0 exactly when Done.
};

/// TLS on one non-blocking socket, by OpenSSL itself. Why not QSslSocket: ARCHITECTURE.md, decisions.
/// What it encrypted and the socket did not take waits here, never more than about a record, so OpenSSL always gets
/// rid of what it writes and no call has to be repeated with the same buffer.
/// Thread: its I/O thread.
class TlsSession
{
public:
    /// Borrows the descriptor.
    TlsSession(const TlsContext &context, int descriptor);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    /// Goes on with the handshake. WouldBlock: call again when the socket is readable, or writable if hasUnsent().
    [[nodiscard]] IoStatus handshake();
    /// Decrypts until the buffer is full or nothing more is there.
    [[nodiscard]] IoResult read(std::span<char> buffer);
    /// Encrypts until all is taken or the socket is full.
    [[nodiscard]] IoResult write(std::span<const iovec> buffers);
    /// Sends what waits. Done when all is sent.
    [[nodiscard]] IoStatus flush();
    [[nodiscard]] bool hasUnsent() const noexcept { return !m_unsent.empty(); }
    /// Whether read() has something to tell that the socket will not announce.
    [[nodiscard]] bool hasInput() const noexcept;
    /// Sends the end of our data as TLS says it, if the socket takes it.
    void closeNotify();

private:
    struct SslRelease {
        void operator()(SSL *ssl) const noexcept { SSL_free(ssl); }
    };

    static BIO_METHOD *bioMethod();
    static int bioRead(BIO *bio, char *data, size_t size, size_t *got);
    static int bioWrite(BIO *bio, const char *data, size_t size, size_t *written);
    static long bioControl(BIO *bio, int command, long number, void *pointer);

    [[nodiscard]] IoStatus fault(int result);

    std::unique_ptr<SSL, SslRelease> m_ssl;
    int m_descriptor;
    bool m_failed = false;
    bool m_drained = false;  // the socket has given all it had in this call
    size_t m_readInCall = 0; // bytes off the socket
    std::string m_unsent;
};

} // namespace sluice::server

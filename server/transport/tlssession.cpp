#include "server/transport/tlssession.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <openssl/err.h>
#include <sys/socket.h>

namespace sluice::server {

namespace {

constexpr size_t kRecordBytes = SSL3_RT_MAX_PLAIN_LENGTH;
// What a call takes off the socket at most: records without data (key updates, tickets) could otherwise keep it busy
// for as long as somebody sends them.
constexpr size_t kReadBytesPerCall = 256 * 1024;
// A record, or the flight of a handshake with a long chain of certificates. A peer that makes us answer more than that
// without taking it (key updates) is no client.
constexpr size_t kUnsentBytes = 128 * 1024;

} // namespace

BIO_METHOD *TlsSession::bioMethod()
{
    static BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "sluice socket");
        BIO_meth_set_read_ex(made, &TlsSession::bioRead);
        BIO_meth_set_write_ex(made, &TlsSession::bioWrite);
        BIO_meth_set_ctrl(made, &TlsSession::bioControl);
        return made;
    }();
    return method;
}

TlsSession::TlsSession(const TlsContext &context, int descriptor)
    : m_ssl(SSL_new(context.get()))
    , m_descriptor(descriptor)
{
    BIO *bio = m_ssl ? BIO_new(bioMethod()) : nullptr;
    if (!bio) {
        m_failed = true;
        return;
    }
    BIO_set_data(bio, this);
    BIO_set_init(bio, 1);
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_accept_state(m_ssl.get());
}

TlsSession::~TlsSession() = default;

int TlsSession::bioRead(BIO *bio, char *data, size_t size, size_t *got)
{
    auto &session = *static_cast<TlsSession *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    if (session.m_drained || session.m_readInCall >= kReadBytesPerCall) {
        BIO_set_retry_read(bio);
        return 0;
    }
    const ssize_t count = ::recv(session.m_descriptor, data, size, MSG_DONTWAIT);
    if (count <= 0) {
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            BIO_set_retry_read(bio);
        return 0;
    }
    *got = static_cast<size_t>(count);
    session.m_readInCall += *got;
    session.m_drained = *got < size;
    return 1;
}

int TlsSession::bioWrite(BIO *bio, const char *data, size_t size, size_t *written)
{
    auto &session = *static_cast<TlsSession *>(BIO_get_data(bio));
    BIO_clear_retry_flags(bio);
    size_t sent = 0;
    if (session.m_unsent.empty()) {
        const ssize_t count = ::send(session.m_descriptor, data, size, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno != EAGAIN && errno != EINTR)
            return 0;
        sent = static_cast<size_t>(std::max<ssize_t>(count, 0));
    }
    if (session.m_unsent.size() + size - sent > kUnsentBytes)
        return 0;
    session.m_unsent.append(data + sent, size - sent);
    *written = size;
    return 1;
}

long TlsSession::bioControl(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

// What OpenSSL's last call came to, when it was no success.
IoStatus TlsSession::fault(int result)
{
    const int reason = SSL_get_error(m_ssl.get(), result);
    if (reason == SSL_ERROR_WANT_READ)
        return IoStatus::WouldBlock;
    if (reason != SSL_ERROR_ZERO_RETURN)
        m_failed = true;
    return IoStatus::Ended;
}

IoStatus TlsSession::handshake()
{
    if (m_failed || flush() == IoStatus::Ended)
        return IoStatus::Ended;
    m_drained = false;
    m_readInCall = 0;
    ERR_clear_error(); // OpenSSL keeps errors by thread, and other connections make some
    const int result = SSL_do_handshake(m_ssl.get());
    return result == 1 ? IoStatus::Done : fault(result);
}

IoResult TlsSession::read(std::span<char> buffer)
{
    if (m_failed)
        return {IoStatus::Ended, 0};
    m_drained = false;
    m_readInCall = 0;
    ERR_clear_error();
    size_t total = 0;
    while (total < buffer.size()) {
        size_t got = 0;
        const int result = SSL_read_ex(m_ssl.get(), buffer.data() + total, buffer.size() - total, &got);
        if (result == 1) {
            total += got;
            continue;
        }
        const IoStatus status = fault(result);
        // What came before the end is served first; hasInput() says that there is more to tell.
        return total > 0 ? IoResult{IoStatus::Done, total} : IoResult{status, 0};
    }
    return {IoStatus::Done, total};
}

IoResult TlsSession::write(std::span<const iovec> buffers)
{
    if (const IoStatus status = flush(); status != IoStatus::Done)
        return {status, 0};
    ERR_clear_error();
    std::array<char, kRecordBytes> record; // one for many small frames
    size_t total = 0;
    size_t index = 0;
    size_t offset = 0;
    while (index < buffers.size() && m_unsent.empty()) {
        size_t filled = 0;
        while (index < buffers.size() && filled < record.size()) {
            const iovec &buffer = buffers[index];
            const size_t part = std::min(buffer.iov_len - offset, record.size() - filled);
            std::memcpy(record.data() + filled, static_cast<const char *>(buffer.iov_base) + offset, part);
            filled += part;
            offset += part;
            if (offset == buffer.iov_len) {
                ++index;
                offset = 0;
            }
        }
        if (filled == 0)
            break;
        size_t written = 0;
        if (SSL_write_ex(m_ssl.get(), record.data(), filled, &written) != 1) {
            m_failed = true;
            return {IoStatus::Ended, 0};
        }
        total += filled;
    }
    return total > 0 ? IoResult{IoStatus::Done, total} : IoResult{IoStatus::WouldBlock, 0};
}

IoStatus TlsSession::flush()
{
    if (m_failed)
        return IoStatus::Ended;
    if (m_unsent.empty())
        return IoStatus::Done;
    const ssize_t count = ::send(m_descriptor, m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) {
        if (errno == EAGAIN || errno == EINTR)
            return IoStatus::WouldBlock;
        m_failed = true;
        return IoStatus::Ended;
    }
    m_unsent.erase(0, static_cast<size_t>(count));
    if (!m_unsent.empty())
        return IoStatus::WouldBlock;
    std::string().swap(m_unsent); // an idle connection keeps no buffer
    return IoStatus::Done;
}

bool TlsSession::hasInput() const noexcept
{
    return m_failed || SSL_has_pending(m_ssl.get()) == 1
        || (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

void TlsSession::closeNotify()
{
    if (m_failed)
        return;
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
}

} // namespace sluice::server

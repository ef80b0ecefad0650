#pragma once

#include "tests/support/plainsocket.h"

#include <algorithm>
#include <memory>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace sluice::test {

/// TLS on a plain socket, from its handshake on. It trusts anybody: who the server is, is another test's.
/// Thread: the test's.
class TlsSocket
{
public:
    /// Connects to 127.0.0.1 from 127.0.0.`host`.
    explicit TlsSocket(quint16 port, quint8 host = 1)
        : m_socket(port, host)
        , m_ssl(SSL_new(context()), &SSL_free)
        , m_isOpen(SSL_set_fd(m_ssl.get(), m_socket.descriptor()) == 1 && SSL_connect(m_ssl.get()) == 1)
    {
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Sends it as one record.
    [[nodiscard]] bool send(const QByteArray &bytes)
    {
        size_t sent = 0;
        return SSL_write_ex(m_ssl.get(), bytes.constData(), static_cast<size_t>(bytes.size()), &sent) == 1;
    }
    /// While true, records leave in full segments, many in one, as a burst does.
    void gather(bool on)
    {
        const int value = on ? 1 : 0;
        ::setsockopt(m_socket.descriptor(), IPPROTO_TCP, TCP_CORK, &value, sizeof value);
    }
    /// What comes next; empty at the end.
    [[nodiscard]] QByteArray receive()
    {
        QByteArray bytes(16'384, Qt::Uninitialized);
        bytes.resize(std::max(0, SSL_read(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()))));
        return bytes;
    }
    /// Upgrades. Returns whether the server agrees.
    [[nodiscard]] bool upgrade(const QByteArray &headers = {})
    {
        return m_isOpen && send(upgradeRequest(headers)) && receive().startsWith("HTTP/1.1 101 ");
    }

private:
    static SSL_CTX *context()
    {
        static const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> shared(SSL_CTX_new(TLS_client_method()),
                                                                              &SSL_CTX_free);
        return shared.get();
    }

    PlainSocket m_socket;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_ssl;
    bool m_isOpen;
};

} // namespace sluice::test

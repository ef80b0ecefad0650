#pragma once

#include "server/transport/tlssession.h"

#include <cerrno>
#include <memory>
#include <span>
#include <utility>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace sluice::server {

/// An accepted socket, plain or with TLS on it; the same to whoever reads and writes. It never blocks.
/// Thread: its I/O thread.
class Stream
{
public:
    Stream() = default;
    /// Takes over the descriptor.
    explicit Stream(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~Stream() { close(); }
    Stream(Stream &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_tls(std::move(other.m_tls))
    {
    }
    Stream &operator=(Stream &&) = delete;

    /// Gives the descriptor away; the stream is closed then. Requires: no TLS on it.
    [[nodiscard]] int release() noexcept { return std::exchange(m_descriptor, -1); }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }
    [[nodiscard]] bool isTls() const noexcept { return m_tls != nullptr; }

    /// Makes it TLS: handshake() comes before everything else.
    void startTls(const TlsContext &context) { m_tls = std::make_unique<TlsSession>(context, m_descriptor); }
    /// Goes on with the TLS handshake. Done at once without TLS.
    [[nodiscard]] IoStatus handshake() { return m_tls ? m_tls->handshake() : IoStatus::Done; }

    /// Reads what is there. Fewer bytes than there was room for: the socket will be ready again when there is more,
    /// unless hasInput().
    [[nodiscard]] IoResult read(std::span<char> buffer)
    {
        if (m_tls)
            return m_tls->read(buffer);
        return resultOf(::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT));
    }

    /// Takes what it can, in one system call where there is no TLS. Requires: at most 1024 buffers (IOV_MAX).
    [[nodiscard]] IoResult write(std::span<const iovec> buffers)
    {
        if (m_tls)
            return m_tls->write(buffers);
        if (buffers.size() == 1) // the kernel then has no vector to copy and check
            return resultOf(::send(m_descriptor, buffers[0].iov_base, buffers[0].iov_len, MSG_NOSIGNAL | MSG_DONTWAIT));
        msghdr message{};
        message.msg_iov = const_cast<iovec *>(buffers.data());
        message.msg_iovlen = buffers.size();
        return resultOf(::sendmsg(m_descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT));
    }

    /// Sends what was taken and encrypted but not sent. Done when nothing of that is left.
    [[nodiscard]] IoStatus flush() { return m_tls ? m_tls->flush() : IoStatus::Done; }
    /// Whether some of what was taken is not with the kernel yet.
    [[nodiscard]] bool hasUnsent() const noexcept { return m_tls && m_tls->hasUnsent(); }
    /// Whether there is something to read that the descriptor does not report.
    [[nodiscard]] bool hasInput() const noexcept { return m_tls && m_tls->hasInput(); }

    /// Says that nothing more is sent.
    void shutdownWrite()
    {
        if (m_tls)
            m_tls->closeNotify();
        ::shutdown(m_descriptor, SHUT_WR);
    }
    void close()
    {
        m_tls.reset();
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

private:
    static IoResult resultOf(ssize_t count) noexcept
    {
        if (count > 0)
            return {IoStatus::Done, static_cast<size_t>(count)};
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return {IoStatus::WouldBlock, 0};
        return {IoStatus::Ended, 0};
    }

    int m_descriptor = -1;
    std::unique_ptr<TlsSession> m_tls;
};

} // namespace sluice::server

#include "server/log/logoutput.h"

#include <algorithm>
#include <cerrno>

#include <climits>
#include <poll.h>
#include <unistd.h>

namespace sluice::server {

namespace {

// How soon giveUp() is noticed while nobody reads.
constexpr int kLookMs = 100;

} // namespace

LogOutput::LogOutput(int descriptor) noexcept
    : m_descriptor(descriptor)
{
}

bool LogOutput::write(const QByteArray &line)
{
    return writeAll(m_isTorn ? '\n' + line : line);
}

bool LogOutput::writeAll(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        // A pipe that is ready takes this much at once. Source: pipe(7).
        const auto piece = static_cast<size_t>(std::min<qsizetype>(bytes.size() - done, PIPE_BUF));
        const ssize_t count = waitUntilWritable() ? ::write(m_descriptor, bytes.constData() + done, piece) : 0;
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    if (done > 0)
        m_isTorn = done < bytes.size();
    return done == bytes.size();
}

bool LogOutput::waitUntilWritable() const
{
    pollfd descriptor{m_descriptor, POLLOUT, 0};
    for (;;) {
        const bool isLastLook = m_hasGivenUp.load();
        if (::poll(&descriptor, 1, isLastLook ? 0 : kLookMs) > 0)
            return true;
        if (isLastLook)
            return false;
    }
}

} // namespace sluice::server

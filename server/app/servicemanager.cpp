#include "server/app/servicemanager.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr std::array kNames{QLatin1String("clients"), QLatin1String("clients-tls")};

tl::unexpected<Error> unusable(const QString &name, const QString &reason)
{
    return failure(ErrorCode::InvalidParams, {},
                   QStringLiteral("socket %1 of the service manager: %2").arg(name, reason));
}

} // namespace

ServiceManager::ServiceManager(const Clock &clock)
    : m_clock(clock)
{
    uint64_t microseconds = 0;
    // Three times within its limit: one may come late.
    if (sd_watchdog_enabled(0, &microseconds) > 0)
        m_aliveEvery = std::chrono::microseconds(microseconds) / 3;
}

ServiceManager::~ServiceManager()
{
    for (const auto &[name, descriptor] : m_listeners)
        ::close(descriptor);
}

Result<void> ServiceManager::readListeners()
{
    char **names = nullptr;
    const int count = sd_listen_fds_with_names(1, &names);
    QStringList given;
    for (int i = 0; i < count; ++i) {
        given.append(QString::fromUtf8(names[i]));
        std::free(names[i]); // NOLINT: the library's, by malloc
    }
    std::free(names); // NOLINT: likewise
    Result<void> result;
    for (int i = 0; i < count; ++i) {
        const int descriptor = SD_LISTEN_FDS_START + i;
        if (result)
            result = addListener(descriptor, given[i]);
        if (!result)
            ::close(descriptor);
    }
    return result;
}

Result<void> ServiceManager::addListener(int descriptor, const QString &name)
{
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end())
        return unusable(name, QStringLiteral("its FileDescriptorName must be clients or clients-tls"));
    if (sd_is_socket_inet(descriptor, AF_UNSPEC, SOCK_STREAM, 1, 0) <= 0)
        return unusable(name, QStringLiteral("is not a listening TCP socket"));
    if (!m_listeners.emplace(name, descriptor).second)
        return unusable(name, QStringLiteral("there are two of that name"));
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    return {};
}

int ServiceManager::takeListener(const QString &name)
{
    const auto found = m_listeners.find(name);
    if (found == m_listeners.end())
        return -1;
    const int descriptor = found->second;
    m_listeners.erase(found);
    return descriptor;
}

void ServiceManager::ready()
{
    m_toldStopping = false;
    sd_notify(0, "READY=1\nSTATUS=Serving.");
}

void ServiceManager::stopping()
{
    if (std::exchange(m_toldStopping, true))
        return;
    sd_notify(0, "STOPPING=1\nSTATUS=Draining.");
}

void ServiceManager::showStatus(const QString &text)
{
    sd_notify(0, QByteArray("STATUS=" + text.toUtf8()).constData());
}

void ServiceManager::keepAlive()
{
    if (m_aliveEvery == Duration::zero())
        return;
    const TimePoint now = m_clock.now();
    if (now - m_lastAlive < m_aliveEvery)
        return;
    m_lastAlive = now;
    sd_notify(0, "WATCHDOG=1");
}

} // namespace sluice::server

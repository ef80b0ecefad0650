#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QString>

#include <map>

namespace sluice::server {

/// The service manager that started this process, if one did: tells it when we are ready, alive and stopping, and takes
/// over the sockets that it listens on for us, so that clients who connect during a restart wait instead of failing.
/// Thread: main, but for keepAlive().
/// Source: sd_notify(3), sd_watchdog_enabled(3), sd_listen_fds(3)
class ServiceManager
{
public:
    explicit ServiceManager(const Clock &clock);
    /// Closes the listeners that nobody took.
    ~ServiceManager();
    ServiceManager(const ServiceManager &) = delete;
    ServiceManager &operator=(const ServiceManager &) = delete;

    /// Reads which listeners there are. Requires: called once, before anything opens descriptors by number.
    /// Errors: InvalidParams whose detail names a socket that we cannot use, and why.
    [[nodiscard]] Result<void> readListeners();
    /// The listener of that name ("clients", "clients-tls"), which is then the caller's; -1: there is none.
    [[nodiscard]] int takeListener(const QString &name);

    void ready();
    /// From now on it waits until we have ended by ourselves, as long as its own timeout allows. Told once.
    void stopping();
    /// What `systemctl status` shows.
    void showStatus(const QString &text);
    /// Says that all is well, at least as often as it wants to hear it. Call some times a second. Thread: any one.
    void keepAlive();

private:
    [[nodiscard]] Result<void> addListener(int descriptor, const QString &name);

    const Clock &m_clock;
    Duration m_aliveEvery{0}; // 0: it does not want to know
    TimePoint m_lastAlive{};
    bool m_toldStopping = false;
    std::map<QString, int> m_listeners;
};

} // namespace sluice::server

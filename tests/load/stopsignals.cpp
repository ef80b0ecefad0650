#include "tests/load/stopsignals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace sluice::load {

StopSignals::StopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_descriptor = ::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

StopSignals::~StopSignals()
{
    ::close(m_descriptor);
}

bool StopSignals::arrived() const
{
    signalfd_siginfo info{};
    return ::read(m_descriptor, &info, sizeof info) == sizeof info;
}

} // namespace sluice::load

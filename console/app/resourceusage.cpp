// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/resourceusage.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace sluice::console {

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double residentBytes()
{
    // The second number of statm is the resident set in pages.
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = statm.readAll().split(' ');
    return fields.size() < 2 ? 0 : fields.at(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

} // namespace

ResourceUsage::ResourceUsage(const Clock &clock)
    : m_clock(clock)
    , m_lastAt(clock.now())
    , m_lastCpuSeconds(cpuSeconds())
{
}

ResourceUsage::Reading ResourceUsage::read()
{
    const TimePoint now = m_clock.now();
    const double cpu = cpuSeconds();
    const double elapsed = std::chrono::duration<double>(now - m_lastAt).count();
    const Reading reading{elapsed > 0 ? 100.0 * (cpu - m_lastCpuSeconds) / elapsed : 0, residentBytes()};
    m_lastAt = now;
    m_lastCpuSeconds = cpu;
    return reading;
}

} // namespace sluice::console

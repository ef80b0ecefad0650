// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/resourceusage.h"

#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

namespace sluice::console {

namespace {

constexpr double kLeastSeconds = 1; // over less, one repaint looks like a busy core

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
    , m_reading{0, residentBytes()}
    , m_lastAt(clock.now())
    , m_lastCpuSeconds(cpuSeconds())
{
}

const ResourceUsage::Reading &ResourceUsage::read()
{
    const TimePoint now = m_clock.now();
    const double elapsed = std::chrono::duration<double>(now - m_lastAt).count();
    if (elapsed < kLeastSeconds)
        return m_reading;
    const double cpu = cpuSeconds();
    m_reading = {100.0 * (cpu - m_lastCpuSeconds) / elapsed, residentBytes()};
    m_lastAt = now;
    m_lastCpuSeconds = cpu;
    return m_reading;
}

} // namespace sluice::console

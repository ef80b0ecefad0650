#include "server/metrics/processstats.h"

#include <QFile>

#include <filesystem>

#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

namespace sluice::server {

namespace {

QByteArray readProc(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint64 residentBytes()
{
    const QList<QByteArray> fields = readProc(QStringLiteral("/proc/self/statm")).split(' ');
    return fields.size() < 2 ? 0 : fields[1].toULongLong() * static_cast<quint64>(::sysconf(_SC_PAGESIZE));
}

std::chrono::milliseconds cpuTime()
{
    // The second field is the program's name in parentheses and may hold anything; what follows the last ')' is
    // fields 3 and up, of which 14 and 15 are the user and system time in clock ticks.
    const QByteArray stat = readProc(QStringLiteral("/proc/self/stat"));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13)
        return std::chrono::milliseconds(0);
    const qint64 ticks = fields[11].toLongLong() + fields[12].toLongLong();
    return std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
}

quint64 openDescriptorCount()
{
    // Since Linux 6.2 it is the directory's size; counting thousands takes milliseconds.
    struct stat directory {
    };
    if (::stat("/proc/self/fd", &directory) == 0 && directory.st_size > 0)
        return static_cast<quint64>(directory.st_size);
    quint64 count = 0;
    std::error_code fault;
    for (std::filesystem::directory_iterator entry("/proc/self/fd", fault), end; !fault && entry != end;
         entry.increment(fault))
        ++count;
    return count > 0 ? count - 1 : 0; // without the one that reads them
}

quint64 descriptorLimit()
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

} // namespace

ProcessStats ProcessStats::now()
{
    return {server::residentBytes(), server::cpuTime(), openDescriptorCount(), descriptorLimit()};
}

std::chrono::nanoseconds threadCpuTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace sluice::server

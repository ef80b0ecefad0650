#include "server/metrics/processstats.h"

#include <QFile>

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

} // namespace

ProcessStats ProcessStats::now()
{
    return {server::residentBytes(), server::cpuTime()};
}

} // namespace sluice::server

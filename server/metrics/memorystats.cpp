#include "server/metrics/memorystats.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <optional>

#include <unistd.h>

namespace sluice::server {

namespace {

/// The files of one version of control groups.
struct GroupFiles {
    QLatin1String mount;
    QLatin1String limit;
    QLatin1String used;
    QByteArray prefix; // of those fields of memory.stat that count the groups within as well
};

const GroupFiles &versionOne()
{
    static const GroupFiles files{QLatin1String("/sys/fs/cgroup/memory"), QLatin1String("memory.limit_in_bytes"),
                                  QLatin1String("memory.usage_in_bytes"), "total_"};
    return files;
}

const GroupFiles &versionTwo()
{
    static const GroupFiles files{QLatin1String("/sys/fs/cgroup"), QLatin1String("memory.max"),
                                  QLatin1String("memory.current"), ""};
    return files;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<quint64> readNumber(const QString &path)
{
    bool ok = false;
    const quint64 number = readFile(path).trimmed().toULongLong(&ok); // not "max"
    return ok ? std::optional(number) : std::nullopt;
}

/// The number behind a name in lines as "MemTotal:  16384 kB" or "inactive_file 4096"; 0 where it is not.
quint64 field(const QByteArray &text, const QByteArray &name)
{
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() >= 2 && words[0] == name)
            return words[1].toULongLong();
    }
    return 0;
}

MemoryStats machineStats(const QString &root)
{
    constexpr quint64 kKibibyte = 1024;
    const QList<QByteArray> pages = readFile(root + QStringLiteral("/proc/self/statm")).split(' ');
    const quint64 resident =
        pages.size() < 2 ? 0 : pages[1].toULongLong() * static_cast<quint64>(::sysconf(_SC_PAGESIZE));
    return {resident, field(readFile(root + QStringLiteral("/proc/meminfo")), "MemTotal:") * kKibibyte};
}

MemoryStats groupStats(const QString &folder, const GroupFiles &files)
{
    const auto limit = readNumber(folder + u'/' + files.limit);
    const auto used = readNumber(folder + u'/' + files.used);
    if (!limit || !used || *limit == 0)
        return {};
    // Cached files, those touched lately too: who reads or writes much fills a group with them, and they make way.
    const QByteArray statistics = readFile(folder + QStringLiteral("/memory.stat"));
    const quint64 reclaimable =
        field(statistics, files.prefix + "inactive_file") + field(statistics, files.prefix + "active_file");
    return {*used - std::min(*used, reclaimable), *limit};
}

/// Where this process is: lines as "4:memory:/a/b" (version 1) and "0::/a/b" (version 2).
std::optional<QString> groupPath(const QByteArray &cgroups, const GroupFiles &files)
{
    for (const QByteArray &line : cgroups.split('\n')) {
        const QList<QByteArray> parts = line.split(':');
        if (parts.size() < 3)
            continue;
        const bool isOne = parts[1].split(',').contains("memory");
        const bool isTwo = parts[0] == "0" && parts[1].isEmpty();
        if (&files == &versionOne() ? isOne : isTwo)
            return QString::fromUtf8(line.mid(parts[0].size() + parts[1].size() + 2));
    }
    return std::nullopt;
}

} // namespace

MemoryStats MemoryStats::now(const QString &root)
{
    const MemoryStats machine = machineStats(root);
    MemoryStats tightest = machine;
    const QByteArray cgroups = readFile(root + QStringLiteral("/proc/self/cgroup"));
    for (const GroupFiles *files : {&versionOne(), &versionTwo()}) {
        std::optional<QString> path = groupPath(cgroups, *files);
        // Up to the root: the limit of every group counts for those within. In a container its own group is the root.
        while (path) {
            const MemoryStats stats = groupStats(root + files->mount + *path, *files);
            if (stats.limitBytes < machine.limitBytes && stats.share() > tightest.share())
                tightest = stats;
            if (path->isEmpty() || *path == QLatin1String("/"))
                path.reset();
            else
                path = path->left(path->lastIndexOf(u'/'));
        }
    }
    return tightest;
}

} // namespace sluice::server

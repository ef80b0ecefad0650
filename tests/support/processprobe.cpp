#include "tests/support/processprobe.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace sluice::test {

namespace {

// Fields of /proc/PID/stat behind the command, which is in parentheses and may have spaces.
constexpr qsizetype kUserTicks = 11;
constexpr qsizetype kSystemTicks = 12;
constexpr qsizetype kResidentPages = 21;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kCountsMemory = false;
#else
constexpr bool kCountsMemory = true;
#endif

} // namespace

ProcessUse processUse(qint64 pid)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(pid);
    QFile file(folder + QLatin1String("stat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(kUserTicks).toLongLong() + fields.value(kSystemTicks).toLongLong();
    const QDir descriptors(folder + QLatin1String("fd"));
    return {kCountsMemory ? fields.value(kResidentPages).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0,
            static_cast<int>(descriptors.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size()),
            std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK))};
}

} // namespace sluice::test

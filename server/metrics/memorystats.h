#pragma once

#include <QString>
#include <QtGlobal>

namespace sluice::server {

/// How much of the memory that it may have is used.
/// Thread: any (a value).
struct MemoryStats {
    quint64 usedBytes = 0;
    quint64 limitBytes = 0; ///< 0: not known.

    [[nodiscard]] double share() const
    {
        return limitBytes == 0 ? 0 : static_cast<double>(usedBytes) / static_cast<double>(limitBytes);
    }

    /// The tightest of: each control group that this process is in and that has a limit, by what all its processes use
    /// and cannot give back at once; the machine, by what this process uses, as others' use is not ours to mend.
    /// `root` stands before /proc and /sys, for tests. Blocks: for some reads of files of the kernel.
    /// Source: proc(5), cgroups(7); Linux, Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst
    [[nodiscard]] static MemoryStats now(const QString &root = {});
};

} // namespace sluice::server

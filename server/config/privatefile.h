#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace sluice::server {

/// Files with secrets: mode 0600, replaced as a whole or not at all.
/// Thread: any. Blocks: on the disk.

/// Errors: NotFound when there is no such file; Forbidden when group or others may read or write it; BackendFailed
/// otherwise. `detail` says what to do.
/// At most `mostBytes` of it.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString &fileName, qint64 mostBytes = 1024LL * 1024);

/// Writes beside the file, syncs and renames. Errors: BackendFailed with the system's reason.
[[nodiscard]] Result<void> writePrivateFile(const QString &fileName, const QByteArray &contents);

} // namespace sluice::server

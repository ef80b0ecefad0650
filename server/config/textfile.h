#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace sluice::server {

/// The contents of a small file on disk or of an embedded one (":/sluice/config/events.toml"); at most one byte more
/// than readToml() takes, so that it can tell that there is too much.
/// Errors: InvalidParams whose `detail` names the file and why it cannot be read. Blocks: on the disk.
[[nodiscard]] Result<QByteArray> readTextFile(const QString &fileName);

} // namespace sluice::server

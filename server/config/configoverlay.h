#pragma once

#include "shared/base/result.h"

#include <QJsonValue>
#include <QString>

#include <map>

namespace sluice::server {

/// What operators changed and asked to keep over a restart: `overlay.toml` in the state directory, which is read after
/// the user's own file and before environment and command line. It is ours, so that theirs is never rewritten.
struct ConfigOverlay {
    QString file;
    std::map<QString, QJsonValue, std::less<>> values;

    /// Writes it whole or not at all; without values there is no file. Errors: BackendFailed with the system's reason.
    /// Blocks: on the disk.
    [[nodiscard]] Result<void> write() const;
};

} // namespace sluice::server

#pragma once

#include "shared/base/clock.h"
#include "shared/base/loglevel.h"

#include <QString>

#include <memory>

namespace sluice::server {

/// One message of the log.
/// Thread: any (immutable once published).
struct LogLine {
    /// Longer messages are cut. Units: characters.
    static constexpr qsizetype kMaxMessageLength = 2048;

    WallTime time{};
    LogLevel level = LogLevel::Info;
    QString category; ///< Without "sluice."; what is not ours keeps its whole name ("qt.network.ssl").
    QString message;
};

using LogLinePtr = std::shared_ptr<const LogLine>;

} // namespace sluice::server

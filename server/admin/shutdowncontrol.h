#pragma once

#include "shared/admin/snapshot.h"

#include <chrono>
#include <optional>

namespace sluice::server {

/// An operator's wish to stop the server.
struct ShutdownRequest {
    std::optional<std::chrono::milliseconds> grace; ///< Unset: timeouts.shutdown-grace-ms.
    QString reason;
    QString requestedBy;
};

/// Who can stop the server.
/// Thread: called from the admin thread. Blocks: never.
class ShutdownControl
{
public:
    virtual ~ShutdownControl() = default;

    /// Begins to drain, and to exit then; the plan. While it already drains it says how far that is.
    virtual admin::DrainProgress requestShutdown(const ShutdownRequest &request) = 0;
};

} // namespace sluice::server

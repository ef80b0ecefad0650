#pragma once

#include "shared/admin/snapshot.h"

#include <chrono>
#include <optional>

namespace sluice::server {

/// An operator's wish to drain the server.
struct DrainRequest {
    std::optional<std::chrono::milliseconds> grace;       ///< Unset: timeouts.shutdown-grace-ms.
    std::optional<std::chrono::milliseconds> closeSpread; ///< Unset: drain.close-spread-ms.
    QString reason;
    QString requestedBy;
    bool thenExit = false; ///< Else the server stays up, drained, until it is resumed.
};

/// What can be done to a drain that is under way.
struct DrainChange {
    enum class Kind {
        Extend,   ///< By that much more grace. Until the closes begin.
        Pause,    ///< Its time stands still, and so does it. Until the closes begin.
        Continue, ///< Of a paused one.
        Force,    ///< Skips what is left: what is unanswered is answered as draining, all clients are told at once.
        Resume    ///< Serves again as before. Until the closes begin; without an exit also later.
    };
    Kind kind = Kind::Extend;
    std::chrono::milliseconds more{0};
    QString requestedBy;
};

/// Who can drain the server.
/// Thread: called from the admin thread. Blocks: never.
class DrainControl
{
public:
    virtual ~DrainControl() = default;

    /// What such a drain would be, begun now.
    [[nodiscard]] virtual admin::DrainProgress planDrain(const DrainRequest &request) const = 0;
    /// Begins; the plan. While it drains already, how far that is; if that one stays up and this one exits, it exits
    /// too.
    virtual admin::DrainProgress beginDrain(const DrainRequest &request) = 0;
    /// Returns how far the drain is; nothing when there is none of which that can be asked now.
    virtual std::optional<admin::DrainProgress> changeDrain(const DrainChange &change) = 0;
};

} // namespace sluice::server

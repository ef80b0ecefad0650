#pragma once

#include "shared/admin/connectionrow.h"
#include "shared/base/mutex.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sluice::server {

/// A look at all open connections: each I/O thread tells about its own when it is asked, and only then. What is told is
/// as of some moment between begin() and its completion.
/// Thread: admin; a source delivers from any.
class ConnectionCensus
{
public:
    using Rows = std::vector<admin::ConnectionRow>;
    using Deliver = std::function<void(Rows &&rows)>; ///< Thread: any. Called once.
    /// Begins to gather the connections of one thread. Blocks: never.
    using Source = std::function<void(const Deliver &deliver)>;

    explicit ConnectionCensus(std::vector<Source> sources);

    /// Begins a new one; what an earlier one still delivers is ignored.
    void begin();
    /// Whether all have delivered. To be asked again and again: nobody is told.
    [[nodiscard]] bool isComplete();
    /// What the last one found, by id; null when it is not complete.
    [[nodiscard]] const Rows *rows() const noexcept { return m_rows ? &*m_rows : nullptr; }
    /// Frees what was found.
    void clear();

private:
    /// Where one census is delivered to; it outlives this as long as a thread still gathers.
    struct Box {
        Mutex mutex;
        std::vector<Rows> delivered GUARDED_BY(mutex);
    };

    const std::vector<Source> m_sources;
    std::shared_ptr<Box> m_box; // null: none is under way
    std::optional<Rows> m_rows;
};

} // namespace sluice::server

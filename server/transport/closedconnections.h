#pragma once

#include "shared/admin/connectionrow.h"
#include "shared/base/mutex.h"

#include <deque>
#include <memory>
#include <vector>

namespace sluice::server {

/// The connections that ended of late, for operators: those of the last kKept time, at most kMost.
/// Thread: any (a lock inside, taken once for each connection that ends).
class ClosedConnections
{
public:
    static constexpr size_t kMost = 10'000;
    static constexpr std::chrono::minutes kKept{10};

    using RowPtr = std::shared_ptr<const admin::ClosedRow>;

    /// The oldest goes when there are too many, and those that are too old.
    void add(admin::ClosedRow &&row) EXCLUDES(m_mutex);
    /// Oldest first. `nowMs`: the wall clock.
    [[nodiscard]] std::vector<RowPtr> list(qint64 nowMs) EXCLUDES(m_mutex);

private:
    void forgetBefore(qint64 nowMs) REQUIRES(m_mutex);

    Mutex m_mutex;
    std::deque<RowPtr> m_rows GUARDED_BY(m_mutex);
};

} // namespace sluice::server

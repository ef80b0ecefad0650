#pragma once

#include "shared/admin/snapshot.h"

#include <chrono>
#include <deque>
#include <vector>

namespace sluice::server {

/// The last samples, so that a console opened after an incident still sees it. Bounded: the oldest goes.
/// Thread: the sampler's.
class History
{
public:
    /// 15 minutes at one sample a second, about 0.5 KB each.
    static constexpr size_t kDefaultCapacity = 900;

    explicit History(size_t capacity = kDefaultCapacity);

    void append(const admin::Snapshot &sample);
    /// Those of the last `span` before the newest, oldest first.
    [[nodiscard]] std::vector<admin::Snapshot> last(std::chrono::milliseconds span) const;
    [[nodiscard]] size_t size() const noexcept { return m_samples.size(); }

private:
    const size_t m_capacity;
    std::deque<admin::Snapshot> m_samples;
};

} // namespace sluice::server

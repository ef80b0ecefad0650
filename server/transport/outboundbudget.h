#pragma once

#include "shared/base/cacheline.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <deque>

namespace sluice::server {

/// How many bytes wait unsent in all connections of a server together. Each I/O thread publishes its own sum and who
/// wants the total adds them up, so that nothing is shared per event.
/// Thread: any; but addShare() only before the threads run.
class OutboundBudget
{
public:
    /// What one I/O thread publishes.
    struct alignas(kCacheLine) Share {
        std::atomic<quint64> bytes{0};
        std::atomic<quint64> worstBytes{0}; ///< Of the connection that has most; may be some moments old.
    };

    /// One more I/O thread's; it stays where it is.
    [[nodiscard]] Share &addShare() { return m_shares.emplace_back(); }

    [[nodiscard]] quint64 totalBytes() const noexcept
    {
        quint64 total = 0;
        for (const Share &share : m_shares)
            total += share.bytes.load(std::memory_order_relaxed);
        return total;
    }
    [[nodiscard]] quint64 worstBytes() const noexcept
    {
        quint64 worst = 0;
        for (const Share &share : m_shares)
            worst = std::max(worst, share.worstBytes.load(std::memory_order_relaxed));
        return worst;
    }

private:
    std::deque<Share> m_shares;
};

} // namespace sluice::server

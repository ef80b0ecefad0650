#pragma once

#include <atomic>

namespace sluice::server {

/// Whether memory is short: from the mark on, until use has fallen a twentieth below it. Thread: any (lock-free; one
/// writer of the use).
class MemoryWatermark
{
public:
    /// Units: share of the memory; 0 = never short.
    void setHigh(double high) noexcept { m_high.store(high, std::memory_order_relaxed); }
    /// What is used now. Returns whether that is too much.
    bool update(double share) noexcept
    {
        const double high = m_high.load(std::memory_order_relaxed);
        const double mark = isShort() ? high * kRelease : high;
        m_share.store(share, std::memory_order_relaxed);
        m_short.store(high > 0 && share >= mark, std::memory_order_relaxed);
        return isShort();
    }
    [[nodiscard]] bool isShort() const noexcept { return m_short.load(std::memory_order_relaxed); }
    [[nodiscard]] double share() const noexcept { return m_share.load(std::memory_order_relaxed); }

private:
    static constexpr double kRelease = 0.95;

    std::atomic<double> m_high{0};
    std::atomic<double> m_share{0};
    std::atomic<bool> m_short{false};
};

} // namespace sluice::server

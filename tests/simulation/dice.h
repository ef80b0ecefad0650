#pragma once

#include "tests/support/seededrandom.h"

#include <chrono>
#include <cmath>

namespace sluice::sim {

/// Every choice of a simulation, from one seed.
/// Thread: the simulation's.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    {
    }

    /// Both ends included.
    [[nodiscard]] int between(int least, int most)
    {
        return least + static_cast<int>(m_random.below(static_cast<quint64>(most - least) + 1));
    }
    [[nodiscard]] size_t index(size_t size) { return static_cast<size_t>(m_random.below(size)); }
    [[nodiscard]] bool chance(double percent)
    {
        return static_cast<double>(m_random.below(1'000'000)) < percent * 10'000;
    }
    template <typename List>
    [[nodiscard]] auto &pick(List &list)
    {
        return list[index(std::size(list))];
    }
    [[nodiscard]] std::chrono::nanoseconds upTo(std::chrono::nanoseconds most)
    {
        return std::chrono::nanoseconds(m_random.below(static_cast<quint64>(most.count()) + 1));
    }
    /// Spans as between events that know nothing of each other.
    [[nodiscard]] std::chrono::nanoseconds about(std::chrono::nanoseconds mean)
    {
        const double share = static_cast<double>(m_random.below(1'000'000) + 1) / 1'000'000;
        return std::chrono::nanoseconds(static_cast<qint64>(-std::log(share) * static_cast<double>(mean.count())));
    }

private:
    test::SeededRandom m_random;
};

} // namespace sluice::sim

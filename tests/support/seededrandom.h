#pragma once

#include "shared/base/random.h"

#include <random>

namespace sluice::test {

/// The same numbers for the same seed, everywhere: a failure can be run again.
/// Thread: the one that made it.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed)
        : m_engine(seed)
    {
    }

    [[nodiscard]] quint64 next() override { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

} // namespace sluice::test

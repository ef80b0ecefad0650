#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <QJsonObject>

#include <vector>

namespace sluice::load {

/// Times from request to answer: a uniform sample of bounded size. Thread: its owner's.
class Latencies
{
public:
    void record(Duration duration, Random &random);
    /// The time that `share` (0..1) of them did not exceed. Units: microseconds.
    [[nodiscard]] double us(double share) const;
    [[nodiscard]] QJsonObject toJson() const;

private:
    static constexpr size_t kMost = 100'000;

    std::vector<float> m_sampleUs;
    quint64 m_count = 0;
};

} // namespace sluice::load

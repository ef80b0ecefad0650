#include "tests/load/latencies.h"

#include <algorithm>

namespace sluice::load {

void Latencies::record(Duration duration, Random &random)
{
    const auto us = std::chrono::duration<float, std::micro>(duration).count();
    ++m_count;
    if (m_sampleUs.size() < kMost) {
        m_sampleUs.push_back(us);
    } else if (const quint64 slot = random.below(m_count); slot < kMost) {
        m_sampleUs[static_cast<size_t>(slot)] = us;
    }
}

double Latencies::us(double share) const
{
    if (m_sampleUs.empty())
        return 0;
    std::vector<float> sorted = m_sampleUs;
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end());
    return static_cast<double>(sorted[static_cast<size_t>(rank)]);
}

QJsonObject Latencies::toJson() const
{
    return {{QStringLiteral("count"), static_cast<qint64>(m_count)},
            {QStringLiteral("p50"), us(0.5)},
            {QStringLiteral("p99"), us(0.99)},
            {QStringLiteral("max"), us(1)}};
}

} // namespace sluice::load

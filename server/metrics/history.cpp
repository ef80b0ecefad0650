#include "server/metrics/history.h"

#include <algorithm>

namespace sluice::server {

namespace {

template <typename T>
void appendBounded(std::deque<T> &queue, const T &value, size_t capacity)
{
    if (queue.size() == capacity)
        queue.pop_front();
    queue.push_back(value);
}

/// The first that is not older than that.
template <typename T>
auto firstSince(const std::deque<T> &queue, qint64 uptimeMs)
{
    return std::find_if(queue.begin(), queue.end(), [uptimeMs](const T &value) { return value.uptimeMs >= uptimeMs; });
}

} // namespace

History::Fold::Fold(const admin::Snapshot &first)
    : m_worst(first)
    , m_cpuShares(first.cpuShare)
    , m_workerBusyShares(first.workerBusyShare)
{
    m_worst.workerList.clear();
}

bool History::Fold::takes(const admin::Snapshot &sample, std::chrono::milliseconds step) const
{
    return sample.uptimeMs / step.count() == m_worst.uptimeMs / step.count();
}

void History::Fold::add(const admin::Snapshot &sample)
{
    m_worst = admin::worstOf(m_worst, sample);
    ++m_count;
    m_cpuShares += sample.cpuShare;
    m_workerBusyShares += sample.workerBusyShare;
}

admin::Snapshot History::Fold::result() const
{
    admin::Snapshot result = m_worst;
    result.cpuShare = m_cpuShares / static_cast<double>(m_count);
    result.workerBusyShare = m_workerBusyShares / static_cast<double>(m_count);
    return result;
}

History::History()
    : History(Capacity())
{
}

History::History(const Capacity &capacity)
    : m_capacity(capacity)
{
    Q_ASSERT(capacity.samples > 0 && capacity.coarse > 0 && capacity.markers > 0);
}

void History::append(const admin::Snapshot &sample)
{
    appendBounded(m_samples, sample, m_capacity.samples);
    if (m_fold && m_fold->takes(sample, kCoarseStep)) {
        m_fold->add(sample);
        return;
    }
    if (m_fold)
        appendBounded(m_coarse, m_fold->result(), m_capacity.coarse);
    m_fold.emplace(sample);
}

void History::mark(const admin::Marker &marker)
{
    appendBounded(m_markers, marker, m_capacity.markers);
}

bool History::keepsAllOf(std::chrono::milliseconds span) const
{
    const bool hasForgotten = m_samples.size() == m_capacity.samples;
    return !hasForgotten || span <= kStep * m_capacity.samples;
}

std::vector<admin::Snapshot> History::last(std::chrono::milliseconds span, std::chrono::milliseconds step) const
{
    if (m_samples.empty())
        return {};
    const qint64 from = newestMs() - span.count();
    const bool isCoarse = step >= kCoarseStep || !keepsAllOf(span);
    const std::deque<admin::Snapshot> &source = isCoarse ? m_coarse : m_samples;
    std::vector<admin::Snapshot> samples(firstSince(source, from), source.end());
    if (isCoarse)
        samples.push_back(m_fold->result()); // it has at least the newest
    if (step <= (isCoarse ? kCoarseStep : kStep))
        return samples;

    std::vector<admin::Snapshot> folded;
    std::optional<Fold> fold;
    for (const admin::Snapshot &sample : samples) {
        if (fold && fold->takes(sample, step)) {
            fold->add(sample);
            continue;
        }
        if (fold)
            folded.push_back(fold->result());
        fold.emplace(sample);
    }
    folded.push_back(fold->result());
    return folded;
}

std::vector<admin::Marker> History::markers(std::chrono::milliseconds span) const
{
    return {firstSince(m_markers, newestMs() - span.count()), m_markers.end()};
}

} // namespace sluice::server

#include "server/admin/connectioncensus.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice::server {

ConnectionCensus::ConnectionCensus(std::vector<Source> sources)
    : m_sources(std::move(sources))
{
}

void ConnectionCensus::begin()
{
    clear();
    m_box = std::make_shared<Box>();
    for (const Source &source : m_sources) {
        source([box = m_box](Rows &&rows) {
            const MutexLock lock(box->mutex);
            box->delivered.push_back(std::move(rows));
        });
    }
}

bool ConnectionCensus::isComplete()
{
    if (!m_box)
        return m_rows.has_value();
    std::vector<Rows> delivered;
    {
        const MutexLock lock(m_box->mutex);
        if (m_box->delivered.size() < m_sources.size())
            return false;
        delivered.swap(m_box->delivered);
    }
    m_box.reset();
    Rows &all = m_rows.emplace();
    for (Rows &rows : delivered)
        std::move(rows.begin(), rows.end(), std::back_inserter(all));
    // A connection may have been shown twice.
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    all.erase(std::unique(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id == b.id; }),
              all.end());
    return true;
}

void ConnectionCensus::clear()
{
    m_box.reset();
    m_rows.reset();
}

} // namespace sluice::server

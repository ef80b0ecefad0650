#pragma once

#include "server/metrics/exporter.h"
#include "shared/base/mutex.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sluice::server {

/// How often which endpoint answered what. There are as many rows as endpoints and statuses, and both are few.
/// Thread: any.
class ApiStats
{
public:
    /// A row for its successes is there from now on. Both names are literals.
    void add(std::string_view endpoint) EXCLUDES(m_mutex);
    void count(std::string_view endpoint, int status) EXCLUDES(m_mutex);
    [[nodiscard]] std::vector<Exporter::ApiRow> rows() const EXCLUDES(m_mutex);

private:
    mutable Mutex m_mutex;
    std::map<std::pair<std::string_view, int>, quint64> m_counts GUARDED_BY(m_mutex);
};

} // namespace sluice::server

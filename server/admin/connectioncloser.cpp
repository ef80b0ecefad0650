#include "server/admin/connectioncloser.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sluice::server {

namespace {

// Each step is a look at all connections.
constexpr std::chrono::milliseconds kStep{100};

} // namespace

ConnectionCloser::ConnectionCloser(const Clock &clock, Close close)
    : m_clock(clock)
    , m_close(std::move(close))
{
    m_timer.setInterval(kStep);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { carryOut(); });
}

bool ConnectionCloser::close(const std::vector<quint64> &ids, protocol::CloseCode code, const std::string &reason,
                             std::chrono::milliseconds spread)
{
    if (m_waiting + ids.size() > kMostWaiting)
        return false;
    const TimePoint now = m_clock.now();
    const size_t steps =
        std::clamp<size_t>(static_cast<size_t>(spread / kStep) + 1, 1, std::max<size_t>(ids.size(), 1));
    std::deque<Step> added;
    for (size_t i = 0; i < steps; ++i) {
        const auto from = ids.begin() + static_cast<qsizetype>(ids.size() * i / steps);
        const auto to = ids.begin() + static_cast<qsizetype>(ids.size() * (i + 1) / steps);
        const Duration after =
            Duration(spread) * static_cast<qint64>(i) / static_cast<qint64>(std::max<size_t>(steps - 1, 1));
        added.push_back({now + after, {std::make_shared<const std::unordered_set<quint64>>(from, to), code, reason}});
    }
    m_waiting += ids.size();
    std::deque<Step> merged;
    std::merge(std::make_move_iterator(m_steps.begin()), std::make_move_iterator(m_steps.end()),
               std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()), std::back_inserter(merged),
               [](const Step &a, const Step &b) { return a.due < b.due; });
    m_steps = std::move(merged);
    carryOut();
    return true;
}

void ConnectionCloser::carryOut()
{
    while (!m_steps.empty() && m_steps.front().due <= m_clock.now()) {
        const CloseOrder order = std::move(m_steps.front().order);
        m_steps.pop_front();
        m_waiting -= order.ids->size();
        m_close(order);
    }
    if (m_steps.empty())
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

} // namespace sluice::server

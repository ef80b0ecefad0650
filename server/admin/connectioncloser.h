#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/closecode.h"

#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace sluice::server {

/// Connections that are to be closed, for one reason.
struct CloseOrder {
    std::shared_ptr<const std::unordered_set<quint64>> ids;
    protocol::CloseCode code = protocol::CloseCode::Kicked;
    std::string reason;
};

/// Closes connections for operators, spread over a time where that is wanted, so that those who come back do not all
/// come at once.
/// Thread: admin, where its timer runs.
class ConnectionCloser
{
public:
    /// That wait for their turn, of all orders together.
    static constexpr size_t kMostWaiting = 1'000'000;

    /// Carries an order out; who is not there any more does not matter. Blocks: never.
    using Close = std::function<void(const CloseOrder &order)>;

    ConnectionCloser(const Clock &clock, Close close);

    /// Closes them in that order, the first at once, the last after `spread`. False when too many wait already.
    /// Requires: no id twice.
    [[nodiscard]] bool close(const std::vector<quint64> &ids, protocol::CloseCode code, const std::string &reason,
                             std::chrono::milliseconds spread);

private:
    struct Step {
        TimePoint due;
        CloseOrder order;
    };

    void carryOut();

    const Clock &m_clock;
    const Close m_close;
    std::deque<Step> m_steps; // by due
    size_t m_waiting = 0;
    QTimer m_timer; // while there are steps
};

} // namespace sluice::server

#pragma once

#include <QtGlobal>

#include <array>

namespace sluice::sim {

/// What must happen now and then, for what the simulation promises about it to mean something.
enum class Rarity : quint8 {
    Evicted,      ///< A call lost its place in the queue to a better one.
    Aged,         ///< A worker got a call for its age.
    Parked,       ///< A call came behind another one of its order.
    WithoutPlace, ///< As many of its event ran as may at once when a call came.
    Withdrawn,    ///< A call that waited had ended.
    Relieved,     ///< A worker hung.
    Returned,     ///< A call went from a worker that hung to another one.
    Stuck,        ///< A worker was given up until it returns.
    Late,         ///< A handler made something of a call that had ended.
    Count_
};

/// How often each has happened.
using Rarities = std::array<quint64, static_cast<size_t>(Rarity::Count_)>;

} // namespace sluice::sim

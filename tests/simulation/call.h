#pragma once

#include "server/events/eventspec.h"
#include "server/events/request.h"
#include "shared/base/errorcode.h"
#include "tests/simulation/windowmodel.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sluice::sim {

class SimSession;

/// How an event has ended, as the simulation works it out for itself.
enum class Fate : quint8 { Open, Refused, Succeeded, Failed, TimedOut, Cancelled, Gone, Abandoned, Count_ };

inline constexpr int kNoError = 0;

/// One event that a client sent, from the moment it is decoded: all that the simulation knows of it by its own means.
struct Call {
    quint64 number = 0; ///< In order of arrival.
    quint64 serial = 0; ///< What its params carry; an echo brings it back.
    SimSession *session = nullptr;
    quint64 connection = 0;
    size_t io = 0;
    std::string user;
    std::string id;                          ///< Raw JSON; empty: no answer may come.
    const server::EventSpec *spec = nullptr; ///< Null: no such event.
    std::optional<size_t> array;             ///< The array it came in.
    bool paramsAreBad = false;
    TimePoint received;
    TimePoint deadline;

    Fate fate = Fate::Open;
    int code = kNoError;                      ///< Of the error that tells the fate.
    std::optional<Fate> sweep;                ///< How it ends if the part that is being driven ends it now.
    std::optional<std::pair<Fate, int>> made; ///< What its handler made of it, and the error's code.
    TimePoint madeAt;
    const server::Request *request = nullptr; ///< The server's object for it, until that has come home.
    bool isLinked = false;                    ///< Its session and the gate count it.
    bool isTaken = false;                     ///< By a worker.
    bool isReturned = false;                  ///< And given up by it, before it was begun.
    Call *nextInBatch = nullptr;              ///< What its worker does after it.
    bool hasRun = false;
    bool isSettled = false; ///< A worker has ended it; its answer may be on the way.
    TimePoint since;        ///< While it waits: when it could have left, had its event a place free.
    quint64 entered = 0;    ///< While it waits: its place among those that came before; 0 behind one of its order.
    std::optional<bool> saysItRan;                            ///< What the answer must say of it, where it must.
    std::vector<std::pair<WindowModel *, TimePoint>> permits; ///< What admitting it spent.
};

} // namespace sluice::sim

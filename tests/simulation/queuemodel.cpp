#include "tests/simulation/queuemodel.h"

#include <algorithm>

namespace sluice::sim {

namespace {

// As many as the crowd has.
constexpr size_t kMostUsers = 6;
// What a user's turn is worth, of expected handler time.
constexpr std::chrono::microseconds kTurn{100};

size_t laneOf(const Call &call)
{
    return static_cast<size_t>(call.spec->lane);
}

} // namespace

void QueueModel::setLimits(const server::QueueLimits &limits)
{
    m_limits = limits;
    m_passed = {};
}

// ---- The way in

std::string QueueModel::push(const std::vector<Call *> &turn, const std::vector<Call *> &back)
{
    size_t next = 0;
    for (Call *call : turn) {
        if (std::string fault = pushOne(*call, back, next); !fault.empty())
            return fault;
    }
    return next == back.size() ? std::string() : "the queue sent back more calls than it must";
}

std::string QueueModel::pushOne(Call &call, const std::vector<Call *> &back, size_t &next)
{
    const size_t lane = laneOf(call);
    bool hasPlace = !m_isClosed && depth() < m_limits.bounds.refuse[lane];
    while (hasPlace && depth() >= static_cast<size_t>(m_limits.capacity)) {
        size_t victims = server::kLaneCount;
        while (victims > lane && m_lanes[victims - 1].empty())
            --victims;
        if (m_limits.overflow == server::QueueOverflow::Reject || victims == lane) {
            hasPlace = false; // or only better ones wait
            break;
        }
        if (next == back.size())
            return "the queue holds more than it may";
        Call &victim = *back[next++];
        if (std::string fault = judgeVictim(victim, victims - 1); !fault.empty())
            return fault;
        note(Rarity::Evicted);
        remove(victim, call.received);
    }
    if (hasPlace) {
        add(call);
        return {};
    }
    if (next == back.size() || back[next] != &call)
        return "the queue kept what it must send back, or sent back what it must keep";
    ++next;
    return {};
}

// The first received of those that head a line, or the parked.
std::string QueueModel::judgeVictim(const Call &victim, size_t lane) const
{
    if (laneOf(victim) != lane || !waits(victim))
        return "the queue evicted what it must not";
    std::map<Line, const Call *> heads;
    const Call *firstParked = nullptr;
    for (const Call *call : m_lanes[lane]) {
        if (isParked(*call)) {
            firstParked = firstParked ? firstParked : call;
            continue;
        }
        const Call *&head = heads[lineOf(*call)];
        const bool isTied = head && call->entered == head->entered && call->received > head->received;
        if (!head || call->entered < head->entered || isTied)
            head = call;
    }
    if (isParked(victim) ? &victim != firstParked : victim.entered != heads[lineOf(victim)]->entered)
        return "the queue evicted one behind an older one";
    for (const auto &[line, head] : heads) {
        if (head->received < victim.received && head->entered != victim.entered)
            return "the queue evicted a younger one than it must";
    }
    if (firstParked && firstParked->received < victim.received)
        return "the queue evicted a younger one than the first of the parked";
    return {};
}

void QueueModel::add(Call &call)
{
    m_lastPassedOn = false;
    m_pressed += depth() >= m_limits.bounds.alert ? 1 : 0;
    m_lanes[laneOf(call)].push_back(&call);
    call.entered = 0;
    if (call.spec->ordered != server::Ordering::None) {
        std::vector<Call *> &order = m_orders[orderOf(call)];
        order.push_back(&call);
        if (order.size() > 1) {
            note(Rarity::Parked);
            return;
        }
    }
    enter(call, call.received, ++m_serial);
}

void QueueModel::enter(Call &call, TimePoint since, quint64 entered)
{
    if (call.spec->maxConcurrent > 0) {
        Places &places = m_places[call.spec];
        if (std::exchange(places.most, call.spec->maxConcurrent) == 0)
            places.openedAt = call.received;
        if (places.taken == places.most)
            note(Rarity::WithoutPlace);
    }
    const Line line = lineOf(call);
    const LaneList &lane = m_lanes[laneOf(call)];
    const bool isFirst = std::none_of(lane.begin(), lane.end(), [&](const Call *other) {
        return !isParked(*other) && lineOf(*other) == line && other->user == call.user;
    });
    call.since = since;
    call.entered = entered;
    if (isFirst)
        m_turns[line].users[call.user].entered = entered;
}

// ---- The way out

std::string QueueModel::take(Call &call, TimePoint now)
{
    if (!waits(call))
        return "a worker got what does not wait";
    if (isParked(call))
        return "a worker got one whose predecessor has not ended";
    if (!isReady(call))
        return "more of an event run than may at once";
    const Call *aged = oldestAged(now);
    const bool goesByAge = aged && readySince(call) <= readySince(*aged);
    if (goesByAge)
        note(Rarity::Aged);
    if (aged && !goesByAge)
        return "what has aged was passed by what has not";
    if (std::string fault = judgeTurn(call, goesByAge); !fault.empty())
        return fault;
    if (std::string fault = goesByAge ? std::string() : judgeLines(call); !fault.empty())
        return fault;
    leave(call);
    m_lastPassedOn = false;
    if (call.spec->maxConcurrent > 0)
        ++m_places[call.spec].taken;
    return judgeLanes(laneOf(call), goesByAge);
}

// A user's calls go as they came into their line, and nobody has a second turn while another has not had one.
std::string QueueModel::judgeTurn(const Call &call, bool goesByAge)
{
    const Line line = lineOf(call);
    LineTurns &turns = m_turns[line];
    Turn &own = turns.users[call.user];
    const bool goesOn = turns.present == call.user;
    for (const Call *other : m_lanes[laneOf(call)]) {
        if (isParked(*other) || lineOf(*other) != line)
            continue;
        if (other->user == call.user && other->entered < call.entered)
            return "it passed an older one of its user";
        const Turn &theirs = turns.users[other->user];
        if (other->user != call.user && !goesByAge && !goesOn && own.inTurn > std::max(theirs.entered, theirs.taken))
            return "its user has a turn before another has had one";
    }
    own.taken = ++m_serial;
    if (goesByAge)
        return {};
    own.inTurn = own.taken;
    if (!goesOn) {
        turns.present = call.user;
        turns.left = kTurn;
    }
    turns.left -= std::chrono::nanoseconds(call.spec->meanHandlerNs.load());
    if (turns.left <= Duration::zero())
        turns.present.clear();
    return {};
}

// Each line gives one turn of each of its users at most before it is another's.
std::string QueueModel::judgeLines(const Call &call)
{
    const size_t lane = laneOf(call);
    std::vector<Line> ready;
    for (const Call *other : m_lanes[lane]) {
        if (isReady(*other) && std::find(ready.begin(), ready.end(), lineOf(*other)) == ready.end())
            ready.push_back(lineOf(*other));
    }
    std::erase_if(m_passedLines, [&](const auto &entry) {
        return entry.first.first == lane && std::find(ready.begin(), ready.end(), entry.first) == ready.end();
    });
    const auto lines = static_cast<size_t>(1 + std::count_if(m_places.begin(), m_places.end(), [&](const auto &entry) {
                                               return static_cast<size_t>(entry.first->lane) == lane;
                                           }));
    const bool endsTurn = m_turns[lineOf(call)].present.empty();
    for (const Line &line : ready) {
        size_t &passed = m_passedLines[line];
        passed = line == lineOf(call) ? 0 : passed + (endsTurn ? 1 : 0);
        if (passed > kMostUsers * (lines - 1))
            return "an event's line is starved";
    }
    return {};
}

std::string QueueModel::judgeLanes(size_t own, bool goesByAge)
{
    m_passed[own] = 0;
    for (size_t lane = 0; lane < server::kLaneCount; ++lane) {
        if (lane == own || !hasReady(lane)) {
            m_passed[lane] = 0;
            continue;
        }
        m_passed[lane] += goesByAge ? 0 : 1;
        if (m_passed[lane] > mostPassed(lane))
            return "lane " + std::to_string(lane) + " is starved";
    }
    return {};
}

void QueueModel::leave(Call &call)
{
    const size_t lane = laneOf(call);
    std::erase(m_lanes[lane], &call);
    if (!hasReady(lane))
        m_passed[lane] = 0;
    const Line line = lineOf(call);
    std::string &present = m_turns[line].present;
    const bool isUsersLast = std::none_of(m_lanes[lane].begin(), m_lanes[lane].end(), [&](const Call *other) {
        return !isParked(*other) && lineOf(*other) == line && other->user == call.user;
    });
    if (isUsersLast && present == call.user)
        present.clear();
    const bool isLast = std::none_of(m_lanes[lane].begin(), m_lanes[lane].end(),
                                     [&](const Call *other) { return isReady(*other) && lineOf(*other) == line; });
    if (isLast)
        m_passedLines.erase(line);
}

void QueueModel::settle(Call &call, TimePoint now)
{
    if (call.spec->maxConcurrent > 0) {
        Places &places = m_places[call.spec];
        if (places.taken-- == places.most)
            places.openedAt = now;
    }
    passOrder(call, now);
}

void QueueModel::remove(Call &call, TimePoint now)
{
    leave(call);
    if (!isParked(call))
        passOrder(call, now);
    else
        std::erase(m_orders[orderOf(call)], &call);
}

void QueueModel::passOrder(Call &call, TimePoint now)
{
    if (call.spec->ordered == server::Ordering::None)
        return;
    const auto order = m_orders.find(orderOf(call));
    if (order == m_orders.end() || order->second.front() != &call)
        return; // it has gone on without it
    order->second.erase(order->second.begin());
    if (order->second.empty()) {
        m_orders.erase(order);
        return;
    }
    // Several that go on together do so in whatever order.
    if (!std::exchange(m_lastPassedOn, true))
        ++m_serial;
    enter(*order->second.front(), now, m_serial);
}

// ---- What is there

size_t QueueModel::depth() const
{
    size_t sum = 0;
    for (const LaneList &lane : m_lanes)
        sum += lane.size();
    return sum;
}

bool QueueModel::waits(const Call &call) const
{
    const LaneList &lane = m_lanes[laneOf(call)];
    return std::find(lane.begin(), lane.end(), &call) != lane.end();
}

QueueModel::Line QueueModel::lineOf(const Call &call)
{
    return {laneOf(call), call.spec->maxConcurrent > 0 ? call.spec : nullptr};
}

QueueModel::Order QueueModel::orderOf(const Call &call)
{
    const bool isOfUser = call.spec->ordered == server::Ordering::User;
    return {call.spec->ordered, isOfUser ? call.user : std::to_string(call.connection)};
}

bool QueueModel::isReady(const Call &call) const
{
    if (isParked(call))
        return false;
    const auto places = m_places.find(call.spec);
    return places == m_places.end() || places->second.taken < places->second.most;
}

bool QueueModel::hasReady(size_t lane) const
{
    return std::any_of(m_lanes[lane].begin(), m_lanes[lane].end(), [this](const Call *call) { return isReady(*call); });
}

TimePoint QueueModel::readySince(const Call &call) const
{
    const auto places = m_places.find(call.spec);
    return places == m_places.end() ? call.since : std::max(call.since, places->second.openedAt);
}

const Call *QueueModel::oldestAged(TimePoint now) const
{
    if (m_limits.ageing.count() == 0)
        return nullptr;
    const Call *oldest = nullptr;
    for (const LaneList &lane : m_lanes) {
        for (const Call *call : lane) {
            if (isReady(*call) && readySince(*call) < now - m_limits.ageing
                && (!oldest || readySince(*call) < readySince(*oldest)))
                oldest = call;
        }
    }
    return oldest;
}

// The others' turns in what is left of one round and in a whole one.
size_t QueueModel::mostPassed(size_t lane) const
{
    size_t others = 0;
    for (size_t other = 0; other < server::kLaneCount; ++other)
        others += other == lane ? 0 : static_cast<size_t>(m_limits.weights[other]);
    return 2 * others;
}

} // namespace sluice::sim

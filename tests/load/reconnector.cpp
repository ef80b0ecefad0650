#include "tests/load/reconnector.h"

namespace sluice::load {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kFirstBackOff = 100ms;
constexpr int kMaxDoublings = 5;
constexpr int kPolicyViolation = 1008;
constexpr int kKicked = 4003;

} // namespace

Reconnector::Reconnector(Fleet &fleet, const Clock &clock, Random &random)
    : m_fleet(fleet)
    , m_clock(clock)
    , m_random(random)
    , m_refusals(fleet.size(), 0)
{
}

void Reconnector::schedule(size_t member, std::chrono::milliseconds delay)
{
    // Half to one and a half times, so that a crowd does not come back as one.
    const auto jittered =
        delay / 2 + std::chrono::milliseconds(m_random.below(static_cast<quint64>(delay.count()) + 1));
    m_due.push({m_clock.now() + jittered, member});
}

bool Reconnector::scheduleAfter(size_t member, const Farewell &farewell)
{
    if (farewell.parting == Parting::Told && (farewell.code == kPolicyViolation || farewell.code == kKicked))
        return false;
    if (farewell.parting == Parting::Refused)
        ++m_refusals[member];
    schedule(member, kFirstBackOff * (1 << std::min(m_refusals[member], kMaxDoublings)));
    return true;
}

void Reconnector::turn()
{
    const TimePoint now = m_clock.now();
    while (!m_due.empty() && m_due.top().when <= now) {
        const size_t member = m_due.top().member;
        m_due.pop();
        if (m_fleet.isIdle(member))
            m_fleet.connect(member);
    }
}

} // namespace sluice::load

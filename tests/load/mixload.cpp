#include "tests/load/mixload.h"

namespace sluice::load {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTick = 2ms;
constexpr quint64 kMaxCatchUp = 20'000; // requests in one turn, so that a stall does not become a burst without bound
constexpr quint64 kShortTimeoutMs = 5;

double secondsSince(TimePoint since, TimePoint now)
{
    return std::chrono::duration<double>(now - since).count();
}

} // namespace

MixLoad::MixLoad(const LoadPlan &plan, Fleet &fleet, const Clock &clock, Random &random)
    : m_plan(plan)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_random(random)
    , m_mix(plan.mix, plan.payloadBytes, plan.users, random)
    , m_reconnector(fleet, clock, random)
{
    if (plan.sleep)
        m_mix.setSleep(*plan.sleep);
    for (size_t member = 0; member < fleet.size(); ++member)
        m_reconnector.schedule(member, 0ms);
}

std::chrono::milliseconds MixLoad::turn()
{
    m_reconnector.turn();
    if (m_since && !m_stopped) {
        if (m_clock.now() - *m_since >= m_plan.duration)
            stop();
        else
            sendDue();
    }
    return kTick;
}

bool MixLoad::isDone() const
{
    return m_stopped || m_gone == m_fleet.size();
}

void MixLoad::stop()
{
    m_stopped = true;
    m_reconnector.stop();
}

void MixLoad::opened(size_t member)
{
    if (!m_since)
        m_since = m_clock.now();
    m_reconnector.connected(member);
    if (m_plan.rate == 0)
        fill(member);
}

void MixLoad::answered(size_t member, const Answer &answer)
{
    m_mix.learn(member, answer);
    if (m_plan.rate == 0)
        fill(member);
}

void MixLoad::ended(size_t member, const Farewell &farewell)
{
    if (m_stopped)
        return;
    const bool closedByServer = farewell.parting == Parting::Told || farewell.parting == Parting::Dropped;
    const bool isLast = m_plan.stopWhenClosed && m_since && (closedByServer || farewell.parting == Parting::Refused);
    if (isLast || !m_reconnector.scheduleAfter(member, farewell))
        ++m_gone;
}

void MixLoad::sendDue()
{
    churn();
    if (m_plan.rate == 0)
        return;
    const auto due = static_cast<quint64>(m_plan.rate * secondsSince(*m_since, m_clock.now()));
    for (quint64 count = 0; m_sent < due && count < kMaxCatchUp; ++count) {
        ++m_sent;
        if (const std::optional<size_t> member = someOpenMember())
            sendOne(*member);
    }
}

void MixLoad::sendOne(size_t member)
{
    const std::string &event = m_mix.pick();
    Call call{event, m_mix.params(event, member, m_fleet.nextMark(member)), {}};
    if (happens(m_plan.shortTimeoutPercent))
        call.timeout = static_cast<int>(1 + m_random.below(kShortTimeoutMs));
    const quint64 id = m_fleet.request(member, call);
    if (happens(m_plan.cancelPercent))
        m_fleet.cancel(member, id);
}

void MixLoad::fill(size_t member)
{
    while (!m_stopped && m_fleet.isOpen(member) && m_fleet.pending(member) < m_plan.window)
        sendOne(member);
}

void MixLoad::churn()
{
    const double due =
        secondsSince(*m_since, m_clock.now()) * m_plan.churnPercent / 100 * static_cast<double>(m_fleet.size());
    for (; m_churned + 1 <= due; ++m_churned) {
        const std::optional<size_t> member = someOpenMember();
        if (!member)
            continue;
        if (happens(50))
            m_fleet.leave(*member);
        else
            m_fleet.cut(*member);
    }
}

std::optional<size_t> MixLoad::someOpenMember()
{
    if (m_fleet.openCount() == 0)
        return {};
    size_t member = m_random.below(m_fleet.size());
    for (size_t tried = 0; !m_fleet.isOpen(member); ++tried) {
        if (tried == m_fleet.size())
            return {}; // every open connection is saying goodbye
        member = (member + 1) % m_fleet.size();
    }
    return member;
}

bool MixLoad::happens(double percent)
{
    return percent > 0 && static_cast<double>(m_random.below(1'000'000)) < percent * 10'000;
}

} // namespace sluice::load

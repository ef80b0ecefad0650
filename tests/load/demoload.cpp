#include "tests/load/demoload.h"

#include <QJsonArray>

#include <cmath>
#include <cstdio>
#include <numbers>

namespace sluice::load {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTick = 10ms;
constexpr double kWaveSeconds = 90;
constexpr size_t kLeastOnline = kDemoPeople / 3;
constexpr int kRushRequests = 3;
constexpr int kOverdoneRequests = 120; // above the default of 100 a minute for one user
constexpr int kHurryMs = 1;

// What people do, in shares. The made-up event and the one without params are their mistakes.
std::vector<MixPart> habits()
{
    return {{"notes/fetch", 40}, {"notes/search", 25}, {"notes/save", 14},
            {"notes/list", 10},  {"users/get", 10},    {"notes/polish", 1}};
}

} // namespace

DemoLoad::DemoLoad(const LoadPlan &plan, Fleet &fleet, const Clock &clock, Random &random)
    : m_plan(plan)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_random(random)
    , m_mix(habits(), 400, plan.users, random)
    , m_reconnector(fleet, clock, random)
    , m_since(clock.now())
{
    const std::initializer_list<std::pair<std::chrono::milliseconds, void (DemoLoad::*)()>> habitsInTime{
        {40ms, &DemoLoad::think},   {150ms, &DemoLoad::followTheWave}, {11s, &DemoLoad::rushTogether},
        {17s, &DemoLoad::overdoIt}, {2s, &DemoLoad::changeMind},       {7s, &DemoLoad::announce},
        {10s, &DemoLoad::report},
    };
    for (const auto &[every, act] : habitsInTime)
        m_recurring.push_back({every, act, m_since + every});
}

std::chrono::milliseconds DemoLoad::turn()
{
    m_reconnector.turn();
    const TimePoint now = m_clock.now();
    if (now - m_since >= m_plan.duration)
        stop();
    for (Recurring &recurring : m_recurring) {
        if (m_stopped || now < recurring.next)
            continue;
        recurring.next = now + recurring.every;
        (this->*recurring.act)();
    }
    return kTick;
}

bool DemoLoad::isDone() const
{
    return m_stopped;
}

void DemoLoad::stop()
{
    m_stopped = true;
    m_reconnector.stop();
}

void DemoLoad::opened(size_t member)
{
    m_reconnector.connected(member);
    if (!m_askedMethods)
        m_fleet.request(member, {"__listMethods", "[]", {}});
    m_askedMethods = true;
}

void DemoLoad::answered(size_t member, const Answer &answer)
{
    m_mix.learn(member, answer);
    if (answer.result.isArray() && answer.result.toArray().contains(QLatin1String("bench/broadcast")))
        m_canBroadcast = true;
}

void DemoLoad::ended(size_t member, const Farewell &farewell)
{
    const bool wasOurs = farewell.parting == Parting::LeftInOrder || farewell.parting == Parting::LeftAbruptly;
    if (!m_stopped && !wasOurs)
        m_reconnector.scheduleAfter(member, farewell);
}

void DemoLoad::think()
{
    if (const std::optional<size_t> member = someone())
        act(*member);
}

void DemoLoad::followTheWave()
{
    const double phase = std::chrono::duration<double>(m_clock.now() - m_since).count() / kWaveSeconds;
    const double level = (1 - std::cos(2 * std::numbers::pi * phase)) / 2;
    m_wanted = kLeastOnline + static_cast<size_t>(level * static_cast<double>(kDemoPeople - kLeastOnline));
    const size_t member = m_random.below(m_fleet.size());
    if (m_fleet.openCount() < m_wanted && m_fleet.isIdle(member)) {
        m_reconnector.schedule(member, 0ms);
    } else if (m_fleet.openCount() > m_wanted && m_fleet.isOpen(member)) {
        // Most people close the page; now and then a train enters a tunnel.
        if (m_random.below(4) == 0)
            m_fleet.cut(member);
        else
            m_fleet.leave(member);
    }
}

void DemoLoad::rushTogether()
{
    for (size_t member = 0; member < m_fleet.size(); ++member) {
        for (int i = 0; i < kRushRequests && m_fleet.isOpen(member); ++i)
            act(member);
    }
}

void DemoLoad::overdoIt()
{
    const std::optional<size_t> member = someone();
    for (int i = 0; member && i < kOverdoneRequests; ++i)
        m_fleet.request(*member, {"notes/search", R"({"query":"sluice"})", {}});
}

void DemoLoad::changeMind()
{
    const std::optional<size_t> member = someone();
    if (!member)
        return;
    m_fleet.cancel(*member, m_fleet.request(*member, {"notes/list", "{}", {}}));
    m_fleet.request(*member, {"notes/search", R"({"query":"weir"})", kHurryMs});
}

void DemoLoad::announce()
{
    const std::optional<size_t> member = someone();
    if (member && m_canBroadcast)
        m_fleet.request(*member, {"bench/broadcast", R"({"text":"The lock opens at noon."})", {}});
}

void DemoLoad::report()
{
    const LedgerTotals &totals = m_fleet.ledger().totals();
    std::printf("demo: %zu of %zu online, %llu requests, %llu answered well, %llu refused\n", m_fleet.openCount(),
                m_fleet.size(), totals.sent, totals.replied, totals.refusedInAll());
    std::fflush(stdout);
}

void DemoLoad::act(size_t member)
{
    std::string_view event = m_mix.pick();
    if (event == "notes/fetch" && !m_mix.knowsNote(member))
        event = "notes/list";
    m_fleet.request(member, {event, m_mix.params(event, member, m_fleet.nextMark(member)), {}});
}

std::optional<size_t> DemoLoad::someone()
{
    const size_t member = m_random.below(m_fleet.size());
    return m_fleet.isOpen(member) ? std::optional(member) : std::nullopt;
}

} // namespace sluice::load

#include "server/metrics/culprits.h"

#include <algorithm>

namespace sluice::server {

namespace {

bool isPeak(Cost cost)
{
    return cost == Cost::PendingBytes;
}

} // namespace

// What it may have had at most when it is not there.
Culprits::Amount Culprits::Sketch::of(const Client &client) const
{
    const auto found = clients.find(client);
    return found == clients.end() ? Amount{floor, floor} : found->second;
}

Culprits::Row Culprits::sum(Cost cost, const Client &client, const Amount &current, const Amount &before)
{
    if (isPeak(cost)) // what is not known is less than what is
        return {client, std::max(current.amount - current.error, before.amount - before.error), 0};
    return {client, current.amount + before.amount, current.error + before.error};
}

Culprits::Culprits(const Clock &clock)
    : m_clock(clock)
    , m_began(clock.now())
    , m_beforeBegan(m_began)
{
}

void Culprits::Sketch::add(const Client &client, quint64 amount, bool isPeak)
{
    const auto [found, isNew] = clients.try_emplace(client, Amount{floor, floor});
    if (isPeak)
        found->second = {std::max(isNew ? 0 : found->second.amount, amount), 0}; // a peak is known when it is seen
    else
        found->second.amount += amount;
}

// Down to the kKept largest.
void Culprits::Sketch::shrink()
{
    if (clients.size() <= kKept)
        return;
    std::vector<quint64> amounts;
    amounts.reserve(clients.size());
    for (const auto &[client, amount] : clients)
        amounts.push_back(amount.amount);
    const auto last = amounts.begin() + kKept; // the largest of those that go
    std::nth_element(amounts.begin(), last, amounts.end(), std::greater<>());
    const quint64 most = *last;
    floor = std::max(floor, most);
    std::erase_if(clients, [most](const auto &entry) { return entry.second.amount < most; });
    for (auto entry = clients.begin(); clients.size() > kKept;) // equals: whichever
        entry = entry->second.amount == most ? clients.erase(entry) : std::next(entry);
}

void Culprits::add(std::span<const Charge> charges)
{
    const MutexLock lock(m_mutex);
    turn(m_clock.now());
    for (size_t i = 0; i < kCostCount; ++i) {
        const auto cost = static_cast<Cost>(i);
        for (const Charge &charge : charges) {
            if (charge.costs[cost] > 0)
                m_current[i].add(charge.client, charge.costs[cost], isPeak(cost));
        }
        m_current[i].shrink();
    }
}

void Culprits::turn(TimePoint now)
{
    if (now - m_began < kWindow)
        return;
    const bool isNext = now - m_began < 2 * kWindow;
    m_before = isNext ? std::move(m_current) : Sketches();
    m_beforeBegan = isNext ? m_began : now;
    m_current = Sketches();
    m_began = now;
}

std::vector<Culprits::Row> Culprits::top(Cost cost, size_t most) const
{
    const auto at = static_cast<size_t>(cost);
    std::vector<Row> rows;
    {
        const MutexLock lock(m_mutex);
        const Sketch &current = m_current[at];
        const Sketch &before = m_before[at];
        for (const auto &[client, amount] : current.clients)
            rows.push_back(sum(cost, client, amount, before.of(client)));
        for (const auto &[client, amount] : before.clients) {
            if (!current.clients.contains(client))
                rows.push_back(sum(cost, client, current.of(client), amount));
        }
    }
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(most, rows.size()));
    std::partial_sort(rows.begin(), middle, rows.end(), [](const Row &a, const Row &b) {
        return a.amount != b.amount ? a.amount > b.amount : a.client.name < b.client.name;
    });
    rows.erase(middle, rows.end());
    return rows;
}

Duration Culprits::reach() const
{
    const MutexLock lock(m_mutex);
    return m_clock.now() - m_beforeBegan;
}

} // namespace sluice::server

#include "server/work/flowtable.h"

namespace sluice::server {

namespace {

constexpr size_t kFirstBuckets = 1024;

// Keys are hashes and may meet: what a user is, the name says. Requests of one connection mostly share the principal.
bool isOneUser(const PrincipalPtr &a, const PrincipalPtr &b) noexcept
{
    return a == b || (a && b && a->userId == b->userId);
}

const PrincipalPtr &ownerOf(const Flow &flow) noexcept
{
    return flow.owner || flow.jobs.isEmpty() ? flow.owner : flow.jobs.first()->principal;
}

} // namespace

FlowTable::FlowTable()
    : m_buckets(kFirstBuckets)
{
}

Flow *FlowTable::find(const void *line, quint64 key, const PrincipalPtr *user) const noexcept
{
    for (Flow *flow = m_buckets[bucketOf(line, key)]; flow; flow = flow->nextInBucket) {
        if (flow->key == key && flow->line == line && (!user || isOneUser(ownerOf(*flow), *user)))
            return flow;
    }
    return nullptr;
}

Flow *FlowTable::make(const void *line, quint64 key)
{
    if (m_inUse == m_buckets.size())
        grow();
    if (!m_free)
        m_free = &m_flows.emplace_back();
    Flow *flow = m_free;
    m_free = flow->next;
    flow->line = line;
    flow->key = key;
    flow->next = nullptr;
    Flow *&bucket = m_buckets[bucketOf(line, key)];
    flow->nextInBucket = bucket;
    bucket = flow;
    ++m_inUse;
    return flow;
}

void FlowTable::release(Flow *flow) noexcept
{
    Flow **link = &m_buckets[bucketOf(flow->line, flow->key)];
    while (*link != flow)
        link = &(*link)->nextInBucket;
    *link = flow->nextInBucket;
    flow->owner.reset();
    flow->previous = nullptr;
    flow->next = m_free;
    m_free = flow;
    --m_inUse;
}

size_t FlowTable::bucketOf(const void *line, quint64 key) const noexcept
{
    // Fibonacci hashing: connections have consecutive numbers, and lines lie at similar addresses.
    const quint64 mixed = (key ^ (reinterpret_cast<quintptr>(line) >> 4)) * 0x9e3779b97f4a7c15u;
    return (mixed >> 32) & (m_buckets.size() - 1);
}

void FlowTable::grow()
{
    std::vector<Flow *> larger(m_buckets.size() * 2);
    larger.swap(m_buckets);
    for (Flow *flow : larger) {
        while (flow) {
            Flow *next = flow->nextInBucket;
            Flow *&bucket = m_buckets[bucketOf(flow->line, flow->key)];
            flow->nextInBucket = bucket;
            bucket = flow;
            flow = next;
        }
    }
}

} // namespace sluice::server

#include "server/api/keptanswers.h"

#include <iterator>

namespace sluice::server {

namespace {

// Of what an entry costs beside its texts.
constexpr size_t kEntryBytes = 400;

bool succeeded(const HttpResponse &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

} // namespace

KeptAnswers::KeptAnswers(const Clock &clock)
    : m_clock(clock)
{
}

void KeptAnswers::setConfig(const Config &config)
{
    m_keep = config.api.idempotency;
    m_mostBytes = static_cast<size_t>(config.api.idempotencyBytes);
    bound();
}

KeptAnswers::Found KeptAnswers::begin(const std::string &name, const QByteArray &fingerprint)
{
    bound();
    const auto [place, isNew] = m_entries.try_emplace(name, Entry{fingerprint});
    const Entry &entry = place->second;
    if (isNew)
        return {};
    if (entry.fingerprint != fingerprint)
        return {Kind::Different};
    if (entry.isUnderWay)
        return {Kind::UnderWay};
    return {Kind::Kept, &entry.answer};
}

void KeptAnswers::finish(const std::string &name, const HttpResponse &answer)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    if (!succeeded(answer)) {
        m_entries.erase(found);
        return;
    }
    entry.isUnderWay = false;
    entry.answer = answer;
    entry.bytes = kEntryBytes + 2 * name.size() + answer.body.size();
    entry.expires = m_clock.now() + m_keep;
    entry.place = m_byAge.insert(m_byAge.end(), name);
    m_bytes.fetch_add(entry.bytes, std::memory_order_relaxed);
    bound();
}

void KeptAnswers::forget(const Entries::iterator &entry)
{
    m_bytes.fetch_sub(entry->second.bytes, std::memory_order_relaxed);
    m_byAge.erase(entry->second.place);
    m_entries.erase(entry);
}

// All are kept for the same time, unless that was changed, so the oldest is the first to go.
void KeptAnswers::bound()
{
    const TimePoint now = m_clock.now();
    while (!m_byAge.empty()) {
        const auto oldest = m_entries.find(m_byAge.front());
        if (oldest->second.expires > now && bytes() <= m_mostBytes)
            return;
        forget(oldest);
    }
}

} // namespace sluice::server

#include "server/policies/mutes.h"

#include "shared/protocol/codec.h"

#include <algorithm>
#include <utility>

namespace sluice::server {

namespace {

QJsonValue textOrNull(const std::string &text)
{
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

std::chrono::milliseconds leftOf(const Mute &mute, TimePoint now)
{
    return std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(mute.until - now));
}

MutePtr findIn(const std::unordered_map<std::string, MutePtr> &mutes, const std::string &key, TimePoint now)
{
    const auto found = mutes.find(key);
    return found == mutes.end() || now >= found->second->until ? nullptr : found->second;
}

} // namespace

QJsonObject Mute::toJson(TimePoint now) const
{
    return {{QStringLiteral("id"), static_cast<qint64>(id)},
            {QStringLiteral("user"), textOrNull(user)},
            {QStringLiteral("address"), textOrNull(address)},
            {QStringLiteral("lengthMs"), static_cast<qint64>(length.count())},
            {QStringLiteral("leftMs"), static_cast<qint64>(leftOf(*this, now).count())},
            {QStringLiteral("refused"), static_cast<double>(refused.load(std::memory_order_relaxed))},
            {QStringLiteral("by"), by},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("atMs"), static_cast<qint64>(toUnixMs(at))}};
}

Mutes::Mutes(const Clock &clock)
    : m_clock(clock)
    , m_index(std::make_shared<const Index>())
{
}

Result<MutePtr> Mutes::add(Wanted wanted)
{
    Q_ASSERT(wanted.user.empty() != wanted.address.empty());
    expire();
    const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&wanted](const auto &entry) {
        return entry.second->user == wanted.user && entry.second->address == wanted.address;
    });
    if (same == m_entries.end() && m_entries.size() >= kMost)
        return failure(ErrorCode::StorageFull, {},
                       QStringLiteral("%1 users and addresses are muted, and there can be no more").arg(kMost));
    auto mute = std::make_shared<Mute>();
    mute->user = std::move(wanted.user);
    mute->address = std::move(wanted.address);
    mute->length = wanted.length;
    mute->until = m_clock.now() + wanted.length;
    mute->at = m_clock.wallNow();
    mute->by = wanted.by;
    mute->reason = wanted.reason;
    mute->id = m_nextId++;
    if (same != m_entries.end())
        m_entries.erase(same);
    m_entries.emplace(mute->id, mute);
    publish();
    return mute;
}

Result<MutePtr> Mutes::lift(quint64 id)
{
    expire();
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return failure(ErrorCode::NotFound, {}, QStringLiteral("there is no such mute; it may have ended"));
    MutePtr mute = found->second;
    m_entries.erase(found);
    publish();
    return mute;
}

void Mutes::expire()
{
    const TimePoint now = m_clock.now();
    if (std::erase_if(m_entries, [now](const auto &entry) { return now >= entry.second->until; }) > 0)
        publish();
}

std::vector<MutePtr> Mutes::list() const
{
    std::vector<MutePtr> mutes;
    const TimePoint now = m_clock.now();
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (now < entry->second->until)
            mutes.push_back(entry->second);
    }
    return mutes;
}

MutePtr Mutes::find(const std::string &user, const std::string &address, TimePoint now) const
{
    if (size() == 0)
        return nullptr;
    std::shared_ptr<const Index> index;
    {
        const MutexLock lock(m_mutex);
        index = m_index;
    }
    if (!user.empty()) {
        if (MutePtr mute = findIn(index->users, user, now))
            return mute;
    }
    return findIn(index->addresses, address, now);
}

void Mutes::publish()
{
    auto index = std::make_shared<Index>();
    for (const auto &[id, mute] : m_entries)
        (mute->user.empty() ? index->addresses[mute->address] : index->users[mute->user]) = mute;
    {
        const MutexLock lock(m_mutex);
        m_index = std::move(index);
    }
    m_size.store(m_entries.size(), std::memory_order_relaxed);
}

std::optional<Refusal> MutePolicy::admit(const Request &request, TimePoint now)
{
    if (m_mutes.size() == 0)
        return std::nullopt;
    static const std::string kNobody;
    const Principal *principal = request.principal.get();
    const bool isKnown = principal != nullptr && principal->authenticated;
    const MutePtr mute = m_mutes.find(isKnown ? principal->userId : kNobody, std::string(request.address), now);
    if (!mute)
        return std::nullopt;
    mute->refused.fetch_add(1, std::memory_order_relaxed);
    m_metrics.add(Counter::MuteRefusals);
    const auto scope = mute->user.empty() ? protocol::RateScope::Ip : protocol::RateScope::User;
    return Refusal{
        {ErrorCode::RateLimited, protocol::rateLimitedData({scope, 0, mute->length, leftOf(*mute, now)}), {}}, false};
}

} // namespace sluice::server

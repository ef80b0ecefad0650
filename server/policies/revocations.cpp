#include "server/policies/revocations.h"

#include "server/config/privatefile.h"
#include "shared/base/logging.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace sluice::server {

namespace {

constexpr qint64 kMostFileBytes = 1024LL * 1024 * 1024;

QJsonValue textOrNull(const std::string &text)
{
    return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

// A damaged file may have any number; this is the year 2255.
constexpr qint64 kLatestMs = 9'000'000'000'000;

WallTime fromUnixMs(qint64 ms)
{
    return WallTime(std::chrono::milliseconds(std::clamp(ms, -kLatestMs, kLatestMs)));
}

bool covers(const std::vector<Revocation> &entries, const Principal &principal, WallTime now)
{
    return std::any_of(entries.begin(), entries.end(), [&principal, now](const Revocation &entry) {
        return now < entry.until && entry.covers(principal);
    });
}

bool covers(const std::unordered_map<std::string, std::vector<Revocation>> &entries, const std::string &key,
            const Principal &principal, WallTime now)
{
    const auto found = entries.find(key);
    return found != entries.end() && covers(found->second, principal, now);
}

Result<std::vector<Revocation>> parse(const QByteArray &json, const QString &file)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonValue rows = document.object().value(u"revocations");
    std::vector<Revocation> entries;
    bool isWhole = rows.isArray();
    const QJsonArray array = rows.toArray();
    for (const QJsonValue row : array) {
        auto entry = Revocation::fromJson(row.toObject());
        isWhole = isWhole && entry;
        if (entry)
            entries.push_back(*std::move(entry));
    }
    if (!isWhole)
        return failure(
            ErrorCode::InternalError, {},
            QStringLiteral("%1: is not a revocation list; restore it, or delete it to revoke nothing").arg(file));
    return entries;
}

} // namespace

bool Revocation::covers(const Principal &principal) const
{
    return (user.empty() || user == principal.userId) && (tokenId.empty() || tokenId == principal.tokenId)
        && (!issuedBefore || !principal.issued || *principal.issued < *issuedBefore);
}

QJsonObject Revocation::toJson() const
{
    return {
        {QStringLiteral("id"), static_cast<qint64>(id)},
        {QStringLiteral("user"), textOrNull(user)},
        {QStringLiteral("tokenId"), textOrNull(tokenId)},
        {QStringLiteral("issuedBeforeMs"), issuedBefore ? QJsonValue(qint64(toUnixMs(*issuedBefore))) : QJsonValue()},
        {QStringLiteral("untilMs"), qint64(toUnixMs(until))},
        {QStringLiteral("reason"), reason},
        {QStringLiteral("by"), by},
        {QStringLiteral("atMs"), qint64(toUnixMs(at))}};
}

std::optional<Revocation> Revocation::fromJson(const QJsonObject &row)
{
    Revocation entry;
    entry.id = static_cast<quint64>(row.value(u"id").toInteger());
    entry.user = row.value(u"user").toString().toStdString();
    entry.tokenId = row.value(u"tokenId").toString().toStdString();
    const QJsonValue before = row.value(u"issuedBeforeMs");
    if (before.isDouble())
        entry.issuedBefore = fromUnixMs(before.toInteger());
    entry.until = fromUnixMs(row.value(u"untilMs").toInteger());
    entry.reason = row.value(u"reason").toString();
    entry.by = row.value(u"by").toString();
    entry.at = fromUnixMs(row.value(u"atMs").toInteger());
    const bool isEveryToken = entry.user.empty() && entry.tokenId.empty() && !entry.issuedBefore;
    if (entry.id == 0 || isEveryToken || !row.value(u"untilMs").isDouble())
        return std::nullopt;
    return entry;
}

Revocations::Revocations(const Clock &clock)
    : m_clock(clock)
    , m_index(std::make_shared<const Index>())
{
}

Result<void> Revocations::open(const QString &file)
{
    m_file = file;
    auto json = readPrivateFile(file, kMostFileBytes);
    if (!json && json.error().code == ErrorCode::NotFound)
        return {};
    auto entries = json.and_then([&file](const QByteArray &text) { return parse(text, file); });
    if (!entries)
        return failure(ErrorCode::InternalError, {}, entries.error().detail);
    for (Revocation &entry : *entries) {
        m_nextId = std::max(m_nextId, entry.id + 1);
        m_entries.insert_or_assign(entry.id, std::move(entry));
    }
    std::erase_if(m_entries, [now = m_clock.wallNow()](const auto &entry) { return entry.second.until <= now; });
    publish();
    return {};
}

Result<Revocations::Kept> Revocations::add(Revocation entry, size_t most)
{
    expire();
    if (m_entries.size() >= most)
        return failure(ErrorCode::StorageFull, {},
                       QStringLiteral("the revocation list has %1 entries, as many as auth.max-revocations allows")
                           .arg(m_entries.size()));
    entry.id = m_nextId++;
    m_entries.emplace(entry.id, entry);
    publish();
    return Kept{std::move(entry), save()};
}

Result<Revocations::Kept> Revocations::remove(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return failure(ErrorCode::NotFound, {}, QStringLiteral("there is no such revocation"));
    Revocation entry = std::move(found->second);
    m_entries.erase(found);
    publish();
    return Kept{std::move(entry), save()};
}

void Revocations::expire()
{
    const WallTime now = m_clock.wallNow();
    if (now < m_nextEnd)
        return;
    if (std::erase_if(m_entries, [now](const auto &entry) { return entry.second.until <= now; }) == 0)
        return;
    publish();
    [[maybe_unused]] const bool isSaved = save(); // else what has expired is forgotten at the next start
}

std::vector<Revocation> Revocations::list() const
{
    std::vector<Revocation> entries;
    entries.reserve(m_entries.size());
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry)
        entries.push_back(entry->second);
    return entries;
}

bool Revocations::isRevoked(const Principal &principal) const
{
    if (size() == 0)
        return false;
    std::shared_ptr<const Index> index;
    {
        const MutexLock lock(m_mutex);
        index = m_index;
    }
    const WallTime now = m_clock.wallNow();
    return covers(index->byUser, principal.userId, principal, now)
        || (!principal.tokenId.empty() && covers(index->byToken, principal.tokenId, principal, now))
        || covers(index->others, principal, now);
}

void Revocations::publish()
{
    auto index = std::make_shared<Index>();
    m_nextEnd = WallTime::max();
    for (const auto &[id, entry] : m_entries) {
        m_nextEnd = std::min(m_nextEnd, entry.until);
        if (!entry.user.empty())
            index->byUser[entry.user].push_back(entry);
        else if (!entry.tokenId.empty())
            index->byToken[entry.tokenId].push_back(entry);
        else
            index->others.push_back(entry);
    }
    {
        const MutexLock lock(m_mutex);
        m_index = std::move(index);
    }
    m_size.store(m_entries.size(), std::memory_order_relaxed);
}

bool Revocations::save()
{
    QJsonArray rows;
    for (const auto &[id, entry] : m_entries)
        rows.append(entry.toJson());
    const auto saved =
        writePrivateFile(m_file, QJsonDocument(QJsonObject{{QStringLiteral("revocations"), rows}}).toJson());
    if (!saved)
        qCCritical(lcAdmin).noquote().nospace()
            << "the revocation list is not saved and would not outlive a restart reason=" << saved.error().detail;
    return saved.has_value();
}

} // namespace sluice::server

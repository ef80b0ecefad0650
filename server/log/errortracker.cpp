#include "server/log/errortracker.h"

#include <QRegularExpression>

#include <algorithm>

namespace sluice::server {

namespace {

bool isPowerOfTen(quint64 count)
{
    while (count > 1 && count % 10 == 0)
        count /= 10;
    return count == 1;
}

} // namespace

QString errorFingerprint(const LogLine &line)
{
    static const QRegularExpression kQuoted(QStringLiteral(R"re("(?:[^"\\]|\\.)*")re"));
    static const QRegularExpression kNumber(QStringLiteral("\\d+"));
    QString message = line.message;
    message.replace(kQuoted, QStringLiteral("\"…\"")).replace(kNumber, QStringLiteral("N"));
    return (line.category + u' ' + toString(line.level) + u' ' + message).left(ErrorTracker::kMaxFingerprintLength);
}

QJsonObject ErrorGroup::toJson() const
{
    return {{QStringLiteral("fingerprint"), fingerprint},
            {QStringLiteral("category"), sample.category},
            {QStringLiteral("level"), toString(sample.level)},
            {QStringLiteral("count"), static_cast<double>(count)},
            {QStringLiteral("firstMs"), static_cast<qint64>(toUnixMs(first))},
            {QStringLiteral("lastMs"), static_cast<qint64>(toUnixMs(last))},
            {QStringLiteral("sample"), sample.message}};
}

std::optional<ErrorGroup> ErrorTracker::note(const LogLine &line)
{
    const QString fingerprint = errorFingerprint(line);
    const MutexLock lock(m_mutex);
    if (!m_groups.contains(fingerprint))
        makeRoom();
    Entry &entry = m_groups[fingerprint];
    entry.noted = ++m_noted;
    ErrorGroup &group = entry.group;
    if (group.count == 0) {
        group.fingerprint = fingerprint;
        group.first = line.time;
    }
    ++group.count;
    group.last = line.time;
    group.sample = line;
    return isPowerOfTen(group.count) ? std::optional(group) : std::nullopt;
}

void ErrorTracker::makeRoom()
{
    if (m_groups.size() < kMaxGroups)
        return;
    m_groups.erase(std::min_element(m_groups.begin(), m_groups.end(), [](const auto &left, const auto &right) {
        return left.second.noted < right.second.noted;
    }));
}

std::vector<ErrorGroup> ErrorTracker::last(size_t limit) const
{
    std::vector<Entry> entries;
    {
        const MutexLock lock(m_mutex);
        for (const auto &[fingerprint, entry] : m_groups)
            entries.push_back(entry);
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry &left, const Entry &right) { return left.noted > right.noted; });
    std::vector<ErrorGroup> groups;
    for (size_t i = 0; i < std::min(limit, entries.size()); ++i)
        groups.push_back(std::move(entries[i].group));
    return groups;
}

size_t ErrorTracker::size() const
{
    const MutexLock lock(m_mutex);
    return m_groups.size();
}

size_t ErrorTracker::clear()
{
    const MutexLock lock(m_mutex);
    const size_t count = m_groups.size();
    m_groups.clear();
    return count;
}

} // namespace sluice::server

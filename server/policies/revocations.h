#pragma once

#include "server/events/authenticator.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sluice::server {

/// Tokens that hold no more. What is set must all be so; with nothing set it would be every token.
struct Revocation {
    std::string user;
    std::string tokenId;                  ///< Its `jti`.
    std::optional<WallTime> issuedBefore; ///< Its `iat`; who has none cannot show that it is newer.
    WallTime until;                       ///< When the entry goes: by then such tokens have expired.
    QString reason;
    QString by;
    WallTime at; ///< When it was made.
    quint64 id = 0;

    [[nodiscard]] bool covers(const Principal &principal) const;
    /// {id, user, tokenId, issuedBeforeMs, untilMs, reason, by, atMs}; what is not set is null.
    [[nodiscard]] QJsonObject toJson() const;
    /// Errors: nothing for what toJson() does not give.
    [[nodiscard]] static std::optional<Revocation> fromJson(const QJsonObject &row);
};

/// The revocation list: `revocations.json` in the state directory, mode 0600, replaced as a whole with every change.
/// Thread: isRevoked() and size() any, all else one at a time.
class Revocations final : public RevocationCheck
{
public:
    struct Kept {
        Revocation entry;
        bool isSaved = false; ///< It is also on the disk.
    };

    explicit Revocations(const Clock &clock);

    /// Reads what is there and keeps it up to date from now on. Errors: InternalError whose `detail` names the file:
    /// without its list a server would let in whom an operator has put out. Blocks: on the disk.
    [[nodiscard]] Result<void> open(const QString &file);

    /// Adds an entry and gives it its id. It counts at once, also when it cannot be saved. Errors: StorageFull when
    /// there are `most` entries. Blocks: on the disk.
    [[nodiscard]] Result<Kept> add(Revocation entry, size_t most);
    /// Takes one back. Errors: NotFound. Blocks: on the disk.
    [[nodiscard]] Result<Kept> remove(quint64 id);
    /// Forgets what has expired. To be called now and then.
    void expire();

    /// The newest first.
    [[nodiscard]] std::vector<Revocation> list() const;
    [[nodiscard]] size_t size() const noexcept { return m_size.load(std::memory_order_relaxed); }
    [[nodiscard]] bool isRevoked(const Principal &principal) const override EXCLUDES(m_mutex);

private:
    /// The entries by what they are found by.
    struct Index {
        std::unordered_map<std::string, std::vector<Revocation>> byUser;
        std::unordered_map<std::string, std::vector<Revocation>> byToken;
        std::vector<Revocation> others;
    };

    void publish() EXCLUDES(m_mutex);
    [[nodiscard]] bool save();

    const Clock &m_clock;
    QString m_file;
    std::map<quint64, Revocation> m_entries;
    quint64 m_nextId = 1;
    WallTime m_nextEnd = WallTime::max(); // of an entry
    std::atomic<size_t> m_size{0};
    mutable Mutex m_mutex;
    std::shared_ptr<const Index> m_index GUARDED_BY(m_mutex);
};

} // namespace sluice::server

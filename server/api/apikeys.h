#pragma once

#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::server {

/// What the holder of an API key may do.
struct ApiScopes {
    bool push = false; ///< Send to users, broadcast, and publish to any topic.
    bool disconnect = false;
    bool read = false;               ///< Lists of connections and users, presence.
    std::vector<std::string> topics; ///< Patterns of the topics that it may publish to, for who may not push.

    [[nodiscard]] bool mayPublish(std::string_view topic) const;
    /// As in the file: "push", "publish:room/*", "disconnect", "read".
    [[nodiscard]] QStringList words() const;

    /// Nothing when a word is none of these.
    [[nodiscard]] static std::optional<ApiScopes> fromWords(const QStringList &words);
    /// What the words may be, for an error.
    [[nodiscard]] static QString forms();
};

/// One key of a team's backend.
struct ApiKey {
    std::string id;  ///< Its name: in logs, metrics and the audit log.
    QByteArray hash; ///< SHA-256 of the key.
    ApiScopes scopes;
    std::optional<int> perSecond; ///< Nothing: api.per-key-per-second. 0: any.
};
using ApiKeyPtr = std::shared_ptr<const ApiKey>;

/// The keys that the API takes: a TOML file, mode 0600, with a `[[key]]` table for each: `id`, `sha256` (of the key, in
/// hex), `scopes` and, if wanted, `per-second`. The keys themselves are nowhere but with those who use them.
/// Thread: any (immutable).
class ApiKeys
{
public:
    /// More are no file of keys. Each request is compared with all.
    static constexpr size_t kMost = 1000;
    static constexpr int kMostPerSecond = 1'000'000;

    ApiKeys() = default;

    /// Errors: InvalidParams whose `detail` names file, line and what was expected, a line each.
    [[nodiscard]] static Result<ApiKeys> parse(const QByteArray &toml, const QString &fileName);
    /// Errors: as readPrivateFile() and parse().
    [[nodiscard]] static Result<ApiKeys> load(const QString &fileName);

    /// The key, or null. The time it takes does not depend on how much of it is right, nor on which it is.
    [[nodiscard]] ApiKeyPtr identify(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view id) const;
    [[nodiscard]] size_t size() const noexcept { return m_keys.size(); }

    /// SHA-256.
    [[nodiscard]] static QByteArray hashOf(std::string_view key);
    /// Letters, digits, _ . and -, at most 64.
    [[nodiscard]] static bool isId(std::string_view text);

private:
    std::vector<ApiKeyPtr> m_keys;
};

} // namespace sluice::server

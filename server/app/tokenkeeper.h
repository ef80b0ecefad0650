#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/keysetfetcher.h"
#include "server/policies/tokenverifier.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QString>

namespace sluice::server {

/// Keeps the token verifier supplied with the rules and keys that the configuration names: from files, read again
/// whenever it is told to, and from the key set's URL, as often as that is fetched. What cannot be read leaves the keys
/// of before in use.
/// Thread: any.
class TokenKeeper
{
public:
    /// All of it lives longer.
    struct Parts {
        TokenVerifier &verifier;
        Metrics &metrics;
        const Clock &clock;
        Random &random;
    };

    explicit TokenKeeper(const Parts &parts);

    /// Where a secret of its own is made when no keys are configured. Empty: one is made up that never signed anything.
    void setStateDir(const QString &path) { m_stateDir = path; }
    /// Reads what is configured, unless it is in use, and keeps nothing of it. Errors: InvalidParams; the detail names
    /// the file and what is wrong with it, the data is `{errors: [...]}`. Blocks: on the disk.
    [[nodiscard]] Result<void> check(const Config &config) const EXCLUDES(m_mutex);
    /// Reads everything anew. Errors: as check(). Blocks: on the disk.
    [[nodiscard]] Result<void> reload(const Config &config, const QString &by) EXCLUDES(m_mutex);
    /// Does so if the configuration names other keys or rules than those in use.
    void follow(const Config &config) EXCLUDES(m_mutex);
    /// Fetches nothing any more.
    void stop() { m_fetcher.stop(); }
    /// Since the key set's URL was last fetched; zero when there is none.
    [[nodiscard]] std::chrono::seconds keySetAge() const { return m_fetcher.age(); }

private:
    [[nodiscard]] Result<VerificationKeys> loadFiles(const Config::Auth &auth) const;
    [[nodiscard]] Result<VerificationKeys> loadSecret(const Config::Auth &auth) const;
    void takeFetched(const QString &url, KeySet &&set) EXCLUDES(m_mutex);
    void publish() REQUIRES(m_mutex);

    const Parts m_parts;
    QString m_stateDir;
    mutable Mutex m_mutex; // one change at a time, so that the last one published is the last one made
    Config::Auth m_auth GUARDED_BY(m_mutex);
    bool m_hasLoaded GUARDED_BY(m_mutex) = false;
    VerificationKeys m_fromFiles GUARDED_BY(m_mutex);
    VerificationKeys m_fromUrl GUARDED_BY(m_mutex);
    KeySetFetcher m_fetcher; // last: it uses the rest
};

} // namespace sluice::server

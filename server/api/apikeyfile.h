#pragma once

#include "server/api/apikeys.h"
#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "shared/base/mutex.h"

#include <functional>
#include <optional>

namespace sluice::server {

using ApiKeysPtr = std::shared_ptr<const ApiKeys>;

/// Reads the file of API keys that the configuration names, again whenever it is told to, and publishes what it read. A
/// file with a mistake leaves the keys before in use.
/// Thread: any.
class ApiKeyFile
{
public:
    /// `publish` may be called from any thread; it and `metrics` live longer.
    ApiKeyFile(Metrics &metrics, QString stateDir, std::function<void(const ApiKeysPtr &)> publish);

    /// Which file that is.
    [[nodiscard]] static QString path(const Config &config, const QString &stateDir);
    /// Adds a key to the file, and makes the file if there is none. Returns the key, which is kept nowhere. Errors: the
    /// detail says what is wrong with the file or the id, or what could not be written.
    [[nodiscard]] static Result<QByteArray> add(const QString &fileName, const ApiKey &key, Random &random);

    /// Reads the file anew. Where it is not configured and not there, nobody has a key. Errors: the detail names the
    /// file and what is wrong with it. Blocks: on the disk.
    Result<void> reload(const Config &config, const QString &by) EXCLUDES(m_mutex);
    /// Whether follow() could follow, before the configuration is changed. Errors: InvalidParams with `{errors: [..]}`.
    [[nodiscard]] Result<void> check(const Config &config) const EXCLUDES(m_mutex);
    /// Reads the file if the configuration names another one than that in use.
    void follow(const Config &config) EXCLUDES(m_mutex);

private:
    [[nodiscard]] Result<ApiKeysPtr> load(const Config &config) const;

    Metrics &m_metrics;
    const QString m_stateDir;
    const std::function<void(const ApiKeysPtr &)> m_publish;
    mutable Mutex m_mutex; // one reload at a time, so that the last one published is the last one read
    std::optional<QString> m_file GUARDED_BY(m_mutex); // as configured; nothing: not read yet
};

} // namespace sluice::server

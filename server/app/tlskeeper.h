#pragma once

#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/transport/tlscontext.h"
#include "shared/base/mutex.h"

#include <functional>

namespace sluice::server {

/// What TLS listeners serve with: operators may have to show a certificate of their own.
struct TlsContexts {
    TlsContextPtr clients;
    TlsContextPtr operators;
};

/// Reads the certificate and key that the configuration names, again whenever it is told to, and publishes what it read
/// to whoever serves TLS. What cannot be read leaves the one before in use.
/// Thread: any.
class TlsKeeper
{
public:
    /// `publish` may be called from any thread; it and `metrics` live longer.
    TlsKeeper(Metrics &metrics, std::function<void(const TlsContexts &)> publish);

    /// Where a certificate of its own is made when none is configured.
    void setStateDir(const QString &path) { m_stateDir = path; }
    /// Reads what is configured and keeps nothing of it. Errors: InvalidParams with the fault, which names the file.
    [[nodiscard]] Result<void> check(const Config &config) const;
    /// Reads everything anew. Does nothing when no listener speaks TLS. Errors: InternalError; the detail names the
    /// file and what is wrong with it. Blocks: on the disk.
    [[nodiscard]] Result<void> reload(const Config &config, const QString &by) EXCLUDES(m_mutex);
    /// Reads them if the configuration names others than those in use.
    void follow(const Config &config) EXCLUDES(m_mutex);

private:
    [[nodiscard]] Result<TlsContexts> load(const Config::Tls &tls) const;

    Metrics &m_metrics;
    const std::function<void(const TlsContexts &)> m_publish;
    QString m_stateDir;
    Mutex m_mutex; // one reload at a time, so that the last one published is the last one read
    Config::Tls m_read GUARDED_BY(m_mutex);
};

} // namespace sluice::server

#include "server/app/tlskeeper.h"

#include "server/transport/selfsigned.h"
#include "shared/base/logging.h"

namespace sluice::server {

TlsKeeper::TlsKeeper(Metrics &metrics, std::function<void(const TlsContextPtr &)> publish)
    : m_metrics(metrics)
    , m_publish(std::move(publish))
{
}

Result<TlsContextPtr> TlsKeeper::load(const Config::Tls &tls) const
{
    const auto version =
        tls.minVersion == TlsVersion::Tls13 ? TlsContext::MinVersion::Tls13 : TlsContext::MinVersion::Tls12;
    if (!tls.certificate.isEmpty())
        return TlsContext::load({tls.certificate, tls.key}, version);
    const TlsContext::Files files{m_stateDir + QStringLiteral("/tls.crt"), m_stateDir + QStringLiteral("/tls.key")};
    return ensureSelfSigned(files).and_then([&] { return TlsContext::load(files, version); });
}

Result<void> TlsKeeper::check(const Config &config) const
{
    if (config.tls.certificate.isEmpty())
        return {}; // one is made when it is needed
    return load(config.tls).map([](const TlsContextPtr &) {});
}

Result<void> TlsKeeper::reload(const Config &config, const QString &by)
{
    if (!config.listen.clientsTls.enabled && !config.listen.adminTls.enabled && !config.listen.apiTls.enabled)
        return {};
    const MutexLock lock(m_mutex);
    auto context = load(config.tls);
    if (!context) {
        m_metrics.add(Counter::TlsReloadsFailed);
        qCWarning(lcApp).noquote() << "certificate not loaded, the one before stays in use by=" << by
                                   << "reason=" << context.error().detail;
        return tl::unexpected(context.error());
    }
    m_read = config.tls;
    m_metrics.add(Counter::TlsReloads);
    qCInfo(lcApp).noquote() << "certificate loaded by=" << by << "expires=" << (*context)->expires();
    m_publish(*context);
    return {};
}

void TlsKeeper::follow(const Config &config)
{
    {
        const MutexLock lock(m_mutex);
        if (config.tls == m_read)
            return;
    }
    [[maybe_unused]] const auto reloaded = reload(config, QStringLiteral("config")); // it has said why not
}

} // namespace sluice::server

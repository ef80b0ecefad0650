#include "server/app/tlskeeper.h"

#include "server/config/configproblem.h"
#include "server/transport/selfsigned.h"
#include "shared/base/logging.h"

namespace sluice::server {

TlsKeeper::TlsKeeper(Metrics &metrics, std::function<void(const TlsContexts &)> publish)
    : m_metrics(metrics)
    , m_publish(std::move(publish))
{
}

Result<TlsContexts> TlsKeeper::load(const Config::Tls &tls) const
{
    const auto version =
        tls.minVersion == TlsVersion::Tls13 ? TlsContext::MinVersion::Tls13 : TlsContext::MinVersion::Tls12;
    TlsContext::Files files{tls.certificate, tls.key};
    if (tls.certificate.isEmpty()) {
        files = {m_stateDir + QStringLiteral("/tls.crt"), m_stateDir + QStringLiteral("/tls.key")};
        if (auto made = ensureSelfSigned(files); !made)
            return tl::unexpected(made.error());
    }
    return TlsContext::load(files, version).and_then([&](const TlsContextPtr &clients) -> Result<TlsContexts> {
        if (tls.adminClientCa.isEmpty())
            return TlsContexts{clients, clients};
        return TlsContext::load(files, version, tls.adminClientCa).map([&](const TlsContextPtr &operators) {
            return TlsContexts{clients, operators};
        });
    });
}

Result<void> TlsKeeper::check(const Config &config) const
{
    Result<void> checked;
    if (!config.tls.certificate.isEmpty())
        checked = load(config.tls).map([](const TlsContexts &) {});
    else if (!config.tls.adminClientCa.isEmpty()) // a certificate is made when it is needed
        checked = TlsContext::checkAuthorities(config.tls.adminClientCa);
    if (checked)
        return {};
    return configFailure({{{},
                           QStringLiteral("tls"),
                           checked.error().detail,
                           {},
                           QStringLiteral("files that can be read and hold what they are for")}});
}

Result<void> TlsKeeper::reload(const Config &config, const QString &by)
{
    if (!config.listen.clientsTls.enabled && !config.listen.adminTls.enabled && !config.listen.apiTls.enabled)
        return {};
    const MutexLock lock(m_mutex);
    const auto contexts = load(config.tls);
    if (!contexts) {
        m_metrics.add(Counter::TlsReloadsFailed);
        qCWarning(lcApp).noquote() << "certificate not loaded, the one before stays in use by=" << by
                                   << "reason=" << contexts.error().detail;
        return tl::unexpected(contexts.error());
    }
    m_read = config.tls;
    m_metrics.add(Counter::TlsReloads);
    qCInfo(lcApp).noquote() << "certificate loaded by=" << by << "expires=" << contexts->clients->expires();
    m_publish(*contexts);
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

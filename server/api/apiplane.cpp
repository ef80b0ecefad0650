#include "server/api/apiplane.h"

#include "shared/base/logging.h"

namespace sluice::server {

ApiPlane::ApiPlane(const Parts &parts, const QString &stateDir)
    : m_parts(parts)
    , m_pushes({parts.publications, parts.users, parts.metrics, parts.topics, parts.registry})
    , m_keyFile(parts.metrics, stateDir, [this](const ApiKeysPtr &keys) { setKeys(keys); })
    , m_acceptor([this](int descriptor) {
        m_server->adopt({descriptor, false});
    })
    , m_tlsAcceptor([this](int descriptor) {
        m_server->adopt({descriptor, true});
    })
{
    for (const ApiCalls::Route &route : ApiCalls::routes())
        m_stats.add(route.name);
    const ConfigPtr config = parts.config.current();
    if (!config->listen.api.enabled && !config->listen.apiTls.enabled)
        return;
    m_calls = std::make_unique<ApiCalls>(callParts());
    m_service = std::make_unique<ApiServer>(ApiServer::Parts{*m_calls, m_stats, parts.metrics, parts.clock}, *config);
    m_server = std::make_unique<HttpServer>(QStringLiteral("api"),
                                            HttpServer::Parts{*m_service, parts.metrics, parts.clock}, config);
}

ApiPlane::~ApiPlane()
{
    stop();
}

Result<void> ApiPlane::start()
{
    if (!m_server)
        return {};
    const ConfigPtr config = m_parts.config.current();
    registerGauges();
    m_server->start();
    return m_keyFile.reload(*config, QStringLiteral("start"))
        .and_then([&] { return m_acceptor.start(config->listen.api); })
        .and_then([&] { return m_tlsAcceptor.start(config->listen.apiTls); });
}

void ApiPlane::stop()
{
    m_acceptor.stop();
    m_tlsAcceptor.stop();
    if (!m_server)
        return;
    for (const Gauge gauge : {Gauge::ApiConnections, Gauge::ApiRequestsInFlight, Gauge::ApiIdempotencyBytes})
        m_parts.metrics.setGauge(gauge, nullptr);
    m_server->stop();
}

ApiCalls::Parts ApiPlane::callParts()
{
    return {m_pushes,
            m_pushGate,
            m_parts.topics,
            m_parts.metrics,
            m_parts.clock,
            m_parts.registry,
            m_parts.facts,
            m_parts.ask,
            [this](std::function<void()> function) { m_server->call(std::move(function)); }};
}

void ApiPlane::registerGauges()
{
    const auto count = [](size_t value) { return static_cast<double>(value); };
    Metrics &metrics = m_parts.metrics;
    metrics.setGauge(Gauge::ApiConnections, [=, this] { return count(m_server->connections()); });
    metrics.setGauge(Gauge::ApiRequestsInFlight, [=, this] { return count(m_server->inFlight()); });
    metrics.setGauge(Gauge::ApiIdempotencyBytes, [=, this] { return count(m_service->keptBytes()); });
}

void ApiPlane::applyConfig(const ConfigPtr &config)
{
    if (!m_server)
        return;
    m_keyFile.follow(*config);
    m_server->setConfig(config);
    m_server->call([this, config] { m_service->setConfig(*config); });
}

void ApiPlane::setTls(const TlsContextPtr &context)
{
    if (m_server)
        m_server->setTls(context);
}

void ApiPlane::setKeys(const ApiKeysPtr &keys)
{
    if (!m_server) // a listener was configured since the start
        return;
    m_server->call([this, keys] { m_service->setKeys(keys); });
}

} // namespace sluice::server

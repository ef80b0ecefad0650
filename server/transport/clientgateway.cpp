#include "server/transport/clientgateway.h"

namespace sluice::server {

ClientGateway::ClientGateway(const Router::Parts &parts, const ConfigPtr &config, EventRegistryPtr registry)
    : m_router(parts, config, std::move(registry))
{
    connect(this, &ClientGateway::requestDecoded, &m_router, &Router::route);
    connect(this, &ClientGateway::requestRefused, &m_router, &Router::refuse);
    connect(this, &ClientGateway::batchDecoded, &m_router, &Router::finishBatch);
}

void ClientGateway::configChanged(const ConfigPtr &config)
{
    m_router.setConfig(config);
}

std::vector<TopicSubscription> ClientGateway::subscriptionsTo(const std::vector<std::string> &topics) const
{
    std::vector<TopicSubscription> subscriptions;
    for (const std::string &topic : topics) {
        if (const TopicRulePtr *rule = findTopicRule(m_router.registry().topics(), topic))
            subscriptions.push_back({topic, *rule, {}});
    }
    return subscriptions;
}

void ClientGateway::received(Connection &connection, std::string_view text)
{
    const Config::Limits &limits = connection.agreed().limits;
    const protocol::Decoded &decoded = m_decoder.decode(text, {limits.jsonDepth, limits.batch});
    if (!decoded.isBatch) {
        signal(connection, decoded.elements.front(), nullptr);
        return;
    }
    auto *batch = new BatchReply{&connection, {}, 1}; // deletes itself with its last answer
    for (const protocol::Element &element : decoded.elements) {
        if (!connection.isOpen())
            break;
        signal(connection, element, batch);
    }
    Q_EMIT batchDecoded(batch);
}

void ClientGateway::signal(Connection &connection, const protocol::Element &element, BatchReply *batch)
{
    if (const auto *envelope = std::get_if<protocol::Envelope>(&element))
        Q_EMIT requestDecoded(connection, *envelope, batch);
    else
        Q_EMIT requestRefused(connection, std::get<protocol::BadEnvelope>(element), batch);
}

} // namespace sluice::server

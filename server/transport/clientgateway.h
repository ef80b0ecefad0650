#pragma once

#include "server/routing/router.h"
#include "server/transport/iothread.h"
#include "shared/protocol/codec.h"

#include <QObject>

namespace sluice::server {

/// What clients' messages mean: decodes them and signals each request to the router of the same thread.
/// Thread: its I/O thread.
class ClientGateway final : public QObject, public MessageReceiver
{
    Q_OBJECT

public:
    ClientGateway(const Router::Parts &parts, const ConfigPtr &config, EventRegistryPtr registry);

    [[nodiscard]] Router &router() { return m_router; }

    // MessageReceiver
    void received(Connection &connection, std::string_view text) override;
    bool isTurnFull() const override { return m_router.isTurnFull(); }
    void closed(Connection &connection) override { m_router.detach(connection); }
    void turnBegan(TimePoint now) override { m_router.beginTurn(now); }
    bool turnGoesOn() override { return m_router.turnGoesOn(); }
    void turnEnded() override { m_router.endTurn(); }
    void completed(CompletionBatch &batch) override { m_router.complete(batch); }
    void tick(TimePoint now) override { m_router.expire(now); }
    bool needsTicks() const override { return m_router.unanswered() > 0; }
    void configChanged(const ConfigPtr &config) override;
    std::vector<TopicSubscription> subscriptionsTo(const std::vector<std::string> &topics) const override;
    int largestMessageBytes(const Principal &principal) const override
    {
        return m_router.registry().largestMessageBytes(principal);
    }

Q_SIGNALS:
    void requestDecoded(sluice::server::Session &session, const sluice::protocol::Envelope &envelope,
                        sluice::server::BatchReply *batch);
    void requestRefused(sluice::server::Session &session, const sluice::protocol::BadEnvelope &bad,
                        sluice::server::BatchReply *batch);
    void batchDecoded(sluice::server::BatchReply *batch);

private:
    void signal(Connection &connection, const protocol::Element &element, BatchReply *batch);

    protocol::Decoder m_decoder;
    Router m_router;
};

} // namespace sluice::server

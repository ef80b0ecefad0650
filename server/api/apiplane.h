#pragma once

#include "server/admin/pushes.h"
#include "server/api/apicalls.h"
#include "server/api/apikeyfile.h"
#include "server/api/apiserver.h"
#include "server/api/apistats.h"
#include "server/config/configstore.h"
#include "server/http/httpserver.h"
#include "server/transport/acceptor.h"
#include "server/work/gate.h"

#include <functional>
#include <memory>

namespace sluice::server {

/// The backend API with everything it needs of its own: listeners, thread, keys, limits. It does nothing while neither
/// of its listeners is on.
/// Thread: main, but for what says otherwise.
class ApiPlane
{
public:
    /// What it works with; all of it outlives the plane.
    struct Parts {
        ConfigStore &config;
        Metrics &metrics;
        const Clock &clock;
        PublicationSink &publications;
        const UserDirectory &users;
        const Topics &topics;
        std::function<EventRegistryPtr()> registry;
        std::function<ServerFacts()> facts;
        /// As AdminPlane::ask().
        std::function<void(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                           const std::function<void(Result<QJsonValue>)> &answer)>
            ask;
    };

    ApiPlane(const Parts &parts, const QString &stateDir);
    ~ApiPlane();

    /// Reads the keys and begins to listen. Errors: the detail names what could not be opened.
    [[nodiscard]] Result<void> start();
    /// Drops all connections. Blocks: until its thread has ended.
    void stop();
    [[nodiscard]] bool isOn() const { return m_server != nullptr; }
    [[nodiscard]] quint16 port() const { return m_acceptor.port(); }
    [[nodiscard]] quint16 tlsPort() const { return m_tlsAcceptor.port(); }

    void applyConfig(const ConfigPtr &config);
    /// For connections from now on. Thread: any.
    void setTls(const TlsContextPtr &context);
    /// The file of keys. Thread: any.
    [[nodiscard]] ApiKeyFile &keyFile() { return m_keyFile; }
    /// Runs `function` in its thread. Thread: any. Requires: it is on.
    void call(std::function<void()> function) { m_server->call(std::move(function)); }

    /// From now on pushes are refused as draining; those that were let in are with the broadcaster once isPushing() is
    /// false.
    void refusePushes() { m_pushGate.close(); }
    void takePushes() { m_pushGate.open(); }
    [[nodiscard]] bool isPushing() const { return m_pushGate.inside() > 0; }

    /// For the exporter. Thread: any.
    [[nodiscard]] std::vector<Exporter::ApiRow> rows() const { return m_stats.rows(); }

private:
    void setKeys(const ApiKeysPtr &keys);
    [[nodiscard]] ApiCalls::Parts callParts();
    void registerGauges();

    const Parts m_parts;
    const Pushes m_pushes;
    Gate m_pushGate;
    ApiStats m_stats;
    ApiKeyFile m_keyFile;
    std::unique_ptr<ApiCalls> m_calls;
    std::unique_ptr<ApiServer> m_service;
    std::unique_ptr<HttpServer> m_server; // null: off
    Acceptor m_acceptor;
    Acceptor m_tlsAcceptor;
};

} // namespace sluice::server

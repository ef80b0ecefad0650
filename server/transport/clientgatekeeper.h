#pragma once

#include "server/config/config.h"
#include "server/config/network.h"
#include "server/events/authenticator.h"
#include "server/transport/handshake.h"
#include "server/transport/hub.h"
#include "shared/base/mutex.h"

#include <atomic>
#include <memory>
#include <unordered_set>
#include <vector>

namespace sluice::server {

/// Who may connect as a client: room for the address, no browser origin that nobody allowed, the path, and a valid
/// token where one is presented. Thread: any.
class ClientGatekeeper final : public Gatekeeper
{
public:
    ClientGatekeeper(Hub &hub, const Authenticator &authenticator, ConfigPtr config);

    void setConfig(ConfigPtr config) EXCLUDES(m_mutex);
    /// From now on every handshake is refused with 503.
    void setDraining(bool draining) noexcept { m_draining.store(draining, std::memory_order_relaxed); }
    /// While memory is short every handshake is refused with 503.
    void setMemoryShort(bool isShort) noexcept { m_memoryShort.store(isShort, std::memory_order_relaxed); }

    std::optional<HttpRefusal> enter(const std::string &address) override;
    void leave(const std::string &address) override { m_hub.leave(address); }
    HandshakeVerdict judge(const HttpRequest &request, std::string &address) override;

private:
    /// What the configuration says, ready to be asked.
    struct Rules {
        explicit Rules(ConfigPtr newConfig);
        [[nodiscard]] bool isProxy(const std::string &address) const;

        ConfigPtr config;
        std::unordered_set<std::string> origins; // normalized
        std::vector<Network> proxies;
    };

    [[nodiscard]] std::shared_ptr<const Rules> rules() const EXCLUDES(m_mutex);
    [[nodiscard]] std::optional<HttpRefusal> findClient(const HttpRequest &request, const Rules &rules,
                                                        std::string &address);
    [[nodiscard]] HandshakeVerdict authenticate(const HttpRequest &request, const Rules &rules) const;

    Hub &m_hub;
    const Authenticator &m_authenticator;
    mutable Mutex m_mutex;
    std::shared_ptr<const Rules> m_rules GUARDED_BY(m_mutex);
    std::atomic<bool> m_draining{false};
    std::atomic<bool> m_memoryShort{false};
};

} // namespace sluice::server

#pragma once

#include "server/config/config.h"
#include "server/events/authenticator.h"
#include "server/transport/handshake.h"
#include "server/transport/hub.h"
#include "shared/base/mutex.h"

#include <atomic>

namespace sluice::server {

/// Who may connect as a client: room for the address, the path, no browser origin that nobody allowed, and a valid
/// token where one is presented. Thread: any.
class ClientGatekeeper final : public Gatekeeper
{
public:
    ClientGatekeeper(Hub &hub, const Authenticator &authenticator, ConfigPtr config);

    void setConfig(ConfigPtr config) EXCLUDES(m_mutex);
    /// From now on every handshake is refused with 503.
    void setDraining(bool draining) noexcept { m_draining.store(draining, std::memory_order_relaxed); }

    std::optional<HttpRefusal> enter(const std::string &address) override;
    void leave(const std::string &address) override { m_hub.leave(address); }
    std::variant<Admission, HttpRefusal> judge(const HttpRequest &request, const std::string &address) override;

private:
    [[nodiscard]] ConfigPtr config() const EXCLUDES(m_mutex);

    Hub &m_hub;
    const Authenticator &m_authenticator;
    mutable Mutex m_mutex;
    ConfigPtr m_config GUARDED_BY(m_mutex);
    std::atomic<bool> m_draining{false};
};

} // namespace sluice::server

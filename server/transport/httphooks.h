#pragma once

#include "server/backend/backendclient.h"
#include "server/config/config.h"
#include "server/events/backendhandlers.h"
#include "server/events/eventregistry.h"
#include "server/metrics/metrics.h"
#include "server/transport/handshake.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace sluice::server {

/// The connect and disconnect hooks: questions and notices to backends of the events file (`[hooks]` in sluice.toml).
/// They share the backend's places, breaker and signature with its events; a reconnect storm waits in its queue, and
/// what finds no room there has failed as any hook that fails.
///
/// A question is `{hook: "connect", address, path, user: {id, authenticated, roles}, headers: {origin, user-agent,
/// ...}, subprotocols, token?, traceId, deadlineMs}`; the user is that of a verified token, else anonymous and without
/// an id. What may be answered: connectanswer.h. A notice is `{hook: "disconnect", connection: {id, address}, user,
/// code, byClient, reason, durationMs, events: {received, refused}, traceId, deadlineMs}`; its answer does not matter.
/// Thread: any (locks inside, never while it calls). Blocks: never.
class HttpHooks final : public ConnectionHooks
{
public:
    /// All of it lives longer.
    struct Parts {
        BackendClient &client;
        BackendHandlers &handlers;
        Metrics &metrics;
        const Clock &clock;
        Random &random;
        std::function<EventRegistryPtr()> registry;
    };

    HttpHooks(const Parts &parts, ConfigPtr config);

    void setConfig(ConfigPtr config) EXCLUDES(m_mutex);

    bool asksFirst() const noexcept override { return m_asks.load(std::memory_order_relaxed); }
    void ask(const HttpRequest &request, const std::string &address, const Admission &admission, std::stop_token stop,
             std::function<void(HandshakeVerdict &&)> decide) override;
    bool hearsEnds() const noexcept override { return m_hears.load(std::memory_order_relaxed); }
    void ended(const admin::ClosedRow &row) override;

private:
    class Question;
    class Notice;

    [[nodiscard]] ConfigPtr config() const EXCLUDES(m_mutex);
    void prepare(BackendCall &call, const char *hook, std::string body);

    const Parts m_parts;
    std::atomic<bool> m_asks{false};
    std::atomic<bool> m_hears{false};
    mutable Mutex m_mutex;
    ConfigPtr m_config GUARDED_BY(m_mutex);
};

} // namespace sluice::server

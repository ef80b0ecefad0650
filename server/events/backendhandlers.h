#pragma once

#include "server/config/config.h"
#include "server/events/breaker.h"
#include "server/events/handler.h"
#include "shared/base/mutex.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sluice::server {

/// The handlers behind `handler = "http:ID"`: one for each backend, and with it one breaker, made when events first
/// name it, as backends come and go with the events file. What a backend is like stands in the event's description
/// (EventSpec::backend), so that requests under way keep what they came in with; its handler and breaker outlive that.
/// Thread: any (locks inside).
class BackendHandlers
{
public:
    using Make = std::function<std::unique_ptr<Handler>(const std::string &id)>;

    /// Different ids since the start; more are a mistake.
    static constexpr size_t kMost = 256;

    explicit BackendHandlers(Make make);

    /// "orders" -> "http:orders", as events.toml and operators call it.
    [[nodiscard]] static std::string nameOf(const std::string &id) { return "http:" + id; }

    /// The handler of that backend, which lives as long as this; null when there are too many.
    [[nodiscard]] Handler *handlerOf(const std::string &id) EXCLUDES(m_mutex);
    /// All that there are, by name.
    [[nodiscard]] std::vector<std::pair<std::string, Handler *>> list() const EXCLUDES(m_mutex);
    /// For all breakers, also those still to come. Returns what changed by it.
    std::vector<std::pair<std::string, BreakerState>> setBreakerLimits(const Config::Breaker &limits) EXCLUDES(m_mutex);

private:
    const Make m_make;
    mutable Mutex m_mutex;
    std::map<std::string, std::unique_ptr<Handler>> m_handlers GUARDED_BY(m_mutex);
    Config::Breaker m_limits GUARDED_BY(m_mutex);
};

} // namespace sluice::server

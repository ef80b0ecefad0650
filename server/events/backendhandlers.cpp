#include "server/events/backendhandlers.h"

namespace sluice::server {

BackendHandlers::BackendHandlers(Make make)
    : m_make(std::move(make))
{
    m_limits.failures = 0; // as a breaker's own: off until it is told
}

Handler *BackendHandlers::handlerOf(const std::string &id)
{
    const MutexLock lock(m_mutex);
    const auto found = m_handlers.find(id);
    if (found != m_handlers.end())
        return found->second.get();
    if (m_handlers.size() >= kMost)
        return nullptr;
    std::unique_ptr<Handler> handler = m_make(id);
    // Under the lock, so that it cannot miss limits that are being changed.
    handler->breaker().setLimits(m_limits);
    return m_handlers.emplace(id, std::move(handler)).first->second.get();
}

std::vector<std::pair<std::string, Handler *>> BackendHandlers::list() const
{
    const MutexLock lock(m_mutex);
    std::vector<std::pair<std::string, Handler *>> all;
    all.reserve(m_handlers.size());
    for (const auto &[id, handler] : m_handlers)
        all.emplace_back(nameOf(id), handler.get());
    return all;
}

std::vector<std::pair<std::string, BreakerState>> BackendHandlers::setBreakerLimits(const Config::Breaker &limits)
{
    const MutexLock lock(m_mutex);
    m_limits = limits;
    std::vector<std::pair<std::string, BreakerState>> changes;
    for (const auto &[id, handler] : m_handlers) {
        if (const auto change = handler->breaker().setLimits(limits))
            changes.emplace_back(nameOf(id), *change);
    }
    return changes;
}

} // namespace sluice::server

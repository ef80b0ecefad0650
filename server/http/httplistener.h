#pragma once

#include "server/config/config.h"
#include "shared/base/result.h"

#include <functional>
#include <memory>
#include <string>

namespace sluice::server {

/// Serves /metrics, /healthz and /readyz on a listener and threads of its own. cpp-httplib does the HTTP; only
/// httplistener.cpp includes it.
/// Thread: main; the functions given are called on the listener's threads.
class HttpListener
{
public:
    struct Sources {
        std::function<std::string()> metrics; ///< The text of /metrics.
        std::function<bool()> isReady;        ///< False while starting and draining: /readyz answers 503.
    };

    explicit HttpListener(Sources sources);
    /// Stops.
    ~HttpListener();
    HttpListener(const HttpListener &) = delete;
    HttpListener &operator=(const HttpListener &) = delete;

    /// Binds and begins to serve; the port that it got, which differs where 0 was asked for.
    /// Errors: Unavailable whose `detail` names the address.
    [[nodiscard]] Result<quint16> start(const ListenAddress &address);
    /// Stops listening and waits for its threads. Blocks: until running answers are out, at most their timeouts.
    void stop();

private:
    class Server;
    std::unique_ptr<Server> m_server;
    Sources m_sources;
};

} // namespace sluice::server

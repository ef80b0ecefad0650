#include "server/http/httplistener.h"

#include "server/metrics/exporter.h"
#include "shared/base/logging.h"

#include <httplib.h>

#include <atomic>
#include <optional>
#include <thread>

namespace sluice::server {

namespace {

// A health check and a scrape at once; more would only help somebody who means harm.
constexpr size_t kThreads = 2;
constexpr size_t kMaxBodyBytes = 1024;
constexpr time_t kTimeoutSeconds = 2;

constexpr const char *kPlainText = "text/plain; charset=utf-8";

void setSocketOptions(socket_t socket)
{
    // Not httplib's default, SO_REUSEPORT: with that a second server on the same port would be accepted silently and
    // get half of the requests.
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

// Not set_content(): httplib compresses that for whoever takes it, with brotli at its best, for a hundred times what
// the scrape costs. What it is provided with, of a known size, it sends as it is.
void sendAsItIs(std::string text, const char *type, httplib::Response &response)
{
    const size_t size = text.size();
    response.set_content_provider(size, type,
                                  [text = std::move(text)](size_t offset, size_t length, httplib::DataSink &sink) {
                                      sink.write(text.data() + offset, length);
                                      return true;
                                  });
}

void answer(httplib::Response &response, int status, const char *text)
{
    response.status = status;
    response.set_content(text, kPlainText);
}

} // namespace

/// The httplib server and the thread that accepts for it.
class HttpListener::Server
{
public:
    explicit Server(const Sources &sources)
    {
        m_server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
        m_server.set_socket_options(setSocketOptions);
        m_server.set_payload_max_length(kMaxBodyBytes);
        m_server.set_read_timeout(kTimeoutSeconds);
        m_server.set_write_timeout(kTimeoutSeconds);
        // A kept-alive connection would hold one of the threads while it is idle.
        m_server.set_keep_alive_max_count(1);
        addRoutes(sources);
    }

    ~Server()
    {
        m_server.stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// The port, or nothing when the address cannot be had.
    std::optional<quint16> bind(const ListenAddress &address)
    {
        const std::string host = address.host.toStdString();
        if (address.port != 0)
            return m_server.bind_to_port(host, address.port) ? std::optional(address.port) : std::nullopt;
        const int port = m_server.bind_to_any_port(host);
        return port > 0 ? std::optional(static_cast<quint16>(port)) : std::nullopt;
    }

    void serve()
    {
        m_thread = std::thread([this] {
            m_server.listen_after_bind();
            m_ended = true;
        });
        // httplib's stop() does nothing before its loop runs, so nobody gets this object earlier.
        while (!m_server.is_running() && !m_ended)
            std::this_thread::yield();
    }

private:
    void addRoutes(const Sources &sources)
    {
        m_server.Get("/metrics", [metrics = sources.metrics](const httplib::Request &, httplib::Response &response) {
            sendAsItIs(metrics(), Exporter::kContentType, response);
        });
        m_server.Get("/healthz",
                     [](const httplib::Request &, httplib::Response &response) { answer(response, 200, "ok\n"); });
        m_server.Get("/readyz", [isReady = sources.isReady](const httplib::Request &, httplib::Response &response) {
            if (isReady())
                answer(response, 200, "ready\n");
            else
                answer(response, 503, "not ready\n");
        });
    }

    httplib::Server m_server;
    std::atomic<bool> m_ended{false};
    std::thread m_thread;
};

HttpListener::HttpListener(Sources sources)
    : m_sources(std::move(sources))
{
}

HttpListener::~HttpListener()
{
    stop();
}

Result<quint16> HttpListener::start(const ListenAddress &address)
{
    auto server = std::make_unique<Server>(m_sources);
    const std::optional<quint16> port = server->bind(address);
    if (!port) {
        return failure(ErrorCode::Unavailable, {},
                       QStringLiteral("listen.http: cannot listen on %1:%2").arg(address.host).arg(address.port));
    }
    server->serve();
    m_server = std::move(server);
    qCInfo(lcHttp).noquote().nospace() << "listening address=" << address.host << " port=" << *port;
    return *port;
}

void HttpListener::stop()
{
    m_server.reset();
}

} // namespace sluice::server

// Round trips to an HTTP backend, called directly and through the handler behind an event, by as many callers at once.
#include "server/backend/backendclient.h"
#include "server/handlers/httphandler.h"

#include <benchmark/benchmark.h>
#include <httplib.h>

#include <QFuture>

#include <memory>
#include <string>
#include <thread>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr int kCallers = 16;
constexpr const char *kParams =
    R"({"title":"Groceries","content":"milk, bread, apples","collaborators":["ann","bob"]})";

/// A backend that answers every event with the same small result; each connection has a thread.
class Backend
{
public:
    Backend()
    {
        m_server.new_task_queue = [] { return new httplib::ThreadPool(kCallers * 2); };
        m_server.set_keep_alive_max_count(1'000'000'000);
        m_server.set_tcp_nodelay(true);
        m_server.Post("/events", [](const httplib::Request &, httplib::Response &response) {
            response.set_content(R"({"result":{"ok":true}})", "application/json");
        });
        m_port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
    }
    ~Backend()
    {
        m_server.stop();
        m_thread.join();
    }
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    httplib::Server m_server;
    std::thread m_thread;
    int m_port = 0;
};

/// The handler as the server has it.
class Handling
{
public:
    explicit Handling(int port)
        : m_client(m_clock, m_random)
        , m_handler(m_client, m_client.lane("bench"), m_random)
    {
        auto backend = std::make_shared<BackendSpec>();
        backend->id = "bench";
        backend->url = "http://127.0.0.1:" + std::to_string(port) + "/events";
        auto spec = std::make_shared<EventSpec>();
        spec->id = "bench/post";
        spec->backend = std::move(backend);
        m_spec = std::move(spec);
        auto principal = std::make_shared<Principal>();
        principal->userId = "ann";
        principal->authenticated = true;
        principal->roles = {"editor"};
        m_principal = std::move(principal);
        m_client.start();
    }
    ~Handling() { m_client.endCalls(); }
    Handling(const Handling &) = delete;
    Handling &operator=(const Handling &) = delete;

    void prepare(Request &request) const
    {
        request.spec = m_spec;
        request.principal = m_principal;
        request.params = kParams;
        request.timeout = std::chrono::seconds(5);
    }
    bool call(Request &request)
    {
        request.deadline = m_clock.now() + request.timeout;
        auto later = std::get<QFuture<OutcomePtr>>(m_handler.handle(request));
        later.waitForFinished();
        return later.result()->reply.has_value();
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    BackendClient m_client;
    HttpHandler m_handler;
    EventSpecPtr m_spec;
    PrincipalPtr m_principal;
};

Backend &backend()
{
    static Backend backend;
    return backend;
}

void directCall(benchmark::State &state)
{
    httplib::Client client("127.0.0.1", backend().port());
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    const std::string body = std::string(R"({"event":"bench/post","user":{"id":"ann"},"params":)") + kParams + '}';
    for (auto _ : state) {
        const auto answer = client.Post("/events", body, "application/json");
        if (!answer || answer->status != 200)
            state.SkipWithError("no answer");
    }
    state.SetItemsProcessed(state.iterations());
}

void throughHandler(benchmark::State &state)
{
    static Handling handling(backend().port());
    Request request;
    handling.prepare(request);
    for (auto _ : state) {
        if (!handling.call(request))
            state.SkipWithError("no result");
    }
    state.SetItemsProcessed(state.iterations());
}

} // namespace

BENCHMARK(directCall)->Name("http_backend/direct")->Threads(1)->Threads(kCallers)->UseRealTime();
BENCHMARK(throughHandler)->Name("http_backend/handler")->Threads(1)->Threads(kCallers)->UseRealTime();

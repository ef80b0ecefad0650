#pragma once

#include "server/policies/breakers.h"
#include "server/policies/defaultchain.h"
#include "server/routing/executor.h"
#include "server/routing/router.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/routing/routingfakes.h"

#include <QPromise>
#include <QStringList>

#include <array>
#include <deque>

namespace sluice::test {

/// A connection without a socket: keeps what it is told, and dies when the test says so.
class FakeSession final : public server::Session
{
public:
    FakeSession(server::Router &ioRouter, quint64 id, server::PrincipalPtr principal)
        : Session({id}, "10.0.0." + std::to_string(id), std::move(principal))
        , router(ioRouter)
    {
    }

    void deliver(std::string_view text) override
    {
        if (!isOpen)
            return;
        told << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        if (diesOnDelivery)
            die();
    }
    void close(protocol::CloseCode code, std::string_view reason) override
    {
        told << QStringLiteral("close %1 %2").arg(static_cast<int>(code)).arg(QLatin1String(reason.data()));
        isOpen = false;
    }
    std::optional<Result<QByteArray>> apply(server::SessionChange &&change) override
    {
        told << QStringLiteral("apply");
        if (change.principal)
            setPrincipal(std::move(change.principal));
        if (!change.answersByTopic)
            return std::nullopt;
        if (change.subscribe.empty())
            return QByteArray("\"here\"");
        return tl::unexpected(Error{ErrorCode::Busy, {}, {}});
    }
    /// As a socket that is found dead while something is written.
    void die()
    {
        isOpen = false;
        router.detach(*this);
    }

    server::Router &router; ///< That of its I/O thread.
    QStringList told;       ///< Answers, closes and changes, in order.
    bool isOpen = true;
    bool diesOnDelivery = false;
};

/// The pipeline from decoded text to delivered answer with all its real parts, in one thread and by a fake clock: two
/// I/O threads' routers, the default policies, queue and executor. A worker works when the test says so.
class RouterFixture
{
public:
    explicit RouterFixture(const server::Config &config)
        : m_config(std::make_shared<server::Config>(config))
        , m_queue(m_clock, server::QueueLimits::fromConfig(config))
        , m_chain(server::makeDefaultChain(config, {m_queue, metrics, m_clock, m_random}).policies)
        , m_idempotency(config, metrics, m_random)
        , m_executor(metrics, m_publications, m_idempotency, m_clock)
    {
        m_handlers.emplace("test",
                           std::make_unique<FunctionHandler>([this](const server::Request &r) { return handle(r); }));
        m_breakers.setLimits(config);
        m_registry = loadRegistry();
        metrics.reserveEvents(m_registry->events().size());
        static_cast<void>(m_queue.setConsumers(1));
        m_executor.setSettledCallback([this](std::span<const server::Job> jobs) { return m_queue.settled(jobs); });
        for (IoThread &io : m_ios) {
            io.router = std::make_unique<server::Router>(
                server::Router::Parts{m_clock, metrics, gate, m_queue, m_chain, m_idempotency, m_recorder, io.inbox},
                m_config, m_registry);
        }
    }

    /// A client's connection to the first or the second I/O thread.
    FakeSession &connectClient(size_t ioThread = 0)
    {
        const quint64 id = m_sessions.size() + 1;
        auto principal = std::make_shared<server::Principal>();
        principal->userId = "user-" + std::to_string(id);
        return m_sessions.emplace_back(*m_ios.at(ioThread).router, id, std::move(principal));
    }
    /// Another connection from the same address to the same I/O thread.
    FakeSession &connectAgain(const FakeSession &before)
    {
        return m_sessions.emplace_back(before.router, before.id().value, before.principal());
    }
    /// Another connection of the same user, to that I/O thread.
    FakeSession &connectElsewhere(const FakeSession &before, size_t ioThread)
    {
        return m_sessions.emplace_back(*m_ios.at(ioThread).router, m_sessions.size() + 1, before.principal());
    }
    /// A live change, for the routers alone.
    void setConfig(const server::Config &config)
    {
        m_config = std::make_shared<server::Config>(config);
        for (const IoThread &io : m_ios)
            io.router->setConfig(m_config);
    }
    /// A live change, for the queue alone.
    void setQueueLimits(const server::Config &config) { m_queue.setLimits(server::QueueLimits::fromConfig(config)); }
    /// Other events from now on.
    void setEvents(const char *toml)
    {
        const std::array texts{server::EventsText{toml, QStringLiteral("new events")}};
        m_registry = *server::EventRegistry::load(texts, m_handlers, m_registry.get());
        metrics.reserveEvents(m_registry->names().size());
        for (const IoThread &io : m_ios)
            io.router->setRegistry(m_registry);
    }
    server::Router &router(size_t ioThread = 0) { return *m_ios.at(ioThread).router; }

    /// One text, decoded and routed in this turn; as ClientGateway does it.
    void receive(FakeSession &session, const QByteArray &json)
    {
        const protocol::Decoded &decoded = m_decoder.decode({json.constData(), static_cast<size_t>(json.size())}, {});
        if (!decoded.isBatch) {
            take(session, decoded.elements.front(), nullptr);
            return;
        }
        auto *batch = new server::BatchReply{&session, {}, 1};
        for (const protocol::Element &element : decoded.elements) {
            if (!session.isOpen)
                break;
            take(session, element, batch);
        }
        session.router.finishBatch(batch);
    }
    /// The end of every I/O thread's loop turn; what the queue sends back arrives.
    void endTurn()
    {
        for (const IoThread &io : m_ios)
            io.router->endTurn();
        bringBack();
    }
    /// A turn with this text alone.
    void send(FakeSession &session, const QByteArray &json)
    {
        receive(session, json);
        endTurn();
    }
    /// Runs everything that waits, and brings the answers back unless `keep`.
    void work(bool keep = false)
    {
        while (m_queue.depth() > 0) {
            static_cast<void>(m_queue.pop(m_consumer, m_jobs));
            m_shift.begin(m_jobs);
            m_executor.run(m_shift);
            m_shift.end();
        }
        m_answersKept = keep;
        if (!keep)
            bringBack();
    }
    /// Lets the oldest handler that answers later answer.
    void finishLater(server::Outcome outcome = server::Outcome::success())
    {
        QPromise<server::OutcomePtr> promise = std::move(m_promises.front());
        m_promises.pop_front();
        promise.addResult(std::make_shared<server::Outcome>(std::move(outcome)));
        promise.finish();
        bringBack();
    }
    /// Lets the oldest handler that answers later end without an answer.
    void giveUpLater()
    {
        m_promises.pop_front();
        bringBack();
    }
    /// Moves the time on and lets each I/O thread look at its deadlines.
    void pass(Duration duration)
    {
        m_clock.advance(duration);
        for (const IoThread &io : m_ios) {
            io.router->beginTurn(m_clock.now());
            io.router->expire(m_clock.now());
        }
        bringBackRepeats();
    }
    /// Moves the time on while the I/O threads are busy with something else.
    void passUnnoticed(Duration duration) { m_clock.advance(duration); }
    /// What workers and queue have posted arrives at the I/O threads.
    void bringBack()
    {
        m_answersKept = false;
        for (IoThread &io : m_ios) {
            for (server::CompletionBatch &batch : io.inbox.take())
                io.router->complete(batch);
        }
        checkSums();
    }
    /// Notes when the counters do not add up: everything received is refused, ended or still to be answered. While
    /// workers' answers are kept, what they answered is both ended and, to the I/O thread, still to be answered.
    void checkSums()
    {
        if (m_answersKept)
            return;
        const quint64 received = total(Counter::EventsReceived);
        const quint64 accounted = refused() + ended() + unanswered();
        if (received != accounted || gate.inside() != unanswered())
            m_imbalances << QStringLiteral("received %1, refused %2, ended %3, unanswered %4, inside %5")
                                .arg(received)
                                .arg(refused())
                                .arg(ended())
                                .arg(unanswered())
                                .arg(gate.inside());
    }
    /// Ends what is left and says what does not add up or was not given back; empty if all is well.
    QStringList wrongAtRest()
    {
        work();
        while (!m_promises.empty())
            finishLater();
        if (unanswered() + m_queue.inFlight() + m_queue.depth() > 0)
            m_imbalances << QStringLiteral("not at rest");
        for (const IoThread &io : m_ios) {
            if (io.router->inUse() > 0)
                m_imbalances << QStringLiteral("%1 requests never came home").arg(io.router->inUse());
        }
        return m_imbalances;
    }

    [[nodiscard]] quint64 total(server::Counter counter) const { return metrics.total(counter); }
    [[nodiscard]] server::EventTotals totalsOf(const char *event) const
    {
        return metrics.totals((*m_registry->find(event))->index);
    }
    [[nodiscard]] quint64 refused() const { return sum(Counter::RefusedParse, Counter::RefusedDraining); }
    [[nodiscard]] quint64 ended() const { return sum(Counter::EndedSucceeded, Counter::EndedAbandoned); }
    [[nodiscard]] size_t unanswered() const { return m_ios[0].router->unanswered() + m_ios[1].router->unanswered(); }
    [[nodiscard]] size_t queued() const { return m_queue.depth(); }
    [[nodiscard]] size_t running() const { return m_promises.size(); }
    /// The breaker of the one handler that all events have.
    [[nodiscard]] server::Breaker &breaker() { return m_handlers.at("test")->breaker(); }
    [[nodiscard]] server::Breaker::Status breakerStatus() { return breaker().status(m_clock.now()); }

    server::Metrics metrics;
    server::Gate gate;
    std::function<server::Outcome(const server::Request &)> onRun; ///< What test/do does; null: it answers its params.
    std::vector<const server::Request *> ran;                      ///< What reached a handler, in order.

private:
    using Counter = server::Counter;
    struct IoThread {
        CompletionInbox inbox;
        std::unique_ptr<server::Router> router;
    };

    [[nodiscard]] server::EventRegistryPtr loadRegistry() const
    {
        auto registry = server::EventRegistry::load(R"(
            [[event]]
            id = "test/do"
            handler = "test"
            requires-auth = false
            [[event]]
            id = "test/later"
            handler = "test"
            requires-auth = false
            [[event]]
            id = "test/urgent"
            handler = "test"
            priority = "high"
            requires-auth = false
            [[event]]
            id = "test/low"
            handler = "test"
            priority = "low"
            requires-auth = false
            [[event]]
            id = "test/quick"
            handler = "test"
            timeout-ms = 1000
            requires-auth = false
            [[event]]
            id = "test/limited"
            handler = "test"
            rate-limit = { per-minute = 1 }
            requires-auth = false
            [[event]]
            id = "test/private"
            handler = "test"
            requires-auth = true
            [[event]]
            id = "test/typed"
            handler = "test"
            params = { n = "integer!" }
            requires-auth = false
            [[event]]
            id = "test/ordered"
            handler = "test"
            ordered = "connection"
            requires-auth = false
            [[event]]
            id = "test/idempotent"
            handler = "test"
            idempotent = true
            requires-auth = false
            [[event]]
            id = "test/off"
            handler = "test"
            enabled = false
            requires-auth = false
            )",
                                                    QStringLiteral("test events"), m_handlers);
        if (!registry)
            qFatal("%s", qPrintable(registry.error().detail));
        return *std::move(registry);
    }

    server::HandlerResult handle(const server::Request &request)
    {
        ran.push_back(&request);
        if (request.spec->id == "test/later") {
            m_promises.emplace_back().start();
            return m_promises.back().future();
        }
        if (onRun)
            return onRun(request);
        return server::Outcome::success({request.params.data(), static_cast<qsizetype>(request.params.size())});
    }

    void take(FakeSession &session, const protocol::Element &element, server::BatchReply *batch)
    {
        if (const auto *envelope = std::get_if<protocol::Envelope>(&element))
            session.router.route(session, *envelope, batch);
        else
            session.router.refuse(session, std::get<protocol::BadEnvelope>(element), batch);
        bringBackRepeats();
    }
    /// What an I/O thread posts itself: answers to those that waited for the key of a request that never ran.
    void bringBackRepeats()
    {
        if (!m_answersKept)
            bringBack();
    }

    [[nodiscard]] quint64 sum(Counter first, Counter last) const
    {
        quint64 sum = 0;
        for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i)
            sum += total(static_cast<Counter>(i));
        return sum;
    }

    FakeClock m_clock;
    SeededRandom m_random{1};
    server::ConfigPtr m_config;
    server::HandlerTable m_handlers;
    server::Breakers m_breakers{m_handlers, metrics, m_clock};
    server::EventRegistryPtr m_registry;
    server::BoundedPriorityQueue m_queue;
    server::BoundedPriorityQueue::Consumer m_consumer;
    server::PolicyChain m_chain;
    PublicationInbox m_publications;
    server::IdempotencyStore m_idempotency;
    server::FlightRecorder m_recorder{m_clock};
    server::Executor m_executor;
    std::array<IoThread, 2> m_ios;
    std::deque<FakeSession> m_sessions;
    std::deque<QPromise<server::OutcomePtr>> m_promises;
    std::vector<server::Job> m_jobs;
    server::Shift m_shift;
    protocol::Decoder m_decoder;
    bool m_answersKept = false;
    QStringList m_imbalances;
};

/// A request or, without an id, a notification; `more` are further members.
[[nodiscard]] inline QByteArray requestText(const char *id, const char *method, const char *more = "")
{
    QByteArray text = R"({"jsonrpc":"2.0","method":")" + QByteArray(method) + '"';
    if (*id != '\0')
        text += QByteArray(R"(,"id":)") + id;
    if (*more != '\0')
        text += QByteArray(",") + more;
    return text + '}';
}

} // namespace sluice::test

#include "tests/simulation/simulation.h"

#include <utility>

namespace sluice::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration kBetweenTroubles = 4s;
constexpr Duration kRestLimit = 60s;
constexpr Duration kLongestWindow = 60s;
constexpr Duration kSettleTime = 100ms;
constexpr int kLimitAtRest = 20;

constexpr const char *kEvents = R"(
[[event]]
id = "sim/echo"
handler = "sim"
requires-auth = false
[[event]]
id = "sim/high"
handler = "sim"
priority = "high"
requires-auth = false
[[event]]
id = "sim/low"
handler = "sim"
priority = "low"
requires-auth = false
[[event]]
id = "sim/quick"
handler = "sim"
timeout-ms = 100
requires-auth = false
[[event]]
id = "sim/slow"
handler = "sim"
priority = "low"
timeout-ms = 8000
requires-auth = false
[[event]]
id = "sim/minute"
handler = "sim"
rate-limit = { per-minute = 6 }
requires-auth = false
[[event]]
id = "sim/second"
handler = "sim"
priority = "high"
rate-limit = { per-second = 2 }
requires-auth = false
[[event]]
id = "sim/private"
handler = "sim"
[[event]]
id = "sim/admin"
handler = "sim"
requires-role = "admin"
[[event]]
id = "sim/typed"
handler = "sim"
params = { n = "integer!" }
requires-auth = false
[[event]]
id = "sim/publish"
handler = "sim"
requires-auth = false
[[event]]
id = "sim/login"
handler = "sim"
requires-auth = false
[[event]]
id = "sim/order"
handler = "sim"
ordered = "connection"
requires-auth = false
[[event]]
id = "sim/order-high"
handler = "sim"
priority = "high"
ordered = "connection"
requires-auth = false
[[event]]
id = "sim/order-of-user"
handler = "sim"
priority = "low"
ordered = "user"
requires-auth = false
[[event]]
id = "sim/one"
handler = "sim"
priority = "low"
max-concurrent = 1
requires-auth = false
[[event]]
id = "sim/few"
handler = "sim"
max-concurrent = 2
requires-auth = false
[[event]]
id = "sim/few-in-order"
handler = "sim"
max-concurrent = 2
ordered = "user"
requires-auth = false
[[event]]
id = "sim/off"
handler = "sim"
enabled = false
requires-auth = false
)";

/// The last policy of the chain: what it is asked about has been let in.
class Witness final : public server::Policy
{
public:
    explicit Witness(Auditor &auditor)
        : m_auditor(auditor)
    {
    }

    const char *name() const noexcept override { return "witness"; }

    [[nodiscard]] std::optional<server::Refusal> admit(const server::Request &request, TimePoint) override
    {
        m_auditor.admitted(request);
        return std::nullopt;
    }

private:
    Auditor &m_auditor;
};

/// What no model foretells is off: refusals by how fast the queue moves and by memory (both have their own tests), and
/// the limit of all, whose leases are exact in sub-buckets only. Breakers are off because nobody gives them limits.
server::Config modelledConfig()
{
    server::Config config;
    config.backpressure.targetQueue = config.backpressure.interval = 0ms;
    config.backpressure.memoryHigh = 0;
    config.rateLimits.globalPerSecond = config.rateLimits.perIpPerMinute = 0;
    return config;
}

std::vector<server::PrincipalPtr> makeUsers(WallTime now)
{
    const auto user = [](const char *id, std::vector<std::string> roles, bool authenticated,
                         std::optional<WallTime> expires) {
        return std::make_shared<const server::Principal>(
            server::Principal{id, std::move(roles), authenticated, expires});
    };
    return {
        user("alice", {"admin", "staff"}, true, {}), user("bob", {"staff"}, true, {}), user("carol", {}, true, {}),
        user("dave", {"admin"}, true, now + 30s),    user("anon-1", {}, false, {}),    user("anon-2", {}, false, {})};
}

} // namespace

Simulation::Simulation(quint64 seed, bool aloud)
    : m_dice(seed)
    , m_random(seed + 1)
    , m_ioCount(static_cast<size_t>(m_dice.between(1, 3)))
    , m_config(someConfig())
    , m_queue(m_clock, server::QueueLimits::fromConfig(*m_config))
    , m_auditor({m_clock, m_metrics, m_gate, m_queue, m_trace, m_ioCount})
    , m_idempotency(*m_config, m_metrics, m_random)
    , m_executor(m_metrics, m_publications, m_idempotency, m_clock)
    , m_workers({m_scheduler, m_dice, m_queue, m_executor,
                 [this](std::span<const server::Job> jobs) { m_auditor.taken(jobs); },
                 [this](const server::Request &current, std::span<const server::Job> rest) {
                     m_auditor.relieved(current, rest);
                 },
                 [this](const server::Request &current) { m_auditor.declaredStuck(current); },
                 [this](const std::string &fault) { m_auditor.report(fault); }})
    , m_users(makeUsers(m_clock.wallNow()))
{
    m_trace.setAloud(aloud);
    makeParts();
}

// After a fault promises may be left, and give themselves up to parts that must still be there.
Simulation::~Simulation()
{
    m_handlers.clear();
}

void Simulation::makeParts()
{
    auto handler = std::make_unique<SimHandler>(SimHandler::Parts{m_scheduler, m_dice, m_auditor, m_workers},
                                                m_dice.upTo(m_dice.chance(60) ? 4ms : 40ms), m_users);
    m_handler = handler.get();
    m_handlers.emplace("sim", std::move(handler));
    auto registry = server::EventRegistry::load(kEvents, QStringLiteral("the simulation's events"), m_handlers);
    if (!registry)
        qFatal("%s", qPrintable(registry.error().detail));
    m_registry = *std::move(registry);
    m_metrics.reserveEvents(m_registry->events().size());

    m_policies = server::makeDefaultChain(*m_config, {m_queue, m_metrics, m_clock, m_random});
    m_policies.policies.push_back(std::make_unique<Witness>(m_auditor));
    m_chain = std::make_unique<server::PolicyChain>(std::move(m_policies.policies));
    m_executor.setSettledCallback([this](std::span<const server::Job> jobs) { return m_queue.settled(jobs); });
    m_gate.setOnEmpty([this] { ++m_emptied; });
    for (size_t i = 0; i < m_ioCount; ++i) {
        SimIo &io = m_ios.emplace_back(SimIo::Parts{m_scheduler, m_dice, m_auditor}, i);
        io.begin(std::make_unique<server::Router>(server::Router::Parts{m_clock, m_metrics, m_gate, m_queue, *m_chain,
                                                                        m_idempotency, m_recorder, io},
                                                  m_config, m_registry),
                 m_config);
    }
    configure(m_config);
    m_crowd.emplace(Crowd::Parts{m_scheduler, m_dice, m_auditor,
                                 [this](const std::string &address, server::PrincipalPtr principal) -> SimSession & {
                                     return connect(address, std::move(principal));
                                 },
                                 [this](SimSession &session, std::string text) {
                                     m_ios[session.io()].bring(session, std::move(text));
                                 },
                                 [this](SimSession &session, bool inOrder) {
                                     if (!inOrder)
                                         m_ios[session.io()].forget(session);
                                     m_ios[session.io()].bringEnd(session);
                                 }},
                    m_users, static_cast<size_t>(m_dice.between(2, 12)));
    planTrouble();
}

server::ConfigPtr Simulation::someConfig()
{
    auto config = std::make_shared<server::Config>(modelledConfig());
    server::Config::Channels &channels = config->channels;
    channels.eventBufferSize = m_dice.between(1, 40);
    channels.messageQueueSize = m_dice.chance(50) ? m_dice.between(1, 20) : m_dice.between(20, 150);
    channels.overflow = m_dice.chance(50) ? server::QueueOverflow::Reject : server::QueueOverflow::DropOldest;
    channels.workerPoolSize = m_dice.between(1, 6);
    channels.maxPendingRequests = m_dice.between(1, 40);
    for (int &weight : channels.laneWeights)
        weight = m_dice.between(1, 8);
    channels.ageing = std::chrono::milliseconds(m_dice.chance(30) ? 0 : m_dice.between(20, 2000));
    config->timeouts.serverProcessing = std::chrono::milliseconds(m_dice.between(100, 3000));
    config->rateLimits.perUserPerMinute = m_dice.chance(50) ? 0 : m_dice.between(5, 200);
    config->rateLimits.perIpPerMinute = m_dice.chance(70) ? 0 : m_dice.between(50, 250);
    config->rateLimits.refusedPerMinute = m_dice.chance(30) ? 0 : m_dice.between(3, 60);
    config->backpressure.alertThreshold = m_dice.between(30, 80) / 100.0;
    config->backpressure.dropThreshold = m_dice.between(80, 100) / 100.0;
    return config;
}

void Simulation::configure(const server::ConfigPtr &config)
{
    m_config = config;
    m_auditor.configured(config);
    m_queue.setLimits(server::QueueLimits::fromConfig(*config));
    m_policies.setLimits(*config);
    m_workers.setMaxInFlight(config->channels.maxPendingRequests);
    m_workers.setEventTimeout(config->timeouts.serverProcessing);
    m_workers.setSize(config->channels.workerPoolSize);
    for (SimIo &io : m_ios)
        io.setConfig(config);
}

SimSession &Simulation::connect(const std::string &address, server::PrincipalPtr principal)
{
    const size_t io = m_dice.index(m_ios.size());
    return m_sessions.emplace_back(SimSession::Place{m_auditor, m_ios[io].router(), io}, m_sessions.size() + 1, address,
                                   std::move(principal));
}

// ---- Life

void Simulation::run(std::chrono::seconds span)
{
    live(span);
    m_crowd->stop();
    m_isOver = true;
    if (m_gate.isClosed())
        reopen();
    comeToRest();
    checkLimitsAreWhole();
    if (fault().empty())
        stopServer();
}

void Simulation::live(Duration span)
{
    const TimePoint end = m_clock.now() + span;
    while (fault().empty() && m_scheduler.runNext(end))
        step();
}

void Simulation::step()
{
    m_auditor.check();
    for (const SimIo &io : m_ios) {
        if (io.isForgotten())
            m_auditor.report("mail waits and nobody wakes the I/O thread");
    }
    m_workers.wakeIdle();
}

bool Simulation::isAtRest() const
{
    return m_auditor.open() == 0 && m_gate.inside() == 0 && m_queue.depth() == 0 && m_queue.inFlight() == 0
        && !m_handler->hasPromises() && m_workers.busy() == 0;
}

void Simulation::comeToRest()
{
    const TimePoint end = m_clock.now() + kRestLimit;
    while (fault().empty() && m_scheduler.runNext(end))
        step();
    if (!isAtRest())
        m_auditor.report("does not come to rest");
    if (m_publications.count() != m_handler->published())
        m_auditor.report("publications were lost or doubled");
    m_auditor.checkAtRest();
}

// Once every window is over, each user gets the whole limit again, and not one more.
void Simulation::checkLimitsAreWhole()
{
    auto config = std::make_shared<server::Config>(modelledConfig());
    config->rateLimits.perUserPerMinute = kLimitAtRest;
    configure(config);
    m_clock.advance(kLongestWindow);
    m_auditor.stoodStill();
    for (const char *user : {"alice", "bob", "carol"}) {
        const quint64 before = m_metrics.total(server::Counter::RefusedRateLimited);
        SimSession &session =
            connect("10.0.0.9", std::make_shared<server::Principal>(server::Principal{user, {}, true, {}}));
        for (int i = 0; i <= kLimitAtRest; ++i)
            m_ios[session.io()].bring(session,
                                      R"({"jsonrpc":"2.0","id":)" + std::to_string(i)
                                          + R"(,"method":"sim/echo","params":{"n":)"
                                          + std::to_string(m_auditor.nextSerial()) + "}}");
        live(kSettleTime);
        const quint64 refused = m_metrics.total(server::Counter::RefusedRateLimited) - before;
        if (refused != 1)
            m_auditor.report(std::to_string(refused) + " of " + std::to_string(kLimitAtRest + 1)
                             + " are refused to a user who has been silent for long");
    }
    comeToRest();
}

void Simulation::stopServer()
{
    m_emptied = 0;
    m_gate.close();
    if (m_emptied != 1)
        m_auditor.report("the gate is empty and does not say so");
    m_auditor.queueClosed();
    m_queue.close();
    m_workers.setSize(0);
    m_workers.wakeIdle();
    live(1s);
    if (m_workers.alive() != 0)
        m_auditor.report(std::to_string(m_workers.alive()) + " workers do not end");
}

// ---- Trouble

void Simulation::planTrouble()
{
    m_scheduler.after(m_dice.about(kBetweenTroubles), [this] {
        if (m_isOver)
            return;
        makeTrouble();
        planTrouble();
    });
}

void Simulation::makeTrouble()
{
    m_trace.note(m_clock.now(), "trouble", 0);
    switch (m_dice.between(1, 10)) {
    case 1: standStill(); break;
    case 2: m_clock.stepWall(m_dice.upTo(20s) - 10s); break;
    case 3: drain(); break;
    case 4: abandonAll(); break;
    case 5: loseConnections(); break;
    case 6:
        if (!m_sessions.empty())
            m_sessions.back().diesOnDelivery = true;
        break;
    default: configure(someConfig());
    }
}

// As a machine that is suspended: every timer is late.
void Simulation::standStill()
{
    m_clock.advance(m_dice.upTo(2s));
    m_auditor.stoodStill();
}

void Simulation::drain()
{
    if (m_gate.isClosed())
        return;
    m_emptied = 0;
    m_auditor.gateClosed(true);
    m_gate.close();
    if (m_dice.chance(40))
        m_scheduler.after(m_dice.upTo(2s), [this] { abandonAll(); });
    m_scheduler.after(m_dice.upTo(4s), [this] {
        if (m_gate.isClosed() && !m_isOver)
            reopen();
    });
}

void Simulation::reopen()
{
    if (m_emptied != (m_gate.inside() == 0 ? 1u : 0u))
        m_auditor.report("the gate said " + std::to_string(m_emptied) + " times that it is empty, "
                         + std::to_string(m_gate.inside()) + " are inside");
    m_auditor.gateClosed(false);
    m_gate.open();
}

void Simulation::abandonAll()
{
    for (SimIo &io : m_ios)
        io.abandon();
}

void Simulation::loseConnections()
{
    for (SimSession &session : m_sessions) {
        if (session.state == SimSession::State::Open && m_dice.chance(60)) {
            m_ios[session.io()].forget(session);
            m_ios[session.io()].bringEnd(session);
        }
    }
}

} // namespace sluice::sim

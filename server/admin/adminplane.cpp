#include "server/admin/adminplane.h"

#include "server/admin/adminserver.h"
#include "server/admin/loginthrottle.h"
#include "server/metrics/history.h"
#include "shared/base/logging.h"

#include <cerrno>
#include <semaphore>
#include <unordered_map>

#include <sys/resource.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr int kMaxConnections = 64;
constexpr int kMaxPerAddress = 40;

// Operators' connections have limits of their own; only the timing of pings and closes is the clients'.
ConfigPtr limitsForConsoles(const Config &config)
{
    auto limits = std::make_shared<Config>();
    limits->ping = config.ping;
    limits->limits.messageBytes = static_cast<int>(AdminServer::kMaxTextBytes);
    limits->limits.outboundSoftBytes = 4 * 1024 * 1024;
    limits->limits.outboundHardBytes = 16 * 1024 * 1024;
    return limits;
}

PrincipalPtr principalOf(const AdminIdentity &identity)
{
    Principal principal;
    principal.userId = identity.user.toStdString();
    principal.roles = {admin::toString(identity.role).toStdString()};
    principal.authenticated = true;
    return std::make_shared<const Principal>(std::move(principal));
}

AdminCaller callerOf(const Connection &connection)
{
    const Principal &principal = *connection.principal();
    const auto role = admin::roleFromString(QString::fromStdString(principal.roles.front()));
    return {QString::fromStdString(principal.userId), role.value_or(admin::Role::Viewer),
            QString::fromStdString(connection.address())};
}

std::vector<ConnectionCensus::Source> censusSources(const std::vector<IoThread *> &threads)
{
    std::vector<ConnectionCensus::Source> sources;
    sources.reserve(threads.size());
    for (IoThread *thread : threads) {
        sources.emplace_back([thread](const ConnectionCensus::Deliver &deliver) {
            thread->call([thread, deliver] {
                auto rows = std::make_shared<ConnectionCensus::Rows>();
                rows->reserve(thread->connectionCount());
                thread->visit([thread, rows](Connection &one) { rows->push_back(thread->describe(one)); },
                              [rows, deliver] { deliver(std::move(*rows)); });
            });
        });
    }
    return sources;
}

std::vector<HistogramCounts> turnsOf(const std::vector<IoThread *> &threads)
{
    std::vector<HistogramCounts> turns;
    turns.reserve(threads.size());
    for (const IoThread *thread : threads)
        turns.push_back(thread->turnDurations());
    return turns;
}

void closeIn(const std::vector<IoThread *> &threads, const CloseOrder &order)
{
    for (IoThread *thread : threads) {
        thread->call([thread, order] {
            thread->visit([order](Connection &one) {
                if (order.ids->contains(one.id().value))
                    one.close(order.code, order.reason);
            });
        });
    }
}

// When there is more to do than the cores can, clients are served before operators are told about it.
void stepBack()
{
    constexpr int kNiceness = 5; // a third of the share that a client's thread gets
    if (::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNiceness) != 0)
        qCWarning(lcAdmin) << "cannot lower the admin thread's priority errno=" << errno;
}

} // namespace

/// Who may connect as an operator: whoever has a token, from an address that has not tried too many wrong ones. No
/// address can take all places.
/// Thread: the plane's.
class AdminPlane::Doorkeeper final : public Gatekeeper
{
public:
    Doorkeeper(AdminTokens tokens, const Parts &parts)
        : m_tokens(std::move(tokens))
        , m_parts(parts)
    {
    }

    std::optional<HttpRefusal> enter(const std::string &address) override
    {
        if (auto refusal = lockedOut(address))
            return refusal;
        if (m_connections >= kMaxConnections)
            return HttpRefusal{503, "The admin socket has as many connections as it may have.", 5};
        int &own = m_byAddress[address];
        if (own >= kMaxPerAddress)
            return HttpRefusal{429, "This address has as many connections to the admin socket as it may have.", 5};
        ++own;
        ++m_connections;
        return std::nullopt;
    }

    void leave(const std::string &address) override
    {
        const auto own = m_byAddress.find(address);
        if (own == m_byAddress.end())
            return;
        --m_connections;
        if (--own->second == 0)
            m_byAddress.erase(own);
    }

    std::variant<Admission, HttpRefusal> judge(const HttpRequest &request, std::string &address) override
    {
        // Others of its connections may have failed since it came.
        if (auto refusal = lockedOut(address))
            return *std::move(refusal);
        if (auto fault = upgradeFault(request))
            return *std::move(fault);
        if (request.path != "/")
            return HttpRefusal{404, "There is nothing at this path; consoles connect at /."};
        if (request.count("Origin") != 0)
            return HttpRefusal{403, "Browsers are not served here."};
        const auto identity = m_tokens.identify(presentedToken(request));
        if (!identity) {
            noteFailure(address);
            return HttpRefusal{401, "The token is not valid.", 0, "WWW-Authenticate: Bearer"};
        }
        m_throttle.succeeded(address);
        return Admission{principalOf(*identity), false};
    }

private:
    std::optional<HttpRefusal> lockedOut(const std::string &address)
    {
        const auto left = m_throttle.lockedFor(address, m_parts.clock.now());
        if (!left)
            return std::nullopt;
        m_parts.metrics.add(Counter::AdminLoginsRefusedLocked);
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*left).count();
        return HttpRefusal{429, "This address has tried too many wrong tokens.", static_cast<int>(seconds)};
    }

    void noteFailure(const std::string &address)
    {
        m_parts.metrics.add(Counter::AdminLoginsRefusedToken);
        const Config::Admin &limits = m_parts.config.current()->admin;
        const auto lockout = m_throttle.failed(address, {limits.loginFailures, limits.lockout}, m_parts.clock.now());
        qCWarning(lcAdmin).nospace() << "operator refused: wrong token address=" << address.c_str();
        if (lockout)
            qCWarning(lcAdmin).nospace() << "locked out for wrong tokens address=" << address.c_str()
                                         << " seconds=" << std::chrono::ceil<std::chrono::seconds>(*lockout).count();
    }

    const AdminTokens m_tokens;
    const Parts &m_parts;
    LoginThrottle m_throttle;
    int m_connections = 0;
    std::unordered_map<std::string, int> m_byAddress;
};

/// The admin server in the plane's I/O thread.
class AdminPlane::Gateway final : public MessageReceiver
{
public:
    Gateway(const Parts &parts, AuditLog &audit)
        : m_metrics(parts.metrics)
        , m_taps({parts.recorder, parts.clock, parts.registry})
        , m_census(censusSources(parts.clientThreads))
        , m_closer(parts.clock, [threads = parts.clientThreads](const CloseOrder &order) { closeIn(threads, order); })
        , m_commands({parts.config,
                      parts.metrics,
                      m_history,
                      parts.clock,
                      audit,
                      parts.drain,
                      parts.registry,
                      parts.facts,
                      parts.reloadTls,
                      parts.reloadTokenKeys,
                      parts.reloadEvents,
                      parts.breakers,
                      m_taps,
                      parts.culprits,
                      parts.log,
                      parts.publications,
                      parts.users,
                      m_census,
                      m_closer,
                      parts.closed,
                      parts.rateLimits,
                      parts.topics,
                      parts.revocations,
                      parts.closeRevoked,
                      parts.mutes})
        , m_server(m_commands, sampleSources(parts), m_history)
    {
        QObject::connect(&parts.config, &ConfigStore::changed, &m_server, &AdminServer::announceConfig);
        QObject::connect(&parts.config, &ConfigStore::expired, &m_server,
                         [this](const ConfigRevision &revision) { m_commands.configExpired(revision); });
        QObject::connect(&m_server, &AdminServer::updatesReduced, &m_server, [this](bool reduced) {
            m_updatesReduced = reduced;
            if (reduced)
                m_metrics.add(Counter::AdminUpdatesReductions);
        });
        m_metrics.setGauge(Gauge::AdminUpdatesReduced, [this] { return m_updatesReduced ? 1.0 : 0.0; });
        m_server.start();
    }

    ~Gateway() override { m_metrics.setGauge(Gauge::AdminUpdatesReduced, {}); }

    [[nodiscard]] AdminServer &server() { return m_server; }

    void opened(Connection &connection) override
    {
        AdminSession session;
        session.id = connection.id().value;
        session.caller = callerOf(connection);
        session.caller.session = session.id;
        session.send = [&connection](const std::string &text) { connection.deliver(text); };
        if (!m_server.opened(session))
            connection.close(protocol::CloseCode::TryAgainLater, "too many consoles");
    }

    void received(Connection &connection, std::string_view text) override
    {
        m_server.received(connection.id().value, text);
    }

    void closed(Connection &connection) override { m_server.closed(connection.id().value); }

private:
    static SampleSources sampleSources(const Parts &parts)
    {
        const ServerFacts facts = parts.facts();
        return {parts.metrics, parts.config,
                parts.clock,   facts.epoch,
                facts.started, [read = parts.facts] { return read().state; },
                parts.workers, [threads = parts.clientThreads] { return turnsOf(threads); }};
    }

    Metrics &m_metrics;
    std::atomic<bool> m_updatesReduced{false}; // read by whoever scrapes
    History m_history;
    TraceTaps m_taps;
    ConnectionCensus m_census;
    ConnectionCloser m_closer;
    AdminCommands m_commands;
    AdminServer m_server;
};

AdminPlane::AdminPlane(const Parts &parts, const QString &stateDir)
    : m_parts(parts)
    , m_stateDir(stateDir)
    , m_audit(parts.clock)
{
}

AdminPlane::~AdminPlane()
{
    stop();
}

Result<void> AdminPlane::start()
{
    auto tokens = AdminTokens::open(m_stateDir, m_parts.random);
    if (!tokens)
        return tl::unexpected(tokens.error());
    if (auto opened = m_audit.open(m_stateDir); !opened)
        return opened;
    m_doorkeeper = std::make_unique<Doorkeeper>(*std::move(tokens), m_parts);
    const ConfigPtr config = m_parts.config.current();
    const IoThread::Parts parts{m_parts.clock, m_metrics, *m_doorkeeper, m_nextConnectionId, m_outbound, {}, {}};
    m_thread = std::make_unique<IoThread>(QStringLiteral("admin"), parts, limitsForConsoles(*config),
                                          [this](IoThread &) { return std::make_unique<Gateway>(m_parts, m_audit); });
    m_thread->start();
    m_thread->call([] { stepBack(); });
    m_acceptor = std::make_unique<Acceptor>([this](int descriptor) { m_thread->adopt({descriptor, false}); });
    m_tlsAcceptor = std::make_unique<Acceptor>([this](int descriptor) { m_thread->adopt({descriptor, true}); });
    return m_acceptor->start(config->listen.admin).and_then([&] {
        return m_tlsAcceptor->start(config->listen.adminTls);
    });
}

void AdminPlane::stop()
{
    if (!m_thread)
        return;
    m_acceptor->stop();
    m_tlsAcceptor->stop();
    // One more turn of the loop writes the close frames before the connections are dropped.
    std::binary_semaphore told(0);
    m_thread->call([this, &told] {
        m_thread->closeSome(kMaxConnections, protocol::CloseCode::ServiceRestart, [] { return std::string(); });
        m_thread->call([&told] { told.release(); });
    });
    told.acquire();
    m_thread->stop();
    m_thread.reset();
}

quint16 AdminPlane::port() const
{
    return m_acceptor->port();
}

quint16 AdminPlane::tlsPort() const
{
    return m_tlsAcceptor->port();
}

void AdminPlane::setTls(const TlsContextPtr &context)
{
    m_thread->call([this, context] { m_thread->setTls(context); });
}

void AdminPlane::ask(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                     const std::function<void(Result<QJsonValue>)> &answer)
{
    m_thread->call([this, caller, method, params, answer] {
        static_cast<Gateway &>(m_thread->receiver()).server().ask(caller, method, params, answer);
    });
}

void AdminPlane::announceDrain(const admin::DrainProgress &progress)
{
    m_thread->call([this, progress] { static_cast<Gateway &>(m_thread->receiver()).server().announceDrain(progress); });
}

} // namespace sluice::server

#include "server/transport/httphooks.h"

#include "server/policies/breakerevidence.h"
#include "server/transport/connectanswer.h"
#include "shared/admin/connectionrow.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/version.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace sluice::server {

namespace {

constexpr int kTraceIdBytes = 16;
constexpr int kSpanIdBytes = 8;
constexpr int kOk = 200;
// How long a notice may wait for its turn: the backend's queue is emptied of all within it.
constexpr std::chrono::seconds kNoticeLives{30};
constexpr int kFailedRetrySeconds = 2;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonObject userJson(const Principal &principal)
{
    QJsonArray roles;
    for (const std::string &role : principal.roles)
        roles.append(text(role));
    QJsonObject user{{QStringLiteral("authenticated"), principal.authenticated}, {QStringLiteral("roles"), roles}};
    if (principal.authenticated)
        user.insert(QStringLiteral("id"), text(principal.userId));
    return user;
}

/// Those that every hook gets, and those that the configuration names.
QJsonObject headersJson(const HttpRequest &request, const QStringList &more)
{
    QJsonObject headers;
    for (const QString &name : QStringList{QStringLiteral("origin"), QStringLiteral("user-agent")} + more) {
        const std::string_view value = request.header(name.toStdString());
        if (!value.empty())
            headers.insert(name.toLower(), text(value));
    }
    return headers;
}

/// What a client speaks; of the pair `bearer, TOKEN` nothing.
QJsonArray subprotocolsJson(const HttpRequest &request)
{
    QJsonArray names;
    const auto all = request.list("Sec-WebSocket-Protocol");
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i] == protocol::kBearerSubprotocol)
            ++i;
        else
            names.append(text(all[i]));
    }
    return names;
}

HttpRefusal failedHook()
{
    return {503,
            "The server cannot find out now whether this client may connect.",
            kFailedRetrySeconds,
            {},
            Counter::ConnectionsRefusedHookFailed};
}

Evidence evidenceOf(BackendEnding ending)
{
    switch (ending) {
    case BackendEnding::Succeeded: return Evidence::Good;
    case BackendEnding::Failed:
    case BackendEnding::Unavailable:
    case BackendEnding::TimedOut: return Evidence::Bad;
    default: return Evidence::None;
    }
}

BackendVerdict endingOf(const BackendReply &reply)
{
    switch (reply.fault) {
    case BackendFault::None: break;
    case BackendFault::TimedOut: return {BackendEnding::TimedOut, "timed-out"};
    case BackendFault::Cancelled: return {BackendEnding::Cancelled, "cancelled"};
    case BackendFault::Draining: return {BackendEnding::Cancelled, "draining"};
    case BackendFault::Crowded: return {BackendEnding::Refused, "crowded"};
    default: return {BackendEnding::Failed, "no-answer"};
    }
    return reply.status >= kOk && reply.status < 300 ? BackendVerdict{BackendEnding::Succeeded, ""}
                                                     : BackendVerdict{BackendEnding::Failed, "status"};
}

} // namespace

/// One handshake that waits for its answer.
class HttpHooks::Question final : public BackendCall
{
public:
    Question(const Parts &parts, Handler &handler, HookFailure onFailure, Admission admission,
             std::function<void(HandshakeVerdict &&)> decide)
        : m_metrics(parts.metrics)
        , m_clock(parts.clock)
        , m_handler(handler)
        , m_onFailure(onFailure)
        , m_admission(std::move(admission))
        , m_decide(std::move(decide))
    {
    }

    /// Whether the backend's breaker lets it be asked; else it has failed.
    [[nodiscard]] bool mayAsk()
    {
        const auto [ticket, change] = m_handler.breaker().tryAdmit(m_clock.now());
        if (change)
            logBreakerChange(BackendHandlers::nameOf(backend->id), *change);
        m_ticket = ticket;
        if (m_ticket != 0)
            return true;
        m_handler.breaker().countRefusal();
        fail(true);
        deliver();
        return false;
    }

    BackendVerdict judge(BackendReply &&reply) override
    {
        BackendVerdict verdict = endingOf(reply);
        if (verdict.ending == BackendEnding::Succeeded) {
            auto answer = reply.isJson && reply.status == kOk ? parseConnectAnswer(reply.body)
                                                              : failure(ErrorCode::BackendFailed);
            if (answer)
                decideBy(*std::move(answer));
            else
                verdict = {BackendEnding::Failed, "answer"};
        }
        if (verdict.ending != BackendEnding::Succeeded)
            fail(verdict.ending != BackendEnding::Cancelled);
        const Evidence evidence = evidenceOf(verdict.ending);
        if (const auto change = m_handler.breaker().settle(m_ticket, evidence, m_clock.now()))
            logBreakerChange(BackendHandlers::nameOf(backend->id), *change);
        return verdict;
    }
    void deliver() override { m_decide(std::move(m_verdict)); }

private:
    void decideBy(ConnectAnswer &&answer)
    {
        m_metrics.add(answer.accept ? Counter::ConnectHookAccepted : Counter::ConnectHookRefused);
        m_verdict = verdictOf(std::move(answer), m_admission);
    }
    // Whose client has left has not failed.
    void fail(bool counts)
    {
        if (counts)
            m_metrics.add(Counter::ConnectHookFailed);
        if (m_onFailure == HookFailure::Accept)
            m_verdict = std::move(m_admission);
        else
            m_verdict = failedHook();
    }

    Metrics &m_metrics;
    const Clock &m_clock;
    Handler &m_handler;
    const HookFailure m_onFailure;
    Admission m_admission;
    const std::function<void(HandshakeVerdict &&)> m_decide;
    HandshakeVerdict m_verdict;
    Breaker::Ticket m_ticket = 0;
};

/// The news that a connection has ended.
class HttpHooks::Notice final : public BackendCall
{
public:
    explicit Notice(Metrics &metrics)
        : m_metrics(metrics)
    {
    }

    BackendVerdict judge(BackendReply &&reply) override
    {
        const BackendVerdict verdict = endingOf(reply);
        m_metrics.add(verdict.ending == BackendEnding::Succeeded     ? Counter::DisconnectHookSent
                          : verdict.ending == BackendEnding::Refused ? Counter::DisconnectHookDropped
                                                                     : Counter::DisconnectHookFailed);
        return verdict;
    }
    void deliver() override { }

private:
    Metrics &m_metrics;
};

HttpHooks::HttpHooks(const Parts &parts, ConfigPtr config)
    : m_parts(parts)
{
    setConfig(std::move(config));
}

void HttpHooks::setConfig(ConfigPtr config)
{
    m_asks.store(!config->hooks.connectBackend.isEmpty(), std::memory_order_relaxed);
    m_hears.store(!config->hooks.disconnectBackend.isEmpty(), std::memory_order_relaxed);
    const MutexLock lock(m_mutex);
    m_config.swap(config);
}

ConfigPtr HttpHooks::config() const
{
    const MutexLock lock(m_mutex);
    return m_config;
}

void HttpHooks::prepare(BackendCall &call, const char *hook, std::string body)
{
    const std::string traceId = m_parts.random.bytes(kTraceIdBytes).toHex().toStdString();
    const std::string spanId = m_parts.random.bytes(kSpanIdBytes).toHex().toStdString();
    body.pop_back(); // the brace
    call.body = std::move(body) + ",\"traceId\":\"" + traceId + '"';
    call.id = std::string("hook_") + traceId;
    call.headers = {std::string("Sluice-Hook: ") + hook, "traceparent: 00-" + traceId + '-' + spanId + "-01"};
}

void HttpHooks::ask(const HttpRequest &request, const std::string &address, const Admission &admission,
                    std::stop_token stop, std::function<void(HandshakeVerdict &&)> decide)
{
    const ConfigPtr config = this->config();
    const std::string id = config->hooks.connectBackend.toStdString();
    BackendSpecPtr backend = m_parts.registry()->findBackend(id);
    Handler *handler = backend ? m_parts.handlers.handlerOf(id) : nullptr;
    if (!handler) { // switched off, or another file is being loaded
        decide(HandshakeVerdict(failedHook()));
        return;
    }
    auto question =
        std::make_unique<Question>(m_parts, *handler, config->hooks.onFailure, admission, std::move(decide));
    question->backend = std::move(backend);
    if (!question->mayAsk())
        return;
    QJsonObject body{{QStringLiteral("hook"), QStringLiteral("connect")},
                     {QStringLiteral("address"), text(address)},
                     {QStringLiteral("path"), text(request.path)},
                     {QStringLiteral("user"), userJson(*admission.principal)},
                     {QStringLiteral("headers"), headersJson(request, config->hooks.headers)},
                     {QStringLiteral("subprotocols"), subprotocolsJson(request)}};
    if (config->hooks.passToken && !presentedToken(request).empty())
        body.insert(QStringLiteral("token"), text(presentedToken(request)));
    prepare(*question, "connect", QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString());
    question->deadline = m_parts.clock.now() + config->hooks.timeout;
    question->stop = std::move(stop);
    question->mayRepeat = true;
    m_parts.client.post(std::move(question), m_parts.client.lane(id));
}

void HttpHooks::ended(const admin::ClosedRow &row)
{
    const std::string id = config()->hooks.disconnectBackend.toStdString();
    BackendSpecPtr backend = m_parts.registry()->findBackend(id);
    if (!backend) {
        m_parts.metrics.add(Counter::DisconnectHookDropped);
        return;
    }
    Principal principal{row.user, row.roles, !row.user.empty(), {}};
    const QJsonObject connection{{QStringLiteral("id"), static_cast<qint64>(row.id)},
                                 {QStringLiteral("address"), text(row.address)}};
    const QJsonObject events{{QStringLiteral("received"), static_cast<qint64>(row.received)},
                             {QStringLiteral("refused"), static_cast<qint64>(row.refused)}};
    const QJsonObject body{{QStringLiteral("hook"), QStringLiteral("disconnect")},
                           {QStringLiteral("connection"), connection},
                           {QStringLiteral("user"), userJson(principal)},
                           {QStringLiteral("code"), row.code},
                           {QStringLiteral("byClient"), row.byClient},
                           {QStringLiteral("reason"), text(row.reason)},
                           {QStringLiteral("durationMs"), static_cast<qint64>(row.lasted.count())},
                           {QStringLiteral("events"), events}};
    auto notice = std::make_unique<Notice>(m_parts.metrics);
    prepare(*notice, "disconnect", QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString());
    notice->backend = std::move(backend);
    notice->deadline = m_parts.clock.now() + kNoticeLives;
    notice->isNotice = true;
    m_parts.client.post(std::move(notice), m_parts.client.lane(id));
}

} // namespace sluice::server

#include "server/admin/adminserver.h"

#include "server/metrics/processstats.h"
#include "shared/base/jsontext.h"
#include "shared/base/logging.h"
#include "shared/base/threadcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace sluice::server {

namespace {

constexpr std::chrono::milliseconds kTraceInterval{250};
constexpr protocol::DecodeLimits kDecodeLimits{.depth = 32, .batch = 20};

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

std::string notification(std::string_view method, const QJsonObject &params)
{
    std::string text;
    protocol::appendNotification(text, method, view(jsonText(params)));
    return text;
}

QString methodOf(const protocol::Envelope &request)
{
    return QString::fromUtf8(request.method.data(), static_cast<qsizetype>(request.method.size()));
}

bool needsCensus(const protocol::Decoded &decoded)
{
    return std::any_of(decoded.elements.begin(), decoded.elements.end(), [](const protocol::Element &element) {
        const auto *request = std::get_if<protocol::Envelope>(&element);
        return request && AdminCommands::needsCensus(methodOf(*request));
    });
}

/// Nothing when the params are neither absent nor an object.
std::optional<QJsonObject> paramsObject(std::string_view params)
{
    if (params.empty())
        return QJsonObject();
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(params.data(), static_cast<qsizetype>(params.size())));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

/// Samples at one interval for all who want that.
class AdminServer::Stream
{
public:
    Stream(AdminServer &server, int intervalMs)
        : m_sampler(server.m_sources)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &server,
                         [this, &server, intervalMs] { server.sampled(intervalMs, m_sampler.sample()); });
        m_timer.start(server.presentInterval(intervalMs));
    }

    void setInterval(int intervalMs)
    {
        if (m_timer.interval() != intervalMs)
            m_timer.setInterval(intervalMs);
    }

private:
    Sampler m_sampler;
    QTimer m_timer;
};

AdminServer::AdminServer(AdminCommands &commands, const SampleSources &sources, History &history, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_sources(sources)
    , m_history(history)
    , m_logFeed(commands.logHistory(), [this](quint64 id, const QJsonObject &params) { sendLog(id, params); })
    , m_markers(sources.clock, sources.started)
    , m_censusQueue(commands.census(), commands.clock())
{
    connect(&m_traceTimer, &QTimer::timeout, this, &AdminServer::sendTraces);
}

AdminServer::~AdminServer() = default;

void AdminServer::start()
{
    assertOwnThread(this);
    m_lookedAt = m_sources.clock.now();
    m_cpuTime = threadCpuTime();
    m_streams.try_emplace(kHistoryIntervalMs, std::make_unique<Stream>(*this, kHistoryIntervalMs));
    mark(m_markers.serverStarted());
}

bool AdminServer::opened(const AdminSession &session)
{
    assertOwnThread(this);
    if (m_sessions.size() >= kMaxSessions) {
        qCWarning(lcAdmin).noquote().nospace() << "too many consoles address=" << session.caller.address;
        return false;
    }
    qCInfo(lcAdmin).noquote().nospace() << "console connected user=" << session.caller.user
                                        << " role=" << admin::toString(session.caller.role)
                                        << " address=" << session.caller.address;
    return m_sessions.try_emplace(session.id, session).second;
}

void AdminServer::closed(quint64 sessionId)
{
    assertOwnThread(this);
    m_commands.taps().closeAll(sessionId);
    m_logFeed.unsubscribe(sessionId);
    m_censusQueue.forget(sessionId);
    if (m_sessions.erase(sessionId) > 0)
        removeIdleStreams();
}

void AdminServer::received(quint64 sessionId, std::string_view text)
{
    assertOwnThread(this);
    const auto found = m_sessions.find(sessionId);
    if (found == m_sessions.end())
        return;
    AdminSession &session = found->second;
    std::string out;
    if (text.size() > kMaxTextBytes) {
        protocol::appendError(out, "null", ErrorCode::InvalidRequest);
        session.send(std::move(out));
        return;
    }
    const protocol::Decoded &decoded = m_decoder.decode(text, kDecodeLimits);
    // Where too many wait, it is told so by the commands, as there is no census.
    const auto later = [this, sessionId, kept = std::string(needsCensus(decoded) ? text : std::string_view())] {
        answerWaiting(sessionId, kept);
    };
    if (!needsCensus(decoded) || !m_censusQueue.wait(sessionId, later))
        answerText(session, decoded);
}

void AdminServer::answerWaiting(quint64 sessionId, std::string_view text)
{
    const auto found = m_sessions.find(sessionId);
    if (found != m_sessions.end())
        answerText(found->second, m_decoder.decode(text, kDecodeLimits));
}

void AdminServer::ask(const AdminCaller &caller, const QString &method, const QJsonObject &params,
                      const std::function<void(Result<QJsonValue>)> &answer)
{
    assertOwnThread(this);
    const auto run = [this, caller, method, params, answer] { answer(call(caller, method, params)); };
    if (!AdminCommands::needsCensus(method) || !m_censusQueue.wait(0, run))
        run();
}

Result<QJsonValue> AdminServer::call(const AdminCaller &caller, const QString &method, const QJsonObject &params)
{
    Result<QJsonValue> result = m_commands.call(caller, method, params);
    if (!result)
        return result;
    if (const auto marker = m_markers.commanded({caller.user, method, params}, *result))
        mark(*marker);
    return result;
}

void AdminServer::answerText(AdminSession &session, const protocol::Decoded &decoded)
{
    if (decoded.isBatch) {
        answerBatch(session, decoded);
        return;
    }
    std::string out;
    answerElement(session, decoded.elements.front(), out);
    if (!out.empty())
        session.send(std::move(out));
}

void AdminServer::answerBatch(AdminSession &session, const protocol::Decoded &decoded)
{
    std::string array;
    for (const protocol::Element &element : decoded.elements) {
        std::string answer;
        answerElement(session, element, answer);
        if (!answer.empty())
            array += (array.empty() ? "[" : ",") + answer;
    }
    if (!array.empty())
        session.send(array + ']');
}

void AdminServer::answerElement(AdminSession &session, const protocol::Element &element, std::string &out)
{
    if (const auto *request = std::get_if<protocol::Envelope>(&element)) {
        answer(session, *request, out);
        return;
    }
    const auto &bad = std::get<protocol::BadEnvelope>(element);
    if (!bad.id.empty())
        protocol::appendError(out, bad.id, bad.code);
}

void AdminServer::answer(AdminSession &session, const protocol::Envelope &request, std::string &out)
{
    const QString method = methodOf(request);
    const std::optional<QJsonObject> params = paramsObject(request.params);
    const Result<QJsonValue> result = params
        ? call(session.caller, method, *params)
        : failure(ErrorCode::InvalidParams, protocol::invalidParamsData("params", "must be an object"));
    if (result && method == QLatin1String("metrics/subscribe"))
        subscribe(session, result->toObject().value(u"intervalMs").toInt());
    if (result)
        followLog(session.id, method, *result);
    if (!m_commands.taps().isEmpty() && !m_traceTimer.isActive())
        m_traceTimer.start(kTraceInterval);
    if (request.isNotification())
        return;
    if (result)
        protocol::appendResult(out, request.id, view(jsonText(*result)));
    else
        protocol::appendError(out, request.id, result.error().code, view(result.error().data));
}

void AdminServer::subscribe(AdminSession &session, int intervalMs)
{
    session.sampleIntervalMs = intervalMs;
    std::unique_ptr<Stream> &stream = m_streams[intervalMs];
    if (!stream)
        stream = std::make_unique<Stream>(*this, intervalMs);
    removeIdleStreams();
}

void AdminServer::removeIdleStreams()
{
    std::erase_if(m_streams, [this](const auto &stream) {
        const bool wanted = std::any_of(m_sessions.begin(), m_sessions.end(), [&stream](const auto &session) {
            return session.second.sampleIntervalMs == stream.first;
        });
        return !wanted && stream.first != kHistoryIntervalMs;
    });
}

void AdminServer::sampled(int intervalMs, admin::Snapshot sample)
{
    if (intervalMs == kHistoryIntervalMs) {
        watchBudget();
        m_history.append(sample);
        m_commands.tick();
        for (const admin::Marker &marker : m_markers.sampled(sample))
            mark(marker);
    }
    sample.intervalMs = presentInterval(intervalMs);
    const TimePoint now = m_sources.clock.now();
    std::string text; // made when somebody wants it, once for all
    for (auto &[id, session] : m_sessions) {
        if (session.sampleIntervalMs != intervalMs || !isDue(session, now))
            continue;
        if (text.empty())
            text = notification("metrics/sample", sample.toJson());
        session.sampledAt = now;
        session.send(text);
    }
}

void AdminServer::watchBudget()
{
    const TimePoint now = m_sources.clock.now();
    const std::chrono::nanoseconds cpuTime = threadCpuTime();
    const AdminBudget::Turn turn{now - std::exchange(m_lookedAt, now), cpuTime - std::exchange(m_cpuTime, cpuTime)};
    if (!m_budget.look(turn, m_sources.config.current()->admin.cpuShare))
        return;
    const auto inMs = [](Duration time) { return std::chrono::duration_cast<std::chrono::milliseconds>(time).count(); };
    if (m_budget.isExceeded())
        qCWarning(lcAdmin).nospace() << "over the admin budget, samples are sent more rarely intervalMs="
                                     << AdminBudget::kReducedInterval.count() << " cpuMs=" << inMs(turn.cpuTime)
                                     << " elapsedMs=" << inMs(turn.elapsed);
    else
        qCInfo(lcAdmin) << "within the admin budget again, samples are sent as often as they are asked for";
    // The history goes on at its own pace; of its stream some samples are not sent.
    for (auto &[intervalMs, stream] : m_streams) {
        if (intervalMs != kHistoryIntervalMs)
            stream->setInterval(presentInterval(intervalMs));
    }
    Q_EMIT updatesReduced(m_budget.isExceeded());
}

int AdminServer::presentInterval(int intervalMs) const
{
    return m_budget.isExceeded() ? std::max(intervalMs, static_cast<int>(AdminBudget::kReducedInterval.count()))
                                 : intervalMs;
}

bool AdminServer::isDue(const AdminSession &session, TimePoint now) const
{
    // Half a step less, because timers are not exact.
    return !m_budget.isExceeded() || now - session.sampledAt > AdminBudget::kReducedInterval - History::kStep / 2;
}

void AdminServer::sendTraces()
{
    for (const TraceTaps::News &news : m_commands.taps().collect()) {
        const auto found = m_sessions.find(news.session);
        if (found != m_sessions.end())
            found->second.send(notification("trace/records", news.params));
    }
    if (m_commands.taps().isEmpty())
        m_traceTimer.stop();
}

void AdminServer::followLog(quint64 sessionId, const QString &method, const QJsonValue &answer)
{
    if (method == QLatin1String("log/subscribe"))
        m_logFeed.subscribe(sessionId, LogSubscription::fromJson(answer.toObject()));
    else if (method == QLatin1String("log/unsubscribe"))
        m_logFeed.unsubscribe(sessionId);
}

void AdminServer::sendLog(quint64 sessionId, const QJsonObject &params)
{
    const auto found = m_sessions.find(sessionId);
    if (found != m_sessions.end())
        found->second.send(notification("log/lines", params));
}

void AdminServer::announceConfig(const ConfigPtr &, const ConfigRevision &revision)
{
    mark(m_markers.configChanged(revision));
    QJsonArray changes;
    for (const ConfigChange &change : revision.changes)
        changes.append(QJsonObject{{QStringLiteral("key"), change.key},
                                   {QStringLiteral("before"), change.before},
                                   {QStringLiteral("after"), change.after}});
    notifyAll("config/changed",
              {{QStringLiteral("revision"), static_cast<qint64>(revision.revision)},
               {QStringLiteral("by"), revision.by},
               {QStringLiteral("changes"), changes}});
}

void AdminServer::announceDrain(const admin::DrainProgress &progress)
{
    if (const auto marker = m_markers.drainProgressed(progress))
        mark(*marker);
    notifyAll("server/drainProgress", progress.toJson());
}

void AdminServer::mark(const admin::Marker &marker)
{
    m_history.mark(marker);
    notifyAll("markers/added", marker.toJson());
}

void AdminServer::notifyAll(std::string_view method, const QJsonObject &params)
{
    assertOwnThread(this);
    const std::string text = notification(method, params);
    for (auto &[id, session] : m_sessions)
        session.send(text);
}

} // namespace sluice::server

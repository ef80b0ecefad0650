#include "server/api/apiserver.h"

#include "server/config/textfile.h"
#include "server/transport/forwarded.h"
#include "shared/base/jsontext.h"
#include "shared/base/logging.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <array>

// At global scope, where the macro wants to be. A static library's resources are lost unless something names them.
static void ensureDescription()
{
    Q_INIT_RESOURCE(api);
}

namespace sluice::server {

namespace {

std::string readDescription()
{
    ensureDescription();
    return readTextFile(QStringLiteral(":/sluice/api/openapi.json")).value_or(QByteArray()).toStdString();
}

constexpr char kNoEndpoint[] = "none";
constexpr size_t kMaxIdempotencyKey = 128;
constexpr qsizetype kMostQueryItems = 32;

std::string_view verb(const HttpRequest &head)
{
    return head.method == "HEAD" ? std::string_view("GET") : head.method;
}

/// The methods of a path, for Allow; empty when there is no such path.
std::string methodsOf(std::string_view path)
{
    std::string methods;
    for (const ApiCalls::Route &route : ApiCalls::routes()) {
        if (path != route.path)
            continue;
        methods += methods.empty() ? "" : ", ";
        methods += std::string_view(route.method) == "GET" ? "GET, HEAD" : route.method;
    }
    return methods;
}

const ApiCalls::Route *routeOf(const HttpRequest &head)
{
    const auto routes = ApiCalls::routes();
    const auto found = std::find_if(routes.begin(), routes.end(), [&head](const ApiCalls::Route &route) {
        return head.path == route.path && verb(head) == route.method;
    });
    return found == routes.end() ? nullptr : &*found;
}

std::string_view mediaType(std::string_view text)
{
    const std::string_view type = text.substr(0, text.find(';'));
    const size_t end = type.find_last_not_of(" \t");
    return end == std::string_view::npos ? std::string_view() : type.substr(0, end + 1);
}

// Weights are not looked at: there is one representation of everything.
bool acceptsJson(const HttpRequest &head)
{
    constexpr std::array<std::string_view, 4> kFitting{"*/*", "application/*", "application/json",
                                                       "application/problem+json"};
    const auto wanted = head.list("Accept");
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](std::string_view type) {
               return std::any_of(kFitting.begin(), kFitting.end(),
                                  [type](std::string_view one) { return equalsIgnoringCase(mediaType(type), one); });
           });
}

std::string_view bearer(const HttpRequest &head)
{
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view authorization = head.header("Authorization");
    if (head.count("Authorization") != 1 || authorization.size() <= kScheme.size()
        || !equalsIgnoringCase(authorization.substr(0, kScheme.size()), kScheme))
        return {};
    return authorization.substr(kScheme.size());
}

ApiProblem problemOf(const ApiRefusal &refusal)
{
    switch (refusal.reason) {
    case ApiRefusal::Reason::NoKey:
        return {401, "no-key", "A key is needed.", "Authorization: Bearer KEY is missing.",
                {},  {},       "WWW-Authenticate", "Bearer realm=\"sluice\""};
    case ApiRefusal::Reason::WrongKey:
        return {401, "wrong-key", "The key is not valid.", {},
                {},  {},          "WWW-Authenticate",      "Bearer realm=\"sluice\", error=\"invalid_token\""};
    case ApiRefusal::Reason::TooManyWrongKeys:
        return {429,
                "too-many-wrong-keys",
                "Too many wrong keys came from this address.",
                "Only keys that were used from there before are looked at.",
                {},
                refusal.retryAfter};
    case ApiRefusal::Reason::TooFast: break;
    }
    return {429, "rate-limited",    "The key is used too often.", "Its rate per second is used up.",
            {},  refusal.retryAfter};
}

/// The key of `Idempotency-Key: "key"`, also without the quotes. Empty: there is none; nothing: it is not valid.
std::optional<std::string> idempotencyKey(const HttpRequest &head)
{
    const size_t count = head.count("Idempotency-Key");
    if (count == 0)
        return std::string();
    std::string_view text = head.header("Idempotency-Key");
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
    if (count > 1 || text.empty() || text.size() > kMaxIdempotencyKey || !isPlain)
        return std::nullopt;
    return std::string(text);
}

/// The parameters of a query; numbers are numbers where a list wants one.
tl::expected<QJsonObject, ApiProblem> paramsOfQuery(const std::string &query)
{
    QString text = QString::fromUtf8(query.data(), static_cast<qsizetype>(query.size()));
    text.replace(u'+', QLatin1String("%20"));
    QJsonObject params;
    const auto items = QUrlQuery(text).queryItems(QUrl::FullyDecoded);
    if (items.size() > kMostQueryItems)
        return tl::unexpected(ApiProblem{400, "malformed", "The request is malformed.", "The query is too long."});
    for (const auto &[name, value] : items) {
        if (params.contains(name))
            return tl::unexpected(
                ApiProblem{422, "invalid-field", "A field is not valid.", "is there twice", name.toStdString()});
        bool isNumber = false;
        const qlonglong number = value.toLongLong(&isNumber);
        const bool wantsNumber = name == QLatin1String("offset") || name == QLatin1String("limit");
        params[name] = wantsNumber && isNumber ? QJsonValue(static_cast<qint64>(number)) : QJsonValue(value);
    }
    return params;
}

tl::expected<QJsonObject, ApiProblem> paramsOfBody(const std::string &body)
{
    QJsonParseError fault;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())), &fault);
    if (fault.error != QJsonParseError::NoError || !document.isObject()) {
        const std::string what = fault.error == QJsonParseError::NoError
            ? std::string("It is no JSON object.")
            : fault.errorString().toStdString() + " at byte " + std::to_string(fault.offset) + '.';
        return tl::unexpected(ApiProblem{400, "malformed-body", "The body must be a JSON object.", what});
    }
    return document.object();
}

QByteArray fingerprintOf(const char *path, const std::string &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(path));
    hash.addData(QByteArrayView("\n"));
    hash.addData(QByteArrayView(body.data(), static_cast<qsizetype>(body.size())));
    return hash.result();
}

} // namespace

class ApiServer::Call final : public HttpCall, public std::enable_shared_from_this<Call>
{
public:
    Call(ApiServer &server, const ApiCalls::Route &endpoint)
        : route(endpoint)
        , m_server(server)
    {
    }

    void run(std::string body, const Respond &respond) override { m_server.run(shared_from_this(), body, respond); }

    const ApiCalls::Route &route;
    ApiCaller caller;
    std::string query;
    std::string keptAs; ///< Whose Idempotency-Key and which; empty: none.

private:
    ApiServer &m_server;
};

ApiServer::ApiServer(const Parts &parts, const Config &config)
    : m_parts(parts)
    , m_door(parts.metrics, parts.clock)
    , m_kept(parts.clock)
    , m_description(readDescription())
{
    setConfig(config);
}

ApiServer::~ApiServer() = default;

void ApiServer::setConfig(const Config &config)
{
    m_door.setConfig(config);
    m_kept.setConfig(config);
    m_proxies.clear();
    for (const QString &proxy : config.listen.trustedProxies) {
        if (const auto network = Network::parse(proxy.toStdString()))
            m_proxies.push_back(*network);
    }
}

std::variant<std::shared_ptr<HttpCall>, HttpResponse> ApiServer::admit(const HttpRequest &head,
                                                                       const std::string &address)
{
    const ApiCalls::Route *route = routeOf(head);
    if (!route) {
        const std::string methods = methodsOf(head.path);
        const ApiProblem problem = methods.empty()
            ? ApiProblem{404, "no-such-endpoint", "There is no such endpoint.", "GET /api/v1/openapi.json lists them."}
            : ApiProblem{405, "method-not-allowed", "The endpoint has no such method.", {}, {}, {}, "Allow", methods};
        return conclude(kNoEndpoint, problem.toResponse());
    }
    auto verdict = judge(head, *route, address);
    if (const auto *problem = std::get_if<ApiProblem>(&verdict))
        return conclude(route->name, problem->toResponse());
    return std::get<std::shared_ptr<HttpCall>>(std::move(verdict));
}

std::variant<std::shared_ptr<HttpCall>, ApiProblem>
ApiServer::judge(const HttpRequest &head, const ApiCalls::Route &route, const std::string &address)
{
    const auto call = std::make_shared<Call>(*this, route);
    if (route.right != ApiRight::None) {
        call->caller.address = clientOf(head, address);
        auto entered = m_door.enter(bearer(head), call->caller.address);
        if (const auto *refusal = std::get_if<ApiRefusal>(&entered)) {
            if (refusal->reason == ApiRefusal::Reason::WrongKey)
                qCWarning(lcHttp).noquote() << "API: wrong key address=" << call->caller.address.c_str();
            return problemOf(*refusal);
        }
        call->caller.key = std::get<ApiKeyPtr>(std::move(entered));
        if (!ApiCalls::allows(call->caller.key->scopes, route.right))
            return ApiProblem{403, "forbidden", "The key's scopes do not allow it.",
                              "The key has: " + call->caller.key->scopes.words().join(u' ').toStdString()};
    }
    if (!acceptsJson(head))
        return ApiProblem{406, "not-acceptable", "The answer is application/json."};
    call->query = head.query;
    if (std::string_view(route.method) != "POST")
        return call;
    if (!equalsIgnoringCase(mediaType(head.header("Content-Type")), "application/json"))
        return ApiProblem{415,           "unsupported-media-type", "The body must be application/json.", {}, {}, {},
                          "Accept-Post", "application/json"};
    const auto key = idempotencyKey(head);
    if (!key)
        return ApiProblem{400, "invalid-idempotency-key", "The Idempotency-Key is not valid.",
                          "It is one quoted text of 1 to 128 visible ASCII characters."};
    if (!key->empty())
        call->keptAs = call->caller.key->id + '\n' + *key;
    return call;
}

std::string ApiServer::clientOf(const HttpRequest &head, const std::string &address) const
{
    if (m_proxies.empty())
        return address;
    const auto peer = IpAddress::parse(address);
    const bool isProxy = peer && contains(m_proxies, *peer);
    const auto named = isProxy ? forwardedFor(head, m_proxies) : std::nullopt;
    return named ? named->toText() : address;
}

void ApiServer::run(const std::shared_ptr<Call> &call, const std::string &body, const HttpCall::Respond &respond)
{
    if (!call->route.run) {
        answer(*call, description(), respond);
        return;
    }
    const bool isPost = std::string_view(call->route.method) == "POST";
    const auto params = isPost ? paramsOfBody(body) : paramsOfQuery(call->query);
    if (!params) {
        call->keptAs.clear();
        answer(*call, params.error().toResponse(), respond);
        return;
    }
    if (!call->keptAs.empty()) {
        const auto found = m_kept.begin(call->keptAs, fingerprintOf(call->route.path, body));
        if (found.kind != KeptAnswers::Kind::New) {
            call->keptAs.clear();
            answer(*call, repeat(found), respond);
            return;
        }
    }
    m_parts.calls.run(call->route, call->caller, *params, [this, call, respond](const Result<QJsonObject> &result) {
        HttpResponse response;
        if (result)
            response.body = jsonText(*result).toStdString();
        else
            response = ApiProblem::of(result.error()).toResponse();
        answer(*call, std::move(response), respond);
    });
}

HttpResponse ApiServer::repeat(const KeptAnswers::Found &found)
{
    if (found.kind == KeptAnswers::Kind::Different)
        return ApiProblem{422, "idempotency-key-reused", "The Idempotency-Key came with another request before."}
            .toResponse();
    if (found.kind == KeptAnswers::Kind::UnderWay) {
        ApiProblem problem{409, "idempotency-key-in-use", "The request with this Idempotency-Key is under way."};
        problem.retryAfter = std::chrono::seconds(1);
        return problem.toResponse();
    }
    m_parts.metrics.add(Counter::ApiIdempotentRepeats);
    HttpResponse response = *found.answer;
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}

void ApiServer::answer(const Call &call, HttpResponse response, const HttpCall::Respond &respond)
{
    if (!call.keptAs.empty())
        m_kept.finish(call.keptAs, response);
    respond(conclude(call.route.name, std::move(response)));
}

HttpResponse ApiServer::conclude(const char *endpoint, HttpResponse response)
{
    m_parts.stats.count(endpoint, response.status);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

HttpResponse ApiServer::refuse(const HttpRefusal &refusal)
{
    struct Type {
        int status;
        std::string_view name;
    };
    constexpr std::array kTypes{Type{408, "too-slow"},       Type{413, "body-too-large"}, Type{431, "header-too-large"},
                                Type{501, "unknown-coding"}, Type{503, "busy"},           Type{505, "http-version"}};
    const auto found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const Type &type) { return type.status == refusal.status; });
    ApiProblem problem{refusal.status, found == kTypes.end() ? "malformed" : found->name, refusal.text};
    problem.retryAfter = std::chrono::seconds(refusal.retryAfterSeconds);
    return conclude(kNoEndpoint, problem.toResponse());
}

HttpResponse ApiServer::description() const
{
    HttpResponse response;
    response.body = m_description;
    return response;
}

} // namespace sluice::server

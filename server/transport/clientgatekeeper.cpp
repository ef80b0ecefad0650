#include "server/transport/clientgatekeeper.h"

#include "server/config/origin.h"
#include "server/transport/forwarded.h"

#include <algorithm>

namespace sluice::server {

namespace {

const PrincipalPtr &anonymous()
{
    static const PrincipalPtr principal = std::make_shared<const Principal>();
    return principal;
}

HttpRefusal refusalOf(Hub::Refusal refusal)
{
    switch (refusal) {
    case Hub::Refusal::AddressFull:
        return {
            429, "This address has as many connections as it may have.", 5, {}, Counter::ConnectionsRefusedAddressFull};
    case Hub::Refusal::AddressTooFast:
        return {429, "This address connects too often.", 1, {}, Counter::ConnectionsRefusedAddressRate};
    case Hub::Refusal::Full: break;
    }
    return {503, "The server has as many connections as it may have.", 5, {}, Counter::ConnectionsRefusedFull};
}

// Of a client's text what may stand in a log line and in an answer.
std::string quotable(std::string_view text)
{
    constexpr size_t kMost = 100;
    std::string result(text.substr(0, kMost));
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < 0x20 || c > 0x7e || c == '"' || c == '\\'; }, '?');
    return text.size() > kMost ? result + "..." : result;
}

// Browsers send it with every handshake, and with it the cookies and the network access of whoever sits before them.
std::optional<HttpRefusal> originFault(const HttpRequest &request, const std::unordered_set<std::string> &allowed)
{
    const size_t count = request.count("Origin");
    if (count == 0)
        return std::nullopt;
    if (count > 1)
        return HttpRefusal{400, "The request has more than one Origin header."};
    const std::string_view text = request.header("Origin");
    const auto origin = normalizedOrigin(text);
    if (origin && allowed.contains(*origin))
        return std::nullopt;
    return HttpRefusal{403,
                       "The origin " + quotable(text)
                           + " is not allowed; the server's operator can add it to listen.allowed-origins.",
                       0,
                       {},
                       Counter::ConnectionsRefusedOrigin};
}

HttpRefusal unauthorized(const char *text)
{
    return {401, text, 0, "WWW-Authenticate: Bearer", Counter::ConnectionsRefusedToken};
}

// Browsers add cookies to whatever any page asks for. Which page asks, the Origin says, and by now it is an allowed one
// where it is there at all.
tl::expected<std::string_view, HttpRefusal> cookieToken(const HttpRequest &request, const std::string &name)
{
    const auto value = cookieValue(request, name);
    if (!value)
        return tl::unexpected(HttpRefusal{400, "The cookie with the token is there more than once."});
    if (!value->empty() && request.count("Origin") == 0)
        return tl::unexpected(unauthorized("A token in a cookie counts only with an allowed Origin."));
    return *value;
}

// What a client states comes before what its browser adds.
tl::expected<std::string_view, HttpRefusal> tokenOf(const HttpRequest &request, const Config::Auth &auth)
{
    if (const std::string_view token = presentedToken(request); !token.empty())
        return token;
    if (const std::string_view token = queryToken(request); !token.empty() && auth.queryToken)
        return token;
    if (auth.cookieName.isEmpty())
        return std::string_view();
    return cookieToken(request, auth.cookieName.toStdString());
}

} // namespace

ClientGatekeeper::Rules::Rules(ConfigPtr newConfig)
    : config(std::move(newConfig))
{
    for (const QString &text : config->listen.allowedOrigins) {
        if (auto origin = normalizedOrigin(text.toStdString()))
            origins.insert(*std::move(origin));
    }
    for (const QString &text : config->listen.trustedProxies) {
        if (const auto network = Network::parse(text.toStdString()))
            proxies.push_back(*network);
    }
}

bool ClientGatekeeper::Rules::isProxy(const std::string &address) const
{
    if (proxies.empty())
        return false;
    const auto parsed = IpAddress::parse(std::string_view(address).substr(0, address.find('%')));
    return parsed && contains(proxies, *parsed);
}

ClientGatekeeper::ClientGatekeeper(Hub &hub, const Authenticator &authenticator, ConfigPtr config)
    : m_hub(hub)
    , m_authenticator(authenticator)
    , m_rules(std::make_shared<const Rules>(std::move(config)))
{
}

void ClientGatekeeper::setConfig(ConfigPtr config)
{
    auto rules = std::make_shared<const Rules>(std::move(config));
    const MutexLock lock(m_mutex);
    m_rules.swap(rules);
}

std::shared_ptr<const ClientGatekeeper::Rules> ClientGatekeeper::rules() const
{
    const MutexLock lock(m_mutex);
    return m_rules;
}

std::optional<HttpRefusal> ClientGatekeeper::enter(const std::string &address)
{
    if (m_draining.load(std::memory_order_relaxed))
        return HttpRefusal{503, "The server is draining.", 2, {}, Counter::ConnectionsRefusedDraining};
    if (m_memoryShort.load(std::memory_order_relaxed))
        return HttpRefusal{503, "The server is short of memory.", 5, {}, Counter::ConnectionsRefusedMemory};
    const auto limits = rules()->isProxy(address) ? Hub::AddressLimits::Exempt : Hub::AddressLimits::Apply;
    if (const auto refusal = m_hub.enter(address, limits))
        return refusalOf(*refusal);
    return std::nullopt;
}

HandshakeVerdict ClientGatekeeper::judge(const HttpRequest &request, std::string &address)
{
    const auto rules = this->rules();
    // First, so that the client's limits count for every kind of bad request too.
    if (auto refusal = findClient(request, *rules, address))
        return *std::move(refusal);
    if (auto fault = upgradeFault(request))
        return *std::move(fault);
    if (auto fault = originFault(request, rules->origins))
        return *std::move(fault);
    const QString &echoPath = rules->config->test.echoPath;
    if (!echoPath.isEmpty() && request.path == echoPath.toStdString())
        return Admission{anonymous(), false, Endpoint::Echo};
    if (request.path != "/")
        return HttpRefusal{
            404, "There is nothing at this path; clients connect at /.", 0, {}, Counter::ConnectionsRefusedPath};
    return authenticate(request, *rules);
}

std::optional<HttpRefusal> ClientGatekeeper::findClient(const HttpRequest &request, const Rules &rules,
                                                        std::string &address)
{
    if (!rules.isProxy(address))
        return std::nullopt;
    const auto named = forwardedFor(request, rules.proxies);
    std::string client = named ? named->toText() : address;
    if (const auto taken = m_hub.handOver(address, client)) {
        HttpRefusal refusal = refusalOf(*taken);
        refusal.client = std::move(client);
        return refusal;
    }
    address = std::move(client);
    return std::nullopt;
}

HandshakeVerdict ClientGatekeeper::authenticate(const HttpRequest &request, const Rules &rules) const
{
    const auto token = tokenOf(request, rules.config->auth);
    if (!token)
        return token.error();
    if (token->empty())
        return Admission{anonymous(), !rules.config->auth.anonymous};
    auto principal = m_authenticator.authenticate(*token);
    if (!principal) {
        const bool isExpired = principal.error().code == ErrorCode::TokenExpired;
        HttpRefusal refusal = unauthorized(isExpired ? "The token has expired." : "The token is not valid.");
        refusal.detail = principal.error().detail.toStdString();
        return refusal;
    }
    return Admission{*std::move(principal), false};
}

} // namespace sluice::server

#include "server/transport/clientgatekeeper.h"

namespace sluice::server {

namespace {

const PrincipalPtr &anonymous()
{
    static const PrincipalPtr principal = std::make_shared<const Principal>();
    return principal;
}

} // namespace

ClientGatekeeper::ClientGatekeeper(Hub &hub, const Authenticator &authenticator, ConfigPtr config)
    : m_hub(hub)
    , m_authenticator(authenticator)
    , m_config(std::move(config))
{
}

void ClientGatekeeper::setConfig(ConfigPtr config)
{
    const MutexLock lock(m_mutex);
    m_config = std::move(config);
}

ConfigPtr ClientGatekeeper::config() const
{
    const MutexLock lock(m_mutex);
    return m_config;
}

std::optional<HttpRefusal> ClientGatekeeper::enter(const std::string &address)
{
    if (m_draining.load(std::memory_order_relaxed))
        return HttpRefusal{503, "The server is draining.", 2};
    const auto refusal = m_hub.enter(address);
    if (!refusal)
        return std::nullopt;
    switch (*refusal) {
    case Hub::Refusal::Full: return HttpRefusal{503, "The server has as many connections as it may have.", 5};
    case Hub::Refusal::AddressFull: return HttpRefusal{429, "This address has as many connections as it may have.", 5};
    case Hub::Refusal::AddressTooFast: return HttpRefusal{429, "This address connects too often.", 1};
    }
    return HttpRefusal{503, "The server cannot take this connection.", 1};
}

std::variant<Admission, HttpRefusal> ClientGatekeeper::judge(const HttpRequest &request, const std::string &)
{
    if (auto fault = upgradeFault(request))
        return *std::move(fault);
    const ConfigPtr config = this->config();
    if (!config->test.echoPath.isEmpty() && request.path == config->test.echoPath.toStdString())
        return Admission{anonymous(), false, Endpoint::Echo};
    if (request.path != "/")
        return HttpRefusal{404, "There is nothing at this path; clients connect at /."};
    // Only browsers send it, and they send cookies and private-network access along with it.
    if (request.count("Origin") != 0)
        return HttpRefusal{403, "This origin is not allowed."};
    const std::string_view token = presentedToken(request);
    if (token.empty())
        return Admission{anonymous(), !config->auth.anonymous};
    auto principal = m_authenticator.authenticate(token);
    if (!principal)
        return HttpRefusal{401,
                           principal.error().code == ErrorCode::TokenExpired ? "The token has expired."
                                                                             : "The token is not valid.",
                           0, "WWW-Authenticate: Bearer"};
    return Admission{*std::move(principal), false};
}

} // namespace sluice::server

#pragma once

#include "server/api/apicalls.h"
#include "server/api/apidoor.h"
#include "server/api/apiproblem.h"
#include "server/api/apistats.h"
#include "server/api/keptanswers.h"
#include "server/config/network.h"
#include "server/http/httpserver.h"

#include <optional>
#include <string>
#include <vector>

namespace sluice::server {

/// The backend API as HTTP has it: which endpoint, whose key, which media types, once or again, and errors as problems.
/// Thread: the API's, but for keptBytes().
class ApiServer final : public HttpService
{
public:
    /// All live longer.
    struct Parts {
        ApiCalls &calls;
        ApiStats &stats;
        Metrics &metrics;
        const Clock &clock;
    };

    ApiServer(const Parts &parts, const Config &config);
    ~ApiServer() override;

    void setConfig(const Config &config);
    void setKeys(ApiKeysPtr keys) { m_door.setKeys(std::move(keys)); }
    /// What answers are kept for their Idempotency-Key. Units: bytes. Thread: any.
    [[nodiscard]] size_t keptBytes() const noexcept { return m_kept.bytes(); }

    [[nodiscard]] std::variant<std::shared_ptr<HttpCall>, HttpResponse> admit(const HttpRequest &head,
                                                                              const std::string &address) override;
    [[nodiscard]] HttpResponse refuse(const HttpRefusal &refusal) override;

private:
    class Call;

    [[nodiscard]] std::variant<std::shared_ptr<HttpCall>, ApiProblem>
    judge(const HttpRequest &head, const ApiCalls::Route &route, const std::string &address);
    [[nodiscard]] std::string clientOf(const HttpRequest &head, const std::string &address) const;
    void run(const std::shared_ptr<Call> &call, const std::string &body, const HttpCall::Respond &respond);
    [[nodiscard]] HttpResponse repeat(const KeptAnswers::Found &found);
    void answer(const Call &call, HttpResponse response, const HttpCall::Respond &respond);
    [[nodiscard]] HttpResponse conclude(const char *endpoint, HttpResponse response);
    [[nodiscard]] HttpResponse description() const;

    const Parts m_parts;
    ApiDoor m_door;
    KeptAnswers m_kept;
    std::vector<Network> m_proxies;
    const std::string m_description;
};

} // namespace sluice::server

#include "server/config/origin.h"
#include "server/transport/forwarded.h"
#include "server/transport/handshake.h"
#include "server/transport/httprequest.h"
#include "tests/fuzz/require.h"

#include <cstdint>

using namespace sluice::server;

namespace {

bool isInside(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

/// The head of a handshake, and everything that is read of it before anybody is authenticated.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto end = endOfHttpHead(bytes);
    require(!end || *end <= bytes.size(), "a head ends within what came");
    const auto request = parseHttpRequest(bytes.substr(0, end.value_or(bytes.size())));
    if (!request) {
        require(!encodeHttpRefusal(request.error()).empty(), "every refusal has a text");
        return 0;
    }
    require(request->headers.size() <= kHeaderFields, "fields are bounded");
    for (const auto &[name, value] : request->headers)
        require(isInside(name, bytes) && isInside(value, bytes), "views stay inside");
    require(isInside(request->path, bytes) || request->path == "/", "the path stays inside");
    [[maybe_unused]] const auto fault = upgradeFault(*request);
    require(isInside(presentedToken(*request), bytes), "a token stays inside");
    require(isInside(queryToken(*request), bytes), "a token stays inside");
    const auto cookie = cookieValue(*request, "session");
    require(!cookie || isInside(*cookie, bytes), "a cookie stays inside");
    const auto claims = claimsOf(*request);
    require(!claims || claims->userAgent.size() <= kClaimBytes, "claims are cut");
    [[maybe_unused]] const auto origin = normalizedOrigin(request->header("Origin"));
    const std::vector<Network> proxies{*Network::parse("10.0.0.0/8")};
    [[maybe_unused]] const auto client = forwardedFor(*request, proxies);
    return 0;
}

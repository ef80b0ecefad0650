#pragma once

#include "server/api/apikeyfile.h"
#include "server/config/config.h"
#include "server/metrics/metrics.h"
#include "server/policies/slidingwindow.h"
#include "shared/base/clock.h"

#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace sluice::server {

/// Why somebody is not let in.
struct ApiRefusal {
    enum class Reason { NoKey, WrongKey, TooManyWrongKeys, TooFast };
    Reason reason;
    Duration retryAfter{0};
};

/// Who may call the API, and how often. Wrong keys are counted by address; once there were too many in a minute, only
/// keys that came from that address before are looked at. So a guess costs nothing and finds nothing, and who guesses
/// does not shut out the backend behind the same proxy.
/// Thread: none (its owner's).
class ApiDoor
{
public:
    /// Addresses that are remembered; beyond it the one that was not seen for longest is forgotten.
    static constexpr size_t kMostAddresses = 10'000;
    /// Keys that are remembered of an address.
    static constexpr size_t kMostKeysOfAddress = 16;

    ApiDoor(Metrics &metrics, const Clock &clock);

    void setConfig(const Config &config);
    void setKeys(ApiKeysPtr keys);

    /// `key`: what was presented, empty for nothing. A key that is let in has used one of its permits.
    [[nodiscard]] std::variant<ApiKeyPtr, ApiRefusal> enter(std::string_view key, const std::string &address);

private:
    struct Address {
        std::string name;
        SlidingWindow wrong;
        std::vector<std::string> known; ///< Ids of keys that came from there.
    };

    [[nodiscard]] Address &addressOf(const std::string &name);
    [[nodiscard]] static bool knows(const Address &address, const std::string &id);
    void note(Address &address, const std::string &id);

    Metrics &m_metrics;
    const Clock &m_clock;
    ApiKeysPtr m_keys = std::make_shared<const ApiKeys>();
    int m_perKeyPerSecond = 0;
    int m_wrongKeysPerMinute = 0;
    std::list<Address> m_addresses; // the one seen last first
    std::unordered_map<std::string, std::list<Address>::iterator> m_byName;
    std::unordered_map<std::string, SlidingWindow> m_windows; // by key id
};

} // namespace sluice::server

#include "server/api/apidoor.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr std::chrono::seconds kSecond{1};
constexpr std::chrono::minutes kMinute{1};

} // namespace

ApiDoor::ApiDoor(Metrics &metrics, const Clock &clock)
    : m_metrics(metrics)
    , m_clock(clock)
{
}

void ApiDoor::setConfig(const Config &config)
{
    m_perKeyPerSecond = config.api.perKeyPerSecond;
    m_wrongKeysPerMinute = config.api.wrongKeysPerMinute;
}

void ApiDoor::setKeys(ApiKeysPtr keys)
{
    m_keys = std::move(keys);
    std::erase_if(m_windows, [this](const auto &window) { return !m_keys->has(window.first); });
}

std::variant<ApiKeyPtr, ApiRefusal> ApiDoor::enter(std::string_view key, const std::string &address)
{
    if (key.empty())
        return ApiRefusal{ApiRefusal::Reason::NoKey};
    const TimePoint now = m_clock.now();
    Address &from = addressOf(address);
    from.wrong.reconfigure(m_wrongKeysPerMinute, kMinute);
    const ApiKeyPtr found = m_keys->identify(key);
    const Duration wait = from.wrong.retryAfter(now);
    if (wait > Duration::zero() && (!found || !knows(from, found->id)))
        return ApiRefusal{ApiRefusal::Reason::TooManyWrongKeys, wait};
    if (!found) {
        m_metrics.add(Counter::ApiKeysWrong);
        [[maybe_unused]] const bool counted = from.wrong.tryAdmit(now);
        return ApiRefusal{ApiRefusal::Reason::WrongKey};
    }
    note(from, found->id);
    SlidingWindow &window = m_windows[found->id];
    window.reconfigure(found->perSecond.value_or(m_perKeyPerSecond), kSecond);
    if (!window.tryAdmit(now))
        return ApiRefusal{ApiRefusal::Reason::TooFast, window.retryAfter(now)};
    return found;
}

ApiDoor::Address &ApiDoor::addressOf(const std::string &name)
{
    if (const auto found = m_byName.find(name); found != m_byName.end()) {
        m_addresses.splice(m_addresses.begin(), m_addresses, found->second);
        return m_addresses.front();
    }
    if (m_addresses.size() >= kMostAddresses) {
        m_byName.erase(m_addresses.back().name);
        m_addresses.pop_back();
    }
    m_addresses.push_front({name, SlidingWindow(m_wrongKeysPerMinute, kMinute), {}});
    m_byName.emplace(name, m_addresses.begin());
    return m_addresses.front();
}

bool ApiDoor::knows(const Address &address, const std::string &id)
{
    return std::find(address.known.begin(), address.known.end(), id) != address.known.end();
}

void ApiDoor::note(Address &address, const std::string &id)
{
    if (knows(address, id))
        return;
    if (address.known.size() >= kMostKeysOfAddress)
        address.known.erase(address.known.begin());
    address.known.push_back(id);
}

} // namespace sluice::server

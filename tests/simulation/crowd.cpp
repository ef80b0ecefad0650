#include "tests/simulation/crowd.h"

#include <array>
#include <utility>

namespace sluice::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration kCalm = 1500ms;
constexpr Duration kBusy = 200ms;
constexpr Duration kBetweenFloods = 5s;
constexpr Duration kAway = 500ms;
constexpr int kLargestFlood = 60;
constexpr size_t kIdsKept = 8;

constexpr std::array kMethods{"sim/echo",       "sim/echo",          "sim/high",  "sim/high",    "sim/low",
                              "sim/low",        "sim/quick",         "sim/slow",  "sim/minute",  "sim/second",
                              "sim/private",    "sim/admin",         "sim/typed", "sim/publish", "sim/order",
                              "sim/order-high", "sim/order-of-user", "sim/one",   "sim/few",     "sim/few-in-order",
                              "sim/off",        "sim/unknown"};

constexpr std::array kNonsense{
    R"({"jsonrpc":"2.0","id":1,"method":)",
    R"({"jsonrpc":"1.0","id":2,"method":"sim/echo"})",
    R"({"jsonrpc":"2.0","method":7})",
    R"({"jsonrpc":"2.0","id":"three","method":"sim/echo","params":3})",
    R"({"jsonrpc":"2.0","id":4,"method":"sim/echo","params":{"n":1e999}})",
    R"({"jsonrpc":"2.0","id":5,"id":5,"method":"sim/echo"})",
    R"({"jsonrpc":"2.0","id":6,"method":"sim/echo","timeoutMs":-1})",
    R"("hello")",
    R"([])",
    R"([1,2])",
};

} // namespace

Crowd::Crowd(Parts parts, std::vector<server::PrincipalPtr> users, size_t clients)
    : m_parts(std::move(parts))
{
    for (size_t i = 0; i < clients; ++i) {
        auto &client = m_clients.emplace_back(std::make_unique<Client>());
        client->principal = m_parts.dice.pick(users);
        client->address = "10.0.0." + std::to_string(m_parts.dice.between(1, 3));
        client->mood = static_cast<Mood>(m_parts.dice.between(0, 2));
        plan(*client);
    }
}

void Crowd::plan(Client &client)
{
    const bool isAway = !client.session || client.session->state != SimSession::State::Open;
    const Duration mean = isAway    ? kAway
        : client.mood == Mood::Calm ? kCalm
        : client.mood == Mood::Busy ? kBusy
                                    : kBetweenFloods;
    m_parts.scheduler.after(m_parts.dice.about(mean), [this, &client] {
        if (m_isOver)
            return;
        act(client);
        plan(client);
    });
}

void Crowd::act(Client &client)
{
    if (!client.session || client.session->state != SimSession::State::Open) {
        client.session = &m_parts.connect(client.address, client.principal);
        client.ids.clear();
        return;
    }
    if (m_parts.dice.chance(2)) {
        client.mood = static_cast<Mood>(m_parts.dice.between(0, 2));
    } else if (m_parts.dice.chance(2)) {
        m_parts.leave(*client.session, m_parts.dice.chance(50));
        client.session = nullptr;
    } else {
        const int count = client.mood == Mood::Flooding ? m_parts.dice.between(1, kLargestFlood) : 1;
        for (int i = 0; i < count; ++i)
            sendOne(client);
    }
}

void Crowd::sendOne(Client &client)
{
    const int roll = m_parts.dice.between(1, 100);
    if (roll <= 84)
        m_parts.send(*client.session, request(client));
    else if (roll <= 89)
        m_parts.send(*client.session, array(client));
    else if (roll <= 97)
        m_parts.send(*client.session, cancel(client));
    else
        m_parts.send(*client.session, nonsense());
}

std::string Crowd::request(Client &client)
{
    const std::string method = m_parts.dice.chance(1) ? "sim/login" : m_parts.dice.pick(kMethods);
    std::string text = R"({"jsonrpc":"2.0",)";
    if (!m_parts.dice.chance(10))
        text += R"("id":)" + newId(client) + ',';
    const std::string serial = std::to_string(m_parts.auditor.nextSerial());
    const bool isBad = method == "sim/typed" && m_parts.dice.chance(30);
    text += R"("method":")" + method + R"(","params":{"n":)" + (isBad ? '"' + serial + '"' : serial) + '}';
    if (m_parts.dice.chance(15))
        text += R"(,"timeoutMs":)" + std::to_string(m_parts.dice.between(1, 4000));
    return text + '}';
}

std::string Crowd::array(Client &client)
{
    std::string text = "[";
    const int count = m_parts.dice.between(1, 6);
    for (int i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        const int roll = m_parts.dice.between(1, 20);
        text += roll == 1 ? "7" : roll == 2 ? cancel(client) : request(client);
    }
    return text + ']';
}

std::string Crowd::cancel(Client &client)
{
    const std::string id =
        client.ids.empty() || m_parts.dice.chance(10) ? "\"nothing\"" : m_parts.dice.pick(client.ids);
    const std::string own = m_parts.dice.chance(20) ? R"("id":)" + newId(client) + ',' : std::string();
    return R"({"jsonrpc":"2.0",)" + own + R"("method":"$/cancelRequest","params":{"id":)" + id + "}}";
}

std::string Crowd::nonsense()
{
    return m_parts.dice.pick(kNonsense);
}

// Mostly a new one; clients that use one twice at a time exist.
std::string Crowd::newId(Client &client)
{
    if (!client.ids.empty() && m_parts.dice.chance(5))
        return m_parts.dice.pick(client.ids);
    const std::string number = std::to_string(client.lastId++);
    std::string id = m_parts.dice.chance(50) ? number : '"' + number + '"';
    if (client.ids.size() == kIdsKept)
        client.ids.erase(client.ids.begin());
    client.ids.push_back(id);
    return id;
}

} // namespace sluice::sim

#pragma once

#include "server/events/principal.h"
#include "tests/simulation/auditor.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/scheduler.h"
#include "tests/simulation/simsession.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sluice::sim {

/// The clients: they send requests, notifications, arrays, cancels and nonsense, calmly or in floods, say goodbye, are
/// cut, and come back.
/// Thread: the simulation's.
class Crowd
{
public:
    struct Parts {
        Scheduler &scheduler;
        Dice &dice;
        Auditor &auditor;
        /// A new connection.
        std::function<SimSession &(const std::string &address, server::PrincipalPtr principal)> connect;
        std::function<void(SimSession &, std::string text)> send;
        /// The client goes: `inOrder` behind what it has sent, or what is unread goes with it.
        std::function<void(SimSession &, bool inOrder)> leave;
    };
    Crowd(Parts parts, std::vector<server::PrincipalPtr> users, size_t clients);

    void stop() { m_isOver = true; }

private:
    enum class Mood : quint8 { Calm, Busy, Flooding };
    struct Client {
        server::PrincipalPtr principal;
        std::string address;
        Mood mood = Mood::Calm;
        SimSession *session = nullptr;
        std::vector<std::string> ids; // sent lately
        quint64 lastId = 0;
    };

    void plan(Client &client);
    void act(Client &client);
    void sendOne(Client &client);
    [[nodiscard]] std::string request(Client &client);
    [[nodiscard]] std::string array(Client &client);
    [[nodiscard]] std::string cancel(Client &client);
    [[nodiscard]] std::string nonsense();
    [[nodiscard]] std::string newId(Client &client);

    Parts m_parts;
    std::vector<std::unique_ptr<Client>> m_clients;
    bool m_isOver = false;
};

} // namespace sluice::sim

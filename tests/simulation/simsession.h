#pragma once

#include "server/routing/router.h"
#include "server/routing/session.h"
#include "tests/simulation/call.h"
#include "tests/simulation/windowmodel.h"

#include <string>
#include <vector>

namespace sluice::sim {

class Auditor;

/// A client's connection without a socket, and what the simulation knows of it.
/// Thread: the simulation's.
class SimSession final : public server::Session
{
public:
    /// As the transport's: who is Closing has been told so, is sent nothing more, and will be detached.
    enum class State { Open, Closing, Detached };

    /// What it belongs to.
    struct Place {
        Auditor &auditor;
        server::Router &router; ///< Of its I/O thread.
        size_t io;
    };
    SimSession(const Place &place, quint64 id, std::string address, server::PrincipalPtr principal);

    void deliver(std::string_view text) override;
    void close(protocol::CloseCode code, std::string_view reason) override;
    std::optional<Result<QByteArray>> apply(server::SessionChange &&change) override
    {
        setPrincipal(std::move(change.principal));
        return std::nullopt;
    }

    /// The connection is gone.
    void detach();

    [[nodiscard]] size_t io() const { return m_place.io; }

    State state = State::Open;
    quint64 detachedInCall = 0;  ///< Of those to the router.
    bool diesOnDelivery = false; ///< The next write finds the socket dead.
    std::vector<Call *> awaited; ///< Those whose answer has not come.
    std::vector<Call *> linked;  ///< Those that the router holds for it, the newest last.
    WindowModel faults;          ///< Refusals for its own fault.
    bool mustClose = false;      ///< One too many of them.

private:
    const Place m_place;
};

} // namespace sluice::sim

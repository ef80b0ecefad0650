#pragma once

#include "server/events/outcome.h"
#include "server/events/principal.h"
#include "server/events/request.h"
#include "server/metrics/culprits.h"
#include "server/policies/slidingwindow.h"
#include "shared/base/ids.h"
#include "shared/protocol/closecode.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sluice::server {

/// What a connection has brought since it was opened. Units: events.
struct SessionCounts {
    quint64 received = 0;
    quint64 refused = 0;
    quint64 limited = 0; ///< Of the refused: for a rate limit.
    quint64 lately = 0;  ///< Received between the last two looks at its costs.
};

/// What the router needs of a connection: who it is, what it still waits for, and a way to answer. The transport's
/// Connection is one; tests and the simulation bring their own.
/// Thread: its I/O thread.
class Session
{
public:
    Session(ConnectionId id, std::string address, PrincipalPtr principal)
        : m_id(id)
        , m_address(std::move(address))
    {
        setPrincipal(std::move(principal));
    }
    virtual ~Session() = default;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] ConnectionId id() const noexcept { return m_id; }
    /// The peer's address without the port.
    [[nodiscard]] const std::string &address() const noexcept { return m_address; }
    [[nodiscard]] const PrincipalPtr &principal() const noexcept { return m_principal; }
    /// Stands for the user id, which for anonymous clients is the connection's: whose turn it is in the work queue.
    [[nodiscard]] quint64 userKey() const noexcept { return m_userKey; }

    /// Sends one JSON text.
    virtual void deliver(std::string_view text) = 0;
    /// Closes with a code and a short reason.
    virtual void close(protocol::CloseCode code, std::string_view reason) = 0;
    /// Takes over what a session method changed. Returns the request's answer where the change decides it.
    virtual std::optional<Result<QByteArray>> apply(SessionChange &&change) = 0;

    /// Its requests that are not answered yet, and the bytes they came in.
    [[nodiscard]] size_t requestsInFlight() const noexcept { return m_requestsInFlight; }
    [[nodiscard]] size_t requestBytesInFlight() const noexcept { return m_requestBytesInFlight; }

    /// What it has cost since this was asked last.
    [[nodiscard]] ClientCosts takeCosts() noexcept
    {
        m_counted.lately = m_costs[Cost::Events];
        m_counted.received += m_costs[Cost::Events];
        m_counted.refused += m_costs[Cost::Refusals];
        return std::exchange(m_costs, {});
    }
    [[nodiscard]] SessionCounts counts() const noexcept
    {
        SessionCounts all = m_counted;
        all.received += m_costs[Cost::Events];
        all.refused += m_costs[Cost::Refusals];
        return all;
    }

protected:
    [[nodiscard]] ClientCosts &costs() noexcept { return m_costs; }
    /// One request less is in flight.
    virtual void requestEnded() { }
    void setPrincipal(PrincipalPtr principal)
    {
        m_principal = std::move(principal);
        m_userKey = m_principal ? std::hash<std::string_view>{}(m_principal->userId) : m_id.value;
    }

private:
    friend class Router;

    ConnectionId m_id;
    std::string m_address;
    PrincipalPtr m_principal;
    quint64 m_userKey = 0;
    Request *m_requests = nullptr; // those not answered yet
    size_t m_requestsInFlight = 0;
    size_t m_requestBytesInFlight = 0;
    ClientCosts m_costs;
    SessionCounts m_counted;                 // but for what is in m_costs still
    std::unique_ptr<SlidingWindow> m_faults; // made at the first refusal for the client's own fault
};

/// Collects the answers to an array that a client sent; they go out as one array once all are there.
/// Thread: its I/O thread.
struct BatchReply {
    Session *session = nullptr; ///< Null once the connection is gone.
    std::string text;           ///< The answers so far, separated by commas.
    size_t pending = 0;         ///< Requests that are not answered yet, and one for the decoder while it decodes.
};

} // namespace sluice::server

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/demo/incidentclients.h"
#include "console/demo/incidentcourse.h"
#include "shared/base/result.h"

#include <QJsonObject>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace sluice::console {

/// Who is connected in the built-in incident, who was until lately, and their coming and going.
/// Thread: any (no shared state).
class IncidentConnections
{
public:
    /// What the course wants of a second.
    struct Second {
        int second = 0;
        quint64 open = 0;    ///< How many there should be.
        quint64 closing = 0; ///< How many leave by themselves.
        bool accepts = true; ///< Else nobody comes.
    };
    /// Sums over all, as samples tell them.
    struct Totals {
        quint64 open = 0;
        quint64 accepted = 0;
        quint64 closed = 0;
        quint64 users = 0;
        quint64 pendingBytes = 0;
    };
    /// Whether that client may come in.
    using Bar = std::function<bool(int client)>;

    /// As it is when the console opens. `loads`: of the last seconds, the newest last.
    void open(const Totals &totals, const std::deque<IncidentCourse::Load> &loads);
    void setMayEnter(Bar mayEnter) { m_mayEnter = std::move(mayEnter); }
    void step(const Second &now, const IncidentCourse::Load &load);
    [[nodiscard]] Totals totals() const;
    [[nodiscard]] int second() const { return m_now.second; }
    /// How many of the culprit's clients are connected and not silent, 0..1.
    [[nodiscard]] double culpritShare(const std::function<bool(int client)> &isSilent) const;
    /// How much the clients that `isMeant` names send now. Units: events per second.
    [[nodiscard]] double rateOf(const std::function<bool(int client)> &isMeant) const;
    [[nodiscard]] double rateOf(int client) const;
    /// The rows of `connections/list`, ordered by their ids. The numbers of their clients: clientOf().
    [[nodiscard]] const std::vector<admin::ConnectionRow> &rows() const;
    /// Requires: a connection has that id.
    [[nodiscard]] int clientOf(quint64 id) const;

    /// Closes that many more, as at the end of a drain.
    void closeSome(quint64 count);
    /// Closes those of which `isMeant` is true, at once.
    void closeThose(const std::function<bool(int client)> &isMeant, int code, const std::string &reason);

    /// `connections/list`, `connections/closed`, `connections/close`. Errors: as the server.
    [[nodiscard]] Result<QJsonObject> list(const QJsonObject &params) const;
    [[nodiscard]] Result<QJsonObject> closed(const QJsonObject &params) const;
    [[nodiscard]] Result<QJsonObject> close(const QJsonObject &params);

private:
    /// How a connection ends.
    struct Ending {
        int code = 0;
        bool byClient = false;
        std::string reason;
    };
    /// A close that was asked for and is still to come.
    struct Order {
        int second = 0;
        Ending ending;
    };
    /// Where a client sits.
    struct Seat {
        quint64 id = 0;          ///< 0: it is not connected.
        double since = 0;        ///< When it came or, not connected, left. Units: s.
        double flood = 0;        ///< Events beyond its usual ones.
        double floodRefused = 0; ///< Of these.
        std::optional<Order> order = {};
    };

    void seatAtOpening();
    static void countFlood(Seat &seat, const IncidentCourse::Load &load);
    void fillClosed();
    void carryOutOrders();
    void leave(quint64 count);
    void come(quint64 open);
    void vacate(int client, const Ending &ending);
    void keepClosed(admin::ClosedRow &&row);
    [[nodiscard]] static Ending usualEnding(double share);
    [[nodiscard]] admin::ConnectionRow rowOf(int client) const;
    [[nodiscard]] static quint64 count(double rate, double seconds);

    std::vector<Seat> m_seats{static_cast<size_t>(incidentclients::kCount)};
    std::deque<int> m_absent; ///< Who left first comes first.
    std::deque<admin::ClosedRow> m_closedRows;
    Bar m_mayEnter = [](int) { return true; };
    Second m_now;
    IncidentCourse::Load m_load;
    quint64 m_open = 0;
    quint64 m_accepted = 0;
    quint64 m_closed = 0;
    mutable std::vector<admin::ConnectionRow> m_rows; ///< Made when somebody wants them.
    mutable std::vector<int> m_clients;               ///< Of the rows.
};

} // namespace sluice::console

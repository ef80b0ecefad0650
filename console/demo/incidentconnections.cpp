// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentconnections.h"

#include "console/demo/incidentcourse.h"
#include "console/demo/incidentnoise.h"
#include "shared/admin/adminpage.h"
#include "shared/admin/closerequest.h"
#include "shared/admin/connectioncolumns.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

using admin::AdminParams;
using admin::ClosedRow;
using admin::ConnectionRow;
using admin::PageRequest;

// As long as the server keeps them.
constexpr size_t kMostClosed = 10'000;
constexpr int kClosedSeconds = 600;
constexpr double kMeanStay = 356; // s, with 35 that leave each second
constexpr int kAwaySeconds = 2;
constexpr quint64 kMostComing = 300; // a second
// Who has left lately came that many connections ago, or more.
constexpr quint64 kFirstClosed = 30'000;

// What kind of chance a number is for.
enum Channel { Present = 200, Stay, Leaver, EndingKind };

double lasting(double share)
{
    return -kMeanStay * std::log(1 - share);
}

/// The whole list of which an answer shows a part.
template <typename Row, typename Rows, typename Matches>
QJsonObject page(const PageRequest &request, const Rows &all, std::span<const admin::SortColumn<Row>> columns,
                 const Matches &matches)
{
    std::vector<const Row *> matching;
    for (const Row &row : all) {
        if (matches(row))
            matching.push_back(&row);
    }
    return request.answer(all.size(), std::move(matching), columns);
}

} // namespace

void IncidentConnections::open(const Totals &totals, const std::deque<IncidentCourse::Load> &loads)
{
    m_open = std::min<quint64>(totals.open, clients::kCount);
    m_accepted = totals.accepted;
    m_closed = totals.closed;
    m_load = loads.back();
    seatAtOpening();
    fillClosed();
    for (int client = 0; client < clients::kCount; ++client) {
        Seat &seat = m_seats[static_cast<size_t>(client)];
        const auto present = std::min(loads.size(), static_cast<size_t>(-seat.since));
        for (size_t ago = 0; clients::isCulprit(client) && ago < present; ++ago)
            countFlood(seat, loads[loads.size() - 1 - ago]);
    }
}

void IncidentConnections::seatAtOpening()
{
    std::vector<int> order(clients::kCount);
    for (int client = 0; client < clients::kCount; ++client)
        order[static_cast<size_t>(client)] = client;
    // The culprit is there; of the others chance decides who is not.
    std::sort(order.begin(), order.end(), [](int a, int b) {
        const auto rank = [](int client) { return clients::isCulprit(client) ? 0 : incidentShare(client, Present); };
        return rank(a) < rank(b);
    });
    m_absent.assign(order.begin() + static_cast<qsizetype>(m_open), order.end());
    for (const int client : m_absent)
        m_seats[static_cast<size_t>(client)].since = -kAwaySeconds;
    order.resize(m_open);
    const auto stay = [](int client) { return lasting(incidentShare(client, Stay)); };
    std::sort(order.begin(), order.end(), [&stay](int a, int b) { return stay(a) < stay(b); });
    quint64 id = m_accepted;
    for (const int client : order) {
        Seat &seat = m_seats[static_cast<size_t>(client)];
        seat.id = id--;
        seat.since = -stay(client);
        id -= static_cast<quint64>(incidentShare(client, Leaver) * 3); // who came meanwhile and has left again
    }
}

void IncidentConnections::fillClosed()
{
    constexpr int kASecond = 35;
    const int seconds = static_cast<int>(kMostClosed) / kASecond;
    for (int i = kASecond * seconds; i > 0; --i) {
        const int client = static_cast<int>(incidentShare(i, Leaver) * clients::kCount);
        const double lasted = lasting(incidentShare(i, Stay));
        const Ending ending = usualEnding(incidentShare(i, EndingKind));
        ClosedRow row;
        row.id = m_accepted - kFirstClosed - 4 * static_cast<quint64>(i);
        row.user = clients::userOf(client);
        row.roles = clients::rolesOf(client);
        row.address = clients::addressOf(client);
        row.closedAtMs = IncidentCourse::timeMsAt(0) - i * 1000LL / kASecond;
        row.lasted = std::chrono::milliseconds(static_cast<qint64>(lasted * 1000));
        row.code = ending.code;
        row.byClient = ending.byClient;
        row.reason = ending.reason;
        row.received = count(clients::usualRate(client), lasted);
        row.refused = count(clients::usualRate(client) * clients::usualRefusals(client), lasted);
        m_closedRows.push_back(std::move(row));
    }
}

IncidentConnections::Ending IncidentConnections::usualEnding(double share)
{
    if (share < 0.55)
        return {1001, true, {}};
    if (share < 0.86)
        return {1006, true, {}};
    if (share < 0.97)
        return {1000, true, {}};
    return share < 0.99 ? Ending{4009, false, "token expired"} : Ending{4008, false, "slow consumer"};
}

quint64 IncidentConnections::count(double rate, double seconds)
{
    return static_cast<quint64>(std::max(0.0, rate * seconds));
}

void IncidentConnections::step(const Second &now, const IncidentCourse::Load &load)
{
    m_now = now;
    m_load = load;
    m_rows.clear();
    for (int client = 0; client < clients::kCount; ++client) {
        Seat &seat = m_seats[static_cast<size_t>(client)];
        if (seat.id == 0 || !clients::isCulprit(client))
            continue;
        countFlood(seat, load);
    }
    carryOutOrders();
    leave(now.closing);
    if (now.accepts)
        come(now.open);
}

void IncidentConnections::countFlood(Seat &seat, const IncidentCourse::Load &load)
{
    seat.flood += load.culprit / clients::kCulpritClients;
    seat.floodRefused += load.culpritRefused / clients::kCulpritClients;
}

void IncidentConnections::carryOutOrders()
{
    for (int client = 0; client < clients::kCount; ++client) {
        const std::optional<Order> order = m_seats[static_cast<size_t>(client)].order;
        if (order && order->second <= m_now.second)
            vacate(client, order->ending);
    }
}

void IncidentConnections::leave(quint64 many)
{
    for (quint64 i = 0; i < many && m_open > 0; ++i) {
        const qint64 what = m_now.second * 1000LL + static_cast<qint64>(i);
        const auto client = static_cast<int>(incidentShare(what, Leaver) * clients::kCount);
        if (m_seats[static_cast<size_t>(client)].id != 0 && !clients::isCulprit(client))
            vacate(client, usualEnding(incidentShare(what, EndingKind)));
    }
}

void IncidentConnections::come(quint64 open)
{
    quint64 places = std::min(open > m_open ? open - m_open : 0, kMostComing);
    for (size_t looked = m_absent.size(); looked > 0 && places > 0; --looked) {
        const int client = m_absent.front();
        m_absent.pop_front();
        Seat &seat = m_seats[static_cast<size_t>(client)];
        if (!m_mayEnter(client) || seat.since + kAwaySeconds > m_now.second) {
            m_absent.push_back(client);
            continue;
        }
        seat = {.id = ++m_accepted, .since = static_cast<double>(m_now.second)};
        ++m_open;
        --places;
    }
}

void IncidentConnections::vacate(int client, const Ending &ending)
{
    const ConnectionRow left = rowOf(client);
    keepClosed({.id = left.id,
                .user = left.user,
                .roles = left.roles,
                .address = left.address,
                .closedAtMs = IncidentCourse::timeMsAt(m_now.second),
                .lasted = left.age,
                .code = ending.code,
                .byClient = ending.byClient,
                .reason = ending.reason,
                .received = left.received,
                .refused = left.refused});
    m_seats[static_cast<size_t>(client)] = {.since = static_cast<double>(m_now.second)};
    m_absent.push_back(client);
    m_rows.clear();
    --m_open;
    ++m_closed;
}

void IncidentConnections::keepClosed(ClosedRow &&row)
{
    m_closedRows.push_back(std::move(row));
    const qint64 oldestMs = IncidentCourse::timeMsAt(m_now.second - kClosedSeconds);
    while (m_closedRows.size() > kMostClosed || m_closedRows.front().closedAtMs < oldestMs)
        m_closedRows.pop_front();
}

IncidentConnections::Totals IncidentConnections::totals() const
{
    Totals totals{.open = m_open, .accepted = m_accepted, .closed = m_closed};
    std::vector<bool> seen(clients::kUsers);
    for (int client = 0; client < clients::kCount; ++client) {
        if (m_seats[static_cast<size_t>(client)].id == 0)
            continue;
        totals.pendingBytes += clients::pendingBytes(client, m_now.second);
        const int user = clients::userNumber(client);
        if (user < 0 || seen[static_cast<size_t>(user)])
            continue;
        seen[static_cast<size_t>(user)] = true;
        ++totals.users;
    }
    return totals;
}

double IncidentConnections::culpritShare(const std::function<bool(int client)> &isSilent) const
{
    int connected = 0;
    for (int client = 0; client < clients::kCount; ++client) {
        const bool isConnected = m_seats[static_cast<size_t>(client)].id != 0;
        connected += isConnected && clients::isCulprit(client) && !isSilent(client) ? 1 : 0;
    }
    return static_cast<double>(connected) / clients::kCulpritClients;
}

double IncidentConnections::rateOf(int client) const
{
    if (m_seats[static_cast<size_t>(client)].id == 0)
        return 0;
    const double flood = clients::isCulprit(client) ? m_load.culprit / clients::kCulpritClients : 0;
    return clients::usualRate(client) + flood;
}

double IncidentConnections::rateOf(const std::function<bool(int client)> &isMeant) const
{
    double rate = 0;
    for (int client = 0; client < clients::kCount; ++client)
        rate += isMeant(client) ? rateOf(client) : 0;
    return rate;
}

ConnectionRow IncidentConnections::rowOf(int client) const
{
    constexpr int kThreads = 4;
    const Seat &seat = m_seats[static_cast<size_t>(client)];
    const double age = m_now.second - seat.since;
    const double usual = clients::usualRate(client);
    ConnectionRow row;
    row.id = seat.id;
    row.user = clients::userOf(client);
    row.roles = clients::rolesOf(client);
    row.address = clients::addressOf(client);
    row.age = std::chrono::milliseconds(static_cast<qint64>(age * 1000));
    if (age > kAwaySeconds) // before, no ping was answered
        row.rtt = clients::roundTrip(client, m_now.second);
    row.inPerSecond = std::round(rateOf(client) * 100) / 100;
    row.limited = count(usual * clients::usualRefusals(client), age) + count(seat.floodRefused, 1);
    row.received = count(usual, age) + count(seat.flood, 1);
    row.refused = row.limited;
    row.pendingBytes = clients::pendingBytes(client, m_now.second);
    using State = admin::ConnectionState;
    const State usualState = row.user.empty() ? State::Anonymous : State::Ok;
    row.state = seat.order ? State::Closing : clients::isSlow(client) ? State::Slow : usualState;
    row.isTls = clients::isTls(client);
    row.thread = "io-" + std::to_string(seat.id % kThreads);
    row.claims = clients::claimsOf(client);
    return row;
}

const std::vector<ConnectionRow> &IncidentConnections::rows() const
{
    if (!m_rows.empty())
        return m_rows;
    m_clients.clear();
    for (int client = 0; client < clients::kCount; ++client) {
        if (m_seats[static_cast<size_t>(client)].id != 0)
            m_clients.push_back(client);
    }
    std::sort(m_clients.begin(), m_clients.end(),
              [this](int a, int b) { return m_seats[static_cast<size_t>(a)].id < m_seats[static_cast<size_t>(b)].id; });
    for (const int client : m_clients)
        m_rows.push_back(rowOf(client));
    return m_rows;
}

int IncidentConnections::clientOf(quint64 id) const
{
    const ConnectionRow *row = admin::findConnection(rows(), id);
    Q_ASSERT(row);
    return m_clients[static_cast<size_t>(row - m_rows.data())];
}

void IncidentConnections::closeSome(quint64 many)
{
    for (int client = 0; client < clients::kCount && many > 0; ++client) {
        if (m_seats[static_cast<size_t>(client)].id == 0)
            continue;
        vacate(client, {static_cast<int>(protocol::CloseCode::ServiceRestart), false, "the server drains"});
        --many;
    }
}

void IncidentConnections::closeThose(const std::function<bool(int client)> &isMeant, int code,
                                     const std::string &reason)
{
    for (int client = 0; client < clients::kCount; ++client) {
        if (m_seats[static_cast<size_t>(client)].id != 0 && isMeant(client))
            vacate(client, {code, false, reason});
    }
}

Result<QJsonObject> IncidentConnections::list(const QJsonObject &params) const
{
    AdminParams reader(params, PageRequest::fields());
    const PageRequest request = PageRequest::read(reader, admin::openColumns(), u"-age"_s);
    const auto filter = admin::ConnectionFilter::parse(reader.text(u"filter"_s, admin::kMaxFilterLength));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!filter)
        return admin::badFilter(filter.error());
    return page(request, rows(), admin::openColumns(),
                [&filter](const ConnectionRow &row) { return filter->matches(row); });
}

Result<QJsonObject> IncidentConnections::closed(const QJsonObject &params) const
{
    AdminParams reader(params, PageRequest::fields());
    const PageRequest request = PageRequest::read(reader, admin::closedColumns(), u"-closedAt"_s);
    const auto filter = admin::ClosedFilter::parse(reader.text(u"filter"_s, admin::kMaxFilterLength));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!filter)
        return admin::badFilter(filter.error());
    const qint64 nowMs = IncidentCourse::timeMsAt(m_now.second);
    return page(request, m_closedRows, admin::closedColumns(),
                [&filter, nowMs](const ClosedRow &row) { return filter->matches(row, nowMs); });
}

Result<QJsonObject> IncidentConnections::close(const QJsonObject &params)
{
    const Result<admin::CloseRequest> request = admin::CloseRequest::read(params);
    if (!request)
        return tl::unexpected(request.error());
    const admin::CloseTargets targets = request->targets(rows());
    const auto many = static_cast<double>(targets.ids.size());
    if (request->hasGrown(targets.ids.size()))
        return failure(ErrorCode::Conflict,
                       QByteArrayLiteral("{\"matching\":") + QByteArray::number(many, 'f', 0) + '}');
    const auto spread = std::chrono::ceil<std::chrono::seconds>(request->spread).count();
    const Ending ending{static_cast<int>(request->code), false, request->closeReason()};
    for (size_t i = 0; i < targets.ids.size(); ++i) {
        const auto after = static_cast<int>(static_cast<size_t>(spread) * i / targets.ids.size());
        m_seats[static_cast<size_t>(clientOf(targets.ids[i]))].order = {m_now.second + after, ending};
    }
    carryOutOrders();
    m_rows.clear();
    return QJsonObject{{u"closing"_s, many}, {u"unknown"_s, targets.unknown}};
}

} // namespace sluice::console

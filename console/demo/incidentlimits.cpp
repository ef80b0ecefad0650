// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentlimits.h"

#include "console/demo/incidentnoise.h"
#include "shared/admin/adminparams.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace sluice::console {

using namespace Qt::StringLiterals;
namespace clients = incidentclients;

namespace {

using admin::AdminParams;
using admin::invalidParam;
using Load = IncidentCourse::Load;

constexpr size_t kSpanSeconds = 600;
constexpr int kMinuteMs = 60'000;
constexpr int kSecondMs = 1000;
constexpr double kMinuteSeconds = 60;
constexpr double kHandlerUs = 940; // of an event, in the mean
constexpr qint64 kMostKeys = 100;
constexpr qint64 kMostRows = 100;
constexpr qint64 kDefaultRows = 20;
constexpr qsizetype kMaxName = 256;
constexpr double kUncertain = 0.02; // of what a what-if tells

struct CostName {
    QLatin1StringView name;
    QLatin1StringView unit;
};
constexpr std::array kCosts{CostName{"events"_L1, "events"_L1}, CostName{"refusals"_L1, "events"_L1},
                            CostName{"handler-time"_L1, "us"_L1}, CostName{"pushes-lost"_L1, "messages"_L1},
                            CostName{"pending-bytes"_L1, "bytes"_L1}};

/// How many users the limit would refuse something, by the tail of IncidentCourse::usersRefusedAt().
double usersBeyond(double perUserPerMinute)
{
    return std::min<double>(clients::kUsers, 300 * std::pow(perUserPerMinute / 100, -2.6));
}

} // namespace

IncidentLimits::IncidentLimits(const IncidentConnections &connections, const IncidentEvents &events)
    : m_connections(connections)
    , m_events(events)
{
}

void IncidentLimits::step(const Load &load)
{
    m_recent.push_back(load);
    if (m_recent.size() > kSpanSeconds)
        m_recent.pop_front();
    m_usersRefused += load.usersRefused + load.culpritRefused;
    if (m_bounds.isUserDryRun)
        m_usersWouldRefuse += IncidentCourse::usersRefusedAt(m_bounds.perUserPerMinute)
            + std::max(0.0, load.culprit - m_bounds.perUserPerMinute / kMinuteSeconds);
}

double IncidentLimits::total(double Load::*what) const
{
    double sum = 0;
    for (const Load &load : m_recent)
        sum += load.*what;
    return sum;
}

std::vector<IncidentLimits::Limit> IncidentLimits::limits() const
{
    std::vector<Limit> all{
        {u"global"_s, u"rate-limits.global-per-second"_s, m_bounds.globalPerSecond, kSecondMs},
        {u"address"_s, u"rate-limits.per-ip-per-minute"_s, m_bounds.perAddressPerMinute, kMinuteMs},
        {u"user"_s, u"rate-limits.per-user-per-minute"_s, m_bounds.perUserPerMinute, kMinuteMs},
    };
    all.back().isDryRun = m_bounds.isUserDryRun;
    for (Limit &limit : all)
        limit.isOff = limit.count == 0;
    for (int event = 0; event < IncidentEvents::kCount; ++event)
        all.push_back({u"event"_s, u"rate-limits.enforce-per-event"_s, IncidentEvents::kind(event).limit, kMinuteMs,
                       event, !m_bounds.perEvent});
    return all;
}

double IncidentLimits::windowsOf(const Limit &limit) const
{
    constexpr double kASecondEvent = 0.62; // of those who are there have sent it within the minute
    if (limit.scope == "global"_L1)
        return limit.isOff ? 0 : 1;
    if (limit.isOff)
        return 0;
    const IncidentConnections::Totals totals = m_connections.totals();
    if (limit.scope == "address"_L1)
        return static_cast<double>(totals.open);
    const auto users = static_cast<double>(totals.users);
    return limit.event < 0 ? users
                           : std::floor(users * std::pow(IncidentEvents::kind(limit.event).share, 0.3) * kASecondEvent);
}

QJsonObject IncidentLimits::list() const
{
    const Load now = m_recent.empty() ? Load() : m_recent.back();
    QJsonArray rows;
    for (const Limit &limit : limits()) {
        const bool isOfUsers = limit.scope == "user"_L1;
        double refused = isOfUsers ? m_usersRefused : 0;
        double perSecond = isOfUsers ? now.usersRefused + now.culpritRefused : 0;
        if (limit.event >= 0) {
            refused = m_events.counts(limit.event).limitedByEvent;
            perSecond = IncidentEvents::kind(limit.event).refusedShare * now.eventsRefused;
        }
        QJsonObject row{{u"scope"_s, limit.scope},
                        {u"key"_s, limit.key},
                        {u"limit"_s, limit.count},
                        {u"windowMs"_s, limit.windowMs},
                        {u"mode"_s,
                         limit.isOff          ? u"off"_s
                             : limit.isDryRun ? u"dry-run"_s
                                              : u"enforce"_s},
                        {u"keys"_s, windowsOf(limit)},
                        {u"refused"_s, std::floor(refused)},
                        {u"wouldRefuse"_s, isOfUsers ? std::floor(m_usersWouldRefuse) : 0},
                        {u"refusedPerSecond"_s, perSecond}};
        if (limit.event >= 0)
            row[u"event"_s] = IncidentEvents::kind(limit.event).id;
        rows.append(row);
    }
    return QJsonObject{{u"limits"_s, rows}};
}

std::vector<IncidentLimits::Amount> IncidentLimits::amounts(const std::function<double(int client)> &amountOf,
                                                            bool byAddress) const
{
    std::vector<double> ofUsers(clients::kUsers);
    std::vector<Amount> all;
    for (int client = 0; client < clients::kCount; ++client) {
        const int user = clients::userNumber(client);
        const double amount = std::floor(amountOf(client));
        if (!byAddress && user >= 0)
            ofUsers[static_cast<size_t>(user)] += amount;
        else if (amount > 0)
            all.push_back({QString::fromStdString(clients::addressOf(client)), false, amount});
    }
    for (int user = 0; user < clients::kUsers; ++user) {
        if (const double amount = ofUsers[static_cast<size_t>(user)]; amount > 0)
            all.push_back({QString::fromStdString(clients::nameOf(user)), true, amount});
    }
    std::sort(all.begin(), all.end(), [](const Amount &a, const Amount &b) {
        return a.amount != b.amount ? a.amount > b.amount : a.name < b.name;
    });
    return all;
}

Result<QJsonObject> IncidentLimits::keys(const QJsonObject &params) const
{
    AdminParams reader(params, {u"scope"_s, u"event"_s, u"sort"_s, u"limit"_s});
    const QString scope = reader.choice(u"scope"_s, {u"address"_s, u"user"_s, u"event"_s});
    const QString event = reader.text(u"event"_s, kMaxName);
    const QString sort = reader.choice(u"sort"_s, {u"used"_s, u"-used"_s});
    const auto most = static_cast<size_t>(reader.integer(u"limit"_s, 1, kMostKeys).value_or(kMostKeys));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (scope.isEmpty())
        return invalidParam("scope", "is missing");
    const std::vector<Limit> all = limits();
    const auto limit = std::find_if(all.begin(), all.end(), [&](const Limit &one) {
        return one.scope == scope && (one.event < 0 ? event.isEmpty() : event == IncidentEvents::kind(one.event).id);
    });
    if (limit == all.end())
        return invalidParam("event", "there is no such limit");
    if (limit->isOff)
        return QJsonObject{{u"rows"_s, QJsonArray()}};

    const auto asked = [&](int client) {
        if (limit->event < 0)
            return kMinuteSeconds * m_connections.rateOf(client);
        const double usual = clients::usualRate(client) * IncidentEvents::kind(limit->event).share;
        const bool isImport = limit->event == IncidentEvents::kImport && clients::isCulprit(client);
        return kMinuteSeconds * (isImport ? m_connections.rateOf(client) : usual);
    };
    std::vector<Amount> used = amounts(asked, scope == "address"_L1);
    if (sort == "used"_L1)
        std::reverse(used.begin(), used.end());
    used.resize(std::min(used.size(), most));
    QJsonArray rows;
    for (const Amount &one : used) {
        const double filled = std::min<double>(one.amount, limit->count);
        const double free = filled < limit->count ? 0 : 1 + std::floor(900 * incidentShare(rows.size(), 300));
        rows.append(
            QJsonObject{{u"key"_s, one.name}, {u"used"_s, filled}, {u"limit"_s, limit->count}, {u"freeInMs"_s, free}});
    }
    return QJsonObject{{u"rows"_s, rows}};
}

Result<QJsonObject> IncidentLimits::top(const QJsonObject &params) const
{
    constexpr double kLostBySlow = 4000;
    constexpr double kError = 0.004;
    AdminParams reader(params, {u"by"_s, u"limit"_s});
    const QString by = reader.text(u"by"_s, kMaxName);
    const auto most = static_cast<size_t>(reader.integer(u"limit"_s, 1, kMostRows).value_or(kDefaultRows));
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const auto cost = std::find_if(kCosts.begin(), kCosts.end(), [&by](const CostName &one) { return by == one.name; });
    if (cost == kCosts.end())
        return invalidParam("by", "must be events, refusals, handler-time, pushes-lost or pending-bytes");

    const auto seconds = static_cast<double>(m_recent.size());
    const double flood = total(&Load::culprit) / clients::kCulpritClients;
    const double floodRefused = total(&Load::culpritRefused) / clients::kCulpritClients;
    const auto amountOf = [&](int client) {
        const double sent = clients::usualRate(client) * seconds + (clients::isCulprit(client) ? flood : 0);
        if (by == "events"_L1)
            return sent;
        if (by == "handler-time"_L1)
            return sent * kHandlerUs;
        if (by == "refusals"_L1)
            return clients::usualRate(client) * clients::usualRefusals(client) * seconds
                + (clients::isCulprit(client) ? floodRefused : 0);
        if (by == "pushes-lost"_L1)
            return clients::isSlow(client) ? kLostBySlow * incidentShare(client, 301) : 0;
        const bool isThere = m_connections.rateOf(client) > 0;
        return isThere ? static_cast<double>(clients::pendingBytes(client, m_connections.second())) : 0;
    };
    std::vector<Amount> all = amounts(amountOf, false);
    all.resize(std::min(all.size(), most));
    QJsonArray rows;
    for (const Amount &one : all)
        rows.append(QJsonObject{{u"name"_s, one.name},
                                {u"kind"_s, one.isUser ? u"user"_s : u"address"_s},
                                {u"amount"_s, one.amount},
                                {u"error"_s, std::floor(one.amount * kError)}});
    return QJsonObject{{u"by"_s, cost->name},
                       {u"unit"_s, cost->unit},
                       {u"spanMs"_s, static_cast<qint64>(m_recent.size()) * kSecondMs},
                       {u"rows"_s, rows}};
}

QJsonObject IncidentLimits::whatIf(const QString &key, int limit) const
{
    const bool isOfUsers = key == "rate-limits.per-user-per-minute"_L1;
    const bool isOfAddresses = key == "rate-limits.per-ip-per-minute"_L1;
    if (!isOfUsers && !isOfAddresses && key != "rate-limits.global-per-second"_L1)
        return {};
    double refused = 0;
    double culpritRefused = 0;
    for (const Load &load : m_recent) {
        if (limit == 0)
            break;
        if (!isOfUsers && !isOfAddresses) {
            refused += std::max(0.0, load.received - limit);
            continue;
        }
        // An address is that of one client, so the culprit has three.
        const double perSecond = limit / kMinuteSeconds * (isOfUsers ? 1 : clients::kCulpritClients);
        refused += IncidentCourse::usersRefusedAt(limit);
        culpritRefused += std::max(0.0, load.culprit - perSecond);
    }
    const double all = std::floor(refused + culpritRefused);
    const double error = std::ceil(all * kUncertain);
    const bool isOfAll = !isOfUsers && !isOfAddresses;
    const double keys =
        isOfAll ? (all > 0 ? 1 : 0) : std::floor(limit > 0 ? usersBeyond(limit) : 0) + (culpritRefused > 0 ? 1 : 0);
    const double actual = isOfUsers ? std::floor(total(&Load::usersRefused) + total(&Load::culpritRefused)) : 0;
    return {{u"kind"_s, u"limit"_s},
            {u"windowSeconds"_s, static_cast<double>(m_recent.size())},
            {u"asked"_s, std::floor(total(&Load::received))},
            {u"wouldRefuse"_s, all},
            {u"plusMinus"_s, error},
            {u"keys"_s, keys},
            {u"keysPlusMinus"_s, std::ceil((keys - 1) * kUncertain)},
            {u"actuallyRefused"_s, actual},
            {u"heldBack"_s, actual > all + error}};
}

} // namespace sluice::console

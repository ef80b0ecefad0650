// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentcourse.h"

#include "console/demo/incidentdrain.h"
#include "console/demo/incidentnoise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// When what begins. Units: seconds from the opening.
constexpr int kWave = -395;  // a balancer's probe fails: clients reconnect
constexpr int kFlood = -292; // one user sends more than a thousand do
constexpr int kSecondRise = -34;

constexpr quint64 kWorkersBefore = 10;
constexpr double kFloodRate = 1817; // events per second
constexpr double kImportRate = 420;
constexpr double kCapacity = 50'000; // that lanes are told in parts of

double eased(double share)
{
    return 0.5 - 0.5 * std::cos(std::clamp(share, 0.0, 1.0) * std::numbers::pi);
}

/// 0, rising to 1, staying there, falling back.
double bump(int second, int start, int rise, int hold, int fall)
{
    const double into = second - start;
    if (into < 0 || into > rise + hold + fall)
        return 0;
    if (into < rise)
        return eased(into / rise);
    return into < rise + hold ? 1 : 1 - eased((into - rise - hold) / fall);
}

double surgeAt(int second)
{
    return bump(second, kFlood, 70, IncidentCourse::kMoreWorkers - kFlood - 70, 70);
}

quint64 level(double value)
{
    return static_cast<quint64>(std::max(0.0, std::round(value)));
}

void add(quint64 &total, double amount)
{
    total += level(amount);
}

} // namespace

IncidentCourse::IncidentCourse()
{
    m_now.epoch = u"incident"_s;
    m_now.sequence = 1'000'000;
    m_now.eventsReceived = static_cast<quint64>(kCapacity); // so that what is inside has come
}

double IncidentCourse::noise(int channel) const
{
    return 2 * incidentShare(m_second + 1'000'000, channel) - 1;
}

admin::Snapshot IncidentCourse::next()
{
    ++m_second;
    ++m_now.sequence;
    m_now.timeMs = timeMsAt(m_second);
    m_now.uptimeMs = uptimeMsAt(m_second);
    m_now.configRevision = m_second < kMoreWorkers ? kFirstRevision : kFirstRevision + 1;
    m_now.queueCapacity = m_influence.queueCapacity;
    m_now.alertThreshold = m_influence.alertThreshold;
    m_now.dropThreshold = m_influence.dropThreshold;
    setLoad();
    setConnections();
    setQueue();
    settle(m_now);
    return m_now;
}

// Demand has a long tail (Pareto's, of exponent 2.6): what goes beyond a limit falls with the limit's power of 1.6.
double IncidentCourse::usersRefusedAt(double perUserPerMinute)
{
    constexpr double kAt = 100;
    constexpr double kRefused = 40;
    constexpr double kMost = 9000;
    return perUserPerMinute <= 0 ? 0 : std::min(kMost, kRefused * std::pow(perUserPerMinute / kAt, -1.6));
}

double IncidentCourse::admitted(double perSecond) const
{
    constexpr double kSecondsPerMinute = 60;
    const auto limit = static_cast<double>(m_influence.perUserPerMinute) / kSecondsPerMinute;
    return limit > 0 ? std::min(perSecond, limit) : perSecond;
}

void IncidentCourse::setLoad()
{
    const double slow = std::sin(m_second / 900.0);
    const double flood = kFloodRate * surgeAt(m_second);
    const double imports = kImportRate * bump(m_second, kSecondRise, 60, 3600, 60);
    m_load.culprit = (flood + imports) * m_influence.culprit;
    m_load.culpritRefused = m_load.culprit - admitted(m_load.culprit);
    m_load.usersRefused = usersRefusedAt(static_cast<double>(m_influence.perUserPerMinute));
    m_load.eventsRefused = 26 + 6 * noise(2);
    m_load.received = 9600 + 300 * slow + 250 * noise(1) + m_load.culprit;
    add(m_now.eventsReceived, m_load.received);
    add(m_now.refusedRateLimited, m_load.eventsRefused + m_load.usersRefused + m_load.culpritRefused);
    add(m_now.refusedUnauthorized, 4 + noise(3));
    add(m_now.refusedInvalid, 0.3 + 0.3 * noise(4));
    add(m_now.eventsFailed, noise(5) > 0.6 ? 1 : 0);
    add(m_now.eventsTimedOut, surgeAt(m_second) > 0.8 && noise(6) > 0 ? 1 : 0);
    add(m_now.broadcastSends, 88'000 + 8000 * noise(7) + 4000 * std::sin(m_second / 40.0));
    m_now.broadcastsQueued = level(3 + 2 * noise(11));
    m_now.residentBytes = level(412e6 + 40e6 * surgeAt(m_second));
    m_now.cpuShare = 0.62 + 0.2 * surgeAt(m_second) + 0.03 * noise(13);
}

void IncidentCourse::setConnections()
{
    const double dip = bump(m_second, kWave, 5, 3, 34);
    const quint64 before = m_now.connectionsOpen;
    m_now.connectionsOpen = level(12'460 + 15 * std::sin(m_second / 900.0) - 638 * dip + 14 * noise(8));
    m_closing = level(35 + 4 * noise(10) + (dip > 0.2 ? 60 : 0));
    if (before > m_now.connectionsOpen)
        m_closing = std::max(m_closing, before - m_now.connectionsOpen);
    m_now.connectionsClosed += m_closing;
    m_now.connectionsAccepted += m_closing + m_now.connectionsOpen - before;
    m_now.usersConnected = level(0.7835 * static_cast<double>(m_now.connectionsOpen));
    m_now.outboundBytes = level(2'030'000 + 30'000 * noise(12));
}

void IncidentCourse::setQueue()
{
    constexpr double kEase = 0.04; // a second
    const double surge = surgeAt(m_second);
    const double imports = kImportRate * m_influence.culprit;
    m_hold += std::clamp(admitted(imports) / kImportRate - m_hold, -kEase, kEase);
    const double second = m_hold * bump(m_second, kSecondRise, 60, 3600, 60);
    m_now.laneDepth = {level(kCapacity * (0.03 + 0.05 * surge + 0.003 * noise(20))),
                       level(kCapacity * (0.09 + 0.29 * surge + 0.03 * second + 0.006 * noise(21))),
                       level(kCapacity * (0.12 + 0.30 * surge + 0.44 * second + 0.006 * noise(22)))};
    m_now.workers = m_second < kMoreWorkers ? kWorkersBefore : m_influence.workers;
    const auto started = IncidentDrain::perSecond(m_now.workers);
    for (size_t lane = 0; lane < started.size(); ++lane)
        m_now.laneStarted[lane] += static_cast<quint64>(started[lane]);
    const auto workers = static_cast<double>(m_now.workers);
    const double busy = m_second < kMoreWorkers ? (0.72 + 0.27 * surge) * kWorkersBefore
                                                : (0.66 + 0.30 * std::max(surge, second)) * kWorkers;
    m_now.workersBusy = std::min(m_now.workers, level(busy + 0.06 * workers * noise(23)));
    m_now.workerBusyShare = std::clamp(busy / workers + 0.02 * noise(24), 0.0, 1.0);
    m_now.inFlight = m_now.workersBusy + 12;
    const double wait = 18 + 420 * surge + 90 * second;
    m_now.queueWait = {9600, wait * 200, wait * 620, wait * 1000, wait * 1300};
    m_now.latency = {9600, (11 + 18 * surge + 1.2 * noise(25)) * 1000, (46 + 158 * surge + 5 * noise(26)) * 1000,
                     (131 + 505 * surge + 66 * second + 16 * noise(27)) * 1000, 2.1e6};
    m_now.overload = surge > 0.9 ? admin::OverloadState::Alert : admin::OverloadState::Normal;
}

void IncidentCourse::settle(admin::Snapshot &sample)
{
    sample.eventsSucceeded = sample.eventsReceived - sample.queueDepth() - sample.inFlight - sample.refusedRateLimited
        - sample.refusedUnauthorized - sample.refusedInvalid - sample.refusedDraining - sample.eventsFailed
        - sample.eventsTimedOut - sample.eventsAbandoned;
}

QList<admin::Marker> IncidentCourse::markers()
{
    const auto marker = [](admin::Marker::Kind kind, int second, const QString &text, const QString &by,
                           quint64 number = 0) {
        return admin::Marker{kind, timeMsAt(second), uptimeMsAt(second), text, by, number};
    };
    using Kind = admin::Marker::Kind;
    return {marker(Kind::ConfigChanged, kCampaign, u"revision 16: rate-limits.per-user-per-minute"_s, u"jonas@ops"_s,
                   kFirstRevision),
            marker(Kind::ConfigChanged, kMoreWorkers, u"revision 17: channels.worker-pool-size"_s, u"mira@ops"_s,
                   kFirstRevision + 1)};
}

} // namespace sluice::console

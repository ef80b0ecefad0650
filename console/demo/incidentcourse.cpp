// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentcourse.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

// When what begins. Units: seconds from the opening.
constexpr int kWave = -395;   // a balancer's probe fails: clients reconnect
constexpr int kFlood = -292;  // one user sends what seven did before
constexpr int kChange = -168; // an operator acts
constexpr int kSecondRise = -34;
constexpr int kOldChange = -9000;

constexpr quint64 kRevision = 17;

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
    return bump(second, kFlood, 70, kChange - kFlood - 70, 70);
}

quint64 level(double value)
{
    return static_cast<quint64>(std::max(0.0, std::round(value)));
}

void add(quint64 &total, double amount)
{
    total += level(amount);
}

QJsonObject change(const QString &key, const QJsonValue &before, const QJsonValue &after)
{
    return {{u"key"_s, key}, {u"before"_s, before}, {u"after"_s, after}};
}

QJsonObject revision(quint64 number, int second, const QString &by, const QString &reason, const QJsonArray &changes)
{
    return {{u"revision"_s, static_cast<qint64>(number)},
            {u"by"_s, by},
            {u"reason"_s, reason},
            {u"atMs"_s, IncidentCourse::timeMsAt(second)},
            {u"reverts"_s, QJsonValue()},
            {u"persisted"_s, false},
            {u"changes"_s, changes}};
}

} // namespace

IncidentCourse::IncidentCourse()
{
    m_now.epoch = u"incident"_s;
    m_now.queueCapacity = 50'000;
    m_now.alertThreshold = 0.7;
    m_now.dropThreshold = 0.9;
    m_now.usersConnected = 9812;
    m_now.sequence = 1'000'000;
}

double IncidentCourse::noise(int channel) const
{
    // SplitMix64: the same everywhere, unlike the standard library's distributions.
    quint64 state = static_cast<quint64>(m_second + 1'000'000) * 0x9e3779b97f4a7c15ULL
        + static_cast<quint64>(channel) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
    state ^= state >> 31;
    return static_cast<double>(state >> 11) / static_cast<double>(1ULL << 52) - 1;
}

admin::Snapshot IncidentCourse::next()
{
    ++m_second;
    ++m_now.sequence;
    m_now.timeMs = timeMsAt(m_second);
    m_now.uptimeMs = uptimeMsAt(m_second);
    m_now.configRevision = m_second < kChange ? kRevision - 1 : kRevision;
    setLoad();
    setQueue();
    return m_now;
}

void IncidentCourse::setLoad()
{
    const double surge = surgeAt(m_second);
    const double slow = std::sin(m_second / 900.0);
    const double received = 9600 + 300 * slow + 1900 * surge + 250 * noise(1);
    const double refused = 26 + 150 * bump(m_second, kFlood, 3, kChange - kFlood, 3) + (surge > 0 ? 22 : 6) * noise(2);
    const double caughtUp = 1500 * bump(m_second, kChange + 2, 4, 26, 12);
    add(m_now.eventsReceived, received);
    add(m_now.refusedRateLimited, refused);
    add(m_now.refusedUnauthorized, 4 + noise(3));
    add(m_now.refusedInvalid, 0.3 + 0.3 * noise(4));
    add(m_now.eventsSucceeded, received - refused - 5 - 420 * surge + caughtUp);
    add(m_now.eventsFailed, noise(5) > 0.6 ? 1 : 0);
    add(m_now.eventsTimedOut, surge > 0.8 && noise(6) > 0 ? 1 : 0);
    add(m_now.broadcastSends, 88'000 + 8000 * noise(7) + 4000 * std::sin(m_second / 40.0));
    const double dip = bump(m_second, kWave, 5, 3, 34);
    m_now.connectionsOpen = level(12'460 + 60 * slow - 638 * dip + 14 * noise(8));
    add(m_now.connectionsAccepted, 38 + 4 * noise(9) + 20 * dip);
    add(m_now.connectionsClosed, 35 + 4 * noise(10) + (dip > 0.2 ? 60 : 0));
    m_now.broadcastsQueued = level(3 + 2 * noise(11));
    m_now.outboundBytes = level(2'400'000 + 300'000 * noise(12));
    m_now.residentBytes = level(412e6 + 40e6 * surge);
    m_now.cpuShare = 0.62 + 0.2 * surge + 0.03 * noise(13);
}

void IncidentCourse::setQueue()
{
    const double surge = surgeAt(m_second);
    const double second = bump(m_second, kSecondRise, 60, 3600, 60);
    const auto capacity = static_cast<double>(m_now.queueCapacity);
    m_now.laneDepth = {level(capacity * (0.03 + 0.05 * surge + 0.003 * noise(20))),
                       level(capacity * (0.09 + 0.29 * surge + 0.03 * second + 0.006 * noise(21))),
                       level(capacity * (0.12 + 0.30 * surge + 0.44 * second + 0.006 * noise(22)))};
    m_now.workers = m_second < kChange ? 10 : 14;
    const double busy = m_second < kChange ? 0.72 + 0.27 * surge : 0.66 + 0.30 * std::max(surge, second);
    m_now.workersBusy = std::min(m_now.workers, level(static_cast<double>(m_now.workers) * (busy + 0.06 * noise(23))));
    m_now.workerBusyShare = std::clamp(busy + 0.02 * noise(24), 0.0, 1.0);
    m_now.inFlight = m_now.workersBusy + 12;
    const double wait = 18 + 420 * surge + 90 * second;
    m_now.queueWait = {9600, wait * 200, wait * 620, wait * 1000, wait * 1300};
    m_now.latency = {9600, (11 + 18 * surge + 1.2 * noise(25)) * 1000, (46 + 158 * surge + 5 * noise(26)) * 1000,
                     (131 + 505 * surge + 66 * second + 16 * noise(27)) * 1000, 2.1e6};
    m_now.overload = surge > 0.9 ? admin::OverloadState::Alert : admin::OverloadState::Normal;
}

QList<admin::Marker> IncidentCourse::markers()
{
    const auto marker = [](admin::Marker::Kind kind, int second, const QString &text, const QString &by,
                           quint64 number = 0) {
        return admin::Marker{kind, timeMsAt(second), uptimeMsAt(second), text, by, number};
    };
    using Kind = admin::Marker::Kind;
    return {
        marker(Kind::ConfigChanged, kOldChange, u"revision 16: rate-limits.per-user-per-minute"_s, u"jonas@ops"_s,
               kRevision - 1),
        marker(Kind::ConfigChanged, kChange, u"revision 17: channels.worker-pool-size"_s, u"mira@ops"_s, kRevision)};
}

QJsonArray IncidentCourse::revisions()
{
    return {revision(kRevision - 1, kOldChange, u"jonas@ops"_s, u"campaign ends"_s,
                     {change(u"rate-limits.per-user-per-minute"_s, 200, 100)}),
            revision(kRevision, kChange, u"mira@ops"_s, u"queue alert, CPU has room"_s,
                     {change(u"channels.worker-pool-size"_s, 10, 14)})};
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentdrain.h"

#include "shared/admin/adminparams.h"

#include <algorithm>
#include <numeric>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

using admin::AdminParams;
using admin::DrainProgress;

constexpr qint64 kMaxGraceMs = 3'600'000;
constexpr double kFastLane = 4500;   // events per second
constexpr double kLowPerWorker = 50; // so too

constexpr std::array kPhaseNames{"resumed"_L1,       "balancer-grace"_L1, "finish-work"_L1, "flush-broadcasts"_L1,
                                 "close-clients"_L1, "drained"_L1,        "stopping"_L1};

quint64 sum(const std::array<quint64, admin::kLaneCount> &lanes)
{
    return std::accumulate(lanes.begin(), lanes.end(), quint64{0});
}

} // namespace

std::array<double, admin::kLaneCount> IncidentDrain::perSecond(quint64 workers)
{
    return {kFastLane, kFastLane, kLowPerWorker * static_cast<double>(workers)};
}

Result<DrainProgress> IncidentDrain::plan(const QJsonObject &params, const Defaults &defaults, const Inside &inside,
                                          const QString &by) const
{
    AdminParams reader(params, {u"graceMs"_s, u"closeSpreadMs"_s, u"reason"_s});
    DrainProgress plan;
    plan.phase = kPhaseNames[static_cast<size_t>(Phase::BalancerGrace)];
    plan.graceMs = reader.integer(u"graceMs"_s, 0, kMaxGraceMs).value_or(defaults.graceMs);
    plan.closeSpreadMs =
        std::min(reader.integer(u"closeSpreadMs"_s, 0, kMaxGraceMs).value_or(defaults.closeSpreadMs), plan.graceMs / 2);
    plan.reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    plan.queued = plan.queuedAtStart = sum(inside.lanes);
    plan.inFlight = inside.inFlight;
    plan.connections = plan.connectionsAtStart = inside.connections;
    plan.requestedBy = by;
    return plan;
}

Result<DrainProgress> IncidentDrain::begin(const QJsonObject &params, const Defaults &defaults, const Inside &inside,
                                           const QString &by, bool thenExit)
{
    const Result<DrainProgress> planned = plan(params, defaults, inside, by);
    if (!planned)
        return planned;
    if (isRunning()) {
        m_progress.thenExit = m_progress.thenExit || thenExit;
        if (m_phase == Phase::Drained && thenExit)
            enter(Phase::Stopping);
        return m_progress;
    }
    m_progress = *planned;
    m_progress.thenExit = thenExit;
    m_balancerGraceMs = defaults.balancerGraceMs;
    m_lanes = inside.lanes;
    enter(Phase::BalancerGrace);
    return m_progress;
}

bool IncidentDrain::allows(Change change) const
{
    const bool beforeCloses = m_phase > Phase::None && m_phase < Phase::CloseClients;
    switch (change) {
    case Change::Extend: return beforeCloses;
    case Change::Pause: return beforeCloses && !m_progress.paused;
    case Change::Continue: return beforeCloses && m_progress.paused;
    case Change::Force: return beforeCloses || m_phase == Phase::CloseClients;
    case Change::Resume: break;
    }
    return beforeCloses || (isRunning() && !m_progress.thenExit);
}

Result<DrainProgress> IncidentDrain::change(Change change, const QJsonObject &params)
{
    const bool extends = change == Change::Extend;
    AdminParams reader(params, extends ? QStringList{u"byMs"_s, u"reason"_s} : QStringList{u"reason"_s});
    const qint64 moreMs = extends ? reader.requiredInteger(u"byMs"_s, 1, kMaxGraceMs) : 0;
    [[maybe_unused]] const QString reason = reader.text(u"reason"_s, AdminParams::kMaxReasonLength);
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    if (!allows(change))
        return failure(ErrorCode::Conflict, R"({"reason":"no drain is under way of which that can be asked now"})",
                       u"no drain is under way of which that can be asked now"_s);
    m_progress.graceMs += moreMs;
    if (change == Change::Pause || change == Change::Continue)
        m_progress.paused = change == Change::Pause;
    if (change == Change::Resume)
        enter(Phase::None);
    if (change == Change::Force) {
        m_progress.paused = false;
        abandonWork();
        m_progress.closeSpreadMs = 0;
        enter(Phase::CloseClients);
    }
    return m_progress;
}

void IncidentDrain::enter(Phase phase)
{
    m_phase = phase;
    m_phaseBeganMs = m_progress.elapsedMs;
    m_progress.phase = kPhaseNames[static_cast<size_t>(phase)];
}

// The clients' share of the grace comes last and is kept for them.
qint64 IncidentDrain::workDeadlineMs() const
{
    return m_progress.graceMs - (m_progress.connections > 0 ? m_progress.closeSpreadMs : 0);
}

void IncidentDrain::count(const Inside &inside)
{
    if (!refusesEvents())
        m_lanes = inside.lanes;
    m_progress.connections = inside.connections;
    m_progress.queued = sum(m_lanes);
    m_progress.inFlight = m_progress.queued > 0 ? std::min<quint64>(inside.workers, m_progress.queued) : 0;
}

void IncidentDrain::finishWork(std::chrono::milliseconds by, quint64 workers)
{
    const double seconds = std::chrono::duration<double>(by).count();
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const quint64 done = std::min(m_lanes[lane], static_cast<quint64>(perSecond(workers)[lane] * seconds));
        m_lanes[lane] -= done;
        m_progress.answered += done;
    }
}

void IncidentDrain::abandonWork()
{
    m_progress.abandoned += sum(m_lanes);
    m_abandonedInAll += sum(m_lanes);
    m_lanes = {};
    m_progress.queued = m_progress.inFlight = 0;
}

quint64 IncidentDrain::closeClients(std::chrono::milliseconds by)
{
    const qint64 spreadMs = m_progress.closeSpreadMs;
    const qint64 spentMs = m_progress.elapsedMs - m_phaseBeganMs;
    const qint64 leftMs = spreadMs - spentMs + by.count();
    const quint64 due = leftMs <= by.count()
        ? m_progress.connections
        : m_progress.connections * static_cast<quint64>(by.count()) / static_cast<quint64>(leftMs);
    m_progress.connections -= due;
    if (m_progress.connections == 0)
        enter(m_progress.thenExit ? Phase::Stopping : Phase::Drained);
    return due;
}

quint64 IncidentDrain::advance(std::chrono::milliseconds by, const Inside &inside)
{
    if (!isRunning() || m_phase >= Phase::Drained)
        return 0;
    count(inside);
    if (m_progress.paused)
        return 0;
    m_progress.elapsedMs += by.count();
    switch (m_phase) {
    case Phase::BalancerGrace:
        if (m_progress.elapsedMs >= std::min(m_balancerGraceMs, workDeadlineMs()))
            enter(Phase::FinishWork);
        break;
    case Phase::FinishWork:
        finishWork(by, inside.workers);
        count(inside);
        if (m_progress.queued > 0 && m_progress.elapsedMs >= workDeadlineMs())
            abandonWork();
        if (m_progress.queued == 0)
            enter(Phase::FlushBroadcasts);
        break;
    case Phase::FlushBroadcasts: enter(Phase::CloseClients); break;
    case Phase::CloseClients: return closeClients(by);
    default: break;
    }
    return 0;
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/admin/snapshot.h"
#include "shared/base/result.h"

#include <QJsonObject>

#include <array>
#include <chrono>

namespace sluice::console {

/// The way of the built-in incident's server out of service, phase by phase as the real one goes it. The low lane is
/// what takes its time: imports are slow.
/// Thread: any (no shared state).
class IncidentDrain
{
public:
    /// What the configuration says. Units: ms.
    struct Defaults {
        qint64 graceMs = 0;
        qint64 closeSpreadMs = 0;
        qint64 balancerGraceMs = 0;
    };
    /// What is inside while nothing is refused yet.
    struct Inside {
        std::array<quint64, admin::kLaneCount> lanes{};
        quint64 inFlight = 0;
        quint64 connections = 0;
        quint64 workers = 1;
    };
    enum class Change { Extend, Pause, Continue, Force, Resume };

    /// How many events of each lane its workers take on in a second.
    [[nodiscard]] static std::array<double, admin::kLaneCount> perSecond(quint64 workers);
    /// The plan of `drain/plan`. Errors: InvalidParams.
    [[nodiscard]] Result<admin::DrainProgress> plan(const QJsonObject &params, const Defaults &defaults,
                                                    const Inside &inside, const QString &by) const;
    /// `server/drain` and `server/shutdown`. Errors: InvalidParams.
    [[nodiscard]] Result<admin::DrainProgress> begin(const QJsonObject &params, const Defaults &defaults,
                                                     const Inside &inside, const QString &by, bool thenExit);
    /// `drain/extend` and the like, `server/resume`. Errors: as the server.
    [[nodiscard]] Result<admin::DrainProgress> change(Change change, const QJsonObject &params);

    /// That much later; `inside` counts as long as events are taken. How many connections are to be closed now.
    [[nodiscard]] quint64 advance(std::chrono::milliseconds by, const Inside &inside);

    [[nodiscard]] bool isRunning() const { return m_phase != Phase::None; }
    [[nodiscard]] bool refusesEvents() const { return m_phase >= Phase::FinishWork; }
    [[nodiscard]] bool hasStopped() const { return m_phase == Phase::Stopping; }
    /// By all drains so far.
    [[nodiscard]] quint64 abandonedInAll() const { return m_abandonedInAll; }
    [[nodiscard]] const admin::DrainProgress &progress() const { return m_progress; }
    [[nodiscard]] const std::array<quint64, admin::kLaneCount> &lanes() const { return m_lanes; }

private:
    enum class Phase { None, BalancerGrace, FinishWork, FlushBroadcasts, CloseClients, Drained, Stopping };

    void enter(Phase phase);
    [[nodiscard]] bool allows(Change change) const;
    void count(const Inside &inside);
    void finishWork(std::chrono::milliseconds by, quint64 workers);
    void abandonWork();
    [[nodiscard]] quint64 closeClients(std::chrono::milliseconds by);
    [[nodiscard]] qint64 workDeadlineMs() const;

    Phase m_phase = Phase::None;
    admin::DrainProgress m_progress;
    qint64 m_balancerGraceMs = 0;
    qint64 m_phaseBeganMs = 0;
    quint64 m_abandonedInAll = 0;
    std::array<quint64, admin::kLaneCount> m_lanes{};
};

} // namespace sluice::console

#pragma once

#include "server/admin/draincontrol.h"
#include "server/config/config.h"
#include "shared/base/clock.h"
#include "shared/base/mutex.h"

#include <QObject>
#include <QTimer>

namespace sluice::server {

/// What a drain works on: the running server.
/// Thread: main.
class DrainTarget
{
public:
    /// Readiness, for balancers: /readyz answers 503 from now on.
    virtual void becomeUnready() = 0;
    /// New clients are refused from now on. `exits`: the process ends after the drain.
    virtual void stopAccepting(bool exits) = 0;
    /// New events are refused as draining from now on.
    virtual void refuseEvents() = 0;
    /// Takes all of this back.
    virtual void serveAgain() = 0;
    [[nodiscard]] virtual quint64 queued() const = 0;
    /// Requests that are not answered yet, queued ones not counted.
    [[nodiscard]] virtual quint64 inFlight() const = 0;
    /// Everything that ended by an answer so far.
    [[nodiscard]] virtual quint64 answered() const = 0;
    [[nodiscard]] virtual quint64 abandoned() const = 0;
    /// Answers everything that has not ended yet as draining.
    virtual void abandonWork() = 0;
    /// From now on nothing new is pushed from outside.
    virtual void refusePushes() = 0;
    [[nodiscard]] virtual bool broadcastsDelivered() const = 0;
    [[nodiscard]] virtual quint64 connections() const = 0;
    /// Tells that many more clients to come back later.
    virtual void closeConnections(quint64 count) = 0;

protected:
    ~DrainTarget() = default;
};

/// The graceful way out of service: not ready, balancer grace, accept nothing, refuse new events, finish what is
/// inside, flush broadcasts, send the clients away spread out in time; then exit, or stay up drained until it is
/// resumed. The whole takes at most its grace and half a second, not counting the time for which it was paused; what is
/// unanswered then is answered as draining. An idle server is through in a few turns of the event loop. Thread: main;
/// what says so, any.
class Drain final : public QObject
{
    Q_OBJECT

public:
    Drain(DrainTarget &target, const Clock &clock, QObject *parent = nullptr);

    /// What such a drain would be, begun now. Thread: any.
    [[nodiscard]] admin::DrainProgress plan(const Config &config, const DrainRequest &request) const;
    /// Begins. When one runs already, only tells how far it is; if that one would stay up and this one exits, it exits
    /// too.
    admin::DrainProgress begin(const Config &config, const DrainRequest &request);
    /// Does nothing when the drain does not allow it.
    void change(const DrainChange &change);

    /// Thread: any.
    [[nodiscard]] bool allows(DrainChange::Kind kind) const EXCLUDES(m_mutex);
    /// How far it was at the last moment that something changed; nothing when none runs. Thread: any.
    [[nodiscard]] std::optional<admin::DrainProgress> latest() const EXCLUDES(m_mutex);

    [[nodiscard]] bool isRunning() const { return m_phase != Phase::None; }
    [[nodiscard]] bool exits() const { return m_start.thenExit; }
    [[nodiscard]] admin::DrainProgress progress() const;

Q_SIGNALS:
    /// A few times a second, and at each new phase.
    void progressed(const sluice::admin::DrainProgress &progress);
    /// Everything is answered and everyone is told: stop the parts and exit.
    void finished();

private:
    enum class Phase { None, BalancerGrace, FinishWork, FlushBroadcasts, CloseClients, Drained, Stopping };

    [[nodiscard]] static QString toString(Phase phase);
    void step();
    [[nodiscard]] bool advance();
    void enter(Phase phase);
    void report();
    void extend(Milliseconds more);
    void pause();
    void goOn();
    void force();
    void resume(const QString &by);
    void closeClients();
    [[nodiscard]] Duration elapsed() const;
    [[nodiscard]] Milliseconds grace() const { return Milliseconds(m_start.graceMs); }
    [[nodiscard]] Milliseconds closeSpread() const { return Milliseconds(m_start.closeSpreadMs); }
    [[nodiscard]] Duration workDeadline() const;
    [[nodiscard]] Duration closeDeadline() const;

    DrainTarget &m_target;
    const Clock &m_clock;
    QTimer m_timer;
    Phase m_phase = Phase::None;
    admin::DrainProgress m_start;
    Milliseconds m_balancerGrace{0};
    Milliseconds m_closeTimeout{0};
    TimePoint m_began; // moved by the time of each pause
    std::optional<TimePoint> m_paused;
    Duration m_phaseBegan{}; // since m_began
    TimePoint m_lastReport;
    quint64 m_toClose = 0;
    quint64 m_closed = 0;
    quint64 m_answeredBefore = 0;
    quint64 m_abandonedBefore = 0;

    mutable Mutex m_mutex;
    Phase m_latestPhase GUARDED_BY(m_mutex) = Phase::None;
    admin::DrainProgress m_latest GUARDED_BY(m_mutex);
};

} // namespace sluice::server

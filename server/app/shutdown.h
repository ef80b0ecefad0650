#pragma once

#include "server/config/config.h"
#include "shared/admin/snapshot.h"
#include "shared/base/clock.h"

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
    virtual void stopAccepting() = 0;
    /// New events are refused as draining from now on.
    virtual void refuseEvents() = 0;
    [[nodiscard]] virtual quint64 queued() const = 0;
    /// Requests that are not answered yet, queued ones not counted.
    [[nodiscard]] virtual quint64 inFlight() const = 0;
    /// Everything that ended by an answer so far.
    [[nodiscard]] virtual quint64 answered() const = 0;
    [[nodiscard]] virtual quint64 abandoned() const = 0;
    /// Answers everything that has not ended yet as draining.
    virtual void abandonWork() = 0;
    [[nodiscard]] virtual bool broadcastsDelivered() const = 0;
    [[nodiscard]] virtual quint64 connections() const = 0;
    /// Tells that many more clients to come back later.
    virtual void closeConnections(quint64 count) = 0;

protected:
    ~DrainTarget() = default;
};

/// The graceful stop: not ready, balancer grace, accept nothing, refuse new events, finish what is inside, flush
/// broadcasts, send the clients away spread out in time. The whole takes at most its grace and half a second; what is
/// unanswered then is answered as draining. An idle server is through in a few turns of the event loop.
/// Thread: main.
class Shutdown final : public QObject
{
    Q_OBJECT

public:
    Shutdown(DrainTarget &target, const Clock &clock, QObject *parent = nullptr);

    /// Begins; when it runs already, only tells how far it is.
    admin::DrainProgress begin(const Config &config, Milliseconds grace, const QString &reason, const QString &by);
    /// Skips what is left of it.
    void force();

    [[nodiscard]] bool isRunning() const { return m_phase != Phase::None; }
    [[nodiscard]] admin::DrainProgress progress() const;

Q_SIGNALS:
    /// A few times a second, and at each new phase.
    void progressed(const sluice::admin::DrainProgress &progress);
    /// Everything is answered and everyone is told: stop the parts and exit.
    void finished();

private:
    enum class Phase { None, BalancerGrace, FinishWork, FlushBroadcasts, CloseClients, Stopping };

    void step();
    [[nodiscard]] bool advance();
    void enter(Phase phase);
    void closeClients(TimePoint now);
    [[nodiscard]] TimePoint workDeadline() const;
    [[nodiscard]] TimePoint closeDeadline() const;

    DrainTarget &m_target;
    const Clock &m_clock;
    QTimer m_timer;
    Phase m_phase = Phase::None;
    admin::DrainProgress m_start;
    Milliseconds m_balancerGrace{0};
    Milliseconds m_closeSpread{0};
    Milliseconds m_closeTimeout{0};
    Milliseconds m_grace{0};
    TimePoint m_began;
    TimePoint m_phaseBegan;
    TimePoint m_lastReport;
    quint64 m_toClose = 0;
    quint64 m_closed = 0;
    quint64 m_answeredBefore = 0;
    quint64 m_abandonedBefore = 0;
};

} // namespace sluice::server

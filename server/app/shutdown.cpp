#include "server/app/shutdown.h"

#include "shared/base/logging.h"
#include "shared/base/threadcheck.h"

#include <algorithm>

namespace sluice::server {

namespace {

constexpr Milliseconds kStep{10};
constexpr Milliseconds kReport{250};
// What a phase may take beyond a grace that is used up.
constexpr Milliseconds kLastMoment{250};

qint64 toMs(Duration duration)
{
    return std::chrono::duration_cast<Milliseconds>(duration).count();
}

} // namespace

Shutdown::Shutdown(DrainTarget &target, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_clock(clock)
{
    m_timer.setInterval(kStep);
    connect(&m_timer, &QTimer::timeout, this, &Shutdown::step);
}

admin::DrainProgress Shutdown::begin(const Config &config, Milliseconds grace, const QString &reason, const QString &by)
{
    assertOwnThread(this);
    if (isRunning())
        return progress();
    m_balancerGrace = config.drain.balancerGrace;
    m_closeSpread = std::min(config.drain.closeSpread, grace / 2);
    m_closeTimeout = config.limits.close;
    m_grace = grace;
    m_began = m_lastReport = m_clock.now();
    m_answeredBefore = m_target.answered();
    m_abandonedBefore = m_target.abandoned();
    m_start.connectionsAtStart = m_target.connections();
    m_start.queuedAtStart = m_target.queued();
    m_start.graceMs = grace.count();
    m_start.reason = reason;
    m_start.requestedBy = by;
    qCInfo(lcApp).noquote() << "drain began by=" << by << "reason=" << reason << "graceMs=" << grace.count()
                            << "connections=" << m_start.connectionsAtStart << "queued=" << m_start.queuedAtStart
                            << "inFlight=" << m_target.inFlight();
    m_target.becomeUnready();
    enter(Phase::BalancerGrace);
    m_timer.start();
    admin::DrainProgress plan = progress();
    QMetaObject::invokeMethod(this, &Shutdown::step, Qt::QueuedConnection);
    return plan;
}

void Shutdown::force()
{
    assertOwnThread(this);
    if (m_phase == Phase::None || m_phase == Phase::Stopping)
        return;
    qCWarning(lcApp) << "drain cut short queued=" << m_target.queued() << "inFlight=" << m_target.inFlight();
    m_target.stopAccepting();
    m_target.refuseEvents();
    m_target.abandonWork();
    m_target.closeConnections(m_target.connections());
    enter(Phase::Stopping);
}

// The clients' share of the grace comes last and is kept for them.
TimePoint Shutdown::workDeadline() const
{
    return m_began + m_grace - (m_target.connections() > 0 ? m_closeSpread : Milliseconds(0));
}

// All are told even when the grace is over; the last of them then have a moment to hear it.
TimePoint Shutdown::closeDeadline() const
{
    const TimePoint allTold = m_phaseBegan + m_closeSpread;
    return std::min(allTold + m_closeTimeout, std::max(m_began + m_grace, allTold) + kLastMoment);
}

void Shutdown::step()
{
    while (advance()) { }
    if (m_phase != Phase::Stopping && m_clock.now() - m_lastReport >= kReport) {
        m_lastReport = m_clock.now();
        Q_EMIT progressed(progress());
    }
}

// Does what the phase can do now. True when it led to another phase.
bool Shutdown::advance()
{
    const TimePoint now = m_clock.now();
    switch (m_phase) {
    case Phase::None:
    case Phase::Stopping: return false;
    case Phase::BalancerGrace:
        if (now < m_phaseBegan + m_balancerGrace && now < workDeadline())
            return false;
        m_target.stopAccepting();
        m_target.refuseEvents();
        enter(Phase::FinishWork);
        return true;
    case Phase::FinishWork:
        if (m_target.queued() + m_target.inFlight() > 0) {
            if (now < workDeadline())
                return false;
            m_target.abandonWork();
        }
        enter(Phase::FlushBroadcasts);
        return true;
    case Phase::FlushBroadcasts:
        if (!m_target.broadcastsDelivered() && now < workDeadline() + kLastMoment)
            return false;
        m_toClose = m_target.connections();
        m_closed = 0;
        enter(Phase::CloseClients);
        return true;
    case Phase::CloseClients:
        closeClients(now);
        // Their close handshakes are bounded; whoever does not answer is cut when the parts stop.
        if (m_target.connections() > 0 && now < closeDeadline())
            return false;
        enter(Phase::Stopping);
        return true;
    }
    return false;
}

void Shutdown::closeClients(TimePoint now)
{
    const qint64 spreadMs = m_closeSpread.count();
    const qint64 elapsedMs = std::min(toMs(now - m_phaseBegan) + kStep.count(), spreadMs);
    const quint64 due =
        spreadMs == 0 ? m_toClose : m_toClose * static_cast<quint64>(elapsedMs) / static_cast<quint64>(spreadMs);
    if (due <= m_closed)
        return;
    m_target.closeConnections(due - m_closed);
    m_closed = due;
}

void Shutdown::enter(Phase phase)
{
    m_phase = phase;
    m_phaseBegan = m_lastReport = m_clock.now();
    Q_EMIT progressed(progress());
    if (phase != Phase::Stopping)
        return;
    m_timer.stop();
    const admin::DrainProgress end = progress();
    qCInfo(lcApp) << "drain finished tookMs=" << end.elapsedMs << "answered=" << end.answered
                  << "abandoned=" << end.abandoned << "connectionsLeft=" << end.connections;
    QMetaObject::invokeMethod(this, &Shutdown::finished, Qt::QueuedConnection);
}

admin::DrainProgress Shutdown::progress() const
{
    admin::DrainProgress progress = m_start;
    switch (m_phase) {
    case Phase::None: break;
    case Phase::BalancerGrace: progress.phase = QStringLiteral("balancer-grace"); break;
    case Phase::FinishWork: progress.phase = QStringLiteral("finish-work"); break;
    case Phase::FlushBroadcasts: progress.phase = QStringLiteral("flush-broadcasts"); break;
    case Phase::CloseClients: progress.phase = QStringLiteral("close-clients"); break;
    case Phase::Stopping: progress.phase = QStringLiteral("stopping"); break;
    }
    progress.elapsedMs = toMs(m_clock.now() - m_began);
    progress.queued = m_target.queued();
    progress.inFlight = m_target.inFlight();
    progress.connections = m_target.connections();
    progress.answered = m_target.answered() - m_answeredBefore;
    progress.abandoned = m_target.abandoned() - m_abandonedBefore;
    return progress;
}

} // namespace sluice::server

#include "server/app/drain.h"

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

Drain::Drain(DrainTarget &target, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_clock(clock)
{
    m_timer.setInterval(kStep);
    connect(&m_timer, &QTimer::timeout, this, &Drain::step);
}

admin::DrainProgress Drain::plan(const Config &config, const DrainRequest &request) const
{
    const Milliseconds grace = request.grace.value_or(config.timeouts.shutdownGrace);
    admin::DrainProgress plan;
    plan.phase = toString(Phase::BalancerGrace);
    plan.graceMs = grace.count();
    plan.closeSpreadMs = std::min(request.closeSpread.value_or(config.drain.closeSpread), grace / 2).count();
    plan.queued = plan.queuedAtStart = m_target.queued();
    plan.inFlight = m_target.inFlight();
    plan.connections = plan.connectionsAtStart = m_target.connections();
    plan.thenExit = request.thenExit;
    plan.reason = request.reason;
    plan.requestedBy = request.requestedBy;
    return plan;
}

admin::DrainProgress Drain::begin(const Config &config, const DrainRequest &request)
{
    assertOwnThread(this);
    if (isRunning()) {
        if (request.thenExit && !exits()) {
            m_start.thenExit = true;
            if (m_phase == Phase::Drained)
                enter(Phase::Stopping);
            else
                report();
        }
        return progress();
    }
    m_start = plan(config, request);
    m_balancerGrace = config.drain.balancerGrace;
    m_closeTimeout = config.limits.close;
    m_began = m_clock.now();
    m_paused.reset();
    m_answeredBefore = m_target.answered();
    m_abandonedBefore = m_target.abandoned();
    qCInfo(lcApp).noquote() << "drain began by=" << request.requestedBy << "reason=" << request.reason
                            << "graceMs=" << m_start.graceMs << "thenExit=" << exits()
                            << "connections=" << m_start.connectionsAtStart << "queued=" << m_start.queuedAtStart
                            << "inFlight=" << m_start.inFlight;
    m_target.becomeUnready();
    enter(Phase::BalancerGrace);
    m_timer.start();
    QMetaObject::invokeMethod(this, &Drain::step, Qt::QueuedConnection);
    return progress();
}

bool Drain::allows(DrainChange::Kind kind) const
{
    const MutexLock lock(m_mutex);
    const bool beforeCloses = m_latestPhase > Phase::None && m_latestPhase < Phase::CloseClients;
    switch (kind) {
    case DrainChange::Kind::Extend: return beforeCloses;
    case DrainChange::Kind::Pause: return beforeCloses && !m_latest.paused;
    case DrainChange::Kind::Continue: return beforeCloses && m_latest.paused;
    case DrainChange::Kind::Force: return beforeCloses || m_latestPhase == Phase::CloseClients;
    case DrainChange::Kind::Resume: break;
    }
    const bool staysUp = !m_latest.thenExit && m_latestPhase != Phase::None;
    return beforeCloses || staysUp;
}

std::optional<admin::DrainProgress> Drain::latest() const
{
    const MutexLock lock(m_mutex);
    return m_latestPhase == Phase::None ? std::nullopt : std::optional(m_latest);
}

void Drain::change(const DrainChange &change)
{
    assertOwnThread(this);
    if (!allows(change.kind))
        return;
    switch (change.kind) {
    case DrainChange::Kind::Extend: extend(change.more); break;
    case DrainChange::Kind::Pause: pause(); break;
    case DrainChange::Kind::Continue: goOn(); break;
    case DrainChange::Kind::Force: force(); break;
    case DrainChange::Kind::Resume: resume(change.requestedBy); break;
    }
}

void Drain::extend(Milliseconds more)
{
    m_start.graceMs += more.count();
    qCInfo(lcApp) << "drain extended graceMs=" << m_start.graceMs;
    report();
}

void Drain::pause()
{
    m_paused = m_clock.now();
    qCInfo(lcApp) << "drain paused elapsedMs=" << toMs(elapsed());
    report();
}

void Drain::goOn()
{
    m_began += m_clock.now() - *m_paused;
    m_paused.reset();
    qCInfo(lcApp) << "drain goes on elapsedMs=" << toMs(elapsed());
    report();
}

void Drain::force()
{
    qCWarning(lcApp) << "drain cut short queued=" << m_target.queued() << "inFlight=" << m_target.inFlight();
    if (m_paused)
        goOn();
    m_target.stopAccepting(exits());
    m_target.refuseEvents();
    m_target.refusePushes();
    m_target.abandonWork();
    m_target.closeConnections(m_target.connections());
    enter(exits() ? Phase::Stopping : Phase::Drained);
}

void Drain::resume(const QString &by)
{
    m_timer.stop();
    m_target.serveAgain();
    qCInfo(lcApp).noquote() << "drain taken back by=" << by << "elapsedMs=" << toMs(elapsed());
    enter(Phase::None);
}

// The clients' share of the grace comes last and is kept for them.
Duration Drain::workDeadline() const
{
    return grace() - (m_target.connections() > 0 ? closeSpread() : Milliseconds(0));
}

// All are told even when the grace is over; the last of them then have a moment to hear it.
Duration Drain::closeDeadline() const
{
    const Duration allTold = m_phaseBegan + closeSpread();
    return std::min<Duration>(allTold + m_closeTimeout, std::max<Duration>(grace(), allTold) + kLastMoment);
}

Duration Drain::elapsed() const
{
    return m_paused.value_or(m_clock.now()) - m_began;
}

void Drain::step()
{
    while (advance()) { }
    if (isRunning() && m_phase != Phase::Stopping && m_clock.now() - m_lastReport >= kReport)
        report();
}

// Does what the phase can do now. True when it led to another phase.
bool Drain::advance()
{
    if (m_paused)
        return false;
    switch (m_phase) {
    case Phase::None:
    case Phase::Drained:
    case Phase::Stopping: return false;
    case Phase::BalancerGrace:
        if (elapsed() < std::min<Duration>(m_balancerGrace, workDeadline()))
            return false;
        m_target.stopAccepting(exits());
        m_target.refuseEvents();
        enter(Phase::FinishWork);
        return true;
    case Phase::FinishWork:
        if (m_target.queued() + m_target.inFlight() > 0) {
            if (elapsed() < workDeadline())
                return false;
            m_target.abandonWork();
        }
        m_target.refusePushes();
        enter(Phase::FlushBroadcasts);
        return true;
    case Phase::FlushBroadcasts:
        if (!m_target.broadcastsDelivered() && elapsed() < workDeadline() + kLastMoment)
            return false;
        m_toClose = m_target.connections();
        m_closed = 0;
        enter(Phase::CloseClients);
        return true;
    case Phase::CloseClients:
        closeClients();
        // Their close handshakes are bounded; whoever does not answer is cut when the parts stop.
        if (m_target.connections() > 0 && elapsed() < closeDeadline())
            return false;
        enter(exits() ? Phase::Stopping : Phase::Drained);
        return true;
    }
    return false;
}

void Drain::closeClients()
{
    const qint64 spreadMs = m_start.closeSpreadMs;
    const qint64 spentMs = std::min(toMs(elapsed() - m_phaseBegan) + kStep.count(), spreadMs);
    const quint64 due =
        spreadMs == 0 ? m_toClose : m_toClose * static_cast<quint64>(spentMs) / static_cast<quint64>(spreadMs);
    if (due <= m_closed)
        return;
    // At last everybody: whoever was told but is not gone yet may have been counted for somebody else.
    m_target.closeConnections(due == m_toClose ? m_target.connections() : due - m_closed);
    m_closed = due;
}

void Drain::enter(Phase phase)
{
    m_phase = phase;
    m_phaseBegan = elapsed();
    report();
    if (phase != Phase::Drained && phase != Phase::Stopping)
        return;
    m_timer.stop();
    const admin::DrainProgress end = progress();
    qCInfo(lcApp) << "drain finished tookMs=" << end.elapsedMs << "answered=" << end.answered
                  << "abandoned=" << end.abandoned << "connectionsLeft=" << end.connections;
    if (phase == Phase::Stopping)
        QMetaObject::invokeMethod(this, &Drain::finished, Qt::QueuedConnection);
}

void Drain::report()
{
    m_lastReport = m_clock.now();
    const admin::DrainProgress now = progress();
    {
        const MutexLock lock(m_mutex);
        m_latestPhase = m_phase;
        m_latest = now;
    }
    Q_EMIT progressed(now);
}

QString Drain::toString(Phase phase)
{
    switch (phase) {
    case Phase::None: break;
    case Phase::BalancerGrace: return QStringLiteral("balancer-grace");
    case Phase::FinishWork: return QStringLiteral("finish-work");
    case Phase::FlushBroadcasts: return QStringLiteral("flush-broadcasts");
    case Phase::CloseClients: return QStringLiteral("close-clients");
    case Phase::Drained: return QStringLiteral("drained");
    case Phase::Stopping: return QStringLiteral("stopping");
    }
    return QStringLiteral("resumed");
}

admin::DrainProgress Drain::progress() const
{
    admin::DrainProgress progress = m_start;
    progress.phase = toString(m_phase);
    progress.paused = m_paused.has_value();
    progress.elapsedMs = toMs(elapsed());
    progress.queued = m_target.queued();
    progress.inFlight = m_target.inFlight();
    progress.connections = m_target.connections();
    progress.answered = m_target.answered() - m_answeredBefore;
    progress.abandoned = m_target.abandoned() - m_abandonedBefore;
    return progress;
}

} // namespace sluice::server

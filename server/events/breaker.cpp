#include "server/events/breaker.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace sluice::server {

namespace {

constexpr qint64 kForEver = std::numeric_limits<qint64>::max();
// How long somebody shall wait while probes are under way, as a share of the time that the breaker stays open: they
// take as long as the handler takes, which is nearly always less.
constexpr int kProbingShare = 4;

qint64 toNs(TimePoint time) noexcept
{
    return std::chrono::nanoseconds(time.time_since_epoch()).count();
}

} // namespace

std::optional<BreakerState> Breaker::setLimits(const Config::Breaker &limits)
{
    MutexLock lock(m_mutex);
    if (limits == m_limits)
        return std::nullopt;
    m_limits = limits;
    m_openNs.store(std::chrono::nanoseconds(limits.open).count(), std::memory_order_relaxed);
    forgetFailures();
    const BreakerState state = this->state();
    if (m_mode != BreakerMode::Automatic || state == BreakerState::Closed)
        return std::nullopt;
    const bool hasPassed = state == BreakerState::HalfOpen && m_probesPassed >= limits.probes;
    if (limits.failures == 0 || hasPassed)
        return enter(BreakerState::Closed);
    if (state == BreakerState::Open)
        publishOpening();
    return std::nullopt;
}

Breaker::ModeChange Breaker::setMode(BreakerMode mode)
{
    MutexLock lock(m_mutex);
    if (mode == m_mode)
        return {mode, {}};
    const BreakerState before = state();
    ModeChange result{std::exchange(m_mode, mode), {}};
    const BreakerState after = enter(mode == BreakerMode::ForcedOpen ? BreakerState::Open : BreakerState::Closed);
    if (after != before)
        result.change = after;
    if (result.change == BreakerState::Open)
        ++m_opened;
    return result;
}

Breaker::Admission Breaker::tryAdmitProbe(TimePoint now)
{
    if (toNs(now) < m_refusesUntilNs.load(std::memory_order_relaxed))
        return {};
    Admission admission;
    MutexLock lock(m_mutex);
    if (state() == BreakerState::Open) {
        if (m_mode == BreakerMode::ForcedOpen || now < m_openedAt + m_limits.open)
            return {};
        admission.change = enter(BreakerState::HalfOpen);
    }
    if (state() == BreakerState::HalfOpen) {
        if (m_probesOut + m_probesPassed >= m_limits.probes)
            return admission;
        ++m_probesOut;
    }
    admission.ticket = m_word.load(std::memory_order_relaxed);
    return admission;
}

std::optional<BreakerState> Breaker::settle(Ticket ticket, Evidence evidence, TimePoint now)
{
    if (ticket != m_word.load(std::memory_order_acquire))
        return std::nullopt;
    const bool isProbe = stateOf(ticket) == BreakerState::HalfOpen;
    if (!isProbe && evidence != Evidence::Bad) {
        if (evidence == Evidence::Good && toNs(now) <= m_watchedUntilNs.load(std::memory_order_relaxed))
            m_good.fetch_add(1, std::memory_order_relaxed);
        return std::nullopt;
    }
    MutexLock lock(m_mutex);
    if (ticket != m_word.load(std::memory_order_relaxed))
        return std::nullopt;
    return isProbe ? settleProbe(evidence, now) : settleFailure(now);
}

std::optional<BreakerState> Breaker::settleFailure(TimePoint now)
{
    if (m_mode != BreakerMode::Automatic || m_limits.failures == 0)
        return std::nullopt;
    m_failures.push_back({now, m_good.load(std::memory_order_relaxed)});
    while (m_failures.size() > static_cast<size_t>(m_limits.failures) || now - m_failures.front().at > m_limits.window)
        m_failures.pop_front();
    m_watchedUntilNs.store(toNs(now + m_limits.window), std::memory_order_relaxed);
    return hasFailedTooOften() ? std::optional(openFrom(now)) : std::nullopt;
}

bool Breaker::hasFailedTooOften() const
{
    if (m_failures.size() < static_cast<size_t>(m_limits.failures))
        return false;
    const auto bad = static_cast<double>(m_failures.size());
    const auto good = static_cast<double>(m_good.load(std::memory_order_relaxed) - m_failures.front().goodBefore);
    return bad >= m_limits.ratio * (bad + good);
}

std::optional<BreakerState> Breaker::settleProbe(Evidence evidence, TimePoint now)
{
    --m_probesOut;
    if (evidence == Evidence::Bad)
        return openFrom(now);
    if (evidence == Evidence::Good && ++m_probesPassed >= m_limits.probes)
        return enter(BreakerState::Closed);
    return std::nullopt;
}

BreakerState Breaker::openFrom(TimePoint now)
{
    m_openedAt = now;
    ++m_opened;
    return enter(BreakerState::Open);
}

Duration Breaker::retryAfter(TimePoint now) const noexcept
{
    const qint64 openNs = m_openNs.load(std::memory_order_relaxed);
    const qint64 refusesUntilNs = m_refusesUntilNs.load(std::memory_order_relaxed);
    if (refusesUntilNs == kForEver)
        return std::chrono::nanoseconds(openNs);
    const qint64 leftNs = refusesUntilNs - toNs(now);
    return std::chrono::nanoseconds(leftNs > 0 ? leftNs : openNs / kProbingShare);
}

Breaker::Status Breaker::status(TimePoint now) const
{
    MutexLock lock(m_mutex);
    Status status;
    status.state = state();
    status.mode = m_mode;
    const TimePoint oldest = now - m_limits.window;
    const auto counts = [oldest](const Failure &failure) { return failure.at >= oldest; };
    status.failures = static_cast<int>(std::count_if(m_failures.begin(), m_failures.end(), counts));
    status.probes = m_probesOut;
    status.opened = m_opened;
    status.refused = m_refused.load(std::memory_order_relaxed);
    if (status.state == BreakerState::Open && m_mode == BreakerMode::Automatic)
        status.opensAgain = std::max(Duration::zero(), m_openedAt + m_limits.open - now);
    return status;
}

void Breaker::publishOpening()
{
    const bool forced = m_mode == BreakerMode::ForcedOpen;
    m_refusesUntilNs.store(forced ? kForEver : toNs(m_openedAt + m_limits.open), std::memory_order_relaxed);
}

// The one place where the state changes: before it is told, so that nobody sees the new state with the old rest.
BreakerState Breaker::enter(BreakerState state)
{
    m_probesOut = m_probesPassed = 0;
    forgetFailures();
    publishOpening();
    const quint32 era = (m_word.load(std::memory_order_relaxed) & ~(kEra - 1)) + kEra;
    m_word.store((era == 0 ? kEra : era) | static_cast<quint32>(state), std::memory_order_release);
    return state;
}

void Breaker::forgetFailures()
{
    m_failures.clear();
    m_watchedUntilNs.store(0, std::memory_order_relaxed);
}

} // namespace sluice::server

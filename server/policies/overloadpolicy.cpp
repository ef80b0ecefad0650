#include "server/policies/overloadpolicy.h"

#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <algorithm>

namespace sluice::server {

namespace {

using admin::OverloadState;

// What was measured over longer than this says nothing about the present.
constexpr std::chrono::seconds kStaleAfter{2};
constexpr double kNsPerSecond = 1e9;
// An eighth of the time that is left is for what the estimate is off: without it the queue would be as long as the
// deadline, and each job would die just before its turn.
constexpr qint64 kEstimateMargin = 8;
constexpr std::array kReasons{Counter::OverloadedByDepth, Counter::OverloadedBySojourn, Counter::OverloadedByWait,
                              Counter::OverloadedByMemory};
constexpr std::array kLaneNames{"high", "normal", "low"};

qint64 nanoseconds(Duration duration) noexcept
{
    return std::chrono::nanoseconds(duration).count();
}

template <typename Value>
Value read(const std::atomic<Value> &value) noexcept
{
    return value.load(std::memory_order_relaxed);
}

template <typename Value>
void write(std::atomic<Value> &variable, Value value) noexcept
{
    variable.store(value, std::memory_order_relaxed);
}

} // namespace

OverloadPolicy::OverloadPolicy(const Config &config, BoundedPriorityQueue &queue, Metrics &metrics, Random &random)
    : m_queue(queue)
    , m_metrics(metrics)
    , m_random(random)
{
    setLimits(config);
    m_metrics.setGauge(Gauge::OverloadState, [this] { return static_cast<double>(state()); });
    m_metrics.setGauge(Gauge::MemoryShare, [this] { return m_memory.share(); });
}

OverloadPolicy::~OverloadPolicy()
{
    m_metrics.setGauge(Gauge::OverloadState, {});
    m_metrics.setGauge(Gauge::MemoryShare, {});
}

void OverloadPolicy::setLimits(const Config &config)
{
    const bool isOn = config.backpressure.interval.count() > 0;
    const Duration target = isOn ? config.backpressure.targetQueue : Milliseconds::zero();
    m_memory.setHigh(config.backpressure.memoryHigh);
    m_memory.update(m_memory.share());
    for (size_t lane = 0; lane < kLaneCount; ++lane)
        write(m_weights[lane], config.channels.laneWeights[lane]);
    write(m_estimates, isOn);
    write(m_mostNs, target.count() > 0 ? nanoseconds(target + config.backpressure.interval / 2) : 0);
    const MutexLock lock(m_mutex);
    m_limits = {target, config.backpressure.interval};
    for (LaneView &view : m_views) {
        if (target == Duration::zero())
            write(view.bound, DepthBounds::kNever);
    }
}

std::optional<Refusal> OverloadPolicy::admit(const Request &request, TimePoint now)
{
    if (nanoseconds(now.time_since_epoch()) >= read(m_nextLookNs))
        look(now);
    const Lane lane = request.spec->lane;
    if (lane == Lane::Low && m_memory.isShort())
        return refuse(Counter::OverloadedByMemory, 0);
    const bool queueDecides = lane == Lane::High && m_queue.dropsOldest();
    if (m_queue.depth() + request.aheadInTurn >= m_queue.bound(lane) && !queueDecides)
        return refuse(Counter::OverloadedByDepth, surplusDepth(lane));
    const size_t ahead = jobsAhead(request);
    return ahead == 0 ? std::nullopt : judge(request, ahead, now);
}

std::optional<Error> OverloadPolicy::turnAway(const Request &request)
{
    return overloaded(Counter::OverloadedByDepth, surplusDepth(request.spec->lane));
}

// Of its lane. Those for whom a worker sleeps are as good as gone.
size_t OverloadPolicy::jobsAhead(const Request &request) const noexcept
{
    const size_t idle = m_queue.idleConsumers();
    if (idle > request.aheadInTurn)
        return 0;
    const size_t ahead = m_queue.ready(request.spec->lane) + request.aheadInTurn - idle;
    return std::min(ahead, jobsInTurns(request).value_or(ahead));
}

// Users take turns: before it go as many of each as it has itself, if they have that many by then.
std::optional<size_t> OverloadPolicy::jobsInTurns(const Request &request) const noexcept
{
    if (request.ownInFlight == 0)
        return std::nullopt;
    return m_queue.users(request.spec->lane) * request.ownInFlight + request.aheadInTurn;
}

std::optional<Refusal> OverloadPolicy::judge(const Request &request, size_t ahead, TimePoint now)
{
    LaneView &view = m_views[static_cast<size_t>(request.spec->lane)];
    if (const size_t bound = read(view.bound); bound != DepthBounds::kNever) {
        // While there is too much for all, the others will have that many.
        const size_t before = std::max(ahead, jobsInTurns(request).value_or(ahead));
        if (before >= bound) {
            if (!read(view.refused))
                write(view.refused, true);
            return refuse(Counter::OverloadedBySojourn, before - bound + 1);
        }
    }
    if (!read(m_estimates))
        return std::nullopt;
    const qint64 leftNs = nanoseconds(request.deadline - now) - read(request.spec->meanHandlerNs);
    const qint64 allowedNs = std::max<qint64>(0, leftNs - leftNs / kEstimateMargin);
    const qint64 mostNs = read(m_mostNs);
    const qint64 drainNs = static_cast<qint64>(ahead) * read(view.nsPerJob);
    // Mostly that is as far as it goes: it would not take too long if one worker did all that waits.
    if (const qint64 allNs = allWaitingNs(request);
        allNs <= allowedNs && drainNs <= allowedNs && (mostNs == 0 || allNs <= mostNs))
        return std::nullopt;
    const qint64 leastNs = leastWaitNs(request, ahead);
    const auto surplus = [ahead](qint64 wait, qint64 allowed) {
        const double excess = static_cast<double>(wait - allowed) / static_cast<double>(wait);
        return static_cast<size_t>(excess * static_cast<double>(ahead)) + 1;
    };
    if (mostNs > 0 && leastNs > mostNs)
        return refuse(Counter::OverloadedBySojourn, surplus(leastNs, mostNs));
    const qint64 waitNs = std::max(leastNs, drainNs);
    if (waitNs > allowedNs)
        return refuse(Counter::OverloadedByWait, surplus(waitNs, allowedNs));
    return std::nullopt;
}

// What the handlers of all that waits take, and of what came before it in this turn.
qint64 OverloadPolicy::allWaitingNs(const Request &request) const noexcept
{
    qint64 allNs = static_cast<qint64>(request.aheadInTurn) * read(request.spec->meanHandlerNs);
    for (size_t lane = 0; lane < kLaneCount; ++lane)
        allNs += m_queue.expectedNs(static_cast<Lane>(lane));
    return allNs;
}

// If all workers did nothing but run what comes before it: its own lane, and of the others as many jobs as their
// weights let pass meanwhile.
qint64 OverloadPolicy::leastWaitNs(const Request &request, size_t ahead) const noexcept
{
    const auto lane = static_cast<size_t>(request.spec->lane);
    const auto jobs = static_cast<double>(ahead);
    const size_t inTurn = request.aheadInTurn;
    const auto meanNs = static_cast<double>(read(request.spec->meanHandlerNs));
    const double ownNs =
        static_cast<double>(m_queue.expectedNs(request.spec->lane)) + static_cast<double>(inTurn) * meanNs;
    double workNs = ownNs * jobs / static_cast<double>(std::max(ahead, m_queue.ready(request.spec->lane) + inTurn));
    for (size_t other = 0; other < kLaneCount; ++other) {
        const auto ready = static_cast<double>(m_queue.ready(static_cast<Lane>(other)));
        if (other == lane || ready == 0)
            continue;
        const double passing = jobs * read(m_weights[other]) / read(m_weights[lane]);
        const auto otherNs = static_cast<double>(m_queue.expectedNs(static_cast<Lane>(other)));
        workNs += otherNs * std::min(ready, passing) / ready;
    }
    return static_cast<qint64>(workNs / static_cast<double>(std::max<size_t>(1, m_queue.consumers())));
}

Refusal OverloadPolicy::refuse(Counter reason, size_t surplus)
{
    return {overloaded(reason, surplus), true};
}

Error OverloadPolicy::overloaded(Counter reason, size_t surplus)
{
    m_metrics.add(reason);
    // A client can ask for the impossible whenever it likes: that says nothing about the server.
    if (reason != Counter::OverloadedByWait && !read(m_refusedLately))
        write(m_refusedLately, true);
    return {ErrorCode::Overloaded, protocol::retryData(retryAfter(reason, surplus)), {}};
}

size_t OverloadPolicy::surplusDepth(Lane lane) const noexcept
{
    const size_t depth = m_queue.depth();
    return depth - std::min(depth, m_queue.bound(lane) - 1);
}

std::chrono::milliseconds OverloadPolicy::retryAfter(Counter reason, size_t surplus)
{
    const double perSecond = read(m_servedPerSecond);
    auto waitMs = static_cast<double>(kDefaultRetryAfter.count());
    if (perSecond > 0 && reason != Counter::OverloadedByMemory)
        waitMs = (static_cast<double>(surplus) + read(m_refusedPerSecond)) * 1000 / perSecond;
    constexpr auto kLow = static_cast<double>(kMinRetryAfter.count());
    constexpr auto kHigh = static_cast<double>(kMaxRetryAfter.count()) * 2 / 3; // room for the jitter
    const auto base = static_cast<quint64>(std::clamp(waitMs, kLow, kHigh));
    return std::chrono::milliseconds(base + m_random.below(base / 2 + 1));
}

std::string OverloadPolicy::explain(const Request &request)
{
    return "{\"state\":\"" + admin::toString(state()).toStdString()
        + "\",\"ahead\":" + std::to_string(jobsAhead(request)) + '}';
}

void OverloadPolicy::look(TimePoint now)
{
    const qint64 nowNs = nanoseconds(now.time_since_epoch());
    qint64 next = read(m_nextLookNs);
    if (nowNs < next
        || !m_nextLookNs.compare_exchange_strong(next, nowNs + nanoseconds(kLookEvery), std::memory_order_relaxed))
        return;
    const QueueFlow flow = m_queue.takeFlow(now); // before our own lock, as the queue has one
    std::optional<Transition> transition;
    {
        const MutexLock lock(m_mutex);
        transition = update(flow, now);
    }
    if (!transition)
        return;
    if (transition->after == OverloadState::Shedding)
        m_metrics.add(Counter::OverloadEpisodes);
    tell(*transition);
}

std::optional<OverloadPolicy::Transition> OverloadPolicy::update(const QueueFlow &flow, TimePoint now)
{
    measure(flow);
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        SojournControl &control = m_lanes[lane];
        LaneFlow laneFlow = flow.lanes[lane];
        laneFlow.refused = m_views[lane].refused.exchange(false, std::memory_order_relaxed);
        control.update(laneFlow, flow.elapsed, now, m_limits);
        const double perSecond = control.perSecond();
        write(m_views[lane].bound, control.bound());
        write(m_views[lane].nsPerJob, perSecond > 0 ? static_cast<qint64>(kNsPerSecond / perSecond) : 0);
    }
    const std::optional<OverloadState> before = m_level.update(cause(flow), now);
    if (!before)
        return std::nullopt;
    write(m_state, m_level.state());
    return Transition{*before, m_level.state(), flow};
}

// How fast the server is at what it does now, full or not: what clients that are refused have to wait for.
void OverloadPolicy::measure(const QueueFlow &flow)
{
    const quint64 refused = refusedInAll();
    if (flow.elapsed > kStaleAfter) {
        m_served.forget();
        m_refusals.forget();
    } else {
        m_served.note(flow.taken(), flow.elapsed);
        m_refusals.note(refused - m_refusedThen, flow.elapsed);
    }
    m_refusedThen = refused;
    write(m_servedPerSecond, m_served.perSecond());
    write(m_refusedPerSecond, m_refusals.perSecond());
}

OverloadState OverloadPolicy::cause(const QueueFlow &flow)
{
    bool sheds = m_refusedLately.exchange(false, std::memory_order_relaxed) || m_memory.isShort();
    bool isPressed = flow.pressed > 0 || flow.depth >= m_queue.alertDepth();
    for (const SojournControl &lane : m_lanes) {
        sheds = sheds || lane.isShedding();
        isPressed = isPressed || lane.isLate();
    }
    if (sheds)
        return OverloadState::Shedding;
    return isPressed ? OverloadState::Alert : OverloadState::Normal;
}

quint64 OverloadPolicy::refusedInAll() const noexcept
{
    quint64 sum = 0;
    for (const Counter reason : kReasons)
        sum += m_metrics.total(reason);
    return sum;
}

void OverloadPolicy::tell(const Transition &transition) const
{
    const QueueFlow &flow = transition.flow;
    QString text = QStringLiteral("overload state=%1 before=%2 queued=%3")
                       .arg(toString(transition.after), toString(transition.before))
                       .arg(flow.depth);
    for (size_t lane = 0; lane < kLaneCount; ++lane) {
        const auto waitMs = std::chrono::duration_cast<Milliseconds>(flow.lanes[lane].oldestWait).count();
        text += QStringLiteral(" %1WaitMs=%2").arg(QLatin1String(kLaneNames[lane])).arg(waitMs);
    }
    text += QStringLiteral(" servedPerSecond=%1 refusedPerSecond=%2 memory=%3")
                .arg(read(m_servedPerSecond), 0, 'f', 0)
                .arg(read(m_refusedPerSecond), 0, 'f', 0)
                .arg(m_memory.share(), 0, 'f', 2);
    if (transition.after > transition.before)
        qCWarning(lcRouting).noquote() << text;
    else
        qCInfo(lcRouting).noquote() << text;
}

} // namespace sluice::server

#include "server/app/watchdog.h"

#include "server/app/stackdump.h"
#include "shared/base/logging.h"

#include <QThread>

#include <atomic>

namespace sluice::server {

namespace {

long long toMs(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

} // namespace

struct Watchdog::Loop {
    std::string name;
    Post post;
    // Shared with the function that was posted, which may outlive the watchdog. True: it has run.
    std::shared_ptr<std::atomic<bool>> answered = std::make_shared<std::atomic<bool>>(true);
    TimePoint asked{};
    bool stuck = false;
};

Watchdog::Watchdog(Metrics &metrics, const Clock &clock, int stacks, std::function<void()> healthy)
    : m_metrics(metrics)
    , m_clock(clock)
    , m_stacks(stacks)
    , m_healthy(std::move(healthy))
    , m_lastLook(clock.now())
{
    prepareStackDump();
}

Watchdog::~Watchdog()
{
    stop();
}

void Watchdog::watch(std::string name, Post post)
{
    Q_ASSERT(!m_thread);
    auto loop = std::make_unique<Loop>();
    loop->name = std::move(name);
    loop->post = std::move(post);
    m_loops.push_back(std::move(loop));
}

void Watchdog::start()
{
    m_lastLook = m_clock.now();
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("watchdog"));
    m_thread->start();
}

void Watchdog::stop()
{
    if (!m_thread)
        return;
    {
        const MutexLock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notifyAll();
    m_thread->wait();
    m_thread.reset();
}

void Watchdog::run()
{
    for (;;) {
        look();
        const auto next = std::chrono::steady_clock::now() + kInterval;
        const MutexLock lock(m_mutex);
        while (!m_stopping && std::chrono::steady_clock::now() < next)
            m_changed.waitUntil(m_mutex, next);
        if (m_stopping)
            return;
    }
}

void Watchdog::look()
{
    const TimePoint now = m_clock.now();
    // Nobody looked for long: the whole process stood still (a paused machine, SIGSTOP), and no loop is to blame.
    const Duration missed = now - m_lastLook;
    m_lastLook = now;
    for (const auto &loop : m_loops) {
        if (missed >= kStuckAfter)
            loop->asked += missed;
        lookAt(*loop, now);
    }
    if (m_healthy && std::none_of(m_loops.begin(), m_loops.end(), [](const auto &loop) { return loop->stuck; }))
        m_healthy();
}

void Watchdog::lookAt(Loop &loop, TimePoint now)
{
    if (!loop.answered->load(std::memory_order_acquire)) {
        if (!loop.stuck && now - loop.asked > kStuckAfter)
            report(loop, now);
        return;
    }
    if (std::exchange(loop.stuck, false))
        qCWarning(lcApp).noquote().nospace()
            << "loop turns again name=" << loop.name.c_str() << " ms=" << toMs(now - loop.asked);
    loop.asked = now;
    loop.answered->store(false, std::memory_order_relaxed);
    loop.post([answered = loop.answered] { answered->store(true, std::memory_order_release); });
}

void Watchdog::report(Loop &loop, TimePoint now)
{
    loop.stuck = true;
    m_metrics.add(Counter::LoopStalls);
    qCWarning(lcApp).noquote().nospace() << "loop stuck name=" << loop.name.c_str() << " ms=" << toMs(now - loop.asked);
    dumpAllStacks(m_stacks);
}

} // namespace sluice::server

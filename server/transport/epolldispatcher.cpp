#include "server/transport/epolldispatcher.h"

#include "shared/base/cacheline.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <span>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

// What epoll carries for us: a Watcher's address, or a descriptor with the lowest bit set (addresses are aligned) and
// above it the generation of its registration.
constexpr quint64 kDescriptorTag = 1;
// As much of a watcher as a connection is large.
constexpr size_t kWatcherBytes = 704;
// So few that what was read is answered while the kernel's state of those sockets is still in the cache.
constexpr int kEventsPerTurn = 64;

quint64 tagOf(int descriptor, quint32 generation = 0)
{
    return (quint64{generation} << 32) | (static_cast<quint64>(descriptor) << 1) | kDescriptorTag;
}

int descriptorOf(quint64 tag)
{
    return static_cast<int>(static_cast<quint32>(tag) >> 1);
}

quint32 generationOf(quint64 tag)
{
    return static_cast<quint32>(tag >> 32);
}

// Of thousands of connections one that is ready is in no near cache; the one before it is at work meanwhile.
void prefetchWatcher(quint64 tag)
{
    if (!(tag & kDescriptorTag))
        prefetch(reinterpret_cast<const void *>(tag), kWatcherBytes); // NOLINT(performance-no-int-to-ptr)
}

epoll_event makeEvent(quint32 events, quint64 tag)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = tag;
    return event;
}

} // namespace

QSocketNotifier *&EpollDispatcher::Notifiers::of(int type)
{
    switch (type) {
    case QSocketNotifier::Read: return read;
    case QSocketNotifier::Write: return write;
    default: return exception;
    }
}

quint32 EpollDispatcher::Notifiers::events() const
{
    return (read ? EPOLLIN : 0u) | (write ? EPOLLOUT : 0u) | (exception ? EPOLLPRI : 0u);
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUpOnly(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_epoll < 0 || m_wakeUpOnly < 0 || m_wakeUp < 0)
        qFatal("cannot make an epoll dispatcher: %s", qUtf8Printable(qt_error_string(errno)));
    // Edge-triggered: each write wakes once and nobody has to read the counter back.
    epoll_event event = makeEvent(EPOLLIN | EPOLLET, tagOf(m_wakeUp));
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
    epoll_ctl(m_wakeUpOnly, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_wakeUpOnly);
    ::close(m_epoll);
}

bool EpollDispatcher::watch(int descriptor, quint32 events, Watcher *watcher)
{
    epoll_event event = makeEvent(events, reinterpret_cast<quint64>(watcher));
    return epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void EpollDispatcher::rewatch(int descriptor, quint32 events, Watcher *watcher)
{
    epoll_event event = makeEvent(events, reinterpret_cast<quint64>(watcher));
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void EpollDispatcher::unwatch(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false, std::memory_order_relaxed);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    const bool mayBlock = !m_observer || m_observer->turnEnded();
    const bool wait =
        mayBlock && flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_interrupted.load(std::memory_order_acquire);
    if (wait)
        Q_EMIT aboutToBlock();
    std::array<epoll_event, kEventsPerTurn> events;
    const int epoll = flags.testFlag(QEventLoop::ExcludeSocketNotifiers) ? m_wakeUpOnly : m_epoll;
    const int count = epoll_wait(epoll, events.data(), kEventsPerTurn, waitMs(wait));
    if (m_observer)
        m_observer->turnBegan();
    const auto ready = std::span(events).first(static_cast<size_t>(std::max(0, count)));
    for (size_t i = 0; i < ready.size(); ++i) {
        if (i + 1 < ready.size())
            prefetchWatcher(ready[i + 1].data.u64);
        dispatch(ready[i].data.u64, ready[i].events);
    }
    return activateTimers() || count > 0;
}

int EpollDispatcher::waitMs(bool maySleep) const
{
    if (!maySleep)
        return 0;
    Time first = Time::max();
    for (const Timer &timer : m_timers) {
        if (!timer.isActive)
            first = std::min(first, timer.due);
    }
    if (first == Time::max())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(first - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp<qint64>(left.count(), 0, std::numeric_limits<int>::max()));
}

void EpollDispatcher::dispatch(quint64 tag, quint32 events)
{
    if (tag == tagOf(m_wakeUp))
        return;
    if (tag & kDescriptorTag)
        activateNotifiers(tag, events);
    else
        reinterpret_cast<Watcher *>(tag)->ready(events); // NOLINT(performance-no-int-to-ptr): epoll keeps it so
}

void EpollDispatcher::activateNotifiers(quint64 tag, quint32 events)
{
    // Looked up anew for each type: a notifier's receiver may unregister any other, and another socket may have its
    // descriptor by then, of which nothing is known yet.
    const auto activate = [&](QSocketNotifier *Notifiers::*member, quint32 mask) {
        const auto found = m_notifiers.constFind(descriptorOf(tag));
        if (!(events & mask) || found == m_notifiers.constEnd() || found->generation != generationOf(tag))
            return;
        if (QSocketNotifier *notifier = (*found).*member) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
        }
    };
    constexpr quint32 kEnds = EPOLLHUP | EPOLLERR; // which epoll always reports: somebody has to hear of it
    activate(&Notifiers::read, EPOLLIN | kEnds);
    activate(&Notifiers::write, EPOLLOUT | kEnds);
    activate(&Notifiers::exception, EPOLLPRI | kEnds);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    m_notifiers[descriptor].of(notifier->type()) = notifier;
    updateNotifiers(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = static_cast<int>(notifier->socket());
    const auto found = m_notifiers.find(descriptor);
    if (found == m_notifiers.end() || found->of(notifier->type()) != notifier)
        return; // its descriptor is another's already
    found->of(notifier->type()) = nullptr;
    updateNotifiers(descriptor);
}

void EpollDispatcher::updateNotifiers(int descriptor)
{
    Notifiers &entry = m_notifiers[descriptor];
    if (entry.events() == 0) {
        m_notifiers.remove(descriptor);
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        return;
    }
    if (entry.generation == 0)
        entry.generation = ++m_generation;
    epoll_event event = makeEvent(entry.events(), tagOf(descriptor, entry.generation));
    // The kernel forgets a descriptor that is closed; a notifier on it may still be known when the number comes back.
    if (epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) != 0)
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    const milliseconds span(interval);
    m_timers.push_back({timerId, span, timerType, object, std::chrono::steady_clock::now() + span});
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return std::erase_if(m_timers, [=](const Timer &timer) { return timer.id == timerId; }) > 0;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [=](const Timer &timer) { return timer.object == object; }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> result;
    for (const Timer &timer : m_timers) {
        if (timer.object == object)
            result.append(TimerInfo(timer.id, static_cast<int>(timer.interval.count()), timer.type));
    }
    return result;
}

int EpollDispatcher::remainingTime(int timerId)
{
    for (const Timer &timer : m_timers) {
        if (timer.id == timerId) {
            const auto left = std::chrono::ceil<milliseconds>(timer.due - std::chrono::steady_clock::now());
            return static_cast<int>(std::max<qint64>(0, left.count()));
        }
    }
    return -1;
}

bool EpollDispatcher::activateTimers()
{
    if (m_timers.empty())
        return false;
    const auto now = std::chrono::steady_clock::now();
    std::vector<std::pair<Time, int>> due; // and the ids
    for (const Timer &timer : m_timers) {
        if (timer.due <= now && !timer.isActive)
            due.emplace_back(timer.due, timer.id);
    }
    std::stable_sort(due.begin(), due.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[time, id] : due)
        activateTimer(id, now);
    return !due.empty();
}

void EpollDispatcher::activateTimer(int id, Time now)
{
    const auto find = [&] {
        return std::find_if(m_timers.begin(), m_timers.end(), [=](const Timer &timer) { return timer.id == id; });
    };
    // A receiver may have stopped this one meanwhile, or its nested event loop may have served it.
    const auto timer = find();
    if (timer == m_timers.end() || timer->isActive || timer->due > now)
        return;
    timer->due = std::max(timer->due + timer->interval, now); // a late timer fires once, not once per missed period
    timer->isActive = true;
    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer->object, &event);
    const auto after = find();
    if (after != m_timers.end())
        after->isActive = false;
}

void EpollDispatcher::wakeUp()
{
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wakeUp, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true, std::memory_order_release);
    wakeUp();
}

} // namespace sluice::server

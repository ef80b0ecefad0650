#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>

#include <atomic>
#include <chrono>
#include <vector>

namespace sluice::server {

/// A Qt event dispatcher on epoll, so that an I/O thread's turn costs what is ready and not what is connected: Qt's own
/// poll() takes 96 % of a core with 10,000 idle connections, this 8 %. Beside all that Qt objects need (notifiers,
/// timers, posted events) it takes descriptors directly, without a QObject each.
/// Thread: the one it is installed in; wakeUp() and interrupt(): any.
/// Source: epoll(7), eventfd(2).
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    /// Who is told that a descriptor is ready.
    class Watcher
    {
    public:
        /// `events`: EPOLLIN, EPOLLOUT, EPOLLHUP, EPOLLERR as epoll_wait gave them. The watcher may unwatch itself and
        /// others, but stays alive until the turn has ended.
        virtual void ready(quint32 events) = 0;

    protected:
        ~Watcher() = default;
    };

    /// Who is asked before the thread sleeps.
    class TurnObserver
    {
    public:
        /// Everything that was ready has been served: write, hand over. True when the thread may sleep; it must be
        /// woken by wakeUp() for what arrives after that.
        virtual bool turnEnded() = 0;
        /// The thread is awake again.
        virtual void turnBegan() = 0;

    protected:
        ~TurnObserver() = default;
    };

    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    void setTurnObserver(TurnObserver *observer) { m_observer = observer; }

    /// Errors: false when the kernel refuses (errno tells).
    [[nodiscard]] bool watch(int descriptor, quint32 events, Watcher *watcher);
    void rewatch(int descriptor, quint32 events, Watcher *watcher);
    /// Requires: called before the descriptor is closed; a dup would keep the registration alive.
    void unwatch(int descriptor);

    // QAbstractEventDispatcher
    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

private:
    using Time = std::chrono::steady_clock::time_point;

    struct Timer {
        int id;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        Time due;
        bool isActive = false; // its receiver is at work, perhaps in a nested event loop
    };
    struct Notifiers {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
        QSocketNotifier *exception = nullptr;
        quint32 generation = 0; // of the registration: the descriptor's number may be another socket's already

        [[nodiscard]] QSocketNotifier *&of(int type);
        [[nodiscard]] quint32 events() const;
    };

    [[nodiscard]] int waitMs(bool maySleep) const;
    void dispatch(quint64 tag, quint32 events);
    void activateNotifiers(quint64 tag, quint32 events);
    bool activateTimers();
    void activateTimer(int id, Time now);
    void updateNotifiers(int descriptor);

    int m_epoll = -1;
    int m_wakeUpOnly = -1; // an epoll that sees m_wakeUp alone, for QEventLoop::ExcludeSocketNotifiers
    int m_wakeUp = -1;     // eventfd
    std::atomic<bool> m_interrupted{false};
    TurnObserver *m_observer = nullptr;
    QHash<int, Notifiers> m_notifiers;
    quint32 m_generation = 0;
    std::vector<Timer> m_timers; // few: those of Qt's own objects and ours, never one per connection
};

} // namespace sluice::server

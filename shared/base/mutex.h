#pragma once

#include <condition_variable>
#include <mutex>

// Clang's thread-safety attributes (-Wthread-safety); nothing elsewhere.
// Source: https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
#if defined(__clang__)
#define SLUICE_ATTRIBUTE(x) __attribute__((x))
#else
#define SLUICE_ATTRIBUTE(x)
#endif
#define SLUICE_CAPABILITY(name) SLUICE_ATTRIBUTE(capability(name))
#define SLUICE_SCOPED_CAPABILITY SLUICE_ATTRIBUTE(scoped_lockable)
#define GUARDED_BY(mutex) SLUICE_ATTRIBUTE(guarded_by(mutex))
#define REQUIRES(...) SLUICE_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define EXCLUDES(...) SLUICE_ATTRIBUTE(locks_excluded(__VA_ARGS__))
#define ACQUIRE(...) SLUICE_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASE(...) SLUICE_ATTRIBUTE(release_capability(__VA_ARGS__))
#define TRY_ACQUIRE(...) SLUICE_ATTRIBUTE(try_acquire_capability(__VA_ARGS__))

namespace sluice {

/// std::mutex that Clang's analysis and ThreadSanitizer both understand.
class SLUICE_CAPABILITY("mutex") Mutex
{
public:
    void lock() ACQUIRE() { m_mutex.lock(); }
    void unlock() RELEASE() { m_mutex.unlock(); }
    bool try_lock() TRY_ACQUIRE(true) { return m_mutex.try_lock(); }

private:
    friend class Condition;
    std::mutex m_mutex;
};

/// Holds a Mutex for a scope.
class SLUICE_SCOPED_CAPABILITY MutexLock
{
public:
    explicit MutexLock(Mutex &mutex) ACQUIRE(mutex)
        : m_mutex(mutex)
    {
        m_mutex.lock();
    }
    ~MutexLock() RELEASE() { m_mutex.unlock(); }
    MutexLock(const MutexLock &) = delete;
    MutexLock &operator=(const MutexLock &) = delete;

private:
    Mutex &m_mutex;
};

/// A condition variable for a Mutex that the caller holds.
class Condition
{
public:
    void wait(Mutex &mutex) REQUIRES(mutex)
    {
        std::unique_lock lock(mutex.m_mutex, std::adopt_lock);
        m_condition.wait(lock);
        lock.release();
    }

    /// False when the deadline passed first. As ever, the caller checks its condition again either way.
    template <typename Clock, typename Span>
    bool waitUntil(Mutex &mutex, const std::chrono::time_point<Clock, Span> &deadline) REQUIRES(mutex)
    {
        std::unique_lock lock(mutex.m_mutex, std::adopt_lock);
        const bool woken = m_condition.wait_until(lock, deadline) == std::cv_status::no_timeout;
        lock.release();
        return woken;
    }

    void notifyOne() noexcept { m_condition.notify_one(); }
    void notifyAll() noexcept { m_condition.notify_all(); }

private:
    std::condition_variable m_condition;
};

} // namespace sluice

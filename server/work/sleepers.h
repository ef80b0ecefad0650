#pragma once

#include "shared/base/mutex.h"

#include <array>
#include <chrono>
#include <memory>
#include <vector>

#include <semaphore.h>

namespace sluice::server {

/// Threads that wait to be woken, the last to fall asleep first: its stack, its allocator's cache and its counters are
/// still in a core's cache. One condition for all would take them in turn, each cold, and glibc's condition gives the
/// mutex back with a system call more: it takes it as if others waited for it.
///
/// Thread: any, under the owner's mutex, except `Wakes::send`.
class Sleepers
{
    struct Bed {
        Bed();
        ~Bed();
        Bed(const Bed &) = delete;
        Bed &operator=(const Bed &) = delete;

        sem_t wakeUp;
        bool chosen = false; // then a wake-up comes, and must be taken
    };

public:
    /// Those who are to be woken, for after the lock is released: a thread that is woken under it would wait for it.
    class Wakes
    {
    public:
        void send() noexcept;

    private:
        friend class Sleepers;
        static constexpr size_t kMost = 16; // who is woken wakes further ones
        std::array<Bed *, kMost> m_beds{};
        size_t m_count = 0;
    };

    /// Sleeps until woken. Blocks: that long; `mutex` is free meanwhile.
    void sleep(Mutex &mutex) REQUIRES(mutex);
    /// Sleeps until woken or until `span` is over; then returns false. Who sleeps by the clock keeps watch, so all
    /// others are woken before it. Blocks: that long; `mutex` is free meanwhile.
    [[nodiscard]] bool sleepFor(Mutex &mutex, std::chrono::milliseconds span) REQUIRES(mutex);

    /// Chooses up to `count` sleepers, but at most Wakes::kMost; the caller sends them their wake-ups.
    [[nodiscard]] Wakes choose(size_t count);
    void wakeAll();

    /// Those asleep whom nobody wakes yet.
    [[nodiscard]] size_t asleep() const noexcept { return m_asleep.size(); }
    /// Those chosen who have not come back from `sleep` yet.
    [[nodiscard]] size_t waking() const noexcept { return m_waking; }

private:
    [[nodiscard]] Bed *makeBed();
    void getUp(Bed *bed);
    [[nodiscard]] Bed *chooseLast();

    std::vector<std::unique_ptr<Bed>> m_beds; // all
    std::vector<Bed *> m_free;
    std::vector<Bed *> m_asleep;
    size_t m_waking = 0;
};

} // namespace sluice::server

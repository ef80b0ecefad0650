#include "server/metrics/stripes.h"

#include "shared/base/mutex.h"

#include <bit>

namespace sluice::server {

namespace {

constinit Mutex freeMutex;
// A bit for each stripe that nobody has; the shared one is never among them.
quint32 freeStripes GUARDED_BY(freeMutex) = (quint32{1} << ThreadStripe::kShared) - 1;
static_assert(ThreadStripe::kCount <= 32);

} // namespace

constinit thread_local size_t ThreadStripe::s_index = ThreadStripe::kUnset;

/// Gives the stripe back when its thread ends; the mutex makes all that was counted visible to the next owner.
struct ThreadStripe::Lease {
    explicit Lease(size_t leased) noexcept
        : index(leased)
    {
    }
    ~Lease()
    {
        s_index = kShared; // for what is counted by later destructors
        if (index == kShared)
            return;
        const MutexLock lock(freeMutex);
        freeStripes |= quint32{1} << index;
    }
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    const size_t index;
};

size_t ThreadStripe::lease() noexcept
{
    {
        const MutexLock lock(freeMutex);
        s_index = freeStripes == 0 ? kShared : static_cast<size_t>(std::countr_zero(freeStripes));
        freeStripes &= freeStripes - 1;
    }
    thread_local const Lease lease(s_index);
    return lease.index;
}

} // namespace sluice::server

#include "server/work/gate.h"

#include <utility>

namespace sluice::server {

void Gate::setOnEmpty(std::function<void()> onEmpty)
{
    m_onEmpty = std::move(onEmpty);
}

bool Gate::tryEnter(quint32 count) noexcept
{
    quint64 state = m_state.load(std::memory_order_relaxed);
    do {
        if ((state & kClosed) != 0)
            return false;
    } while (
        !m_state.compare_exchange_weak(state, state + count, std::memory_order_acq_rel, std::memory_order_relaxed));
    return true;
}

void Gate::leave(quint32 count)
{
    if (count == 0)
        return;
    const quint64 before = m_state.fetch_sub(count, std::memory_order_acq_rel);
    Q_ASSERT((before & ~kClosed) >= count);
    if (before == (kClosed | count))
        tellEmpty();
}

void Gate::close()
{
    if (m_state.fetch_or(kClosed, std::memory_order_acq_rel) == 0)
        tellEmpty();
}

void Gate::open() noexcept
{
    m_state.fetch_and(~kClosed, std::memory_order_acq_rel);
}

void Gate::tellEmpty()
{
    if (m_onEmpty)
        m_onEmpty();
}

} // namespace sluice::server

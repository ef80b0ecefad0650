#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>

namespace sluice::server {

/// Counts the requests inside the server over all I/O threads, can be closed to new ones, and tells when the last one
/// left: what a drain waits for.
/// Thread: any (lock-free).
class Gate
{
public:
    /// What is called when the gate is closed and nobody is inside: once per `close`, from the thread that let the last
    /// one leave or that closed it. A gate may have been opened again by then.
    /// Requires: set before other threads use the gate.
    void setOnEmpty(std::function<void()> onEmpty);

    /// Lets `count` requests in, all or none; false once closed.
    [[nodiscard]] bool tryEnter(quint32 count = 1) noexcept;
    /// Requires: they entered.
    void leave(quint32 count = 1);

    /// Lets nobody in any more. Does nothing when already closed.
    void close();
    /// Lets requests in again.
    void open() noexcept;

    [[nodiscard]] bool isClosed() const noexcept { return (m_state.load(std::memory_order_acquire) & kClosed) != 0; }
    /// Requests inside.
    [[nodiscard]] quint64 inside() const noexcept { return m_state.load(std::memory_order_acquire) & ~kClosed; }

private:
    // The closed flag and the count in one word, so that entering and closing cannot pass each other.
    static constexpr quint64 kClosed = quint64{1} << 63;

    void tellEmpty();

    std::atomic<quint64> m_state{0};
    std::function<void()> m_onEmpty;
};

} // namespace sluice::server

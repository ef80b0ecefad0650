#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include <ucontext.h>

namespace sluice::sim {

/// A function with a stack of its own that can stop in the middle and go on later: a worker's thread without a thread.
/// One that is destroyed before it has ended leaves what is on its stack.
/// Thread: the simulation's.
class Fiber
{
public:
    explicit Fiber(std::function<void()> body);
    Fiber(const Fiber &) = delete;
    Fiber &operator=(const Fiber &) = delete;
    ~Fiber() = default;

    /// Runs it until it suspends itself. Requires: it has not ended.
    void resume();
    /// Goes back to who resumed it. Requires: called from its body, which never returns.
    void suspend();

private:
    static void enter();

    std::function<void()> m_body;
    std::unique_ptr<std::byte[]> m_stack;
    ucontext_t m_own{};
    ucontext_t m_caller{};
    // What AddressSanitizer has to know of each stack.
    void *m_ownFake = nullptr;
    void *m_callerFake = nullptr;
    const void *m_callerBottom = nullptr;
    size_t m_callerBytes = 0;
};

} // namespace sluice::sim

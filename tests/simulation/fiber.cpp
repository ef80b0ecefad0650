#include "tests/simulation/fiber.h"

#include <utility>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace sluice::sim {

namespace {

constexpr size_t kStackBytes = 256 * 1024;

Fiber *entering = nullptr; // makecontext() takes no pointers

void startSwitch([[maybe_unused]] void **fake, [[maybe_unused]] const void *bottom, [[maybe_unused]] size_t bytes)
{
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(fake, bottom, bytes);
#endif
}

void finishSwitch([[maybe_unused]] void *fake, [[maybe_unused]] const void **bottom, [[maybe_unused]] size_t *bytes)
{
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fake, bottom, bytes);
#endif
}

} // namespace

Fiber::Fiber(std::function<void()> body)
    : m_body(std::move(body))
    , m_stack(std::make_unique_for_overwrite<std::byte[]>(kStackBytes))
{
    getcontext(&m_own);
    m_own.uc_stack.ss_sp = m_stack.get();
    m_own.uc_stack.ss_size = kStackBytes;
    m_own.uc_link = nullptr;
    makecontext(&m_own, &Fiber::enter, 0);
}

void Fiber::resume()
{
    entering = this;
    startSwitch(&m_callerFake, m_stack.get(), kStackBytes);
    swapcontext(&m_caller, &m_own);
    finishSwitch(m_callerFake, nullptr, nullptr);
}

void Fiber::suspend()
{
    startSwitch(&m_ownFake, m_callerBottom, m_callerBytes);
    swapcontext(&m_own, &m_caller);
    finishSwitch(m_ownFake, &m_callerBottom, &m_callerBytes);
}

void Fiber::enter()
{
    Fiber &own = *entering;
    finishSwitch(nullptr, &own.m_callerBottom, &own.m_callerBytes);
    own.m_body();
}

} // namespace sluice::sim

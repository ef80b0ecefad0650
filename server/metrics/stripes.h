#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

namespace sluice::server {

/// Who may write to a stripe at a time: a thread that has it for itself needs no locked instruction.
enum class Writers : quint8 { One, Many };

/// Whoever reads an ending and then "received" must find the request that ended among the received: released here, to
/// be acquired by the reader. On x86 this costs nothing over relaxed.
inline void bump(std::atomic<quint64> &counter, quint64 amount, Writers writers) noexcept
{
    if (writers == Writers::One)
        counter.store(counter.load(std::memory_order_relaxed) + amount, std::memory_order_release);
    else
        counter.fetch_add(amount, std::memory_order_release);
}

/// The stripe of the calling thread: one of its own from its first use to its end, as long as there are some left;
/// beyond that all threads share the last one.
/// Thread: any.
class ThreadStripe
{
public:
    static constexpr size_t kCount = 32;
    static constexpr size_t kShared = kCount - 1;

    [[nodiscard]] static size_t index() noexcept
    {
        const size_t index = s_index;
        return index == kUnset ? lease() : index;
    }
    [[nodiscard]] static Writers writers(size_t index) noexcept
    {
        return index == kShared ? Writers::Many : Writers::One;
    }

private:
    struct Lease;
    static constexpr size_t kUnset = kCount;

    static size_t lease() noexcept;

    static constinit thread_local size_t s_index;
};

/// One `Stripe` for each thread that ever asked, made when it does. A stripe is zero when made and lives as long as
/// this. Thread: any.
template <typename Stripe>
class Stripes
{
public:
    Stripes() = default;
    ~Stripes()
    {
        for (std::atomic<Stripe *> &stripe : m_stripes)
            delete stripe.load(std::memory_order_acquire);
    }
    Stripes(const Stripes &) = delete;
    Stripes &operator=(const Stripes &) = delete;

    struct Own {
        Stripe &stripe;
        Writers writers;
    };
    /// The calling thread's.
    [[nodiscard]] Own own()
    {
        const size_t index = ThreadStripe::index();
        Stripe *stripe = m_stripes[index].load(std::memory_order_acquire);
        return {stripe ? *stripe : make(m_stripes[index]), ThreadStripe::writers(index)};
    }

    template <typename Visit>
    void forEach(Visit &&visit) const
    {
        for (const std::atomic<Stripe *> &stripe : m_stripes) {
            if (const Stripe *made = stripe.load(std::memory_order_acquire))
                visit(*made);
        }
    }

private:
    // Several threads may be the first to use the shared one.
    static Stripe &make(std::atomic<Stripe *> &place)
    {
        auto *made = new Stripe;
        Stripe *before = nullptr;
        if (place.compare_exchange_strong(before, made, std::memory_order_acq_rel))
            return *made;
        delete made;
        return *before;
    }

    std::array<std::atomic<Stripe *>, ThreadStripe::kCount> m_stripes{};
};

} // namespace sluice::server

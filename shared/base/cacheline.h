#pragma once

#include <cstddef>

namespace sluice {

/// What cores hand to each other at a time, on x86 and most ARM: what different threads write is kept that far apart.
/// std::hardware_destructive_interference_size depends on the compiler's tuning, and GCC warns of it in headers.
inline constexpr std::size_t kCacheLine = 64;

/// Starts fetching that memory into this core's cache, for who reads or writes it soon.
inline void prefetch(const void *memory, std::size_t bytes) noexcept
{
    const auto *from = static_cast<const char *>(memory);
    for (std::size_t at = 0; at < bytes; at += kCacheLine)
        __builtin_prefetch(from + at, 1);
}

} // namespace sluice

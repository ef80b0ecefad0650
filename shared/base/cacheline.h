#pragma once

#include <cstddef>

namespace sluice {

/// What cores hand to each other at a time, on x86 and most ARM: what different threads write is kept that far apart.
/// std::hardware_destructive_interference_size depends on the compiler's tuning, and GCC warns of it in headers.
inline constexpr std::size_t kCacheLine = 64;

} // namespace sluice

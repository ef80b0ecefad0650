// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sluice::console {

/// Chance of the built-in incident, the same everywhere, unlike the standard library's distributions: 0 (included) to
/// 1, a function of two numbers. Thread: any (pure). Source: SplitMix64 (Steele, Lea, Flood: Fast Splittable
/// Pseudorandom Number Generators, 2014).
[[nodiscard]] constexpr double incidentShare(qint64 what, qint64 channel)
{
    quint64 state =
        static_cast<quint64>(what) * 0x9e3779b97f4a7c15ULL + static_cast<quint64>(channel) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
    state ^= state >> 31;
    return static_cast<double>(state >> 11) / static_cast<double>(1ULL << 53);
}

} // namespace sluice::console

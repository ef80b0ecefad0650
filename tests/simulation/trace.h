#pragma once

#include "shared/base/clock.h"

#include <QtGlobal>

#include <cstdio>
#include <string_view>

namespace sluice::sim {

/// Everything that a simulation saw happen, as one number: two runs of a seed must give the same.
/// Thread: the simulation's.
class Trace
{
public:
    /// Prints it too.
    void setAloud(bool aloud) { m_aloud = aloud; }

    void note(TimePoint now, const char *what, quint64 who, std::string_view text = {})
    {
        const auto ns = static_cast<quint64>(std::chrono::nanoseconds(now.time_since_epoch()).count());
        fold(ns);
        fold(who);
        for (const char *at = what; *at != '\0'; ++at)
            fold(static_cast<quint64>(*at));
        for (const char byte : text)
            fold(static_cast<quint64>(static_cast<unsigned char>(byte)));
        if (m_aloud)
            std::printf("%14.6f ms %-10s %llu %.*s\n", static_cast<double>(ns) / 1e6 - kStartMs, what,
                        static_cast<unsigned long long>(who), static_cast<int>(text.size()), text.data());
    }
    [[nodiscard]] quint64 hash() const { return m_hash; }

private:
    static constexpr double kStartMs = 3'600'000; // FakeClock's first moment

    // Source: FNV-1a, by words.
    void fold(quint64 word) { m_hash = (m_hash ^ word) * 0x100000001b3; }

    quint64 m_hash = 0xcbf29ce484222325;
    bool m_aloud = false;
};

} // namespace sluice::sim

#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the fuzzer's process, which is how libFuzzer hears of a fault, unless that holds.
inline void require(bool holds, const char *invariant)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", invariant);
    std::abort();
}

#pragma once

#include <QtGlobal>

#include <chrono>

namespace sluice::test {

/// What the system says about a process: what it holds and what it has used.
struct ProcessUse {
    qint64 residentBytes = 0; ///< 0 under AddressSanitizer, where it is mostly the sanitizer's.
    int descriptors = 0;
    std::chrono::milliseconds cpu{0};
};
[[nodiscard]] ProcessUse processUse(qint64 pid);

} // namespace sluice::test

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>

namespace sluice::test {

class TestServer;

/// What the system says about a process: what it holds and what it has used.
struct ProcessUse {
    qint64 residentBytes = 0;
    int descriptors = 0;
    std::chrono::milliseconds cpu{0};
};
[[nodiscard]] ProcessUse processUse(qint64 pid);

/// The value of a metric as /metrics names it, with its label: `sluice_bytes_total{direction="sent"}`. -1 for none.
/// Blocks: until the answer is there, at most kPatience.
[[nodiscard]] double metricValue(const TestServer &server, const QByteArray &name);

} // namespace sluice::test

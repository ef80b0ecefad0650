#pragma once

#include "server/log/errortracker.h"
#include "server/log/sentrydsn.h"
#include "server/metrics/metrics.h"
#include "shared/base/mutex.h"
#include "shared/base/random.h"

#include <QThread>

#include <deque>
#include <memory>
#include <optional>

namespace sluice::server {

/// Sends error groups to a Sentry-compatible endpoint, one after the other, from a thread of its own. What fails is
/// counted (Counter::ErrorReportsFailed) and not logged, since the log is what feeds it. After a failure it waits, each
/// time twice as long, and tries the same report again, unless the endpoint has refused that one for good.
/// Thread: report() any from start() on, all else its owner's.
class SentryReporter
{
public:
    /// Reports that wait; one more is dropped and counted.
    static constexpr size_t kCapacity = 64;
    static constexpr std::chrono::milliseconds kTimeout{10'000};
    static constexpr std::chrono::milliseconds kLongestWait{300'000};

    /// All live longer.
    struct Parts {
        Metrics &metrics;
        Random &random;
        std::chrono::milliseconds firstWait{1000}; ///< After the first failure.
    };

    SentryReporter(const Parts &parts, SentryDsn dsn);
    /// What is not sent by now is forgotten. Requires: nobody reports any more.
    ~SentryReporter();
    SentryReporter(const SentryReporter &) = delete;
    SentryReporter &operator=(const SentryReporter &) = delete;

    void start();
    /// Never blocks.
    void report(const ErrorGroup &group) EXCLUDES(m_mutex);

private:
    class Sender;

    [[nodiscard]] std::optional<ErrorGroup> take() EXCLUDES(m_mutex);

    const Parts m_parts;
    const SentryDsn m_dsn;
    QThread m_thread;
    std::unique_ptr<Sender> m_sender;
    Mutex m_mutex;
    std::deque<ErrorGroup> m_waiting GUARDED_BY(m_mutex);
};

/// One report as the endpoint wants it. `eventId`: 16 bytes as hex.
/// Thread: any. Source: https://develop.sentry.dev/sdk/data-model/envelopes/
[[nodiscard]] QByteArray sentryEnvelope(const ErrorGroup &group, const QByteArray &eventId);

} // namespace sluice::server

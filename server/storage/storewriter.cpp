#include "server/storage/storewriter.h"

#include "server/storage/transaction.h"
#include "shared/base/logging.h"
#include "shared/protocol/codec.h"

#include <pthread.h>

#include <algorithm>
#include <exception>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

// A full queue of single saves is written within some hundred milliseconds.
constexpr milliseconds kQueueFullRetry{250};
// Whoever is told this reconnects to the next server or to this one restarted.
constexpr milliseconds kStoppedRetry{1000};

Error tooLate()
{
    return {ErrorCode::Timeout, protocol::timeoutData(milliseconds(0), false),
            QStringLiteral("the deadline passed while the save waited for the writer")};
}

// A write that throws (only for want of memory) must not end the thread that everybody waits for.
Result<void> applyCaught(Write &write, Operation &operation)
{
    try {
        return write.apply(operation);
    } catch (const std::exception &exception) {
        return failure(ErrorCode::InternalError, {}, QString::fromUtf8(exception.what()));
    } catch (...) {
        return failure(ErrorCode::InternalError, {}, QStringLiteral("a write threw something unknown"));
    }
}

Result<void> applyInSavepoint(Write &write, Operation &operation)
{
    auto savepoint = Savepoint::begin(operation);
    if (!savepoint)
        return tl::unexpected(std::move(savepoint.error()));
    if (auto applied = applyCaught(write, operation); !applied)
        return applied;
    return savepoint->release();
}

// Those that had succeeded so far fail with the whole.
void failAll(std::vector<Result<void>> &results, size_t size, const Error &error)
{
    results.resize(size, tl::unexpected(error));
    std::ranges::replace_if(
        results, [](const auto &result) { return result.has_value(); }, Result<void>(tl::unexpected(error)));
}

} // namespace

StoreWriter::StoreWriter(Database &database, WriterLimits limits)
    : m_database(database)
    , m_limits(limits)
    , m_thread([this] { run(); })
{
    pthread_setname_np(m_thread.native_handle(), "sluice-writer");
}

StoreWriter::~StoreWriter()
{
    stop();
}

void StoreWriter::submit(std::unique_ptr<Write> write)
{
    Error refusal{ErrorCode::Draining, protocol::retryData(kStoppedRetry), QStringLiteral("the store has stopped")};
    {
        const MutexLock lock(m_mutex);
        const bool full =
            m_waiting.size() >= m_limits.queueWrites || m_waitingBytes + write->sizeBytes > m_limits.queueBytes;
        if (!m_stopping && !full) {
            m_waitingBytes += write->sizeBytes;
            m_waiting.push_back(std::move(write));
            if (m_waiting.size() == 1)
                m_changed.notifyAll();
            return;
        }
        if (!m_stopping)
            refusal = {ErrorCode::Busy, protocol::retryData(kQueueFullRetry), QStringLiteral("too many saves wait")};
    }
    write->settle(tl::unexpected(std::move(refusal)));
}

void StoreWriter::stop()
{
    {
        const MutexLock lock(m_mutex);
        m_stopping = true;
        m_changed.notifyAll();
    }
    if (m_thread.joinable())
        m_thread.join();
}

size_t StoreWriter::depth() const
{
    const MutexLock lock(m_mutex);
    return m_waiting.size();
}

void StoreWriter::run()
{
    for (Group group = takeGroup(); !group.empty(); group = takeGroup())
        process(std::move(group));
}

// Empty when the writer has stopped and nothing waits.
StoreWriter::Group StoreWriter::takeGroup()
{
    const MutexLock lock(m_mutex);
    while (m_waiting.empty() && !m_stopping)
        m_changed.wait(m_mutex);

    Group group;
    while (!m_waiting.empty() && group.size() < m_limits.groupWrites) {
        const bool alone = m_waiting.front()->alone;
        if (alone && !group.empty())
            break;
        m_waitingBytes -= m_waiting.front()->sizeBytes;
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        if (alone)
            break;
    }
    return group;
}

void StoreWriter::process(Group group)
{
    settleLate(group, m_database.clock().now());
    while (!group.empty()) {
        auto results = applySome(group);
        for (size_t i = 0; i < results.size(); ++i)
            group[i]->settle(std::move(results[i]));
        group.erase(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(results.size()));
        settleLate(group, m_database.clock().now());
    }
}

void StoreWriter::settleLate(Group &group, TimePoint now)
{
    const auto late =
        std::stable_partition(group.begin(), group.end(), [now](const auto &write) { return now < write->deadline; });
    for (auto write = late; write != group.end(); ++write)
        (*write)->settle(tl::unexpected(tooLate()));
    group.erase(late, group.end());
}

std::vector<Result<void>> StoreWriter::applySome(std::span<const std::unique_ptr<Write>> group)
{
    std::vector<Result<void>> results;
    results.reserve(group.size());
    const auto failed = [&](Error error) { // a copy: it may be one of the results
        noteHealth(error);
        failAll(results, group.size(), error);
        return std::move(results);
    };

    // Where the database is far away, a whole group would take longer than it may, and fail as a whole.
    const TimePoint commitAt = m_database.clock().now() + m_database.operationTimeout() / 2;
    auto operation = m_database.operation(TimePoint::max(), DatabaseUse::Write);
    if (!operation)
        return failed(operation.error());
    auto transaction = Transaction::begin(*operation);
    if (!transaction)
        return failed(transaction.error());
    for (const auto &write : group) {
        results.push_back(applyInSavepoint(*write, *operation));
        if (!operation->inTransaction())
            return failed(results.back().error());
        if (m_database.clock().now() >= commitAt)
            break;
    }
    if (auto committed = transaction->commit(); !committed) {
        group = group.first(results.size()); // the others have not been begun
        return failed(committed.error());
    }
    noteHealth({});
    return results;
}

// Once per change for the worse or better: with many clients, a line per failure would fill the disk that is full.
void StoreWriter::noteHealth(const std::optional<Error> &failure)
{
    if (failure.has_value() == m_failing)
        return;
    m_failing = failure.has_value();
    if (failure)
        qCWarning(lcStorage) << "saves fail"
                             << "reason=" << failure->detail;
    else
        qCInfo(lcStorage) << "saves work again";
}

} // namespace sluice::server

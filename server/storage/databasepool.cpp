#include "server/storage/databasepool.h"

#include "shared/protocol/codec.h"

#include <algorithm>

namespace sluice::server {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBetweenAttempts{100};
constexpr milliseconds kAllInUseRetry{250};

} // namespace

Result<std::unique_ptr<DatabaseConnection>> DatabasePool::take(DatabaseUse use, Duration limit)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    {
        const MutexLock lock(m_mutex);
        while (isFull(use)) {
            if (!m_changed.waitUntil(m_mutex, until) && isFull(use)) {
                return failure(ErrorCode::Busy, protocol::retryData(kAllInUseRetry),
                               QStringLiteral("all %1 connections to the database are in use").arg(m_most));
            }
        }
        ++lent(use);
    }
    if (auto idle = takeIdle())
        return idle;
    return open(use, until - std::chrono::steady_clock::now());
}

void DatabasePool::giveBack(DatabaseUse use, std::unique_ptr<DatabaseConnection> connection)
{
    if (!connection->isUsable())
        connection.reset();
    std::unique_ptr<DatabaseConnection> closing; // closed without the lock: it says goodbye to the server
    const MutexLock lock(m_mutex);
    --lent(use);
    if (m_lentReads + m_lentWrites + m_idle.size() >= m_most)
        closing = std::move(connection);
    else if (connection)
        m_idle.push_back(std::move(connection));
    m_changed.notifyAll();
}

void DatabasePool::setMost(size_t most)
{
    std::vector<std::unique_ptr<DatabaseConnection>> closing;
    const MutexLock lock(m_mutex);
    m_most = std::max<size_t>(2, most);
    while (!m_idle.empty() && m_lentReads + m_lentWrites + m_idle.size() > m_most) {
        closing.push_back(std::move(m_idle.back()));
        m_idle.pop_back();
    }
    m_changed.notifyAll();
}

size_t DatabasePool::size() const
{
    const MutexLock lock(m_mutex);
    return m_lentReads + m_lentWrites + m_idle.size();
}

bool DatabasePool::isFull(DatabaseUse use) const
{
    return use == DatabaseUse::Write ? m_lentWrites >= 1 : m_lentReads >= m_most - 1;
}

// After the server was away, all that were idle are of no use; they are found out here, and nobody else has to.
std::unique_ptr<DatabaseConnection> DatabasePool::takeIdle()
{
    while (true) {
        std::unique_ptr<DatabaseConnection> idle;
        {
            const MutexLock lock(m_mutex);
            if (m_idle.empty())
                return nullptr;
            idle = std::move(m_idle.back()); // the one used last: what is left over can be closed some day
            m_idle.pop_back();
        }
        if (idle->isUsable())
            return idle;
    }
}

Result<std::unique_ptr<DatabaseConnection>> DatabasePool::open(DatabaseUse use, Duration limit)
{
    {
        const MutexLock lock(m_mutex);
        if (m_failure && m_clock.now() < m_retryAt) {
            --lent(use);
            m_changed.notifyAll();
            return tl::unexpected(*m_failure);
        }
        if (m_failure)
            m_retryAt = m_clock.now() + kBetweenAttempts; // this is the attempt
    }
    auto opened = m_engine.open(limit);
    const MutexLock lock(m_mutex);
    if (opened) {
        m_failure.reset();
    } else {
        m_failure = opened.error();
        m_retryAt = m_clock.now() + kBetweenAttempts;
        --lent(use);
        m_changed.notifyAll();
    }
    return opened;
}

} // namespace sluice::server

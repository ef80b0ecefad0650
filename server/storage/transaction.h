#pragma once

#include "server/storage/database.h"

namespace sluice::server {

/// A write transaction: rolled back when it goes, unless commit() was called and succeeded.
/// Thread: the operation's own.
class Transaction
{
public:
    /// Takes the write lock. Errors: Busy when another has it for too long.
    [[nodiscard]] static Result<Transaction> begin(Operation &operation)
    {
        if (auto begun = operation.change(operation.dialect().beginWrite); !begun)
            return tl::unexpected(std::move(begun.error()));
        return Transaction(operation);
    }

    ~Transaction()
    {
        // Some errors end a transaction by themselves; then there is nothing left to roll back.
        if (m_operation && m_operation->inTransaction())
            m_operation->undo(m_operation->dialect().rollback);
    }
    Transaction(Transaction &&other) noexcept
        : m_operation(std::exchange(other.m_operation, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;

    /// Returns when the changes are on the disk.
    [[nodiscard]] Result<void> commit()
    {
        if (auto committed = m_operation->change(m_operation->dialect().commit); !committed)
            return tl::unexpected(std::move(committed.error()));
        return {};
    }

private:
    explicit Transaction(Operation &operation)
        : m_operation(&operation)
    {
    }

    Operation *m_operation;
};

/// A part of a transaction that can fail without hurting the rest: undone when it goes, unless release() was called.
/// Thread: the operation's own.
class Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Operation &operation)
    {
        if (auto begun = operation.change(operation.dialect().savepoint); !begun)
            return tl::unexpected(std::move(begun.error()));
        return Savepoint(operation);
    }

    ~Savepoint()
    {
        if (!m_operation || !m_operation->inTransaction())
            return;
        m_operation->undo(m_operation->dialect().rollbackToSavepoint);
        m_operation->undo(m_operation->dialect().releaseSavepoint);
    }
    Savepoint(Savepoint &&other) noexcept
        : m_operation(std::exchange(other.m_operation, nullptr))
    {
    }
    Savepoint &operator=(Savepoint &&) = delete;

    /// Keeps the changes, as far as the transaction is committed.
    [[nodiscard]] Result<void> release()
    {
        if (auto released = m_operation->change(m_operation->dialect().releaseSavepoint); !released)
            return tl::unexpected(std::move(released.error()));
        m_operation = nullptr;
        return {};
    }

private:
    explicit Savepoint(Operation &operation)
        : m_operation(&operation)
    {
    }

    Operation *m_operation;
};

} // namespace sluice::server

#pragma once

#include "server/storage/databaseengine.h"

namespace sluice::server {

/// SQLite, in a file. Each thread has a connection of its own.
class SqliteEngine final : public DatabaseEngine
{
public:
    SqliteEngine(QString file, const Clock &clock)
        : m_file(std::move(file))
        , m_clock(clock)
    {
    }

    [[nodiscard]] const Dialect &dialect() const noexcept override;
    [[nodiscard]] const QString &place() const noexcept override { return m_file; }
    [[nodiscard]] bool sharesConnections() const noexcept override { return false; }
    [[nodiscard]] Result<std::unique_ptr<DatabaseConnection>> open(Duration limit) const override;

private:
    const QString m_file;
    const Clock &m_clock;
};

} // namespace sluice::server

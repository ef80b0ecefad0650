#pragma once

#include "server/storage/databaseengine.h"

namespace sluice::server {

/// PostgreSQL, through libpq. Connections are shared by all threads.
/// Source: https://www.postgresql.org/docs/15/libpq.html
class PostgresEngine final : public DatabaseEngine
{
public:
    /// `url` is a libpq connection URI without a password. An empty password: what libpq itself finds.
    PostgresEngine(QString url, QByteArray password, const Clock &clock);

    /// Errors: InvalidParams whose detail says what is wrong with the URL. Thread: any.
    [[nodiscard]] static Result<void> checkUrl(const QString &url);

    [[nodiscard]] const Dialect &dialect() const noexcept override;
    [[nodiscard]] const QString &place() const noexcept override { return m_url; }
    [[nodiscard]] bool sharesConnections() const noexcept override { return true; }
    [[nodiscard]] Result<std::unique_ptr<DatabaseConnection>> open(Duration limit) const override;

private:
    const QString m_url;
    const QByteArray m_password;
    const Clock &m_clock;
};

} // namespace sluice::server

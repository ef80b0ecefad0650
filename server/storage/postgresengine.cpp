#include "server/storage/postgresengine.h"

#include "server/storage/postgresconnection.h"

namespace sluice::server {

namespace {

// The lock's number is any that nobody else takes: "sluice" in ASCII.
constexpr Dialect kDialect{
    .name = QLatin1String("postgresql"),
    .beginWrite = QLatin1String("BEGIN"),
    .lockSchema = QLatin1String("SELECT pg_advisory_xact_lock(127018966344549)"),
    .checkDatabase = QLatin1String(
        "SELECT CASE WHEN current_setting('server_encoding') <> 'UTF8' THEN 'its encoding is ' || "
        "current_setting('server_encoding') || ', not UTF8' WHEN pg_is_in_recovery() THEN 'it is a replica, which "
        "nothing can be written to' ELSE 'ok' END"),
    .makeMigrations =
        QLatin1String("CREATE TABLE IF NOT EXISTS schema_migrations (version BIGINT NOT NULL PRIMARY KEY, "
                      "name TEXT NOT NULL, applied_ms BIGINT NOT NULL)"),
    .likeIgnoresCase = false,
    .advice = QLatin1String("check storage.url and that the server runs, lets this user in and lets it make tables"),
};

struct OptionsDeleter {
    void operator()(PQconninfoOption *options) const noexcept { PQconninfoFree(options); }
};

} // namespace

PostgresEngine::PostgresEngine(QString url, QByteArray password, const Clock &clock)
    : m_url(std::move(url))
    , m_password(std::move(password))
    , m_clock(clock)
{
}

Result<void> PostgresEngine::checkUrl(const QString &url)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, OptionsDeleter> options(
        PQconninfoParse(url.toUtf8().constData(), &message));
    const std::unique_ptr<char, decltype(&PQfreemem)> owner(message, &PQfreemem);
    if (options)
        return {};
    return failure(ErrorCode::InvalidParams, {},
                   QStringLiteral("storage.url: is no URL that PostgreSQL knows (%1); found \"%2\", expected "
                                  "postgresql://user@host/database")
                       .arg(QString::fromUtf8(message).simplified(), url));
}

const Dialect &PostgresEngine::dialect() const noexcept
{
    return kDialect;
}

Result<std::unique_ptr<DatabaseConnection>> PostgresEngine::open(Duration limit) const
{
    std::vector<std::pair<std::string, std::string>> parameters{
        {"dbname", m_url.toStdString()}, {"fallback_application_name", "sluiced"}, {"client_encoding", "UTF8"}};
    if (!m_password.isEmpty())
        parameters.emplace_back("password", m_password.toStdString());
    auto connection = std::make_unique<PostgresConnection>(m_clock);
    if (auto opened = connection->open(parameters, limit); !opened)
        return tl::unexpected(std::move(opened.error()));
    return connection;
}

} // namespace sluice::server

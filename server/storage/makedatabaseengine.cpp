#include "server/storage/makedatabaseengine.h"

#include "server/config/privatefile.h"
#include "server/storage/postgresengine.h"
#include "server/storage/sqliteengine.h"

namespace sluice::server {

namespace {

Result<QByteArray> readPassword(const QString &file)
{
    if (file.isEmpty())
        return QByteArray();
    return readPrivateFile(file).and_then([&file](QByteArray password) -> Result<QByteArray> {
        while (password.endsWith('\n') || password.endsWith('\r'))
            password.chop(1);
        if (password.isEmpty() || password.contains('\0'))
            return failure(ErrorCode::InvalidParams, {}, QStringLiteral("%1: holds no password").arg(file));
        return password;
    });
}

} // namespace

Result<std::unique_ptr<DatabaseEngine>> makeDatabaseEngine(const Config &config, const QString &file,
                                                           const Clock &clock)
{
    const QString &url = config.storage.url;
    if (url.isEmpty())
        return std::make_unique<SqliteEngine>(file, clock);
    if (auto valid = PostgresEngine::checkUrl(url); !valid)
        return tl::unexpected(std::move(valid.error()));
    auto password = readPassword(config.storage.passwordFile);
    if (!password)
        return tl::unexpected(std::move(password.error()));
    return std::make_unique<PostgresEngine>(url, std::move(*password), clock);
}

} // namespace sluice::server

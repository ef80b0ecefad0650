#pragma once

#include "server/config/config.h"
#include "server/storage/databaseengine.h"

namespace sluice::server {

/// The kind of database that the configuration names: PostgreSQL at storage.url, else SQLite in `file`. Nothing is
/// opened before it is used, but for the password's file. Errors: InvalidParams, Forbidden, NotFound; `detail` says
/// what to do, without any secret.
[[nodiscard]] Result<std::unique_ptr<DatabaseEngine>> makeDatabaseEngine(const Config &config, const QString &file,
                                                                         const Clock &clock);

} // namespace sluice::server

#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace sluice::server {

/// Where errors are sent to: `https://KEY@host/PROJECT`, a secret.
/// Thread: any (a value).
struct SentryDsn {
    QUrl endpoint; ///< https://host/api/PROJECT/envelope/
    QByteArray key;

    /// Nothing when `text` is no DSN. Source: https://develop.sentry.dev/sdk/overview/#parsing-the-dsn
    [[nodiscard]] static std::optional<SentryDsn> parse(const QString &text);
    /// Errors: as readPrivateFile(); InvalidParams when the file holds no DSN. `detail` names the file, never what is
    /// in it. Blocks: on the disk.
    [[nodiscard]] static Result<SentryDsn> read(const QString &fileName);
};

} // namespace sluice::server

#include "server/log/sentrydsn.h"

#include "server/config/privatefile.h"

namespace sluice::server {

std::optional<SentryDsn> SentryDsn::parse(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const QString project = url.path().section(u'/', -1);
    const QString folder = url.path().section(u'/', 0, -2);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isWeb || url.host().isEmpty() || url.userName().isEmpty() || project.isEmpty())
        return std::nullopt;
    SentryDsn dsn{{}, url.userName().toUtf8()};
    url.setUserInfo({});
    url.setQuery(QString());
    url.setPath(QStringLiteral("%1/api/%2/envelope/").arg(folder, project));
    dsn.endpoint = url;
    return dsn;
}

Result<SentryDsn> SentryDsn::read(const QString &fileName)
{
    const auto contents = readPrivateFile(fileName);
    if (!contents)
        return tl::unexpected(contents.error());
    if (auto dsn = parse(QString::fromUtf8(contents->trimmed())))
        return *std::move(dsn);
    return failure(ErrorCode::InvalidParams, {},
                   QStringLiteral("%1: holds no DSN as https://KEY@host/PROJECT").arg(fileName));
}

} // namespace sluice::server

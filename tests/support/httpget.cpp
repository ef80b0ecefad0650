#include "tests/support/httpget.h"

#include "tests/support/waiting.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <memory>

namespace sluice::test {

HttpAnswer httpGet(quint16 port, const QString &path)
{
    const QUrl url(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(path));
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(url)));
    if (!waitUntil([&] { return reply->isFinished(); }))
        return {};
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

} // namespace sluice::test

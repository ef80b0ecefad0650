#pragma once

#include <QByteArray>
#include <QString>

namespace sluice::test {

/// What an HTTP server answered.
struct HttpAnswer {
    int status = 0; ///< 0: nobody answered.
    QByteArray body;
};

/// GET on 127.0.0.1; `path` may have a query. Blocks: until the answer is there, at most kPatience.
[[nodiscard]] HttpAnswer httpGet(quint16 port, const QString &path);

} // namespace sluice::test

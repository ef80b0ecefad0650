#include "server/config/configproblem.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace sluice::server {

QString ConfigProblem::toText() const
{
    QString line;
    if (!where.isEmpty())
        line += where + QLatin1String(": ");
    if (!key.isEmpty())
        line += key + QLatin1String(": ");
    line += reason;
    if (!found.isEmpty())
        line += QLatin1String("; found ") + found;
    if (!expected.isEmpty())
        line += (found.isEmpty() ? QLatin1String("; expected ") : QLatin1String(", expected ")) + expected;
    return line;
}

QJsonObject ConfigProblem::toJson() const
{
    return {
        {QStringLiteral("key"), key},
        {QStringLiteral("reason"), reason},
        {QStringLiteral("expected"), expected},
    };
}

tl::unexpected<Error> configFailure(const ConfigProblems &problems)
{
    QStringList lines;
    QJsonArray errors;
    for (const ConfigProblem &problem : problems) {
        lines.append(problem.toText());
        errors.append(problem.toJson());
    }
    const QJsonObject data{{QStringLiteral("errors"), errors}};
    return failure(ErrorCode::InvalidParams, QJsonDocument(data).toJson(QJsonDocument::Compact), lines.join(u'\n'));
}

} // namespace sluice::server

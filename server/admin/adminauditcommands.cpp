// The command of AdminCommands that shows what operators did.

#include "server/admin/admincommands.h"
#include "server/admin/auditreader.h"
#include "shared/admin/adminparams.h"

#include <QJsonArray>

namespace sluice::server {

using admin::AdminParams;

namespace {

constexpr qint64 kMostRows = 200;
constexpr qint64 kDefaultRows = 100;
constexpr qsizetype kMaxText = 256;
constexpr qint64 kMaxSeq = qint64{1} << 53; // the largest that a JSON number holds exactly

} // namespace

Result<QJsonValue> AdminCommands::auditList(const AdminCaller &, const QJsonObject &params)
{
    AdminParams reader(params,
                       {QStringLiteral("filter"), QStringLiteral("who"), QStringLiteral("method"),
                        QStringLiteral("before"), QStringLiteral("limit")});
    const AuditQuery query{
        reader.text(QStringLiteral("filter"), kMaxText), reader.text(QStringLiteral("who"), kMaxText),
        reader.text(QStringLiteral("method"), kMaxText), reader.integer(QStringLiteral("before"), 1, kMaxSeq),
        static_cast<size_t>(reader.integer(QStringLiteral("limit"), 1, kMostRows).value_or(kDefaultRows))};
    if (reader.fault())
        return tl::unexpected(*reader.fault());
    const AuditPage page = AuditReader(m_parts.audit.fileName()).read(query);
    QJsonArray rows;
    for (const QJsonObject &row : page.rows)
        rows.append(row);
    QJsonObject answer{{QStringLiteral("rows"), rows}, {QStringLiteral("more"), page.hasMore}};
    if (page.hasMore) // also where nothing matched in what was looked through
        answer[QStringLiteral("next")] = page.next;
    return answer;
}

} // namespace sluice::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/listexport.h"

#include "console/models/csv.h"
#include "console/models/listvalues.h"

#include <QSet>

#include <algorithm>

namespace sluice::console {

using namespace Qt::StringLiterals;

ListExport::ListExport(ServerSession &session, const PagedModel &model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_spec(model.spec())
    , m_query(model.query())
{
}

void ListExport::start()
{
    ask();
}

void ListExport::ask()
{
    QJsonObject params = m_query;
    if (m_spec.pageRows > 0)
        params[u"limit"_s] = m_spec.pageRows;
    if (m_spec.paging == Paging::Offset && !m_rows.isEmpty())
        params[u"offset"_s] = m_rows.size();
    if (m_next > 0)
        params[u"before"_s] = m_next;
    m_session.client().request(this, m_spec.method, params, [this](const AdminReply &reply) {
        if (reply.error)
            Q_EMIT failed(reply.error->message);
        else
            onPage(reply.result);
    });
}

void ListExport::onPage(const QJsonObject &answer)
{
    const QJsonArray page = answer.value(m_spec.rowsField).toArray();
    for (const QJsonValue &row : page)
        m_rows.append(row);
    Q_EMIT progressed(m_rows.size());
    m_next = answer.value("next"_L1).toInteger();
    const bool more = hasMore(answer, page.size());
    if (more && m_rows.size() < kMostRows)
        ask();
    else
        Q_EMIT finished(toCsv(m_rows), m_rows.size(), more);
}

bool ListExport::hasMore(const QJsonObject &answer, qsizetype pageRows) const
{
    if (m_spec.paging == Paging::Cursor)
        return answer.value("more"_L1).toBool() && m_next > 0;
    return m_spec.paging == Paging::Offset && pageRows > 0 && m_rows.size() < answer.value("matching"_L1).toInteger();
}

QByteArray ListExport::toCsv(const QJsonArray &rows)
{
    QSet<QString> found;
    for (const QJsonValue &row : rows) {
        const QStringList keys = row.toObject().keys();
        found.unite({keys.cbegin(), keys.cend()});
    }
    QStringList names(found.cbegin(), found.cend());
    std::sort(names.begin(), names.end());
    QByteArray csv = csvLine(names);
    for (const QJsonValue &row : rows) {
        QStringList fields;
        for (const QString &name : std::as_const(names)) {
            const QJsonValue value = row[name];
            fields.append(value.isString()                            ? value.toString()
                              : value.isNull() || value.isUndefined() ? QString()
                                                                      : listvalues::json(value));
        }
        csv += csvLine(fields);
    }
    return csv;
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/pagedmodel.h"

#include <QJsonArray>
#include <QObject>

namespace sluice::console {

/// All pages of what a PagedModel asks for now, one request after the other, as CSV with the server's own names and
/// values. Ends once, with `finished` or `failed`, unless it is destroyed before.
/// Thread: main.
class ListExport : public QObject
{
    Q_OBJECT

public:
    /// What is beyond is left out.
    static constexpr qsizetype kMostRows = 50'000;

    ListExport(ServerSession &session, const PagedModel &model, QObject *parent = nullptr);

    void start();

    /// The rows as CSV: a column for each member that any of them has.
    [[nodiscard]] static QByteArray toCsv(const QJsonArray &rows);

Q_SIGNALS:
    void progressed(qsizetype rows);
    /// `isCut`: there were more than kMostRows.
    void finished(const QByteArray &csv, qsizetype rows, bool isCut);
    void failed(const QString &reason);

private:
    void ask();
    void onPage(const QJsonObject &answer);
    [[nodiscard]] bool hasMore(const QJsonObject &answer, qsizetype pageRows) const;

    ServerSession &m_session;
    const ListSpec m_spec;
    const QJsonObject m_query;
    QJsonArray m_rows;
    qint64 m_next = 0; ///< Where a list of Paging::Cursor goes on.
};

} // namespace sluice::console

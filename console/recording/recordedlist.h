// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/recording/answerlog.h"
#include "shared/admin/adminpage.h"
#include "shared/base/result.h"

#include <QCoreApplication>
#include <QList>

#include <span>

namespace sluice::console {

/// The rows of one of the server's lists that a recording holds: filtered and put in order as the server does. Where
/// the server had more, its answer also tells `recorded {rows, of}`, so that nobody takes the part for the whole; `of`
/// is missing where the server did not tell how many there were. Thread: any (a value).
class RecordedList
{
    Q_DECLARE_TR_FUNCTIONS(sluice::console::RecordedList)

public:
    /// `nowMs`: the instant of the recording, which filters go by. Units: ms since the Unix epoch.
    RecordedList(const RecordedAnswer &page, qint64 nowMs);

    /// Keeps those that match, as typed. Errors: InvalidParams, its detail is a sentence for people; Unavailable where
    /// lists of this kind cannot be filtered.
    [[nodiscard]] Result<void> filter(const QString &text);
    /// By a column of the server's, with `-` before it downwards. Errors: Unavailable when the rows do not tell it.
    [[nodiscard]] Result<void> sort(const QString &column);
    /// In the form of the server's.
    [[nodiscard]] QJsonObject answer() const;

private:
    template <typename Matches>
    void keepIf(const Matches &matches);
    /// By the server's own column; false: it has none of that name.
    template <typename Row>
    bool sortBy(std::span<const admin::SortColumn<Row>> columns, const QString &name, bool isDescending);

    const RecordedAnswer m_page;
    const qint64 m_nowMs;
    QString m_field; ///< That has the rows; empty: there are none.
    QList<QJsonObject> m_rows;
    qsizetype m_recorded = 0; ///< Rows before any filter.
};

} // namespace sluice::console

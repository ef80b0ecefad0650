// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sluice::console {

/// Rows of text as aligned columns for a terminal: headings first, numbers to the right, nothing at a line's end.
/// What comes from outside cannot move the cursor: control characters are shown as "?".
/// Thread: any (a value).
class TextTable
{
public:
    explicit TextTable(QStringList headings);

    /// Requires: as many cells as headings.
    void addRow(const QStringList &cells);
    [[nodiscard]] QString toText() const;

private:
    QList<QStringList> m_rows; // the first one has the headings
};

} // namespace sluice::console

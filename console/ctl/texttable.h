// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sluice::console {

/// What comes from outside, for a terminal: control and format characters, which could move the cursor or turn the text
/// around, become "?".
[[nodiscard]] QString printable(QString text);

/// Rows of text as aligned columns for a terminal: headings first, numbers to the right, nothing at a line's end.
/// Cells are shown as printable() has them.
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

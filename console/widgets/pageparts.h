// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <Qt>

class QFrame;
class QLabel;
class QSplitter;
class QTableView;
class QWidget;

// What pages are put together of. Thread: main.
namespace sluice::console {

/// Between the parts of a page, and from a page to its edge. Units: pixels.
inline constexpr int kPartGap = 10;

/// A label of plain text in one of the tones of the style sheet ("muted", "heading", "warn").
[[nodiscard]] QLabel *tonedLabel(const QString &text, const QString &tone, QWidget *parent);
/// Says something else in another tone.
void say(QLabel &label, const QString &tone, const QString &text);
/// After a property changed that the style sheet looks at.
void restyle(QWidget &widget);

/// Makes columns at least as wide as their titles.
void fitColumnsToTitles(QTableView &table);
/// Selects that row and makes it the current one. (Qt 6.4's own selectRow() selects nothing from right to left where
/// the columns fill the view.)
void selectRow(QTableView &table, int row);

/// A card around a table.
[[nodiscard]] QFrame *tableCard(QWidget *table, QWidget *parent);
/// A splitter whose parts cannot be pushed away, to add them to.
[[nodiscard]] QSplitter *pageSplitter(Qt::Orientation orientation, QWidget *parent);
/// A list with the details of what is selected at its right: the list takes what the window grows by.
[[nodiscard]] QSplitter *listWithDetails(QWidget *list, int listWidth, QWidget *details, int detailsWidth,
                                         QWidget *parent);

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/listtable.h"

class QToolButton;

namespace sluice::console {

class Chip;
class PagedModel;

/// A ListTable of a list that the server pages: sorts by a click on a column's head, stands still while it is attended,
/// and says below how much there is and how the request stands.
class PagedTable : public QWidget
{
    Q_OBJECT

public:
    /// Requires: `model` outlives this.
    PagedTable(PagedModel &model, const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] ListTable &table() { return *m_table; }
    [[nodiscard]] PagedModel &model() { return m_model; }
    /// Said when there is nothing and no filter.
    void setNothingText(const QString &text);
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString hint() const;
    /// That the list is old, that the server lets wait or why it refused; empty: nothing of that.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    /// The way out of a filter that nothing matches.
    void clearFilterWanted();

private:
    void buildFoot();
    void showStatus();
    [[nodiscard]] QString countOf() const;
    [[nodiscard]] QString recordedPart() const;
    void showEmptiness();

    const Theme &m_theme;
    PagedModel &m_model;
    ListTable *m_table;
    QLabel *m_count;
    Chip *m_frozen;
    Chip *m_pending;
    QToolButton *m_previous;
    QToolButton *m_next;
    QString m_nothing;
};

} // namespace sluice::console

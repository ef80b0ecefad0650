// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace sluice::console {

class ListModel;

/// The table of a ListModel, or a sentence in its place while it is empty. What is selected is told by id.
class ListTable : public QWidget
{
    Q_OBJECT

public:
    /// Requires: `model` outlives this.
    ListTable(ListModel &model, const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    [[nodiscard]] QTableView &view() { return *m_view; }
    [[nodiscard]] ListModel &model() { return m_model; }
    /// Of the selected rows, from the top.
    [[nodiscard]] QStringList selectedIds() const;
    /// The id of the current row; empty when there is none.
    [[nodiscard]] QString currentId() const;
    void select(const QString &id);
    /// Why there is nothing, and what `wayOut` offers: empty for no button.
    void setEmptyText(const QString &text, const QString &wayOut = {});
    [[nodiscard]] QString emptyText() const;
    /// The pointer is over the rows, or they have the focus.
    [[nodiscard]] bool isAttended() const;

Q_SIGNALS:
    void selectionChanged();
    void attendedChanged(bool attended);
    void wayOutClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    void showEmptiness();

    ListModel &m_model;
    QTableView *m_view;
    QWidget *m_emptiness;
    QLabel *m_empty;
    QPushButton *m_wayOut;
    bool m_isPointedAt = false;
    bool m_hasFocus = false;
};

} // namespace sluice::console

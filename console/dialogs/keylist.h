// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/shortcuts.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTableWidget;

namespace sluice::console {

/// All actions with their keys, which can be changed here; a key that another action has is refused with its name.
/// Not modal. Thread: main.
class KeyList : public QDialog
{
    Q_OBJECT

public:
    /// `shortcuts` lives longer.
    explicit KeyList(Shortcuts &shortcuts, QWidget *parent = nullptr);

    void select(const QAction &action);
    /// What became of the last change.
    [[nodiscard]] QString message() const;

private:
    void buildTable();
    void buildEditor();
    void showKeys();
    void showSelected();
    void assign();
    void clearKeys();
    void resetSelected();
    void resetAll();
    void say(bool isGood, const QString &text);
    /// Null: the row tells of a fixed key, or none is selected.
    [[nodiscard]] QAction *selected() const;

    Shortcuts &m_shortcuts;
    QTableWidget *m_table;
    QLabel *m_name;
    QKeySequenceEdit *m_edit;
    QPushButton *m_assign;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_message;
};

} // namespace sluice::console

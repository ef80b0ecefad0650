// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace sluice::console {

/// All keys: those of the window's actions and those that charts and lists know. Not modal.
class KeyList : public QDialog
{
    Q_OBJECT

public:
    /// An action's text without the marks of its mnemonic and of a dialog that follows.
    [[nodiscard]] static QString plainText(const QAction &action);

    explicit KeyList(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace sluice::console

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
    explicit KeyList(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;

namespace sluice::console {

/// What is copied from a cell (Ctrl+C) is what can be seen of it, without the marks that keep numbers and units
/// together from right to left. Thread: main.
class PlainCopy : public QObject
{
    Q_OBJECT

public:
    /// `view` becomes the owner.
    explicit PlainCopy(QAbstractItemView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_view;
};

} // namespace sluice::console

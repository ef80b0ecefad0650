// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace sluice::console {

/// The parts of a window that F6 goes through, each where it was left. Thread: main.
class Panes
{
public:
    /// What belongs together; the first that can have the focus gets it.
    using Pane = QList<QWidget *>;

    /// Those of a page: its cards and filters, from the top, as it is laid out.
    [[nodiscard]] static QList<Pane> of(const QWidget &page);

    explicit Panes(const QList<Pane> &panes);

    /// From the pane that has the focus to the next one that can have it, round and round.
    void moveFocus(bool forward) const;

private:
    [[nodiscard]] static QWidget *entryOf(const Pane &pane);
    [[nodiscard]] qsizetype current() const;

    QList<Pane> m_panes;
};

} // namespace sluice::console

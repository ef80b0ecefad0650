// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QFrame;

namespace sluice::console {

/// What the window shows before there was any server: nothing but a card that says what can be done. Thread: main.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// A button for each of the `ways` from here.
    explicit StartPage(const QList<QAction *> &ways, QWidget *parent = nullptr);

    /// While a dialog asks for the server, that is the only card.
    void setCardVisible(bool visible);

private:
    void addWay(QAction &action);

    QFrame *m_card;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace sluice::console {

/// Gives the application a new style sheet and spares the pages that nobody sees: they take it over when they are
/// shown, before they are painted. All at once it takes as long as one feels: a stack of nine pages has a thousand
/// widgets. Thread: main.
class HiddenPages : public QObject
{
public:
    explicit HiddenPages(QApplication &application, QObject *parent = nullptr);

    /// From now on `page` is spared while it is hidden.
    void add(QWidget &page);
    /// How the application looks. Both sheets differ in their colours only: what is hidden keeps its sizes.
    void setStyleSheet(const QString &sheet);
    /// Whether it has still to take the sheet over.
    [[nodiscard]] bool isWaiting(const QWidget &page) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Change { None, Leaving, Taking };

    void leaveOut(QWidget &page);
    void takeIn(QWidget &page);

    QApplication &m_application;
    QList<QPointer<QWidget>> m_pages;
    QList<QPointer<QWidget>> m_waiting;
    Change m_change = Change::None;
};

} // namespace sluice::console

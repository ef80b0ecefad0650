// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/hiddenpages.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>

namespace sluice::console {

namespace {

/// The widget and all in it; windows of it, such as menus and dialogs, are seen for themselves.
template <typename Visit>
void forEachPart(QWidget &widget, const Visit &visit)
{
    visit(widget);
    for (QWidget *child : widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow())
            forEachPart(*child, visit);
    }
}

} // namespace

HiddenPages::HiddenPages(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
}

void HiddenPages::add(QWidget &page)
{
    m_pages.removeAll(nullptr); // of a window that was built anew
    m_pages.append(&page);
    page.installEventFilter(this);
}

bool HiddenPages::isWaiting(const QWidget &page) const
{
    return m_waiting.contains(&page);
}

/// Where there is a sheet, Qt 6.4 polishes every widget once for each that it is in; between none and one it polishes
/// each once. So the old one goes first, and nobody is told: else layouts would be made without a sheet.
void HiddenPages::setStyleSheet(const QString &sheet)
{
    m_waiting.removeAll(nullptr);
    for (const QPointer<QWidget> &page : std::as_const(m_pages)) {
        if (page && !page->isVisible() && !isWaiting(*page))
            leaveOut(*page);
    }
    m_application.installEventFilter(this);
    m_change = Change::Leaving;
    m_application.setStyleSheet({});
    m_change = Change::Taking;
    m_application.setStyleSheet(sheet);
    m_change = Change::None;
    m_application.removeEventFilter(this);
}

/// As when the application changes its style: only what is polished is changed.
void HiddenPages::leaveOut(QWidget &page)
{
    m_waiting.append(&page);
    forEachPart(page, [](QWidget &part) {
        if (!part.testAttribute(Qt::WA_WState_Polished))
            return;
        part.style()->unpolish(&part);
        part.setAttribute(Qt::WA_WState_Polished, false);
    });
}

void HiddenPages::takeIn(QWidget &page)
{
    m_waiting.removeAll(&page);
    forEachPart(page, [](QWidget &part) {
        if (part.testAttribute(Qt::WA_WState_Polished))
            return;
        part.style()->polish(&part);
        part.setAttribute(Qt::WA_WState_Polished);
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(&part, &changed);
    });
}

bool HiddenPages::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr)
        return false;
    if (event->type() == QEvent::StyleChange && m_change != Change::None)
        return m_change == Change::Leaving || !widget->testAttribute(Qt::WA_WState_Polished);
    if (event->type() == QEvent::Show && isWaiting(*widget))
        takeIn(*widget);
    return false;
}

} // namespace sluice::console

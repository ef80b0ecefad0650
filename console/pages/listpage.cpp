// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages/listpage.h"

#include "console/models/pagedmodel.h"

#include <QAction>

namespace sluice::console {

using namespace Qt::StringLiterals;

void ListPage::setPaused(bool paused)
{
    m_isPaused = paused;
    onActiveChanged();
}

void ListPage::fetchNow()
{
    for (PagedModel *model : std::as_const(m_models))
        model->fetch();
}

void ListPage::addModel(PagedModel &model)
{
    m_models.append(&model);
}

QAction *ListPage::addPageAction(const QString &text, const QKeySequence &shortcut, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    // A name for those who keep its key: neither the text, which is translated, nor the place, which may change.
    action->setObjectName(u"%1.%2"_s.arg(QString::fromLatin1(metaObject()->className()).section(u':', -1),
                                         shortcut.toString(QKeySequence::PortableText)));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void ListPage::onActiveChanged()
{
    for (PagedModel *model : std::as_const(m_models))
        model->setActive(isActive());
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_isShown = true;
    onActiveChanged();
}

void ListPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_isShown = false;
    onActiveChanged();
}

} // namespace sluice::console

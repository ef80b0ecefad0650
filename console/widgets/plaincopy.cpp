// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/plaincopy.h"

#include "console/models/format.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace sluice::console {

PlainCopy::PlainCopy(QAbstractItemView &view)
    : QObject(&view)
    , m_view(view)
{
    view.installEventFilter(this);
}

bool PlainCopy::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QObject::eventFilter(watched, event);
    QGuiApplication::clipboard()->setText(format::withoutMarks(m_view.currentIndex().data().toString()));
    return true;
}

} // namespace sluice::console

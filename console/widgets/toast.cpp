// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAboveEdge = 44; // clear of the status bar

} // namespace

Toast::Toast(QWidget *window)
    : QFrame(window)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
{
    setObjectName(u"panelCard"_s);
    m_text->setObjectName(u"toastText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setObjectName(u"toastUndo"_s);
    m_undo->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 10, 8);
    layout->setSpacing(16);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    m_end.setSingleShot(true);
    m_end.setInterval(kShownFor);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto takeBack = std::exchange(m_takeBack, {}))
            takeBack();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::tell(const QString &text, std::function<void()> undo)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_takeBack = std::move(undo);
    m_undo->setVisible(static_cast<bool>(m_takeBack));
    place();
    show();
    raise();
    m_end.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Toast::text() const
{
    return m_text->text();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::place()
{
    adjustSize();
    const QWidget *window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - kAboveEdge);
}

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/app/startpage.h"

#include "console/widgets/pageparts.h"
#include "console/widgets/shortcuts.h"

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::console {

using namespace Qt::StringLiterals;

StartPage::StartPage(const QList<QAction *> &ways, QWidget *parent)
    : QWidget(parent)
    , m_card(new QFrame(this))
{
    m_card->setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(kPartGap);
    layout->addWidget(tonedLabel(tr("No server yet"), u"heading"_s, m_card));
    layout->addWidget(tonedLabel(tr("What happens on a server is shown here as soon as there is a link to one."),
                                 u"secondary"_s, m_card));
    for (QAction *way : ways)
        addWay(*way);
    if (auto *first = m_card->findChild<QPushButton *>()) {
        first->setProperty("primary", true);
        setFocusProxy(first);
    }
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_card, 0, Qt::AlignCenter);
}

void StartPage::addWay(QAction &action)
{
    auto *button = new QPushButton(Shortcuts::plainText(action), m_card);
    button->setObjectName(u"start:"_s + action.objectName());
    m_card->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
}

void StartPage::setCardVisible(bool visible)
{
    m_card->setVisible(visible);
}

} // namespace sluice::console

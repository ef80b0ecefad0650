// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/dialogs/namegate.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sluice::console {

NameGate::NameGate(const QString &objectPrefix, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_buttons(new QHBoxLayout)
    , m_confirm(new QPushButton(this))
{
    m_name->setObjectName(objectPrefix + QStringLiteral("Name"));
    m_confirm->setObjectName(objectPrefix + QStringLiteral("Confirm"));
    m_confirm->setAccessibleName(tr("Confirm"));
    m_confirm->setProperty("danger", true);
    m_confirm->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->addRow(tr("Type the server's &name"), m_name);
    m_buttons->addStretch();
    m_buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addLayout(m_buttons);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NameGate::update);
    connect(m_name, &QLineEdit::textChanged, this, &NameGate::update);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_confirm->setEnabled(false);
        Q_EMIT passed();
    });
}

void NameGate::open(const QString &name)
{
    m_wanted = name;
    m_name->clear();
    m_name->setPlaceholderText(name);
    m_timer.start(kArmDelay);
    update();
}

void NameGate::setVerb(const QString &verb)
{
    m_confirm->setText(verb);
    m_confirm->setAccessibleName(verb);
}

void NameGate::setObstacle(const QString &why)
{
    m_obstacle = why;
    update();
}

void NameGate::addSafeButton(QPushButton *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void NameGate::focusName()
{
    m_name->setFocus();
}

void NameGate::update()
{
    const bool named = m_name->text().trimmed() == m_wanted && !m_wanted.isEmpty();
    m_confirm->setEnabled(named && m_obstacle.isEmpty() && !m_timer.isActive());
    m_confirm->setToolTip(!m_obstacle.isEmpty() ? m_obstacle : named ? QString() : tr("Type the server's name first."));
}

} // namespace sluice::console

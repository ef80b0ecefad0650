// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/alertstrip.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace sluice::console {

namespace {

constexpr int kHeight = 34;

} // namespace

AlertStrip::AlertStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
    , m_verb(new QPushButton(this))
    , m_secondVerb(new QPushButton(this))
{
    setMinimumHeight(kHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_label->setTextFormat(Qt::RichText);
    m_label->setObjectName(QStringLiteral("alertText"));
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_label->setWordWrap(true);
    m_verb->setProperty("verb", true);
    m_verb->setObjectName(QStringLiteral("alertVerb"));
    m_secondVerb->setProperty("verb", true);
    m_secondVerb->setObjectName(QStringLiteral("alertSecondVerb"));
    m_verb->hide(); // until there is something to do
    m_secondVerb->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addSpacing(22); // the status, at the side where the language begins
    layout->addWidget(m_label, 1);
    layout->addWidget(m_verb);
    layout->addWidget(m_secondVerb);
    connect(m_verb, &QPushButton::clicked, this, &AlertStrip::verbClicked);
    connect(m_secondVerb, &QPushButton::clicked, this, &AlertStrip::secondVerbClicked);
    hide();
}

void AlertStrip::show(StatusShape status, const QString &headline, const QString &text, const QString &verb,
                      const QString &secondVerb)
{
    const bool isNew = isHidden() || m_status != status;
    m_status = status;
    m_label->setText(QStringLiteral("<b>%1</b> %2").arg(headline.toHtmlEscaped(), text.toHtmlEscaped()));
    setAccessibleName(QStringLiteral("%1 %2").arg(headline, text));
    m_label->setToolTip(accessibleName()); // all of it, where the window is narrow
    m_verb->setText(verb);
    m_verb->setVisible(!verb.isEmpty());
    m_secondVerb->setText(secondVerb);
    m_secondVerb->setVisible(!secondVerb.isEmpty());
    setVisible(true);
    update();
    if (isNew) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void AlertStrip::clear()
{
    setVisible(false);
    m_label->clear();
    setAccessibleName({});
}

QString AlertStrip::message() const
{
    return isHidden() ? QString() : accessibleName();
}

void AlertStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ColorRole color = statusColor(m_status);
    painter.fillRect(rect(), m_theme.mix(color, ColorRole::Panel, 0.12));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(color));
    const QRect box = QStyle::visualRect(layoutDirection(), rect(), QRect(14, (height() - 11) / 2, 11, 11));
    paintStatus(painter, box, m_status, m_theme);
}

} // namespace sluice::console

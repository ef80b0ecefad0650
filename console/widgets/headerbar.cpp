// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/headerbar.h"

#include "console/widgets/chip.h"
#include "console/widgets/commandbox.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace sluice::console {

namespace {

constexpr int kHeight = 50;

} // namespace

EnvironmentLook lookOf(Environment environment)
{
    switch (environment) {
    case Environment::Production: return {HeaderBar::tr("PRODUCTION"), ColorRole::Critical};
    case Environment::Staging: return {HeaderBar::tr("STAGING"), ColorRole::Warn};
    case Environment::Development: return {HeaderBar::tr("DEV"), ColorRole::Ok};
    case Environment::Unnamed: break;
    }
    return {{}, ColorRole::Text3};
}

HeaderBar::HeaderBar(const Theme &theme, const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_environment(new Chip(theme, this))
    , m_link(new Chip(theme, this))
    , m_role(new Chip(theme, this))
    , m_facts(new QLabel(this))
    , m_commands(new CommandBox(this))
    , m_range(new QComboBox(this))
{
    setObjectName(QStringLiteral("header"));
    setFixedHeight(kHeight);
    m_name->setObjectName(QStringLiteral("serverName"));
    m_link->setObjectName(QStringLiteral("linkBadge"));
    m_facts->setObjectName(QStringLiteral("serverFacts"));
    m_facts->setProperty("tone", QStringLiteral("muted"));
    m_facts->setMinimumWidth(60);
    m_facts->setWordWrap(true);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    m_commands->setMinimumWidth(120);
    m_commands->setMaximumWidth(300);
    m_range->setAccessibleName(tr("Time range of the charts"));
    m_range->addItem(tr("Last 1 min"), 60);
    m_range->addItem(tr("Last 5 min"), 300);
    m_range->addItem(tr("Last 10 min"), 600);
    m_range->addItem(tr("Last hour"), 3600);
    m_range->addItem(tr("Last 6 hours"), 21'600);
    connect(m_range, &QComboBox::activated, this, [this] { Q_EMIT rangeSelected(m_range->currentData().toInt()); });

    auto *themeButton = new QToolButton(this);
    themeButton->setIcon(icon(Glyph::Theme, theme));
    themeButton->setAccessibleName(tr("Theme"));
    themeButton->setToolTip(tr("Theme"));
    themeButton->setMenu(&actions.themeMenu);
    themeButton->setPopupMode(QToolButton::InstantPopup);
    auto *menuButton = new QToolButton(this);
    menuButton->setText(QStringLiteral("☰"));
    menuButton->setObjectName(QStringLiteral("mainMenu"));
    menuButton->setAccessibleName(tr("Menu"));
    menuButton->setToolTip(tr("Menu (F10)"));
    menuButton->setMenu(&actions.mainMenu);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    menuButton->setShortcut(Qt::Key_F10);
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer): made last, it is last in the tab order
    m_drain = buttonFor(actions.drain);
    m_drain->setProperty("danger", true);
    m_drain->setObjectName(QStringLiteral("drainButton"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(10);
    layout->addSpacing(16); // the band; unlike a margin it changes sides with the language
    layout->addWidget(m_name);
    layout->addWidget(m_environment);
    layout->addWidget(m_link);
    layout->addWidget(m_role);
    layout->addWidget(m_facts, 3);
    layout->addWidget(m_commands, 2);
    layout->addWidget(m_range);
    layout->addWidget(buttonFor(actions.pause));
    layout->addWidget(themeButton);
    layout->addWidget(menuButton);
    layout->addWidget(m_drain);
    m_role->hide();
}

QPushButton *HeaderBar::buttonFor(QAction &action)
{
    auto *button = new QPushButton(this);
    const auto follow = [button, &action] {
        button->setText(action.iconText());
        button->setIcon(action.icon());
        button->setToolTip(action.toolTip());
        button->setEnabled(action.isEnabled());
        button->setCheckable(action.isCheckable());
        button->setChecked(action.isChecked());
    };
    follow();
    connect(&action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

void HeaderBar::setServer(const QString &name, Environment environment)
{
    const EnvironmentLook look = lookOf(environment);
    m_name->setText(name);
    m_environment->setContent(look.word, look.color);
    m_bandColor = environment == Environment::Unnamed ? ColorRole::Line : look.color;
    update();
}

void HeaderBar::setLink(const QString &text, ColorRole color, bool filled)
{
    m_link->setContent(text, color, filled);
}

void HeaderBar::setFacts(const QString &text)
{
    m_facts->setText(text);
    m_facts->setToolTip(text);
}

void HeaderBar::setRoleNote(const QString &text)
{
    m_role->setContent(text, ColorRole::Violet);
}

void HeaderBar::setRangeSeconds(int seconds)
{
    m_range->setCurrentIndex(m_range->findData(seconds));
}

void HeaderBar::setDrainOffered(bool offered)
{
    m_drain->setVisible(offered);
}

QString HeaderBar::linkText() const
{
    return m_link->text();
}

void HeaderBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_bandColor));
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), QRect(13, 12, 4, height() - 24)), 2, 2);
}

} // namespace sluice::console

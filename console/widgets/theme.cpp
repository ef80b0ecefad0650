// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/theme.h"

#include "console/widgets/consolestyle.h"
#include "console/widgets/hiddenpages.h"

#include <QApplication>
#include <QPalette>

#include <array>

namespace sluice::console {

using namespace Qt::StringLiterals;

namespace {

struct Token {
    const char *name;
    QRgb dark;
    QRgb light;
};

constexpr std::array<Token, static_cast<size_t>(ColorRole::Count)> kTokens{{
    {"window", 0xff11141a, 0xfff2f4f8},
    {"panel", 0xff191d25, 0xffffffff},
    {"raised", 0xff222834, 0xffeef1f6},
    {"line", 0xff2b3240, 0xffd8dee8},
    {"text", 0xffe9ecf2, 0xff18202e},
    {"text2", 0xffaeb6c4, 0xff465065},
    {"text3", 0xff7f899a, 0xff6b7689},
    {"accent", 0xff5b9dff, 0xff1f63e0},
    {"ok", 0xff3ecf8e, 0xff0f7f53},
    {"warn", 0xfff5b83d, 0xffa86100},
    {"critical", 0xfff2607a, 0xffc32a4a},
    {"violet", 0xffb39bff, 0xff6a48d7},
    {"cyan", 0xff3cc8da, 0xff0b7f93},
    {"selection", 0xff26344d, 0xffdbe7ff},
}};

// @name stands for a token, @name/30 for 30 % of it over the panel.
constexpr auto kStyleSheet = R"(
QMainWindow, QDialog { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
#header { background: @panel; border: 0; border-bottom: 1px solid @line; }
#serverName { font-size: 12.5pt; font-weight: bold; }
#rail { background: @panel; border: 0; border-right: 1px solid @line; }
#rail QListView { background: transparent; border: 0; outline: 0; font-size: 9.5pt; }
#rail QListView::item { color: @text2; padding: 7px 10px; margin: 1px 8px; border-radius: 6px; border: 1px solid transparent; }
#rail QListView::item:hover { background: @raised; }
#rail QListView::item:selected { background: @selection; color: @text; }
#rail QListView::item:selected:focus { border: 1px solid @accent; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @text3; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @text3; font-size: 8pt; padding: 0 10px 0 4px; }
QMenuBar { background: @panel; color: @text2; border-bottom: 1px solid @line; }
QMenuBar::item { padding: 3px 9px; background: transparent; }
QMenuBar::item:selected { background: @selection; color: @text; border-radius: 4px; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
#card, #panelCard { background: @panel; border: 1px solid @line; border-radius: 8px; }
QLabel[tone="title"] { font-size: 9.5pt; font-weight: bold; color: @text; }
QLabel[tone="heading"] { font-size: 14pt; font-weight: bold; color: @text; }
QLabel[tone="muted"] { color: @text3; }
QLabel[tone="secondary"] { color: @text2; }
QLabel[tone="critical"] { color: @critical; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="removed"] { background: @critical/22; color: @critical; border-radius: 3px; padding: 1px 8px; font-family: "DejaVu Sans Mono"; }
QLabel[tone="added"] { background: @ok/22; color: @ok; border-radius: 3px; padding: 1px 8px; font-family: "DejaVu Sans Mono"; }
QPushButton, QToolButton, QComboBox { background: @raised; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 12px; min-height: 18px; }
QToolButton { padding: 4px 6px; }
QPushButton, QToolButton { outline: 0; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton[quiet="true"] { background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: 18px; color: @text3; }
QToolButton[quiet="true"]:hover, QToolButton[quiet="true"]:focus { border-color: @text3; color: @text; }
#commandList { background: @panel; border: 1px solid @accent; border-radius: 6px; padding: 3px; }
#commandList::item { padding: 4px 8px; border-radius: 4px; color: @text; }
#commandList::item:selected { background: @selection; color: @text; }
#notice { background: @accent/15; border: 1px solid @accent; border-radius: 6px; }
QListView { background: transparent; border: 0; outline: 0; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { border-color: @text3; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: @selection; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled { color: @text3; background: @panel; }
QPushButton:default { border-color: @accent; }
QPushButton[danger="true"] { background: transparent; color: @critical; border: 1px solid @critical; font-weight: bold; }
QPushButton[danger="true"]:hover { background: @critical/15; }
QPushButton[danger="true"]:disabled { color: @text3; border-color: @line; }
QPushButton[primary="true"] { font-weight: bold; }
QPushButton[primary="true"]:enabled { background: @accent; color: @window; border-color: @accent; }
QPushButton[verb="true"] { background: transparent; border: 1px solid transparent; font-weight: bold; }
QPushButton[verb="true"]:hover, QPushButton[verb="true"]:focus { border-color: @text2; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox QAbstractItemView { background: @panel; color: @text; border: 1px solid @line; selection-background-color: @selection; selection-color: @text; }
QLineEdit, QAbstractSpinBox { background: @raised; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px; min-height: 18px; selection-background-color: @accent; selection-color: @window; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: @text3; background: @panel; }
QTableView QLineEdit, QTableView QAbstractSpinBox, QTableView QComboBox { border-radius: 0; padding: 0 6px; min-height: 0; border: 1px solid @accent; }
QLineEdit[fault="true"], QLineEdit[fault="true"]:focus { border: 1px solid @critical; background: @critical/15; }
#completions { background: @panel; color: @text; border: 1px solid @line; selection-background-color: @selection; selection-color: @text; }
QPlainTextEdit { background: @raised; color: @text; border: 1px solid @line; border-radius: 6px; padding: 2px 4px; selection-background-color: @accent; selection-color: @window; }
QPlainTextEdit:focus { border: 1px solid @accent; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: @text2; border: 0; border-bottom: 2px solid transparent; padding: 5px 12px 4px 12px; margin-right: 4px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: bold; }
QTabBar::tab:focus { color: @accent; }
QTableView { background: @panel; alternate-background-color: @raised/45; border: 0; gridline-color: transparent; selection-background-color: @selection; selection-color: @text; outline: 0; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @text2; border: 0; border-bottom: 1px solid @line; padding: 6px 8px; font-weight: bold; }
QCheckBox:focus { color: @accent; }
QRadioButton::indicator { width: 13px; height: 13px; background: @raised; border: 1px solid @text3; border-radius: 7px; }
QRadioButton::indicator:checked { width: 5px; height: 5px; background: @window; border: 5px solid @accent; border-radius: 7px; }
QRadioButton:focus { color: @accent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line; border-radius: 4px; min-height: 30px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line; border-radius: 4px; min-width: 30px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: transparent; }
)";

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto channel = [&](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_pages(new HiddenPages(application, this))
    , m_desktopIsDark(isDarkPalette(QApplication::palette()))
{
    QApplication::setStyle(new ConsoleStyle);
    apply();
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::addPage(QWidget &page)
{
    m_pages->add(page);
}

QColor Theme::color(ColorRole role) const
{
    const Token &token = kTokens[static_cast<size_t>(role)];
    return QColor::fromRgb(m_dark ? token.dark : token.light);
}

QColor Theme::color(ColorRole role, double opacity) const
{
    QColor result = color(role);
    result.setAlphaF(static_cast<float>(opacity));
    return result;
}

QColor Theme::mix(ColorRole foreground, ColorRole background, double share) const
{
    return blend(color(foreground), color(background), share);
}

QFont Theme::font(double points, QFont::Weight weight)
{
    // Condensed has digits of equal width and is read more easily in tables.
    QFont font(QStringList{u"DejaVu Sans Condensed"_s, u"DejaVu Sans"_s, u"Noto Sans"_s});
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

QPalette Theme::palette() const
{
    QPalette result;
    const auto set = [&](QPalette::ColorRole role, ColorRole token) { result.setColor(role, color(token)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Panel);
    set(QPalette::AlternateBase, ColorRole::Raised);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Raised);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Critical);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::Text3);
    set(QPalette::Highlight, ColorRole::Accent);
    set(QPalette::HighlightedText, ColorRole::Window);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Violet);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, color(ColorRole::Text3));
    return result;
}

QString Theme::styleSheet() const
{
    QString sheet = QString::fromLatin1(kStyleSheet);
    const auto percentForms = [&](const QString &name, const QColor &over) {
        for (const int share : {15, 22, 45})
            sheet.replace(u"@%1/%2"_s.arg(name).arg(share), blend(over, color(ColorRole::Panel), share / 100.0).name());
    };
    // "@text2" before "@text": the longer name first.
    for (size_t i = kTokens.size(); i-- > 0;) {
        const QString name = QString::fromLatin1(kTokens[i].name);
        const QColor value = color(static_cast<ColorRole>(i));
        percentForms(name, value);
        sheet.replace(u"@%1"_s.arg(name), value.name());
    }
    return sheet;
}

void Theme::apply()
{
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::Auto && m_desktopIsDark);
    QApplication::setFont(font(kBodyPoints));
    QApplication::setPalette(palette());
    m_pages->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

} // namespace sluice::console

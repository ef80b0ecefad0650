// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/widgets/icons.h"

#include <QFrame>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace sluice::console {

class Chip;
class CommandBox;

/// How an environment is called and coloured; no word for one without a name.
struct EnvironmentLook {
    QString word;
    ColorRole color;
};

[[nodiscard]] EnvironmentLook lookOf(Environment environment);

/// The top of the window: which server, in which environment, how the link is, and what concerns all pages.
class HeaderBar : public QFrame
{
    Q_OBJECT

public:
    /// What the buttons do; owned by the window.
    struct Actions {
        QAction &pause;
        QAction &drain;
        QMenu &mainMenu;
        QMenu &themeMenu;
    };

    HeaderBar(const Theme &theme, const Actions &actions, QWidget *parent = nullptr);

    void setServer(const QString &name, Environment environment);
    /// `filled`: must not be overlooked.
    void setLink(const QString &text, ColorRole color, bool filled);
    void setFacts(const QString &text);
    /// Shown when it limits what can be done; empty hides it.
    void setRoleNote(const QString &text);
    void setRangeSeconds(int seconds);
    /// Absent, not merely disabled, for who may never use it.
    void setDrainOffered(bool offered);
    [[nodiscard]] QString linkText() const;
    [[nodiscard]] CommandBox &commands() { return *m_commands; }

Q_SIGNALS:
    void rangeSelected(int seconds);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QPushButton *buttonFor(QAction &action);

    const Theme &m_theme;
    ColorRole m_bandColor = ColorRole::Line;
    QLabel *m_name;
    Chip *m_environment;
    Chip *m_link;
    Chip *m_role;
    QLabel *m_facts;
    CommandBox *m_commands;
    QComboBox *m_range;
    QPushButton *m_drain = nullptr;
};

} // namespace sluice::console

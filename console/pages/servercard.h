// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sluice::console {

class Chip;

/// One saved server: what it is for, where it is, how it is as far as this window knows, and how to get there.
/// Thread: main.
class ServerCard : public QFrame
{
    Q_OBJECT

public:
    /// What this window knows of the server.
    struct State {
        bool isCurrent = false; ///< This window is connected to it, or tries to be.
        QString text;           ///< "● Live".
        ColorRole color = ColorRole::Text3;
        QString facts; ///< "1,200 connections · 250 events/s".
    };

    ServerCard(const ConnectionProfile &profile, const Theme &theme, QWidget *parent = nullptr);

    void showState(const State &state);
    [[nodiscard]] const ConnectionProfile &profile() const { return m_profile; }

Q_SIGNALS:
    void openWanted();
    void newWindowWanted();
    void forgetWanted();
    void readOnlyChanged(bool readOnly);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();

    const ConnectionProfile m_profile;
    const Theme &m_theme;
    Chip *m_environment;
    Chip *m_state;
    QLabel *m_facts;
    QCheckBox *m_readOnly;
    QPushButton *m_open;
    QPushButton *m_window;
    QPushButton *m_forget;
};

} // namespace sluice::console

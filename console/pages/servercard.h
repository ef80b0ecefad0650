// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/samplehistory.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sluice::console {

class Chip;
class Sparkline;

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
        QString facts;                          ///< "version 1.2.0".
        const SampleHistory *history = nullptr; ///< Null, or empty: nothing was heard of it.
        qint64 nowMs = 0;                       ///< Where its time line stands. Units: ms since the Unix epoch.
        bool isOld = true;                      ///< There is no link: the numbers are of the past.
    };

    ServerCard(const ConnectionProfile &profile, const Theme &theme, QWidget *parent = nullptr);

    void showState(const State &state);
    void setCompared(bool isCompared);
    /// No more than so many servers are compared: what is ticked can only be taken back.
    void setComparable(bool isComparable);
    [[nodiscard]] const QList<Sparkline *> &sparklines() const { return m_sparklines; }
    [[nodiscard]] const ConnectionProfile &profile() const { return m_profile; }

Q_SIGNALS:
    void openWanted();
    void newWindowWanted();
    void forgetWanted();
    void readOnlyChanged(bool readOnly);
    void comparedChanged(bool isCompared);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showSparklines(const State &state);

    const ConnectionProfile m_profile;
    const Theme &m_theme;
    Chip *m_environment;
    Chip *m_state;
    QLabel *m_facts;
    QList<Sparkline *> m_sparklines;
    QCheckBox *m_readOnly;
    QCheckBox *m_compared;
    QPushButton *m_open;
    QPushButton *m_window;
    QPushButton *m_forget;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace sluice::console {

/// The last step before something that cannot be taken back: a red button that works once the server's name is typed,
/// two seconds after it was shown, against a habit of clicking through. Enter never fires it.
/// Thread: main.
class NameGate : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kArmDelay{2000};

    /// `objectPrefix`: its parts are called "PREFIXName" and "PREFIXConfirm".
    explicit NameGate(const QString &objectPrefix, QWidget *parent = nullptr);

    /// Asks anew, for that server.
    void open(const QString &name);
    /// What the button says.
    void setVerb(const QString &verb);
    /// Empty: nothing stands against it; else it does not work and its tooltip says why.
    void setObstacle(const QString &why);
    /// The button that takes it back, beside the red one; the gate owns it.
    void addSafeButton(QPushButton *button);
    void focusName();

Q_SIGNALS:
    void passed();

private:
    void update();

    QTimer m_timer;
    QString m_wanted;
    QString m_obstacle;
    QLineEdit *m_name;
    QHBoxLayout *m_buttons;
    QPushButton *m_confirm;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/serversession.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace sluice::console {

class NameGate;

/// The first step of a drain: what the server says will happen, for how long, why, and whether it exits after it.
/// Thread: main.
class DrainPlanPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DrainPlanPanel(ServerSession &session, QWidget *parent = nullptr);

    /// Asks anew, about the server that is connected now. A server that restarts after that is another target.
    void open();
    void showRefusal(const QString &message);

Q_SIGNALS:
    void cancelled();
    /// The server agreed: the drain is under way.
    void begun();

protected:
    /// The plan is asked for as long as it is looked at.
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void watchPlan();
    void fetchPlan();
    void updateText();
    void updateObstacle();
    void submit();
    [[nodiscard]] bool exits() const;
    [[nodiscard]] QString method() const;
    [[nodiscard]] std::chrono::milliseconds configuredGrace() const;

    ServerSession &m_session;
    QString m_epoch;
    std::optional<admin::DrainProgress> m_plan;
    QTimer m_planTimer;
    QLabel *m_text;
    QSpinBox *m_grace;
    QLineEdit *m_reason;
    QRadioButton *m_exit;
    QRadioButton *m_stay;
    NameGate *m_gate;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace sluice::console {

class Chip;
class DrainCurve;
class ProgressRing;
class ProgressRow;

/// Drain and shut down: first the plan, confirmed by typing the server's name, then the drain as it goes. Not modal;
/// closing it does not stop a drain.
class ShutdownDialog : public QDialog
{
    Q_OBJECT

public:
    /// The button works only so long after the dialog opened, against a habit of clicking through.
    static constexpr std::chrono::milliseconds kArmDelay{2000};

    ShutdownDialog(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Begins at the plan, or at the progress when a drain runs.
    void openFor(Environment environment);

    [[nodiscard]] QString sentence() const;

private:
    void buildHead(QVBoxLayout &layout);
    [[nodiscard]] QWidget *buildPlan();
    [[nodiscard]] QWidget *buildProgress();
    void showPlan();
    void showStep(int step, const QSize &size);
    void updatePlanText();
    void updateArming();
    void submit();
    void onAnswer(const AdminReply &reply);
    void showProgress();
    void showEnd();
    [[nodiscard]] QString forecast(const admin::DrainProgress &drain) const;
    [[nodiscard]] std::chrono::milliseconds defaultGrace() const;
    void say(const QString &tone, const QString &text);

    ServerSession &m_session;
    const Theme &m_theme;
    QString m_targetName;
    QString m_targetEpoch; ///< Fixed when the dialog opens: a restarted server is another target.
    QTimer m_armTimer;
    QLabel *m_title;
    Chip *m_environment;
    QLabel *m_asked;
    QStackedWidget *m_steps;
    // Step 1.
    QLabel *m_plan = nullptr;
    QSpinBox *m_grace = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_confirm = nullptr;
    // Step 2.
    ProgressRing *m_ring = nullptr;
    ProgressRow *m_queue = nullptr;
    ProgressRow *m_inFlight = nullptr;
    ProgressRow *m_clients = nullptr;
    DrainCurve *m_curve = nullptr;
    QLabel *m_phase = nullptr;
    QPushButton *m_close = nullptr;
    QLabel *m_sentence;
};

} // namespace sluice::console

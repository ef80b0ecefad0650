// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/client/connectionprofile.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QDialog>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace sluice::console {

class Chip;
class DrainPlanPanel;
class DrainProgressPanel;
class NameGate;

/// Drain and shut down: first the plan, confirmed by typing the server's name, then the drain as it goes, with what can
/// still be done about it. Not modal; closing it does not stop a drain.
/// Thread: main.
class ShutdownDialog : public QDialog
{
    Q_OBJECT

public:
    ShutdownDialog(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Begins at the plan, or at the progress when a drain runs.
    void openFor(Environment environment);

    [[nodiscard]] QString sentence() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Step { PlanStep, ProgressStep, ForceStep };

    void buildHead(QVBoxLayout &layout);
    [[nodiscard]] QWidget *buildForce();
    void showPlan();
    void showStep(Step step, const QSize &size);
    void showProgressStep();
    void showProgress();
    void showForce();
    void updateForce();
    void force();
    void leaveForce();

    ServerSession &m_session;
    QString m_targetName;
    QLabel *m_title;
    Chip *m_environment;
    QLabel *m_asked;
    QStackedWidget *m_steps;
    DrainPlanPanel *m_plan;
    DrainProgressPanel *m_progress;
    QLabel *m_forceText = nullptr;
    NameGate *m_forceGate = nullptr;
};

} // namespace sluice::console

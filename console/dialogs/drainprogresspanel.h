// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/drainforecast.h"
#include "console/models/serversession.h"
#include "console/widgets/theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace sluice::console {

class DrainCurve;
class ProgressRing;
class ProgressRow;

/// The second step of a drain: how far it is, how it will end, and what can still be done about it: accept again,
/// pause, more grace, stop now. Every console that is connected shows the same. Thread: main.
class DrainProgressPanel : public QWidget
{
    Q_OBJECT

public:
    DrainProgressPanel(ServerSession &session, const Theme &theme, QWidget *parent = nullptr);

    /// Forgets the drain before.
    void clear();
    /// Shows the news of the session's drain. Requires: there is one.
    void showDrain();
    /// Gives the focus to what changes nothing.
    void focusClose();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void closed();
    /// The operator wants to lose what is left.
    void forceWanted();

private:
    static constexpr int kStepCount = 4;

    void buildButtons();
    [[nodiscard]] QPushButton *addButton(const QString &name, const QString &text);
    void change(const QString &method, const QJsonObject &params = {});
    void showRows(const admin::DrainProgress &drain);
    void showSteps(const admin::DrainProgress &drain);
    void showButtons(const admin::DrainProgress &drain);
    void showEnd(const admin::DrainProgress &drain);
    [[nodiscard]] QString oldestHandler() const;
    void say(const QString &tone, const QString &text);

    ServerSession &m_session;
    ProgressRing *m_ring;
    ProgressRow *m_queue;
    ProgressRow *m_inFlight;
    ProgressRow *m_pushes;
    ProgressRow *m_clients;
    DrainCurve *m_curve;
    QLabel *m_steps;
    QLabel *m_sentence;
    QPushButton *m_resume = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_extend = nullptr;
    QPushButton *m_force = nullptr;
    QPushButton *m_close = nullptr;
    std::array<std::optional<qint64>, kStepCount>
        m_begun;               ///< When each step was first seen. Units: ms since the start.
    quint64 m_mostPending = 0; ///< The most bytes of pushes that were seen waiting.
    int m_missingSeconds = 0;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QFrame>
#include <QJsonObject>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace sluice::console {

struct TraceStep;

/// One event's way through the server: each step with its time, what each policy decided by, and the payloads where the
/// tap asked for them. Thread: main.
class TracePanel : public QFrame
{
    Q_OBJECT

public:
    explicit TracePanel(QWidget *parent = nullptr);

    /// Empty: none.
    void showRecord(const QJsonObject &record);
    /// The steps as text, one a line.
    [[nodiscard]] QStringList stepTexts() const;

private:
    void clearSteps();
    void addStep(int row, const TraceStep &step);
    void showPayload(QLabel *title, QPlainTextEdit *text, const QJsonObject &record, const QString &field);

    QLabel *m_title;
    QLabel *m_subtitle;
    QGridLayout *m_steps;
    QStringList m_stepTexts;
    QLabel *m_paramsTitle;
    QPlainTextEdit *m_params;
    QLabel *m_answerTitle;
    QPlainTextEdit *m_answer;
    QLabel *m_masked;
};

} // namespace sluice::console

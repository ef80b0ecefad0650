// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QJsonObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sluice::console {

/// What a tap shall show, how much of it, and for how long. Thread: main.
class TapForm : public QFrame
{
    Q_OBJECT

public:
    explicit TapForm(QWidget *parent = nullptr);

    /// The parameters of `trace/start`.
    [[nodiscard]] QJsonObject params() const;
    /// Empty: it can be started. Else what is missing.
    [[nodiscard]] QString missing() const;
    void setConnection(qint64 connection);
    void setEvents(const QStringList &names);
    /// Absent, not merely disabled, for who may not see payloads.
    void setPayloadsOffered(bool offered);
    void setEditable(bool editable);
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    void build();

    QComboBox *m_event;
    QLineEdit *m_user;
    QLineEdit *m_connection;
    QComboBox *m_outcome;
    QSpinBox *m_slower;
    QSpinBox *m_perSecond;
    QSpinBox *m_seconds;
    QCheckBox *m_payloads;
};

} // namespace sluice::console

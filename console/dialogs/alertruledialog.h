// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace sluice::console {

/// Makes a rule, or changes one. Not modal; what is accepted goes to the monitor.
class AlertRuleDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rule` without an id is a new one. `monitor` outlives this.
    AlertRuleDialog(AlertMonitor &monitor, const AlertRule &rule, QWidget *parent = nullptr);

    /// As the fields say now.
    [[nodiscard]] AlertRule rule() const;

private:
    void build();
    void fill();
    void showSubject();
    void save();

    AlertMonitor &m_monitor;
    const AlertRule m_rule;
    QComboBox *m_metric;
    QComboBox *m_event;
    QComboBox *m_comparison;
    QDoubleSpinBox *m_bound;
    QSpinBox *m_for;
    QComboBox *m_severity;
    QLabel *m_now;
};

} // namespace sluice::console

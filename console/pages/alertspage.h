// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertlists.h"
#include "console/widgets/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace sluice::console {

/// What holds, what held, and the rules by which this operator is told; silences with an end.
class AlertsPage : public QWidget
{
    Q_OBJECT

public:
    AlertsPage(AlertMonitor &monitor, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QTableView &alerts() { return *m_alerts; }
    [[nodiscard]] QTableView &rules() { return *m_rules; }
    /// Opens the dialog for a new rule on a metric.
    void addRuleFor(const QString &metric);

Q_SIGNALS:
    /// Units: ms since the Unix epoch.
    void showRequested(qint64 timeMs);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *alertsCard();
    [[nodiscard]] QWidget *rulesCard();
    [[nodiscard]] QTableView *tableFor(QAbstractItemModel &model, const QString &name, int stretched);
    [[nodiscard]] QPushButton *addButton(const QString &text, std::function<void()> run);
    void editRule(const AlertRule &rule);
    void updateButtons();
    [[nodiscard]] const Alert *selectedAlert() const;
    [[nodiscard]] const AlertRule *selectedRule() const;

    AlertMonitor &m_monitor;
    AlertList m_alertList;
    AlertRuleList m_ruleList;
    QTableView *m_alerts;
    QTableView *m_rules;
    QLabel *m_empty = nullptr;
    QList<QPushButton *> m_alertButtons; ///< For a selected alert.
    QList<QPushButton *> m_ruleButtons;
    QPushButton *m_add = nullptr; ///< For a selected rule.
};

} // namespace sluice::console

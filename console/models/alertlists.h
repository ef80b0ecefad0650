// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/models/alertmonitor.h"

#include <QAbstractTableModel>

namespace sluice::console {

/// The alerts of one server as a table: what holds, then what held.
/// Thread: main.
class AlertList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        SeverityColumn,
        SubjectColumn,
        ValueColumn,
        WorstColumn,
        BeganColumn,
        LastedColumn,
        StateColumn,
        ColumnCount
    };

    /// `monitor` outlives this.
    explicit AlertList(const AlertMonitor &monitor, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] const Alert &alertAt(int row) const { return m_alerts.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Alert &alert, int column) const;

    const AlertMonitor &m_monitor;
    QList<Alert> m_alerts;
};

/// The rules of one server as a table; a check box turns one on and off.
/// Thread: main.
class AlertRuleList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RuleColumn, NowColumn, SilenceColumn, ColumnCount };

    /// `monitor` outlives this.
    explicit AlertRuleList(AlertMonitor &monitor, QObject *parent = nullptr);

    /// The values of the moment.
    void refreshValues();
    [[nodiscard]] const AlertRule &ruleAt(int row) const { return m_monitor.rules().at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    AlertMonitor &m_monitor;
    int m_rows = 0;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/timechart.h"

#include <QAction>
#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace sluice::console {

class ChartTable;

/// The names of a chart's lines with the value under the crosshair, or the newest.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    ChartLegend(const TimeChart &chart, const Theme &theme, QWidget *parent = nullptr);

    /// "received 10.0k", in the order of the lines.
    [[nodiscard]] QStringList texts() const;
    /// At which all of it is seen, without the dashes: the most that it has been since forgetWidth().
    [[nodiscard]] int neededWidth();
    void forgetWidth() { m_neededWidth = 0; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int widthOf(qsizetype line) const;

    const TimeChart &m_chart;
    const Theme &m_theme;
    int m_neededWidth = 0;
};

/// A chart with its title and legend in a row above it, and a menu of what can be done with it. A legend that has no
/// room beside the title has a row of its own.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    ChartCard(ChartSpec spec, Crosshair &crosshair, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] TimeChart &chart() { return *m_chart; }
    [[nodiscard]] const ChartLegend &legend() const { return *m_legend; }
    [[nodiscard]] QMenu &menu() { return *m_menu; }

    [[nodiscard]] bool isTable() const;
    void setTable(bool isTable);
    /// The value under the crosshair, or the newest, of each line: "high 11 %, normal 72 %, 15:02:15".
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QByteArray toCsv() const;
    [[nodiscard]] QPixmap picture(double factor) { return m_chart->picture(factor); }
    void setEnlarged(bool isEnlarged);
    /// Whether the menu leads to an alert; at first it does.
    void setAlertOffered(bool isOffered) { m_alertAction->setVisible(isOffered); }
    /// Asks for a file and writes what the chart shows at this moment.
    void saveImage();
    void saveCsv();

Q_SIGNALS:
    /// The operator wants this chart alone, or all of them again.
    void enlargeRequested();
    void alertRequested();
    /// What came of saving a file.
    void said(const QString &what);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenu();
    void refreshTable();
    void placeLegend();

    TimeChart *m_chart;
    QLabel *m_title;
    ChartLegend *m_legend;
    QToolButton *m_menuButton;
    QHBoxLayout *m_head;
    QHBoxLayout *m_below; ///< Empty, or with the legend.
    QStackedLayout *m_stack;
    QTableView *m_table;
    ChartTable *m_model;
    QMenu *m_menu;
    QAction *m_tableAction = nullptr;
    QAction *m_enlargeAction = nullptr;
    QAction *m_alertAction = nullptr;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/crosshair.h"
#include "console/models/samplehistory.h"
#include "console/widgets/theme.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace sluice::console {

class ChartCard;

/// One number of several servers on one axis of relative time: each line ends at its own server's now.
/// Thread: main.
class Comparison : public QFrame
{
    Q_OBJECT

public:
    /// More lines than this nobody tells apart.
    static constexpr qsizetype kMostServers = 6;

    /// One server, at this moment.
    struct Server {
        QString name;
        const SampleHistory *history = nullptr; ///< Never null.
        qint64 nowMs = 0;                       ///< Units: ms since the Unix epoch.
    };

    explicit Comparison(const Theme &theme, QWidget *parent = nullptr);

    /// Shows at most kMostServers of them; below two there is nothing to compare, and the panel says so.
    void show(const QList<Server> &servers);
    void setRangeSeconds(int seconds);
    [[nodiscard]] Metric chosenMetric() const;
    void setMetric(Metric metric);
    /// Null while there is nothing to compare.
    [[nodiscard]] ChartCard *card() const { return m_card; }

Q_SIGNALS:
    void metricChanged();
    /// The operator wants the chart alone, or the rest again.
    void enlargeRequested();
    /// What came of saving a file.
    void said(const QString &what);

private:
    void rebuild();
    void draw();

    const Theme &m_theme;
    Crosshair m_crosshair;
    QList<Server> m_servers;
    int m_rangeSeconds = 600;
    qint64 m_drawnMs = 0; ///< Where the first server's line ended.
    QComboBox *m_metric;
    QLabel *m_hint;
    QVBoxLayout *m_layout;
    ChartCard *m_card = nullptr;
    QStringList m_builtFor; ///< What the chart shows: the metric and the names.
};

} // namespace sluice::console

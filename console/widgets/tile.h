// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/icons.h"
#include "console/widgets/theme.h"

#include <QAbstractButton>
#include <QList>
#include <QPointF>

namespace sluice::console {

/// One number that matters, with unit, a short comparison and the last minute as a line. A button: pressing it leads to
/// the chart of the same thing.
class Tile : public QAbstractButton
{
    Q_OBJECT

public:
    /// What a tile shows at one moment.
    struct Content {
        QString value;
        QString unit;
        QString note;
        StatusShape status = StatusShape::Unknown;
        QList<QPointF> trend;   ///< x in seconds before now (<= 0).
        double trendFloor = -1; ///< The value at the lower edge; below 0: the least of the trend.
    };

    Tile(const QString &title, ColorRole color, const Theme &theme, QWidget *parent = nullptr);

    void setContent(const Content &content);
    /// Grey: the number is old, and says so instead of `note`. Empty: it is fresh.
    void setStale(const QString &note);

    [[nodiscard]] const Content &content() const { return m_content; }
    [[nodiscard]] QSize sizeHint() const override { return {170, 92}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, 92}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFrame(QPainter &painter, StatusShape status) const;
    [[nodiscard]] QFont titleFont(int room) const;
    void paintNumbers(QPainter &painter) const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] int trendWidth() const;
    void paintTrend(QPainter &painter) const;
    void describe();

    const Theme &m_theme;
    ColorRole m_color;
    Content m_content;
    QString m_staleNote;
};

} // namespace sluice::console

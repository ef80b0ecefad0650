// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/charts/nicescale.h"
#include "console/widgets/theme.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>

namespace sluice::console {

/// The events still inside a draining server over the time of its grace, and where they will be gone at this rate.
class DrainCurve : public QWidget
{
    Q_OBJECT

public:
    explicit DrainCurve(const Theme &theme, QWidget *parent = nullptr);

    void clear();
    /// One more reading. Units: seconds since the drain began; events.
    void append(double seconds, double events, double graceSeconds);
    /// When nothing will be left, at the mean rate of the last seconds; nothing when it does not fall.
    /// Units: seconds since the drain began.
    [[nodiscard]] std::optional<double> projectedEnd() const;
    /// Seconds since the drain began, events still inside; with the end of the grace in the last column.
    [[nodiscard]] QByteArray toCsv() const;
    /// As it is on screen, at a factor of its size.
    [[nodiscard]] QPixmap picture(double factor);

    [[nodiscard]] QSize sizeHint() const override { return {560, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 130}; }

Q_SIGNALS:
    /// What came of saving a file.
    void said(const QString &what);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addMenu();
    void saveImage();
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] QPointF place(const QPointF &point) const;
    void paintGrid(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintGraceEnd(QPainter &painter) const;

    const Theme &m_theme;
    NiceScale m_scale{NiceScale::Kind::FromZero};
    QList<QPointF> m_points;
    double m_graceSeconds = 30;
};

} // namespace sluice::console

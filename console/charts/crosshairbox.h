// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace sluice::console {

/// The box beside a chart's crosshair: the time, each line's value, and what happened at that moment.
struct CrosshairBox {
    struct Row {
        QString name;
        QString value;
        QColor color;
    };
    struct Note {
        QString text;
        QColor color;
    };

    QString title;
    QList<Row> rows;
    QList<Note> notes;

    /// Beside `x`, on the side where there is room within `plot`.
    [[nodiscard]] QRectF place(double x, const QRectF &plot) const;
    void paint(QPainter &painter, const QRectF &box, const Theme &theme) const;
};

} // namespace sluice::console

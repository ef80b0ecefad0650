// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace sluice::console {

/// What the theme's style sheet cannot draw, in the colours of the palette and crisp at every size: the tick of check
/// boxes. And where the language runs from right to left, all labels begin at the right, also those that are written
/// from left to right, as addresses and keys are. Thread: main.
class ConsoleStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ConsoleStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace sluice::console

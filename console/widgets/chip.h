// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QWidget>

namespace sluice::console {

/// A short word on a tinted or filled ground, such as "PRODUCTION" or "● Live".
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);

    /// `filled`: the colour itself as ground, for what must not be overlooked.
    void setContent(const QString &text, ColorRole color, bool filled = false);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    ColorRole m_color = ColorRole::Text3;
    bool m_filled = false;
};

} // namespace sluice::console

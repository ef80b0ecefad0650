// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"
#include "console/widgets/trendline.h"

#include <QWidget>

namespace sluice::console {

/// A number with its name above and its last minutes as a line below.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    Sparkline(const QString &name, ColorRole color, const Theme &theme, QWidget *parent = nullptr);

    /// Grey when it is old.
    void setContent(const QString &value, TrendLine trend, bool isOld);
    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] const TrendLine &trend() const { return m_trend; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    /// The name is not cut.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_name;
    const ColorRole m_color;
    const Theme &m_theme;
    QString m_value;
    TrendLine m_trend;
    bool m_isOld = true;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/widgets/theme.h"

#include <QWidget>

namespace sluice::console {

/// A share of a whole as a ring, with a large text and a small one inside.
class ProgressRing : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRing(const Theme &theme, QWidget *parent = nullptr);

    /// `share`: 0 to 1.
    void setContent(double share, const QString &text, const QString &note, ColorRole color);

    [[nodiscard]] QSize sizeHint() const override { return {150, 150}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    QString m_text;
    QString m_note;
    ColorRole m_color = ColorRole::Accent;
};

/// A name, a bar and a number in one row.
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    ProgressRow(const QString &name, ColorRole color, const Theme &theme, QWidget *parent = nullptr);

    /// `share`: 0 to 1.
    void setContent(double share, const QString &text);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override { return {380, 30}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const QString m_name;
    const ColorRole m_color;
    double m_share = 0;
    QString m_text;
};

} // namespace sluice::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;
class QWidget;

namespace sluice::console {

class HiddenPages;

/// The colours by meaning; their values for dark and light are one table in theme.cpp.
enum class ColorRole {
    Window,
    Panel,
    Raised,
    Line,
    Text,
    Text2,
    Text3,
    Accent,
    Ok,
    Warn,
    Critical,
    Violet,
    Cyan,
    Selection,
    Count,
};

/// The look of the whole program: palette, style sheet and font made from one set of tokens. What paints itself reads
/// colours at paint time, so a change of theme needs only a repaint.
/// Thread: main.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Auto, Dark, Light };

    /// Takes the desktop's palette as what Auto follows.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QColor color(ColorRole role) const;
    [[nodiscard]] QColor color(ColorRole role, double opacity) const;
    /// One of many, of which one at a time is seen: while it is hidden, another look waits until it is shown.
    void addPage(QWidget &page);
    /// `foreground` over `background`, without transparency.
    [[nodiscard]] QColor mix(ColorRole foreground, ColorRole background, double share) const;

    // Units: points.
    static constexpr double kValuePoints = 19;
    static constexpr double kTitlePoints = 9.5;
    static constexpr double kBodyPoints = 9;
    static constexpr double kSmallPoints = 8;

    [[nodiscard]] static QFont font(double points, QFont::Weight weight = QFont::Normal);

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    HiddenPages *m_pages;
    const bool m_desktopIsDark;
    Mode m_mode = Mode::Auto;
    bool m_dark = true;
};

} // namespace sluice::console

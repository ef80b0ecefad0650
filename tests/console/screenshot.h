// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>
#include <QString>

namespace sluice::test {

/// Pictures of widgets, and how far they are from what is kept of earlier ones. Only averages of squares are kept, and
/// what has moved by one pixel is alike: what matters is that everything is where it was and has its colour, not where
/// a letter's edge is.
namespace screenshot {

/// The side of a square. Units: pixels of a display without scaling.
inline constexpr int kSquare = 6;
/// Of 255. A button that is missing and a badge of another colour are 1.3 times that off or more, as a test shows.
inline constexpr double kTolerance = 11;

/// The averages of the squares, which lie that much beside their usual place. Units of `shift`: as kSquare.
[[nodiscard]] QImage reduced(const QImage &picture, QPoint shift = {});

/// Where a picture differs most from a reduced one.
struct Difference {
    double worst = 0; ///< In the mean of nine squares, of the colour that is farthest off. Units: of 255.
    QRect where;      ///< Units: squares.
    QImage picture;   ///< All differences, the brighter the larger.
};
/// Requires: the reference has as many squares as the picture.
[[nodiscard]] Difference difference(const QImage &reference, const QImage &picture);

/// Compares with the reference of that name; empty when it is alike, else what is wrong and where the pictures are.
/// With SLUICE_UPDATE_SCREENSHOTS=1 the reference is made anew instead.
[[nodiscard]] QString check(const QString &name, const QImage &picture);

} // namespace screenshot

} // namespace sluice::test

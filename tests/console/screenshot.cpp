// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/screenshot.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace sluice::test::screenshot {

using namespace Qt::StringLiterals;

namespace {

constexpr int kColours = 3;
using Sum = std::array<double, kColours>;

Sum minus(QRgb one, QRgb other)
{
    return {double(qRed(one)) - qRed(other), double(qGreen(one)) - qGreen(other), double(qBlue(one)) - qBlue(other)};
}

QRgb average(const QImage &picture, const QRect &square)
{
    std::array<int, kColours> sum{};
    for (int y = square.top(); y <= square.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = square.left(); x <= square.right(); ++x) {
            sum[0] += qRed(line[x]);
            sum[1] += qGreen(line[x]);
            sum[2] += qBlue(line[x]);
        }
    }
    const int count = square.width() * square.height();
    return qRgb(sum[0] / count, sum[1] / count, sum[2] / count);
}

/// What nine squares differ in the mean, each colour for itself: what only moved from one to the next cancels out.
double meanDifference(const QImage &one, const QImage &other, QPoint middle)
{
    Sum sum{};
    int count = 0;
    for (int y = std::max(0, middle.y() - 1); y <= std::min(one.height() - 1, middle.y() + 1); ++y) {
        for (int x = std::max(0, middle.x() - 1); x <= std::min(one.width() - 1, middle.x() + 1); ++x) {
            const Sum square = minus(one.pixel(x, y), other.pixel(x, y));
            for (size_t colour = 0; colour < kColours; ++colour)
                sum[colour] += square[colour];
            ++count;
        }
    }
    double worst = 0;
    for (const double colour : sum)
        worst = std::max(worst, std::abs(colour) / count);
    return worst;
}

/// Reduced when it is moved by one pixel, in each direction.
std::vector<QImage> movedByAPixel(const QImage &picture)
{
    std::vector<QImage> moved;
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x) {
            if (x != 0 || y != 0)
                moved.push_back(reduced(picture, {x, y}));
        }
    }
    return moved;
}

QString folderOf(const QString &name)
{
    return QFileInfo(QString::fromUtf8(SLUICE_SCREENSHOTS) + u'/' + name).path();
}

QString save(const QImage &picture, const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    return picture.save(path) ? path : path + u" (which cannot be written)"_s;
}

QString complaint(const QString &name, const QImage &picture, const QImage &marks, const QString &what)
{
    const QString base = QDir::temp().filePath(u"sluice-screenshots/"_s + name);
    QString text = u"%1: %2. Actual: %3"_s.arg(name, what, save(picture, base + u".png"_s));
    if (!marks.isNull())
        text += u", difference: "_s + save(marks, base + u"-difference.png"_s);
    return text + u". SLUICE_UPDATE_SCREENSHOTS=1 keeps it as it is now."_s;
}

} // namespace

QImage reduced(const QImage &picture, QPoint shift)
{
    const QImage full = picture.convertToFormat(QImage::Format_RGB32);
    const int side = qRound(kSquare * picture.devicePixelRatio());
    const QPoint moved = shift * picture.devicePixelRatio();
    QImage result((full.width() + side - 1) / side, (full.height() + side - 1) / side, QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        for (int x = 0; x < result.width(); ++x) {
            const QRect square = QRect(QPoint(x, y) * side, QSize(side, side)) & full.rect();
            const QRect seen = square.translated(moved) & full.rect();
            result.setPixel(x, y, average(full, seen.isEmpty() ? square : seen));
        }
    }
    return result;
}

Difference difference(const QImage &reference, const QImage &picture)
{
    constexpr double kBrighter = 6;
    const QImage asItIs = reduced(picture);
    std::vector<QImage> moved; // made when somewhere it is needed
    Difference found;
    found.picture = QImage(reference.size(), QImage::Format_Grayscale8);
    found.picture.fill(Qt::black);
    for (int y = 0; y < reference.height(); ++y) {
        for (int x = 0; x < reference.width(); ++x) {
            double least = meanDifference(reference, asItIs, {x, y});
            if (least > kTolerance && moved.empty())
                moved = movedByAPixel(picture);
            for (auto one = moved.begin(); one != moved.end() && least > kTolerance; ++one)
                least = std::min(least, meanDifference(reference, *one, {x, y}));
            found.picture.scanLine(y)[x] = static_cast<uchar>(std::min(255.0, least * kBrighter));
            if (least <= found.worst)
                continue;
            found.worst = least;
            found.where = QRect(x - 1, y - 1, 3, 3);
        }
    }
    return found;
}

QString check(const QString &name, const QImage &picture)
{
    const QImage now = reduced(picture);
    const QString path = folderOf(name) + u'/' + QFileInfo(name).fileName() + u".png"_s;
    if (qEnvironmentVariableIntValue("SLUICE_UPDATE_SCREENSHOTS") == 1) {
        save(now, path);
        if (qEnvironmentVariableIsSet("SLUICE_FULL_SCREENSHOTS")) // to look at
            save(picture, qEnvironmentVariable("SLUICE_FULL_SCREENSHOTS") + u'/' + name + u".png"_s);
    }
    const QImage reference = QImage(path).convertToFormat(QImage::Format_RGB32);
    if (reference.isNull())
        return complaint(name, picture, {}, u"there is no reference "_s + path);
    if (reference.size() != now.size())
        return complaint(name, picture, {},
                         u"it has %1×%2 squares, the reference %3×%4"_s.arg(now.width())
                             .arg(now.height())
                             .arg(reference.width())
                             .arg(reference.height()));
    const Difference found = difference(reference, picture);
    if (found.worst <= kTolerance)
        return {};
    const QPoint at = found.where.topLeft() * kSquare;
    return complaint(name, picture, found.picture,
                     u"it is %1 off at %2,%3"_s.arg(found.worst, 0, 'f', 1).arg(at.x()).arg(at.y()));
}

} // namespace sluice::test::screenshot

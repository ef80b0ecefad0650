// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QStyle>
#include <QStyleOption>
#include <QTest>

using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

/// What is inside of the box of a check box.
QImage pictureOf(QCheckBox &box, int scale)
{
    box.resize(box.sizeHint());
    QImage image(box.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    box.render(&image);
    QStyleOptionButton option;
    option.initFrom(&box);
    constexpr int kBorder = 2;
    const QRect indicator = box.style()
                                ->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box)
                                .adjusted(kBorder, kBorder, -kBorder, -kBorder);
    return image.copy(QRect(indicator.topLeft() * scale, indicator.size() * scale));
}

/// Units: pixels of the picture.
int pixelsLike(const QImage &image, const QColor &color)
{
    constexpr int kTolerance = 40;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += qAbs(pixel.red() - color.red()) + qAbs(pixel.green() - color.green())
                        + qAbs(pixel.blue() - color.blue())
                    < kTolerance
                ? 1
                : 0;
        }
    }
    return count;
}

} // namespace

class ConsoleStyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsCheckedHasATick_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<int>("scale");
        for (const auto &[name, mode] :
             {std::pair{"dark", Theme::Mode::Dark}, std::pair{"light", Theme::Mode::Light}}) {
            for (const int scale : {1, 2}) {
                QTest::addRow("%s, scale %d", name, scale) << mode << true << scale;
                QTest::addRow("%s, disabled, scale %d", name, scale) << mode << false << scale;
            }
        }
    }

    void whatIsCheckedHasATick()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(bool, enabled);
        QFETCH(int, scale);
        Theme theme(*qApp);
        theme.setMode(mode);
        QCheckBox box(u"Undo by itself"_s);
        box.setEnabled(enabled);
        const ColorRole tick = enabled ? ColorRole::Window : ColorRole::Text3;
        const int pixels = scale * scale; // of one logical pixel
        QVERIFY(pixelsLike(pictureOf(box, scale), theme.color(ColorRole::Accent)) == 0);
        box.setChecked(true);
        const int filled = pixelsLike(pictureOf(box, scale), theme.color(ColorRole::Accent));
        QVERIFY2(enabled ? filled > 40 * pixels : filled == 0, qPrintable(QString::number(filled)));
        const int ticked = pixelsLike(pictureOf(box, scale), theme.color(tick));
        QVERIFY2(ticked >= 6 * pixels, qPrintable(QString::number(ticked)));
    }

    void labelsBeginWhereTheLanguageDoes_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<Qt::Alignment>("given");
        QTest::addColumn<Qt::Alignment>("expected");
        const Qt::Alignment right = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
        QTest::newRow("left to right") << Qt::LeftToRight << Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter)
                                       << Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
        QTest::newRow("right to left") << Qt::RightToLeft << Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter) << right;
        QTest::newRow("in the middle") << Qt::RightToLeft << Qt::Alignment(Qt::AlignCenter)
                                       << Qt::Alignment(Qt::AlignCenter);
    }

    void labelsBeginWhereTheLanguageDoes()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(Qt::Alignment, given);
        QFETCH(Qt::Alignment, expected);
        const Theme theme(*qApp); // sets the style
        QLabel label(u"2001:db8::1585"_s);
        label.setLayoutDirection(direction);
        label.setAlignment(given);
        label.ensurePolished();
        QCOMPARE(label.alignment(), expected);
    }
};

QTEST_MAIN(ConsoleStyleTest)
#include "tst_consolestyle.moc"

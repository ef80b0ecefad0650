// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/chartcard.h"
#include "console/models/format.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>
#include <limits>

using namespace sluice::console;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ChartSpec spec(const QString &title)
{
    return {title, {{QStringLiteral("received"), ColorRole::Cyan}}, NiceScale::Kind::FromZero, true, format::count};
}

/// y = -x: a value tells its moment.
ChartData ramp(int seconds)
{
    ChartData data;
    data.series.append(QList<QPointF>());
    for (int x = -seconds; x <= 0; ++x)
        data.series[0].append(QPointF(x, -x));
    data.endMs = 1'700'000'000'000;
    return data;
}

} // namespace

class TimeChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_crosshair = std::make_unique<Crosshair>();
        m_theme = std::make_unique<Theme>(*qApp);
        m_first = std::make_unique<ChartCard>(spec(QStringLiteral("A")), *m_crosshair, *m_theme);
        m_second = std::make_unique<ChartCard>(spec(QStringLiteral("B")), *m_crosshair, *m_theme);
        for (ChartCard *card : {m_first.get(), m_second.get()}) {
            card->resize(500, 260);
            card->chart().setData(ramp(600));
            card->show();
            QVERIFY(QTest::qWaitForWindowExposed(card));
        }
        // A pointer that is there already does not move.
        QTest::mouseMove(m_second->chart().viewport(), QPoint(1, 1));
    }

    void cleanup()
    {
        m_second.reset();
        m_first.reset();
        m_theme.reset();
        m_crosshair.reset();
    }

    void hoveringOneChartShowsTheMomentOnAll()
    {
        QSignalSpy moved(m_crosshair.get(), &Crosshair::moved);
        hover(0.5);
        QVERIFY(!moved.empty());
        QVERIFY(std::abs(*m_crosshair->position() + 300) < 2);
        QCOMPARE(m_crosshair->owner(), &m_first->chart());
        QVERIFY(std::abs(m_second->chart().shownValue(0) - 300) < 2);
        QVERIFY(m_second->legend().texts().constFirst().startsWith(QStringLiteral("received ")));
        QVERIFY(!m_second->legend().texts().constFirst().endsWith(QStringLiteral(" 0")));
    }

    void withoutCrosshairTheNewestIsShown() { QCOMPARE(m_first->chart().shownValue(0), 0.0); }

    void pixelsAndMomentsAreInverse()
    {
        const TimeChart &chart = m_first->chart();
        QCOMPARE(chart.secondsAt(chart.plotRect().left()), -600.0);
        QCOMPARE(chart.secondsAt(chart.plotRect().right()), 0.0);
        QVERIFY(std::abs(chart.secondsAt(chart.xOf(-123)) + 123) < 1e-6);
    }

    void theRangeRescales()
    {
        TimeChart &chart = m_first->chart();
        chart.setRange({60});
        QCOMPARE(chart.secondsAt(chart.plotRect().left()), -60.0);
    }

    void leavingThePlotHidesTheCrosshair()
    {
        hover(0.5);
        QTest::mouseMove(m_first->chart().viewport(), QPoint(2, 2));
        QTRY_VERIFY(!m_crosshair->position());
    }

    void aClickPinsAndAnotherReleases()
    {
        const QPoint middle = m_first->chart().plotRect().center().toPoint();
        QTest::mouseClick(m_first->chart().viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(m_crosshair->isPinned());
        const double pinned = *m_crosshair->position();
        hover(0.9);
        QCOMPARE(*m_crosshair->position(), pinned);
        QTest::mouseClick(m_first->chart().viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(!m_crosshair->isPinned());
    }

    void keysMoveTheCrosshairBySamples()
    {
        TimeChart &chart = m_first->chart();
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*m_crosshair->position(), -1.0);
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(*m_crosshair->position(), -11.0);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(*m_crosshair->position(), -600.0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(*m_crosshair->position(), -600.0);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!m_crosshair->position());
    }

    void aStepGoesToTheNextSampleHoweverFar()
    {
        ChartData data = ramp(600);
        data.series[0].removeIf([](const QPointF &point) { return std::fmod(point.x(), 10) != 0; });
        m_first->chart().setData(data);
        QTest::keyClick(&m_first->chart(), Qt::Key_Left);
        QCOMPARE(*m_crosshair->position(), -10.0);
        m_crosshair->pin(-14, nullptr);
        QTest::keyClick(&m_first->chart(), Qt::Key_Right);
        QCOMPARE(*m_crosshair->position(), -10.0);
        m_crosshair->pin(-14, nullptr);
        QTest::keyClick(&m_first->chart(), Qt::Key_Left);
        QCOMPARE(*m_crosshair->position(), -20.0);
    }

    void draggingChoosesAStretch()
    {
        TimeChart &chart = m_first->chart();
        QSignalSpy zoomed(&chart, &TimeChart::zoomRequested);
        drag(chart, 0.75, 0.25);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(std::abs(zoomed.at(0).at(0).toDouble() + 450) < 2);
        QVERIFY(std::abs(zoomed.at(0).at(1).toDouble() + 150) < 2);
        QVERIFY(!m_crosshair->isPinned());
    }

    void aDoubleClickEndsTheZoomAndPinsNothing()
    {
        TimeChart &chart = m_first->chart();
        QSignalSpy ended(&chart, &TimeChart::zoomEndRequested);
        const QPoint middle = chart.plotRect().center().toPoint();
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseDClick(chart.viewport(), Qt::LeftButton, {}, middle);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!m_crosshair->isPinned());
    }

    void aFixedStretchIsLabelledByTheClock()
    {
        TimeChart &chart = m_first->chart();
        chart.setRange({60, 1'700'000'000'000});
        QCOMPARE(chart.clockText(0), QStringLiteral("22:13:20"));
        QCOMPARE(chart.clockText(-20), QStringLiteral("22:13:00"));
        // There is room for the last of them, around the end of the line.
        const QFontMetricsF metrics(Theme::font(Theme::kSmallPoints));
        QVERIFY(chart.plotRect().right() + metrics.horizontalAdvance(chart.clockText(0)) / 2
                <= chart.viewport()->width());
    }

    void hoveringAFlagTellsWhatHappened()
    {
        ChartData data = ramp(600);
        data.markers = {{-300, QStringLiteral("C"), ColorRole::Violet, QStringLiteral("worker-pool-size 10 → 14")}};
        m_first->chart().setData(data);
        move(m_first->chart(), m_first->chart().flags().flagRect(0).center().toPoint());
        QVERIFY(m_crosshair->position());
        QCOMPARE(*m_crosshair->position(), -300.0);
        QCOMPARE(m_first->chart().boxContent().notes.size(), 1);
        QCOMPARE(m_first->chart().boxContent().notes.constFirst().text, QStringLiteral("worker-pool-size 10 → 14"));
        m_crosshair->pin(-200, nullptr);
        QVERIFY(m_first->chart().boxContent().notes.isEmpty());
    }

    void aPinnedCrosshairStaysAtItsMoment()
    {
        m_crosshair->pin(-598, nullptr);
        m_crosshair->shift(1, 600);
        QCOMPARE(*m_crosshair->position(), -599.0);
        m_crosshair->shift(1, 600);
        QCOMPARE(*m_crosshair->position(), -600.0);
        m_crosshair->shift(1, 600);
        QVERIFY(!m_crosshair->position());
        m_crosshair->hover(-5, nullptr); // follows the pointer, not the time
        m_crosshair->shift(1, 600);
        QCOMPARE(*m_crosshair->position(), -5.0);
    }

    void theTableHasWhatTheChartShows()
    {
        ChartData data = ramp(2);
        data.series[0][1].setY(kNaN);
        data.markers = {{-1.5, QStringLiteral("C"), ColorRole::Violet, QStringLiteral("said \"why\"")}};
        m_first->chart().setData(data);
        m_first->setTable(true);
        const auto *table = m_first->findChild<QTableView *>();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("22:13:20"));
        QCOMPARE(table->model()->index(1, 1).data().toString(), QStringLiteral("–"));
        QCOMPARE(QString::fromUtf8(m_first->toCsv()),
                 QStringLiteral("time,received,markers\r\n2023-11-14T22:13:18.000Z,2,\r\n"
                                "2023-11-14T22:13:19.000Z,,\"said \"\"why\"\"\"\r\n2023-11-14T22:13:20.000Z,0,\r\n"));
        m_first->setTable(false);
        QVERIFY(m_first->chart().isVisible());
    }

    void thePictureIsTwiceTheSizeOnScreen()
    {
        const QPixmap picture = m_first->picture(2);
        QCOMPARE(picture.size(), m_first->chart().viewport()->size() * 2);
        const QImage image = picture.toImage();
        QSet<QRgb> colors;
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, image.height() / 2));
        QVERIFY(colors.size() > 3); // not an empty one
    }

    void inAGapThereIsNoValue()
    {
        ChartData data = ramp(600);
        data.series[0].removeIf([](const QPointF &point) { return point.x() > -330 && point.x() < -270; });
        data.gaps = {{-330, -270}};
        m_first->chart().setData(data);
        m_crosshair->hover(-300, nullptr);
        QVERIFY(std::isnan(m_first->chart().shownValue(0)));
        QCOMPARE(m_first->legend().texts().constFirst(), QStringLiteral("received –"));
    }

    void unknownPointsDoNotDisturbTheScale()
    {
        ChartData data = ramp(600);
        data.series[0][300].setY(kNaN);
        m_first->chart().setData(data);
        QCOMPARE(m_first->chart().scale().maximum(), 800.0);
    }

    void hiddenChartsTakeDataWhenShown()
    {
        m_first->hide();
        ChartData data = ramp(600);
        for (QPointF &point : data.series[0])
            point.setY(5000);
        m_first->chart().setData(data);
        QCOMPARE(m_first->chart().scale().maximum(), 800.0);
        m_first->show();
        QVERIFY(m_first->chart().scale().maximum() >= 5000);
    }

private:
    static void drag(TimeChart &chart, double from, double to)
    {
        const auto at = [&](double share) {
            const QRectF plot = chart.plotRect();
            return QPointF(plot.left() + share * plot.width(), plot.center().y()).toPoint();
        };
        QTest::mousePress(chart.viewport(), Qt::LeftButton, {}, at(from));
        move(chart, at(to), Qt::LeftButton);
        QTest::mouseRelease(chart.viewport(), Qt::LeftButton, {}, at(to));
    }

    // QTest::mouseMove tells no buttons, and goes to whichever window is on top.
    static void move(TimeChart &chart, const QPoint &to, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, chart.viewport()->mapToGlobal(to), Qt::NoButton, buttons,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(chart.viewport(), &event);
    }

    void hover(double share)
    {
        const QRectF plot = m_first->chart().plotRect();
        const QPointF place(plot.left() + share * plot.width(), plot.center().y());
        QTest::mouseMove(m_first->chart().viewport(), place.toPoint());
        [&] { QTRY_VERIFY(m_crosshair->position().has_value()); }();
    }

    std::unique_ptr<Crosshair> m_crosshair;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ChartCard> m_first;
    std::unique_ptr<ChartCard> m_second;
};

QTEST_MAIN(TimeChartTest)
#include "tst_timechart.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/eventsmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sluice::console;

namespace {

QJsonObject typeJson(const QString &id, int received, int limited = 0)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("priority"), QStringLiteral("high")},
            {QStringLiteral("received"), received},
            {QStringLiteral("rateLimited"), limited},
            {QStringLiteral("requiresAuth"), true},
            {QStringLiteral("timeoutMs"), 3000},
            {QStringLiteral("p99Us"), 44'000}};
}

} // namespace

class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void isAProperModel()
    {
        EventsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update({typeJson(QStringLiteral("a"), 1)}, 1000);
        model.update({typeJson(QStringLiteral("a"), 2), typeJson(QStringLiteral("b"), 2)}, 2000);
        model.update({typeJson(QStringLiteral("a"), 3), typeJson(QStringLiteral("b"), 2)}, 3000);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void ratesNeedTwoReadings()
    {
        EventsModel model;
        model.update({typeJson(QStringLiteral("a"), 100)}, 1000);
        QCOMPARE(text(model, EventsModel::RateColumn), QStringLiteral("–"));
        model.update({typeJson(QStringLiteral("a"), 300)}, 3000);
        QCOMPARE(text(model, EventsModel::RateColumn), QStringLiteral("100"));
    }

    void aRestartMakesNoNegativeRate()
    {
        EventsModel model;
        model.update({typeJson(QStringLiteral("a"), 1000)}, 50'000);
        model.update({typeJson(QStringLiteral("a"), 5)}, 1000);
        QCOMPARE(text(model, EventsModel::RateColumn), QStringLiteral("–"));
    }

    void rowsKeepTheirPlaces()
    {
        EventsModel model;
        model.update({typeJson(QStringLiteral("a"), 1), typeJson(QStringLiteral("b"), 1)}, 1000);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.update({typeJson(QStringLiteral("a"), 9), typeJson(QStringLiteral("b"), 1)}, 2000);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
    }

    void numbersAreRightAlignedAndMarked()
    {
        EventsModel model;
        model.update({typeJson(QStringLiteral("a"), 3, 2), typeJson(QStringLiteral("b"), 1)}, 1000);
        const QModelIndex limited = model.index(0, EventsModel::LimitedColumn);
        QVERIFY(limited.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
        QVERIFY(limited.data(EventsModel::WarningRole).toBool());
        QVERIFY(!model.index(1, EventsModel::LimitedColumn).data(EventsModel::WarningRole).toBool());
        QCOMPARE(model.index(0, EventsModel::ShareColumn).data(EventsModel::ShareRole).toDouble(), 0.75);
        QCOMPARE(text(model, EventsModel::TimeoutColumn), QStringLiteral("3,000"));
    }

private:
    static QString text(const EventsModel &model, EventsModel::Column column)
    {
        return model.index(0, column).data().toString();
    }
};

QTEST_APPLESS_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"

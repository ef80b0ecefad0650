// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configmodel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

const QString kWorkers = u"channels.worker-pool-size"_s;
const QString kOverflow = u"channels.overflow"_s;
const QString kThreshold = u"backpressure.alert-threshold"_s;

QJsonArray schema()
{
    return {QJsonObject{{u"key"_s, kWorkers},
                        {u"type"_s, u"integer"_s},
                        {u"unit"_s, u"threads"_s},
                        {u"default"_s, 10},
                        {u"min"_s, 1},
                        {u"max"_s, 6400},
                        {u"effect"_s, u"live"_s}},
            QJsonObject{{u"key"_s, kOverflow},
                        {u"type"_s, u"choice"_s},
                        {u"default"_s, u"reject"_s},
                        {u"choices"_s, QJsonArray{u"reject"_s, u"drop-oldest"_s}},
                        {u"effect"_s, u"restart"_s}},
            QJsonObject{{u"key"_s, kThreshold},
                        {u"type"_s, u"real"_s},
                        {u"default"_s, 0.7},
                        {u"min"_s, 0.05},
                        {u"max"_s, 1},
                        {u"effect"_s, u"new-connections"_s}}};
}

QJsonObject value(const QJsonValue &running)
{
    return {{u"value"_s, running}, {u"source"_s, u"default"_s}};
}

QJsonObject values(int workers, int revision)
{
    return {{u"revision"_s, revision},
            {u"values"_s,
             QJsonObject{{kWorkers, value(workers)}, {kOverflow, value(u"reject"_s)}, {kThreshold, value(0.7)}}}};
}

ConfigChange change(quint64 revision, const QString &key, const QJsonValue &after)
{
    return {revision, u"jonas"_s, {{key, {}, after}}};
}

} // namespace

class ConfigModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_model = std::make_unique<ConfigModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setSchema(schema());
        m_model->setValues(values(10, 17));
        m_model->setReadOnly(false);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void hasAHeadingBeforeEachSection()
    {
        QCOMPARE(m_model->rowCount(), 5);
        QVERIFY(m_model->index(0, 0).data(ConfigModel::HeadingRole).toBool());
        QCOMPARE(m_model->index(0, 0).data().toString(), u"CHANNELS"_s);
        QCOMPARE(m_model->index(3, 0).data().toString(), u"BACKPRESSURE"_s);
        QVERIFY(!(m_model->flags(m_model->index(0, ConfigModel::NewColumn)) & Qt::ItemIsSelectable));
    }

    void showsWhatTheServerSays()
    {
        QCOMPARE(text(kWorkers, ConfigModel::RunningColumn), u"10"_s);
        QCOMPARE(text(kWorkers, ConfigModel::AllowedColumn), u"1 … 6,400 threads"_s);
        QCOMPARE(text(kOverflow, ConfigModel::AllowedColumn), u"reject | drop-oldest"_s);
        QCOMPARE(text(kOverflow, ConfigModel::EffectColumn), u"restart"_s);
        QCOMPARE(text(kThreshold, ConfigModel::EffectColumn), u"new connections"_s);
    }

    void typedTextBecomesAValueOfTheType_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("integer") << kWorkers << u"14"_s << true << QJsonValue(14);
        QTest::newRow("grouped integer") << kWorkers << u"6,400"_s << true << QJsonValue(6400);
        QTest::newRow("out of range is the server's to refuse") << kWorkers << u"9999"_s << true << QJsonValue(9999);
        QTest::newRow("not a number") << kWorkers << u"many"_s << false << QJsonValue();
        QTest::newRow("fraction for an integer") << kWorkers << u"1.5"_s << false << QJsonValue();
        QTest::newRow("real") << kThreshold << u"0.65"_s << true << QJsonValue(0.65);
        QTest::newRow("infinity") << kThreshold << u"inf"_s << false << QJsonValue();
        QTest::newRow("choice") << kOverflow << u"drop-oldest"_s << true << QJsonValue(u"drop-oldest"_s);
        QTest::newRow("no such choice") << kOverflow << u"explode"_s << false << QJsonValue();
    }

    void typedTextBecomesAValueOfTheType()
    {
        QFETCH(QString, key);
        QFETCH(QString, typed);
        QFETCH(bool, accepted);
        QFETCH(QJsonValue, value);
        QCOMPARE(m_model->setData(m_model->indexOf(key, ConfigModel::NewColumn), typed, Qt::EditRole), accepted);
        QCOMPARE(m_model->changes().size(), accepted ? 1 : 0);
        if (accepted)
            QCOMPARE(m_model->changes().value(key), value);
    }

    void editingBackIsNoEdit()
    {
        m_model->edit(kWorkers, 14);
        m_model->edit(kWorkers, 10);
        QVERIFY(m_model->edits().isEmpty());
    }

    void aViewerEditsNothing()
    {
        m_model->setReadOnly(true);
        QVERIFY(!(m_model->flags(m_model->indexOf(kWorkers, ConfigModel::NewColumn)) & Qt::ItemIsEditable));
        QVERIFY(!m_model->setData(m_model->indexOf(kWorkers, ConfigModel::NewColumn), u"14"_s, Qt::EditRole));
        m_model->edit(kWorkers, 14);
        QVERIFY(m_model->edits().isEmpty());
    }

    void othersChangesUpdateRunningAndKeepEdits()
    {
        m_model->edit(kWorkers, 14);
        m_model->applyChange(change(18, kThreshold, 0.6));
        QCOMPARE(text(kThreshold, ConfigModel::RunningColumn), u"0.6"_s);
        QCOMPARE(m_model->revision(), 18U);
        QCOMPARE(m_model->edits().size(), 1);
        QVERIFY(!m_model->isConflict(kWorkers));
        m_model->applyChange(change(19, kWorkers, 12));
        QVERIFY(m_model->isConflict(kWorkers));
        QCOMPARE(m_model->changes().value(kWorkers), QJsonValue(14));
    }

    void anOldNoticeChangesNothing()
    {
        m_model->applyChange(change(16, kWorkers, 3));
        QCOMPARE(text(kWorkers, ConfigModel::RunningColumn), u"10"_s);
    }

    void refreshingKeepsEdits()
    {
        m_model->edit(kWorkers, 14);
        m_model->setSchema(schema());
        m_model->setValues(values(10, 18));
        QCOMPARE(m_model->changes().value(kWorkers), QJsonValue(14));
    }

    void faultsLandAtTheirKey()
    {
        m_model->edit(kWorkers, 9999);
        m_model->edit(kThreshold, 0.6);
        QSignalSpy changed(m_model.get(), &ConfigModel::editsChanged);
        m_model->setFaults(
            {QJsonObject{{u"key"_s, kWorkers}, {u"reason"_s, u"too many"_s}, {u"expected"_s, u"1 to 64"_s}}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_model->edits().value(kWorkers).fault, u"too many"_s);
        QVERIFY(m_model->edits().value(kThreshold).fault.isEmpty());
        QCOMPARE(m_model->indexOf(kWorkers).data(ConfigModel::FaultRole).toString(), u"too many"_s);
    }

    void settlingEndsOnlyWhatWasSent()
    {
        m_model->edit(kWorkers, 14);
        const QJsonObject sent = m_model->changes();
        m_model->edit(kThreshold, 0.6);
        m_model->settle(sent);
        QCOMPARE(m_model->edits().keys(), QStringList{kThreshold});
    }

    void anEditMadeWhileSendingStays()
    {
        m_model->edit(kWorkers, 14);
        const QJsonObject sent = m_model->changes();
        m_model->edit(kWorkers, 20);
        m_model->settle(sent);
        QCOMPARE(m_model->changes().value(kWorkers), QJsonValue(20));
    }

private:
    QString text(const QString &key, ConfigModel::Column column) const
    {
        return m_model->indexOf(key, column).data().toString();
    }

    std::unique_ptr<ConfigModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_APPLESS_MAIN(ConfigModelTest)
#include "tst_configmodel.moc"

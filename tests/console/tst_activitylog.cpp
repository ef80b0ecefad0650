// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/activitylog.h"
#include "console/models/configmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStartMs = 1'700'000'000'000;

admin::Marker marker(admin::Marker::Kind kind, qint64 uptimeMs, const QString &text = {}, quint64 revision = 0)
{
    admin::Marker result;
    result.kind = kind;
    result.uptimeMs = uptimeMs;
    result.timeMs = kStartMs + uptimeMs;
    result.text = text;
    result.revision = revision;
    return result;
}

QJsonObject change(const QString &key, const QJsonValue &before, const QJsonValue &after)
{
    return {{u"key"_s, key}, {u"before"_s, before}, {u"after"_s, after}};
}

QJsonObject revision(qint64 number, const QJsonArray &changes)
{
    return {{u"revision"_s, number},
            {u"by"_s, u"mira@ops"_s},
            {u"reason"_s, u"CPU has room"_s},
            {u"atMs"_s, kStartMs},
            {u"changes"_s, changes}};
}

} // namespace

class ActivityLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<ConfigModel>();
        m_log = std::make_unique<ActivityLog>(*m_config);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_log.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_log.reset();
        m_config.reset();
    }

    void entriesStandByTimeWhateverCameFirst()
    {
        add(marker(admin::Marker::Kind::DrainBegan, 20'000));
        add(marker(admin::Marker::Kind::ServerStarted, 0));
        add(marker(admin::Marker::Kind::DrainResumed, 50'000));
        QCOMPARE(m_log->rowCount(), 3);
        QCOMPARE(m_log->entryAt(0).text, u"Drain taken back, serving again"_s);
        QCOMPARE(m_log->entryAt(1).text, u"Drain began"_s);
        QCOMPARE(m_log->entryAt(2).text, u"Server started"_s);
    }

    void aMarkerThatComesAgainIsOne()
    {
        add(marker(admin::Marker::Kind::ServerStarted, 0));
        add(marker(admin::Marker::Kind::ServerStarted, 0));
        QCOMPARE(m_log->rowCount(), 1);
        m_log->addMarker(marker(admin::Marker::Kind::ServerStarted, 0), u"b"_s, kStartMs + 90'000);
        QCOMPARE(m_log->rowCount(), 2); // of the next start
    }

    void aRevisionTellsWhoWhyAndWhatWasBefore()
    {
        add(marker(admin::Marker::Kind::ConfigChanged, 5000, u"revision 18: channels.worker-pool-size"_s, 18));
        QCOMPARE(m_log->entryAt(0).text, u"Configuration revision 18"_s);
        QVERIFY(m_log->entryAt(0).undo.isEmpty());
        m_log->setRevisions({revision(18, {change(u"channels.worker-pool-size"_s, 10, 14)})});
        QCOMPARE(m_log->entryAt(0).text, u"worker-pool-size 10 → 14"_s);
        QCOMPARE(m_log->entryAt(0).note, u"mira@ops · “CPU has room”"_s);
        QCOMPARE(m_log->entryAt(0).undo, QJsonObject({{u"channels.worker-pool-size"_s, 10}}));
    }

    void aRevisionMayBeKnownBeforeItsMarker()
    {
        m_log->setRevisions({revision(18, {change(u"a.b"_s, 1, 2), change(u"a.c"_s, QJsonValue(), 2)})});
        add(marker(admin::Marker::Kind::ConfigChanged, 5000, {}, 18));
        QVERIFY(m_log->entryAt(0).note.contains(u"b 1 → 2; c – → 2"_s));
        // What was not set cannot be set back.
        QCOMPARE(m_log->entryAt(0).undo.keys(), QStringList{u"a.b"_s});
    }

    void aRevisionOfAnotherTimeIsAnother()
    {
        m_log->addMarker(marker(admin::Marker::Kind::ConfigChanged, 5000, {}, 18), u"a"_s, kStartMs - 3'600'000);
        m_log->setRevisions({revision(18, {change(u"a.b"_s, 1, 2)})});
        QCOMPARE(m_log->entryAt(0).text, u"Configuration revision 18"_s);
        QVERIFY(m_log->entryAt(0).undo.isEmpty());
    }

    void theOldestGoes()
    {
        for (qsizetype i = 0; i <= ActivityLog::kCapacity; ++i)
            m_log->add({.kind = ActivityKind::Own, .timeMs = i, .text = QString::number(i)});
        QCOMPARE(m_log->rowCount(), ActivityLog::kCapacity);
        QCOMPARE(m_log->entryAt(m_log->rowCount() - 1).text, u"1"_s);
    }

    void manyAtOnceAreAnnouncedOnce()
    {
        QSignalSpy changed(m_log.get(), &ActivityLog::changed);
        for (int i = 0; i < 100; ++i)
            add(marker(admin::Marker::Kind::OverloadBegan, i));
        QTRY_COMPARE(changed.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(changed.size(), 1);
    }

private:
    void add(const admin::Marker &one) { m_log->addMarker(one, u"a"_s, one.timeMs); }

    std::unique_ptr<ConfigModel> m_config;
    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(ActivityLogTest)
#include "tst_activitylog.moc"

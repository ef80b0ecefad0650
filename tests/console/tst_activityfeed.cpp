// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/charts/markerlook.h"
#include "console/models/configmodel.h"
#include "console/pages/activitydelegate.h"
#include "console/pages/activityfeed.h"

#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

class ActivityFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_config = std::make_unique<ConfigModel>();
        m_log = std::make_unique<ActivityLog>(*m_config);
        m_log->add({.kind = ActivityKind::Drain, .timeMs = 1000, .text = u"Drain began"_s});
        m_log->add({.kind = ActivityKind::Config,
                    .timeMs = 2000,
                    .text = u"worker-pool-size 10 → 14"_s,
                    .note = u"mira@ops"_s,
                    .undo = {{u"channels.worker-pool-size"_s, 10}}});
        m_feed = std::make_unique<ActivityFeed>(*m_log, *m_theme);
        m_feed->resize(286, 500);
        m_feed->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_feed.get()));
    }

    void cleanup()
    {
        m_feed.reset();
        m_log.reset();
        m_config.reset();
        m_theme.reset();
    }

    void aClickLeadsToTheMoment()
    {
        QSignalSpy jumps(m_feed.get(), &ActivityFeed::jumpRequested);
        click(rowRect(1).center());
        QCOMPARE(jumps.size(), 1);
        QCOMPARE(jumps.at(0).at(0).toLongLong(), 1000);
    }

    void theLinkOnlyTakesBack()
    {
        m_feed->setUndoable({.revisions = true});
        QSignalSpy jumps(m_feed.get(), &ActivityFeed::jumpRequested);
        QSignalSpy undone(m_feed.get(), &ActivityFeed::undoRequested);
        click(undoRect().center());
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undone.at(0).at(0).toJsonObject(), QJsonObject({{u"channels.worker-pool-size"_s, 10}}));
        QVERIFY(jumps.empty());
    }

    void whoMayNotChangeAnythingHasNoLink()
    {
        QVERIFY(undoRect().isNull());
        m_feed->setUndoable({.revisions = true});
        QVERIFY(!undoRect().isNull());
        m_feed->setUndoable({});
        QVERIFY(undoRect().isNull());
    }

    void aMuteIsLiftedFromItsRow()
    {
        admin::Marker muted;
        muted.kind = admin::Marker::Kind::ClientMuted;
        muted.user = u"ada"_s;
        muted.mute = 7;
        muted.by = u"mira"_s;
        muted.text = u"client muted: flood"_s;
        m_log->addMarker(muted, u"a"_s, 3000);
        QCOMPARE(m_log->entryAt(0).text, u"ada muted"_s);
        QCOMPARE(m_log->entryAt(0).note, u"mira · flood"_s);
        QCOMPARE(markerLetter(m_log->entryAt(0).kind), u"M"_s);
        QVERIFY(undoRect().isNull());
        m_feed->setUndoable({.mutes = true});
        QSignalSpy lifts(m_feed.get(), &ActivityFeed::liftRequested);
        click(undoRect().center());
        QCOMPARE(lifts.size(), 1);
        const auto mute = lifts.at(0).at(0).value<ActivityEntry::Mute>();
        QCOMPARE(mute.id, 7U);
        QCOMPARE(mute.user, u"ada"_s);

        admin::Marker lifted = muted;
        lifted.kind = admin::Marker::Kind::MuteLifted;
        lifted.mute = 0;
        m_log->addMarker(lifted, u"a"_s, 4000);
        QCOMPARE(m_log->entryAt(0).text, u"Mute of ada lifted"_s);
        QCOMPARE(m_log->entryAt(1).mute.id, 0U); // there is nothing to lift any more
    }

    void kicksSayHowMany()
    {
        admin::Marker kicked;
        kicked.kind = admin::Marker::Kind::ConnectionsClosed;
        kicked.count = 3;
        m_log->addMarker(kicked, u"a"_s, 3000);
        QVERIFY2(m_log->entryAt(0).text.startsWith(u"3 connection"_s), qPrintable(m_log->entryAt(0).text));
        admin::Marker later;
        later.kind = admin::Marker::Kind::Other;
        later.text = u"moon is full"_s;
        m_log->addMarker(later, u"a"_s, 4000);
        QCOMPARE(m_log->entryAt(0).text, u"moon is full"_s);
    }

    void theFilterShowsOneKind()
    {
        m_feed->filter().setCurrentIndex(2);
        Q_EMIT m_feed->filter().activated(2);
        QCOMPARE(m_feed->list().model()->rowCount(), 1);
        QSignalSpy jumps(m_feed.get(), &ActivityFeed::jumpRequested);
        click(rowRect(0).center());
        QCOMPARE(jumps.at(0).at(0).toLongLong(), 2000);
        m_feed->filter().setCurrentIndex(1);
        Q_EMIT m_feed->filter().activated(1);
        QVERIFY(!m_feed->list().isVisible()); // a sentence says why, and the way out
    }

    void newEntriesComeFirst()
    {
        m_log->add({.kind = ActivityKind::Own, .timeMs = 3000, .text = u"Own mark 1"_s});
        QCOMPARE(m_feed->list().model()->index(0, 0).data().toString(), u"Own mark 1"_s);
    }

private:
    QRect rowRect(int row) { return m_feed->list().visualRect(m_feed->list().model()->index(row, 0)); }
    QRect undoRect()
    {
        const auto *delegate = static_cast<ActivityDelegate *>(m_feed->list().itemDelegate());
        return delegate->undoRect(rowRect(0), m_feed->list().model()->index(0, 0));
    }
    void click(const QPoint &place) { QTest::mouseClick(m_feed->list().viewport(), Qt::LeftButton, {}, place); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ConfigModel> m_config;
    std::unique_ptr<ActivityLog> m_log;
    std::unique_ptr<ActivityFeed> m_feed;
};

QTEST_MAIN(ActivityFeedTest)
#include "tst_activityfeed.moc"

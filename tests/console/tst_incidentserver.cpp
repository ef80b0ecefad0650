// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/demo/incidentserver.h"
#include "console/models/serversession.h"

#include "shared/base/random.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

class IncidentServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSameEachTime()
    {
        IncidentServer one;
        IncidentServer other;
        const QJsonObject span{{u"spanMs"_s, 900'000}, {u"stepMs"_s, 1000}};
        QCOMPARE(one.answer(u"metrics/history"_s, span), other.answer(u"metrics/history"_s, span));
        one.step();
        QVERIFY(one.answer(u"metrics/history"_s, span) != other.answer(u"metrics/history"_s, span));
        other.step();
        QCOMPARE(one.answer(u"metrics/history"_s, span), other.answer(u"metrics/history"_s, span));
    }

    void aSessionShowsItsCourse()
    {
        IncidentServer server;
        ServerSession session(m_clock, m_random);
        session.connectTo(server);
        QTRY_COMPARE(session.history().samples().size(), 900);
        QCOMPARE(session.history().latestMs(), IncidentCourse::kOpenMs);
        QVERIFY(session.history().gaps(session.nowMs(), 900).isEmpty());
        // The queue was over its threshold, and is not now.
        double highest = 0;
        for (const SampleHistory::Sample &sample : session.history().samples())
            highest = std::max(highest, sample.values[static_cast<size_t>(Metric::QueueFill)]);
        QVERIFY(highest > 70);
        QVERIFY(session.history().value(Metric::QueueFill) < 70);
        for (const SampleHistory::Sample &sample : session.history().samples().mid(1))
            QVERIFY(std::isfinite(sample.values[static_cast<size_t>(Metric::ProcessedRate)]));
        QTRY_COMPARE(session.activity().entries().size(), 2);
        QTRY_COMPARE(session.activity().entryAt(0).text, u"worker-pool-size 10 → 14"_s);
        server.step();
        QCOMPARE(session.history().latestMs(), IncidentCourse::kOpenMs + 1000);
    }

    void itsConfigurationCanBeChanged()
    {
        IncidentServer server;
        ServerSession session(m_clock, m_random);
        session.connectTo(server);
        const QString key = u"channels.worker-pool-size"_s;
        QTRY_COMPARE(session.config().runningValue(key).toInt(), 14);
        session.config().edit(key, 20);
        session.patchConfig(u"practice"_s, false, this,
                            [](const ServerSession::PatchReply &reply) { QVERIFY(reply.error.isEmpty()); });
        QTRY_COMPARE(session.config().runningValue(key).toInt(), 20);
        QTRY_COMPARE(session.activity().entryAt(0).text, u"worker-pool-size 14 → 20"_s);
    }

    void whatIsNotPartOfItIsRefused()
    {
        IncidentServer server;
        QVERIFY(server.answer(u"server/shutdown"_s, {}).contains(u"error"_s));
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
};

QTEST_MAIN(IncidentServerTest)
#include "tst_incidentserver.moc"

#include "server/admin/markerwatch.h"
#include "tests/unit/admin/adminfixture.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

using Kind = admin::Marker::Kind;

class TestMarkerWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_watch = std::make_unique<MarkerWatch>(m_clock, m_clock.now() - 5s); }

    void startIsWhenItWas();
    void changesSayWhoAndWhat();
    void eachDrainIsMarkedOnce_data();
    void eachDrainIsMarkedOnce();
    void eachEpisodeIsMarked_data();
    void eachEpisodeIsMarked();
    void mutesAndKicksAreMarked_data();
    void mutesAndKicksAreMarked();
    void jsonHasItAll();

private:
    StillClock m_clock;
    std::unique_ptr<MarkerWatch> m_watch;
};

void TestMarkerWatch::startIsWhenItWas()
{
    const admin::Marker marker = m_watch->serverStarted();
    QVERIFY(marker.kind == Kind::ServerStarted);
    QCOMPARE(marker.uptimeMs, 0);
    QCOMPARE(marker.timeMs, static_cast<qint64>(toUnixMs(m_clock.wallNow())) - 5000);
}

void TestMarkerWatch::changesSayWhoAndWhat()
{
    ConfigRevision revision;
    revision.revision = 7;
    revision.by = QStringLiteral("ada");
    for (const char *key : {"a.b", "c.d", "e.f"})
        revision.changes.push_back({QString::fromLatin1(key), 1, 2});
    const admin::Marker marker = m_watch->configChanged(revision);
    QVERIFY(marker.kind == Kind::ConfigChanged);
    QCOMPARE(marker.revision, 7U);
    QCOMPARE(marker.by, QStringLiteral("ada"));
    QCOMPARE(marker.text, QStringLiteral("revision 7: a.b, c.d, e.f"));
    QCOMPARE(marker.uptimeMs, 5000);
    revision.changes.push_back({QStringLiteral("g.h"), 1, 2});
    revision.reverts = 6;
    QCOMPARE(m_watch->configChanged(revision).text,
             QStringLiteral("revision 7 takes back 6: a.b, c.d, e.f and 1 more"));
}

void TestMarkerWatch::eachDrainIsMarkedOnce_data()
{
    QTest::addColumn<QStringList>("phases");
    QTest::addColumn<QString>("kinds");
    const QStringList begun{QStringLiteral("balancer-grace"), QStringLiteral("finish-work"),
                            QStringLiteral("finish-work")};
    QTest::newRow("under way") << begun << QStringLiteral("drain-began");
    QTest::newRow("taken back") << begun + QStringList{QStringLiteral("resumed")}
                                << QStringLiteral("drain-began drain-resumed");
    QTest::newRow("drained, then served again, then drained again")
        << begun + QStringList{QStringLiteral("drained"), QStringLiteral("resumed"), QStringLiteral("finish-work")}
        << QStringLiteral("drain-began drain-ended drain-resumed drain-began");
    QTest::newRow("drained, then stopped") << begun + QStringList{QStringLiteral("drained"), QStringLiteral("stopping")}
                                           << QStringLiteral("drain-began drain-ended");
}

void TestMarkerWatch::eachDrainIsMarkedOnce()
{
    QFETCH(QStringList, phases);
    QStringList kinds;
    for (const QString &phase : phases) {
        admin::DrainProgress progress;
        progress.phase = phase;
        progress.requestedBy = QStringLiteral("ada");
        progress.reason = QStringLiteral("upgrade");
        const auto marker = m_watch->drainProgressed(progress);
        if (!marker)
            continue;
        kinds += toString(marker->kind);
        if (marker->kind == Kind::DrainBegan) {
            QCOMPARE(marker->by, QStringLiteral("ada"));
            QCOMPARE(marker->text, QStringLiteral("drain began: upgrade"));
        }
    }
    QTEST(kinds.join(u' '), "kinds");
}

void TestMarkerWatch::eachEpisodeIsMarked_data()
{
    using State = admin::OverloadState;
    QTest::addColumn<QList<State>>("states");
    QTest::addColumn<QList<int>>("episodes"); // counted so far, at each sample
    QTest::addColumn<QString>("kinds");
    QTest::newRow("none") << QList<State>{State::Normal, State::Alert, State::Normal} << QList<int>{0, 0, 0}
                          << QString();
    QTest::newRow("one") << QList<State>{State::Normal, State::Shedding, State::Shedding, State::Alert}
                         << QList<int>{0, 1, 1, 1} << QStringLiteral("overload-began overload-ended");
    QTest::newRow("between two samples") << QList<State>{State::Normal, State::Normal} << QList<int>{0, 1}
                                         << QStringLiteral("overload-began overload-ended");
    QTest::newRow("another one at once") << QList<State>{State::Shedding, State::Shedding} << QList<int>{1, 2}
                                         << QStringLiteral("overload-began overload-ended overload-began");
    QTest::newRow("another one and no more")
        << QList<State>{State::Shedding, State::Normal} << QList<int>{1, 2}
        << QStringLiteral("overload-began overload-ended overload-began overload-ended");
}

void TestMarkerWatch::eachEpisodeIsMarked()
{
    QFETCH(QList<admin::OverloadState>, states);
    QFETCH(QList<int>, episodes);
    QStringList kinds;
    for (qsizetype i = 0; i < states.size(); ++i) {
        admin::Snapshot sample;
        sample.overload = states[i];
        sample.overloadEpisodes = static_cast<quint64>(episodes[i]);
        for (const admin::Marker &marker : m_watch->sampled(sample))
            kinds += toString(marker.kind);
    }
    QTEST(kinds.join(u' '), "kinds");
}

void TestMarkerWatch::mutesAndKicksAreMarked_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("target");
    QTest::addColumn<quint64>("number");
    QTest::newRow("user muted") << QStringLiteral("mutes/add")
                                << QByteArray(R"({"mute":{"id":7,"user":"ada","address":null}})")
                                << QStringLiteral("client-muted") << QStringLiteral("ada") << quint64{7};
    QTest::newRow("address muted") << QStringLiteral("mutes/add")
                                   << QByteArray(R"({"mute":{"id":8,"user":null,"address":"::1"}})")
                                   << QStringLiteral("client-muted") << QStringLiteral("::1") << quint64{8};
    QTest::newRow("lifted") << QStringLiteral("mutes/lift") << QByteArray(R"({"mute":{"id":7,"user":"ada"}})")
                            << QStringLiteral("mute-lifted") << QStringLiteral("ada") << quint64{0};
    QTest::newRow("kicked") << QStringLiteral("connections/close") << QByteArray(R"({"closing":3,"unknown":[]})")
                            << QStringLiteral("connections-closed") << QString() << quint64{3};
    QTest::newRow("nobody kicked") << QStringLiteral("connections/close") << QByteArray(R"({"closing":0})") << QString()
                                   << QString() << quint64{0};
    QTest::newRow("nothing of that kind")
        << QStringLiteral("users/send") << QByteArray(R"({"closing":3})") << QString() << QString() << quint64{0};
}

void TestMarkerWatch::mutesAndKicksAreMarked()
{
    QFETCH(QString, method);
    QFETCH(QByteArray, answer);
    QFETCH(quint64, number);
    const AdminCall call{QStringLiteral("mira"), method, {{QStringLiteral("reason"), QStringLiteral("flood")}}};
    const auto marker = m_watch->commanded(call, QJsonDocument::fromJson(answer).object());
    QTEST(marker ? toString(marker->kind) : QString(), "kind");
    if (!marker)
        return;
    QTEST(marker->target(), "target");
    QCOMPARE(marker->mute + marker->count, number);
    QCOMPARE(marker->by, QStringLiteral("mira"));
    QVERIFY(marker->text.endsWith(QStringLiteral(": flood")));
    QCOMPARE(admin::Marker::fromJson(marker->toJson()).toJson(), marker->toJson());
}

void TestMarkerWatch::jsonHasItAll()
{
    const admin::Marker marker{Kind::ConfigChanged,    1'700'000'000'000,     5000,
                               QStringLiteral("text"), QStringLiteral("ada"), 7};
    const QJsonObject json = marker.toJson();
    QCOMPARE(json.value(u"kind").toString(), QStringLiteral("config-changed"));
    QCOMPARE(admin::Marker::fromJson(json).toJson(), json);
    const QJsonObject later{{QStringLiteral("kind"), QStringLiteral("moon-full")},
                            {QStringLiteral("text"), QStringLiteral("full")}};
    QVERIFY(admin::Marker::fromJson(later).kind == Kind::Other);
    QCOMPARE(admin::Marker::fromJson(later).text, QStringLiteral("full"));
    for (const Kind kind : {Kind::ServerStarted, Kind::DrainBegan, Kind::DrainEnded, Kind::DrainResumed,
                            Kind::OverloadBegan, Kind::OverloadEnded}) {
        const admin::Marker other{kind, 1, 2, {}, {}, 0};
        QVERIFY(admin::Marker::fromJson(other.toJson()).kind == kind);
        QVERIFY(!other.toJson().contains(QStringLiteral("revision")));
    }
}

QTEST_APPLESS_MAIN(TestMarkerWatch)
#include "tst_markerwatch.moc"

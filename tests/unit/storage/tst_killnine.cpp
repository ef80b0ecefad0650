#include "server/storage/migrator.h"
#include "tests/unit/storage/testdatabases.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <random>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

// D1: a process that saves is killed at random moments; what it had acknowledged must be there, once.
class TestKillNine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedNotesSurvive();

private:
    /// Runs the writer until it has acknowledged about `lines` notes, and kills it.
    void runAndKill(const QString &prefix, qsizetype lines);
    void checkDatabase();

    static constexpr int kKills = 25;

    test::TestDatabases m_databases{test::PrivatePostgres::Fsync::On};
    const QString m_place = m_databases.newPlace();
    const SystemClock m_clock{};
    QSet<QString> m_acknowledged; ///< "id title"
};

void TestKillNine::runAndKill(const QString &prefix, qsizetype lines)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(SLUICE_KILLNINE_WRITER), {m_place, prefix});
    QVERIFY(writer.waitForStarted());
    QByteArray output;
    while (output.count('\n') < lines) {
        QVERIFY2(writer.waitForReadyRead(10'000), "the writer saves nothing");
        output += writer.readAllStandardOutput();
    }
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
    output += writer.readAllStandardOutput();

    const auto all = output.split('\n');
    for (qsizetype i = 0; i + 1 < all.size(); ++i)
        m_acknowledged.insert(QString::fromLatin1(all.at(i)));
}

void TestKillNine::checkDatabase()
{
    QElapsedTimer timer;
    timer.start();
    const auto opened = m_databases.open(m_place, 2s, m_clock);
    Database &database = *opened;
    const auto migrated = Migrator(database).migrate();
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
    QVERIFY2(timer.elapsed() < 2000, "the restart took too long");

    auto operation = database.unlimitedOperation();
    if (!test::TestDatabases::isPostgres()) {
        auto verdict = operation->execute(QLatin1String("PRAGMA integrity_check"));
        QVERIFY(verdict && verdict->next());
        QCOMPARE(verdict->value(0).toString(), QStringLiteral("ok"));
    }
    auto rows =
        operation->execute(QLatin1String("SELECT id || ' ' || title, title, (SELECT count(*) FROM note_collaborators "
                                         "WHERE note_id = id) FROM notes"));
    QVERIFY(rows);
    QSet<QString> stored;
    QSet<QString> titles;
    while (rows->next()) {
        stored.insert(rows->value(0).toString());
        const QString title = rows->value(1).toString();
        QVERIFY2(!titles.contains(title), qPrintable(title + QLatin1String(" is there twice")));
        titles.insert(title);
        QCOMPARE(rows->value(2).toInt(), 1); // no half note
    }
    const auto lost = m_acknowledged - stored;
    QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("%1 acknowledged notes are lost").arg(lost.size())));
}

void TestKillNine::acknowledgedNotesSurvive()
{
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int kill = 0; kill < kKills; ++kill) {
        runAndKill(QStringLiteral("%1-").arg(kill), qsizetype(random() % 300));
        if (QTest::currentTestFailed())
            return;
        checkDatabase();
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d kills, %lld acknowledged notes, none lost", kKills, static_cast<long long>(m_acknowledged.size()));
    QVERIFY(m_acknowledged.size() > kKills);
}

QTEST_GUILESS_MAIN(TestKillNine)
#include "tst_killnine.moc"

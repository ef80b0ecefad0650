#include "server/storage/migrator.h"
#include "server/storage/sqlnotestore.h"
#include "shared/base/random.h"
#include "tests/support/figure.h"
#include "tests/unit/storage/recordingvfs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using test::RecordingVfs;
using Step = RecordingVfs::Step;

namespace {

constexpr size_t kSectorBytes = 512;

NoteDraft draftOf(int number)
{
    NoteDraft draft;
    draft.user = QStringLiteral("ann");
    draft.title = QString::number(number);
    draft.content = QString(3000, QChar(u'a' + number % 26));
    draft.collaborators = QStringList{QStringLiteral("bob")};
    return draft;
}

void put(std::string &image, size_t at, std::string_view bytes)
{
    if (image.size() < at + bytes.size())
        image.resize(at + bytes.size());
    image.replace(at, bytes.size(), bytes);
}

/// A file as a disk has it: what was synced, and what came since and may or may not be there after a power cut.
class DiskFile
{
public:
    void take(const Step &step)
    {
        if (step.kind != Step::Kind::Sync) {
            m_since.push_back(step);
            return;
        }
        for (const Step &one : m_since)
            apply(m_synced, one, one.bytes.size());
        m_since.clear();
    }

    /// What is found when the power is back: of each write since the last sync all, nothing, or its first sectors.
    [[nodiscard]] std::string afterPowerCut(std::mt19937 &random) const
    {
        std::string image = m_synced;
        for (const Step &step : m_since) {
            const auto sectors = step.bytes.size() / kSectorBytes;
            switch (random() % 4) {
            case 0: break;
            case 1: apply(image, step, sectors > 0 ? random() % sectors * kSectorBytes : 0); break;
            default: apply(image, step, step.bytes.size());
            }
        }
        return image;
    }

private:
    static void apply(std::string &image, const Step &step, size_t bytes)
    {
        if (step.kind == Step::Kind::Truncate)
            image.resize(static_cast<size_t>(step.at));
        else
            put(image, static_cast<size_t>(step.at), std::string_view(step.bytes).substr(0, bytes));
    }

    std::string m_synced;
    std::vector<Step> m_since;
};

} // namespace

/// What a disk does to SQLite, and so to what was acknowledged. SLUICE_POWER_CUTS and SLUICE_DISK_FAULTS are for how
/// many there are: 500 before a release.
class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void powerCutsLoseNothingAcknowledged();
    void singleFaultsLoseNothingAcknowledged_data();
    void singleFaultsLoseNothingAcknowledged();

private:
    /// Saves notes in threes, with checkpoints in between, and records all of it.
    [[nodiscard]] std::vector<Step> recordSaves(const QString &file);
    /// That all of these are there, whole, and that the file is sound.
    void check(Database &database, const std::set<std::string> &acknowledged);

    SystemClock m_clock;
    SystemRandom m_random;
};

std::vector<Step> TestDiskFaults::recordSaves(const QString &file)
{
    RecordingVfs vfs;
    vfs.keepSteps();
    {
        Database database(file, 2s, m_clock);
        if (!Migrator(database).migrate())
            return {};
        SqlNoteStore store(database, m_random);
        for (int i = 0; i < 120; i += 3) {
            std::array<QFuture<Result<Note>>, 3> saves;
            for (size_t one = 0; one < saves.size(); ++one) {
                saves[one] = store.save(draftOf(i + int(one)), TimePoint::max()).then([&vfs](const Result<Note> &note) {
                    if (note)
                        vfs.acknowledged(note->id.toStdString());
                    return note;
                });
            }
            for (auto &save : saves)
                save.waitForFinished();
            if (i % 30 == 0)
                static_cast<void>(database.operation()->execute(QLatin1String("PRAGMA wal_checkpoint(PASSIVE)")));
        }
        auto steps = vfs.takeSteps(); // without what closing does
        store.stop();
        return steps;
    }
}

void TestDiskFaults::check(Database &database, const std::set<std::string> &acknowledged)
{
    const auto migrated = Migrator(database).migrate();
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
    auto operation = database.unlimitedOperation();
    {
        auto verdict = operation->execute(QLatin1String("PRAGMA integrity_check"));
        QVERIFY(verdict && verdict->next());
        QCOMPARE(verdict->value(0).toString(), QStringLiteral("ok"));
    }
    auto rows = operation->execute(QLatin1String(
        "SELECT id, title, content, (SELECT count(*) FROM note_collaborators WHERE note_id = id) FROM notes"));
    QVERIFY(rows);
    std::set<std::string> stored;
    while (rows->next()) {
        stored.insert(rows->value(0).toString().toStdString());
        QCOMPARE(rows->value(2).toString(), draftOf(rows->value(1).toInt()).content);
        QCOMPARE(rows->value(3).toInt(), 1);
    }
    QVERIFY2(std::includes(stored.begin(), stored.end(), acknowledged.begin(), acknowledged.end()),
             "an acknowledged note is lost");
}

// D2: everything that was done to the files up to a moment, without what was not synced by then.
void TestDiskFaults::powerCutsLoseNothingAcknowledged()
{
    const QTemporaryDir folder;
    const std::vector<Step> steps = recordSaves(folder.filePath(QStringLiteral("x.db")));
    QVERIFY(steps.size() > 200);
    std::mt19937 random(1);
    size_t mostAcknowledged = 0;
    for (int cut = 0; cut < sluice::test::figure("SLUICE_POWER_CUTS", 40); ++cut) {
        std::map<std::string, DiskFile> files;
        std::set<std::string> acknowledged;
        const size_t end = random() % steps.size();
        for (size_t i = 0; i < end; ++i) {
            if (steps[i].kind == Step::Kind::Acknowledged)
                acknowledged.insert(steps[i].file);
            else if (steps[i].kind == Step::Kind::Remove)
                files.erase(steps[i].file);
            else
                files[steps[i].file].take(steps[i]);
        }
        const QTemporaryDir after;
        for (const auto &[name, disk] : files) {
            QFile file(after.filePath(QString::fromStdString(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            const std::string image = disk.afterPowerCut(random);
            QCOMPARE(file.write(image.data(), qint64(image.size())), qint64(image.size()));
        }
        Database database(after.filePath(QStringLiteral("x.db")), 2s, m_clock);
        check(database, acknowledged);
        if (QTest::currentTestFailed()) {
            qWarning("the power was cut after %zu of %zu steps", end, steps.size());
            return;
        }
        mostAcknowledged = std::max(mostAcknowledged, acknowledged.size());
    }
    QVERIFY(mostAcknowledged > 60);
}

void TestDiskFaults::singleFaultsLoseNothingAcknowledged_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a write fails") << SQLITE_IOERR_WRITE << ErrorCode::Unavailable;
    QTest::newRow("a sync fails") << SQLITE_IOERR_FSYNC << ErrorCode::Unavailable;
    QTest::newRow("the disk is full once") << SQLITE_FULL << ErrorCode::StorageFull;
}

// D5: the n-th access fails, whichever it is; the next save works again.
void TestDiskFaults::singleFaultsLoseNothingAcknowledged()
{
    QFETCH(int, fault);
    QFETCH(ErrorCode, code);
    int refused = 0;
    for (int number = 1; number <= sluice::test::figure("SLUICE_DISK_FAULTS", 15); ++number) {
        RecordingVfs vfs;
        const QTemporaryDir folder;
        Database database(folder.filePath(QStringLiteral("x.db")), 2s, m_clock);
        QVERIFY(Migrator(database).migrate());
        SqlNoteStore store(database, m_random);
        std::set<std::string> acknowledged;
        const auto save = [&](int i) {
            const auto saved = store.save(draftOf(i), TimePoint::max()).result();
            if (saved)
                acknowledged.insert(saved->id.toStdString());
            return saved;
        };
        QVERIFY(save(0));
        vfs.failOne(number, fault);
        for (int i = 1; i < 8; ++i) {
            if (const auto saved = save(i); !saved) {
                ++refused;
                QCOMPARE(saved.error().code, code);
            }
        }
        vfs.failOne(0, SQLITE_OK);
        QVERIFY2(save(8), "it must work again");
        check(database, acknowledged);
        if (QTest::currentTestFailed()) {
            qWarning("access %d failed", number);
            return;
        }
    }
    QVERIFY2(refused > 5, qPrintable(QStringLiteral("only %1 saves met the fault").arg(refused)));
}

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"

#include "server/storage/migrator.h"
#include "server/storage/sqlnotestore.h"
#include "server/storage/transaction.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/storage/recordingvfs.h"
#include "tests/unit/storage/testdatabases.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kNoDeadline = TimePoint::max();

NoteDraft draftBy(const QString &user, const QString &title, const std::optional<QStringList> &collaborators = {})
{
    NoteDraft draft;
    draft.user = user;
    draft.title = title;
    draft.content = QStringLiteral("content of ") + title;
    draft.collaborators = collaborators;
    return draft;
}

QStringList titles(const QList<NoteSummary> &notes)
{
    QStringList list;
    for (const NoteSummary &note : notes)
        list.append(note.title);
    return list;
}

} // namespace

class TestSqlNoteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void newNoteIsStoredWhole();
    void savingAgainMakesTheNextVersion();
    void staleVersionIsAConflict();
    void accessFollowsAuthorAndCollaborators_data();
    void accessFollowsAuthorAndCollaborators();
    void onlyTheAuthorChangesCollaborators();
    void collaboratorsStayWhenNotNamed();
    void listShowsOwnAndSharedLatestFirst();
    void listPages_data();
    void listPages();
    void searchFindsText_data();
    void searchFindsText();
    void importIsAllOrNothing();
    void textOfAnyKindComesBackAsItWas_data();
    void textOfAnyKindComesBackAsItWas();
    void lockedDatabaseMakesSavesBusyAndReadsGoOn();
    void manySaversShareSyncs();

private:
    Result<Note> save(const NoteDraft &draft) { return m_store->save(draft, kNoDeadline).result(); }

    test::FakeClock m_clock;
    test::SeededRandom m_random{1};
    std::unique_ptr<test::RecordingVfs> m_vfs;
    test::TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqlNoteStore> m_store;

    const QString m_ann = QStringLiteral("ann");
    const QString m_bob = QStringLiteral("bob");
    const QString m_eve = QStringLiteral("eve");
};

void TestSqlNoteStore::init()
{
    m_vfs = std::make_unique<test::RecordingVfs>();
    if (!m_database) {
        m_database = m_databases.open(m_databases.newPlace(), 2s, m_clock);
        QVERIFY(Migrator(*m_database).migrate());
    }
    m_database->setOperationTimeout(2s);
    QVERIFY(m_database->operation()->change(QLatin1String("DELETE FROM notes")));
    m_store = std::make_unique<SqlNoteStore>(*m_database, m_random);
}

void TestSqlNoteStore::cleanup()
{
    m_store.reset();
    if (!test::TestDatabases::isPostgres()) // whose connections are not the recorder's
        m_database.reset();
    m_vfs.reset();
}

void TestSqlNoteStore::newNoteIsStoredWhole()
{
    const auto saved = save(draftBy(m_ann, QStringLiteral("a"), QStringList{m_bob, m_eve}));
    QVERIFY(saved);
    QCOMPARE(saved->id.size(), 32);
    QCOMPARE(saved->version, 1);
    QCOMPARE(saved->updatedMs, toUnixMs(m_clock.wallNow()));

    const auto fetched = m_store->fetch(m_ann, saved->id, kNoDeadline);
    QVERIFY(fetched);
    QCOMPARE(fetched->id, saved->id);
    QCOMPARE(fetched->author, m_ann);
    QCOMPARE(fetched->title, QStringLiteral("a"));
    QCOMPARE(fetched->content, QStringLiteral("content of a"));
    QCOMPARE(fetched->collaborators, QStringList({m_bob, m_eve}));
    QCOMPARE(fetched->version, 1);
    QCOMPARE(fetched->updatedMs, saved->updatedMs);
}

void TestSqlNoteStore::savingAgainMakesTheNextVersion()
{
    const auto first = save(draftBy(m_ann, QStringLiteral("a")));
    m_clock.advance(5s);
    NoteDraft draft = draftBy(m_ann, QStringLiteral("b"));
    draft.id = first->id;
    draft.version = 1;
    const auto second = save(draft);
    QVERIFY(second);
    QCOMPARE(second->version, 2);
    QCOMPARE(second->updatedMs, first->updatedMs + 5000);
    draft.version.reset(); // whichever is there
    QCOMPARE(save(draft)->version, 3);
    QCOMPARE(m_store->fetch(m_ann, first->id, kNoDeadline)->title, QStringLiteral("b"));
    QCOMPARE(m_store->list(m_ann, 0, 10, kNoDeadline)->total, 1);
}

void TestSqlNoteStore::staleVersionIsAConflict()
{
    const auto first = save(draftBy(m_ann, QStringLiteral("a")));
    NoteDraft draft = draftBy(m_ann, QStringLiteral("b"));
    draft.id = first->id;
    draft.version = 1;
    QVERIFY(save(draft));
    const auto stale = save(draft);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::Conflict);
    QCOMPARE(stale.error().data, QByteArray("{\"version\":2}"));
    QCOMPARE(m_store->fetch(m_ann, first->id, kNoDeadline)->version, 2);
}

void TestSqlNoteStore::accessFollowsAuthorAndCollaborators_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("author") << m_ann << true;
    QTest::newRow("collaborator") << m_bob << true;
    QTest::newRow("anybody else") << m_eve << false;
    QTest::newRow("nobody") << QString() << false;
}

void TestSqlNoteStore::accessFollowsAuthorAndCollaborators()
{
    QFETCH(QString, user);
    QFETCH(bool, allowed);
    const auto note = save(draftBy(m_ann, QStringLiteral("a"), QStringList{m_bob}));
    const auto fetched = m_store->fetch(user, note->id, kNoDeadline);
    QCOMPARE(fetched.has_value(), allowed);
    NoteDraft draft = draftBy(user, QStringLiteral("changed"));
    draft.id = note->id;
    const auto changed = save(draft);
    QCOMPARE(changed.has_value(), allowed);
    QCOMPARE(m_store->list(user, 0, 10, kNoDeadline)->total, allowed ? 1 : 0);
    QCOMPARE(m_store->search(user, QStringLiteral("c"), 10, kNoDeadline)->size(), allowed ? 1 : 0);
    if (allowed) {
        QCOMPARE(changed->author, m_ann);
        return;
    }
    // As if it were not there at all.
    const auto missing = m_store->fetch(user, QStringLiteral("missing"), kNoDeadline);
    QCOMPARE(fetched.error().code, ErrorCode::NotFound);
    QCOMPARE(fetched.error().data, missing.error().data);
    QCOMPARE(changed.error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->fetch(m_ann, note->id, kNoDeadline)->title, QStringLiteral("a"));
}

void TestSqlNoteStore::onlyTheAuthorChangesCollaborators()
{
    const auto note = save(draftBy(m_ann, QStringLiteral("a"), QStringList{m_bob}));
    NoteDraft draft = draftBy(m_bob, QStringLiteral("b"), QStringList{m_bob, m_eve});
    draft.id = note->id;
    const auto refused = save(draft);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    draft.user = m_ann;
    QVERIFY(save(draft));
    QVERIFY(m_store->fetch(m_eve, note->id, kNoDeadline));
    draft.collaborators = QStringList();
    QVERIFY(save(draft));
    QVERIFY(!m_store->fetch(m_eve, note->id, kNoDeadline));
    QVERIFY(!m_store->fetch(m_bob, note->id, kNoDeadline));
}

void TestSqlNoteStore::collaboratorsStayWhenNotNamed()
{
    const auto note = save(draftBy(m_ann, QStringLiteral("a"), QStringList{m_bob}));
    NoteDraft draft = draftBy(m_bob, QStringLiteral("b"));
    draft.id = note->id;
    const auto saved = save(draft);
    QVERIFY(saved);
    QCOMPARE(saved->collaborators, QStringList{m_bob});
    QCOMPARE(m_store->fetch(m_ann, note->id, kNoDeadline)->collaborators, QStringList{m_bob});
}

void TestSqlNoteStore::listShowsOwnAndSharedLatestFirst()
{
    QVERIFY(save(draftBy(m_ann, QStringLiteral("own"))));
    m_clock.advance(1s);
    QVERIFY(save(draftBy(m_bob, QStringLiteral("shared"), QStringList{m_ann})));
    m_clock.advance(1s);
    QVERIFY(save(draftBy(m_bob, QStringLiteral("private"))));
    m_clock.advance(1s);
    QVERIFY(save(draftBy(m_ann, QStringLiteral("shared with myself"), QStringList{m_ann})));
    const auto page = m_store->list(m_ann, 0, 10, kNoDeadline);
    QVERIFY(page);
    QCOMPARE(page->total, 3);
    QCOMPARE(titles(page->notes),
             QStringList({QStringLiteral("shared with myself"), QStringLiteral("shared"), QStringLiteral("own")}));
}

void TestSqlNoteStore::listPages_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QStringList>("expected");
    const auto names = [](std::initializer_list<const char *> list) {
        QStringList result;
        for (const char *name : list)
            result.append(QString::fromLatin1(name));
        return result;
    };
    QTest::newRow("first") << 0 << 2 << names({"4", "3"});
    QTest::newRow("middle") << 2 << 2 << names({"2", "1"});
    QTest::newRow("last, short") << 4 << 2 << names({"0"});
    QTest::newRow("beyond the end") << 5 << 2 << QStringList();
    QTest::newRow("all") << 0 << 100 << names({"4", "3", "2", "1", "0"});
}

void TestSqlNoteStore::listPages()
{
    QFETCH(int, offset);
    QFETCH(int, limit);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(save(draftBy(m_ann, QString::number(i))));
        m_clock.advance(1s);
    }
    const auto page = m_store->list(m_ann, offset, limit, kNoDeadline);
    QCOMPARE(page->total, 5);
    QTEST(titles(page->notes), "expected");
}

void TestSqlNoteStore::searchFindsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("in a title") << QStringLiteral("shopping") << 1;
    QTest::newRow("in a content") << QStringLiteral("content of 100") << 1;
    QTest::newRow("case ignored") << QStringLiteral("SHOP") << 1;
    QTest::newRow("in both") << QStringLiteral("o") << 3;
    QTest::newRow("nowhere") << QStringLiteral("xyz") << 0;
    QTest::newRow("a percent sign is a percent sign") << QStringLiteral("%") << 1;
    QTest::newRow("an underscore is an underscore") << QStringLiteral("_") << 1;
    QTest::newRow("a backslash is a backslash") << QStringLiteral("\\") << 1;
    QTest::newRow("a quote ends nothing") << QStringLiteral("' OR 1=1 --") << 0;
}

void TestSqlNoteStore::searchFindsText()
{
    QFETCH(QString, text);
    QVERIFY(save(draftBy(m_ann, QStringLiteral("shopping"))));
    QVERIFY(save(draftBy(m_ann, QStringLiteral("100% sure"))));
    QVERIFY(save(draftBy(m_ann, QStringLiteral("a_b\\c"))));
    QVERIFY(save(draftBy(m_bob, QStringLiteral("shopping of somebody else"))));
    const auto notes = m_store->search(m_ann, text, 10, kNoDeadline);
    QVERIFY(notes);
    QTEST(int(notes->size()), "found");
    QVERIFY(m_store->search(m_ann, text, 1, kNoDeadline)->size() <= 1);
}

void TestSqlNoteStore::importIsAllOrNothing()
{
    QList<NoteDraft> drafts;
    for (int i = 0; i < 100; ++i)
        drafts.append(draftBy(m_ann, QString::number(i), QStringList{m_bob}));
    const auto ids = m_store->import(drafts, kNoDeadline).result();
    QVERIFY(ids);
    QCOMPARE(ids->size(), 100);
    QCOMPARE(m_store->fetch(m_bob, ids->at(42), kNoDeadline)->title, QStringLiteral("42"));

    drafts[99].collaborators = QStringList{m_bob, m_bob}; // breaks the primary key
    QVERIFY(!m_store->import(drafts, kNoDeadline).result());
    QCOMPARE(m_store->list(m_ann, 0, 1, kNoDeadline)->total, 100);
}

void TestSqlNoteStore::textOfAnyKindComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QStringLiteral("");
    QTest::newRow("null") << QString();
    QTest::newRow("beyond the basic plane") << QString::fromUtf8("\xF0\x9F\x92\xA7 \xE6\xB0\xB4 \xC3\xA9");
    QTest::newRow("SQL") << QStringLiteral("'); DROP TABLE notes; --");
    QTest::newRow("with a zero") << QString::fromUtf16(u"a\0b", 3);
    QTest::newRow("60,000 bytes") << QString(60'000, u'x');
}

void TestSqlNoteStore::textOfAnyKindComesBackAsItWas()
{
    QFETCH(QString, text);
    NoteDraft draft = draftBy(m_ann, QStringLiteral("t"));
    draft.content = text;
    const auto saved = save(draft);
    if (test::TestDatabases::isPostgres() && text.contains(QChar::Null)) { // which it cannot hold, and says so
        QVERIFY(!saved);
        QCOMPARE(m_store->list(m_ann, 0, 1, kNoDeadline)->total, 0);
        return;
    }
    QVERIFY(saved);
    QCOMPARE(m_store->fetch(m_ann, saved->id, kNoDeadline)->content, text);
}

void TestSqlNoteStore::lockedDatabaseMakesSavesBusyAndReadsGoOn()
{
    const auto note = save(draftBy(m_ann, QStringLiteral("a")));
    m_database->setOperationTimeout(100ms);
    const auto other = m_databases.open(m_database->place(), 2s, m_clock);
    auto operation = other->unlimitedOperation();
    auto transaction = std::make_optional(Transaction::begin(*operation));
    QVERIFY(*transaction); // SQLite: nobody else writes from now on
    if (test::TestDatabases::isPostgres())
        QVERIFY(operation->change(QLatin1String("LOCK TABLE notes IN EXCLUSIVE MODE")));

    QElapsedTimer timer;
    timer.start();
    auto waiting = m_store->save(draftBy(m_ann, QStringLiteral("b")), kNoDeadline);
    QVERIFY(m_store->fetch(m_ann, note->id, kNoDeadline)); // meanwhile
    QCOMPARE(waiting.result().error().code, ErrorCode::Busy);
    QVERIFY(timer.elapsed() < 1000);

    transaction.reset();
    QVERIFY(save(draftBy(m_ann, QStringLiteral("b"))));
}

// D3 at a tenth of its figure (the machine may be busy); the figure itself is printed.
void TestSqlNoteStore::manySaversShareSyncs()
{
    constexpr int kSavers = 64;
    constexpr int kSavesEach = 50;
    m_vfs->clear();
    std::vector<std::vector<qint64>> latencies(kSavers);
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> savers;
        for (int saver = 0; saver < kSavers; ++saver) {
            savers.emplace_back([this, saver, &own = latencies[size_t(saver)]] {
                for (int i = 0; i < kSavesEach; ++i) {
                    QElapsedTimer one;
                    one.start();
                    if (m_store->save(draftBy(QString::number(saver), QString::number(i)), kNoDeadline).result())
                        own.push_back(one.nsecsElapsed());
                }
            });
        }
    }
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    std::vector<qint64> all;
    for (const auto &own : latencies)
        all.insert(all.end(), own.begin(), own.end());
    QCOMPARE(all.size(), size_t(kSavers * kSavesEach));
    std::ranges::sort(all);

    const double rate = double(all.size()) / seconds;
    QVERIFY2(rate > 500, "far too slow");
    if (test::TestDatabases::isPostgres()) {
        qInfo("%.0f saves/s, p99 %.1f ms, without fsync", rate, double(all[all.size() * 99 / 100]) / 1e6);
        return;
    }
    const int syncs = m_vfs->count(test::RecordingVfs::Event::LogSynced);
    qInfo("%.0f saves/s, p99 %.1f ms, %d syncs for %d saves", rate, double(all[all.size() * 99 / 100]) / 1e6, syncs,
          kSavers * kSavesEach);
    QVERIFY2(syncs * 4 < kSavers * kSavesEach, "saves must share syncs");
}

QTEST_GUILESS_MAIN(TestSqlNoteStore)
#include "tst_sqlnotestore.moc"

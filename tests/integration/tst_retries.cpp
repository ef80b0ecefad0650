#include "tests/support/expect.h"

#include <QRandomGenerator>
#include <QSet>

#include <vector>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kTimeout = -32031;
constexpr int kOverloaded = -32030;
constexpr int kBusy = -32034;
constexpr int kUsers = 20;
constexpr int kNotesPerUser = 500;

/// A user who saves notes with hardly any patience, and again with the same key until each is saved.
struct Author {
    QString user;
    std::unique_ptr<TestClient> client;
    std::vector<int> missing;       // notes that nobody has acknowledged yet
    std::vector<PendingCall> calls; // one for each of them
    QMap<int, QString> saved;       // ids by note

    void send(int timeoutMs)
    {
        calls.clear();
        for (const int note : missing) {
            calls.push_back(client->send(
                u"notes/save"_qs, QJsonObject{{u"title"_qs, QString::number(note)}, {u"content"_qs, u"of "_qs + user}},
                QJsonObject{{u"idempotencyKey"_qs, u"note-%1"_qs.arg(note)}, {u"timeoutMs"_qs, timeoutMs}}));
        }
    }
};

} // namespace

/// Row R7: saves that time out and are committed all the same; a retry with the same key gets the stored result.
class RetriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNoteIsSavedOnce();
};

void RetriesTest::eachNoteIsSavedOnce()
{
    constexpr int kMostRounds = 60;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed=%u", seed);
    QRandomGenerator random(seed);
    TestServer server(u"bench.toml"_qs, {u"threads.io=2"_qs});
    SLUICE_START(server);
    std::vector<Author> authors(kUsers);
    for (int i = 0; i < kUsers; ++i) {
        Author &author = authors[static_cast<size_t>(i)];
        author.user = u"author-%1"_qs.arg(i);
        for (int note = 0; note < kNotesPerUser; ++note)
            author.missing.push_back(note);
    }

    int notes = kNotesPerUser;
    int unknown = 0;
    int rounds = 0;
    int patience = 0;
    for (bool isDone = false; !isDone && rounds < kMostRounds; ++rounds, ++patience) {
        isDone = true;
        for (Author &author : authors) {
            // Some come back on a connection of their own, perhaps to the other I/O thread.
            if (!author.client || random.bounded(3) == 0) {
                author.client = std::make_unique<TestClient>();
                QVERIFY(author.client->connectTo(server.ports().clients, {.bearer = server.token(author.user)}));
            }
            author.send(1 + random.bounded(10 + patience * patience));
        }
        for (Author &author : authors) {
            std::vector<int> missing;
            for (size_t i = 0; i < author.calls.size(); ++i) {
                const CallResult result = author.client->waitFor(author.calls[i]);
                QVERIFY(result.isAnswered);
                if (result.isOk()) {
                    author.saved.insert(author.missing[i], result.result["note"_L1]["id"_L1].toString());
                    continue;
                }
                QVERIFY2(result.code() == kTimeout || result.code() == kOverloaded || result.code() == kBusy,
                         result.text());
                unknown += result.data()["outcome"_L1] == "unknown"_L1 ? 1 : 0;
                missing.push_back(author.missing[i]);
            }
            author.missing = std::move(missing);
            isDone = isDone && author.missing.empty();
        }
        if (!isDone || unknown > 0)
            continue;
        // All was saved in time, or not begun: a machine that is too fast gets more to do.
        for (Author &author : authors) {
            for (int note = notes; note < notes + kNotesPerUser; ++note)
                author.missing.push_back(note);
        }
        notes += kNotesPerUser;
        patience = 0;
        isDone = false;
    }

    const double repeats = server.metric("sluice_idempotent_repeats_total");
    const double late = server.metric("sluice_late_results_total");
    qInfo("%d rounds, %d times unknown, %.0f late results, %.0f repeats", rounds, unknown, late, repeats);
    QVERIFY(unknown > 0);
    QVERIFY(late > 0);
    QVERIFY(repeats > 0);
    for (const Author &author : authors) {
        QCOMPARE(author.saved.size(), notes);
        const QList<QString> ids = author.saved.values();
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), notes);
        const CallResult list = author.client->call(u"notes/list"_qs, QJsonObject{{u"limit"_qs, 1}});
        SLUICE_VERIFY_OK(list);
        QCOMPARE(list.result["total"_L1].toInt(), notes);
    }
}

QTEST_GUILESS_MAIN(RetriesTest)
#include "tst_retries.moc"

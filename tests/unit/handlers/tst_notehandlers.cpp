#include "server/handlers/notedeletehandler.h"
#include "server/handlers/notefetchhandler.h"
#include "server/handlers/noteimporthandler.h"
#include "server/handlers/notelisthandler.h"
#include "server/handlers/notesavehandler.h"
#include "server/handlers/notesearchhandler.h"
#include "server/handlers/notesharehandler.h"
#include "server/storage/migrator.h"
#include "server/storage/sqlnotestore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/unit/handlers/handlerrequest.h"
#include "tests/unit/storage/testdatabases.h"

#include <QJsonArray>
#include <QPromise>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;
using test::HandlerRequest;
using test::resultOf;
using test::verdictOf;

namespace {

/// A store that answers everything with one error, or drops what it was asked.
class FailingStore final : public NoteStore
{
public:
    explicit FailingStore(ErrorCode code, bool drops = false)
        : m_error{code, "{\"x\":1}", {}}
        , m_drops(drops)
    {
    }

    QFuture<Result<Note>> save(NoteDraft, TimePoint) override { return failed<Note>(); }
    QFuture<Result<QStringList>> import(QList<NoteDraft>, TimePoint) override { return failed<QStringList>(); }
    QFuture<Result<Note>> remove(NoteRemoval, TimePoint) override { return failed<Note>(); }
    QFuture<Result<Note>> share(NoteSharing, TimePoint) override { return failed<Note>(); }
    Result<Note> fetch(const QString &, const QString &, TimePoint) override { return tl::unexpected(m_error); }
    Result<NotePage> list(const QString &, int, int, TimePoint) override { return tl::unexpected(m_error); }
    Result<QList<NoteSummary>> search(const QString &, const QString &, int, TimePoint) override
    {
        return tl::unexpected(m_error);
    }

private:
    template <typename T>
    QFuture<Result<T>> failed() const
    {
        QPromise<Result<T>> promise;
        promise.start();
        if (!m_drops) {
            promise.addResult(Result<T>(tl::unexpected(m_error)));
            promise.finish();
        }
        return promise.future();
    }

    const Error m_error;
    const bool m_drops;
};

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

} // namespace

class TestNoteHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saveAnswersTheNote();
    void savePushesToThoseWhoShare();
    void saveByACollaboratorPushesToTheAuthorToo();
    void saveToNobodyPushesNothing();
    void params_data();
    void params();
    void strangersFindNothing();
    void anonymousCallers_data();
    void anonymousCallers();
    void conflictTellsTheVersion();
    void deleteTellsThoseWhoShared();
    void shareTellsThoseWhoComeAndGo();
    void shareKeepsToTheMost();
    void saveTellsThoseWhoGo();
    void onlyTheAuthorDeletesAndShares();
    void deleteAndShareCheckTheVersion();
    void listPages();
    void importCreatesAll();
    void importRefusesWholeWithTheFaultsPlace();
    void storeErrorsReachTheCaller_data();
    void storeErrorsReachTheCaller();
    void droppedSaveIsAnswered();

private:
    [[nodiscard]] OutcomePtr run(const QByteArray &event, std::string params, std::string_view user = "ann");
    [[nodiscard]] static std::string byId(const QString &id, const char *more = "")
    {
        return QStringLiteral(R"({"id":"%1"%2})").arg(id, QLatin1String(more)).toStdString();
    }
    [[nodiscard]] QString savedId(std::string params, std::string_view user = "ann");

    test::FakeClock m_clock;
    test::SeededRandom m_random{1};
    test::TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqlNoteStore> m_store;
    HandlerTable m_handlers;
};

static HandlerTable noteHandlers(NoteStore &store, const Clock &clock)
{
    HandlerTable table;
    table.emplace("save", std::make_unique<NoteSaveHandler>(store));
    table.emplace("fetch", std::make_unique<NoteFetchHandler>(store));
    table.emplace("list", std::make_unique<NoteListHandler>(store));
    table.emplace("import", std::make_unique<NoteImportHandler>(store));
    table.emplace("search", std::make_unique<NoteSearchHandler>(store));
    table.emplace("delete", std::make_unique<NoteDeleteHandler>(store, clock));
    table.emplace("share", std::make_unique<NoteShareHandler>(store));
    return table;
}

void TestNoteHandlers::init()
{
    if (!m_database) {
        m_database = m_databases.open(m_databases.newPlace(), 2s, m_clock);
        QVERIFY(Migrator(*m_database).migrate());
    }
    QVERIFY(m_database->operation()->change(QLatin1String("DELETE FROM notes")));
    m_store = std::make_unique<SqlNoteStore>(*m_database, m_random);
    m_handlers = noteHandlers(*m_store, m_clock);
}

void TestNoteHandlers::cleanup()
{
    m_handlers.clear();
    m_store.reset();
}

OutcomePtr TestNoteHandlers::run(const QByteArray &event, std::string params, std::string_view user)
{
    HandlerRequest request(std::move(params), user);
    return request.runIn(*m_handlers.find(textOf(event))->second);
}

QString TestNoteHandlers::savedId(std::string params, std::string_view user)
{
    const auto note = resultOf(run("save", std::move(params), user)).value(QLatin1String("note")).toObject();
    return note.value(QLatin1String("id")).toString();
}

void TestNoteHandlers::saveAnswersTheNote()
{
    const auto outcome = run("save", R"({"title":"t","content":"c"})");
    QCOMPARE(verdictOf(outcome), QStringLiteral("ok"));
    const auto note = resultOf(outcome).value(QLatin1String("note")).toObject();
    QCOMPARE(note.value(QLatin1String("title")).toString(), QStringLiteral("t"));
    QCOMPARE(note.value(QLatin1String("content")).toString(), QStringLiteral("c"));
    QCOMPARE(note.value(QLatin1String("author")).toString(), QStringLiteral("ann"));
    QCOMPARE(note.value(QLatin1String("version")).toInteger(), 1);
    QCOMPARE(note.value(QLatin1String("updatedMs")).toInteger(), toUnixMs(m_clock.wallNow()));

    const QString id = note.value(QLatin1String("id")).toString();
    const auto fetched = run("fetch", QStringLiteral(R"({"id":"%1"})").arg(id).toStdString());
    QCOMPARE(resultOf(fetched).value(QLatin1String("note")).toObject(), note);
}

void TestNoteHandlers::savePushesToThoseWhoShare()
{
    const auto outcome = run("save", R"({"title":"t","content":"","collaborators":["bob","eve","bob"]})");
    QCOMPARE(outcome->publications.size(), size_t(1));
    const Publication &push = outcome->publications.front();
    QCOMPARE(push.event, std::string("notes/updated"));
    QVERIFY(!push.audience.everyone);
    QCOMPARE(push.audience.users, std::vector<std::string>({"bob", "eve"}));
    const auto note = resultOf(outcome).value(QLatin1String("note")).toObject();
    const auto params = QJsonDocument::fromJson(push.params).object();
    QCOMPARE(params,
             QJsonObject({{QStringLiteral("noteId"), note.value(QLatin1String("id"))},
                          {QStringLiteral("author"), QStringLiteral("ann")},
                          {QStringLiteral("timestampMs"), note.value(QLatin1String("updatedMs"))}}));
}

void TestNoteHandlers::saveByACollaboratorPushesToTheAuthorToo()
{
    const QString id = savedId(R"({"title":"t","content":"","collaborators":["bob","eve"]})");
    const auto outcome =
        run("save", QStringLiteral(R"({"title":"t","content":"","id":"%1"})").arg(id).toStdString(), "bob");
    QCOMPARE(verdictOf(outcome), QStringLiteral("ok"));
    QCOMPARE(outcome->publications.size(), size_t(1));
    QCOMPARE(outcome->publications.front().audience.users, std::vector<std::string>({"bob", "eve", "ann"}));
    QVERIFY(outcome->publications.front().params.contains(R"("author":"bob")"));
}

void TestNoteHandlers::saveToNobodyPushesNothing()
{
    QVERIFY(run("save", R"({"title":"t","content":""})")->publications.empty());
    QVERIFY(run("save", R"({"title":"","content":"","collaborators":["bob"]})")->publications.empty());
}

void TestNoteHandlers::params_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("verdict");
    const QString ok = QStringLiteral("ok");
    const auto bad = [](const char *field, const char *reason) {
        return QStringLiteral(R"(-32602 {"field":"%1","reason":"%2"})")
            .arg(QLatin1String(field), QLatin1String(reason));
    };
    const auto save = [](const QString &title, const QString &content) {
        return QStringLiteral(R"({"title":"%1","content":"%2"})").arg(title, content);
    };
    const auto shared = [](int collaborators, int idLength) {
        QStringList ids;
        for (int i = 0; i < collaborators; ++i)
            ids.append(QStringLiteral("\"%1\"").arg(i, idLength, 10, QLatin1Char('u')));
        return QStringLiteral(R"({"title":"t","content":"","collaborators":[%1]})").arg(ids.join(u','));
    };
    QTest::newRow("title at its limit") << QByteArray("save") << save(QString(200, u'x'), {}) << ok;
    QTest::newRow("title beyond") << QByteArray("save") << save(QString(201, u'x'), {})
                                  << bad("title", "must have at most 200 characters");
    QTest::newRow("no title") << QByteArray("save") << QStringLiteral(R"({"content":""})")
                              << bad("title", "is missing");
    QTest::newRow("content at its limit")
        << QByteArray("save") << save(QStringLiteral("t"), QString(60'000, u'x')) << ok;
    QTest::newRow("content beyond") << QByteArray("save") << save(QStringLiteral("t"), QString(60'001, u'x'))
                                    << bad("content", "must have at most 60000 bytes");
    QTest::newRow("no content") << QByteArray("save") << QStringLiteral(R"({"title":"t"})")
                                << bad("content", "is missing");
    QTest::newRow("100 collaborators") << QByteArray("save") << shared(100, 5) << ok;
    QTest::newRow("101 collaborators") << QByteArray("save") << shared(101, 5)
                                       << bad("collaborators", "must have at most 100 elements");
    QTest::newRow("user id at its limit") << QByteArray("save") << shared(1, 128) << ok;
    QTest::newRow("user id beyond") << QByteArray("save") << shared(1, 129)
                                    << bad("collaborators[0]", "must have at most 128 characters");
    QTest::newRow("version without id") << QByteArray("save")
                                        << QStringLiteral(R"({"title":"t","content":"","version":1})")
                                        << bad("version", "needs the id of the note");
    QTest::newRow("version of another type")
        << QByteArray("save") << QStringLiteral(R"({"title":"t","content":"","id":"x","version":"1"})")
        << bad("version", "must be a whole number");
    QTest::newRow("unknown id") << QByteArray("save") << QStringLiteral(R"({"title":"t","content":"","id":"x"})")
                                << QStringLiteral("-32020");
    QTest::newRow("fetch without id") << QByteArray("fetch") << QStringLiteral("{}") << bad("id", "is missing");
    QTest::newRow("fetch unknown") << QByteArray("fetch") << QStringLiteral(R"({"id":"x"})")
                                   << QStringLiteral("-32020");
    QTest::newRow("list without params") << QByteArray("list") << QString() << ok;
    QTest::newRow("list at its limit") << QByteArray("list") << QStringLiteral(R"({"limit":100})") << ok;
    QTest::newRow("list beyond") << QByteArray("list") << QStringLiteral(R"({"limit":101})")
                                 << bad("limit", "must be from 1 to 100");
    QTest::newRow("list before the start")
        << QByteArray("list") << QStringLiteral(R"({"offset":-1})") << bad("offset", "must be from 0 to 2147483647");
    QTest::newRow("search") << QByteArray("search") << QStringLiteral(R"({"query":"a"})") << ok;
    QTest::newRow("search nothing") << QByteArray("search") << QStringLiteral(R"({"query":" "})")
                                    << bad("query", "must not be empty");
    QTest::newRow("import nothing") << QByteArray("import") << QStringLiteral(R"({"notes":[]})")
                                    << bad("notes", "must be a list of 1 to 1000 objects");
    QTest::newRow("delete without id") << QByteArray("delete") << QStringLiteral("{}") << bad("id", "is missing");
    QTest::newRow("delete unknown") << QByteArray("delete") << QStringLiteral(R"({"id":"x","version":1})")
                                    << QStringLiteral("-32020");
    QTest::newRow("delete a version that is none")
        << QByteArray("delete") << QStringLiteral(R"({"id":"x","version":0})")
        << bad("version", "must be from 1 to 9007199254740991");
    QTest::newRow("share unknown") << QByteArray("share") << QStringLiteral(R"({"id":"x","add":["bob"]})")
                                   << QStringLiteral("-32020");
    QTest::newRow("share with nobody") << QByteArray("share") << QStringLiteral(R"({"id":"x","add":[]})")
                                       << bad("add", "or remove must name somebody");
    QTest::newRow("share with somebody and not")
        << QByteArray("share") << QStringLiteral(R"({"id":"x","add":["bob","eve"],"remove":["eve"]})")
        << bad("remove", "names somebody whom add names, too");
    for (const char *event : {"save", "fetch", "list", "search", "import", "delete", "share"})
        QTest::addRow("%s with a list", event)
            << QByteArray(event) << QStringLiteral("[1]") << bad("params", "must be an object");
}

void TestNoteHandlers::params()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, params);
    QTEST(verdictOf(run(event, params.toStdString())), "verdict");
}

void TestNoteHandlers::strangersFindNothing()
{
    const QString id = savedId(R"({"title":"secret","content":"secret","collaborators":["bob"]})");
    const std::string byId = QStringLiteral(R"({"id":"%1"})").arg(id).toStdString();
    const std::string change =
        QStringLiteral(R"({"id":"%1","title":"x","content":"","version":9})").arg(id).toStdString();
    QCOMPARE(verdictOf(run("fetch", byId, "bob")), QStringLiteral("ok"));
    QCOMPARE(verdictOf(run("fetch", byId, "eve")), QStringLiteral("-32020"));
    QCOMPARE(verdictOf(run("save", change, "eve")), QStringLiteral("-32020")); // and no version, which would tell
    QCOMPARE(resultOf(run("search", R"({"query":"secret"})", "eve")).value(QLatin1String("notes")).toArray().size(), 0);
    QCOMPARE(resultOf(run("search", R"({"query":"secret"})", "bob")).value(QLatin1String("notes")).toArray().size(), 1);
}

void TestNoteHandlers::anonymousCallers_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("params");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("save") << QByteArray("save") << QStringLiteral(R"({"title":"t","content":""})")
                          << QStringLiteral("-32010");
    QTest::newRow("fetch") << QByteArray("fetch") << QStringLiteral(R"({"id":"x"})") << QStringLiteral("-32010");
    QTest::newRow("list") << QByteArray("list") << QStringLiteral("{}") << QStringLiteral("-32010");
    QTest::newRow("import") << QByteArray("import") << QStringLiteral(R"({"notes":[{"title":"t","content":""}]})")
                            << QStringLiteral("-32010");
    QTest::newRow("search") << QByteArray("search") << QStringLiteral(R"({"query":"t"})") << QStringLiteral("ok");
    QTest::newRow("delete") << QByteArray("delete") << QStringLiteral(R"({"id":"x"})") << QStringLiteral("-32010");
    QTest::newRow("share") << QByteArray("share") << QStringLiteral(R"({"id":"x","add":["bob"]})")
                           << QStringLiteral("-32010");
}

void TestNoteHandlers::anonymousCallers()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, params);
    // Somebody whose real name is what an anonymous connection is called.
    static_cast<void>(savedId(R"({"title":"t","content":""})", "anon-1"));
    const auto outcome = run(event, params.toStdString(), "");
    QTEST(verdictOf(outcome), "verdict");
    QVERIFY(resultOf(outcome).value(QLatin1String("notes")).toArray().isEmpty());
}

void TestNoteHandlers::conflictTellsTheVersion()
{
    const QString id = savedId(R"({"title":"t","content":""})");
    const std::string change =
        QStringLiteral(R"({"id":"%1","title":"x","content":"","version":1})").arg(id).toStdString();
    QCOMPARE(verdictOf(run("save", change)), QStringLiteral("ok"));
    const auto refused = run("save", change);
    QCOMPARE(verdictOf(refused), QStringLiteral(R"(-32021 {"version":2})"));
    QVERIFY(refused->publications.empty());
}

void TestNoteHandlers::deleteTellsThoseWhoShared()
{
    const QString id = savedId(R"({"title":"t","content":"","collaborators":["bob","eve"]})");
    m_clock.advance(1s);
    const auto outcome = run("delete", byId(id));
    QCOMPARE(resultOf(outcome), QJsonObject({{QStringLiteral("id"), id}}));
    QCOMPARE(outcome->publications.size(), size_t(1));
    const Publication &push = outcome->publications.front();
    QCOMPARE(push.event, std::string("notes/deleted"));
    QCOMPARE(push.audience.users, std::vector<std::string>({"bob", "eve"}));
    QCOMPARE(QJsonDocument::fromJson(push.params).object(),
             QJsonObject({{QStringLiteral("noteId"), id},
                          {QStringLiteral("author"), QStringLiteral("ann")},
                          {QStringLiteral("timestampMs"), toUnixMs(m_clock.wallNow())}}));
    for (const char *user : {"ann", "bob"})
        QCOMPARE(verdictOf(run("fetch", byId(id), user)), QStringLiteral("-32020"));
    QCOMPARE(resultOf(run("list", {}, "bob")).value(QLatin1String("total")).toInteger(-1), 0);
    QCOMPARE(verdictOf(run("delete", byId(id))), QStringLiteral("-32020"));
}

void TestNoteHandlers::shareTellsThoseWhoComeAndGo()
{
    const QString id = savedId(R"({"title":"t","content":"c","collaborators":["bob","eve"]})");
    const auto outcome = run("share", byId(id, R"(,"add":["joe","bob"],"remove":["eve","who"])"));
    QCOMPARE(verdictOf(outcome), QStringLiteral("ok"));
    const auto note = resultOf(outcome).value(QLatin1String("note")).toObject();
    QCOMPARE(note.value(QLatin1String("collaborators")),
             QJsonValue(QJsonArray({QStringLiteral("bob"), QStringLiteral("joe")})));
    QCOMPARE(note.value(QLatin1String("version")).toInteger(), 2);
    QCOMPARE(outcome->publications.size(), size_t(2));
    QCOMPARE(outcome->publications[0].event, std::string("notes/updated"));
    QCOMPARE(outcome->publications[0].audience.users, std::vector<std::string>({"bob", "joe"}));
    QCOMPARE(outcome->publications[1].event, std::string("notes/deleted"));
    QCOMPARE(outcome->publications[1].audience.users, std::vector<std::string>({"eve"}));
    QCOMPARE(resultOf(run("fetch", byId(id), "joe")).value(QLatin1String("note")).toObject(), note);
    QCOMPARE(verdictOf(run("fetch", byId(id), "eve")), QStringLiteral("-32020"));

    const auto again = run("share", byId(id, R"(,"add":["joe"],"remove":["eve"])"));
    QCOMPARE(resultOf(again).value(QLatin1String("note")).toObject(), note);
    QVERIFY(again->publications.empty());
}

void TestNoteHandlers::shareKeepsToTheMost()
{
    QStringList ids;
    for (int i = 0; i < kMaxCollaborators; ++i)
        ids.append(QStringLiteral("\"u%1\"").arg(i));
    const QString id =
        savedId(QStringLiteral(R"({"title":"t","content":"","collaborators":[%1]})").arg(ids.join(u',')).toStdString());
    const auto refused = run("share", byId(id, R"(,"add":["bob"])"));
    QCOMPARE(verdictOf(refused),
             QStringLiteral(R"(-32602 {"field":"add","reason":"the note would be shared with more than 100 users"})"));
    QVERIFY(refused->publications.empty());
    QCOMPARE(verdictOf(run("share", byId(id, R"(,"add":["bob"],"remove":["u0"])"))), QStringLiteral("ok"));
}

void TestNoteHandlers::saveTellsThoseWhoGo()
{
    const QString id = savedId(R"({"title":"t","content":"","collaborators":["bob","eve"]})");
    const auto outcome = run("save", byId(id, R"(,"title":"t","content":"","collaborators":["bob"])"));
    QCOMPARE(outcome->publications.size(), size_t(2));
    QCOMPARE(outcome->publications[1].event, std::string("notes/deleted"));
    QCOMPARE(outcome->publications[1].audience.users, std::vector<std::string>({"eve"}));
}

void TestNoteHandlers::onlyTheAuthorDeletesAndShares()
{
    const QString id = savedId(R"({"title":"t","content":"","collaborators":["bob"]})");
    for (const auto &[event, more] : {std::pair("delete", ""), std::pair("share", R"(,"remove":["bob"])")}) {
        QCOMPARE(verdictOf(run(event, byId(id, more), "bob")), QStringLiteral("-32011"));
        QCOMPARE(verdictOf(run(event, byId(id, more), "eve")), QStringLiteral("-32020"));
    }
    QCOMPARE(verdictOf(run("fetch", byId(id), "bob")), QStringLiteral("ok"));
}

void TestNoteHandlers::deleteAndShareCheckTheVersion()
{
    const QString id = savedId(R"({"title":"t","content":""})");
    static_cast<void>(savedId(byId(id, R"(,"title":"u","content":"")")));
    const QString stale = QStringLiteral(R"(-32021 {"version":2})");
    QCOMPARE(verdictOf(run("share", byId(id, R"(,"add":["bob"],"version":1)"))), stale);
    QCOMPARE(verdictOf(run("delete", byId(id, R"(,"version":1)"))), stale);
    QCOMPARE(verdictOf(run("share", byId(id, R"(,"add":["bob"],"version":2)"))), QStringLiteral("ok"));
    QCOMPARE(verdictOf(run("delete", byId(id, R"(,"version":3)"))), QStringLiteral("ok"));
}

void TestNoteHandlers::listPages()
{
    for (int i = 0; i < 3; ++i) {
        static_cast<void>(savedId(QStringLiteral(R"({"title":"%1","content":"long"})").arg(i).toStdString()));
        m_clock.advance(1s);
    }
    const auto page = resultOf(run("list", R"({"offset":1,"limit":1})"));
    QCOMPARE(page.value(QLatin1String("total")).toInteger(), 3);
    const auto notes = page.value(QLatin1String("notes")).toArray();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.at(0).toObject().value(QLatin1String("title")).toString(), QStringLiteral("1"));
    QVERIFY(!notes.at(0).toObject().contains(QLatin1String("content")));
}

void TestNoteHandlers::importCreatesAll()
{
    const auto outcome =
        run("import", R"({"notes":[{"title":"a","content":"","collaborators":["bob"]},{"title":"b","content":""}]})");
    QCOMPARE(resultOf(outcome).value(QLatin1String("imported")).toInteger(), 2);
    QCOMPARE(resultOf(outcome).value(QLatin1String("ids")).toArray().size(), 2);
    QVERIFY(outcome->publications.empty());
    QCOMPARE(resultOf(run("list", {})).value(QLatin1String("total")).toInteger(), 2);
    QCOMPARE(resultOf(run("list", {}, "bob")).value(QLatin1String("total")).toInteger(), 1);
}

void TestNoteHandlers::importRefusesWholeWithTheFaultsPlace()
{
    const auto outcome = run("import", R"({"notes":[{"title":"a","content":""},{"title":7,"content":""}]})");
    QCOMPARE(verdictOf(outcome), QStringLiteral(R"(-32602 {"field":"notes[1].title","reason":"must be a string"})"));
    QCOMPARE(resultOf(run("list", {})).value(QLatin1String("total")).toInteger(-1), 0);
}

void TestNoteHandlers::storeErrorsReachTheCaller_data()
{
    anonymousCallers_data();
}

void TestNoteHandlers::storeErrorsReachTheCaller()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, params);
    FailingStore store(ErrorCode::StorageFull);
    HandlerTable handlers = noteHandlers(store, m_clock);
    HandlerRequest request(params.toStdString());
    const auto outcome = request.runIn(*handlers.find(textOf(event))->second);
    QCOMPARE(verdictOf(outcome), QStringLiteral(R"(-32035 {"x":1})"));
    QVERIFY(outcome->publications.empty());
}

void TestNoteHandlers::droppedSaveIsAnswered()
{
    FailingStore store(ErrorCode::Busy, true);
    HandlerTable handlers = noteHandlers(store, m_clock);
    HandlerRequest save(R"({"title":"t","content":""})");
    QVERIFY(verdictOf(save.runIn(*handlers.at("save"))).startsWith(QLatin1String("-32033 ")));
    HandlerRequest remove(R"({"id":"x"})");
    QVERIFY(verdictOf(remove.runIn(*handlers.at("delete"))).startsWith(QLatin1String("-32033 ")));
    HandlerRequest share(R"({"id":"x","add":["bob"]})");
    QVERIFY(verdictOf(share.runIn(*handlers.at("share"))).startsWith(QLatin1String("-32033 ")));
    HandlerRequest import(R"({"notes":[{"title":"t","content":""}]})");
    QVERIFY(verdictOf(import.runIn(*handlers.at("import"))).startsWith(QLatin1String("-32033 ")));
}

QTEST_GUILESS_MAIN(TestNoteHandlers)
#include "tst_notehandlers.moc"

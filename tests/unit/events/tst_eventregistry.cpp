#include "server/events/eventregistry.h"

#include <QTest>

#include <array>

using namespace sluice;
using namespace sluice::server;

namespace {

class NullHandler final : public Handler
{
public:
    HandlerResult handle(const Request &) override { return Outcome::success(); }
};

HandlerTable handlers(std::initializer_list<const char *> names)
{
    HandlerTable table;
    for (const char *name : names)
        table.emplace(name, std::make_unique<NullHandler>());
    return table;
}

const HandlerTable &allHandlers()
{
    static const HandlerTable table = handlers(
        {"users.get",        "notes.save",     "notes.fetch", "notes.list", "notes.import",      "notes.search",
         "notes.share",      "notes.delete",   "rpc.login",   "rpc.ping",   "rpc.session.hello", "rpc.session.refresh",
         "rpc.list-methods", "rpc.discover",   "rpc.on",      "rpc.off",    "topics.subscribe",  "topics.unsubscribe",
         "topics.publish",   "presence.get",   "bench.echo",  "bench.fail", "bench.hang",        "bench.sleep",
         "bench.spin",       "bench.broadcast"});
    return table;
}

} // namespace

class TestEventRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void hasSafeDefaults();
    void largestMessageIsOfWhatOneMayCall();
    void refuses_data();
    void refuses();
    void whatIsNoTableIsRefused();
    void reportsAllProblemsAtOnce();
    void refusesAnIdOfAnotherFile();
    void eventsKeepTheirIndexes();
    void eventsThatAreGoneCountTowardsTheMost();
    void shippedEventsAreThoseOfTheDesign();
    void benchmarkEventsHoldTheShippedOnes();
    void reportsAnUnreadableFile();
};

void TestEventRegistry::readsEveryField()
{
    const auto registry = EventRegistry::load(R"(
[[event]]
id = "a/b"
summary = "What it does."
handler = "notes.save"
rate-limit = { per-second = 7 }
timeout-ms = 1500
priority = "low"
requires-auth = true
requires-role = ["admin", "editor"]
max-message-bytes = 1048576
max-concurrent = 3
ordered = "user"
params = { one = "string!", many = "integer[]", both = "object[]!" }
enabled = false
dry-run = true
idempotent = true
)",
                                              QStringLiteral("e"), allHandlers());
    QVERIFY2(registry, qPrintable(registry ? QString() : registry.error().detail));
    const EventSpecPtr *found = (*registry)->find("a/b");
    QVERIFY(found);
    const EventSpec &spec = **found;
    QCOMPARE(spec.index.value, quint32{0});
    QCOMPARE(spec.summary, std::string("What it does."));
    QCOMPARE(spec.handlerName, std::string("notes.save"));
    QCOMPARE(spec.handler, allHandlers().find("notes.save")->second.get());
    QVERIFY(spec.rateLimit);
    QCOMPARE(spec.rateLimit->count, 7);
    QCOMPARE(spec.rateLimit->window, std::chrono::milliseconds(1000));
    QCOMPARE(spec.timeout, std::optional(std::chrono::milliseconds(1500)));
    QCOMPARE(spec.lane, Lane::Low);
    QCOMPARE(spec.requiresRole, (std::vector<std::string>{"admin", "editor"}));
    QCOMPARE(spec.maxMessageBytes, 1048576);
    QCOMPARE(spec.maxConcurrent, 3);
    QCOMPARE(spec.ordered, Ordering::User);
    QVERIFY(spec.checkParams && !spec.enabled && spec.requiresAuth && spec.dryRun && spec.idempotent);
    QCOMPARE(spec.params.size(), size_t{3});
    for (const ParamSpec &param : spec.params) {
        QCOMPARE(param.required, param.name != "many");
        QCOMPARE(param.list, param.name != "one");
    }
    QVERIFY(!(*registry)->find("a/c"));
}

void TestEventRegistry::hasSafeDefaults()
{
    const auto registry =
        EventRegistry::load("[[event]]\nid = 'a/b'\nhandler = 'notes.save'\n", QStringLiteral("e"), allHandlers());
    QVERIFY(registry);
    const EventSpec &spec = **(*registry)->find("a/b");
    QVERIFY(spec.requiresAuth && spec.enabled && !spec.dryRun && !spec.idempotent && !spec.rateLimit && !spec.timeout
            && !spec.checkParams);
    QCOMPARE(spec.lane, Lane::Normal);
    QVERIFY(!spec.isRestrained());
    QCOMPARE((*registry)->largestMessageBytes({}), 0);
}

void TestEventRegistry::largestMessageIsOfWhatOneMayCall()
{
    const auto registry = EventRegistry::load(R"(
[[event]]
id = "a/all"
handler = "notes.save"
requires-auth = false
max-message-bytes = 70000
[[event]]
id = "a/known"
handler = "notes.save"
max-message-bytes = 80000
[[event]]
id = "a/editors"
handler = "notes.save"
requires-role = ["editor", "admin"]
max-message-bytes = 90000
[[event]]
id = "a/off"
handler = "notes.save"
requires-auth = false
max-message-bytes = 100000
enabled = false
)",
                                              QStringLiteral("e"), allHandlers());
    QVERIFY2(registry, qPrintable(registry ? QString() : registry.error().detail));
    Principal principal;
    principal.roles = {"editor"}; // means nothing before the login
    QCOMPARE((*registry)->largestMessageBytes(principal), 70000);
    principal.authenticated = true;
    QCOMPARE((*registry)->largestMessageBytes(principal), 90000);
    principal.roles = {"reader"};
    QCOMPARE((*registry)->largestMessageBytes(principal), 80000);
}

void TestEventRegistry::refuses_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("fault");

    const QByteArray good("id = 'a/b'\nhandler = 'notes.save'\n");
    QTest::newRow("no id") << QByteArray("handler = 'notes.save'")
                           << QStringLiteral("e:1: id: is missing; expected a text");
    QTest::newRow("no handler") << QByteArray("id = 'a/b'")
                                << QStringLiteral("e:1: a/b handler: is missing; expected a text");
    QTest::newRow("id with a space") << QByteArray("id = 'a b'\nhandler = 'notes.save'")
                                     << QStringLiteral("e:2: id: is no event id; found \"a b\"");
    QTest::newRow("empty id") << QByteArray("id = ''\nhandler = 'notes.save'")
                              << QStringLiteral("e:2: id: must be a text");
    QTest::newRow("unknown handler")
        << QByteArray("id = 'a/b'\nhandler = 'notes.svae'")
        << QStringLiteral("e:3: a/b handler: unknown handler, did you mean notes.save?; found \"notes.svae\"");
    QTest::newRow("empty summary") << QByteArray("id = 'a/b'\nhandler = 'notes.save'\nsummary = ''")
                                   << QStringLiteral("e:4: a/b summary: must be a text");
    QTest::newRow("long summary") << "id = 'a/b'\nhandler = 'notes.save'\nsummary = '" + QByteArray(201, 'x')
            + '\'' << QStringLiteral("e:4: a/b summary: is too long; found 201, expected at most 200 characters");
    QTest::newRow("reserved id") << QByteArray("id = 'rpc.on'\nhandler = 'notes.save'")
                                 << QStringLiteral("e:1: rpc.on id: is reserved for the protocol");
    QTest::newRow("reserved cancel") << QByteArray("id = '$/cancelRequest'\nhandler = 'notes.save'")
                                     << QStringLiteral("e:1: $/cancelRequest id: is reserved for the protocol");
    QTest::newRow("mistyped field") << good + "timeout = 3"
                                    << QStringLiteral("e:4: a/b timeout: unknown field, did you mean timeout-ms?");
    QTest::newRow("rate per hour") << good + "rate-limit = { per-hour = 3 }"
                                   << QStringLiteral("e:4: a/b rate-limit: must say one rate");
    QTest::newRow("two rates") << good + "rate-limit = { per-minute = 3, per-second = 1 }"
                               << QStringLiteral("e:4: a/b rate-limit: must say one rate");
    QTest::newRow("rate without unit")
        << good + "rate-limit = 20"
        << QStringLiteral("e:4: a/b rate-limit: must say one rate; found 20, expected { per-minute = N }");
    QTest::newRow("rate of zero")
        << good + "rate-limit = { per-minute = 0 }"
        << QStringLiteral("e:4: a/b rate-limit.per-minute: is out of range; found 0, expected integer, 1 to 1000000");
    QTest::newRow("timeout of zero") << good + "timeout-ms = 0"
                                     << QStringLiteral("e:4: a/b timeout-ms: is out of range; found 0");
    QTest::newRow("timeout as text") << good + "timeout-ms = '3 s'"
                                     << QStringLiteral("e:4: a/b timeout-ms: is out of range; found \"3 s\"");
    QTest::newRow("priority")
        << good + "priority = 'urgent'"
        << QStringLiteral("e:4: a/b priority: is no priority; found \"urgent\", expected high, normal or low");
    QTest::newRow("order of nothing")
        << good + "ordered = 'session'"
        << QStringLiteral("e:4: a/b ordered: is no order; found \"session\", expected none, connection or user");
    QTest::newRow("fewer than none at once")
        << good + "max-concurrent = -1"
        << QStringLiteral("e:4: a/b max-concurrent: is out of range; found -1, expected integer, 0 to 1000000");
    QTest::newRow("auth as text") << good + "requires-auth = 'yes'"
                                  << QStringLiteral("e:4: a/b requires-auth: must be a boolean");
    QTest::newRow("dry run as text") << good + "dry-run = 'yes'"
                                     << QStringLiteral("e:4: a/b dry-run: must be a boolean; found \"yes\"");
    QTest::newRow("empty list of roles") << good + "requires-role = []"
                                         << QStringLiteral("e:4: a/b requires-role: must be a text or a list of texts");
    QTest::newRow("role without authentication")
        << good + "requires-auth = false\nrequires-role = 'admin'"
        << QStringLiteral("e:1: a/b requires-role: cannot be met while requires-auth is false");
    QTest::newRow("message beyond 1 MiB")
        << good + "max-message-bytes = 1048577"
        << QStringLiteral("e:4: a/b max-message-bytes: is out of range; found 1048577");
    QTest::newRow("parameter of no type")
        << good + "params = { a = 'str' }" << QStringLiteral("e:4: a/b params.a: is no type; found \"str\"");
    QTest::newRow("marks in the wrong order")
        << good + "params = { a = 'string![]' }" << QStringLiteral("e:4: a/b params.a: is no type");
    QTest::newRow("parameters as text") << good + "params = 'string'"
                                        << QStringLiteral("e:4: a/b params: must be a table");
}

void TestEventRegistry::refuses()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, fault);
    const auto registry = EventRegistry::load("[[event]]\n" + fields, QStringLiteral("e"), allHandlers());
    QVERIFY(!registry);
    QCOMPARE(registry.error().code, ErrorCode::InvalidParams);
    QVERIFY2(registry.error().detail.startsWith(fault), qPrintable(registry.error().detail));
    QVERIFY2(!registry.error().detail.contains(u'\n'), qPrintable(registry.error().detail));
}

void TestEventRegistry::whatIsNoTableIsRefused()
{
    for (const auto &[text, fault] :
         {std::pair("event = [1]\n", "e:1: event: must be a table; found 1, expected [[event]]"),
          std::pair("topic = ['a/b']\n", "e:1: topic: must be a table; found \"a/b\", expected [[topic]]")}) {
        const auto registry = EventRegistry::load(text, QStringLiteral("e"), allHandlers());
        QVERIFY(!registry);
        QVERIFY2(registry.error().detail.contains(QLatin1String(fault)), qPrintable(registry.error().detail));
    }
}

void TestEventRegistry::reportsAllProblemsAtOnce()
{
    const auto registry =
        EventRegistry::load("title = 1\n[[event]]\nid = 'a/b'\nhandler = 'x'\npriority = 'x'\n[[event]]\nid = 'a/b'\n"
                            "handler = 'notes.save'\n",
                            QStringLiteral("e"), allHandlers());
    QVERIFY(!registry);
    const QStringList lines = registry.error().detail.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith(QLatin1String("e:1: title: an events file holds only events, topics and backends")));
    QVERIFY(lines[1].startsWith(QLatin1String("e:4: a/b handler: unknown handler")));
    QVERIFY(lines[2].startsWith(QLatin1String("e:5: a/b priority: ")));
    QCOMPARE(lines[3], QStringLiteral("e:6: a/b id: there is already one at e:2; expected an id of its own"));
}

void TestEventRegistry::refusesAnIdOfAnotherFile()
{
    const QByteArray toml("[[event]]\nid = 'a/b'\nhandler = 'notes.save'\n");
    const std::array texts{EventsText{toml, QStringLiteral("one")}, EventsText{toml, QStringLiteral("two")}};
    const auto registry = EventRegistry::load(texts, allHandlers());
    QVERIFY(!registry);
    QVERIFY(registry.error().detail.startsWith(QLatin1String("two:1: a/b id: there is already one at one:1")));
}

void TestEventRegistry::eventsKeepTheirIndexes()
{
    const auto load = [](const char *first, const char *second, const EventRegistry *before) {
        QByteArray toml;
        for (const char *id : {first, second})
            toml += "[[event]]\nid = '" + QByteArray(id) + "'\nhandler = 'notes.save'\n";
        const std::array texts{EventsText{toml, QStringLiteral("e")}};
        return *EventRegistry::load(texts, allHandlers(), before);
    };
    const auto indexOf = [](const EventRegistryPtr &registry, const char *id) {
        return (*registry->find(id))->index.value;
    };
    const EventRegistryPtr one = load("a/a", "a/b", nullptr);
    (*one->find("a/b"))->meanHandlerNs = 7;
    const EventRegistryPtr two = load("a/b", "a/c", one.get()); // a/a is gone, a/c is new, the order is another
    QCOMPARE(indexOf(two, "a/b"), 1u);
    QCOMPARE(indexOf(two, "a/c"), 2u);
    QVERIFY(!two->find("a/a"));
    QCOMPARE((*two->find("a/b"))->meanHandlerNs.load(), qint64{7}); // what was learnt stays
    const EventRegistryPtr three = load("a/d", "a/a", two.get());   // a/a is there again
    QCOMPARE(indexOf(three, "a/a"), 0u);
    QCOMPARE(indexOf(three, "a/d"), 3u);
    const std::vector<std::string> names(three->names().begin(), three->names().end());
    QCOMPARE(names, (std::vector<std::string>{"a/a", "a/b", "a/c", "a/d"}));
    QCOMPARE(three->events().size(), 2u);
}

void TestEventRegistry::eventsThatAreGoneCountTowardsTheMost()
{
    const auto load = [](const char *entity, size_t count, const EventRegistry *before) {
        QByteArray toml;
        for (size_t i = 0; i < count; ++i)
            toml += "[[event]]\nid = '" + QByteArray(entity) + '/' + QByteArray::number(static_cast<qint64>(i))
                + "'\nhandler = 'notes.save'\n";
        const std::array texts{EventsText{toml, QStringLiteral("e")}};
        return EventRegistry::load(texts, allHandlers(), before);
    };
    const auto before = load("a", kMaxEventTypes - 1, nullptr);
    QVERIFY(before);
    QVERIFY(load("b", 1, before->get()));
    const auto tooMany = load("b", 2, before->get());
    QVERIFY(!tooMany);
    QCOMPARE(
        tooMany.error().detail,
        QStringLiteral("e: too many events, those gone since the start counted; found 4097, expected at most 4096"));
}

void TestEventRegistry::shippedEventsAreThoseOfTheDesign()
{
    const auto shipped = readEventsFile({});
    QVERIFY(shipped);
    const std::array texts{builtInEvents(), *shipped};
    const auto loaded = EventRegistry::load(texts, allHandlers());
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    const EventRegistry &registry = **loaded;
    QCOMPARE(registry.events().size(), size_t{20});
    for (size_t index = 0; index < registry.events().size(); ++index)
        QCOMPARE(size_t{registry.events()[index]->index.value}, index);

    const auto spec = [&registry](const char *id) -> const EventSpec & { return **registry.find(id); };
    using namespace std::chrono_literals;
    QCOMPARE(spec("users/get").rateLimit->count, 50);
    QCOMPARE(spec("users/get").rateLimit->window, 60'000ms);
    QCOMPARE(spec("users/get").timeout, std::optional(2000ms));
    QCOMPARE(spec("users/get").lane, Lane::High);
    QCOMPARE(spec("notes/save").rateLimit->count, 20);
    QVERIFY(spec("notes/save").requiresAuth);
    QCOMPARE(spec("notes/import").rateLimit->count, 1);
    QCOMPARE(spec("notes/import").lane, Lane::Low);
    QCOMPARE(spec("notes/import").timeout, std::optional(30'000ms));
    QCOMPARE(spec("notes/import").requiresRole, std::vector<std::string>{"admin"});
    QVERIFY(!spec("notes/search").requiresAuth);
    for (const char *session : {"rpc.login", "rpc.ping", "rpc.session.hello", "rpc.on", "rpc.off", "__listMethods"}) {
        QVERIFY(!spec(session).requiresAuth);
        QCOMPARE(spec(session).lane, Lane::High);
    }
}

void TestEventRegistry::benchmarkEventsHoldTheShippedOnes()
{
    const auto shipped = EventRegistry::load(readEventsFile({})->toml, QStringLiteral("e"), allHandlers());
    const auto text = readEventsFile(QStringLiteral(":/sluice/config/bench-events.toml"));
    QVERIFY(text);
    const auto bench = EventRegistry::load(text->toml, text->fileName, allHandlers());
    QVERIFY2(bench, qPrintable(bench ? QString() : bench.error().detail));
    for (const EventSpecPtr &spec : (*shipped)->events())
        QVERIFY2((*bench)->find(spec->id), spec->id.c_str());
    for (const char *id : {"bench/echo", "bench/sleep", "bench/spin", "bench/broadcast"}) {
        QVERIFY((*bench)->find(id));
        QVERIFY(!(**(*bench)->find(id)).requiresAuth && !(**(*bench)->find(id)).rateLimit);
    }
}

void TestEventRegistry::reportsAnUnreadableFile()
{
    const auto text = readEventsFile(QStringLiteral("/nowhere/events.toml"));
    QVERIFY(!text);
    QVERIFY(text.error().detail.startsWith(QLatin1String("/nowhere/events.toml: cannot be read: ")));
}

QTEST_APPLESS_MAIN(TestEventRegistry)
#include "tst_eventregistry.moc"

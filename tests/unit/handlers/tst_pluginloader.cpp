#include "server/events/eventregistry.h"
#include "server/handlers/pluginhandler.h"
#include "server/handlers/pluginloader.h"
#include "tests/unit/handlers/handlerrequest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using test::HandlerRequest;
using test::resultOf;
using test::verdictOf;

namespace {

const QString kTrial = QStringLiteral(SLUICE_TRIAL_PLUGIN);
const QString kExample = QStringLiteral(SLUICE_EXAMPLE_PLUGIN);
// How Qt marks its metadata in a shared library: an ELF note of this owner.
const QByteArray kMagic("qt-project!\0", 12);

QByteArray contents(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

/// With what stands first behind Qt's mark replaced by something as long: only the metadata is another.
QByteArray patched(QByteArray library, const QByteArray &before, const QByteArray &after)
{
    const qsizetype at = library.indexOf(before, library.indexOf(kMagic));
    return at < 0 || before.size() != after.size() ? QByteArray() : library.replace(at, before.size(), after);
}

/// As if it had been built with that Qt.
QByteArray builtWith(QByteArray library, char major, char minor)
{
    const qsizetype at = library.indexOf(kMagic) + kMagic.size(); // then come version, major and minor
    library[at + 1] = major;
    library[at + 2] = minor;
    return library;
}

} // namespace

Q_DECLARE_METATYPE(sluice::plugin::Answer)
Q_DECLARE_METATYPE(QFile::Permissions)

class TestPluginLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void loadsWhatIsThere();
    void noDirectoryNoPlugins();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void twoFilesMayNotHaveTheSameHandler();
    void everyFileThatIsWrongIsNamed();
    void tooManyPluginsAreRefused();
    void othersMayNotWrite_data();
    void othersMayNotWrite();
    void eventsNameThem();
    void answersAreChecked_data();
    void answersAreChecked();
    void tellsThePluginTheRequest();

private:
    /// Puts a file there that nobody else may write.
    void put(const QString &name, const QByteArray &bytes, QFile::Permissions more = {});
    [[nodiscard]] QString load(); // the error, or nothing

    std::unique_ptr<QTemporaryDir> m_folder;
    HandlerTable m_table;
};

void TestPluginLoader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_table.clear();
}

void TestPluginLoader::put(const QString &name, const QByteArray &bytes, QFile::Permissions more)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more));
}

QString TestPluginLoader::load()
{
    const auto loaded = loadPlugins(m_folder->path(), m_table);
    return loaded ? QString() : loaded.error().detail;
}

void TestPluginLoader::loadsWhatIsThere()
{
    put(QStringLiteral("notes.txt"), "not a library, and none of our business");
    QVERIFY(QFile::link(kTrial, m_folder->filePath(QStringLiteral("trial.so"))));
    put(QStringLiteral("example.so"), contents(kExample));
    QCOMPARE(load(), QString());
    QStringList names;
    for (const auto &[name, handler] : m_table)
        names.append(QString::fromStdString(name));
    QCOMPARE(names.join(u' '),
             QStringLiteral("plugin:example.count-words plugin:example.greet plugin:table.broadcast plugin:table.echo "
                            "plugin:table.fail plugin:table.sleep plugin:trial.answer plugin:trial.echo "
                            "plugin:trial.hang plugin:trial.later plugin:trial.throw"));
}

void TestPluginLoader::noDirectoryNoPlugins()
{
    QVERIFY(loadPlugins({}, m_table));
    QVERIFY(m_table.empty());
    QCOMPARE(load(), QString()); // an empty one
    const auto missing = loadPlugins(m_folder->filePath(QStringLiteral("none")), m_table);
    QVERIFY(!missing && missing.error().detail.contains(QLatin1String("/none: plugins.directory: is no directory")));
}

void TestPluginLoader::refusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray trial = contents(kTrial);
    const auto row = [](const char *name, const QByteArray &bytes, const char *reason) {
        QTest::newRow(name) << bytes << QString::fromUtf8(reason);
    };
    row("empty", "", "is no Qt plugin (");
    row("no library", "#!/bin/sh\n", "is no Qt plugin (");
    row("cut short", trial.left(1000), "is no Qt plugin (");
    row("another version of the interface", patched(trial, "HandlerPlugin/1.0", "HandlerPlugin/9.0"),
        "is a plugin of another kind or version; found \"org.sluice.HandlerPlugin/9.0\", expected "
        "\"org.sluice.HandlerPlugin/1.0\"");
    row("a newer Qt", builtWith(trial, 6, 99), "was built with a Qt that this server does not have; found Qt 6.99");
    row("another Qt", builtWith(trial, 5, 15), "was built with a Qt that this server does not have; found Qt 5.15");
    row("no names", patched(trial, "handlers", "handlerz"), "its metadata does not name its handlers; found []");
    row("a name that is none", patched(trial, "trial.echo", "trial echo"),
        "its metadata does not name its handlers; found [trial echo, ");
    row("the same name twice", patched(trial, "trial.throw", "trial.later"), "has the handler trial.later, which ");
    row("a handler that it does not make", patched(trial, "trial.echo", "trial.none"),
        "does not make its handler trial.none (null)");
    row("a handler whose making throws", patched(trial, "trial.echo", "trial.bad0"),
        "does not make its handler trial.bad0 (no such handler)");
}

void TestPluginLoader::refusesWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    put(QStringLiteral("bad.so"), bytes);
    const QString fault = load();
    const QString begin =
        m_folder->filePath(QStringLiteral("bad.so")) + QLatin1String(": plugins.directory: ") + reason;
    QVERIFY2(fault.startsWith(begin), qPrintable(fault));
    QVERIFY(m_table.empty());
}

void TestPluginLoader::twoFilesMayNotHaveTheSameHandler()
{
    put(QStringLiteral("a.so"), contents(kTrial));
    put(QStringLiteral("b.so"), contents(kTrial));
    const QString fault = load();
    QCOMPARE(
        fault,
        QStringLiteral("%1/b.so: plugins.directory: has the handler trial.echo, which %1/a.so has already; expected "
                       "each name once")
            .arg(m_folder->path()));
}

void TestPluginLoader::everyFileThatIsWrongIsNamed()
{
    put(QStringLiteral("a.so"), "x");
    put(QStringLiteral("good.so"), contents(kTrial));
    put(QStringLiteral("z.so"), "x");
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("nothing")), m_folder->filePath(QStringLiteral("l.so"))));
    const QStringList lines = load().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains(QLatin1String("/a.so: ")));
    QVERIFY(lines[1].contains(QLatin1String("/l.so: plugins.directory: is a link to nothing")));
    QVERIFY(lines[2].contains(QLatin1String("/z.so: ")));
    QVERIFY2(m_table.empty(), "all or nothing");
}

void TestPluginLoader::tooManyPluginsAreRefused()
{
    for (int i = 0; i <= kMaxPlugins; ++i)
        put(QStringLiteral("%1.so").arg(i), "x");
    QVERIFY(load().contains(QLatin1String("has too many plugins; found 65, expected at most 64")));
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("0.so"))));
    QVERIFY(!load().contains(QLatin1String("too many")));
}

void TestPluginLoader::othersMayNotWrite_data()
{
    QTest::addColumn<QFile::Permissions>("file");
    QTest::addColumn<QFile::Permissions>("folder");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("nobody") << QFile::Permissions(QFile::ReadOther) << QFile::Permissions(QFile::ReadOther) << false;
    QTest::newRow("others the file") << QFile::Permissions(QFile::WriteOther) << QFile::Permissions() << true;
    QTest::newRow("the group the file") << QFile::Permissions(QFile::WriteGroup) << QFile::Permissions() << true;
    QTest::newRow("others the folder") << QFile::Permissions() << QFile::Permissions(QFile::WriteOther) << true;
    QTest::newRow("the group the folder") << QFile::Permissions() << QFile::Permissions(QFile::WriteGroup) << true;
}

void TestPluginLoader::othersMayNotWrite()
{
    QFETCH(QFile::Permissions, file);
    QFETCH(QFile::Permissions, folder);
    QFETCH(bool, isRefused);
    put(QStringLiteral("trial.so"), contents(kTrial), file);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | folder));
    const QString fault = load();
    QCOMPARE(!fault.isEmpty(), isRefused);
    QCOMPARE(m_table.empty(), isRefused);
    QCOMPARE(fault.contains(QLatin1String("others may write it")), isRefused);
}

void TestPluginLoader::eventsNameThem()
{
    const auto detail = [this](const char *handler) {
        const QByteArray toml = QByteArray("[[event]]\nid = \"a/b\"\nhandler = \"") + handler + "\"\n";
        const auto registry = EventRegistry::load(toml, QStringLiteral("e"), m_table);
        return registry ? QString() : registry.error().detail;
    };
    QCOMPARE(detail("plugin:trial.echo"),
             QStringLiteral("e:3: a/b handler: unknown plugin; found \"plugin:trial.echo\", expected a plugin from "
                            "plugins.directory, which has none"));
    put(QStringLiteral("example.so"), contents(kExample));
    QCOMPARE(load(), QString());
    QCOMPARE(detail("plugin:example.greet"), QString());
    QCOMPARE(detail("plugin:example.great"),
             QStringLiteral("e:3: a/b handler: unknown plugin, did you mean plugin:example.greet?; found "
                            "\"plugin:example.great\", expected plugin:example.count-words, plugin:example.greet"));
}

void TestPluginLoader::answersAreChecked_data()
{
    QTest::addColumn<plugin::Answer>("answer");
    QTest::addColumn<QString>("verdict");
    const QString fault = QStringLiteral("-32603");
    const auto row = [](const char *name, const plugin::Answer &answer, const QString &verdict) {
        QTest::newRow(name) << answer << verdict;
    };
    const auto push = [](auto change) {
        plugin::Publication publication;
        publication.everyone = true;
        publication.event = QStringLiteral("a/b");
        change(publication);
        plugin::Answer answer = plugin::Answer::success();
        answer.publications.append(publication);
        return answer;
    };
    row("nothing", plugin::Answer::success(), QStringLiteral("ok"));
    row("JSON", plugin::Answer::success("[1,{\"a\":null}]"), QStringLiteral("ok"));
    row("no JSON", plugin::Answer::success("{\"a\":}"), fault);
    row("two values", plugin::Answer::success("1,\"id\":2"), fault);
    row("not UTF-8", plugin::Answer::success("\"\xff\""), fault);
    row("an error", plugin::Answer::error(plugin::ErrorCode::Conflict, "{\"version\":2}"),
        QStringLiteral("-32021 {\"version\":2}"));
    row("an error of no such code", plugin::Answer::error(static_cast<plugin::ErrorCode>(-32001)), fault);
    row("a code that is the server's to give", plugin::Answer::error(static_cast<plugin::ErrorCode>(-32031)), fault);
    row("error data that is not JSON", plugin::Answer::error(plugin::ErrorCode::NotFound, "x"), fault);
    row("a push", push([](auto &) {}), QStringLiteral("ok"));
    row("a push without params as JSON", push([](auto &one) { one.params = "{"; }), fault);
    row("a push with a list", push([](auto &one) { one.params = "[]"; }), fault);
    row("a push without an event", push([](auto &one) { one.event.clear(); }), fault);
    row("a push for nobody", push([](auto &one) { one.everyone = false; }), fault);
    row("a push for everyone and some", push([](auto &one) { one.users = {QStringLiteral("ann")}; }), fault);
    row("a push that is over", push([](auto &one) { one.timeToLive = std::chrono::milliseconds(-1); }), fault);
}

void TestPluginLoader::answersAreChecked()
{
    QFETCH(plugin::Answer, answer);
    QFETCH(QString, verdict);
    const bool hasPush = !answer.publications.isEmpty();
    const auto outcome = std::make_shared<Outcome>(toOutcome(std::move(answer), QStringLiteral("a/b")));
    QCOMPARE(verdictOf(outcome), verdict);
    QCOMPARE(outcome->publications.size(), size_t(hasPush && outcome->reply ? 1 : 0));
    for (const Publication &publication : outcome->publications)
        QCOMPARE(publication.params, QByteArray("{}"));
}

void TestPluginLoader::tellsThePluginTheRequest()
{
    put(QStringLiteral("trial.so"), contents(kTrial));
    QCOMPARE(load(), QString());
    auto spec = std::make_shared<EventSpec>();
    spec->id = "a/b";
    auto principal = std::make_shared<Principal>();
    principal->userId = "ann";
    principal->authenticated = true;
    principal->roles = {"admin", "editor"};
    HandlerRequest request(R"({"x":1})");
    request.as(principal);
    request.request().spec = spec;
    request.request().deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
    request.request().idempotencyKey = "key-1";
    QJsonObject seen = resultOf(request.runIn(*m_table.at("plugin:trial.echo")));
    QVERIFY(seen.take(QLatin1String("leftMs")).toInteger() > 3'590'000);
    QCOMPARE(QJsonDocument(seen).toJson(QJsonDocument::Compact),
             QByteArray(R"({"authenticated":true,"connected":true,"id":"a/b","key":"key-1","params":{"x":1},)"
                        R"("roles":["admin","editor"],"user":"ann"})"));
}

QTEST_GUILESS_MAIN(TestPluginLoader)
#include "tst_pluginloader.moc"

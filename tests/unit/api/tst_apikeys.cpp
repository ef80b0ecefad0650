#include "server/api/apidoor.h"
#include "server/api/apikeyfile.h"
#include "server/config/privatefile.h"

#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;

namespace {

constexpr char kHash[] = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"; // of "foo"

QByteArray table(const QByteArray &id, const QByteArray &rest = "scopes = 'push'")
{
    return "[[key]]\nid = '" + id + "'\nsha256 = '" + kHash + "'\n" + rest + '\n';
}

ApiKey keyOf(const char *id, const QStringList &scopes)
{
    ApiKey key;
    key.id = id;
    key.scopes = ApiScopes::fromWords(scopes).value_or(ApiScopes());
    return key;
}

std::string view(const QByteArray &bytes)
{
    return bytes.toStdString();
}

} // namespace

/// Who may call the API: the file of keys, what they allow, and how often.
class TestApiKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsAFile();
    void refusesAFile_data();
    void refusesAFile();
    void takesAsManyAsItMay();
    void scopesAllow_data();
    void scopesAllow();

    void addsAKey();
    void refusesToAdd_data();
    void refusesToAdd();
    void othersMustNotReadTheFile();
    void withoutAFileNobodyHasAKey();
    void aBrokenFileLeavesTheKeys();
    void checksAnotherFile();

    void letsIn();
    void boundsAKey();
    void boundsAKeyOfItsOwnRate();
    void boundsGuesses();
    void zeroBoundsNothing();
    void aKeyThatIsGoneIsWrong();
    void forgetsTheAddressSeenLongestAgo();

private:
    using Entered = std::variant<ApiKeyPtr, ApiRefusal>;
    [[nodiscard]] QString file() const { return m_directory->filePath(QStringLiteral("api-keys.toml")); }
    QByteArray add(const ApiKey &key);
    void open(ApiDoor &door);
    static std::optional<ApiRefusal::Reason> refusal(const Entered &entered);

    std::unique_ptr<QTemporaryDir> m_directory;
    FakeClock m_clock;
    Metrics m_metrics;
    SystemRandom m_random;
    Config m_config;
    ApiKeysPtr m_published;
};

void TestApiKeys::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_config = Config();
    m_config.listen.api.enabled = true;
    m_published = nullptr;
}

QByteArray TestApiKeys::add(const ApiKey &key)
{
    const auto made = ApiKeyFile::add(file(), key, m_random);
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    return *made;
}

void TestApiKeys::open(ApiDoor &door)
{
    door.setConfig(m_config);
    auto keys = ApiKeys::load(file());
    if (!keys)
        qFatal("%s", qPrintable(keys.error().detail));
    door.setKeys(std::make_shared<const ApiKeys>(*std::move(keys)));
}

std::optional<ApiRefusal::Reason> TestApiKeys::refusal(const Entered &entered)
{
    const auto *refused = std::get_if<ApiRefusal>(&entered);
    return refused ? std::optional(refused->reason) : std::nullopt;
}

void TestApiKeys::readsAFile()
{
    const auto keys =
        ApiKeys::parse(table("shop.eu-1", "scopes = ['push', 'read']\nper-second = 7"), QStringLiteral("keys"));
    QVERIFY2(keys, keys ? "" : qPrintable(keys.error().detail));
    const ApiKeyPtr key = keys->identify("foo");
    QVERIFY(key);
    QCOMPARE(key->id, std::string("shop.eu-1"));
    QCOMPARE(key->perSecond, 7);
    QCOMPARE(key->scopes.words(), (QStringList{QStringLiteral("push"), QStringLiteral("read")}));
    for (const char *wrong : {"", "fo", "fooo", "Foo"})
        QVERIFY(!keys->identify(wrong));
    QCOMPARE(ApiKeys::parse("", QStringLiteral("keys"))->size(), 0UL);
}

void TestApiKeys::refusesAFile_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QByteArray &toml, const char *why) {
        QTest::newRow(name) << toml << QString::fromLatin1(why);
    };
    row("no TOML", "[[key", "keys:1");
    row("another table", "[keys]\n", "keys:1");
    row("a table instead of a list", "[key]\nid = 'a'\n", "keys:1: key: 'key' is no list of keys");
    row("no id", "[[key]]\nscopes = 'push'\nsha256 = '" + QByteArray(kHash) + "'\n", "id: is missing");
    row("no hash", "[[key]]\nid = 'a'\nscopes = 'push'\n", "a sha256: is missing");
    row("no scopes", table("a", ""), "a scopes: is missing");
    row("a short hash", "[[key]]\nid = 'a'\nsha256 = 'abcd'\nscopes = 'push'\n", "keys:3: a sha256: is no SHA-256");
    row("a hash that is none", "[[key]]\nid = 'a'\nsha256 = '" + QByteArray(64, 'z') + "'\nscopes = 'push'\n",
        "is no SHA-256");
    row("the key itself", "[[key]]\nid = 'a'\nkey = 'foo'\n", "keys:3: a key: ");
    row("an unknown scope", table("a", "scopes = ['push', 'admin']"), "keys:4: a scopes: has one that is none");
    row("no scope", table("a", "scopes = []"), "keys:4: a scopes");
    row("a topic that is none", table("a", "scopes = 'publish:a b'"), "has one that is none");
    row("no topic", table("a", "scopes = 'publish:'"), "has one that is none");
    row("a name with spaces", table("a b"), "keys:2");
    row("a long name", table(QByteArray(65, 'a')), "keys:2");
    row("a rate below zero", table("a", "scopes = 'push'\nper-second = -1"), "keys:5: a per-second: is out of range");
    row("twice", table("a") + table("a"), "there are two keys 'a'");
    row("an unknown field", table("a", "scopes = 'push'\nscope = 'push'"), "keys:5: a scope: ");
}

void TestApiKeys::refusesAFile()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, why);
    const auto keys = ApiKeys::parse(toml, QStringLiteral("keys"));
    QVERIFY(!keys);
    QVERIFY2(keys.error().detail.contains(why), qPrintable(keys.error().detail));
}

void TestApiKeys::takesAsManyAsItMay()
{
    QByteArray toml;
    for (size_t i = 0; i < ApiKeys::kMost; ++i)
        toml += table("k" + QByteArray::number(static_cast<qulonglong>(i)));
    const auto keys = ApiKeys::parse(toml, QStringLiteral("keys"));
    QVERIFY2(keys, keys ? "" : qPrintable(keys.error().detail.left(200)));
    QCOMPARE(keys->size(), ApiKeys::kMost);
    QVERIFY(!ApiKeys::parse(toml + table("one-more"), QStringLiteral("keys")));
}

void TestApiKeys::scopesAllow_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<bool>("allows");
    const auto row = [](const char *name, const QString &word, const char *topic, bool allows) {
        QTest::newRow(name) << QStringList{word} << QString::fromLatin1(topic) << allows;
    };
    row("push: any", QStringLiteral("push"), "a/b", true);
    row("read: none", QStringLiteral("read"), "a/b", false);
    row("disconnect: none", QStringLiteral("disconnect"), "a/b", false);
    row("a pattern's", QStringLiteral("publish:room/*"), "room/1", true);
    row("not another's", QStringLiteral("publish:room/*"), "hall/1", false);
    row("not deeper", QStringLiteral("publish:room/*"), "room/1/2", false);
    row("itself", QStringLiteral("publish:room"), "room", true);
    row("not what begins so", QStringLiteral("publish:room"), "rooms", false);
}

void TestApiKeys::scopesAllow()
{
    QFETCH(QStringList, words);
    QFETCH(QString, topic);
    QFETCH(bool, allows);
    const auto scopes = ApiScopes::fromWords(words);
    QVERIFY(scopes);
    QCOMPARE(scopes->mayPublish(topic.toStdString()), allows);
    QCOMPARE(scopes->words(), words);
}

void TestApiKeys::addsAKey()
{
    ApiKey first = keyOf("a", {QStringLiteral("push")});
    first.perSecond = 3;
    const QByteArray key = add(first);
    const QByteArray other = add(keyOf("b", {QStringLiteral("publish:room/*"), QStringLiteral("read")}));
    QVERIFY(key.startsWith("sluice_") && key.size() > 40 && key != other);
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains(key));
    QCOMPARE(written.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
    const auto keys = ApiKeys::load(file());
    QVERIFY(keys);
    QCOMPARE(keys->identify(view(key))->perSecond, 3);
    QCOMPARE(keys->identify(view(other))->id, std::string("b"));
}

void TestApiKeys::refusesToAdd_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("why");
    QTest::newRow("one that is there") << QStringLiteral("a") << QStringLiteral("'a' is there already");
    QTest::newRow("no name") << QStringLiteral("\"]\n[[key]]") << QStringLiteral("no name for a key");
    QTest::newRow("nothing") << QString() << QStringLiteral("no name for a key");
}

void TestApiKeys::refusesToAdd()
{
    QFETCH(QString, id);
    QFETCH(QString, why);
    add(keyOf("a", {QStringLiteral("push")}));
    const auto made = ApiKeyFile::add(file(), keyOf(id.toUtf8().constData(), {QStringLiteral("push")}), m_random);
    QVERIFY(!made);
    QVERIFY2(made.error().detail.contains(why), qPrintable(made.error().detail));
    QCOMPARE(ApiKeys::load(file())->size(), 1UL);
}

void TestApiKeys::othersMustNotReadTheFile()
{
    add(keyOf("a", {QStringLiteral("push")}));
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto keys = ApiKeys::load(file());
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, ErrorCode::Forbidden);
    QVERIFY(keys.error().detail.contains(QStringLiteral("chmod 600")));
    QVERIFY(!ApiKeyFile::add(file(), keyOf("b", {QStringLiteral("push")}), m_random));
}

void TestApiKeys::withoutAFileNobodyHasAKey()
{
    ApiKeyFile keys(m_metrics, m_directory->path(), [this](const ApiKeysPtr &read) { m_published = read; });
    QVERIFY(keys.reload(m_config, QStringLiteral("test")));
    QVERIFY(m_published && m_published->size() == 0);

    m_config.api.keysFile = m_directory->filePath(QStringLiteral("missing"));
    QVERIFY(!keys.reload(m_config, QStringLiteral("test")));

    m_config.listen.api.enabled = false;
    QVERIFY(keys.reload(m_config, QStringLiteral("test"))); // nobody asks for them
}

void TestApiKeys::aBrokenFileLeavesTheKeys()
{
    const QByteArray key = add(keyOf("a", {QStringLiteral("push")}));
    ApiKeyFile keys(m_metrics, m_directory->path(), [this](const ApiKeysPtr &read) { m_published = read; });
    QVERIFY(keys.reload(m_config, QStringLiteral("test")));
    const quint64 done = m_metrics.total(Counter::ApiKeysReloads);
    const quint64 failed = m_metrics.total(Counter::ApiKeysReloadsFailed);
    QVERIFY(writePrivateFile(file(), "[[key"));
    const auto broken = keys.reload(m_config, QStringLiteral("test"));
    QVERIFY(!broken);
    QVERIFY(broken.error().detail.contains(QStringLiteral("api-keys.toml:1")));
    QVERIFY(m_published->identify(view(key)));
    QCOMPARE(m_metrics.total(Counter::ApiKeysReloads), done);
    QCOMPARE(m_metrics.total(Counter::ApiKeysReloadsFailed), failed + 1);
}

void TestApiKeys::checksAnotherFile()
{
    ApiKeyFile keys(m_metrics, m_directory->path(), [this](const ApiKeysPtr &read) { m_published = read; });
    QVERIFY(keys.reload(m_config, QStringLiteral("test")));
    m_config.api.keysFile = m_directory->filePath(QStringLiteral("other.toml"));
    const auto missing = keys.check(m_config);
    QVERIFY(!missing);
    QVERIFY(missing.error().data.contains("api.keys-file"));
    QVERIFY(writePrivateFile(m_config.api.keysFile, table("x")));
    QVERIFY(keys.check(m_config));
    keys.follow(m_config);
    QVERIFY(m_published->has("x"));
}

void TestApiKeys::letsIn()
{
    const QByteArray key = add(keyOf("a", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    const Entered entered = door.enter(view(key), "10.0.0.1");
    QVERIFY(!refusal(entered));
    QCOMPARE(std::get<ApiKeyPtr>(entered)->id, std::string("a"));
    QCOMPARE(refusal(door.enter("", "10.0.0.1")), ApiRefusal::Reason::NoKey);
    QCOMPARE(refusal(door.enter("x", "10.0.0.1")), ApiRefusal::Reason::WrongKey);
    QCOMPARE(m_metrics.total(Counter::ApiKeysWrong), 1ULL);
}

void TestApiKeys::boundsAKey()
{
    m_config.api.perKeyPerSecond = 2;
    const QByteArray key = add(keyOf("a", {QStringLiteral("push")}));
    const QByteArray other = add(keyOf("b", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    QVERIFY(!refusal(door.enter(view(key), "1")));
    QVERIFY(!refusal(door.enter(view(key), "2")));
    const Entered third = door.enter(view(key), "3");
    QCOMPARE(refusal(third), ApiRefusal::Reason::TooFast);
    QCOMPARE(std::get<ApiRefusal>(third).retryAfter, Duration(std::chrono::seconds(1)));
    QVERIFY(!refusal(door.enter(view(other), "1")));
    m_clock.advance(std::chrono::seconds(1));
    QVERIFY(!refusal(door.enter(view(key), "3")));
}

void TestApiKeys::boundsAKeyOfItsOwnRate()
{
    m_config.api.perKeyPerSecond = 1;
    ApiKey slow = keyOf("a", {QStringLiteral("push")});
    slow.perSecond = 3;
    ApiKey any = keyOf("b", {QStringLiteral("push")});
    any.perSecond = 0;
    const QByteArray key = add(slow);
    const QByteArray free = add(any);
    ApiDoor door(m_metrics, m_clock);
    open(door);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!refusal(door.enter(view(key), "1")));
    QCOMPARE(refusal(door.enter(view(key), "1")), ApiRefusal::Reason::TooFast);
    for (int i = 0; i < 5000; ++i)
        QVERIFY(!refusal(door.enter(view(free), "1")));
}

void TestApiKeys::boundsGuesses()
{
    m_config.api.wrongKeysPerMinute = 3;
    const QByteArray known = add(keyOf("a", {QStringLiteral("push")}));
    const QByteArray guessed = add(keyOf("b", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    QVERIFY(!refusal(door.enter(view(known), "bad")));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(refusal(door.enter("guess", "bad")), ApiRefusal::Reason::WrongKey);
    // The next guess is right, and finds out nothing.
    for (const std::string &guess : {std::string("guess"), view(guessed)}) {
        const Entered refused = door.enter(guess, "bad");
        QCOMPARE(refusal(refused), ApiRefusal::Reason::TooManyWrongKeys);
        QCOMPARE(std::get<ApiRefusal>(refused).retryAfter, Duration(std::chrono::minutes(1)));
    }
    QVERIFY(!refusal(door.enter(view(known), "bad"))); // who came from there before
    QVERIFY(!refusal(door.enter(view(guessed), "good")));
    m_clock.advance(std::chrono::minutes(1));
    QVERIFY(!refusal(door.enter(view(guessed), "bad")));
}

void TestApiKeys::zeroBoundsNothing()
{
    m_config.api.wrongKeysPerMinute = 0;
    m_config.api.perKeyPerSecond = 0;
    const QByteArray key = add(keyOf("a", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(refusal(door.enter("guess", "1")), ApiRefusal::Reason::WrongKey);
        QVERIFY(!refusal(door.enter(view(key), "1")));
    }
}

void TestApiKeys::aKeyThatIsGoneIsWrong()
{
    const QByteArray key = add(keyOf("a", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    QVERIFY(!refusal(door.enter(view(key), "1")));
    door.setKeys(std::make_shared<const ApiKeys>());
    QCOMPARE(refusal(door.enter(view(key), "1")), ApiRefusal::Reason::WrongKey);
}

void TestApiKeys::forgetsTheAddressSeenLongestAgo()
{
    m_config.api.wrongKeysPerMinute = 1;
    add(keyOf("a", {QStringLiteral("push")}));
    ApiDoor door(m_metrics, m_clock);
    open(door);
    for (size_t i = 0; i < ApiDoor::kMostAddresses; ++i)
        QCOMPARE(refusal(door.enter("guess", std::to_string(i))), ApiRefusal::Reason::WrongKey);
    QCOMPARE(refusal(door.enter("guess", "0")), ApiRefusal::Reason::TooManyWrongKeys); // seen just now
    QCOMPARE(refusal(door.enter("guess", "one more")), ApiRefusal::Reason::WrongKey);
    QCOMPARE(refusal(door.enter("guess", "0")), ApiRefusal::Reason::TooManyWrongKeys);
    QCOMPARE(refusal(door.enter("guess", "1")), ApiRefusal::Reason::WrongKey); // forgotten
}

QTEST_APPLESS_MAIN(TestApiKeys)
#include "tst_apikeys.moc"

#include "server/config/configloader.h"
#include "server/config/configtext.h"
#include "server/config/textfile.h"
#include "shared/admin/configschema.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <string>

using namespace sluice;
using namespace sluice::server;

class TestConfigLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bindsEveryOption();
    void defaultsAreThoseOfTheStruct();
    void laterSourcesWin();
    void readsListsFromEverySource();
    void resolvesPathsAgainstTheirFile();
    void printedTextIsReadAgain();
    void findsTheStateDirectory();
    void reportsAllProblemsAtOnce();
    void refusesLine_data();
    void refusesLine();
    void refusesSetting_data();
    void refusesSetting();
    void leavesForeignVariablesAlone();
    void refusesAnUnreadableFile();
    void checksRules_data();
    void checksRules();
    void brokenRulesNameTheLineThatIsThere();
    void passwordsInUrlsAreNotRepeated_data();
    void passwordsInUrlsAreNotRepeated();
    void shippedFileShowsEveryDefault();
    void benchmarkFileIsValidOnLoopbackOnly();

private:
    ConfigInput input(const QByteArray &toml = {}, const QStringList &settings = {});
    QString detail(const ConfigInput &input);

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_file;
};

void TestConfigLoader::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    m_file = m_directory->filePath(QStringLiteral("sluice.toml"));
}

ConfigInput TestConfigLoader::input(const QByteArray &toml, const QStringList &settings)
{
    ConfigInput result;
    result.environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/somebody"));
    result.settings = settings;
    if (!toml.isNull()) {
        QFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size())
            qFatal("cannot write the test's file");
        result.file = m_file;
    }
    return result;
}

QString TestConfigLoader::detail(const ConfigInput &input)
{
    const Result<LoadedConfig> loaded = loadConfig(input);
    return loaded ? QString() : loaded.error().detail;
}

void TestConfigLoader::printedTextIsReadAgain()
{
    const Result<LoadedConfig> first = loadConfig(
        input("[listen]\nallowed-origins = ['https://a.example', 'http://b:8080']\n[tls]\nkey = 'a\"b.pem'\n"
              "certificate = 'c.pem'\n",
              {QStringLiteral("backpressure.alert-threshold=0.25"),
               QStringLiteral("limits.outbound-total-bytes=268435457"), QStringLiteral("auth.anonymous=false")}));
    QVERIFY2(first, qUtf8Printable(first ? QString() : first.error().detail));
    const QString text = configText(first->values);
    QVERIFY(text.contains(QStringLiteral("# command line\nbackpressure.alert-threshold = 0.25\n")));
    QVERIFY(text.contains(QStringLiteral("# %1:2\nlisten.allowed-origins = ").arg(m_file)));

    const Result<LoadedConfig> second = loadConfig(input(text.toUtf8()));
    QVERIFY2(second, qUtf8Printable(second ? QString() : second.error().detail));
    QCOMPARE(second->values.size(), first->values.size());
    for (const auto &[key, entry] : first->values)
        QCOMPARE(second->values.at(key).value, entry.value);
}

void TestConfigLoader::bindsEveryOption()
{
    QSet<QString> bound;
    const Config config;
    visitConfig(config, [&bound](const char *key, const auto &) { bound.insert(QString::fromLatin1(key)); });
    QSet<QString> known;
    for (const admin::ConfigOption &option : admin::configOptions())
        known.insert(QString::fromLatin1(option.key));
    QCOMPARE(bound - known, QSet<QString>());
    QCOMPARE(known - bound, QSet<QString>());
}

void TestConfigLoader::defaultsAreThoseOfTheStruct()
{
    const Result<LoadedConfig> loaded = loadConfig(input());
    QVERIFY(loaded);
    // What depends on the machine is compared elsewhere.
    Config expected;
    expected.stateDir = loaded->config->stateDir;
    expected.threads.io = loaded->config->threads.io;
    QVERIFY(expected.threads.io >= 1);

    std::map<std::string, bool> equal;
    const auto compare = [&equal](const Config &left, const Config &right) {
        std::map<std::string, const void *> members;
        visitConfig(right, [&members](const char *key, const auto &member) { members[key] = &member; });
        visitConfig(left, [&](const char *key, const auto &member) {
            equal[key] = member == *static_cast<decltype(&member)>(members.at(key));
        });
    };
    compare(expected, *loaded->config);
    for (const auto &[key, same] : equal)
        QVERIFY2(same, key.c_str());
    for (const auto &[key, value] : loaded->values)
        QCOMPARE(value.source, QStringLiteral("default"));
}

void TestConfigLoader::laterSourcesWin()
{
    ConfigInput all = input("[rate-limits]\nper-user-per-minute = 1\nmax-keys = 1\nrefused-per-minute = 1\n",
                            {QStringLiteral("rate-limits.per-user-per-minute=3")});
    all.environment.insert(QStringLiteral("SLUICE_RATE_LIMITS__PER_USER_PER_MINUTE"), QStringLiteral("2"));
    all.environment.insert(QStringLiteral("SLUICE_RATE_LIMITS__MAX_KEYS"), QStringLiteral("2"));
    const Result<LoadedConfig> loaded = loadConfig(all);
    QVERIFY(loaded);
    QCOMPARE(loaded->config->rateLimits.perUserPerMinute, 3);
    QCOMPARE(loaded->config->rateLimits.maxKeys, 2);
    QCOMPARE(loaded->config->rateLimits.refusedPerMinute, 1);
    QCOMPARE(loaded->values.at(QStringLiteral("rate-limits.per-user-per-minute")).source,
             QStringLiteral("command line"));
    QCOMPARE(loaded->values.at(QStringLiteral("rate-limits.max-keys")).source, QStringLiteral("environment"));
    QCOMPARE(loaded->values.at(QStringLiteral("rate-limits.refused-per-minute")).source, m_file + QLatin1String(":4"));
}

void TestConfigLoader::readsListsFromEverySource()
{
    const QByteArray toml = "[listen]\nallowed-origins = [\n  'https://a.example',\n  'http://b:8080',\n]\n";
    const QStringList origins{QStringLiteral("https://a.example"), QStringLiteral("http://b:8080")};
    QCOMPARE(loadConfig(input(toml))->config->listen.allowedOrigins, origins);
    const QStringList proxies{QStringLiteral("10.0.0.0/8"), QStringLiteral("::1")};
    const ConfigInput set = input({}, {QStringLiteral("listen.trusted-proxies=10.0.0.0/8, ::1")});
    QCOMPARE(loadConfig(set)->config->listen.trustedProxies, proxies);
    ConfigInput environment = input(toml);
    environment.environment.insert(QStringLiteral("SLUICE_LISTEN__ALLOWED_ORIGINS"), QStringLiteral("https://c"));
    QCOMPARE(loadConfig(environment)->config->listen.allowedOrigins, QStringList{QStringLiteral("https://c")});
    environment.environment.insert(QStringLiteral("SLUICE_LISTEN__ALLOWED_ORIGINS"), QString());
    QCOMPARE(loadConfig(environment)->config->listen.allowedOrigins, QStringList());
}

void TestConfigLoader::resolvesPathsAgainstTheirFile()
{
    const Result<LoadedConfig> loaded = loadConfig(input("state-dir = 'state'\nevents-file = '/etc/../etc/e.toml'\n",
                                                         {QStringLiteral("auth.hs256-secret-file=jwt.key")}));
    QVERIFY(loaded);
    QCOMPARE(loaded->config->stateDir, m_directory->filePath(QStringLiteral("state")));
    QCOMPARE(loaded->config->eventsFile, QStringLiteral("/etc/e.toml"));
    QCOMPARE(loaded->config->auth.hs256SecretFile, QDir::current().absoluteFilePath(QStringLiteral("jwt.key")));
}

void TestConfigLoader::findsTheStateDirectory()
{
    ConfigInput any = input();
    QCOMPARE(loadConfig(any)->config->stateDir, QStringLiteral("/home/somebody/.local/state/sluice"));
    any.environment.insert(QStringLiteral("XDG_STATE_HOME"), QStringLiteral("/xdg"));
    QCOMPARE(loadConfig(any)->config->stateDir, QStringLiteral("/xdg/sluice"));
    any.environment.insert(QStringLiteral("STATE_DIRECTORY"), QStringLiteral("/var/lib/sluice"));
    QCOMPARE(loadConfig(any)->config->stateDir, QStringLiteral("/var/lib/sluice"));
    any.environment.clear();
    QVERIFY(detail(any).startsWith(QLatin1String("state-dir: ")));
}

void TestConfigLoader::reportsAllProblemsAtOnce()
{
    ConfigInput bad =
        input("[channels]\nmessage-queue-size = 'many'\n[limits]\nbacth = 3\n", {QStringLiteral("ping.interval-ms=1")});
    bad.environment.insert(QStringLiteral("SLUICE_AUTH__ANONYMOUS"), QStringLiteral("maybe"));
    const Result<LoadedConfig> loaded = loadConfig(bad);
    QVERIFY(!loaded);
    const QStringList expected{
        m_file
            + QLatin1String(":2: channels.message-queue-size: must be a number; found \"many\", expected integer, 1 to "
                            "10000000 events"),
        m_file + QLatin1String(":4: limits.bacth: unknown option, did you mean limits.batch?; found 3"),
        QStringLiteral("environment: auth.anonymous: must be true or false; found \"maybe\", expected true or false"),
        QStringLiteral(
            "command line: ping.interval-ms: must be between 100 and 3600000; found \"1\", expected integer, "
            "100 to 3600000 ms"),
    };
    QCOMPARE(loaded.error().detail.split(u'\n'), expected);
    const QJsonArray errors = QJsonDocument::fromJson(loaded.error().data).object().value(u"errors").toArray();
    QCOMPARE(errors.size(), 4);
    QCOMPARE(errors.at(1).toObject().value(u"key").toString(), QStringLiteral("limits.bacth"));
}

void TestConfigLoader::refusesLine_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("fault");

    QTest::newRow("not TOML") << QByteArray("a =") << QStringLiteral(":1: ");
    QTest::newRow("value where a table belongs")
        << QByteArray("listen = 'off'") << QStringLiteral(":1: listen: is a table of options, not an option");
    QTest::newRow("table where a value belongs")
        << QByteArray("[threads.io]\ncount = 1") << QStringLiteral(":2: threads.io.count: unknown option");
    QTest::newRow("array for a number") << QByteArray("[limits]\nbatch = [1]")
                                        << QStringLiteral(":2: limits.batch: must be a number; found an array");
    QTest::newRow("text for a list")
        << QByteArray("[listen]\nallowed-origins = 'https://a'")
        << QStringLiteral(
               ":2: listen.allowed-origins: must be a list of texts; found \"https://a\", expected up to 256 "
               "origins as ");
    QTest::newRow("table in a list") << QByteArray("[listen]\nallowed-origins = [{a = 1}]")
                                     << QStringLiteral(":2: listen.allowed-origins: must be a list of texts; found an "
                                                       "array");
    QTest::newRow("no origin") << QByteArray("[listen]\nallowed-origins = ['https://a', 'https://b/']")
                               << QStringLiteral(":2: listen.allowed-origins: 'https://b/' is not an origin; found "
                                                 "[\"https://a\",\"https://b/\"], expected scheme://host");
    QTest::newRow("the null origin") << QByteArray("[listen]\nallowed-origins = ['null']")
                                     << QStringLiteral(":2: listen.allowed-origins: 'null' is what any page can make");
    QTest::newRow("no network") << QByteArray("[listen]\ntrusted-proxies = ['10.0.0.1/8']")
                                << QStringLiteral(":2: listen.trusted-proxies: '10.0.0.1/8' is not an IP address or "
                                                  "network; found [\"10.0.0.1/8\"], expected ");
    QTest::newRow("date for a number") << QByteArray("[limits]\nbatch = 2020-01-01")
                                       << QStringLiteral(":2: limits.batch: must be a number; found a date or time");
    QTest::newRow("an option of a later version")
        << QByteArray("[scale-out]\nnodes = 3") << QStringLiteral(":2: scale-out.nodes: unknown option");
}

void TestConfigLoader::refusesLine()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, fault);
    const QString found = detail(input(toml));
    QVERIFY2(found.startsWith(m_file + fault), qPrintable(found));
}

void TestConfigLoader::refusesSetting_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("fault");

    QTest::newRow("no equals sign") << QStringLiteral(
        "limits.batch") << QStringLiteral("command line: not a setting; found \"limits.batch\", expected KEY=VALUE");
    QTest::newRow("no key") << QStringLiteral("=3")
                            << QStringLiteral("command line: not a setting; found \"=3\", expected KEY=VALUE");
    QTest::newRow("unknown key") << QStringLiteral("limits.bath=3")
                                 << QStringLiteral(
                                        "command line: limits.bath: unknown option, did you mean limits.batch?; "
                                        "found \"3\"");
}

void TestConfigLoader::refusesSetting()
{
    QFETCH(QString, setting);
    QFETCH(QString, fault);
    QCOMPARE(detail(input({}, {setting})), fault);
}

void TestConfigLoader::leavesForeignVariablesAlone()
{
    ConfigInput foreign = input();
    foreign.environment.insert(QStringLiteral("SLUICE_DEMO"), QStringLiteral("1"));
    QVERIFY(loadConfig(foreign));
    foreign.environment.insert(QStringLiteral("SLUICE_STATE_DRI"), QStringLiteral("/x"));
    QVERIFY(detail(foreign).contains(QLatin1String("did you mean state-dir?")));
}

void TestConfigLoader::refusesAnUnreadableFile()
{
    ConfigInput missing = input();
    missing.file = m_directory->filePath(QStringLiteral("missing.toml"));
    QVERIFY(detail(missing).startsWith(missing.file + QLatin1String(": cannot be read: ")));
}

void TestConfigLoader::checksRules_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QString>("key"); // of the fault; empty: allowed

    QTest::newRow("db equals processing") << QStringList{QStringLiteral("timeouts.db-operation-ms=3000")} << QString();
    QTest::newRow("db above processing") << QStringList{QStringLiteral("timeouts.db-operation-ms=3001")}
                                         << QStringLiteral("timeouts.db-operation-ms");
    QTest::newRow("processing equals client")
        << QStringList{QStringLiteral("timeouts.server-processing-ms=5000")} << QString();
    QTest::newRow("processing above client") << QStringList{QStringLiteral("timeouts.server-processing-ms=5001")}
                                             << QStringLiteral("timeouts.server-processing-ms");
    QTest::newRow("alert below drop") << QStringList{QStringLiteral("backpressure.alert-threshold=0.89")} << QString();
    QTest::newRow("alert equals drop") << QStringList{QStringLiteral("backpressure.alert-threshold=0.9")}
                                       << QStringLiteral("backpressure.alert-threshold");
    QTest::newRow("soft equals hard") << QStringList{QStringLiteral("limits.outbound-soft-bytes=1048576")} << QString();
    QTest::newRow("soft above hard") << QStringList{QStringLiteral("limits.outbound-soft-bytes=1048577")}
                                     << QStringLiteral("limits.outbound-soft-bytes");
    QTest::newRow("hard equals total") << QStringList{QStringLiteral("limits.outbound-total-bytes=1048576")}
                                       << QString();
    QTest::newRow("hard above total") << QStringList{QStringLiteral("limits.outbound-hard-bytes=1048577"),
                                                     QStringLiteral("limits.outbound-total-bytes=1048576")}
                                      << QStringLiteral("limits.outbound-hard-bytes");
    QTest::newRow("a total beyond 32 bits")
        << QStringList{QStringLiteral("limits.outbound-total-bytes=68719476736")} << QString();
    const auto everywhere = QStringLiteral("listen.clients=0.0.0.0:7600");
    const auto noAnonymous = QStringLiteral("auth.anonymous=false");
    QTest::newRow("anonymous on another address") << QStringList{everywhere} << QStringLiteral("auth.anonymous");
    QTest::newRow("tokens on another address") << QStringList{everywhere, noAnonymous} << QString();
    QTest::newRow("anonymous on IPv6 loopback") << QStringList{QStringLiteral("listen.clients=[::1]:0")} << QString();
    QTest::newRow("a name instead of an address")
        << QStringList{QStringLiteral("listen.admin=localhost:7601")} << QStringLiteral("listen.admin");
    QTest::newRow("operators elsewhere without TLS")
        << QStringList{QStringLiteral("listen.admin=0.0.0.0:7601")} << QStringLiteral("listen.admin");
    QTest::newRow("backends on loopback") << QStringList{QStringLiteral("listen.api=[::1]:0")} << QString();
    QTest::newRow("backends elsewhere without TLS")
        << QStringList{QStringLiteral("listen.api=0.0.0.0:7603")} << QStringLiteral("listen.api");
    const auto certificate = QStringLiteral("tls.certificate=a.crt");
    const auto key = QStringLiteral("tls.key=a.key");
    const auto adminElsewhere = QStringLiteral("listen.admin-tls=0.0.0.0:7603");
    QTest::newRow("operators elsewhere with TLS") << QStringList{adminElsewhere, certificate, key} << QString();
    QTest::newRow("no certificate for others") << QStringList{adminElsewhere} << QStringLiteral("tls.certificate");
    const auto apiElsewhere = QStringLiteral("listen.api-tls=0.0.0.0:7604");
    QTest::newRow("backends elsewhere with TLS") << QStringList{apiElsewhere, certificate, key} << QString();
    QTest::newRow("backends elsewhere with a certificate of its own")
        << QStringList{apiElsewhere} << QStringLiteral("tls.certificate");
    QTest::newRow("no key") << QStringList{certificate} << QStringLiteral("tls.key");
    QTest::newRow("only a key") << QStringList{key} << QStringLiteral("tls.certificate");
    QTest::newRow("self-signed on loopback")
        << QStringList{QStringLiteral("listen.clients-tls=127.0.0.1:0")} << QString();
    QTest::newRow("anonymous elsewhere with TLS")
        << QStringList{QStringLiteral("listen.clients-tls=0.0.0.0:0"), certificate, key}
        << QStringLiteral("auth.anonymous");
    // Row M4 of the quality criteria: where operators' tokens may go.
    const auto operators = [&](const char *name, const char *plain, const char *tls, bool hasCertificate,
                               const char *refused) {
        QStringList settings{QStringLiteral("listen.admin=") + QLatin1String(plain),
                             QStringLiteral("listen.admin-tls=") + QLatin1String(tls)};
        if (hasCertificate)
            settings += {certificate, key};
        QTest::newRow(name) << settings << QString::fromLatin1(refused);
    };
    operators("operators here", "127.0.0.1:0", "off", false, "");
    operators("operators here, IPv6", "[::1]:0", "off", false, "");
    operators("operators in plain anywhere", "0.0.0.0:0", "off", false, "listen.admin");
    operators("operators in plain on one address", "192.0.2.1:0", "off", false, "listen.admin");
    operators("operators by TLS anywhere, no certificate", "off", "0.0.0.0:0", false, "tls.certificate");
    operators("operators by TLS anywhere", "off", "0.0.0.0:0", true, "");
    operators("operators by TLS and in plain anywhere", "[::]:0", "0.0.0.0:0", true, "listen.admin");
    operators("operators in plain here, by TLS anywhere", "127.0.0.1:0", "[::]:0", true, "");
    const auto url = [](const char *name, const char *value, bool isRight) {
        QTest::newRow(name) << QStringList{QStringLiteral("auth.jwks-url=") + QLatin1String(value)}
                            << (isRight ? QString() : QStringLiteral("auth.jwks-url"));
    };
    url("keys by TLS", "https://id.example/keys?v=1", true);
    url("keys from here", "http://127.0.0.1:8080/keys", true);
    url("keys from here, IPv6", "http://[::1]:8080/keys", true);
    url("keys from localhost", "http://localhost/keys", true);
    url("keys in plain", "http://id.example/keys", false);
    url("keys from what is like localhost", "http://localhost.evil.example/keys", false);
    url("keys from what is like loopback", "http://127.0.0.1.evil.example/keys", false);
    url("keys from a file", "file:///etc/passwd", false);
    url("keys from elsewhere", "gopher://id.example/", false);
    url("keys with a password", "https://me:secret@id.example/", false);
    url("keys from nowhere", "https:///keys", false);
    QTest::newRow("no algorithm") << QStringList{QStringLiteral("auth.algorithms=")}
                                  << QStringLiteral("auth.algorithms");
    QTest::newRow("no user") << QStringList{QStringLiteral("auth.claims.user=")} << QStringLiteral("auth.claims.user");
    QTest::newRow("no roles") << QStringList{QStringLiteral("auth.claims.roles=")} << QString();
    QTest::newRow("a cookie") << QStringList{QStringLiteral("auth.cookie-name=__Host-session")} << QString();
    QTest::newRow("a cookie with an equals sign")
        << QStringList{QStringLiteral("auth.cookie-name=a=b")} << QStringLiteral("auth.cookie-name");
    const auto database = QStringLiteral("storage.url=postgresql://sluice@db.example:5433/sluice?sslmode=verify-full");
    const auto passwordFile = QStringLiteral("storage.password-file=db.password");
    QTest::newRow("PostgreSQL") << QStringList{database} << QString();
    QTest::newRow("PostgreSQL at a socket")
        << QStringList{QStringLiteral("storage.url=postgres:///x?host=/run/pg")} << QString();
    QTest::newRow("PostgreSQL with a password") << QStringList{database, passwordFile} << QString();
    QTest::newRow("a password for nothing") << QStringList{passwordFile} << QStringLiteral("storage.password-file");
    QTest::newRow("another database") << QStringList{QStringLiteral("storage.url=mysql://root@localhost/x")}
                                      << QStringLiteral("storage.url");
    const auto bench = QStringLiteral("test.bench-events=true");
    QTest::newRow("bench events on loopback") << QStringList{bench} << QString();
    QTest::newRow("bench events with metrics elsewhere")
        << QStringList{bench, QStringLiteral("listen.http=0.0.0.0:0")} << QStringLiteral("test.bench-events");
    QTest::newRow("bench events with metrics off")
        << QStringList{bench, QStringLiteral("listen.http=off")} << QString();
    QTest::newRow("echo elsewhere") << QStringList{QStringLiteral("test.echo-path=/echo"), noAnonymous, everywhere}
                                    << QStringLiteral("test.echo-path");
    QTest::newRow("lifted event limits elsewhere")
        << QStringList{QStringLiteral("rate-limits.enforce-per-event=false"), noAnonymous, everywhere}
        << QStringLiteral("rate-limits.enforce-per-event");
    QTest::newRow("echo on the clients' own path")
        << QStringList{QStringLiteral("test.echo-path=/")} << QStringLiteral("test.echo-path");
}

void TestConfigLoader::checksRules()
{
    QFETCH(QStringList, settings);
    QFETCH(QString, key);
    const QString found = detail(input({}, settings));
    if (key.isEmpty())
        QCOMPARE(found, QString());
    else
        QVERIFY2(found.contains(key + QLatin1String(": ")) && !found.contains(u'\n'), qPrintable(found));
}

// The database's timeout is as by default; what does not fit it stands in the file.
void TestConfigLoader::brokenRulesNameTheLineThatIsThere()
{
    const QString found = detail(input("[timeouts]\n\nserver-processing-ms = 300\n"));
    QVERIFY2(found.startsWith(m_file + QLatin1String(":3: timeouts.db-operation-ms: ")), qPrintable(found));
}

void TestConfigLoader::passwordsInUrlsAreNotRepeated_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("behind the user") << QStringLiteral("postgresql://sluice:tops3cret@db/sluice");
    QTest::newRow("with an @") << QStringLiteral("postgresql://sluice:tops3cret@x@db/sluice");
    QTest::newRow("with a /") << QStringLiteral("postgresql://sluice:tops3cret/x@db/sluice");
    QTest::newRow("as a parameter") << QStringLiteral("postgresql://db/sluice?user=a&password=tops3cret");
    QTest::newRow("of a key") << QStringLiteral("postgresql://db/sluice?sslpassword=tops3cret");
}

void TestConfigLoader::passwordsInUrlsAreNotRepeated()
{
    QFETCH(QString, url);
    ConfigInput settings = input();
    settings.settings = QStringList{QStringLiteral("storage.url=") + url};
    const QString fault = detail(settings);
    QVERIFY2(fault.startsWith(QLatin1String("command line: storage.url: must not hold a password, ")),
             qPrintable(fault));
    QVERIFY2(!fault.contains(QLatin1String("tops3cret")), qPrintable(fault));
}

void TestConfigLoader::shippedFileShowsEveryDefault()
{
    const Result<QByteArray> shipped = readTextFile(QStringLiteral(":/sluice/config/sluice.toml"));
    QVERIFY(shipped);
    QVERIFY(loadConfig(input(*shipped)));

    // With the comment signs off, every option is there and has its default.
    QStringList lines = QString::fromUtf8(*shipped).split(u'\n');
    static const QRegularExpression commentedOption(QStringLiteral("^# ([a-z0-9-]+ = .*)$"));
    lines.replaceInStrings(commentedOption, QStringLiteral("\\1"));
    const Result<LoadedConfig> loaded = loadConfig(input(lines.join(u'\n').toUtf8()));
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    for (const admin::ConfigOption &option : admin::configOptions()) {
        const ConfigValue &value = loaded->values.at(QString::fromLatin1(option.key));
        QVERIFY2(value.source.startsWith(m_file), option.key);
        if (value.value != QJsonValue(loaded->config->stateDir)) // its default depends on the environment
            QCOMPARE(value.value, admin::defaultValue(option));
    }
}

void TestConfigLoader::benchmarkFileIsValidOnLoopbackOnly()
{
    ConfigInput bench = input();
    bench.file = QStringLiteral(":/sluice/config/bench.toml");
    const Result<LoadedConfig> loaded = loadConfig(bench);
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    QCOMPARE(loaded->config->eventsFile, QStringLiteral(":/sluice/config/bench-events.toml"));
    QCOMPARE(loaded->config->broadcast.batchWindow, Milliseconds(5));
    QVERIFY(loaded->config->test.benchEvents);

    bench.settings = QStringList{QStringLiteral("listen.admin=0.0.0.0:7601")};
    QVERIFY(detail(bench).contains(QLatin1String("test.bench-events: is for benchmarks and tests, refused unless every "
                                                 "listener is on loopback")));
}

QTEST_APPLESS_MAIN(TestConfigLoader)
#include "tst_configloader.moc"

#include "shared/admin/configschema.h"
#include "tests/support/expect.h"
#include "tests/support/loadclient.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <map>

using namespace sluice;
using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRevertAfterMs = 1000; // the shortest that is allowed
constexpr double kServedUnderEach = 20;

/// Values that an option could have instead, by its type and range, the boldest first.
QJsonArray otherValues(const admin::ConfigOption &option, const QJsonValue &now)
{
    const double value = now.toDouble();
    switch (option.type) {
    case admin::OptionType::Integer:
        if (value == 0)
            return {option.maximum};
        return {2 * value, std::floor(value / 2), value + 1, value - 1};
    case admin::OptionType::Real: return {(value + option.maximum) / 2, (value + option.minimum) / 2};
    case admin::OptionType::Boolean: return {!now.toBool()};
    case admin::OptionType::Choice: {
        QStringList choices = QString::fromLatin1(option.choices).split(u'|');
        choices.removeAll(now.toString());
        return QJsonArray::fromStringList(choices);
    }
    case admin::OptionType::TextList:
        return {QJsonValue(QJsonArray{option.form == admin::TextForm::LogLevel ? u"transport=debug"_s : u"user"_s})};
    case admin::OptionType::Text: break;
    }
    return option.form == admin::TextForm::LaneWeights ? QJsonArray{u"4:2:1"_s} : QJsonArray{};
}

} // namespace

/// Each option that can be changed live, changed while the server is under load (issue 5): it takes effect, nothing is
/// lost, and it goes back by itself.
class LivePatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLiveOptionUnderLoad();

private:
    /// What is in force now, by key.
    [[nodiscard]] QJsonObject values()
    {
        QJsonObject values = m_admin.call(u"config/get"_s).result["values"_L1].toObject();
        for (auto entry = values.begin(); entry != values.end(); ++entry)
            entry.value() = entry.value()["value"_L1];
        return values;
    }
    CallResult patch(const QJsonObject &changes, const QJsonObject &more = {})
    {
        QJsonObject params{{u"base"_s, m_revision}, {u"changes"_s, changes}};
        for (auto member = more.begin(); member != more.end(); ++member)
            params.insert(member.key(), member.value());
        return noteRevision(m_admin.call(u"config/patch"_s, params));
    }
    CallResult revert()
    {
        return noteRevision(m_admin.call(u"config/revert"_s, QJsonObject{{u"revision"_s, m_revision}}));
    }
    CallResult noteRevision(CallResult result)
    {
        if (result.isOk())
            m_revision = result.result["revision"_L1].toInt();
        return result;
    }
    /// Changes one option to the first value that fits the rest. Returns the value; undefined when there is none.
    [[nodiscard]] QJsonValue change(const admin::ConfigOption &option, const QJsonValue &now)
    {
        const QString key = QLatin1String(option.key);
        const QJsonArray others = m_others.contains(key) ? QJsonArray{m_others[key]} : otherValues(option, now);
        for (const QJsonValue other : others) {
            if (!admin::valueFault(option, other) && patch({{key, other}}).isOk())
                return other;
        }
        return QJsonValue::Undefined;
    }
    /// The same values, as gauges say who works by them.
    [[nodiscard]] bool isInForce(const QString &key, const QJsonValue &wanted)
    {
        static const std::map<QString, const char *> gauges{
            {u"channels.worker-pool-size"_s, "sluice_workers"},
            {u"channels.message-queue-size"_s, "sluice_queue_capacity"}};
        const auto gauge = gauges.find(key);
        return gauge == gauges.end() || waitUntil([&] { return m_server->metric(gauge->second) == wanted.toDouble(); });
    }

    /// A file with that text, only for its owner.
    [[nodiscard]] QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a file");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }
    void makeOthers();

    QTemporaryDir m_directory;
    QString m_events;
    QMap<QString, QJsonValue> m_others; // by key: of options that only certain values fit
    std::unique_ptr<TestServer> m_server;
    TestClient m_admin;
    int m_revision = 1;
};

void LivePatchesTest::makeOthers()
{
    const QByteArray backend = "\n[[backend]]\nid = 'one'\nurl = 'http://127.0.0.1:9/'\n";
    QFile shipped(QStringLiteral(SLUICE_RESOURCES_PATH "/config/bench-events.toml"));
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray events = shipped.readAll() + backend;
    m_events = write(u"events.toml"_s, events);
    m_others = {
        {u"events-file"_s, write(u"other-events.toml"_s, events)},
        {u"auth.public-key-files"_s,
         QJsonArray{write(u"key.pem"_s,
                          "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
                          "-----END PUBLIC KEY-----\n")}},
        {u"auth.jwks-file"_s,
         write(u"keys.json"_s,
               R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})")},
        {u"auth.jwks-url"_s, u"http://127.0.0.1:9/keys"_s},
        {u"auth.algorithms"_s, QJsonArray{u"HS256"_s, u"EdDSA"_s}},
        {u"auth.claims.user"_s, u"name"_s},
        {u"auth.claims.roles"_s, u"groups"_s},
        {u"auth.claims.topics"_s, u"scope"_s},
        {u"hooks.connect-backend"_s, u"one"_s},
        {u"hooks.disconnect-backend"_s, u"one"_s},
        {u"api.keys-file"_s, m_directory.filePath(u"api-keys.toml"_s)},
    };
}

void LivePatchesTest::eachLiveOptionUnderLoad()
{
    constexpr int kClients = 100;
    makeOthers();
    m_server =
        std::make_unique<TestServer>(u"bench.toml"_s, QStringList{u"threads.io=2"_s, u"events-file="_s + m_events});
    SLUICE_START(*m_server);
    QFile secret(m_server->statePath(u"jwt.key"_s));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    m_others[u"auth.hs256-secret-file"_s] = write(u"secret"_s, secret.readAll());
    QVERIFY(m_admin.connectTo(m_server->ports().admin, {.bearer = m_server->adminToken()}));
    LoadClient load({u"--url"_s, m_server->clientUrl(), u"--metrics-url"_s, m_server->metricsUrl(),
                     u"--token-secret-file"_s, m_server->statePath(u"jwt.key"_s), u"--connections"_s,
                     QString::number(kClients), u"--seconds"_s, u"600"_s, u"--rate"_s, u"1000"_s, u"--mix"_s,
                     u"bench/echo=60,bench/sleep=20,bench/broadcast=1,notes/save=10,notes/list=2"_s, u"--cancel"_s,
                     u"2"_s, u"--short-timeout"_s, u"2"_s});
    QVERIFY(waitUntil([this] { return m_server->metric("sluice_connections_open") == kClients; }));

    const QJsonObject before = values();
    QJsonObject all;
    double received = 0;
    for (const admin::ConfigOption &option : admin::configOptions()) {
        if (option.effect != admin::OptionEffect::Live)
            continue;
        const QString key = QLatin1String(option.key);
        const QJsonValue other = change(option, before[key]);
        QVERIFY2(!other.isUndefined(), option.key);
        all[key] = other;
        QJsonObject wanted = before;
        wanted[key] = other;
        QCOMPARE(values(), wanted);
        QVERIFY2(isInForce(key, other), option.key);
        const double served = received + kServedUnderEach;
        QVERIFY2(waitUntil([&] { return (received = m_server->metric("sluice_events_received_total")) > served; }),
                 option.key);
        SLUICE_VERIFY_OK(revert());
        QVERIFY2(isInForce(key, before[key]), option.key);
    }
    QCOMPARE(values(), before);
    qInfo("%lld live options", static_cast<long long>(all.size()));
    QVERIFY(all.size() > 30);

    // All at once, and nobody says that it is well.
    QJsonObject changed = before;
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        changed[entry.key()] = entry.value();
    SLUICE_VERIFY_OK(patch(all, {{u"revertAfterMs"_s, kRevertAfterMs}}));
    QCOMPARE(values(), changed);
    QVERIFY(waitUntil([&] { return values() == before; }));

    load.stop();
    const std::optional<QJsonObject> summary = load.waitForSummary();
    QVERIFY2(summary && (*summary)["ok"_L1].toBool(), load.output().constData());
    const QJsonObject connections = (*summary)["connections"_L1].toObject();
    QCOMPARE(connections["opened"_L1].toInt(), kClients);
    QCOMPARE(connections["dropped"_L1].toInt(), 0);
    QCOMPARE(connections["closed"_L1].toObject(), QJsonObject());
}

QTEST_GUILESS_MAIN(LivePatchesTest)
#include "tst_livepatches.moc"

#include "adminfixture.h"

#include "shared/admin/configschema.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestAdminCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyCommandChecksItsRole();
    void refusesUnknownMethods();
    void tellsAboutTheServer();
    void reloadsTheCertificate();
    void reloadsTheTokenKeys();
    void reloadsTheEvents();
    void subscribes_data();
    void subscribes();
    void givesHistory();
    void givesHistoryInStepsWithItsMarkers();
    void refusesHistoryOf_data();
    void refusesHistoryOf();
    void givesSchemaAndValues();
    void patches();
    void refusesABadPatch_data();
    void refusesABadPatch();
    void confirmsAndReverts();
    void checkOnlyIsNotAudited();
    void listsEvents();
    void listsBreakers();
    void forcesABreaker();
    void refusesABadForce_data();
    void refusesABadForce();
    void shutsDown();
    void refusesABadShutdown();
    void drainsAndChangesTheDrain();
    void payloadsAreForAdmins();
    void pushes();
    void topics();
    void refusesABadPush_data();
    void refusesABadPush();

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params = {}, admin::Role role = admin::Role::Admin);
    static QJsonObject data(const Result<QJsonValue> &result)
    {
        return QJsonDocument::fromJson(result.error().data).object();
    }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
};

void TestAdminCommands::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
}

Result<QJsonValue> TestAdminCommands::call(const char *method, const QJsonObject &params, admin::Role role)
{
    return m_commands->call({QStringLiteral("alice"), role, QStringLiteral("127.0.0.1")}, QLatin1String(method),
                            params);
}

void TestAdminCommands::everyCommandChecksItsRole()
{
    qsizetype refusedWrites = 0;
    for (const admin::AdminCommand &command : admin::adminCommands()) {
        for (const admin::Role role : {admin::Role::Viewer, admin::Role::Operator, admin::Role::Admin}) {
            // A parameter that no command knows: whoever may call it hears about that, the others do not get so far.
            const auto result = call(command.method, {{QStringLiteral("bogus"), 1}}, role);
            QVERIFY2(!result, command.method);
            const ErrorCode expected = role < command.role ? ErrorCode::Forbidden : ErrorCode::InvalidParams;
            QVERIFY2(result.error().code == expected, command.method);
            if (role >= command.role)
                continue;
            QCOMPARE(data(result).value(u"required").toString(), admin::toString(command.role));
            refusedWrites += command.writes ? 1 : 0;
        }
    }
    QVERIFY(m_fixture->drain.requests.empty());
    QCOMPARE(m_fixture->config.revision(), quint64{1});
    QVERIFY(refusedWrites > 0);
    QCOMPARE(m_fixture->auditLines().size(), refusedWrites); // attempts are on record
}

void TestAdminCommands::refusesUnknownMethods()
{
    QCOMPARE(call("server/explode").error().code, ErrorCode::MethodNotFound);
    QCOMPARE(call("").error().code, ErrorCode::MethodNotFound);
}

void TestAdminCommands::tellsAboutTheServer()
{
    const auto result = call("server/info", {}, admin::Role::Viewer);
    QVERIFY(result);
    const QJsonObject expected{
        {QStringLiteral("name"), QStringLiteral("sluiced")},
        {QStringLiteral("version"), QStringLiteral(SLUICE_VERSION)},
        {QStringLiteral("protocol"), QJsonObject{{QStringLiteral("major"), 1}, {QStringLiteral("minor"), 3}}},
        {QStringLiteral("epoch"), QStringLiteral("e1")},
        {QStringLiteral("startedMs"), qint64{1'699'999'997'000}},
        {QStringLiteral("timeMs"), qint64{1'700'000'000'000}},
        {QStringLiteral("uptimeMs"), 3000},
        {QStringLiteral("state"), QStringLiteral("running")},
        {QStringLiteral("role"), QStringLiteral("viewer")},
        {QStringLiteral("user"), QStringLiteral("alice")},
        {QStringLiteral("configRevision"), 1},
        {QStringLiteral("listen"),
         QJsonObject{{QStringLiteral("clients"), QStringLiteral("127.0.0.1:1")},
                     {QStringLiteral("clientsTls"), QStringLiteral("127.0.0.1:3")},
                     {QStringLiteral("admin"), QStringLiteral("127.0.0.1:2")},
                     {QStringLiteral("adminTls"), QStringLiteral("off")},
                     {QStringLiteral("http"), QStringLiteral("off")},
                     {QStringLiteral("api"), QString()},
                     {QStringLiteral("apiTls"), QString()}}},
    };
    QCOMPARE(result->toObject(), expected);
}

void TestAdminCommands::reloadsTheCertificate()
{
    QVERIFY(call("tls/reload"));
    QCOMPARE(m_fixture->tlsReloadedBy, QStringLiteral("alice"));
    m_fixture->tlsFault = QStringLiteral("certificate file /a: no such file");
    const auto failed = call("tls/reload");
    QCOMPARE(failed.error().code, ErrorCode::InternalError);
    QCOMPARE(data(failed).value(u"reason").toString(), m_fixture->tlsFault);
    QCOMPARE(m_fixture->auditLines().size(), 2);
    QCOMPARE(m_fixture->auditLines().last().value(u"method").toString(), QStringLiteral("tls/reload"));
}

void TestAdminCommands::reloadsTheTokenKeys()
{
    QVERIFY(call("tokens/reload"));
    QCOMPARE(m_fixture->keysReloadedBy, QStringLiteral("alice"));
    m_fixture->keysFault = QStringLiteral("/keys.json: no JSON");
    const auto failed = call("tokens/reload");
    QCOMPARE(failed.error().code, ErrorCode::InvalidParams);
    QCOMPARE(data(failed).value(u"reason").toString(), m_fixture->keysFault);
    QCOMPARE(m_fixture->auditLines().last().value(u"method").toString(), QStringLiteral("tokens/reload"));
}

void TestAdminCommands::reloadsTheEvents()
{
    QCOMPARE(call("events/reload")->toObject(), (QJsonObject{{QStringLiteral("events"), 2}}));
    QCOMPARE(m_fixture->eventsReloadedBy, QStringLiteral("alice"));
    m_fixture->eventsFault = QStringLiteral("events.toml:3: a/b priority: is no priority");
    const auto failed = call("events/reload");
    QCOMPARE(failed.error().code, ErrorCode::InvalidParams);
    QCOMPARE(data(failed).value(u"reason").toString(), m_fixture->eventsFault);
    QCOMPARE(m_fixture->auditLines().size(), 2);
    QCOMPARE(m_fixture->auditLines().last().value(u"method").toString(), QStringLiteral("events/reload"));
    QCOMPARE(m_fixture->auditLines().last().value(u"outcome").toString(), m_fixture->eventsFault);
}

void TestAdminCommands::subscribes_data()
{
    QTest::addColumn<QJsonValue>("interval");
    QTest::addColumn<bool>("accepted");

    QTest::newRow("at the least") << QJsonValue(100) << true;
    QTest::newRow("below") << QJsonValue(99) << false;
    QTest::newRow("at the most") << QJsonValue(60'000) << true;
    QTest::newRow("above") << QJsonValue(60'001) << false;
    QTest::newRow("fraction") << QJsonValue(100.5) << false;
    QTest::newRow("text") << QJsonValue(QStringLiteral("100")) << false;
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << false;
}

void TestAdminCommands::subscribes()
{
    QFETCH(QJsonValue, interval);
    QFETCH(bool, accepted);
    QJsonObject params;
    if (!interval.isUndefined())
        params[QStringLiteral("intervalMs")] = interval;
    const auto result = call("metrics/subscribe", params, admin::Role::Viewer);
    QCOMPARE(result.has_value(), accepted);
    if (accepted)
        QCOMPARE(result->toObject().value(u"intervalMs"), interval);
    else
        QCOMPARE(data(result).value(u"field").toString(), QStringLiteral("intervalMs"));
}

void TestAdminCommands::givesHistory()
{
    for (const qint64 uptime : {1000, 2000, 3000}) {
        admin::Snapshot sample;
        sample.uptimeMs = uptime;
        m_fixture->history.append(sample);
    }
    const auto result = call("metrics/history", {{QStringLiteral("seconds"), 1}}, admin::Role::Viewer);
    QVERIFY(result);
    const QJsonArray samples = result->toObject().value(u"samples").toArray();
    QCOMPARE(samples.size(), 2);
    QCOMPARE(samples.at(0).toObject().value(u"uptimeMs"), QJsonValue(2000));
    QVERIFY(!call("metrics/history", {{QStringLiteral("seconds"), 0}}));
}

void TestAdminCommands::givesHistoryInStepsWithItsMarkers()
{
    for (qint64 uptime = 1000; uptime <= 30'000; uptime += 1000) {
        admin::Snapshot sample;
        sample.uptimeMs = uptime;
        m_fixture->history.append(sample);
    }
    for (const qint64 uptime : {5000, 25'000})
        m_fixture->history.mark({admin::Marker::Kind::ConfigChanged, 1, uptime, QStringLiteral("text"), {}, 7});
    const auto history = [this](qint64 spanMs, qint64 stepMs) {
        return call("metrics/history", {{QStringLiteral("spanMs"), spanMs}, {QStringLiteral("stepMs"), stepMs}})
            ->toObject();
    };
    const QJsonObject fine = history(9000, 1000);
    QCOMPARE(fine.value(u"samples").toArray().size(), 10);
    QCOMPARE(fine.value(u"markers").toArray().size(), 1);
    QCOMPARE(fine.value(u"markers").toArray().at(0)[u"kind"].toString(), QStringLiteral("config-changed"));
    QCOMPARE(history(60'000, 10'000).value(u"samples").toArray().size(), 4);
    QCOMPARE(history(60'000, 10'000).value(u"markers").toArray().size(), 2);
}

void TestAdminCommands::refusesHistoryOf_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    QTest::newRow("no span") << QJsonObject{} << QStringLiteral("spanMs");
    QTest::newRow("a span of nothing") << QJsonObject{{QStringLiteral("spanMs"), 0}} << QStringLiteral("spanMs");
    QTest::newRow("more than a day") << QJsonObject{{QStringLiteral("spanMs"), 86'400'001}} << QStringLiteral("spanMs");
    QTest::newRow("a step of less than a second")
        << QJsonObject{{QStringLiteral("spanMs"), 1000}, {QStringLiteral("stepMs"), 999}} << QStringLiteral("stepMs");
}

void TestAdminCommands::refusesHistoryOf()
{
    QFETCH(QJsonObject, params);
    const auto result = call("metrics/history", params, admin::Role::Viewer);
    QVERIFY(!result);
    QTEST(data(result).value(u"field").toString(), "field");
}

void TestAdminCommands::givesSchemaAndValues()
{
    const QJsonArray options = call("config/schema")->toObject().value(u"options").toArray();
    QCOMPARE(options.size(), static_cast<qsizetype>(admin::configOptions().size()));
    const QJsonObject got = call("config/get")->toObject();
    QCOMPARE(got.value(u"revision"), QJsonValue(1));
    const QJsonObject values = got.value(u"values").toObject();
    QCOMPARE(values.size(), options.size());
    const QJsonObject expected{{QStringLiteral("value"), 100},
                               {QStringLiteral("default"), 100},
                               {QStringLiteral("file"), QJsonValue::Null},
                               {QStringLiteral("source"), QStringLiteral("default")}};
    QCOMPARE(values.value(u"limits.batch").toObject(), expected);
    QCOMPARE(values.value(u"state-dir").toObject().value(u"source").toString(), QStringLiteral("command line"));
}

void TestAdminCommands::patches()
{
    const QJsonObject changes{{QStringLiteral("limits.batch"), 7}};
    const auto result = call("config/patch",
                             {{QStringLiteral("base"), 1},
                              {QStringLiteral("changes"), changes},
                              {QStringLiteral("reason"), QStringLiteral("why not")}});
    QVERIFY(result);
    const QJsonObject object = result->toObject();
    QCOMPARE(object.value(u"revision"), QJsonValue(2));
    const QJsonObject change{{QStringLiteral("key"), QStringLiteral("limits.batch")},
                             {QStringLiteral("before"), 100},
                             {QStringLiteral("after"), 7},
                             {QStringLiteral("effect"), QStringLiteral("new-connections")}};
    QCOMPARE(object.value(u"changes").toArray(), QJsonArray{change});
    QVERIFY(object.value(u"warnings").isArray());
    QCOMPARE(object.value(u"impact").toArray().size(), 1);
    QCOMPARE(m_fixture->config.current()->limits.batch, 7);

    const QList<QJsonObject> lines = m_fixture->auditLines();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].value(u"user").toString(), QStringLiteral("alice"));
    QCOMPARE(lines[0].value(u"address").toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(lines[0].value(u"method").toString(), QStringLiteral("config/patch"));
    QCOMPARE(lines[0].value(u"reason").toString(), QStringLiteral("why not"));
    QCOMPARE(lines[0].value(u"outcome").toString(), QStringLiteral("done"));
    QCOMPARE(lines[0].value(u"before").toObject().value(u"limits.batch"), QJsonValue(100));
    QCOMPARE(lines[0].value(u"after").toObject(), changes);
}

void TestAdminCommands::refusesABadPatch_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("about"); // the field, or the option's key

    const QJsonObject good{{QStringLiteral("limits.batch"), 7}};
    const int invalid = static_cast<int>(ErrorCode::InvalidParams);
    const auto base = QStringLiteral("base");
    const auto changes = QStringLiteral("changes");
    QTest::newRow("no base") << QJsonObject{{changes, good}} << invalid << base;
    QTest::newRow("no changes") << QJsonObject{{base, 1}} << invalid << changes;
    QTest::newRow("changes as array") << QJsonObject{{base, 1}, {changes, QJsonArray{}}} << invalid << changes;
    QTest::newRow("reason as number") << QJsonObject{{base, 1}, {changes, good}, {QStringLiteral("reason"), 1}}
                                      << invalid << QStringLiteral("reason");
    QTest::newRow("reason of 501 characters")
        << QJsonObject{{base, 1}, {changes, good}, {QStringLiteral("reason"), QString(501, u'x')}} << invalid
        << QStringLiteral("reason");
    QTest::newRow("check only as text") << QJsonObject{{base, 1},
                                                       {changes, good},
                                                       {QStringLiteral("checkOnly"), QStringLiteral("no")}}
                                        << invalid << QStringLiteral("checkOnly");
    QTest::newRow("undo sooner than anybody looks")
        << QJsonObject{{base, 1}, {changes, good}, {QStringLiteral("revertAfterMs"), 999}} << invalid
        << QStringLiteral("revertAfterMs");
    QTest::newRow("stale base") << QJsonObject{{base, 9}, {changes, good}} << static_cast<int>(ErrorCode::StaleBase)
                                << QString();
    QTest::newRow("value out of range") << QJsonObject{{base, 1},
                                                       {changes, QJsonObject{{QStringLiteral("limits.batch"), 0}}}}
                                        << invalid << QStringLiteral("limits.batch");
}

void TestAdminCommands::refusesABadPatch()
{
    QFETCH(QJsonObject, params);
    QFETCH(int, code);
    QFETCH(QString, about);
    const auto result = call("config/patch", params);
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().code), code);
    const QJsonObject errors = data(result);
    const QString key = errors.value(u"errors").toArray().at(0).toObject().value(u"key").toString();
    QCOMPARE(key.isEmpty() ? errors.value(u"field").toString() : key, about);
    QCOMPARE(m_fixture->config.revision(), quint64{1});
}

void TestAdminCommands::confirmsAndReverts()
{
    const auto patch = [this](int value) {
        return call("config/patch",
                    {{QStringLiteral("base"), static_cast<double>(m_fixture->config.revision())},
                     {QStringLiteral("changes"), QJsonObject{{QStringLiteral("limits.batch"), value}}},
                     {QStringLiteral("revertAfterMs"), 5000}});
    };
    const auto unconfirmed = [this] { return call("config/get", {})->toObject().value(u"unconfirmed"); };
    QVERIFY(unconfirmed().isNull());
    QVERIFY(patch(7));
    QCOMPARE(unconfirmed().toObject(),
             (QJsonObject{{QStringLiteral("revision"), 2}, {QStringLiteral("revertsInMs"), 5000}}));
    QCOMPARE(call("config/confirm", {{QStringLiteral("revision"), 3}}).error().code, ErrorCode::NotFound);
    QVERIFY(call("config/confirm", {{QStringLiteral("revision"), 2}}));
    QVERIFY(unconfirmed().isNull());
    const auto reverted =
        call("config/revert", {{QStringLiteral("revision"), 2}, {QStringLiteral("reason"), QStringLiteral("worse")}});
    QVERIFY(reverted);
    QCOMPARE(reverted->toObject().value(u"revision"), QJsonValue(3));
    QCOMPARE(m_fixture->config.current()->limits.batch, 100);

    const QJsonArray history =
        call("config/history", {}, admin::Role::Viewer)->toObject().value(u"revisions").toArray();
    QCOMPARE(history.size(), 2);
    QVERIFY(history.at(0)[u"reverts"].isNull());
    QCOMPARE(history.at(1)[u"reverts"], QJsonValue(2));
    QCOMPARE(history.at(1)[u"reason"].toString(), QStringLiteral("worse"));
    QCOMPARE(history.at(1)[u"atMs"], QJsonValue(qint64{1'700'000'000'000}));

    QVERIFY(patch(8));
    m_fixture->clock.advance(std::chrono::seconds(5));
    QObject::connect(&m_fixture->config, &ConfigStore::expired, &m_fixture->config,
                     [this](const ConfigRevision &revision) { m_commands->configExpired(revision); });
    m_fixture->config.expire();
    const QJsonObject last = m_fixture->auditLines().constLast();
    QCOMPARE(last.value(u"method").toString(), QStringLiteral("config/revert"));
    QCOMPARE(last.value(u"user").toString(), QStringLiteral("automatic"));
    QCOMPARE(last.value(u"after").toObject(), (QJsonObject{{QStringLiteral("limits.batch"), 100}}));
}

void TestAdminCommands::checkOnlyIsNotAudited()
{
    const QJsonObject params{{QStringLiteral("base"), 1},
                             {QStringLiteral("changes"), QJsonObject{{QStringLiteral("limits.batch"), 7}}},
                             {QStringLiteral("checkOnly"), true}};
    QVERIFY(call("config/patch", params));
    QCOMPARE(m_fixture->config.revision(), quint64{1});
    QVERIFY(m_fixture->auditLines().isEmpty());
}

void TestAdminCommands::listsEvents()
{
    m_fixture->metrics.add(EventIndex{0}, EventCounter::Received, 3);
    m_fixture->metrics.add(EventIndex{0}, EventCounter::RateLimited, 2);
    m_fixture->metrics.add(EventIndex{0}, EventCounter::DryRun, 4);
    m_fixture->metrics.record(EventIndex{0}, std::chrono::milliseconds(1));
    const QJsonArray events = call("events/list", {}, admin::Role::Viewer)->toObject().value(u"events").toArray();
    QCOMPARE(events.size(), 2);
    const QJsonObject save = events.at(0).toObject();
    QCOMPARE(save.value(u"id").toString(), QStringLiteral("notes/save"));
    QCOMPARE(save.value(u"handler").toString(), QStringLiteral("notes.save"));
    QCOMPARE(save.value(u"priority").toString(), QStringLiteral("normal"));
    QCOMPARE(save.value(u"rateLimit").toObject(),
             (QJsonObject{{QStringLiteral("count"), 20}, {QStringLiteral("windowMs"), 60'000}}));
    QCOMPARE(save.value(u"timeoutMs"), QJsonValue(3000)); // the configuration's
    QCOMPARE(save.value(u"requiresRole").toArray(), QJsonArray{QStringLiteral("admin")});
    QCOMPARE(save.value(u"received"), QJsonValue(3));
    QCOMPARE(save.value(u"rateLimited"), QJsonValue(2));
    QCOMPARE(save.value(u"dryRun"), QJsonValue(false));
    QCOMPARE(save.value(u"dryRunRefused"), QJsonValue(4));
    QVERIFY(save.value(u"p99Us").toDouble() > 800);
    QVERIFY(events.at(1).toObject().value(u"rateLimit").isNull());
    QCOMPARE(events.at(1).toObject().value(u"timeoutMs"), QJsonValue(7));
}

void TestAdminCommands::listsBreakers()
{
    Config config;
    config.breaker.failures = 1;
    m_fixture->breakers.setLimits(config);
    Breaker &breaker = m_fixture->handlers.at("notes.save")->breaker();
    const TimePoint now = m_fixture->clock.now();
    breaker.settle(breaker.tryAdmit(now).ticket, Evidence::Bad, now);
    breaker.countRefusal();
    m_fixture->clock.advance(std::chrono::milliseconds(500));
    const QJsonObject expected{{QStringLiteral("handler"), QStringLiteral("notes.save")},
                               {QStringLiteral("state"), QStringLiteral("open")},
                               {QStringLiteral("mode"), QStringLiteral("automatic")},
                               {QStringLiteral("failures"), 0},
                               {QStringLiteral("probes"), 0},
                               {QStringLiteral("opened"), 1},
                               {QStringLiteral("refused"), 1},
                               {QStringLiteral("probesInMs"), 1500}};
    const auto result = call("breakers/list", {}, admin::Role::Viewer);
    QVERIFY(result);
    QCOMPARE(result->toObject().value(u"breakers").toArray(), QJsonArray{expected});
}

void TestAdminCommands::forcesABreaker()
{
    const auto force = [this](const char *mode) {
        return call("breakers/force",
                    {{QStringLiteral("handler"), QStringLiteral("notes.save")},
                     {QStringLiteral("mode"), QLatin1String(mode)},
                     {QStringLiteral("reason"), QStringLiteral("the disk is being changed")}},
                    admin::Role::Operator);
    };
    Breaker &breaker = m_fixture->handlers.at("notes.save")->breaker();
    QVERIFY(force("open"));
    QCOMPARE(breaker.state(), BreakerState::Open);
    QVERIFY(force("closed"));
    QCOMPARE(breaker.status(m_fixture->clock.now()).mode, BreakerMode::ForcedClosed);
    const auto result = force("automatic");
    QCOMPARE(result->toObject().value(u"mode").toString(), QStringLiteral("automatic"));
    QCOMPARE(breaker.status(m_fixture->clock.now()).mode, BreakerMode::Automatic);

    QCOMPARE(m_fixture->auditLines().size(), 3);
    const QJsonObject line = m_fixture->auditLines().first();
    QCOMPARE(line.value(u"method").toString(), QStringLiteral("breakers/force"));
    QCOMPARE(line.value(u"reason").toString(), QStringLiteral("the disk is being changed"));
    QCOMPARE(line.value(u"before")[u"mode"].toString(), QStringLiteral("automatic"));
    QCOMPARE(line.value(u"after")[u"handler"].toString(), QStringLiteral("notes.save"));
    QCOMPARE(line.value(u"after")[u"mode"].toString(), QStringLiteral("open"));
}

void TestAdminCommands::refusesABadForce_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    const QString handler = QStringLiteral("handler");
    const QString mode = QStringLiteral("mode");
    QTest::newRow("unknown handler") << QJsonObject{{handler, QStringLiteral("notes.svae")},
                                                    {mode, QStringLiteral("open")}}
                                     << handler;
    QTest::newRow("no handler") << QJsonObject{{mode, QStringLiteral("open")}} << handler;
    QTest::newRow("unknown mode") << QJsonObject{{handler, QStringLiteral("notes.save")},
                                                 {mode, QStringLiteral("half")}}
                                  << mode;
    QTest::newRow("no mode") << QJsonObject{{handler, QStringLiteral("notes.save")}} << mode;
    QTest::newRow("mode is a flag") << QJsonObject{{handler, QStringLiteral("notes.save")}, {mode, true}} << mode;
}

void TestAdminCommands::refusesABadForce()
{
    QFETCH(QJsonObject, params);
    const auto result = call("breakers/force", params);
    QCOMPARE(result.error().code, ErrorCode::InvalidParams);
    QTEST(data(result).value(u"field").toString(), "field");
    QCOMPARE(m_fixture->handlers.at("notes.save")->breaker().state(), BreakerState::Closed);
}

void TestAdminCommands::shutsDown()
{
    const auto result = call("server/shutdown",
                             {{QStringLiteral("graceMs"), 500}, {QStringLiteral("reason"), QStringLiteral("update")}});
    QVERIFY(result);
    QCOMPARE(result->toObject().value(u"phase").toString(), QStringLiteral("stop-accepting"));
    QCOMPARE(m_fixture->drain.requests.size(), size_t{1});
    QCOMPARE(m_fixture->drain.requests[0].grace, std::optional(std::chrono::milliseconds(500)));
    QCOMPARE(m_fixture->drain.requests[0].requestedBy, QStringLiteral("alice"));
    QVERIFY(call("server/shutdown"));
    QVERIFY(!m_fixture->drain.requests[1].grace);
    QCOMPARE(m_fixture->auditLines().size(), 2);
    QCOMPARE(m_fixture->auditLines().at(0).value(u"reason").toString(), QStringLiteral("update"));
}

void TestAdminCommands::refusesABadShutdown()
{
    QVERIFY(!call("server/shutdown", {{QStringLiteral("graceMs"), -1}}));
    QVERIFY(!call("server/shutdown", {{QStringLiteral("gracems"), 1}}));
    QVERIFY(m_fixture->drain.requests.empty());
}

void TestAdminCommands::drainsAndChangesTheDrain()
{
    QCOMPARE(call("server/resume").error().code, ErrorCode::Conflict);
    const auto plan = call("drain/plan", {{QStringLiteral("graceMs"), 700}});
    QCOMPARE(plan->toObject().value(u"graceMs").toInt(), 700);
    QVERIFY(m_fixture->drain.requests.empty());

    QVERIFY(
        call("server/drain", {{QStringLiteral("closeSpreadMs"), 40}, {QStringLiteral("reason"), QStringLiteral("x")}}));
    QCOMPARE(m_fixture->drain.requests.size(), size_t{1});
    QVERIFY(!m_fixture->drain.requests[0].thenExit);
    QCOMPARE(m_fixture->drain.requests[0].closeSpread, std::optional(std::chrono::milliseconds(40)));
    QVERIFY(!call("drain/extend"));
    QVERIFY(!call("drain/extend", {{QStringLiteral("byMs"), 0}}));
    QVERIFY(call("drain/extend", {{QStringLiteral("byMs"), 9}}));
    for (const char *method : {"drain/pause", "drain/continue", "drain/force", "server/resume"})
        QVERIFY2(call(method), method);
    using enum DrainChange::Kind;
    const std::array expected{Extend, Pause, Continue, Force, Resume};
    QCOMPARE(m_fixture->drain.changes.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(m_fixture->drain.changes[i].kind, expected[i]);
    QCOMPARE(m_fixture->drain.changes[0].more, std::chrono::milliseconds(9));
    QCOMPARE(m_fixture->auditLines().size(), 7); // the first resume, which was refused, too
}

// Others may watch too, but not what people send; and who looks at that is on record.
void TestAdminCommands::payloadsAreForAdmins()
{
    const QJsonObject withPayloads{{QStringLiteral("payloads"), true}};
    QVERIFY(call("trace/start", {}, admin::Role::Viewer));
    QVERIFY(m_fixture->auditLines().isEmpty());
    QVERIFY(!m_fixture->recorder.wantsPayloads());
    const auto refused = call("trace/start", withPayloads, admin::Role::Operator);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    QCOMPARE(data(refused).value(u"required").toString(), QStringLiteral("admin"));
    QVERIFY(!m_fixture->recorder.wantsPayloads());
    QVERIFY(call("trace/start", withPayloads));
    QVERIFY(m_fixture->recorder.wantsPayloads());
    QCOMPARE(m_fixture->auditLines().size(), 2);
}

void TestAdminCommands::pushes()
{
    const QJsonObject news{{QStringLiteral("secret"), 17}};
    const auto sent = call("users/send",
                           {{QStringLiteral("users"), QJsonArray{QStringLiteral("ada"), QStringLiteral("bob")}},
                            {QStringLiteral("event"), QStringLiteral("a/b")},
                            {QStringLiteral("params"), news},
                            {QStringLiteral("key"), QStringLiteral("k")}},
                           admin::Role::Operator);
    QVERIFY(sent);
    QCOMPARE(sent->toObject().value(u"usersConnected").toInt(), 1);
    QCOMPARE(sent->toObject().value(u"connections").toInt(), 2);
    QVERIFY(call("broadcast/send", {{QStringLiteral("event"), QStringLiteral("c/d")}}, admin::Role::Operator));
    const auto &published = m_fixture->publications.publications;
    QCOMPARE(published.size(), 2UL);
    QCOMPARE(published[0].audience.users, (std::vector<std::string>{"ada", "bob"}));
    QCOMPARE(published[0].params, QByteArray("{\"secret\":17}"));
    QCOMPARE(published[0].key, std::string("k"));
    QVERIFY(published[1].audience.everyone);
    QCOMPARE(published[1].params, QByteArray("{}"));
    const QList<QJsonObject> lines = m_fixture->auditLines();
    QCOMPARE(lines.size(), 2);
    QVERIFY(!QJsonDocument(lines[0]).toJson().contains("secret"));
}

void TestAdminCommands::topics()
{
    m_fixture->registry =
        *EventRegistry::load("[[topic]]\nname = 'room/*'\nhistory = 3\nhistory-ms = 1000\n", QStringLiteral("e"), {});
    const TopicRulePtr rule = m_fixture->registry->topics().front();
    m_fixture->topics.setConfig(Config());
    const auto enter = [&](const std::string &topic, const std::string &user) {
        return m_fixture->topics.enter(topic, rule, user).has_value();
    };
    QVERIFY(enter("room/a", "ada") && enter("room/b", "ada") && enter("room/b", "bob"));
    const auto list = call("topics/list", {});
    QVERIFY(list);
    QCOMPARE(list->toObject().value(u"total").toInt(), 2);
    const QJsonObject first = list->toObject().value(u"rows").toArray().first().toObject();
    QCOMPARE(first.value(u"topic").toString(), QStringLiteral("room/b"));
    QCOMPARE(first.value(u"subscribers").toInt(), 2);
    const auto some = call("topics/list", {{QStringLiteral("filter"), QStringLiteral("*a")}});
    QCOMPARE(some->toObject().value(u"matching").toInt(), 1);

    QJsonObject news{{QStringLiteral("topic"), QStringLiteral("room/b")},
                     {QStringLiteral("event"), QStringLiteral("a/b")},
                     {QStringLiteral("ttlMs"), 500}};
    const auto sent = call("topics/send", news, admin::Role::Operator);
    QVERIFY(sent);
    QCOMPARE(sent->toObject().value(u"connections").toInt(), 2);
    const Publication &published = m_fixture->publications.publications.back();
    QCOMPARE(published.audience.topic, std::string("room/b"));
    QCOMPARE(published.timeToLive, Milliseconds(500));
    for (const char *bad : {"room", "a b"}) {
        news[QStringLiteral("topic")] = QLatin1String(bad);
        const auto refused = call("topics/send", news, admin::Role::Operator);
        QVERIFY(!refused);
        QCOMPARE(data(refused).value(u"field").toString(), QStringLiteral("topic"));
    }
}

void TestAdminCommands::refusesABadPush_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    const QString users = QStringLiteral("users");
    const QString event = QStringLiteral("event");
    const QJsonArray ada{QStringLiteral("ada")};
    QTest::newRow("nobody") << QJsonObject{{users, QJsonArray()}, {event, event}} << users;
    QTest::newRow("a text") << QJsonObject{{users, QStringLiteral("ada")}, {event, event}} << users;
    QTest::newRow("a number") << QJsonObject{{users, QJsonArray{1}}, {event, event}} << users;
    QTest::newRow("no event") << QJsonObject{{users, ada}} << event;
    QTest::newRow("params of a text") << QJsonObject{{users, ada},
                                                     {event, event},
                                                     {QStringLiteral("params"), QStringLiteral("x")}}
                                      << QStringLiteral("params");
    QTest::newRow("large") << QJsonObject{{users, ada},
                                          {event, event},
                                          {QStringLiteral("params"),
                                           QJsonObject{{QStringLiteral("x"), QString(70'000, u'x')}}}}
                           << QStringLiteral("params");
}

void TestAdminCommands::refusesABadPush()
{
    QFETCH(QJsonObject, params);
    QFETCH(QString, field);
    const auto result = call("users/send", params);
    QVERIFY(!result);
    QCOMPARE(data(result).value(u"field").toString(), field);
    QVERIFY(m_fixture->publications.publications.empty());
}

QTEST_APPLESS_MAIN(TestAdminCommands)
#include "tst_admincommands.moc"

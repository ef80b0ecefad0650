#include "adminfixture.h"

#include "tests/unit/policies/testrequest.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using std::chrono::seconds;

/// What operators see of the rate limits.
class TestAdminLimitCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void listsAllLimits();
    void modesFollowTheConfiguration();
    void countsRefusalsAndWindows();
    void tellsHowFastItRefuses();
    void aDryRunTellsWhatItWouldRefuse();
    void theFullestWindowsComeFirst();
    void whoIsNotLoggedInIsKnownByTheAddress();
    void whoLeftIsStillNamed();
    void windowsEmptyAsTimePasses();
    void aChangedLimitTellsWhatItWouldHaveRefused();
    void aSmallerSizeTellsHowOftenItWouldHaveBeenFull();
    void refusesABadQuestion_data();
    void refusesABadQuestion();

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params = {})
    {
        m_fixture->census.begin();
        if (!m_fixture->census.isComplete())
            qFatal("no census");
        return m_commands->call({QStringLiteral("v"), admin::Role::Viewer, QStringLiteral("127.0.0.1")},
                                QLatin1String(method), params);
    }
    QJsonObject limit(const char *scope, const char *event = nullptr)
    {
        const QJsonArray rows = call("limits/list")->toObject().value(u"limits").toArray();
        for (const QJsonValue row : rows) {
            if (row[u"scope"].toString() == QLatin1String(scope) && row[u"event"].toString() == QLatin1String(event))
                return row.toObject();
        }
        return {};
    }
    QJsonArray keys(const QJsonObject &params)
    {
        const auto answer = call("limits/keys", params);
        return answer ? answer->toObject().value(u"rows").toArray() : QJsonArray{-1};
    }
    /// Events of that user (or, empty, of nobody) from that address. Returns how many were admitted.
    int ask(const std::string &user, int count, const std::string &address = "10.0.0.1")
    {
        TestRequest request(m_saves->index.value);
        request.spec->rateLimit = m_saves->rateLimit;
        if (user.empty())
            request.setAnonymous("anon-1", address);
        else
            request.setUser(user, {"admin"});
        request.request.address = address;
        int admitted = 0;
        for (int i = 0; i < count; ++i)
            admitted += m_fixture->rateLimits.admit(request.request, m_fixture->clock.now()) ? 0 : 1;
        return admitted;
    }
    void connected(const std::string &user, const std::string &address)
    {
        admin::ConnectionRow row;
        row.id = m_fixture->connections.size() + 1;
        row.user = user;
        row.address = address;
        m_fixture->connections.push_back(row);
    }
    void change(const QJsonObject &changes)
    {
        ConfigPatch patch;
        patch.base = m_fixture->config.revision();
        patch.changes = changes;
        QVERIFY(m_fixture->config.patch(patch));
        m_fixture->rateLimits.setLimits(*m_fixture->config.current());
    }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
    std::shared_ptr<const EventSpec> m_saves;
};

void TestAdminLimitCommands::init()
{
    m_fixture = std::make_unique<AdminFixture>();
    m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    m_saves = *m_fixture->registry->find("notes/save"); // 20 a minute
}

void TestAdminLimitCommands::listsAllLimits()
{
    QStringList names;
    const QJsonArray rows = call("limits/list")->toObject().value(u"limits").toArray();
    for (const QJsonValue row : rows)
        names.append(row[u"scope"].toString() + u':' + row[u"event"].toString());
    QCOMPARE(names,
             (QStringList{QStringLiteral("global:"), QStringLiteral("address:"), QStringLiteral("user:"),
                          QStringLiteral("event:notes/save")}));
    const QJsonObject expected{{QStringLiteral("scope"), QStringLiteral("user")},
                               {QStringLiteral("key"), QStringLiteral("rate-limits.per-user-per-minute")},
                               {QStringLiteral("limit"), 100},
                               {QStringLiteral("windowMs"), 60'000},
                               {QStringLiteral("mode"), QStringLiteral("enforce")},
                               {QStringLiteral("keys"), 0},
                               {QStringLiteral("refused"), 0},
                               {QStringLiteral("wouldRefuse"), 0},
                               {QStringLiteral("refusedPerSecond"), 0.0}};
    QCOMPARE(limit("user"), expected);
    QCOMPARE(limit("event", "notes/save").value(u"limit").toInt(), 20);
    QCOMPARE(limit("global").value(u"windowMs").toInt(), 1000);
}

void TestAdminLimitCommands::modesFollowTheConfiguration()
{
    change({{QStringLiteral("rate-limits.per-ip-per-minute"), 0},
            {QStringLiteral("rate-limits.dry-run"), QJsonArray{QStringLiteral("user")}},
            {QStringLiteral("rate-limits.enforce-per-event"), false}});
    QCOMPARE(limit("address").value(u"mode").toString(), QStringLiteral("off"));
    QCOMPARE(limit("user").value(u"mode").toString(), QStringLiteral("dry-run"));
    QCOMPARE(limit("event", "notes/save").value(u"mode").toString(), QStringLiteral("off"));
    QCOMPARE(limit("global").value(u"mode").toString(), QStringLiteral("enforce"));
}

void TestAdminLimitCommands::countsRefusalsAndWindows()
{
    QCOMPARE(ask("ada", 25), 20);
    QCOMPARE(ask("bob", 5), 5);
    QCOMPARE(ask({}, 1, "10.0.0.9"), 1);
    QCOMPARE(limit("event", "notes/save").value(u"refused").toInt(), 5);
    QCOMPARE(limit("event", "notes/save").value(u"keys").toInt(), 3);
    QCOMPARE(limit("user").value(u"keys").toInt(), 3);
    QCOMPARE(limit("user").value(u"refused").toInt(), 0);
    QCOMPARE(limit("address").value(u"keys").toInt(), 2);
    // Counting is not done again and again.
    QCOMPARE(ask("new", 1), 1);
    QCOMPARE(limit("user").value(u"keys").toInt(), 3);
    m_fixture->clock.advance(seconds(1));
    QCOMPARE(limit("user").value(u"keys").toInt(), 4);
}

void TestAdminLimitCommands::tellsHowFastItRefuses()
{
    m_commands->tick();
    QCOMPARE(ask("ada", 30), 20);
    m_fixture->clock.advance(seconds(2));
    m_commands->tick();
    QCOMPARE(limit("event", "notes/save").value(u"refusedPerSecond").toDouble(), 5.0);
    m_fixture->clock.advance(seconds(1));
    m_commands->tick();
    QCOMPARE(limit("event", "notes/save").value(u"refusedPerSecond").toDouble(), 0.0);
    QCOMPARE(limit("event", "notes/save").value(u"refused").toInt(), 10);
}

void TestAdminLimitCommands::aDryRunTellsWhatItWouldRefuse()
{
    change({{QStringLiteral("rate-limits.dry-run"), QJsonArray{QStringLiteral("event")}}});
    QCOMPARE(ask("ada", 25), 25);
    QCOMPARE(limit("event", "notes/save").value(u"wouldRefuse").toInt(), 5);
    QCOMPARE(limit("event", "notes/save").value(u"refused").toInt(), 0);
}

void TestAdminLimitCommands::theFullestWindowsComeFirst()
{
    for (const char *user : {"ada", "bob", "idle"})
        connected(user, "10.0.0.1");
    connected("ada", "10.0.0.2"); // twice the same user
    QCOMPARE(ask("ada", 25), 20);
    QCOMPARE(ask("bob", 5), 5);
    const QJsonObject event{{QStringLiteral("scope"), QStringLiteral("event")},
                            {QStringLiteral("event"), QStringLiteral("notes/save")}};
    const QJsonArray rows = keys(event);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].toObject(),
             (QJsonObject{{QStringLiteral("key"), QStringLiteral("ada")},
                          {QStringLiteral("used"), 20},
                          {QStringLiteral("limit"), 20},
                          {QStringLiteral("freeInMs"), 60'000}}));
    QCOMPARE(rows[1][u"key"].toString(), QStringLiteral("bob"));
    QCOMPARE(rows[1][u"used"].toInt(), 5);
    QCOMPARE(rows[1][u"freeInMs"].toInt(-1), 0);
    QJsonObject upwards = event;
    upwards[QStringLiteral("sort")] = QStringLiteral("used");
    upwards[QStringLiteral("limit")] = 1;
    QCOMPARE(keys(upwards).size(), 1);
    QCOMPARE(keys(upwards)[0][u"key"].toString(), QStringLiteral("bob"));
    const QJsonArray addresses = keys({{QStringLiteral("scope"), QStringLiteral("address")}});
    QCOMPARE(addresses.size(), 1);
    QCOMPARE(addresses[0][u"key"].toString(), QStringLiteral("10.0.0.1"));
    QCOMPARE(addresses[0][u"used"].toInt(), 30); // what its limit let through, the event's refused as well
}

void TestAdminLimitCommands::whoIsNotLoggedInIsKnownByTheAddress()
{
    connected({}, "10.0.0.7");
    QCOMPARE(ask({}, 3, "10.0.0.7"), 3);
    const QJsonArray rows = keys({{QStringLiteral("scope"), QStringLiteral("user")}});
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0][u"key"].toString(), QStringLiteral("10.0.0.7"));
    QCOMPARE(rows[0][u"used"].toInt(), 3);
}

void TestAdminLimitCommands::whoLeftIsStillNamed()
{
    QCOMPARE(ask("gone", 2), 2);
    const QJsonObject users{{QStringLiteral("scope"), QStringLiteral("user")}};
    QCOMPARE(keys(users).size(), 0);
    admin::ClosedRow row;
    row.user = "gone";
    row.closedAtMs = toUnixMs(m_fixture->clock.wallNow());
    m_fixture->closed.add(std::move(row));
    QCOMPARE(keys(users).size(), 1);
    QCOMPARE(keys(users)[0][u"used"].toInt(), 2);
}

void TestAdminLimitCommands::windowsEmptyAsTimePasses()
{
    connected("ada", "10.0.0.1");
    const QJsonObject users{{QStringLiteral("scope"), QStringLiteral("user")}};
    QCOMPARE(ask("ada", 2), 2);
    m_fixture->clock.advance(seconds(30));
    QCOMPARE(ask("ada", 1), 1);
    QCOMPARE(keys(users)[0][u"used"].toInt(), 3);
    m_fixture->clock.advance(seconds(30));
    QCOMPARE(keys(users)[0][u"used"].toInt(), 1);
    m_fixture->clock.advance(seconds(30));
    QCOMPARE(keys(users).size(), 0);
}

void TestAdminLimitCommands::aChangedLimitTellsWhatItWouldHaveRefused()
{
    const auto whatIf = [this](const QJsonObject &changes) {
        const auto answer = m_commands->call(
            {QStringLiteral("a"), admin::Role::Admin, QStringLiteral("127.0.0.1")}, QStringLiteral("config/patch"),
            {{QStringLiteral("base"), 1}, {QStringLiteral("changes"), changes}, {QStringLiteral("checkOnly"), true}});
        return answer ? answer->toObject().value(u"whatIf").toArray() : QJsonArray{-1};
    };
    const QString perUser = QStringLiteral("rate-limits.per-user-per-minute");
    const QString perAddress = QStringLiteral("rate-limits.per-ip-per-minute");
    const auto refused = [&](const QString &key, int limit) {
        return whatIf({{key, limit}})[0][u"wouldRefuse"].toInt(-1);
    };
    QCOMPARE(whatIf({{perUser, 9}}),
             (QJsonArray{QJsonObject{{QStringLiteral("key"), perUser},
                                     {QStringLiteral("kind"), QStringLiteral("unknown")}}})); // it has just begun
    m_fixture->clock.advance(seconds(1));
    QCOMPARE(ask("ada", 15), 15);
    QCOMPARE(ask("bob", 10, "10.0.0.2"), 10);
    QCOMPARE(ask("cy", 5, "10.0.0.2"), 5);
    m_fixture->clock.advance(seconds(1));
    QCOMPARE(whatIf({{perUser, 9}}),
             (QJsonArray{QJsonObject{{QStringLiteral("key"), perUser},
                                     {QStringLiteral("kind"), QStringLiteral("limit")},
                                     {QStringLiteral("windowSeconds"), 2.25},
                                     {QStringLiteral("asked"), 30},
                                     {QStringLiteral("wouldRefuse"), 7},
                                     {QStringLiteral("plusMinus"), 0},
                                     {QStringLiteral("keys"), 2},
                                     {QStringLiteral("keysPlusMinus"), 0},
                                     {QStringLiteral("actuallyRefused"), 0},
                                     {QStringLiteral("heldBack"), false}}}));
    QCOMPARE(refused(perUser, 10), 5); // bob had ten
    QCOMPARE(refused(perUser, 4), 18);
    QCOMPARE(refused(perUser, 1000), 0);
    QCOMPARE(refused(perUser, 0), 0); // no limit
    QCOMPARE(refused(perAddress, 14), 2);
    QCOMPARE(refused(perAddress, 15), 0);
    QCOMPARE(whatIf({{perAddress, 14}, {perUser, 9}}).size(), 2);
    QCOMPARE(whatIf({{QStringLiteral("limits.batch"), 7}}), QJsonArray());
    for (int second = 0; second < 602; ++second) {
        m_fixture->clock.advance(seconds(1));
        m_commands->tick();
    }
    QCOMPARE(refused(perUser, 4), 0);
}

void TestAdminLimitCommands::aSmallerSizeTellsHowOftenItWouldHaveBeenFull()
{
    const auto whatIf = [this](const char *key, int size) {
        const auto answer = m_commands->call({QStringLiteral("a"), admin::Role::Admin, QStringLiteral("127.0.0.1")},
                                             QStringLiteral("config/patch"),
                                             {{QStringLiteral("base"), 1},
                                              {QStringLiteral("changes"), QJsonObject{{QLatin1String(key), size}}},
                                              {QStringLiteral("checkOnly"), true}});
        return answer->toObject().value(u"whatIf").toArray().first().toObject();
    };
    QCOMPARE(whatIf("channels.message-queue-size", 100).value(u"kind").toString(), QStringLiteral("unknown"));
    for (int second = 0; second < 700; ++second) {
        admin::Snapshot sample;
        sample.sequence = static_cast<quint64>(second);
        sample.uptimeMs = second * 1000;
        sample.laneDepth = {10, second >= 690 ? 90U : 20U, second == 5 ? 5000U : 0U}; // one of long ago
        m_fixture->history.append(sample);
    }
    const QJsonObject told = whatIf("channels.message-queue-size", 100);
    QCOMPARE(told.value(u"kind").toString(), QStringLiteral("size"));
    QCOMPARE(told.value(u"most").toInt(), 100);
    QCOMPARE(told.value(u"fullSamples").toInt(), 10);
    QCOMPARE(told.value(u"windowSeconds").toDouble(), 600.0);
    QCOMPARE(whatIf("channels.message-queue-size", 101).value(u"fullSamples").toInt(), 0);
}

void TestAdminLimitCommands::refusesABadQuestion_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<QString>("field");
    const QString scope = QStringLiteral("scope");
    QTest::newRow("no scope") << QJsonObject{} << scope;
    QTest::newRow("unknown scope") << QJsonObject{{scope, QStringLiteral("planet")}} << scope;
    QTest::newRow("global has no keys") << QJsonObject{{scope, QStringLiteral("global")}} << scope;
    QTest::newRow("event without its name") << QJsonObject{{scope, QStringLiteral("event")}} << QStringLiteral("event");
    QTest::newRow("event without a limit")
        << QJsonObject{{scope, QStringLiteral("event")}, {QStringLiteral("event"), QStringLiteral("a/b")}}
        << QStringLiteral("event");
    QTest::newRow("a user limit of an event")
        << QJsonObject{{scope, QStringLiteral("user")}, {QStringLiteral("event"), QStringLiteral("notes/save")}}
        << QStringLiteral("event");
    QTest::newRow("too many") << QJsonObject{{scope, QStringLiteral("user")}, {QStringLiteral("limit"), 101}}
                              << QStringLiteral("limit");
    QTest::newRow("sort") << QJsonObject{{scope, QStringLiteral("user")},
                                         {QStringLiteral("sort"), QStringLiteral("key")}}
                          << QStringLiteral("sort");
}

void TestAdminLimitCommands::refusesABadQuestion()
{
    QFETCH(QJsonObject, params);
    const auto answer = call("limits/keys", params);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::InvalidParams);
    QTEST(QJsonDocument::fromJson(answer.error().data).object().value(u"field").toString(), "field");
}

QTEST_GUILESS_MAIN(TestAdminLimitCommands)
#include "tst_adminlimitcommands.moc"

#include "tests/support/expect.h"

#include <QJsonArray>

using namespace sluice::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kUnauthorized = -32010;
constexpr int kForbidden = -32011;
constexpr int kInvalidParams = -32602;

} // namespace

/// What a client can learn of the methods that it may use, and that it is the truth.
class DiscoverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void documentIsWhatTheCallerMayUse_data();
    void documentIsWhatTheCallerMayUse();
    void loginChangesTheDocument();
    void subscriptionsChangeNothing();

private:
    /// A client of that kind: nobody, a user, an admin.
    [[nodiscard]] std::unique_ptr<TestClient> clientOf(const QString &kind) const;
    [[nodiscard]] static QStringList namesIn(const QJsonValue &document);

    std::unique_ptr<TestServer> m_server;
};

void DiscoverTest::initTestCase()
{
    m_server = std::make_unique<TestServer>(u"bench.toml"_qs);
    SLUICE_START(*m_server);
}

std::unique_ptr<TestClient> DiscoverTest::clientOf(const QString &kind) const
{
    auto client = std::make_unique<TestClient>();
    ConnectOptions options;
    if (kind != "anonymous"_L1)
        options.bearer =
            m_server->token(TokenClaims{u"ada"_qs, kind == "admin"_L1 ? QStringList{kind} : QStringList()});
    if (!client->connectTo(m_server->ports().clients, options))
        qWarning("cannot connect");
    return client;
}

QStringList DiscoverTest::namesIn(const QJsonValue &document)
{
    QStringList names;
    for (const QJsonValue &method : document["methods"_L1].toArray())
        names << method["name"_L1].toString();
    return names;
}

void DiscoverTest::documentIsWhatTheCallerMayUse_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("anonymous") << u"anonymous"_qs;
    QTest::newRow("user") << u"user"_qs;
    QTest::newRow("admin") << u"admin"_qs;
}

/// The registry as an operator sees it is the yardstick; the server's own refusals are the proof.
void DiscoverTest::documentIsWhatTheCallerMayUse()
{
    QFETCH(QString, kind);
    TestClient admin;
    QVERIFY(admin.connectTo(m_server->ports().admin, {m_server->adminToken(), {}, {}, u"/"_qs}));
    const CallResult list = admin.call(u"events/list"_qs);
    SLUICE_VERIFY_OK(list);

    const auto client = clientOf(kind);
    const CallResult document = client->call(u"rpc.discover"_qs);
    SLUICE_VERIFY_OK(document);
    QCOMPARE(document.result["openrpc"_L1].toString(), u"1.2.6"_qs);
    const QStringList names = namesIn(document.result);
    const CallResult methods = client->call(u"__listMethods"_qs);
    QCOMPARE(methods.result.toArray(), QJsonArray::fromStringList(names));

    int refused = 0;
    for (const QJsonValue &event : list.result["events"_L1].toArray()) {
        const QString name = event["id"_L1].toString();
        // Of the wrong type for every event, so that nothing happens; who may not call it is told that first.
        const CallResult result = client->call(name, QJsonArray{QJsonObject()});
        const bool mayCall = result.code() != kUnauthorized && result.code() != kForbidden;
        const bool mayBeAsked = mayCall || name == "rpc.login"_L1;
        QVERIFY2(names.contains(name) == mayBeAsked, qPrintable(name + QString::fromUtf8(result.text())));
        refused += mayBeAsked ? 0 : 1;
    }
    QCOMPARE(refused > 0, kind != "admin"_L1);
    QVERIFY(names.contains(u"rpc.discover"_qs) && names.contains(u"bench/echo"_qs));
}

void DiscoverTest::loginChangesTheDocument()
{
    const auto client = clientOf(u"anonymous"_qs);
    QVERIFY(!namesIn(client->call(u"rpc.discover"_qs).result).contains(u"notes/save"_qs));
    const QString token = QString::fromLatin1(m_server->token(u"ada"_qs));
    SLUICE_VERIFY_OK(client->call(u"rpc.login"_qs, QJsonObject{{u"token"_qs, token}}));
    QVERIFY(namesIn(client->call(u"rpc.discover"_qs).result).contains(u"notes/save"_qs));
}

void DiscoverTest::subscriptionsChangeNothing()
{
    const auto client = clientOf(u"anonymous"_qs);
    const auto isTold = [&client] {
        return client->call(u"bench/broadcast"_qs, QJsonObject{{u"n"_qs, 1}}).isOk()
            && client->waitForNotification(u"bench/note"_qs).has_value();
    };
    QVERIFY(isTold());
    const QJsonArray names{u"bench/note"_qs, u"no name"_qs};
    const QJsonObject acknowledged{{u"bench/note"_qs, u"ok"_qs}, {u"no name"_qs, u"provided event is invalid"_qs}};
    for (const QString &method : {u"rpc.on"_qs, u"rpc.off"_qs}) {
        const CallResult result = client->call(method, names);
        SLUICE_VERIFY_OK(result);
        QCOMPARE(result.result.toObject(), acknowledged);
        QVERIFY(isTold());
    }
    SLUICE_VERIFY_ERROR(client->call(u"rpc.on"_qs, QJsonObject{{u"events"_qs, names}}), kInvalidParams);
}

QTEST_GUILESS_MAIN(DiscoverTest)
#include "tst_discover.moc"

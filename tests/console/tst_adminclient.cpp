// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/client/adminclient.h"
#include "console/client/connectionprofile.h"
#include "tests/support/fakeadminserver.h"

#include "shared/base/random.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace std::chrono_literals;

namespace {

class ZeroRandom final : public Random
{
public:
    quint64 next() override { return 0; }
};

QUrl urlOf(const test::FakeAdminServer &server)
{
    ConnectionProfile profile;
    profile.port = server.port();
    return profile.url();
}

} // namespace

class AdminClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<test::FakeAdminServer>();
        QVERIFY(m_server->start());
        m_client = std::make_unique<AdminClient>(m_clock, m_random);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void signsInAndGetsHistoryAndSamples()
    {
        m_server->setHistory({m_server->snapshot()});
        QSignalSpy states(m_client.get(), &AdminClient::stateChanged);
        QSignalSpy history(m_client.get(), &AdminClient::historyReceived);
        QSignalSpy samples(m_client.get(), &AdminClient::sampleReceived);
        connectClient();
        QCOMPARE(states.size(), 3);
        QCOMPARE(states.at(0).at(0).value<LinkState>(), LinkState::Connecting);
        QCOMPARE(states.at(1).at(0).value<LinkState>(), LinkState::SigningIn);
        QCOMPARE(m_client->serverInfo().name, QStringLiteral("prod-eu-1"));
        QVERIFY(m_client->serverInfo().role == admin::Role::Admin);
        QTRY_COMPARE(history.size(), 1);
        QCOMPARE(history.at(0).at(0).value<QList<admin::Snapshot>>().size(), 1);
        m_server->snapshot().connectionsOpen = 42;
        m_server->sendSample();
        QTRY_COMPARE(samples.size(), 1);
        QCOMPARE(samples.at(0).at(0).value<admin::Snapshot>().connectionsOpen, 42U);
        QTRY_VERIFY(m_client->roundTrip().has_value());
    }

    void failuresHaveTheirKind_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("protocolMajor");
        QTest::addColumn<bool>("forbidden");
        QTest::addColumn<bool>("running");
        QTest::addColumn<QString>("host");
        QTest::addColumn<LinkFailureKind>("kind");
        const QByteArray good = m_goodToken;
        const QString local = QStringLiteral("127.0.0.1");
        QTest::newRow("wrong token") << QByteArray("nope") << 1 << false << true << local
                                     << LinkFailureKind::TokenWrong;
        QTest::newRow("no token") << QByteArray() << 1 << false << true << local << LinkFailureKind::TokenWrong;
        QTest::newRow("newer protocol") << good << 2 << false << true << local << LinkFailureKind::ProtocolMismatch;
        QTest::newRow("role too low") << good << 1 << true << true << local << LinkFailureKind::RoleTooLow;
        QTest::newRow("nothing listens") << good << 1 << false << false << local << LinkFailureKind::Refused;
        QTest::newRow("unknown host") << good << 1 << false << true << QStringLiteral("no-such-host.invalid")
                                      << LinkFailureKind::HostNotFound;
    }

    void failuresHaveTheirKind()
    {
        QFETCH(QByteArray, token);
        QFETCH(int, protocolMajor);
        QFETCH(bool, forbidden);
        QFETCH(bool, running);
        QFETCH(QString, host);
        QFETCH(LinkFailureKind, kind);
        m_server->setProtocolMajor(protocolMajor);
        if (forbidden)
            m_server->setMethod(QStringLiteral("server/info"), [](const QJsonObject &) {
                return test::FakeAdminServer::error(static_cast<int>(ErrorCode::Forbidden),
                                                    QStringLiteral("forbidden"));
            });
        QUrl url = urlOf(*m_server);
        url.setHost(host);
        if (!running)
            m_server->crash();
        QSignalSpy failed(m_client.get(), &AdminClient::failed);
        m_client->connectToServer(url, token);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15000);
        QCOMPARE(failed.at(0).at(0).value<LinkFailure>().kind, kind);
        // Never was live: it does not try again by itself.
        QCOMPARE(m_client->state(), LinkState::Disconnected);
        QVERIFY(!m_client->untilRetry());
    }

    void returnsAfterALossOfTheServer()
    {
        QSignalSpy history(m_client.get(), &AdminClient::historyReceived);
        connectClient();
        QTRY_COMPARE(history.size(), 1);
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_client->state(), LinkState::LinkLost);
        QVERIFY(m_client->untilRetry().has_value());
        m_server->restart(QStringLiteral("epoch-2"));
        QVERIFY(m_server->start(port));
        m_client->retryNow();
        QTRY_COMPARE(m_client->state(), LinkState::Live);
        QCOMPARE(m_client->serverInfo().epoch, QStringLiteral("epoch-2"));
        QTRY_COMPARE(history.size(), 2);
    }

    void aStopAsAskedIsNoPlainLoss()
    {
        connectClient();
        m_server->stopAsAsked();
        QTRY_COMPARE(m_client->state(), LinkState::LinkLost);
        QCOMPARE(m_client->lastFailure().kind, LinkFailureKind::ServerStopped);
    }

    void backsOffInSteps()
    {
        ZeroRandom noJitter;
        ReconnectBackoff backoff(noJitter);
        const QList<std::chrono::milliseconds> expected{1s, 2s, 4s, 8s, 15s, 15s};
        for (const auto wait : expected)
            QCOMPARE(backoff.next(), wait);
        backoff.reset();
        QCOMPARE(backoff.next(), 1s);
        SystemRandom random;
        ReconnectBackoff jittered(random);
        for (const auto wait : expected) {
            const auto next = jittered.next();
            QVERIFY(next <= wait && next >= wait * 3 / 4);
        }
    }

    void requestErrorsKeepCodeAndData()
    {
        m_server->setMethod(QStringLiteral("config/patch"), [](const QJsonObject &) {
            return test::FakeAdminServer::error(static_cast<int>(ErrorCode::StaleBase), QStringLiteral("stale"),
                                                {{QStringLiteral("revision"), 18}});
        });
        connectClient();
        const RequestError error = errorOf(QStringLiteral("config/patch"));
        QVERIFY(error.is(ErrorCode::StaleBase));
        QCOMPARE(error.message, QStringLiteral("stale"));
        QCOMPARE(error.data.value(QStringLiteral("revision")).toInt(), 18);
    }

    void unknownMethodIsTheServersError()
    {
        connectClient();
        QVERIFY(errorOf(QStringLiteral("no/such")).is(ErrorCode::MethodNotFound));
    }

    void requestsTimeOut()
    {
        m_server->setMethod(QStringLiteral("events/list"), [](const QJsonObject &) { return QJsonObject(); });
        connectClient();
        QCOMPARE(errorOf(QStringLiteral("events/list"), 20ms).kind, RequestError::Kind::TimedOut);
    }

    void requestsEndWithTheLink()
    {
        m_server->setMethod(QStringLiteral("events/list"), [this](const QJsonObject &) {
            QMetaObject::invokeMethod(m_server.get(), &test::FakeAdminServer::crash, Qt::QueuedConnection);
            return QJsonObject();
        });
        connectClient();
        QCOMPARE(errorOf(QStringLiteral("events/list")).kind, RequestError::Kind::LinkLost);
    }

    void withoutALinkNothingIsSent()
    {
        QCOMPARE(errorOf(QStringLiteral("events/list")).kind, RequestError::Kind::NotLive);
        QVERIFY(m_server->requests().isEmpty());
    }

    void aDestroyedCallerIsNotCalled()
    {
        connectClient();
        bool called = false;
        auto caller = std::make_unique<QObject>();
        m_client->request(caller.get(), QStringLiteral("config/get"), {}, [&](const AdminReply &) { called = true; });
        caller.reset();
        bool later = false;
        m_client->request(this, QStringLiteral("config/get"), {}, [&](const AdminReply &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!called);
    }

    void notificationsAreTyped()
    {
        connectClient();
        QSignalSpy drains(m_client.get(), &AdminClient::drainProgressed);
        QSignalSpy changes(m_client.get(), &AdminClient::configChanged);
        admin::DrainProgress progress;
        progress.queued = 7;
        m_server->sendDrainProgress(progress);
        m_server->changeConfig(QStringLiteral("channels.worker-pool-size"), 14, QStringLiteral("jonas"));
        QTRY_COMPARE(drains.size(), 1);
        QCOMPARE(drains.at(0).at(0).value<admin::DrainProgress>().queued, 7U);
        QTRY_COMPARE(changes.size(), 1);
        const auto change = changes.at(0).at(0).value<ConfigChange>();
        QCOMPARE(change.revision, 18U);
        QCOMPARE(change.by, QStringLiteral("jonas"));
        QCOMPARE(change.changes.constFirst().after.toInt(), 14);
    }

    void profilesKeepNoToken()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        ConnectionProfile profile;
        profile.host = QStringLiteral("events.example");
        profile.port = 9443;
        profile.token = QStringLiteral("secret");
        profile.tokenFile = QStringLiteral("/run/token");
        profile.environment = console::Environment::Production;
        ProfileStore(settings).save(profile);
        const ConnectionProfile loaded = ProfileStore(settings).load();
        QCOMPARE(loaded.host, profile.host);
        QCOMPARE(loaded.port, profile.port);
        QCOMPARE(loaded.tokenFile, profile.tokenFile);
        QVERIFY(loaded.environment == profile.environment);
        QVERIFY(loaded.token.isEmpty());
        settings.sync();
        QFile file(settings.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    void tokenComesFromItsFile()
    {
        QTemporaryDir folder;
        ConnectionProfile profile;
        QCOMPARE(profile.readToken().error().code, ErrorCode::Unauthorized);
        profile.tokenFile = folder.filePath(QStringLiteral("token"));
        QCOMPARE(profile.readToken().error().code, ErrorCode::Unavailable);
        QFile file(profile.tokenFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("  abc  \nsecond line\n");
        file.close();
        QCOMPARE(*profile.readToken(), QByteArray("abc"));
        profile.token = QStringLiteral("typed");
        QCOMPARE(*profile.readToken(), QByteArray("typed"));
    }

private:
    void connectClient()
    {
        m_client->connectToServer(urlOf(*m_server), m_server->token());
        QTRY_COMPARE(m_client->state(), LinkState::Live);
    }

    RequestError errorOf(const QString &method, std::chrono::milliseconds timeout = AdminClient::kRequestTimeout)
    {
        std::optional<AdminReply> reply;
        m_client->request(
            this, method, {}, [&](const AdminReply &got) { reply = got; }, timeout);
        [&] { QTRY_VERIFY(reply.has_value()); }();
        return reply && reply->error ? *reply->error : RequestError{};
    }

    const QByteArray m_goodToken = QByteArrayLiteral("let-me-in");
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<AdminClient> m_client;
};

QTEST_GUILESS_MAIN(AdminClientTest)
#include "tst_adminclient.moc"

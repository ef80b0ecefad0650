#include "adminfixture.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

/// How operators put clients out.
class TestAdminTokenCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<AdminFixture>();
        m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    }

    void revokesAndPutsOut()
    {
        const auto answer = call("tokens/revoke",
                                 {{QStringLiteral("user"), QStringLiteral("ada")},
                                  {QStringLiteral("reason"), QStringLiteral("lost laptop")}});
        QVERIFY(answer);
        const QJsonObject entry = answer->toObject().value(u"revocation").toObject();
        QVERIFY(answer->toObject().value(u"saved").toBool());
        QCOMPARE(entry.value(u"user").toString(), QStringLiteral("ada"));
        QCOMPARE(entry.value(u"by").toString(), QStringLiteral("olga"));
        const qint64 now = toUnixMs(m_fixture->clock.wallNow());
        QCOMPARE(entry.value(u"untilMs").toInteger() - now, qint64{2'592'000'000}); // auth.revocation-keep-ms
        QVERIFY(m_fixture->revocations.isRevoked(bearer("ada")));
        QVERIFY(!m_fixture->revocations.isRevoked(bearer("ben")));
        QCOMPARE(m_fixture->revokedClosings, 1);
        const QJsonObject line = m_fixture->auditLines().constLast();
        QCOMPARE(line.value(u"method").toString(), QStringLiteral("tokens/revoke"));
        QCOMPARE(line.value(u"reason").toString(), QStringLiteral("lost laptop"));
        QCOMPARE(line.value(u"outcome").toString(), QStringLiteral("done"));
    }

    void listsTheNewestFirst()
    {
        for (const char *user : {"ada", "ben", "cem"})
            QVERIFY(call("tokens/revoke", {{QStringLiteral("user"), QLatin1String(user)}}));
        const QJsonObject page = call("tokens/list", {{QStringLiteral("limit"), 2}})->toObject();
        QCOMPARE(page.value(u"total").toInt(), 3);
        QCOMPARE(page.value(u"rows").toArray().size(), 2);
        QCOMPARE(page.value(u"rows")[0][u"user"].toString(), QStringLiteral("cem"));
        const QJsonObject rest = call("tokens/list", {{QStringLiteral("offset"), 2}})->toObject();
        QCOMPARE(rest.value(u"rows")[0][u"user"].toString(), QStringLiteral("ada"));
        const QJsonObject found = call("tokens/list", {{QStringLiteral("filter"), QStringLiteral("BE")}})->toObject();
        QCOMPARE(found.value(u"matching").toInt(), 1);
    }

    void takesBack()
    {
        const auto made = call("tokens/revoke", {{QStringLiteral("tokenId"), QStringLiteral("t1")}});
        const QJsonValue id = made->toObject().value(u"revocation")[u"id"];
        QVERIFY(m_fixture->revocations.isRevoked(bearer("x", "t1")));
        QVERIFY(call("tokens/restore", {{QStringLiteral("id"), id}}));
        QVERIFY(!m_fixture->revocations.isRevoked(bearer("x", "t1")));
        QCOMPARE(call("tokens/restore", {{QStringLiteral("id"), id}}).error().code, ErrorCode::NotFound);
        QCOMPARE(m_fixture->auditLines().size(), 3);
        QCOMPARE(m_fixture->auditLines()[1].value(u"before")[u"tokenId"].toString(), QStringLiteral("t1"));
    }

    void everybodysTokensNeedAnAdmin()
    {
        const QJsonObject params{{QStringLiteral("issuedBeforeMs"), qint64(toUnixMs(m_fixture->clock.wallNow()))}};
        QCOMPARE(call("tokens/revoke", params).error().code, ErrorCode::Forbidden);
        QCOMPARE(m_fixture->revokedClosings, 0);
        QVERIFY(call("tokens/revoke", params, admin::Role::Admin));
        QVERIFY(m_fixture->revocations.isRevoked(bearer("anybody")));
    }

    void refusesABadQuestion_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QJsonObject>("params");
        const qint64 future = toUnixMs(WallTime(std::chrono::milliseconds(1'700'000'000'001)));
        const auto row = [](const char *name, const char *method, const QJsonObject &params) {
            QTest::newRow(name) << QByteArray(method) << params;
        };
        row("nothing", "tokens/revoke", {});
        row("empty texts", "tokens/revoke",
            {{QStringLiteral("user"), QString()}, {QStringLiteral("tokenId"), QString()}});
        row("unknown", "tokens/revoke", {{QStringLiteral("usr"), QStringLiteral("ada")}});
        row("user a number", "tokens/revoke", {{QStringLiteral("user"), 1}});
        row("user too long", "tokens/revoke", {{QStringLiteral("user"), QString(129, u'x')}});
        row("in the future", "tokens/revoke",
            {{QStringLiteral("user"), QStringLiteral("a")}, {QStringLiteral("issuedBeforeMs"), future}});
        row("kept too short", "tokens/revoke",
            {{QStringLiteral("user"), QStringLiteral("a")}, {QStringLiteral("keepMs"), 59'999}});
        row("no id", "tokens/restore", {});
        row("id 0", "tokens/restore", {{QStringLiteral("id"), 0}});
        row("too many rows", "tokens/list", {{QStringLiteral("limit"), 201}});
    }

    void refusesABadQuestion()
    {
        QFETCH(QByteArray, method);
        QFETCH(QJsonObject, params);
        QCOMPARE(call(method.constData(), params, admin::Role::Admin).error().code, ErrorCode::InvalidParams);
        QCOMPARE(m_fixture->revocations.size(), size_t{0});
        QCOMPARE(m_fixture->revokedClosings, 0);
    }

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params, admin::Role role = admin::Role::Operator)
    {
        return m_commands->call({QStringLiteral("olga"), role, QStringLiteral("127.0.0.1")}, QLatin1String(method),
                                params);
    }
    static Principal bearer(const char *user, const char *tokenId = "")
    {
        Principal principal;
        principal.userId = user;
        principal.tokenId = tokenId;
        principal.authenticated = true;
        return principal;
    }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
};

QTEST_GUILESS_MAIN(TestAdminTokenCommands)
#include "tst_admintokencommands.moc"

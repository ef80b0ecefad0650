#include "adminfixture.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

/// Muting by operators: listed with the time left, lifted, audited.
class TestAdminMuteCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<AdminFixture>();
        m_commands = std::make_unique<AdminCommands>(m_fixture->parts());
    }

    void mutesAndLists()
    {
        const auto made = call("mutes/add",
                               {{QStringLiteral("user"), QStringLiteral("ada")},
                                {QStringLiteral("forMs"), 60'000},
                                {QStringLiteral("reason"), QStringLiteral("floods")}});
        QVERIFY(made);
        m_fixture->clock.advance(25s);
        const QJsonArray rows = list();
        QCOMPARE(rows.size(), 1);
        const QJsonObject expected{{QStringLiteral("id"), 1},
                                   {QStringLiteral("user"), QStringLiteral("ada")},
                                   {QStringLiteral("address"), QJsonValue()},
                                   {QStringLiteral("lengthMs"), 60'000},
                                   {QStringLiteral("leftMs"), 35'000},
                                   {QStringLiteral("refused"), 0},
                                   {QStringLiteral("by"), QStringLiteral("olga")},
                                   {QStringLiteral("reason"), QStringLiteral("floods")},
                                   {QStringLiteral("atMs"), qint64{1'700'000'000'000}}};
        QCOMPARE(rows[0].toObject(), expected);
        const QJsonObject line = m_fixture->auditLines().constLast();
        QCOMPARE(line.value(u"method").toString(), QStringLiteral("mutes/add"));
        QCOMPARE(line.value(u"reason").toString(), QStringLiteral("floods"));
        QCOMPARE(line.value(u"after")[u"user"].toString(), QStringLiteral("ada"));
        m_fixture->clock.advance(35s);
        m_commands->tick();
        QVERIFY(list().isEmpty());
        QCOMPARE(m_fixture->mutes.size(), size_t{0});
    }

    void lifts()
    {
        const auto made =
            call("mutes/add", {{QStringLiteral("address"), QStringLiteral("::1")}, {QStringLiteral("forMs"), 1000}});
        const QJsonObject id{{QStringLiteral("id"), made->toObject().value(u"mute")[u"id"]}};
        QVERIFY(call("mutes/lift", id));
        QVERIFY(list().isEmpty());
        QCOMPARE(call("mutes/lift", id).error().code, ErrorCode::NotFound);
        const QList<QJsonObject> lines = m_fixture->auditLines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1].value(u"before")[u"address"].toString(), QStringLiteral("::1"));
        QVERIFY(lines[2].value(u"outcome").toString() != QStringLiteral("done"));
    }

    void viewersMayLook()
    {
        const QJsonObject params{{QStringLiteral("user"), QStringLiteral("a")}, {QStringLiteral("forMs"), 1000}};
        QCOMPARE(call("mutes/add", params, admin::Role::Viewer).error().code, ErrorCode::Forbidden);
        QVERIFY(call("mutes/list", {}, admin::Role::Viewer));
        QVERIFY(list().isEmpty());
    }

    void refusesABadQuestion_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("field");
        const QString user = QStringLiteral("user");
        const QString address = QStringLiteral("address");
        const QString forMs = QStringLiteral("forMs");
        const auto row = [](const char *name, const char *method, const QJsonObject &params, const QString &field) {
            QTest::newRow(name) << QByteArray(method) << params << field;
        };
        row("nobody", "mutes/add", {{forMs, 1000}}, user);
        row("both", "mutes/add", {{user, QStringLiteral("a")}, {address, QStringLiteral("::1")}, {forMs, 1000}}, user);
        row("no address", "mutes/add", {{address, QStringLiteral("localhost")}, {forMs, 1000}}, address);
        row("no time", "mutes/add", {{user, QStringLiteral("a")}}, forMs);
        row("too short", "mutes/add", {{user, QStringLiteral("a")}, {forMs, 999}}, forMs);
        row("too long", "mutes/add", {{user, QStringLiteral("a")}, {forMs, 86'400'001}}, forMs);
        row("unknown", "mutes/add", {{user, QStringLiteral("a")}, {QStringLiteral("for"), 1000}},
            QStringLiteral("for"));
        row("no id", "mutes/lift", {}, QStringLiteral("id"));
        row("list takes nothing", "mutes/list", {{user, QStringLiteral("a")}}, user);
    }

    void refusesABadQuestion()
    {
        QFETCH(QByteArray, method);
        QFETCH(QJsonObject, params);
        const auto answer = call(method.constData(), params);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::InvalidParams);
        QTEST(QJsonDocument::fromJson(answer.error().data).object().value(u"field").toString(), "field");
        QCOMPARE(m_fixture->mutes.size(), size_t{0});
    }

private:
    Result<QJsonValue> call(const char *method, const QJsonObject &params, admin::Role role = admin::Role::Operator)
    {
        return m_commands->call({QStringLiteral("olga"), role, QStringLiteral("127.0.0.1")}, QLatin1String(method),
                                params);
    }
    QJsonArray list() { return call("mutes/list", {})->toObject().value(u"rows").toArray(); }

    std::unique_ptr<AdminFixture> m_fixture;
    std::unique_ptr<AdminCommands> m_commands;
};

QTEST_GUILESS_MAIN(TestAdminMuteCommands)
#include "tst_adminmutecommands.moc"

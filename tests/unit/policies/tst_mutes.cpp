#include "server/policies/mutes.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

/// Who is muted is refused until then, and nobody else.
class TestMutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_mutes = std::make_unique<Mutes>(m_clock); }

    void aUserIsRefusedUntilTheEnd()
    {
        const auto made = m_mutes->add({"ada", {}, 60s, QStringLiteral("olga"), {}});
        QVERIFY(made);
        m_clock.advance(20s);
        const auto refusal = ask("ada", "10.0.0.1");
        QVERIFY(refusal);
        QVERIFY(!refusal->serverFault);
        QVERIFY(refusal->error.code == ErrorCode::RateLimited);
        const QJsonObject expected{{QStringLiteral("scope"), QStringLiteral("user")},
                                   {QStringLiteral("limit"), 0},
                                   {QStringLiteral("windowMs"), 60000},
                                   {QStringLiteral("retryAfterMs"), 40000},
                                   {QStringLiteral("temporary"), true}};
        QCOMPARE(dataOf(refusal->error), expected);
        QVERIFY(!ask("bob", "10.0.0.1"));
        QVERIFY(!ask({}, "10.0.0.1"));
        QCOMPARE((*made)->refused.load(), quint64{1});
        m_clock.advance(40s - 1ns);
        QVERIFY(ask("ada", "10.0.0.1"));
        m_clock.advance(1ns);
        QVERIFY(!ask("ada", "10.0.0.1"));
        QVERIFY(m_mutes->list().empty());
    }

    void anAddressIsRefusedWhoeverIsThere()
    {
        QVERIFY(m_mutes->add({{}, "10.0.0.1", 60s, {}, {}}));
        QVERIFY(ask("ada", "10.0.0.1"));
        QVERIFY(ask({}, "10.0.0.1"));
        QVERIFY(!ask("ada", "10.0.0.2"));
        // A user who is called like an address is somebody else.
        QVERIFY(!ask("10.0.0.1", "10.0.0.2"));
    }

    void isLiftedOnce()
    {
        const auto made = m_mutes->add({"ada", {}, 60s, {}, {}});
        QVERIFY(m_mutes->lift((*made)->id));
        QVERIFY(!ask("ada", "10.0.0.1"));
        const auto again = m_mutes->lift((*made)->id);
        QVERIFY(!again && again.error().code == ErrorCode::NotFound);
    }

    void theLatestForATargetCounts()
    {
        const auto first = m_mutes->add({"ada", {}, 600s, {}, {}});
        QVERIFY(m_mutes->add({"ada", {}, 10s, {}, {}}));
        QCOMPARE(m_mutes->size(), size_t{1});
        QVERIFY(!m_mutes->lift((*first)->id));
        m_clock.advance(10s);
        QVERIFY(!ask("ada", "10.0.0.1"));
    }

    void thereIsABound()
    {
        for (size_t i = 0; i < Mutes::kMost; ++i)
            QVERIFY(m_mutes->add({"u" + std::to_string(i), {}, i == 0 ? 1s : 60s, {}, {}}));
        const auto beyond = m_mutes->add({"ada", {}, 60s, {}, {}});
        QVERIFY(!beyond && beyond.error().code == ErrorCode::StorageFull);
        QVERIFY(m_mutes->add({"u5", {}, 90s, {}, {}})); // takes its own place
        m_clock.advance(1s);
        QVERIFY(m_mutes->add({"ada", {}, 60s, {}, {}})); // what has ended makes room
    }

private:
    std::optional<Refusal> ask(const std::string &user, const std::string &address)
    {
        TestRequest request;
        if (user.empty())
            request.setAnonymous("anon-1", address);
        else
            request.setUser(user);
        request.request.address = address;
        return MutePolicy(*m_mutes, m_metrics).admit(request.request, m_clock.now());
    }

    Metrics m_metrics;
    test::FakeClock m_clock;
    std::unique_ptr<Mutes> m_mutes;
};

QTEST_GUILESS_MAIN(TestMutes)
#include "tst_mutes.moc"

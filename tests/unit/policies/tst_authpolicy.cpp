#include "server/policies/authpolicy.h"
#include "tests/unit/policies/testrequest.h"
#include "tests/unit/work/testjobs.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

enum class Caller { None, Anonymous, User, Admin, ExpiredAdmin, AdminAtTheEnd, AdminJustBefore };

} // namespace
Q_DECLARE_METATYPE(Caller)

class TestAuthPolicy : public QObject
{
    Q_OBJECT

private:
    StoppedClock m_clock;

    void setCaller(TestRequest &test, Caller caller)
    {
        const WallTime now = m_clock.wallNow();
        switch (caller) {
        case Caller::None: break;
        case Caller::Anonymous: test.setAnonymous("anon-1", "127.0.0.1"); break;
        case Caller::User: test.setUser("alice", {"reader"}); break;
        case Caller::Admin: test.setUser("root", {"reader", "admin"}, now + 1h); break;
        case Caller::ExpiredAdmin: test.setUser("root", {"admin"}, now - 1h); break;
        case Caller::AdminAtTheEnd: test.setUser("root", {"admin"}, now); break;
        case Caller::AdminJustBefore: test.setUser("root", {"admin"}, now + 1ns); break;
        }
    }

private Q_SLOTS:
    void decides_data()
    {
        QTest::addColumn<bool>("auth");
        QTest::addColumn<QString>("role");
        QTest::addColumn<Caller>("caller");
        QTest::addColumn<int>("code"); // 0 = admitted
        const auto unauthorized = static_cast<int>(ErrorCode::Unauthorized);
        const auto forbidden = static_cast<int>(ErrorCode::Forbidden);
        const auto expired = static_cast<int>(ErrorCode::TokenExpired);
        const QString admin = QStringLiteral("admin");
        QTest::newRow("open event, nobody") << false << QString() << Caller::None << 0;
        QTest::newRow("open event, anonymous") << false << QString() << Caller::Anonymous << 0;
        QTest::newRow("open event, expired") << false << QString() << Caller::ExpiredAdmin << 0;
        QTest::newRow("auth, nobody") << true << QString() << Caller::None << unauthorized;
        QTest::newRow("auth, anonymous has a user id") << true << QString() << Caller::Anonymous << unauthorized;
        QTest::newRow("auth, user") << true << QString() << Caller::User << 0;
        QTest::newRow("auth, expired") << true << QString() << Caller::ExpiredAdmin << expired;
        QTest::newRow("auth, at the end") << true << QString() << Caller::AdminAtTheEnd << expired;
        QTest::newRow("auth, just before the end") << true << QString() << Caller::AdminJustBefore << 0;
        QTest::newRow("role, user without") << true << admin << Caller::User << forbidden;
        QTest::newRow("role, admin") << true << admin << Caller::Admin << 0;
        QTest::newRow("role, expired admin") << true << admin << Caller::ExpiredAdmin << expired;
        QTest::newRow("role alone implies auth") << false << admin << Caller::Anonymous << unauthorized;
    }

    void decides()
    {
        QFETCH(bool, auth);
        QFETCH(QString, role);
        QFETCH(Caller, caller);
        QFETCH(int, code);
        TestRequest test;
        test.spec->requiresAuth = auth;
        if (!role.isEmpty())
            test.spec->requiresRole = {"owner", role.toStdString()};
        setCaller(test, caller);
        AuthPolicy policy(m_clock);
        const auto refusal = policy.admit(test.request, m_clock.now());
        QCOMPARE(refusal ? static_cast<int>(refusal->error.code) : 0, code);
        QVERIFY(!refusal || !refusal->serverFault);
    }

    void eventsAskForAuthUnlessTheySayOtherwise() { QVERIFY(EventSpec().requiresAuth); }
};

QTEST_GUILESS_MAIN(TestAuthPolicy)
#include "tst_authpolicy.moc"

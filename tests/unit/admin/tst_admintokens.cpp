#include "server/admin/admintokens.h"
#include "server/admin/auditlog.h"
#include "server/admin/loginthrottle.h"
#include "server/config/privatefile.h"
#include "tests/support/figure.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numeric>

using namespace sluice;
using namespace sluice::server;

class TestAdminTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void makesTheOwnersTokenOnce();
    void makesAnewWhatACrashLeftHalf();
    void keepsOnlyHashes();
    void refusesFilesOpenToOthers();
    void refusesMalformedFiles_data();
    void refusesMalformedFiles();
    void timeTellsNothing();
    void knowsSeveralRoles();
    void privateFilesAreReplacedWhole();
    void auditLogAppends();
    void wrongTokensLockAnAddressOut();
    void eachLockoutIsLonger();
    void alsoWhoLogsInBetweenIsLockedOut();
    void addressesAreForgotten();
    void addressesOfOneClientAreOne_data();
    void addressesOfOneClientAreOne();

private:
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    QByteArray ownerToken() const { return readPrivateFile(path("admin.token")).value_or(QByteArray()).trimmed(); }
    static constexpr QFileDevice::Permissions kOwnerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

    SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestAdminTokens::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void TestAdminTokens::makesTheOwnersTokenOnce()
{
    const auto first = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(first);
    const QByteArray token = ownerToken();
    QVERIFY(QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding).size() * 8 >= 128);
    QCOMPARE(QFileInfo(path("admin.token")).permissions(), kOwnerOnly);
    QCOMPARE(QFileInfo(path("admin.tokens")).permissions(), kOwnerOnly);

    const auto again = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(again);
    QCOMPARE(ownerToken(), token);
    const auto identity = again->identify(token.toStdString());
    QVERIFY(identity);
    QCOMPARE(identity->user, QStringLiteral("owner"));
    QVERIFY(identity->role == admin::Role::Admin);
    QVERIFY(!again->identify(""));
    QVERIFY(!again->identify(token.chopped(1).toStdString()));
    QVERIFY(!again->identify((token + 'x').toStdString()));
}

void TestAdminTokens::makesAnewWhatACrashLeftHalf()
{
    QVERIFY(writePrivateFile(path("admin.token"), "never hashed\n"));
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(tokens);
    QVERIFY(tokens->identify(ownerToken().toStdString()));
    QVERIFY(!tokens->identify("never hashed"));
}

void TestAdminTokens::keepsOnlyHashes()
{
    QVERIFY(AdminTokens::open(m_directory->path(), m_random));
    QVERIFY(!readPrivateFile(path("admin.tokens"))->contains(ownerToken()));
    QVERIFY(QFile::remove(path("admin.token"))); // the owner keeps it elsewhere
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(tokens);
    QVERIFY(!QFile::exists(path("admin.token")));
}

// Row M2: Welch's t of the times for a token that is wrong at its beginning against one that is wrong at its end.
// Before a release on a quiet machine with SLUICE_TIMING_TRIES=100000, for |t| < 4.5; else there are too few to tell
// anything but a comparison that stops early by far.
void TestAdminTokens::timeTellsNothing()
{
    const int tries = sluice::test::figure("SLUICE_TIMING_TRIES", 2000);
    const double bound = qEnvironmentVariableIsSet("SLUICE_TIMING_TRIES") ? 4.5 : 45;
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(tokens);
    const std::string right = ownerToken().toStdString();
    std::array<std::string, 2> wrong{right, right};
    wrong[0].front() = right.front() == 'x' ? 'y' : 'x';
    wrong[1].back() = right.back() == 'x' ? 'y' : 'x';
    std::array<std::vector<double>, 2> times;
    for (int i = 0; i < 2 * tries; ++i) {
        const auto which = static_cast<size_t>(m_random.next() & 1); // in no order that a drift could follow
        const auto before = std::chrono::steady_clock::now();
        const bool isKnown = tokens->identify(wrong[which]).has_value();
        times[which].push_back(
            std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - before).count());
        QVERIFY(!isKnown);
    }
    std::array<double, 2> mean{};
    std::array<double, 2> error{}; // of the mean, squared
    for (size_t which = 0; which < 2; ++which) {
        std::vector<double> &sample = times[which];
        std::sort(sample.begin(), sample.end());
        sample.resize(sample.size() * 95 / 100); // without what the machine did between
        const auto count = static_cast<double>(sample.size());
        mean[which] = std::accumulate(sample.begin(), sample.end(), 0.0) / count;
        for (const double time : sample)
            error[which] += (time - mean[which]) * (time - mean[which]) / (count - 1) / count;
    }
    const double t = (mean[0] - mean[1]) / std::sqrt(error[0] + error[1]);
    qInfo("first byte wrong: %.1f ns, last: %.1f ns, t = %.2f", mean[0], mean[1], t);
    QVERIFY2(std::abs(t) < bound, QByteArray::number(t));
}

void TestAdminTokens::refusesFilesOpenToOthers()
{
    QVERIFY(AdminTokens::open(m_directory->path(), m_random));
    QVERIFY(QFile::setPermissions(path("admin.tokens"), kOwnerOnly | QFileDevice::ReadGroup));
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, ErrorCode::Forbidden);
    QVERIFY(tokens.error().detail.contains(QLatin1String("chmod 600")));
}

void TestAdminTokens::refusesMalformedFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray hash(64, 'a');
    QTest::newRow("no JSON") << QByteArray("tokens");
    QTest::newRow("no tokens") << QByteArray("{\"tokens\": []}");
    QTest::newRow("unknown role") << QByteArray("{\"tokens\": [{\"name\": \"a\", \"role\": \"root\", \"hash\": \""
                                                + hash + "\"}]}");
    QTest::newRow("no name") << QByteArray("{\"tokens\": [{\"role\": \"viewer\", \"hash\": \"" + hash + "\"}]}");
    QTest::newRow("short hash") << QByteArray("{\"tokens\": [{\"name\": \"a\", \"role\": \"viewer\", \"hash\": \""
                                              + hash.chopped(2) + "\"}]}");
}

void TestAdminTokens::refusesMalformedFiles()
{
    QFETCH(QByteArray, json);
    QVERIFY(writePrivateFile(path("admin.tokens"), json));
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(!tokens);
    QVERIFY(tokens.error().detail.startsWith(path("admin.tokens")));
}

void TestAdminTokens::knowsSeveralRoles()
{
    const QByteArray ofViewer = QCryptographicHash::hash("look", QCryptographicHash::Sha256).toHex();
    const QByteArray ofOperator = QCryptographicHash::hash("act", QCryptographicHash::Sha256).toHex();
    QVERIFY(writePrivateFile(path("admin.tokens"),
                             "{\"tokens\": [{\"name\": \"v\", \"role\": \"viewer\", \"hash\": \"" + ofViewer
                                 + "\"}, {\"name\": \"o\", \"role\": \"operator\", \"hash\": \"" + ofOperator
                                 + "\"}]}"));
    const auto tokens = AdminTokens::open(m_directory->path(), m_random);
    QVERIFY(tokens);
    QCOMPARE(tokens->size(), size_t{2});
    QVERIFY(tokens->identify("look")->role == admin::Role::Viewer);
    QCOMPARE(tokens->identify("act")->user, QStringLiteral("o"));
}

void TestAdminTokens::privateFilesAreReplacedWhole()
{
    QVERIFY(writePrivateFile(path("x"), "long contents"));
    QVERIFY(writePrivateFile(path("x"), "short"));
    QCOMPARE(*readPrivateFile(path("x")), QByteArray("short"));
    QVERIFY(!QFile::exists(path("x.new")));
    QCOMPARE(readPrivateFile(path("y")).error().code, ErrorCode::NotFound);
    QVERIFY(!writePrivateFile(QStringLiteral("/nowhere/x"), "a"));
}

void TestAdminTokens::auditLogAppends()
{
    const SystemClock clock;
    for (const char *method : {"config/patch", "server/shutdown"}) {
        AuditLog log(clock); // as over two starts
        QVERIFY(log.open(m_directory->path()));
        QVERIFY(log.append(
            {.user = QStringLiteral("alice"), .method = QLatin1String(method), .outcome = QStringLiteral("done")}));
    }
    QCOMPARE(QFileInfo(path("audit.log")).permissions(), kOwnerOnly);
    QFile file(path("audit.log"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject last = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(last.value(u"method").toString(), QStringLiteral("server/shutdown"));
    QCOMPARE(last.value(u"user").toString(), QStringLiteral("alice"));
    QVERIFY(last.value(u"timeMs").toInteger() > 1'600'000'000'000);
    AuditLog nowhere(clock);
    QVERIFY(!nowhere.open(QStringLiteral("/nowhere")));
}

namespace {

constexpr LoginThrottle::Limits kFiveAMinute{};
constexpr TimePoint kStart{std::chrono::hours(10)};

// Wrong tokens until the address is locked out. Returns for how long it is.
Duration lockOut(LoginThrottle &throttle, std::string_view address, TimePoint now)
{
    std::optional<Duration> lockout;
    for (int i = 0; i < kFiveAMinute.failures && !lockout; ++i)
        lockout = throttle.failed(address, kFiveAMinute, now);
    return lockout.value_or(Duration::zero());
}

} // namespace

void TestAdminTokens::wrongTokensLockAnAddressOut()
{
    using namespace std::chrono_literals;
    LoginThrottle throttle;
    for (int i = 0; i < 4; ++i) {
        QVERIFY(!throttle.failed("10.0.0.1", kFiveAMinute, kStart + i * 1s));
        QVERIFY(!throttle.lockedFor("10.0.0.1", kStart + i * 1s));
    }
    QCOMPARE(throttle.failed("10.0.0.1", kFiveAMinute, kStart + 59s).value_or(0s).count(), Duration(60s).count());
    QVERIFY(throttle.lockedFor("10.0.0.1", kStart + 59s) == 60s);
    QVERIFY(!throttle.lockedFor("10.0.0.2", kStart + 59s));
    QVERIFY(throttle.lockedFor("10.0.0.1", kStart + 118s));
    QVERIFY(!throttle.lockedFor("10.0.0.1", kStart + 119s));
    // Those that are further apart than a minute do not count together.
    for (int i = 0; i < 20; ++i)
        QVERIFY(!throttle.failed("10.0.0.3", kFiveAMinute, kStart + i * 15s));
}

void TestAdminTokens::eachLockoutIsLonger()
{
    using namespace std::chrono_literals;
    LoginThrottle throttle;
    TimePoint now = kStart;
    for (const Duration expected : {Duration(1min), Duration(2min), Duration(4min), Duration(8min), Duration(16min),
                                    Duration(32min), Duration(60min), Duration(60min)}) {
        QCOMPARE(lockOut(throttle, "10.0.0.1", now).count(), expected.count());
        now += expected;
        QVERIFY(!throttle.lockedFor("10.0.0.1", now));
    }
    throttle.succeeded("10.0.0.1");
    QCOMPARE(lockOut(throttle, "10.0.0.1", now).count(), Duration(1min).count());
    QCOMPARE(lockOut(throttle, "10.0.0.1", now + 2h).count(), Duration(1min).count()); // it was quiet
}

/// Whoever has one token must not try for others between its logins.
void TestAdminTokens::alsoWhoLogsInBetweenIsLockedOut()
{
    LoginThrottle throttle;
    std::optional<Duration> lockout;
    for (int i = 0; i < 5; ++i) {
        lockout = throttle.failed("10.0.0.1", kFiveAMinute, kStart);
        throttle.succeeded("10.0.0.1");
    }
    QVERIFY(lockout);
    QVERIFY(throttle.lockedFor("10.0.0.1", kStart));
}

void TestAdminTokens::addressesAreForgotten()
{
    using namespace std::chrono_literals;
    LoginThrottle throttle;
    lockOut(throttle, "10.0.0.1", kStart);
    for (size_t i = 1; i < LoginThrottle::kMostAddresses; ++i)
        (void)throttle.failed("host-" + std::to_string(i), kFiveAMinute, kStart + 1s);
    QCOMPARE(throttle.size(), LoginThrottle::kMostAddresses);
    (void)throttle.failed("one-more", kFiveAMinute, kStart + 2s);
    QCOMPARE(throttle.size(), LoginThrottle::kMostAddresses);
    QVERIFY(!throttle.lockedFor("10.0.0.1", kStart + 2s)); // it failed least recently
    (void)throttle.failed("much-later", kFiveAMinute, kStart + 3h);
    QCOMPARE(throttle.size(), size_t{1});
}

void TestAdminTokens::addressesOfOneClientAreOne_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("the same") << QByteArray("2001:db8::1") << true;
    QTest::newRow("of the same /64") << QByteArray("2001:db8::ffff:1") << true;
    QTest::newRow("of the next /64") << QByteArray("2001:db8:0:1::1") << false;
    QTest::newRow("an IPv4 one") << QByteArray("10.0.0.1") << false;
}

void TestAdminTokens::addressesOfOneClientAreOne()
{
    QFETCH(QByteArray, other);
    LoginThrottle throttle;
    lockOut(throttle, "2001:db8::1", kStart);
    QTEST(throttle.lockedFor(other.toStdString(), kStart).has_value(), "isLocked");
}

QTEST_APPLESS_MAIN(TestAdminTokens)
#include "tst_admintokens.moc"

// clazy:excludeall=non-pod-global-static (constants of the test)
#include "server/policies/tokenverifier.h"

#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/types.h>

using namespace sluice;
using namespace sluice::server;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kNow = 1'700'000'000;

class WallClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const noexcept override { return {}; }
    [[nodiscard]] WallTime wallNow() const noexcept override { return WallTime(wall); }
    std::chrono::nanoseconds wall = std::chrono::seconds(kNow);
};

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &payload,
                       const QByteArray &key = QByteArrayLiteral("0123456789abcdef0123456789abcdef"),
                       const QByteArray &header = R"({"alg":"HS256","typ":"JWT"})",
                       QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray input = encoded(header) + '.' + encoded(payload);
    return input + '.' + encoded(QMessageAuthenticationCode::hash(input, key, hash));
}

const QByteArray kKey = QByteArrayLiteral("0123456789abcdef0123456789abcdef");

int codeOf(const Result<PrincipalPtr> &result)
{
    return result ? 0 : static_cast<int>(result.error().code);
}

constexpr auto kUnauthorized = static_cast<int>(ErrorCode::Unauthorized);
constexpr auto kExpired = static_cast<int>(ErrorCode::TokenExpired);

} // namespace

class TestTokenVerifier : public QObject
{
    Q_OBJECT

private:
    WallClock m_clock;

    int authenticate(const QByteArray &token) const
    {
        return codeOf(TokenVerifier(m_clock, kKey).authenticate({token.data(), static_cast<size_t>(token.size())}));
    }

    static void writeFile(const QString &path, const QByteArray &bytes, mode_t mode)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
    }

private Q_SLOTS:
    void givesThePrincipal()
    {
        const QByteArray token = signedToken(R"({"sub":"alice","roles":["admin","reader"],"exp":1700000100})");
        const auto principal = TokenVerifier(m_clock, kKey).authenticate(token.toStdString());
        QVERIFY(principal.has_value());
        QCOMPARE((*principal)->userId, std::string("alice"));
        QVERIFY((*principal)->authenticated);
        QVERIFY((*principal)->hasRole("admin") && (*principal)->hasRole("reader") && !(*principal)->hasRole("root"));
        QVERIFY((*principal)->expires == WallTime(std::chrono::seconds(1700000105)));
    }

    void withoutExpiryItLasts()
    {
        const auto principal = TokenVerifier(m_clock, kKey).authenticate(signedToken(R"({"sub":"bob"})").toStdString());
        QVERIFY(principal.has_value());
        QVERIFY(!(*principal)->expires);
        QVERIFY((*principal)->roles.empty());
    }

    /// Source: RFC 7515, appendix A.1. Its payload has no sub and ended in 2011: the signature must match, the claims
    /// not.
    void readsTheVectorOfRfc7515()
    {
        const QByteArray key = QByteArray::fromBase64(
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
            QByteArray::Base64UrlEncoding);
        const std::string token =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
            "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        const auto result = TokenVerifier(m_clock, key).authenticate(token);
        QCOMPARE(codeOf(result), kUnauthorized);
        QVERIFY2(result.error().detail.contains(QLatin1String("sub")), qPrintable(result.error().detail));
        std::string tampered = token;
        tampered.back() = 'g';
        QVERIFY(TokenVerifier(m_clock, key).authenticate(tampered).error().detail.contains(QLatin1String("signature")));
    }

    void checksClaims_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &payload, int code) {
            QTest::newRow(name) << payload << code;
        };
        const auto at = [](const char *claim, qint64 offset) {
            return QByteArray(R"({"sub":"a",")") + claim + "\":" + QByteArray::number(kNow + offset) + '}';
        };
        row("no sub", "{}", kUnauthorized);
        row("empty sub", R"({"sub":""})", kUnauthorized);
        row("sub is a number", R"({"sub":1})", kUnauthorized);
        row("sub with a control", R"({"sub":"a\nb"})", kUnauthorized);
        row("longest sub", "{\"sub\":\"" + QByteArray(128, 'x') + "\"}", 0);
        row("sub one too long", "{\"sub\":\"" + QByteArray(129, 'x') + "\"}", kUnauthorized);
        row("sub outside ASCII", R"({"sub":"zoë"})", 0);
        row("roles not a list", R"({"sub":"a","roles":"admin"})", kUnauthorized);
        row("roles not strings", R"({"sub":"a","roles":["admin",1]})", kUnauthorized);
        row("exp in the leeway", at("exp", -4), 0);
        row("exp at the leeway's end", at("exp", -5), kExpired);
        row("exp long ago", at("exp", -100000), kExpired);
        row("exp as text", R"({"sub":"a","exp":"tomorrow"})", kUnauthorized);
        row("exp beyond reason", R"({"sub":"a","exp":1e300})", kUnauthorized);
        row("exp null", R"({"sub":"a","exp":null})", kUnauthorized);
        row("nbf at the leeway's end", at("nbf", 5), 0);
        row("nbf beyond the leeway", at("nbf", 6), kUnauthorized);
        row("nbf as text", R"({"sub":"a","nbf":"now"})", kUnauthorized);
        row("payload is a list", "[]", kUnauthorized);
        row("payload is no JSON", "{\"sub\":", kUnauthorized);
        row("empty payload", "", kUnauthorized);
    }

    void checksClaims()
    {
        QFETCH(QByteArray, payload);
        QTEST(authenticate(signedToken(payload)), "code");
    }

    void refusesOtherSignatures_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray payload = R"({"sub":"alice","roles":["admin"]})";
        const QByteArray good = signedToken(payload);
        const qsizetype dot = good.lastIndexOf('.');
        QByteArray tampered = good;
        tampered[tampered.indexOf('.') + 5] = tampered[tampered.indexOf('.') + 5] == 'A' ? 'B' : 'A';
        QTest::newRow("another key") << signedToken(payload, QByteArray(32, 'k'));
        QTest::newRow("tampered payload") << tampered;
        QTest::newRow("no signature") << good.left(dot + 1);
        QTest::newRow("half a signature") << good.left(dot + 20);
        QTest::newRow("longer signature") << good + "AAAA";
        QTest::newRow("alg none, no signature") << encoded(R"({"alg":"none"})") + '.' + encoded(payload) + '.';
        QTest::newRow("alg none, signed") << signedToken(payload, kKey, R"({"alg":"none"})");
        QTest::newRow("alg None") << signedToken(payload, kKey, R"({"alg":"None"})");
        QTest::newRow("alg hs256") << signedToken(payload, kKey, R"({"alg":"hs256"})");
        QTest::newRow("alg HS512, truly")
            << signedToken(payload, kKey, R"({"alg":"HS512"})", QCryptographicHash::Sha512);
        QTest::newRow("alg HS384, truly")
            << signedToken(payload, kKey, R"({"alg":"HS384"})", QCryptographicHash::Sha384);
        QTest::newRow("alg RS256 over our HMAC") << signedToken(payload, kKey, R"({"alg":"RS256"})");
        QTest::newRow("alg ES256 over our HMAC") << signedToken(payload, kKey, R"({"alg":"ES256"})");
        QTest::newRow("alg a list") << signedToken(payload, kKey, R"({"alg":["HS256"]})");
        QTest::newRow("no alg") << signedToken(payload, kKey, R"({"typ":"JWT"})");
        QTest::newRow("crit") << signedToken(payload, kKey, R"({"alg":"HS256","crit":["exp"]})");
        QTest::newRow("key brought along")
            << signedToken(payload, QByteArray(32, 'k'), R"({"alg":"HS256","jwk":{"kty":"oct","k":"a2tr"}})");
    }

    void refusesOtherSignatures()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(authenticate(token), kUnauthorized);
    }

    void ignoresTheKeyId()
    {
        QCOMPARE(authenticate(signedToken(R"({"sub":"a"})", kKey, R"({"alg":"HS256","kid":"../../etc/passwd"})")), 0);
    }

    void refusesGarbage_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray good = signedToken(R"({"sub":"a"})");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a word") << QByteArray("token");
        QTest::newRow("dots") << QByteArray("..");
        QTest::newRow("many dots") << QByteArray(100, '.');
        QTest::newRow("four parts") << good + ".AAAA";
        QTest::newRow("NUL inside") << good.left(10) + '\0' + good.mid(11);
        QTest::newRow("high bytes") << QByteArray(200, '\xff');
        QTest::newRow("space around") << ' ' + good + ' ';
        QTest::newRow("standard base64") << QByteArray("e30=.e30=.e30=");
        // libcjose asserts on padding inside a part, and would take the server with it.
        QTest::newRow("padding inside") << good.left(good.size() - 3) + "=cA";
        QTest::newRow("a lone last digit") << good + "AA";
        QTest::newRow("too long") << QByteArray(8193, 'A');
        QTest::newRow("header not JSON") << encoded("alg") + '.' + encoded("{}") + '.' + encoded("x");
        QTest::newRow("header a list") << encoded("[]") + '.' + encoded("{}") + '.' + encoded("x");
    }

    void refusesGarbage()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(authenticate(token), kUnauthorized);
    }

    void survivesEveryFlippedByte()
    {
        const QByteArray good = signedToken(R"({"sub":"alice"})");
        for (qsizetype i = 0; i < good.size() - 1; ++i) { // the last character has bits that mean nothing
            for (char flip : {'\x01', '\x20', '\x7f'}) {
                QByteArray token = good;
                token[i] = static_cast<char>(token[i] ^ flip);
                QCOMPARE(authenticate(token), kUnauthorized);
            }
        }
    }

    void detailsNeverHoldTheToken()
    {
        const auto result = TokenVerifier(m_clock, kKey).authenticate(signedToken(R"({"sub":""})").toStdString());
        QVERIFY(!result.error().detail.contains(QLatin1String("eyJ")));
        QVERIFY(result.error().data.isEmpty());
    }

    void keyFileIsReadWithoutItsNewline_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("none") << QByteArray("secret") << QByteArray("secret");
        QTest::newRow("one") << QByteArray("secret\n") << QByteArray("secret");
        QTest::newRow("two: only the last goes") << QByteArray("secret\n\n") << QByteArray("secret\n");
        QTest::newRow("of another system") << QByteArray("secret\r\n") << QByteArray("secret");
        QTest::newRow("binary") << QByteArray("\0\1\n\2", 4) << QByteArray("\0\1\n\2", 4);
    }

    void keyFileIsReadWithoutItsNewline()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("jwt.key"));
        writeFile(path, bytes, 0600);
        const auto key = loadTokenKey(path);
        QVERIFY(key.has_value());
        QTEST(*key, "key");
    }

    void badKeyFilesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("problem");
        QTest::newRow("group may read") << QByteArray("x") << 0640 << QStringLiteral("0640");
        QTest::newRow("others may read") << QByteArray("x") << 0604 << QStringLiteral("0604");
        QTest::newRow("empty") << QByteArray() << 0600 << QStringLiteral("empty");
        QTest::newRow("only a newline") << QByteArray("\n") << 0600 << QStringLiteral("empty");
        QTest::newRow("too large") << QByteArray(65537, 'x') << 0600 << QStringLiteral("65536");
    }

    void badKeyFilesAreRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, mode);
        QFETCH(QString, problem);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("jwt.key"));
        writeFile(path, bytes, static_cast<mode_t>(mode));
        const auto key = loadTokenKey(path);
        QVERIFY(!key);
        QVERIFY(key.error().detail.contains(path));
        QVERIFY2(key.error().detail.contains(problem), qPrintable(key.error().detail));
    }

    void missingFilesAndFoldersAreRefused()
    {
        QTemporaryDir dir;
        QVERIFY(!loadTokenKey(dir.filePath(QStringLiteral("missing"))));
        QVERIFY(!loadTokenKey(dir.path()));
        SystemRandom random;
        QVERIFY(!loadOrCreateTokenKey(dir.filePath(QStringLiteral("no/such/folder")), random));
    }

    void aMissingKeyIsMadeOnce()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("jwt.key"));
        SystemRandom random;
        const auto made = loadOrCreateTokenKey(path, random);
        QVERIFY(made.has_value());
        QCOMPARE(made->size(), 64);
        struct stat status {
        };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0600u);
        QCOMPARE(*loadOrCreateTokenKey(path, random), *made);
    }
};

QTEST_GUILESS_MAIN(TestTokenVerifier)
#include "tst_tokenverifier.moc"

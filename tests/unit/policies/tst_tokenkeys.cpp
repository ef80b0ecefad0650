#include "server/policies/tokenkeys.h"

#include "server/policies/keysetschedule.h"
#include "tests/support/tokensigner.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/types.h>

using namespace sluice;
using namespace sluice::server;
using namespace sluice::test;
using namespace std::chrono_literals;

using Kind = TokenSigner::Kind;

/// Where keys come from, and what is wrong with those that are refused.
class TestTokenKeys : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    static void writeFile(const QString &path, const QByteArray &bytes, mode_t mode = 0600)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
    }
    QString write(const char *name, const QByteArray &bytes, mode_t mode = 0600)
    {
        const QString path = m_dir.filePath(QLatin1String(name));
        writeFile(path, bytes, mode);
        return path;
    }

private Q_SLOTS:
    void pemFilesGiveTheirKeys()
    {
        const TokenSigner rsa(Kind::Rsa2048);
        const TokenSigner p256(Kind::P256);
        const TokenSigner ed25519(Kind::Ed25519);
        const QByteArray text =
            "# of the identity provider\n" + rsa.publicPem() + p256.publicPem() + ed25519.publicPem();
        const auto keys = loadPemKeys(write("keys.pem", text, 0644)); // public: anybody may read it
        QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().detail));
        QCOMPARE(keys->size(), size_t{3});
        const auto signs = [&keys](size_t key, const QByteArray &token) {
            const auto jws = CompactJws::parse({token.constData(), static_cast<size_t>(token.size())});
            return (*keys)[key].hasSigned(*jws);
        };
        QVERIFY(signs(0, rsa.token("RS256", "{}")));
        QVERIFY(signs(0, rsa.token("PS256", "{}")));
        QVERIFY(signs(1, p256.token("ES256", "{}")));
        QVERIFY(signs(2, ed25519.token("EdDSA", "{}")));
        QVERIFY(!signs(2, p256.token("ES256", "{}")));
    }

    void badPemFilesAreRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::addColumn<QString>("problem");
        const QByteArray good = TokenSigner(Kind::Ed25519).publicPem();
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no PEM");
        QTest::newRow("no PEM") << QByteArray("ssh-ed25519 AAAA") << QStringLiteral("no PEM");
        QTest::newRow("a private key") << TokenSigner(Kind::Ed25519).privatePem() << QStringLiteral("private key");
        QTest::newRow("a weak RSA key") << TokenSigner(Kind::Rsa1024).publicPem() << QStringLiteral("1024 bits");
        QTest::newRow("another curve") << TokenSigner(Kind::P384).publicPem() << QStringLiteral("P-256");
        QTest::newRow("something else") << QByteArray(
            "-----BEGIN DH PARAMETERS-----\nAAAA\n-----END DH PARAMETERS-----\n")
                                        << QStringLiteral("not a public key");
        QTest::newRow("broken") << QByteArray("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")
                                << QStringLiteral("not a public key");
        QTest::newRow("the second is broken") << good + "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
                                              << QStringLiteral("entry 2");
    }

    void badPemFilesAreRefusedByName()
    {
        QFETCH(QByteArray, pem);
        QFETCH(QString, problem);
        const QString path = write("bad.pem", pem);
        const auto keys = loadPemKeys(path);
        QVERIFY(!keys);
        QVERIFY2(keys.error().detail.contains(problem) && keys.error().detail.contains(path),
                 qPrintable(keys.error().detail));
    }

    void keySetsGiveWhatIsForUs()
    {
        const auto rsa = TokenSigner(Kind::Rsa2048);
        QJsonObject encryption = rsa.jwk(QStringLiteral("e"), {{QStringLiteral("use"), QStringLiteral("enc")}});
        const QByteArray json = TokenSigner::keySet(
            {rsa.jwk(QStringLiteral("any")),
             rsa.jwk(
                 QStringLiteral("one"),
                 {{QStringLiteral("alg"), QStringLiteral("PS256")}, {QStringLiteral("use"), QStringLiteral("sig")}}),
             encryption, rsa.jwk(QStringLiteral("r"), {{QStringLiteral("alg"), QStringLiteral("RS512")}}),
             TokenSigner(Kind::P384).jwk(QStringLiteral("p")),
             QJsonObject{{QStringLiteral("kty"), QStringLiteral("new")}},
             rsa.jwk(QStringLiteral("w"), {{QStringLiteral("key_ops"), QJsonArray{QStringLiteral("encrypt")}}}),
             TokenSigner(Kind::Ed25519).jwk(QStringLiteral("ed"))});
        for (const KeySetSource source : {KeySetSource::File, KeySetSource::Url}) {
            const auto set = parseKeySet(json, source);
            QVERIFY2(set, qPrintable(set ? QString() : set.error().detail));
            QCOMPARE(set->keys.size(), size_t{3});
            QCOMPARE(set->skipped.size(), 5);
            QCOMPARE(set->keys[0].keyId(), QByteArray("any"));
            QVERIFY(set->keys[0].algorithms().contains(TokenAlgorithm::Rs256));
            QVERIFY(set->keys[0].algorithms().contains(TokenAlgorithm::Ps256));
            QVERIFY(!set->keys[1].algorithms().contains(TokenAlgorithm::Rs256)); // bound to its alg
            QVERIFY(set->keys[1].algorithms().contains(TokenAlgorithm::Ps256));
            QVERIFY(set->keys[2].algorithms().contains(TokenAlgorithm::EdDsa));
        }
    }

    void whatIsWrongWithAKey_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QJsonObject &key, const char *problem) {
            QTest::newRow(name) << QJsonDocument(key).toJson(QJsonDocument::Compact) << QString::fromLatin1(problem);
        };
        const auto with = [](QJsonObject key, const char *member, const QJsonValue &value) {
            key[QLatin1String(member)] = value;
            return key;
        };
        const QJsonObject rsa = TokenSigner(Kind::Rsa2048).jwk();
        const QJsonObject p256 = TokenSigner(Kind::P256).jwk();
        const QJsonObject secret{{QStringLiteral("kty"), QStringLiteral("oct")},
                                 {QStringLiteral("alg"), QStringLiteral("HS512")},
                                 {QStringLiteral("k"), QString::fromLatin1(base64Url(QByteArray(64, 'k')))}};
        row("RSA of 1024 bits", TokenSigner(Kind::Rsa1024).jwk(), "1024 bits");
        row("RSA of 16384 bits", with(rsa, "n", QString::fromLatin1(base64Url(QByteArray(2048, '\xff')))),
            "16384 bits");
        row("RSA with zeros before",
            with(rsa, "n", QString::fromLatin1(base64Url(QByteArray(300, '\0') + QByteArray(128, '\xff')))),
            "1024 bits");
        row("the exponent 1", with(rsa, "e", QStringLiteral("AQ")), "exponent");
        row("an even exponent", with(rsa, "e", QStringLiteral("BA")), "exponent");
        row("no exponent", with(rsa, "e", QJsonValue(QJsonValue::Undefined)), "base64url");
        row("not base64url", with(rsa, "n", QStringLiteral("!!!!")), "base64url");
        row("an alg of another kty", with(rsa, "alg", QStringLiteral("ES256")), "alg does not go");
        row("an HMAC's alg on a public key", with(rsa, "alg", QStringLiteral("HS256")), "alg does not go");
        row("not on the curve", with(p256, "x", p256[QStringLiteral("y")]), "P-256");
        row("a short coordinate", with(p256, "x", QStringLiteral("AQAB")), "P-256");
        row("a private key", with(p256, "d", QStringLiteral("AQAB")), "private key");
        row("Ed25519 of 31 bytes",
            with(TokenSigner(Kind::Ed25519).jwk(), "x", QString::fromLatin1(base64Url(QByteArray(31, 'x')))),
            "Ed25519");
        row("a secret without alg", with(secret, "alg", QJsonValue(QJsonValue::Undefined)), "symmetric");
        row("a secret shorter than its hash", with(secret, "k", QString::fromLatin1(base64Url(QByteArray(63, 'k')))),
            "63 bytes");
        row("a secret for RS256", with(secret, "alg", QStringLiteral("RS256")), "a secret is for");
        row("kid a number", with(rsa, "kid", 1), "kid");
        row("kid too long", with(rsa, "kid", QString(257, u'k')), "kid");
    }

    /// In a file it is an error; from a URL it is left out, and the good keys beside it count.
    void whatIsWrongWithAKey()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, problem);
        const QByteArray json = TokenSigner::keySet(
            {TokenSigner(Kind::Ed25519).jwk(QStringLiteral("good")), QJsonDocument::fromJson(key).object()});
        const auto fromFile = parseKeySet(json, KeySetSource::File);
        QVERIFY(!fromFile);
        QVERIFY2(fromFile.error().detail.contains(problem) && fromFile.error().detail.contains(QLatin1String("key 2")),
                 qPrintable(fromFile.error().detail));
        const auto fromUrl = parseKeySet(json, KeySetSource::Url);
        QVERIFY(fromUrl);
        QCOMPARE(fromUrl->keys.size(), size_t{1});
        QCOMPARE(fromUrl->skipped.size(), 1);
    }

    void secretsComeFromFilesOnly()
    {
        const QByteArray json = TokenSigner::keySet(
            {QJsonObject{{QStringLiteral("kty"), QStringLiteral("oct")},
                         {QStringLiteral("alg"), QStringLiteral("HS384")},
                         {QStringLiteral("kid"), QStringLiteral("s")},
                         {QStringLiteral("k"), QString::fromLatin1(base64Url(QByteArray(48, 'k')))}}});
        QVERIFY(parseKeySet(json, KeySetSource::Url)->keys.empty());
        const auto set = loadKeySet(write("secret.jwks", json), 4096);
        QVERIFY(set);
        const QByteArray token =
            hmacToken(R"({"alg":"HS384","kid":"s"})", "{}", QByteArray(48, 'k'), QCryptographicHash::Sha384);
        QVERIFY(set->keys.at(0).hasSigned(*CompactJws::parse(token.toStdString())));
        const auto open = loadKeySet(write("open.jwks", json, 0644), 4096);
        QVERIFY(!open);
        QVERIFY2(open.error().detail.contains(QLatin1String("0644")), qPrintable(open.error().detail));
        QVERIFY(!loadKeySet(write("big.jwks", json), 64));
    }

    void whatIsNoKeyIsSkipped()
    {
        const auto set = parseKeySet(R"({"keys":["RSA"]})", KeySetSource::Url);
        QVERIFY(set);
        QVERIFY(set->keys.empty());
        QCOMPARE(set->skipped.size(), 1);
        QVERIFY2(set->skipped.front().contains(QLatin1String("is not an object")), qPrintable(set->skipped.front()));
        QVERIFY(!parseKeySet(R"({"keys":["RSA"]})", KeySetSource::File));
    }

    void whatIsNoKeySetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html>login</html>");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no keys") << QByteArray("{}");
        QTest::newRow("keys an object") << QByteArray(R"({"keys":{}})");
        QTest::newRow("cut off") << QByteArray(R"({"keys":[{"kty":"RSA")");
    }

    void whatIsNoKeySetIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!parseKeySet(json, KeySetSource::File));
        QVERIFY(!parseKeySet(json, KeySetSource::Url));
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
        const auto key = loadTokenKey(write("jwt.key", bytes));
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
        const QString path = write("jwt.key", bytes, static_cast<mode_t>(mode));
        const auto key = loadTokenKey(path);
        QVERIFY(!key);
        QVERIFY(key.error().detail.contains(path));
        QVERIFY2(key.error().detail.contains(problem), qPrintable(key.error().detail));
    }

    void theSecretMayStandInTheEnvironment()
    {
        qputenv("SLUICED_TEST_SECRET", "from the environment\n");
        const auto key = loadTokenKey(QStringLiteral("env:SLUICED_TEST_SECRET"));
        QVERIFY(key.has_value());
        QCOMPARE(*key, QByteArray("from the environment"));
        qunsetenv("SLUICED_TEST_SECRET");
        const auto missing = loadTokenKey(QStringLiteral("env:SLUICED_TEST_SECRET"));
        QVERIFY(!missing);
        QVERIFY2(missing.error().detail.contains(QStringLiteral("env:SLUICED_TEST_SECRET")),
                 qPrintable(missing.error().detail));
        QVERIFY(!loadTokenKey(QStringLiteral("env:")));
    }

    void missingFilesAndFoldersAreRefused()
    {
        QVERIFY(!loadTokenKey(m_dir.filePath(QStringLiteral("missing"))));
        QVERIFY(!loadTokenKey(m_dir.path()));
        QVERIFY(!loadPemKeys(m_dir.filePath(QStringLiteral("missing"))));
        QVERIFY(!loadKeySet(m_dir.path(), 4096));
        SystemRandom random;
        QVERIFY(!loadOrCreateTokenKey(m_dir.filePath(QStringLiteral("no/such/folder")), random));
    }

    void aMissingKeyIsMadeOnce()
    {
        const QString path = m_dir.filePath(QStringLiteral("made.key"));
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

    void secretsAreAsLongAsTheirHash()
    {
        for (const TokenAlgorithm algorithm : {TokenAlgorithm::Hs256, TokenAlgorithm::Hs384, TokenAlgorithm::Hs512}) {
            const auto bytes = static_cast<qsizetype>(hmacBytes(algorithm));
            QVERIFY(VerificationKey::secret(QByteArray(bytes, 'k'), {algorithm}));
            QVERIFY(!VerificationKey::secret(QByteArray(bytes - 1, 'k'), {algorithm}));
        }
    }

    void aMissingKeyIsFetchedOnceAMinute()
    {
        const TimePoint start(1h);
        KeySetSchedule schedule;
        schedule.restart(start, 5min);
        QVERIFY(schedule.due() == start);
        schedule.began(start);
        schedule.succeeded();
        QVERIFY(schedule.due() == start + 5min);
        schedule.wanted(start + 10s);
        QVERIFY(schedule.due() == start + 10s);
        schedule.began(start + 10s);
        for (int i = 0; i < 1000; ++i) // as often as anybody likes
            schedule.wanted(start + 11s);
        QVERIFY(schedule.due() == start + 70s);
        schedule.began(start + 70s);
        schedule.wanted(start + 71s);
        QVERIFY(schedule.due() == start + 130s);
        schedule.began(start + 130s);
        schedule.wanted(start + 200s);
        QVERIFY(schedule.due() == start + 200s);
        schedule.began(start + 200s);
        QVERIFY(schedule.due() == start + 500s); // by itself
    }

    void afterFailuresItIsFetchedSooner()
    {
        const TimePoint start(1h);
        KeySetSchedule schedule;
        schedule.restart(start, 5min);
        for (const std::chrono::seconds wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            schedule.began(start);
            schedule.failed(start);
            QVERIFY(schedule.due() == start + wait);
        }
        schedule.began(start);
        schedule.succeeded();
        QVERIFY(schedule.due() == start + 5min);
        schedule.failed(start);
        QVERIFY(schedule.due() == start + 1s);
    }
};

QTEST_GUILESS_MAIN(TestTokenKeys)
#include "tst_tokenkeys.moc"

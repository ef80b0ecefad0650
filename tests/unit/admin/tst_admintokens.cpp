#include "server/admin/admintokens.h"
#include "server/admin/auditlog.h"
#include "server/config/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

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
    void knowsSeveralRoles();
    void privateFilesAreReplacedWhole();
    void auditLogAppends();

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

QTEST_APPLESS_MAIN(TestAdminTokens)
#include "tst_admintokens.moc"

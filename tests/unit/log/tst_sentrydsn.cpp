#include "server/log/sentrydsn.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestSentryDsn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("usual") << QStringLiteral("https://abc@sentry.example/42")
                               << QStringLiteral("https://sentry.example/api/42/envelope/");
        QTest::newRow("port") << QStringLiteral("http://abc@127.0.0.1:9000/1")
                              << QStringLiteral("http://127.0.0.1:9000/api/1/envelope/");
        QTest::newRow("folder") << QStringLiteral("https://abc@h.example/a/b/42")
                                << QStringLiteral("https://h.example/a/b/api/42/envelope/");
        QTest::newRow("old secret") << QStringLiteral("https://abc:def@h.example/42")
                                    << QStringLiteral("https://h.example/api/42/envelope/");
    }

    void parses()
    {
        QFETCH(QString, text);
        const auto dsn = SentryDsn::parse(text);
        QVERIFY(dsn);
        QCOMPARE(dsn->key, "abc");
        QTEST(dsn->endpoint.toString(), "endpoint");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no key") << QStringLiteral("https://sentry.example/42");
        QTest::newRow("no project") << QStringLiteral("https://abc@sentry.example/");
        QTest::newRow("no host") << QStringLiteral("https://abc@/42");
        QTest::newRow("other scheme") << QStringLiteral("file://abc@host/42");
        QTest::newRow("no URL") << QStringLiteral("abc def");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!SentryDsn::parse(text));
    }

    void readsAFileThatIsNobodyElses()
    {
        write("https://abc@sentry.example/42\n");
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        const auto dsn = SentryDsn::read(m_file);
        QVERIFY2(dsn, dsn ? "" : qUtf8Printable(dsn.error().detail));
        QCOMPARE(dsn->key, "abc");
    }

    void refusesAFileThatIsOpenToOthers()
    {
        write("https://abc@sentry.example/42\n");
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const auto dsn = SentryDsn::read(m_file);
        QVERIFY(!dsn);
        QCOMPARE(dsn.error().code, ErrorCode::Forbidden);
    }

    void saysNothingOfWhatIsInABadFile()
    {
        write("https://secret@/\n");
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        const auto dsn = SentryDsn::read(m_file);
        QVERIFY(!dsn);
        QVERIFY(dsn.error().detail.contains(m_file));
        QVERIFY2(!dsn.error().detail.contains(QLatin1String("secret")), qUtf8Printable(dsn.error().detail));
    }

private:
    void write(const QByteArray &contents)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(contents);
    }

    QTemporaryDir m_directory;
    const QString m_file = m_directory.filePath(QStringLiteral("dsn"));
};

QTEST_APPLESS_MAIN(TestSentryDsn)
#include "tst_sentrydsn.moc"

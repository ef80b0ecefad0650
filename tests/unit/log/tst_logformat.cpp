#include "server/log/logformat.h"

#include "tests/support/smallpipe.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

#include <sys/stat.h>

using namespace sluice;
using namespace sluice::server;
using sluice::test::SmallPipe;

namespace {

constexpr WallTime kTime{std::chrono::milliseconds(1'700'000'000'123)};

LogLine line(const QString &message, LogLevel level = LogLevel::Warning)
{
    return {kTime, level, QStringLiteral("app"), message};
}

QJsonObject json(const QString &message)
{
    return QJsonDocument::fromJson(formatLogLine(line(message), {.isJson = true})).object();
}

} // namespace

class TestLogFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text()
    {
        const QByteArray time = QDateTime::fromMSecsSinceEpoch(toUnixMs(kTime))
                                    .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"))
                                    .toLatin1();
        QCOMPARE(formatLogLine(line(QStringLiteral("stopped")), {}), time + " warning sluice.app stopped\n");
    }

    void whatIsNotOursKeepsItsName()
    {
        const LogLine foreign{kTime, LogLevel::Info, QStringLiteral("qt.network.ssl"), QStringLiteral("x")};
        QVERIFY(formatLogLine(foreign, {}).endsWith(" info qt.network.ssl x\n"));
    }

    void aMessageWritesNoLineOfItsOwn_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("newline") << QStringLiteral("a\n2026 info sluice.app forged");
        QTest::newRow("carriage return") << QStringLiteral("a\rforged");
        QTest::newRow("escape sequence") << QStringLiteral("a\u001b[2Jb");
        QTest::newRow("line separator") << QStringLiteral("a\u2028b");
    }

    void aMessageWritesNoLineOfItsOwn()
    {
        QFETCH(QString, message);
        for (const bool isJson : {false, true}) {
            const QByteArray written = formatLogLine(line(message), {.isJson = isJson});
            QCOMPARE(written.count('\n'), 1);
            QVERIFY(written.endsWith('\n'));
            QVERIFY2(!written.contains('\r') && !written.contains('\x1b'), written.constData());
        }
        QCOMPARE(json(message)[QLatin1String("message")].toString(), message);
    }

    void jsonHasAllMembers()
    {
        const QByteArray written =
            formatLogLine(line(QStringLiteral("loop stuck name=main ms=1200")), {.isJson = true});
        QCOMPARE(written,
                 QByteArray(R"({"time":"2023-11-14T22:13:20.123Z","level":"warning","category":"app",)"
                            R"("message":"loop stuck","fields":{"name":"main","ms":"1200"}})"
                            "\n"));
    }

    void journalLinesBeginWithTheirPriority()
    {
        const LogStyle journal{.isJournal = true};
        QCOMPARE(formatLogLine(line(QStringLiteral("x"), LogLevel::Debug), journal), "<7>debug sluice.app x\n");
        QCOMPARE(formatLogLine(line(QStringLiteral("x"), LogLevel::Info), journal), "<6>info sluice.app x\n");
        QCOMPARE(formatLogLine(line(QStringLiteral("x"), LogLevel::Warning), journal), "<4>warning sluice.app x\n");
        QCOMPARE(formatLogLine(line(QStringLiteral("x"), LogLevel::Critical), journal), "<2>critical sluice.app x\n");
        QCOMPARE(formatLogLine(line(QStringLiteral("x"), LogLevel::Fatal), journal), "<1>fatal sluice.app x\n");
        QVERIFY(formatLogLine(line(QStringLiteral("x")), {true, true}).startsWith("<4>{\"time\":"));
    }

    void onlyTheDescriptorThatTheJournalNamesIsItsOwn()
    {
        const SmallPipe pipe;
        const SmallPipe other;
        struct stat status = {};
        QCOMPARE(::fstat(pipe.writeEnd(), &status), 0);
        qputenv("JOURNAL_STREAM",
                QByteArray::number(qulonglong(status.st_dev)) + ':' + QByteArray::number(qulonglong(status.st_ino)));
        QVERIFY(isJournal(pipe.writeEnd()));
        QVERIFY(!isJournal(other.writeEnd()));
        qunsetenv("JOURNAL_STREAM");
        QVERIFY(!isJournal(pipe.writeEnd()));
        QVERIFY(!isJournal(-1));
    }

    void takesMessagesApart_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("no fields") << QStringLiteral("stopped") << QStringLiteral("stopped") << QStringList();
        QTest::newRow("as QDebug writes it")
            << QStringLiteral("drain began by= alice reason= \"a b\"") << QStringLiteral("drain began")
            << QStringList{QStringLiteral("by:alice"), QStringLiteral("reason:a b")};
        QTest::newRow("spaces in a value")
            << QStringLiteral("cannot accept reason=Too many open files n=3") << QStringLiteral("cannot accept")
            << QStringList{QStringLiteral("reason:Too many open files"), QStringLiteral("n:3")};
        QTest::newRow("a key in quotes is none")
            << QStringLiteral("threw what= \"no \\\"x\\\" a=1\" n= 2") << QStringLiteral("threw")
            << QStringList{QStringLiteral("what:no \\\"x\\\" a=1"), QStringLiteral("n:2")};
        QTest::newRow("empty value") << QStringLiteral("began reason= by= bob") << QStringLiteral("began")
                                     << QStringList{QStringLiteral("reason:"), QStringLiteral("by:bob")};
        QTest::newRow("twice the same key")
            << QStringLiteral("x a=1 a=2") << QStringLiteral("x a=1 a=2") << QStringList();
        QTest::newRow("only fields") << QStringLiteral("a=1") << QStringLiteral("a=1") << QStringList();
        QTest::newRow("no key before the sign") << QStringLiteral("1 = 1") << QStringLiteral("1 = 1") << QStringList();
        QTest::newRow("empty") << QString() << QString() << QStringList();
    }

    void takesMessagesApart()
    {
        QFETCH(QString, message);
        const LogMessageParts parts = splitLogMessage(message);
        QTEST(parts.text, "text");
        QStringList fields;
        for (const auto &[key, value] : parts.fields)
            fields.append(key + u':' + value);
        QTEST(fields, "fields");
    }
};

QTEST_APPLESS_MAIN(TestLogFormat)
#include "tst_logformat.moc"

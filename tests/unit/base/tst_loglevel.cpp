#include "shared/base/loglevel.h"

#include <QTest>

using namespace sluice;

/// What `log.levels` takes, and what it says of the rest.
class TestLogLevel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("category");
        QTest::addColumn<int>("level");
        QTest::newRow("one") << QStringLiteral("routing=debug") << QStringLiteral("routing") << int(LogLevel::Debug);
        QTest::newRow("all") << QStringLiteral("*=critical") << QStringLiteral("*") << int(LogLevel::Critical);
        QTest::newRow("spaces") << QStringLiteral(" app = info ") << QStringLiteral("app") << int(LogLevel::Info);
    }

    void takesRules()
    {
        QFETCH(QString, text);
        const auto rule = parseLogLevelRule(text);
        QVERIFY(rule);
        QTEST(rule->category, "category");
        QTEST(int(rule->level), "level");
        QVERIFY(!logLevelRuleFault(text));
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::newRow("no level") << QStringLiteral("routing") << QStringLiteral("not category=level");
        QTest::newRow("empty") << QString() << QStringLiteral("not category=level");
        QTest::newRow("mistyped category")
            << QStringLiteral("ruoting=debug") << QStringLiteral("did you mean routing?");
        QTest::newRow("unlike any category") << QStringLiteral("xyzzy=debug") << QStringLiteral("known are *, app");
        QTest::newRow("mistyped level") << QStringLiteral("app=warnign") << QStringLiteral("did you mean warning?");
        QTest::newRow("a level that cannot be set") << QStringLiteral("app=fatal") << QStringLiteral("log level");
        QTest::newRow("full name") << QStringLiteral("sluice.app=info") << QStringLiteral("log category");
    }

    void refusesTheRest()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QVERIFY(!parseLogLevelRule(text));
        const auto fault = logLevelRuleFault(text);
        QVERIFY(fault);
        QVERIFY2(fault->contains(hint), qUtf8Printable(*fault));
    }
};

QTEST_APPLESS_MAIN(TestLogLevel)
#include "tst_loglevel.moc"

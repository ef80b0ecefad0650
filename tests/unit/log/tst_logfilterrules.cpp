#include "server/log/logfilterrules.h"

#include "shared/base/logging.h"

#include <QLoggingCategory>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

/// What Qt makes of the rules.
class TestLogFilterRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLoggingCategory::setFilterRules({}); }

    void levels_data()
    {
        QTest::addColumn<QStringList>("levels");
        QTest::addColumn<QtMsgType>("least of app");
        QTest::addColumn<QtMsgType>("least of work");
        const QStringList all{QStringLiteral("*=warning")};
        const QStringList one{QStringLiteral("app=debug")};
        QTest::newRow("by default") << QStringList() << QtInfoMsg << QtInfoMsg;
        QTest::newRow("one") << one << QtDebugMsg << QtInfoMsg;
        QTest::newRow("all") << all << QtWarningMsg << QtWarningMsg;
        QTest::newRow("all, then one") << all + one << QtDebugMsg << QtWarningMsg;
        QTest::newRow("one, then all") << one + all << QtDebugMsg << QtWarningMsg;
        QTest::newRow("twice the same") << one + QStringList{QStringLiteral("app=critical")} << QtCriticalMsg
                                        << QtInfoMsg;
    }

    void levels()
    {
        QFETCH(QStringList, levels);
        QLoggingCategory::setFilterRules(logFilterRules(levels));
        QTEST(leastOf(lcApp()), "least of app");
        QTEST(leastOf(lcWork()), "least of work");
    }

    void qtsOwnCategoriesStayAsTheyAre()
    {
        const QLoggingCategory foreign("qt.something");
        const QtMsgType before = leastOf(foreign);
        QLoggingCategory::setFilterRules(logFilterRules({QStringLiteral("*=critical")}));
        QCOMPARE(leastOf(foreign), before);
    }

private:
    static QtMsgType leastOf(const QLoggingCategory &category)
    {
        for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg}) {
            if (category.isEnabled(type))
                return type;
        }
        return QtCriticalMsg;
    }
};

QTEST_APPLESS_MAIN(TestLogFilterRules)
#include "tst_logfilterrules.moc"

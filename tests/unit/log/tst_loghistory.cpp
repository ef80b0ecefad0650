#include "server/log/loghistory.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

LogLinePtr line(const QString &message, LogLevel level = LogLevel::Info, const char *category = "app")
{
    return std::make_shared<const LogLine>(LogLine{{}, level, QLatin1String(category), message});
}

QStringList messages(const std::vector<LogLinePtr> &lines)
{
    QStringList texts;
    for (const LogLinePtr &one : lines)
        texts.append(one->message);
    return texts;
}

void append(LogHistory &history, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        history.append(line(QString::number(i)));
}

} // namespace

class TestLogHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastOnesInOrder()
    {
        LogHistory history;
        append(history, 5);
        QCOMPARE(messages(history.last(2, {})), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
        QCOMPARE(history.last(100, {}).size(), 5U);
    }

    void byCategoryAndLevel()
    {
        LogHistory history;
        history.append(line(QStringLiteral("a"), LogLevel::Info, "app"));
        history.append(line(QStringLiteral("b"), LogLevel::Warning, "work"));
        history.append(line(QStringLiteral("c"), LogLevel::Critical, "app"));
        QCOMPARE(messages(history.last(9, {QStringLiteral("app"), LogLevel::Debug})),
                 (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(messages(history.last(9, {{}, LogLevel::Warning})),
                 (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(messages(history.last(1, {{}, LogLevel::Warning})), QStringList{QStringLiteral("c")});
    }

    void keepsSoManyAndNoMore()
    {
        LogHistory history;
        append(history, LogHistory::kCapacity);
        QCOMPARE(messages(history.last(LogHistory::kCapacity, {})).constFirst(), QStringLiteral("0"));
        history.append(line(QStringLiteral("new")));
        const QStringList kept = messages(history.last(LogHistory::kCapacity + 1, {}));
        QCOMPARE(kept.size(), qsizetype(LogHistory::kCapacity));
        QCOMPARE(kept.constFirst(), QStringLiteral("1"));
        QCOMPARE(kept.constLast(), QStringLiteral("new"));
    }

    void newsGoOnWhereTheyEnded()
    {
        LogHistory history;
        append(history, 3);
        const quint64 position = history.position();
        QVERIFY(history.since(position).lines.empty());
        history.append(line(QStringLiteral("x")));
        const LogHistory::News news = history.since(position);
        QCOMPARE(messages(news.lines), QStringList{QStringLiteral("x")});
        QCOMPARE(news.missed, quint64(0));
        QVERIFY(history.since(news.position).lines.empty());
    }

    void newsSayWhatWasMissed()
    {
        LogHistory history;
        append(history, LogHistory::kCapacity);
        QCOMPARE(history.since(0).missed, quint64(0));
        append(history, 2);
        const LogHistory::News news = history.since(0);
        QCOMPARE(news.missed, quint64(2));
        QCOMPARE(news.lines.size(), LogHistory::kCapacity);
    }
};

QTEST_APPLESS_MAIN(TestLogHistory)
#include "tst_loghistory.moc"

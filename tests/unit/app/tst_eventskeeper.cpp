#include "server/app/eventskeeper.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::server;

namespace {

class NullHandler final : public Handler
{
public:
    HandlerResult handle(const Request &) override { return Outcome::success(); }
};

QByteArray eventText(const char *id, const char *more = "")
{
    return QByteArray("[[event]]\nid = '") + id + "'\nhandler = 'test'\n" + more;
}

} // namespace

class TestEventsKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"test", "rpc.discover", "rpc.login", "rpc.list-methods", "rpc.ping",
                                 "rpc.session.hello", "rpc.session.refresh", "rpc.on", "rpc.off", "topics.subscribe",
                                 "topics.unsubscribe", "topics.publish", "presence.get"})
            m_handlers.emplace(name, std::make_unique<NullHandler>());
    }

    void init()
    {
        m_metrics = std::make_unique<Metrics>();
        m_published.clear();
        m_keeper = std::make_unique<EventsKeeper>(*m_metrics, m_handlers,
                                                  [this](const EventRegistryPtr &events) { m_published << events; });
        m_config.eventsFile = write("events.toml", eventText("a/a"));
    }

    void publishesWhatItReads()
    {
        QVERIFY(!m_keeper->current());
        const auto read = m_keeper->reload(m_config, QStringLiteral("start"));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(m_published, QList<EventRegistryPtr>{*read});
        QCOMPARE(m_keeper->current(), *read);
        QVERIFY((*read)->find("a/a") && (*read)->find("rpc.ping"));
        m_metrics->add((*(*read)->find("a/a"))->index, EventCounter::Received); // there is room for it
        QCOMPARE(m_metrics->total(Counter::EventsReloads), 0u);                 // the start is no reload
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("SIGHUP")));
        QCOMPARE(m_metrics->total(Counter::EventsReloads), 1u);
    }

    void aMistakeAnywhereLeavesEverything()
    {
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("start")));
        const EventRegistryPtr before = m_keeper->current();
        write("events.toml", eventText("a/new") + eventText("a/bad", "priority = 'urgent'\n"));
        const auto failed = m_keeper->reload(m_config, QStringLiteral("SIGHUP"));
        QVERIFY(!failed);
        QVERIFY2(
            failed.error().detail.startsWith(m_config.eventsFile + QLatin1String(":7: a/bad priority: is no priority")),
            qPrintable(failed.error().detail));
        QCOMPARE(m_keeper->current(), before);
        QCOMPARE(m_published.size(), 1);
        QCOMPARE(m_metrics->total(Counter::EventsReloadsFailed), 1u);
        QVERIFY(QFile::remove(m_config.eventsFile));
        QVERIFY(!m_keeper->reload(m_config, QStringLiteral("SIGHUP")));
        QCOMPARE(m_keeper->current(), before);
    }

    void countersStayWithTheirEvent()
    {
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("start")));
        const EventIndex index = (*m_keeper->current()->find("a/a"))->index;
        m_metrics->add(index, EventCounter::Received, 5);
        write("events.toml", eventText("a/first") + eventText("a/a"));
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("SIGHUP")));
        QVERIFY((*m_keeper->current()->find("a/a"))->index == index);
        QCOMPARE(m_metrics->totals(index).received, 5u);
        QCOMPARE(m_metrics->totals((*m_keeper->current()->find("a/first"))->index).received, 0u);
    }

    void followsTheConfigurationToAnotherFile()
    {
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("start")));
        m_keeper->follow(m_config);
        QCOMPARE(m_published.size(), 1); // the same file is not read again
        Config other = m_config;
        other.eventsFile = write("other.toml", eventText("a/other"));
        QVERIFY(m_keeper->check(other));
        QVERIFY(!m_keeper->current()->find("a/other"));
        m_keeper->follow(other);
        QVERIFY(m_keeper->current()->find("a/other"));
        QVERIFY(!m_keeper->current()->find("a/a"));
    }

    void checksBeforeItFollows()
    {
        QVERIFY(m_keeper->reload(m_config, QStringLiteral("start")));
        Config other = m_config;
        other.eventsFile = write("bad.toml", eventText("a/b", "timeout-ms = 0\npriority = 'x'\n"));
        const auto checked = m_keeper->check(other);
        QVERIFY(!checked);
        const QJsonArray errors =
            QJsonDocument::fromJson(checked.error().data).object().value(QLatin1String("errors")).toArray();
        QCOMPARE(errors.size(), 2);
        QCOMPARE(errors.at(0).toObject().value(QLatin1String("key")).toString(), QStringLiteral("events-file"));
        const QString reason = errors.at(0).toObject().value(QLatin1String("reason")).toString();
        QVERIFY2(reason.startsWith(other.eventsFile + QLatin1String(":4: a/b timeout-ms: is out of range")),
                 qPrintable(reason));
        QCOMPARE(m_published.size(), 1);
        QVERIFY(m_keeper->check(m_config)); // the one in use is not read
    }

private:
    QString write(const char *name, const QByteArray &toml)
    {
        QFile file(m_directory.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(toml) != toml.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    QTemporaryDir m_directory;
    HandlerTable m_handlers;
    Config m_config;
    std::unique_ptr<Metrics> m_metrics;
    QList<EventRegistryPtr> m_published;
    std::unique_ptr<EventsKeeper> m_keeper;
};

QTEST_APPLESS_MAIN(TestEventsKeeper)
#include "tst_eventskeeper.moc"

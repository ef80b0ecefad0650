#include "server/log/logsink.h"

#include "shared/base/logging.h"
#include "tests/support/fakeclock.h"
#include "tests/support/smallpipe.h"

#include <QLoggingCategory>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/wait.h>

using namespace sluice;
using namespace sluice::server;
using sluice::test::FakeClock;
using sluice::test::SmallPipe;

class TestLogSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void messagesOfTheProcessAreWritten();
    void levelsApplyAtOnce();
    void theLimitSuppressesAndSaysSo();
    void longMessagesAreCut();
    void warningsAreTrackedAndReported();
    void operatorsSeeLinesThatNobodyReads();
    void aFatalMessageIsWrittenBeforeTheEnd();
    void afterTheStopQtHasTheMessagesAgain();

private:
    QByteArray written();

    Metrics m_metrics;
    FakeClock m_clock;
    std::unique_ptr<SmallPipe> m_pipe;
    std::unique_ptr<LogSink> m_sink;
    QStringList m_reported;
};

void TestLogSink::init()
{
    m_reported.clear();
    m_pipe = std::make_unique<SmallPipe>();
    m_sink = std::make_unique<LogSink>(m_metrics, m_clock, m_pipe->writeEnd());
    m_sink->setReport([this](const ErrorGroup &group) { m_reported.append(group.sample.message); });
    m_sink->setConfig({});
    m_sink->start();
}

void TestLogSink::cleanup()
{
    m_sink.reset();
    QLoggingCategory::setFilterRules({});
}

QByteArray TestLogSink::written()
{
    m_sink->flush();
    return m_pipe->readAvailable();
}

void TestLogSink::messagesOfTheProcessAreWritten()
{
    qCInfo(lcApp) << "stopped";
    qCDebug(lcApp) << "not wanted";
    qInfo("not ours");
    const QByteArray lines = written();
    QVERIFY2(lines.contains(" info sluice.app stopped\n"), lines.constData());
    QVERIFY2(lines.endsWith(" info default not ours\n"), lines.constData());
    QVERIFY(!lines.contains("not wanted"));
}

void TestLogSink::levelsApplyAtOnce()
{
    Config config;
    config.log.levels = {QStringLiteral("app=debug"), QStringLiteral("work=warning")};
    config.log.format = LogFormat::Json;
    m_sink->setConfig(config);
    qCDebug(lcApp) << "wanted now";
    qCInfo(lcWork) << "not any more";
    const QByteArray lines = written();
    QVERIFY2(lines.contains(R"("level":"debug","category":"app","message":"wanted now"})"), lines.constData());
    QCOMPARE(lines.count('\n'), 1);
}

void TestLogSink::theLimitSuppressesAndSaysSo()
{
    Config config;
    config.log.maxPerSecond = 2;
    m_sink->setConfig(config);
    const quint64 before = m_metrics.total(Counter::LogLinesSuppressed);
    for (int i = 0; i < 5; ++i)
        qCInfo(lcApp) << "again" << i;
    QCOMPARE(m_metrics.total(Counter::LogLinesSuppressed) - before, 3U);
    m_clock.advance(std::chrono::seconds(1));
    m_sink->tellSuppressed();
    const QByteArray lines = written();
    QCOMPARE(lines.count("again"), 2);
    QVERIFY2(lines.endsWith(" warning sluice.app log lines suppressed category=app count=3\n"), lines.constData());
    m_sink->tellSuppressed();
    QCOMPARE(written(), QByteArray());
}

void TestLogSink::longMessagesAreCut()
{
    m_sink->take({{}, LogLevel::Info, QStringLiteral("app"), QString(LogLine::kMaxMessageLength + 1, u'x')});
    QCOMPARE(written().count('x'), LogLine::kMaxMessageLength);
}

void TestLogSink::warningsAreTrackedAndReported()
{
    qCInfo(lcApp) << "fine";
    for (int i = 0; i < 3; ++i)
        qCWarning(lcApp) << "stuck ms=" << i;
    QCOMPARE(m_sink->errors().size(), 1U);
    QCOMPARE(m_sink->errors().last(1)[0].count, quint64(3));
    QCOMPARE(m_reported, QStringList{QStringLiteral("stuck ms= 0")});
}

void TestLogSink::operatorsSeeLinesThatNobodyReads()
{
    m_pipe->fill();
    qCInfo(lcApp) << "stopped";
    QCOMPARE(m_sink->history().last(1, {}).at(0)->message, QStringLiteral("stopped"));
}

void TestLogSink::aFatalMessageIsWrittenBeforeTheEnd()
{
    m_sink.reset(); // threads do not survive a fork
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // Qt Test has a handler of its own
        LogSink sink(m_metrics, m_clock, m_pipe->writeEnd());
        sink.start();
        qFatal("the end");
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGABRT);
    QVERIFY(m_pipe->readAvailable().endsWith(" fatal default the end\n"));
}

void TestLogSink::afterTheStopQtHasTheMessagesAgain()
{
    m_sink->stop();
    QTest::ignoreMessage(QtInfoMsg, "to Qt");
    qInfo("to Qt");
    QCOMPARE(m_pipe->readAvailable(), QByteArray());
}

QTEST_APPLESS_MAIN(TestLogSink)
#include "tst_logsink.moc"

// clazy:excludeall=non-pod-global-static (constants of the test)
#include "server/transport/refusallog.h"

#include "tests/support/fakeclock.h"

#include <QLoggingCategory>
#include <QTest>

using namespace sluice::server;
using sluice::test::FakeClock;

/// Every refusal is counted by its reason; the log gets one of each a second.
class TestRefusalLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEachAndLogsOneASecond();
    void namesTheClientOfAProxy();
};

namespace {

QStringList s_lines;

void take(QtMsgType, const QMessageLogContext &, const QString &line)
{
    s_lines.append(line);
}

/// Collects the log while it lives.
class LogCapture
{
public:
    LogCapture()
        : m_before(qInstallMessageHandler(take))
    {
        s_lines.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("*.info=true"));
    }
    ~LogCapture() { qInstallMessageHandler(m_before); }

private:
    QtMessageHandler m_before;
};

const HttpRefusal kOrigin{403, "No.", 0, {}, Counter::ConnectionsRefusedOrigin};
const HttpRefusal kFull{503, "Full.", 5, {}, Counter::ConnectionsRefusedFull};

} // namespace

void TestRefusalLog::countsEachAndLogsOneASecond()
{
    Metrics metrics;
    FakeClock clock;
    RefusalLog log(metrics, clock);
    const LogCapture capture;
    for (int i = 0; i < 1000; ++i)
        log.add(kOrigin, "192.0.2.1");
    log.add(kFull, "192.0.2.2");
    clock.advance(std::chrono::milliseconds(999));
    log.add(kFull, "192.0.2.2");
    const QStringList first{
        QStringLiteral("connection refused status=403 address=192.0.2.1 unlogged=0 text=\"No.\""),
        QStringLiteral("connection refused status=503 address=192.0.2.2 unlogged=0 text=\"Full.\"")};
    QCOMPARE(s_lines, first);
    clock.advance(std::chrono::milliseconds(1));
    log.add(kOrigin, "192.0.2.3");
    QCOMPARE(s_lines.size(), 3);
    QVERIFY2(s_lines.last().contains(QLatin1String("address=192.0.2.3 unlogged=999")), qPrintable(s_lines.last()));

    QCOMPARE(metrics.total(Counter::ConnectionsRefusedOrigin), quint64{1001});
    QCOMPARE(metrics.total(Counter::ConnectionsRefusedFull), quint64{2});
    QCOMPARE(metrics.total(Counter::ConnectionsRefusedMalformed), quint64{0});
}

void TestRefusalLog::namesTheClientOfAProxy()
{
    Metrics metrics;
    const FakeClock clock;
    RefusalLog log(metrics, clock);
    const LogCapture capture;
    HttpRefusal refusal = kFull;
    refusal.client = "192.0.2.1";
    log.add(refusal, "10.0.0.1");
    QVERIFY(s_lines.value(0).contains(QLatin1String("address=192.0.2.1 ")));
}

QTEST_APPLESS_MAIN(TestRefusalLog)
#include "tst_refusallog.moc"

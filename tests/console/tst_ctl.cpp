#include "console/ctl/ctloptions.h"
#include "console/ctl/texttable.h"

#include <QTest>

using namespace sluice::console;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The parts of sluicectl that need no server.
class TestCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSpans_data();
    void readsSpans();
    void alignsColumns();
    void showsNoControlCharacters();
    void readsTheServersAddress_data();
    void readsTheServersAddress();
};

void TestCtl::readsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("ms"); // -1: it is none
    QTest::newRow("milliseconds") << u"500ms"_s << 500;
    QTest::newRow("seconds") << u"30s"_s << 30'000;
    QTest::newRow("minutes") << u"5m"_s << 300'000;
    QTest::newRow("hour") << u"1h"_s << 3'600'000;
    QTest::newRow("nothing") << u"0s"_s << 0;
    QTest::newRow("no unit") << u"30"_s << -1;
    QTest::newRow("no number") << u"s"_s << -1;
    QTest::newRow("negative") << u"-1s"_s << -1;
    QTest::newRow("fraction") << u"1.5s"_s << -1;
    QTest::newRow("too long") << u"1000001h"_s << -1;
    QTest::newRow("empty") << QString() << -1;
}

void TestCtl::readsSpans()
{
    QFETCH(QString, text);
    QFETCH(int, ms);
    const auto span = parseSpan(text);
    QCOMPARE(span ? static_cast<int>(span->count()) : -1, ms);
}

void TestCtl::alignsColumns()
{
    TextTable table({u"NAME"_s, u"COUNT"_s, u"NOTE"_s});
    table.addRow({u"a"_s, u"5"_s, u"x"_s});
    table.addRow({u"longer"_s, u"12345678"_s, QString()});
    QCOMPARE(table.toText(),
             u"NAME       COUNT  NOTE\n"
             "a              5  x\n"
             "longer  12345678\n"_s);
    QCOMPARE(TextTable({u"A"_s, u"B"_s}).toText(), u"A  B\n"_s);
}

void TestCtl::showsNoControlCharacters()
{
    TextTable table({u"BY"_s});
    table.addRow({u"eve\x1b[2J\n\u202e"_s});
    QCOMPARE(table.toText(), u"BY\neve?[2J??\n"_s);
}

void TestCtl::readsTheServersAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::newRow("host") << u"example.org"_s << u"ws://example.org:7601/"_s;
    QTest::newRow("host and port") << u"127.0.0.1:80"_s << u"ws://127.0.0.1:80/"_s;
    QTest::newRow("IPv6") << u"[::1]:7700"_s << u"ws://[::1]:7700/"_s;
    QTest::newRow("port 0") << u"a:0"_s << QString();
    QTest::newRow("port too large") << u"a:65536"_s << QString();
    QTest::newRow("path") << u"a/b"_s << QString();
    QTest::newRow("user") << u"me@a"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestCtl::readsTheServersAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const CtlOptions options = CtlOptions::parse({u"sluicectl"_s, u"--server"_s, text, u"info"_s});
    QCOMPARE(options.outcome == CtlOptions::Outcome::Run, !url.isEmpty());
    if (!url.isEmpty())
        QCOMPARE(options.profile.url().toString(), url);
}

QTEST_APPLESS_MAIN(TestCtl)
#include "tst_ctl.moc"

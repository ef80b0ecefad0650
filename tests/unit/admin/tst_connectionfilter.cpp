#include "shared/admin/connectionfilter.h"

#include <QTest>

using namespace sluice::admin;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using Kind = FilterFault::Kind;

Q_DECLARE_METATYPE(FilterFault::Kind)

/// What operators can type to find connections, and what they are told when they mistype it.
class TestConnectionFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesPatterns_data();
    void matchesPatterns();
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void theFaultNamesTermAndPosition();
    void thereIsAMostOfTermsAndOfCharacters();
    void whoIsNotLoggedInHasNoUser();
    void findsClosed_data();
    void findsClosed();
    void rowsComeBackFromJson();
};

namespace {

ConnectionRow someRow()
{
    ConnectionRow row;
    row.id = 4434;
    row.user = "u-4411";
    row.roles = {"guest", "beta"};
    row.address = "10.0.3.7";
    row.age = milliseconds(90'000);
    row.rtt = microseconds(120'500);
    row.inPerSecond = 12.5;
    row.received = 2000;
    row.refused = 7;
    row.limited = 3;
    row.pendingBytes = 65'536;
    row.state = ConnectionState::Slow;
    return row;
}

} // namespace

void TestConnectionFilter::matchesPatterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("itself") << QByteArray("ada") << QByteArray("ada") << true;
    QTest::newRow("another case") << QByteArray("Ada") << QByteArray("ada") << false;
    QTest::newRow("a part only") << QByteArray("ad") << QByteArray("ada") << false;
    QTest::newRow("begin") << QByteArray("ad*") << QByteArray("ada") << true;
    QTest::newRow("star for nothing") << QByteArray("ada*") << QByteArray("ada") << true;
    QTest::newRow("end") << QByteArray("*a") << QByteArray("ada") << true;
    QTest::newRow("wrong end") << QByteArray("*b") << QByteArray("ada") << false;
    QTest::newRow("middle") << QByteArray("a*c*e") << QByteArray("abcde") << true;
    QTest::newRow("back to the star") << QByteArray("*ab") << QByteArray("aab") << true;
    QTest::newRow("order counts") << QByteArray("*c*b*") << QByteArray("abc") << false;
    QTest::newRow("all") << QByteArray("*") << QByteArray("") << true;
    QTest::newRow("several stars") << QByteArray("**a**") << QByteArray("a") << true;
    QTest::newRow("nothing") << QByteArray("") << QByteArray("") << true;
    QTest::newRow("nothing for something") << QByteArray("") << QByteArray("a") << false;
    QTest::newRow("bytes of a letter") << QByteArray("j*rg") << QByteArray("j\xc3\xb6rg") << true;
    QTest::newRow("many stars in vain") << QByteArray("*a*a*a*a*a*a*a*a*b") << QByteArray(500, 'a') << false;
}

void TestConnectionFilter::matchesPatterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QTEST(TextPattern(pattern.toStdString()).matches(text.toStdString()), "matches");
}

void TestConnectionFilter::finds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *filter, bool matches) {
        QTest::newRow(*filter ? filter : "nothing") << QString::fromUtf8(filter) << matches;
    };
    row("", true);
    row("   ", true);
    row("user:u-4411", true);
    row("user:u-44*", true);
    row("user:U-44*", false);
    row("user:u-44", false);
    row("user:", false);
    row("-user:", true);
    row("role:guest", true);
    row("role:beta", true);
    row("role:admin", false);
    row("role:*", true);
    row("-role:admin", true);
    row("address:10.0.*", true);
    row("address:10.1.*", false);
    row("state:slow", true);
    row("state:ok", false);
    row("state:*o*", true);
    row("-state:ok", true);
    row("age>60s", true);
    row("age>90", false);
    row("age>=90", true);
    row("age>1m", true);
    row("age<1h", true);
    row("age>89999ms", true);
    row("age<=1.5m", true);
    row("rtt>100", true);
    row("rtt>100ms", true);
    row("rtt>=120.5", true);
    row("rtt>120.5", false);
    row("rtt<1s", true);
    row("in>12", true);
    row("in>=12.5", true);
    row("in<12.5", false);
    row("received>1999", true);
    row("received>=2k", true);
    row("received>2k", false);
    row("limited>0", true);
    row("limited>3", false);
    row("refused>=7", true);
    row("refused<7", false);
    row("pending>=64k", true);
    row("pending>64k", false);
    row("pending>65535", true);
    row("pending<1m", true);
    row("4411", true);
    row("4434", true);
    row("443", false); // of an id no part
    row("0.3.7", true);
    row("u*11", true);
    row("ada", false);
    row("-ada", true);
    row("-4434", false);
    row("::1", false);
    row("user:u-44* role:guest  age>60s\tstate:slow", true);
    row("user:u-44* role:admin", false);
    row("-role:admin -state:closing limited>0", true);
}

void TestConnectionFilter::finds()
{
    QFETCH(QString, filter);
    const auto parsed = ConnectionFilter::parse(filter);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().text()));
    QTEST(parsed->matches(someRow()), "matches");
}

void TestConnectionFilter::refuses_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<FilterFault::Kind>("kind");
    QTest::addColumn<QString>("term");
    QTest::addColumn<int>("position");
    const auto row = [](const char *filter, Kind kind, const char *term, int position) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << kind << QString::fromUtf8(term) << position;
    };
    row("usr:ada", Kind::UnknownField, "usr:ada", 0);
    row("user:ada colour>5", Kind::UnknownField, "colour>5", 9);
    row("User:ada", Kind::UnknownField, "User:ada", 0);
    row("user>5", Kind::NeedsText, "user>5", 0);
    row("  state<slow", Kind::NeedsText, "state<slow", 2);
    row("age:60s", Kind::NeedsComparison, "age:60s", 0);
    row("pending:", Kind::NeedsComparison, "pending:", 0);
    row("age>", Kind::BadNumber, "age>", 0);
    row("age>old", Kind::BadNumber, "age>old", 0);
    row("age>60x", Kind::BadNumber, "age>60x", 0);
    row("age>s", Kind::BadNumber, "age>s", 0);
    row("age>-5", Kind::BadNumber, "age>-5", 0);
    row("age>>5", Kind::BadNumber, "age>>5", 0);
    row("age=>5", Kind::UnknownField, "age=>5", 0);
    row("rtt>1e3", Kind::BadNumber, "rtt>1e3", 0);
    row("rtt>1.2.3", Kind::BadNumber, "rtt>1.2.3", 0);
    row("rtt>64k", Kind::BadNumber, "rtt>64k", 0);
    row("in>inf", Kind::BadNumber, "in>inf", 0);
    row("received>5s", Kind::BadNumber, "received>5s", 0);
    row("pending>5s", Kind::BadNumber, "pending>5s", 0);
    row("state:slwo", Kind::UnknownState, "state:slwo", 0);
    row("state:", Kind::UnknownState, "state:", 0);
    row("-", Kind::EmptyTerm, "-", 0);
    row("ada - bob", Kind::EmptyTerm, "-", 4);
    row("-age:5", Kind::NeedsComparison, "-age:5", 0);
}

void TestConnectionFilter::refuses()
{
    QFETCH(QString, filter);
    const auto parsed = ConnectionFilter::parse(filter);
    QVERIFY(!parsed);
    QTEST(parsed.error().kind, "kind");
    QTEST(parsed.error().term, "term");
    QTEST(static_cast<int>(parsed.error().position), "position");
}

void TestConnectionFilter::theFaultNamesTermAndPosition()
{
    QCOMPARE(ConnectionFilter::parse(QStringLiteral("ada age>x")).error().text(),
             QStringLiteral("\"age>x\" at 5: this is no number such as 60s"));
    QVERIFY(ConnectionFilter::parse(QStringLiteral("usr:a")).error().text().contains(QStringLiteral("user, role")));
}

void TestConnectionFilter::thereIsAMostOfTermsAndOfCharacters()
{
    const QString term = QStringLiteral("a ");
    QVERIFY(ConnectionFilter::parse(term.repeated(kMaxFilterTerms)));
    const auto tooMany = ConnectionFilter::parse(term.repeated(kMaxFilterTerms + 1));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().kind, Kind::TooLong);
    QVERIFY(ConnectionFilter::parse(QString(kMaxFilterLength, QLatin1Char('a'))));
    QVERIFY(!ConnectionFilter::parse(QString(kMaxFilterLength + 1, QLatin1Char('a'))));
}

void TestConnectionFilter::whoIsNotLoggedInHasNoUser()
{
    ConnectionRow row;
    row.address = "::1";
    row.state = ConnectionState::Anonymous;
    const auto matches = [&row](const char *filter) {
        return ConnectionFilter::parse(QString::fromUtf8(filter))->matches(row);
    };
    QVERIFY(matches("user:"));
    QVERIFY(!matches("-user:"));
    QVERIFY(matches("role:"));
    QVERIFY(matches("state:anon*"));
    QVERIFY(matches("::1"));
    QVERIFY(!matches("fe80::1"));
    QVERIFY(!matches("rtt>0")); // there is none yet
    QVERIFY(!matches("rtt<1h"));
}

void TestConnectionFilter::findsClosed_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *filter, bool matches) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << matches;
    };
    row("user:ada", true);
    row("by:server", true);
    row("by:client", false);
    row("code>=4000", true);
    row("code<4000", false);
    row("reason:*slow*", true);
    row("slowly", true);
    row("ago<61s", true);
    row("ago>60s", false);
    row("lasted>4", true);
    row("received>0 refused<1", true);
    row("-address:10.*", true);
}

void TestConnectionFilter::findsClosed()
{
    constexpr qint64 kNowMs = 1'700'000'000'000;
    QFETCH(QString, filter);
    ClosedRow row;
    row.id = 9;
    row.user = "ada";
    row.address = "192.168.0.1";
    row.closedAtMs = kNowMs - 60'000;
    row.lasted = milliseconds(5000);
    row.code = 4008;
    row.reason = "reads too slowly";
    row.received = 1;
    QTEST(ClosedFilter::parse(filter)->matches(row, kNowMs), "matches");
    QVERIFY(!ClosedFilter::parse(QStringLiteral("pending>1")));
}

// A console filters what it has recorded.
void TestConnectionFilter::rowsComeBackFromJson()
{
    const ConnectionRow open = someRow();
    QCOMPARE(ConnectionRow::fromJson(open.toJson()).toJson(), open.toJson());
    QVERIFY(!ConnectionRow::fromJson({}).rtt);
    ClosedRow closed;
    closed.id = 7;
    closed.user = "ada";
    closed.roles = {"guest"};
    closed.address = "::1";
    closed.closedAtMs = 1'700'000'000'000;
    closed.lasted = milliseconds(1500);
    closed.code = 4008;
    closed.byClient = true;
    closed.reason = "slow consumer";
    closed.received = 12;
    closed.refused = 3;
    QCOMPARE(ClosedRow::fromJson(closed.toJson()).toJson(), closed.toJson());
    // Whatever a file claims.
    QCOMPARE(ConnectionRow::fromJson({{QStringLiteral("id"), -5}, {QStringLiteral("received"), 1e300}}).id, 0U);
}

QTEST_GUILESS_MAIN(TestConnectionFilter)
#include "tst_connectionfilter.moc"

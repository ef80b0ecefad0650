#include "adminfixture.h"

#include "server/admin/auditreader.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

/// What operators did, read backwards from the file.
class TestAuditReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theNewestComesFirst();
    void aRowTellsEverything();
    void pagesFollowOneAnother();
    void filters_data();
    void filters();
    void linesAcrossPieces();
    void earlierVersionsHadNoRole();
    void whatIsNoEntryIsSkipped();
    void anEmptyLogHasNoMore();
    void aSearchInVainComesToAnEnd();
    void theCommandTakesItsParameters_data();
    void theCommandTakesItsParameters();

private:
    void append(const AuditEntry &entry) { QVERIFY(m_fixture->audit.append(entry)); }
    void appendMany(int count)
    {
        for (int i = 0; i < count; ++i)
            append({.user = QStringLiteral("u%1").arg(i % 3), .method = QStringLiteral("m/%1").arg(i)});
    }
    void appendRaw(const QByteArray &bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QString path() const { return m_fixture->directory.filePath(QStringLiteral("audit.log")); }
    [[nodiscard]] AuditPage read(const AuditQuery &query = {}) const { return AuditReader(path()).read(query); }
    [[nodiscard]] static QStringList methodsOf(const AuditPage &page)
    {
        QStringList methods;
        for (const QJsonObject &row : page.rows)
            methods.append(row.value(u"method").toString());
        return methods;
    }

    std::unique_ptr<AdminFixture> m_fixture;
};

void TestAuditReader::init()
{
    m_fixture = std::make_unique<AdminFixture>();
}

void TestAuditReader::theNewestComesFirst()
{
    appendMany(3);
    const AuditPage page = read();
    QCOMPARE(methodsOf(page), (QStringList{QStringLiteral("m/2"), QStringLiteral("m/1"), QStringLiteral("m/0")}));
    QVERIFY(!page.hasMore);
    QVERIFY(page.rows[0].value(u"seq").toInteger() > page.rows[1].value(u"seq").toInteger());
    QCOMPARE(page.rows[2].value(u"seq").toInteger(), qint64{1});
}

void TestAuditReader::aRowTellsEverything()
{
    append({.user = QStringLiteral("alice"),
            .role = QStringLiteral("operator"),
            .address = QStringLiteral("127.0.0.1"),
            .method = QStringLiteral("connections/close"),
            .reason = QStringLiteral("too loud"),
            .outcome = QStringLiteral("done"),
            .before = {{QStringLiteral("a"), 1}},
            .after = {{QStringLiteral("b"), 2}},
            .affected = 7});
    const QJsonObject expected{{QStringLiteral("seq"), 1},
                               {QStringLiteral("atMs"), qint64{1'700'000'000'000}},
                               {QStringLiteral("who"), QStringLiteral("alice")},
                               {QStringLiteral("role"), QStringLiteral("operator")},
                               {QStringLiteral("address"), QStringLiteral("127.0.0.1")},
                               {QStringLiteral("method"), QStringLiteral("connections/close")},
                               {QStringLiteral("before"), QJsonObject{{QStringLiteral("a"), 1}}},
                               {QStringLiteral("after"), QJsonObject{{QStringLiteral("b"), 2}}},
                               {QStringLiteral("reason"), QStringLiteral("too loud")},
                               {QStringLiteral("result"), QStringLiteral("done")},
                               {QStringLiteral("affected"), 7}};
    QCOMPARE(read().rows.front(), expected);
    append({.method = QStringLiteral("x")});
    QVERIFY(!read().rows.front().contains(u"affected"));
}

void TestAuditReader::pagesFollowOneAnother()
{
    constexpr int kAll = 25;
    appendMany(kAll);
    const QStringList all = methodsOf(read());
    QCOMPARE(all.size(), kAll);
    QStringList seen;
    AuditQuery query{.limit = 10};
    for (int page = 0; page < 3; ++page) {
        const AuditPage part = read(query);
        seen += methodsOf(part);
        QCOMPARE(part.hasMore, page < 2);
        QCOMPARE(part.next, part.rows.back().value(u"seq").toInteger());
        query.before = part.next;
        if (page == 0)
            append({.method = QStringLiteral("meanwhile")}); // does not move what is older
    }
    QCOMPARE(seen, all);
    query.before = 1; // before the first one
    QVERIFY(read(query).rows.empty());
    QVERIFY(!read(query).hasMore);
    query.before = qint64{1} << 50;
    QCOMPARE(read(query).rows.size(), size_t{10});
}

void TestAuditReader::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("found");
    const QString none;
    QTest::newRow("who") << none << QStringLiteral("alice") << none << 2;
    QTest::newRow("who in another case") << none << QStringLiteral("Alice") << none << 0;
    QTest::newRow("method") << none << none << QStringLiteral("config/patch") << 1;
    QTest::newRow("both") << none << QStringLiteral("bob") << QStringLiteral("config/patch") << 0;
    QTest::newRow("text in a reason, any case") << QStringLiteral("LOUD") << none << none << 1;
    QTest::newRow("text in a value") << QStringLiteral("limits.batch") << none << none << 1;
    QTest::newRow("text nowhere") << QStringLiteral("zzz") << none << none << 0;
    QTest::newRow("a part of a user is no user") << none << QStringLiteral("ali") << none << 0;
}

void TestAuditReader::filters()
{
    append({.user = QStringLiteral("alice"),
            .method = QStringLiteral("config/patch"),
            .after = {{QStringLiteral("limits.batch"), 7}}});
    append({.user = QStringLiteral("bob"),
            .method = QStringLiteral("connections/close"),
            .reason = QStringLiteral("Too loud")});
    append({.user = QStringLiteral("alice"), .method = QStringLiteral("server/drain")});
    QFETCH(QString, filter);
    QFETCH(QString, who);
    QFETCH(QString, method);
    const AuditPage page = read({.filter = filter, .who = who, .method = method});
    QTEST(static_cast<int>(page.rows.size()), "found");
    QVERIFY(!page.hasMore);
}

void TestAuditReader::linesAcrossPieces()
{
    // Longer than a piece, and as long that line and piece end together.
    const auto text = [](qint64 length) { return QString(length, QLatin1Char('x')); };
    append({.method = QStringLiteral("first")});
    append({.method = QStringLiteral("long"), .after = {{QStringLiteral("v"), text(3 * AuditReader::kPieceBytes)}}});
    const qint64 before = QFileInfo(path()).size();
    append({.method = QStringLiteral("fits")});
    const qint64 plain = QFileInfo(path()).size() - before;
    append({.method = QStringLiteral("fits"), .reason = text(AuditReader::kPieceBytes - 2 * plain)});
    append({.method = QStringLiteral("last")});
    QCOMPARE(methodsOf(read()),
             (QStringList{QStringLiteral("last"), QStringLiteral("fits"), QStringLiteral("fits"),
                          QStringLiteral("long"), QStringLiteral("first")}));
    AuditQuery one{.limit = 1};
    QStringList seen;
    for (AuditPage page = read(one); !page.rows.empty(); page = read(one)) {
        seen += methodsOf(page);
        one.before = page.next;
        if (!page.hasMore)
            break;
    }
    QCOMPARE(seen, methodsOf(read()));
}

void TestAuditReader::earlierVersionsHadNoRole()
{
    appendRaw(
        R"({"timeMs":5,"user":"old","address":"::1","method":"m","reason":"","outcome":"done","before":{},"after":{}})"
        "\n");
    QCOMPARE(read().rows.front().value(u"role"), QJsonValue(QString()));
    QCOMPARE(read().rows.front().value(u"who").toString(), QStringLiteral("old"));
}

void TestAuditReader::whatIsNoEntryIsSkipped()
{
    appendMany(1);
    appendRaw("{\"half\n\n[1]\n");
    appendMany(1);
    appendRaw("{\"cut off");
    QCOMPARE(methodsOf(read()), (QStringList{QStringLiteral("m/0"), QStringLiteral("m/0")}));
}

void TestAuditReader::anEmptyLogHasNoMore()
{
    QVERIFY(read().rows.empty());
    QVERIFY(!read().hasMore);
    QVERIFY(AuditReader(QStringLiteral("/nowhere/audit.log")).read({}).rows.empty());
}

void TestAuditReader::aSearchInVainComesToAnEnd()
{
    const QByteArray line = "{\"user\":\"u\",\"reason\":\"" + QByteArray(1000, 'x') + "\"}\n";
    append({.method = QStringLiteral("needle")});
    appendRaw(line.repeated(static_cast<qsizetype>(AuditReader::kMostBytes / line.size()) + 10));
    AuditQuery query{.filter = QStringLiteral("needle")};
    const AuditPage first = read(query);
    QVERIFY(first.rows.empty()); // one page looks only so far
    QVERIFY(first.hasMore);
    query.before = first.next;
    const AuditPage second = read(query);
    QCOMPARE(methodsOf(second), QStringList{QStringLiteral("needle")});
    QVERIFY(!second.hasMore);
}

void TestAuditReader::theCommandTakesItsParameters_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("none") << QJsonObject{} << true;
    QTest::newRow("the most") << QJsonObject{{QStringLiteral("limit"), 200}} << true;
    QTest::newRow("above") << QJsonObject{{QStringLiteral("limit"), 201}} << false;
    QTest::newRow("no cursor") << QJsonObject{{QStringLiteral("before"), 0}} << false;
    QTest::newRow("who is no text") << QJsonObject{{QStringLiteral("who"), 1}} << false;
    QTest::newRow("unknown") << QJsonObject{{QStringLiteral("user"), QStringLiteral("a")}} << false;
}

void TestAuditReader::theCommandTakesItsParameters()
{
    appendMany(1);
    QFETCH(QJsonObject, params);
    AdminCommands commands(m_fixture->parts());
    const auto answer = commands.call({QStringLiteral("v"), admin::Role::Viewer, QStringLiteral("127.0.0.1")},
                                      QStringLiteral("audit/list"), params);
    QTEST(answer.has_value(), "isTaken");
    if (!answer)
        return;
    QCOMPARE(answer->toObject().value(u"rows").toArray().size(), 1);
    QCOMPARE(answer->toObject().value(u"more"), QJsonValue(false));
}

QTEST_GUILESS_MAIN(TestAuditReader)
#include "tst_auditreader.moc"

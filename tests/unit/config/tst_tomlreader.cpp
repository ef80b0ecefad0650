#include "server/config/tomlreader.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestTomlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLinesAndOrder();
    void keepsTypes();
    void refuses_data();
    void refuses();
    void survivesEveryPrefixOfAFile();
    void refusesMoreThanTheLargestFile();
};

void TestTomlReader::keepsLinesAndOrder()
{
    const Result<TomlNode> root = readToml("b = 1\n\n[a]\nz = 2\ny = 3\n[[e]]\nid = 'x'\n", QStringLiteral("f"));
    QVERIFY(root);
    QCOMPARE(root->members.size(), size_t{3});
    QCOMPARE(root->members[0].name, QStringLiteral("b"));
    QCOMPARE(root->members[0].line, 1);
    QCOMPARE(root->members[1].name, QStringLiteral("a"));
    QCOMPARE(root->members[1].value.members[0].name, QStringLiteral("z"));
    QCOMPARE(root->members[1].value.members[0].line, 4);
    const TomlNode *events = root->find(u"e");
    QVERIFY(events && events->kind == TomlNode::Kind::Array);
    QCOMPARE(events->elements.at(0).line, 6);
    QCOMPARE(events->elements.at(0).find(u"id")->scalar.toString(), QStringLiteral("x"));
    QVERIFY(!root->find(u"nothing"));
}

void TestTomlReader::keepsTypes()
{
    const Result<TomlNode> root =
        readToml("i = -3\nr = 0.5\nb = true\nt = 'ä'\nd = 2020-01-01\na = [1]\n", QStringLiteral("f"));
    QVERIFY(root);
    QCOMPARE(root->find(u"i")->kind, TomlNode::Kind::Integer);
    QCOMPARE(root->find(u"i")->toText(), QStringLiteral("-3"));
    QCOMPARE(root->find(u"r")->toText(), QStringLiteral("0.5"));
    QCOMPARE(root->find(u"b")->toText(), QStringLiteral("true"));
    QCOMPARE(root->find(u"t")->toText(), QStringLiteral("\"ä\""));
    QCOMPARE(root->find(u"d")->kind, TomlNode::Kind::Unsupported);
    QCOMPARE(root->find(u"a")->toText(), QStringLiteral("an array"));
}

void TestTomlReader::refuses_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("where");

    QTest::newRow("unclosed text") << QByteArray("a = 1\nb = \"x\n") << QStringLiteral("f:2:");
    QTest::newRow("twice the same key") << QByteArray("a = 1\na = 2\n") << QStringLiteral("f:2:");
    // toml++ 3.3 asserts on these two.
    QTest::newRow("array that never begins") << QByteArray("[ = 1") << QStringLiteral("f:1:");
    QTest::newRow("array of a comma") << QByteArray("[,") << QStringLiteral("f:1:");
    QTest::newRow("byte order mark at the start") << QByteArray("\xEF\xBB\xBF"
                                                                "a = 1")
                                                  << QStringLiteral("f:1:");
    QTest::newRow("byte order mark within") << QByteArray("a = 1\n\xEF\xBB\xBF"
                                                          "b = 1")
                                            << QStringLiteral("f:2:");
    QTest::newRow("not UTF-8") << QByteArray("a = 1\n\n# \xFF\n") << QStringLiteral("f:3:");
    QTest::newRow("half a character at the end") << QByteArray("# \xC3") << QStringLiteral("f:1:");
    QTest::newRow("NUL") << QByteArray("a = \0", 5) << QStringLiteral("f:1:");
    QTest::newRow("half a word at the end of its line") << QByteArray("a = f\nb = 1\n") << QStringLiteral("f:1:");
    QTest::newRow("nested too deep") << "a = " + QByteArray(10000, '[') << QStringLiteral("f:1:");
}

void TestTomlReader::refuses()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, where);
    const Result<TomlNode> root = readToml(toml, QStringLiteral("f"));
    QVERIFY(!root);
    QCOMPARE(root.error().code, ErrorCode::InvalidParams);
    QVERIFY2(root.error().detail.startsWith(where), qPrintable(root.error().detail));
    QVERIFY(root.error().detail.size() > where.size() + 5);
    QVERIFY2(!root.error().detail.contains(u'\n'), qPrintable(root.error().detail));
}

void TestTomlReader::survivesEveryPrefixOfAFile()
{
    const QByteArray whole("[a.b]\nx = { y = [1, 'é', \"\\u00e9\"], z = 1.5e3 }\n[[e]]\nt = '''\nq'''\n");
    int valid = 0;
    for (qsizetype length = 0; length <= whole.size(); ++length)
        valid += readToml(whole.left(length), QStringLiteral("f")).has_value() ? 1 : 0;
    QVERIFY(readToml(whole, QStringLiteral("f")));
    QVERIFY(valid > 1 && valid < whole.size());
}

void TestTomlReader::refusesMoreThanTheLargestFile()
{
    QVERIFY(readToml(QByteArray(kMaxTomlBytes, '\n'), QStringLiteral("f")));
    QVERIFY(!readToml(QByteArray(kMaxTomlBytes + 1, '\n'), QStringLiteral("f")));
}

QTEST_APPLESS_MAIN(TestTomlReader)
#include "tst_tomlreader.moc"

#include "server/handlers/paramreader.h"
#include "tests/unit/handlers/handlerrequest.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestParamReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void integer_data();
    void integer();
    void texts_data();
    void texts();
    void objects_data();
    void objects();
    void onlyTheFirstFaultCounts();
    void paramsMustBeAnObject_data();
    void paramsMustBeAnObject();

private:
    /// "" when nothing is wrong, else the reason.
    static QString faultOf(const ParamReader &reader)
    {
        if (!reader.failed())
            return {};
        const auto data = QJsonDocument::fromJson(reader.error().data).object();
        return data.value(QLatin1String("field")).toString() + QLatin1String(": ")
            + data.value(QLatin1String("reason")).toString();
    }
};

void TestParamReader::text_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("fault");
    QTest::newRow("at the minimum") << QByteArray(R"({"f":"a"})") << QString();
    QTest::newRow("at the maximum") << QByteArray(R"({"f":"abcd"})") << QString();
    QTest::newRow("four characters of four bytes each")
        << QByteArray("{\"f\":\"\xF0\x9F\x92\xA7\xF0\x9F\x92\xA7\xF0\x9F\x92\xA7\xF0\x9F\x92\xA7\"}")
        << QStringLiteral("f: must have at most 12 bytes");
    QTest::newRow("three characters of four bytes each")
        << QByteArray("{\"f\":\"\xF0\x9F\x92\xA7\xF0\x9F\x92\xA7\xF0\x9F\x92\xA7\"}") << QString();
    QTest::newRow("one beyond the maximum")
        << QByteArray(R"({"f":"abcde"})") << QStringLiteral("f: must have at most 4 characters");
    QTest::newRow("empty") << QByteArray(R"({"f":""})") << QStringLiteral("f: must not be empty");
    QTest::newRow("only blanks") << QByteArray(R"({"f":" \t"})") << QStringLiteral("f: must not be empty");
    QTest::newRow("missing") << QByteArray(R"({"g":"a"})") << QStringLiteral("f: is missing");
    QTest::newRow("null") << QByteArray(R"({"f":null})") << QStringLiteral("f: must be a string");
    QTest::newRow("a number") << QByteArray(R"({"f":1})") << QStringLiteral("f: must be a string");
}

void TestParamReader::text()
{
    QFETCH(QByteArray, params);
    test::HandlerRequest request(params.toStdString());
    ParamReader reader(request.request());
    const QString value =
        reader.text(QLatin1String("f"), {.minimumCharacters = 1, .maximumCharacters = 4, .maximumBytes = 12});
    QTEST(faultOf(reader), "fault");
    QCOMPARE(value.isEmpty(), reader.failed());
}

void TestParamReader::integer_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("fault");
    const QString range = QStringLiteral("n: must be from 1 to 10");
    const QString whole = QStringLiteral("n: must be a whole number");
    QTest::newRow("minimum") << QByteArray(R"({"n":1})") << QString();
    QTest::newRow("maximum") << QByteArray(R"({"n":10})") << QString();
    QTest::newRow("whole with a point") << QByteArray(R"({"n":3.0})") << QString();
    QTest::newRow("below") << QByteArray(R"({"n":0})") << range;
    QTest::newRow("above") << QByteArray(R"({"n":11})") << range;
    QTest::newRow("far above") << QByteArray(R"({"n":1e300})") << range;
    QTest::newRow("fraction") << QByteArray(R"({"n":1.5})") << whole;
    QTest::newRow("a string") << QByteArray(R"({"n":"1"})") << whole;
    QTest::newRow("true") << QByteArray(R"({"n":true})") << whole;
    QTest::newRow("missing") << QByteArray(R"({})") << QStringLiteral("n: is missing");
}

void TestParamReader::integer()
{
    QFETCH(QByteArray, params);
    test::HandlerRequest request(params.toStdString());
    ParamReader reader(request.request());
    const qint64 value = reader.integer(QLatin1String("n"), {1, 10});
    QTEST(faultOf(reader), "fault");
    QVERIFY(value >= 1 && value <= 10);
}

void TestParamReader::texts_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("count");
    QTest::newRow("absent") << QByteArray(R"({})") << QString() << -1;
    QTest::newRow("empty") << QByteArray(R"({"l":[]})") << QString() << 0;
    QTest::newRow("as many as may be") << QByteArray(R"({"l":["a","b"]})") << QString() << 2;
    QTest::newRow("doubled") << QByteArray(R"({"l":["a","a"]})") << QString() << 1;
    QTest::newRow("one too many") << QByteArray(R"({"l":["a","b","c"]})")
                                  << QStringLiteral("l: must have at most 2 elements") << -1;
    QTest::newRow("a string") << QByteArray(R"({"l":"a"})") << QStringLiteral("l: must be a list") << -1;
    QTest::newRow("a number inside") << QByteArray(R"({"l":["a",1]})") << QStringLiteral("l[1]: must be a string") << 2;
}

void TestParamReader::texts()
{
    QFETCH(QByteArray, params);
    test::HandlerRequest request(params.toStdString());
    ParamReader reader(request.request());
    const auto list = reader.texts(QLatin1String("l"), 2, {.minimumCharacters = 1});
    QTEST(faultOf(reader), "fault");
    QTEST(list ? int(list->size()) : -1, "count");
}

void TestParamReader::objects_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("fault");
    const QString list = QStringLiteral("o: must be a list of 1 to 2 objects");
    QTest::newRow("one") << QByteArray(R"({"o":[{"f":"a"}]})") << QString();
    QTest::newRow("two") << QByteArray(R"({"o":[{"f":"a"},{"f":"b"}]})") << QString();
    QTest::newRow("none") << QByteArray(R"({"o":[]})") << list;
    QTest::newRow("three") << QByteArray(R"({"o":[{},{},{}]})") << list;
    QTest::newRow("missing") << QByteArray(R"({})") << list;
    QTest::newRow("another type inside") << QByteArray(R"({"o":[{},7]})") << QStringLiteral("o[1]: must be an object");
    QTest::newRow("a fault inside") << QByteArray(R"({"o":[{"f":"a"},{"f":7}]})")
                                    << QStringLiteral("o[1].f: must be a string");
}

void TestParamReader::objects()
{
    QFETCH(QByteArray, params);
    test::HandlerRequest request(params.toStdString());
    ParamReader reader(request.request());
    auto objects = reader.objects(QLatin1String("o"), 2);
    QString fault = faultOf(reader);
    for (ParamReader &object : objects) {
        static_cast<void>(object.text(QLatin1String("f"), {}));
        if (fault.isEmpty())
            fault = faultOf(object);
    }
    QTEST(fault, "fault");
}

void TestParamReader::onlyTheFirstFaultCounts()
{
    test::HandlerRequest request(R"({"a":1,"b":2})");
    ParamReader reader(request.request());
    static_cast<void>(reader.text(QLatin1String("a"), {}));
    static_cast<void>(reader.text(QLatin1String("b"), {}));
    QCOMPARE(faultOf(reader), QStringLiteral("a: must be a string"));
    QCOMPARE(reader.error().code, ErrorCode::InvalidParams);
}

void TestParamReader::paramsMustBeAnObject_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<bool>("taken");
    QTest::newRow("absent counts as empty") << QByteArray() << true;
    QTest::newRow("object") << QByteArray("{}") << true;
    QTest::newRow("array") << QByteArray("[1]") << false;
}

void TestParamReader::paramsMustBeAnObject()
{
    QFETCH(QByteArray, params);
    test::HandlerRequest request(params.toStdString());
    QTEST(!ParamReader(request.request()).failed(), "taken");
}

QTEST_GUILESS_MAIN(TestParamReader)
#include "tst_paramreader.moc"

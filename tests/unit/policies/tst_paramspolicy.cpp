#include "server/policies/paramspolicy.h"
#include "tests/unit/policies/testrequest.h"

#include <QTest>

using namespace sluice;
using namespace sluice::server;

class TestParamsPolicy : public QObject
{
    Q_OBJECT

private:
    static void setSpec(EventSpec &spec)
    {
        using Type = ParamSpec::Type;
        spec.checkParams = true;
        spec.params = {{"title", Type::String, true, false},     {"tags", Type::String, false, true},
                       {"version", Type::Integer, false, false}, {"weight", Type::Number, false, false},
                       {"draft", Type::Boolean, false, false},   {"meta", Type::Object, false, false},
                       {"ids", Type::Integer, false, true},      {"extra", Type::Any, false, false}};
    }

    Metrics metrics;

private Q_SLOTS:
    void initTestCase() { metrics.reserveEvents(2); }

    void checksByType_data()
    {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QString>("field"); // null = admitted
        QTest::addColumn<QString>("reason");
        const auto ok = [](const char *name, const char *params) {
            QTest::newRow(name) << QByteArray(params) << QString() << QString();
        };
        const auto bad = [](const char *name, const char *params, const char *field, const char *reason) {
            QTest::newRow(name) << QByteArray(params) << QString::fromLatin1(field) << QString::fromLatin1(reason);
        };
        ok("required only", R"({"title":"x"})");
        ok("empty string is a string", R"({"title":""})");
        ok("unknown names pass", R"({"title":"x","surprise":[1,{"a":null}]})");
        ok("everything",
           R"({"title":"x","tags":["a","b"],"version":3,"weight":-1.5e3,"draft":false,"meta":{},"ids":[1],"extra":null})");
        ok("null is absent", R"({"title":"x","tags":null,"version":null})");
        ok("empty list", R"({"title":"x","tags":[]})");
        ok("integer with exponent", R"({"title":"x","version":1.0e2})");
        ok("largest integer", R"({"title":"x","version":9007199254740991})");
        ok("smallest integer", R"({"title":"x","version":-9007199254740991})");
        ok("escaped name", R"({"\u0074itle":"x"})");
        ok("the last of equal names counts", R"({"title":1,"title":"x"})");
        bad("absent params", "", "title", "is required");
        bad("empty object", "{}", "title", "is required");
        bad("required is null", R"({"title":null})", "title", "is required");
        bad("wrong type", R"({"title":1})", "title", "must be a string");
        bad("the last of equal names is wrong", R"({"title":"x","title":1})", "title", "must be a string");
        bad("list expected", R"({"title":"x","tags":"a"})", "tags", "must be a list");
        bad("element", R"({"title":"x","tags":["a",2]})", "tags[1]", "must be a string");
        bad("fraction", R"({"title":"x","version":1.5})", "version", "must be an integer");
        bad("integer beyond", R"({"title":"x","version":9007199254740992})", "version", "must be an integer");
        bad("integer that no double is", R"({"title":"x","version":9007199254740993})", "version",
            "must be an integer");
        bad("integer below", R"({"title":"x","version":-9007199254740992})", "version", "must be an integer");
        bad("number as text", R"({"title":"x","weight":"1"})", "weight", "must be a number");
        bad("number beyond", R"({"title":"x","weight":1e999})", "weight", "must be a number");
        bad("boolean as number", R"({"title":"x","draft":0})", "draft", "must be true or false");
        bad("object as list", R"({"title":"x","meta":[]})", "meta", "must be an object");
        bad("integer list", R"({"title":"x","ids":[1,2,true]})", "ids[2]", "must be an integer");
        bad("params as list", R"(["x"])", "params", "must be an object");
    }

    void checksByType()
    {
        QFETCH(QByteArray, params);
        QFETCH(QString, field);
        TestRequest test;
        setSpec(*test.spec);
        test.setParams(params.toStdString());
        ParamsPolicy policy(Config(), metrics);
        const auto refusal = policy.admit(test.request, TimePoint());
        QCOMPARE(refusal.has_value(), !field.isNull());
        if (!refusal)
            return;
        QVERIFY(!refusal->serverFault);
        QVERIFY(refusal->error.code == ErrorCode::InvalidParams);
        QCOMPARE(dataOf(refusal->error).value(QLatin1String("field")).toString(), field);
        QTEST(dataOf(refusal->error).value(QLatin1String("reason")).toString(), "reason");
    }

    void eventsWithoutParamsTakeAnything()
    {
        TestRequest test;
        test.setParams("[1,2]");
        ParamsPolicy policy(Config(), metrics);
        QVERIFY(!policy.admit(test.request, TimePoint()));
    }

    void sizeIsBounded_data()
    {
        QTest::addColumn<int>("ownBytes");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("admitted");
        QTest::newRow("default, at the limit") << 0 << 100 << true;
        QTest::newRow("default, one beyond") << 0 << 101 << false;
        QTest::newRow("own, at the limit") << 200 << 200 << true;
        QTest::newRow("own, one beyond") << 200 << 201 << false;
        QTest::newRow("own below the default") << 50 << 51 << false;
    }

    void sizeIsBounded()
    {
        QFETCH(int, ownBytes);
        QFETCH(int, size);
        Config config;
        ParamsPolicy policy(config, metrics);
        config.limits.messageBytes = 100;
        policy.setLimits(config);
        TestRequest test;
        test.spec->maxMessageBytes = ownBytes;
        test.request.text.assign(static_cast<size_t>(size), 'x');
        const auto refusal = policy.admit(test.request, TimePoint());
        QTEST(!refusal, "admitted");
        QVERIFY(!refusal || refusal->error.code == ErrorCode::InvalidParams);
    }

    void sizeOfADryRunOnlyCountsWhereItIsItsOwn()
    {
        Config config;
        config.limits.messageBytes = 100;
        ParamsPolicy policy(config, metrics);
        TestRequest test;
        test.spec->dryRun = true;
        test.request.text.assign(201, 'x');
        QVERIFY(policy.admit(test.request, TimePoint()));
        test.spec->maxMessageBytes = 200;
        QVERIFY(!policy.admit(test.request, TimePoint()));
        QCOMPARE(metrics.total(Counter::DryRunMessageBytes), 1u);
        QCOMPARE(metrics.totals(EventIndex{1}).dryRun, 1u);
    }
};

QTEST_GUILESS_MAIN(TestParamsPolicy)
#include "tst_paramspolicy.moc"

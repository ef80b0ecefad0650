#include "shared/admin/configschema.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace sluice;
using namespace sluice::admin;

class TestConfigSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDefaultIsAllowed();
    void everyOptionIsDescribed();
    void parses_data();
    void parses();
    void findsFaults_data();
    void findsFaults();
    void suggestsTheNearestKey_data();
    void suggestsTheNearestKey();
    void takesAddressesApart_data();
    void takesAddressesApart();
    void takesListsApart_data();
    void takesListsApart();
    void takesWeightsApart_data();
    void takesWeightsApart();
    void writesTheWireShape();
};

void TestConfigSchema::everyDefaultIsAllowed()
{
    for (const ConfigOption &option : configOptions()) {
        const std::optional<QString> fault = valueFault(option, defaultValue(option));
        QVERIFY2(!fault, qPrintable(QLatin1String(option.key) + QLatin1String(": ") + fault.value_or(QString())));
    }
}

void TestConfigSchema::everyOptionIsDescribed()
{
    QSet<QString> keys;
    for (const ConfigOption &option : configOptions()) {
        const auto key = QString::fromLatin1(option.key);
        QVERIFY2(!keys.contains(key), option.key);
        keys.insert(key);
        const auto text = QString::fromLatin1(option.text);
        QVERIFY2(text.endsWith(u'.') && text.size() > 20, option.key);
        QVERIFY2(!expectedText(option).isEmpty(), option.key);
        QCOMPARE(findConfigOption(key), &option);
        if (option.type == OptionType::Integer || option.type == OptionType::Real)
            QVERIFY2(option.minimum < option.maximum && *option.unit != '\0', option.key);
    }
}

void TestConfigSchema::parses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");

    const auto integer = QStringLiteral("channels.message-queue-size");
    const auto real = QStringLiteral("backpressure.alert-threshold");
    const auto boolean = QStringLiteral("auth.anonymous");
    const auto none = QJsonValue(QJsonValue::Undefined);
    QTest::newRow("integer") << integer << QStringLiteral("42") << QJsonValue(42);
    QTest::newRow("negative integer") << integer << QStringLiteral("-1") << QJsonValue(-1);
    QTest::newRow("integer with a fraction") << integer << QStringLiteral("4.5") << none;
    QTest::newRow("integer with letters") << integer << QStringLiteral("4k") << none;
    QTest::newRow("empty integer") << integer << QString() << none;
    QTest::newRow("integer beyond 64 bits") << integer << QStringLiteral("99999999999999999999") << none;
    QTest::newRow("real") << real << QStringLiteral("0.25") << QJsonValue(0.25);
    QTest::newRow("real without fraction") << real << QStringLiteral("1") << QJsonValue(1.0);
    QTest::newRow("infinite real") << real << QStringLiteral("inf") << none;
    QTest::newRow("true") << boolean << QStringLiteral("true") << QJsonValue(true);
    QTest::newRow("false") << boolean << QStringLiteral("false") << QJsonValue(false);
    QTest::newRow("yes is no boolean") << boolean << QStringLiteral("yes") << none;
    QTest::newRow("text without quotes") << QStringLiteral("state-dir") << QStringLiteral("/x")
                                         << QJsonValue(QStringLiteral("/x"));
    const auto list = QStringLiteral("listen.trusted-proxies");
    QTest::newRow("empty list") << list << QString() << QJsonValue(QJsonArray());
    QTest::newRow("list") << list << QStringLiteral("::1, 10.0.0.0/8")
                          << QJsonValue(QJsonArray{QStringLiteral("::1"), QStringLiteral("10.0.0.0/8")});
    QTest::newRow("choice") << QStringLiteral("channels.overflow") << QStringLiteral("reject")
                            << QJsonValue(QStringLiteral("reject"));
}

void TestConfigSchema::parses()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    const ConfigOption *option = findConfigOption(key);
    QVERIFY(option);
    const std::optional<QJsonValue> parsed = parseValue(*option, text);
    QCOMPARE(parsed.has_value(), !value.isUndefined());
    if (parsed)
        QCOMPARE(*parsed, value);
}

void TestConfigSchema::findsFaults_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");

    const auto size = QStringLiteral("channels.message-queue-size");
    const auto range = QStringLiteral("must be between 1 and 10000000");
    QTest::newRow("at the minimum") << size << QJsonValue(1) << QString();
    QTest::newRow("below the minimum") << size << QJsonValue(0) << range;
    QTest::newRow("at the maximum") << size << QJsonValue(10'000'000) << QString();
    QTest::newRow("above the maximum") << size << QJsonValue(10'000'001) << range;
    QTest::newRow("fraction") << size << QJsonValue(1.5) << QStringLiteral("must be a whole number");
    QTest::newRow("text for a number") << size << QJsonValue(QStringLiteral("1")) << QStringLiteral("must be a number");
    QTest::newRow("null") << size << QJsonValue() << QStringLiteral("must be a number");
    const auto threshold = QStringLiteral("backpressure.drop-threshold");
    QTest::newRow("share of 1") << threshold << QJsonValue(1) << QString();
    QTest::newRow("share above 1") << threshold << QJsonValue(1.01) << QStringLiteral("must be between 0.01 and 1");
    QTest::newRow("number for a boolean")
        << QStringLiteral("auth.anonymous") << QJsonValue(1) << QStringLiteral("must be true or false");
    const auto overflow = QStringLiteral("channels.overflow");
    QTest::newRow("known choice") << overflow << QJsonValue(QStringLiteral("drop-oldest")) << QString();
    QTest::newRow("unknown choice") << overflow << QJsonValue(QStringLiteral("drop"))
                                    << QStringLiteral("must be one of: reject, drop-oldest");
    QTest::newRow("number for a text") << QStringLiteral("state-dir") << QJsonValue(3)
                                       << QStringLiteral("must be a text");
    QTest::newRow("NUL in a path") << QStringLiteral("state-dir") << QJsonValue(QString(QChar::Null))
                                   << QStringLiteral("must not contain a NUL character");
    const auto list = QStringLiteral("listen.allowed-origins");
    QJsonArray most;
    for (int i = 0; i < 256; ++i)
        most.append(QStringLiteral("https://a"));
    QTest::newRow("longest list") << list << QJsonValue(most) << QString();
    most.append(QStringLiteral("https://a"));
    QTest::newRow("longer list") << list << QJsonValue(most) << QStringLiteral("must have at most 256 texts");
    QTest::newRow("text for a list") << list << QJsonValue(QStringLiteral("https://a"))
                                     << QStringLiteral("must be a list of texts");
    QTest::newRow("number in a list") << list << QJsonValue(QJsonArray{1}) << QStringLiteral("must be a list of texts");
    const auto dryRun = QStringLiteral("rate-limits.dry-run");
    QTest::newRow("all limits") << dryRun
                                << QJsonValue(QJsonArray{QStringLiteral("global"), QStringLiteral("ip"),
                                                         QStringLiteral("user"), QStringLiteral("event"),
                                                         QStringLiteral("refused")})
                                << QString();
    QTest::newRow("no limit") << dryRun << QJsonValue(QJsonArray{QStringLiteral("user"), QStringLiteral("users")})
                              << QStringLiteral("must name rate limits");
    const auto levels = QStringLiteral("log.levels");
    QTest::newRow("levels") << levels
                            << QJsonValue(QJsonArray{QStringLiteral("*=warning"), QStringLiteral("app=debug")})
                            << QString();
    QTest::newRow("mistyped category") << levels << QJsonValue(QJsonArray{QStringLiteral("ruoting=debug")})
                                       << QStringLiteral("'ruoting' is no log category; did you mean routing?");
    QTest::newRow("address without port") << QStringLiteral("listen.http") << QJsonValue(QStringLiteral("127.0.0.1"))
                                          << QStringLiteral("must be host:port or off");
    QTest::newRow("two weights") << QStringLiteral("channels.lane-weights") << QJsonValue(QStringLiteral("8:4"))
                                 << QStringLiteral("must be three weights from 1 to 100, separated by colons");
}

void TestConfigSchema::findsFaults()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    const ConfigOption *option = findConfigOption(key);
    QVERIFY(option);
    QCOMPARE(valueFault(*option, value).value_or(QString()), fault);
}

void TestConfigSchema::suggestsTheNearestKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("nearest");

    QTest::newRow("two letters swapped") << QStringLiteral("channels.mesasge-queue-size")
                                         << QStringLiteral("channels.message-queue-size");
    QTest::newRow("underscores") << QStringLiteral("channels.message_queue_size")
                                 << QStringLiteral("channels.message-queue-size");
    QTest::newRow("without its table") << QStringLiteral("message-queue-size")
                                       << QStringLiteral("channels.message-queue-size");
    QTest::newRow("in the wrong table") << QStringLiteral("limits.batch-size")
                                        << QStringLiteral("broadcast.batch-size");
    QTest::newRow("singular") << QStringLiteral("rate-limit.per-user-per-minutes")
                              << QStringLiteral("rate-limits.per-user-per-minute");
    QTest::newRow("nothing near") << QStringLiteral("colour") << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestConfigSchema::suggestsTheNearestKey()
{
    QFETCH(QString, key);
    QFETCH(QString, nearest);
    QCOMPARE(nearestConfigKey(key), nearest);
}

void TestConfigSchema::takesAddressesApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");

    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1:7600") << true << QStringLiteral("127.0.0.1") << 7600;
    QTest::newRow("IPv6") << QStringLiteral("[::1]:7600") << true << QStringLiteral("::1") << 7600;
    QTest::newRow("port 0") << QStringLiteral("127.0.0.1:0") << true << QStringLiteral("127.0.0.1") << 0;
    QTest::newRow("greatest port") << QStringLiteral("127.0.0.1:65535") << true << QStringLiteral("127.0.0.1") << 65535;
    QTest::newRow("port beyond") << QStringLiteral("127.0.0.1:65536") << false << QString() << 0;
    QTest::newRow("off") << QStringLiteral("off") << true << QString() << 0;
    QTest::newRow("no port") << QStringLiteral("127.0.0.1:") << false << QString() << 0;
    QTest::newRow("no host") << QStringLiteral(":7600") << false << QString() << 0;
    QTest::newRow("IPv6 without brackets") << QStringLiteral("::1:7600") << false << QString() << 0;
    QTest::newRow("negative port") << QStringLiteral("127.0.0.1:-1") << false << QString() << 0;
    QTest::newRow("trailing newline") << QStringLiteral("127.0.0.1:7600\n") << false << QString() << 0;
}

void TestConfigSchema::takesAddressesApart()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(QString, host);
    QFETCH(int, port);
    const std::optional<AddressText> address = splitAddress(text);
    QCOMPARE(address.has_value(), valid);
    if (address) {
        QCOMPARE(address->host, host);
        QCOMPARE(int{address->port}, port);
    }
}

void TestConfigSchema::takesListsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("only commas") << QStringLiteral(" , ,") << QStringList();
    QTest::newRow("one") << QStringLiteral("a") << QStringList{QStringLiteral("a")};
    QTest::newRow("spaces around") << QStringLiteral(" a b , c,\t")
                                   << QStringList{QStringLiteral("a b"), QStringLiteral("c")};
}

void TestConfigSchema::takesListsApart()
{
    QFETCH(QString, text);
    QTEST(splitList(text), "texts");
}

void TestConfigSchema::takesWeightsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");

    QTest::newRow("default") << QStringLiteral("8:4:1") << true;
    QTest::newRow("greatest") << QStringLiteral("100:100:100") << true;
    QTest::newRow("too great") << QStringLiteral("101:4:1") << false;
    QTest::newRow("zero starves a lane") << QStringLiteral("8:4:0") << false;
    QTest::newRow("two") << QStringLiteral("8:4") << false;
    QTest::newRow("four") << QStringLiteral("8:4:2:1") << false;
    QTest::newRow("letters") << QStringLiteral("a:b:c") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestConfigSchema::takesWeightsApart()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(splitLaneWeights(text).has_value(), valid);
}

void TestConfigSchema::writesTheWireShape()
{
    const QJsonObject number = toJson(*findConfigOption(u"channels.message-queue-size"));
    QCOMPARE(number.value(u"key").toString(), QStringLiteral("channels.message-queue-size"));
    QCOMPARE(number.value(u"type").toString(), QStringLiteral("integer"));
    QCOMPARE(number.value(u"unit").toString(), QStringLiteral("events"));
    QCOMPARE(number.value(u"default"), QJsonValue(50000));
    QCOMPARE(number.value(u"min"), QJsonValue(1));
    QCOMPARE(number.value(u"max"), QJsonValue(10'000'000));
    QCOMPARE(number.value(u"effect").toString(), QStringLiteral("live"));
    QVERIFY(!number.value(u"text").toString().isEmpty());

    const QJsonObject choice = toJson(*findConfigOption(u"limits.slow-consumer"));
    const QJsonArray words{QStringLiteral("disconnect"), QStringLiteral("drop-oldest"),
                           QStringLiteral("latest-per-key")};
    QCOMPARE(choice.value(u"type").toString(), QStringLiteral("choice"));
    QCOMPARE(choice.value(u"choices").toArray(), words);
    QVERIFY(!choice.contains(u"min"));

    const QJsonObject list = toJson(*findConfigOption(u"listen.allowed-origins"));
    QCOMPARE(list.value(u"type").toString(), QStringLiteral("text-list"));
    QCOMPARE(list.value(u"default"), QJsonValue(QJsonArray()));

    QCOMPARE(toJson(*findConfigOption(u"threads.io")).value(u"effect").toString(), QStringLiteral("restart"));
    QCOMPARE(toJson(*findConfigOption(u"limits.batch")).value(u"effect").toString(), QStringLiteral("new-connections"));
}

QTEST_APPLESS_MAIN(TestConfigSchema)
#include "tst_configschema.moc"

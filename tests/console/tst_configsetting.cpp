// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configsetting.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sluice::console;

/// A setting that is a list is edited as text with commas.
class ConfigSettingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAreTextWithCommas_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QJsonArray>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << u""_s << QJsonArray() << u""_s;
        QTest::newRow("one") << u" https://a "_s << QJsonArray{u"https://a"_s} << u"https://a"_s;
        QTest::newRow("several") << u"https://a,https://b ,"_s << QJsonArray{u"https://a"_s, u"https://b"_s}
                                 << u"https://a, https://b"_s;
    }

    void listsAreTextWithCommas()
    {
        QFETCH(QString, typed);
        QFETCH(QJsonArray, value);
        const auto setting = ConfigSetting::fromJson(
            {{u"key"_s, u"listen.allowed-origins"_s}, {u"type"_s, u"text-list"_s}, {u"default"_s, QJsonArray()}});
        QCOMPARE(setting.parse(typed), std::optional<QJsonValue>(value));
        QTEST(setting.display(value), "shown");
        QCOMPARE(setting.parse(setting.display(value)), std::optional<QJsonValue>(value));
        QVERIFY(setting.allowedText().contains(u"commas"_s));
    }
};

QTEST_APPLESS_MAIN(ConfigSettingTest)
#include "tst_configsetting.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/configmodel.h"
#include "console/models/revisionlist.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace sluice::console;
using namespace Qt::StringLiterals;

namespace {

enum Column { Number, Time, Who, Changes, Reason, State };

QJsonObject change(const QString &key, const QJsonValue &before, const QJsonValue &after)
{
    return {{u"key"_s, key}, {u"before"_s, before}, {u"after"_s, after}};
}

QJsonObject revision(qint64 number, const QJsonArray &changes, const QJsonValue &reverts = {})
{
    return {{u"revision"_s, number},          {u"by"_s, u"mira@ops"_s},
            {u"reason"_s, u"CPU has room"_s}, {u"atMs"_s, qint64(1'700'000'000'000)},
            {u"reverts"_s, reverts},          {u"changes"_s, changes}};
}

QJsonObject history(const QJsonArray &revisions, const QJsonValue &unconfirmed = {})
{
    return {{u"revisions"_s, revisions}, {u"unconfirmed"_s, unconfirmed}};
}

} // namespace

class RevisionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<ConfigModel>();
        m_list = std::make_unique<RevisionList>(*m_config);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_list.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_list.reset();
        m_config.reset();
    }

    void theNewestIsFirst()
    {
        QVERIFY(!m_list->isKnown());
        m_list->setHistory(history({revision(2, {change(u"a.b"_s, 1, 2)}), revision(3, {change(u"a.b"_s, 2, 3)})}));
        QVERIFY(m_list->isKnown());
        QCOMPARE(m_list->idAt(0), u"3"_s);
        QCOMPARE(text(0, Number), u"3"_s);
        QCOMPARE(text(0, Who), u"mira@ops"_s);
        QCOMPARE(text(0, Changes), u"b 2 → 3"_s);
        QCOMPARE(text(0, Reason), u"CPU has room"_s);
        QCOMPARE(text(0, State), QString());
        QCOMPARE(m_list->reasonOf(2), u"CPU has room"_s);
        QCOMPARE(m_list->reasonOf(4), QString());
    }

    void whatGoesBackSaysSo()
    {
        const QJsonObject onTrial{{u"revision"_s, 4}, {u"revertsInMs"_s, 1000}};
        m_list->setHistory(history({revision(2, {change(u"a.b"_s, 1, 2)}), revision(3, {change(u"a.b"_s, 2, 1)}, 2),
                                    revision(4, {change(u"a.b"_s, 1, 5)})},
                                   onTrial));
        QCOMPARE(text(0, State), u"on trial"_s);
        QCOMPARE(text(1, State), u"takes back 2"_s);
        QCOMPARE(text(2, State), u"taken back by 3"_s);
    }

    void allChangesAreToldInFull()
    {
        m_list->setHistory(history({revision(2, {change(u"a.b"_s, 1, 2), change(u"a.c"_s, QJsonValue(), u"x"_s)})}));
        QCOMPARE(text(0, Changes), u"b 1 → 2; c – → x"_s);
        QCOMPARE(m_list->index(0, Changes).data(Qt::ToolTipRole).toString(), u"a.b\n− 1\n+ 2\na.c\n− –\n+ x"_s);
    }

    void whatWasNotSetCannotBeSetBack()
    {
        const QJsonObject made = revision(2, {change(u"a.b"_s, 1, 2), change(u"a.c"_s, QJsonValue(), 2)});
        QCOMPARE(RevisionList::valuesBefore(made), (QJsonObject{{u"a.b"_s, 1}}));
    }

    void theSameAgainIsNoNews()
    {
        QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
        const QJsonArray revisions{revision(2, {change(u"a.b"_s, 1, 2)})};
        for (const int left : {2000, 1000})
            m_list->setHistory(history(revisions, QJsonObject{{u"revision"_s, 2}, {u"revertsInMs"_s, left}}));
        QCOMPARE(resets.size(), 1);
        m_list->setHistory(history(revisions)); // it is kept
        QCOMPARE(resets.size(), 2);
    }

    void nonsenseIsNoRevision_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no list") << history({}, 7);
        QTest::newRow("numbers in the place of rows") << history({1, 2, 2});
        QTest::newRow("changes that are none") << history({revision(2, {1, u"x"_s, QJsonArray()})});
    }

    void nonsenseIsNoRevision()
    {
        QFETCH(QJsonObject, answer);
        m_list->setHistory(answer);
        for (int row = 0; row < m_list->rowCount(); ++row)
            QVERIFY(RevisionList::valuesBefore(m_list->valuesAt(row)).value(u"a.b"_s).isUndefined());
    }

private:
    [[nodiscard]] QString text(int row, int column) const { return m_list->index(row, column).data().toString(); }

    std::unique_ptr<ConfigModel> m_config;
    std::unique_ptr<RevisionList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(RevisionListTest)
#include "tst_revisionlist.moc"

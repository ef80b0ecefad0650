// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/models/auditlist.h"
#include "console/models/connectionlists.h"
#include "console/models/listexport.h"
#include "console/models/pagedmodel.h"
#include "tests/support/fakelists.h"

#include "shared/base/random.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sluice;
using namespace sluice::console;
using namespace Qt::StringLiterals;

class PagedModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_server = std::make_unique<test::FakeAdminServer>();
        m_lists = std::make_unique<test::FakeLists>(*m_server);
        QVERIFY(m_server->start());
        m_session = std::make_unique<ServerSession>(m_clock, m_random);
        m_model = std::make_unique<PagedModel>(*m_session, ConnectionLists::open(m_session->config()));
        m_session->connectTo(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())), m_server->token());
        QTRY_COMPARE(m_session->client().state(), LinkState::Live);
    }

    void cleanup()
    {
        m_model.reset();
        m_session.reset();
        m_server.reset();
        m_lists.reset();
    }

    void isAProperModelWhateverComes()
    {
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_lists->addConnections(5);
        activate();
        QCOMPARE(ids(), (QStringList{u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
        m_lists->connections.removeAt(1);
        m_lists->connections[0].age = std::chrono::seconds(100);
        m_lists->addConnections(3);
        next();
        QCOMPARE(m_model->rowCount(), 7);
        QCOMPARE(ids().constFirst(), u"1"_s);
        m_lists->connections.clear();
        next();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void asksOnlyWhileItIsLookedAt()
    {
        m_model->fetch();
        QCOMPARE(asked(), 0);
        activate();
        QCOMPARE(asked(), 1);
        QTRY_VERIFY(asked() >= 2); // by itself, every second
        m_model->setActive(false);
        const qsizetype before = asked();
        m_model->fetch();
        m_model->setFilter(u"user:ada"_s);
        QCOMPARE(asked(), before);
    }

    void oneRequestAtATimeWithALimit()
    {
        m_server->setMethod(u"connections/list"_s, [](const QJsonObject &) { return QJsonObject(); });
        m_model->setActive(true);
        QTRY_COMPARE(asked(), 1);
        QTRY_VERIFY(m_model->status().isLate);
        m_model->fetch();
        m_model->setFilter(u"user:ada"_s);
        QCOMPARE(asked(), 1);
        // It is given up, and the one that is wanted now follows.
        m_server->setMethod(u"connections/list"_s, [](const QJsonObject &) {
            return test::FakeAdminServer::result({{u"total"_s, 0}, {u"matching"_s, 0}, {u"rows"_s, QJsonArray{}}});
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_model->status().isKnown, 2 * PagedModel::kTimeLimit.count());
        QVERIFY(!m_model->status().isLate);
        QCOMPARE(m_server->lastParams(u"connections/list"_s).value("filter"_L1).toString(), u"user:ada"_s);
    }

    void aRequestThatTakesTooLongIsSaid()
    {
        m_server->setMethod(u"connections/list"_s, [](const QJsonObject &) { return QJsonObject(); });
        m_model->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_model->status().error.contains(u"in time"_s), 2 * PagedModel::kTimeLimit.count());
    }

    void rowsKeepTheirPersistentIndexWhereverTheyMove()
    {
        m_lists->addConnections(4);
        activate();
        const QPersistentModelIndex third = m_model->indexOf(u"3"_s);
        QCOMPARE(third.row(), 1);
        m_lists->connections[2].age = std::chrono::seconds(0);
        next();
        QCOMPARE(third.row(), 3);
        QCOMPARE(third.data(ListModel::IdRole).toString(), u"3"_s);
        m_lists->connections.removeAt(2);
        next();
        QVERIFY(!third.isValid());
    }

    void whileFrozenNothingMoves()
    {
        m_lists->addConnections(4);
        activate();
        m_model->setFrozen(true);
        m_lists->connections.removeAt(0);
        m_lists->connections[0].age = std::chrono::seconds(100); // would be first
        m_lists->connections[0].received = 77;
        m_lists->addConnections(2);
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        next();
        QCOMPARE(ids(), (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
        QCOMPARE(moved.size() + inserted.size(), 0);
        QCOMPARE(m_model->status().waiting, 2);
        QCOMPARE(m_model->row(u"2"_s)->value("received"_L1).toInt(), 77);
        QVERIFY(m_model->indexOf(u"1"_s).data(ListModel::StaleRole).toBool());
        QVERIFY(!m_model->indexOf(u"2"_s).data(ListModel::StaleRole).toBool());
        m_model->setFrozen(false);
        QTRY_COMPARE(m_model->rowCount(), 5);
        QCOMPARE(ids().constFirst(), u"2"_s);
        QCOMPARE(m_model->status().waiting, 0);
    }

    void anotherFilterIsFollowedAlsoWhileFrozen()
    {
        m_lists->addConnections(4);
        activate();
        m_model->setFrozen(true);
        m_model->setFilter(u"role:guest"_s);
        QTRY_COMPARE(ids(), (QStringList{u"4"_s, u"2"_s}));
        QCOMPARE(m_model->status().matching, 2);
        QCOMPARE(m_model->status().total, 4);
    }

    void onlyWhatChangedIsTold()
    {
        m_lists->addConnections(50);
        activate();
        m_lists->connections[9].limited = 3;
        QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        next();
        QCOMPARE(changes.size(), 1);
        const QModelIndex first = changes.constFirst().at(0).toModelIndex();
        const QModelIndex last = changes.constFirst().at(1).toModelIndex();
        QCOMPARE(first.data(ListModel::IdRole).toString(), u"10"_s);
        QCOMPARE(first.row(), last.row());
        QCOMPARE(first.column(), last.column());
        QCOMPARE(first.data().toString(), u"3"_s);
    }

    void pagesAreOfTwoHundred()
    {
        m_lists->addConnections(450);
        activate();
        QCOMPARE(m_model->rowCount(), 200);
        QVERIFY(m_model->status().hasNext);
        m_model->showNextPage();
        QTRY_COMPARE(ids().constFirst(), u"250"_s);
        m_model->showNextPage();
        QTRY_COMPARE(m_model->rowCount(), 50);
        QVERIFY(!m_model->status().hasNext);
        QCOMPARE(m_model->status().first, 400);
        m_model->showPreviousPage();
        QTRY_COMPARE(ids().constFirst(), u"250"_s);
        // The list ends before this page now: from its beginning again.
        m_lists->connections.resize(10);
        QTRY_COMPARE(m_model->rowCount(), 10);
        QCOMPARE(m_model->status().first, 0);
    }

    void aListOfThePastIsPagedByItsLastEntry()
    {
        for (int seq = 350; seq > 0; --seq)
            m_lists->audit.append(QJsonObject{{u"seq"_s, seq}});
        PagedModel audit(*m_session, AuditList::spec());
        audit.setActive(true);
        QTRY_COMPARE(audit.rowCount(), 200);
        audit.showNextPage();
        QTRY_COMPARE(audit.rowCount(), 150);
        QCOMPARE(audit.idAt(0), u"150"_s);
        QVERIFY(!audit.status().hasNext);
        audit.showPreviousPage();
        QTRY_COMPARE(audit.rowCount(), 200);
        QCOMPARE(audit.idAt(0), u"350"_s);
    }

    void sortsOnTheServer()
    {
        m_lists->addConnections(3);
        activate();
        m_model->sortBy(3); // age, as it is: now the other way round
        QTRY_COMPARE(ids(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE(m_server->lastParams(u"connections/list"_s).value("sort"_L1).toString(), u"age"_s);
        QVERIFY(!m_model->isDescending());
        m_model->sortBy(4); // of numbers the largest first
        QCOMPARE(m_model->sortKey(), u"-rtt"_s);
        m_model->sortBy(0); // of names the first first
        QCOMPARE(m_model->sortKey(), u"user"_s);
    }

    void aFilterThatIsNotUnderstoodIsSaidAndChangesNothing()
    {
        m_lists->addConnections(3);
        activate();
        m_model->setFilter(u"colour:red"_s);
        QTRY_VERIFY(m_model->status().filterFault.contains(u"colour"_s));
        QCOMPARE(m_model->rowCount(), 3);
        m_model->setFilter(u"user:user-1"_s);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(m_model->status().filterFault.isEmpty());
    }

    void whatALostLinkLeavesIsOldAndARestartEmptiesIt()
    {
        m_lists->addConnections(2);
        activate();
        const quint16 port = m_server->port();
        m_server->crash();
        QTRY_COMPARE(m_session->client().state(), LinkState::LinkLost);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->index(0, 0).data(ListModel::StaleRole).toBool());
        m_server->restart(u"epoch-2"_s);
        m_lists->connections.resize(1);
        QVERIFY(m_server->start(port));
        m_session->client().retryNow();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QVERIFY(!m_model->index(0, 0).data(ListModel::StaleRole).toBool());
    }

    void anOlderServerIsAskedOnce()
    {
        ListSpec spec = ConnectionLists::open(m_session->config());
        spec.method = u"no/such"_s;
        PagedModel model(*m_session, spec);
        model.setActive(true);
        QTRY_VERIFY(model.status().error.contains(u"older"_s));
        model.fetch();
        QCOMPARE(std::count_if(m_server->requests().cbegin(), m_server->requests().cend(),
                               [](const auto &request) { return request.first == u"no/such"_s; }),
                 1);
    }

    void exportsAllPagesOfWhatIsFiltered()
    {
        m_lists->addConnections(450);
        m_lists->connections[0].user = "=cmd,\"x\"";
        m_model->setFilter(u"role:user"_s);
        activate();
        ListExport exporting(*m_session, *m_model);
        QSignalSpy finished(&exporting, &ListExport::finished);
        exporting.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().at(1).toInt(), 225);
        QVERIFY(!finished.constFirst().at(2).toBool());
        const QByteArray csv = finished.constFirst().at(0).toByteArray();
        QCOMPARE(csv.count("\r\n"), 226);
        QVERIFY(csv.startsWith("address,ageMs,"));
        QVERIFY(csv.contains("\"'=cmd,\"\"x\"\"\""));
    }

private:
    void activate()
    {
        m_model->setActive(true);
        QTRY_VERIFY(m_model->status().isKnown);
    }

    void next()
    {
        QSignalSpy refreshed(m_model.get(), &PagedModel::refreshed);
        m_model->fetch();
        QVERIFY(refreshed.wait());
    }

    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < m_model->rowCount(); ++row)
            ids.append(m_model->idAt(row));
        return ids;
    }

    [[nodiscard]] qsizetype asked() const
    {
        return std::count_if(m_server->requests().cbegin(), m_server->requests().cend(),
                             [](const auto &request) { return request.first == u"connections/list"_s; });
    }

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<test::FakeAdminServer> m_server;
    std::unique_ptr<test::FakeLists> m_lists;
    std::unique_ptr<ServerSession> m_session;
    std::unique_ptr<PagedModel> m_model;
};

QTEST_MAIN(PagedModelTest)
#include "tst_pagedmodel.moc"

#include "server/work/gate.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using sluice::server::Gate;

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsInside()
    {
        Gate gate;
        QVERIFY(gate.tryEnter());
        QVERIFY(gate.tryEnter(3));
        QCOMPARE(gate.inside(), 4u);
        gate.leave(2);
        QCOMPARE(gate.inside(), 2u);
    }

    void closedGateLetsNobodyIn()
    {
        Gate gate;
        QVERIFY(gate.tryEnter());
        gate.close();
        QVERIFY(gate.isClosed());
        QVERIFY(!gate.tryEnter());
        QCOMPARE(gate.inside(), 1u);
        gate.open();
        QVERIFY(gate.tryEnter());
        QCOMPARE(gate.inside(), 2u);
    }

    void tellsWhenTheLastOneLeft()
    {
        Gate gate;
        int told = 0;
        gate.setOnEmpty([&told] { ++told; });
        QVERIFY(gate.tryEnter(2));
        gate.leave(2);
        QCOMPARE(told, 0); // open: nobody waits for it
        QVERIFY(gate.tryEnter(2));
        gate.close();
        gate.leave();
        QCOMPARE(told, 0);
        gate.leave();
        QCOMPARE(told, 1);
    }

    void tellsAtOnceWhenEmptyAndOncePerClose()
    {
        Gate gate;
        int told = 0;
        gate.setOnEmpty([&told] { ++told; });
        gate.close();
        gate.close();
        QCOMPARE(told, 1);
        gate.open();
        gate.close();
        QCOMPARE(told, 2);
    }

    void leavingNobodyTellsNothing()
    {
        Gate gate;
        int told = 0;
        gate.setOnEmpty([&told] { ++told; });
        gate.close();
        gate.leave(0);
        QCOMPARE(told, 1);
    }

    void closesExactlyOnceUnderTraffic()
    {
        for (int round = 0; round < 50; ++round) {
            Gate gate;
            std::atomic<int> told{0};
            std::atomic<int> insideWhenTold{-1};
            gate.setOnEmpty([&] {
                insideWhenTold = static_cast<int>(gate.inside());
                ++told;
            });
            std::vector<std::thread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&gate] {
                    while (gate.tryEnter())
                        gate.leave();
                });
            }
            gate.close();
            for (auto &thread : threads)
                thread.join();
            QCOMPARE(told.load(), 1);
            QCOMPARE(insideWhenTold.load(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"

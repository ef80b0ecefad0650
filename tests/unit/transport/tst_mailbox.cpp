#include "server/transport/mailbox.h"

#include <QTest>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

using namespace sluice::server;

namespace {

struct Letter {
    int sender = 0;
    int number = 0;
};

/// What wakes the owner, as an eventfd does for an I/O thread: a wake before the sleep is kept, more than one counts.
class Bell
{
public:
    void ring()
    {
        const std::lock_guard lock(m_mutex);
        ++m_rings;
        m_rung.notify_one();
    }

    /// Waits for the next ring after `heard`. False when none comes: the wake-up was lost.
    [[nodiscard]] bool awaitAfter(quint64 heard)
    {
        std::unique_lock lock(m_mutex);
        return m_rung.wait_for(lock, std::chrono::seconds(20), [&] { return m_rings > heard; });
    }

    [[nodiscard]] quint64 rings()
    {
        const std::lock_guard lock(m_mutex);
        return m_rings;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_rung;
    quint64 m_rings = 0;
};

/// The owner's loop: takes until all letters are there, and sleeps when there are none.
class Owner
{
public:
    Owner(Mailbox<Letter> &mailbox, Bell &bell, int senders)
        : m_mailbox(mailbox)
        , m_bell(bell)
        , m_next(static_cast<size_t>(senders), 0)
    {
    }

    void run(quint64 letters)
    {
        std::vector<Letter> taken;
        while (received < letters && !lostWake) {
            m_mailbox.take(taken);
            for (const Letter &letter : taken)
                note(letter);
            taken.clear();
            if (received < letters && m_mailbox.announceSleep())
                sleep();
        }
    }

    quint64 received = 0;
    quint64 outOfOrder = 0;
    quint64 sleeps = 0;
    quint64 wrongWakes = 0; ///< Sleeps that did not end with exactly one ring.
    bool lostWake = false;

private:
    void note(const Letter &letter)
    {
        int &next = m_next[static_cast<size_t>(letter.sender)];
        outOfOrder += letter.number == next ? 0 : 1;
        next = letter.number + 1;
        ++received;
    }

    void sleep()
    {
        lostWake = !m_bell.awaitAfter(sleeps);
        m_mailbox.announceAwake();
        ++sleeps;
        wrongWakes += m_bell.rings() == sleeps ? 0 : 1;
    }

    Mailbox<Letter> &m_mailbox;
    Bell &m_bell;
    std::vector<int> m_next;
};

} // namespace

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverInOrderOfArrival()
    {
        Mailbox<int> mailbox;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!mailbox.post(int(i)));
        std::vector<int> taken;
        mailbox.take(taken);
        QCOMPARE(taken, (std::vector<int>{0, 1, 2, 3, 4}));
        taken.clear();
        mailbox.take(taken);
        QVERIFY(taken.empty());
    }

    void movesWhatItCarries()
    {
        Mailbox<std::unique_ptr<int>> mailbox;
        QVERIFY(!mailbox.post(std::make_unique<int>(7)));
        std::vector<std::unique_ptr<int>> taken;
        mailbox.take(taken);
        QCOMPARE(taken.size(), 1u);
        QCOMPARE(*taken[0], 7);
    }

    void usesTheTakersMemoryForWhatComesNext()
    {
        Mailbox<int> mailbox;
        std::vector<int> taken;
        taken.reserve(100);
        const int *memory = taken.data();
        mailbox.take(taken);
        QVERIFY(!mailbox.post(1));
        std::vector<int> next;
        mailbox.take(next);
        QCOMPARE(next.data(), memory);
    }

    void wakesTheSleeperOnce()
    {
        Mailbox<int> mailbox;
        QVERIFY(!mailbox.post(1)); // awake: it will look anyway
        std::vector<int> taken;
        mailbox.take(taken);
        QVERIFY(mailbox.announceSleep());
        QVERIFY(mailbox.post(2));
        QVERIFY(!mailbox.post(3)); // the wake is under way
    }

    void doesNotSleepOnWhatHasArrived()
    {
        Mailbox<int> mailbox;
        QVERIFY(!mailbox.post(1));
        QVERIFY(!mailbox.announceSleep());
        QVERIFY(!mailbox.post(2)); // it does not sleep: nobody has to wake it
    }

    void isNotWokenWhenItWokeForAnotherReason()
    {
        Mailbox<int> mailbox;
        QVERIFY(mailbox.announceSleep());
        mailbox.announceAwake();
        QVERIFY(!mailbox.post(1));
    }

    void losesNothingUnderStress_data()
    {
        QTest::addColumn<int>("senders");
        QTest::newRow("one sender") << 1;
        QTest::newRow("eight senders") << 8;
    }

    void losesNothingUnderStress()
    {
        QFETCH(int, senders);
        constexpr int kLetters = 20'000;
        Mailbox<Letter> mailbox;
        Bell bell;
        Owner owner(mailbox, bell, senders);
        std::thread ownerThread([&] { owner.run(quint64(senders) * kLetters); });
        std::vector<std::thread> threads;
        for (int sender = 0; sender < senders; ++sender) {
            threads.emplace_back([&mailbox, &bell, sender] {
                for (int number = 0; number < kLetters; ++number) {
                    if (mailbox.post({sender, number}))
                        bell.ring();
                    if (number % 16 == 0)
                        std::this_thread::yield(); // so that the owner runs dry and sleeps often
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        ownerThread.join();

        QVERIFY(!owner.lostWake);
        QCOMPARE(owner.received, quint64(senders) * kLetters);
        QCOMPARE(owner.outOfOrder, 0u);
        QCOMPARE(owner.wrongWakes, 0u);
        QCOMPARE(bell.rings(), owner.sleeps);
    }
};

QTEST_APPLESS_MAIN(TestMailbox)

#include "tst_mailbox.moc"

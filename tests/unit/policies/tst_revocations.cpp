#include "server/policies/revocations.h"

#include "tests/support/fakeclock.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace sluice;
using namespace sluice::server;
using namespace sluice::test;
using namespace std::chrono_literals;

namespace {

constexpr size_t kMost = 100;

Principal bearer(const char *user, const char *tokenId = "", std::optional<WallTime> issued = {})
{
    Principal principal;
    principal.userId = user;
    principal.tokenId = tokenId;
    principal.issued = issued;
    principal.authenticated = true;
    return principal;
}

} // namespace

class TestRevocations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(QStringLiteral("revocations.json"));
    }

    void coversByWhatIsSet()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        QVERIFY(!list.isRevoked(bearer("ada")));
        const WallTime now = m_clock.wallNow();
        add(list, "ada", "", {});
        add(list, "", "t1", {});
        add(list, "ben", "", now);
        add(list, "cem", "t2", {});
        QVERIFY(list.isRevoked(bearer("ada")));
        QVERIFY(!list.isRevoked(bearer("Ada")));
        QVERIFY(list.isRevoked(bearer("dora", "t1")));
        QVERIFY(!list.isRevoked(bearer("dora", "t10")));
        QVERIFY(list.isRevoked(bearer("ben", "", now - 1s)));
        QVERIFY(!list.isRevoked(bearer("ben", "", now)));
        QVERIFY(list.isRevoked(bearer("ben"))); // cannot show that it is newer
        QVERIFY(list.isRevoked(bearer("cem", "t2")));
        QVERIFY(!list.isRevoked(bearer("cem", "t3")));
        QVERIFY(!list.isRevoked(bearer("emil")));
        add(list, "", "", now - 1h); // everybody's
        QVERIFY(list.isRevoked(bearer("emil", "", now - 2h)));
        QVERIFY(!list.isRevoked(bearer("emil", "", now)));
        QCOMPARE(list.size(), size_t{5});
    }

    void outlivesARestart()
    {
        quint64 last = 0;
        {
            Revocations list(m_clock);
            QVERIFY(list.open(m_file));
            add(list, "ada", "", {});
            last = add(list, "", "t1", m_clock.wallNow());
        }
        QCOMPARE(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        QVERIFY(list.isRevoked(bearer("ada")));
        QVERIFY(list.isRevoked(bearer("x", "t1", m_clock.wallNow() - 1s)));
        QVERIFY(!list.isRevoked(bearer("x", "t1", m_clock.wallNow())));
        QVERIFY(add(list, "ben", "", {}) > last); // no id twice
        QCOMPARE(list.list().front().user, std::string("ben"));
        QCOMPARE(list.list().back().reason, QStringLiteral("lost laptop"));
    }

    void entriesExpire()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        add(list, "ada", "", {}, 10s);
        add(list, "ben", "", {}, 1h);
        m_clock.advance(10s);
        QVERIFY(!list.isRevoked(bearer("ada"))); // also before anybody has looked
        list.expire();
        QCOMPARE(list.size(), size_t{1});
        QVERIFY(list.isRevoked(bearer("ben")));
        m_clock.advance(1h);
        Revocations later(m_clock);
        QVERIFY(later.open(m_file));
        QCOMPARE(later.size(), size_t{0});
    }

    void isBounded()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        for (size_t i = 0; i < kMost; ++i)
            add(list, "ada", "", {}, i == 0 ? 10s : 1h);
        const auto refused = list.add(Revocation{"ben", {}, {}, m_clock.wallNow() + 1h, {}, {}, {}}, kMost);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StorageFull);
        QVERIFY(!list.isRevoked(bearer("ben")));
        m_clock.advance(10s); // the first goes
        add(list, "ben", "", {});
        QVERIFY(list.isRevoked(bearer("ben")));
    }

    void canBeTakenBack()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        const quint64 id = add(list, "ada", "", {});
        QVERIFY(list.remove(id));
        QVERIFY(!list.isRevoked(bearer("ada")));
        QCOMPARE(list.remove(id).error().code, ErrorCode::NotFound);
        Revocations later(m_clock);
        QVERIFY(later.open(m_file));
        QCOMPARE(later.size(), size_t{0});
    }

    void aDamagedFileIsNotIgnored_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no list") << QByteArray("{}");
        QTest::newRow("cut off") << QByteArray(R"({"revocations":[{"id":1,"user":"ada","untilMs":9999999999999})");
        QTest::newRow("an entry for everything") << QByteArray(R"({"revocations":[{"id":1,"untilMs":9999999999999}]})");
        QTest::newRow("an entry without end") << QByteArray(R"({"revocations":[{"id":1,"user":"ada"}]})");
    }

    void aDamagedFileIsNotIgnored()
    {
        QFETCH(QByteArray, json);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        Revocations list(m_clock);
        const auto opened = list.open(m_file);
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(m_file), qPrintable(opened.error().detail));
    }

    void whatCannotBeSavedCountsAllTheSame()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_dir->filePath(QStringLiteral("no/such/folder/list"))));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("revocation list is not saved")));
        const auto kept = list.add(Revocation{"ada", {}, {}, m_clock.wallNow() + 1h, {}, {}, {}}, kMost);
        QVERIFY(kept && !kept->isSaved);
        QVERIFY(list.isRevoked(bearer("ada")));
    }

    /// I/O threads and workers ask while an operator changes it.
    void manyAskWhileOneChanges()
    {
        Revocations list(m_clock);
        QVERIFY(list.open(m_file));
        add(list, "ada", "", {});
        std::atomic<bool> done{false};
        std::atomic<int> missed{0};
        std::vector<std::thread> askers;
        for (int i = 0; i < 3; ++i)
            askers.emplace_back([&] {
                while (!done.load())
                    missed += list.isRevoked(bearer("ada")) ? 0 : 1;
            });
        for (int i = 0; i < 50; ++i)
            QVERIFY(list.remove(add(list, "ben", "", {})));
        done.store(true);
        for (std::thread &asker : askers)
            asker.join();
        QCOMPARE(missed.load(), 0);
    }

private:
    quint64 add(Revocations &list, const char *user, const char *tokenId, std::optional<WallTime> issuedBefore,
                std::chrono::seconds keep = 1h)
    {
        Revocation entry;
        entry.user = user;
        entry.tokenId = tokenId;
        entry.issuedBefore = issuedBefore;
        entry.until = m_clock.wallNow() + keep;
        entry.reason = QStringLiteral("lost laptop");
        const auto kept = list.add(std::move(entry), kMost);
        return kept ? kept->entry.id : 0;
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestRevocations)
#include "tst_revocations.moc"

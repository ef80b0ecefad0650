#include "server/metrics/memorystats.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <unistd.h>

using namespace sluice::server;

/// How much memory there is and is used, as the kernel's files say.
class TestMemoryStats : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_root;

    void put(const char *path, const QByteArray &text)
    {
        const QString name = m_root->filePath(QLatin1String(path));
        QVERIFY(QDir().mkpath(name.left(name.lastIndexOf(u'/'))));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    MemoryStats now() const { return MemoryStats::now(m_root->path() + u'/'); }

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        put("proc/meminfo", "MemTotal:        1000000 kB\nMemFree:          1000 kB\n");
        put("proc/self/statm", "9999 2500 1 1 0 1 0\n");
    }

    void theMachineWhereNoGroupHasALimit()
    {
        const quint64 resident = 2500 * quint64(sysconf(_SC_PAGESIZE));
        QCOMPARE(now().limitBytes, quint64{1'024'000'000});
        QCOMPARE(now().usedBytes, resident);
        put("proc/self/cgroup", "4:memory:/a\n0::/b\n");
        put("sys/fs/cgroup/memory/a/memory.limit_in_bytes", "9223372036854771712\n"); // none, in version 1
        put("sys/fs/cgroup/memory/a/memory.usage_in_bytes", "900000000\n");
        put("sys/fs/cgroup/b/memory.max", "max\n");
        put("sys/fs/cgroup/b/memory.current", "900000000\n");
        QCOMPARE(now().usedBytes, resident);
    }

    void theGroupsLimitWithoutWhatItCanGiveBack_data()
    {
        QTest::addColumn<QByteArray>("groups");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("used");
        QTest::addColumn<QByteArray>("statistics");
        QTest::newRow("version 1")
            << QByteArray("9:cpu,cpuacct:/x\n4:memory:/pod/box\n0::/\n")
            << QByteArray("sys/fs/cgroup/memory/pod/box/memory.limit_in_bytes")
            << QByteArray("sys/fs/cgroup/memory/pod/box/memory.usage_in_bytes")
            << QByteArray("inactive_file 1\nactive_file 2\ntotal_inactive_file 20000000\ntotal_active_file 30000000\n");
        QTest::newRow("version 2") << QByteArray("0::/pod/box\n") << QByteArray("sys/fs/cgroup/pod/box/memory.max")
                                   << QByteArray("sys/fs/cgroup/pod/box/memory.current")
                                   << QByteArray("anon 1\ninactive_file 10000000\nactive_file 40000000\n");
        QTest::newRow("version 2, limit of the group above")
            << QByteArray("0::/pod/box\n") << QByteArray("sys/fs/cgroup/pod/memory.max")
            << QByteArray("sys/fs/cgroup/pod/memory.current") << QByteArray("inactive_file 50000000\n");
        QTest::newRow("version 2, in a container")
            << QByteArray("0::/\n") << QByteArray("sys/fs/cgroup/memory.max")
            << QByteArray("sys/fs/cgroup/memory.current") << QByteArray("inactive_file 50000000\n");
    }

    void theGroupsLimitWithoutWhatItCanGiveBack()
    {
        QFETCH(QByteArray, groups);
        QFETCH(QByteArray, limit);
        QFETCH(QByteArray, used);
        QFETCH(QByteArray, statistics);
        put("proc/self/cgroup", groups);
        put(limit.constData(), "200000000\n");
        put(used.constData(), "150000000\n");
        put((limit.left(limit.lastIndexOf('/')) + "/memory.stat").constData(), statistics);
        QCOMPARE(now().limitBytes, quint64{200'000'000});
        QCOMPARE(now().usedBytes, quint64{100'000'000});
        QCOMPARE(now().share(), 0.5);
    }

    void nothingIsKnownWithoutTheFiles() { QCOMPARE(MemoryStats::now(QStringLiteral("/nonexistent")).share(), 0.0); }

    void thisMachine()
    {
        const MemoryStats stats = MemoryStats::now();
        QVERIFY(stats.limitBytes > 0);
        QVERIFY(stats.usedBytes > 0);
        QVERIFY(stats.share() < 1);
    }
};

QTEST_APPLESS_MAIN(TestMemoryStats)
#include "tst_memorystats.moc"

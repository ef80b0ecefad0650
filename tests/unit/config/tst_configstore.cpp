// clazy:excludeall=lambda-in-connect (senders and receivers end with the test function)
#include "server/config/configstore.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace sluice;
using namespace sluice::server;

class TestConfigStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsAtRevisionOne();
    void appliesAllOrNothing();
    void refusesAStaleBase();
    void refusesRestartOptions();
    void checksTheWholeThatWouldResult();
    void asksWhatElseHasToBeRight();
    void checkOnlyChangesNothing();
    void aChangeToTheSameMakesNoRevision();
    void tellsWhatAChangeMeans();
    void keepsABoundedHistory();
    void takesBackWhatWasNotConfirmed();
    void keepsWhatWasConfirmed();
    void othersWaitForTheConfirmation();
    void revertRestoresValueAndSource();
    void revertOfWhatChangedAgainIsRefused();
    void revertOfARevertBringsItBack();
    void persistsInTheOverlayOnly();
    void persistsATrialOnceItIsConfirmed();
    void revertOfAPersistedChangeLeavesTheOverlayAsItWas();
    void anUnwritableOverlayChangesNothing();
    void overlayIsReadAtTheNextStart();
    void concurrentPatchesDoNotLoseEachOther();

private:
    Result<ConfigRevision> patch(const QJsonObject &changes, quint64 base, bool checkOnly = false);
    static QJsonObject firstError(const Error &error);

    /// limits.batch = `value`, to be taken back after 10 s, or to be persisted, or both.
    Result<ConfigRevision> setBatch(int value, bool onTrial, bool persist);
    Result<ConfigRevision> revert(quint64 revision)
    {
        return m_store->revert({revision, QStringLiteral("a mistake"), QStringLiteral("bob")});
    }
    int batch() const { return m_store->current()->limits.batch; }
    QString batchSource() const { return m_store->view().values.at(kBatch).source; }
    QByteArray overlay() const;

    static inline const auto kBatch = QStringLiteral("limits.batch");
    static constexpr std::chrono::seconds kTrial{10};

    QTemporaryDir m_directory;
    sluice::test::FakeClock m_clock;
    std::unique_ptr<ConfigStore> m_store;
};

void TestConfigStore::init()
{
    ConfigInput input;
    input.settings = QStringList{QStringLiteral("state-dir=/tmp/never-made")};
    Result<LoadedConfig> loaded = loadConfig(input);
    QVERIFY(loaded);
    loaded->overlay.file = m_directory.filePath(QStringLiteral("overlay.toml"));
    QFile::remove(loaded->overlay.file);
    m_store = std::make_unique<ConfigStore>(std::move(*loaded), m_clock);
}

Result<ConfigRevision> TestConfigStore::patch(const QJsonObject &changes, quint64 base, bool checkOnly)
{
    return m_store->patch({base, changes, QStringLiteral("a reason"), QStringLiteral("alice"), checkOnly, {}, false});
}

QJsonObject TestConfigStore::firstError(const Error &error)
{
    return QJsonDocument::fromJson(error.data).object().value(u"errors").toArray().at(0).toObject();
}

void TestConfigStore::startsAtRevisionOne()
{
    QCOMPARE(m_store->revision(), quint64{1});
    QCOMPARE(m_store->current()->channels.messageQueueSize, 50000);
    QVERIFY(m_store->history().empty());
}

void TestConfigStore::appliesAllOrNothing()
{
    QSignalSpy spy(m_store.get(), &ConfigStore::changed);
    const auto refused =
        patch({{QStringLiteral("channels.worker-pool-size"), 3}, {QStringLiteral("limits.batch"), 0}}, 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidParams);
    QCOMPARE(firstError(refused.error()).value(u"key").toString(), QStringLiteral("limits.batch"));
    QCOMPARE(firstError(refused.error()).value(u"reason").toString(), QStringLiteral("must be between 1 and 10000"));
    QCOMPARE(firstError(refused.error()).value(u"expected").toString(), QStringLiteral("integer, 1 to 10000 requests"));
    QCOMPARE(m_store->current()->channels.workerPoolSize, 10);
    QCOMPARE(spy.size(), 0);

    const auto accepted =
        patch({{QStringLiteral("channels.worker-pool-size"), 3}, {QStringLiteral("limits.batch"), 7}}, 1);
    QVERIFY(accepted);
    QCOMPARE(accepted->revision, quint64{2});
    QCOMPARE(accepted->changes.size(), size_t{2});
    QCOMPARE(accepted->changes[0].before, QJsonValue(10));
    QCOMPARE(accepted->changes[0].after, QJsonValue(3));
    QCOMPARE(m_store->current()->channels.workerPoolSize, 3);
    QCOMPARE(m_store->current()->limits.batch, 7);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<ConfigPtr>()->limits.batch, 7);
    QCOMPARE(m_store->view().values.at(QStringLiteral("limits.batch")).source, QStringLiteral("admin alice"));
}

void TestConfigStore::refusesAStaleBase()
{
    QVERIFY(patch({{QStringLiteral("limits.batch"), 7}}, 1));
    const auto stale = patch({{QStringLiteral("limits.batch"), 8}}, 1);
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, ErrorCode::StaleBase);
    QCOMPARE(QJsonDocument::fromJson(stale.error().data).object().value(u"revision"), QJsonValue(2));
    QVERIFY(!patch({{QStringLiteral("limits.batch"), 8}}, 3));
    QCOMPARE(m_store->current()->limits.batch, 7);
}

void TestConfigStore::refusesRestartOptions()
{
    const auto refused = patch({{QStringLiteral("threads.io"), 2}}, 1);
    QVERIFY(!refused);
    QCOMPARE(firstError(refused.error()).value(u"reason").toString(),
             QStringLiteral("takes effect only after a restart; change it in the file"));
    // A form sends back what it was shown.
    QVERIFY(patch({{QStringLiteral("threads.io"), 0}}, 1));
}

void TestConfigStore::checksTheWholeThatWouldResult()
{
    const auto alone = patch({{QStringLiteral("backpressure.drop-threshold"), 0.5}}, 1);
    QVERIFY(!alone);
    QCOMPARE(firstError(alone.error()).value(u"key").toString(), QStringLiteral("backpressure.alert-threshold"));
    QVERIFY(patch(
        {{QStringLiteral("backpressure.drop-threshold"), 0.5}, {QStringLiteral("backpressure.alert-threshold"), 0.4}},
        1));
    const auto unknown = patch({{QStringLiteral("backpressure.drop-treshold"), 0.5}}, 2);
    QVERIFY(!unknown);
    QCOMPARE(firstError(unknown.error()).value(u"reason").toString(), QStringLiteral("unknown option"));
    QCOMPARE(firstError(unknown.error()).value(u"expected").toString(), QStringLiteral("backpressure.drop-threshold"));
}

void TestConfigStore::asksWhatElseHasToBeRight()
{
    m_store->setCheck([](const Config &config) -> Result<void> {
        if (config.limits.batch == 13)
            return configFailure({{{}, QStringLiteral("limits.batch"), QStringLiteral("brings bad luck"), {}, {}}});
        return {};
    });
    for (const bool checkOnly : {true, false}) {
        const auto refused = patch({{QStringLiteral("limits.batch"), 13}}, 1, checkOnly);
        QVERIFY(!refused);
        QCOMPARE(firstError(refused.error()).value(u"reason").toString(), QStringLiteral("brings bad luck"));
    }
    QCOMPARE(m_store->revision(), quint64{1});
    QVERIFY(patch({{QStringLiteral("limits.batch"), 14}}, 1));
    QCOMPARE(m_store->current()->limits.batch, 14);
}

void TestConfigStore::checkOnlyChangesNothing()
{
    QSignalSpy spy(m_store.get(), &ConfigStore::changed);
    const auto checked = patch({{QStringLiteral("limits.batch"), 7}}, 1, true);
    QVERIFY(checked);
    QCOMPARE(checked->revision, quint64{1});
    QCOMPARE(checked->changes.size(), size_t{1});
    QCOMPARE(m_store->revision(), quint64{1});
    QCOMPARE(m_store->current()->limits.batch, 100);
    QCOMPARE(spy.size(), 0);
    QVERIFY(!patch({{QStringLiteral("limits.batch"), 0}}, 1, true));
}

void TestConfigStore::aChangeToTheSameMakesNoRevision()
{
    QSignalSpy spy(m_store.get(), &ConfigStore::changed);
    const auto same = patch({{QStringLiteral("limits.batch"), 100}}, 1);
    QVERIFY(same);
    QVERIFY(same->changes.empty());
    QCOMPARE(m_store->revision(), quint64{1});
    QCOMPARE(spy.size(), 0);
    QCOMPARE(m_store->view().values.at(QStringLiteral("limits.batch")).source, QStringLiteral("default"));
}

void TestConfigStore::tellsWhatAChangeMeans()
{
    const auto result =
        patch({{QStringLiteral("limits.batch"), 7}, {QStringLiteral("rate-limits.per-user-per-minute"), 0}}, 1);
    QVERIFY(result);
    const QStringList impact{QStringLiteral("limits.batch: connections that are open keep 100."),
                             QStringLiteral("rate-limits.per-user-per-minute: 100 becomes 0 at once, for everyone.")};
    QCOMPARE(result->impact, impact);
    QCOMPARE(result->warnings.size(), 1);
    QVERIFY(result->warnings.at(0).startsWith(QLatin1String("rate-limits.per-user-per-minute is 0")));
}

void TestConfigStore::keepsABoundedHistory()
{
    const size_t patches = ConfigStore::kHistoryLength + 1;
    for (size_t count = 0; count < patches; ++count)
        QVERIFY(patch({{QStringLiteral("limits.batch"), static_cast<int>(count + 1)}}, m_store->revision()));
    const std::vector<ConfigRevision> history = m_store->history();
    QCOMPARE(history.size(), ConfigStore::kHistoryLength);
    QCOMPARE(history.front().revision, quint64{3});
    QCOMPARE(history.back().revision, quint64{patches + 1});
    QCOMPARE(history.back().by, QStringLiteral("alice"));
    QCOMPARE(history.back().reason, QStringLiteral("a reason"));
}

Result<ConfigRevision> TestConfigStore::setBatch(int value, bool onTrial, bool persist)
{
    ConfigPatch patch{
        .base = m_store->revision(), .changes = {{kBatch, value}}, .reason = {}, .by = QStringLiteral("alice")};
    if (onTrial)
        patch.revertAfter = kTrial;
    patch.persist = persist;
    return m_store->patch(patch);
}

QByteArray TestConfigStore::overlay() const
{
    QFile file(m_directory.filePath(QStringLiteral("overlay.toml")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray options;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            options += line + '\n';
    }
    return options;
}

void TestConfigStore::takesBackWhatWasNotConfirmed()
{
    QVERIFY(setBatch(7, true, false));
    QCOMPARE(m_store->unconfirmed()->revision, quint64{2});
    m_clock.advance(kTrial - std::chrono::nanoseconds(1));
    m_store->expire();
    QCOMPARE(batch(), 7);
    QSignalSpy changed(m_store.get(), &ConfigStore::changed);
    QSignalSpy expired(m_store.get(), &ConfigStore::expired);
    m_clock.advance(std::chrono::nanoseconds(1));
    m_store->expire();
    QCOMPARE(batch(), 100);
    QCOMPARE(batchSource(), QStringLiteral("default"));
    QVERIFY(!m_store->unconfirmed());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(expired.size(), 1);
    QCOMPARE(m_store->history().back().reverts, quint64{2});
    QCOMPARE(m_store->history().back().by, QStringLiteral("automatic"));
    m_store->expire();
    QCOMPARE(m_store->revision(), quint64{3});
}

void TestConfigStore::keepsWhatWasConfirmed()
{
    QVERIFY(!m_store->confirm(1));
    QVERIFY(setBatch(7, true, false));
    QCOMPARE(m_store->confirm(1).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->confirm(2));
    QVERIFY(!m_store->confirm(2));
    m_clock.advance(2 * kTrial);
    m_store->expire();
    QCOMPARE(batch(), 7);
    QVERIFY(overlay().isEmpty());
}

void TestConfigStore::othersWaitForTheConfirmation()
{
    QVERIFY(setBatch(6, false, false));
    QVERIFY(setBatch(7, true, false));
    const auto refused = setBatch(8, false, false);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(QJsonDocument::fromJson(refused.error().data).object().value(u"unconfirmed"), QJsonValue(3));
    QCOMPARE(revert(2).error().code, ErrorCode::Conflict);
    QVERIFY(patch({{kBatch, 8}}, 3, true)); // looking is free
    QVERIFY(revert(3));
    QCOMPARE(batch(), 6);
    QVERIFY(setBatch(8, false, false));
}

void TestConfigStore::revertRestoresValueAndSource()
{
    QVERIFY(setBatch(6, false, false));
    QVERIFY(setBatch(7, false, false));
    const auto reverted = revert(3);
    QVERIFY(reverted);
    QCOMPARE(reverted->revision, quint64{4});
    QCOMPARE(reverted->reverts, quint64{3});
    QCOMPARE(reverted->by, QStringLiteral("bob"));
    QCOMPARE(batch(), 6);
    QCOMPARE(batchSource(), QStringLiteral("admin alice"));
    QVERIFY(revert(2));
    QCOMPARE(batchSource(), QStringLiteral("default"));
    QCOMPARE(revert(1).error().code, ErrorCode::NotFound);
    QCOMPARE(revert(99).error().code, ErrorCode::NotFound);
}

void TestConfigStore::revertOfWhatChangedAgainIsRefused()
{
    QVERIFY(patch({{kBatch, 6}, {QStringLiteral("channels.worker-pool-size"), 3}}, 1));
    QVERIFY(setBatch(7, false, false));
    const auto refused = revert(2);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(QJsonDocument::fromJson(refused.error().data).object().value(u"keys").toArray(), QJsonArray{kBatch});
    QCOMPARE(m_store->current()->channels.workerPoolSize, 3);
}

void TestConfigStore::revertOfARevertBringsItBack()
{
    QVERIFY(setBatch(7, false, true));
    QVERIFY(revert(2));
    QVERIFY(overlay().isEmpty());
    QVERIFY(revert(3));
    QCOMPARE(batch(), 7);
    QCOMPARE(overlay(), QByteArray("limits.batch = 7\n"));
}

void TestConfigStore::persistsInTheOverlayOnly()
{
    QVERIFY(setBatch(7, false, true));
    QVERIFY(m_store->history().back().persisted);
    QCOMPARE(overlay(), QByteArray("limits.batch = 7\n"));
    QVERIFY(setBatch(8, false, false));
    QCOMPARE(overlay(), QByteArray("limits.batch = 7\n"));
    // What is so already can still be kept.
    QVERIFY(setBatch(8, false, true));
    QCOMPARE(m_store->revision(), quint64{3});
    QCOMPARE(overlay(), QByteArray("limits.batch = 8\n"));
}

void TestConfigStore::persistsATrialOnceItIsConfirmed()
{
    QVERIFY(setBatch(7, true, true));
    QVERIFY(overlay().isEmpty());
    QVERIFY(revert(2));
    QVERIFY(overlay().isEmpty());
    QVERIFY(setBatch(8, true, true));
    QVERIFY(m_store->confirm(4));
    QCOMPARE(overlay(), QByteArray("limits.batch = 8\n"));
    QVERIFY(m_store->history().back().persisted);
}

void TestConfigStore::revertOfAPersistedChangeLeavesTheOverlayAsItWas()
{
    QVERIFY(setBatch(6, false, true));
    QVERIFY(setBatch(7, false, true));
    QVERIFY(revert(3));
    QCOMPARE(overlay(), QByteArray("limits.batch = 6\n"));
    QVERIFY(revert(2));
    QVERIFY(!QFile::exists(m_directory.filePath(QStringLiteral("overlay.toml"))));
}

void TestConfigStore::anUnwritableOverlayChangesNothing()
{
    QVERIFY(QDir(m_directory.path()).mkpath(QStringLiteral("overlay.toml"))); // a folder stands in its place
    const auto refused = setBatch(7, false, true);
    QVERIFY(QDir(m_directory.path()).rmdir(QStringLiteral("overlay.toml")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BackendFailed);
    QCOMPARE(batch(), 100);
    QCOMPARE(m_store->revision(), quint64{1});
}

void TestConfigStore::overlayIsReadAtTheNextStart()
{
    QVERIFY(setBatch(7, false, true));
    ConfigInput input;
    input.settings = QStringList{QStringLiteral("state-dir=") + m_directory.path()};
    Result<LoadedConfig> again = loadConfig(input);
    QVERIFY2(again, qUtf8Printable(again ? QString() : again.error().detail));
    QCOMPARE(again->config->limits.batch, 7);
    QCOMPARE(again->config->stateDir, m_directory.path());
    QCOMPARE(again->values.at(kBatch).source,
             m_directory.filePath(QStringLiteral("overlay.toml")) + QLatin1String(":3"));
    // Who starts it has the last word, and what was kept stays kept.
    input.settings.append(QStringLiteral("limits.batch=9"));
    again = loadConfig(input);
    QVERIFY(again);
    QCOMPARE(again->config->limits.batch, 9);
    QCOMPARE(again->overlay.values.at(kBatch), QJsonValue(7));
}

void TestConfigStore::concurrentPatchesDoNotLoseEachOther()
{
    constexpr int kThreads = 4;
    constexpr int kPatchesEach = 25;
    std::vector<quint64> announced; // guarded by the store's order of patches
    connect(
        m_store.get(), &ConfigStore::changed, m_store.get(),
        [&](const ConfigPtr &, const ConfigRevision &revision) { announced.push_back(revision.revision); },
        Qt::DirectConnection);
    std::atomic<int> torn{0};
    std::vector<std::thread> threads;
    for (int index = 0; index < kThreads; ++index) {
        threads.emplace_back([&, index] {
            for (int done = 0; done < kPatchesEach;) {
                // Soft and hard always change together; whoever sees them apart saw half a patch.
                const int value = 4096 + index * kPatchesEach + done;
                const auto result = patch({{QStringLiteral("limits.outbound-soft-bytes"), value},
                                           {QStringLiteral("limits.outbound-hard-bytes"), value}},
                                          m_store->revision());
                const ConfigPtr now = m_store->current();
                if (result)
                    ++done;
                if (m_store->revision() > 1 && now->limits.outboundSoftBytes != now->limits.outboundHardBytes)
                    ++torn;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(torn.load(), 0);
    QCOMPARE(m_store->revision(), quint64{1 + kThreads * kPatchesEach});
    QCOMPARE(announced.size(), size_t{kThreads * kPatchesEach});
    QVERIFY(std::is_sorted(announced.begin(), announced.end()));
}

QTEST_APPLESS_MAIN(TestConfigStore)
#include "tst_configstore.moc"

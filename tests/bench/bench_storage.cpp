#include "server/storage/makedatabaseengine.h"
#include "server/storage/migrator.h"
#include "server/storage/sqlnotestore.h"
#include "shared/base/random.h"
#include "tests/support/privatepostgres.h"

#include <benchmark/benchmark.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <array>
#include <optional>

using namespace sluice;
using namespace sluice::server;

namespace {

constexpr int kWaiting = 64; // as D3 has it
constexpr size_t kGroup = 256;

/// A note store on a new database whose commits survive a power cut.
class Store
{
public:
    Store(bool isPostgres, size_t groupWrites)
    {
        Config config;
        if (isPostgres) {
            m_postgres.emplace(test::PrivatePostgres::Fsync::On);
            if (const QString fault = m_postgres->start(); !fault.isEmpty())
                qFatal("%s", qPrintable(fault));
            config.storage.url = m_postgres->newUrl();
        }
        auto engine = makeDatabaseEngine(config, m_folder.filePath(QStringLiteral("x.db")), m_clock);
        m_database.emplace(std::move(*engine), std::chrono::seconds(10), m_clock);
        if (const auto migrated = Migrator(*m_database).migrate(); !migrated)
            qFatal("%s", qPrintable(migrated.error().detail));
        WriterLimits limits;
        limits.groupWrites = groupWrites;
        m_store.emplace(*m_database, m_random, limits);
    }

    /// As many saves as wait at the same time, to their ends.
    bool saveAll()
    {
        std::array<QFuture<Result<Note>>, kWaiting> saves;
        for (auto &save : saves)
            save = m_store->save(m_draft, TimePoint::max());
        bool saved = true;
        for (auto &save : saves)
            saved = save.result().has_value() && saved;
        return saved;
    }
    bool readOne()
    {
        if (m_id.isEmpty())
            m_id = m_store->save(m_draft, TimePoint::max()).result()->id;
        return m_store->fetch(m_draft.user, m_id, TimePoint::max()).has_value();
    }

private:
    const NoteDraft m_draft{QStringLiteral("ann"),
                            {},
                            {},
                            QStringLiteral("a note"),
                            QString(400, u'x'),
                            QStringList{QStringLiteral("bob")}};
    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_folder;
    std::optional<test::PrivatePostgres> m_postgres;
    std::optional<Database> m_database;
    std::optional<SqlNoteStore> m_store;
    QString m_id;
};

/// Qt's processes want one.
void ensureApplication()
{
    static int argc = 1;
    static std::array<char, 2> name{'b', 0};
    static std::array<char *, 2> argv{name.data(), nullptr};
    static const QCoreApplication application(argc, argv.data());
}

// Notes that are on the disk, with one collaborator each, 64 waiting.
void durableSaves(benchmark::State &state)
{
    ensureApplication();
    Store store(state.range(0) != 0, static_cast<size_t>(state.range(1)));
    for (auto iteration : state) {
        if (!store.saveAll())
            state.SkipWithError("a save failed");
    }
    state.SetItemsProcessed(state.iterations() * kWaiting);
}
BENCHMARK(durableSaves)
    ->ArgNames({"postgresql", "group"})
    ->Args({0, 1})
    ->Args({0, kGroup})
    ->Args({1, 1})
    ->Args({1, kGroup})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void fetchNote(benchmark::State &state)
{
    ensureApplication();
    Store store(state.range(0) != 0, kGroup);
    for (auto iteration : state)
        benchmark::DoNotOptimize(store.readOne());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(fetchNote)->ArgName("postgresql")->Arg(0)->Arg(1)->UseRealTime();

} // namespace

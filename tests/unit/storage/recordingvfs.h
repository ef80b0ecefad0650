#pragma once

#include "shared/base/mutex.h"

#include <sqlite3.h>

#include <string>
#include <vector>

namespace sluice::test {

/// SQLite's own file layer with a record of what is written to and synced of the write-ahead log, and with faults on
/// demand. Every database that is opened while it lives goes through it.
/// Thread: any.
class RecordingVfs
{
public:
    enum class Event { LogWritten, LogSynced, Acknowledged };

    /// One thing that was done to a file, with its bytes, or an acknowledgement, which has its name in `file`.
    struct Step {
        enum class Kind { Write, Truncate, Sync, Remove, Acknowledged };

        Kind kind = Kind::Write;
        std::string file;     ///< Without its folder.
        sqlite3_int64 at = 0; ///< Where a write begins, and how long a truncated file is.
        std::string bytes;
    };

    RecordingVfs();
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs &) = delete;
    RecordingVfs &operator=(const RecordingVfs &) = delete;

    /// Puts an acknowledgement into the record.
    void acknowledged() { record(Event::Acknowledged); }
    void acknowledged(const std::string &name) EXCLUDES(m_mutex);
    /// From now on all steps are kept, of all files.
    void keepSteps() EXCLUDES(m_mutex);
    [[nodiscard]] std::vector<Step> takeSteps() EXCLUDES(m_mutex);
    [[nodiscard]] std::vector<Event> events() const EXCLUDES(m_mutex);
    [[nodiscard]] int count(Event event) const EXCLUDES(m_mutex);
    void clear() EXCLUDES(m_mutex);

    /// From now on a sync of the log waits for releaseSyncs().
    void holdSyncs() EXCLUDES(m_mutex);
    /// Blocks: until a sync is held.
    void waitForHeldSync() EXCLUDES(m_mutex);
    void releaseSyncs() EXCLUDES(m_mutex);
    /// What a write to, or sync of, the log answers: SQLITE_FULL, SQLITE_IOERR_FSYNC ...; SQLITE_OK ends it.
    void failWrites(int code) EXCLUDES(m_mutex);
    void failSyncs(int code) EXCLUDES(m_mutex);
    /// The `number`-th write or sync of any file from now on, the first is 1, answers `code`; those before and after do
    /// what they should.
    void failOne(int number, int code) EXCLUDES(m_mutex);

private:
    struct File;

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static const sqlite3_io_methods &methods();

    void record(Event event) EXCLUDES(m_mutex);
    void keep(Step step) EXCLUDES(m_mutex);
    [[nodiscard]] int beforeAccess() EXCLUDES(m_mutex);
    [[nodiscard]] int beforeWrite() EXCLUDES(m_mutex);
    [[nodiscard]] int beforeSync() EXCLUDES(m_mutex);

    sqlite3_vfs *const m_base;
    sqlite3_vfs m_vfs;
    mutable Mutex m_mutex;
    Condition m_changed;
    std::vector<Event> m_events GUARDED_BY(m_mutex);
    bool m_holding GUARDED_BY(m_mutex) = false;
    bool m_held GUARDED_BY(m_mutex) = false;
    int m_writeFault GUARDED_BY(m_mutex) = SQLITE_OK;
    int m_syncFault GUARDED_BY(m_mutex) = SQLITE_OK;
    bool m_keepsSteps GUARDED_BY(m_mutex) = false;
    std::vector<Step> m_steps GUARDED_BY(m_mutex);
    int m_untilFault GUARDED_BY(m_mutex) = 0; // 0: none to come
    int m_oneFault GUARDED_BY(m_mutex) = SQLITE_OK;
};

} // namespace sluice::test

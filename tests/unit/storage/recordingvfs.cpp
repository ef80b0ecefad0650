#include "tests/unit/storage/recordingvfs.h"

#include <algorithm>

namespace sluice::test {

namespace {

std::string withoutFolder(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace

/// Ours in front, SQLite's own right behind it, as SQLite allocates szOsFile bytes for both.
struct RecordingVfs::File {
    sqlite3_file base;
    RecordingVfs *owner;
    bool isLog;
    const char *name; // SQLite keeps it for as long as the file is open; null for a temporary one

    [[nodiscard]] std::string ownName() const { return name ? withoutFolder(name) : std::string(); }
    static File &of(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
    static sqlite3_file *inner(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(&of(file) + 1); }
};

RecordingVfs::RecordingVfs()
    : m_base(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_base)
{
    m_vfs.zName = "recording";
    m_vfs.szOsFile += static_cast<int>(sizeof(File));
    m_vfs.pAppData = this;
    m_vfs.xOpen = &RecordingVfs::open;
    m_vfs.xDelete = &RecordingVfs::remove;
    sqlite3_vfs_register(&m_vfs, 1);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_base, 1);
}

std::vector<RecordingVfs::Event> RecordingVfs::events() const
{
    const MutexLock lock(m_mutex);
    return m_events;
}

int RecordingVfs::count(Event event) const
{
    const MutexLock lock(m_mutex);
    return static_cast<int>(std::ranges::count(m_events, event));
}

void RecordingVfs::clear()
{
    const MutexLock lock(m_mutex);
    m_events.clear();
}

void RecordingVfs::holdSyncs()
{
    const MutexLock lock(m_mutex);
    m_holding = true;
}

void RecordingVfs::waitForHeldSync()
{
    const MutexLock lock(m_mutex);
    while (!m_held)
        m_changed.wait(m_mutex);
}

void RecordingVfs::releaseSyncs()
{
    const MutexLock lock(m_mutex);
    m_holding = false;
    m_changed.notifyAll();
}

void RecordingVfs::failWrites(int code)
{
    const MutexLock lock(m_mutex);
    m_writeFault = code;
}

void RecordingVfs::failSyncs(int code)
{
    const MutexLock lock(m_mutex);
    m_syncFault = code;
}

void RecordingVfs::failOne(int number, int code)
{
    const MutexLock lock(m_mutex);
    m_untilFault = number;
    m_oneFault = code;
}

void RecordingVfs::acknowledged(const std::string &name)
{
    keep({Step::Kind::Acknowledged, name, 0, {}});
}

void RecordingVfs::keepSteps()
{
    const MutexLock lock(m_mutex);
    m_keepsSteps = true;
}

std::vector<RecordingVfs::Step> RecordingVfs::takeSteps()
{
    const MutexLock lock(m_mutex);
    return std::move(m_steps);
}

void RecordingVfs::keep(Step step)
{
    const MutexLock lock(m_mutex);
    if (m_keepsSteps)
        m_steps.push_back(std::move(step));
}

int RecordingVfs::beforeAccess()
{
    const MutexLock lock(m_mutex);
    if (m_untilFault == 0 || --m_untilFault > 0)
        return SQLITE_OK;
    return m_oneFault;
}

void RecordingVfs::record(Event event)
{
    const MutexLock lock(m_mutex);
    m_events.push_back(event);
}

int RecordingVfs::beforeWrite()
{
    const MutexLock lock(m_mutex);
    m_events.push_back(Event::LogWritten);
    return m_writeFault;
}

int RecordingVfs::beforeSync()
{
    const MutexLock lock(m_mutex);
    m_held = m_holding;
    m_changed.notifyAll();
    while (m_holding)
        m_changed.wait(m_mutex);
    m_held = false;
    return m_syncFault;
}

int RecordingVfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *const owner = static_cast<RecordingVfs *>(vfs->pAppData);
    File &ours = File::of(file);
    ours.owner = owner;
    ours.isLog = (flags & SQLITE_OPEN_WAL) != 0;
    ours.name = name;
    const int code = owner->m_base->xOpen(owner->m_base, name, File::inner(file), flags, outFlags);
    ours.base.pMethods = File::inner(file)->pMethods ? &methods() : nullptr;
    return code;
}

int RecordingVfs::remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    auto *const owner = static_cast<RecordingVfs *>(vfs->pAppData);
    const int code = owner->m_base->xDelete(owner->m_base, name, syncFolder);
    if (code == SQLITE_OK)
        owner->keep({Step::Kind::Remove, withoutFolder(name), 0, {}});
    return code;
}

const sqlite3_io_methods &RecordingVfs::methods()
{
    using F = sqlite3_file;
    static constexpr auto kInner = &File::inner;
    static const sqlite3_io_methods methods{
        3,
        [](F *file) { return kInner(file)->pMethods->xClose(kInner(file)); },
        [](F *file, void *to, int size, sqlite3_int64 at) {
            return kInner(file)->pMethods->xRead(kInner(file), to, size, at);
        },
        [](F *file, const void *from, int size, sqlite3_int64 at) {
            const File &ours = File::of(file);
            if (const int fault = ours.owner->beforeAccess(); fault != SQLITE_OK)
                return fault;
            if (ours.isLog) {
                if (const int fault = ours.owner->beforeWrite(); fault != SQLITE_OK)
                    return fault;
            }
            const int code = kInner(file)->pMethods->xWrite(kInner(file), from, size, at);
            if (code == SQLITE_OK)
                ours.owner->keep({Step::Kind::Write, ours.ownName(), at,
                                  std::string(static_cast<const char *>(from), static_cast<size_t>(size))});
            return code;
        },
        [](F *file, sqlite3_int64 size) {
            const int code = kInner(file)->pMethods->xTruncate(kInner(file), size);
            if (code == SQLITE_OK)
                File::of(file).owner->keep({Step::Kind::Truncate, File::of(file).ownName(), size, {}});
            return code;
        },
        [](F *file, int flags) {
            const File &ours = File::of(file);
            if (const int fault = ours.owner->beforeAccess(); fault != SQLITE_OK)
                return fault;
            if (!ours.isLog) {
                const int code = kInner(file)->pMethods->xSync(kInner(file), flags);
                if (code == SQLITE_OK)
                    ours.owner->keep({Step::Kind::Sync, ours.ownName(), 0, {}});
                return code;
            }
            if (const int fault = ours.owner->beforeSync(); fault != SQLITE_OK)
                return fault;
            const int code = kInner(file)->pMethods->xSync(kInner(file), flags);
            ours.owner->record(Event::LogSynced);
            if (code == SQLITE_OK)
                ours.owner->keep({Step::Kind::Sync, ours.ownName(), 0, {}});
            return code;
        },
        [](F *file, sqlite3_int64 *size) { return kInner(file)->pMethods->xFileSize(kInner(file), size); },
        [](F *file, int lock) { return kInner(file)->pMethods->xLock(kInner(file), lock); },
        [](F *file, int lock) { return kInner(file)->pMethods->xUnlock(kInner(file), lock); },
        [](F *file, int *result) { return kInner(file)->pMethods->xCheckReservedLock(kInner(file), result); },
        [](F *file, int op, void *argument) {
            return kInner(file)->pMethods->xFileControl(kInner(file), op, argument);
        },
        [](F *file) { return kInner(file)->pMethods->xSectorSize(kInner(file)); },
        [](F *file) { return kInner(file)->pMethods->xDeviceCharacteristics(kInner(file)); },
        [](F *file, int page, int size, int extend, void volatile **memory) {
            return kInner(file)->pMethods->xShmMap(kInner(file), page, size, extend, memory);
        },
        [](F *file, int offset, int count, int flags) {
            return kInner(file)->pMethods->xShmLock(kInner(file), offset, count, flags);
        },
        [](F *file) { kInner(file)->pMethods->xShmBarrier(kInner(file)); },
        [](F *file, int remove) { return kInner(file)->pMethods->xShmUnmap(kInner(file), remove); },
        [](F *file, sqlite3_int64 at, int size, void **page) {
            return kInner(file)->pMethods->xFetch(kInner(file), at, size, page);
        },
        [](F *file, sqlite3_int64 at, void *page) { return kInner(file)->pMethods->xUnfetch(kInner(file), at, page); },
    };
    return methods;
}

} // namespace sluice::test

#include "server/app/stackdump.h"

#include <QtGlobal>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <execinfo.h>
#include <fcntl.h>
#include <semaphore.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr int kMaxFrames = 64;
constexpr size_t kThreadNameBytes = 16;
constexpr std::chrono::milliseconds kPatience{200};

// What a thread says of itself. It only fills this in: whoever asked writes it out, so that a reader of the dump who
// does not read (a full pipe) holds up the asking thread and not all of them.
struct Answer {
    std::array<char, kThreadNameBytes> name{};
    std::array<void *, kMaxFrames> frames{};
    int frameCount = 0;
};

// A signal handler has no object to work on: these are all it knows.
std::atomic<pid_t> s_asked{0}; // whose answer is wanted; 0: nobody's any more
Answer s_answer;
sem_t s_answered;

// Neither Qt (none), glibc (the first two, which SIGRTMIN skips) nor Valgrind (SIGRTMAX) use it.
int dumpSignal()
{
    return SIGRTMIN + 4;
}

pid_t ownThreadId()
{
    return static_cast<pid_t>(::syscall(SYS_gettid));
}

// Async-signal-safe. One that answers too late finds that it is not asked any more.
void answer(int)
{
    const int savedErrno = errno;
    if (pid_t own = ownThreadId(); s_asked.compare_exchange_strong(own, 0)) {
        ::prctl(PR_GET_NAME, s_answer.name.data());
        s_answer.frameCount = ::backtrace(s_answer.frames.data(), kMaxFrames);
        ::sem_post(&s_answered);
    }
    errno = savedErrno;
}

bool waitForAnswer()
{
    timespec until{};
    ::clock_gettime(CLOCK_MONOTONIC, &until);
    const auto nanoseconds = std::chrono::nanoseconds(until.tv_nsec) + std::chrono::nanoseconds(kPatience);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(nanoseconds);
    until.tv_sec += seconds.count();
    until.tv_nsec = (nanoseconds - seconds).count();
    while (::sem_clockwait(&s_answered, CLOCK_MONOTONIC, &until) != 0) {
        if (errno != EINTR)
            return false;
    }
    return true;
}

enum class Asked { Answered, Silent, Gone };

Asked ask(pid_t thread)
{
    s_asked = thread;
    if (::syscall(SYS_tgkill, ::getpid(), thread, dumpSignal()) != 0) {
        s_asked = 0;
        return Asked::Gone;
    }
    if (waitForAnswer())
        return Asked::Answered;
    // When it has begun at the last moment, it is soon through.
    const bool hasBegun = s_asked.exchange(0) == 0;
    return hasBegun && waitForAnswer() ? Asked::Answered : Asked::Silent;
}

void write(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<size_t>(written));
    }
}

// Without memory from the allocator, which the thread that hangs may have locked.
void writeHeading(int descriptor, pid_t thread, std::string_view rest)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), thread).ptr;
    write(descriptor, "thread ");
    write(descriptor, {digits.data(), static_cast<size_t>(end - digits.data())});
    write(descriptor, " ");
    write(descriptor, rest);
    write(descriptor, "\n");
}

void dumpStackOf(pid_t thread, int descriptor)
{
    switch (ask(thread)) {
    case Asked::Gone: return; // it has ended meanwhile
    case Asked::Silent: writeHeading(descriptor, thread, "does not answer"); return;
    case Asked::Answered:
        writeHeading(descriptor, thread, s_answer.name.data());
        ::backtrace_symbols_fd(s_answer.frames.data(), s_answer.frameCount, descriptor);
    }
}

// What getdents64(2) fills in. opendir() would ask the allocator for memory.
struct DirectoryEntry {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t lengthBytes;
    std::uint8_t type;
    // and the name, with a null
};
constexpr size_t kNameOffset = offsetof(DirectoryEntry, type) + sizeof(DirectoryEntry::type);

void dumpStackOf(const char *task, int descriptor)
{
    pid_t thread = 0;
    const char *end = task + std::strlen(task);
    if (std::from_chars(task, end, thread).ptr == end && thread != ownThreadId())
        dumpStackOf(thread, descriptor);
}

} // namespace

void prepareStackDump()
{
    ::sem_init(&s_answered, 0, 0);
    std::array<void *, 1> frame{};
    ::backtrace(frame.data(), 1); // the first call loads libgcc, which allocates
    struct sigaction action {
    };
    action.sa_handler = &answer;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    ::sigaction(dumpSignal(), &action, nullptr);
}

void dumpAllStacks(int descriptor)
{
    const int tasks = ::open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (tasks < 0)
        return;
    alignas(DirectoryEntry) std::array<char, 4096> entries;
    for (;;) {
        const long length = ::syscall(SYS_getdents64, tasks, entries.data(), entries.size());
        if (length <= 0)
            break;
        for (long at = 0; at < length;) {
            const auto *entry = reinterpret_cast<const DirectoryEntry *>(entries.data() + at);
            dumpStackOf(entries.data() + static_cast<size_t>(at) + kNameOffset, descriptor);
            at += entry->lengthBytes;
        }
    }
    ::close(tasks);
}

} // namespace sluice::server

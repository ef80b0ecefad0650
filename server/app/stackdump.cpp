#include "server/app/stackdump.h"

#include <QtGlobal>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string_view>

#include <dirent.h>
#include <execinfo.h>
#include <semaphore.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr int kMaxFrames = 64;
constexpr size_t kThreadNameBytes = 16;
constexpr std::chrono::milliseconds kPatience{200};

// A signal handler has no object to work on: these are all it knows. -1: no dump is under way.
std::atomic<int> s_descriptor{-1};
sem_t s_dumped;

// Neither Qt (none), glibc (the first two, which SIGRTMIN skips) nor Valgrind (SIGRTMAX) use it.
int dumpSignal()
{
    return SIGRTMIN + 4;
}

pid_t ownThreadId()
{
    return static_cast<pid_t>(::syscall(SYS_gettid));
}

// Everything below is async-signal-safe.
void write(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written <= 0)
            return;
        text.remove_prefix(static_cast<size_t>(written));
    }
}

void writeHeading(int descriptor, pid_t thread, std::string_view rest)
{
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), thread).ptr;
    write(descriptor, "thread ");
    write(descriptor, {digits.data(), static_cast<size_t>(end - digits.data())});
    write(descriptor, " ");
    write(descriptor, rest);
    write(descriptor, "\n");
}

void dumpOwnStack(int)
{
    const int savedErrno = errno;
    if (const int descriptor = s_descriptor.load(); descriptor >= 0) {
        std::array<char, kThreadNameBytes> name{};
        ::prctl(PR_GET_NAME, name.data());
        writeHeading(descriptor, ownThreadId(), name.data());
        std::array<void *, kMaxFrames> frames;
        ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), kMaxFrames), descriptor);
        ::sem_post(&s_dumped);
    }
    errno = savedErrno;
}

bool waitForDump()
{
    timespec until{};
    ::clock_gettime(CLOCK_REALTIME, &until);
    const auto nanoseconds = std::chrono::nanoseconds(until.tv_nsec) + std::chrono::nanoseconds(kPatience);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(nanoseconds);
    until.tv_sec += seconds.count();
    until.tv_nsec = (nanoseconds - seconds).count();
    while (::sem_timedwait(&s_dumped, &until) != 0) {
        if (errno != EINTR)
            return false;
    }
    return true;
}

void dumpStackOf(pid_t thread, int descriptor)
{
    while (::sem_trywait(&s_dumped) == 0) { } // of one that answered too late
    if (::syscall(SYS_tgkill, ::getpid(), thread, dumpSignal()) != 0)
        return; // it has ended meanwhile
    if (!waitForDump())
        writeHeading(descriptor, thread, "does not answer");
}

} // namespace

void prepareStackDump()
{
    ::sem_init(&s_dumped, 0, 0);
    std::array<void *, 1> frame;
    ::backtrace(frame.data(), 1); // the first call loads libgcc, which allocates
    struct sigaction action {
    };
    action.sa_handler = &dumpOwnStack;
    action.sa_flags = SA_RESTART;
    sigfillset(&action.sa_mask);
    ::sigaction(dumpSignal(), &action, nullptr);
}

void dumpAllStacks(int descriptor)
{
    DIR *tasks = ::opendir("/proc/self/task");
    if (!tasks)
        return;
    s_descriptor = descriptor;
    while (const dirent *task = ::readdir(tasks)) {
        pid_t thread = 0;
        const char *end = task->d_name + std::strlen(task->d_name);
        if (std::from_chars(task->d_name, end, thread).ptr == end && thread != ownThreadId())
            dumpStackOf(thread, descriptor);
    }
    s_descriptor = -1;
    ::closedir(tasks);
}

} // namespace sluice::server

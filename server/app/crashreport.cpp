#include "server/app/crashreport.h"

#include "server/app/stackdump.h"

#include <array>
#include <csignal>
#include <cstring>
#include <string_view>

#include <execinfo.h>
#include <unistd.h>

namespace sluice::server {

namespace {

constexpr int kMaxFrames = 64;
// A supervisor starts the next one only when this one has ended.
constexpr unsigned kMostSeconds = 5;

#ifdef __SANITIZE_ADDRESS__
constexpr std::array kCrashes{SIGABRT};
#else
constexpr std::array kCrashes{SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE};
#endif

void say(std::string_view text)
{
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

// Signal numbers have at most two digits.
void sayNumber(int number)
{
    const std::array digits{static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    const std::string_view text(digits.data(), digits.size());
    say(number < 10 ? text.substr(1) : text);
}

// Async-signal-safe: whoever crashed may hold the allocator's lock.
void report(int signal)
{
    ::alarm(kMostSeconds);
    const char *description = ::sigdescr_np(signal);
    say("crashed signal=");
    sayNumber(signal);
    say(" (");
    say(description ? description : "?");
    say(")\n");
    std::array<void *, kMaxFrames> frames{};
    ::backtrace_symbols_fd(frames.data(), ::backtrace(frames.data(), kMaxFrames), STDERR_FILENO);
    dumpAllStacks(STDERR_FILENO);
    say("end of the crash report\n");
    ::raise(signal); // by now it is handled as if we had not been here
}

} // namespace

void installCrashReport()
{
    prepareStackDump();
    struct sigaction action {
    };
    action.sa_handler = &report;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER); // a crash of the report itself just ends it
    sigemptyset(&action.sa_mask);
    for (const int signal : kCrashes)
        ::sigaction(signal, &action, nullptr);
}

} // namespace sluice::server

#pragma once

namespace sluice::server {

/// From now on a crash (a signal that nobody expects, as of abort() or a bad pointer) leaves a report on standard error
/// before it ends the process, with a core where the system keeps one: the signal, then the stacks of the thread that
/// crashed and of all others, as dumpAllStacks() writes them. What hangs in that is ended after a few seconds.
/// Under AddressSanitizer only abort() is reported: the rest it reports itself.
/// Thread: main, before others begin.
/// Source: signal-safety(7).
void installCrashReport();

} // namespace sluice::server

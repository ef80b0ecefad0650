#pragma once

namespace sluice::server {

/// Makes dumpAllStacks() possible: installs its signal handler and loads what it needs, because a handler may not.
void prepareStackDump();

/// Writes the stacks of all other threads of this process to `descriptor`, one thread after the other, each headed by
/// its id and name. A thread that does not answer, because the kernel holds it, is named and left out. Frames of
/// hidden functions stand as program(+offset): `addr2line -Cfe sluiced OFFSET` names them.
/// Thread: any, one at a time. Blocks: a moment per thread, and while nobody reads what it writes; the threads it asks
/// go on meanwhile. Requires: prepareStackDump().
/// Source: tgkill(2), signal-safety(7), backtrace(3).
void dumpAllStacks(int descriptor);

} // namespace sluice::server

#!/usr/bin/python3
"""Row S2: does the simulation find bugs? Puts one at a time into a copy of the sources, builds the simulation there and
runs it until it fails. Nothing of this is in the product: each bug is a replacement of text that must occur exactly once.

Usage: mutants.py [--seeds N] [NAME ...]     in a checkout; ./dev mutants calls it
Exit code: 0 when every bug was found; 1 when one was missed; 2 when one no longer fits the sources and must be renewed.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
COPY = ROOT / "build" / "mutants"
PROGRAM = COPY / "build/release/tests/simulation/tst_simulation"


class Mutant(NamedTuple):
    name: str
    file: str
    old: str
    new: str


MUTANTS = [
    Mutant("lost wake-up", "server/transport/mailbox.h",
           "m_asleep = m_messages.empty();\n        return m_asleep;",
           "m_asleep = true;\n        return m_asleep;"),
    Mutant("double reply at the deadline", "server/routing/router.cpp",
           "if (!request->claim())\n            return; // its answer is on the way",
           "static_cast<void>(request->claim());"),
    Mutant("queue holds one too many", "server/work/boundedpriorityqueue.cpp",
           "if (m_room.size() < capacity)\n        return true;",
           "if (m_room.size() <= capacity)\n        return true;"),
    Mutant("gate permit leaks", "server/routing/router.cpp",
           "    m_gate.leave(1);\n    // A worker still has it",
           "    if (request->started.load())\n        m_gate.leave(1);\n    // A worker still has it"),
    Mutant("window admits one too many", "server/policies/slidingwindow.cpp",
           "if (m_count >= m_limit)\n        return false;",
           "if (m_count > m_limit)\n        return false;"),
    Mutant("worker looks but does not claim", "server/routing/settlement.cpp",
           "if (!request.claim()) {\n        m_metrics.add(Counter::LateResults);",
           "if (request.isClaimed()) {\n        m_metrics.add(Counter::LateResults);"),
    Mutant("forgotten disarm", "server/routing/router.cpp",
           "    m_deadlines.disarm(*request);\n    reportToBreaker(",
           "    reportToBreaker("),
    Mutant("answer to another thread's session", "server/routing/router.cpp",
           "CompletionSink *sink = request.sink;",
           "CompletionSink *sink = &m_sink;"),
    Mutant("dropped answer of an eviction", "server/work/boundedpriorityqueue.cpp",
           "rejected.push_back(victim);",
           "static_cast<void>(rejected);"),
    Mutant("deadline not shortened", "server/routing/router.cpp",
           "envelope.timeout && *envelope.timeout < request->timeout",
           "envelope.timeout && *envelope.timeout > request->timeout"),
    Mutant("forgotten withdrawal", "server/routing/policychain.cpp",
           "    withdraw(request, request.admitted, m_policies.size());\n",
           ""),
    Mutant("overload keeps the permits", "server/policies/overloadpolicy.cpp",
           "return {overloaded(reason, surplus), true};",
           "return {overloaded(reason, surplus), false};"),
    Mutant("places in flight miscounted", "server/routing/executor.cpp",
           "    shift.finished().clear();\n",
           ""),
    Mutant("array waits for one too many", "server/routing/router.cpp",
           "++batch->pending;\n    }\n    if (m_flights",
           "batch->pending += 2;\n    }\n    if (m_flights"),
    Mutant("cancel does not claim", "server/routing/router.cpp",
           "if (request->id != id)\n            continue;\n        if (request->claim()) {",
           "if (request->id != id)\n            continue;\n        if (!request->isClaimed()) {"),
    Mutant("priorities inverted", "server/work/boundedpriorityqueue.cpp",
           "m_credits = m_limits.weights; // every lane",
           "m_credits = {m_limits.weights[2], m_limits.weights[1], m_limits.weights[0]}; // every lane"),
    Mutant("the youngest of the aged goes first", "server/work/boundedpriorityqueue.cpp",
           "if (candidate.since < oldest) {",
           "if (candidate.since < oldest && !found) {"),
    Mutant("deadline a tick early", "shared/base/timerwheel.cpp",
           "(span + m_tick - Duration(1)) / m_tick",
           "span / m_tick"),
    Mutant("sent after the end of the connection", "server/routing/router.cpp",
           "unlinkFromSession(request);\n            request->session = nullptr;\n        }",
           "unlinkFromSession(request);\n        }"),
    Mutant("permit of another withdrawn", "server/policies/slidingwindow.cpp",
           "if (m_count == 0 || entry(static_cast<quint16>(m_count - 1)) - admitted >= windowNs())",
           "if (m_count == 0)"),
    Mutant("changed limit of refusals ignored", "server/routing/router.cpp",
           "    session.m_faults->reconfigure(allowed, kFaultWindow);\n",
           ""),
    Mutant("permit given back that was never taken", "server/policies/ratelimitpolicy.cpp",
           "if ((permits & bitOf(scope)) != 0)\n            m_windows",
           "if (limitOf(scope, request).count > 0)\n            m_windows"),
    Mutant("own refusal gives permits back", "server/policies/ratelimitpolicy.cpp",
           "            request.ratePermits &= bitOf(Scope::Global);\n",
           "            request.ratePermits &= 0xff;\n"),
    Mutant("limit of the address not told", "server/routing/router.cpp",
           "        return std::move(refusal->error);\n    return fault;",
           "        return fault;\n    return fault;"),
    Mutant("own turn not seen in the depth", "server/policies/overloadpolicy.cpp",
           "if (m_queue.depth() + request.aheadInTurn >= m_queue.bound(lane)",
           "if (m_queue.depth() >= m_queue.bound(lane)"),
    Mutant("one more of an event than may", "server/work/waitingroom.cpp",
           "bulkhead.running < bulkhead.most",
           "bulkhead.running <= bulkhead.most"),
    Mutant("place of an event not given back", "server/work/waitingroom.cpp",
           "        --bulkhead->running;\n",
           ""),
    Mutant("order that does not wait", "server/work/waitingroom.cpp",
           "    const bool isFirst = &line == &ready.front();\n",
           "    const bool isFirst = &line == &ready.front();\n    passOrder(job, job->admitted);\n"),
    Mutant("order that does not go on", "server/work/waitingroom.cpp",
           "held.append(order);",
           "if (held.isEmpty())\n            held.append(order);"),
    Mutant("order stands behind a stuck handler", "server/work/boundedpriorityqueue.cpp",
           "        m_room.passOrder(job, m_clock.now());\n",
           "        static_cast<void>(job);\n"),
    Mutant("user who keeps the turn", "server/work/fairline.cpp",
           "        passTurn(m_turn->next);\n",
           "        static_cast<void>(m_turn);\n"),
    Mutant("turn worth three hundred times as much", "server/work/fairline.h",
           "kTurn{100};",
           "kTurn{30000};"),
    Mutant("line that keeps the turn", "server/work/lanelines.cpp",
           "    std::rotate(m_ring.begin(), m_ring.begin() + 1, m_ring.end());\n",
           ""),
    Mutant("relieved worker runs the rest too", "server/work/shift.cpp",
           "    m_jobs = m_jobs.first(m_next);\n",
           ""),
    Mutant("rest of a relieved worker lost", "server/work/boundedpriorityqueue.cpp",
           "        m_returned.insert(m_returned.end(), notBegun.begin(), notBegun.end());\n",
           "        static_cast<void>(notBegun);\n"),
    Mutant("what has ended goes on waiting", "server/routing/router.cpp",
           "        m_ended.push_back(request);",
           "        static_cast<void>(request);"),
]


def run(*command: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(command, text=True, capture_output=True, **options)


def copy_sources() -> None:
    """What git knows, and only what has changed, so that the copy builds incrementally."""
    names = run("git", "ls-files", "-z", cwd=ROOT, check=True).stdout.split("\0")
    for name in filter(None, names):
        source, target = ROOT / name, COPY / name
        if not source.is_file():
            continue
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        shutil.copymode(source, target)


def build() -> None:
    if not (COPY / "build/release/build.ninja").exists():
        run("cmake", "--preset", "release", cwd=COPY, check=True)
    built = run("ninja", "-C", "build/release", "tst_simulation", cwd=COPY)
    if built.returncode != 0:
        sys.exit(f"does not build:\n{built.stdout[-3000:]}")


def hunt(seeds: int) -> str:
    """How the simulation failed, or nothing."""
    environment = dict(os.environ, SLUICE_SIM_SEED="1", SLUICE_SIM_SEEDS=str(seeds), QTEST_FUNCTION_TIMEOUT="1000000")
    # A bug may also hang or crash it: found as well, as long as nothing else does.
    try:
        ended = run(str(PROGRAM), "everySeedKeepsThePromises", env=environment, timeout=900)
    except subprocess.TimeoutExpired:
        return "it hangs"
    if ended.returncode == 0:
        return ""
    fault = re.search(r"returned FALSE\. \((.*)", ended.stdout)
    return fault.group(1) if fault else f"it crashes, exit code {ended.returncode}"


def try_mutant(mutant: Mutant, seeds: int) -> bool:
    path = COPY / mutant.file
    original = path.read_text()
    path.write_text(original.replace(mutant.old, mutant.new))
    try:
        build()
        fault = hunt(seeds)
    finally:
        path.write_text(original)
    print(f"{'found ' if fault else 'MISSED'}  {mutant.name}: {fault or f'not in {seeds} seeds'}", flush=True)
    return bool(fault)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    mutants = [m for m in MUTANTS if not arguments.names or any(name in m.name for name in arguments.names)]

    stale = [m.name for m in mutants if (ROOT / m.file).read_text().count(m.old) != 1]
    if stale:
        print(f"no longer fit the sources: {', '.join(stale)}", file=sys.stderr)
        return 2
    copy_sources()
    build()
    if fault := hunt(100):
        sys.exit(f"fails without any bug: {fault}")
    found = sum([try_mutant(mutant, arguments.seeds) for mutant in mutants])
    print(f"{found} of {len(mutants)} bugs found")
    return 0 if found == len(mutants) else 1


if __name__ == "__main__":
    sys.exit(main())

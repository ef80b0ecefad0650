"""Learns what the server's hot paths do: runs an instrumented server under loads that are typical of it, and keeps the
counts of the functions that run all the time, as text, for the release build (see CMakeLists.txt).

    profile.py BUILD OUT

BUILD: a folder with the programs, built by the profile preset; OUT: the file to write."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from soak import Server, fail

SECONDS = "5"
LOADS = [
    ["--connections", "50", "--window", "16"],
    ["--connections", "50", "--window", "1"],
    ["--connections", "500", "--window", "4"],
    ["--connections", "200", "--window", "4", "--churn", "10", "--cancel", "1",
     "--mix", "bench/echo=50,bench/broadcast=1,bench/fail=1,bench/sleep=1"],
]
# Functions that ran less often would fill the file and gain nothing.
LEAST_RUNS = 100_000


def serve(build, load, profiles):
    os.environ["LLVM_PROFILE_FILE"] = f"{profiles}/%p.profraw"
    server = Server(build)
    os.environ["LLVM_PROFILE_FILE"] = os.devnull
    done = subprocess.run(
        [str(build / "tests/load/sluice-load"), "--url", f"ws://127.0.0.1:{server.ports['clients']}/", "--seconds",
         SECONDS, "--token-secret-file", f"{server.state.name}/jwt.key", *load],
        stdout=subprocess.PIPE, timeout=120, check=False)
    if done.returncode != 0:
        fail("not all is accounted for: " + done.stdout.decode()[-2000:])
    server.stop()


def most_runs(entry):
    lines = entry.splitlines()
    if "# Counter Values:" not in lines:
        return 0
    counts = lines[lines.index("# Counter Values:") + 1:]
    return max((int(count) for count in counts if re.fullmatch(r"\d+", count)), default=0)


def main():
    build, out = Path(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="sluice-profile-") as profiles:
        for load in LOADS:
            serve(build, load, profiles)
        raw = [str(path) for path in Path(profiles).glob("*.profraw")]
        merged = subprocess.run(["llvm-profdata", "merge", "--text", "-o", "-", *raw], stdout=subprocess.PIPE,
                                check=True).stdout.decode()
    entries = sorted(entry.strip() for entry in merged.split("\n\n") if most_runs(entry) >= LEAST_RUNS)
    out.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    print(f"{out}: {len(entries)} functions")


if __name__ == "__main__":
    main()

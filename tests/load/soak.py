"""A soak: the messages of a day at full speed, with clients that come and go and reloads meanwhile, in slices after
each of which the server must be what it was: nothing unaccounted for, no descriptor more, no memory that grows.

    soak.py BUILD [--messages N] [--slices N] [--connections N]

BUILD: a folder with the programs, as build/release. The last line is a JSON summary; the exit code is 0 when all holds.
Source of the bounds: row S3 of the quality goals."""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

SLICE_SECONDS = 20
RELOADS_A_SLICE = 3
RELOAD_SECONDS = SLICE_SECONDS / (RELOADS_A_SLICE + 1)
WARM_SLICES = 2
MOST_GROWTH = 1024 * 1024 / 10_000_000  # bytes a message
REST_SECONDS = 20


def fail(text):
    print(f"soak: {text}", file=sys.stderr)
    sys.exit(1)


class Server:
    """A sluiced of its own with free ports and a temporary state directory."""

    def __init__(self, build):
        self.state = tempfile.TemporaryDirectory(prefix="sluice-soak-")
        config = Path(__file__).resolve().parents[2] / "resources/config/bench.toml"
        settings = [f"state-dir={self.state.name}"]
        settings += [f"listen.{name}=127.0.0.1:0" for name in ("clients", "admin", "http")]
        arguments = [str(build / "server/sluiced"), "--config", str(config)]
        for setting in settings:
            arguments += ["--set", setting]
        self.log = open(Path(self.state.name) / "log", "wb")
        self.process = subprocess.Popen(arguments, stderr=self.log, stdout=self.log)
        self.ports = self.read_ports()

    def read_ports(self):
        path = Path(self.state.name) / "ports.json"
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if path.exists() and path.stat().st_size > 0:
                return json.loads(path.read_text())
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        fail("the server does not start: " + Path(self.log.name).read_text())
        return None

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def metric(self, name):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports['http']}/metrics", timeout=10) as page:
            for line in page.read().decode().splitlines():
                if line.startswith(name + " "):
                    return float(line.rsplit(" ", 1)[1])
        fail(f"there is no metric {name}")
        return None

    def at_rest(self):
        """Waits until all clients are gone; then what the process has."""
        deadline = time.monotonic() + REST_SECONDS
        while self.metric("sluice_connections_open") > 0:
            if time.monotonic() > deadline:
                fail("connections stay open that nobody has")
            time.sleep(0.1)
        time.sleep(6)  # what is free goes back to the system when the leaving has calmed
        resident = next(line for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
                        if line.startswith("VmRSS:"))
        return int(resident.split()[1]) * 1024, len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self):
        self.process.terminate()
        code = self.process.wait(60)
        if code != 0:
            fail(f"the server ended with {code}: " + Path(self.log.name).read_text()[-4000:])


def load(build, server, connections, seed):
    """One slice; its summary."""
    base = "127.0.0.1"
    done = subprocess.run(
        [str(build / "tests/load/sluice-load"), "--url", f"ws://{base}:{server.ports['clients']}/", "--metrics-url",
         f"http://{base}:{server.ports['http']}/metrics", "--connections", str(connections), "--window", "8", "--seconds",
         str(SLICE_SECONDS), "--churn", "60", "--cancel", "1", "--mix", "bench/echo=1", "--seed", str(seed)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SLICE_SECONDS + 120, check=False)
    if done.returncode != 0:
        fail("not all is accounted for: " + done.stdout.decode()[-2000:] + done.stderr.decode()[-2000:])
    return json.loads(done.stdout.decode().splitlines()[-1])


def slope(points):
    """The least squares' slope of (x, y)."""
    count = len(points)
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--messages", type=int, default=173_000_000, help="to be sent before it ends")
    parser.add_argument("--slices", type=int, default=1000, help="at most")
    parser.add_argument("--connections", type=int, default=2000)
    options = parser.parse_args()

    server = Server(options.build)
    slices = []
    messages = connects = 0
    while messages < options.messages and len(slices) < options.slices:
        timers = [threading.Timer((i + 1) * RELOAD_SECONDS, server.reload) for i in range(RELOADS_A_SLICE)]
        for timer in timers:
            timer.start()
        summary = load(options.build, server, options.connections, len(slices) + 1)
        for timer in timers:
            timer.join()
        messages += summary["ledger"]["sent"]
        connects += summary["connections"]["opened"]
        resident, descriptors = server.at_rest()
        slices.append({"messages": messages, "resident": resident, "descriptors": descriptors,
                       "p99Us": summary["latencyUs"]["p99"]})
        print(f"{len(slices)}: {messages / 1e6:.1f} M messages, {connects} connects, {resident / 2**20:.1f} MiB, "
              f"{descriptors} descriptors, p99 {summary['latencyUs']['p99'] / 1000:.1f} ms", flush=True)
    reloads = server.metric('sluice_events_reloads_total{result="done"}')
    server.stop()

    warm = slices[WARM_SLICES:]
    if len(warm) < 2:
        fail("too few slices to judge by")
    growth = slope([(s["messages"], s["resident"]) for s in warm])
    tenth = max(1, len(warm) // 10)
    first, last = (sum(s["p99Us"] for s in part) / tenth for part in (warm[:tenth], warm[-tenth:]))
    result = {"messages": messages, "connects": connects, "reloads": reloads, "bytesPerTenMillion": growth * 10_000_000,
              "descriptors": sorted({s["descriptors"] for s in warm}), "p99LastToFirst": last / first}
    print(json.dumps(result))
    if growth > MOST_GROWTH:
        fail("memory grows")
    if len(result["descriptors"]) > 1:
        fail("the number of descriptors changes")


if __name__ == "__main__":
    main()

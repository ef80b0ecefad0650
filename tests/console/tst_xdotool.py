#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An operator's work from sign-in to shutdown, with mouse and keyboard only, on a real server under real load.

Usage: tst_xdotool.py SLUICE_CONSOLE SLUICECTL SLUICED SLUICE_LOAD BENCH_TOML. Needs xdotool and imagemagick besides.

What is done is clicked and typed through the X server; where to click is asked over AT-SPI. What comes of it is checked
on both sides: what the console shows, and what the server says to sluicectl and on /metrics.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.request
from pathlib import Path

from desktop import CHECKED, ENABLED, SHOWING, Console, run_on_own_display, wait_for, walk

CLIENTS = 20
EVENTS_PER_SECOND = 40
LIMIT_KEY = "rate-limits.per-user-per-minute"
NEW_VALUE_COLUMN = 2
USUAL_LIMIT = 1000
LOW_LIMIT = 5
TRIAL_SECONDS = 20
BALANCER_GRACE_MS = 3000  # a drain that one can see
REASON = "one client floods"
LOG_TAIL_LINES = 40
PICTURE = "tst_xdotool-failed.png"


class Server:
    """A sluiced of its own with clients that send all the time."""

    def __init__(self, ctl, sluiced, load, config):
        self.ctl = ctl
        self.state = tempfile.TemporaryDirectory(prefix="sluice-xdotool-")
        self.folder = Path(self.state.name)
        settings = [f"state-dir={self.folder}", f"{LIMIT_KEY}={USUAL_LIMIT}",
                    f"drain.balancer-grace-ms={BALANCER_GRACE_MS}"]
        settings += [f"listen.{name}=127.0.0.1:0" for name in ("clients", "admin", "http")]
        arguments = [argument for setting in settings for argument in ("--set", setting)]
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen([sluiced, "--config", config, *arguments], stdout=log, stderr=log)
        self.ports = json.loads(wait_for("the server's ports", self.read_ports))
        with open(self.folder / "load", "wb") as summary:
            self.load = subprocess.Popen(
                [load, "--url", f"ws://127.0.0.1:{self.ports['clients']}/", "--connections", str(CLIENTS), "--rate",
                 str(EVENTS_PER_SECOND), "--mix", "bench/echo=9,bench/sleep=1", "--token-secret-file",
                 str(self.folder / "jwt.key"), "--seconds", "600", "--stop-when-closed"], stdout=summary)

    def read_ports(self):
        path = self.folder / "ports.json"
        return path.read_text() if path.exists() else None

    def says(self, *command):
        """What the admin socket answers."""
        answer = subprocess.run(
            [self.ctl, "--server", f"127.0.0.1:{self.ports['admin']}", "--token-file", str(self.folder / "admin.token"),
             "--json", *command], stdout=subprocess.PIPE, timeout=60, check=True)
        return json.loads(answer.stdout)

    def metric(self, name):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.ports['http']}/metrics", timeout=60) as page:
            for line in page.read().decode().splitlines():
                if line.startswith(name + " "):
                    return float(line.rsplit(" ", 1)[1])
        raise AssertionError(f"there is no metric {name}")

    def limit_hits(self):
        return self.metric('sluice_rate_limit_hits_total{scope="user"}')

    def limit(self):
        return self.says("config", "get", LIMIT_KEY)["values"][LIMIT_KEY]["value"]

    def log(self):
        return (self.folder / "log").read_text().splitlines()

    def close(self):
        for process in (self.load, self.process):
            if process.poll() is None:
                process.kill()
            process.wait(timeout=30)
        self.state.cleanup()


class Operator:
    """Eyes and hands at the console."""

    def __init__(self, console):
        self.console = console

    def screen(self):
        """All that is shown."""
        root = self.console.root()
        return walk(root, lambda node: node.key == root.key or SHOWING in node.states)

    def look_for(self, role, pattern):
        """The first thing on the screen of that role whose whole name matches; nothing when there is none."""
        return next((node for node in self.screen() if node.role == role and re.fullmatch(pattern, node.name)), None)

    def see(self, role, pattern, seconds=60):
        return wait_for(f"{role} “{pattern}”", lambda: self.look_for(role, pattern), seconds)

    def place_of(self, find):
        """The middle of what `find` returns, once it stands still."""
        def still():
            box = find().box()
            return box if box == find().box() and box[2] > 0 else None
        left, top, width, height = wait_for("a thing that stands still", still)
        return left + width // 2, top + height // 2

    def click_at(self, place, times=1):
        """There is no window manager: whoever clicks gives the window the keyboard, too."""
        xdotool("mousemove", *place)
        where = dict(line.split("=") for line in xdotool("getmouselocation", "--shell").splitlines())
        xdotool("windowfocus", "--sync", where["WINDOW"])
        xdotool("click", "--repeat", times, "--delay", 50, 1)

    def click(self, role, pattern):
        wait_for(f"{role} “{pattern}” that can be used",
                 lambda: ENABLED in getattr(self.look_for(role, pattern), "states", ()))
        self.click_at(self.place_of(lambda: self.see(role, pattern)))

    def fill_in(self, role, name, text):
        self.click(role, name)
        xdotool("key", "ctrl+a")
        xdotool("type", text)
        wait_for(f"“{text}” in {name}", lambda: self.see(role, name).text().startswith(text))

    def open_page(self, title):
        def entry():
            return next(child for child in self.see("list", "Pages").children() if child.name == title)
        self.click_at(self.place_of(entry))


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], stdout=subprocess.PIPE, timeout=60, check=True)
    return done.stdout.decode()


class OperatorTest(unittest.TestCase):
    def setUp(self):
        console, ctl, sluiced, load, config = sys.argv[1:]
        self.server = Server(ctl, sluiced, load, config)
        self.addCleanup(self.server.close)
        self.console = Console(console)
        self.addCleanup(self.console.close)
        self.operator = Operator(self.console)

    def test_from_sign_in_to_shutdown(self):
        try:
            self.sign_in()
            self.see_load_arrive()
            self.lower_a_limit_on_trial()
            self.see_it_go_back()
            self.disconnect_a_client()
            self.drain_and_shut_down()
        except BaseException:
            self.tell_what_there_is()
            raise

    def tell_what_there_is(self):
        print("the end of the server's log:", *self.server.log()[-LOG_TAIL_LINES:], sep="\n  ")
        subprocess.run(["import", "-window", "root", PICTURE], timeout=60, check=False)
        print("the screen:", os.path.abspath(PICTURE))
        if self.console.process.poll() is None:
            shown = wait_for("something shown", lambda: list(self.operator.screen()))
            print(*(f"  {node.role}: {node.name}" for node in shown if node.name), sep="\n")

    def sign_in(self):
        operator = self.operator
        operator.fill_in("text", "Host and port", "127.0.0.1")
        operator.fill_in("spin box", "Port", str(self.server.ports["admin"]))
        operator.fill_in("text", "Token file", str(self.server.folder / "admin.token"))
        operator.click("push button", "Connect")
        operator.see("label", "sluiced")
        operator.see("filler", "● Live")

    def see_load_arrive(self):
        self.operator.see("label", rf"Connections: {CLIENTS} .*")
        self.operator.see("label", r"Events in: [1-9].*")
        self.assertEqual(self.server.metric("sluice_connections_open"), CLIENTS)
        self.assertEqual(self.server.limit_hits(), 0)

    def lower_a_limit_on_trial(self):
        operator = self.operator
        operator.open_page("Config")
        operator.fill_in("text", "Filter settings", LIMIT_KEY.split(".")[1])
        operator.click_at(operator.place_of(self.new_value), times=2)
        xdotool("key", "ctrl+a")
        xdotool("type", LOW_LIMIT)
        xdotool("key", "Return")
        operator.see("label", rf"\+ {LOW_LIMIT}")
        operator.fill_in("text", "Reason of the change", REASON)
        operator.click("check box", "Undo by itself unless I keep it within")
        operator.fill_in("spin box", "Seconds until it is undone", str(TRIAL_SECONDS))
        self.assertIn(CHECKED, operator.see("check box", "Undo by itself.*").states)
        self.assertEqual(self.server.limit(), USUAL_LIMIT)

        operator.click("push button", r"Apply 1 change.*")
        operator.see("label", r"▲ Revision \d+ goes back by itself in .*")
        self.assertEqual(self.server.limit(), LOW_LIMIT)
        operator.open_page("Overview")
        operator.see("label", r"Rate-limited: [1-9].*")
        wait_for("refusals", lambda: self.server.limit_hits() > CLIENTS)

    def new_value(self):
        """The cell where the limit is changed."""
        table = self.operator.see("table", "Settings")
        name = LIMIT_KEY.split(".")[1]
        row = next(row for row in range(table.rows()) if table.cell(row, 0).name == name)
        return table.cell(row, NEW_VALUE_COLUMN)

    def see_it_go_back(self):
        operator = self.operator
        operator.see("label", r"Rate-limited: 0\.0 .*")
        operator.open_page("Config")
        operator.see("label", r"Revision \d+ has gone back\.")
        self.assertEqual(self.server.limit(), USUAL_LIMIT)
        changes = self.server.says("audit", "method=config/patch")["rows"]
        self.assertEqual([change["reason"] for change in changes], [REASON])

    def disconnect_a_client(self):
        operator = self.operator
        operator.open_page("Connections")
        wait_for("a row for each client", lambda: operator.see("table", "Open connections").rows() == CLIENTS)
        operator.click_at(operator.place_of(lambda: operator.see("table", "Open connections").cell(0, 0)))
        user = operator.see("label", r"user-\d+").name
        operator.click("push button", "Disconnect…")
        operator.click("push button", f"Disconnect {user}")
        operator.see("label", "1 connection.* being closed.")
        wait_for("one client less", lambda: self.server.metric("sluice_connections_open") == CLIENTS - 1)
        closed = self.server.says("call", "connections/closed")["rows"]
        self.assertEqual([row["user"] for row in closed], [user])
        # The row stands still as long as the operator is at it, and says that it is gone.
        operator.see("label", f"{CLIENTS - 1} in all")
        operator.see("filler", "○ gone")

    def drain_and_shut_down(self):
        operator = self.operator
        operator.click("push button", "Drain & shut down…")
        operator.see("label", "The server stops accepting at once.*")
        operator.fill_in("text", "Type the server's name", "sluiced")
        operator.click("push button", "Drain and shut down")
        operator.see("label", "Draining sluiced")
        self.assertEqual(self.server.says("info")["state"], "draining")

        self.assertEqual(self.server.process.wait(timeout=60), 0)
        operator.see("label", "Stopped as asked, nothing lost.")
        operator.see("filler", "○ Stopped as asked")
        # The clients' own books: each request ended in exactly one way.
        self.assertEqual(self.server.load.wait(timeout=60), 0)


if __name__ == "__main__":
    run_on_own_display(__doc__, arguments=5, tools=("xdotool", "import"))
    unittest.main(argv=[sys.argv[0], "-v"])

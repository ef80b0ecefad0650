#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as a screen reader meets it: the program itself on a display of its own, walked over AT-SPI from outside.

Usage: tst_atspi.py SLUICE_CONSOLE. Needs Debian's xvfb, dbus, at-spi2-core and python3-dbus.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import dbus
except ImportError:  # another Python than Debian's
    dbus = None

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"

# Roles and states by their numbers in AT-SPI.
ENABLED, FOCUSABLE, SELECTED, SHOWING = 8, 11, 23, 25
PAGES = ["Overview", "Connections", "Events", "Limits", "Config", "Live tap", "Alerts", "Audit", "Servers"]
CONTROLS = {"push button", "check box", "radio button", "toggle button", "combo box", "text", "spin button", "slider",
            "list", "table", "link", "page tab", "entry", "password text", "chart"}


class Node:
    """One accessible object, read when it is made."""

    def __init__(self, bus, name, path):
        self.proxy = bus.get_object(name, path, introspect=False)
        properties = dbus.Interface(self.proxy, "org.freedesktop.DBus.Properties")
        accessible = dbus.Interface(self.proxy, ACCESSIBLE)
        self.key = (str(name), str(path))
        self.name = str(properties.Get(ACCESSIBLE, "Name"))
        self.description = str(properties.Get(ACCESSIBLE, "Description"))
        self.role = str(accessible.GetRoleName())
        low, high = accessible.GetState()
        self.states = {bit for bit in range(32) if low >> bit & 1} | {32 + bit for bit in range(32) if high >> bit & 1}
        self.accessible = accessible

    def act(self, action):
        interface = dbus.Interface(self.proxy, "org.a11y.atspi.Action")
        names = [str(name) for name, _, _ in interface.GetActions()]
        interface.DoAction(names.index(action))

    def children(self, bus):
        for name, path in self.accessible.GetChildren():
            if not str(path).endswith("/null"):
                yield Node(bus, name, path)


def walk(bus, node, seen, depth=0):
    """All that is on the screen, from the top. Rows of tables are data, so tables are not entered."""
    if node.key in seen or depth > 40:
        return
    seen.add(node.key)
    yield node
    if node.role in ("table", "tree table", "list"):
        return
    for child in node.children(bus):
        yield from walk(bus, child, seen, depth + 1)


class Console:
    """The console on the built-in incident, in this D-Bus session."""

    def __init__(self, program):
        self.home = tempfile.mkdtemp(prefix="sluice-atspi-")
        environment = dict(os.environ, HOME=self.home, XDG_CONFIG_HOME=self.home, XDG_RUNTIME_DIR=self.home,
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LANG="C.UTF-8")
        self.launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=environment)
        self.process = subprocess.Popen([program, "--demo", "incident", "--language", "en"], env=environment)

    def root(self, bus, seconds=60):
        """The program's own object, as soon as its window is there."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise AssertionError(f"the console ended with {self.process.returncode}")
            for node in Node(bus, "org.a11y.atspi.Registry", ROOT).children(bus):
                if node.name == "sluice-console" and any(child.name for child in node.children(bus)):
                    return node
            time.sleep(0.2)
        raise AssertionError("the console has not come to the accessibility bus")

    def close(self):
        for process in (self.process, self.launcher):
            process.terminate()
            process.wait(timeout=30)
        shutil.rmtree(self.home, ignore_errors=True)


def accessibility_bus(seconds=30):
    """The address of the accessibility bus, which the session's bus tells once the launcher is there."""
    until = time.monotonic() + seconds
    while True:
        try:
            session = dbus.SessionBus()
            address = session.get_object("org.a11y.Bus", "/org/a11y/bus").GetAddress(dbus_interface="org.a11y.Bus")
            return dbus.bus.BusConnection(address)
        except dbus.DBusException:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


class ScreenReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.console = Console(sys.argv[-1])
        cls.addClassCleanup(cls.console.close)
        cls.bus = accessibility_bus()
        # Until samples have come: the tiles then say their values.
        until = time.monotonic() + 60
        while True:
            cls.nodes = list(walk(cls.bus, cls.console.root(cls.bus), set()))
            if any(node.name.startswith("Clients: ") for node in cls.nodes) or time.monotonic() > until:
                break
            time.sleep(0.5)
        cls.showing = [node for node in cls.nodes if SHOWING in node.states]

    def named(self, start):
        return [node for node in self.nodes if node.name.startswith(start)]

    def test_there_is_a_whole_window(self):
        self.assertGreater(len(self.showing), 60, [node.role for node in self.showing])

    def open_page(self, title):
        """By the menu bar, which is there for screen readers also while it is hidden."""
        item = next(node for node in self.nodes if node.role == "menu item" and node.name == title)
        item.act("Press")

    def controls_of(self, title):
        """What is on the screen once that page is chosen in the rail."""
        until = time.monotonic() + 20
        while True:
            nodes = [node for node in walk(self.bus, self.console.root(self.bus), set()) if SHOWING in node.states]
            rail = next(node for node in nodes if node.name == "Pages")
            if any(child.name == title and SELECTED in child.states for child in rail.children(self.bus)):
                return nodes
            self.assertLess(time.monotonic(), until, f"{title} does not come")
            time.sleep(0.2)

    def test_every_enabled_control_has_a_name(self):
        unnamed = []
        for title in PAGES:
            self.open_page(title)
            unnamed += [f"{title}: {node.role} {node.key[1]}" for node in self.controls_of(title)
                        if ENABLED in node.states and not node.name
                        and (node.role in CONTROLS or FOCUSABLE in node.states)]
        self.assertEqual(unnamed, [])

    def test_tiles_are_texts_that_say_their_value(self):
        tiles = self.named("Connections: ")
        self.assertTrue(tiles)
        self.assertIn("label", [node.role for node in tiles])

    def test_charts_are_charts_with_a_sentence(self):
        charts = [node for node in self.showing if node.role == "chart"]
        self.assertEqual(len(charts), 6)
        for chart in charts:
            self.assertTrue(chart.name)
            self.assertIn("from", chart.description)

    def test_the_pipeline_has_its_stages(self):
        for stage in ("Clients: ", "Policies: ", "Queue lanes: ", "Workers: ", "Handlers: ", "Broadcast: "):
            self.assertEqual(len(self.named(stage)), 1, stage)

    def test_the_rail_is_a_list_of_pages(self):
        rails = self.named("Pages")
        self.assertEqual([node.role for node in rails], ["list"])
        pages = [child.name for child in rails[0].children(self.bus)]
        self.assertEqual(pages, PAGES)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    missing = [what for what in ("Xvfb", "dbus-run-session") if not shutil.which(what)]
    if dbus is None:
        missing.append("python3-dbus")
    if not os.path.exists(LAUNCHER):
        missing.append("at-spi2-core")
    if missing:
        sys.exit("not installed: " + ", ".join(missing))
    if os.environ.get("SLUICE_ATSPI_SESSION") != "1":
        # Once more, in a session bus and on a display of its own.
        environment = dict(os.environ, SLUICE_ATSPI_SESSION="1")
        sys.exit(subprocess.call(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "dbus-run-session", "--",
                                  sys.executable, *sys.argv], env=environment))
    unittest.main(argv=[sys.argv[0], "-v"])


if __name__ == "__main__":
    main()

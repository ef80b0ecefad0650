# SPDX-License-Identifier: GPL-3.0-or-later
"""The console from outside: a display and an accessibility bus of its own, and what is on the screen, over AT-SPI.

For tests that are a program of their own. Needs Debian's xvfb, dbus, at-spi2-core and python3-dbus.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import dbus
except ImportError:  # another Python than Debian's
    dbus = None

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"

# States by their numbers in AT-SPI.
CHECKED, ENABLED, FOCUSABLE, SELECTED, SHOWING = 4, 8, 11, 23, 25
# What is inside of these are data, not parts of the window.
LISTS = ("table", "tree table", "list")


def run_on_own_display(usage, arguments, tools=()):
    """Runs this program once more, in a session bus and on a display of its own; returns there only.

    `arguments`: how many it takes. `tools`: programs that it needs besides.
    """
    if len(sys.argv) != 1 + arguments:
        sys.exit(usage)
    missing = [tool for tool in ("Xvfb", "dbus-run-session", *tools) if not shutil.which(tool)]
    if dbus is None:
        missing.append("python3-dbus")
    if not os.path.exists(LAUNCHER):
        missing.append("at-spi2-core")
    if missing:
        sys.exit("not installed: " + ", ".join(missing))
    if os.environ.get("SLUICE_OWN_DISPLAY") == "1":
        return
    server, display = start_display()
    try:
        environment = dict(os.environ, SLUICE_OWN_DISPLAY="1", DISPLAY=display)
        code = subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
    finally:
        server.terminate()
        server.wait(timeout=30)
    sys.exit(code)


def start_display():
    """An X server, which takes the first free number and tells it when it is ready. (xvfb-run guesses both.)"""
    reading, writing = os.pipe()
    # Without -noreset it starts anew when its first client leaves, and refuses the console meanwhile.
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp",
                               "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        display = number.readline().strip()
    if not display:
        sys.exit(f"Xvfb ended with {server.wait(timeout=30)}")
    return server, ":" + display


def wait_for(what, condition, seconds=60):
    """The first value of `condition` that is true. `what` it waits for stands in the failure."""
    until = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except dbus.DBusException:
            value = None  # what it looked at has left the screen meanwhile
        if value:
            return value
        if time.monotonic() > until:
            raise AssertionError(f"after {seconds} s there is not: {what}")
        time.sleep(0.1)


class Node:
    """One accessible object, read when it is made."""

    def __init__(self, bus, name, path):
        self.bus = bus
        self.proxy = bus.get_object(name, path, introspect=False)
        properties = dbus.Interface(self.proxy, "org.freedesktop.DBus.Properties")
        self.accessible = dbus.Interface(self.proxy, ACCESSIBLE)
        self.key = (str(name), str(path))
        self.name = str(properties.Get(ACCESSIBLE, "Name"))
        self.description = str(properties.Get(ACCESSIBLE, "Description"))
        self.role = str(self.accessible.GetRoleName())
        low, high = self.accessible.GetState()
        self.states = {bit for bit in range(32) if low >> bit & 1} | {32 + bit for bit in range(32) if high >> bit & 1}

    def act(self, action):
        interface = dbus.Interface(self.proxy, "org.a11y.atspi.Action")
        names = [str(name) for name, _, _ in interface.GetActions()]
        interface.DoAction(names.index(action))

    def text(self):
        """What is typed in a field."""
        return str(dbus.Interface(self.proxy, "org.a11y.atspi.Text").GetText(0, -1))

    def box(self):
        """Where it is on the screen: x, y, width, height."""
        return tuple(int(value) for value in dbus.Interface(self.proxy, "org.a11y.atspi.Component").GetExtents(0))

    def cell(self, row, column):
        name, path = dbus.Interface(self.proxy, "org.a11y.atspi.Table").GetAccessibleAt(row, column)
        return Node(self.bus, name, path)

    def rows(self):
        properties = dbus.Interface(self.proxy, "org.freedesktop.DBus.Properties")
        return int(properties.Get("org.a11y.atspi.Table", "NRows"))

    def children(self):
        for name, path in self.accessible.GetChildren():
            if not str(path).endswith("/null"):
                yield Node(self.bus, name, path)


def walk(node, enters=lambda node: True):
    """The node and all below it, without the rows of lists, which are data. `enters`: whether to look into a node."""
    seen = set()
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if node.key in seen or not enters(node):
            continue
        seen.add(node.key)
        yield node
        if node.role not in LISTS:
            waiting += reversed(list(node.children()))


class Console:
    """The console with these arguments and no settings, in this session bus."""

    def __init__(self, program, *arguments):
        self.home = tempfile.mkdtemp(prefix="sluice-console-")
        environment = dict(os.environ, HOME=self.home, XDG_CONFIG_HOME=self.home, XDG_RUNTIME_DIR=self.home,
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", LANG="C.UTF-8")
        self.launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=environment)
        self.process = subprocess.Popen([program, "--language", "en", *arguments], env=environment)
        self.bus = accessibility_bus()

    def root(self):
        """The program's own object, as soon as its window is there."""
        return wait_for("the console on the accessibility bus", self._find_root)

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the console ended with {self.process.returncode}")
        for node in Node(self.bus, "org.a11y.atspi.Registry", ROOT).children():
            if node.name == "sluice-console" and any(child.name for child in node.children()):
                return node
        return None

    def close(self):
        for process in (self.process, self.launcher):
            process.terminate()
            process.wait(timeout=30)
        shutil.rmtree(self.home, ignore_errors=True)


def accessibility_bus():
    """The accessibility bus, whose address the session's bus tells once the launcher is there."""
    def find():
        launcher = dbus.SessionBus().get_object("org.a11y.Bus", "/org/a11y/bus")
        return dbus.bus.BusConnection(launcher.GetAddress(dbus_interface="org.a11y.Bus"))
    return wait_for("the accessibility bus", find)

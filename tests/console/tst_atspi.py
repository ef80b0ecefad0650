#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as a screen reader meets it: the program itself on a display of its own, walked over AT-SPI from outside.

Usage: tst_atspi.py SLUICE_CONSOLE
"""
import sys
import unittest

from desktop import ENABLED, FOCUSABLE, SELECTED, SHOWING, Console, run_on_own_display, wait_for, walk

PAGES = ["Overview", "Connections", "Events", "Limits", "Config", "Live tap", "Alerts", "Audit", "Servers"]
CONTROLS = {"push button", "check box", "radio button", "toggle button", "combo box", "text", "spin button", "spin box", "slider",
            "list", "table", "link", "page tab", "entry", "password text", "chart"}


def choices(box):
    """What can be chosen in a combo box."""
    return [item.name for part in box.children() if part.role == "list" for item in part.children()]


class ScreenReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.console = Console(sys.argv[-1], "--demo", "incident")
        cls.addClassCleanup(cls.console.close)

        # Until samples have come: the tiles then say their values.
        def whole():
            nodes = list(walk(cls.console.root()))
            return nodes if any(node.name.startswith("Clients: ") for node in nodes) else None
        cls.nodes = wait_for("a window with values", whole)
        cls.showing = [node for node in cls.nodes if SHOWING in node.states]

    def named(self, start):
        return [node for node in self.nodes if node.name.startswith(start)]

    def test_there_is_a_whole_window(self):
        self.assertGreater(len(self.showing), 60, [node.role for node in self.showing])

    def open_page(self, title):
        """By the menu bar, which is there for screen readers also while it is hidden."""
        self.press(self.nodes, "menu item", title)

    def controls_of(self, title):
        """What is on the screen once that page is chosen in the rail."""
        def chosen():
            nodes = [node for node in walk(self.console.root()) if SHOWING in node.states]
            rail = next(node for node in nodes if node.name == "Pages")
            there = any(child.name == title and SELECTED in child.states for child in rail.children())
            return nodes if there else None
        return wait_for(f"the page {title}", chosen, seconds=20)

    def controls_in_dialog(self, title):
        """What is on the screen in that dialog, once it is open."""
        def opened():
            window = next((node for node in self.console.root().children() if node.name == title), None)
            nodes = [node for node in walk(window) if SHOWING in node.states] if window else []
            return nodes if len(nodes) > 1 else None
        return wait_for(f"the dialog {title}", opened, seconds=20)

    def assert_named(self, where, nodes):
        """Each control that can be used says what it is; a combo box more than what is chosen in it."""
        enabled = [node for node in nodes if ENABLED in node.states]
        unnamed = [f"{node.role} {node.key[1]}" for node in enabled
                   if not node.name and (node.role in CONTROLS or FOCUSABLE in node.states)]
        self.assertEqual(unnamed, [], where)
        boxes = [node for node in enabled if node.role == "combo box"]
        self.assertEqual([box.name for box in boxes if box.name in choices(box)], [], where)
        return boxes

    def test_every_enabled_control_says_what_it_is(self):
        boxes = []
        for title in PAGES:
            self.open_page(title)
            boxes += self.assert_named(title, self.controls_of(title))
        self.assertIn("Time range of the charts: Last 10 min", [box.name for box in boxes])
        self.assertIn("Last 10 min", choices(boxes[0]))

    def test_so_does_every_control_of_dialogs(self):
        self.press(self.nodes, "menu item", "Connect to a server…")
        self.assertTrue(self.leave_dialog("Connect to a server", by="Cancel"))
        self.press(self.nodes, "menu item", "Keyboard…")
        self.leave_dialog("Keyboard", by="Close")
        self.open_page("Alerts")
        self.press(self.controls_of("Alerts"), "push button", "Add rule…")
        self.assertTrue(self.leave_dialog("New alert rule", by="Cancel"))

    def press(self, nodes, role, name):
        next(node for node in nodes if node.role == role and node.name == name).act("Press")

    def leave_dialog(self, title, by):
        """Looks at its controls first; returns its combo boxes."""
        nodes = self.controls_in_dialog(title)
        boxes = self.assert_named(title, nodes)
        self.press(nodes, "push button", by)
        wait_for(f"{title} is closed", lambda: title not in [node.name for node in self.console.root().children()])
        return boxes

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
        pages = [child.name for child in rails[0].children()]
        self.assertEqual(pages, PAGES)


if __name__ == "__main__":
    run_on_own_display(__doc__, arguments=1)
    unittest.main(argv=[sys.argv[0], "-v"])

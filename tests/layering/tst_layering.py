"""The tree keeps the include order, and the check would notice if it did not."""
import tempfile
import unittest
from pathlib import Path

import layering

ROOT = Path(__file__).resolve().parents[2]


class Tree(unittest.TestCase):
    def test_tree_keeps_the_order(self):
        self.assertTrue(list((ROOT / "server").rglob("*.cpp")), "the sources are not where this test looks")
        self.assertEqual([], layering.violations(ROOT))

    def test_every_folder_has_its_place(self):
        for program, order in (("shared", layering.SHARED), ("server", layering.SERVER)):
            folders = {file.relative_to(ROOT / program).parts[0]
                       for file in (ROOT / program).rglob("*") if file.suffix in (".h", ".cpp") and file.parent != ROOT / program}
            self.assertEqual(set(), folders - set(order), f"folders of {program} that the order does not name")


class Rules(unittest.TestCase):
    allowed = [
        ("server/work/job.cpp", "server/events/request.h"),
        ("server/work/job.cpp", "server/work/job.h"),
        ("server/metrics/metrics.h", "shared/admin/snapshot.h"),
        ("server/main.cpp", "server/app/application.h"),
        ("shared/admin/snapshot.h", "shared/base/result.h"),
        ("console/pages/overviewpage.cpp", "console/charts/timechart.h"),
        ("console/client/adminclient.cpp", "shared/admin/snapshot.h"),
    ]
    refused = [
        ("server/events/request.h", "server/work/job.h"),
        ("server/metrics/metrics.h", "server/app/application.h"),
        ("server/unheardof/thing.h", "server/metrics/metrics.h"),
        ("server/work/job.h", "console/app/application.h"),
        ("server/work/job.h", "tests/support/fakeclock.h"),
        ("server/work/job.h", "job.h"),
        ("server/work/job.h", "../events/request.h"),
        ("console/pages/overviewpage.h", "server/metrics/metrics.h"),
        ("console/client/adminclient.h", "console/models/eventmodel.h"),
        ("shared/base/result.h", "shared/protocol/message.h"),
        ("shared/protocol/message.h", "shared/admin/snapshot.h"),
        ("shared/base/result.h", "server/metrics/metrics.h"),
    ]

    def test_allowed(self):
        for source, target in self.allowed:
            with self.subTest(source=source, target=target):
                self.assertIsNone(layering.refusal(source, target))

    def test_refused(self):
        for source, target in self.refused:
            with self.subTest(source=source, target=target):
                self.assertIsNotNone(layering.refusal(source, target))

    def test_a_bad_file_is_found_with_its_line(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "server/events/request.h"
            file.parent.mkdir(parents=True)
            file.write_text('#pragma once\n\n#include <QString>\n  #  include "server/work/job.h"\n', encoding="utf-8")
            found = layering.violations(folder)
        self.assertEqual(1, len(found))
        self.assertTrue(found[0].startswith('server/events/request.h:4: includes "server/work/job.h"'), found[0])

    def test_angle_brackets_hide_nothing(self):
        self.assertTrue(layering.check("shared/base/a.cpp", "#include <server/work/job.h>\n"))
        self.assertFalse(layering.check("shared/base/a.cpp", "#include <vector>\n#include <QString>\n"))

    def test_a_header_needs_pragma_once(self):
        self.assertTrue(layering.check("shared/base/a.h", "struct A {};\n"))
        self.assertTrue(layering.check("shared/base/a.h", "// #pragma once\n"))
        self.assertFalse(layering.check("shared/base/a.h", "// What it is.\n#pragma once\n"))

    def test_the_own_header_comes_first(self):
        own, other = '#include "shared/base/a.h"\n', "#include <vector>\n"
        self.assertFalse(layering.check("shared/base/a.cpp", own + other))
        self.assertTrue(layering.check("shared/base/a.cpp", other + own))
        self.assertFalse(layering.check("shared/base/main.cpp", other))


if __name__ == "__main__":
    unittest.main()

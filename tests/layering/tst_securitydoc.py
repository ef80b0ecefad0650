"""Every test that SECURITY.md names as holding a promise exists and is registered."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class SecurityDocument(unittest.TestCase):
    def test_names_tests_that_exist(self):
        named = set(re.findall(r"`(tst_\w+)`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")))
        self.assertGreater(len(named), 30)
        sources = {path.stem for path in (ROOT / "tests").rglob("tst_*.*")}
        self.assertEqual(set(), named - sources)
        lists = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("CMakeLists.txt"))
        registered = {name for name in named if re.search(rf"\b{name.removeprefix('tst_')}\b|\b{name}\b", lists)}
        self.assertEqual(set(), named - registered)

    def test_every_promise_has_a_test(self):
        text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
        section = text.split("## What is promised")[1].split("\n## ")[0]
        rows = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| ---")][1:]
        self.assertGreater(len(rows), 10)
        self.assertEqual([], [row for row in rows if "`tst_" not in row])


if __name__ == "__main__":
    unittest.main()

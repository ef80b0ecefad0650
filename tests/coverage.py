#!/usr/bin/env python3
"""Adds up what `llvm-cov report` says of each file: lines and branches by folder, and the files with the most lines that
no test runs. Argument: the report."""
import sys
from collections import defaultdict

MOST_FILES = 15


def rows(path):
    """(file, lines, missed lines, branches, missed branches)"""
    with open(path, encoding="utf-8") as report:
        for line in report:
            words = line.split()
            if len(words) == 13 and words[0].endswith((".cpp", ".h")):
                yield words[0], *(int(words[i]) for i in (7, 8, 10, 11))


def percent(whole, missed):
    return f"{100 * (whole - missed) / whole:5.1f} %" if whole else "      -"


def main():
    folders = defaultdict(lambda: [0, 0, 0, 0])
    files = list(rows(sys.argv[1]))
    for name, *counts in files:
        top = name.split("/")[0]
        folder = "/".join(name.split("/")[:2]) if top in ("server", "console") else top
        for key in (folder, top + " in all" if top != folder else None, "everything"):
            if key:
                folders[key] = [a + b for a, b in zip(folders[key], counts)]
    for folder, (lines, missed, branches, missed_branches) in sorted(folders.items()):
        print(f"{folder:28} lines {percent(lines, missed)} of {lines:6}   branches {percent(branches, missed_branches)} of {branches:6}")
    print("\nlines that no test runs:")
    for name, lines, missed, _, _ in sorted(files, key=lambda row: -row[2])[:MOST_FILES]:
        print(f"{missed:5} of {lines:5}  {name}")


if __name__ == "__main__":
    main()

"""The include order of ARCHITECTURE.md, as a function: `violations(root)` lists every include against it."""
import re
from pathlib import Path, PurePosixPath

# A folder includes itself and those before it.
SHARED = ["base", "protocol", "admin"]
SERVER = ["metrics", "config", "log", "storage", "events", "backend", "work", "policies", "topics", "handlers", "routing",
          "transport", "broadcast", "http", "admin", "api", "app"]
PROGRAMS = ("shared", "server", "console")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<((?:shared|server|console|tests)/[^>]+)>)', re.MULTILINE)


def area(path):
    """The program and the folder a file belongs to; a file directly in its program's folder has the folder ''."""
    parts = PurePosixPath(path).parts
    return parts[0], parts[1] if len(parts) > 2 else ""


def ordered(order, source, target):
    """Whether the folder `source` may include `target`. What lies outside every folder (main.cpp) may include all."""
    return source == "" or (source in order and target in order and order.index(target) <= order.index(source))


def refusal(source, target):
    """Why the file `source` may not include the file `target` (paths from the root), or None when it may."""
    program, folder = area(source)
    other, otherFolder = area(target)
    if other not in PROGRAMS:
        return "programs include only shared, server or console, by their path from the root"
    if other == "shared":
        if program == "shared" and not ordered(SHARED, folder, otherFolder):
            return f"the order of shared is {' <- '.join(SHARED)}"
        return None
    if program != other:
        return f"{program} never includes {other}"
    if program == "server" and not ordered(SERVER, folder, otherFolder):
        return f"the order of server is {' <- '.join(SERVER)}"
    if program == "console" and folder == "client" and otherFolder != "client":
        return "console/client includes no other folder of the console"
    return None


def check(path, text):
    """What is wrong in one file of the three programs, as (line, message)."""
    found = []
    own = str(PurePosixPath(path).with_suffix(".h"))
    includes = [(text.count("\n", 0, match.start()) + 1, match[1] or match[2]) for match in INCLUDE.finditer(text)]
    for line, target in includes:
        if target.endswith(".moc"):
            continue
        why = refusal(path, target)
        if why:
            found.append((line, f'includes "{target}": {why}'))
    if path.endswith(".h") and not re.search(r"^#pragma once$", text, re.MULTILINE):
        found.append((1, "has no #pragma once"))
    if path.endswith(".cpp") and own in [target for _, target in includes]:
        first = re.search(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)', text, re.MULTILINE)[1]
        if first != own:
            found.append((1, f'its first include is not "{own}", so nothing shows that the header compiles alone'))
    return found


def violations(root):
    """Every offence in the tree below `root`, as "path:line: message"."""
    root = Path(root)
    found = []
    for program in PROGRAMS:
        for file in sorted((root / program).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                path = file.relative_to(root).as_posix()
                found += [f"{path}:{line}: {message}" for line, message in check(path, file.read_text(encoding="utf-8"))]
    return found

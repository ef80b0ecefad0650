"""./dev as a newcomer meets it: help lists every command, tokens verify, mistakes are told apart from success."""
import base64
import hashlib
import hmac
import json
import os
import re
import stat
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def dev(*arguments, **environment):
    return subprocess.run([ROOT / "dev", *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env=os.environ | environment, timeout=30)


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


class Help(unittest.TestCase):
    def test_lists_every_command(self):
        dispatch = (ROOT / "dev").read_text(encoding="utf-8").split("case $command in")[-1]
        commands = {name.strip() for names in re.findall(r"^([a-z |]+)\)", dispatch, re.MULTILINE)
                    for name in names.split("|")}
        self.assertLessEqual({"run", "test", "build", "bench", "lint", "format", "token", "setup", "clean", "help"}, commands)
        listed = set(re.findall(r"^  ([a-z]+)\b", dev("help").stdout, re.MULTILINE))
        self.assertEqual(commands, listed)

    def test_is_what_no_command_shows(self):
        self.assertEqual(dev("help").stdout, dev().stdout)

    def test_a_wrong_command_fails_and_points_to_help(self):
        for arguments in (["frobnicate"], ["test", "--fast"], ["run", "--consol"], ["lint", "everything"]):
            with self.subTest(arguments=arguments):
                result = dev(*arguments)
                self.assertNotEqual(0, result.returncode)
                self.assertIn("./dev help", result.stderr)


class Token(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = Path(folder.name)

    def token(self, *arguments):
        result = dev("token", *arguments, XDG_STATE_HOME=str(self.state))
        self.assertEqual(0, result.returncode, result.stderr)
        return result.stdout.strip().split(".")

    def test_names_the_user_the_roles_and_a_day(self):
        head, body, _ = self.token("u-1", "admin", "editor")
        self.assertEqual({"alg": "HS256", "typ": "JWT"}, json.loads(decoded(head)))
        claims = json.loads(decoded(body))
        self.assertEqual(("u-1", ["admin", "editor"]), (claims["sub"], claims["roles"]))
        self.assertAlmostEqual(time.time(), claims["iat"], delta=60)
        self.assertEqual(86400, claims["exp"] - claims["iat"])

    def test_makes_the_key_once_for_its_owner_only(self):
        self.token("a")
        key = self.state / "sluice/jwt.key"
        self.assertEqual(0o600, stat.S_IMODE(key.stat().st_mode))
        self.assertRegex(key.read_text(encoding="ascii"), r"^[0-9a-f]{64}\n$")
        before = key.read_bytes()
        self.token("b")
        self.assertEqual(before, key.read_bytes())

    def test_is_signed_with_the_key_without_its_newline(self):
        key = self.state / "sluice/jwt.key"
        key.parent.mkdir()
        key.write_text("secret\n", encoding="ascii")
        head, body, signature = self.token("a")
        self.assertEqual(hmac.new(b"secret", f"{head}.{body}".encode(), hashlib.sha256).digest(), decoded(signature))

    def test_needs_a_user(self):
        self.assertNotEqual(0, dev("token").returncode)


if __name__ == "__main__":
    unittest.main()

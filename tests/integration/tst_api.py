"""The backend API as a team's backend meets it: a real server, real WebSocket clients that get what is pushed, and every
answer checked against the description that the server gives of itself. Argument: the server program."""
import asyncio
import base64
import contextlib
import ctypes
import hashlib
import hmac
import http.client
import json
import os
import resource
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import jsonschema
import websockets

PROGRAM = sys.argv.pop(1)
PATIENCE = 30  # seconds, for what takes milliseconds on a machine that has time
EVENTS = """
[[topic]]
name = "room/*"
subscribe = "users"
event = "room/said"
history = 10
history-ms = 60_000
presence = true

[[topic]]
name = "hall/*"
subscribe = "users"
"""


def dies_with_its_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def eventually(condition, what):
    end = time.monotonic() + PATIENCE
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {PATIENCE} s")
        time.sleep(0.01)
    return value


class Server:
    """A sluiced of its own, with a key of each kind."""

    SCOPES = {"all": ["push", "disconnect", "read"], "rooms": ["publish:room/*"], "reader": ["read"], "pusher": ["push"],
              "slow": ["push"]}

    def __init__(self, *settings):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name)
        (self.path / "events.toml").write_text(EVENTS)
        listeners = [f"listen.{name}=127.0.0.1:0" for name in ("clients", "admin", "http", "api")]
        self.settings = [*listeners, f"state-dir={self.path}", f"events-file={self.path}/events.toml", *settings]
        self.keys = {name: self.new_key(name, scopes) for name, scopes in self.SCOPES.items()}
        self.log = open(self.path / "log", "w+b")
        self.process = subprocess.Popen([PROGRAM, *self.options()], stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, preexec_fn=dies_with_its_parent)
        self.ports = eventually(self.read_ports, "the server's start")
        eventually(lambda: self.get_text("/readyz")[0] == 200, "the server's readiness")

    def options(self):
        return [word for setting in self.settings for word in ("--set", setting)]

    def new_key(self, name, scopes):
        words = [word for scope in scopes for word in ("--scope", scope)]
        rate = ["--per-second", "2"] if name == "slow" else ["--per-second", "0"]
        made = subprocess.run([PROGRAM, *self.options(), "--new-api-key", name, *words, *rate], capture_output=True,
                              text=True, check=True)
        return made.stdout.strip()

    def read_ports(self):
        if self.process.poll() is not None:
            raise AssertionError("the server ended: " + (self.path / "log").read_text())
        try:
            return json.loads((self.path / "ports.json").read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return None

    def get_text(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.ports["http"], timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()

    def metric(self, series):
        for line in self.get_text("/metrics")[1].splitlines():
            if line.startswith(series + " "):
                return float(line.rsplit(" ", 1)[1])
        return None

    def token(self, user):
        def encode(data):
            return base64.urlsafe_b64encode(data).rstrip(b"=")
        key = (self.path / "jwt.key").read_bytes().removesuffix(b"\n")
        parts = [encode(json.dumps(part).encode()) for part in ({"alg": "HS256", "typ": "JWT"},
                                                                 {"sub": user, "exp": int(time.time()) + 3600})]
        text = b".".join(parts)
        return (text + b"." + encode(hmac.new(key, text, hashlib.sha256).digest())).decode()

    def client(self, user):
        return websockets.connect(f"ws://127.0.0.1:{self.ports['clients']}/",
                                  extra_headers={"Authorization": f"Bearer {self.token(user)}"})

    def admin(self):
        token = (self.path / "admin.token").read_text().strip()
        return websockets.connect(f"ws://127.0.0.1:{self.ports['admin']}/",
                                  extra_headers={"Authorization": f"Bearer {token}"})

    def audit(self):
        return [json.loads(line) for line in (self.path / "audit.log").read_text().splitlines()]

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self.log.close()
        return code

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()


class Description:
    """The OpenAPI description, against which answers are checked."""

    def __init__(self, document):
        self.document = document
        self.resolver = jsonschema.RefResolver.from_schema(document)
        self.seen = set()

    def follow(self, node):
        while "$ref" in node:
            node = self.resolver.resolve(node["$ref"])[1]
        return node

    def validate(self, value, schema):
        jsonschema.Draft202012Validator(schema, resolver=self.resolver).validate(value)

    def check(self, method, path, status, headers, body, request_body=None):
        operation = self.document["paths"].get(path, {}).get("get" if method == "HEAD" else method.lower())
        if operation is None:  # 404 and 405: there is nothing to go by, but errors look alike everywhere
            self.validate(json.loads(body), {"$ref": "#/components/schemas/Problem"})
            return
        described = operation["responses"].get(str(status))
        if described is None:
            raise AssertionError(f"{method} {path} answered {status}, which is not described: {body}")
        described = self.follow(described)
        content = described["content"].get(headers.get("Content-Type"))
        if content is None:
            raise AssertionError(f"{method} {path} {status}: {headers.get('Content-Type')} is not described")
        if method != "HEAD":
            self.validate(json.loads(body), content["schema"])
        for name in described.get("headers", {}):
            if name != "Idempotency-Replayed" and name not in headers:
                raise AssertionError(f"{method} {path} {status}: {name} is missing")
        if status == 200 and request_body is not None:
            self.validate(request_body, operation["requestBody"]["content"]["application/json"]["schema"])
        self.seen.add((method, path, status))


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.text = body
        self.json = json.loads(body) if body else None

    @property
    def problem(self):
        return self.json["type"].removeprefix("urn:sluice:problem:")


class Backend:
    """One connection to the API, as a backend keeps it."""

    def __init__(self, server, key="all", tls=None, source=None):
        self.server = server
        self.key = server.keys.get(key, key)
        port = server.ports["apiTls" if tls else "api"]
        kind = http.client.HTTPSConnection if tls else http.client.HTTPConnection
        options = {"context": tls} if tls else {}
        self.connection = kind("127.0.0.1", port, timeout=PATIENCE, source_address=source, **options)
        self.description = None

    def call(self, method, path, body=None, headers=(), **query):
        target = "/api/v1/" + path
        sent = dict(headers)
        if self.key:
            sent["Authorization"] = "Bearer " + self.key
        data = body
        if isinstance(body, (dict, list)):
            data = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        words = "&".join(f"{name}={value}" for name, value in query.items())
        self.connection.request(method, target + ("?" + words if words else ""), data, sent)
        response = self.connection.getresponse()
        answer = Answer(response.status, response.headers, response.read().decode())
        if self.description:
            self.description.check(method, target, answer.status, answer.headers, answer.text,
                                   body if isinstance(body, dict) else None)
        return answer

    def post(self, path, body, **headers):
        return self.call("POST", path, body, {name.replace("_", "-"): value for name, value in headers.items()})

    def get(self, path, **query):
        return self.call("GET", path, None, **query)

    def close(self):
        self.connection.close()


class WithServer(unittest.IsolatedAsyncioTestCase):
    SETTINGS = ()

    @classmethod
    def setUpClass(cls):
        cls.server = Server(*cls.SETTINGS)
        cls.addClassCleanup(cls.server.close)
        reader = Backend(cls.server, key="")
        cls.description = Description(reader.get("openapi.json").json)
        reader.close()

    def backend(self, key="all", **options):
        backend = Backend(self.server, key, **options)
        backend.description = self.description
        self.addCleanup(backend.close)
        return backend

    async def client(self, user):
        client = await self.server.client(user)
        self.addAsyncCleanup(client.close)
        return client

    async def ask(self, client, method, **params):
        await client.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))
        return json.loads(await asyncio.wait_for(client.recv(), PATIENCE))["result"]

    async def push(self, client):
        message = json.loads(await asyncio.wait_for(client.recv(), PATIENCE))
        return message["method"], message["params"]

    def raw(self, source=None):
        """A socket to the API."""
        plain = socket.create_connection(("127.0.0.1", self.server.ports["api"]), PATIENCE, source)
        self.addCleanup(plain.close)
        return plain

    @staticmethod
    def everything(plain):
        """What comes until the server closes."""
        data = b""
        with contextlib.suppress(ConnectionResetError):
            while chunk := plain.recv(65536):
                data += chunk
        return data


class Api(WithServer):
    SETTINGS = ("api.request-ms=1500", "rate-limits.per-ip-connects-per-second=0")

    # ---- What it is for

    async def test_pushes_reach_their_clients(self):
        ada, ada_too, bob = [await self.client(user) for user in ("ada", "ada", "bob")]
        backend = self.backend()
        sent = backend.post("send", {"users": ["ada", "nobody"], "event": "orders/shipped", "params": {"order": 17}})
        self.assertEqual((200, {"queued": True, "droppedOldest": False, "usersConnected": 1, "connections": 2}),
                         (sent.status, sent.json))
        sent = backend.post("broadcast", {"event": "news/added", "params": {"ü": "水門 🚢"}, "key": "k", "ttlMs": 60000})
        self.assertEqual((200, True), (sent.status, sent.json["connections"] >= 3))
        for client in (ada, ada_too):
            self.assertEqual(("orders/shipped", {"order": 17}), await self.push(client))
        for client in (ada, ada_too, bob):
            self.assertEqual(("news/added", {"ü": "水門 🚢"}), await self.push(client))

    async def test_a_topic_gets_numbered_messages(self):
        ada, bob = [await self.client(user) for user in ("ada", "bob")]
        position = await self.ask(ada, "topics/subscribe", topic="room/1")
        backend = self.backend("rooms")
        for n in range(3):
            sent = backend.post("publish", {"topic": "room/1", "params": {"n": n}})
            self.assertEqual((200, 1), (sent.status, sent.json["connections"]))
        passing = backend.post("publish", {"topic": "room/1", "event": "room/typing", "passing": True, "params": {"by": "x"}})
        self.assertEqual(200, passing.status)
        for n in range(3):
            event, params = await self.push(ada)
            self.assertEqual(("room/said", n, position["seq"] + n + 1), (event, params["n"], params["seq"]))
        self.assertEqual(("room/typing", {"by": "x"}), await self.push(ada))
        late = await self.ask(bob, "topics/subscribe", topic="room/1", since={"epoch": position["epoch"], "seq": position["seq"]})
        self.assertTrue(late["recovered"])
        self.assertEqual([0, 1, 2], [publication["params"]["n"] for publication in late["publications"]])
        present = self.backend("reader").get("presence", topic="room/1")
        self.assertEqual({"total": 2, "users": [{"user": "ada", "connections": 1}, {"user": "bob", "connections": 1}]},
                         present.json)

    async def test_disconnects_by_user_and_by_connection(self):
        carol, carol_too, dave = [await self.client(user) for user in ("carol", "carol", "dave")]
        backend = self.backend()
        closed = backend.post("disconnect", {"users": ["carol", "nobody"], "reason": "account closed", "code": 4010})
        self.assertEqual((200, {"closing": 2, "unknown": ["nobody"]}), (closed.status, closed.json))
        for client in (carol, carol_too):
            await asyncio.wait_for(client.wait_closed(), PATIENCE)
            self.assertEqual((4010, "account closed"), (client.close_code, client.close_reason))
        entry = self.server.audit()[-1]
        self.assertEqual(("api:all", "connections/close", "account closed", "done", 2),
                         (entry["user"], entry["method"], entry["reason"], entry["outcome"], entry["affected"]))
        self.assertEqual("127.0.0.1", entry["address"])

        found = backend.get("connections", filter="user:dave").json
        self.assertEqual((1, "dave"), (found["matching"], found["rows"][0]["user"]))
        number = found["rows"][0]["id"]
        closed = backend.post("disconnect", {"connections": [number, 999999]})
        self.assertEqual({"closing": 1, "unknown": [999999]}, closed.json)
        await asyncio.wait_for(dave.wait_closed(), PATIENCE)
        self.assertEqual(4003, dave.close_code)
        wrong = backend.post("disconnect", {"connections": ["x"]})
        self.assertEqual((422, "connections"), (wrong.status, wrong.json["errors"][0]["field"]))

    async def test_lists_are_paged_sorted_and_filtered(self):
        clients = [await self.client(f"page-{n}") for n in range(5)]
        self.assertEqual(5, len(clients))
        backend = self.backend("reader")
        first = backend.get("users", filter="page-*", sort="user", limit=2)
        rest = backend.get("users", filter="page-*", sort="user", limit=200, offset=2)
        self.assertEqual([f"page-{n}" for n in range(5)], [row["user"] for row in first.json["rows"] + rest.json["rows"]])
        self.assertEqual(5, first.json["matching"])
        down = backend.get("connections", filter="user:page-*", sort="-user", limit=1)
        self.assertEqual("page-4", down.json["rows"][0]["user"])
        for query in ({"limit": 201}, {"limit": 0}, {"limit": "x"}, {"sort": "colour"}, {"filter": "colour%3Ared"}, {"x": 1}):
            with self.subTest(query=query):
                refused = backend.get("connections", **query)
                self.assertEqual((422, next(iter(query))), (refused.status, refused.json["errors"][0]["field"]))

    def test_tells_about_itself(self):
        info = self.backend("reader").get("info").json
        self.assertEqual(("sluiced", "running", {"id": "reader", "scopes": ["read"]}),
                         (info["name"], info["state"], info["key"]))

    # ---- Who may

    def test_scopes_hold(self):
        body = {"users": ["ada"], "event": "a/b"}
        for key, path, sent in (("reader", "send", body), ("rooms", "send", body), ("rooms", "broadcast", {"event": "a/b"}),
                                ("rooms", "publish", {"topic": "hall/1"}), ("reader", "publish", {"topic": "room/1"}),
                                ("slow", "disconnect", {"users": ["ada"]})):
            with self.subTest(key=key, path=path):
                refused = self.backend(key).post(path, sent)
                self.assertEqual((403, "forbidden"), (refused.status, refused.problem))
        for path in ("connections", "users", "info", "presence"):
            self.assertEqual(403, self.backend("rooms").get(path).status)

    def test_without_a_key_nothing_is_told(self):
        refused = self.backend("").get("info")
        self.assertEqual((401, "no-key"), (refused.status, refused.problem))
        self.assertTrue(refused.headers["WWW-Authenticate"].startswith("Bearer"))

    def test_guesses_are_bounded(self):
        source = ("127.0.0.77", 0)
        self.assertEqual(200, self.backend("reader", source=source).get("info").status)
        guesser = self.backend("sluice_guess", source=source)
        self.assertEqual([401] * 10 + [429] * 5, [guesser.get("info").status for _ in range(15)])
        refused = guesser.get("info")
        self.assertTrue(0 < int(refused.headers["Retry-After"]) <= 60)
        self.assertEqual(429, self.backend("all", source=source).get("info").status)  # right, and not known from there
        self.assertEqual(200, self.backend("reader", source=source).get("info").status)
        self.assertEqual(200, self.backend("all").get("info").status)

    def test_a_key_has_its_rate(self):
        backend = self.backend("slow")
        statuses = [backend.post("broadcast", {"event": "a/b"}).status for _ in range(3)]
        if statuses[2] == 200:  # the three took more than the second that its rate is for
            self.skipTest("this machine is too slow for it")
        self.assertEqual([200, 200, 429], statuses)
        refused = backend.post("broadcast", {"event": "a/b"})
        self.assertEqual("1", refused.headers["Retry-After"])

    def test_keys_are_read_again(self):
        path = self.server.path / "api-keys.toml"
        before = path.read_text()
        reloads = 'sluice_api_keys_reloads_total{result="%s"}'

        def reload(text, result):
            count = self.server.metric(reloads % result)
            path.write_text(text)
            self.server.process.send_signal(signal.SIGHUP)
            eventually(lambda: self.server.metric(reloads % result) > count, "the reload")
        try:
            self.server.keys["added"] = self.server.new_key("added", ["read"])
            self.assertEqual(401, self.backend("added").get("info").status)
            reload(path.read_text(), "done")
            self.assertEqual(200, self.backend("added").get("info").status)
            reload("[[key", "failed")
            self.assertEqual(200, self.backend("added").get("info").status)
        finally:
            reload(before, "done")
        self.assertEqual(401, self.backend("added").get("info").status)

    # ---- Once

    async def test_a_repeat_is_carried_out_once(self):
        erin = await self.client("erin")
        backend = self.backend()
        # A name of its own: what other tests have broadcast may still come.
        body = {"users": ["erin"], "event": "once/told", "params": {"n": 1}}
        first = backend.post("send", body, Idempotency_Key='"once"')
        again = backend.post("send", body, Idempotency_Key='"once"')
        self.assertEqual((200, 200, first.text), (first.status, again.status, again.text))
        self.assertEqual((None, "true"), (first.headers["Idempotency-Replayed"], again.headers["Idempotency-Replayed"]))
        other = backend.post("send", {**body, "event": "c/d"}, Idempotency_Key='"once"')
        self.assertEqual((422, "idempotency-key-reused"), (other.status, other.problem))
        self.assertEqual(200, backend.post("send", {**body, "event": "end"}).status)
        self.assertEqual(["once/told", "end"], [(await self.push(erin))[0] for _ in range(2)])

    async def test_a_repeat_of_what_is_under_way_waits(self):
        await self.client("frank")
        body = json.dumps({"users": ["frank"]}).encode()
        head = (b"POST /api/v1/disconnect HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nIdempotency-Key: w\r\n"
                b"Connection: close\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                % (self.server.keys["all"].encode(), len(body)))
        first, second = self.raw(), self.raw()
        first.sendall(head + body)  # it looks at all connections before it answers
        second.sendall(head + body)
        statuses = sorted(self.everything(plain).split(b" ", 2)[1] for plain in (first, second))
        self.assertIn(statuses, ([b"200", b"409"], [b"200", b"200"]))

    # ---- HTTP

    def test_a_wrong_request_is_told_what_is_wrong(self):
        backend = self.backend()
        body = {"event": "a/b"}
        rows = [("GET", "nothing", None, {}, 404, "no-such-endpoint"), ("DELETE", "send", None, {}, 405, "method-not-allowed"),
                ("POST", "broadcast", body, {"Accept": "text/html"}, 406, "not-acceptable"),
                ("POST", "broadcast", "event=a", {"Content-Type": "text/plain"}, 415, "unsupported-media-type"),
                ("POST", "broadcast", "{", {"Content-Type": "application/json"}, 400, "malformed-body"),
                ("POST", "broadcast", [], {}, 400, "malformed-body"),
                ("POST", "broadcast", body, {"Idempotency-Key": '""'}, 400, "invalid-idempotency-key"),
                ("POST", "broadcast", {}, {}, 422, "invalid-field"),
                ("POST", "broadcast", {"event": "a/b", "topic": "x"}, {}, 422, "invalid-field"),
                ("POST", "broadcast", {"event": "a/b", "params": {"x": "y" * 65536}}, {}, 422, "invalid-field"),
                ("POST", "publish", {"topic": "no rule/1"}, {}, 422, "invalid-field"),
                ("GET", "presence?topic=hall/1", None, {}, 404, "not-found")]
        for method, path, sent, headers, status, problem in rows:
            with self.subTest(path=path, status=status):
                if "?" in path:
                    path, query = path.split("?")
                    answer = backend.get(path, **dict([query.split("=")]))
                else:
                    answer = backend.call(method, path, sent, headers)
                self.assertEqual((status, problem), (answer.status, answer.problem))
        self.assertEqual("POST", backend.call("DELETE", "send").headers["Allow"])

    def test_a_body_at_the_limit_passes_and_one_beyond_does_not(self):
        backend = self.backend()
        filler = json.dumps({"event": "a/b", "params": {}})
        whole = filler + " " * (262144 - len(filler))
        headers = {"Content-Type": "application/json"}
        self.assertEqual(200, backend.call("POST", "broadcast", whole, headers).status)
        answer = self.backend().call("POST", "broadcast", whole + " ", headers)
        self.assertEqual((413, "body-too-large"), (answer.status, answer.problem))
        answer = self.backend().call("POST", "broadcast", "x" * (4 << 20), headers)
        self.assertEqual(413, answer.status)

    def test_connections_are_kept(self):
        backend = self.backend()
        backend.get("info")
        kept = backend.connection.sock
        for _ in range(20):
            backend.get("info")
            backend.post("send", {})
        self.assertIs(kept, backend.connection.sock)

    def test_requests_in_a_row_are_answered_in_order(self):
        plain = self.raw()
        one = f"GET /api/v1/info?x{{}} HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer {self.server.keys['all']}\r\n{{}}\r\n"
        last = one.format("=9", "Connection: close\r\n").replace("?x=9", "")
        plain.sendall("".join(one.format(f"={n}", "") for n in range(50)).encode() + last.encode())
        answers = self.everything(plain).split(b"HTTP/1.1 ")[1:]
        self.assertEqual([b"422"] * 50 + [b"200"], [answer[:3] for answer in answers])

    def test_a_body_in_chunks(self):
        plain = self.raw()
        plain.sendall(f"POST /api/v1/broadcast HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n"
                      f"Authorization: Bearer {self.server.keys['all']}\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        for part in (b"5\r\n{\"eve\r\n", b"a\r\nnt\":\"a/b\"}\r\n", b"0\r\n\r\n"):
            plain.sendall(part)
        self.assertTrue(self.everything(plain).startswith(b"HTTP/1.1 200 "))

    def test_who_waits_for_a_word_gets_it(self):
        plain = self.raw()
        head = ("POST /api/v1/broadcast HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n"
                "Authorization: Bearer {}\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n")
        body = b'{"event":"a/b"}'
        plain.sendall(head.format(self.server.keys["all"], len(body)).encode())
        self.assertEqual(b"HTTP/1.1 100 Continue\r\n\r\n", plain.recv(100))
        plain.sendall(body)
        self.assertTrue(self.everything(plain).startswith(b"HTTP/1.1 200 "))
        refused = self.raw()
        refused.sendall(head.format(self.server.keys["reader"], len(body)).encode())
        self.assertTrue(refused.recv(100).startswith(b"HTTP/1.1 403 "))

    def test_head_and_old_clients(self):
        answer = self.backend("reader").call("HEAD", "info")
        self.assertEqual((200, ""), (answer.status, answer.text))
        self.assertGreater(int(answer.headers["Content-Length"]), 10)
        plain = self.raw()
        plain.sendall(f"GET /api/v1/info HTTP/1.0\r\nAuthorization: Bearer {self.server.keys['all']}\r\n\r\n".encode())
        self.assertTrue(self.everything(plain).startswith(b"HTTP/1.1 200 "))

    # ---- Abuse

    def test_garbage_is_refused(self):
        for text, status in ((b"\r\n\r\n\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"400"), (b"GET\r\n\r\n", b"400"),
                             (b"GET / HTTP/1.1\r\n\r\n", b"400"), (b"GET / HTTP/9.9\r\nHost: h\r\n\r\n", b"505"),
                             (b"GET /api/v1/info HTTP/1.1\r\nHost: h\r\nA: " + b"x" * 20000, b"431"),
                             (b"GET / HTTP/1.1\r\nHost: h\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"431"),
                             (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"400"),
                             (b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n", b"501"),
                             (os.urandom(8192).replace(b"\r\n\r\n", b"") + b"\r\n\r\n", b"400"),
                             (b"\x00" * 70000, b"431")):
            with self.subTest(text=text[:40]):
                plain = self.raw()
                plain.sendall(text)
                answer = self.everything(plain)
                self.assertEqual(status, answer[9:12], answer[:200])
                self.description.check("GET", "/", 0, {}, answer.split(b"\r\n\r\n", 1)[1])
        self.assertEqual(200, self.backend("reader").get("info").status)

    def test_slow_clients_cost_nobody_else_anything(self):
        head = f"POST /api/v1/broadcast HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nAuthorization: Bearer {self.server.keys['all']}\r\n"
        begun = time.monotonic()
        slow = []
        for n in range(300):
            plain = self.raw()
            plain.sendall((head if n % 2 else head + "Content-Length: 100\r\n\r\n{").encode())
            slow.append(plain)
        backend = self.backend()
        longest = 0.0
        drops = 0
        while time.monotonic() - begun < 1.0:  # they drip, and are not done in time all the same
            drops += 1
            for plain in slow[:20] if drops < 50 else []:
                with contextlib.suppress(OSError):
                    plain.send(b"a")
            asked = time.monotonic()
            self.assertEqual(200, backend.post("broadcast", {"event": "a/b"}).status)
            longest = max(longest, time.monotonic() - asked)
        self.assertLess(longest, 1.0)
        for plain in slow:
            self.assertEqual(b"408", self.everything(plain)[9:12])
        self.assertGreaterEqual(self.server.metric("sluice_api_requests_timed_out_total"), 300)

    def test_counts_what_it_did(self):
        series = 'sluice_api_requests_total{endpoint="info",status="200"}'
        before = self.server.metric(series)
        self.assertEqual(200, self.backend("reader").get("info").status)
        self.assertEqual(before + 1, self.server.metric(series))
        self.assertGreater(self.server.metric("sluice_api_request_duration_seconds_count"), 0)


class AccessMatrix(WithServer):
    """Row M6 of the quality criteria, on this plane: every operation by everybody. Whoever adds an operation says here who
    may call it; tst_accessmatrix has the other planes."""

    SETTINGS = ("rate-limits.per-ip-connects-per-second=0",)
    MATRIX = {("POST", "send"): {"all", "pusher"}, ("POST", "broadcast"): {"all", "pusher"},
              ("POST", "publish"): {"all", "pusher", "rooms"}, ("POST", "disconnect"): {"all"},
              ("GET", "connections"): {"all", "reader"}, ("GET", "users"): {"all", "reader"},
              ("GET", "presence"): {"all", "reader"}, ("GET", "info"): {"all", "reader"},
              ("GET", "openapi.json"): None}  # everybody: it tells nothing of this server

    def operations(self):
        return {(method.upper(), path.removeprefix("/api/v1/"))
                for path, item in self.description.document["paths"].items() for method in item}

    def test_every_operation_has_a_row(self):
        self.assertEqual(self.operations(), set(self.MATRIX))

    def status_of(self, key, method, path, **options):
        with contextlib.closing(Backend(self.server, key, **options)) as backend:
            return backend.call(method, path, {} if method == "POST" else None).status

    def strangers(self):
        """What is no key here, though it opens other doors, or nearly is one."""
        key = self.server.keys["all"]
        admin = (self.server.path / "admin.token").read_text().strip()
        return {"none": "", "a client's token": self.server.token("ada"), "an operator's": admin, "its end is missing": key[:-1],
                "its case is another": key.swapcase(), "its hash": hashlib.sha256(key.encode()).hexdigest()}

    def test_who_may_do_what(self):
        for (method, path), allowed in self.MATRIX.items():
            for name in self.server.SCOPES.keys() - {"slow"}:
                with self.subTest(method=method, path=path, key=name):
                    # With nothing that any of them needs: whoever may call it hears about that, or it is done.
                    status = self.status_of(name, method, path)
                    if allowed is None or name in allowed:
                        self.assertIn(status, (200, 422))
                    else:
                        self.assertEqual(403, status)

    def test_strangers_may_do_nothing(self):
        for number, (name, key) in enumerate(self.strangers().items()):
            for (method, path), allowed in self.MATRIX.items():
                with self.subTest(method=method, path=path, key=name):
                    # From an address of its own: nobody guesses more than ten times a minute.
                    status = self.status_of(key, method, path, source=(f"127.0.1.{number + 1}", 0))
                    self.assertEqual(200 if allowed is None else 401, status)


class Thousand(WithServer):
    # A busy machine's Python may need seconds until each of them has sent its request.
    SETTINGS = ("api.request-ms=60000", "rate-limits.per-ip-connects-per-second=0")

    async def test_a_thousand_at_once(self):
        request = ("POST /api/v1/broadcast HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n"
                   f"Authorization: Bearer {self.server.keys['all']}\r\nContent-Length: 15\r\n\r\n" '{"event":"a/b"}').encode()

        async def one():
            reader, writer = await asyncio.open_connection("127.0.0.1", self.server.ports["api"])
            writer.write(request)
            answer = await reader.read()
            writer.close()
            return answer[9:12]
        answers = await asyncio.wait_for(asyncio.gather(*(one() for _ in range(1000))), PATIENCE)
        self.assertLessEqual(set(answers), {b"200", b"503"})
        if DESCRIPTORS >= 8 * 1024:  # else it has fewer connections, and says so
            self.assertEqual({b"200"}, set(answers))
        eventually(lambda: self.server.metric("sluice_api_requests_in_flight") == 0, "rest")


class Bounds(WithServer):
    SETTINGS = ("api.max-connections=4", "api.request-ms=600000")

    def test_one_more_makes_an_idle_one_go_or_is_turned_away(self):
        idle = self.backend()
        self.assertEqual(200, idle.get("info").status)
        busy = [self.raw() for _ in range(3)]  # they have never asked anything
        for plain in busy:
            plain.sendall(b"GET ")
        self.assertEqual(200, self.backend().get("info").status)  # the idle one went
        eventually(lambda: idle.connection.sock.recv(1) == b"", "the end of the idle connection")
        last = self.raw()
        last.sendall(b"GET ")  # and so did that one
        eventually(lambda: self.server.metric("sluice_api_connections") == 4, "the fourth")
        beyond = self.raw()
        beyond.sendall(b"GET / HTTP/1.1\r\n\r\n")
        answer = self.everything(beyond)
        self.assertTrue(answer.startswith(b"HTTP/1.1 503 ") and b"\r\nRetry-After: 1\r\n" in answer, answer)
        self.assertEqual(1, self.server.metric("sluice_api_connections_refused_total"))
        for plain in (*busy, last):
            plain.close()
        eventually(lambda: self.server.metric("sluice_api_connections") == 0, "their end")


class Crowd(WithServer):
    SETTINGS = ("api.max-connections=2", "api.request-ms=5000")

    def test_who_drips_makes_room(self):
        for _ in range(2):
            self.raw().sendall(b"POST /api/v1/send HTTP/1.1\r\n")

        def answered():
            with contextlib.closing(Backend(self.server, "reader")) as backend, contextlib.suppress(OSError, http.client.HTTPException):
                return backend.get("info").status == 200
        begun = time.monotonic()
        eventually(answered, "an answer")
        self.assertLess(time.monotonic() - begun, 4)  # long before they time out


class GoingOutOfService(WithServer):
    SETTINGS = ("drain.close-spread-ms=0", "listen.api-tls=127.0.0.1:0")

    async def operate(self, method, **params):
        async with self.server.admin() as console:
            await console.send(json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))
            while "id" not in (message := json.loads(await asyncio.wait_for(console.recv(), PATIENCE))):
                pass
            self.assertIn("result", message)

    async def test_drained_it_pushes_nothing_and_comes_back(self):
        grace = await self.client("grace")
        backend = self.backend()
        body = {"users": ["grace"], "event": "a/b"}
        told = []
        await self.operate("server/drain", reason="test")
        end = time.monotonic() + PATIENCE
        while (answer := backend.post("send", body)).status == 200 and time.monotonic() < end:
            told.append(answer.json["connections"])
        self.assertEqual((503, "draining"), (answer.status, answer.problem))
        self.assertGreater(int(answer.headers["Retry-After"]), 0)
        received = 0
        with contextlib.suppress(websockets.ConnectionClosed):
            while True:
                await asyncio.wait_for(grace.recv(), PATIENCE)
                received += 1
        self.assertEqual(1012, grace.close_code)
        self.assertEqual(sum(told), received)  # what was told to be queued has come
        eventually(lambda: backend.get("info").json["state"] == "drained", "the end of the drain")
        self.assertEqual(503, backend.post("publish", {"topic": "room/1"}).status)
        await self.operate("server/resume")
        eventually(lambda: backend.post("broadcast", {"event": "a/b"}).status == 200, "the return")

    async def test_tls(self):
        trusting = ssl.create_default_context(cafile=self.server.path / "tls.crt")
        trusting.check_hostname = False
        backend = self.backend(tls=trusting)
        for _ in range(3):
            self.assertEqual(200, backend.post("broadcast", {"event": "a/b", "params": {"x": "y" * 60000}}).status)
            self.assertEqual(200, backend.get("info").status)
        plain = socket.create_connection(("127.0.0.1", self.server.ports["apiTls"]), PATIENCE)
        self.addCleanup(plain.close)
        plain.sendall(b"GET /api/v1/info HTTP/1.1\r\nHost: h\r\n\r\n")
        self.assertNotIn(b"HTTP", self.everything(plain))


class Stop(unittest.TestCase):
    def test_nobody_holds_it_up(self):
        server = Server("drain.close-spread-ms=0")
        self.addCleanup(server.close)
        idle = Backend(server)
        self.addCleanup(idle.close)
        self.assertEqual(200, idle.get("info").status)
        half = socket.create_connection(("127.0.0.1", server.ports["api"]), PATIENCE)
        self.addCleanup(half.close)
        half.sendall(b"POST /api/v1/send HTTP/1.1\r\n")
        begun = time.monotonic()
        self.assertEqual(0, server.stop())
        self.assertLess(time.monotonic() - begun, 5)

    def test_keys_that_others_may_read_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            keys = Path(folder) / "keys.toml"
            keys.write_text("")
            keys.chmod(0o644)
            options = ["--set", f"state-dir={folder}/state", "--set", f"api.keys-file={keys}", "--set", "listen.api=127.0.0.1:0",
                       "--set", "listen.clients=127.0.0.1:0", "--set", "listen.admin=127.0.0.1:0", "--set", "listen.http=off"]
            for extra in (["--check-config"], []):
                ended = subprocess.run([PROGRAM, *options, *extra], capture_output=True, text=True, timeout=PATIENCE)
                self.assertNotEqual(0, ended.returncode)
                self.assertIn("chmod 600", ended.stderr)


class Described(unittest.TestCase):
    def test_the_description_is_valid(self):
        server = Server()
        self.addCleanup(server.close)
        backend = Backend(server, key="")
        self.addCleanup(backend.close)
        document = backend.get("openapi.json").json
        for name, schema in document["components"]["schemas"].items():
            with self.subTest(schema=name):
                jsonschema.Draft202012Validator.check_schema(schema)
                for example in schema.get("examples", []):
                    Description(document).validate(example, {"$ref": f"#/components/schemas/{name}"})
        found = json.dumps(document)
        for kind in ("schemas", "responses", "parameters"):
            for name in document["components"][kind]:
                self.assertIn(f"#/components/{kind}/{name}\"", found)


DESCRIPTORS = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTORS, DESCRIPTORS))

if __name__ == "__main__":
    unittest.main(verbosity=2)

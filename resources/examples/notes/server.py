#!/usr/bin/env python3
"""The backend of the example: hands out the page and tokens, runs two of its events, and pushes through Sluice's API.

It needs nothing but Python. `./dev run --demo` starts it; by hand:

    python3 server.py --state-dir ~/.local/state/sluice

It finds Sluice by the ports.json in that directory, and signs tokens with the jwt.key there. A real one would have accounts instead of asking for a name, and HTTPS in front of it.
"""
import argparse
import base64
import hashlib
import hmac
import json
import re
import signal
import sys
import threading
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGE = Path(__file__).resolve().parent / "page"
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
         ".svg": "image/svg+xml"}
USER = re.compile(r"[a-z][a-z0-9-]{0,31}")
TOKEN_SECONDS = 3600
MOST_BYTES = 64 * 1024
MOST_PEOPLE = 1000
OLDEST_SECONDS = 300  # of a signed request


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def token_for(user, key):
    """A JWT that Sluice takes: whose it is, and until when."""
    now = int(time.time())
    parts = ({"alg": "HS256", "typ": "JWT"}, {"sub": user, "iat": now, "exp": now + TOKEN_SECONDS})
    signed = b".".join(base64url(json.dumps(part).encode()) for part in parts)
    return (signed + b"." + base64url(hmac.new(key, signed, hashlib.sha256).digest())).decode()


def is_signed(headers, body, secret):
    """Whether Sluice has sent it, and lately. https://www.standardwebhooks.com"""
    identifier, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdecimal() or abs(time.time() - int(sent)) > OLDEST_SECONDS:
        return False
    digest = hmac.new(secret, f"{identifier}.{sent}.".encode() + body, hashlib.sha256).digest()
    wanted = "v1," + base64.b64encode(digest).decode()
    return any(hmac.compare_digest(wanted, one) for one in headers.get("webhook-signature", "").split())


class People:
    """Who has ever logged in, in memory: an example has no database of its own."""

    def __init__(self):
        self.lock = threading.Lock()
        self.names = {}

    def add(self, name):
        """Whether they are new."""
        with self.lock:
            is_new = name not in self.names
            if is_new and len(self.names) >= MOST_PEOPLE:
                del self.names[next(iter(self.names))]
            self.names[name] = True
            return is_new

    def all(self):
        with self.lock:
            return sorted(self.names)


# ---- The events that Sluice sends here: `handler = "http:notes-example"` in events.toml. Each returns a result, and what
# ---- is to be pushed to whom; or raises a Refusal.

class Refusal(Exception):
    def __init__(self, code, message, data=None):
        super().__init__(message)
        self.error = {"code": code, "message": message, "data": data}


INVALID_PARAMS = -32602


def list_people(event, people):
    return {"people": people.all()}, []


def nudge(event, people):
    params = event["params"]
    if params["user"] == event["user"]["id"]:
        raise Refusal(INVALID_PARAMS, "Invalid params", {"field": "user", "reason": "is you"})
    push = {"users": [params["user"]], "event": "notes/nudged", "key": params["noteId"], "ttlMs": 60_000,
            "params": {"from": event["user"]["id"], "noteId": params["noteId"], "title": params["title"]}}
    return {"nudged": params["user"]}, [push]


EVENTS = {"people/list": list_people, "notes/nudge": nudge}


class Sluice:
    """Where it is, and its backend API as far as it is used here."""

    def __init__(self, state, key):
        self.state = state
        self.key = key

    def port(self, name):
        """0: it is not there, or has no such listener."""
        try:
            return json.loads((self.state / "ports.json").read_text(encoding="utf-8")).get(name, 0)
        except (OSError, ValueError):
            return 0

    def url(self):
        return f"ws://127.0.0.1:{self.port('clients')}/"

    def token_key(self):
        return (self.state / "jwt.key").read_bytes().removesuffix(b"\n")

    def broadcast(self, event, params):
        if not self.key or not self.port("api"):
            return
        body = json.dumps({"event": event, "params": params, "ttlMs": 60_000}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port('api')}/api/v1/broadcast", body, {
            "Authorization": "Bearer " + self.key, "Content-Type": "application/json"})
        try:
            urllib.request.urlopen(request, timeout=2).close()
        except (urllib.error.URLError, OSError) as fault:  # they will be in the list all the same
            print(f"not pushed: {event}: {fault}", file=sys.stderr)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10  # seconds, for a client that says nothing

    def do_GET(self):
        path = self.path.split("?")[0].lstrip("/") or "index.html"
        if path == "config.json":
            self.answer(HTTPStatus.OK, {"url": self.server.sluice.url()})
            return
        file = PAGE / path
        if "/" in path or file.suffix not in TYPES or not file.is_file():
            self.answer(HTTPStatus.NOT_FOUND, {"error": "There is nothing here."})
            return
        self.send(HTTPStatus.OK, TYPES[file.suffix], file.read_bytes())

    def do_POST(self):
        try:
            length = int(self.headers.get("Content-Length", ""))
        except ValueError:
            length = MOST_BYTES + 1
        if not 0 <= length <= MOST_BYTES:
            self.close_connection = True
            self.answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, {"error": "That is too much."})
            return
        body = self.rfile.read(length)
        run = {"/login": self.log_in, "/events": self.run_event}.get(self.path)
        if not run:
            self.answer(HTTPStatus.NOT_FOUND, {"error": "There is nothing here."})
        elif self.headers.get_content_type() != "application/json":
            # So that a form on somebody else's page cannot do it: a browser asks before it sends this type elsewhere.
            self.answer(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, {"error": "That is not JSON."})
        else:
            run(body)

    def log_in(self, body):
        try:
            user = json.loads(body)["user"]
        except (ValueError, KeyError, TypeError):
            user = None
        if not isinstance(user, str) or not USER.fullmatch(user):
            self.answer(HTTPStatus.BAD_REQUEST, {"error": "A name has small letters, digits and hyphens, at most 32."})
            return
        try:
            key = self.server.sluice.token_key()
        except OSError:
            self.answer(HTTPStatus.SERVICE_UNAVAILABLE, {"error": "Sluice has not been started yet."})
            return
        if self.server.people.add(user):
            self.server.sluice.broadcast("people/joined", {"user": user})
        self.answer(HTTPStatus.OK, {"user": user, "token": token_for(user, key), "validMs": TOKEN_SECONDS * 1000})

    def run_event(self, body):
        secret = self.server.webhook_secret
        if not secret or not is_signed(self.headers, body, secret):
            self.answer(HTTPStatus.UNAUTHORIZED, {"error": "That was not sent by Sluice."})
            return
        event = json.loads(body)
        run = EVENTS.get(event["event"])
        if not run:
            self.answer(HTTPStatus.NOT_FOUND, {"error": "There is no such event here."})
            return
        try:
            result, publications = run(event, self.server.people)
        except Refusal as refusal:
            self.answer(HTTPStatus.OK, {"error": refusal.error})
            return
        self.answer(HTTPStatus.OK, {"result": result, "publications": publications})

    def answer(self, status, value):
        self.send(status, "application/json", json.dumps(value).encode())

    def send(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; "
                         f"connect-src 'self' {self.server.sluice.url()}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, form, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, options):
        super().__init__(("127.0.0.1", options.port), Handler)
        self.sluice = Sluice(Path(options.state_dir).expanduser(), read(options.api_key_file))
        self.webhook_secret = secret_of(read(options.webhook_secret_file))
        self.people = People()


def read(path):
    return Path(path).expanduser().read_text(encoding="utf-8").strip() if path else ""


def secret_of(text):
    """`whsec_` and base64, as Standard Webhooks writes it."""
    return base64.b64decode(text.removeprefix("whsec_")) if text else b""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=7680, help="where the page is, on 127.0.0.1 (default 7680)")
    parser.add_argument("--state-dir", default="~/.local/state/sluice", help="Sluice's")
    parser.add_argument("--api-key-file", help="a file with a key for Sluice's backend API that may push")
    parser.add_argument("--webhook-secret-file", help="the secret-file of the backend in events.toml")
    server = Server(parser.parse_args())
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"page http://127.0.0.1:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""A backend for tests, on http.server: what an event's params tell it to do, it does.

Prints "port N" once it listens. `GET /seen` answers with all requests so far, `GET /reset` forgets them.
`GET /release` lets go on what "hold" holds. Arguments: [--port N] [--tls CERTIFICATE KEY]. What is to be done is the
verb of the event's id; echo, fail, sleep and broadcast do what the built-in bench handlers do.
"""
import json
import socket
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

seen = []
tries = {}
lock = threading.Lock()
released = threading.Event()  # what "hold" waits for


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024

    def handle_error(self, request, address):  # clients that hang up are what is tested
        pass


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=b"", kind="application/json", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_json(self, value):
        self.answer(200, json.dumps(value).encode())

    def do_GET(self):
        if self.path == "/seen":
            with lock:
                self.answer_json(seen)
            return
        if self.path == "/reset":
            with lock:
                seen.clear()
                tries.clear()
                released.clear()
        elif self.path == "/release":
            released.set()
        self.answer_json({})

    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        body = json.loads(raw)
        with lock:
            seen.append({"headers": {name.lower(): value for name, value in self.headers.items()}, "body": body,
                         "raw": raw.decode(), "path": self.path, "atMs": time.monotonic() * 1000,
                         "peer": self.client_address[1]})
        if "hook" in body:
            self.hook(body)
        else:
            getattr(self, "on_" + body["event"].split("/")[1])(body)

    # What the built-in handlers do.

    def on_echo(self, body):
        self.answer_json({"result": body["params"]})

    def on_fail(self, body):
        how = (body["params"] or {}).get("how", "")
        errors = {"error": {"code": -32022}, "not-found": {"code": -32020}}
        if how in errors:
            self.answer_json({"error": errors[how]})
        elif how:
            self.answer_json({"error": {"code": -32602, "data": {
                "field": "how", "reason": "must be error, throw, give-up, not-found or absent"}}})
        else:
            self.answer_json({"result": {}})

    def on_sleep(self, body):
        time.sleep(body["params"]["ms"] / 1000)
        self.answer_json({"result": {"ms": body["params"]["ms"]}})

    def on_broadcast(self, body):
        self.answer_json({"result": None, "publications": [
            {"everyone": True, "event": "bench/note", "params": body["params"]}]})

    # What a good backend does.

    def on_answer(self, body):
        self.answer_json(body["params"])

    def on_count(self, body):
        """How often it has seen this key; slowly, if told so."""
        key = body.get("idempotencyKey", body["params"].get("name"))
        with lock:
            tries[key] = tries.get(key, 0) + 1
            count = tries[key]
        time.sleep(body["params"].get("ms", 0) / 1000)
        self.answer_json({"result": {"count": count}})

    def on_hold(self, body):
        released.wait(60)
        self.answer_json({"result": {}})

    # What a bad one does.

    def on_flap(self, body):
        """Fails the first times in the way told, then works."""
        with lock:
            tries[body["params"]["name"]] = count = tries.get(body["params"]["name"], 0) + 1
        if count <= body["params"]["times"]:
            self.misbehave(body["params"]["how"], body["params"])
        else:
            self.answer_json({"result": {"count": count}})

    def on_bad(self, body):
        self.misbehave(body["params"]["how"], body["params"])

    on_idempotent = on_flap

    def misbehave(self, how, params):
        if how == "status":
            headers = [(name, str(value)) for name, value in params.get("headers", {}).items()]
            self.answer(params["status"], json.dumps({"result": 1}).encode(), headers=headers)
        elif how == "redirect":
            self.answer(302, headers=[("Location", "http://127.0.0.1:1/elsewhere")])
        elif how == "html":
            self.answer(200, b"<html>it works</html>", "text/html")
        elif how == "untyped":
            self.answer(200, b'{"result": 1}', None)
        elif how == "raw":
            self.answer(200, params["text"].encode("latin-1"))
        elif how == "huge":
            self.answer(200, b'{"result": "' + b"x" * params["bytes"] + b'"}')
        elif how == "endless":
            self.send_response(200)
            self.send_header("Content-Type", params.get("type", "application/json"))
            self.end_headers()
            while True:
                self.wfile.write(b'{"result": "' + b"x" * 65536)
        elif how == "endless-headers":
            self.send_response(200)
            while True:
                self.send_header("X-More", "y" * 1000)
                self.flush_headers()
        elif how == "drip":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            while True:
                self.wfile.write(b" ")
                time.sleep(0.02)
        elif how == "truncated":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"result":')
            self.hang_up()
        elif how == "hang-up":
            self.hang_up()
        elif how == "garbage":
            self.wfile.write(b"\x00\x01\x02 this is not HTTP at all\r\n\r\n")
            self.hang_up()
        else:
            raise ValueError(how)

    def hang_up(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    # Hooks: the user agent says what is wanted, as JSON.

    def hook(self, body):
        if body["hook"] == "disconnect":
            self.answer(204)
            return
        wanted = json.loads(body.get("headers", {}).get("user-agent", "{}"))
        if "sleepMs" in wanted:
            time.sleep(wanted["sleepMs"] / 1000)
        if "how" in wanted:
            self.misbehave(wanted["how"], wanted)
        elif wanted.get("hold"):
            released.wait(60)
            self.answer_json({"accept": True})
        else:
            self.answer_json(wanted.get("answer", {"accept": True}))


def main():
    server = Server(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1]) if "--port" in sys.argv else 0), Handler)
    if "--tls" in sys.argv:
        at = sys.argv.index("--tls")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[at + 1], sys.argv[at + 2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print("port", server.server_address[1], flush=True)
    server.serve_forever()


main()

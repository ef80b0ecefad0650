"""Python's websockets, unmodified, against a real server. Arguments: URL TOKEN. It says "restart" when the server shall be
restarted, and ends with 0 when everything happened."""

import asyncio
import json
import sys

import websockets

LONGEST = 60_000  # limits.message-bytes is 64 KiB
LARGEST = 1024 * 1024  # max-message-bytes of notes/import


class Peer:
    """JSON-RPC over one connection."""

    def __init__(self, socket):
        self.socket = socket
        self.last_id = 0
        self.pushes = []

    async def call(self, method, params):
        self.last_id += 1
        request = {"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}
        text = json.dumps(request, ensure_ascii=False)
        middle = len(text) // 2
        await self.socket.send([text[:middle], text[middle:]])  # in two fragments
        while True:
            message = json.loads(await self.socket.recv())
            if "id" in message:
                assert message["id"] == self.last_id, message
                return message
            self.pushes.append(message)

    async def push(self):
        return self.pushes.pop(0) if self.pushes else json.loads(await self.socket.recv())


async def converse(peer):
    params = {"text": "Die Schleuse öffnet 水門 🚢", "list": [1, 2.5, None, True]}
    assert (await peer.call("bench/echo", params))["result"] == params
    for n in range(1000):
        piece = ("noon", "öffnet", "門", "🚢")[n % 4]
        params = {"n": n, "text": piece * (LONGEST // len(piece.encode()) if n % 10 == 9 else n % 30)}
        assert (await peer.call("bench/echo", params))["result"] == params

    assert (await peer.call("no/such", {}))["error"]["code"] == -32601
    error = (await peer.call("bench/sleep", {"ms": "long"}))["error"]
    assert error["code"] == -32602 and error["data"]["field"] == "ms", error

    note = (await peer.call("notes/save", {"title": "t", "content": "c"}))["result"]["note"]
    assert (await peer.call("notes/fetch", {"id": note["id"]}))["result"]["note"]["content"] == "c"

    content = "水門🚢" * 1000
    size = len(json.dumps({"title": "t", "content": content}, ensure_ascii=False).encode())
    notes = [{"title": "t", "content": content}] * ((LARGEST - 1000) // (size + 2))
    imported = (await peer.call("notes/import", {"notes": notes}))["result"]
    assert imported["imported"] == len(notes), imported["imported"]
    assert (await peer.call("notes/fetch", {"id": imported["ids"][-1]}))["result"]["note"]["content"] == content

    assert "result" in await peer.call("bench/broadcast", {"text": "noon"})
    push = await peer.push()
    assert push["method"] == "bench/note" and push["params"]["text"] == "noon" and "id" not in push, push


async def main(url, token):
    headers = {"Authorization": "Bearer " + token}
    visits = 0
    async for socket in websockets.connect(url, extra_headers=headers):  # comes back by itself
        peer = Peer(socket)
        visits += 1
        if visits > 1:
            assert (await peer.call("bench/echo", {"again": True}))["result"] == {"again": True}
            await socket.close()
            return
        await converse(peer)
        print("restart", flush=True)
        try:
            await socket.recv()
        except websockets.ConnectionClosed as closed:
            assert closed.rcvd.code == 1012, closed


asyncio.run(main(*sys.argv[1:]))

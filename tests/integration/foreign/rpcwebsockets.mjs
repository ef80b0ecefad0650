// rpc-websockets, unmodified, against a real server. Arguments: URL TOKEN. It says "restart" when the server shall be
// restarted, and ends with 0 when everything happened.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(process.env.NODE_PATH + "/");
const { Client } = require("rpc-websockets");

const [url, token] = process.argv.slice(2);
const once = (client, event) => new Promise((resolve) => client.once(event, resolve));

const client = new Client(url, { reconnect: true, reconnect_interval: 50, max_reconnects: 0 });
client.on("error", () => {}); // refused while the server restarts
await once(client, "open");

// Request and reply.
const params = { text: "Die Schleuse öffnet 水門 🚢", list: [1, 2.5, null, true] };
assert.deepEqual(await client.call("bench/echo", params), params);
const texts = ["noon", "水門", "🚢".repeat(1000), "öffnet".repeat(7000)];
for (let n = 0; n < 800; ++n)
    assert.deepEqual(await client.call("bench/echo", { n, text: texts[n % 4] }), { n, text: texts[n % 4] });
const many = await Promise.all(Array.from({ length: 200 }, (_, n) => client.call("bench/echo", { n })));
assert.deepEqual(many.map((reply) => reply.n), Array.from({ length: 200 }, (_, n) => n));

// Errors.
await assert.rejects(client.call("no/such", {}), (error) => error.code === -32601);
await assert.rejects(client.call("bench/sleep", {}), (error) => error.code === -32602 && error.data.field === "ms");
await assert.rejects(client.call("notes/list", {}), (error) => error.code === -32010);

// Its own session methods.
assert.ok(!(await client.listMethods()).includes("notes/save"));
await client.login({ token });
const methods = await client.listMethods();
assert.ok(methods.includes("bench/echo") && methods.includes("notes/save"));
const document = await client.call("rpc.discover");
assert.equal(document.openrpc, "1.2.6");
assert.deepEqual(document.methods.map(({ name }) => name), methods);
const { note } = await client.call("notes/save", { title: "t", content: "c", collaborators: [] });
assert.equal((await client.call("notes/fetch", { id: note.id })).note.content, "c");

// Pushes: subscribed to or not, as they are addressed; what was subscribed to is acknowledged.
for (const subscribe of [
    async () => {},
    async () => assert.deepEqual(await client.subscribe("bench/note"), { "bench/note": "ok" }),
    async () => assert.deepEqual(await client.subscribe(["bench/note", "x"]), { "bench/note": "ok", x: "ok" }),
    async () => assert.deepEqual(await client.unsubscribe(["bench/note", "x"]), { "bench/note": "ok", x: "ok" }),
]) {
    await subscribe();
    const pushed = once(client, "bench/note");
    await client.call("bench/broadcast", { text: "noon" });
    assert.equal((await pushed).text, "noon");
}
assert.deepEqual(await client.call("rpc.on", ["no name"]), { "no name": "provided event is invalid" });

// The server goes and comes back: the client returns by itself.
const closed = once(client, "close");
const reopened = once(client, "open");
console.log("restart");
assert.equal(await closed, 1012);
await reopened;
assert.deepEqual(await client.call("bench/echo", { again: true }), { again: true });

client.setAutoReconnect(false);
const goodbye = once(client, "close");
client.close();
await goodbye;

// npm ws, unmodified, against a real server. Arguments: URL TOKEN. It ends with 0 when all answers were right.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { exchange } from "./exchange.mjs";

const require = createRequire(process.env.NODE_PATH + "/");
const WebSocket = require("ws");

const [url, token] = process.argv.slice(2);
const kFragments = 3;
const socket = new WebSocket(url);
// Cuts go through characters too: fragments end where they end.
const send = (text) => {
    const bytes = Buffer.from(text);
    const step = Math.ceil(bytes.length / kFragments);
    for (let at = 0; at < bytes.length; at += step)
        socket.send(bytes.subarray(at, at + step), { binary: false, fin: at + step >= bytes.length });
};
assert.equal(await exchange(socket, token, send), 0);
socket.close();

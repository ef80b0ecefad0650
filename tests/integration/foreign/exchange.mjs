// What a WebSocket client says to bench/echo, and what differs in the answers: for npm ws and for pages in browsers, which
// share the interface. `send` is how a text leaves; a client that can cuts it into fragments.
const kRequests = 1000;
const kLongest = 60_000; // limits.message-bytes is 64 KiB
const kLargest = 1024 * 1024; // max-message-bytes of notes/import
const kTexts = ["noon", "Die Schleuse öffnet", "水門", "🚢", "👩🏽‍🚀 e\u0301 \u2028", '"\\\n\t\u0001', ""];

const bytes = (text) => new TextEncoder().encode(text).length;

// Text number `n`; each tenth is as long as fits.
function textOf(n) {
    const piece = kTexts[n % kTexts.length];
    return piece.repeat(n % 10 === 9 && piece ? Math.floor(kLongest / bytes(JSON.stringify(piece))) : n % 30);
}

function opened(socket) {
    return new Promise((resolve, reject) => {
        socket.addEventListener("open", resolve);
        socket.addEventListener("close", ({ code }) => reject(new Error(`closed: ${code}`)));
        socket.addEventListener("error", () => {}); // "close" follows
    });
}

// Ends with the number of answers that are not what was sent.
export async function exchange(socket, token, send = (text) => socket.send(text)) {
    await opened(socket);
    const waiting = new Map();
    socket.addEventListener("message", ({ data }) => {
        const message = JSON.parse(data);
        waiting.get(message.id)?.resolve(message);
        waiting.delete(message.id);
    });
    socket.addEventListener("close", ({ code }) =>
        waiting.forEach(({ reject }) => reject(new Error(`closed: ${code}`))));
    let last = 0;
    const call = (method, params) =>
        new Promise((resolve, reject) => {
            const id = ++last;
            waiting.set(id, { resolve, reject });
            send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
        });

    let differences = 0;
    for (let n = 0; n < kRequests; ++n) {
        const text = textOf(n);
        const { result } = await call("bench/echo", { text, n });
        differences += result?.text === text && result?.n === n ? 0 : 1;
    }

    const login = await call("rpc.login", { token });
    differences += login.error ? 1 : 0;
    const content = "水門🚢".repeat(1000);
    const note = { title: "t", content };
    const notes = Array(Math.floor((kLargest - 1000) / bytes(JSON.stringify(note)) - 1)).fill(note);
    const { result } = await call("notes/import", { notes });
    differences += result?.imported === notes.length ? 0 : 1;
    const fetched = await call("notes/fetch", { id: result?.ids.at(-1) });
    differences += fetched.result?.note.content === content ? 0 : 1;
    return differences;
}

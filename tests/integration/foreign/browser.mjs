// A page in Chromium against a real server. Argument: BROWSER. It says "origin ORIGIN", where the page comes from,
// reads the server's "URL TOKEN", and ends with 0 when all answers were right and a page from elsewhere stayed out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.env.NODE_PATH + "/");
const { chromium } = require("playwright-core");

const [executablePath] = process.argv.slice(2);
const script = await readFile(new URL("exchange.mjs", import.meta.url));
const pages = createServer((request, response) => {
    const isScript = request.url === "/exchange.mjs";
    response.setHeader("Content-Type", isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8");
    response.end(isScript ? script : "<!doctype html><title>Sluice</title>");
});
await new Promise((resolve) => pages.listen(0, "127.0.0.1", resolve));
const port = pages.address().port;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log(`origin http://127.0.0.1:${port}`);
const [url, token] = (await lines.next()).value.split(" ");

const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
});
const exchangeFrom = async (origin) => {
    const page = await browser.newPage();
    await page.goto(origin);
    return page.evaluate(async ([url, token]) => {
        const { exchange } = await import("/exchange.mjs");
        return exchange(new WebSocket(url), token);
    }, [url, token]);
};
try {
    assert.equal(await exchangeFrom(`http://127.0.0.1:${port}`), 0);
    await assert.rejects(exchangeFrom(`http://localhost:${port}`), /closed: 1006/);
} finally {
    await browser.close();
}
process.exit(0);

// The example of resources/examples/notes in two windows of Chromium. Arguments: BROWSER PAGE. It says "restart" when the
// server shall be restarted, waits for a line, and ends with 0 when both windows went on. SLUICE_SCREENSHOTS: where to put
// pictures of them.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.env.NODE_PATH + "/");
const { chromium } = require("playwright-core");

const [executablePath, url] = process.argv.slice(2);
const pictures = process.env.SLUICE_SCREENSHOTS;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const faults = [];
const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
});

// A window of its own, as somebody else's browser: nothing is shared but the server.
const open = async (name, colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 1120, height: 720 }, colorScheme });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
    page.on("console", (message) => {
        // What a browser itself says of a connection that was lost is no fault of the page.
        if (message.type() === "error" && !message.text().includes("WebSocket")) faults.push(`${name}: ${message.text()}`);
    });
    await page.goto(url);
    await page.fill("#name", name);
    await page.click("#login button");
    await online(page);
    return page;
};
const online = (page) => page.waitForSelector("#connection[data-state=online]");
const saved = (page) => page.waitForFunction(() => document.getElementById("saved").textContent.startsWith("Saved"));
const shows = (page, text) => page.waitForFunction((wanted) => document.getElementById("content").value === wanted, text);
const picture = (page, name) => pictures && page.screenshot({ path: `${pictures}/${name}.png` });

try {
    const [ada, bob] = await Promise.all([open("ada", "light"), open("bob", "dark")]);

    // Ada writes and shares; bob sees it without asking.
    await ada.click("#new");
    await ada.fill("#title", "Lock keeper's handbook");
    const handbook = "1. Look upstream before you open anything.\n2. Let the small boats in first.\n3. Write down who passed, " +
        "and when.\n\nThe lower gate sticks when it is cold: lean on it, do not kick it.";
    await ada.fill("#content", handbook);
    await saved(ada);
    await ada.fill("#with", "bob");
    await ada.click("#add");
    await bob.waitForSelector("text=ada would like you to look at"); // by way of the example's own backend
    await bob.click("text=Lock keeper's handbook");
    await shows(bob, handbook);
    await ada.waitForSelector("text=You and bob");
    await bob.waitForSelector("text=You and ada");
    await picture(ada, "ada");
    await picture(bob, "bob");

    // Bob writes, ada sees it.
    await bob.fill("#content", handbook + "\n\nThe upper one squeaks.");
    await shows(ada, handbook + "\n\nThe upper one squeaks.");

    // Both write at once: nobody's words are lost, and who comes second decides.
    await Promise.all([ada.fill("#content", "ada's words"), bob.fill("#content", "bob's words")]);
    const conflict = (page) => page.waitForSelector("#conflict:not([hidden])").then(() => page);
    const second = await Promise.any([conflict(ada), conflict(bob)]);
    const first = second === ada ? bob : ada;
    const [mine, theirs] = second === ada ? ["ada's words", "bob's words"] : ["bob's words", "ada's words"];
    assert.ok((await second.textContent("#mine")).includes(mine));
    assert.ok((await second.textContent("#theirs")).includes(theirs));
    assert.equal(await second.inputValue("#content"), mine);
    await picture(second, "conflict");
    await second.click("#keep");
    await shows(first, mine);

    // The server restarts under both. What is written meanwhile is saved once it is back.
    console.log("restart");
    await Promise.all([ada, bob].map((page) => page.waitForSelector("#connection[data-state=waiting]")));
    await bob.fill("#content", "written while nobody listened");
    await picture(bob, "offline");
    assert.equal((await lines.next()).value, "restarted");
    await Promise.all([online(ada), online(bob)]);
    await shows(ada, "written while nobody listened");
    await ada.fill("#content", "and on we go");
    await shows(bob, "and on we go");
    await ada.waitForSelector("text=You and bob");

    // Whoever leaves is seen to leave.
    await bob.context().close();
    await ada.waitForSelector("text=Only you");
    assert.deepEqual(faults, []);
} finally {
    await browser.close();
}
process.exit(0);

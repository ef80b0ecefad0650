// Shared notes: what is on the page, and when it goes to the server.
import { CONFLICT, NOT_FOUND, Sluice } from "./sluice.js";

const SAVE_AFTER_MS = 700; // of quiet
const at = (id) => document.getElementById(id);

let me = null; // {user, token, until}
let server = null;
let notes = []; // summaries, the latest first
let fresh = new Set(); // ids of notes that others changed while they were not looked at
let note = null; // the open one as the server knows it; without an id it is new
let theirs = null; // the version that a save ran into
let isDirty = false;
let saving = null; // what is on its way
let wantsSave = false; // once more, when that is done
let saveTimer = 0;
let people = new Map(); // who has the open note open

// ---- Coming and going

async function askBackend(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The page's own server answered ${response.status}.`);
  return answer;
}

async function logIn(user) {
  const { token, validMs } = await askBackend("login", { user });
  me = { user, token, until: Date.now() + validMs };
  sessionStorage.setItem("me", JSON.stringify(me));
}

// A token that was refused, or soon will be, is replaced.
async function freshToken(isAgain) {
  if (isAgain || Date.now() > me.until - 60_000) await logIn(me.user);
  return me.token;
}

async function enter() {
  const { url } = await (await fetch("config.json")).json();
  at("welcome").hidden = true;
  at("app").hidden = false;
  at("me-name").textContent = me.user;
  paintAvatar(at("me-avatar"), me.user);
  document.title = `${me.user} · Shared notes`;
  server = new Sluice(url, freshToken);
  server.addEventListener("state", ({ detail }) => showConnection(detail));
  server.addEventListener("push", ({ detail }) => heard(detail.method, detail.params));
  server.connect();
}

function leave() {
  sessionStorage.removeItem("me");
  location.hash = "";
  location.reload();
}

// ---- The connection

let countdown = 0;
let isOnline = false;

function showConnection({ state, retryAt, reason }) {
  const words = { connecting: "Connecting", online: "Online", waiting: "Offline", stopped: "Disconnected" };
  at("connection").dataset.state = state;
  at("connection").title = reason;
  at("connection-text").textContent = words[state];
  clearInterval(countdown);
  isOnline = state === "online";
  if (!isOnline) { // who is here nobody can tell now
    people.clear();
    showPeople();
  }
  if (state === "waiting") {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
      at("connection-text").textContent = seconds > 1 ? `Again in ${seconds} s` : "Offline";
    };
    tick();
    countdown = setInterval(tick, 500);
  }
  if (state === "stopped") toast(reason, "bad");
  if (state === "online") online().catch((error) => toast(error.message, "bad"));
}

// Whatever happened meanwhile is found out by asking.
async function online() {
  await refreshList();
  // Names to choose from: a help that can be done without while the example's backend is not there.
  server.call("people/list").then(({ people: known }) => knows(known), () => {});
  const wanted = location.hash.slice(1);
  if (!note && wanted) await openNote(wanted);
  else if (note?.id) await comeBack();
  if (isDirty) saveSoon();
}

async function comeBack() {
  await watch(note.id);
  const now = await fetchNote(note.id);
  if (now && now.version !== note.version && !isDirty) showNote(now, { isChanged: true });
}

// ---- Pushes

async function heard(method, params) {
  if (method === "notes/updated") await changedElsewhere(params);
  else if (method === "notes/deleted") goneElsewhere(params);
  else if (method === "topics/joined" && isOpen(params.topic)) meet(params.user);
  else if (method === "topics/left" && isOpen(params.topic)) miss(params.user);
  else if (method === "people/joined") knows([params.user]);
  else if (method === "notes/nudged") toast(`${params.from} would like you to look at “${params.title}”.`);
}

async function changedElsewhere({ noteId, author }) {
  const isNew = !notes.some((one) => one.id === noteId);
  if (noteId !== note?.id) fresh.add(noteId);
  await refreshList();
  if (isNew && author !== me.user) toast(`${author} shares a note with you.`);
  // What is being written stays; the save finds out that there are two versions.
  if (noteId !== note?.id || isDirty || saving) return;
  const now = await fetchNote(noteId);
  if (now && note?.id === noteId && now.version > note.version && !isDirty) showNote(now, { isChanged: true });
}

function goneElsewhere({ noteId, author }) {
  notes = notes.filter((one) => one.id !== noteId);
  showList();
  if (note?.id !== noteId) return;
  toast(`${author} has deleted this note, or shares it no more.`, "bad");
  closeNote();
}

// ---- The list

async function refreshList() {
  notes = (await server.call("notes/list", { limit: 100 })).notes;
  showList();
}

function ago(ms) {
  const minutes = Math.floor((Date.now() - ms) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h`;
  return new Date(ms).toLocaleDateString(undefined, { day: "numeric", month: "short" });
}

function showList() {
  at("empty").hidden = notes.length > 0;
  at("list").replaceChildren(...notes.map((one) => {
    const button = element("button", { type: "button", className: fresh.has(one.id) ? "fresh" : "" },
      element("span", { className: "what" }, one.title),
      element("span", { className: "when" }, ago(one.updatedMs)),
      element("span", { className: "who" }, one.author === me.user ? "by you" : `by ${one.author}`));
    button.setAttribute("aria-current", one.id === note?.id ? "true" : "false");
    button.onclick = () => openNote(one.id);
    return element("li", {}, button);
  }));
}

// ---- One note

async function fetchNote(id) {
  try {
    return (await server.call("notes/fetch", { id })).note;
  } catch (error) {
    if (error.code === NOT_FOUND) goneElsewhere({ noteId: id, author: "Somebody" });
    else toast(error.message, "bad");
    return null;
  }
}

async function openNote(id) {
  if (id === note?.id || !(await saveBeforeLeaving())) return;
  const now = await fetchNote(id);
  if (!now) return;
  await unwatch();
  fresh.delete(id);
  showNote(now);
  showList();
  await watch(id);
  at("content").focus();
}

async function newNote() {
  if (!(await saveBeforeLeaving())) return;
  await unwatch();
  showNote({ title: "", content: "", author: me.user, collaborators: [], version: 0, updatedMs: Date.now() });
  showList();
  meet(me.user);
  at("title").focus();
}

async function closeNote() {
  await unwatch();
  note = null;
  isDirty = false;
  clearTimeout(saveTimer);
  location.hash = "";
  at("note").hidden = true;
  at("nothing").hidden = false;
}

function showNote(now, { isChanged = false } = {}) {
  note = now;
  theirs = null;
  isDirty = false;
  clearTimeout(saveTimer);
  if (note.id) location.hash = note.id;
  at("nothing").hidden = true;
  at("note").hidden = false;
  at("conflict").hidden = true;
  setText(at("title"), note.title);
  setText(at("content"), note.content);
  showSharing();
  tellSaved(note.id ? `Version ${note.version}` : "Not saved yet");
  at("note").classList.remove("changed");
  if (isChanged) requestAnimationFrame(() => at("note").classList.add("changed"));
}

// Keeps the caret where it was, as far as there is text.
function setText(field, text) {
  if (field.value === text) return;
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  if (document.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
}

function tellSaved(text, kind = "") {
  at("saved").textContent = text;
  at("saved").dataset.kind = kind;
}

// ---- Saving

function edited() {
  isDirty = true;
  if (!theirs) tellSaved("Writing …");
  saveSoon();
}

function saveSoon(afterMs = SAVE_AFTER_MS) {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, afterMs);
}

/** Whether the open note may be left. */
async function saveBeforeLeaving() {
  clearTimeout(saveTimer);
  await saving;
  if (isDirty) await save();
  if (isDirty) toast("The open note is not saved yet.", "bad");
  return !isDirty;
}

// One at a time: each save says which version it goes by.
async function save() {
  if (theirs || !note) return;
  if (saving) {
    wantsSave = true;
    return;
  }
  saving = saveOnce(note);
  await saving;
  saving = null;
  if (wantsSave && isDirty) saveSoon(0);
  wantsSave = false;
}

async function saveOnce(saved) {
  const draft = { title: at("title").value.trim() || "Untitled", content: at("content").value };
  if (saved.id) Object.assign(draft, { id: saved.id, version: saved.version });
  isDirty = false;
  tellSaved(isOnline ? "Saving …" : "Will be saved once online", "busy");
  try {
    // The key makes it safe to send again when nobody knows whether it has been done.
    const { note: now } = await server.call("notes/save", draft, { idempotencyKey: crypto.randomUUID() });
    if (note === saved) await wasSaved(now);
  } catch (error) {
    if (note !== saved) return;
    isDirty = true;
    await wasNotSaved(error);
  }
}

async function wasSaved(now) {
  const isNew = !note.id;
  note = now;
  if (!at("title").value.trim()) at("title").value = now.title;
  location.hash = now.id;
  tellSaved(`Saved · version ${now.version}`);
  showSharing();
  if (isNew) await watch(now.id);
  await refreshList();
}

async function wasNotSaved(error) {
  if (error.code === CONFLICT) {
    await showConflict();
  } else if (error.retryAfterMs !== null) {
    tellSaved(`${error.message}: again in ${Math.ceil(error.retryAfterMs / 1000)} s`, "busy");
    saveSoon(error.retryAfterMs);
  } else if (error.code === NOT_FOUND) {
    tellSaved("This note is gone", "bad");
  } else {
    tellSaved(`Not saved: ${error.message}`, "bad");
  }
}

async function showConflict() {
  const now = await fetchNote(note.id);
  if (!now) return;
  theirs = now;
  at("conflict").hidden = false;
  at("conflict-text").textContent = "Somebody else saved this note while you were writing. Nothing is lost: choose what stays.";
  at("mine").textContent = `${at("title").value}\n\n${at("content").value}`;
  at("theirs").textContent = `${now.title}\n\n${now.content}`;
  at("theirs-title").textContent = `Theirs, version ${now.version}`;
  tellSaved("Not saved: two versions", "bad");
}

function keepMine() {
  note = { ...theirs };
  theirs = null;
  at("conflict").hidden = true;
  at("content").focus();
  save();
}

// ---- Sharing

function showSharing() {
  const isMine = note.author === me.user;
  at("share").hidden = !isMine || !note.id;
  at("delete").hidden = !isMine || !note.id;
  const others = isMine ? note.collaborators : [note.author, ...note.collaborators.filter((user) => user !== me.user)];
  const chips = others.map((user) => {
    const remove = element("button", { type: "button", onclick: () => shareWithout(user) }, "×");
    remove.setAttribute("aria-label", `Share no more with ${user}`);
    return element("li", { className: "chip" }, avatar(user), element("span", {}, user), ...(isMine ? [remove] : []));
  });
  at("shared").replaceChildren(...(chips.length ? chips : [element("li", { className: "none" }, "nobody")]));
}

async function share(add, remove) {
  if (!(await saveBeforeLeaving())) return;
  try {
    const params = { id: note.id, ...(add.length && { add }), ...(remove.length && { remove }) };
    const answer = await server.call("notes/share", params, { idempotencyKey: crypto.randomUUID() });
    note = answer.note;
    showSharing();
    tellSaved(`Saved · version ${note.version}`);
    if (add.length) await server.call("notes/nudge", { user: add[0], noteId: note.id, title: note.title });
  } catch (error) {
    toast(error.message, "bad");
  }
}

async function shareWith() {
  const user = at("with").value.trim().toLowerCase();
  if (!user || user === me.user || note.collaborators.includes(user)) return;
  at("with").value = "";
  await share([user], []);
}

const shareWithout = (user) => share([], [user]);

async function deleteNote() {
  at("sure").returnValue = "";
  at("sure").showModal();
  await new Promise((resolve) => at("sure").addEventListener("close", resolve, { once: true }));
  if (at("sure").returnValue !== "yes") return;
  try {
    await server.call("notes/delete", { id: note.id }, { idempotencyKey: crypto.randomUUID() });
    notes = notes.filter((one) => one.id !== note.id);
    await closeNote();
    showList();
  } catch (error) {
    toast(error.message, "bad");
  }
}

function knows(users) {
  const known = new Set([...at("known").options].map((option) => option.value));
  for (const user of users) {
    if (user !== me.user && !known.has(user)) at("known").append(element("option", { value: user }));
  }
}

// ---- Who is here

const topicOf = (id) => `note/${id}`;
const isOpen = (topic) => note?.id && topic === topicOf(note.id);

async function watch(id) {
  try {
    await server.call("topics/subscribe", { topic: topicOf(id) });
    const { users } = await server.call("presence/get", { topic: topicOf(id) });
    people = new Map(users.map(({ user }) => [user, true]));
    showPeople();
  } catch (error) {
    if (error.code !== NOT_FOUND) toast(error.message, "bad");
  }
}

async function unwatch() {
  people.clear();
  showPeople();
  if (note?.id && server) await server.call("topics/unsubscribe", { topic: topicOf(note.id) }).catch(() => {});
}

function meet(user) {
  people.set(user, true);
  showPeople();
}

function miss(user) {
  people.delete(user);
  showPeople();
}

function showPeople() {
  const all = [...people.keys()].sort((a, b) => (a === me.user ? -1 : b === me.user ? 1 : a.localeCompare(b)));
  const others = all.filter((user) => user !== me.user);
  const words = others.length === 0 ? "Only you" : `You and ${others.join(", ")}`;
  at("people").replaceChildren(...all.slice(0, 6).map((user) => {
    const one = avatar(user);
    one.removeAttribute("aria-hidden");
    one.setAttribute("role", "listitem");
    one.setAttribute("aria-label", user);
    one.title = user;
    return one;
  }), element("span", { className: "here" }, all.length ? words : ""));
}

// ---- Pieces

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function paintAvatar(made, user) {
  let hue = 0;
  for (const letter of user) hue = (hue * 31 + letter.codePointAt(0)) % 360;
  made.style.setProperty("--hue", hue);
  made.textContent = user.slice(0, 2);
}

function avatar(user) {
  const made = element("span", { className: "avatar" });
  made.setAttribute("aria-hidden", "true");
  paintAvatar(made, user);
  return made;
}

function toast(text, kind = "") {
  const made = element("p", { className: "toast" }, text);
  made.dataset.kind = kind;
  at("toasts").append(made);
  setTimeout(() => made.remove(), 6000);
}

// ---- Here we go

at("login").onsubmit = async (event) => {
  event.preventDefault();
  at("login-fault").hidden = true;
  try {
    await logIn(at("name").value.trim());
    await enter();
  } catch (error) {
    at("login-fault").textContent = error.message;
    at("login-fault").hidden = false;
  }
};
at("new").onclick = newNote;
at("leave").onclick = leave;
at("note").onsubmit = (event) => event.preventDefault();
at("title").oninput = edited;
at("content").oninput = edited;
at("keep").onclick = keepMine;
at("take").onclick = () => showNote(theirs, { isChanged: true });
at("delete").onclick = deleteNote;
at("add").onclick = shareWith;
at("with").onkeydown = (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    shareWith();
  }
};
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    if (isDirty) saveSoon(0);
  }
});
addEventListener("beforeunload", (event) => {
  if (isDirty) event.preventDefault();
});
setInterval(() => me && notes.length && showList(), 60_000);

me = JSON.parse(sessionStorage.getItem("me"));
if (me) await enter();
else at("welcome").hidden = false;

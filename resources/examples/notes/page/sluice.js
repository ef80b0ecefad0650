// A client of Sluice for pages: JSON-RPC 2.0 over a WebSocket that comes back by itself. Nothing in it is about notes.

export class SluiceError extends Error {
  constructor(message, code = 0, data = null) {
    super(message);
    this.code = code;
    this.data = data;
  }

  /** When the server says it may be tried again. Units: milliseconds. Nothing: it does not say. */
  get retryAfterMs() {
    return this.data?.retryAfterMs ?? null;
  }
}

export const CONFLICT = -32021;
export const NOT_FOUND = -32020;
const GOES_AWAY = 1012;
const FOR_GOOD = [1008, 4003]; // refused too often; sent away by an operator
const CALL_MS = 8000;
const KEPT_MS = 60000;
const LONGEST_WAIT_MS = 30000;

/**
 * Events: `state` (detail: {state, retryAt, reason}) and `push` (detail: {method, params}).
 * States: connecting, online, waiting (until retryAt), stopped (for good; reason says why).
 */
export class Sluice extends EventTarget {
  #url;
  #token;
  #socket = null;
  #lastId = 0;
  #pending = new Map(); // by id: calls that wait for their answer
  #attempts = 0;
  #timer = 0;

  /** `token`: an async function that gets a fresh one. */
  constructor(url, token) {
    super();
    this.#url = url;
    this.#token = token;
    addEventListener("online", () => this.#hurry());
  }

  async connect() {
    this.#tell("connecting");
    let token;
    try {
      token = await this.#token(this.#attempts > 0);
    } catch (error) {
      this.#wait(null, error.message);
      return;
    }
    const socket = new WebSocket(this.#url, ["bearer", token]);
    this.#socket = socket;
    socket.onopen = () => {
      this.#attempts = 0;
      this.#tell("online");
      for (const call of this.#pending.values()) this.#send(call);
    };
    socket.onmessage = ({ data }) => this.#received(JSON.parse(data));
    socket.onclose = (event) => this.#closed(event);
  }

  /**
   * Calls a method. With an `idempotencyKey` it is sent again after a lost connection, and carried out once all the
   * same; without one a lost connection is an error, as nobody knows whether it was carried out.
   */
  call(method, params = {}, { idempotencyKey } = {}) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const request = { jsonrpc: "2.0", id, method, params, ...(idempotencyKey && { idempotencyKey }) };
      const call = { id, request, resolve, reject, isKept: Boolean(idempotencyKey) };
      const patience = call.isKept ? KEPT_MS : CALL_MS;
      call.timer = setTimeout(() => this.#end(id, new SluiceError("The server did not answer in time.")), patience);
      this.#pending.set(id, call);
      if (this.#isOpen) this.#send(call);
      else if (!call.isKept) this.#end(id, new SluiceError("There is no connection to the server."));
    });
  }

  get #isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #send(call) {
    this.#socket.send(JSON.stringify(call.request));
  }

  #received(message) {
    if (!("id" in message)) {
      this.#emit("push", { method: message.method, params: message.params });
      return;
    }
    const { error } = message;
    this.#end(message.id, error ? new SluiceError(error.message, error.code, error.data ?? null) : null, message.result);
  }

  #end(id, error, result) {
    const call = this.#pending.get(id);
    if (!call) return;
    this.#pending.delete(id);
    clearTimeout(call.timer);
    if (error) call.reject(error);
    else call.resolve(result);
  }

  #closed({ code, reason }) {
    this.#socket = null;
    for (const call of [...this.#pending.values()]) {
      if (!call.isKept) this.#end(call.id, new SluiceError("The connection was lost."));
    }
    if (FOR_GOOD.includes(code)) this.#tell("stopped", { reason: reason || "The server wants no connection from here." });
    else if (code === GOES_AWAY) this.#wait(retryAfterOf(reason), "The server restarts.");
    else this.#wait(null, reason);
  }

  // As long as the server said, or else longer with each attempt; never all at once with everybody else.
  #wait(askedMs, reason) {
    const steps = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.#attempts++);
    const waitMs = askedMs ?? steps * (0.5 + Math.random() / 2);
    this.#tell("waiting", { retryAt: Date.now() + waitMs, reason });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), waitMs);
  }

  // The network is back: no use in waiting any longer.
  #hurry() {
    if (this.#socket || !this.#timer) return;
    clearTimeout(this.#timer);
    this.connect();
  }

  #tell(state, more = {}) {
    this.#emit("state", { state, retryAt: null, reason: "", ...more });
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function retryAfterOf(reason) {
  try {
    return JSON.parse(reason).retryAfterMs ?? null;
  } catch {
    return null;
  }
}

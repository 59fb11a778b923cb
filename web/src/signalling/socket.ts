import type { Envelope, FromServer, LooseToServer, ReliableToServer, Welcome } from "./messages";
import type { PassAnswer } from "./pass";
import { judgeFromClient, judgeFromServer } from "./rules";
import { Session } from "./session";

/** Why the line stays closed. */
export type Closed = "done" | "fault" | "not-allowed" | "signed-out" | "not-yours" | "elsewhere" | "over";
/** `lost`: nobody answers. `faulty`: somebody answers, and it is not us who is wrong. */
export type LineState = "connecting" | "open" | "lost" | "faulty" | { readonly closed: Closed };

type Timer = "retry" | "ping" | "dead" | "ack" | "leave";

/** The part of a WebSocket the line uses. */
export type Wire = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose">;

export interface LineEnds {
  readonly open: () => Wire;
  readonly fetchPass: () => Promise<PassAnswer>;
  readonly onState: (state: LineState) => void;
  /** Called with each message once, in order. `welcome` comes with `resumed` false when all must be said again. */
  readonly onMessage: (message: FromServer) => void;
  /** Called when the service was heard, whatever it said. */
  readonly onHeard?: () => void;
  readonly random?: () => number;
}

const BACK_OFF_MS = [0, 300, 1_000, 2_000, 4_000];
const BACK_OFF_LONGEST_MS = 7_000;
const JITTER = 0.2;
const SETTLED_AFTER_MS = 5_000;
const DEAD_AFTER_MS = 15_000;
const ACK_AFTER_MS = 1_000;
const TOO_MANY_MESSAGES_WAIT_MS = 7_000;

const CLOSED_FOR_GOOD: Readonly<Record<number, Closed>> = {
  1000: "done",
  1003: "fault",
  1009: "fault",
  4400: "fault",
  4403: "not-allowed",
  4409: "elsewhere",
  4410: "over",
};

/**
 * The line to the service: opens the socket, keeps it alive and comes back after every loss. While the page lives it resumes its
 * session, so that nothing is said twice or lost. A page that was loaded anew has no connection between the devices to go back to: it
 * begins a session of its own, and the seat is still its own.
 */
export class Line {
  readonly #ends: LineEnds;
  #session = new Session();
  #held: { readonly session: string; readonly token: string } | undefined;
  #wire: Wire | undefined;
  #state: LineState = "connecting";
  #welcomed = false;
  #attempt = 0;
  #openedAt = 0;
  #pingEvery = 10_000;
  #notBefore = 0;
  #timers: Partial<Record<Timer, ReturnType<typeof setTimeout>>> = {};

  constructor(ends: LineEnds) {
    this.#ends = ends;
  }

  get state(): LineState {
    return this.#state;
  }

  start(): void {
    void this.#connect();
  }

  /** Takes the place back from the page or device that took it over. */
  useHere(): void {
    this.#held = undefined;
    this.#attempt = 0;
    this.#become("connecting");
    void this.#connect();
  }

  /** Goes for good, of the page's own accord. */
  stop(): void {
    this.#drop(1000);
    this.#clear("retry");
    this.#become({ closed: "done" });
  }

  /** Sends now or, if the line is down, after the next resume. */
  send(message: ReliableToServer): void {
    if (typeof this.#state === "object") return;
    const frame = this.#session.number(message);
    if (frame === undefined) {
      // The service would close with 4413. What it has not heard is lost to it in either case; a new session says it all again.
      this.#held = undefined;
      this.#lose();
      return;
    }
    // One message too few is better than a socket closed for good.
    if (judgeFromClient(JSON.parse(frame)) !== "sound") {
      console.error(`Not sent, against the protocol: ${message.t}`);
      this.#held = undefined;
      this.#lose();
      return;
    }
    if (this.#welcomed) this.#wire?.send(frame);
  }

  /** Sends now or not at all. */
  say(message: LooseToServer): void {
    if (this.#welcomed) this.#wire?.send(this.#session.loose(message));
  }

  /** The network is back or the page is looked at again: no reason to wait any longer. */
  receiveWakeUp(): void {
    if (typeof this.#state === "object") return;
    if (this.#wire === undefined) {
      this.#attempt = 0;
      this.#later("retry", 0, () => void this.#connect());
    } else if (this.#welcomed) {
      // A phone that slept may hold a socket that died long ago: ask, and do not wait long for the answer.
      this.#ping();
      this.#later("dead", 3_000, () => this.#lose());
    }
  }

  async #connect(): Promise<void> {
    this.#clear("retry");
    if (this.#wire !== undefined) return;
    let first: LooseToServer;
    if (this.#held) {
      first = { t: "resume", ...this.#held, lastSeq: this.#session.lastReceived };
    } else {
      const answer = await this.#ends.fetchPass();
      if (typeof this.#state === "object" || this.#wire !== undefined) return;
      if (answer.kind === "unreachable" || answer.kind === "faulty") {
        this.#become(answer.kind === "faulty" ? "faulty" : "lost");
        this.#retry();
        return;
      }
      if (answer.kind !== "pass") {
        this.#become({ closed: answer.kind });
        return;
      }
      first = { t: "hello", pass: answer.pass, proto: 1 };
    }
    const wire = this.#ends.open();
    this.#wire = wire;
    this.#stayAwake();
    wire.onopen = () => wire.send(JSON.stringify(first));
    wire.onmessage = (event) => {
      if (wire === this.#wire) this.#receive(event.data);
    };
    wire.onclose = (event) => {
      if (wire === this.#wire) this.#receiveClose(event.code);
    };
  }

  #receive(data: unknown): void {
    this.#stayAwake();
    let message: (FromServer & Envelope) | undefined;
    try {
      message = JSON.parse(String(data));
    } catch {
      message = undefined;
    }
    const verdict = judgeFromServer(message);
    if (verdict === "unknown") return;
    if (message === undefined || verdict === "broken") {
      this.#begin();
      return;
    }
    this.#ends.onHeard?.();
    // A session that begins anew counts from 1 again, so the books are closed before the welcome is entered in them.
    const again = message.t === "welcome" ? this.#receiveWelcome(message) : undefined;
    const receipt = this.#session.receive(message);
    if (receipt === "seen") {
      this.#acknowledgeSoon();
      return;
    }
    if (receipt === "gap") {
      this.#begin();
      return;
    }
    if (again) this.#open(again);
    if (message.t === "pong") this.#pingLater();
    if (message.t === "reconnect") this.#leaveSoon(message.afterMs);
    if (message.s !== undefined) this.#acknowledgeSoon();
    if (message.t !== "pong" && message.t !== "ack" && message.t !== "reconnect") this.#ends.onMessage(message);
    if (again) this.#become("open");
  }

  #receiveWelcome(welcome: Welcome): { readonly commands: ReliableToServer[] | undefined } {
    const commands = welcome.resumed ? undefined : this.#session.restart();
    this.#held = { session: welcome.session, token: welcome.token };
    this.#pingEvery = welcome.pingEvery;
    return { commands };
  }

  #open({ commands }: { readonly commands: ReliableToServer[] | undefined }): void {
    this.#notBefore = 0;
    this.#openedAt = Date.now();
    this.#welcomed = true;
    if (commands) for (const command of commands) this.send(command);
    else for (const frame of this.#session.unacknowledged()) this.#wire?.send(frame);
    this.#pingLater();
  }

  #receiveClose(code: number): void {
    this.#forgetWire();
    const closed = CLOSED_FOR_GOOD[code];
    if (closed) {
      this.#clear("retry");
      this.#become({ closed });
      return;
    }
    if (code === 4401) this.#held = undefined;
    // The first fault may be one node that stops; the next ones are the service.
    this.#become(code === 1011 || (code === 1012 && this.#attempt > 1) ? "faulty" : "lost");
    this.#retry(code === 4429 ? TOO_MANY_MESSAGES_WAIT_MS : undefined);
  }

  /** Without the old session: the books do not agree. */
  #begin(): void {
    this.#held = undefined;
    this.#lose();
  }

  #lose(): void {
    this.#drop(4000);
    this.#become("lost");
    this.#retry();
  }

  #drop(code: number): void {
    const wire = this.#wire;
    this.#forgetWire();
    wire?.close(code);
  }

  #forgetWire(): void {
    // A service that welcomes and closes at once must not be called at once, over and over.
    if (this.#welcomed && Date.now() - this.#openedAt > SETTLED_AFTER_MS) this.#attempt = 0;
    this.#wire = undefined;
    this.#welcomed = false;
    this.#clear("ping", "dead", "ack", "leave");
  }

  #retry(wait?: number): void {
    const base = wait ?? BACK_OFF_MS[this.#attempt] ?? BACK_OFF_LONGEST_MS;
    this.#attempt++;
    const jitter = base * JITTER * (this.#ends.random ?? Math.random)();
    this.#later("retry", Math.max(base + jitter, this.#notBefore - Date.now()), () => void this.#connect());
  }

  #leaveSoon(afterMs: number): void {
    this.#notBefore = Date.now() + afterMs;
    this.#later("leave", afterMs, () => this.#lose());
  }

  #ping(): void {
    this.say({ t: "ping", time: Date.now() });
  }

  /**
   * Each ping is set off by the answer to the last one, not by a clock: browsers let the clock of a page in the background run once a
   * minute, but only where a timer was set by a timer. A clinician who reads in another tab must not be taken for gone.
   */
  #pingLater(): void {
    this.#later("ping", this.#pingEvery, () => this.#ping());
  }

  #stayAwake(): void {
    this.#later("dead", Math.max(DEAD_AFTER_MS, this.#pingEvery * 1.5), () => this.#lose());
  }

  #acknowledgeSoon(): void {
    if (this.#session.mustAcknowledgeNow) this.say({ t: "ack" });
    else if (this.#session.owed > 0 && this.#timers.ack === undefined) {
      this.#later("ack", ACK_AFTER_MS, () => {
        this.#clear("ack");
        if (this.#session.owed > 0) this.say({ t: "ack" });
      });
    }
  }

  #become(state: LineState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#ends.onState(state);
  }

  #later(name: Timer, ms: number, act: () => void): void {
    this.#clear(name);
    this.#timers[name] = setTimeout(act, ms);
  }

  #clear(...names: readonly Timer[]): void {
    for (const name of names) {
      clearTimeout(this.#timers[name]);
      delete this.#timers[name];
    }
  }
}

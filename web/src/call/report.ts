import type { RelayState } from "../peer/gathering";
import type { Sample } from "../peer/sample";
import type { Stats } from "../signalling/messages";
import type { Vital } from "./vitals";

const FIRST_AFTER_MS = 2_000;
const EVERY_MS = 10_000;

/** What the page knows at the end of one tick. */
export interface Moment {
  readonly meeting: boolean;
  readonly connected: boolean;
  readonly vital: Vital;
  readonly counts: { readonly restarts: number; readonly renewals: number };
  readonly relay: RelayState | undefined;
}

/**
 * How this page's side of the call has gone so far: figures only, never content. Said two seconds after meeting, then every ten, and at once when something
 * that matters has changed.
 */
export class Report {
  readonly #say: (stats: Stats) => void;
  #figures: { -readonly [K in keyof Stats]: Stats[K] } = { t: "stats" };
  #times = { lostMs: 0, weakMs: 0, pausedMs: 0 };
  #tickedAt: number | undefined;
  #metAt: number | undefined;
  #saidAt = 0;
  #said = "";

  constructor(say: (stats: Stats) => void) {
    this.#say = say;
  }

  receiveConnected(ms: number): void {
    this.#figures.connectedMs ??= ms;
  }

  receiveFirstFrame(ms: number): void {
    this.#figures.firstFrameMs ??= ms;
    this.#speak(Date.now());
  }

  receiveSample({ path, transport, codec }: Sample): void {
    if (path) this.#figures.path = path;
    if (transport) this.#figures.transport = transport;
    if (codec) this.#figures.codec = codec;
  }

  receiveTick(moment: Moment, now: number): void {
    const passed = now - (this.#tickedAt ?? now);
    this.#tickedAt = now;
    const { meeting, connected, vital, counts, relay } = moment;
    if (!meeting) {
      this.#metAt = undefined;
      if (relay) this.#figures.relay = relay;
      return;
    }
    this.#metAt ??= now;
    if (!connected) this.#times.lostMs += passed;
    else if (vital.own <= 1) this.#times.weakMs += passed;
    if (connected && vital.rung === "paused") this.#times.pausedMs += passed;
    Object.assign(this.#figures, this.#times, { score: connected ? vital.own : 0, restarts: counts.restarts, renewals: counts.renewals });
    if (relay) this.#figures.relay = relay;
    const news = JSON.stringify([connected, vital.own, vital.rung, counts, relay]);
    const due = now - this.#metAt >= FIRST_AFTER_MS && (news !== this.#said || now - this.#saidAt >= EVERY_MS);
    if (!due) return;
    this.#said = news;
    this.#speak(now);
  }

  /** The last word, before the page goes. */
  finish(): void {
    if (this.#metAt !== undefined) this.#speak(Date.now());
  }

  #speak(now: number): void {
    this.#saidAt = now;
    this.#say({ ...this.#figures });
  }
}

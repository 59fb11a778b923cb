import type { Envelope, FromServer, LooseToServer, ReliableToServer } from "./messages";

const MOST_KEPT = 64;
const MOST_KEPT_BYTES = 256 * 1024;
const ACK_AFTER_MESSAGES = 8;

/** What to do with a message that came in. `gap`: the service lost count; the socket must go and the session with it. */
export type Receipt = "new" | "seen" | "gap";

/**
 * The numbers of one session: what was sent and not yet acknowledged, and what was received. It outlives the socket.
 * Pure: it neither sends nor waits.
 */
export class Session {
  #kept: { readonly s: number; readonly frame: ReliableToServer; readonly bytes: number }[] = [];
  #lastSent = 0;
  #lastReceived = 0;
  #acknowledgedReceived = 0;

  /** The highest number received in order: what a resume says as `lastSeq`. */
  get lastReceived(): number {
    return this.#lastReceived;
  }

  /** Numbers a message and keeps it until it is acknowledged. Nothing if too much is unacknowledged already. */
  number(message: ReliableToServer): string | undefined {
    const s = this.#lastSent + 1;
    const frame = JSON.stringify({ ...message, s, ...this.#acknowledgement() });
    const bytes = frame.length;
    if (this.#kept.length >= MOST_KEPT || this.#kept.reduce((sum, kept) => sum + kept.bytes, bytes) > MOST_KEPT_BYTES) return undefined;
    this.#lastSent = s;
    this.#kept.push({ s, frame: message, bytes });
    return frame;
  }

  /** A message that is not numbered, with an acknowledgement riding on it. */
  loose(message: LooseToServer): string {
    return JSON.stringify({ ...message, ...this.#acknowledgement() });
  }

  receive(message: FromServer & Envelope): Receipt {
    if (message.a !== undefined) this.#forget(message.a);
    if (message.s === undefined) return "new";
    if (message.s <= this.#lastReceived) return "seen";
    if (message.s > this.#lastReceived + 1) return "gap";
    this.#lastReceived = message.s;
    return "new";
  }

  /** How many received messages nothing has acknowledged yet. */
  get owed(): number {
    return this.#lastReceived - this.#acknowledgedReceived;
  }

  get mustAcknowledgeNow(): boolean {
    return this.owed >= ACK_AFTER_MESSAGES;
  }

  /** What to send again on the new socket of a resumed session, in order. */
  unacknowledged(): string[] {
    return this.#kept.map(({ s, frame }) => JSON.stringify({ ...frame, s, ...this.#acknowledgement() }));
  }

  /**
   * Begins anew, at 1 in both directions. Answers the commands that nobody confirmed: they are safe to repeat, because their `cid`
   * lets them act once. Signals belong to an epoch that is over, and the page says `ready` and `media` again by itself.
   */
  restart(): ReliableToServer[] {
    const commands = this.#kept.map((kept) => kept.frame).filter((message) => "cid" in message);
    this.#kept = [];
    this.#lastSent = 0;
    this.#lastReceived = 0;
    this.#acknowledgedReceived = 0;
    return commands;
  }

  #acknowledgement(): { a?: number } {
    if (this.#lastReceived === 0) return {};
    this.#acknowledgedReceived = this.#lastReceived;
    return { a: this.#lastReceived };
  }

  #forget(upTo: number): void {
    this.#kept = this.#kept.filter(({ s }) => s > upTo);
  }
}

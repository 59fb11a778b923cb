import type { Flow } from "./flow";

/** How much picture is sent. */
export type Rung = "hd" | "sd" | "low" | "min" | "paused";

/** What a rung allows. `lines` is the height of the picture. */
export interface Allowance {
  readonly lines: number;
  readonly kbps: number;
  readonly framesPerSecond: number;
}

const RUNGS: readonly Rung[] = ["paused", "min", "low", "sd", "hd"];
export const ALLOWANCES: Readonly<Record<Rung, Allowance>> = {
  hd: { lines: 720, kbps: 1_500, framesPerSecond: 30 },
  sd: { lines: 540, kbps: 800, framesPerSecond: 24 },
  low: { lines: 360, kbps: 400, framesPerSecond: 20 },
  min: { lines: 180, kbps: 120, framesPerSecond: 12 },
  paused: { lines: 0, kbps: 0, framesPerSecond: 0 },
};
// Below this the picture takes from the sound: 32 kbit/s of speech with its headers is about 60.
const NEEDS_KBPS: Readonly<Record<Rung, number>> = { hd: 1_100, sd: 500, low: 250, min: 120, paused: 0 };

const BAD_FOR_MS = 4_000;
const CLEAN_FOR_MS = 10_000;
const LOSS_THAT_PAUSES = 0.15;
const ROUND_TRIP_THAT_PAUSES_MS = 1_500;
const CLEAN_LOSS = 0.03;
const CLEAN_ROUND_TRIP_MS = 500;
const BUSY_FOR_MS = 10_000;
// A try that fails makes the next one wait longer.
const LONGEST_WAIT_MS = 80_000;
const FAILED_WITHIN_MS = 15_000;

/**
 * Sound first: decides from the flow of the last seconds how much picture the network carries. Down at once to what fits, up one rung at a time after ten
 * clean seconds; the estimate of a browser cannot grow far beyond what is being sent, so each step up is a try. A try that fails is not repeated for twice as
 * long as the last. Pure: time comes in.
 */
export class Ladder {
  #rung: Rung;
  #badSince: number | undefined;
  #cleanSince: number | undefined;
  #busySince: number | undefined;
  #wait = CLEAN_FOR_MS;
  #raisedAt: number | undefined;
  #cap: Rung = "hd";

  constructor(start: Rung = "sd") {
    this.#rung = start;
  }

  get rung(): Rung {
    return this.#rung;
  }

  /** The most that is ever sent: a relay is shared, and carries no HD. */
  limit(cap: Rung): void {
    this.#cap = cap;
    if (rank(this.#rung) > rank(cap)) this.#rung = cap;
  }

  /** Somebody asked for the picture now. */
  tryNow(now: number): Rung {
    if (this.#rung === "paused") this.#raise("min", now);
    return this.#rung;
  }

  receive(flow: Flow, now: number): Rung {
    if (this.#tooMuchForTheProcessor(flow, now)) this.#lower("low", now);
    const fits = this.#whatFits(flow);
    if (rank(fits) < rank(this.#rung)) {
      this.#cleanSince = undefined;
      this.#badSince ??= now;
      if (now - this.#badSince >= BAD_FOR_MS) this.#lower(fits, now);
      return this.#rung;
    }
    this.#badSince = undefined;
    if (!this.#clean(flow)) {
      this.#cleanSince = undefined;
      return this.#rung;
    }
    this.#cleanSince ??= now;
    if (this.#raisedAt !== undefined && now - this.#raisedAt >= FAILED_WITHIN_MS) {
      this.#raisedAt = undefined;
      this.#wait = CLEAN_FOR_MS;
    }
    const next = RUNGS[rank(this.#rung) + 1];
    if (next && rank(next) <= rank(this.#cap) && now - this.#cleanSince >= this.#wait) this.#raise(next, now);
    return this.#rung;
  }

  /** A device that cannot keep up gets hot and loses its voice: a small picture costs it a quarter. */
  #tooMuchForTheProcessor(flow: Flow, now: number): boolean {
    this.#busySince = flow.limitedBy === "processor" ? (this.#busySince ?? now) : undefined;
    return this.#busySince !== undefined && now - this.#busySince >= BUSY_FOR_MS && rank(this.#rung) > rank("low");
  }

  #whatFits(flow: Flow): Rung {
    if (flow.outLoss > LOSS_THAT_PAUSES || (flow.roundTripMs ?? 0) > ROUND_TRIP_THAT_PAUSES_MS) return "paused";
    if (flow.availableKbps === undefined) return this.#rung;
    // While nothing but speech is sent the estimate cannot show that a picture would fit.
    if (this.#rung === "paused") return this.#rung;
    const available = flow.availableKbps;
    if (available < NEEDS_KBPS.min) return "paused";
    // A face that hardly moves needs little, and the estimate grows no further than what is sent: a low one counts only where it binds.
    if (flow.limitedBy === "nothing" || flow.limitedBy === "processor") return this.#rung;
    return [...RUNGS].reverse().find((rung) => available >= NEEDS_KBPS[rung]) ?? "paused";
  }

  #clean(flow: Flow): boolean {
    return flow.outLoss < CLEAN_LOSS && (flow.roundTripMs ?? 0) < CLEAN_ROUND_TRIP_MS && this.#roomy(flow);
  }

  #roomy({ limitedBy, availableKbps }: Flow): boolean {
    if (this.#rung === "paused") return true;
    if (limitedBy !== undefined) return limitedBy === "nothing";
    return availableKbps === undefined || availableKbps >= ALLOWANCES[this.#rung].kbps;
  }

  #lower(to: Rung, now: number): void {
    if (this.#raisedAt !== undefined && now - this.#raisedAt < FAILED_WITHIN_MS) this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
    this.#rung = to;
    this.#badSince = undefined;
    this.#raisedAt = undefined;
  }

  #raise(to: Rung, now: number): void {
    this.#rung = to;
    this.#raisedAt = now;
    this.#cleanSince = undefined;
  }
}

function rank(rung: Rung): number {
  return RUNGS.indexOf(rung);
}

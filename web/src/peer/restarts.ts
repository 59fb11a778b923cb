const MOST_A_MINUTE = 5;
const MINUTE_MS = 60_000;
const APART_MS = 5_000;

/** How often a connection may be restarted: each restart costs both sides a round of gathering, and a bad network fails them all. */
export class Restarts {
  #times: number[] = [];

  /** Takes one restart and answers true, or false when it is too soon. */
  take(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < MINUTE_MS);
    const latest = this.#times.at(-1);
    if (this.#times.length >= MOST_A_MINUTE || (latest !== undefined && now - latest < APART_MS)) return false;
    this.#times.push(now);
    return true;
  }
}

const EVERY_MS = 30_000;
const AT_MOST = 3;

/** Says that somebody waits: at once, then every 30 s until looked at, three times at most. */
export class Reminder {
  readonly #remind: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(remind: () => void) {
    this.#remind = remind;
  }

  start(looking: boolean): void {
    this.stop();
    let said = 1;
    this.#remind();
    if (looking) return;
    this.#timer = setInterval(() => {
      this.#remind();
      if (++said >= AT_MOST) this.stop();
    }, EVERY_MS);
  }

  /** Looked at, or nobody waits any longer. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Somebody in the call as this page may name them. */
export interface Person {
  readonly seat: string;
  readonly name: string;
  /** Who they are: daughter, interpreter. */
  readonly as: string;
}

const AGAIN_AFTER_MS = 2_000;

/** The names behind the seats. The call itself knows none. */
export class People {
  readonly #url: string;
  readonly #onChange: () => void;
  #known = new Map<string, Person>();
  #asking = false;
  #askedAt = 0;

  constructor(url: string, onChange: () => void) {
    this.#url = url;
    this.#onChange = onChange;
  }

  of(seat: string): Person | undefined {
    return this.#known.get(seat);
  }

  receiveNews(topic: string): void {
    if (topic === "all" || topic === "people") void this.#ask();
  }

  /** A seat without a name: whoever was let in meanwhile is named from now on. */
  need(seats: readonly string[], now: number): void {
    if (seats.some((seat) => !this.#known.has(seat)) && now - this.#askedAt >= AGAIN_AFTER_MS) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#askedAt = Date.now();
    try {
      const answer = await fetch(this.#url, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
      if (answer.ok) {
        const people = (await answer.json()) as readonly Person[];
        this.#known = new Map(people.map((person) => [person.seat, person]));
        this.#onChange();
      }
    } catch {
      // Asked again with the next news, or when a name is missing.
    } finally {
      this.#asking = false;
    }
  }
}

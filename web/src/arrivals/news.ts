/** One patient of whom this member of staff is told. */
export interface One {
  readonly consultation: string;
  /** Names this wait and what is told of it: rung for once. */
  readonly key: string;
  readonly kind: "WAITING" | "UNATTENDED" | "RING";
  readonly text: string;
  readonly href: string;
  readonly rings: boolean;
}

/** The waiting room as the service tells it, the whole of it each time. */
export interface News {
  /** For whom it is. */
  readonly staff: string;
  readonly count: number;
  readonly waiting: readonly One[];
}

/** What a page says of it. */
export interface Told {
  readonly count: number;
  /** Without those whose own consultation page this is: that page says it itself. */
  readonly others: readonly One[];
  /** New since the last time, and to be heard. */
  readonly fresh: readonly One[];
  /** Keys of whom the consultation page itself tells. */
  readonly own: readonly string[];
  /** Keys of those who were there the last time. */
  readonly gone: readonly string[];
}

/** Follows the news, and knows what of it is new to this page. */
export class Teller {
  readonly #own: string | undefined;
  #known: ReadonlySet<string> = new Set();
  #rung: ReadonlySet<string> = new Set();

  /** `own`: the address of the consultation page this is, if it is one. */
  constructor(own: string | undefined) {
    this.#own = own;
  }

  receive(news: News): Told {
    const others = news.waiting.filter(({ href }) => href !== this.#own);
    const own = news.waiting.filter(({ href }) => href === this.#own).map(({ key }) => key);
    // Another page may have been about to ring, and was closed before it did.
    const fresh = others.filter(({ key, rings }) => rings && !this.#rung.has(key));
    const now = new Set(others.map(({ key }) => key));
    const gone = [...this.#known].filter((key) => !now.has(key));
    this.#rung = new Set([...this.#rung, ...fresh.map(({ key }) => key)].filter((key) => now.has(key)));
    this.#known = now;
    return { count: news.count, others, fresh, own, gone };
  }
}

/** `(2) Requests – Anteroom`; no names: titles reach the history and the task bar. */
export function countedTitle(title: string, count: number): string {
  const plain = title.replace(/^\(\d+\) /, "");
  return count === 0 ? plain : `(${count}) ${plain}`;
}

import { readCsrf } from "../page/csrf-view";

/** Keeps what is typed into a form with `data-draft` where that says, with every change: one request after the other, the last one with the last word. */
export class Drafts {
  readonly #send: typeof send;
  readonly #waiting = new Map<string, string>();
  #sending = false;

  constructor(keep = send) {
    this.#send = keep;
  }

  listen(root: EventTarget): void {
    root.addEventListener("input", ({ target }) => {
      const url = target instanceof HTMLTextAreaElement ? target.form?.dataset.draft : undefined;
      if (url) void this.keep(url, (target as HTMLTextAreaElement).value);
    });
    root.addEventListener("submit", ({ target }) => {
      // what comes of it is no draft any more, and must not become one again
      const url = target instanceof HTMLElement ? target.dataset.draft : undefined;
      if (url) this.#waiting.delete(url);
    });
  }

  async keep(url: string, text: string): Promise<void> {
    this.#waiting.set(url, text);
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#send(...next);
    this.#sending = false;
  }

  #next(): [string, string] | undefined {
    const [first] = this.#waiting;
    if (first) this.#waiting.delete(first[0]);
    return first;
  }
}

/** Arrives also when the page is closed right after. What is lost on the way comes with the next change. */
async function send(url: string, text: string): Promise<void> {
  const csrf = readCsrf();
  try {
    await fetch(url, {
      method: "POST",
      keepalive: true,
      headers: { ...(csrf && { [csrf.header]: csrf.token }) },
      body: new URLSearchParams({ text }),
      signal: AbortSignal.timeout(5_000),
    });
  } catch {
    // The text still stands in the form.
  }
}

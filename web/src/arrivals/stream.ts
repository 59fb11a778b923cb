import { EventReader } from "./event-stream";
import type { News } from "./news";

/** `signed-out` is for good; `away`: the service cannot be reached, and it is tried again. */
export type StreamState = "open" | "away" | "signed-out";

export interface StreamEnds {
  readonly onNews: (news: News) => void;
  readonly onState: (state: StreamState) => void;
}

// Three heartbeats of the service; a computer that slept, or a network that dropped without a word, is noticed by then.
const SILENT_FOR_MS = 45_000;
const AGAIN_AFTER_MS = [1_000, 3_000, 10_000] as const;

/**
 * Listens for arrivals until somebody is signed out. `EventSource` would do, if it told a page that is signed out from a service that is
 * away.
 */
export class Stream {
  readonly #url: string;
  readonly #ends: StreamEnds;

  constructor(url: string, ends: StreamEnds) {
    this.#url = url;
    this.#ends = ends;
  }

  /** Ends when nobody is signed in any more. */
  async listen(): Promise<void> {
    for (let failed = 0; ; failed++) {
      const before = Date.now();
      if ((await this.#once()) === "signed-out") {
        this.#ends.onState("signed-out");
        return;
      }
      if (Date.now() - before > SILENT_FOR_MS) failed = 0;
      if (failed > 0) this.#ends.onState("away");
      await sleep((AGAIN_AFTER_MS[Math.min(failed, AGAIN_AFTER_MS.length - 1)] ?? 10_000) * (1 + Math.random() / 5));
    }
  }

  async #once(): Promise<"signed-out" | "lost"> {
    const abort = new AbortController();
    let watch: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), SILENT_FOR_MS);
    };
    try {
      heard();
      const answer = await fetch(this.#url, { headers: { Accept: "text/event-stream" }, signal: abort.signal, cache: "no-store" });
      if (answer.status === 401 || answer.status === 403) return "signed-out";
      if (!answer.ok || !answer.body) return "lost";
      this.#ends.onState("open");
      const reader = answer.body.getReader();
      const text = new TextDecoder();
      const events = new EventReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return "lost";
        heard();
        for (const { event, data } of events.receive(text.decode(value, { stream: true }))) {
          if (event === "over") return "signed-out";
          if (event === "waiting") this.#ends.onNews(JSON.parse(data) as News);
        }
      }
    } catch {
      return "lost";
    } finally {
      clearTimeout(watch);
      abort.abort();
    }
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

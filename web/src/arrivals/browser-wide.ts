import type { News } from "./news";
import { Stream, type StreamEnds, type StreamState } from "./stream";

type Said = { readonly news: News } | { readonly state: StreamState } | { readonly hello: true };

const HIDDEN_WAITS_MS = 250;
const REMEMBERED = 50;
const AWAY_FOR_MS = 120_000;
const HEARD = "anteroom:heard";

/**
 * One stream for all pages of this browser: a browser opens six connections to a host, and a clinician more tabs than that. Whoever holds
 * the lock listens and tells the others; when that page is closed, the next one takes over.
 */
export class BrowserWide {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  readonly #ends: StreamEnds;
  #last: { news?: News; state?: StreamState } = {};

  constructor(url: string, staff: string, ends: StreamEnds) {
    this.#name = `anteroom:arrivals:${staff}`;
    this.#ends = ends;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#receive(data);
    this.#channel.postMessage({ hello: true });
    const stream = new Stream(url, {
      onNews: (news) => {
        // Another person has signed in within this browser: this page is not theirs.
        if (news.staff !== staff) return;
        this.#tell({ news });
      },
      onState: (state) => this.#tell({ state }),
    });
    void inTurn(this.#name, () => {
      this.#leads = true;
      return stream.listen();
    });
  }

  #leads = false;

  #tell(said: Said): void {
    this.#channel.postMessage(said);
    this.#receive(said);
  }

  #receive(said: Said): void {
    if ("hello" in said) {
      if (!this.#leads) return;
      if (this.#last.news) this.#channel.postMessage({ news: this.#last.news });
      if (this.#last.state) this.#channel.postMessage({ state: this.#last.state });
      return;
    }
    if ("news" in said) {
      this.#last = { ...this.#last, news: said.news };
      this.#ends.onNews(said.news);
    } else {
      this.#last = { ...this.#last, state: said.state };
      this.#ends.onState(said.state);
    }
  }
}

/** Whether this page is the one that makes itself heard of that: one that is looked at comes first, and none does it again. */
export async function claim(key: string): Promise<boolean> {
  if (document.visibilityState !== "visible") await new Promise((resolve) => setTimeout(resolve, HIDDEN_WAITS_MS));
  let first = false;
  await inTurn(HEARD, async () => {
    const heard = remembered();
    const went = heard.get(key);
    first = went === undefined || (went > 0 && Date.now() - went > AWAY_FOR_MS);
    heard.delete(key);
    remember(heard.set(key, 0));
  });
  return first;
}

/** These wait no longer: who comes back after a while is heard again, a network that comes and goes is not. */
export async function release(keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await inTurn(HEARD, async () => {
    const heard = remembered();
    for (const key of keys) if (heard.get(key) === 0) heard.set(key, Date.now());
    remember(heard);
  });
}

function inTurn(name: string, work: () => Promise<void>): Promise<unknown> {
  // Only pages that came over TLS, or from this computer, have locks.
  return "locks" in navigator ? navigator.locks.request(name, work) : work();
}

/** What was heard of: 0 while it waits, else when it went. */
function remembered(): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(HEARD) ?? "{}");
    return new Map(Object.entries(kept ?? {}).filter(([, went]) => typeof went === "number"));
  } catch {
    return new Map();
  }
}

function remember(heard: ReadonlyMap<string, number>): void {
  try {
    localStorage.setItem(HEARD, JSON.stringify(Object.fromEntries([...heard].slice(-REMEMBERED))));
  } catch {
    // Without storage every page makes itself heard.
  }
}

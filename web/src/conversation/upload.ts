import { readCsrf } from "../page/csrf-view";

/** What the service says of a file. */
interface Progress {
  readonly id?: string;
  readonly received: number;
  readonly done: boolean;
  readonly name?: string;
  readonly problem?: string;
}

export type UploadState =
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "paused"; readonly share: number }
  | { readonly kind: "sent"; readonly id: string; readonly name: string }
  | { readonly kind: "refused"; readonly problem: string | undefined };

/** Half a minute on a bad network at 50 kbit/s; the service takes no larger ones. */
const PIECE = 192 * 1024;
const PATIENCE_MS = 45_000;
/** Longer than that nobody looks at a line that says that it goes on by itself. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 8_000, 15_000, 15_000, 30_000, 30_000, 30_000, 30_000];

type Ask = (url: string, body: URLSearchParams | Blob, headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Response>;

/** Sends one file by pieces. After a break it asks how far it has come and goes on there; what was sent is not sent again. */
export class Upload {
  readonly #url: string;
  readonly #file: File;
  readonly #onState: (state: UploadState) => void;
  readonly #ask: Ask;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #stop = new AbortController();
  #id: string | undefined;
  #received = 0;

  constructor(url: string, file: File, onState: (state: UploadState) => void, ask: Ask = send, wait = pause) {
    this.#url = url;
    this.#file = file;
    this.#onState = onState;
    this.#ask = ask;
    this.#wait = wait;
  }

  async run(): Promise<void> {
    this.#tell("sending");
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      const before = this.#received;
      const answer = await this.#step();
      if (this.#stop.signal.aborted) return;
      if (answer) {
        failures = 0;
        if (answer.done) return this.#end(answer);
        this.#received = answer.received;
        this.#id ??= answer.id;
        // an answer that moves nothing must not turn into a loop
        if (this.#received <= before && before > 0) failures = 1;
        this.#tell("sending");
      } else if (++failures > WAITS_MS.length) {
        this.#onState({ kind: "refused", problem: undefined });
        return;
      }
      if (failures > 0) {
        this.#tell("paused");
        await this.#wait(WAITS_MS[failures - 1] ?? 0);
      }
    }
  }

  /** Takes it back; nothing of it stays. */
  cancel(): void {
    this.#stop.abort();
    if (this.#id) void discard(this.#url, this.#id);
  }

  /** Nothing when the service could not be reached, or was not able to answer. */
  async #step(): Promise<Progress | undefined> {
    try {
      const answer = await (this.#id === undefined ? this.#begin() : this.#piece(this.#id));
      // of what the service says only these are about the file; whatever else is wrong may pass
      if (![200, 201, 409, 422, 429].includes(answer.status)) {
        return [401, 403, 404, 413].includes(answer.status) ? { received: 0, done: true } : undefined;
      }
      return (await answer.json()) as Progress;
    } catch {
      return undefined;
    }
  }

  #begin(): Promise<Response> {
    return this.#ask(this.#url, new URLSearchParams({ name: this.#file.name, size: String(this.#file.size) }), {}, this.#signal());
  }

  #piece(id: string): Promise<Response> {
    const piece = this.#file.slice(this.#received, this.#received + PIECE);
    const headers = { "Upload-Offset": String(this.#received), "Content-Type": "application/octet-stream" };
    return this.#ask(`${this.#url}/${id}`, piece, headers, this.#signal());
  }

  #signal(): AbortSignal {
    return AbortSignal.any([this.#stop.signal, AbortSignal.timeout(PATIENCE_MS)]);
  }

  #tell(kind: "sending" | "paused"): void {
    this.#onState({ kind, share: this.#file.size === 0 ? 0 : this.#received / this.#file.size });
  }

  #end({ id, name, problem }: Progress): void {
    if (id !== undefined && name !== undefined && problem === undefined) this.#onState({ kind: "sent", id, name });
    else this.#onState({ kind: "refused", problem });
  }
}

export async function discard(url: string, id: string): Promise<void> {
  try {
    await send(`${url}/${id}/removal`, new URLSearchParams(), {}, AbortSignal.timeout(10_000));
  } catch {
    // It is attached to nothing, and removed within a day.
  }
}

function send(
  url: string,
  body: URLSearchParams | Blob,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const csrf = readCsrf();
  return fetch(url, {
    method: "POST",
    headers: { Accept: "application/json", ...headers, ...(csrf && { [csrf.header]: csrf.token }) },
    body,
    redirect: "error",
    signal,
  });
}

/** Ends at once when the browser is online again. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
  });
}

import type { ErrorCode } from "../signalling/messages";

/** How a command ended. */
export type Outcome = "done" | ErrorCode;

interface Waiting {
  readonly settle: (outcome: Outcome) => void;
  readonly again: () => void;
  readonly tries: number;
}

const TRIES = 3;
const TRY_AGAIN_MS = 1_000;

/** What was asked of the service and not answered yet. A command keeps its name through every resume, so that it acts once. */
export class Commands {
  readonly #waiting = new Map<string, Waiting>();

  ask(say: (cid: string) => void, tries = 1): Promise<Outcome> {
    return new Promise((settle) => {
      const cid = crypto.randomUUID();
      this.#waiting.set(cid, { settle, tries, again: () => void this.ask(say, tries + 1).then(settle) });
      say(cid);
    });
  }

  receiveDone(cid: string): void {
    this.#waiting.get(cid)?.settle("done");
    this.#waiting.delete(cid);
  }

  receiveRefusal(cid: string, code: ErrorCode, retry: boolean): void {
    const waiting = this.#waiting.get(cid);
    this.#waiting.delete(cid);
    if (!waiting) return;
    if (retry && waiting.tries < TRIES) setTimeout(waiting.again, TRY_AGAIN_MS);
    else waiting.settle(code);
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    for (const { settle } of this.#waiting.values()) settle("call_over");
    this.#waiting.clear();
  }
}

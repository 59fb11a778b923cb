import { readCsrf } from "../page/csrf-view";
import { standing, type Wait, type WishWord } from "./wait";
import { WaitView } from "./wait-view";

const ASK_EVERY_MS = 30_000;

/** Asks how long the wait still takes: at once, when there is news, and every 30 s; and says what the patient would like. */
export class WaitDesk {
  readonly #root: HTMLElement;
  readonly #view: WaitView;
  readonly #onChange: () => void;
  #wait: Wait | undefined;
  #heardAt = 0;
  #waiting = true;
  #asking: Promise<void> | undefined;
  #again = false;

  constructor(root: HTMLElement, onChange: () => void) {
    this.#root = root;
    this.#onChange = onChange;
    this.#view = new WaitView(root, (wish) => this.#wish(wish));
    setInterval(() => void this.ask(), ASK_EVERY_MS);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.ask();
    });
    void this.ask();
  }

  /** What may still be said of the wait. `waiting`: is the waiting room shown? Otherwise nobody asks. */
  known(waiting: boolean, now: number): Wait | undefined {
    if (waiting && !this.#waiting) void this.ask(waiting);
    this.#waiting = waiting;
    const wait = waiting ? standing(this.#wait, this.#heardAt, now) : undefined;
    this.#view.render(wait);
    return wait;
  }

  async ask(waiting = this.#waiting): Promise<void> {
    if (!waiting) return;
    // What is asked while an answer is under way may have changed after that answer was written.
    this.#again = this.#asking !== undefined;
    if (this.#asking) return this.#asking;
    this.#asking = this.#fetch();
    await this.#asking;
    this.#asking = undefined;
    if (this.#again) await this.ask(waiting);
  }

  async #fetch(): Promise<void> {
    try {
      const answer = await fetch(this.#root.dataset.waitUrl ?? "", { headers: { Accept: "application/json" }, cache: "no-store" });
      // 204: does not wait, not yet or not any more
      if (answer.status !== 200) this.#wait = undefined;
      else {
        this.#wait = (await answer.json()) as Wait;
        this.#heardAt = Date.now();
      }
    } catch {
      // The last answer stands for as long as it may.
    }
    this.#onChange();
  }

  async #wish(wish: WishWord): Promise<boolean> {
    const csrf = readCsrf();
    try {
      const answer = await fetch(this.#root.dataset.wishUrl ?? "", {
        method: "POST",
        headers: csrf ? { [csrf.header]: csrf.token } : {},
        body: new URLSearchParams({ wish }),
      });
      if (answer.ok) await this.ask();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

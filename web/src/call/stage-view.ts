import { announce, focusHeading, passFocus, standAlone } from "../page/focus-view";
import { fill } from "../page/words-view";
import type { CallState } from "./call-state";

/** What the stage shows beside the call itself. `card` and `notice` name elements of the page; one of each at a time. */
export interface Scene {
  readonly shown: boolean;
  readonly card: string | undefined;
  readonly notice: string | undefined;
  /** Milliseconds of the clock; the card counts from it. */
  readonly cardSince?: number | undefined;
}

/** The full window of a call: when it is there, which card stands over the picture and which notice below, and what counts. */
export class StageView {
  readonly #stage: HTMLElement;
  #undo: (() => void) | undefined;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
  }

  render(state: CallState, scene: Scene): void {
    const appears = scene.shown && this.#stage.hidden;
    this.#stage.hidden = !scene.shown;
    if (appears) {
      this.#undo = standAlone(this.#stage);
      focusHeading(this.#stage.querySelector("h1"));
    } else if (!scene.shown) {
      this.#undo?.();
      this.#undo = undefined;
    }
    const held = document.activeElement;
    this.#choose("card", scene.card, "h2");
    this.#choose("notice", scene.notice, "p");
    // A button of a notice takes the notice away.
    if (scene.shown) passFocus(held, this.#stage.querySelector<HTMLElement>("h1"));
    this.#stage.classList.toggle("a-stage--bare", this.#stage.querySelector(`[data-card="${scene.card}"][data-bare]`) !== null);
    // One's own camera and microphone are off then; what is left is the way back, and the end.
    this.#stage.classList.toggle("is-by-phone", scene.card === "by-phone");
    this.#count(state, scene, Date.now());
  }

  #choose(what: "card" | "notice", name: string | undefined, said: string): void {
    for (const one of this.#stage.querySelectorAll<HTMLElement>(`[data-${what}]`)) {
      const shown = one.dataset[what] === name;
      if (shown && one.hidden) announce(one.querySelector(said)?.textContent?.trim() ?? "");
      one.hidden = !shown;
    }
  }

  #count(state: CallState, scene: Scene, now: number): void {
    const timer = this.#stage.querySelector<HTMLElement>("[data-timer]");
    const liveAt = state.room?.liveAt;
    write(timer, liveAt ? clock(now - liveAt.getTime()) : "00:00");
    for (const counted of this.#stage.querySelectorAll<HTMLElement>("[data-one]")) {
      if (counted.offsetParent === null) continue;
      const seconds = Math.max(1, Math.round((now - (scene.cardSince ?? now)) / 1_000));
      write(counted, fill((seconds === 1 ? counted.dataset.one : counted.dataset.many) ?? "", [seconds]));
    }
  }
}

function write(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** 04:12, or 1:04:12 after an hour. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

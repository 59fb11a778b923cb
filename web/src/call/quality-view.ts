import { announce } from "../page/focus-view";
import type { Words } from "../page/words-view";
import type { QualityLine } from "./quality-line";

const TONES: Readonly<Record<number, string>> = { 0: "red", 1: "lamp", 3: "quiet", 4: "quiet" };

/** The one line in the bar that says how the connection is: bars and words, never bars alone. */
export class QualityView {
  readonly #line: HTMLElement | null;
  readonly #words: Words;
  #word: QualityLine["word"] | undefined;

  constructor(stage: HTMLElement, words: Words) {
    this.#line = stage.querySelector<HTMLElement>("[data-quality]");
    this.#words = words;
  }

  render(now: QualityLine | undefined): void {
    if (!this.#line) return;
    this.#line.hidden = now === undefined;
    if (now === undefined || now.word === this.#word) return;
    const before = this.#word;
    this.#word = now.word;
    const text = this.#words(`quality.${now.word}`);
    const label = this.#line.querySelector("[data-label]");
    if (label) label.textContent = text;
    this.#line.dataset.bars = String(now.bars);
    for (const tone of ["quiet", "lamp", "red"]) this.#line.classList.toggle(`a-pill--${tone}`, TONES[now.bars] === tone);
    // What is good from the start is no news; cards say what is lost.
    if (before !== undefined && before !== "connecting" && now.bars > 0) announce(text);
  }
}

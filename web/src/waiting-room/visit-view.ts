import type { OwnState } from "../call/media";
import type { Wish } from "../devices/capture";
import { announce, focusHeading, passFocus } from "../page/focus-view";
import { fill, type Words } from "../page/words-view";
import type { PatienceLine } from "./patience";
import type { VisitState } from "./visit-scene";

export interface VisitEnds {
  readonly onDevices: (wish: Wish) => void;
  readonly onBack: () => void;
}

/** The patient's page around the call: waiting, after leaving, after the end, when called back, and when it is open elsewhere. */
export class VisitView {
  readonly #root: HTMLElement;
  readonly #words: Words;
  #state: VisitState | undefined;
  #patience: string | undefined;

  constructor(root: HTMLElement, words: Words, ends: VisitEnds) {
    this.#root = root;
    this.#words = words;
    for (const wish of ["both", "sound", "nothing"] as const) this.#on(`use-${wish}`, () => ends.onDevices(wish));
    this.#on("back", ends.onBack);
  }

  render(state: VisitState, met: boolean): void {
    this.#root.dataset.state = state;
    const section = state === "over" ? "ended" : state;
    for (const part of this.#all("[data-section]")) part.hidden = part.dataset.section !== section;
    for (const part of this.#all("[data-met]")) part.hidden = !met;
    for (const part of this.#all("[data-reopens]")) part.hidden = state === "over";
    for (const part of this.#all("[data-closed]")) part.hidden = state !== "over";
    if (state === this.#state) return;
    const first = this.#state === undefined;
    this.#state = state;
    document.title = this.#words(`title.${state}`) || document.title;
    // The stage focuses its own heading.
    if (!first && state !== "live") focusHeading(this.#root.querySelector(`[data-section="${section}"] h1`));
  }

  renderPatience(line: PatienceLine | "stuck", confirmed: boolean, heardAgoMs: number | undefined): void {
    for (const part of this.#all("[data-patience]")) part.hidden = part.dataset.patience !== line;
    if (line !== this.#patience && this.#patience !== undefined) {
      announce(this.#root.querySelector(`[data-patience="${line}"] b`)?.textContent ?? "");
    }
    this.#patience = line;
    const box = this.#root.querySelector(".a-state");
    box?.classList.toggle("is-good", line === "here");
    for (const part of this.#all("[data-confirmed]")) part.hidden = !confirmed || line === "stuck";
    for (const checked of this.#all("[data-checked]")) {
      checked.hidden = heardAgoMs === undefined || line === "stuck";
      const seconds = Math.max(1, Math.round((heardAgoMs ?? 0) / 1_000));
      const text = fill((seconds === 1 ? checked.dataset.one : checked.dataset.many) ?? "", [seconds]);
      if (checked.textContent !== text) checked.textContent = text;
    }
  }

  renderDevices(own: OwnState): void {
    const blocking =
      own.problem !== undefined && own.problem.what !== "silent" && own.tracks.microphone === null && own.tracks.camera === null;
    const panel = own.wish === undefined || own.devices === undefined ? "ask" : blocking ? "problem" : "own";
    const held = document.activeElement;
    for (const part of this.#all("[data-panel]")) {
      // With one device working, the picture stays and the problem stands below it.
      part.hidden = part.dataset.panel !== panel && !(part.dataset.panel === "problem" && panel === "own" && own.problem !== undefined);
    }
    passFocus(held, this.#root.querySelector<HTMLElement>(`[data-panel="${panel}"]`));
    for (const part of this.#all("[data-without]")) part.hidden = part.dataset.without !== (own.tracks.microphone ? "sound" : "nothing");
    for (const part of this.#all("[data-mic-works]")) part.hidden = own.devices?.microphone !== "works";
  }

  #on(what: string, act: () => void): void {
    for (const button of this.#all(`[data-press="${what}"]`)) button.addEventListener("click", act);
  }

  #all(selector: string): Iterable<HTMLElement> {
    return this.#root.querySelectorAll<HTMLElement>(selector);
  }
}

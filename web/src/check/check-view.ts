import { announce, passFocus } from "../page/focus-view";
import type { Words } from "../page/words-view";
import type { Advice } from "./advice";

/** One line of the check. `open`: not known yet, or not asked for. */
export interface Row {
  readonly name: "camera" | "microphone" | "speaker" | "network";
  /** Of `found.<word>` or `check.<word>` among the page's words. */
  readonly word: string;
  readonly kind: "good" | "poor" | "open";
}

const ICONS = { good: "tick", poor: "triangle", open: "ring" } as const;

/** The check on the patient's page: its list, the steps for what is wrong, and the card that the clinician sent. */
export class CheckView {
  readonly #root: HTMLElement;
  readonly #words: Words;
  #problem = "";
  #card = "";

  constructor(root: HTMLElement, words: Words) {
    this.#root = root;
    this.#words = words;
    for (const part of this.#all("[data-guided]")) part.hidden = false;
  }

  renderProblem(advice: Advice | undefined): void {
    const text = JSON.stringify(advice ?? "");
    if (text === this.#problem) return;
    this.#problem = text;
    for (const place of this.#all("[data-help]")) fill(place, advice);
    this.#hideRepetition();
    if (advice) announce(advice.heading);
  }

  /** A camera that is black is no reason to hide the picture: the steps stand below it. */
  renderDark(advice: Advice): void {
    for (const place of this.#all("[data-help-dark]")) fill(place, advice);
  }

  renderCard(advice: Advice | undefined): void {
    const held = document.activeElement;
    for (const card of this.#all("[data-help-card]")) {
      fill(card, advice);
      card.hidden = advice === undefined;
      if (advice) card.scrollIntoView({ block: "nearest" });
    }
    this.#card = JSON.stringify(advice ?? "");
    this.#hideRepetition();
    passFocus(held, this.#root.querySelector<HTMLElement>("[data-panel]:not([hidden])"));
  }

  renderChecks(rows: readonly Row[]): void {
    const held = document.activeElement;
    for (const list of this.#all("[data-checks]")) list.hidden = rows.length === 0;
    passFocus(held, this.#root.querySelector<HTMLElement>("[data-panel]:not([hidden])"));
    for (const part of this.#all("[data-when-found]"))
      part.hidden = !rows.some(({ name, word }) => part.dataset.whenFound === `${name}.${word}`);
    for (const { name, word, kind } of rows) {
      for (const line of this.#all(`[data-found="${name}"]`)) {
        line.classList.toggle("is-none", kind === "open");
        line.classList.toggle("is-poor", kind === "poor");
        const result = line.querySelector<HTMLElement>("[data-result]");
        const text = this.#words(`found.${word}`) || this.#words(`check.${word}`);
        if (result && result.textContent !== text) result.textContent = text;
        const use = line.querySelector("use");
        const href = (use?.getAttribute("href") ?? "").replace(/#.*/, `#${ICONS[kind]}`);
        if (use?.getAttribute("href") !== href) use?.setAttribute("href", href);
      }
    }
  }

  /** The tone was played: now its question can be answered, once. */
  askWhetherHeard(asked: boolean): void {
    const held = document.activeElement;
    for (const question of this.#all("[data-tone-question]")) question.hidden = !asked;
    passFocus(held, this.#root.querySelector<HTMLElement>('[data-press="play-tone"]'));
  }

  renderRing(state: "asking" | "done" | "failed"): void {
    for (const line of this.#all("[data-ring]")) {
      line.hidden = line.dataset.ring !== state;
      if (!line.hidden) announce(line.textContent?.trim() ?? "");
    }
  }

  /** Nobody reads the same steps twice. */
  #hideRepetition(): void {
    for (const body of this.#all("[data-help-body]")) body.hidden = this.#card !== "" && this.#card === this.#problem;
  }

  #all(selector: string): NodeListOf<HTMLElement> {
    return this.#root.querySelectorAll<HTMLElement>(selector);
  }
}

function fill(place: HTMLElement, advice: Advice | undefined): void {
  const put = (name: string, text: string) => {
    const element = place.querySelector<HTMLElement>(`[data-help-${name}]`);
    if (element) element.textContent = text;
  };
  put("heading", advice?.heading ?? "");
  put("text", advice?.text ?? "");
  const list = place.querySelector<HTMLElement>("[data-help-steps]");
  if (!list) return;
  list.hidden = !advice?.steps.length;
  list.replaceChildren(
    ...(advice?.steps ?? []).map((step) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("span"), { textContent: step }));
      return item;
    }),
  );
}

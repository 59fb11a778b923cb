import type { Outcome } from "../call/commands";
import { announce } from "../page/focus-view";
import type { Words } from "../page/words-view";
import type { CheckProblem, Participant } from "../signalling/messages";

export interface NeedsHelpEnds {
  /** Shows the patient the steps for this problem; null takes them away. */
  readonly onShow: (card: CheckProblem | null) => Promise<Outcome>;
}

/** On the arrival card: what stands in the patient's way, in words, and one button that sends the steps. */
export class NeedsHelpView {
  readonly #card: HTMLElement;
  readonly #words: Words;
  #patient: Participant | undefined;
  #said = "";

  constructor(card: HTMLElement, words: Words, ends: NeedsHelpEnds) {
    this.#card = card;
    this.#words = words;
    const show = async (problem: CheckProblem | null | undefined) => {
      if (problem === undefined) return;
      const outcome = await ends.onShow(problem);
      this.#one("[data-stuck-refused]").hidden = outcome === "done";
    };
    this.#one("[data-press=show-how]").addEventListener("click", () => void show(this.#patient?.check?.problem));
    this.#one("[data-press=show-no-more]").addEventListener("click", () => void show(null));
  }

  render(patient: Participant | undefined): void {
    this.#patient = patient;
    const check = patient?.presence === "here" ? patient.check : null;
    const card = patient?.card ?? null;
    const text = check?.problem ? this.#where(check.problem, patient) : "";
    this.#one("[data-stuck]").hidden = text === "" && card === null;
    this.#card.classList.toggle("is-stuck", text !== "");
    put(this.#one("[data-stuck-where]"), text);
    this.#one("[data-press=show-how]").hidden = check?.problem === undefined || card === check.problem;
    this.#one("[data-stuck-sent]").hidden = card === null;
    this.#one("[data-press=show-no-more]").hidden = card === null;
    if (text !== this.#said && text !== "") announce(text);
    this.#said = text;
    const { speaker, network } = check ?? {};
    this.#renderRow("speaker", speaker, speaker === "heard");
    this.#renderRow("network", network, network !== "none");
  }

  /** Safari on an iPhone: camera blocked */
  #where(problem: CheckProblem, patient: Participant | undefined): string {
    const { browser = "other", system = "other" } = patient?.check ?? {};
    const stuck = (state: Participant["camera"]) => state !== null && state !== "works" && state !== "off";
    const device = patient && !stuck(patient.camera) && stuck(patient.microphone) ? "microphone" : "camera";
    return this.#words(
      "stuck.where",
      this.#words(`stuck.browser.${browser}`),
      this.#words(`stuck.system.${system}`),
      this.#words(`stuck.problem.${problem}`, this.#words(device)),
    );
  }

  /** What the patient's own check found, if it has got so far. */
  #renderRow(name: "speaker" | "network", found: string | undefined, good: boolean): void {
    const row = this.#one(`[data-check=${name}]`);
    row.classList.toggle("is-none", found === undefined);
    row.classList.toggle("is-poor", found !== undefined && !good);
    put(row.querySelector<HTMLElement>("[data-result]"), this.#words(`stuck.${found ?? "untried"}`));
    const use = row.querySelector("use");
    const icon = found === undefined ? "ring" : good ? "tick" : "triangle";
    const href = (use?.getAttribute("href") ?? "").replace(/#.*/, `#${icon}`);
    if (use?.getAttribute("href") !== href) use?.setAttribute("href", href);
  }

  #one(selector: string): HTMLElement {
    const element = this.#card.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  }
}

function put(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

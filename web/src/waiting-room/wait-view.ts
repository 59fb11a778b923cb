import { announce } from "../page/focus-view";
import { fill } from "../page/words-view";
import { offersChoices, type Wait, type WishWord } from "./wait";

/** The wait in numbers, and what the patient would like instead. The words stand in the page. */
export class WaitView {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement | null;
  #said = "";
  #chosen: WishWord | null | undefined;

  constructor(root: HTMLElement, onWish: (wish: WishWord) => Promise<boolean>) {
    this.#root = root;
    this.#form = root.querySelector<HTMLFormElement>("form[data-wait-choices]");
    this.#form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = this.#form?.querySelector<HTMLInputElement>("input:checked")?.value as WishWord | undefined;
      if (chosen) void onWish(chosen).then((saved) => this.#answer(saved ? chosen : "failed"));
    });
  }

  /** Nothing is known, or not any more: the other states speak. */
  render(wait: Wait | undefined): void {
    if (this.#form) this.#form.hidden = !wait || !offersChoices(wait);
    if (!wait) return;
    for (const part of this.#all("[data-wait-before]")) put(part, number(part, wait.before));
    for (const part of this.#all("[data-wait-minutes]")) put(part, number(part, wait.minutes));
    this.#renderChoices(wait);
    const line = this.#root.querySelector(`[data-patience="${wait.state}"]`);
    const says = [...(line?.querySelectorAll("[data-wait-minutes], [data-wait-before]") ?? [])].map((part) => part.textContent).join(". ");
    // The first is said with the state itself.
    if (this.#said !== "" && says !== this.#said && says !== "") announce(says);
    this.#said = says;
  }

  #renderChoices({ choices }: Wait): void {
    this.#option("text", choices.by === "sms");
    this.#option("email", choices.by === "email");
    this.#option("ring", choices.ending !== null);
    for (const part of this.#all("[data-wait-ending]")) put(part, fill(part.dataset.waitEnding ?? "", [choices.ending ?? ""]));
    if (choices.chosen === this.#chosen) return;
    this.#chosen = choices.chosen;
    for (const input of this.#form?.querySelectorAll<HTMLInputElement>("input") ?? [])
      input.checked = input.value === (choices.chosen ?? "keep") && !input.disabled;
    if (choices.chosen === "text" || choices.chosen === "ring") this.#answer(choices.chosen);
  }

  #option(name: string, offered: boolean): void {
    const option = this.#form?.querySelector<HTMLElement>(`[data-wait-option="${name}"]`);
    if (!option) return;
    option.hidden = !offered;
    for (const input of option.querySelectorAll("input")) input.disabled = !offered;
  }

  #answer(what: WishWord | "failed"): void {
    const byEmail = what === "text" && this.#form?.querySelector('[data-wait-option="email"]:not([hidden])');
    for (const part of this.#all("[data-wait-saved]")) part.hidden = part.dataset.waitSaved !== (byEmail ? "email" : what);
    announce(this.#root.querySelector("[data-wait-saved]:not([hidden])")?.textContent ?? "");
  }

  #all(selector: string): Iterable<HTMLElement> {
    return this.#root.querySelectorAll<HTMLElement>(selector);
  }
}

function number(part: HTMLElement, many: number): string {
  const { none, one, many: more } = part.dataset;
  return fill((many === 0 ? none : many === 1 ? one : more) ?? "", [many]);
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

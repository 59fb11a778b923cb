import { alarm, focusHeading, passFocus } from "../page/focus-view";
import { onPress } from "../page/press-view";
import { post } from "./post";

interface Offer {
  /** Of the square's dark modules, as the data of an SVG path in modules. */
  readonly path: string;
  readonly width: number;
  readonly code: string;
  readonly address: string;
}

/** Offers the visit to another device, and asks back when somebody typed its letters. */
export class Handover {
  readonly #root: HTMLElement;
  readonly #url: string;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#url = root.dataset.handoverUrl ?? "";
    onPress({
      "another-device": () => void this.#toggle(),
      "handover-yes": () => void this.#answer(true),
      "handover-no": () => void this.#answer(false),
    });
    for (const part of this.#all("[data-handover]")) part.hidden = false;
  }

  /** Somebody may have typed the letters. */
  async receiveNews(): Promise<void> {
    let asked = false;
    try {
      asked = ((await (await fetch(this.#url, { headers: { Accept: "application/json" } })).json()) as { asked?: unknown }).asked === true;
    } catch {
      return;
    }
    for (const question of this.#all("[data-handover-question]")) question.hidden = !asked;
    if (!asked) return;
    this.#show(false);
    for (const said of this.#all("[data-handover-said]")) said.hidden = true;
    if (!this.#question()) this.#openSettings();
    this.#question()?.scrollIntoView({ block: "nearest" });
    alarm(this.#root.querySelector("[data-handover-question] b")?.textContent ?? "");
  }

  async #toggle(): Promise<void> {
    const open = [...this.#all("[data-handover-panel]")].some(({ hidden }) => hidden);
    if (!open) {
      this.#show(false);
      return;
    }
    const answer = await post(this.#url);
    this.#say(answer?.ok ? undefined : "failed");
    if (!answer?.ok) return;
    const { path, width, code, address } = (await answer.json()) as Offer;
    for (const square of this.#all<SVGElement>("[data-handover-square]")) {
      square.setAttribute("viewBox", `0 0 ${width} ${width}`);
      square.querySelector("path")?.setAttribute("d", path);
    }
    for (const element of this.#all("[data-handover-code]")) element.textContent = code;
    for (const element of this.#all("[data-handover-address]")) element.textContent = address;
    this.#show(true);
  }

  async #answer(yes: boolean): Promise<void> {
    const held = document.activeElement;
    for (const question of this.#all("[data-handover-question]")) question.hidden = true;
    passFocus(held, visible(this.#all('[data-press="another-device"]')));
    const answer = await post(`${this.#url}/answer`, { yes: String(yes) });
    if (!yes || !answer?.ok) this.#show(false);
    this.#say(yes ? (answer?.ok ? "going" : "late") : "refused");
  }

  /** In the call the question stands among them, and they may have been closed since. The words get the focus: a button could be pressed by a slip. */
  #openSettings(): void {
    visible(this.#all('[data-press="settings"][aria-expanded="false"]'))?.click();
    focusHeading(this.#question()?.querySelector("p") ?? null);
  }

  #question(): HTMLElement | undefined {
    return visible(this.#all("[data-handover-question]"));
  }

  #show(open: boolean): void {
    for (const panel of this.#all("[data-handover-panel]")) panel.hidden = !open;
    for (const button of this.#all('[data-press="another-device"]')) button.setAttribute("aria-expanded", String(open));
  }

  #say(what: string | undefined): void {
    for (const said of this.#all("[data-handover-said]")) said.hidden = said.dataset.handoverSaid !== what;
  }

  #all<E extends Element = HTMLElement>(selector: string): NodeListOf<E> {
    return this.#root.querySelectorAll<E>(selector);
  }
}

function visible(elements: Iterable<HTMLElement>): HTMLElement | undefined {
  return [...elements].find(({ offsetParent }) => offsetParent !== null);
}

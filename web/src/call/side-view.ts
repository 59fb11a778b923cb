const OPENS = "anteroom:side";

/**
 * A panel beside the picture, one at a time: `[data-panel-name]`. Opens, closes, and gives the focus back to its button, `[data-press=name]`, or to that of the
 * panel in which its own stands where there is little room.
 */
export class SideView {
  readonly #stage: HTMLElement;
  readonly #panel: HTMLElement | null;
  readonly #buttons: readonly HTMLElement[];
  readonly #ways: readonly HTMLElement[];

  constructor(stage: HTMLElement, name: string, within?: string) {
    this.#stage = stage;
    this.#panel = stage.querySelector<HTMLElement>(`[data-panel-${name}]`);
    const pressing = (one: string) => [...stage.querySelectorAll<HTMLElement>(`[data-press="${one}"]`)];
    this.#buttons = pressing(name);
    this.#ways = within ? [...this.#buttons, ...pressing(within)] : this.#buttons;
    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.open) this.toggle();
    });
    stage.addEventListener(OPENS, (event) => {
      if ((event as CustomEvent).detail !== this) this.#show(false);
    });
  }

  get panel(): HTMLElement | null {
    return this.#panel;
  }

  get open(): boolean {
    return this.#panel !== null && !this.#panel.hidden;
  }

  toggle(): void {
    if (!this.#panel) return;
    if (!this.open) this.#stage.dispatchEvent(new CustomEvent(OPENS, { detail: this }));
    this.#show(!this.open);
    if (this.open) this.#panel.querySelector<HTMLElement>("h2")?.focus();
    else this.#ways.find((button) => button.offsetParent !== null)?.focus();
  }

  #show(shown: boolean): void {
    if (this.#panel) this.#panel.hidden = !shown;
    for (const button of this.#buttons) button.setAttribute("aria-expanded", String(shown));
  }
}

import { localShelf } from "../devices/choice";

const KEY = "anteroom:keys";

/** Single keys for who holds many calls: M, V. They rest while something is typed, and whoever wants them off switches them off. */
export class KeysView {
  readonly #stage: HTMLElement;
  readonly #acts: Readonly<Record<string, () => unknown>>;
  #on: boolean;

  constructor(stage: HTMLElement, acts: Readonly<Record<string, () => unknown>>) {
    this.#stage = stage;
    this.#acts = acts;
    this.#on = remembered();
    const box = stage.querySelector<HTMLInputElement>("[data-keys]");
    if (box) box.checked = this.#on;
    box?.addEventListener("change", () => this.#switch(box.checked));
    this.#hint();
    document.addEventListener("keydown", (event) => this.#receive(event));
  }

  #receive(event: KeyboardEvent): void {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
    if (!this.#on || this.#stage.hidden || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    this.#acts[event.key.toLowerCase()]?.();
  }

  #switch(on: boolean): void {
    this.#on = on;
    this.#hint();
    try {
      localShelf()?.setItem(KEY, on ? "on" : "off");
    } catch {
      // Not remembered: it holds for this page.
    }
  }

  #hint(): void {
    this.#stage.classList.toggle("has-no-keys", !this.#on);
  }
}

function remembered(): boolean {
  try {
    return localShelf()?.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

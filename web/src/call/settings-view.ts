/** The panel beside the picture: opens, closes, and gives the focus back to its button. */
export class SettingsView {
  readonly #panel: HTMLElement | null;
  readonly #buttons: readonly HTMLElement[];

  constructor(stage: HTMLElement) {
    this.#panel = stage.querySelector<HTMLElement>("[data-panel-settings]");
    this.#buttons = [...stage.querySelectorAll<HTMLElement>('[data-press="settings"]')];
    stage.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.open) this.toggle();
    });
    this.#offerPopOut(stage);
  }

  get open(): boolean {
    return this.#panel !== null && !this.#panel.hidden;
  }

  toggle(): void {
    if (!this.#panel) return;
    this.#panel.hidden = !this.#panel.hidden;
    for (const button of this.#buttons) button.setAttribute("aria-expanded", String(this.open));
    if (this.open) this.#panel.querySelector<HTMLElement>("h2")?.focus();
    else this.#buttons.find((button) => button.offsetParent !== null)?.focus();
  }

  /** The patient stays in view while the clinician writes in another window. */
  #offerPopOut(stage: HTMLElement): void {
    const picture = stage.querySelector<HTMLVideoElement>("#remote-picture");
    const button = stage.querySelector<HTMLElement>('[data-press="pop-out"]');
    if (!picture || !button) return;
    button.hidden = !document.pictureInPictureEnabled;
    button.addEventListener("click", () => {
      const change = document.pictureInPictureElement ? document.exitPictureInPicture() : picture.requestPictureInPicture();
      // Refused while there is no picture yet.
      change.catch(() => undefined);
    });
  }
}

import { SideView } from "./side-view";

/** The panel of the settings, with a picture that can be popped out. */
export class SettingsView {
  readonly #side: SideView;

  constructor(stage: HTMLElement) {
    this.#side = new SideView(stage, "settings");
    this.#offerPopOut(stage);
  }

  toggle(): void {
    this.#side.toggle();
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

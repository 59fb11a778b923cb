import { alarm, announce, passFocus } from "../page/focus-view";
import { post } from "../page/post-view";
import { RenewedView } from "../page/renewed-view";
import type { Words } from "../page/words-view";

/** The clinician's panel of photos: asks for one, shows what came, puts it into the record, deletes. */
export class PhotosView {
  readonly #href: string;
  readonly #words: Words;
  readonly #list: RenewedView;
  readonly #heading: HTMLElement | null;
  #kept = 0;

  constructor(panel: HTMLElement, words: Words) {
    this.#href = panel.dataset.href ?? "";
    this.#words = words;
    this.#heading = panel.querySelector("h2");
    const list = panel.querySelector<HTMLElement>("#photos");
    if (!list) throw new Error("The panel has no list");
    this.#list = new RenewedView(list, this.#href);
    panel.addEventListener("click", (event) => void this.#press(event));
    panel.addEventListener("change", () => this.#tie());
    panel.addEventListener("submit", (event) => void this.#ask(event));
    void this.receiveNews();
  }

  async receiveNews(): Promise<void> {
    const held = document.activeElement;
    await this.#list.renew();
    if (document.activeElement === document.body) passFocus(held, this.#heading);
    this.#tie();
    const kept = this.#list.element.querySelectorAll("img").length;
    if (kept > this.#kept) announce(this.#words("photo.news.taken"));
    this.#kept = kept;
  }

  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const fields = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, String(value)]));
    if (!(await post(this.#href, fields))?.ok) alarm(this.#words("photo.refused"));
    await this.receiveNews();
  }

  async #press(event: Event): Promise<void> {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-remove], [data-save]") : null;
    if (!button) return;
    await post(button.dataset.save ? `${button.dataset.save}/record` : `${button.dataset.remove}/removal`);
    await this.receiveNews();
  }

  /** A side is asked for only where there are two. */
  #tie(): void {
    const site = this.#list.element.querySelector<HTMLSelectElement>("select[name=site]");
    const side = this.#list.element.querySelector<HTMLElement>("[data-sides]");
    if (site && side) side.hidden = site.selectedOptions[0]?.dataset.sided !== "true";
  }
}

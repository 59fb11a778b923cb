import { refresh } from "./live-view";

/** A part of the page that is fetched anew whenever there is news: one look after the other, and any number of news during one are answered by one more. */
export class RenewedView {
  readonly #url: string;
  readonly #look: typeof refresh;
  #element: HTMLElement;
  #asked = 0;
  #asking: Promise<void> | undefined;

  constructor(element: HTMLElement, url: string, look = refresh) {
    this.#element = element;
    this.#url = url;
    this.#look = look;
  }

  get element(): HTMLElement {
    return this.#element;
  }

  /** Done when the part is as new as this call. */
  renew(): Promise<void> {
    this.#asked++;
    this.#asking ??= this.#ask();
    return this.#asking;
  }

  async #ask(): Promise<void> {
    let answered: number;
    try {
      do {
        answered = this.#asked;
        this.#element = await this.#look(this.#element, this.#url);
      } while (answered !== this.#asked);
    } finally {
      // at once, and not when the promise has settled: news in between would wait for somebody who has gone
      this.#asking = undefined;
    }
  }
}

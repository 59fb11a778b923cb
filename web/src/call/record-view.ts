import { RenewedView } from "../page/renewed-view";

/** The bar that says that the clinical system has somebody else open: fetched anew when there is news of it, or when somebody checks again. */
export class RecordView {
  readonly #bar: RenewedView;

  constructor(bar: HTMLElement, url: string) {
    this.#bar = new RenewedView(bar, url);
    // the bar is replaced, what holds it is not
    bar.parentElement?.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[data-press=check-record]")) void this.receiveNews();
    });
  }

  receiveNews(): Promise<void> {
    return this.#bar.renew();
  }
}

import type { Words } from "../page/words-view";
import type { Told } from "./news";
import { countedTitle } from "./news";
import type { StreamState } from "./stream";

/** The bar below the header, the count in it, and the title. */
export class ArrivalsView {
  readonly #root: HTMLElement;
  readonly #words: Words;
  readonly #titled: boolean;

  /** `titled`: whether the title is this view's; the consultation page has one of its own. */
  constructor(root: HTMLElement, words: Words, titled: boolean) {
    this.#root = root;
    this.#words = words;
    this.#titled = titled;
  }

  render({ count, others, fresh }: Told): void {
    for (const badge of document.querySelectorAll<HTMLElement>("[data-arrived-count]")) {
      badge.textContent = String(count);
      badge.classList.toggle("a-count--lamp", count > 0);
    }
    const [one, ...more] = others;
    this.#one("[data-arrived]").hidden = !one;
    if (this.#titled) document.title = countedTitle(document.title, others.length);
    if (!one) return;
    const urgent = others.find(({ kind }) => kind !== "WAITING");
    const shown = urgent ?? (more.length === 0 ? one : undefined);
    put(this.#one("[data-arrived-text]"), shown?.text ?? this.#words("many", others.length));
    this.#one<HTMLAnchorElement>("[data-arrived-open]").href = shown?.href ?? "/waiting";
    if (fresh.length > 0) put(this.#one("[data-arrived-alert]"), fresh.map(({ text }) => text).join(". "));
  }

  renderState(state: StreamState): void {
    this.#one("[data-arrived-out]").hidden = state === "open";
    this.#one("[data-arrived-signin]").hidden = state !== "signed-out";
    if (state === "open") return;
    put(this.#one("[data-arrived-out-text]"), this.#words(state));
    // What was true before may not be now.
    this.#one("[data-arrived]").hidden = true;
    if (this.#titled) document.title = countedTitle(document.title, 0);
  }

  /** The button that asks whether the desktop may say it too, as long as the question is open. */
  offerNotifications(): void {
    const button = this.#one<HTMLButtonElement>("[data-arrived-notify]");
    if (!("Notification" in window)) return;
    const apply = () => {
      button.hidden = Notification.permission !== "default";
    };
    button.addEventListener("click", () => void Notification.requestPermission().then(apply));
    apply();
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.#root.querySelector<E>(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  }
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

import type { Call } from "../call/call";
import type { Words } from "../page/words-view";
import type { PhotoView } from "./photo-view";

/** What the patient is asked for: nothing when the object is empty. */
export interface Question {
  readonly photo?: string;
  /** In words: your left arm. */
  readonly of?: string;
  readonly agreed?: boolean;
}

/** Hears that a photo is asked for. The rest of it is fetched only then. */
export class PhotoBell {
  readonly #root: HTMLElement;
  readonly #url: string;
  readonly #words: Words;
  readonly #call: () => Call;
  #view: PhotoView | undefined;

  constructor(root: HTMLElement, words: Words, call: () => Call) {
    this.#root = root;
    this.#url = root.dataset.photosUrl ?? "";
    this.#words = words;
    this.#call = call;
  }

  receiveNews(topic: string): void {
    if (this.#url !== "" && (topic === "all" || topic === "photo")) void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const answer = await fetch(this.#url, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
      if (!answer.ok) return;
      const question = (await answer.json()) as Question;
      const panel = this.#root.querySelector<HTMLElement>("[data-photo]");
      if (panel && !this.#view && question.photo !== undefined) {
        const { PhotoView } = await import("./photo-view");
        this.#view ??= new PhotoView(panel, this.#url, this.#words, this.#call);
      }
      this.#view?.receive(question);
    } catch {
      // Asked again with the next news.
    }
  }
}

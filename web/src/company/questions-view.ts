import { alarm, passFocus } from "../page/focus-view";
import { post } from "../page/post-view";
import { fill } from "../page/words-view";

interface Question {
  readonly guest: string;
  readonly name: string;
  readonly as: string;
}

/** Asks the patient whether somebody may be in the call. A card of its own, because nothing else may answer it. */
export class QuestionsView {
  readonly #url: string;
  readonly #cards: readonly HTMLElement[];
  #question: Question | undefined;

  constructor(root: HTMLElement, url: string) {
    this.#url = url;
    this.#cards = [...root.querySelectorAll<HTMLElement>("[data-question]")];
    for (const card of this.#cards) {
      card.querySelector("[data-answer=yes]")?.addEventListener("click", () => void this.#answer(true));
      card.querySelector("[data-answer=no]")?.addEventListener("click", () => void this.#answer(false));
    }
  }

  receiveNews(topic: string): void {
    if (this.#cards.length > 0 && (topic === "all" || topic === "people")) void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const answer = await fetch(this.#url, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
      if (answer.ok) this.#render(((await answer.json()) as readonly Question[])[0]);
    } catch {
      // Asked again with the next news.
    }
  }

  #render(question: Question | undefined): void {
    const isNew = question !== undefined && question.guest !== this.#question?.guest;
    this.#question = question;
    const held = document.activeElement;
    for (const card of this.#cards) {
      card.hidden = question === undefined;
      if (!question) continue;
      const who = `${question.name}, ${question.as}`;
      for (const part of card.querySelectorAll<HTMLElement>("[data-fill]"))
        part.textContent = fill(part.dataset.fill ?? "", [who, question.name]);
    }
    passFocus(held, this.#cards[0]?.closest("[data-stage]")?.querySelector("h1"));
    if (isNew) alarm(this.#cards[0]?.querySelector("h2")?.textContent ?? "");
  }

  async #answer(yes: boolean): Promise<void> {
    const question = this.#question;
    if (!question) return;
    // Otherwise the question stays, to be answered again.
    if ((await post(`${this.#url}/${question.guest}`, { yes: String(yes) }))?.ok) this.#render(undefined);
    void this.#ask();
  }
}

import { announce } from "../page/focus-view";

const TOPICS: readonly string[] = ["talk", "all"];

/** On the arrival card, for the clinician who holds the consultation: whether the patient can talk freely. Never on the stage, which may be shared. */
export class TalkView {
  readonly #card: HTMLElement;
  readonly #url: string;

  constructor(card: HTMLElement, url: string) {
    this.#card = card;
    this.#url = url;
  }

  async receiveNews(topic: string): Promise<void> {
    if (!TOPICS.includes(topic)) return;
    let free: unknown;
    try {
      const answer = await fetch(this.#url, { headers: { Accept: "application/json" } });
      free = answer.ok ? ((await answer.json()) as { free?: unknown }).free : undefined;
    } catch {
      // What was known goes on to stand: it is asked again with the next news.
      return;
    }
    for (const part of this.#card.querySelectorAll<HTMLElement>("[data-talk]")) {
      const shown = part.dataset.talk === free;
      if (shown && part.hidden) announce(part.querySelector("b")?.textContent ?? "");
      part.hidden = !shown;
    }
  }
}

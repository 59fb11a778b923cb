import { SideView } from "../call/side-view";
import { announce } from "../page/focus-view";
import type { ConversationView } from "./conversation-view";

/** The conversation beside the picture: tells how much of it is unread, and shows it in a panel whose script is fetched when it is opened first. */
export class MessagesSide {
  readonly #stage: HTMLElement;
  readonly #side: SideView;
  readonly #news: HTMLElement | null;
  #view: ConversationView | undefined;
  #unread = 0;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#side = new SideView(stage, "messages", "settings");
    this.#news = stage.querySelector<HTMLElement>("[data-messages-news]");
    document.addEventListener("visibilitychange", () => {
      if (this.#looking) void this.#renew();
    });
  }

  receiveNews(topic: string): void {
    if (this.#side.panel && (topic === "message" || topic === "all")) void this.#renew();
  }

  async toggle(): Promise<void> {
    this.#side.toggle();
    if (this.#side.open) await this.#renew();
  }

  /** Somebody has it in front of them; only then it is fetched, since that counts as reading. */
  get #looking(): boolean {
    return this.#side.open && document.visibilityState === "visible";
  }

  async #renew(): Promise<void> {
    if (this.#looking && this.#side.panel) {
      if (!this.#view) {
        const { ConversationView } = await import("./conversation-view");
        this.#view ??= new ConversationView(this.#side.panel, () => void this.#count());
      }
      await this.#view.renew();
    }
    await this.#count();
  }

  async #count(): Promise<void> {
    try {
      const answer = await fetch(`${this.#side.panel?.dataset.href}/unread`, {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(10_000),
      });
      if (answer.ok) this.#render(((await answer.json()) as { readonly unread: number }).unread);
    } catch {
      // Asked again with the next news.
    }
  }

  #render(unread: number): void {
    for (const count of this.#stage.querySelectorAll<HTMLElement>("[data-messages-unread]")) {
      count.hidden = unread === 0;
      const number = count.querySelector<HTMLElement>("[data-number]");
      if (number) number.textContent = String(unread);
    }
    const more = unread > this.#unread && !this.#side.open;
    if (this.#news) this.#news.hidden = this.#side.open || unread === 0;
    if (more && !this.#stage.hidden) announce(this.#news?.querySelector("p")?.textContent ?? "");
    this.#unread = unread;
  }
}

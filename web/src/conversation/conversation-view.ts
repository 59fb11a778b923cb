import { submitInto } from "../page/live-view";
import { post } from "../page/post-view";
import { RenewedView } from "../page/renewed-view";
import { Drafts } from "./draft-view";
import { FilesView } from "./files-view";

/** What stands in the panel of messages: fetched anew with each news, and nothing that is being written is lost by it. */
export class ConversationView {
  readonly #panel: HTMLElement;
  readonly #href: string;
  readonly #onPress: () => void;
  readonly #parts = new Map<string, RenewedView>();

  constructor(panel: HTMLElement, onPress: () => void) {
    this.#panel = panel;
    this.#href = panel.dataset.href ?? "";
    this.#onPress = onPress;
    new Drafts().listen(panel);
    panel.addEventListener("submit", (event) => void this.#submit(event));
  }

  async renew(): Promise<void> {
    const talk = this.#find("talk");
    // the clinician writes elsewhere, so everything may be replaced; and so may what was never filled
    if (!talk || !this.#find("reply")) return this.#part("conversation");
    const before = this.#end();
    await this.#part("talk");
    if (this.#end() !== before) this.#showNewest();
    const asks = this.#find("talk")?.dataset.asks ?? "";
    const answers = this.#panel.querySelector<HTMLInputElement>("input[name=answered]")?.value ?? "";
    const typed = this.#panel.querySelector<HTMLTextAreaElement>("#reply textarea")?.value ?? "";
    if (asks !== answers && typed.trim() === "") await this.#part("reply");
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    // the page of a call must stay
    event.preventDefault();
    const whole = this.#find("conversation");
    if (!whole) return;
    if (form.closest("#reply")) {
      const button = form.querySelector("button");
      button?.setAttribute("disabled", "");
      const fresh = await submitInto(whole, form);
      button?.removeAttribute("disabled");
      FilesView.within(this.#panel);
      (fresh.querySelector<HTMLElement>("[aria-invalid=true], .nhsuk-textarea--error") ?? this.#panel.querySelector("h2"))?.focus();
      if (fresh !== whole) this.#showNewest();
      this.#tell(fresh === whole);
    } else {
      const pressed = event.submitter;
      await post(form.action);
      await this.renew();
      // the button went with what it was for, and what stands in its place is another
      if (!pressed?.isConnected) this.#panel.querySelector("h2")?.focus();
    }
    this.#onPress();
  }

  /** The service could not be reached: what was written still stands there. */
  #tell(failed: boolean): void {
    const line = this.#panel.querySelector<HTMLElement>("[data-reply-failed]");
    if (!line) return;
    line.hidden = !failed;
    if (failed) line.scrollIntoView({ block: "nearest" });
  }

  async #part(id: string): Promise<void> {
    const element = this.#find(id);
    if (!element) return;
    let part = this.#parts.get(id);
    if (part?.element !== element) {
      part = new RenewedView(element, this.#href);
      this.#parts.set(id, part);
    }
    await part.renew();
    FilesView.within(this.#panel);
    if (id === "conversation") this.#showNewest();
  }

  #find(id: string): HTMLElement | null {
    return this.#panel.querySelector<HTMLElement>(`#${id}`);
  }

  #end(): string {
    return this.#panel.querySelector("#talk > :last-child")?.textContent ?? "";
  }

  #showNewest(): void {
    this.#panel.querySelector(".a-talk > :last-child")?.scrollIntoView({ block: "nearest" });
  }
}

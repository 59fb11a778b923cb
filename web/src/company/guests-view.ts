import type { Call } from "../call/call";
import type { CallState } from "../call/call-state";
import { alarm, announce, focusHeading, passFocus } from "../page/focus-view";
import { refresh, submitInto } from "../page/live-view";
import { post } from "../page/post-view";
import { RenewedView } from "../page/renewed-view";
import type { Words } from "../page/words-view";

/** What stands in the panel of people: who is there with what can be done about them, and the form that invites one more. */
export class GuestsView {
  readonly #call: () => Call;
  readonly #words: Words;
  readonly #href: string;
  readonly #list: RenewedView;
  readonly #heading: HTMLElement;
  #form: HTMLElement;
  #rev = 0;

  constructor(panel: HTMLElement, words: Words, call: () => Call) {
    this.#call = call;
    this.#words = words;
    this.#href = panel.dataset.href ?? "";
    this.#list = new RenewedView(one(panel, "#guests"), this.#href);
    this.#form = one(panel, "#guest-form");
    this.#heading = one(panel, "#people-heading");
    panel.addEventListener("click", (event) => void this.#press(event));
    panel.addEventListener("change", () => this.#tie());
    panel.addEventListener("submit", (event) => void this.#submit(event));
    void this.#list.renew();
    void refresh(this.#form, `${this.#href}/form`).then((form) => {
      this.#form = form;
      this.#tie();
    });
  }

  /** Something was said about who is there. */
  receiveNews(): void {
    void this.#list.renew();
  }

  render({ room }: CallState): void {
    if (!room || room.rev === this.#rev) return;
    this.#rev = room.rev;
    void this.#list.renew();
  }

  async #press(event: Event): Promise<void> {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
    const row = button?.closest<HTMLElement>("[data-seat]");
    if (!button || !row) return;
    const seat = row.dataset.seat ?? "";
    const href = row.dataset.href ?? "";
    const done = await this.#act(button.dataset.act ?? "", seat, href);
    if (!done) alarm(this.#words("guests.refused.other"));
    await this.#list.renew();
    // Whoever was sent away took the button along.
    if (document.activeElement === document.body) passFocus(button, this.#heading);
  }

  async #act(act: string, participant: string, href: string): Promise<boolean> {
    const call = this.#call();
    switch (act) {
      case "admit":
        return (await call.admit(participant)) === "done";
      case "hold":
      case "back":
        return (await call.ask({ t: "hold", participant, on: act === "hold" })) === "done";
      case "pin":
      case "unpin":
        return (await call.ask({ t: "pin", participant: act === "pin" ? participant : null })) === "done";
      case "remove":
        return (await call.ask({ t: "remove", participant })) === "done";
      case "agreed":
        return (await post(`${href}/agreement`))?.ok ?? false;
      case "resend":
        return (await post(`${href}/letters`))?.ok ?? false;
      default:
        return false;
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || event.target.dataset.sending !== undefined) return;
    const form = event.target;
    form.dataset.sending = "";
    this.#form = await submitInto(this.#form, form);
    delete form.dataset.sending;
    this.#tie();
    const wrong = this.#form.querySelector<HTMLElement>(".nhsuk-input--error, .nhsuk-select--error");
    wrong?.focus();
    const sent = this.#form.querySelector<HTMLElement>("[data-sent]");
    if (sent) {
      announce(sent.textContent?.trim() ?? "");
      focusHeading(sent);
      void this.#list.renew();
    }
  }

  /** One way to reach them at a time. */
  #tie(): void {
    const bySms = this.#form.querySelector<HTMLInputElement>("input[name=channel][value=sms]")?.checked ?? false;
    for (const field of this.#form.querySelectorAll<HTMLElement>("[data-channel]"))
      field.hidden = (field.dataset.channel === "sms") !== bySms;
  }
}

function one(panel: HTMLElement, selector: string): HTMLElement {
  const element = panel.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The panel has no ${selector}`);
  return element;
}

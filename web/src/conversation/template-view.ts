import { fill } from "../page/words-view";

/** A template as it becomes for this patient. */
interface Filled {
  readonly text: string;
  readonly kind: string;
}

/** Puts a template into the message that is being written, below what stands there, and leaves the rest of the page as it is: files may be on their way. */
export class TemplateView {
  readonly #root: HTMLElement;
  readonly #choice: HTMLSelectElement;
  readonly #form: HTMLFormElement;
  readonly #text: HTMLTextAreaElement;

  static within(root: ParentNode): void {
    for (const element of root.querySelectorAll<HTMLElement>("[data-templates]")) new TemplateView(element);
  }

  constructor(root: HTMLElement) {
    const choice = root.querySelector("select");
    const text = choice?.form?.querySelector("textarea");
    if (!choice?.form || !text) throw new Error("The place for templates is not complete");
    this.#root = root;
    this.#choice = choice;
    this.#form = choice.form;
    this.#text = text;
    root.querySelector("[data-templates-use]")?.addEventListener("click", (event) => {
      event.preventDefault();
      void this.#use();
    });
  }

  async #use(): Promise<void> {
    const { value, selectedOptions } = this.#choice;
    if (!value) {
      this.#say(this.#root.dataset.choose);
      this.#choice.focus();
      return;
    }
    const filled = await look(`${this.#root.dataset.href}/${value}`);
    if (!filled) {
      this.#say(this.#root.dataset.failed);
      return;
    }
    this.#put(filled);
    this.#say(fill(this.#root.dataset.used ?? "", [selectedOptions[0]?.textContent ?? ""]));
  }

  #put({ text, kind }: Filled): void {
    const typed = this.#text.value.trimEnd();
    this.#text.value = typed ? `${typed}\n\n${text}` : text;
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>("input[name=messageKind]")) radio.checked = radio.value === kind;
    // kept as a draft, like whatever is typed
    this.#text.dispatchEvent(new Event("input", { bubbles: true }));
    this.#text.focus();
    this.#text.setSelectionRange(this.#text.value.length, this.#text.value.length);
  }

  #say(text = ""): void {
    const line = this.#root.querySelector("[data-templates-line]");
    if (line) line.textContent = text;
  }
}

async function look(url: string): Promise<Filled | undefined> {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, redirect: "manual", signal: AbortSignal.timeout(10_000) });
    return answer.ok ? ((await answer.json()) as Filled) : undefined;
  } catch {
    return undefined;
  }
}

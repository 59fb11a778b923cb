import { fill } from "../page/words-view";
import { discard, Upload, type UploadState } from "./upload";

const MOST = 5;

/** The files of a message that is being written: chosen, sent while the person writes, taken back. */
export class FilesView {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #running = new Set<Upload>();

  /** Nothing if there is no place for files, or it is looked after already. */
  static within(root: ParentNode): void {
    for (const element of root.querySelectorAll<HTMLElement>("[data-files][hidden]")) new FilesView(element);
  }

  constructor(root: HTMLElement) {
    const list = root.querySelector<HTMLElement>("[data-files-list]");
    const template = root.querySelector<HTMLTemplateElement>("template[data-file-template]");
    const input = root.querySelector<HTMLInputElement>("input[type=file]");
    if (!list || !template || !input) throw new Error("The place for files is not complete");
    this.#root = root;
    this.#list = list;
    this.#template = template;
    input.addEventListener("change", () => {
      this.#add([...(input.files ?? [])]);
      input.value = "";
    });
    list.addEventListener("click", (event) => this.#removeKept(event));
    input.form?.addEventListener("submit", (event) => this.#hold(event), { capture: true });
    root.hidden = false;
  }

  #add(files: readonly File[]): void {
    const free = MOST - this.#list.querySelectorAll("[data-file]:not([data-refused])").length;
    this.#say(files.length > free ? (this.#root.dataset.many ?? "") : "");
    for (const file of files.slice(0, Math.max(0, free))) this.#send(file);
  }

  #send(file: File): void {
    const row = (this.#template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    for (const name of row.querySelectorAll("[data-file-name]")) name.textContent = file.name;
    const upload = new Upload(this.#root.dataset.href ?? "", file, (state) => this.#render(row, upload, state));
    row.querySelector("[data-file-remove]")?.addEventListener("click", (event) => {
      event.stopPropagation();
      this.#running.delete(upload);
      upload.cancel();
      this.#remove(row);
    });
    this.#list.append(row);
    this.#running.add(upload);
    void upload.run();
  }

  #render(row: HTMLElement, upload: Upload, state: UploadState): void {
    const line = row.querySelector<HTMLElement>("[data-file-line]");
    const progress = row.querySelector<HTMLProgressElement>("[data-file-progress]");
    if (state.kind === "sending" || state.kind === "paused") {
      if (progress) progress.value = state.share;
      const word = state.kind === "paused" ? this.#root.dataset.paused : this.#root.dataset.sending;
      if (line) line.textContent = fill(word ?? "", [Math.round(state.share * 100)]);
      return;
    }
    progress?.remove();
    this.#running.delete(upload);
    if (state.kind === "sent") {
      const held = document.createElement("input");
      Object.assign(held, { type: "hidden", name: "file", value: state.id });
      row.append(held);
      for (const name of row.querySelectorAll("[data-file-name]")) name.textContent = state.name;
      if (line) line.textContent = this.#root.dataset.sent ?? "";
    } else {
      row.dataset.refused = "";
      if (line) line.textContent = state.problem ?? this.#root.dataset.failed ?? "";
    }
    this.#say(`${row.querySelector("[data-file-name]")?.textContent}: ${line?.textContent}`, true);
  }

  #removeKept(event: Event): void {
    const row = event.target instanceof Element ? event.target.closest("[data-file-remove]")?.closest<HTMLElement>("[data-file]") : null;
    if (!row) return;
    const id = row.querySelector<HTMLInputElement>("input[name=file]")?.value;
    if (id) void discard(this.#root.dataset.href ?? "", id);
    this.#remove(row);
  }

  #remove(row: HTMLElement): void {
    row.remove();
    this.#say("");
    this.#root.querySelector<HTMLElement>("input[type=file]")?.focus();
  }

  /** What is still being sent would be missing from the message. */
  #hold(event: Event): void {
    if (this.#running.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#say(this.#root.dataset.waits ?? "");
  }

  #say(text: string, quietly = false): void {
    const line = this.#root.querySelector<HTMLElement>("[data-files-line]");
    if (!line) return;
    line.textContent = text;
    line.classList.toggle("nhsuk-u-visually-hidden", quietly);
  }
}

import type { Call } from "../call/call";
import { showStream } from "../call/picture-view";
import { readCsrf } from "../page/csrf-view";
import { announce, focusHeading, passFocus } from "../page/focus-view";
import { post } from "../page/post-view";
import { fill, type Words } from "../page/words-view";
import type { Question } from "./photo-bell";
import { type Still, stillOf, takeStill } from "./still";

type Step = "ask" | "frame" | "check" | "said";

const UPLOAD_MS = 60_000;

/** The patient is asked for a photo, frames it, looks at it, and sends it. Nothing is taken before the yes, and nothing sent before the patient has seen it. */
export class PhotoView {
  readonly #panel: HTMLElement;
  readonly #url: string;
  readonly #words: Words;
  readonly #call: () => Call;
  readonly #film: HTMLVideoElement;
  #photo: string | undefined;
  #still: Still | undefined;
  #turned = false;
  #busy = false;
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(panel: HTMLElement, url: string, words: Words, call: () => Call) {
    this.#panel = panel;
    this.#url = url;
    this.#words = words;
    this.#call = call;
    this.#film = this.#one<HTMLVideoElement>("video");
    this.#on("yes", () => this.#answer(true));
    this.#on("no", () => this.#answer(false));
    this.#on("cancel", () => this.#answer(false));
    this.#on("shoot", () => this.#shoot());
    this.#on("flip", () => this.#call().flipCamera());
    this.#on("light", () => this.#call().toggleLight());
    this.#on("again", () => this.#frame());
    this.#on("use", () => this.#send());
    this.#on("close", () => this.#close());
    this.#one<HTMLInputElement>("input[type=file]").addEventListener("change", (event) => void this.#take(event));
  }

  receive({ photo, of, agreed }: Question): void {
    if (photo === undefined) {
      // Answered here, or said already: then it is no news.
      if (this.#step !== undefined && this.#step !== "said") this.#say("photo.no-longer");
      return;
    }
    if (photo === this.#photo) return;
    this.#photo = photo;
    for (const part of this.#panel.querySelectorAll<HTMLElement>("[data-fill]"))
      part.textContent = fill(part.dataset.fill ?? "", [of ?? ""]);
    if (agreed) void this.#frame();
    else this.#show("ask");
  }

  get #step(): string | undefined {
    return this.#panel.hidden ? undefined : this.#panel.dataset.step;
  }

  async #answer(yes: boolean): Promise<void> {
    if (!(await post(`${this.#url}/${this.#photo}/answer`, { yes: String(yes) }))?.ok) return this.#say("photo.failed");
    if (yes) await this.#frame();
    else this.#close();
  }

  /** The camera at the back, if there is one; the picture in the frame is what the camera sees. */
  async #frame(): Promise<void> {
    this.#still = undefined;
    this.#show("frame");
    this.#clock ??= setInterval(() => this.#look(), 500);
    const { own } = this.#call().state;
    if (!own.showing && own.tracks.camera) {
      this.#turned = true;
      await this.#call().toggleShow();
    }
    this.#look();
  }

  #look(): void {
    const { own } = this.#call().state;
    showStream(this.#film, own.tracks.camera ? [own.tracks.camera] : []);
    this.#part("shoot").hidden = own.tracks.camera === null;
    this.#part("light").hidden = own.light === undefined;
  }

  async #shoot(): Promise<void> {
    const track = this.#call().state.own.tracks.camera;
    if (!track || this.#busy) return;
    this.#busy = true;
    this.#check(await takeStill(track));
    this.#busy = false;
  }

  async #take(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) this.#check(await stillOf(file));
  }

  #check(still: Still | undefined): void {
    if (!still) {
      this.#tell("photo.unreadable");
      return;
    }
    this.#still = still;
    still.canvas.setAttribute("role", "img");
    still.canvas.setAttribute("aria-label", this.#words("photo.preview"));
    this.#one("[data-preview]").replaceChildren(still.canvas);
    this.#show("check");
  }

  async #send(): Promise<void> {
    if (!this.#still || this.#busy) return;
    this.#busy = true;
    this.#tell("photo.sending");
    const status = await this.#upload(this.#still);
    this.#busy = false;
    if (status === 204) this.#say("photo.sent");
    else if (status === 409) this.#say("photo.no-longer");
    else this.#tell(status === 422 ? "photo.unreadable" : "photo.failed");
  }

  async #upload(still: Still): Promise<number> {
    const csrf = readCsrf();
    try {
      const answer = await fetch(`${this.#url}/${this.#photo}/image?how=${still.how}`, {
        method: "POST",
        headers: { "Content-Type": "image/jpeg", ...(csrf && { [csrf.header]: csrf.token }) },
        body: still.jpeg,
        signal: AbortSignal.timeout(UPLOAD_MS),
      });
      return answer.status;
    } catch {
      return 0;
    }
  }

  #show(step: Step): void {
    this.#panel.hidden = false;
    this.#panel.dataset.step = step;
    for (const part of this.#panel.querySelectorAll<HTMLElement>("[data-step-of]")) part.hidden = part.dataset.stepOf !== step;
    this.#tell(undefined);
    focusHeading(this.#panel.querySelector(`[data-step-of="${step}"] h2`));
  }

  /** What is last said of this photo; the panel is closed by the patient. */
  #say(key: string): void {
    this.#letGo();
    this.#one("[data-said]").textContent = this.#words(key);
    this.#show("said");
    announce(this.#words(key));
  }

  /** One line in the step that is shown. */
  #tell(key: string | undefined): void {
    const text = key ? this.#words(key) : "";
    for (const line of this.#panel.querySelectorAll<HTMLElement>("[data-line]")) line.textContent = text;
    if (text) announce(text);
  }

  #close(): void {
    this.#letGo();
    const held = document.activeElement;
    this.#panel.hidden = true;
    passFocus(held, this.#panel.closest("[data-stage]")?.querySelector("h1"));
  }

  /** The face again, as before. */
  #letGo(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#still = undefined;
    showStream(this.#film, []);
    this.#one("[data-preview]").replaceChildren();
    if (this.#turned && this.#call().state.own.showing) void this.#call().toggleShow();
    this.#turned = false;
  }

  #on(name: string, act: () => unknown): void {
    for (const button of this.#panel.querySelectorAll<HTMLElement>(`[data-photo-press="${name}"]`))
      button.addEventListener("click", () => void act());
  }

  #part(name: string): HTMLElement {
    return this.#one(`[data-photo-press="${name}"]`);
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.#panel.querySelector<E>(selector);
    if (!element) throw new Error(`The panel has no ${selector}`);
    return element;
  }
}

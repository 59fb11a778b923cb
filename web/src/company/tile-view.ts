import type { Another } from "../call/call-state";
import { playSound, showStream } from "../call/picture-view";
import { initials } from "../call/their-view";
import type { Words } from "../page/words-view";
import type { Person } from "./people";

/** One guest below the picture: picture, sound, name, and what of it is off. */
export class TileView {
  readonly element: HTMLElement;
  readonly #words: Words;
  readonly #picture: HTMLVideoElement;
  readonly #sound: HTMLAudioElement;

  constructor(template: HTMLTemplateElement, seat: string, words: Words) {
    const element = template.content.firstElementChild?.cloneNode(true);
    if (!(element instanceof HTMLElement)) throw new Error("The page has no tile");
    this.element = element;
    this.#words = words;
    element.dataset.seat = seat;
    this.#picture = this.#one("video");
    this.#sound = this.#one("audio");
  }

  get sound(): HTMLAudioElement {
    return this.#sound;
  }

  render({ participant, tracks, media, meeting, connected, picture }: Another, person: Person | undefined, pinned: boolean): void {
    showStream(this.#picture, tracks ? [tracks.picture] : []);
    showStream(this.#sound, tracks ? [tracks.sound] : []);
    const seen = meeting && connected && (media?.camera ?? false) && picture.size !== "paused";
    const heard = media?.microphone ?? false;
    this.#picture.hidden = !seen;
    this.#one("[data-off]").hidden = seen;
    const name = person?.name ?? "";
    put(this.#one("[data-initials]"), initials(name));
    put(this.#one("[data-tile-name]"), name);
    put(this.#one("[data-tile-as]"), person?.as ?? "");
    const why = participant.held ? "held" : !connected ? "connecting" : media && !media.camera ? "camera-off" : undefined;
    put(this.#one("[data-tile-why]"), why ? this.#words(`guests.${why}`) : "");
    this.#one("[data-tile-muted]").hidden = heard || !media;
    this.#one("[data-tile-heard]").hidden = !heard;
    this.#picture.setAttribute("aria-label", name);
    this.element.classList.toggle("is-pinned", pinned);
  }

  /** False when the browser holds the sound back until the page is touched. */
  play(): Promise<boolean> {
    return this.#sound.srcObject ? playSound(this.#sound) : Promise.resolve(true);
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.element.querySelector<E>(selector);
    if (!element) throw new Error(`The tile has no ${selector}`);
    return element;
  }
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

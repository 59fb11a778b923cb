import { announce, focusHeading, standAlone } from "../page/focus-view";
import { fill, type Words } from "../page/words-view";
import type { CallState } from "./call";
import { onFirstFrame, playSound, showStream } from "./picture-view";

/** What the person pressed. */
export interface StageEnds {
  readonly onMute: () => void;
  readonly onCamera: () => void;
  readonly onEnd: () => void;
  readonly onUseHere: () => void;
  readonly onUseDevices: () => void;
  readonly onFirstFrame: () => void;
}

/** What the stage shows beside the call itself. `card` and `notice` name elements of the page; one of each at a time. */
export interface Scene {
  readonly shown: boolean;
  readonly card: string | undefined;
  readonly notice: string | undefined;
  /** Milliseconds of the clock; the card counts from it. */
  readonly cardSince?: number | undefined;
}

/** The call in the full window. */
export class StageView {
  readonly #stage: HTMLElement;
  readonly #words: Words;
  readonly #ends: StageEnds;
  readonly #picture: HTMLVideoElement;
  readonly #sound: HTMLAudioElement;
  #undo: (() => void) | undefined;
  #stopWaiting: (() => void) | undefined;
  #meeting = false;
  #soundHeld = false;
  #said: Record<string, string> = {};

  constructor(stage: HTMLElement, words: Words, ends: StageEnds) {
    this.#stage = stage;
    this.#words = words;
    this.#ends = ends;
    this.#picture = this.#one<HTMLVideoElement>("#remote-picture");
    this.#sound = this.#one<HTMLAudioElement>("#remote-sound");
    this.#one("[data-initials]").textContent = initials(stage.closest<HTMLElement>("[data-name]")?.dataset.name ?? "");
    this.#on("mute", ends.onMute);
    this.#on("camera", ends.onCamera);
    this.#on("end", ends.onEnd);
    this.#on("use-here", ends.onUseHere);
    this.#on("use-devices", ends.onUseDevices);
    this.#on("tap", () => void this.#play());
    // A phone held upright is shown whole, at full height.
    this.#picture.addEventListener("resize", () => {
      this.#one("[data-fit]").classList.toggle("a-fit--tall", this.#picture.videoHeight > this.#picture.videoWidth);
    });
  }

  render(state: CallState, scene: Scene): void {
    const appears = scene.shown && this.#stage.hidden;
    this.#stage.hidden = !scene.shown;
    if (appears) {
      this.#undo = standAlone(this.#stage);
      focusHeading(this.#stage.querySelector("h1"));
    } else if (!scene.shown) {
      this.#undo?.();
      this.#undo = undefined;
    }
    this.#renderTheirs(state);
    this.#renderOwn(state);
    this.#renderCards(scene);
    this.receiveTick(state, scene, Date.now());
  }

  /** Once a second: what counts. */
  receiveTick(state: CallState, scene: Scene, now: number): void {
    const timer = this.#stage.querySelector<HTMLElement>("[data-timer]");
    const liveAt = state.room?.liveAt;
    if (timer) timer.textContent = liveAt ? clock(now - liveAt.getTime()) : "00:00";
    for (const counted of this.#stage.querySelectorAll<HTMLElement>("[data-one]")) {
      if (counted.offsetParent === null) continue;
      const seconds = Math.max(1, Math.round((now - (scene.cardSince ?? now)) / 1_000));
      counted.textContent = fill((seconds === 1 ? counted.dataset.one : counted.dataset.many) ?? "", [seconds]);
    }
  }

  #renderTheirs({ theirTracks, theirMedia, meeting, troubledSince }: CallState): void {
    // Attached with the connection, long before anything flows: the first picture is then on the screen at once.
    showStream(this.#picture, theirTracks ? [theirTracks.picture] : []);
    showStream(this.#sound, theirTracks ? [theirTracks.sound] : []);
    if (theirTracks) theirTracks.picture.onunmute = () => void this.#picture.play().catch(() => undefined);
    if (theirTracks) theirTracks.sound.onunmute = () => void this.#play();
    if (meeting && !this.#meeting) {
      this.#stopWaiting = onFirstFrame(this.#picture, this.#ends.onFirstFrame);
      void this.#play();
    }
    if (!meeting) this.#stopWaiting?.();
    this.#meeting = meeting;
    const seen = theirMedia === null || theirMedia.camera;
    const heard = theirMedia === null || theirMedia.microphone;
    this.#picture.hidden = !seen;
    this.#one("[data-their-off]").hidden = seen;
    this.#one("[data-their-name]").classList.toggle("is-muted", !heard);
    for (const muted of this.#stage.querySelectorAll<HTMLElement>("[data-their-muted]")) muted.hidden = heard;
    this.#one("[data-their-heard]").hidden = !heard;
    this.#one("[data-fit]").classList.toggle("is-dimmed", meeting && troubledSince !== undefined);
    this.#one("[data-tap]").hidden = !this.#soundHeld;
    if (meeting && theirMedia) {
      this.#say("their-sound", heard ? "their.heard" : "their.muted", heard);
      this.#say("their-picture", seen ? "their.seen" : "their.off", seen);
    }
  }

  #renderOwn({ own, meeting }: CallState): void {
    const muted = own.muted || own.tracks.microphone === null;
    const cameraOff = own.cameraOff || own.tracks.camera === null;
    for (const button of document.querySelectorAll<HTMLElement>('[data-press="mute"]'))
      this.#switch(button, own.muted, "mute", "unmute", "mic");
    for (const button of document.querySelectorAll<HTMLElement>('[data-press="camera"]')) {
      this.#switch(button, cameraOff, "camera.off", "camera.on", "camera");
    }
    const ask = this.#stage.querySelector<HTMLElement>("[data-no-devices]");
    if (ask) ask.hidden = own.tracks.microphone !== null || own.wish === undefined;
    if (!meeting) return;
    this.#say("own-sound", muted ? "own.muted" : "own.heard", !muted);
    this.#say("own-picture", cameraOff ? "own.off" : "own.seen", !cameraOff);
  }

  /** A switch changes its word, its icon and its ground; it has no pressed state. */
  #switch(button: HTMLElement, off: boolean, on: string, offWord: string, icon: string): void {
    const label = button.querySelector<HTMLElement>("[data-label]");
    const word = this.#words(off ? offWord : on);
    if (label && label.textContent !== word) label.textContent = word;
    button.classList.toggle("a-ctl--off", off && button.classList.contains("a-ctl"));
    const use = button.querySelector("use");
    const href = use?.getAttribute("href")?.replace(/#.*/, `#${icon}${off ? "-off" : ""}`);
    if (use && href && use.getAttribute("href") !== href) use.setAttribute("href", href);
  }

  #renderCards(scene: Scene): void {
    for (const card of this.#stage.querySelectorAll<HTMLElement>("[data-card]")) {
      const shown = card.dataset.card === scene.card;
      if (shown && card.hidden) announce(card.querySelector("h2")?.textContent?.trim() ?? "");
      card.hidden = !shown;
    }
    this.#stage.classList.toggle("a-stage--bare", this.#stage.querySelector(`[data-card="${scene.card}"][data-bare]`) !== null);
    for (const notice of this.#stage.querySelectorAll<HTMLElement>("[data-notice]")) {
      const shown = notice.dataset.notice === scene.notice;
      if (shown && notice.hidden) announce(notice.querySelector("p")?.textContent?.trim() ?? "");
      notice.hidden = !shown;
    }
  }

  /** Each change of sound and picture is said once; what is so from the start is not a change. */
  #say(what: string, key: string, normal: boolean): void {
    const before = this.#said[what];
    this.#said[what] = key;
    if (before !== key && (before !== undefined || !normal)) announce(this.#words(key));
  }

  async #play(): Promise<void> {
    if (!this.#sound.srcObject) return;
    this.#soundHeld = !(await playSound(this.#sound));
    this.#one("[data-tap]").hidden = !this.#soundHeld;
  }

  #on(what: string, act: () => void): void {
    for (const button of document.querySelectorAll<HTMLElement>(`[data-press="${what}"]`)) button.addEventListener("click", act);
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.#stage.querySelector<E>(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  }
}

/** 04:12, or 1:04:12 after an hour. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** RW for Rosa Whitfield, AO for Dr Amara Okafor: the first and the last name, without the title. */
export function initials(name: string): string {
  const names = name.split(/\s+/).filter((part) => part !== "" && !/^(dr|mr|mrs|ms|miss|mx|prof)\.?$/i.test(part));
  return [...new Set([names[0], names.at(-1)])].map((part) => part?.[0] ?? "").join("");
}

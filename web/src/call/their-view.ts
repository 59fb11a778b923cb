import { announce } from "../page/focus-view";
import type { Words } from "../page/words-view";
import type { CallState } from "./call-state";
import { onFirstFrame, playSound, showStream } from "./picture-view";
import { ownHeld } from "./room";

/** The other side: picture, shared screen, sound, name, and what of it is off. */
export class TheirView {
  readonly #stage: HTMLElement;
  readonly #words: Words;
  readonly #onFirstFrame: () => void;
  readonly #picture: HTMLVideoElement;
  readonly #screen: HTMLVideoElement;
  readonly #sound: HTMLAudioElement;
  readonly #fit: HTMLElement;
  #stopWaiting: (() => void) | undefined;
  #meeting = false;
  #soundHeld = false;
  #said: Record<string, string> = {};

  constructor(stage: HTMLElement, words: Words, onFirst: () => void) {
    this.#stage = stage;
    this.#words = words;
    this.#onFirstFrame = onFirst;
    this.#picture = this.#one<HTMLVideoElement>("#remote-picture");
    this.#screen = this.#one<HTMLVideoElement>("#remote-screen");
    this.#sound = this.#one<HTMLAudioElement>("#remote-sound");
    this.#fit = this.#one("[data-fit]");
    this.#one("[data-initials]").textContent = initials(stage.closest<HTMLElement>("[data-name]")?.dataset.name ?? "");
    // A phone held upright is shown whole, at full height.
    this.#picture.addEventListener("resize", () => {
      this.#fit.classList.toggle("a-fit--tall", this.#picture.videoHeight > this.#picture.videoWidth);
    });
  }

  get sound(): HTMLAudioElement {
    return this.#sound;
  }

  render(state: CallState): void {
    const { theirTracks, theirMedia, theirPicture, meeting, troubledSince } = state;
    // Attached with the connection, long before anything flows: the first picture is then on the screen at once.
    showStream(this.#picture, theirTracks ? [theirTracks.picture] : []);
    showStream(this.#sound, theirTracks ? [theirTracks.sound] : []);
    if (theirTracks) theirTracks.picture.onunmute = () => void this.#picture.play().catch(() => undefined);
    if (theirTracks) theirTracks.sound.onunmute = () => void this.play();
    if (meeting && !this.#meeting) {
      this.#stopWaiting = onFirstFrame(this.#picture, this.#onFirstFrame);
      void this.play();
    }
    if (!meeting) this.#stopWaiting?.();
    this.#meeting = meeting;

    const shares = theirMedia?.screen ?? false;
    showStream(this.#screen, shares && theirTracks?.screen ? [theirTracks.screen] : []);
    this.#screen.hidden = !shares;
    this.#fit.classList.toggle("is-sharing", shares);
    const on = theirMedia === null || theirMedia.camera;
    const byPhone = (state.room?.phoneSince ?? null) !== null;
    // What stood there last is not left standing for who is set aside.
    const held = (state.other?.held ?? false) || ownHeld(state.room);
    const seen = on && !byPhone && !held && theirPicture.size !== "paused";
    const heard = theirMedia === null || theirMedia.microphone;
    this.#picture.hidden = !seen;
    this.#one("[data-their-off]").hidden = seen;
    for (const why of this.#stage.querySelectorAll<HTMLElement>("[data-why]"))
      why.hidden = byPhone || why.dataset.why !== (held ? "held" : on ? "paused" : "off");
    this.#one("[data-their-name]").classList.toggle("is-muted", !heard);
    for (const muted of this.#stage.querySelectorAll<HTMLElement>("[data-their-muted]")) muted.hidden = heard;
    this.#one("[data-their-heard]").hidden = !heard;
    this.#fit.classList.toggle("is-dimmed", meeting && troubledSince !== undefined);
    this.#fit.classList.toggle("is-small", meeting && theirPicture.size === "smaller" && state.bars.theirs <= 1);
    this.#one("[data-tap]").hidden = !this.#soundHeld;
    if (!meeting || !theirMedia) return;
    this.#say("sound", heard ? "their.heard" : "their.muted", heard);
    this.#say("picture", on ? "their.seen" : "their.off", on);
    this.#say("screen", shares ? "their.shares" : "their.shares.not", !shares);
  }

  /** Browsers hold sound back until the page was touched. */
  async play(): Promise<void> {
    if (!this.#sound.srcObject) return;
    this.#soundHeld = !(await playSound(this.#sound));
    this.#one("[data-tap]").hidden = !this.#soundHeld;
  }

  /** Each change of sound and picture is said once; what is so from the start is not a change. */
  #say(what: string, key: string, normal: boolean): void {
    const before = this.#said[what];
    this.#said[what] = key;
    if (before !== key && (before !== undefined || !normal)) announce(this.#words(key));
  }

  #one<E extends HTMLElement = HTMLElement>(selector: string): E {
    const element = this.#stage.querySelector<E>(selector);
    if (!element) throw new Error(`The page has no ${selector}`);
    return element;
  }
}

/** RW for Rosa Whitfield, AO for Dr Amara Okafor: the first and the last name, without the title. */
export function initials(name: string): string {
  const names = name.split(/\s+/).filter((part) => part !== "" && !/^(dr|mr|mrs|ms|miss|mx|prof)\.?$/i.test(part));
  return [...new Set([names[0], names.at(-1)])].map((part) => part?.[0] ?? "").join("");
}

import { announce } from "../page/focus-view";
import type { Words } from "../page/words-view";
import type { CallState } from "./call-state";

/** What one's own buttons say: each names what pressing it does now. */
export class OwnView {
  readonly #words: Words;
  #said: Record<string, string> = {};

  constructor(words: Words) {
    this.#words = words;
  }

  render({ own, meeting, sharing, canShare }: CallState): void {
    const muted = own.muted || own.tracks.microphone === null;
    const cameraOff = own.cameraOff || own.tracks.camera === null;
    this.#switch("mute", own.muted, own.muted ? "unmute" : "mute", "mic");
    this.#switch("camera", cameraOff, cameraOff ? "camera.on" : "camera.off", "camera");
    this.#switch("share", false, sharing ? "share.stop" : "share.start");
    this.#switch("show", false, own.showing ? "show.stop" : "show.start");
    this.#switch("light", false, own.light ? "light.off" : "light.on");
    this.#offer("share", canShare);
    this.#offer("light", own.light !== undefined);
    for (const picture of document.querySelectorAll("video[data-own]")) {
      // A mirror shows a face as its owner knows it, and a prescription as nobody can read it.
      picture.classList.toggle("is-outward", own.facing === "environment");
    }
    if (!meeting) return;
    this.#say("sound", muted ? "own.muted" : "own.heard", !muted);
    this.#say("picture", cameraOff ? "own.off" : "own.seen", !cameraOff);
    this.#say("screen", sharing ? "own.shares" : "own.shares.not", !sharing);
  }

  /** A switch changes its word, its icon and its ground; it has no pressed state. */
  #switch(press: string, off: boolean, word: string, icon?: string): void {
    for (const button of document.querySelectorAll<HTMLElement>(`[data-press="${press}"]`)) {
      const label = button.querySelector<HTMLElement>("[data-label]");
      const text = this.#words(word);
      if (label && label.textContent !== text) label.textContent = text;
      button.classList.toggle("a-ctl--off", off && button.classList.contains("a-ctl"));
      const use = icon ? button.querySelector("use") : null;
      const href = use?.getAttribute("href")?.replace(/#.*/, `#${icon}${off ? "-off" : ""}`);
      if (use && href && use.getAttribute("href") !== href) use.setAttribute("href", href);
    }
  }

  #offer(press: string, possible: boolean): void {
    for (const button of document.querySelectorAll<HTMLElement>(`[data-press="${press}"]`)) button.hidden = !possible;
  }

  #say(what: string, key: string, normal: boolean): void {
    const before = this.#said[what];
    this.#said[what] = key;
    if (before !== key && (before !== undefined || !normal)) announce(this.#words(key));
  }
}

import type { OwnState } from "../call/media";
import { showStream } from "../call/picture-view";
import type { Words } from "../page/words-view";
import { brightness, Darkness } from "./darkness";
import { Meter } from "./meter";

export interface PreviewEnds {
  readonly onSilence: (silent: boolean) => void;
  /** How loud the microphone is, 0 to 1, ten times a second; muted or not. */
  readonly onLevel: (level: number) => void;
  /** More than one camera can be had. */
  readonly onCameras: (several: boolean) => void;
  /** The camera shows only black, or no more. */
  readonly onDark?: (dark: boolean) => void;
  readonly onChoose: (device: "camera" | "microphone", deviceId: string) => void;
}

const DARKNESS_EVERY_MS = 1_000;

/** One's own picture and the meter of one's own microphone, wherever the page shows them: `[data-own]`, `[data-meter]`. */
export class PreviewView {
  readonly #words: Words;
  readonly #ends: PreviewEnds;
  #meter: Meter | undefined;
  #metered: MediaStreamTrack | null = null;
  // A copy that stays on while the microphone is muted, so that the page can say "You are muted" to who talks.
  #ear: MediaStreamTrack | undefined;
  #darkness = new Darkness();
  #own: OwnState | undefined;

  constructor(words: Words, ends: PreviewEnds) {
    this.#words = words;
    this.#ends = ends;
    for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-choose]")) {
      select.addEventListener("change", () =>
        this.#ends.onChoose(select.dataset.choose === "camera" ? "camera" : "microphone", select.value),
      );
    }
    navigator.mediaDevices?.addEventListener?.("devicechange", () => void this.#listDevices());
    setInterval(() => this.#checkDarkness(), DARKNESS_EVERY_MS);
  }

  render(own: OwnState): void {
    const { camera, microphone } = own.tracks;
    const sees = camera !== null && !own.cameraOff;
    for (const video of document.querySelectorAll<HTMLVideoElement>("video[data-own]")) {
      showStream(video, camera ? [camera] : []);
      video.hidden = !sees;
    }
    for (const off of document.querySelectorAll<HTMLElement>("[data-own-off]")) off.hidden = sees;
    for (const label of document.querySelectorAll<HTMLElement>("[data-own-label]")) {
      const hears = microphone !== null && !own.muted;
      const muted = label.querySelector<HTMLElement>("[data-own-muted]");
      const heard = label.querySelector<HTMLElement>("[data-own-heard]");
      if (muted) muted.hidden = hears || microphone === null;
      if (heard) heard.hidden = !hears;
      label.hidden = microphone === null;
    }
    this.#listen(microphone);
    if (this.#own?.tracks.camera !== camera) this.#darkness = new Darkness();
    const given = camera !== this.#own?.tracks.camera || microphone !== this.#own?.tracks.microphone;
    this.#own = own;
    // Names of devices are known only once one was given.
    if (given && (camera || microphone)) void this.#listDevices();
  }

  #listen(track: MediaStreamTrack | null): void {
    if (track === this.#metered) return;
    this.#meter?.stop();
    this.#meter = undefined;
    this.#ear?.stop();
    this.#ear = undefined;
    this.#metered = track;
    if (!track) return;
    try {
      this.#ear = track.clone();
      this.#ear.enabled = true;
      this.#meter = new Meter(this.#ear, {
        onLevel: (level) => {
          this.#light(level);
          this.#ends.onLevel(level);
        },
        onSilence: (silent) => this.#ends.onSilence(silent),
      });
    } catch {
      // Without WebAudio there is no meter; the microphone works all the same.
    }
  }

  #light(level: number): void {
    for (const meter of document.querySelectorAll<HTMLElement>("[data-meter]")) {
      const bars = meter.children;
      const lit = Math.round(level * bars.length);
      for (let i = 0; i < bars.length; i++) bars[i]?.classList.toggle("on", i < lit);
    }
  }

  #checkDarkness(): void {
    const video = document.querySelector<HTMLVideoElement>("video[data-own]:not([hidden])");
    const note = document.querySelector<HTMLElement>("[data-dark]");
    if (!note) return;
    if (!video || !this.#own?.tracks.camera || video.videoWidth === 0 || document.visibilityState !== "visible") {
      note.hidden = true;
      this.#ends.onDark?.(false);
      return;
    }
    const canvas = document.createElement("canvas");
    canvas.width = 16;
    canvas.height = 9;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) return;
    context.drawImage(video, 0, 0, 16, 9);
    note.hidden = !this.#darkness.receive(brightness(context.getImageData(0, 0, 16, 9).data));
    this.#ends.onDark?.(!note.hidden);
  }

  async #listDevices(): Promise<void> {
    const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    this.#ends.onCameras(devices.filter((device) => device.kind === "videoinput").length > 1);
    const { tracks } = this.#own ?? { tracks: { camera: null, microphone: null } };
    for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-choose]")) {
      const which = select.dataset.choose === "camera" ? "camera" : "microphone";
      const kind = which === "camera" ? "videoinput" : "audioinput";
      const found = devices.filter((device) => device.kind === kind && device.deviceId !== "");
      const used = tracks[which]?.getSettings().deviceId;
      const listed = JSON.stringify([which, used, found.map(({ deviceId, label }) => [deviceId, label])]);
      if (select.dataset.listed === listed) continue;
      select.dataset.listed = listed;
      select.replaceChildren(
        ...found.map(({ deviceId, label }, index) => {
          const option = document.createElement("option");
          option.value = deviceId;
          option.textContent = label || this.#words(`${which}.numbered`, index + 1);
          option.selected = deviceId === used;
          return option;
        }),
      );
      const group = select.closest<HTMLElement>("[data-choice]");
      if (group) group.hidden = found.length === 0;
    }
  }
}

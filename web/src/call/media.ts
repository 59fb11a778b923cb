import { type Capture, cameraConstraints, capture, type Devices, microphoneConstraints, type Wish } from "../devices/capture";
import type { DeviceChoice } from "../devices/choice";
import { deviceState, type Problem, problemOf } from "../devices/problem";
import type { DeviceState, MediaState } from "../signalling/messages";
import { Lens } from "./lens";

export type Kind = "camera" | "microphone";

/** One's own camera and microphone, as they are now. */
export interface OwnState {
  /** Undefined until the person has chosen. */
  readonly wish: Wish | undefined;
  readonly tracks: { readonly microphone: MediaStreamTrack | null; readonly camera: MediaStreamTrack | null };
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly devices: { readonly microphone: DeviceState; readonly camera: DeviceState } | undefined;
  readonly problem: { readonly device: Kind; readonly what: Problem } | undefined;
  /** The system has taken it away for a while: a telephone call, a switch on the keyboard. */
  readonly held: { readonly microphone: boolean; readonly camera: boolean };
  /** Which way the camera looks, and whether it shows something rather than somebody. */
  readonly facing: "user" | "environment";
  readonly showing: boolean;
  /** Undefined where this camera has no light. */
  readonly light: boolean | undefined;
}

// Long enough for one black frame to leave, so that the other side does not keep the last face.
const BLACK_FRAME_MS = 200;
// Safari calls a track muted for a moment whenever it starts one.
const HELD_AFTER_MS = 1_000;

/**
 * Camera and microphone of this device. Mute keeps the microphone, so that unmuting is instant; a camera that is off is let go, so that
 * its light goes out.
 */
export class OwnMedia {
  readonly #devices: Devices;
  readonly #onChange: (state: OwnState) => void;
  #choice: DeviceChoice;
  #wish: Wish | undefined;
  #microphone: MediaStreamTrack | null = null;
  #camera: MediaStreamTrack | null = null;
  #muted = false;
  #cameraOff = false;
  #states: OwnState["devices"];
  #problem: OwnState["problem"];
  #held = { microphone: false, camera: false };
  readonly #lens = new Lens();
  // Rises with each change of that device, so that an answer that comes late is recognised.
  readonly #turns = { camera: 0, microphone: 0 };

  constructor(devices: Devices, choice: DeviceChoice, onChange: (state: OwnState) => void) {
    this.#devices = devices;
    this.#choice = choice;
    this.#onChange = onChange;
  }

  get state(): OwnState {
    return {
      wish: this.#wish,
      tracks: { microphone: this.#microphone, camera: this.#camera },
      muted: this.#muted,
      cameraOff: this.#cameraOff,
      devices: this.#states,
      problem: this.#problem,
      held: this.#held,
      facing: this.#lens.facing,
      showing: this.#lens.showing,
      light: this.#lens.light,
    };
  }

  /** What the others are told: read from the tracks, so that it is true whatever was pressed. */
  get sent(): Omit<MediaState, "screen"> {
    const flows = (track: MediaStreamTrack | null, kind: Kind) => track?.readyState === "live" && track.enabled && !this.#held[kind];
    return { microphone: flows(this.#microphone, "microphone"), camera: flows(this.#camera, "camera") };
  }

  /** Asks for the devices. What was given before is let go first: some browsers end the new sound otherwise. */
  async start(wish: Wish): Promise<void> {
    const turn = this.#letGo();
    this.#wish = wish;
    const got = await capture(this.#devices, wish, this.#choice);
    if (turn.camera !== this.#turns.camera || turn.microphone !== this.#turns.microphone) {
      got.microphone?.stop();
      got.camera?.stop();
      return;
    }
    this.#take(got);
  }

  /** Lets both go: the call is over. `start` brings them back. */
  stop(): void {
    this.#letGo();
    this.#changed();
  }

  mute(muted: boolean): void {
    this.#muted = muted;
    if (this.#microphone) this.#microphone.enabled = !muted;
    this.#changed();
  }

  async turnCameraOff(): Promise<void> {
    const camera = this.#camera;
    const turn = ++this.#turns.camera;
    this.#cameraOff = true;
    if (camera) camera.enabled = false;
    this.#changed();
    if (!camera) return;
    await new Promise((resolve) => setTimeout(resolve, BLACK_FRAME_MS));
    release(camera);
    camera.stop();
    if (turn !== this.#turns.camera || this.#camera !== camera) return;
    this.#camera = null;
    this.#setState("camera", "off");
    this.#changed();
  }

  async turnCameraOn(): Promise<void> {
    this.#cameraOff = false;
    await this.#replace("camera");
  }

  async choose(device: Kind, deviceId: string): Promise<void> {
    this.#choice = { ...this.#choice, [device]: deviceId };
    if (device === "camera") {
      this.#cameraOff = false;
      this.#lens.chosen();
    }
    await this.#replace(device);
  }

  /** Looks the other way. A phone has more than one camera at its back; the browser picks the main one. */
  async flipCamera(): Promise<void> {
    this.#lens.flip();
    this.#cameraOff = false;
    await this.#replace("camera");
  }

  /** Shows something close up: the camera at the back, few frames, all the sharpness there is. */
  async show(on: boolean): Promise<void> {
    this.#lens.show(on);
    this.#cameraOff = false;
    await this.#replace("camera");
  }

  async toggleLight(): Promise<void> {
    await this.#lens.toggleLight(this.#camera);
    this.#changed();
  }

  /** The sound that leaves is none, although the microphone says that it works: some phones come back from a telephone call like that. */
  async restoreSound(): Promise<void> {
    if (this.#microphone) await this.#replace("microphone");
  }

  /** The meter hears nothing, or hears again. */
  receiveSilence(silent: boolean): void {
    if (!this.#microphone || (this.#states?.microphone !== "works" && this.#states?.microphone !== "silent")) return;
    if ((this.#states.microphone === "silent") === silent) return;
    this.#setState("microphone", silent ? "silent" : "works");
    if (silent) this.#problem ??= { device: "microphone", what: "silent" };
    else if (this.#problem?.what === "silent") this.#problem = undefined;
    this.#changed();
  }

  /** The page is looked at again: a phone takes the devices away while something else is on its screen. */
  async receiveVisible(): Promise<void> {
    const lost = (track: MediaStreamTrack | null, kind: Kind) => track?.readyState === "ended" || (track !== null && this.#held[kind]);
    if (lost(this.#microphone, "microphone")) await this.#replace("microphone");
    if (lost(this.#camera, "camera") && !this.#cameraOff) await this.#replace("camera");
  }

  async #replace(device: Kind): Promise<void> {
    const turn = ++this.#turns[device];
    const old = device === "camera" ? this.#camera : this.#microphone;
    if (old) {
      release(old);
      old.stop();
    }
    if (this.#wish === undefined || this.#wish === "nothing" || device === "camera") this.#wish = device === "camera" ? "both" : "sound";
    let track: MediaStreamTrack | null = null;
    try {
      track = await this.#ask(device);
      this.#problem = this.#problem?.device === device ? undefined : this.#problem;
      this.#setState(device, track ? "works" : "blocked");
    } catch (error) {
      const what = problemOf(error, await this.#devices.permission(device));
      this.#problem = { device, what };
      this.#setState(device, deviceState(what));
    }
    if (turn !== this.#turns[device]) {
      track?.stop();
      return;
    }
    if (device === "camera") {
      this.#camera = this.#watched(track, device);
      this.#lens.receive(track);
    } else {
      this.#microphone = this.#watched(track, device);
      if (track) track.enabled = !this.#muted;
    }
    this.#changed();
  }

  async #ask(device: Kind): Promise<MediaStreamTrack | null> {
    const ask = async (constraints: MediaStreamConstraints) => (await this.#devices.getUserMedia?.(constraints))?.getTracks()[0] ?? null;
    if (device === "microphone") return ask({ audio: microphoneConstraints(this.#choice) });
    const video = cameraConstraints(this.#choice);
    if (!this.#lens.directed) return ask({ video });
    try {
      return await ask({ video: this.#lens.constraints(video, "exact") });
    } catch {
      // A computer has one camera, and it looks nowhere in particular.
      return ask({ video: this.#lens.constraints(video, "ideal") });
    }
  }

  #take(got: Capture): void {
    this.#microphone = this.#watched(got.microphone, "microphone");
    this.#camera = this.#watched(got.camera, "camera");
    this.#states = got.states;
    this.#problem = got.problem;
    this.#cameraOff = false;
    this.#lens.receive(this.#camera);
    if (this.#microphone) this.#microphone.enabled = !this.#muted;
    this.#changed();
  }

  #watched(track: MediaStreamTrack | null, device: Kind): MediaStreamTrack | null {
    this.#held = { ...this.#held, [device]: false };
    if (track) {
      // Unplugged: whatever the system uses next is better than nothing. What cannot be had is said by the answer.
      track.onended = () => void this.#replace(device);
      track.onmute = () => {
        setTimeout(() => this.#hold(track, device), HELD_AFTER_MS);
      };
      track.onunmute = () => this.#hold(track, device);
    }
    return track;
  }

  #hold(track: MediaStreamTrack, device: Kind): void {
    const current = device === "camera" ? this.#camera : this.#microphone;
    if (track !== current || this.#held[device] === track.muted) return;
    this.#held = { ...this.#held, [device]: track.muted };
    this.#changed();
  }

  #setState(device: Kind, state: DeviceState): void {
    this.#states = { microphone: "off", camera: "off", ...this.#states, [device]: state };
  }

  /** Answers the turns of what comes next. */
  #letGo(): { readonly camera: number; readonly microphone: number } {
    this.#turns.camera++;
    this.#turns.microphone++;
    for (const track of [this.#microphone, this.#camera]) {
      if (!track) continue;
      release(track);
      track.stop();
    }
    this.#microphone = null;
    this.#camera = null;
    return { ...this.#turns };
  }

  #changed(): void {
    this.#onChange(this.state);
  }
}

function release(track: MediaStreamTrack): void {
  track.onended = track.onmute = track.onunmute = null;
}

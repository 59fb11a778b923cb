import { type Capture, cameraConstraints, capture, type Devices, microphoneConstraints, type Wish } from "../devices/capture";
import type { DeviceChoice } from "../devices/choice";
import { deviceState, type Problem, problemOf } from "../devices/problem";
import type { DeviceState, MediaState } from "../signalling/messages";
import type { OwnTracks } from "./peer";

/** One's own camera and microphone, as they are now. */
export interface OwnState {
  /** Undefined until the person has chosen. */
  readonly wish: Wish | undefined;
  readonly tracks: OwnTracks;
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly devices: { readonly microphone: DeviceState; readonly camera: DeviceState } | undefined;
  readonly problem: { readonly device: "camera" | "microphone"; readonly what: Problem } | undefined;
}

// Long enough for one black frame to leave, so that the other side does not keep the last face.
const BLACK_FRAME_MS = 200;

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
  // Rises with each change of the camera, so that an answer that comes late is recognised.
  #turn = 0;

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
    };
  }

  /** What the others are told. */
  get sent(): MediaState {
    return { microphone: this.#microphone !== null && !this.#muted, camera: this.#camera !== null && !this.#cameraOff, screen: false };
  }

  /** Asks for the devices. What was given before is let go first: some browsers end the new sound otherwise. */
  async start(wish: Wish): Promise<void> {
    const turn = ++this.#turn;
    this.#letGo();
    this.#wish = wish;
    const got = await capture(this.#devices, wish, this.#choice);
    if (turn !== this.#turn) {
      got.microphone?.stop();
      got.camera?.stop();
      return;
    }
    this.#take(got);
  }

  /** Lets both go: the call is over. `start` brings them back. */
  stop(): void {
    this.#turn++;
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
    const turn = ++this.#turn;
    this.#cameraOff = true;
    if (camera) camera.enabled = false;
    this.#changed();
    if (!camera) return;
    await new Promise((resolve) => setTimeout(resolve, BLACK_FRAME_MS));
    camera.onended = null;
    camera.stop();
    if (turn !== this.#turn || this.#camera !== camera) return;
    this.#camera = null;
    this.#setState("camera", "off");
    this.#changed();
  }

  async turnCameraOn(): Promise<void> {
    this.#cameraOff = false;
    await this.#replace("camera");
  }

  async choose(device: "camera" | "microphone", deviceId: string): Promise<void> {
    this.#choice = { ...this.#choice, [device]: deviceId };
    if (device === "camera") this.#cameraOff = false;
    await this.#replace(device);
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
    if (this.#microphone?.readyState === "ended") await this.#replace("microphone");
    if (this.#camera?.readyState === "ended" && !this.#cameraOff) await this.#replace("camera");
  }

  async #replace(device: "camera" | "microphone"): Promise<void> {
    const turn = ++this.#turn;
    const old = device === "camera" ? this.#camera : this.#microphone;
    if (old) {
      old.onended = null;
      old.stop();
    }
    if (this.#wish === undefined || this.#wish === "nothing" || device === "camera") this.#wish = device === "camera" ? "both" : "sound";
    let track: MediaStreamTrack | null = null;
    try {
      const constraints = device === "camera" ? { video: cameraConstraints(this.#choice) } : { audio: microphoneConstraints(this.#choice) };
      track = (await this.#devices.getUserMedia?.(constraints))?.getTracks()[0] ?? null;
      this.#problem = this.#problem?.device === device ? undefined : this.#problem;
      this.#setState(device, track ? "works" : "blocked");
    } catch (error) {
      const what = problemOf(error, await this.#devices.permission(device));
      this.#problem = { device, what };
      this.#setState(device, deviceState(what));
    }
    if (turn !== this.#turn) {
      track?.stop();
      return;
    }
    if (device === "camera") this.#camera = this.#watched(track, device);
    else this.#microphone = this.#watched(track, device);
    if (device === "microphone" && track) track.enabled = !this.#muted;
    this.#changed();
  }

  #take(got: Capture): void {
    this.#microphone = this.#watched(got.microphone, "microphone");
    this.#camera = this.#watched(got.camera, "camera");
    this.#states = got.states;
    this.#problem = got.problem;
    this.#cameraOff = false;
    if (this.#microphone) this.#microphone.enabled = !this.#muted;
    this.#changed();
  }

  #watched(track: MediaStreamTrack | null, device: "camera" | "microphone"): MediaStreamTrack | null {
    if (track) {
      track.onended = () => {
        this.#setState(device, "none");
        this.#problem = { device, what: "none" };
        if (device === "camera") this.#camera = null;
        else this.#microphone = null;
        this.#changed();
      };
    }
    return track;
  }

  #setState(device: "camera" | "microphone", state: DeviceState): void {
    this.#states = { microphone: "off", camera: "off", ...this.#states, [device]: state };
  }

  #letGo(): void {
    for (const track of [this.#microphone, this.#camera]) {
      if (!track) continue;
      track.onended = null;
      track.stop();
    }
    this.#microphone = null;
    this.#camera = null;
  }

  #changed(): void {
    this.#onChange(this.state);
  }
}

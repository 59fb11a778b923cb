import { ALLOWANCES, type Rung } from "./ladder";

/** What goes out to one participant. */
export interface OwnTracks {
  readonly microphone: MediaStreamTrack | null;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
}

export const NOTHING: OwnTracks = { microphone: null, camera: null, screen: null };

/** How the camera is used: to talk, or to show something, where sharpness counts for more than movement. */
export type PictureMode = "talk" | "show";

// A connection that carried nothing yet is taken for slow (300 kbit/s). Browsers then drop the first frames of a full-size picture, for up to two seconds,
// until they have found a size that fits: begin with one that does.
const FIRST_LINES = 180;
const FIRST_FOR_MS = 1_500;
const SHOW_FRAMES_PER_SECOND = 10;
const SHOW_KBPS = 2_000;
const SCREEN_KBPS = 2_000;
const SCREEN_FRAMES_PER_SECOND = 10;

/**
 * What one connection sends, on its three places: sound, camera, screen. Tracks come and go and sizes change without negotiating. Sound has priority in every
 * browser that knows priorities.
 */
export class Sending {
  readonly #places: readonly RTCRtpSender[];
  readonly #onFault: (error: unknown) => void;
  #own: OwnTracks = NOTHING;
  #rung: Rung = "sd";
  #mode: PictureMode = "talk";
  #opening = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #stale = false;
  // A browser refuses parameters that were read before the last ones were set.
  #turn: Promise<unknown> = Promise.resolve();

  constructor(transceivers: readonly RTCRtpTransceiver[], onFault: (error: unknown) => void) {
    this.#places = transceivers.map((transceiver) => transceiver.sender);
    this.#onFault = onFault;
    this.#shape();
  }

  attach(own: OwnTracks): void {
    if (this.#closed) return;
    const [sound, camera, screen] = this.#places;
    const begins = own.camera !== null && this.#own.camera === null;
    const another = own.camera !== this.#own.camera || own.screen !== this.#own.screen;
    this.#own = own;
    this.#put(sound, own.microphone);
    this.#put(camera, own.camera);
    this.#put(screen, own.screen);
    if (begins && this.#opening && this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.#opening = false;
        this.#shape();
      }, FIRST_FOR_MS);
    }
    if (another) this.#shape();
  }

  allow(rung: Rung, mode: PictureMode): void {
    if (rung === this.#rung && mode === this.#mode && !this.#stale) return;
    this.#stale = false;
    this.#rung = rung;
    this.#mode = mode;
    this.#shape();
  }

  /** Nothing goes out from the moment this is called. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const place of this.#places) place.replaceTrack(null).catch(() => undefined);
  }

  #put(place: RTCRtpSender | undefined, track: MediaStreamTrack | null): void {
    if (place && place.track !== track) place.replaceTrack(track).catch(this.#onFault);
  }

  #shape(): void {
    const [sound, camera, screen] = this.#places;
    this.#set(sound, (encoding) => Object.assign(encoding, { priority: "high", networkPriority: "high" }));
    this.#set(camera, (encoding, parameters) => this.#shapeCamera(encoding, parameters));
    this.#set(screen, (encoding, parameters) => {
      Object.assign(encoding, {
        priority: "low",
        networkPriority: "low",
        maxBitrate: SCREEN_KBPS * 1_000,
        maxFramerate: SCREEN_FRAMES_PER_SECOND,
      });
      encoding.active = this.#rung !== "paused";
      parameters.degradationPreference = "maintain-resolution";
    });
  }

  #shapeCamera(encoding: RTCRtpEncodingParameters, parameters: RTCRtpSendParameters): void {
    const allowed = ALLOWANCES[this.#rung];
    // While something is shown the whole line is spent on few, sharp frames.
    const showing = this.#mode === "show" && this.#rung !== "paused" && this.#rung !== "min";
    const lines = this.#opening ? FIRST_LINES : showing ? Number.POSITIVE_INFINITY : allowed.lines;
    const { width, height } = this.#own.camera?.getSettings() ?? {};
    const has = width && height ? Math.min(width, height) : 720;
    Object.assign(encoding, { priority: "low", networkPriority: "low" });
    encoding.active = this.#rung !== "paused";
    encoding.scaleResolutionDownBy = Math.max(1, has / Math.max(1, lines));
    encoding.maxBitrate = Math.max(1, showing ? SHOW_KBPS : allowed.kbps) * 1_000;
    encoding.maxFramerate = Math.max(1, showing ? SHOW_FRAMES_PER_SECOND : allowed.framesPerSecond);
    parameters.degradationPreference = showing ? "maintain-resolution" : "maintain-framerate";
  }

  #set(place: RTCRtpSender | undefined, change: (encoding: RTCRtpEncodingParameters, parameters: RTCRtpSendParameters) => void): void {
    if (!place) return;
    this.#turn = this.#turn
      .then(() => {
        const parameters = place.getParameters();
        const encoding = parameters.encodings?.[0];
        // Before the first description some browsers know no encoding yet.
        if (this.#closed || !encoding) return undefined;
        change(encoding, parameters);
        return place.setParameters(parameters);
      })
      // Read before a negotiation and set after it: the next shape comes with the next look at the network.
      .catch((error) => {
        this.#stale = true;
        if (!(error instanceof DOMException && error.name === "InvalidModificationError")) this.#onFault(error);
      });
  }
}

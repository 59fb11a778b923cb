/** What the browser offers; a seam for tests. */
export type GetDisplay = (constraints: DisplayMediaStreamOptions) => Promise<MediaStream>;

export function browserDisplay(): GetDisplay | undefined {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  return devices?.getDisplayMedia?.bind(devices);
}

const CONSTRAINTS: DisplayMediaStreamOptions = {
  video: { width: { max: 1920 }, height: { max: 1080 }, frameRate: { ideal: 10, max: 15 } },
  audio: false,
};

/** One's own screen or window, as long as it is shared. */
export class Screen {
  readonly #getDisplay: GetDisplay | undefined;
  readonly #onChange: () => void;
  #track: MediaStreamTrack | null = null;

  constructor(getDisplay: GetDisplay | undefined, onChange: () => void) {
    this.#getDisplay = getDisplay;
    this.#onChange = onChange;
  }

  /** Telephones cannot share. */
  get possible(): boolean {
    return this.#getDisplay !== undefined;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** The browser asks what to share. Closing that question is an answer, too. */
  async start(): Promise<void> {
    if (!this.#getDisplay || this.#track) return;
    try {
      const [track] = (await this.#getDisplay(CONSTRAINTS)).getVideoTracks();
      if (!track) return;
      if ("contentHint" in track) track.contentHint = "detail";
      // The browser's own bar has a button to stop.
      track.onended = () => this.stop();
      this.#track = track;
      this.#onChange();
    } catch {
      // Nothing was chosen.
    }
  }

  stop(): void {
    if (!this.#track) return;
    this.#track.onended = null;
    this.#track.stop();
    this.#track = null;
    this.#onChange();
  }
}

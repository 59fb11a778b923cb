type Facing = "user" | "environment";
// Enough to read a rash by, and no more frames than a hand that holds still needs.
const CLOSE_UP: MediaTrackConstraints = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 10, max: 15 } };

/** Which way the camera looks, what for, and its light. */
export class Lens {
  #facing: Facing = "user";
  #directed = false;
  #showing = false;
  #light: boolean | undefined;

  get facing(): Facing {
    return this.#facing;
  }

  get showing(): boolean {
    return this.#showing;
  }

  /** Undefined where this camera has none. */
  get light(): boolean | undefined {
    return this.#light;
  }

  /** A direction was asked for, so that it goes before the camera that was chosen. */
  get directed(): boolean {
    return this.#directed;
  }

  flip(): void {
    this.#turn(this.#facing === "user" ? "environment" : "user");
    this.#showing = false;
  }

  show(on: boolean): void {
    this.#showing = on;
    this.#turn(on ? "environment" : "user");
  }

  /** The person chose one camera by its name. */
  chosen(): void {
    this.#directed = false;
    this.#showing = false;
  }

  constraints(normal: MediaTrackConstraints, how: "exact" | "ideal"): MediaTrackConstraints {
    const { deviceId: _, ...rest } = normal;
    return { ...rest, ...(this.#showing && CLOSE_UP), facingMode: { [how]: this.#facing } };
  }

  /** What the camera that was given can do. Torches are known by asking the track, never by the name of a browser. */
  receive(track: MediaStreamTrack | null): void {
    const facing = track?.getSettings?.().facingMode;
    if (facing === "user" || facing === "environment") this.#facing = facing;
    const capabilities = track?.getCapabilities?.() as { readonly torch?: boolean } | undefined;
    this.#light = capabilities?.torch ? false : undefined;
    if (track && "contentHint" in track) track.contentHint = this.#showing ? "detail" : "";
  }

  async toggleLight(track: MediaStreamTrack | null): Promise<void> {
    if (!track || this.#light === undefined) return;
    const torch = !this.#light;
    await track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
    this.#light = torch;
  }

  #turn(facing: Facing): void {
    this.#facing = facing;
    this.#directed = true;
  }
}

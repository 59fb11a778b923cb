/** Whether a relay can be reached: none is set up, one answered, or none did. Undefined while we still wait. */
export type RelayState = "none" | "reached" | "away";

// A relay that answers does so within a second; a browser tries the last of three addresses for about nine.
const PATIENCE_MS = 10_000;

/** Watches one connection look for ways to itself. */
export class Gathering {
  readonly #connection: RTCPeerConnection;
  readonly #onState: () => void;
  #state: RelayState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: RTCPeerConnection, iceServers: readonly RTCIceServer[], onState: () => void) {
    this.#connection = connection;
    this.#onState = onState;
    if (!iceServers.some(hasRelay)) {
      this.#state = "none";
      return;
    }
    connection.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate && / typ relay /.test(`${candidate.candidate} `)) this.#become("reached");
    });
    connection.addEventListener("icegatheringstatechange", () => {
      if (connection.iceGatheringState === "gathering") this.#timer ??= setTimeout(() => this.#giveUp(), PATIENCE_MS);
      if (connection.iceGatheringState === "complete") this.#giveUp();
    });
  }

  get state(): RelayState | undefined {
    return this.#state;
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** A browser that has found a direct way looks no further: then nobody knows of the relay, and nobody needs to. */
  #giveUp(): void {
    if (this.#state === undefined && this.#connection.connectionState !== "connected") this.#become("away");
  }

  #become(state: RelayState): void {
    clearTimeout(this.#timer);
    if (this.#state === state) return;
    this.#state = state;
    this.#onState();
  }
}

function hasRelay({ urls }: RTCIceServer): boolean {
  return [urls].flat().some((url) => /^turns?:/.test(url));
}

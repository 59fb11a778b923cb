interface AudioSession {
  type: string;
}

/** What a device needs while it is in a call: a screen that stays on and, on some phones, the loudspeaker instead of the earpiece. */
export class HandsetView {
  #meeting = false;
  #lock: WakeLockSentinel | undefined;

  constructor() {
    // A lock is gone with the first look at something else.
    document.addEventListener("visibilitychange", () => void this.#hold());
  }

  render(meeting: boolean): void {
    if (meeting === this.#meeting) return;
    this.#meeting = meeting;
    const session = (navigator as { audioSession?: AudioSession }).audioSession;
    if (session) session.type = meeting ? "play-and-record" : "auto";
    if (meeting) void this.#hold();
    else {
      void this.#lock?.release();
      this.#lock = undefined;
    }
  }

  async #hold(): Promise<void> {
    if (!this.#meeting || document.visibilityState !== "visible" || this.#lock?.released === false) return;
    try {
      this.#lock = await navigator.wakeLock?.request("screen");
    } catch {
      // An empty battery says no.
    }
  }
}

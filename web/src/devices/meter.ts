/** How loud the microphone is, from 0 to 1, and whether it gives nothing at all. */
export interface MeterEnds {
  readonly onLevel: (level: number) => void;
  readonly onSilence: (silent: boolean) => void;
}

const EVERY_MS = 100;
// A working microphone in a quiet room still hisses; only a dead or switched-off one stays below this.
const NOTHING = 0.0001;
const SILENT_AFTER_MS = 6_000;

/** Decides from peaks whether a microphone is silent. Pure. */
export class Silence {
  #quietSince: number | undefined;
  #silent = false;

  /** Answers the new state when it changed. */
  receive(peak: number, now: number): boolean | undefined {
    if (peak > NOTHING) {
      this.#quietSince = undefined;
      if (!this.#silent) return undefined;
      this.#silent = false;
      return false;
    }
    this.#quietSince ??= now;
    if (this.#silent || now - this.#quietSince < SILENT_AFTER_MS) return undefined;
    this.#silent = true;
    return true;
  }
}

/** From the root mean square to what the eye expects: speech fills about two thirds. */
export function loudness(rms: number): number {
  return Math.max(0, Math.min(1, 1 + Math.log10(Math.max(rms, 1e-6)) / 2.2));
}

/** Listens to a track until it is stopped. Does nothing where the browser has no WebAudio. */
export class Meter {
  readonly #context: AudioContext;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack, ends: MeterEnds) {
    this.#context = new AudioContext();
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 1024;
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const silence = new Silence();
    this.#timer = setInterval(() => {
      // A context waits for the first touch of the page; until then it hears nothing and may not be believed.
      if (this.#context.state !== "running") {
        void this.#context.resume().catch(() => undefined);
        return;
      }
      analyser.getFloatTimeDomainData(samples);
      let peak = 0;
      let sum = 0;
      for (const sample of samples) {
        peak = Math.max(peak, Math.abs(sample));
        sum += sample * sample;
      }
      ends.onLevel(track.enabled ? loudness(Math.sqrt(sum / samples.length)) : 0);
      if (!track.enabled || track.muted) return;
      const silent = silence.receive(peak, Date.now());
      if (silent !== undefined) ends.onSilence(silent);
    }, EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#source.disconnect();
    void this.#context.close();
  }
}

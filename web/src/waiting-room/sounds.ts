/** One note: when it begins, how high it is, how long it sounds. Seconds and hertz. */
interface Note {
  readonly at: number;
  readonly pitch: number;
  readonly length: number;
}

const ARRIVAL: readonly Note[] = [
  { at: 0, pitch: 587.33, length: 0.16 },
  { at: 0.15, pitch: 880, length: 0.22 },
];
const LET_IN: readonly Note[] = [{ at: 0, pitch: 739.99, length: 0.3 }];
const TONE: readonly Note[] = [
  { at: 0, pitch: 523.25, length: 0.35 },
  { at: 0.4, pitch: 659.25, length: 0.35 },
  { at: 0.8, pitch: 783.99, length: 0.5 },
];
const LOUDNESS = 0.12;

/** Our own sounds, made here: soft, under 400 ms, never the only sign of anything. */
export class Sounds {
  #context: AudioContext | undefined;
  #silent = false;

  /** From now on only what a person asks for sounds. */
  silence(): void {
    this.#silent = true;
  }

  /** Two rising notes: somebody has come. */
  arrival(): void {
    if (!this.#silent) this.#play(ARRIVAL);
  }

  /** One note: you are let in. */
  letIn(): void {
    if (!this.#silent) this.#play(LET_IN);
  }

  /** Three notes, long enough to find the switch for louder: a test that the person asked for. */
  tone(): void {
    this.#play(TONE);
  }

  #play(notes: readonly Note[]): void {
    try {
      this.#context ??= new AudioContext();
    } catch {
      return;
    }
    const context = this.#context;
    // Without a touch of the page browsers keep quiet. The words and the title say it too.
    void context.resume().then(
      () => {
        for (const note of notes) sound(context, note);
      },
      () => undefined,
    );
  }
}

function sound(context: AudioContext, { at, pitch, length }: Note): void {
  const begin = context.currentTime + at;
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = "sine";
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, begin + length);
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + length);
}

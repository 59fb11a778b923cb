import { Echo } from "./echo";
import { TalkingMuted } from "./talking-muted";

/** What is wrong with the sound, as far as one's own side hears. */
export interface SoundState {
  /** The own microphone is on, nothing leaves, and taking it anew did not help. */
  readonly soundLost: boolean;
  readonly talkingMuted: boolean;
  readonly echo: boolean;
}

/** Watches one's own sound in a call. `restore` takes the microphone anew, without asking anybody. */
export class SoundWatch {
  readonly #restore: () => void;
  readonly #talking = new TalkingMuted();
  #echo = new Echo();
  #restored = false;
  #state: SoundState = { soundLost: false, talkingMuted: false, echo: false };

  constructor(restore: () => void) {
    this.#restore = restore;
  }

  get state(): SoundState {
    return this.#state;
  }

  /** How loud both sides are, 0 to 1, ten times a second. Answers whether that is news. */
  receiveLevel(muted: boolean, level: number, theirs: number): boolean {
    const talkingMuted = this.#talking.receive(muted, level);
    const echo = this.#echo.receive(muted ? 0 : level, theirs);
    if (talkingMuted === this.#state.talkingMuted && echo === this.#state.echo) return false;
    this.#state = { ...this.#state, talkingMuted, echo };
    return true;
  }

  /** Not a packet leaves although the microphone is on: it is taken anew once, then the person is told. Every two seconds. */
  receiveMute(mute: boolean): void {
    this.#state = { ...this.#state, soundLost: mute && this.#restored };
    if (mute && !this.#restored) this.#restore();
    this.#restored = mute;
  }

  /** Nobody meets any more. */
  reset(): void {
    this.#echo = new Echo();
    this.#restored = false;
    this.#state = { soundLost: false, talkingMuted: false, echo: false };
  }
}

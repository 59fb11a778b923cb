// Speech fills about two thirds of the meter; a chair or a door is shorter than a word.
const SPEECH = 0.55;
const STEPS_OF_SPEECH = 8;
const WITHIN_STEPS = 15;

/** Notices that somebody talks with the microphone off: eight loud steps of 100 ms among fifteen. Pure. */
export class TalkingMuted {
  #loud: boolean[] = [];

  receive(muted: boolean, level: number): boolean {
    if (!muted) this.#loud = [];
    else this.#loud = [...this.#loud, level > SPEECH].slice(-WITHIN_STEPS);
    return this.#loud.filter(Boolean).length >= STEPS_OF_SPEECH;
  }
}

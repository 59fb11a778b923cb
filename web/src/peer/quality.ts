import type { Flow } from "./flow";

/** As many bars as are shown: 4 good, 3 fair, 1 weak, 0 lost. There is no 2: nobody acts on it. */
export type Bars = 0 | 1 | 3 | 4;

const BAD_SAMPLES = 2;
const GOOD_SAMPLES = 3;

/**
 * How one direction sounds, from 100 to 0: the E-model of ITU-T G.107, simplified as LiveKit does. Delay costs little up to 160 ms of mouth to ear, and much
 * beyond; a share of lost packets costs eight points a hundredth, or half of that where sound is sent twice.
 */
export function rating(loss: number, roundTripMs: number | undefined, jitterMs: number, redundant: boolean): number {
  const delay = (roundTripMs ?? 0) / 2 + 2 * jitterMs;
  const late = delay < 160 ? delay / 40 : (delay - 120) / 10;
  return Math.max(0, 100 - late - loss * 100 * (redundant ? 4 : 8));
}

export function bars(points: number): Bars {
  return points > 80 ? 4 : points > 55 ? 3 : 1;
}

/** The bars of both directions. What is lost between two networks is laid at the sender's door: the way up is the narrow one in most homes. */
export function directions(flow: Flow, redundant: boolean): { readonly own: Bars; readonly theirs: Bars } {
  return {
    own: bars(rating(flow.outLoss, flow.roundTripMs, 0, redundant)),
    theirs: bars(rating(flow.inLoss, flow.roundTripMs, flow.jitterMs, redundant)),
  };
}

/** Changes only after two bad samples or three good ones in a row, so that it does not flicker. */
export class Steady {
  #shown: Bars = 4;
  #candidate: Bars = 4;
  #seen = 0;

  get shown(): Bars {
    return this.#shown;
  }

  receive(now: Bars): Bars {
    if (now === this.#shown) {
      this.#seen = 0;
      return this.#shown;
    }
    const worse = now < this.#shown;
    // Between two samples that are both worse the milder one is certain.
    const same = this.#seen > 0 && worse === this.#candidate < this.#shown;
    this.#candidate = same ? (worse ? (Math.max(now, this.#candidate) as Bars) : (Math.min(now, this.#candidate) as Bars)) : now;
    this.#seen = same ? this.#seen + 1 : 1;
    if (this.#seen >= (worse ? BAD_SAMPLES : GOOD_SAMPLES)) {
      this.#shown = this.#candidate;
      this.#seen = 0;
    }
    return this.#shown;
  }
}

import { flow } from "../peer/flow";
import { Ladder, type Rung } from "../peer/ladder";
import { type Bars, directions, Steady } from "../peer/quality";
import type { Sample } from "../peer/sample";

/** What should be flowing, so that its absence means something. */
export interface Expected {
  readonly theirMicrophone: boolean;
  readonly theirCamera: boolean;
  readonly ownMicrophone: boolean;
  /** How many this page sends to. */
  readonly crowd: number;
}

/** How a call does, as far as one side can tell. */
export interface Vital {
  /** The own network and theirs, as this side measures them. */
  readonly own: Bars;
  readonly theirs: Bars;
  /** How much picture this side should send. */
  readonly rung: Rung;
  /** How that compares with what the crowd leaves for each. */
  readonly size: "full" | "smaller" | "paused";
  /** Not a packet has come for some seconds, although they send. */
  readonly stuck: boolean;
  /** Their microphone is on, and nothing was heard of them for long. */
  readonly unheard: boolean;
  /** The own microphone is on, and not a packet of it leaves. */
  readonly mute: boolean;
}

// A browser needs 5 s to call a connection disconnected; three seconds without a packet are never an accident, with a picture or a voice in it.
const STUCK_AFTER_MS = 3_000;
const UNHEARD_AFTER_MS = 20_000;
const MUTE_AFTER_MS = 5_000;
// The energy of ten seconds of a quiet room is a thousand times this; a microphone that is dead gives exactly nothing.
const SILENCE = 1e-9;

export const WELL: Vital = { own: 4, theirs: 4, rung: "sd", size: "full", stuck: false, unheard: false, mute: false };

/** Watches the samples of one connection. Pure: samples and time come in. */
export class Vitals {
  readonly #ladder = new Ladder();
  readonly #own = new Steady();
  readonly #theirs = new Steady();
  #last: Sample | undefined;
  #quiet: Partial<Record<"packets" | "sound" | "outgoing", number>> = {};
  #state: Vital = WELL;
  #cap: Rung = "hd";

  get state(): Vital {
    return this.#state;
  }

  /** Somebody asked for the picture, however weak the network. */
  tryPicture(now: number): Vital {
    const rung = this.#ladder.tryNow(now);
    this.#state = { ...this.#state, rung, size: sizeOf(rung, this.#cap) };
    return this.#state;
  }

  receive(sample: Sample, expected: Expected): Vital {
    const before = this.#last;
    this.#last = sample;
    if (before === undefined) return this.#state;
    const now = flow(before, sample);
    this.#cap = most(expected.crowd, sample.path === "relay");
    this.#ladder.limit(this.#cap);
    const rung = this.#ladder.receive(now, sample.at);
    const nothing = now.soundInPackets + now.pictureInPackets === 0;
    const silent = expected.theirMicrophone && (now.soundInPackets === 0 || (now.soundInEnergy ?? 1) < SILENCE);
    const stuck = this.#lasts(
      "packets",
      nothing && (expected.theirMicrophone || expected.theirCamera),
      before.at,
      sample.at,
      STUCK_AFTER_MS,
    );
    const measured = directions(now, true);
    // A picture that had to shrink says more about the network than the sound that was spared by it.
    const own = rung === "paused" || (rung === "min" && this.#cap !== "min") ? 1 : measured.own;
    this.#state = {
      own: this.#own.receive(own),
      theirs: this.#theirs.receive(measured.theirs),
      rung,
      size: sizeOf(rung, this.#cap),
      stuck,
      unheard: this.#lasts("sound", silent && !stuck, before.at, sample.at, UNHEARD_AFTER_MS),
      mute: this.#lasts("outgoing", expected.ownMicrophone && now.soundOutPackets === 0, before.at, sample.at, MUTE_AFTER_MS),
    };
    return this.#state;
  }

  #lasts(what: "packets" | "sound" | "outgoing", so: boolean, since: number, now: number, ms: number): boolean {
    if (!so) {
      delete this.#quiet[what];
      return false;
    }
    this.#quiet[what] ??= since;
    return now - this.#quiet[what] >= ms;
  }
}

/**
 * Who sends to several encodes and uploads once for each: at 800 kbit/s three in a call are more than many lines carry upwards, so each gets 400, and of four
 * each gets what leaves the voices clear. A relay is shared, and carries no HD.
 */
function most(crowd: number, relayed: boolean): Rung {
  if (crowd >= 3) return "min";
  if (crowd === 2) return "low";
  return relayed ? "sd" : "hd";
}

function sizeOf(rung: Rung, cap: Rung): Vital["size"] {
  if (rung === "paused") return "paused";
  return rung === cap || rung === "hd" || rung === "sd" ? "full" : "smaller";
}

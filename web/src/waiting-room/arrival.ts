import type { Participant } from "../signalling/messages";

/** What the clinician is told about the patient before the call. `unsure`: the last news is too old to stand. */
export type ArrivalKind = "nobody" | "waiting" | "away" | "left" | "unsure";

export interface Arrival {
  readonly kind: ArrivalKind;
  /** When the patient came or went. Nothing if it happened before this page could see it. */
  readonly since: Date | undefined;
}

/** Follows the patient's coming and going. Pure, but for what it remembers. */
export class Arrivals {
  #presence: Participant["presence"] | undefined;
  #since: Date | undefined;
  #seen = false;

  /** `reachable`: is the line to the service open? */
  receive(patient: Participant | undefined, reachable: boolean, now: Date): Arrival {
    if (patient && patient.presence !== this.#presence) {
      // From away to gone nothing happens that anybody could see.
      const still = this.#presence === "away" && patient.presence === "gone";
      if (!still) this.#since = this.#presence === undefined ? undefined : now;
      this.#presence = patient.presence;
      this.#seen ||= patient.presence !== "gone";
    }
    return { kind: this.#kind(patient, reachable), since: this.#since };
  }

  #kind(patient: Participant | undefined, reachable: boolean): ArrivalKind {
    if (!patient || (!this.#seen && patient.state === "lobby")) return "nobody";
    if (!reachable) return "unsure";
    if (patient.state === "left") return "left";
    return patient.presence === "here" ? "waiting" : "away";
  }
}

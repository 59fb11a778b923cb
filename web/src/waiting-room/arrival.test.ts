import { describe, expect, it } from "vitest";
import type { Participant, Presence, SeatState } from "../signalling/messages";
import { Arrivals } from "./arrival";

const rosa = (presence: Presence, state: SeatState = "lobby"): Participant => ({
  id: "rosa",
  role: "patient",
  state,
  held: false,
  presence,
  camera: null,
  microphone: null,
  media: null,
  check: null,
  card: null,
});
const at = (minute: number) => new Date(2026, 10, 22, 10, minute);

describe("Arrivals", () => {
  it("knowsSinceWhenThePatientWaits", () => {
    const arrivals = new Arrivals();
    expect(arrivals.receive(rosa("gone"), true, at(20))).toEqual({ kind: "nobody", since: undefined });
    expect(arrivals.receive(rosa("here"), true, at(26))).toEqual({ kind: "waiting", since: at(26) });
    expect(arrivals.receive(rosa("here"), true, at(28))).toEqual({ kind: "waiting", since: at(26) });
  });

  it("doesNotClaimToKnowWhatItDidNotSee", () => {
    expect(new Arrivals().receive(rosa("here"), true, at(26))).toEqual({ kind: "waiting", since: undefined });
  });

  it("keepsThePlaceOfWhoIsAway", () => {
    const arrivals = new Arrivals();
    arrivals.receive(rosa("here"), true, at(20));
    expect(arrivals.receive(rosa("away"), true, at(24))).toEqual({ kind: "away", since: at(24) });
    expect(arrivals.receive(rosa("gone"), true, at(26))).toEqual({ kind: "away", since: at(24) });
    expect(arrivals.receive(rosa("here"), true, at(27))).toEqual({ kind: "waiting", since: at(27) });
  });

  it("doesNotLeaveOldNewsStanding", () => {
    const arrivals = new Arrivals();
    arrivals.receive(rosa("here"), true, at(20));
    expect(arrivals.receive(rosa("here"), false, at(21)).kind).toBe("unsure");
  });

  it("saysThatThePatientLeft", () => {
    expect(new Arrivals().receive(rosa("gone", "left"), true, at(20)).kind).toBe("left");
  });
});

import { describe, expect, it } from "vitest";
import type { CallState, Participant, SeatState, Snapshot } from "../signalling/messages";
import { first, mayMeet, receiveSnapshot } from "./room";

const participant = (id: string, role: Participant["role"], state: SeatState): Participant => ({
  id,
  role,
  state,
  held: false,
  presence: "here",
  camera: null,
  microphone: null,
  media: null,
  check: null,
  card: null,
});
const snapshot = (rev: number, state: CallState, patient: SeatState): Snapshot => ({
  t: "snapshot",
  rev,
  call: { id: "c", state, epoch: 1, liveAt: state === "live" ? "2026-11-22T10:28:04Z" : null, phoneSince: null, pinned: null },
  participants: [
    participant("amara", "clinician", "admitted"),
    participant("rosa", "patient", patient),
    participant("elena", "guest", "lobby"),
  ],
});

describe("Room", () => {
  it("ignoresAnOlderSnapshot", () => {
    const newer = receiveSnapshot(undefined, "rosa", snapshot(5, "live", "admitted"));
    expect(receiveSnapshot(newer, "rosa", snapshot(4, "waiting", "lobby"))).toBe(newer);
    expect(receiveSnapshot(newer, "rosa", snapshot(5, "live", "admitted"))).toEqual(newer);
  });

  it("knowsWhenTheCallWentLive", () => {
    expect(receiveSnapshot(undefined, "rosa", snapshot(5, "live", "admitted")).liveAt?.toISOString()).toBe("2026-11-22T10:28:04.000Z");
    expect(first(receiveSnapshot(undefined, "rosa", snapshot(1, "waiting", "lobby")), "clinician")?.id).toBe("amara");
  });

  it.each([
    ["waiting", "lobby", false],
    ["waiting", "admitted", false],
    ["live", "lobby", false],
    ["live", "admitted", true],
    ["live", "left", false],
    ["ended", "admitted", false],
    ["closed", "admitted", false],
  ] as const)("in a %s call with the patient %s, picture and sound may flow: %s", (state, patient, may) => {
    const seen = snapshot(1, state, patient);
    expect(mayMeet(receiveSnapshot(undefined, "rosa", seen), "amara")).toBe(may);
    expect(mayMeet(receiveSnapshot(undefined, "amara", seen), "rosa")).toBe(may);
  });

  it("letsNothingFlowWhileTheCallGoesOnByTelephone", () => {
    const seen = snapshot(1, "live", "admitted");
    const byPhone = { ...seen, call: { ...seen.call, phoneSince: "2026-11-22T10:30:00Z" } };
    expect(mayMeet(receiveSnapshot(undefined, "amara", byPhone), "rosa")).toBe(false);
  });

  it("letsNothingFlowToOrFromWhoIsSetAside", () => {
    const seen = snapshot(1, "live", "admitted");
    const held = { ...seen, participants: seen.participants.map((one) => (one.id === "rosa" ? { ...one, held: true } : one)) };
    expect(mayMeet(receiveSnapshot(undefined, "amara", held), "rosa")).toBe(false);
    expect(mayMeet(receiveSnapshot(undefined, "rosa", held), "amara")).toBe(false);
  });

  it("keepsTheClinicianFromAGuestWhoWaits", () => {
    expect(mayMeet(receiveSnapshot(undefined, "amara", snapshot(1, "live", "admitted")), "elena")).toBe(false);
  });
});

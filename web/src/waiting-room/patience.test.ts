import { expect, it } from "vitest";
import type { Participant } from "../signalling/messages";
import { patienceLine, stillConfirmed } from "./patience";

const amara = (presence: Participant["presence"]): Participant => ({
  id: "amara",
  role: "clinician",
  state: "admitted",
  held: false,
  presence,
  camera: null,
  microphone: null,
  media: null,
  check: null,
  card: null,
});

it.each([
  ["connecting", undefined, undefined, "checking"],
  ["open", amara("gone"), 1_000, "absent"],
  ["open", amara("away"), 1_000, "absent"],
  ["open", amara("here"), 1_000, "here"],
  ["lost", amara("here"), 8_000, "here"],
  ["lost", amara("here"), 1_000, "unreachable"],
  ["lost", undefined, undefined, "unreachable"],
  ["faulty", amara("here"), 9_000, "faulty"],
  [{ closed: "fault" }, amara("here"), 9_000, "faulty"],
] as const)("with the line %s it says so", (line, clinician, heardAt, says) => {
  expect(patienceLine(line, clinician, heardAt, 10_000, false)).toBe(says);
});

it("saysThatNoWayIsFoundOnlyWhileTheClinicianIsThere", () => {
  expect(patienceLine("open", amara("here"), 9_000, 10_000, true)).toBe("no-way");
  expect(patienceLine("open", amara("away"), 9_000, 10_000, true)).toBe("absent");
});

it("confirmsForFortyFiveSeconds", () => {
  expect(stillConfirmed(0, 44_999)).toBe(true);
  expect(stillConfirmed(0, 45_000)).toBe(false);
  expect(stillConfirmed(undefined, 1)).toBe(false);
});

it("saysWhatTheClinicianDoesMeanwhile", () => {
  const wait = { state: "late", before: 1, minutes: 15, choices: { by: null, ending: null, chosen: null } } as const;
  expect(patienceLine("open", amara("here"), 9_000, 10_000, true, wait)).toBe("late");
  expect(patienceLine("open", amara("gone"), 9_000, 10_000, false, { ...wait, state: "with-another" })).toBe("with-another");
  expect(patienceLine("open", amara("gone"), 9_000, 10_000, false, { ...wait, state: "here" })).toBe("absent");
  expect(patienceLine("lost", amara("here"), 1_000, 10_000, false, wait)).toBe("unreachable");
});

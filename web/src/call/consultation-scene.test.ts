import { describe, expect, it } from "vitest";
import type { SeatState } from "../signalling/messages";
import { consultationScene, type Known } from "./consultation-scene";
import { callState, OWN, seatOf } from "./states";
import { WELL } from "./vitals";

const NOW = 100_000;
const rosa = (state: SeatState) => seatOf("rosa", "patient", state);
const live = callState();
const known: Known = { ending: false, wasLive: true, lineLostAt: undefined, now: NOW };

describe("what the clinician sees", () => {
  it.each([
    ["before the call", { ...live, room: live.room && { ...live.room, state: "waiting" as const } }, known, false, undefined, undefined],
    ["a patient to be admitted to a live call", { ...live, other: rosa("lobby") }, known, false, undefined, undefined],
    ["in the call", live, known, true, undefined, undefined],
    ["a short loss", { ...live, troubledSince: NOW - 900 }, known, true, undefined, undefined],
    ["a loss", { ...live, troubledSince: NOW - 1_100 }, known, true, "getting-back", undefined],
    ["all is lost", { ...live, troubledSince: NOW - 9_000 }, { ...known, lineLostAt: NOW - 9_000 }, true, "offline", undefined],
    ["only the service is away", live, { ...known, lineLostAt: NOW - 9_000 }, true, undefined, "service-away"],
    ["the patient left", { ...live, other: rosa("left") }, known, true, "left", undefined],
    ["taken over", { ...live, line: { closed: "elsewhere" as const } }, known, true, "elsewhere", undefined],
    ["over for good", { ...live, line: { closed: "over" as const } }, known, true, "over", undefined],
    ["against the protocol", { ...live, line: { closed: "fault" as const } }, known, true, "fault", undefined],
    ["by telephone", { ...live, room: live.room && { ...live.room, phoneSince: new Date(0) } }, known, true, "by-phone", undefined],
    ["a connection that takes long", { ...live, everConnected: false, troubledSince: NOW - 4_000 }, known, true, "connecting", undefined],
    ["no way through", { ...live, everConnected: false, troubledSince: NOW - 13_500 }, known, true, "no-way", undefined],
    ["no relay", { ...live, everConnected: false, troubledSince: NOW - 6_000, relay: "away" as const }, known, true, "no-way", undefined],
    [
      "their picture paused",
      { ...live, theirPicture: { size: "paused" as const, facing: "user" as const } },
      known,
      true,
      undefined,
      "paused",
    ],
    ["the own picture paused", { ...live, vital: { ...WELL, rung: "paused" as const } }, known, true, undefined, "own-paused"],
    ["something else on the patient’s phone", { ...live, theirPageShown: false }, known, true, undefined, "their-page"],
    ["nothing heard", { ...live, notices: { ...live.notices, unheard: true } }, known, true, undefined, "unheard"],
    [
      "talking with the microphone off, and nothing heard either",
      { ...live, notices: { ...live.notices, unheard: true, talkingMuted: true } },
      known,
      true,
      undefined,
      "talking-muted",
    ],
    ["ending", live, { ...known, ending: true }, true, "ending", undefined],
    [
      "a camera that fails",
      { ...live, own: { ...OWN, problem: { device: "camera" as const, what: "busy" as const } } },
      known,
      true,
      undefined,
      "problem",
    ],
  ])("%s", (_name, state, with_, shown, card, notice) => {
    expect(consultationScene(state, with_)).toMatchObject({ shown, card, notice });
  });

  it("countsFromTheLoss", () => {
    expect(consultationScene({ ...live, troubledSince: NOW - 12_000 }, known).cardSince).toBe(NOW - 12_000);
  });
});

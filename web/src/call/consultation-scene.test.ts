import { describe, expect, it } from "vitest";
import type { Participant } from "../signalling/messages";
import type { CallState } from "./call";
import { consultationScene, type Known } from "./consultation-scene";

const NOW = 100_000;
const track = {} as MediaStreamTrack;
const rosa = (state: Participant["state"]): Participant => ({
  id: "rosa",
  role: "patient",
  state,
  presence: "here",
  camera: "works",
  microphone: "works",
  media: null,
});
const live: CallState = {
  line: "open",
  room: { you: "amara", rev: 1, state: "live", epoch: 1, liveAt: new Date(0), participants: [] },
  other: rosa("admitted"),
  meeting: true,
  troubledSince: undefined,
  theirMedia: null,
  theirTracks: { sound: track, picture: track },
  own: {
    wish: "both",
    tracks: { microphone: track, camera: track },
    muted: false,
    cameraOff: false,
    devices: { microphone: "works", camera: "works" },
    problem: undefined,
  },
  endedByOther: false,
  heardAt: NOW,
};
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
    ["ending", live, { ...known, ending: true }, true, "ending", undefined],
    [
      "a camera that fails",
      { ...live, own: { ...live.own, problem: { device: "camera" as const, what: "busy" as const } } },
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

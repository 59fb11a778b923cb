import { beforeEach, describe, expect, it } from "vitest";
import type { Sample } from "../peer/sample";
import { type Expected, type Vital, Vitals } from "./vitals";

const ALL: Expected = { theirMicrophone: true, theirCamera: true, ownMicrophone: true, crowd: 1 };
let vitals: Vitals;
let at: number;
let totals: { sound: number; lost: number; picture: number; energy: number; out: number };

/** So many samples, two seconds apart, of a call that goes well but for what is said. */
function samples(count: number, grows: Partial<typeof totals> = {}, expected = ALL, more: Partial<Sample> = {}): Vital {
  for (let i = 0; i < count; i++) {
    at += 2_000;
    const step = { sound: 100, lost: 0, picture: 50, energy: 0.1, out: 100, ...grows };
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += step[key];
    vitals.receive(
      {
        at,
        soundIn: { packets: totals.sound, lost: totals.lost, jitterMs: 5, frames: 0, energy: totals.energy },
        pictureIn: { packets: totals.picture, lost: 0, jitterMs: 5, frames: totals.picture, energy: undefined },
        soundOut: { packets: totals.out, lostShare: 0, limitedBy: undefined },
        pictureOut: undefined,
        roundTripMs: 40,
        availableKbps: 2_000,
        path: "direct",
        transport: "udp",
        codec: "VP8",
        ...more,
      },
      expected,
    );
  }
  return vitals.state;
}

describe("Vitals", () => {
  beforeEach(() => {
    vitals = new Vitals();
    at = 0;
    totals = { sound: 0, lost: 0, picture: 0, energy: 0, out: 0 };
    samples(2);
  });

  it("isWellWhileAllFlows", () => {
    expect(samples(20)).toMatchObject({ own: 4, theirs: 4, stuck: false, unheard: false, mute: false });
  });

  it("isStuckAfterFourSecondsWithoutAPacket", () => {
    expect(samples(1, { sound: 0, picture: 0 }).stuck).toBe(false);
    expect(samples(1, { sound: 0, picture: 0 }).stuck).toBe(true);
    expect(samples(1).stuck).toBe(false);
  });

  it("isNotStuckWhenTheySendNothing", () => {
    expect(samples(10, { sound: 0, picture: 0 }, { ...ALL, theirMicrophone: false, theirCamera: false }).stuck).toBe(false);
  });

  it("hearsNobodyAfterTwentySecondsOfDigitalSilence", () => {
    expect(samples(9, { energy: 0 }).unheard).toBe(false);
    expect(samples(1, { energy: 0 }).unheard).toBe(true);
    expect(samples(1).unheard).toBe(false);
    expect(samples(20, { energy: 0 }, { ...ALL, theirMicrophone: false }).unheard).toBe(false);
  });

  it("noticesThatTheOwnSoundDoesNotLeave", () => {
    expect(samples(2, { out: 0 }).mute).toBe(false);
    expect(samples(1, { out: 0 }).mute).toBe(true);
  });

  it("laysLossAtTheSendersDoor", () => {
    expect(samples(3, { lost: 15 })).toMatchObject({ own: 4, theirs: 1 });
  });

  it("sendsLessToEachTheMoreThereAre", () => {
    expect(samples(2, {}, { ...ALL, crowd: 2 })).toMatchObject({ rung: "low", size: "full", own: 4 });
    expect(samples(2, {}, { ...ALL, crowd: 3 })).toMatchObject({ rung: "min", size: "full", own: 4 });
    expect(samples(30, {}, ALL)).toMatchObject({ rung: "hd", size: "full" });
  });

  it("callsTheOwnNetworkWeakWhenThePictureHadToGo", () => {
    expect(samples(6, {}, ALL, { availableKbps: 80 })).toMatchObject({ rung: "paused", own: 1 });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Flow } from "./flow";
import { Ladder } from "./ladder";

const CLEAN: Flow = {
  seconds: 2,
  soundInPackets: 100,
  pictureInPackets: 100,
  pictureInFrames: 30,
  soundOutPackets: 100,
  soundInEnergy: 1,
  inLoss: 0,
  outLoss: 0,
  jitterMs: 5,
  roundTripMs: 40,
  availableKbps: 5_000,
  limitedBy: "nothing",
};

let ladder: Ladder;
let now: number;

/** One sample every two seconds; answers the rungs that were passed. */
function seconds(count: number, change: Partial<Flow> = {}): string[] {
  const passed = [ladder.rung as string];
  for (let i = 0; i < count / 2; i++) {
    now += 2_000;
    const rung = ladder.receive({ ...CLEAN, ...change }, now);
    if (rung !== passed.at(-1)) passed.push(rung);
  }
  return passed;
}

describe("Ladder", () => {
  beforeEach(() => {
    ladder = new Ladder();
    now = 0;
  });

  it("reachesHdAfterTenCleanSeconds", () => {
    expect(seconds(10)).toEqual(["sd"]);
    expect(seconds(2)).toEqual(["sd", "hd"]);
  });

  it("sendsNoHdThroughARelay", () => {
    ladder.limit("sd");
    expect(seconds(60)).toEqual(["sd"]);
  });

  it("goesDownAtOnceToWhatFits", () => {
    expect(seconds(6, { availableKbps: 300, limitedBy: "network" })).toEqual(["sd", "low"]);
    expect(seconds(6, { availableKbps: 150, limitedBy: undefined })).toEqual(["low", "min"]);
    expect(seconds(6, { availableKbps: 80 })).toEqual(["min", "paused"]);
  });

  it("takesALowEstimateForWeakOnlyWhereItBinds", () => {
    expect(seconds(8, { availableKbps: 200 })).toEqual(["sd"]);
  });

  it("goesByTheEstimateWhereTheBrowserTellsNothingElse", () => {
    expect(seconds(20, { availableKbps: 700, limitedBy: undefined })).toEqual(["sd"]);
    expect(seconds(12, { availableKbps: 900, limitedBy: undefined })).toEqual(["sd", "hd"]);
  });

  it("keepsItsRungForADipOfTwoSeconds", () => {
    expect(seconds(2, { availableKbps: 100 })).toEqual(["sd"]);
    expect(seconds(2)).toEqual(["sd"]);
    expect(seconds(2, { availableKbps: 100 })).toEqual(["sd"]);
  });

  it.each([{ outLoss: 0.2 }, { roundTripMs: 1_800 }])("pausesThePictureToSaveTheSoundWith %o", (bad) => {
    expect(seconds(6, bad)).toEqual(["sd", "paused"]);
    expect(seconds(60, bad)).toEqual(["paused"]);
  });

  it("comesBackOneRungAtATime", () => {
    seconds(6, { outLoss: 0.2 });
    // The estimate of a browser that sends only speech stays low.
    expect(seconds(12, { availableKbps: 60 })).toEqual(["paused", "min"]);
    expect(seconds(12, { availableKbps: 200 })).toEqual(["min", "low"]);
    expect(seconds(12, { availableKbps: 600 })).toEqual(["low", "sd"]);
  });

  it("waitsTwiceAsLongAfterATryThatFailed", () => {
    seconds(6, { outLoss: 0.2 });
    expect(seconds(12)).toEqual(["paused", "min"]);
    expect(seconds(6, { outLoss: 0.2 })).toEqual(["min", "paused"]);
    expect(seconds(20)).toEqual(["paused"]);
    expect(seconds(2)).toEqual(["paused", "min"]);
  });

  it("triesAtOnceWhenSomebodyAsksForThePicture", () => {
    seconds(6, { outLoss: 0.2 });
    expect(ladder.tryNow(now)).toBe("min");
  });

  it("asksLessOfAProcessorThatIsBusyForLong", () => {
    expect(seconds(10, { limitedBy: "processor" })).toEqual(["sd"]);
    expect(seconds(40, { limitedBy: "processor" })).toEqual(["sd", "low"]);
  });
});

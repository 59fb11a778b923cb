import { expect, it } from "vitest";
import { qualityLine } from "./quality-line";
import { callState } from "./states";

it.each([
  ["all is well", {}, false, 4, "good"],
  ["theirs is fair", { bars: { own: 4, theirs: 3 } }, false, 3, "fair"],
  ["theirs is weak", { bars: { own: 3, theirs: 1 } }, false, 1, "theirs-weak"],
  ["ours is weak", { bars: { own: 1, theirs: 3 } }, false, 1, "own-weak"],
  ["both are weak", { bars: { own: 1, theirs: 1 } }, false, 1, "theirs-weak"],
  ["they are lost", { troubledSince: 5 }, false, 0, "theirs-lost"],
  ["we are lost", { troubledSince: 5 }, true, 0, "own-lost"],
  ["nothing was there yet", { troubledSince: 5, everConnected: false }, true, 0, "connecting"],
] as const)("%s", (_name, changes, lineLost, bars, word) => {
  expect(qualityLine(callState(changes), lineLost)).toEqual({ bars, word });
});

it("saysNothingBeforeTheMeeting", () => {
  expect(qualityLine(callState({ meeting: false }), false)).toBeUndefined();
});

import { expect, it } from "vitest";
import { bars, rating, Steady } from "./quality";

it("losesFourPointsForAHundredthWhereSoundIsSentTwice", () => {
  expect(rating(0, 40, 5, true)).toBeCloseTo(99.25);
  expect(rating(0.05, 40, 5, true)).toBeCloseTo(79.25);
  expect(rating(0.05, 40, 5, false)).toBeCloseTo(59.25);
});

it("forgivesDelayUntilPeopleInterruptEachOther", () => {
  expect(bars(rating(0, 250, 5, true))).toBe(4);
  expect(bars(rating(0, 700, 20, true))).toBe(3);
  expect(bars(rating(0, 1_600, 20, true))).toBe(1);
});

it("changesAfterTwoBadOrThreeGoodSamples", () => {
  const line = new Steady();
  expect([1, 4, 1, 1, 4, 4, 1, 4, 4, 4].map((now) => line.receive(now as 1 | 4))).toEqual([4, 4, 4, 1, 1, 1, 1, 1, 1, 4]);
});

it("isCertainOnlyOfTheMilderOfTwoBadSamples", () => {
  const line = new Steady();
  expect([3, 1].map((now) => line.receive(now as 1 | 3))).toEqual([4, 3]);
});

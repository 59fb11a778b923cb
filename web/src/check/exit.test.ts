import { expect, it } from "vitest";
import { Presses } from "./exit";

it("leavesAtTheThirdPressWithinFiveSeconds", () => {
  const presses = new Presses();
  expect([0, 2_000, 4_900].map((now) => presses.receive(now))).toEqual([false, false, true]);
});

it("forgetsPressesThatAreLongAgo", () => {
  const presses = new Presses();
  expect([0, 3_000, 6_000, 7_000].map((now) => presses.receive(now))).toEqual([false, false, false, true]);
});

it("countsAnewAfterLeaving", () => {
  const presses = new Presses();
  expect([0, 1, 2, 3, 4].map((now) => presses.receive(now))).toEqual([false, false, true, false, false]);
});

import { expect, it } from "vitest";
import { Restarts } from "./restarts";

it("allowsFiveAMinuteAndNoneWithinFiveSeconds", () => {
  const restarts = new Restarts();
  expect([0, 4_999, 5_000, 10_000, 15_000, 20_000, 25_000, 59_999, 60_000].map((now) => restarts.take(now))).toEqual([
    true,
    false,
    true,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});
